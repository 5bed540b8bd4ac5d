//! What a measure and a version of the methods need: pure.

use time::Date;
use yakusho_kernel::{Invalid, Reason, entered};
use yakusho_regulation::Values;

use super::model::{EndForm, Measure, MeasureForm, MethodsForm, ReviewForm};

/// The most characters of what is done and said of a measure, and of methods.
const TEXT: usize = 1_000;
const METHODS: usize = 5_000;

/// What is done, of a measure that is entered.
pub(super) fn entered(form: &MeasureForm, today: Date) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let text = entered::lines(&mut invalid, "text", &form.text, TEXT);
    if form.since > today {
        invalid.push("since", Reason::Code("day_in_future"));
    }
    invalid.check()?;
    Ok(text)
}

/// What is done from now on, and what was found.
pub(super) fn reviewed(form: &ReviewForm) -> Result<(String, String), Invalid> {
    let mut invalid = Invalid::default();
    let text = entered::lines(&mut invalid, "text", &form.text, TEXT);
    let finding = entered::lines(&mut invalid, "finding", &form.finding, TEXT);
    invalid.check()?;
    Ok((text, finding))
}

/// Why a measure ends, on a day from its first to today.
pub(super) fn ended(form: &EndForm, measure: &Measure, today: Date) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    if form.on > today {
        invalid.push("on", Reason::Code("day_in_future"));
    }
    if form.on < measure.since {
        invalid.push("on", Reason::EndBeforeStart);
    }
    let reason = entered::lines(&mut invalid, "reason", &form.reason, TEXT);
    invalid.check()?;
    Ok(reason)
}

/// What the methods are, from a day that has not passed: they are those of the day, and none are made up afterwards.
pub(super) fn methods(form: &MethodsForm, today: Date) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let text = entered::lines(&mut invalid, "text", &form.text, METHODS);
    if form.from < today {
        invalid.push("from", Reason::Past);
    }
    invalid.check()?;
    Ok(text)
}

/// The last day for the next review of what was entered or reviewed on a day.
pub(super) fn next_review(values: &Values, on: Date) -> Date {
    values.measure_review_interval.after(on)
}
