//! Closing a facility: what is still to come of it is said before.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_scheduling::booking::{self, BookingRow};
use yakusho_scheduling::facility::{self, FacilityId};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Cell, Column, Confirm, Table};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, SeeOther, Typed, Visit};

use super::editor::kept;
use super::page::crumbs;
use super::texts::time;
use super::{facility_page, page_of};

/// The longest reason, in characters.
const REASON: usize = 2_000;

yakusho_webkit::texts! {
    /// What it says.
    enum Text {
        Title: "利用停止" / "Close";
        Question { name: String }: "{name}を利用停止にしますか" / "Close {name}?";
        Consequences: "利用停止にすると、だれも新しく予約できなくなります。これまでの記録は残り、いつでも利用を再開できます。" / "Nobody will book it any more. What was booked stays on record, and it can be opened again at any time.";
        NothingToCome: "これからの予約はありません。" / "Nothing is booked for a time to come.";
        Coming { n: usize }: "これからの予約(キャンセル待ちを含む)が{n}件あります。すべて取り消し、予約した人に理由を知らせます。" / "{n} booking is to come (or waits). It is called off, and whoever booked is told why." | "{n} bookings are to come (or wait). All are called off, and those who booked are told why." by n;
        ComingMore { n: usize }: "これからの予約(キャンセル待ちを含む)が{n}件以上あります。すべて取り消し、予約した人に理由を知らせます。" / "More than {n} bookings are to come. All are called off, and those who booked are told why.";
        Events: "予定と一緒に予約したものは、施設の予約だけを取り消します。予定そのものは残ります。" / "Of what was booked with an event, the booking alone is called off; the event stays.";
        Booked: "取り消す予約" / "What is called off";
        When: "日時" / "When";
        Whose: "予約した人" / "Booked by";
        Purpose: "用件" / "What for";
        Close: "利用停止にする" / "Close";
        CloseAndCancel: "予約を取り消して利用停止にする" / "Call them off and close";
        Closed: "利用停止にしました。" / "It was closed.";
        ClosedAndCancelled { n: usize }: "予約{n}件を取り消して、利用停止にしました。" / "{n} booking was called off, and it was closed." | "{n} bookings were called off, and it was closed." by n;
        Reopened: "利用を再開しました。" / "It is open again.";
    }
}

/// `GET /facilities/:id/close`
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<FacilityId>) -> Answer {
    question(&visit, id, visit.typed()).await
}

/// `POST /facilities/:id/close`
#[handler]
pub(super) async fn close(visit: Visit, Path(id): Path<FacilityId>, fields: Fields) -> Answer {
    let _ = kept(&visit, id).await?;
    let closed = async {
        let revision = fields.reader().given("revision")?;
        let reason = fields
            .first("reason")
            .is_some()
            .then(|| fields.text("reason"));
        Ok::<_, Problem>(*facility::retire(&visit.cx, id, revision, reason.as_deref()).await?)
    };
    match closed.await {
        Ok(cancelled) => {
            let said = match cancelled {
                0 => Text::Closed,
                n => Text::ClosedAndCancelled { n },
            };
            let page = visit.see_other(facility_page(id));
            Ok(page.saying(said.to(visit.lang)).into())
        }
        Err(problem) => question(&visit, id, problem.again(&fields)?).await,
    }
}

/// `POST /facilities/:id/reopen`
#[handler]
pub(super) async fn reopen(
    visit: Visit,
    Path(id): Path<FacilityId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let revision = fields.reader().given("revision")?;
    let _ = facility::take_up(&visit.cx, id, revision).await?;
    let said = Text::Reopened.to(visit.lang);
    Ok(visit.see_other(facility_page(id)).saying(said))
}

async fn question(visit: &Visit, id: FacilityId, typed: Typed<'_>) -> Answer {
    let row = kept(visit, id).await?;
    let coming = booking::coming(&visit.cx, id, None, PAGE_SIZE).await?;
    let lang = visit.lang;
    let n = coming.items.len();
    let form = typed.form(visit, page_of(id, "close"));
    let revision = form.revision(row.facility.revision);
    let name = row.facility.name(lang).to_owned();
    let many = match (n, coming.next.is_some()) {
        (0, _) => Text::NothingToCome,
        (n, false) => Text::Coming { n },
        (n, true) => Text::ComingMore { n },
    };
    let act = if n == 0 {
        Text::Close
    } else {
        Text::CloseAndCancel
    };
    let title = Text::Question { name }.to(lang);
    let asked =
        Confirm::new(lang, form, title, act.to(lang), facility_page(id)).consequences(html! {
            p { (Text::Consequences.to(lang)) }
            p { strong { (many.to(lang)) } }
            @if n > 0 {
                p { (Text::Events.to(lang)) }
                (table(visit, &coming.items))
            }
            (revision)
        });
    let asked = if n == 0 { asked } else { asked.reason(REASON) };
    let shell = visit.shell().await?;
    let page = crumbs(
        Page::new(&shell, Text::Title.to(lang)),
        visit,
        &row.facility,
    );
    Ok(typed.page(page.render(asked)))
}

fn table(visit: &Visit, rows: &[BookingRow]) -> Markup {
    let lang = visit.lang;
    let columns = [Text::When, Text::Whose, Text::Purpose];
    let rows = rows.iter().map(|row| -> [Cell; 3] {
        [
            time(lang, row.booking.slot).into(),
            (&*row.name).into(),
            (&*row.booking.purpose).into(),
        ]
    });
    let table = Table::new(
        Text::Booked.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    );
    html! { (table.compact().rows(rows)) }
}
