//! Personnel orders for programs.

mod csv;
mod preview;
mod views;

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use uuid::Uuid;
use yakusho_accounts::order::{self, OrderState};
use yakusho_kernel::{Cursor, Page};
use yakusho_webkit::{Answer, Visit};

use super::{Elsewhere, faults};
use crate::json::{Done, Limit, Listed, Made, place};
pub(super) use csv::{OrderCsvApi, OrderFileApi};
use preview::OrderPreviewItem;
use views::{DraftView, FaultItem, OrderItem, OrderLine, StateView, draft, fault};

#[derive(Tags)]
enum Tag {
    /// Personnel orders.
    Orders,
}

/// Which revision is meant.
#[derive(Debug, Object)]
struct OfRevision {
    /// The revision that was read.
    revision: i32,
}

/// Which revision is scheduled.
#[derive(Debug, Object)]
struct ScheduleRequest {
    /// The revision that was read.
    revision: i32,
    /// That one knows that it holds at once, and what the preview says that it leaves without a holder: needed where its
    /// date has come.
    #[oai(default)]
    at_once: bool,
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
        Ok(Json(Listed::of(found, OrderItem::from)))
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
    async fn dry_run(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before, with the same lines.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
        new: Json<DraftView>,
    ) -> Answer<Json<Listed<OrderPreviewItem>>> {
        let draft = draft(new.0)?;
        let found = order::dry_run(&visit.cx, &draft, &self.0.0).await?;
        preview::page(&visit, found, after.0.as_deref(), limit.0).await
    }

    /// An order without its lines.
    #[oai(path = "/orders/:id", method = "get", operation_id = "getOrder")]
    async fn order(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<OrderItem>> {
        let (order, _) = order::get(&visit.cx, id.0.into()).await?;
        Ok(Json(order.into()))
    }

    /// The lines of an order.
    #[oai(
        path = "/orders/:id/lines",
        method = "get",
        operation_id = "listOrderLines"
    )]
    async fn lines(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<OrderLine>>> {
        let (_, rows) = order::get(&visit.cx, id.0.into()).await?;
        let after = place(after.as_deref());
        let page = Page::among(rows, after.as_ref(), limit.size(), |row| row.line)?;
        Ok(Json(Listed::of(page, OrderLine::from)))
    }

    /// Why an order failed, if it did; of a scheduled one, why it would as things stood last night.
    #[oai(
        path = "/orders/:id/faults",
        method = "get",
        operation_id = "listOrderFaults"
    )]
    async fn faults(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<FaultItem>>> {
        let (order, _) = order::get(&visit.cx, id.0.into()).await?;
        let after = place(after.as_deref());
        let faults = (0_u32..).zip(&order.faults);
        let page = Page::among(faults, after.as_ref(), limit.size(), |(at, _)| *at)?;
        let faults = page.items.iter().map(|(_, one)| *one);
        let concerned = faults::concerned(&visit, faults).await?;
        Ok(Json(Listed::of(page, |(_, one)| {
            fault(&visit, one, &concerned)
        })))
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

    /// What an order that was not carried out would do, after those scheduled before it: its faults first, then people,
    /// units, roles, and what is left without a holder.
    #[oai(
        path = "/orders/:id/preview",
        method = "get",
        operation_id = "previewOrder"
    )]
    async fn preview(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<OrderPreviewItem>>> {
        let found = order::preview(&visit.cx, id.0.into(), &self.0.0).await?;
        preview::page(&visit, found, after.0.as_deref(), limit.0).await
    }

    /// Has an order be carried out at 00:00 of its date or, if that has come and one says to know so, at once. It must have
    /// no fault.
    #[oai(
        path = "/orders/:id/schedule",
        method = "post",
        operation_id = "scheduleOrder"
    )]
    async fn schedule(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        of: Json<ScheduleRequest>,
    ) -> Answer<Done> {
        let ScheduleRequest { revision, at_once } = of.0;
        super::schedule(&visit, id.0.into(), revision, at_once).await?;
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
