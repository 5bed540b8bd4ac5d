//! The times in which a facility cannot be booked.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_kernel::Reason;
use yakusho_scheduling::facility::{self, BlackoutForm, BlackoutId, FacilityId};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Button, Cell, Column, Empty, Icon, Table, buttons, section};
use yakusho_webkit::{Answer, Fields, Problem, Reader, SeeOther, Typed, Visit};

use super::editor::kept;
use super::page::crumbs;
use super::texts::{Text as Facility, time};
use super::{facility_page, page_of};

/// The longest reason, in characters.
const REASON: usize = 2_000;

yakusho_webkit::texts! {
    /// What the page says.
    enum Text {
        Intro: "工事や点検などで利用できない期間を登録します。その間の予約は取り消されません。予約した人には知らせますので、必要なら予約の取り消しをお願いしてください。" / "Times of repairs and the like. What is booked in them stays; those who booked are told.";
        New: "期間を追加" / "Add a time";
        StartsAt: "開始" / "From";
        EndsAt: "終了" / "Until";
        Reason: "理由" / "Why";
        ReasonHelp: "予約しようとした人と、その間に予約している人に知らせます。" / "Told to those who would book it, and to those who have.";
        Add: "登録" / "Add";
        When: "期間" / "When";
        Acts: "操作" / "Acts";
        Lift: "取り消す" / "Lift";
        None: "これからの期間に、利用できない期間はありません。" / "There is none to come.";
        Added: "利用できない期間を登録しました。その間の予約はありません。" / "It was added. Nothing is booked in it.";
        AddedOver { n: usize }: "利用できない期間を登録し、その間の予約{n}件の予約者に知らせました。" / "It was added, and those of {n} booking in it were told." | "It was added, and those of {n} bookings in it were told." by n;
        Lifted: "利用できない期間を取り消しました。" / "It was lifted.";
    }
}

/// `GET /facilities/:id/blackouts`
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<FacilityId>) -> Answer {
    page(&visit, id, visit.typed()).await
}

/// `POST /facilities/:id/blackouts`
#[handler]
pub(super) async fn add(visit: Visit, Path(id): Path<FacilityId>, fields: Fields) -> Answer {
    let added = async {
        let mut read = fields.reader();
        let starts_at = read.needed("starts_at", Reader::moment);
        let ends_at = read.needed("ends_at", Reader::moment);
        let (starts_at, ends_at) = read.finish_with(starts_at.zip(ends_at))?;
        let form = BlackoutForm {
            starts_at,
            ends_at,
            reason: fields.text("reason"),
        };
        Ok::<_, Problem>(*facility::add_blackout(&visit.cx, id, form).await?)
    };
    match added.await {
        Ok((_, met)) => {
            let said = match met {
                0 => Text::Added,
                n => Text::AddedOver { n },
            };
            Ok(done(&visit, id, &said).into())
        }
        Err(problem) => page(&visit, id, problem.again(&fields)?).await,
    }
}

/// `POST /facilities/:id/blackouts/lift`
#[handler]
pub(super) async fn lift(
    visit: Visit,
    Path(id): Path<FacilityId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = kept(&visit, id).await?;
    let mut read = fields.reader();
    let blackout: Option<BlackoutId> = read.one("blackout");
    if blackout.is_none() {
        read.wrong("blackout", Reason::Required);
    }
    let blackout = read.finish_with(blackout)?;
    let _ = facility::lift_blackout(&visit.cx, blackout).await?;
    Ok(done(&visit, id, &Text::Lifted))
}

fn done(visit: &Visit, id: FacilityId, said: &Text) -> SeeOther {
    let page = visit.see_other(page_of(id, "blackouts"));
    page.saying(said.to(visit.lang))
}

async fn page(visit: &Visit, id: FacilityId, typed: Typed<'_>) -> Answer {
    let row = kept(visit, id).await?;
    let blackouts = facility::blackouts(&visit.cx, id).await?;
    let lang = visit.lang;
    let columns = [
        Column::new(Text::When.to(lang)),
        Column::new(Text::Reason.to(lang)),
        Column::actions(Text::Acts.to(lang)),
    ];
    let rows = blackouts.iter().map(|one| -> [Cell; 3] {
        let button = Button::post(
            page_of(id, "blackouts/lift"),
            visit.csrf(),
            Text::Lift.to(lang),
        );
        [
            time(lang, one.slot).into(),
            (&*one.reason).into(),
            html! { (button.small().about(&*one.reason).field("blackout", one.id.to_string())) }
                .into(),
        ]
    });
    let table = Table::new(Facility::Blackouts.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Calendar, Text::None.to(lang)));
    let form = typed.form(visit, page_of(id, "blackouts"));
    let new = form.render(html! {
        (form.datetime("starts_at", Text::StartsAt.to(lang)).required())
        (form.datetime("ends_at", Text::EndsAt.to(lang)).required())
        (form.textarea("reason", Text::Reason.to(lang)).required().rows(3).max_chars(REASON)
            .help(Text::ReasonHelp.to(lang)))
        (buttons(html! {
            (Button::submit(Text::Add.to(lang)).primary())
            (Button::link(facility_page(id), Facility::Back.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Facility::Blackouts.to(lang));
    let page = crumbs(page, visit, &row.facility);
    Ok(typed.page(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (table)
        (section(Text::New.to(lang), new))
    })))
}
