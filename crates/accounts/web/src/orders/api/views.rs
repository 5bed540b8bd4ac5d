//! What orders look like to programs.

use std::collections::HashMap;

use poem_openapi::{Enum, Object};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::order::{Column, HeldBy, Order, OrderDraft, OrderFault, OrderState, Row};
use yakusho_kernel::{Invalid, Reason};
use yakusho_sheet::Columns as _;
use yakusho_webkit::Visit;

use crate::orders::faults;
use crate::orders::whose::Whose;

/// Where an order stands.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "OrderState", rename_all = "snake_case")]
pub(super) enum StateView {
    /// Being drawn up.
    Draft,
    /// To be carried out at 00:00 of its date.
    Scheduled,
    /// Carried out.
    Applied,
    /// Its lines no longer fitted at its date.
    Failed,
    /// Given up before it was carried out.
    Withdrawn,
    /// Carried out, and undone.
    Undone,
}

impl From<StateView> for OrderState {
    fn from(state: StateView) -> Self {
        match state {
            StateView::Draft => Self::Draft,
            StateView::Scheduled => Self::Scheduled,
            StateView::Applied => Self::Applied,
            StateView::Failed => Self::Failed,
            StateView::Withdrawn => Self::Withdrawn,
            StateView::Undone => Self::Undone,
        }
    }
}

/// An order without its lines.
#[derive(Debug, Object)]
pub(super) struct OrderItem {
    /// Its id.
    id: Uuid,
    /// What it is called.
    title: String,
    /// The day from which it holds.
    takes_effect_on: Date,
    /// `draft`, `scheduled`, `applied`, `failed`, `withdrawn` or `undone`.
    state: String,
    /// How many lines it has.
    lines: i32,
    /// Counts the changes; to be sent with whatever is done to it.
    revision: i32,
    /// Who made it.
    made_by: Uuid,
    /// When, in RFC 3339.
    made_at: String,
    /// When it was carried out, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    applied_at: Option<String>,
    /// When it was withdrawn or undone, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    ended_at: Option<String>,
    /// By whom.
    #[oai(skip_serializing_if_is_none)]
    ended_by: Option<Uuid>,
    /// How many faults made it fail, if it did; of a scheduled one, how many would as things stand.
    faults: usize,
}

/// A fault of an order, and where it is.
#[derive(Debug, Object)]
#[oai(rename = "OrderFault")]
pub(super) struct FaultItem {
    /// The line; 0 for the order as a whole.
    line: u32,
    /// The column, if it is of a cell.
    #[oai(skip_serializing_if_is_none)]
    column: Option<String>,
    /// What is wrong, as a code.
    code: String,
    /// What is wrong, in the reader's language.
    message: String,
    /// Whom it concerns.
    #[oai(skip_serializing_if_is_none)]
    person: Option<Uuid>,
    /// The post that it concerns.
    #[oai(skip_serializing_if_is_none)]
    post: Option<Uuid>,
    /// The unit that it concerns.
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
}

/// A line of an order.
#[derive(Debug, Object)]
pub(super) struct OrderLine {
    /// The line's number, from 1, by which faults name it.
    line: u32,
    /// What stands in which column: `kind`, `number`, `name`, `kana`, `class`, `unit`, `post`, `parent`, `rank`, `head`,
    /// `position`, `tags`, `until`, `note`.
    cells: HashMap<String, String>,
}

/// An order to be kept or tried out.
#[derive(Debug, Object)]
#[oai(rename = "OrderDraft")]
pub(super) struct DraftView {
    /// What it is called: 1 to 100 characters.
    title: String,
    /// The day from which it is to hold.
    takes_effect_on: Date,
    /// Its lines, at most 50,000.
    lines: Vec<OrderLine>,
}

impl From<Order> for OrderItem {
    fn from(order: Order) -> Self {
        Self {
            id: order.id.into(),
            title: order.title,
            takes_effect_on: order.takes_effect_on,
            state: order.state.code().to_owned(),
            lines: order.lines,
            revision: order.revision,
            made_by: order.made_by.into(),
            made_at: order.made_at.to_string(),
            applied_at: order.applied_at.map(|at| at.to_string()),
            ended_at: order.ended_at.map(|at| at.to_string()),
            ended_by: order.ended_by.map(Into::into),
            faults: order.faults.len(),
        }
    }
}

/// A fault, and what it concerns, where that is there without the order.
pub(super) fn fault(visit: &Visit, fault: &OrderFault, concerned: &Whose) -> FaultItem {
    let about = faults::about(fault).filter(|about| concerned.name(*about).is_some());
    let (mut person, mut post, mut unit) = (None, None, None);
    match about {
        Some(HeldBy::Person(id)) => person = Some(id.into()),
        Some(HeldBy::Post(id)) => post = Some(id.into()),
        Some(HeldBy::Unit(id)) => unit = Some(id.into()),
        None => {}
    }
    FaultItem {
        line: fault.line,
        column: fault.column.map(|column| column.code().to_owned()),
        code: fault.kind.code().to_owned(),
        message: faults::what(visit.lang, fault, concerned),
        person,
        post,
        unit,
    }
}

pub(super) fn draft(view: DraftView) -> Result<OrderDraft, Invalid> {
    let mut invalid = Invalid::default();
    let rows = view.lines.into_iter().map(|line| {
        let mut row = Row {
            line: line.line,
            ..Row::default()
        };
        for (name, text) in line.cells {
            match Column::ALL
                .iter()
                .copied()
                .find(|column| column.code() == name)
            {
                Some(column) => row = std::mem::take(&mut row).with(column, text),
                None => invalid.push(format!("lines.{}.{name}", line.line), Reason::Unknown),
            }
        }
        row
    });
    let rows = rows.collect();
    invalid.check()?;
    Ok(OrderDraft {
        title: view.title,
        takes_effect_on: view.takes_effect_on,
        rows,
    })
}

impl From<Row> for OrderLine {
    fn from(row: Row) -> Self {
        let cells = row.cells.into_iter();
        let cells = cells.map(|(column, text)| (column.code().to_owned(), text));
        Self {
            line: row.line,
            cells: cells.collect(),
        }
    }
}
