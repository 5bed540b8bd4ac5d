//! The units of the organisation, as `/Groups` has them: to be read alone, since who is in them follows from personnel
//! orders.

use std::collections::HashMap;

use poem::handler;
use poem::http::StatusCode;
use poem::web::Path;
use serde_json::{Map, Value, json};
use yakusho_accounts::account::{self, Member};
use yakusho_accounts::directory::{self, UnitNode};
use yakusho_accounts::organisation;
use yakusho_kernel::{Fault, Invalid, UnitId};
use yakusho_webkit::{Answer, Problem, Visit};

use super::filter::{Filter, Operator, refused};
use super::kinds::{GROUPS, USERS};
use super::message::{Query, Sent, address, list, resource};
use super::schema::Target;
use super::shown::Shown;

/// `GET /Groups`
#[handler]
pub(super) async fn index(visit: Visit) -> Answer {
    let query = Query::of_address(&visit, &GROUPS)?;
    found(&visit, &query).await
}

/// `POST /Groups/.search`
#[handler]
pub(super) async fn search(visit: Visit, body: Sent) -> Answer {
    let query = Query::of_body(&body, &GROUPS)?;
    found(&visit, &query).await
}

/// `POST /Groups`, and whatever else would change one.
#[expect(
    clippy::needless_pass_by_value,
    reason = "poem hands over what it takes out of a request"
)]
#[handler]
pub(super) fn refuse(visit: Visit) -> Answer {
    organisation::may_provision(&visit.cx)?;
    Err(Problem::NotImplemented)
}

/// There are a few hundred units at most, which the directory lays out as one tree.
async fn found(visit: &Visit, query: &Query) -> Answer {
    let filter = query.filter.as_deref().map(Filter::parse).transpose()?;
    let mut units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
    if let Some(filter) = &filter {
        let finds = units.iter().map(|unit| finds(filter, unit));
        let finds: Vec<bool> = finds.collect::<Result<_, _>>()?;
        let mut finds = finds.into_iter();
        units.retain(|_| finds.next().unwrap_or_default());
    }
    let total = units.len();
    let page: Vec<UnitNode> = units
        .into_iter()
        .skip(query.start)
        .take(query.size)
        .collect();
    let members = members(visit, &page, &query.shown).await?;
    let groups = page.iter().map(|unit| {
        let whole = shown(visit, unit, members.get(&unit.id).map(Vec::as_slice));
        query.shown.of_resource(whole)
    });
    let groups: Vec<Value> = groups.collect();
    Ok(list(total, query.start, &groups))
}

/// `GET /Groups/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<UnitId>) -> Answer {
    let mut units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
    units.retain(|unit| unit.id == id);
    let unit = units.first().ok_or(Fault::NotFound)?;
    let asked = Shown::of(
        &GROUPS,
        visit.query("attributes"),
        visit.query("excludedAttributes"),
    );
    let members = members(&visit, &units, &asked).await?;
    let whole = shown(&visit, unit, members.get(&id).map(Vec::as_slice));
    Ok(resource(&visit, &GROUPS, StatusCode::OK, whole))
}

/// Who is in each of the units, if that is asked for.
async fn members(
    visit: &Visit,
    units: &[UnitNode],
    asked: &Shown,
) -> Result<HashMap<UnitId, Vec<Member>>, Problem> {
    let mut members: HashMap<UnitId, Vec<Member>> = HashMap::new();
    if asked.has("members") {
        let units: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
        for member in account::members(&visit.cx, &units).await? {
            members.entry(member.unit).or_default().push(member);
        }
    }
    Ok(members)
}

fn shown(visit: &Visit, unit: &UnitNode, members: Option<&[Member]>) -> Map<String, Value> {
    let id = unit.id.to_string();
    let members = members.unwrap_or_default().iter().map(|member| {
        let id = member.account.to_string();
        json!({
            "$ref": address(visit, USERS.path, &id),
            "value": id,
            "display": member.name,
            "type": USERS.name,
        })
    });
    let schemas: Vec<&str> = GROUPS.schemas.iter().map(|schema| schema.id).collect();
    let members: Vec<Value> = members.collect();
    Map::from_iter([
        ("schemas".to_owned(), json!(schemas)),
        ("displayName".to_owned(), json!(unit.placed_name)),
        ("members".to_owned(), json!(members)),
        (
            "meta".to_owned(),
            json!({"resourceType": GROUPS.name, "location": address(visit, GROUPS.path, &id)}),
        ),
        ("id".to_owned(), json!(id)),
    ])
}

/// Whether a filter finds a unit.
fn finds(filter: &Filter, unit: &UnitNode) -> Result<bool, Invalid> {
    match filter {
        Filter::All(parts) => {
            let mut all = true;
            for part in parts {
                all &= finds(part, unit)?;
            }
            Ok(all)
        }
        Filter::Any(parts) => {
            let mut any = false;
            for part in parts {
                any |= finds(part, unit)?;
            }
            Ok(any)
        }
        Filter::Not(part) => Ok(!finds(part, unit)?),
        Filter::Present(path) => text(path, unit).map(|_| true),
        Filter::Is(path, operator, value) => {
            let text = text(path, unit)?;
            let value = value.as_str().ok_or_else(refused)?;
            match operator {
                Operator::Eq => Ok(text == value),
                Operator::Ne => Ok(text != value),
                Operator::Co => Ok(text.contains(value)),
                Operator::Sw => Ok(text.starts_with(value)),
                Operator::Ew => Ok(text.ends_with(value)),
                _ => Err(refused()),
            }
        }
    }
}

/// What a unit has there.
fn text(path: &str, unit: &UnitNode) -> Result<String, Invalid> {
    match GROUPS.target(path) {
        Some(Target::Attribute { attribute, .. }) if attribute.name == "id" => {
            Ok(unit.id.to_string())
        }
        Some(Target::Attribute { attribute, .. }) if attribute.name == "displayName" => {
            Ok(unit.placed_name.clone())
        }
        _ => Err(refused()),
    }
}
