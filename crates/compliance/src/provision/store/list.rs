//! Lists of provisions: one query each, whatever the view.

use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, JoinType, Order, Query};
use sea_orm::{ConnectionTrait as _, FromQueryResult};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::stored::known;
use yakusho_kernel::{DbError, Reading, UnitId};

use crate::ids::DataSetId;
use crate::provision::model::{
    AgreementId, AgreementState, ProvisionId, ProvisionRow, Standing, View,
};
use crate::provision::policy::Scope;
use crate::provision::rules::Term;

/// Where a page begins: after this day and id in the order of its view.
pub(crate) type Place = (i32, Uuid);

#[derive(FromQueryResult)]
struct Row {
    id: ProvisionId,
    section: UnitId,
    data_set: DataSetId,
    data_name: String,
    recipient: String,
    first_day: Date,
    valid_until: Date,
    agreement: Option<AgreementId>,
    state: Option<String>,
    in_force_from: Option<Date>,
    in_force_until: Option<Date>,
    due: Option<Date>,
}

fn provision(column: &'static str) -> Expr {
    Expr::col(("p", column))
}

fn agreement(column: &'static str) -> Expr {
    Expr::col(("a", column))
}

/// The rows of a view after a place in it, at most `size`, each with its place.
pub(crate) async fn page(
    on: &impl Reading,
    scope: &Scope,
    view: View,
    today: Date,
    after: Option<Place>,
    size: usize,
) -> Result<Vec<(ProvisionRow, Place)>, DbError> {
    let of = Condition::all().add(provision("id").equals(("a", "provision")));
    let mut rows = Query::select();
    match view {
        View::All => rows.from_as("compliance_provisions", "p").join_as(
            JoinType::LeftJoin,
            "compliance_agreements",
            "a",
            of,
        ),
        View::Word | View::Owed => rows.from_as("compliance_agreements", "a").join_as(
            JoinType::InnerJoin,
            "compliance_provisions",
            "p",
            of,
        ),
    };
    rows.join_as(
        JoinType::InnerJoin,
        "compliance_data_sets",
        "d",
        Condition::all().add(provision("data_set").equals(("d", "id"))),
    )
    .expr_as(Expr::col(("d", "name")), "data_name")
    .columns(["id", "section", "data_set", "recipient", "valid_until"].map(|column| ("p", column)))
    .expr_as(provision("valid_from"), "first_day")
    .expr_as(agreement("id"), "agreement")
    .columns(["state", "due"].map(|column| ("a", column)))
    .expr_as(agreement("valid_from"), "in_force_from")
    .expr_as(agreement("valid_until"), "in_force_until")
    .limit(size as u64);
    if !scope.oversees {
        rows.and_where(provision("section").is_in(scope.units.iter().copied()));
    }
    let after = after.map(|(day, id)| (Date::from_julian_day(day).unwrap_or(Date::MIN), id));
    match view {
        View::All => {
            rows.order_by(("p", "valid_until"), Order::Desc)
                .order_by(("p", "id"), Order::Desc);
            if let Some((day, id)) = after {
                let same = provision("valid_until").eq(day).and(provision("id").lt(id));
                rows.and_where(provision("valid_until").lt(day).or(same));
            }
        }
        View::Word => {
            rows.and_where(agreement("state").eq(AgreementState::Waiting.code()))
                .order_by(("a", "id"), Order::Asc);
            if let Some((_, id)) = after {
                rows.and_where(agreement("id").gt(id));
            }
        }
        View::Owed => {
            rows.and_where(agreement("state").eq(AgreementState::Concluded.code()))
                .and_where(agreement("due").is_not_null())
                .and_where(agreement("valid_until").lte(today))
                .order_by(("a", "due"), Order::Asc)
                .order_by(("a", "id"), Order::Asc);
            if let Some((day, id)) = after {
                let same = agreement("due").eq(day).and(agreement("id").gt(id));
                rows.and_where(agreement("due").gt(day).or(same));
            }
        }
    }
    let found = on.conn().query_all(&rows).await?;
    found
        .iter()
        .map(|row| Row::from_query_result(row, "")?.placed(view, today))
        .collect()
}

impl Row {
    fn placed(self, view: View, today: Date) -> Result<(ProvisionRow, Place), DbError> {
        let state = self
            .state
            .map(|code| known(&code, AgreementState::from_code))
            .transpose()?;
        let days = self.in_force_from.zip(self.in_force_until);
        let term = state.zip(days).map(|(state, (from, until))| Term {
            state,
            from,
            until,
            due: self.due,
        });
        let agreement = self.agreement.map(Uuid::from).unwrap_or_default();
        let place = match view {
            View::All => (self.valid_until.to_julian_day(), self.id.into()),
            View::Word => (0, agreement),
            View::Owed => (
                self.due.map(Date::to_julian_day).unwrap_or_default(),
                agreement,
            ),
        };
        let last = self.valid_until.previous_day().unwrap_or(Date::MIN);
        let row = ProvisionRow {
            id: self.id,
            section: self.section,
            data: self.data_set,
            data_name: self.data_name,
            recipient: self.recipient,
            days: (self.first_day, last),
            state,
            due: self.due,
            standing: term.map_or(Standing::Unagreed, |term| term.standing(today)),
        };
        Ok((row, place))
    }
}
