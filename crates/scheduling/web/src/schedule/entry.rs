//! Something in a calendar, as the views show it.

use maud::{Markup, html};
use time::Date;
use yakusho_koyomi::weekday_ja;
use yakusho_scheduling::event::{self, Item, Status};
use yakusho_webkit::Lang;
use yakusho_webkit::text::clock;
use yakusho_webkit::ui::{Icon, day};

use super::texts::{self, Text};
use super::{local, seen_page};

/// A day's part of a calendar.
pub(crate) fn items(lang: Lang, found: &[&Item], on: Date) -> Markup {
    html! {
        @if !found.is_empty() {
            ul.items { @for item in found { li { (entry(lang, item, on, None)) } } }
        }
    }
}

/// What there is on several days, each with its day.
pub(crate) fn dated_items(lang: Lang, found: &[&Item]) -> Markup {
    html! {
        ul.items {
            @for item in found { li { (day(lang, item.first)) " " (entry(lang, item, item.first, None)) } }
        }
    }
}

/// What something in a calendar is called.
pub(crate) fn title_of(lang: Lang, item: &Item) -> String {
    let seen = item.seen.as_ref();
    seen.map_or_else(
        || Text::Busy.to(lang).into_owned(),
        |seen| seen.title.clone(),
    )
}

/// Something in a calendar, as a day shows it; with the name of whose it is, where several people's stand together.
pub(super) fn entry(lang: Lang, item: &Item, on: Date, whose: Option<&str>) -> Markup {
    let times = html! {
        span.times { (times(lang, item, on)) }
        @if let Some(whose) = whose { " " (whose) }
    };
    let Some(seen) = &item.seen else {
        return html! { span.item.busy { (times) " " (Text::Busy.to(lang)) } };
    };
    let status = match (seen.candidate, seen.status) {
        (Some(_), _) => Some(Text::Candidate.to(lang)),
        (None, Status::Confirmed) => None,
        (None, status) => Some(texts::status(lang, status)),
    };
    html! {
        a.item.whole[item.is_days].unsure[status.is_some()] href=(seen_page(seen)) {
            (times) " "
            @if seen.closed { (Icon::Lock) span.visually-hidden { (Text::Closed.to(lang)) " " } }
            (seen.title)
            @if let Some(status) = status { " (" (status) ")" }
            @if let Some(answer @ (event::Answer::Declined | event::Answer::None)) = seen.answer {
                " (" (texts::answer(lang, answer)) ")"
            }
            @if !seen.place.is_empty() { span.place { (seen.place) } }
        }
    }
}

/// From when to when on that day; of a period, from which day to which.
pub(crate) fn times(lang: Lang, item: &Item, on: Date) -> String {
    if item.is_days && item.first != item.last {
        let to = Text::To.to(lang);
        let (first, last) = (short(lang, item.first), short(lang, item.last));
        return format!("{first}{}{last}", spaced(lang, &to));
    }
    let (start, end) = (local(item.start), local(item.end));
    let to = Text::To.to(lang);
    let begins = (start.date() == on).then(|| clock(start.time()));
    let ends = (end.date() == on).then(|| clock(end.time()));
    match (item.is_days, begins, ends) {
        (true, ..) | (false, None, None) => Text::AllDay.to(lang).into_owned(),
        (false, Some(begins), Some(ends)) if begins == ends => begins,
        (false, Some(begins), Some(ends)) => format!("{begins}{}{ends}", spaced(lang, &to)),
        (false, Some(begins), None) => format!("{begins}{}", spaced(lang, &to).trim_end()),
        (false, None, Some(ends)) => format!("{}{ends}", spaced(lang, &to).trim_start()),
    }
}

fn spaced(lang: Lang, to: &str) -> String {
    match lang {
        Lang::Ja => to.to_owned(),
        Lang::En => "\u{2013}".to_owned(),
    }
}

/// `11/24(火)`, `Tue 24/11`.
pub(crate) fn short(lang: Lang, day: Date) -> String {
    let (month, date) = (u8::from(day.month()), day.day());
    match lang {
        Lang::Ja => format!("{month}/{date}({})", weekday_ja(day.weekday())),
        Lang::En => {
            let weekday = day.weekday().to_string();
            format!("{} {date}/{month}", weekday.get(..3).unwrap_or_default())
        }
    }
}
