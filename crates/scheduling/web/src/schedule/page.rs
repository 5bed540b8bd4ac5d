//! The page of one event.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use time::Duration;
use yakusho_accounts::calendar;
use yakusho_attachments::AttachmentId;
use yakusho_attachments_web as attachments;
use yakusho_kernel::{Fault, PersonId};
use yakusho_koyomi::Calendar;
use yakusho_scheduling::event::{self, Answer as Says, EventId, EventView, Owner, Status, When};
use yakusho_scheduling::recurrence::Local;
use yakusho_webkit::history::Text as History;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Icon, Tag, Tone, article, buttons, definitions, moment, section, status_list,
};
use yakusho_webkit::{Answer, Lang, Visit};

use super::editor::repeats_in_words;
use super::history::versions_page;
use super::texts::{self, Text};
use super::{SCHEDULE, booked, event_page, file_page, moments, page_of};
use crate::ical;

yakusho_webkit::texts! {
    enum Words {
        Owner: "予定の持ち主" / "Whose";
        Participants: "参加者" / "Participants";
        Nobody: "参加者は登録されていません。" / "Nobody else takes part.";
        Change: "変更" / "Change";
        CancelIt: "取り消し" / "Call off";
        ChangePart: "繰り返しの予定の変更・取り消し" / "Changing or calling off this series";
        WhichPart: "どの日を変更するかを選んでください。" / "Choose what to change.";
        ChangeThis: "この日だけ変更" / "Change this date alone";
        ChangeFollowing: "この日以降を変更" / "Change this date and after";
        ChangeAll: "全体を変更" / "Change the whole series";
        CancelThis: "この日だけ取り消し" / "Call off this date alone";
        CancelFollowing: "この日以降を取り消し" / "Call off this date and after";
        CancelAll: "全体を取り消し" / "Call off the whole series";
        FirstTime: "最初の日" / "First date";
        Candidates: "候補の日時" / "Proposed dates";
        SaveAnswers: "都合を回答する" / "Send what suits me";
        DecideThis: "この日時に決める" / "Decide for this";
        SuitsCount { n: usize }: "参加できる {n}人" / "suits {n}";
        ConfirmIt: "この予定を確定する" / "Confirm this event";
        IsCancelled: "この予定は取り消されました。" / "This event was called off.";
        Registered: "個人情報と思われる記載がありますが、登録する人の判断で登録されています。" / "There seems to be personal information in it; whoever registered it decided to do so all the same.";
        ClosedNote: "非公開の予定です。関係者以外には「予定あり」とだけ表示されます。" / "Private: others than those whom it concerns see “Busy” alone.";
        Changed: "最終更新" / "Last changed";
    }
}

/// `GET /schedule/:id`, of a series with `date` the page of one date.
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<EventId>) -> Answer<Html<Markup>> {
    let view = event::show(&visit.cx, id).await?;
    let date = match visit.query("date") {
        Some(date) => Some(moments::parse(date).ok_or(Fault::NotFound)?),
        None => None,
    };
    let calendar = calendar::of(&visit.cx.reader()).await?;
    if date.is_some_and(|date| !view.event.repeats() || !view.event.series().has(date)) {
        return Err(Fault::NotFound.into());
    }
    let sight = Sight {
        when: shown(&view, date, &calendar),
        answering: event::owners(&visit.cx).await?,
        visit: &visit,
        view: &view,
        date,
    };
    let lang = visit.lang;
    let one = (date.is_some() || !view.event.repeats()).then_some(&sight.when);
    let facilities = booked::facilities(&visit, &view, one).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*view.event.content.title)
        .crumb(SCHEDULE, Text::Schedule.to(lang))
        .tags(sight.tags())
        .actions(sight.actions());
    Ok(Html(page.render(html! {
        (sight.notes())
        (sight.about())
        (sight.answers())
        (sight.candidates())
        (facilities)
        (sight.people())
        (sight.parts())
    })))
}

/// `GET /schedule/:id/files/:file`
#[handler]
pub(super) async fn file(visit: Visit, Path((id, file)): Path<(EventId, AttachmentId)>) -> Answer {
    attachments::download(&visit, &id, file).await
}

/// When it is: of one date of a series, where closed days have moved it.
fn shown(view: &EventView, date: Option<Local>, calendar: &Calendar) -> When {
    let when = &view.event.content.when;
    let Some(date) = date else { return *when };
    let around = Duration::days(40);
    let from = date.checked_sub(around).unwrap_or(date);
    let until = date.checked_add(around).unwrap_or(date);
    let works = |day| calendar.is_working_day(day).unwrap_or(true);
    let found = view.event.series().within(from, until, &works);
    let found = found.iter().find(|occurrence| occurrence.id == date);
    when.from_start(found.map_or(date, |occurrence| occurrence.start))
}

/// What the page is made of.
pub(super) struct Sight<'p> {
    pub(super) visit: &'p Visit,
    pub(super) view: &'p EventView,
    pub(super) date: Option<Local>,
    when: When,
    /// Those besides oneself in whose calendars one writes.
    pub(super) answering: Vec<PersonId>,
}

impl Sight<'_> {
    pub(super) fn lang(&self) -> Lang {
        self.visit.lang
    }

    pub(super) fn id(&self) -> EventId {
        self.view.event.id
    }

    fn tags(&self) -> Markup {
        let (lang, content) = (self.lang(), &self.view.event.content);
        let tone = match content.status {
            Status::Confirmed => None,
            Status::Tentative | Status::Proposed | Status::Polling => Some(Tone::Warning),
            Status::Cancelled => Some(Tone::Error),
        };
        html! {
            @if let Some(tone) = tone { (Tag::new(tone, texts::status(lang, content.status))) }
            @if content.closed { (Tag::new(Tone::Neutral, Text::Closed.to(lang))) }
            @if content.free { (Tag::new(Tone::Neutral, Text::Free.to(lang))) }
            @if content.away { (Tag::new(Tone::Neutral, Text::Away.to(lang))) }
            @if self.view.event.repeats() { (Tag::new(Tone::Info, Text::Repeats.to(lang))) }
        }
    }

    fn actions(&self) -> Markup {
        let lang = self.lang();
        let may = self.view.rights.edit && !self.view.event.repeats();
        html! {
            @if may {
                (Button::link(page_of(self.id(), "edit", None), Words::Change.to(lang)).icon(Icon::Edit))
                (Button::link(page_of(self.id(), "cancel", None), Words::CancelIt.to(lang)).icon(Icon::Trash))
            }
            (Button::link(page_of(self.id(), "export", None), ical::export_title(lang)).icon(Icon::Download))
            @if self.view.rights.history {
                (Button::link(versions_page(self.id()), History::Title.to(lang)).icon(Icon::History))
            }
            (Button::print(Common::Print.to(lang)))
        }
    }

    fn notes(&self) -> Markup {
        let (lang, event) = (self.lang(), &self.view.event);
        html! {
            @if event.is_cancelled() { (Alert::warning(lang, Words::IsCancelled.to(lang))) }
            @if event.content.closed { (Alert::info(lang, Words::ClosedNote.to(lang))) }
            @if event.decision.is_some() { (Alert::info(lang, Words::Registered.to(lang))) }
            @if self.view.rights.confirm {
                (buttons(html! { (self.press("confirm", &Words::ConfirmIt).primary()) }))
            }
        }
    }

    fn about(&self) -> Markup {
        let (lang, event) = (self.lang(), &self.view.event);
        let content = &event.content;
        let mut rows = Vec::new();
        if content.candidates.is_empty() {
            rows.push((Text::When.to(lang), moments::when(lang, &self.when)));
        }
        if let Some(recurrence) = &content.recurrence {
            let words = repeats_in_words(lang, recurrence, &content.when);
            let first = event_page(self.id());
            let words = html! {
                (words)
                @if self.date.is_some() {
                    br; (Words::FirstTime.to(lang)) ": " a href=(first) { (moments::when(lang, &content.when)) }
                }
            };
            rows.push((Text::Repeats.to(lang), words));
        }
        if !content.place.is_empty() {
            rows.push((Text::Place.to(lang), html! { (content.place) }));
        }
        rows.push((Words::Owner.to(lang), html! { (self.view.owner_name) }));
        let changed = html! { (moment(lang, event.changed_at.local())) };
        rows.push((Words::Changed.to(lang), changed));
        html! {
            (definitions(rows))
            @if !content.text.is_empty() { (article(&content.text)) }
            (attachments::shown(lang, &content.files, |id| file_page(self.id(), id)))
        }
    }

    /// The dates among which is decided: what suits whom, and deciding.
    fn candidates(&self) -> Markup {
        let (lang, content) = (self.lang(), &self.view.event.content);
        if content.candidates.is_empty() {
            return html! {};
        }
        let said = |candidate, answer| {
            let answers = self.view.candidate_answers.iter();
            answers
                .filter(|one| one.candidate == candidate && one.answer == answer)
                .count()
        };
        section(
            Words::Candidates.to(lang),
            html! {
                ul.candidates {
                    @for candidate in &content.candidates {
                        li {
                            p { (moments::when(lang, &candidate.when)) }
                            p.meta { (Words::SuitsCount { n: said(candidate.id, Says::Accepted) }.to(lang)) }
                            @if self.view.rights.decide {
                                (self.press("decide", &Words::DecideThis)
                                    .field("candidate", candidate.id.to_string()).small())
                            }
                        }
                    }
                }
                @if self.view.rights.answer { (self.suiting()) }
            },
        )
    }

    /// The form that asks which candidates suit.
    fn suiting(&self) -> Markup {
        let (lang, content) = (self.lang(), &self.view.event.content);
        let Some(me) = self.visit.signed_in().map(|me| me.standing.person) else {
            return html! {};
        };
        let mine = |candidate| {
            let mut answers = self.view.candidate_answers.iter();
            let found = answers.find(|one| one.candidate == candidate && one.person == me);
            found.map_or(Says::None, |one| one.answer)
        };
        let takes_part =
            content.participants.contains(&me) || self.view.event.owner == Owner::Person(me);
        html! {
            @if takes_part {
                form.form action=(page_of(self.id(), "candidates", None)) method="post" {
                    input type="hidden" name="csrf" value=(self.visit.csrf());
                    @for candidate in &content.candidates {
                        div.field {
                            label for=(candidate.id) { (moments::when(lang, &candidate.when)) }
                            select.input id=(candidate.id) name=(candidate.id) {
                                @for says in Says::ALL {
                                    option value=(says.code()) selected[says == mine(candidate.id)] {
                                        (texts::answer(lang, says))
                                    }
                                }
                            }
                        }
                    }
                    (buttons(html! { (Button::submit(Words::SaveAnswers.to(lang)).primary()) }))
                }
            }
        }
    }

    fn people(&self) -> Markup {
        let lang = self.lang();
        let rows = self.view.participants.iter().map(|one| {
            let says = one.said.on(self.date);
            let tone = match says {
                Says::Accepted => Tone::Success,
                Says::Declined => Tone::Error,
                Says::Tentative => Tone::Warning,
                Says::None => Tone::Neutral,
            };
            let who = html! { (one.card.name) " " span.meta { (one.card.unit_name) " " (one.card.post_title) } };
            let at = html! {
                @if let Some(at) = one.answered_at { (moment(lang, at.local())) }
            };
            (who, Tag::new(tone, texts::answer(lang, says)), at)
        });
        section(
            Words::Participants.to(lang),
            html! {
                @if self.view.participants.is_empty() { p { (Words::Nobody.to(lang)) } }
                @else { (status_list(rows)) }
            },
        )
    }

    /// Changing a series: one date, one and those after it, all.
    fn parts(&self) -> Markup {
        let lang = self.lang();
        if !self.view.rights.edit || !self.view.event.repeats() {
            return html! {};
        }
        let way = |what: &str, part: Option<&'static str>, label: &Words| {
            let part = part.zip(self.date);
            Button::link(page_of(self.id(), what, part), label.to(lang))
        };
        section(
            Words::ChangePart.to(lang),
            html! {
                p { (Words::WhichPart.to(lang)) }
                (buttons(html! {
                    @if self.date.is_some() {
                        (way("edit", Some("this"), &Words::ChangeThis))
                        (way("edit", Some("following"), &Words::ChangeFollowing))
                    }
                    (way("edit", None, &Words::ChangeAll))
                }))
                (buttons(html! {
                    @if self.date.is_some() {
                        (way("cancel", Some("this"), &Words::CancelThis))
                        (way("cancel", Some("following"), &Words::CancelFollowing))
                    }
                    (way("cancel", None, &Words::CancelAll))
                }))
            },
        )
    }

    /// A button that does something to the event as it is shown.
    fn press(&self, act: &str, label: &Words) -> Button {
        let to = page_of(self.id(), act, None);
        Button::post(to, self.visit.csrf(), label.to(self.lang()))
            .field("revision", self.view.event.revision.to_string())
    }
}
