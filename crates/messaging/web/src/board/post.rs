//! The page of one post.

mod about;
pub(super) mod acts;

use futures_util::future::try_join;
use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_attachments_web as attachments;
use yakusho_kernel::{Notices, Seen, Subject as _, Timestamp, UnitId};
use yakusho_messaging::board::{self, Approver, Asked, BoardPostId, PostState, PostView};
use yakusho_messaging::{Text as Says, Words};
use yakusho_webkit::history::compared;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Icon, Tag, Tone, article, buttons, day, moment, section};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Problem, Typed, Visit};

use super::list::state;
use super::texts::Text;
use super::{BOARD, category_page, file_page, page_of};
use crate::comments::{self, Thread};
use crate::names::{Names, people_in};

/// `GET /board/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<BoardPostId>) -> Answer {
    let view = board::show(&visit.cx, id, PAGE_SIZE).await?;
    let first = view.read.is_none_or(|read| read.version != view.version);
    board::see(&visit.cx, &view).await?;
    if first {
        // Whoever reads the post need not be told of it any more.
        let mine = Notices(visit.me()?.standing.person);
        mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    }
    page(&visit, &view, Typed::nothing(), Typed::nothing()).await
}

/// The post as it is now, with what was typed into the form for a comment, and into that for sending it back.
pub(super) async fn page(
    visit: &Visit,
    view: &PostView,
    comment: Typed<'_>,
    decision: Typed<'_>,
) -> Answer {
    let (sight, shell) = try_join(Sight::of(visit, view), visit.shell()).await?;
    let lang = visit.lang;
    let thread = Thread {
        page: &view.comments,
        names: &sight.names,
        at: page_of(view.id, "comments"),
        open: view.may.comment,
        moderated: view.may.moderate,
    };
    let commented = view.takes_comments || !view.comments.items.is_empty();
    let body = html! {
        (sight.notes())
        @match &view.words {
            Words::Shown(words) => (sight.words(words)),
            _ => (sight.marker()),
        }
        (sight.confirmation())
        (sight.decision(&decision))
        (sight.about())
        @if commented && view.state == PostState::Published { (thread.render(visit, &comment)) }
    };
    let page = Page::new(&shell, sight.title())
        .crumb(BOARD, Text::Board.to(lang))
        .crumb(category_page(view.category.id), view.category.name(lang))
        .tags(sight.tags())
        .meta(sight.meta())
        .actions(sight.actions())
        .render(body);
    let typed = if comment.fields().is_some() {
        comment
    } else {
        decision
    };
    Ok(typed.page(page))
}

/// What the page of a post is made of.
struct Sight<'p> {
    visit: &'p Visit,
    view: &'p PostView,
    names: Names,
    /// Whose approval it waits for, in words.
    awaited: Vec<String>,
}

impl<'p> Sight<'p> {
    async fn of(visit: &'p Visit, view: &'p PostView) -> Answer<Self> {
        let authors = view.by.into_iter().flat_map(people_in);
        let remover = match &view.words {
            Words::Removed(removal) => Some(removal.by),
            _ => None,
        };
        let people = authors
            .chain(remover)
            .chain(view.sent_back.as_ref().map(|back| back.by))
            .chain(view.approved.map(|approved| approved.by))
            .chain(comments::people(&view.comments));
        Ok(Self {
            names: Names::of(visit, people).await?,
            awaited: awaited(visit, view).await?,
            visit,
            view,
        })
    }

    fn lang(&self) -> Lang {
        self.visit.lang
    }

    fn title(&self) -> String {
        super::list::title(
            self.lang(),
            &match &self.view.words {
                Words::Shown(words) => Words::Shown(words.title.clone()),
                Words::Withdrawn(at) => Words::Withdrawn(*at),
                Words::Removed(removal) => Words::Removed(removal.clone()),
            },
        )
    }

    fn tags(&self) -> Markup {
        let (lang, view, now) = (self.lang(), self.view, self.visit.cx.now());
        let running = view.visible_from.is_some_and(|from| from <= now)
            && view.ends_at.is_none_or(|end| now < end)
            && view.state == PostState::Published;
        html! {
            @if !running { (state(lang, now, view.state, view.visible_from, view.ends_at)) }
            @if running && view.pinned_until.is_some_and(|until| now < until) {
                span.pinned { (Icon::Pin) (Common::Pinned.to(lang)) }
            }
            @if self.owes() { (Tag::new(Tone::Warning, Text::MustConfirm.to(lang))) }
        }
    }

    fn meta(&self) -> Markup {
        let view = self.view;
        let at = view.visible_from.unwrap_or(view.changed_at);
        html! { (view.byline) "\u{3000}" (moment(self.lang(), at.local())) }
    }

    fn actions(&self) -> Markup {
        let (lang, id, may) = (self.lang(), self.view.id, self.view.may);
        html! {
            @if may.edit {
                (Button::link(page_of(id, "edit"), Common::Edit.to(lang)).icon(Icon::Edit))
            }
            @if may.follow {
                (Button::link(page_of(id, "readers"), Text::Readers.to(lang)).icon(Icon::People))
            }
            (Button::print(Common::Print.to(lang)))
        }
    }

    /// Whether the reader is still to confirm it.
    fn owes(&self) -> bool {
        self.view.may.confirm
    }

    /// What is to be known before reading.
    fn notes(&self) -> Markup {
        let (lang, view, now) = (self.lang(), self.view, self.visit.cx.now());
        let changed = view.read.filter(|read| {
            view.words.shown().is_some()
                && read.version < view.version
                && view
                    .first_version
                    .is_some_and(|first| first <= read.version)
        });
        let compare = changed.map(|read| {
            let compare = compared(&page_of(view.id, "versions"), read.version, view.version);
            html! { p { a href=(compare) { (Text::SeeChange.to(lang)) } } }
        });
        let compare = compare.unwrap_or_default();
        html! {
            @match view.state {
                PostState::Draft => {
                    @if let Some(back) = &view.sent_back {
                        @let by = self.names.name(back.by);
                        (Alert::warning(lang, Text::WasSentBack { by }.to(lang)).body(html! {
                            p { (moment(lang, back.at.local())) }
                            p { (Text::ReasonWas { reason: back.reason.clone() }.to(lang)) }
                        }))
                    }
                    (Alert::info(lang, Text::IsDraft.to(lang)).body(html! {
                        @if view.may.publish { (buttons(html! { (self.press("publish", &Text::Publish).primary()) })) }
                    }))
                }
                PostState::Submitted => {
                    (Alert::info(lang, Text::IsSubmitted.to(lang)).body(html! {
                        @for whom in &self.awaited { p { (Text::WaitsFor { whom: whom.clone() }.to(lang)) } }
                    }))
                }
                PostState::Published if view.visible_from.is_some_and(|from| from > now) => {
                    (Alert::info(lang, Text::IsScheduled.to(lang)))
                }
                PostState::Published if view.ends_at.is_some_and(|end| end <= now) => {
                    (Alert::info(lang, Text::IsEnded.to(lang)))
                }
                _ => {}
            }
            @if view.may.approved_only {
                (Alert::info(lang, Text::ApprovedOnly.to(lang)).body(html! {
                    p { (Text::ApprovedOnlyHelp.to(lang)) }
                }))
            }
            @if !self.owes_again() && changed.is_some() {
                (Alert::info(lang, Text::ChangedSince.to(lang)).body(&compare))
            }
            @if self.owes() {
                (Alert::warning(lang, self.asked().to(lang)).body(html! {
                    @if self.owes_again() { (compare) }
                    p { (self.due()) " " a href="#confirm" { (Text::ToConfirm.to(lang)) } }
                }))
            }
        }
    }

    fn words(&self, words: &Says) -> Markup {
        let id = self.view.id;
        html! {
            (article(&words.body))
            (attachments::shown(self.lang(), &words.files, |file| file_page(id, file)))
        }
    }

    /// What stands in place of words that were taken back or down.
    fn marker(&self) -> Markup {
        let (lang, may) = (self.lang(), self.view.may);
        let alert = match &self.view.words {
            Words::Removed(removal) => {
                let by = self.names.name(removal.by);
                Alert::warning(lang, Text::RemovedWords { by }.to(lang)).body(html! {
                    p { (moment(lang, removal.at.local())) }
                    @if let Some(reason) = &removal.reason {
                        p { (Text::ReasonWas { reason: reason.to_string() }.to(lang)) }
                    }
                    p.meta { (Text::WordsKept.to(lang)) }
                })
            }
            _ => Alert::info(lang, Text::WithdrawnWords.to(lang)),
        };
        html! {
            (alert)
            @if may.reinstate || may.evidence {
                (buttons(html! {
                    @if may.reinstate { (self.press("reinstate", &Text::Reinstate)) }
                    @if may.evidence { (Button::link(page_of(self.view.id, "evidence"), crate::evidence::Text::See.to(lang))) }
                }))
            }
        }
    }

    /// When what it said before was confirmed, where that is owed again.
    fn confirmed_before(&self) -> Option<Timestamp> {
        let asked = self.view.confirmation.filter(|asked| asked.outdated);
        asked.and_then(|asked| asked.confirmed_at)
    }

    /// Whether the reader is to confirm what was changed since they did.
    fn owes_again(&self) -> bool {
        self.owes() && self.confirmed_before().is_some()
    }

    /// What is asked.
    fn asked(&self) -> Text {
        match self.confirmed_before() {
            Some(_) => Text::ConfirmAgain,
            None => Text::PleaseConfirm,
        }
    }

    /// The button that confirms, or word that it was pressed.
    fn confirmation(&self) -> Markup {
        let lang = self.lang();
        let confirmed = self.view.confirmation.and_then(Asked::done);
        let before = self.confirmed_before();
        let (how, act) = match before {
            Some(_) => (Text::ConfirmAgainHow, Text::ConfirmChanged),
            None => (Text::PleaseConfirmHow, Text::ConfirmNow),
        };
        let press = self
            .press("confirm", &act)
            .field("version", self.view.version.to_string());
        html! {
            @if self.owes() {
                section.act-box id="confirm" {
                    p { strong { (self.asked().to(lang)) } " " (self.due()) }
                    @if let Some(at) = before {
                        p { (Text::ConfirmedBefore.to(lang)) " " (moment(lang, at.local())) }
                    }
                    p { (how.to(lang)) }
                    (buttons(html! { (press.primary().icon(Icon::Check)) }))
                }
            } @else if let Some(at) = confirmed {
                (Alert::success(lang, Text::ConfirmedOn.to(lang)).body(html! { p { (moment(lang, at.local())) } }))
            }
        }
    }

    /// The due date in words.
    fn due(&self) -> Markup {
        let lang = self.lang();
        html! {
            @match self.view.confirmation {
                Some(Asked { due: Some(due), .. }) => {
                    (Text::DueDay.to(lang)) ": " (day(lang, due))
                    @if due < self.visit.cx.today() {
                        " " (Tag::new(Tone::Error, Common::Overdue.to(lang)))
                    }
                }
                _ => {}
            }
        }
    }

    /// The ways of whoever approves.
    fn decision(&self, typed: &Typed<'_>) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let form = typed
            .form(self.visit, page_of(view.id, "send-back"))
            .prefix("decide");
        html! {
            @if view.may.decide {
                (section(Text::Decide.to(lang), html! {
                    p { (Text::DecideHelp.to(lang)) }
                    (self.press("approve", &Text::Approve).primary().icon(Icon::Check))
                    (form.render(html! {
                        (form.revision(view.revision))
                        (form.textarea("reason", Text::SendBackReason.to(lang)).required().rows(3))
                        (buttons(html! { (Button::submit(Text::SendBack.to(lang))) }))
                    }))
                }))
            }
        }
    }

    /// A button that does something to the post as it is shown.
    fn press(&self, act: &str, label: &Text) -> Button {
        let (lang, view) = (self.lang(), self.view);
        Button::post(page_of(view.id, act), self.visit.csrf(), label.to(lang))
            .field("revision", view.revision.to_string())
    }
}

/// Whose approval a post waits for, in words.
async fn awaited(visit: &Visit, view: &PostView) -> Result<Vec<String>, Problem> {
    let (cx, lang) = (&visit.cx, visit.lang);
    let units: Vec<UnitId> = view
        .pending
        .iter()
        .filter_map(|pending| match pending.of {
            Approver::HeadOf(unit) => Some(unit),
            Approver::Holder(_) => None,
        })
        .collect();
    let names = directory::unit_names(&cx.reader(), cx.today(), &units).await?;
    let words = view.pending.iter().map(|pending| match pending.of {
        Approver::HeadOf(unit) => {
            let unit = names.get(&unit).cloned().unwrap_or_default();
            Text::HeadOf { unit }.to(lang).into_owned()
        }
        Approver::Holder(role) => cx.city().role(role, cx.today()).map_or_else(
            || role.id().to_owned(),
            |bound| bound.title(lang).to_owned(),
        ),
    });
    Ok(words.collect())
}
