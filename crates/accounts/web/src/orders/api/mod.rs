//! Personnel orders for programs.

mod csv;
mod views;

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use uuid::Uuid;
use yakusho_accounts::order::{self, OrderState};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use super::Elsewhere;
use crate::json::{Done, Limit, Listed, Made};
pub(super) use csv::{OrderCsvApi, OrderFileApi};
use views::{DraftView, OrderItem, OrderLine, OrderPreview, StateView, draft, item, line, preview};

#[derive(Tags)]
enum Tag {
    /// Personnel orders.
    Orders,
}

/// An order with its lines.
#[derive(Debug, Object)]
struct OrderDetail {
    /// The order.
    order: OrderItem,
    /// Its lines.
    lines: Vec<OrderLine>,
}

/// Which revision is meant.
#[derive(Debug, Object)]
struct OfRevision {
    /// The revision that was read.
    revision: i32,
}

/// Why an order is undone.
#[derive(Debug, Object)]
struct UndoRequest {
    /// The revision that was read.
    revision: i32,
    /// Why: 1 to 1,000 characters.
    reason: String,
}

pub(super) struct OrderApi(pub(super) Elsewhere);

#[OpenApi(tag = "Tag::Orders")]
impl OrderApi {
    /// The orders, the latest date first.
    #[oai(path = "/orders", method = "get", operation_id = "listOrders")]
    async fn list(
        &self,
        visit: Visit,
        /// In this state; in any unless told.
        state: Query<Option<StateView>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<OrderItem>>> {
        let state = state.0.map(OrderState::from);
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = order::list(&visit.cx, state, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, |order| item(&visit, order))))
    }

    /// Keeps a draft, faults and all.
    #[oai(path = "/orders", method = "post", operation_id = "draftOrder")]
    async fn draft(&self, visit: Visit, new: Json<DraftView>) -> Answer<Made> {
        let draft = draft(new.0)?;
        Ok(Made::of(order::draft(&visit.cx, draft).await?.into_inner()))
    }

    /// Tries lines out without keeping them: every fault, and what would be different.
    #[oai(
        path = "/orders/dry-run",
        method = "post",
        operation_id = "dryRunOrder"
    )]
    async fn dry_run(&self, visit: Visit, new: Json<DraftView>) -> Answer<Json<OrderPreview>> {
        let draft = draft(new.0)?;
        let found = order::dry_run(&visit.cx, &draft, &self.0.0).await?;
        Ok(Json(preview(&visit, found)))
    }

    /// An order with its lines.
    #[oai(path = "/orders/:id", method = "get", operation_id = "getOrder")]
    async fn order(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<OrderDetail>> {
        let (order, rows) = order::get(&visit.cx, id.0.into()).await?;
        Ok(Json(OrderDetail {
            order: item(&visit, order),
            lines: rows.into_iter().map(line).collect(),
        }))
    }

    /// Puts other lines in place of those of an order that was not carried out; it is a draft again.
    #[oai(path = "/orders/:id", method = "put", operation_id = "reviseOrder")]
    async fn revise(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The revision that was read.
        revision: Query<i32>,
        new: Json<DraftView>,
    ) -> Answer<Done> {
        let draft = draft(new.0)?;
        order::revise(&visit.cx, id.0.into(), revision.0, draft)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// What an order that was not carried out would do, after those scheduled before it.
    #[oai(
        path = "/orders/:id/preview",
        method = "get",
        operation_id = "previewOrder"
    )]
    async fn preview(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<OrderPreview>> {
        let found = order::preview(&visit.cx, id.0.into(), &self.0.0).await?;
        Ok(Json(preview(&visit, found)))
    }

    /// Has an order be carried out at 00:00 of its date, or at once if that has come. It must have no fault.
    #[oai(
        path = "/orders/:id/schedule",
        method = "post",
        operation_id = "scheduleOrder"
    )]
    async fn schedule(&self, visit: Visit, id: Path<Uuid>, of: Json<OfRevision>) -> Answer<Done> {
        super::schedule(&visit, id.0.into(), of.0.revision).await?;
        Ok(Done::Done)
    }

    /// Gives up an order that was not carried out.
    #[oai(
        path = "/orders/:id/withdraw",
        method = "post",
        operation_id = "withdrawOrder"
    )]
    async fn withdraw(&self, visit: Visit, id: Path<Uuid>, of: Json<OfRevision>) -> Answer<Done> {
        order::withdraw(&visit.cx, id.0.into(), of.0.revision)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Undoes an order as a whole.
    #[oai(path = "/orders/:id/undo", method = "post", operation_id = "undoOrder")]
    async fn undo(&self, visit: Visit, id: Path<Uuid>, why: Json<UndoRequest>) -> Answer<Done> {
        let UndoRequest { revision, reason } = why.0;
        order::undo(&visit.cx, id.0.into(), revision, &reason)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
