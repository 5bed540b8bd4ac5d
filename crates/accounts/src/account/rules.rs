//! On what terms an account may be opened, and until when it lasts.

use time::Date;
use yakusho_kernel::{EmploymentClass, Invalid, Reason};
use yakusho_regulation::{City, Marked, Verdict, rule};

use super::model::{REASON, Terms};

/// Judges the terms of somebody's account. Where the profile asks for it, anyone but regular staff needs a reason and an
/// end (nogata:7-1), no further away than the city's longest time.
///
/// # Errors
/// The fields `ends_on` and `reason`, with the rule where it asks for them.
pub(super) fn terms(
    city: &City,
    today: Date,
    class: EmploymentClass,
    terms: &Terms,
) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    if terms.ends_on.is_some_and(|day| day < today) {
        invalid.push("ends_on", Reason::Past);
    }
    if terms.reason.chars().count() > REASON {
        invalid.push("reason", Reason::TooLong { max: REASON });
    }
    if !class.is_regular() {
        let asked = rule!(OthersApproved);
        let furthest = city.values(today).other_account_longest.after(today);
        need(asked, city, today, terms.ends_on.is_some(), |basis| {
            invalid.push_by("ends_on", Reason::Required, basis);
        });
        need(
            asked,
            city,
            today,
            terms.ends_on.is_none_or(|day| day <= furthest),
            |basis| invalid.push_by("ends_on", Reason::Code("further_than_allowed"), basis),
        );
        need(
            asked,
            city,
            today,
            !terms.reason.trim().is_empty(),
            |basis| {
                invalid.push_by("reason", Reason::Required, basis);
            },
        );
    }
    invalid.check()
}

fn need(
    rule: Marked,
    city: &City,
    today: Date,
    holds: bool,
    missing: impl FnOnce(yakusho_regulation::Basis),
) {
    if let Verdict::Broken(basis) = rule.judge(city, today, holds) {
        missing(basis);
    }
}

/// Of the days before an end on which people are told (from the longest), the one that is due: the shortest that has
/// been reached.
pub(crate) fn reminder_due(days: &[u32], today: Date, end: Date) -> Option<u32> {
    let left = (end - today).whole_days();
    days.iter()
        .copied()
        .filter(|before| i64::from(*before) >= left && left >= 0)
        .min()
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    const TODAY: Date = date!(2026 - 11 - 20);

    fn judge(
        class: EmploymentClass,
        ends_on: Option<Date>,
        reason: &str,
    ) -> Vec<(String, &'static str)> {
        let city = City::builtin("nogata").unwrap();
        let given = Terms {
            ends_on,
            reason: reason.to_owned(),
        };
        match terms(&city, TODAY, class, &given) {
            Ok(()) => vec![],
            Err(invalid) => invalid
                .errors
                .into_iter()
                .map(|error| (error.field, error.reason.code()))
                .collect(),
        }
    }

    fn field(field: &str, code: &'static str) -> (String, &'static str) {
        (field.to_owned(), code)
    }

    #[test]
    fn others_need_a_reason_and_an_end_within_a_year() {
        let other = EmploymentClass::FixedTerm;
        assert_eq!(
            judge(other, None, " "),
            [field("ends_on", "required"), field("reason", "required")]
        );
        assert_eq!(judge(other, Some(date!(2027 - 11 - 20)), "窓口業務"), []);
        assert_eq!(
            judge(other, Some(date!(2027 - 11 - 21)), "窓口業務"),
            [field("ends_on", "further_than_allowed")]
        );
        assert_eq!(judge(other, Some(TODAY), "引継ぎ"), []);
        assert_eq!(
            judge(other, Some(date!(2026 - 11 - 19)), "引継ぎ"),
            [field("ends_on", "past")]
        );
    }

    #[test]
    fn regular_staff_need_neither() {
        assert_eq!(judge(EmploymentClass::Regular, None, ""), []);
        assert_eq!(judge(EmploymentClass::Mayor, None, ""), []);
    }

    #[test]
    fn the_reminder_that_is_due_is_the_shortest_reached() {
        let days = [30, 7, 1];
        let due = |today| reminder_due(&days, today, date!(2027 - 01 - 31));
        assert_eq!(due(date!(2026 - 12 - 31)), None);
        assert_eq!(due(date!(2027 - 01 - 01)), Some(30));
        assert_eq!(due(date!(2027 - 01 - 23)), Some(30));
        assert_eq!(due(date!(2027 - 01 - 24)), Some(7));
        assert_eq!(due(date!(2027 - 01 - 30)), Some(1));
        assert_eq!(due(date!(2027 - 01 - 31)), Some(1));
        assert_eq!(due(date!(2027 - 02 - 01)), None);
    }
}
