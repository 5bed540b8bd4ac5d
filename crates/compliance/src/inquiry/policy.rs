//! Who asks, who sees questions, and who answers them.

use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId, Right, UnitId};
use yakusho_regulation::{Rule, rule};
use yakusho_search::Known;

use super::model::{Inquiry, Rights};
use crate::duty;
use crate::inventory::policy::answers_for;

const ASK: Act = Act::new("inquiry.ask");
const ASSIGN: Act = Act::new("inquiry.assign");
const ANSWER: Act = Act::new("inquiry.answer");

/// What of all questions the reader sees. Only a policy makes one.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// Who reads: what they asked, and what they were asked to answer.
    pub(super) person: PersonId,
    /// The sections that they answer for.
    pub(super) sections: Vec<UnitId>,
    /// Whether they see all.
    pub(super) oversees: bool,
}

impl Scope {
    /// Whether the reader sees that question.
    pub(super) fn sees(&self, inquiry: &Inquiry) -> bool {
        self.oversees
            || self.sections.contains(&inquiry.section)
            || inquiry.asked.by.author == self.person
            || inquiry.assigned == Some(self.person)
    }
}

/// What the one who acts sees; none where nobody is signed in, or the city has no such questions.
pub(super) fn scope(cx: &Cx) -> Option<Scope> {
    cx.city().in_force(Rule::Inquiries, cx.today())?;
    let standing = cx.actor().standing()?;
    let behalf = standing.on_behalf.as_ref();
    // The roles of a section are bound to its head, and pass on with the post.
    let held = standing.roles.iter().filter_map(|held| held.unit);
    let headed = standing.seats.iter().filter(|seat| seat.head);
    let mut sections: Vec<UnitId> = held.collect();
    sections.extend(headed.map(|seat| seat.unit));
    sections.sort_unstable();
    sections.dedup();
    Some(Scope {
        person: behalf.map_or(standing.person, |behalf| behalf.person),
        sections,
        oversees: duty::oversees(cx),
    })
}

/// Everybody asks about what they see, where it is a section's.
pub(super) fn may_ask(cx: &Cx, item: &Known) -> Result<Permit, Denied> {
    let judgement = cx.judge(ASK).on(&item.item).signed_in()?;
    Ok(judgement
        .authorised(item.section.is_some(), "no_section")?
        .keeping(rule!(Inquiries))
        .permit())
}

/// Whoever answers for the section has somebody of it answer.
pub(super) fn may_assign(cx: &Cx, inquiry: &Inquiry) -> Result<Permit, Denied> {
    let judgement = cx.judge(ASSIGN).on(&inquiry.id).signed_in()?;
    Ok(judgement
        .authorised(manages(cx, inquiry), "not_section_manager")?
        .keeping(rule!(Inquiries))
        .permit())
}

/// It is answered by whoever answers for the section, or by whom they had answer.
pub(super) fn may_answer(cx: &Cx, inquiry: &Inquiry) -> Result<Permit, Denied> {
    let judgement = cx.judge(ANSWER).on(&inquiry.id).signed_in()?;
    Ok(judgement
        .authorised(answers(cx, inquiry), "not_asked_to_answer")?
        .keeping(rule!(Inquiries))
        .permit())
}

fn manages(cx: &Cx, inquiry: &Inquiry) -> Right {
    let asked = cx.city().in_force(Rule::Inquiries, cx.today());
    answers_for(cx, inquiry.section).and(asked.is_some())
}

fn answers(cx: &Cx, inquiry: &Inquiry) -> Right {
    let asked = inquiry
        .assigned
        .is_some_and(|person| cx.actor().stands_for(person));
    Right::from(asked).or(manages(cx, inquiry))
}

/// What the one who acts may do, for the page to offer.
pub(super) fn rights(cx: &Cx, inquiry: &Inquiry) -> Rights {
    let open = inquiry.answer.is_none();
    Rights {
        assign: open && manages(cx, inquiry).holds(),
        answer: open && answers(cx, inquiry).holds(),
    }
}
