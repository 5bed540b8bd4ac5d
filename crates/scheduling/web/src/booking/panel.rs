//! What booking shows on the portal.

use async_trait::async_trait;
use futures_util::future::try_join;
use maud::{Markup, html};
use yakusho_scheduling::booking::{self, BookingRow, Mine};
use yakusho_webkit::ui::{Card, Icon};
use yakusho_webkit::{Panel, Problem, Visit};

use super::texts::{short_slot, tag, times};
use super::{FUNCTION, MINE, WAITING, booking_page};

/// How many a card lists.
const LISTED: usize = 5;

yakusho_webkit::texts! {
    enum Words {
        Today: "今日の施設予約" / "Facilities booked today";
        AllMine: "自分の予約をすべて見る" / "All my bookings";
        ToDecide: "承認待ちの施設予約" / "Bookings to approve";
        AllToDecide: "承認待ちをすべて見る" / "All that wait for approval";
    }
}

/// What the reader has booked today, and which bookings wait for their approval.
pub(crate) struct Bookings;

#[async_trait]
impl Panel for Bookings {
    async fn render(&self, visit: &Visit) -> Result<Option<Markup>, Problem> {
        if !visit.is_on(FUNCTION) {
            return Ok(None);
        }
        let (cx, lang) = (&visit.cx, visit.lang);
        let pending = booking::pending(cx, None, LISTED);
        let mine = booking::mine(cx, Mine::Coming, None, LISTED);
        let (pending, mine) = try_join(pending, mine).await?;
        let (pending, mine) = (pending.items, mine.items);
        let begun = |row: &&BookingRow| {
            let booking = &row.booking;
            booking.state.holds() && booking.slot.starts_at.date() <= cx.today()
        };
        let today: Vec<&BookingRow> = mine.iter().filter(begun).collect();
        let list = |rows: &[&BookingRow], when: &dyn Fn(&BookingRow) -> Markup| {
            html! {
                ul {
                    @for row in rows {
                        li {
                            a href=(booking_page(row.booking.id)) { (row.facility.name(lang)) } " " (when(row))
                            p.meta { (row.booking.purpose) @if !row.name.is_empty() { " " (row.name) } }
                        }
                    }
                }
            }
        };
        let of_today = list(&today, &|row| {
            html! { (times(lang, row.booking.slot)) " " (tag(lang, row.booking.state)) }
        });
        let waiting: Vec<&BookingRow> = pending.iter().collect();
        let to_decide = list(&waiting, &|row| short_slot(lang, row.booking.slot));
        Ok((!today.is_empty() || !waiting.is_empty()).then(|| {
            html! {
                @if !waiting.is_empty() {
                    (Card::new(Words::ToDecide.to(lang), to_decide).icon(Icon::Check)
                        .more(WAITING, Words::AllToDecide.to(lang)))
                }
                @if !today.is_empty() {
                    (Card::new(Words::Today.to(lang), of_today).icon(Icon::Door)
                        .more(MINE, Words::AllMine.to(lang)))
                }
            }
        }))
    }
}
