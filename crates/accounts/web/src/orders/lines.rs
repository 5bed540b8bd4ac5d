//! The lines of an order as fields: usable without a script, a few more at a press.

use std::collections::BTreeSet;

use maud::{Markup, html};
use yakusho_accounts::order::{ActKind, Column, Row};
use yakusho_kernel::EmploymentClass;
use yakusho_sheet::Columns as _;
use yakusho_webkit::Lang;
use yakusho_webkit::ui::{Button, Disclosure, Form, Icon};

use super::texts::{Text, act, column};
use crate::terms;

/// The most lines that can be typed or edited on the page; more come as a file.
pub(super) const MOST: usize = 100;

/// The columns that most lines need; the others are opened on demand.
const USUAL: [Column; 5] = [
    Column::Kind,
    Column::Number,
    Column::Unit,
    Column::Post,
    Column::Until,
];

/// The name of the field of a cell, as faults name it.
pub(super) fn field(line: u32, column: Column) -> String {
    format!("rows.{line}.{}", column.code())
}

/// The fields of the lines shown.
pub(super) fn fields(lang: Lang, form: &Form, shown: &BTreeSet<u32>, rows: &[Row]) -> Markup {
    let empty = Row::default();
    html! {
        @for line in shown {
            @let row = rows.iter().find(|row| row.line == *line).unwrap_or(&empty);
            (one(lang, form, *line, row))
        }
        @if shown.len() < MOST {
            (Button::submit(Text::AddLines.to(lang)).icon(Icon::Plus).field("add", "1"))
        }
    }
}

fn one(lang: Lang, form: &Form, line: u32, row: &Row) -> Markup {
    let rare = Column::ALL
        .iter()
        .copied()
        .filter(|column| !USUAL.contains(column));
    let used = rare.clone().any(|column| row.cell(column).is_some());
    let more = html! {
        div.line-cells { @for column in rare { (cell(lang, form, line, row, column)) } }
    };
    html! {
        fieldset.order-line {
            legend { (Text::Line { n: line }.to(lang)) }
            (form.hidden("line", &line.to_string()))
            div.line-cells { @for column in USUAL { (cell(lang, form, line, row, column)) } }
            (Disclosure::new(Text::MoreColumns.to(lang), more).open(used))
            (Button::submit(Text::RemoveLine { n: line }.to(lang)).tertiary().small()
                .icon(Icon::Trash).field("remove", line.to_string()))
        }
    }
}

fn cell(lang: Lang, form: &Form, line: u32, row: &Row, of: Column) -> Markup {
    let (name, label) = (field(line, of), column(lang, of));
    let text = row.cell(of).unwrap_or_default();
    match of {
        Column::Kind => {
            let kinds = ActKind::ALL.map(|kind| (kind.code(), act(lang, kind)));
            let known = ActKind::ALL.into_iter().find(|kind| kind.label() == text);
            let code = known.map_or_else(|| text.to_owned(), |kind| kind.code().to_owned());
            html! { (form.select(&name, label).options(kinds).value(code)) }
        }
        Column::Class => {
            let classes = EmploymentClass::ALL.map(|one| (one.code(), terms::class(lang, one)));
            let in_japanese = |one: &EmploymentClass| terms::class(Lang::Ja, *one) == text;
            let known = EmploymentClass::ALL.into_iter().find(in_japanese);
            let code = known.map_or_else(|| text.to_owned(), |one| one.code().to_owned());
            html! { (form.select(&name, label).options(classes).value(code)) }
        }
        Column::Until => html! { (form.date(&name, label).value(text)) },
        _ => html! { (form.text(&name, label).short().value(text)) },
    }
}
