//! The list: every facility that one may see, by category, kind and words.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_kernel::Fault;
use yakusho_scheduling::facility::{self, Category, FacilityKind, FacilityRow, Search};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Form, Icon, Table, Tag, Tone, buttons, link,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::texts::{Text as Facility, kind};
use super::{FACILITIES, categories, facility_page, keeps_all, keeps_any, sheet, usage};
use crate::booking;

yakusho_webkit::texts! {
    /// What it says.
    enum Text {
        Words: "名称・場所・管理番号" / "Name, place or code";
        WithClosed: "利用停止のものも表示" / "Also those that are closed";
        New: "施設を登録" / "Add facility";
        Categories: "分類の設定" / "Categories";
        Csv: "CSVで登録・変更" / "Import and export";
        Usage: "利用状況" / "Statistics";
        Where: "場所・定員" / "Place and size";
        Rules: "予約" / "Booking";
        Free: "予約できます" / "Can be booked";
        Nothing: "条件に合う施設はありません。" / "No facility fits.";
        Reset: "条件を消す" / "Show all";
    }
}

/// `GET /facilities`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let (cx, lang) = (&visit.cx, visit.lang);
    let search = asked(&visit)?;
    let categories = facility::categories(cx).await?;
    let page = facility::search(cx, &search, visit.after().as_ref(), PAGE_SIZE).await?;
    let keeps = keeps_any(&visit).await?;
    let shell = visit.shell().await?;
    let of_category = |row: &FacilityRow| {
        let mut categories = categories.iter();
        let found = categories.find(|one| one.id == row.facility.settings.category);
        found.map_or("", |category| category.name(lang)).to_owned()
    };
    let columns = [
        Column::new(Facility::Name.to(lang)),
        Column::new(Facility::Category.to(lang)),
        Column::new(Text::Where.to(lang)),
        Column::new(Text::Rules.to(lang)),
    ];
    let rows = page.items.iter().map(|row| -> [Cell; 4] {
        [
            name(&visit, row).into(),
            of_category(row).into(),
            place(&visit, row).into(),
            rules(&visit, row).into(),
        ]
    });
    let table = Table::new(Facility::Facilities.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Search, Text::Nothing.to(lang)));
    let heading = Page::new(&shell, Facility::Facilities.to(lang)).actions(html! {
        @if keeps_all(&visit) {
            (Button::link(format!("{FACILITIES}/new"), Text::New.to(lang)).primary().icon(Icon::Plus))
        }
    });
    Ok(Html(heading.render(html! {
        (booking::ways(lang, FACILITIES))
        (filter(&visit, &search, &categories, keeps))
        (table)
        (visit.pager(page.next.as_ref()))
        p.list-acts {
            @if keeps { (link(usage::PAGE, Text::Usage.to(lang))) }
            @if keeps_all(&visit) {
                (link(categories::PAGE, Text::Categories.to(lang)))
                (link(sheet::PAGE, Text::Csv.to(lang)))
            }
        }
    })))
}

/// What the address asks for.
fn asked(visit: &Visit) -> Result<Search, Fault> {
    let given = |name: &str| visit.query(name).filter(|text| !text.is_empty());
    let unknown = |_| Fault::NotFound;
    let kind = given("kind").map(|code| FacilityKind::from_code(code).ok_or(Fault::NotFound));
    Ok(Search {
        category: given("category")
            .map(|id| id.parse().map_err(unknown))
            .transpose()?,
        kind: kind.transpose()?,
        words: given("words").unwrap_or_default().to_owned(),
        retired: given("retired").is_some(),
    })
}

fn filter(visit: &Visit, search: &Search, categories: &[Category], keeps: bool) -> Markup {
    let lang = visit.lang;
    let form = Form::filter(lang, FACILITIES);
    let open = categories.iter().filter(|category| !category.retired);
    let options = open.map(|category| (category.id.to_string(), category.name(lang).to_owned()));
    let kinds = FacilityKind::ALL.map(|one| (one.code(), kind(lang, one)));
    let category = search.category.map(|id| id.to_string()).unwrap_or_default();
    let narrowed = search.category.is_some() || search.kind.is_some() || !search.words.is_empty();
    form.render(html! {
        (form.search("words", Text::Words.to(lang)).value(&*search.words))
        (form.select("category", Facility::Category.to(lang)).options(options).value(category))
        (form.select("kind", Facility::Kind.to(lang)).options(kinds).value(search.kind.map_or("", FacilityKind::code)))
        @if keeps { (form.checkbox("retired", Text::WithClosed.to(lang)).checked(search.retired)) }
        (buttons(html! {
            (Button::submit(Common::Search.to(lang)).primary().icon(Icon::Search))
            @if narrowed { (Button::link(FACILITIES, Text::Reset.to(lang)).tertiary()) }
        }))
    })
}

fn name(visit: &Visit, row: &FacilityRow) -> Markup {
    let lang = visit.lang;
    html! {
        (link(facility_page(row.facility.id), row.facility.name(lang)))
        @if row.facility.retired { " " (Tag::new(Tone::Neutral, Facility::Closed.to(lang))) }
        p.meta { (kind(lang, row.facility.settings.kind)) " " (row.facility.settings.code) }
    }
}

fn place(visit: &Visit, row: &FacilityRow) -> Markup {
    let (lang, set) = (visit.lang, &row.facility.settings);
    html! {
        (set.place)
        @if let Some(n) = set.capacity { p.meta { (Facility::Capacity.to(lang)) " " (Facility::Seats { n }.to(lang)) } }
        @if !set.kind.is_exclusive() { p.meta { (Facility::Units.to(lang)) " " (Facility::Pieces { n: set.units }.to(lang)) } }
    }
}

fn rules(visit: &Visit, row: &FacilityRow) -> Markup {
    let lang = visit.lang;
    html! {
        @if row.facility.retired {
        } @else if !row.bookable {
            (Tag::new(Tone::Neutral, Facility::NotBookable.to(lang)))
        } @else if row.facility.settings.approval.is_some() {
            (Tag::new(Tone::Warning, Facility::NeedsApproval.to(lang)))
        } @else {
            (Tag::new(Tone::Success, Text::Free.to(lang)))
        }
    }
}
