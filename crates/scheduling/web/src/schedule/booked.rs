//! The facilities of an event, on its page.

use std::collections::HashMap;

use maud::{Markup, html};
use yakusho_scheduling::booking::{self, BookingRow, BookingState, Wanted};
use yakusho_scheduling::event::{EventView, When};
use yakusho_scheduling::facility::{self, FacilityId, Slot};
use yakusho_webkit::ui::{Tag, Tone, section, status_list};
use yakusho_webkit::{Answer, Lang, Visit};

use crate::booking::{booking_page, tag};
use crate::clashes;

yakusho_webkit::texts! {
    enum Words {
        Facilities: "予約した施設" / "Facilities";
        Count { name: String, n: i32 }: "{name} {n}個" / "{name} × {n}";
        Dates { n: usize }: "{n}日分を予約済み" / "booked for {n} date" | "booked for {n} dates" by n;
        Pending { n: usize }: "うち承認待ち{n}日" / "{n} of them to be approved";
        NotBooked: "この日は予約できていません" / "not booked for this date";
        Elsewhere: "施設" / "a facility";
    }
}

/// The part of the page about the facilities of an event; `when` is the time that the page shows, if it is of one date.
pub(super) async fn facilities(
    visit: &Visit,
    view: &EventView,
    when: Option<&When>,
) -> Answer<Markup> {
    let rows = booking::of_events(&visit.cx, &[view.event.id]).await?;
    if rows.is_empty() && view.facilities.is_empty() {
        return Ok(html! {});
    }
    let lang = visit.lang;
    let known = facility::list(&visit.cx, None, None).await?;
    let mut names: HashMap<FacilityId, String> = known
        .iter()
        .map(|row| (row.facility.id, row.facility.name(lang).to_owned()))
        .collect();
    names.extend(rows.iter().map(|row| {
        let facility = &row.facility;
        (facility.id, facility.name(lang).to_owned())
    }));
    let name = |one: &Wanted| {
        let name = names.get(&one.facility).cloned();
        let name = name.unwrap_or_else(|| Words::Elsewhere.to(lang).into_owned());
        if one.quantity == 1 {
            name
        } else {
            let n = one.quantity;
            Words::Count { name, n }.to(lang).into_owned()
        }
    };
    let lines: Vec<(Markup, Tag, Markup)> = match when {
        Some(when) => of_date(lang, view, &rows, when, &name),
        None => of_series(lang, view, &rows, &name),
    };
    Ok(section(Words::Facilities.to(lang), status_list(lines)))
}

/// What one date has.
fn of_date(
    lang: Lang,
    view: &EventView,
    rows: &[BookingRow],
    when: &When,
    name: &dyn Fn(&Wanted) -> String,
) -> Vec<(Markup, Tag, Markup)> {
    let (from, until) = when.span();
    let slot = Slot::new(from, until);
    let own = rows.iter().map(|row| &row.booking);
    let own = own.filter(|booking| slot.is_some_and(|slot| slot.meets(booking.slot)));
    let own: Vec<_> = own.collect();
    let booked = own.iter().map(|booking| {
        let wanted = Wanted {
            facility: booking.facility,
            quantity: booking.quantity,
        };
        let held = html! {
            @if booking.held != booking.slot { (clashes::times(lang, booking.held)) }
        };
        let name = html! { a href=(booking_page(booking.id)) { (name(&wanted)) } };
        (name, tag(lang, booking.state), held)
    });
    let wanted = view.facilities.iter();
    let lacking = wanted.filter(|one| own.iter().all(|booking| booking.facility != one.facility));
    let lacking = lacking.map(|one| {
        let lacks = Tag::new(Tone::Error, Words::NotBooked.to(lang));
        (html! { (name(one)) }, lacks, html! {})
    });
    booked.chain(lacking).collect()
}

/// What a series has.
fn of_series(
    lang: Lang,
    view: &EventView,
    rows: &[BookingRow],
    name: &dyn Fn(&Wanted) -> String,
) -> Vec<(Markup, Tag, Markup)> {
    let lines = view.facilities.iter().map(|one| {
        let own = rows.iter().map(|row| &row.booking);
        let own = own.filter(|booking| booking.facility == one.facility);
        let states: Vec<BookingState> = own.map(|booking| booking.state).collect();
        let n = states.iter().filter(|state| state.holds()).count();
        let pending = states.iter();
        let pending = pending.filter(|state| **state == BookingState::Tentative);
        let pending = pending.count();
        let tone = if pending > 0 {
            Tone::Warning
        } else {
            Tone::Success
        };
        let more = html! {
            @if pending > 0 { (Words::Pending { n: pending }.to(lang)) }
        };
        (
            html! { (name(one)) },
            Tag::new(tone, Words::Dates { n }.to(lang)),
            more,
        )
    });
    lines.collect()
}
