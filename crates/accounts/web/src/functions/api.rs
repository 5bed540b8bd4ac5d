//! Functions and permissions for programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi, Tags};
use uuid::Uuid;
use yakusho_accounts::function::{self, Function, Granted, Grantee, NewGrant, Switch};
use yakusho_kernel::{Fault, Invalid, Page, Reason};
use yakusho_webkit::{Answer, Visit};

use super::grants;
use super::switches::name;
use crate::json::{Done, Limit, Listed, Made, place};

#[derive(Tags)]
enum Tag {
    /// Functions of the groupware, and permissions.
    Functions,
}

/// A function, and how it is switched.
#[derive(Debug, Object)]
struct FunctionItem {
    /// Its code, e.g. `board`.
    code: String,
    /// Its name, in the reader's language.
    name: String,
    /// Whether it is on.
    on: bool,
    /// When it was last switched, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    changed_at: Option<String>,
    /// By whom.
    #[oai(skip_serializing_if_is_none)]
    changed_by: Option<Uuid>,
    /// Why; empty if it never was.
    reason: String,
}

/// How a function is to be switched.
#[derive(Debug, Object)]
struct SwitchTo {
    /// Whether it is to be on.
    on: bool,
    /// Why: 1 to 500 characters.
    reason: String,
}

/// The kind of whoever a permission is granted to.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename_all = "snake_case")]
enum GranteeKind {
    /// A person, whatever post they hold.
    Person,
    /// A post, whoever holds it.
    Post,
    /// Everyone in a unit.
    Unit,
}

/// Whoever a permission is granted to.
#[derive(Debug, Object)]
#[oai(rename = "Grantee")]
struct GranteeItem {
    /// Its kind.
    kind: GranteeKind,
    /// Its id.
    id: Uuid,
}

/// A permission that is granted.
#[derive(Debug, Object)]
struct Grant {
    /// Its id.
    id: Uuid,
    /// The permission, e.g. `board.category.edit`.
    permission: String,
    /// To whom.
    grantee: GranteeItem,
    /// The unit to which it is limited; none for the whole town hall.
    #[oai(skip_serializing_if_is_none)]
    within: Option<Uuid>,
    /// Why.
    reason: String,
    /// When, in RFC 3339.
    at: String,
    /// By whom.
    by: Uuid,
}

/// A permission to be granted.
#[derive(Debug, Object)]
struct GrantRequest {
    /// The permission, e.g. `board.category.edit`.
    permission: String,
    /// To whom.
    grantee: GranteeItem,
    /// The unit to which it is limited; none for the whole town hall.
    within: Option<Uuid>,
    /// Why: 1 to 500 characters.
    reason: String,
}

impl From<GranteeItem> for Grantee {
    fn from(item: GranteeItem) -> Self {
        match item.kind {
            GranteeKind::Person => Self::Person(item.id.into()),
            GranteeKind::Post => Self::Post(item.id.into()),
            GranteeKind::Unit => Self::Unit(item.id.into()),
        }
    }
}

impl From<Grantee> for GranteeItem {
    fn from(grantee: Grantee) -> Self {
        let (kind, id) = match grantee {
            Grantee::Person(id) => (GranteeKind::Person, id.into()),
            Grantee::Post(id) => (GranteeKind::Post, id.into()),
            Grantee::Unit(id) => (GranteeKind::Unit, id.into()),
        };
        Self { kind, id }
    }
}

impl From<Granted> for Grant {
    fn from(granted: Granted) -> Self {
        Self {
            id: granted.id.into(),
            permission: granted.permission.as_str().to_owned(),
            grantee: granted.grantee.into(),
            within: granted.within.map(Into::into),
            reason: granted.reason,
            at: granted.at.to_string(),
            by: granted.by.into(),
        }
    }
}

pub(super) struct FunctionApi;

#[OpenApi(tag = "Tag::Functions")]
impl FunctionApi {
    /// The functions that the city has, and how each is switched.
    #[oai(path = "/functions", method = "get", operation_id = "listFunctions")]
    async fn functions(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<FunctionItem>>> {
        let item = |switch: Switch| FunctionItem {
            code: switch.function.code().to_owned(),
            name: name(visit.lang, switch.function),
            on: switch.is_on,
            changed_at: switch.changed_at.map(|at| at.to_string()),
            changed_by: switch.changed_by.map(Into::into),
            reason: switch.reason,
        };
        let switches = function::switches(&visit.cx).await?;
        let after = place(after.as_deref());
        let name = |switch: &Switch| switch.function.code().to_owned();
        let page = Page::among(switches, after.as_ref(), limit.size(), name)?;
        Ok(Json(Listed::of(page, item)))
    }

    /// Switches a function on or off.
    #[oai(
        path = "/functions/:code",
        method = "put",
        operation_id = "switchFunction"
    )]
    async fn switch(&self, visit: Visit, code: Path<String>, to: Json<SwitchTo>) -> Answer<Done> {
        let function = Function::from_code(&code.0).ok_or(Fault::NotFound)?;
        function::switch(&visit.cx, function, to.0.on, &to.0.reason)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// The permissions that are granted, the newest first.
    #[oai(path = "/grants", method = "get", operation_id = "listGrants")]
    async fn grants(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<Grant>>> {
        let after = place(after.as_deref());
        let found = function::grants(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, Grant::from)))
    }

    /// Grants a permission.
    #[oai(path = "/grants", method = "post", operation_id = "grantPermission")]
    async fn grant(&self, visit: Visit, new: Json<GrantRequest>) -> Answer<Made> {
        let permission = grants::known(&visit, &new.0.permission);
        let new = NewGrant {
            permission: permission.ok_or_else(|| Invalid::field("permission", Reason::Unknown))?,
            grantee: new.0.grantee.into(),
            within: new.0.within.map(Into::into),
            reason: new.0.reason,
        };
        Ok(Made::of(
            function::grant(&visit.cx, new).await?.into_inner(),
        ))
    }

    /// Ends a grant.
    #[oai(path = "/grants/:id", method = "delete", operation_id = "endGrant")]
    async fn end(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        function::end_grant(&visit.cx, id.0.into())
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
