//! Every list of the API is paged, and its pages together are the list.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use yakusho_tests::{Client, Database, Hall, Who};

use crate::none;

/// What lists must be asked, where they answer nothing otherwise.
const ASKED: [(&str, &str); 4] = [
    ("/facilities/usage", "first=2026-11-02&last=2026-11-06&"),
    ("/orders/csv/dry-run", "takes_effect_on=2027-01-01&"),
    ("/schedule/free", "person={somebody}&"),
    ("/search", "q=%E4%BC%9A%E8%AD%B0&"),
];

/// Where the things are listed that a path names, if not at the part before: the list, and the member of its items.
const NAMED: [(&str, &str, &str); 3] = [
    ("/posts", "/people", "/post/id"),
    ("/booking-series", "/bookings", "/series"),
    ("/events", "/schedule", "/items/0/event"),
];

/// What is answered with the one thing that it belongs to, and as a whole, since there can never be much of it.
const WITH_ITS_OWNER: [(&str, &[&str], &str); 15] = [
    ("/board/posts/{id}", &["files"], "at most 20"),
    ("/board/posts/{id}/evidence", &["files"], "at most 20"),
    (
        "/board/posts/{id}/versions/compare",
        &["body", "files", "title"],
        "as long as the words",
    ),
    ("/circulations/{id}", &["files"], "at most 20"),
    ("/circulations/{id}/evidence", &["files"], "at most 20"),
    (
        "/circulations/{id}/versions/compare",
        &["body", "files", "title"],
        "as long as the words",
    ),
    ("/documents/receipts/{id}", &["files"], "at most 20"),
    ("/documents/{id}", &["files"], "at most 20"),
    ("/compliance", &["articles"], "those of the city's profile"),
    (
        "/events/{id}",
        &["candidates", "facilities", "files", "participants"],
        "as sent, each with its limit",
    ),
    (
        "/forms/{id}",
        &["acts"],
        "the steps that its form prescribes",
    ),
    (
        "/me",
        &["duties", "functions", "posts", "roles"],
        "what one person holds",
    ),
    ("/me/groups/{id}", &["members"], "as sent, with its limit"),
    (
        "/people/{id}",
        &["duties", "posts", "roles"],
        "what one person holds",
    ),
    (
        "/regulation-clauses/{id}",
        &["rules"],
        "those of the city's profile",
    ),
];

/// How many things of a kind are tried until one has a list of two.
const TRIED: usize = 40;

/// How many items of a list are gone through one by one.
const WALKED: usize = 12;

#[tokio::test]
async fn every_list_takes_after_and_limit_and_its_pages_are_the_list() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let described = hall.client().get("/api/v1/openapi.json").await.json();
    let mut readers = Vec::new();
    for who in Who::ALL {
        readers.push(hall.signed_in(who).await);
    }
    let mut wrong = Vec::new();
    let (mut lists, mut walked) = (0, 0);
    let operations = described["paths"].as_object().expect("paths");
    for (path, methods) in operations {
        let get = &methods["get"];
        let Some(schema) = list(&described, get) else {
            continue;
        };
        lists += 1;
        if !["after", "limit"].iter().all(|name| takes(get, name)) {
            wrong.push(format!("{path} takes no after and limit"));
        } else if schema["properties"]["next"].is_null() {
            wrong.push(format!("{path} answers no next"));
        } else {
            match walk(&readers, path).await {
                Ok(many) => walked += usize::from(many),
                Err(why) => wrong.push(format!("{path}: {why}")),
            }
        }
    }
    none(&wrong);
    assert!(lists > 75, "only {lists} lists are described");
    assert!(walked > 35, "only {walked} lists have two items");
}

#[tokio::test]
async fn no_list_comes_whole_with_something_else_but_what_is_bound_to_be_short() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let described = hall.client().get("/api/v1/openapi.json").await.json();
    let mut whole = BTreeMap::new();
    for (path, methods) in described["paths"].as_object().expect("paths") {
        let Some(schema) = answered(&described, &methods["get"]) else {
            continue;
        };
        let properties = schema["properties"].as_object().into_iter().flatten();
        let arrays = properties.filter(|(name, property)| {
            *name != "items" && resolved(&described, property)["type"] == "array"
        });
        let arrays: BTreeSet<&str> = arrays.map(|(name, _)| name.as_str()).collect();
        if !arrays.is_empty() {
            whole.insert(path.as_str(), arrays);
        }
    }
    let known = WITH_ITS_OWNER.iter();
    let known = known.map(|(path, members, _)| (*path, members.iter().copied().collect()));
    assert_eq!(whole, known.collect());
}

/// The schema of what an operation answers, if that is a list: an array, or an object with `items`.
fn list<'d>(described: &'d Value, operation: &'d Value) -> Option<&'d Value> {
    let schema = answered(described, operation)?;
    let is_list = schema["type"] == "array" || schema["properties"]["items"]["type"] == "array";
    is_list.then_some(schema)
}

/// The schema of the JSON that an operation answers, if it does.
fn answered<'d>(described: &'d Value, operation: &'d Value) -> Option<&'d Value> {
    let content = operation["responses"]["200"]["content"].as_object()?;
    let (_, json) = content
        .iter()
        .find(|(kind, _)| kind.starts_with("application/json"))?;
    Some(resolved(described, &json["schema"]))
}

/// The schema itself, where another is referred to.
fn resolved<'d>(described: &'d Value, schema: &'d Value) -> &'d Value {
    let path = schema["$ref"].as_str();
    let path = path.and_then(|path| path.strip_prefix('#'));
    path.and_then(|path| described.pointer(path))
        .unwrap_or(schema)
}

fn takes(operation: &Value, name: &str) -> bool {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters
        .filter(|parameter| parameter["in"] == "query")
        .any(|parameter| parameter["name"] == name)
}

/// Goes through a list one by one, as whoever may read one with two items at least; tells whether there is any.
async fn walk(readers: &[Client], path: &str) -> Result<bool, String> {
    let mut statuses = BTreeMap::new();
    for reader in readers {
        for path in addresses(reader, path).await {
            let whole = reader.get(&format!("{path}limit=100")).await;
            *statuses.entry(whole.status).or_insert(0) += 1;
            if whole.status != 200 || names(&whole.json()).len() < 2 {
                continue;
            }
            one_by_one(reader, &path).await?;
            return Ok(true);
        }
    }
    // A list of things of which none is there cannot be asked for.
    let is_read = statuses.is_empty() || statuses.contains_key(&200) || path.contains('{');
    is_read
        .then_some(false)
        .ok_or_else(|| format!("nobody may read it: {statuses:?}"))
}

/// The first items of a list, each on a page of its own, and then what stands there as a whole.
async fn one_by_one(reader: &Client, path: &str) -> Result<(), String> {
    let (mut seen, mut after) = (Vec::new(), String::new());
    while seen.len() < WALKED {
        let page = reader.get(&format!("{path}limit=1{after}")).await;
        if page.status != 200 {
            return Err(format!("{page:?}"));
        }
        let page = page.json();
        let items = names(&page);
        if items.len() != 1 {
            return Err(format!("{} items on a page of one", items.len()));
        }
        seen.extend(items);
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    let whole = names(&reader.get(&format!("{path}limit=100")).await.json());
    // To look into some lists is put on record, on top of them.
    let begin = whole.iter().position(|name| *name == seen[0]).unwrap_or(0);
    let expected: Vec<_> = whole.iter().skip(begin).take(WALKED).collect();
    if seen.iter().collect::<Vec<_>>() != expected {
        return Err(format!("{seen:?} one by one, {expected:?} as a whole"));
    }
    Ok(())
}

/// The addresses of a list for one reader, as far as the seeded city has what their paths name; each ready for a
/// parameter more.
async fn addresses(reader: &Client, path: &str) -> Vec<String> {
    let people = reader.get("/api/v1/people?limit=1").await.json();
    let somebody = people["items"][0]["id"].as_str().unwrap_or_default();
    let asked = asked(path, somebody);
    let Some((before, rest)) = path.split_once("/{") else {
        return vec![format!("/api/v1{path}?{asked}")];
    };
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    let ids = ids(reader, before).await.into_iter().take(TRIED);
    ids.map(|id| format!("/api/v1{before}/{id}{after}?{asked}"))
        .collect()
}

/// The ids of the things that a path names after that part, as far as one reader finds them in the seeded city.
pub(crate) async fn ids(reader: &Client, before: &str) -> Vec<String> {
    let named = NAMED.iter().find(|(of, ..)| *of == before);
    let (at, member) = named.map_or((before, "/id"), |(_, at, member)| (*at, *member));
    let found = reader.get(&format!("/api/v1{at}?limit=100")).await;
    if found.status != 200 {
        return Vec::new();
    }
    let found = found.json();
    let items = found["items"].as_array().into_iter().flatten();
    let ids = items.filter_map(|item| item.pointer(member)?.as_str());
    ids.map(str::to_owned).collect()
}

/// The beginning of a list's query, without which it answers nothing.
pub(super) fn asked(path: &str, somebody: &str) -> String {
    let asked = ASKED.iter().find(|(of, _)| *of == path);
    asked.map_or(String::new(), |(_, asked)| {
        asked.replace("{somebody}", somebody)
    })
}

/// What tells the items of a page apart.
fn names(page: &Value) -> Vec<Value> {
    let items = page["items"].as_array().into_iter().flatten();
    items
        .map(|item| match &item["id"] {
            Value::Null => item.clone(),
            id => id.clone(),
        })
        .collect()
}
