//! Personnel orders as CSV, for programs: the file that the page takes and gives.

use poem_openapi::OpenApi;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use time::Date;
use uuid::Uuid;
use yakusho_accounts::order::{self, OrderDraft, OrderFault, Preview};
use yakusho_webkit::{Answer, Problem, Visit};

use super::Tag;
use super::preview::{self, OrderPreviewItem};
use crate::json::{Done, Limit, Listed, Made};
use crate::orders::{Elsewhere, show};
use yakusho_webkit::csv::{Given, Sent};

/// Orders from files.
pub(in crate::orders) struct OrderCsvApi(pub(in crate::orders) Elsewhere);

#[OpenApi(tag = "Tag::Orders")]
impl OrderCsvApi {
    /// Tries a file out without keeping it: every fault by line and column, and what would be different.
    #[oai(
        path = "/orders/csv/dry-run",
        method = "post",
        operation_id = "dryRunOrderCsv"
    )]
    async fn dry_run(
        &self,
        visit: Visit,
        /// The day from which it is to hold.
        takes_effect_on: Query<Date>,
        /// Where the page begins: `next` of the page before, with the same file.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
        file: Sent,
    ) -> Answer<Json<Listed<OrderPreviewItem>>> {
        let (rows, faults) = order::read_csv(&file.content());
        let found = if rows.is_empty() {
            Preview::default()
        } else {
            let draft = OrderDraft {
                title: String::new(),
                takes_effect_on: takes_effect_on.0,
                rows,
            };
            order::dry_run(&visit.cx, &draft, &self.0.0).await?
        };
        let found = found.of_file(faults);
        preview::page(&visit, found, after.0.as_deref(), limit.0).await
    }

    /// Keeps the lines of a file as a draft, faults and all; a file that cannot be read is refused by `lines.LINE.COLUMN`.
    #[oai(path = "/orders/csv", method = "post", operation_id = "draftOrderCsv")]
    async fn draft(
        &self,
        visit: Visit,
        /// What it is called: 1 to 100 characters.
        title: Query<String>,
        /// The day from which it is to hold.
        takes_effect_on: Query<Date>,
        file: Sent,
    ) -> Answer<Made> {
        let draft = draft(title.0, takes_effect_on.0, file)?;
        Ok(Made::of(order::draft(&visit.cx, draft).await?.into_inner()))
    }

    /// Puts the lines of a file in place of those of an order that was not carried out; it is a draft again.
    #[oai(
        path = "/orders/:id/csv",
        method = "put",
        operation_id = "reviseOrderCsv"
    )]
    async fn revise(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The revision that was read.
        revision: Query<i32>,
        /// What it is called: 1 to 100 characters.
        title: Query<String>,
        /// The day from which it is to hold.
        takes_effect_on: Query<Date>,
        file: Sent,
    ) -> Answer<Done> {
        let draft = draft(title.0, takes_effect_on.0, file)?;
        order::revise(&visit.cx, id.0.into(), revision.0, draft)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}

/// Orders as files.
pub(in crate::orders) struct OrderFileApi(pub(in crate::orders) Elsewhere);

#[OpenApi(tag = "Tag::Orders")]
impl OrderFileApi {
    /// A file to fill in: the heading, and an example of each kind of line.
    #[oai(
        path = "/orders/csv/template",
        method = "get",
        operation_id = "getOrderTemplate"
    )]
    #[expect(clippy::unused_async, reason = "operations are called as futures")]
    async fn template(&self, visit: Visit) -> Answer<Given> {
        Ok(Given::of(crate::orders::template_of(&visit)))
    }

    /// The lines of an order.
    #[oai(path = "/orders/:id/csv", method = "get", operation_id = "getOrderCsv")]
    async fn lines(&self, visit: Visit, id: Path<Uuid>) -> Answer<Given> {
        Ok(Given::of(show::lines(&visit, id.0.into()).await?))
    }

    /// All that an order would do, or did once it was carried out, and what stands against it.
    #[oai(
        path = "/orders/:id/preview/csv",
        method = "get",
        operation_id = "getOrderPreviewCsv"
    )]
    async fn difference(&self, visit: Visit, id: Path<Uuid>) -> Answer<Given> {
        let file = show::of_difference(&visit, id.0.into(), &self.0).await?;
        Ok(Given::of(file))
    }
}

fn draft(title: String, takes_effect_on: Date, file: Sent) -> Result<OrderDraft, Problem> {
    let (rows, faults) = order::read_csv(&file.content());
    if !faults.is_empty() {
        return Err(OrderFault::refusal(&faults).into());
    }
    Ok(OrderDraft {
        title,
        takes_effect_on,
        rows,
    })
}
