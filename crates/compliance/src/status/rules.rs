//! How it stands with a rule: pure.

use time::{Date, Duration};
use yakusho_audit::Evidence;
use yakusho_kernel::Tally;
use yakusho_regulation::Rule;

use super::model::{RuleStatus, State};

/// How it stands with a rule on a day: it is due from `ahead` days before.
pub(super) fn judged(
    rule: Rule,
    day: Date,
    ahead: u32,
    evidence: Option<&Evidence>,
    tally: Option<&Tally>,
) -> RuleStatus {
    let last = evidence.and_then(Evidence::last);
    let next = tally.and_then(|tally| tally.next);
    let overdue = tally.map_or(0, |tally| tally.overdue);
    let soon = day.saturating_add(Duration::days(ahead.into()));
    let state = if overdue > 0 {
        State::Overdue
    } else if next.is_some_and(|next| next <= soon) {
        State::Due
    } else if last.is_some() || next.is_some() {
        State::Kept
    } else {
        State::Unjudged
    };
    RuleStatus {
        rule,
        state,
        last,
        entry: evidence.and_then(|evidence| evidence.entry),
        open: tally.map_or(0, |tally| tally.open),
        overdue,
        next,
    }
}

#[cfg(test)]
mod tests {
    use time::macros::date;
    use yakusho_kernel::Timestamp;

    use super::*;

    #[test]
    fn the_worst_is_said_and_nothing_is_guessed() {
        let today = date!(2026 - 11 - 20);
        let rule = Rule::PasswordAge;
        let seen = Evidence {
            rule,
            last_done: Some(Timestamp::start_of(today)),
            last_refused: None,
            entry: None,
        };
        let owed = |overdue, next| Tally {
            rule,
            open: 3,
            overdue,
            next,
        };
        let state =
            |evidence, tally: Option<Tally>| judged(rule, today, 7, evidence, tally.as_ref()).state;
        assert_eq!(state(None, None), State::Unjudged);
        assert_eq!(state(Some(&seen), None), State::Kept);
        let later = Some(date!(2026 - 11 - 28));
        assert_eq!(state(Some(&seen), Some(owed(0, later))), State::Kept);
        assert_eq!(state(None, Some(owed(0, later))), State::Kept);
        let soon = Some(date!(2026 - 11 - 27));
        assert_eq!(state(Some(&seen), Some(owed(0, soon))), State::Due);
        assert_eq!(state(Some(&seen), Some(owed(1, soon))), State::Overdue);
    }
}
