//! Table `compliance_duties`.

use async_trait::async_trait;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait as _};
use time::Date;
use yakusho_kernel::stored::known;
use yakusho_kernel::{
    Asked, Cx, DbError, Debtor, Fault, Owed, Owing, Permit, Prepared, Reading, Ref, Tally, Tx,
    Whose,
};
use yakusho_regulation::Rule;

use super::held::held_by;
use super::wanted::{Wanted, between, wanted};
use crate::duty::model::{Duty, DutyId, DutyKind, DutyState, Ended};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::duty::model::DutyId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_duties")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DutyId,
        pub kind: String,
        pub rule: Option<String>,
        pub debtor: String,
        pub debtor_id: Option<Uuid>,
        pub due: time::Date,
        pub about_kind: String,
        pub about_id: Uuid,
        pub params: Json,
        pub state: String,
        pub opened_at: Timestamp,
        pub opened_by: Uuid,
        pub closed_at: Option<Timestamp>,
        pub closed_by: Option<Uuid>,
        pub remark: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for Duty {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let ended = row.closed_at.zip(row.closed_by);
        Ok(Self {
            id: row.id,
            kind: known(&row.kind, DutyKind::from_code)?,
            // A rule that this program no longer has asks for nothing.
            rule: row.rule.as_deref().and_then(Rule::from_id),
            by: known(&row.debtor, |code| Debtor::from_stored(code, row.debtor_id))?,
            due: row.due,
            about: Ref {
                kind: row.about_kind.into(),
                id: row.about_id,
            },
            params: row.params,
            state: known(&row.state, DutyState::from_code)?,
            opened_at: row.opened_at,
            opened_by: row.opened_by,
            ended: ended.map(|(at, by)| Ended {
                at,
                by,
                remark: row.remark,
            }),
        })
    }
}

pub(in crate::duty) fn insert(tx: &Tx, _: &Permit, duty: &Duty) {
    let (debtor, debtor_id) = duty.by.stored();
    let row = row::ActiveModel {
        id: Set(duty.id),
        kind: Set(duty.kind.code().to_owned()),
        rule: Set(duty.rule.map(|rule| rule.id().to_owned())),
        debtor: Set(debtor.to_owned()),
        debtor_id: Set(debtor_id),
        due: Set(duty.due),
        about_kind: Set(duty.about.kind.clone().into_owned()),
        about_id: Set(duty.about.id),
        params: Set(duty.params.clone()),
        state: Set(duty.state.code().to_owned()),
        opened_at: Set(duty.opened_at),
        opened_by: Set(duty.opened_by),
        closed_at: Set(None),
        closed_by: Set(None),
        remark: Set(None),
    };
    tx.later(Entity::insert(row).as_query());
}

/// That it is open: as a literal, since indexes over what is open serve only what is known to be so when it is planned.
fn is_open() -> Expr {
    Expr::col((Entity, Column::State)).eq(Expr::cust("'open'"))
}

fn open() -> sea_orm::Select<Entity> {
    Entity::find().filter(is_open())
}

pub(in crate::duty) async fn find(on: &impl Reading, id: DutyId) -> Result<Option<Duty>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Duty::try_from).transpose()
}

/// Ends what is owed of that kind about something; says how many duties that were.
pub(in crate::duty) async fn end(
    tx: &Tx,
    _: &Permit,
    kind: DutyKind,
    about: &Ref,
    state: DutyState,
    remark: Option<&str>,
) -> Result<u64, DbError> {
    let ended = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.code()))
        .col_expr(Column::ClosedAt, Expr::value(tx.cx().now()))
        .col_expr(Column::ClosedBy, Expr::value(tx.entry()))
        .col_expr(Column::Remark, Expr::value(remark.map(str::to_owned)))
        .filter(is_open())
        .filter(Column::AboutKind.eq(about.kind.as_ref()))
        .filter(Column::AboutId.eq(about.id))
        .filter(Column::Kind.eq(kind.code()))
        .exec(&tx.conn())
        .await?;
    Ok(ended.rows_affected)
}

fn theirs(whose: &Whose) -> Condition {
    let (code, id) = (Expr::col(Column::Debtor), Expr::col(Column::DebtorId));
    held_by(whose, &code, &id)
}

/// What was done or dropped, the latest first, after a place; at most `size`.
pub(in crate::duty) async fn closed(
    on: &impl Reading,
    whose: &Whose,
    after: Option<(i64, DutyId)>,
    size: usize,
) -> Result<Vec<Duty>, DbError> {
    let mut find = Entity::find()
        .filter(Column::ClosedAt.is_not_null())
        .filter(theirs(whose));
    if let Some((at, id)) = after {
        let same = Column::ClosedAt.eq(at).and(Column::Id.lt(id));
        find = find.filter(Column::ClosedAt.lt(at).or(same));
    }
    let rows = find
        .order_by_desc(Column::ClosedAt)
        .order_by_desc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Duty::try_from).collect()
}

static OWED: Prepared<Wanted> = Prepared::new(|(whose, days, size)| {
    open()
        .filter(theirs(&whose))
        .filter(between(
            &Expr::col(Column::Due),
            &Expr::col(Column::Id),
            days,
        ))
        .order_by_asc(Column::Due)
        .order_by_asc(Column::Id)
        .limit(size)
        .into_query()
});

/// The duties that stand in the ledger.
#[derive(Debug)]
pub(crate) struct Rows;

#[async_trait]
impl Owing for Rows {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let rows: Result<Vec<row::Model>, _> = OWED.models(&cx.reader(), wanted(asked)).await;
        let rows = rows.map_err(DbError::from)?;
        let owed = rows.into_iter().map(|row| {
            let duty = Duty::try_from(row)?;
            Ok(Owed {
                place: (duty.due.to_julian_day().into(), duty.id.into()),
                kind: duty.kind.code(),
                params: duty.params,
                about: duty.about,
                rule: duty.rule,
                by: duty.by,
                due: duty.due,
            })
        });
        owed.collect()
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        let due = || Expr::col(Column::Due);
        let past = Expr::case(due().lt(cx.today()), due());
        let ahead = Expr::case(due().gte(cx.today()), due());
        let rows: Vec<(String, i64, i64, Option<Date>)> = open()
            .select_only()
            .column(Column::Rule)
            .column_as(Column::Id.count(), "open")
            .column_as(Expr::Case(Box::new(past)).count(), "overdue")
            .column_as(Expr::Case(Box::new(ahead)).min(), "next")
            .filter(Column::Rule.is_not_null())
            .group_by(Column::Rule)
            .into_tuple()
            .all(&cx.reader().conn())
            .await
            .map_err(DbError::from)?;
        let tallies = rows.into_iter().filter_map(|(rule, open, overdue, next)| {
            Some(Tally {
                rule: Rule::from_id(&rule)?,
                open: open.unsigned_abs(),
                overdue: overdue.unsigned_abs(),
                next,
            })
        });
        Ok(tallies.collect())
    }
}
