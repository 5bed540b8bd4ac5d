//! Lists of circulations: one query each, whatever the tray.

use sea_orm::FromQueryResult;
use sea_orm::prelude::Json;
use sea_orm::sea_query::{
    Condition, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement,
};
use time::Date;
use yakusho_kernel::{
    DbError, Kind as By, PersonId, Prepared, ProxyKind, Reading, Standing, Timestamp, UnitId,
};

use crate::circulation::model::{
    CirculationId, CirculationRow, CirculationState, Kind, Mine, RecipientState, Tray,
};
use crate::{Removal, Words};
use yakusho_attachments::Attachment;
use yakusho_kernel::stored::{from_json, known};

#[derive(FromQueryResult)]
struct Row {
    id: CirculationId,
    kind: String,
    title: String,
    byline: String,
    state: String,
    due: Option<Date>,
    sent_at: Option<Timestamp>,
    changed_at: Timestamp,
    files: Json,
    total: i32,
    confirmed: i32,
    material_version: i32,
    removed_at: Option<Timestamp>,
    removed_by: Option<PersonId>,
    removed_reason: Option<String>,
    my_state: Option<String>,
    received_at: Option<Timestamp>,
    read_at: Option<Timestamp>,
    confirmed_at: Option<Timestamp>,
    proxy: Option<String>,
    my_version: Option<i32>,
    my_revision: Option<i32>,
    watched: Option<CirculationId>,
}

const COLUMNS: [&str; 15] = [
    "id",
    "kind",
    "title",
    "byline",
    "state",
    "due",
    "sent_at",
    "changed_at",
    "files",
    "total",
    "confirmed",
    "material_version",
    "removed_at",
    "removed_by",
    "removed_reason",
];

fn circulation(column: &'static str) -> Expr {
    Expr::col(("c", column))
}

fn mine(column: &'static str) -> Expr {
    Expr::col(("r", column))
}

/// Who looks at a tray.
pub(crate) struct Whose<'a> {
    /// Who is signed in.
    pub(crate) standing: &'a Standing,
    /// As whom they read: themselves, or the one whom they stand in for.
    pub(crate) reader: PersonId,
}

/// What waits for that person's confirmation.
pub(super) fn owed(reader: PersonId) -> Condition {
    Condition::all()
        .add(mine("person").eq(reader))
        .add(mine("state").eq(RecipientState::Pending.code()))
        .add(circulation("state").eq(CirculationState::Open.code()))
}

/// Circulations with how each stands to that person.
fn circulations(reader: PersonId, tray: Tray) -> SelectStatement {
    let own = Condition::all()
        .add(mine("circulation").equals(("c", "id")))
        .add(mine("person").eq(reader));
    let watched = Condition::all()
        .add(Expr::col(("w", "circulation")).equals(("c", "id")))
        .add(Expr::col(("w", "person")).eq(reader));
    let (to_own, to_watched) = match tray {
        Tray::Owed | Tray::Received => (JoinType::InnerJoin, JoinType::LeftJoin),
        Tray::Watched => (JoinType::LeftJoin, JoinType::InnerJoin),
        Tray::Sent | Tray::Drafts | Tray::Section => (JoinType::LeftJoin, JoinType::LeftJoin),
    };
    let mut select = Query::select();
    select
        .from_as("circulations", "c")
        .join_as(to_own, "circulation_recipients", "r", own)
        .join_as(to_watched, "circulation_watches", "w", watched);
    select
}

/// What of all circulations the tray shows.
fn in_tray(tray: Tray, reader: PersonId, headed: Vec<UnitId>) -> Condition {
    let wrote = circulation("author").eq(reader);
    let draft = CirculationState::Draft.code();
    match tray {
        Tray::Owed => owed(reader),
        Tray::Received => Condition::all().add(mine("received_at").is_not_null()),
        Tray::Sent => Condition::all()
            .add(wrote)
            .add(circulation("state").is_not_in([draft, CirculationState::Withdrawn.code()])),
        Tray::Drafts => Condition::all()
            .add(wrote)
            .add(circulation("state").eq(draft)),
        // What one watches but may not read any more is left out.
        Tray::Watched => {
            let reached = mine("received_at").is_not_null();
            let headed = circulation("section").is_in(headed);
            Condition::all().add(wrote.or(reached).or(headed))
        }
        Tray::Section => Condition::all()
            .add(circulation("section").is_in(headed))
            .add(circulation("state").ne(draft)),
    }
}

/// Which tray it is, who reads it and which units they head, after which place, and how many rows.
type Asked = (
    By<Tray>,
    PersonId,
    Vec<UnitId>,
    Option<(Timestamp, CirculationId)>,
    u64,
);

static PAGE: Prepared<Asked> = Prepared::new(|(By(tray), reader, headed, after, size)| {
    let order = if tray.is_inbox() {
        ("r", "received_at")
    } else {
        ("c", "changed_at")
    };
    let mut rows = circulations(reader, tray);
    rows.columns(COLUMNS.map(|column| ("c", column)))
        .expr_as(mine("state"), "my_state")
        .columns(["received_at", "read_at", "confirmed_at", "proxy"].map(|column| ("r", column)))
        .expr_as(mine("version"), "my_version")
        .expr_as(mine("revision"), "my_revision")
        .expr_as(Expr::col(("w", "circulation")), "watched")
        .cond_where(in_tray(tray, reader, headed))
        .order_by(order, Order::Desc)
        .order_by(("c", "id"), Order::Desc)
        .limit(size);
    if let Some((at, id)) = after {
        let same = Expr::col(order).eq(at).and(circulation("id").lt(id));
        rows.and_where(Expr::col(order).lt(at).or(same));
    }
    rows
});

/// The rows of a tray after a place in it, at most `size`.
pub(crate) async fn page(
    on: &impl Reading,
    whose: &Whose<'_>,
    tray: Tray,
    after: Option<(Timestamp, CirculationId)>,
    size: usize,
) -> Result<Vec<CirculationRow>, DbError> {
    let headed = whose.standing.headed();
    let asked = (By(tray), whose.reader, headed, after, size as u64);
    let found: Vec<Row> = PAGE.models(on, asked).await?;
    found.into_iter().map(Row::seen).collect()
}

impl Row {
    /// As its reader gets it.
    fn seen(self) -> Result<CirculationRow, DbError> {
        let state = known(&self.state, CirculationState::from_code)?;
        let removal = Removal::stored(self.removed_at, self.removed_by, self.removed_reason);
        let title = match (state, removal) {
            (CirculationState::Removed, Some(removal)) => Words::Removed(removal),
            (CirculationState::Withdrawn, _) => Words::Withdrawn(self.changed_at),
            _ => Words::Shown(self.title),
        };
        let changed = self
            .my_version
            .is_some_and(|seen| seen < self.material_version);
        let mine = match (self.my_state, self.my_revision) {
            (Some(mine), Some(revision)) => Some(Mine {
                state: known(&mine, RecipientState::from_code)?,
                received_at: self.received_at,
                read_at: self.read_at,
                confirmed_at: self.confirmed_at,
                proxy: self.proxy.as_deref().and_then(ProxyKind::from_code),
                changed,
                outdated: changed && self.confirmed_at.is_some(),
                revision,
            }),
            _ => None,
        };
        Ok(CirculationRow {
            id: self.id,
            kind: known(&self.kind, Kind::from_code)?,
            title,
            byline: self.byline,
            state,
            due: self.due,
            sent_at: self.sent_at,
            changed_at: self.changed_at,
            files: from_json::<Vec<Attachment>>(self.files)?.len(),
            total: self.total,
            confirmed: self.confirmed,
            mine,
            watched: self.watched.is_some(),
        })
    }
}
