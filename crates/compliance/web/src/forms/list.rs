//! The lists of forms, and the registers.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_compliance::designation;
use yakusho_compliance::procedure::{self, CaseNumber, CaseRow, CaseState, Tray};
use yakusho_kernel::Fault;
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::{ProcedureKind, Rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{Common, fiscal_year};
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Tab, Table, Tag, Tone, link, short_day, short_moment, tabs,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::{FORMS, Text, case_page};
use crate::operators::REPORTS as OPERATOR_REPORTS;
use crate::outsourcing::CONTRACTS;
use crate::provision::PROVISIONS;

/// The page of all registers.
const REGISTERS: &str = "/forms/registers";

/// What was sent back to the reader.
pub(crate) const RETURNED: &str = "/forms?view=returned";

/// `GET /forms`, of a list by `view`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let tray = match visit.query("view").unwrap_or("waiting") {
        "waiting" => Tray::Waiting,
        "returned" => Tray::Returned,
        "mine" => Tray::Mine,
        "section" => Tray::Section,
        _ => return Err(Fault::NotFound.into()),
    };
    let listed = procedure::list(&visit.cx, &tray, visit.after().as_ref(), PAGE_SIZE).await?;
    let lang = visit.lang;
    let views = views(&visit, view_of(&tray)).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Forms.to(lang)).actions(new_button(lang));
    Ok(Html(page.render(html! {
        (views)
        (table(&visit, &tray, &listed.items))
        (visit.pager(listed.next.as_ref()))
    })))
}

fn new_button(lang: Lang) -> Markup {
    let new = Button::link(format!("{FORMS}/new"), Text::New.to(lang));
    html! { (new.primary().icon(Icon::Plus)) }
}

const fn view_of(tray: &Tray) -> &'static str {
    match tray {
        Tray::Waiting => FORMS,
        Tray::Returned => RETURNED,
        Tray::Mine => "/forms?view=mine",
        Tray::Section => "/forms?view=section",
        Tray::Register(..) => REGISTERS,
    }
}

/// The lists, with how many wait.
pub(crate) async fn views(visit: &Visit, current: &str) -> Answer<Markup> {
    let lang = visit.lang;
    let waiting = procedure::waiting(&visit.cx).await?;
    let views = [
        (FORMS, Text::Waiting),
        (RETURNED, Text::Returned),
        ("/forms?view=mine", Text::Mine),
        ("/forms?view=section", Text::Section),
        (REGISTERS, Text::Registers),
        (PROVISIONS, Text::Provisions),
        (CONTRACTS, Text::Contracts),
    ];
    let provides = ProcedureKind::Provision;
    let provides = visit
        .cx
        .city()
        .procedure(provides, visit.cx.today())
        .is_some();
    let outsources = Rule::OutsourcingClauses;
    let outsources = visit
        .cx
        .city()
        .in_force(outsources, visit.cx.today())
        .is_some();
    let views = views.into_iter().filter(|(address, _)| match *address {
        PROVISIONS => provides,
        CONTRACTS => outsources,
        _ => true,
    });
    let views = views.map(|(address, text)| {
        let tab = Tab::new(address, text.to(lang)).current(address == current);
        if address == FORMS && waiting > 0 {
            tab.count(waiting)
        } else {
            tab
        }
    });
    Ok(tabs(Text::Views.to(lang), views))
}

/// `GET /forms/registers`
#[handler]
pub(super) async fn registers(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let registers = procedure::registers(&visit.cx).await?;
    let columns = [
        Column::new(Text::Registers.to(lang)),
        Column::new(Text::Year.to(lang)),
        Column::number(Text::Last.to(lang)),
    ];
    let rows = registers.iter().map(|row| {
        let at = match row.register.as_str() {
            designation::REGISTER => OPERATOR_REPORTS.to_owned(),
            register => format!("{REGISTERS}/{register}/{}", row.year.year()),
        };
        let name = register_name(lang, &row.register);
        [
            Cell::from(link(at, name)),
            row.year.year().to_string().into(),
            row.last.to_string().into(),
        ]
    });
    let table = Table::new(Text::Registers.to(lang), columns)
        .empty(Empty::new(Icon::Document, Text::NoRegisters.to(lang)))
        .rows(rows);
    let views = views(&visit, REGISTERS).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Registers.to(lang)).crumb(FORMS, Text::Forms.to(lang));
    Ok(Html(page.render(html! { (views) (table) })))
}

/// `GET /forms/registers/:register/:year`
#[handler]
pub(super) async fn one_register(
    visit: Visit,
    Path((register, year)): Path<(String, i32)>,
) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let known = procedure::registers(&visit.cx).await?;
    let year = FiscalYear::starting_in(year);
    if !known
        .iter()
        .any(|row| row.register == register && row.year == year)
    {
        return Err(Fault::NotFound.into());
    }
    let tray = Tray::Register(register.clone(), year);
    let listed = procedure::list(&visit.cx, &tray, visit.after().as_ref(), PAGE_SIZE).await?;
    let title = Text::RegisterOf {
        register: register_name(lang, &register).to_owned(),
        year: fiscal_year(lang, year),
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang))
        .crumb(FORMS, Text::Forms.to(lang))
        .crumb(REGISTERS, Text::Registers.to(lang))
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(page.render(html! {
        (table(&visit, &tray, &listed.items))
        (visit.pager(listed.next.as_ref()))
    })))
}

fn table(visit: &Visit, tray: &Tray, rows: &[CaseRow]) -> Markup {
    let lang = visit.lang;
    let last = match tray {
        Tray::Waiting => Text::Due,
        Tray::Returned | Tray::Mine | Tray::Section => Text::ChangedAt,
        Tray::Register(..) => Text::DecidedOn,
    };
    let columns = [
        Text::About,
        Text::Form,
        Text::Number,
        Text::State,
        Text::SubmittedOn,
        last,
    ]
    .map(|text| Column::new(text.to(lang)));
    let empty = match tray {
        Tray::Waiting => Text::NothingWaits,
        _ => Text::NothingHere,
    };
    let cells = |row: &CaseRow| {
        let last = match tray {
            Tray::Waiting => html! {
                @if let Some(due) = row.due {
                    (short_day(lang, due))
                    @if due < visit.cx.today() { " " (Tag::new(Tone::Error, Common::Overdue.to(lang))) }
                }
            },
            Tray::Returned | Tray::Mine | Tray::Section => {
                short_moment(lang, row.changed_at.local())
            }
            Tray::Register(..) => {
                html! { @if let Some(on) = row.decided_on { (short_day(lang, on)) } }
            }
        };
        [
            Cell::from(link(case_page(row.id), subject(row, lang))),
            title(lang, row).into(),
            number(lang, &row.register, row.number).into(),
            html! { (state(lang, row.state)) }.into(),
            html! { @if let Some(on) = row.submitted_on { (short_day(lang, on)) } }.into(),
            last.into(),
        ]
    };
    let table = Table::new(Text::Forms.to(lang), columns)
        .empty(Empty::new(Icon::Document, empty.to(lang)))
        .rows(rows.iter().map(cells));
    html! { (table) }
}

/// What a case is about; its title where it says nothing yet.
fn subject(row: &CaseRow, lang: Lang) -> String {
    if row.subject.is_empty() {
        row.title.get(lang).to_owned()
    } else {
        row.subject.clone()
    }
}

fn title(lang: Lang, row: &CaseRow) -> String {
    let title = row.title.get(lang);
    match row.form {
        Some(number) => format!("{} {title}", Text::FormNumber { number }.to(lang)),
        None => title.to_owned(),
    }
}

/// The number of a case in words.
pub(crate) fn number(lang: Lang, register: &str, number: Option<CaseNumber>) -> String {
    let text = match number {
        Some(CaseNumber { year, number }) => Text::NumberOf {
            register: register_name(lang, register).to_owned(),
            year: fiscal_year(lang, year),
            number,
        },
        None => Text::Unnumbered,
    };
    text.to(lang).into_owned()
}

/// What a register is called: those of the built-in profiles have names, another goes by its own.
fn register_name(lang: Lang, register: &str) -> &str {
    match (register, lang) {
        ("consultation", Lang::Ja) => "協議",
        ("consultation", Lang::En) => "Consultations",
        ("data_use", Lang::Ja) => "データ利用",
        ("data_use", Lang::En) => "Use of data",
        ("provision", Lang::Ja) => "データ外部提供",
        ("provision", Lang::En) => "Provision outside",
        ("development", Lang::Ja) => "業務開発",
        ("development", Lang::En) => "Development",
        (designation::REGISTER, Lang::Ja) => "操作職員報告",
        (designation::REGISTER, Lang::En) => "Reports of operators",
        (other, _) => other,
    }
}

/// How far a case has come, as a tag.
pub(crate) fn state(lang: Lang, state: CaseState) -> Tag {
    let (tone, text) = match state {
        CaseState::Draft => (Tone::Neutral, Text::Draft),
        CaseState::UnderWay => (Tone::Info, Text::UnderWay),
        CaseState::SentBack => (Tone::Warning, Text::SentBack),
        CaseState::Granted => (Tone::Success, Text::Granted),
        CaseState::Refused => (Tone::Error, Text::Refused),
        CaseState::Withdrawn => (Tone::Neutral, Text::Withdrawn),
    };
    Tag::new(tone, text.to(lang))
}
