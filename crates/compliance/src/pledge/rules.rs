//! What is checked of a text, and by when a pledge is due: pure.

use time::{Date, Duration};
use yakusho_kernel::{Cx, Invalid, Reason, Timestamp, entered};

use super::model::{NewText, PledgeText};

/// The most characters of a text.
const BODY: usize = 10_000;

/// Within how long a pledge is given by whoever is asked for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grace(Duration);

impl Grace {
    /// That of the city today.
    pub(super) fn of(cx: &Cx) -> Self {
        Self(days(cx.city().values(cx.today()).pledge_days))
    }
}

/// The last day of those who are asked today for the pledge of those who leave.
pub(super) fn horizon(cx: &Cx) -> Date {
    let ahead = cx.city().values(cx.today()).pledge_before_leaving_days;
    cx.today().saturating_add(days(ahead))
}

fn days(days: u32) -> Duration {
    Duration::days(days.into())
}

/// The text of a version.
pub(super) fn parse(new: &NewText, today: Date) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let body = entered::lines(&mut invalid, "body", &new.body, BODY);
    if new.effective_on < today {
        invalid.push("effective_on", Reason::Past);
    }
    invalid.check()?;
    Ok(body)
}

/// By when it is given by whoever has an account since then.
pub(super) fn due(text: &PledgeText, grace: Grace, opened_at: Timestamp) -> Date {
    let asked = text.effective_on.max(opened_at.date());
    asked.saturating_add(grace.0)
}

/// Between which moments an account was opened whose pledge is due on these days; none where there is no such.
pub(super) fn opened(
    text: &PledgeText,
    grace: Grace,
    (from, until): (Option<Date>, Option<Date>),
) -> Option<(Option<Timestamp>, Option<Timestamp>)> {
    let opened_on = |due: Date| due.saturating_sub(grace.0);
    if until.is_some_and(|until| opened_on(until) < text.effective_on) {
        return None;
    }
    let later = from.filter(|from| opened_on(*from) > text.effective_on);
    let before = until.and_then(|until| opened_on(until).next_day());
    let start = |day: Date| Timestamp::start_of(day);
    Some((later.map(opened_on).map(start), before.map(start)))
}
