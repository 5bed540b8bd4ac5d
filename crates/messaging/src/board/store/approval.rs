//! Table `board_approvals`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{Condition, QueryOrder};
use yakusho_kernel::{DbError, Permit, Reading, Standing, Tx, UnitId};
use yakusho_regulation::Role;

use super::rows::approval;
use crate::board::model::{Approved, Approver, BoardPostId, Pending, SentBack};
use crate::text::Remark;

const PENDING: &str = "pending";
const APPROVED: &str = "approved";
const SENT_BACK: &str = "sent_back";

/// Asks for an approval.
pub(crate) async fn ask(
    tx: &Tx,
    _: &Permit,
    post: BoardPostId,
    approver: Approver,
) -> Result<(), DbError> {
    let (unit, role) = match approver {
        Approver::HeadOf(unit) => (Some(unit), None),
        Approver::Holder(role) => (None, Some(role.id().to_owned())),
    };
    let row = approval::ActiveModel {
        id: Set(tx.cx().env().rng().uuid(tx.cx().now())),
        post: Set(post),
        of_unit: Set(unit),
        of_role: Set(role),
        state: Set(PENDING.to_owned()),
        asked_at: Set(tx.cx().now()),
        decided_at: Set(None),
        decided_by: Set(None),
        reason: Set(None),
    };
    approval::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The approvals that a post still waits for.
pub(crate) async fn pending(on: &impl Reading, post: BoardPostId) -> Result<Vec<Pending>, DbError> {
    let rows = approval::Entity::find()
        .filter(approval::Column::Post.eq(post))
        .filter(approval::Column::State.eq(PENDING))
        .order_by_asc(approval::Column::Id)
        .all(&on.conn())
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let role = row.of_role.as_deref().and_then(Role::from_id);
            let of = row.of_unit.map(Approver::HeadOf);
            Some(Pending {
                of: of.or_else(|| role.map(Approver::Holder))?,
                asked_at: row.asked_at,
            })
        })
        .collect())
}

/// What became of the last approval asked for a post, if it was decided: given, or refused.
pub(crate) async fn decided(
    on: &impl Reading,
    post: BoardPostId,
) -> Result<(Option<Approved>, Option<SentBack>), DbError> {
    let last = approval::Entity::find()
        .filter(approval::Column::Post.eq(post))
        .order_by_desc(approval::Column::Id)
        .one(&on.conn())
        .await?;
    let decided = last.and_then(|row| Some((row.decided_at?, row.decided_by?, row)));
    Ok(match decided {
        Some((at, by, row)) if row.state == APPROVED => (Some(Approved { at, by }), None),
        Some((at, by, row)) if row.state == SENT_BACK => {
            let reason = row.reason.unwrap_or_default();
            (None, Some(SentBack { at, by, reason }))
        }
        _ => (None, None),
    })
}

/// Decides what a post waits for, by the one who acts.
pub(crate) async fn decide(
    tx: &Tx,
    _: &Permit,
    post: BoardPostId,
    refusal: Option<&Remark>,
) -> Result<(), DbError> {
    let state = if refusal.is_some() {
        SENT_BACK
    } else {
        APPROVED
    };
    approval::Entity::update_many()
        .col_expr(approval::Column::State, Expr::value(state))
        .col_expr(approval::Column::DecidedAt, Expr::value(tx.cx().now()))
        .col_expr(
            approval::Column::DecidedBy,
            Expr::value(tx.cx().actor().person()),
        )
        .col_expr(
            approval::Column::Reason,
            Expr::value(refusal.map(|reason| reason.as_str().to_owned())),
        )
        .filter(approval::Column::Post.eq(post))
        .filter(approval::Column::State.eq(PENDING))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// The units that somebody heads, and the roles that they hold: the approvals of these are theirs to give today.
pub(crate) type Deciding = (Vec<UnitId>, Vec<String>);

pub(crate) fn deciding(standing: &Standing) -> Deciding {
    let roles = standing.roles.iter().map(|held| held.role.id().to_owned());
    (standing.headed(), roles.collect())
}

fn given_by((units, roles): Deciding) -> Condition {
    Condition::any()
        .add(approval::Column::OfUnit.is_in(units))
        .add(approval::Column::OfRole.is_in(roles))
}

/// The posts that wait for an approval that is the person's to give.
pub(crate) fn awaiting(deciding: Deciding) -> SelectStatement {
    let mut posts = Query::select();
    posts
        .column(approval::Column::Post)
        .from(approval::Entity)
        .cond_where(approval::Column::State.eq(PENDING))
        .cond_where(given_by(deciding));
    posts
}
