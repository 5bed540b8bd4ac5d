//! How much facilities are used.

use maud::{Markup, html};
use poem::http::StatusCode;
use poem::web::Html;
use poem::{IntoResponse as _, Response, handler};
use time::{Date, Duration};
use yakusho_kernel::{Fault, Invalid};
use yakusho_scheduling::booking::{self, Usage};
use yakusho_webkit::csv::KIND;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{Common, day, number};
use yakusho_webkit::ui::{
    Asked, Button, Cell, Column, Disclosure, Empty, Form, Icon, Table, Takes, buttons, link,
};
use yakusho_webkit::{Answer, Visit};

use super::texts::Text as Facility;
use super::{FACILITIES, facility_page, keeps_all, keeps_any};
use crate::json::period;

/// The page.
pub(super) const PAGE: &str = "/facilities/usage";

/// The period that is shown unless another is asked for: so many days up to today.
const DAYS: Duration = Duration::days(30);

yakusho_webkit::texts! {
    /// What the page says.
    enum Text {
        Title: "施設の利用状況" / "Use of facilities";
        Intro: "管理している施設の、期間中の利用状況です。利用率は、利用できる時間のうち予約された時間の割合です。" / "How much the facilities that you keep were used. The rate is the part of the open hours that was booked.";
        First: "開始日" / "First day";
        Last: "終了日" / "Last day";
        Shown { first: String, last: String }: "{first}から{last}まで" / "From {first} to {last}";
        Bookings: "予約件数" / "Bookings";
        Booked: "予約された時間" / "Booked";
        Open: "利用できる時間" / "Open";
        Rate: "利用率" / "Rate";
        CalledOff: "取消・不承認" / "Called off or refused";
        BySection: "所属別" / "By section";
        NoSection: "所属なし" / "Without a section";
        Hours { n: i64 }: "{n}時間" / "{n} h";
        Minutes { n: i64 }: "{n}分" / "{n} min";
        None: "管理している施設はありません。" / "You keep no facility.";
    }
}

/// The period that the address asks for.
fn asked(visit: &Visit) -> Result<(Date, Date), Invalid> {
    let today = visit.cx.today();
    if visit.query("first").is_none() && visit.query("last").is_none() {
        return Ok((today.saturating_sub(DAYS), today));
    }
    period(visit.day("first").check()?, visit.day("last").check()?)
}

/// `GET /facilities/usage`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    let found = match asked(&visit) {
        Ok(period) => booking::usage(&visit.cx, period.0, period.1)
            .await
            .map(|usages| (period, usages)),
        Err(invalid) => Err(invalid.into()),
    };
    match found {
        // Each facility that is kept has a row.
        Ok((_, usages)) if usages.is_empty() && !keeps_all(&visit) => Err(Fault::NotFound.into()),
        Ok(found) => page(&visit, &Ok(found)).await,
        Err(Fault::Invalid(invalid)) if keeps_any(&visit).await? => {
            page(&visit, &Err(invalid)).await
        }
        Err(Fault::Invalid(_)) => Err(Fault::NotFound.into()),
        Err(fault) => Err(fault.into()),
    }
}

/// `GET /facilities/usage/csv`
#[handler]
pub(super) async fn csv(visit: Visit) -> Answer<Response> {
    let period = asked(&visit)?;
    file(&visit, period).await
}

/// The same as a file.
pub(super) async fn file(visit: &Visit, (first, last): (Date, Date)) -> Answer<Response> {
    let content = booking::usage_csv(&visit.cx, first, last).await?;
    let name = format!("facilities-{first}-{last}.csv");
    Ok(visit.file(&name, KIND, content))
}

/// What was found of a period, or what is wrong with it.
type Found = Result<((Date, Date), Vec<Usage>), Invalid>;

async fn page(visit: &Visit, found: &Found) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::Title.to(lang)).crumb(FACILITIES, Facility::Facilities.to(lang));
    let given = |name| visit.query(name).unwrap_or_default().to_owned();
    let (first, last) = match found {
        Ok(((first, last), _)) => (first.to_string(), last.to_string()),
        Err(_) => (given("first"), given("last")),
    };
    let wrong = found.as_ref().err().map(|invalid| &invalid.errors);
    let wrong = wrong.into_iter().flatten().map(|error| {
        let label = match &*error.field {
            "first" => Text::First,
            _ => Text::Last,
        };
        let label = label.to(lang);
        let takes = Takes::Day;
        let asked = Asked {
            label: &label,
            takes,
        };
        let words = visit.words_of(&error.reason, None, asked);
        (error.field.clone(), words)
    });
    let form = Form::filter(lang, PAGE).errors(wrong);
    let filter = form.render(html! {
        (form.date("first", Text::First.to(lang)).value(&*first))
        (form.date("last", Text::Last.to(lang)).value(&*last))
        (buttons(html! { (Button::submit(Common::Show.to(lang)).primary()) }))
    });
    let body = page.render(html! {
        p { (Text::Intro.to(lang)) }
        (filter)
        @if let Ok((period, usages)) = found { (table(visit, *period, usages)) }
    });
    let status = match found {
        Ok(_) => StatusCode::OK,
        Err(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(Html(body).with_status(status).into_response())
}

fn table(visit: &Visit, (first, last): (Date, Date), usages: &[Usage]) -> Markup {
    let lang = visit.lang;
    let columns = [
        Column::new(Facility::Name.to(lang)),
        Column::number(Text::Bookings.to(lang)),
        Column::number(Text::Booked.to(lang)),
        Column::number(Text::Open.to(lang)),
        Column::number(Text::Rate.to(lang)),
        Column::number(Text::CalledOff.to(lang)),
    ];
    let rows = usages.iter().map(|usage| row(visit, usage));
    let (from, to) = (day(lang, first), day(lang, last));
    let caption = Text::Shown {
        first: from,
        last: to,
    };
    let table = Table::new(caption.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Calendar, Text::None.to(lang)));
    let file = format!("{PAGE}/csv?first={first}&last={last}");
    html! {
        h2 { (caption.to(lang)) }
        (table)
        p.list-acts { (Button::link(file, Common::DownloadCsv.to(lang)).icon(Icon::Download)) }
    }
}

fn row(visit: &Visit, usage: &Usage) -> [Cell; 6] {
    let (lang, facility) = (visit.lang, &usage.row.facility);
    let sections = html! {
        ul {
            @for (_, name, minutes) in &usage.sections {
                li {
                    @if name.is_empty() { (Text::NoSection.to(lang)) } @else { (name) }
                    ": " (spent(visit, *minutes))
                }
            }
        }
    };
    let name = html! {
        (link(facility_page(facility.id), facility.name(lang)))
        @if !usage.sections.is_empty() { (Disclosure::new(Text::BySection.to(lang), sections)) }
    };
    [
        name.into(),
        number(usage.bookings).into(),
        spent(visit, usage.minutes).into(),
        spent(visit, usage.open_minutes).into(),
        format!("{}%", usage.percent()).into(),
        number(usage.cancelled + usage.refused).into(),
    ]
}

/// So many minutes in hours, which add up more easily than days.
fn spent(visit: &Visit, minutes: i64) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let hours = Text::Hours { n: hours }.to(visit.lang);
    let rest = Text::Minutes { n: rest }.to(visit.lang);
    match (minutes / 60, minutes % 60) {
        (_, 0) => hours.into_owned(),
        (0, _) => rest.into_owned(),
        _ => format!("{hours} {rest}"),
    }
}
