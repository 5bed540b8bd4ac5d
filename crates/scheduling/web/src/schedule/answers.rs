//! The question on the page of an event whether one takes part.

use maud::{Markup, html};
use yakusho_kernel::PersonId;
use yakusho_scheduling::event::{Answer as Says, Participant};
use yakusho_webkit::ui::{Button, buttons};

use super::page::Sight;
use super::{page_of, texts};

yakusho_webkit::texts! {
    enum Words {
        Yours: "あなたの回答" / "Your answer";
        ToThis: "この日についてのあなたの回答" / "Your answer for this date";
        ToAll: "繰り返し全体についてのあなたの回答" / "Your answer for the whole series";
        Please: "参加するかどうかを回答してください。" / "Please say whether you take part.";
        AllNote: "全体に回答すると、1日ずつ回答した日も同じ回答になります。" / "It holds for every date, also for those that you answered by themselves.";
        Accept: "参加する" / "I take part";
        Decline: "参加しない" / "I do not";
        Maybe: "未定" / "Perhaps";
    }
}

/// What one can say.
const SAYS: [(Says, Words); 3] = [
    (Says::Accepted, Words::Accept),
    (Says::Declined, Words::Decline),
    (Says::Tentative, Words::Maybe),
];

impl Sight<'_> {
    /// Those for whom the visitor answers.
    fn asked(&self) -> impl Iterator<Item = &Participant> {
        let me = self.visit.signed_in().map(|me| me.standing.person);
        let mine = move |person: PersonId| Some(person) == me || self.answering.contains(&person);
        let participants = self.view.participants.iter();
        participants.filter(move |one| mine(one.card.id))
    }

    /// The question whether one takes part: of a series, on its date, and in all of it.
    pub(super) fn answers(&self) -> Markup {
        if !self.view.rights.answer || !self.view.event.content.candidates.is_empty() {
            return html! {};
        }
        html! {
            @for one in self.asked() {
                @if self.date.is_some() { (self.answer(one, true)) }
                (self.answer(one, false))
            }
        }
    }

    /// One question, with what was said so far.
    fn answer(&self, one: &Participant, this: bool) -> Markup {
        let (lang, name) = (self.lang(), &*one.card.name);
        let date = self.date.filter(|_| this);
        let said = one.said.on(date);
        let title = match (this, self.view.event.repeats()) {
            (true, _) => Words::ToThis,
            (false, true) => Words::ToAll,
            (false, false) => Words::Yours,
        };
        let action = page_of(self.id(), "answer", date.map(|date| ("this", date)));
        html! {
            div.act-box {
                p { strong { (title.to(lang)) } " (" (name) "): " (texts::answer(lang, said)) }
                @if said == Says::None { p { (Words::Please.to(lang)) } }
                @if !this && !one.said.dates.is_empty() { p.meta { (Words::AllNote.to(lang)) } }
                form action=(action) method="post" {
                    input type="hidden" name="csrf" value=(self.visit.csrf());
                    input type="hidden" name="person" value=(one.card.id);
                    (buttons(html! {
                        @for (answer, label) in &SAYS {
                            @if *answer != said || (!this && !one.said.dates.is_empty()) {
                                (Button::submit(label.to(lang)).field("answer", answer.code()).about(name))
                            }
                        }
                    }))
                }
            }
        }
    }
}
