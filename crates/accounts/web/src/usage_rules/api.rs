//! Usage rules for programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::directory::PersonCard;
use yakusho_accounts::usage::{self, Acknowledgement, NewUsageRules, UsageRules};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use crate::json::{Done, Limit, Listed, Made};

#[derive(Tags)]
enum Tag {
    /// Usage rules and their acknowledgement.
    UsageRules,
}

/// A version of the usage rules.
#[derive(Debug, Object)]
struct UsageRulesVersion {
    /// Its id.
    id: Uuid,
    /// Its number, from 1.
    number: i32,
    /// The first day on which it is in force.
    effective_on: Date,
    /// The text in Japanese.
    body_ja: String,
    /// The text in English; empty if there is none.
    body_en: String,
    /// When it was made, in RFC 3339.
    made_at: String,
}

impl From<UsageRules> for UsageRulesVersion {
    fn from(rules: UsageRules) -> Self {
        Self {
            id: rules.id.into(),
            number: rules.number,
            effective_on: rules.effective_on,
            body_ja: rules.body_ja,
            body_en: rules.body_en,
            made_at: rules.made_at.to_string(),
        }
    }
}

/// A version to be made.
#[derive(Debug, Object)]
struct UsageRulesText {
    /// The first day on which it is to be in force; not before today.
    effective_on: Date,
    /// The text in Japanese: 1 to 20,000 characters.
    body_ja: String,
    /// The text in English; none needed.
    #[oai(default)]
    body_en: String,
}

/// That somebody took note of a version.
#[derive(Debug, Object)]
struct UsageAcknowledgement {
    /// Who.
    person: Uuid,
    /// When, in RFC 3339.
    at: String,
}

impl From<Acknowledgement> for UsageAcknowledgement {
    fn from(one: Acknowledgement) -> Self {
        Self {
            person: one.person.into(),
            at: one.at.to_string(),
        }
    }
}

/// Somebody who has not taken note yet.
#[derive(Debug, Object)]
struct UsageOutstanding {
    /// Who.
    person: Uuid,
    /// Their name.
    name: String,
    /// Their unit.
    unit: String,
}

impl From<PersonCard> for UsageOutstanding {
    fn from(card: PersonCard) -> Self {
        Self {
            person: card.id.into(),
            name: card.name,
            unit: card.unit_name,
        }
    }
}

pub(super) struct UsageApi;

#[OpenApi(tag = "Tag::UsageRules")]
impl UsageApi {
    /// The versions, the newest first.
    #[oai(path = "/usage-rules", method = "get", operation_id = "listUsageRules")]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<UsageRulesVersion>>> {
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = usage::versions(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, UsageRulesVersion::from)))
    }
}

pub(super) struct UsageAdministrationApi;

#[OpenApi(tag = "Tag::UsageRules")]
impl UsageAdministrationApi {
    /// Makes a version.
    #[oai(
        path = "/usage-rules",
        method = "post",
        operation_id = "issueUsageRules"
    )]
    async fn issue(&self, visit: Visit, new: Json<UsageRulesText>) -> Answer<Made> {
        let new = NewUsageRules {
            effective_on: new.0.effective_on,
            body_ja: new.0.body_ja,
            body_en: new.0.body_en,
        };
        Ok(Made::of(usage::issue(&visit.cx, new).await?.into_inner()))
    }

    /// Takes a version back before its first day.
    #[oai(
        path = "/usage-rules/:id",
        method = "delete",
        operation_id = "withdrawUsageRules"
    )]
    async fn withdraw(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        usage::withdraw(&visit.cx, id.0.into()).await?.into_inner();
        Ok(Done::Done)
    }

    /// Who has taken note of a version, in the order in which they did.
    #[oai(
        path = "/usage-rules/:id/acknowledgements",
        method = "get",
        operation_id = "listUsageAcknowledgements"
    )]
    async fn acknowledgements(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<UsageAcknowledgement>>> {
        let rules = usage::get(&visit.cx, id.0.into()).await?;
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found =
            usage::acknowledgements(&visit.cx, rules.id, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, UsageAcknowledgement::from)))
    }

    /// Who works here and has not taken note of a version, in the order of their readings.
    #[oai(
        path = "/usage-rules/:id/outstanding",
        method = "get",
        operation_id = "listUsageOutstanding"
    )]
    async fn outstanding(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<UsageOutstanding>>> {
        let rules = usage::get(&visit.cx, id.0.into()).await?;
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = usage::outstanding(&visit.cx, rules.id, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, UsageOutstanding::from)))
    }
}
