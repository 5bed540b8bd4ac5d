//! What was ever recorded of a thing, and which of it holds on a day.

use maud::{Markup, html};
use time::Date;
use yakusho_accounts::ledger::{Days, Recorded};
use yakusho_kernel::Ref;
use yakusho_webkit::Lang;
use yakusho_webkit::ui::{
    Cell, Column, Disclosure, Table, Tag, Tone, link, short_day, short_moment,
};

use super::texts::Text;
use crate::{audit, orders};

/// Of what stands, that which holds on that day; else the next to come, or the last that was.
pub(super) fn on<S>(records: &[Recorded<S>], day: Date) -> Option<&Recorded<S>> {
    let mut standing: Vec<_> = records
        .iter()
        .filter(|record| record.superseded_at.is_none())
        .collect();
    standing.sort_by_key(|record| record.days);
    let holds = standing.iter().find(|record| record.days.contains(day));
    let next = || standing.iter().find(|record| record.days.first() > day);
    holds.or_else(next).or(standing.last()).copied()
}

/// The days, from the first to the last.
pub(super) fn days(lang: Lang, days: Days) -> Markup {
    html! {
        span {
            (short_day(lang, days.first())) " – "
            @if let Some(last) = days.last() { (short_day(lang, last)) }
        }
    }
}

/// Everything that was recorded, the last first, with the way to the audit trail.
pub(super) fn table<S>(
    lang: Lang,
    subject: &Ref,
    records: &[Recorded<S>],
    what: impl Fn(&S) -> Markup,
) -> Markup {
    let columns = [Text::Days, Text::Content, Text::RecordedAt, Text::State];
    let rows = records.iter().rev().map(|record| -> [Cell; 4] {
        [
            days(lang, record.days).into(),
            what(&record.state).into(),
            html! {
                div { (short_moment(lang, record.recorded_at.local())) }
                @if let Some(order) = record.cause {
                    div { (link(orders::page_of(order), Text::ByOrder.to(lang))) }
                }
            }
            .into(),
            html! {
                @match record.superseded_at {
                    None => (Tag::new(Tone::Success, Text::InForce.to(lang))),
                    Some(at) => {
                        (Tag::new(Tone::Neutral, Text::ReplacedAt.to(lang))) " "
                        (short_moment(lang, at.local()))
                    },
                }
            }
            .into(),
        ]
    });
    let table = Table::new(
        Text::Records.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    );
    let body = html! {
        p.meta { (Text::RecordsWords.to(lang)) }
        (table.rows(rows))
        p { (link(audit::search_for_subject(subject), Text::InAudit.to(lang))) }
    };
    html! { (Disclosure::new(Text::Records.to(lang), body)) }
}
