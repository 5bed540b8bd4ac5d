//! What one does to a booking on its page.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_kernel::{Fault, Invalid, Notices, Seen, Subject as _, Timestamp};
use yakusho_scheduling::booking::{self, BookingId, BookingRow, Decision};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::Confirm;
use yakusho_webkit::{Answer, Fields, Problem, SeeOther, Typed, Visit};

use super::texts::{Text, slot};
use super::{BOOKINGS, MINE, booking_page, page};

yakusho_webkit::texts! {
    enum Words {
        Question { name: String }: "{name}の予約を取り消しますか" / "Call off the booking of {name}?";
        OnlyThis: "この日の予約だけを取り消します。" / "This booking alone is called off.";
        AndAfter: "この日と、これより後の日の予約を取り消します。前の日は残ります。" / "This booking and all after it are called off; those before stay.";
        AllOfIt: "繰り返しのうち、これからの日の予約をすべて取り消します。" / "All bookings of the series that are still to come are called off.";
        Consequences: "空いた時間は、キャンセル待ちの人がいれば、その人の予約になります。" / "Whoever is first on the waiting list gets the time.";
        OwnerTold: "予約した人に、理由と一緒に通知が届きます。" / "Whoever booked it is told, with the reason.";
        Cancel: "予約を取り消す" / "Call off";
        Cancelled: "予約を取り消しました。" / "The booking was called off.";
        Approved: "予約を承認しました。" / "The booking was approved.";
        Refused: "不承認にしました。予約した人に理由が通知されます。" / "The booking was refused, and its owner told why.";
        Lent: "貸し出しました。" / "It was handed out.";
        Returned: "返却を受け付けました。" / "It was taken back.";
    }
}

/// The part of a series that the address is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    This,
    Following,
    All,
}

impl Part {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::This => "this",
            Self::Following => "following",
            Self::All => "all",
        }
    }

    fn of(visit: &Visit) -> Self {
        let all = [Self::This, Self::Following, Self::All];
        let asked = visit.query("part").unwrap_or_default();
        let found = all.into_iter().find(|part| part.code() == asked);
        found.unwrap_or(Self::This)
    }
}

/// Where a booking, or a part of its series, is called off.
pub(super) fn cancel_page(id: BookingId, part: Part) -> String {
    match part {
        Part::This => format!("{}/cancel", booking_page(id)),
        part => format!("{}/cancel?part={}", booking_page(id), part.code()),
    }
}

/// The revision that the page showed.
fn revision(fields: &Fields) -> Result<i32, Invalid> {
    fields.reader().given("revision")
}

/// `GET /bookings/:id/cancel`
#[handler]
pub(super) async fn ask_cancel(visit: Visit, Path(id): Path<BookingId>) -> Answer {
    let row = booking::show(&visit.cx, id).await?;
    question(&visit, &row, visit.typed()).await
}

async fn question(visit: &Visit, row: &BookingRow, typed: Typed<'_>) -> Answer {
    let (lang, part, booking) = (visit.lang, Part::of(visit), &row.booking);
    if !row.rights.cancel || (part != Part::This && booking.series.is_none()) {
        return Err(Fault::NotFound.into());
    }
    let form = typed.form(visit, cancel_page(booking.id, part));
    let revision = form.revision(booking.revision);
    let name = row.facility.name(lang).to_owned();
    let which = match part {
        Part::This => booking.series.map(|_| Words::OnlyThis),
        Part::Following => Some(Words::AndAfter),
        Part::All => Some(Words::AllOfIt),
    };
    let others = part == Part::This && !is_mine(visit, row);
    let consequences = html! {
        p { (slot(lang, booking.slot)) " " (booking.purpose) }
        @if let Some(which) = which { p { strong { (which.to(lang)) } } }
        p { (Words::Consequences.to(lang)) @if others { " " (Words::OwnerTold.to(lang)) } }
        (revision)
    };
    let question = Words::Question { name: name.clone() };
    let (act, back) = (Words::Cancel.to(lang), booking_page(booking.id));
    let mut asked =
        Confirm::new(lang, form, question.to(lang), act, back).consequences(consequences);
    if others {
        asked = asked.reason(2_000);
    }
    let shell = visit.shell().await?;
    let framed = Page::new(&shell, Words::Cancel.to(lang))
        .crumb(BOOKINGS, Text::Bookings.to(lang))
        .crumb(booking_page(booking.id), name);
    Ok(typed.page(framed.render(asked)))
}

/// Whether the booking is the visitor's own, or was made by them.
pub(super) fn is_mine(visit: &Visit, row: &BookingRow) -> bool {
    let by = row.booking.by;
    let actor = visit.cx.actor();
    actor.stands_for(by.owner) || actor.person() == Some(by.hand)
}

/// `POST /bookings/:id/cancel`
#[handler]
pub(super) async fn cancel(visit: Visit, Path(id): Path<BookingId>, fields: Fields) -> Answer {
    let row = booking::show(&visit.cx, id).await?;
    match called_off(&visit, &row, &fields).await {
        Ok(()) => {
            let said = Words::Cancelled.to(visit.lang);
            Ok(visit.see_other(MINE).saying(said).into())
        }
        Err(problem) => question(&visit, &row, problem.again(&fields)?).await,
    }
}

async fn called_off(visit: &Visit, row: &BookingRow, fields: &Fields) -> Answer<()> {
    let (cx, booking) = (&visit.cx, &row.booking);
    let from = match Part::of(visit) {
        Part::This => {
            let reason = fields.text("reason");
            let _ = booking::cancel(cx, booking.id, revision(fields)?, &reason).await?;
            return Ok(());
        }
        Part::Following => booking.slot.starts_at,
        Part::All => Timestamp::from_millis(0),
    };
    let series = booking.series.ok_or(Fault::NotFound)?;
    let _ = booking::cancel_series(cx, series, from).await?;
    Ok(())
}

/// `POST /bookings/:id/decide`
#[handler]
pub(super) async fn decide(visit: Visit, Path(id): Path<BookingId>, fields: Fields) -> Answer {
    let refuses = fields.first("decision") == Some("refuse");
    let decision = if refuses {
        Decision::Refuse(fields.text("reason"))
    } else {
        Decision::Approve
    };
    match decided(&visit, id, &fields, decision).await {
        Ok(()) if refuses => Ok(done(&visit, id, &Words::Refused).into()),
        Ok(()) => Ok(done(&visit, id, &Words::Approved).into()),
        // Why it was refused is asked for on the page; what was decided meanwhile has no form any more.
        Err(problem @ Problem::Fault(Fault::Invalid(_))) => {
            page::shown(&visit, id, problem.again(&fields)?).await
        }
        Err(problem) => Err(problem),
    }
}

/// Decides, and need not be told of it any more.
async fn decided(visit: &Visit, id: BookingId, fields: &Fields, decision: Decision) -> Answer<()> {
    let _ = booking::decide(&visit.cx, id, revision(fields)?, decision).await?;
    let mine = Notices(visit.me()?.standing.person);
    mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    Ok(())
}

/// `POST /bookings/:id/lend`
#[handler]
pub(super) async fn lend(
    visit: Visit,
    Path(id): Path<BookingId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = booking::lend(&visit.cx, id, revision(&fields)?).await?;
    Ok(done(&visit, id, &Words::Lent))
}

/// `POST /bookings/:id/return`
#[handler]
pub(super) async fn take_back(
    visit: Visit,
    Path(id): Path<BookingId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = booking::take_back(&visit.cx, id, revision(&fields)?).await?;
    Ok(done(&visit, id, &Words::Returned))
}

/// Back to the booking, saying what was done.
fn done(visit: &Visit, id: BookingId, said: &Words) -> SeeOther {
    let said = said.to(visit.lang);
    visit.see_other(booking_page(id)).saying(said)
}
