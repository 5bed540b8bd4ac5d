//! Contracts as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_compliance::outsourcing::{self, Contract, ContractForm};
use yakusho_webkit::json::{Done, Limit, Listed, Made, ids, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::forms::Tag;

pub(super) fn routes() -> Routes {
    Routes::new().api(Access::User, OutsourcingApi)
}

/// An outsourcing contract.
#[derive(Debug, Object)]
struct ContractItem {
    id: Uuid,
    section: Uuid,
    title: String,
    contractor: String,
    work: String,
    first: Date,
    last: Date,
    /// Which of its clauses are on personal information.
    articles: String,
    /// What they say.
    text: String,
    /// The SHA-256 of that text.
    sha256: String,
    #[oai(skip_serializing_if_is_none)]
    concluded_on: Option<Date>,
    /// To be given back with an act.
    revision: i32,
}

impl From<Contract> for ContractItem {
    fn from(one: Contract) -> Self {
        Self {
            id: one.id.into(),
            section: one.section.into(),
            title: one.title,
            contractor: one.contractor,
            work: one.work,
            first: one.days.0,
            last: one.days.1,
            articles: one.articles,
            text: one.text,
            sha256: one.digest,
            concluded_on: one.concluded.map(|(on, _)| on),
            revision: one.revision,
        }
    }
}

/// What a contract is to say.
#[derive(Debug, Object)]
struct ContractText {
    title: String,
    contractor: String,
    work: String,
    first: Date,
    last: Date,
    /// Which of its clauses are on personal information; needed before it is concluded.
    #[oai(default)]
    articles: String,
    /// What they say; needed before it is concluded.
    #[oai(default)]
    text: String,
    /// Its papers, uploaded before.
    #[oai(default)]
    files: Vec<Uuid>,
}

impl From<ContractText> for ContractForm {
    fn from(text: ContractText) -> Self {
        Self {
            title: text.title,
            contractor: text.contractor,
            work: text.work,
            days: (text.first, text.last),
            articles: text.articles,
            text: text.text,
            files: ids(text.files),
        }
    }
}

/// A contract to be registered.
#[derive(Debug, Object)]
struct NewContract {
    /// The section that outsources.
    section: Uuid,
    contract: ContractText,
}

/// A contract to be changed.
#[derive(Debug, Object)]
struct ChangedContract {
    /// As it was read.
    revision: i32,
    contract: ContractText,
}

/// That a contract was concluded.
#[derive(Debug, Object)]
struct ConcludedOn {
    /// As it was read.
    revision: i32,
    /// The day; today unless told.
    on: Option<Date>,
}

struct OutsourcingApi;

#[OpenApi(tag = "Tag::Forms")]
impl OutsourcingApi {
    /// Outsourcing contracts, the latest end first.
    #[oai(path = "/contracts", method = "get", operation_id = "listContracts")]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ContractItem>>> {
        let after = place(after.as_deref());
        let listed = outsourcing::list(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, ContractItem::from)))
    }

    /// A contract.
    #[oai(path = "/contracts/:id", method = "get", operation_id = "getContract")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<ContractItem>> {
        let view = outsourcing::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.contract.into()))
    }

    /// Registers a contract.
    #[oai(path = "/contracts", method = "post", operation_id = "addContract")]
    async fn add(&self, visit: Visit, new: Json<NewContract>) -> Answer<Made> {
        let NewContract { section, contract } = new.0;
        let id = outsourcing::add(&visit.cx, section.into(), contract.into()).await?;
        Ok(Made::of(*id))
    }

    /// Changes a contract that is not concluded.
    #[oai(
        path = "/contracts/:id",
        method = "put",
        operation_id = "changeContract"
    )]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        changed: Json<ChangedContract>,
    ) -> Answer<Done> {
        let ChangedContract { revision, contract } = changed.0;
        let id = id.0.into();
        let _ = outsourcing::change(&visit.cx, id, revision, contract.into()).await?;
        Ok(Done::Done)
    }

    /// Registers a contract as concluded, if it has its clauses on personal information.
    #[oai(
        path = "/contracts/:id/conclude",
        method = "post",
        operation_id = "concludeContract"
    )]
    async fn conclude(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        said: Json<ConcludedOn>,
    ) -> Answer<Done> {
        let on = said.on.unwrap_or(visit.cx.today());
        let _ = outsourcing::conclude(&visit.cx, id.0.into(), said.revision, on).await?;
        Ok(Done::Done)
    }
}
