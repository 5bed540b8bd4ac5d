//! The page of one circulation.

mod about;
mod answer;
mod people;

pub(super) use people::rows as recipient_rows;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_attachments_web as attachments;
use yakusho_kernel::{Notices, Seen, Subject as _};
use yakusho_messaging::circulation::{self, CirculationId, CirculationState, CirculationView};
use yakusho_messaging::{Text as Says, Words};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Icon, Tag, Tone, article, buttons, day, moment};
use yakusho_webkit::{Answer, Lang, Typed, Visit};

use super::list::{kind, state, title};
use super::texts::Text;
use super::{CIRCULATIONS, circulation_page, file_page, page_of};
use crate::comments::{self, Thread};
use crate::names::{Names, people_in};
use yakusho_audience as audience;

/// `GET /circulations/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<CirculationId>) -> Answer {
    let view = circulation::show(&visit.cx, id).await?;
    let first = view
        .mine
        .is_some_and(|mine| mine.read_at.is_none() || mine.changed);
    circulation::see(&visit.cx, &view).await?;
    if first {
        // Whoever reads it need not be told of it any more.
        let mine = Notices(visit.me()?.standing.person);
        mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    }
    page(&visit, &view, Typed::nothing(), Typed::nothing()).await
}

/// The circulation as it is now, with what was typed into the form of the reply, and into that for a comment.
pub(super) async fn page(
    visit: &Visit,
    view: &CirculationView,
    reply: Typed<'_>,
    comment: Typed<'_>,
) -> Answer {
    let sight = Sight::of(visit, view).await?;
    let lang = visit.lang;
    let thread = Thread {
        page: &view.comments,
        names: &sight.names,
        at: page_of(view.id, "comments"),
        open: view.may.comment,
        moderated: view.may.moderate,
    };
    let was_sent = view.sent_at.is_some();
    let body = html! {
        (sight.notes())
        @match &view.words {
            Words::Shown(words) => (sight.words(words)),
            _ => (sight.marker()),
        }
        (sight.answer(&reply))
        @if was_sent { (sight.people()) }
        (sight.about())
        @if was_sent && view.words.shown().is_some() { (thread.render(visit, &comment)) }
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, sight.title())
        .crumb(CIRCULATIONS, Text::Circulations.to(lang))
        .tags(sight.tags())
        .meta(sight.meta())
        .actions(sight.actions())
        .render(body);
    let typed = if comment.fields().is_some() {
        comment
    } else {
        reply
    };
    Ok(typed.page(page))
}

/// What the page is made of.
struct Sight<'p> {
    visit: &'p Visit,
    view: &'p CirculationView,
    names: Names,
    /// To whom it was addressed, by name; for those who answer for it.
    addressed: Vec<String>,
}

impl<'p> Sight<'p> {
    async fn of(visit: &'p Visit, view: &'p CirculationView) -> Answer<Self> {
        let authors = view.by.into_iter().flat_map(people_in);
        let remover = match &view.words {
            Words::Removed(removal) => Some(removal.by),
            _ => None,
        };
        let standing = visit.cx.actor().standing();
        let behalf = standing.and_then(|standing| standing.on_behalf.as_ref());
        let people = authors
            .chain(remover)
            .chain(behalf.map(|behalf| behalf.person))
            .chain(comments::people(&view.comments));
        let addressed = match &view.audience {
            Some(audience) => audience::names(visit, audience).await?,
            None => Vec::new(),
        };
        Ok(Self {
            names: Names::of(visit, people).await?,
            addressed,
            visit,
            view,
        })
    }

    fn lang(&self) -> Lang {
        self.visit.lang
    }

    fn title(&self) -> String {
        let words = match &self.view.words {
            Words::Shown(words) => Words::Shown(words.title.clone()),
            Words::Withdrawn(at) => Words::Withdrawn(*at),
            Words::Removed(removal) => Words::Removed(removal.clone()),
        };
        title(self.lang(), &words)
    }

    fn tags(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        html! {
            (Tag::new(Tone::Neutral, kind(lang, view.kind)))
            (state(lang, view.state))
            @if view.state == CirculationState::Open && self.is_late() {
                (Tag::new(Tone::Error, Common::Overdue.to(lang)))
            }
        }
    }

    fn is_late(&self) -> bool {
        self.view.due.is_some_and(|due| due < self.visit.cx.today())
    }

    fn meta(&self) -> Markup {
        let view = self.view;
        let at = view.sent_at.unwrap_or(view.changed_at);
        html! { (view.byline) "\u{3000}" (moment(self.lang(), at.local())) }
    }

    fn actions(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let watch = if view.watched {
            self.press("unwatch", &Text::Unwatch)
        } else {
            self.press("watch", &Text::Watch)
        };
        html! {
            @if view.may.edit {
                (Button::link(page_of(view.id, "edit"), Common::Edit.to(lang)).icon(Icon::Edit))
            }
            @if view.sent_at.is_some() { (watch.icon(Icon::Watch)) }
            (Button::print(Common::Print.to(lang)))
        }
    }

    /// What is to be known before reading.
    fn notes(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let note = |text: Text| Alert::info(lang, text.to(lang));
        let versions = page_of(view.id, "versions");
        let history = html! { p { a href=(versions) { (Text::SeeHistory.to(lang)) } } };
        let again = view.may.confirm && view.mine.is_some_and(|mine| mine.outdated);
        html! {
            @match view.state {
                CirculationState::Draft => {
                    (note(Text::IsDraft).body(html! {
                        @if view.may.send { (buttons(html! { (self.press("send", &Text::Send).primary()) })) }
                    }))
                }
                CirculationState::Closed => (note(Text::IsClosed)),
                CirculationState::Completed => (Alert::success(lang, Text::IsCompleted.to(lang))),
                _ => {}
            }
            @if !again && view.words.shown().is_some() && view.mine.is_some_and(|mine| mine.changed) {
                (note(Text::ChangedSince).body(&history))
            }
            @if view.may.confirm {
                (Alert::warning(lang, self.asked().to(lang)).body(html! {
                    @if again { (history) }
                    p { (self.due()) " " a href="#confirm" { (Text::ToConfirm.to(lang)) } }
                }))
            }
        }
    }

    /// The due date in words.
    fn due(&self) -> Markup {
        let lang = self.lang();
        html! {
            @if let Some(due) = self.view.due {
                (Text::DueDay.to(lang)) ": " (day(lang, due))
                @if self.is_late() && self.view.state == CirculationState::Open {
                    " " (Tag::new(Tone::Error, Common::Overdue.to(lang)))
                }
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
        let lang = self.lang();
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
        let evidence = page_of(self.view.id, "evidence");
        html! {
            (alert)
            @if self.view.may.evidence {
                (buttons(html! { (Button::link(evidence, crate::evidence::Text::See.to(lang))) }))
            }
        }
    }

    /// A button that does something to the circulation as it is shown.
    fn press(&self, act: &str, label: &Text) -> Button {
        let (lang, view) = (self.lang(), self.view);
        Button::post(page_of(view.id, act), self.visit.csrf(), label.to(lang))
            .field("revision", view.revision.to_string())
    }

    /// A link to a page about it.
    fn way(&self, to: &str, label: &Text) -> Button {
        Button::link(page_of(self.view.id, to), label.to(self.lang()))
    }
}

/// The name of a circulation for the way back to it.
pub(super) fn crumb<'s>(page: Page<'s>, lang: Lang, view: &CirculationView) -> Page<'s> {
    let title = view.words.shown().map_or("", |words| &words.title);
    page.crumb(CIRCULATIONS, Text::Circulations.to(lang))
        .crumb(circulation_page(view.id), title)
}
