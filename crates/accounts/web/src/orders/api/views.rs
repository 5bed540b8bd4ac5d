//! What orders look like to programs.

use std::collections::HashMap;

use poem_openapi::{Enum, Object};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::order::{
    Column, Difference, Order, OrderDraft, OrderFault, OrderState, PersonChange, Preview,
    RoleChange, Row, SeatRef, Side, UnitChange,
};
use yakusho_kernel::{Invalid, PersonId, Reason};
use yakusho_sheet::Columns as _;
use yakusho_webkit::Visit;

use crate::orders::faults;

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
    /// Why it failed, if it did; of a scheduled one, why it would as things stand.
    faults: Vec<FaultItem>,
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

/// What an order would do, or what stands against it.
#[derive(Debug, Object)]
pub(super) struct OrderPreview {
    /// Every fault, by line and column.
    faults: Vec<FaultItem>,
    /// Lines that are right and change nothing: they hinder nothing.
    idle: Vec<FaultItem>,
    /// Whoever moves, joins, leaves, is away or back, or changes class.
    people: Vec<PersonDifference>,
    /// Units that are founded, renamed, moved or closed.
    units: Vec<UnitDifference>,
    /// Roles that change hands.
    roles: Vec<RoleDifference>,
    /// Roles that nobody holds afterwards.
    vacant_roles: Vec<RoleDifference>,
    /// Posts that somebody held and nobody holds any more.
    vacant_posts: Vec<OrderSeat>,
    /// Delegations that lose their ground.
    delegations: Vec<Uuid>,
    /// Things of other parts of the program that change hands, or are left without a holder.
    held: Vec<HeldItem>,
}

/// A change of one person.
#[derive(Debug, Object)]
pub(super) struct PersonDifference {
    /// Who.
    person: Uuid,
    /// Their staff number.
    number: String,
    /// Their name.
    name: String,
    /// Before; none for somebody new.
    #[oai(skip_serializing_if_is_none)]
    from: Option<PersonSide>,
    /// After.
    #[oai(skip_serializing_if_is_none)]
    to: Option<PersonSide>,
}

/// How a person stands on one side of a change.
#[derive(Debug, Object)]
pub(super) struct PersonSide {
    /// `active`, `leave`, `childcare_leave`, `seconded` or `left`.
    status: String,
    /// The employment class.
    class: String,
    /// The posts, the main one first.
    posts: Vec<OrderSeat>,
}

/// A post by its names.
#[derive(Debug, Object)]
pub(super) struct OrderSeat {
    /// The post.
    post: Uuid,
    /// Its title.
    title: String,
    /// Its unit.
    unit: Uuid,
    /// The name of the unit.
    unit_name: String,
    /// Whether it is the main post.
    main: bool,
}

/// A change of one unit.
#[derive(Debug, Object)]
pub(super) struct UnitDifference {
    /// The unit.
    unit: Uuid,
    /// Its code.
    code: String,
    /// Its name before; none for a new one.
    #[oai(skip_serializing_if_is_none)]
    from: Option<String>,
    /// Its name after; none for one that is closed.
    #[oai(skip_serializing_if_is_none)]
    to: Option<String>,
}

/// A change of who holds a role.
#[derive(Debug, Object)]
pub(super) struct RoleDifference {
    /// The role, e.g. `system_administrator`.
    role: String,
    /// The unit for which it is held; none for the whole town hall.
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
    /// Who holds it before.
    from: Vec<Uuid>,
    /// Who holds it after.
    to: Vec<Uuid>,
}

/// Things that change hands.
#[derive(Debug, Object)]
pub(super) struct HeldItem {
    /// What they are, as a code.
    what: String,
    /// How many.
    count: u64,
    /// Whether nobody has them afterwards.
    left_without_holder: bool,
}

pub(super) fn item(visit: &Visit, order: Order) -> OrderItem {
    OrderItem {
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
        faults: order.faults.iter().map(|one| fault(visit, one)).collect(),
    }
}

pub(super) fn fault(visit: &Visit, fault: &OrderFault) -> FaultItem {
    FaultItem {
        line: fault.line,
        column: fault.column.map(|column| column.code().to_owned()),
        code: fault.kind.code().to_owned(),
        message: faults::what(visit.lang, fault, &HashMap::new()),
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

pub(super) fn line(row: Row) -> OrderLine {
    let cells = row.cells.into_iter();
    OrderLine {
        line: row.line,
        cells: cells
            .map(|(column, text)| (column.code().to_owned(), text))
            .collect(),
    }
}

pub(super) fn preview(visit: &Visit, preview: Preview) -> OrderPreview {
    let Difference {
        people,
        units,
        roles,
        vacant_roles,
        vacant_posts,
        delegations,
        held,
        ..
    } = preview.difference;
    OrderPreview {
        faults: preview.faults.iter().map(|one| fault(visit, one)).collect(),
        idle: preview.idle.iter().map(|one| fault(visit, one)).collect(),
        people: people.into_iter().map(PersonDifference::from).collect(),
        units: units.into_iter().map(UnitDifference::from).collect(),
        roles: roles.into_iter().map(RoleDifference::from).collect(),
        vacant_roles: vacant_roles.into_iter().map(RoleDifference::from).collect(),
        vacant_posts: vacant_posts.into_iter().map(OrderSeat::from).collect(),
        delegations: delegations.into_iter().map(Into::into).collect(),
        held: held
            .into_iter()
            .map(|held| HeldItem {
                what: held.what.to_owned(),
                count: held.count,
                left_without_holder: held.left_without_holder,
            })
            .collect(),
    }
}

impl From<PersonChange> for PersonDifference {
    fn from(change: PersonChange) -> Self {
        Self {
            person: change.person.into(),
            number: change.number,
            name: change.name,
            from: change.from.map(PersonSide::from),
            to: change.to.map(PersonSide::from),
        }
    }
}

impl From<Side> for PersonSide {
    fn from(side: Side) -> Self {
        Self {
            status: side.status.code().to_owned(),
            class: side.class.code().to_owned(),
            posts: side.posts.into_iter().map(OrderSeat::from).collect(),
        }
    }
}

impl From<SeatRef> for OrderSeat {
    fn from(seat: SeatRef) -> Self {
        Self {
            post: seat.post.into(),
            title: seat.title,
            unit: seat.unit.into(),
            unit_name: seat.unit_name,
            main: seat.main,
        }
    }
}

impl From<UnitChange> for UnitDifference {
    fn from(change: UnitChange) -> Self {
        Self {
            unit: change.unit.into(),
            code: change.code,
            from: change.from,
            to: change.to,
        }
    }
}

impl From<RoleChange> for RoleDifference {
    fn from(change: RoleChange) -> Self {
        let ids = |holders: Vec<(PersonId, String)>| {
            holders
                .into_iter()
                .map(|(person, _)| person.into())
                .collect()
        };
        Self {
            role: change.role.id().to_owned(),
            unit: change.unit.map(Into::into),
            from: ids(change.from),
            to: ids(change.to),
        }
    }
}
