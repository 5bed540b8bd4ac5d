//! Accounts, as `/Users` has them.

use poem::http::{StatusCode, header};
use poem::web::Path;
use poem::{Request, Response, handler};
use serde_json::{Map, Value, json};
use yakusho_accounts::account::{self, AccountId, Field, Is, Provisioned, Sought};
use yakusho_dav::Tags;
use yakusho_kernel::{Conflict, Invalid};
use yakusho_webkit::{Answer, Problem, Visit};

use super::draft::{Draft, by_attribute};
use super::filter::{Filter, Operator, refused};
use super::kinds::{ACCOUNT, ENTERPRISE, USERS};
use super::message::{Query, Sent, address, list, resource};
use super::schema::Target;
use super::texts::Text;

/// `GET /Users`
#[handler]
pub(super) async fn index(visit: Visit) -> Answer {
    let query = Query::of_address(&visit, &USERS)?;
    found(&visit, &query).await
}

/// `POST /Users/.search`
#[handler]
pub(super) async fn search(visit: Visit, body: Sent) -> Answer {
    let query = Query::of_body(&body, &USERS)?;
    found(&visit, &query).await
}

async fn found(visit: &Visit, query: &Query) -> Answer {
    let sought = match &query.filter {
        Some(filter) => sought(&Filter::parse(filter)?)?,
        None => Sought::All(Vec::new()),
    };
    let start = u64::try_from(query.start).unwrap_or(u64::MAX);
    let start = start.min(i64::MAX.unsigned_abs());
    let (total, users) = account::provisioned(&visit.cx, &sought, start, query.size).await?;
    let users: Vec<Value> = users
        .iter()
        .map(|user| query.shown.of_resource(shown(visit, user)))
        .collect();
    let total = usize::try_from(total).unwrap_or(usize::MAX);
    Ok(list(total, query.start, &users))
}

/// `GET /Users/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<AccountId>) -> Answer {
    answer(&visit, id, StatusCode::OK).await
}

/// `GET /Me`: the account of whoever the token belongs to.
#[handler]
pub(super) async fn me(visit: Visit) -> Answer {
    let own = account::own(&visit.cx).await?;
    answer(&visit, own.id, StatusCode::OK).await
}

/// `POST /Users`: opens an account.
#[handler]
pub(super) async fn create(visit: Visit, body: Sent) -> Answer {
    let mut draft = Draft::default();
    draft.merge(&body.0)?;
    let wanted = draft.wanted(visit.lang)?;
    let number = draft.number.unwrap_or_default();
    let made = account::provision(&visit.cx, &number, &wanted).await;
    let id = made.map_err(by_attribute)?.into_inner();
    answer(&visit, id, StatusCode::CREATED).await
}

/// `PUT /Users/:id`: what is not said stays as it is (RFC 7644, section 3.5.1).
#[handler]
pub(super) async fn replace(
    visit: Visit,
    request: &Request,
    Path(id): Path<AccountId>,
    body: Sent,
) -> Answer {
    let user = expected(&visit, request, id).await?;
    let mut draft = Draft::of(&user);
    draft.merge(&body.0)?;
    amend(&visit, &user, &draft).await
}

/// `PATCH /Users/:id`
#[handler]
pub(super) async fn patch(
    visit: Visit,
    request: &Request,
    Path(id): Path<AccountId>,
    body: Sent,
) -> Answer {
    let user = expected(&visit, request, id).await?;
    let mut draft = Draft::of(&user);
    for operation in body.operations()? {
        draft.apply(operation)?;
    }
    amend(&visit, &user, &draft).await
}

async fn amend(visit: &Visit, user: &Provisioned, draft: &Draft) -> Answer {
    let (id, revision) = (user.account.id, user.account.revision);
    let wanted = draft.wanted(visit.lang)?;
    let amended = account::amend(&visit.cx, id, &wanted, revision).await;
    if let Some(saved) = amended.map_err(by_attribute)? {
        saved.into_inner();
    }
    answer(visit, id, StatusCode::OK).await
}

/// `DELETE /Users/:id`: the account is closed, and not found here any more.
#[handler]
pub(super) async fn remove(visit: Visit, request: &Request, Path(id): Path<AccountId>) -> Answer {
    let user = expected(&visit, request, id).await?;
    let reason = Text::ClosedByProgram.to(visit.lang);
    account::withdraw(&visit.cx, id, &reason, user.account.revision)
        .await?
        .into_inner();
    Ok(Response::builder().status(StatusCode::NO_CONTENT).finish())
}

/// The account as the client believes it to be, if it says that.
async fn expected(visit: &Visit, request: &Request, id: AccountId) -> Result<Provisioned, Problem> {
    let user = account::provisioned_as(&visit.cx, id).await?;
    let version = version(&user);
    match Tags::of(request.header(header::IF_MATCH)) {
        Some(tags) if !tags.takes(Some(&version)) => Err(Conflict::CHANGED.into()),
        _ => Ok(user),
    }
}

async fn answer(visit: &Visit, id: AccountId, status: StatusCode) -> Answer {
    let user = account::provisioned_as(&visit.cx, id).await?;
    Ok(resource(visit, &USERS, status, shown(visit, &user)))
}

fn version(user: &Provisioned) -> String {
    format!("W/\"{}\"", user.account.revision)
}

/// All that is shown of an account.
fn shown(visit: &Visit, user: &Provisioned) -> Map<String, Value> {
    let (account, card) = (&user.account, user.card.as_ref());
    let id = account.id.to_string();
    let mut shown = Map::new();
    let mut say = |name: &str, value: Value| {
        let is_empty = value.as_str().is_some_and(str::is_empty);
        if !value.is_null() && !is_empty {
            shown.insert(name.to_owned(), value);
        }
    };
    let schemas: Vec<&str> = USERS.schemas.iter().map(|schema| schema.id).collect();
    say("schemas", json!(schemas));
    say("externalId", json!(account.external_id));
    say("userName", json!(account.login.as_str()));
    say("active", json!(user.active));
    say(
        "meta",
        json!({
            "resourceType": USERS.name,
            "created": account.opened_at.to_string(),
            "location": address(visit, USERS.path, &id),
            "version": version(user),
        }),
    );
    say("id", json!(id));
    if let Some(card) = card {
        say("name", name(&card.name));
        say("displayName", json!(card.name));
        say("title", json!(card.post_title));
        say(
            ENTERPRISE,
            told([
                ("employeeNumber", &card.number),
                ("department", &card.unit_name),
            ]),
        );
    }
    let ends_on = account.ends_on.map(|day| day.to_string());
    let (kana, class) = card.map_or(("", ""), |card| (&*card.kana, card.class.code()));
    say(
        ACCOUNT,
        told([
            ("kana", kana),
            ("employmentClass", class),
            ("state", account.state.code()),
            ("endsOn", ends_on.as_deref().unwrap_or_default()),
        ]),
    );
    shown
}

/// What there is of these texts.
fn told<const N: usize>(texts: [(&str, &str); N]) -> Value {
    let there = texts.into_iter().filter(|(_, text)| !text.is_empty());
    let members = there.map(|(name, text)| (name.to_owned(), Value::from(text)));
    Value::Object(members.collect())
}

/// A name as the directory has it: one text, the family name first, and a space between where there are two.
fn name(whole: &str) -> Value {
    match whole.split_once(' ') {
        Some((family, given)) => {
            json!({"formatted": whole, "familyName": family, "givenName": given.trim()})
        }
        None => json!({"formatted": whole}),
    }
}

/// The accounts that a filter finds.
fn sought(filter: &Filter) -> Result<Sought, Invalid> {
    let several = |parts: &[Filter]| parts.iter().map(sought).collect::<Result<_, _>>();
    match filter {
        Filter::All(parts) => Ok(Sought::All(several(parts)?)),
        Filter::Any(parts) => Ok(Sought::Any(several(parts)?)),
        Filter::Not(part) => Ok(Sought::Not(Box::new(sought(part)?))),
        Filter::Present(path) => match place(path).ok_or_else(refused)? {
            // Every account has them.
            Place::Id | Place::Active => Ok(Sought::All(Vec::new())),
            Place::Text(field) => Ok(Sought::Text(field, Is::Present)),
        },
        Filter::Is(path, Operator::Ne, value) => {
            let same = is(path, Operator::Eq, value)?;
            Ok(Sought::Not(Box::new(same)))
        }
        Filter::Is(path, operator, value) => is(path, *operator, value),
    }
}

fn is(path: &str, operator: Operator, value: &Value) -> Result<Sought, Invalid> {
    match (place(path).ok_or_else(refused)?, operator, value) {
        (Place::Active, Operator::Eq, Value::Bool(active)) => Ok(Sought::Active(*active)),
        (Place::Id, Operator::Eq, Value::String(id)) => Ok(match id.parse() {
            Ok(id) => Sought::Id(id),
            Err(_) => Sought::Any(Vec::new()),
        }),
        (Place::Text(field), operator, Value::String(text)) => {
            let text = text.clone();
            let is = match operator {
                Operator::Eq => Is::Equal(text),
                Operator::Co => Is::Containing(text),
                Operator::Sw => Is::Beginning(text),
                Operator::Ew => Is::Ending(text),
                _ => return Err(refused()),
            };
            Ok(Sought::Text(field, is))
        }
        // Equal to nothing is what is not there.
        (Place::Text(field), Operator::Eq, Value::Null) => {
            Ok(Sought::Not(Box::new(Sought::Text(field, Is::Present))))
        }
        _ => Err(refused()),
    }
}

/// What a filter may ask about.
#[derive(Clone, Copy)]
enum Place {
    Id,
    Active,
    Text(Field),
}

fn place(path: &str) -> Option<Place> {
    let Target::Attribute {
        extension,
        attribute,
        part,
    } = USERS.target(path)?
    else {
        return None;
    };
    match (extension, attribute.name, part.map(|part| part.name)) {
        (None, "id", None) => Some(Place::Id),
        (None, "active", None) => Some(Place::Active),
        (None, "userName", None) => Some(Place::Text(Field::Login)),
        (None, "externalId", None) => Some(Place::Text(Field::ExternalId)),
        (None, "displayName", None) | (None, "name", Some("formatted")) => {
            Some(Place::Text(Field::Name))
        }
        (Some(ENTERPRISE), "employeeNumber", None) => Some(Place::Text(Field::Number)),
        _ => None,
    }
}
