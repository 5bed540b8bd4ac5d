//! What a request and its review must say: pure.

use yakusho_kernel::{Cx, Invalid, Reason};
use yakusho_regulation::procedure::{Field, Step};
use yakusho_regulation::{Marked, Verdict, rule};

use crate::procedure::{Act, Answer, Answers, Case};

/// Whose choice it is to process personal information, and what stands for each.
const PERSONAL: (&str, &str) = ("personal_information", "yes");
const OWN_BUSINESS: (&str, &str) = ("scope", "city");
/// Whether a request is referred.
const REFERRED: (&str, &str) = ("referral", "committee");
/// What the committee said.
const OUTCOME: &str = "outcome";

/// What the articles have a request say that it does not (muko:14, 15-1).
pub(crate) fn unsaid(cx: &Cx, case: &Case) -> Invalid {
    let answers = &case.content.answers;
    let mut asked = Asked::of(cx);
    let scope = rule!(ProcessingScope);
    if chosen(answers, PERSONAL.0) == Some(PERSONAL.1) {
        asked.for_one(scope, "scope", answers);
        if chosen(answers, OWN_BUSINESS.0).is_some_and(|of| of != OWN_BUSINESS.1) {
            asked.for_one(scope, "grounds", answers);
        }
    }
    if let Some(criteria) = case.procedure().field("criteria") {
        asked.for_each(rule!(DevelopmentRequested), criteria, answers);
    }
    asked.invalid
}

/// Which of these fields name data of other sections without an approval to use them (muko:15-2).
pub(super) fn unapproved(cx: &Cx, data: &[(&str, bool)]) -> Invalid {
    let mut asked = Asked::of(cx);
    for (field, approved) in data {
        let reason = Reason::Code("use_not_approved");
        asked.that(rule!(DataUseApproved), *approved, field, reason);
    }
    asked.invalid
}

/// What the article has a step decided with that is missing (muko:15-3): the review by each criterion, the opinion, and the
/// referral or why there is none; after a referral, the committee's word. `before` are the acts so far.
pub(super) fn unreviewed(
    cx: &Cx,
    case: &Case,
    before: &[Act],
    step: &Step,
    answers: &Answers,
) -> Invalid {
    let mut asked = Asked::of(cx);
    let rule = rule!(DevelopmentReviewed);
    for field in &step.fields {
        match &*field.key {
            "findings" => asked.for_each(rule, field, answers),
            key @ ("opinion" | "referral") => asked.for_one(rule, key, answers),
            "reason" if chosen(answers, REFERRED.0).is_some_and(|to| to != REFERRED.1) => {
                asked.for_one(rule, "reason", answers);
            }
            OUTCOME if was_referred(case, before) => asked.for_one(rule, OUTCOME, answers),
            _ => {}
        }
    }
    asked.invalid
}

/// Whether the last review referred the request to the committee.
fn was_referred(case: &Case, acts: &[Act]) -> bool {
    let this_round = acts.iter().filter(|act| act.round == case.round);
    let mut referrals = this_round.filter_map(|act| chosen(&act.answers, REFERRED.0));
    referrals.next_back() == Some(REFERRED.1)
}

/// The id of what was chosen in a field.
fn chosen<'a>(answers: &'a Answers, key: &str) -> Option<&'a str> {
    match answers.get(key) {
        Some(Answer::Choice(id)) => Some(id),
        _ => None,
    }
}

/// What is missing, each by the rule that asks for it.
struct Asked<'c> {
    cx: &'c Cx,
    invalid: Invalid,
}

impl<'c> Asked<'c> {
    fn of(cx: &'c Cx) -> Self {
        let invalid = Invalid::default();
        Self { cx, invalid }
    }

    fn that(&mut self, rule: Marked, met: bool, field: &str, reason: Reason) {
        let verdict = rule.judge(self.cx.city(), self.cx.today(), met);
        if let Verdict::Broken(basis) = verdict {
            let field = format!("answers.{field}");
            self.invalid.push_by(field, reason, basis);
        }
    }

    /// That a field is filled in.
    fn for_one(&mut self, rule: Marked, key: &str, answers: &Answers) {
        self.that(rule, answers.contains_key(key), key, Reason::Required);
    }

    /// That a field speaks to each of its conditions.
    fn for_each(&mut self, rule: Marked, field: &Field, answers: &Answers) {
        for choice in field.kind.choices() {
            let said = match answers.get(&field.key) {
                Some(Answer::Conditions(said)) => said.contains_key(&choice.id),
                _ => false,
            };
            let within = format!("{}.{}", field.key, choice.id);
            self.that(rule, said, &within, Reason::Required);
        }
    }
}
