//! A city's identity management provisions accounts by SCIM: by hand, as common clients do, and as a checker of the
//! standard does.

use std::fs;
use std::process::Command;

use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, IF_MATCH};
use serde_json::{Value, json};
use yakusho_tests::{Client, Database, Hall, NOTHING, Page, Who};

use crate::none;

const CORE: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const ACCOUNT: &str = "urn:yakusho:scim:schemas:1.0:Account";
const USERS: &str = "/scim/v2/Users";

/// The identity management of a town hall, with the administrator's token.
struct Management {
    client: Client,
    token: String,
}

impl Management {
    async fn of(hall: &Hall) -> Self {
        let administrator = hall.signed_in(Who::Administrator).await;
        let password = &hall.account(Who::Administrator).password;
        let token = administrator.token(password, &["scim"]).await;
        let client = hall.client().with_token(&token);
        Self { client, token }
    }

    async fn get(&self, path: &str) -> Page {
        self.client.get(path).await
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> Page {
        let request = self.client.request(method, path).body(body.to_string());
        let request = request.header(CONTENT_TYPE, "application/scim+json");
        self.client.send(request).await
    }

    async fn patch(&self, path: &str, operations: Value) -> Page {
        let body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": operations,
        });
        self.send(Method::PATCH, path, &body).await
    }

    /// The users that a filter finds.
    async fn found(&self, filter: &str) -> Vec<Value> {
        let query = form_urlencoded(&[("filter", filter)]);
        let page = self.get(&format!("{USERS}?{query}")).await;
        assert_eq!(page.status, 200, "{filter}: {page:?}");
        let page = page.json();
        let found = page["Resources"].as_array().expect("resources").clone();
        assert_eq!(page["totalResults"], found.len(), "{page}");
        found
    }

    /// Somebody of that employment class with an account of no role.
    async fn somebody(&self, hall: &Hall, class: &str) -> Value {
        let page = self.get(USERS).await.json();
        let users = page["Resources"].as_array().expect("users");
        let known: Vec<&str> = hall.accounts().iter().map(|one| &*one.id).collect();
        let somebody = users.iter().find(|user| {
            user[ACCOUNT]["employmentClass"] == class
                && user["active"] == true
                && !known.contains(&text(&user["userName"]))
        });
        somebody.expect("somebody of that class").clone()
    }
}

fn form_urlencoded(pairs: &[(&str, &str)]) -> String {
    let mut url = reqwest::Url::parse("http://localhost").expect("an address");
    url.query_pairs_mut().extend_pairs(pairs);
    url.query().unwrap_or_default().to_owned()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

fn path_of(user: &Value) -> String {
    format!("{USERS}/{}", text(&user["id"]))
}

/// Status and keyword of an error, which is in the form of SCIM.
fn refusal(page: &Page) -> (u16, String) {
    let error = page.json();
    assert_eq!(
        page.header("content-type"),
        "application/scim+json",
        "{page:?}"
    );
    assert_eq!(
        error["schemas"],
        json!(["urn:ietf:params:scim:api:messages:2.0:Error"])
    );
    assert_eq!(error["status"], page.status.to_string());
    assert!(!text(&error["detail"]).is_empty());
    let keyword = error["scimType"].as_str().unwrap_or_default();
    (page.status, keyword.to_owned())
}

fn refused(status: u16, keyword: &str) -> (u16, String) {
    (status, keyword.to_owned())
}

#[tokio::test]
async fn an_account_comes_and_goes() {
    comes_and_goes(Database::Sqlite).await;
}

#[tokio::test]
async fn an_account_comes_and_goes_on_postgresql() {
    comes_and_goes(Database::Postgres).await;
}

async fn comes_and_goes(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let management = Management::of(&hall).await;
    let somebody = management.somebody(&hall, "regular").await;
    let path = path_of(&somebody);
    let number = text(&somebody[ENTERPRISE]["employeeNumber"]);
    let name = text(&somebody["name"]["formatted"]);
    let halves = [
        &somebody["name"]["familyName"],
        &somebody["name"]["givenName"],
    ]
    .map(text);
    assert_eq!(halves.join(" "), name);
    assert!(somebody.get("password").is_none());

    let gone = management.client.request(Method::DELETE, &path);
    assert_eq!(management.client.send(gone).await.status, 204);
    assert_eq!(refusal(&management.get(&path).await), refused(404, ""));
    let filter = format!("{ENTERPRISE}:employeeNumber eq \"{number}\"");
    assert!(management.found(&filter).await.is_empty());

    // As Microsoft Entra sends it, with much that is not kept here.
    let new = json!({
        "schemas": [CORE, ENTERPRISE],
        "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
        "userName": "entra.user",
        "active": "True",
        "displayName": "another name",
        "emails": [{"primary": true, "type": "work", "value": "entra.user@example.jp"}],
        "meta": {"resourceType": "User"},
        "name": {"formatted": "another name", "familyName": "another", "givenName": "name"},
        "roles": [],
        ENTERPRISE: {"employeeNumber": number, "department": "another"},
    });
    let made = management.send(Method::POST, USERS, &new).await;
    assert_eq!(made.status, 201, "{made:?}");
    let user = made.json();
    assert_eq!(path_of(&user), path);
    assert_eq!(made.header("location"), text(&user["meta"]["location"]));
    assert!(made.header("location").ends_with(&path));
    assert_eq!(made.header("etag"), text(&user["meta"]["version"]));
    assert_eq!(user["userName"], "entra.user");
    assert_eq!(user["name"]["formatted"], name);
    assert_eq!(user[ENTERPRISE], somebody[ENTERPRISE]);
    let again = management.send(Method::POST, USERS, &new).await;
    assert_eq!(refusal(&again), refused(409, "uniqueness"));

    let entra = "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef";
    for filter in [
        "userName eq \"ENTRA.user\"".to_owned(),
        format!("externalId eq \"{entra}\" and active eq true"),
        format!("{filter} or userName eq \"nobody\""),
        "userName sw \"entra\" and not (externalId eq \"x\")".to_owned(),
        "USERNAME ew \".user\" and externalId pr".to_owned(),
        format!("id eq \"{}\"", text(&user["id"])),
    ] {
        let found = management.found(&filter).await;
        assert_eq!(found, std::slice::from_ref(&user), "{filter}");
    }

    let closes = json!([{"op": "Replace", "path": "active", "value": "False"}]);
    let closed = management.patch(&path, closes).await;
    assert_eq!(closed.status, 200, "{closed:?}");
    let closed = closed.json();
    assert_eq!(
        (&closed["active"], &closed[ACCOUNT]["state"]),
        (&json!(false), &json!("closed"))
    );
    assert_ne!(closed["meta"]["version"], user["meta"]["version"]);

    // What was read before is not written over.
    let opens = json!({"userName": "entra.user", "active": true});
    let put = |version: String| {
        let request = management.client.request(Method::PUT, &path).json(&opens);
        management.client.send(request.header(IF_MATCH, version))
    };
    let stale = put(text(&user["meta"]["version"]).to_owned()).await;
    assert_eq!(refusal(&stale), refused(412, ""));
    let open = put(text(&closed["meta"]["version"]).to_owned()).await;
    assert_eq!(open.status, 200, "{open:?}");
    let open = open.json();
    assert_eq!(
        (&open["active"], &open["externalId"]),
        (&json!(true), &json!(entra))
    );
    // The same again changes nothing.
    let same = management.send(Method::PUT, &path, &open).await.json();
    assert_eq!(same, open);

    // The account's owner signs in with what the administrator hands them.
    let administrator = hall.signed_in(Who::Administrator).await;
    let page = format!("/admin/accounts/{}", text(&open["id"]));
    let page = administrator.get(&page).await;
    assert!(page.body.contains(entra));
    let act = page.form(&format!("/admin/accounts/{}/password", text(&open["id"])));
    let issued = administrator.submit(act).await;
    let slip = issued.texts("code");
    assert_eq!(slip[0], "entra.user", "{issued:?}");
    let entered = hall.client().try_sign_in(&slip[0], &slip[1]).await;
    assert_eq!(entered.status, 303, "{entered:?}");
}

#[tokio::test]
async fn what_the_regulation_asks_is_asked() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let management = Management::of(&hall).await;
    let somebody = management.somebody(&hall, "fixed_term").await;
    let path = path_of(&somebody);
    let gone = management.client.request(Method::DELETE, &path);
    assert_eq!(management.client.send(gone).await.status, 204);
    let new = |account: Value| {
        json!({
            "userName": "short.term",
            ENTERPRISE: {"employeeNumber": somebody[ENTERPRISE]["employeeNumber"]},
            ACCOUNT: account,
        })
    };
    let bare = management.send(Method::POST, USERS, &new(json!({}))).await;
    assert_eq!(refusal(&bare), refused(400, "invalidValue"));
    assert_eq!(bare.header("yakusho-article"), "nogata:7-1");
    assert_eq!(bare.header("yakusho-rule"), "account.others_approved");
    let detail = bare.json()["detail"].clone();
    let told = ["endsOn", "reason", "第7条"];
    assert!(
        told.iter().all(|part| text(&detail).contains(part)),
        "{detail}"
    );
    let english = management.client.in_language("en");
    let request = english.request(Method::POST, USERS).json(&new(json!({})));
    let told = english.send(request).await.json();
    assert!(text(&told["detail"]).contains("Enter urn:"), "{told}");

    let longest = somebody[ACCOUNT]["endsOn"].clone();
    let whole = new(json!({"endsOn": longest, "reason": "窓口の応援"}));
    let made = management.send(Method::POST, USERS, &whole).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(made.json()[ACCOUNT]["endsOn"], longest);
    assert_eq!(made.json()[ACCOUNT].get("reason"), None);
    let unknown = json!({"userName": "x", ENTERPRISE: {"employeeNumber": "no-such"}});
    let unknown = management.send(Method::POST, USERS, &unknown).await;
    assert_eq!(refusal(&unknown), refused(400, "invalidValue"));
    let own = management.get("/scim/v2/Me").await.json();
    assert_eq!(own["userName"], hall.account(Who::Administrator).id);
    let refusal_of_own = management
        .patch(
            &path_of(&own),
            json!([{"op": "replace", "path": "active", "value": false}]),
        )
        .await;
    assert_eq!(refusal(&refusal_of_own), refused(403, ""));
}

#[tokio::test]
async fn the_token_opens_nothing_else_and_nothing_else_opens_it() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let management = Management::of(&hall).await;
    for path in ["/api/v1/me", "/api/v1/accounts"] {
        let elsewhere = management.get(path).await;
        assert_eq!(elsewhere.status, 403, "{elsewhere:?}");
        assert_eq!(elsewhere.json()["code"], "out_of_scope");
    }
    let administrator = hall.signed_in(Who::Administrator).await;
    let password = &hall.account(Who::Administrator).password;
    let other = administrator
        .token(password, &["read", "write", "admin"])
        .await;
    let other = hall.client().with_token(&other).get(USERS).await;
    assert_eq!(refusal(&other), refused(403, ""));
    assert_eq!(other.header("yakusho-code"), "out_of_scope");
    assert_eq!(refusal(&administrator.get(USERS).await), refused(401, ""));

    let staff = hall.signed_in(Who::Staff).await;
    let choices = staff.get("/account/tokens").await;
    let choices = choices.attributes("[name=scopes]", "value");
    assert_eq!(choices, ["read", "write", "admin"]);
    let wanted = json!({
        "name": "x",
        "scopes": ["scim"],
        "ends_on": "2099-01-01",
        "password": hall.account(Who::Staff).password,
    });
    let request = staff
        .request(Method::POST, "/api/v1/me/tokens")
        .json(&wanted);
    let request = request.header("X-CSRF-Token", staff.csrf().await);
    let made = staff.send(request).await;
    assert_eq!(made.status, 403, "{made:?}");
    assert_eq!(made.json()["article"], "nogata:2(3)");
}

#[tokio::test]
async fn sections_are_read_alone() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let management = Management::of(&hall).await;
    let groups = management
        .get("/scim/v2/Groups?count=3&startIndex=2")
        .await
        .json();
    assert_eq!(
        (&groups["startIndex"], &groups["itemsPerPage"]),
        (&json!(2), &json!(3))
    );
    assert!(groups["totalResults"].as_u64().expect("a number") > 4);
    let all = management.get("/scim/v2/Groups").await.json();
    let all = all["Resources"].as_array().expect("groups");
    let peopled = all.iter().find(|group| group["members"] != json!([]));
    let peopled = peopled.expect("a section with people");
    let member = &peopled["members"][0];
    let user = management
        .get(&format!("{USERS}/{}", text(&member["value"])))
        .await
        .json();
    assert_eq!(user["displayName"], member["display"]);
    let path = format!("/scim/v2/Groups/{}", text(&peopled["id"]));
    assert_eq!(management.get(&path).await.json(), *peopled);
    let bare = management
        .get(&format!("{path}?excludedAttributes=members"))
        .await
        .json();
    assert_eq!(bare.get("members"), None);
    assert_eq!(bare["displayName"], peopled["displayName"]);

    let nobody = json!({"displayName": "x", "members": []});
    for (method, path) in [
        (Method::POST, "/scim/v2/Groups"),
        (Method::PUT, &*path),
        (Method::PATCH, &*path),
        (Method::DELETE, &*path),
    ] {
        let answer = management.send(method, path, &nobody).await;
        assert_eq!(refusal(&answer), refused(403, ""));
        assert!(
            text(&answer.json()["detail"]).contains("発令"),
            "{answer:?}"
        );
    }
}

#[tokio::test]
async fn what_is_sent_wrongly_is_told_in_the_words_of_the_standard() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let management = Management::of(&hall).await;
    let user = management.somebody(&hall, "regular").await;
    let path = path_of(&user);
    let mut wrong = Vec::new();
    let mut expect = |what: &str, answer: &Page, expected: (u16, &str)| {
        if refusal(answer) != refused(expected.0, expected.1) {
            wrong.push(format!("{what}: {answer:?}"));
        }
    };
    for filter in [
        "userName eq",
        "title eq \"x\"",
        "userName gt \"x\"",
        "((active eq true)",
    ] {
        let query = form_urlencoded(&[("filter", filter)]);
        let answer = management.get(&format!("{USERS}?{query}")).await;
        expect(filter, &answer, (400, "invalidFilter"));
    }
    let answer = management.get(&format!("{USERS}?count=many")).await;
    expect("count", &answer, (400, "invalidValue"));
    for (operation, keyword) in [
        (
            json!({"op": "replace", "path": "nickName", "value": "x"}),
            "invalidPath",
        ),
        (
            json!({"op": "replace", "path": "title", "value": "x"}),
            "mutability",
        ),
        (json!({"op": "remove"}), "noTarget"),
        (json!({"op": "turn", "path": "active"}), "invalidSyntax"),
        (
            json!({"op": "replace", "path": "password", "value": "x"}),
            "invalidValue",
        ),
        (
            json!({"op": "replace", "path": "userName", "value": "a b"}),
            "invalidValue",
        ),
        (
            json!({"op": "replace", "path": format!("{ACCOUNT}:endsOn"), "value": "soon"}),
            "invalidValue",
        ),
    ] {
        let answer = management.patch(&path, json!([operation])).await;
        expect(&operation.to_string(), &answer, (400, keyword));
    }
    let answer = management.patch(&path, json!([])).await;
    expect("no operation", &answer, (400, "invalidSyntax"));
    let broken = |kind: &'static str, body: &'static str| {
        let request = management.client.request(Method::POST, USERS);
        management
            .client
            .send(request.header(CONTENT_TYPE, kind).body(body))
    };
    let answer = broken("application/scim+json", "{").await;
    expect("broken", &answer, (400, "invalidSyntax"));
    let answer = broken("text/plain", "{}").await;
    expect("plain", &answer, (415, ""));
    for path in ["/scim/v2/Bulk", "/scim/v2/.search"] {
        let answer = management.send(Method::POST, path, &json!({})).await;
        expect(path, &answer, (501, ""));
    }
    let answer = management
        .send(Method::POST, "/scim/v2/Schemas", &json!({}))
        .await;
    expect("a method", &answer, (405, ""));
    for path in [
        "/scim/v2/Devices",
        &format!("{USERS}/{NOTHING}"),
        &format!("{USERS}/x"),
    ] {
        expect(path, &management.get(path).await, (404, ""));
    }
    none(&wrong);
    assert_eq!(management.get(&path).await.json(), user);
    let search = json!({"filter": "active eq true", "count": 2, "attributes": ["userName"]});
    let search = management
        .send(Method::POST, &format!("{USERS}/.search"), &search)
        .await
        .json();
    let found = search["Resources"].as_array().expect("resources");
    assert_eq!(found.len(), 2);
    let members: Vec<&String> = found[0].as_object().expect("a user").keys().collect();
    assert_eq!(members, ["id", "schemas", "userName"]);
}

/// What the checker finds that is so by intent: each check, and what it says.
const INTENDED: [(&str, &str); 5] = [
    // Nothing is searched for in all kinds at once.
    (
        "SKIPPED search_with_attributes",
        "not supported by the server",
    ),
    // Of an extension there is more than what was written: what is read alone, and stays.
    (
        "ERROR check_add_attribute",
        "unexpected value for 'urn:yakusho",
    ),
    (
        "ERROR check_remove_attribute",
        "did not remove attribute 'urn:yakusho",
    ),
    (
        "ERROR check_replace_attribute",
        "unexpected value for 'urn:yakusho",
    ),
    (
        "ERROR check_replace_attribute",
        "unexpected value for 'urn:ietf",
    ),
];

#[tokio::test]
async fn a_checker_of_the_standard_finds_nothing_that_is_not_meant() {
    checked(Database::Sqlite).await;
}

#[tokio::test]
async fn a_checker_of_the_standard_finds_nothing_that_is_not_meant_on_postgresql() {
    checked(Database::Postgres).await;
}

/// The checker makes values up. Whose accounts it may open and until when, it is told by the schemas that it is given; and
/// that it may not close them, which it would do or leave as the dice fall, so that what it finds would change.
async fn checked(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let management = Management::of(&hall).await;
    let somebody = management.somebody(&hall, "regular").await;
    let gone = management
        .client
        .request(Method::DELETE, &path_of(&somebody));
    assert_eq!(management.client.send(gone).await.status, 204);
    let mut schemas = management.get("/scim/v2/Schemas").await.json();
    let number = &somebody[ENTERPRISE]["employeeNumber"];
    for (schema, attribute, member, value) in [
        (
            ENTERPRISE,
            "employeeNumber",
            "canonicalValues",
            json!([number]),
        ),
        (ACCOUNT, "endsOn", "canonicalValues", json!(["2199-03-31"])),
        (CORE, "active", "mutability", json!("readOnly")),
    ] {
        let schemas = schemas["Resources"].as_array_mut().expect("schemas");
        let schema = schemas.iter_mut().find(|one| one["id"] == schema);
        let attributes = schema.expect("the schema")["attributes"].as_array_mut();
        let mut attributes = attributes.expect("attributes").iter_mut();
        let attribute = attributes.find(|one| one["name"] == attribute);
        attribute.expect("the attribute")[member] = value;
    }
    let mut kinds = management.get("/scim/v2/ResourceTypes").await.json();
    let users = kinds["Resources"].as_array_mut().expect("kinds");
    users.retain(|kind| kind["name"] == "User");
    kinds["totalResults"] = json!(1);
    kinds["itemsPerPage"] = json!(1);
    let file = |name: &str, content: &Value| {
        let path = hall.folder().join(name);
        fs::write(&path, content.to_string()).expect("a file");
        path
    };
    let program = std::env::var("YAKUSHO_SCIM2");
    let program = program.expect("YAKUSHO_SCIM2, as `cargo xtask test` sets it");
    let mut checker = Command::new(program);
    checker
        .env(
            "SCIM_CLI_HEADERS",
            format!("Authorization: Bearer {}", management.token),
        )
        .args(["--url", &format!("{}/scim/v2", hall.url)])
        .arg("--schemas")
        .arg(file("schemas.json", &schemas))
        .arg("--resource-types")
        .arg(file("kinds.json", &kinds))
        .args(["test", "--verbose"]);
    let output = checker.output().expect("the checker");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr).into_owned();
    let lines: Vec<&str> = said.lines().collect();
    let good = lines.iter().filter(|line| line.starts_with("SUCCESS"));
    assert!(good.count() > 20, "{said}\n{complained}");
    let is_finding = |line: &&&str| {
        let word = line.split(' ').next().unwrap_or_default();
        !word.is_empty()
            && word.chars().all(|letter| letter.is_ascii_uppercase())
            && word != "SUCCESS"
    };
    let findings: Vec<String> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| is_finding(line))
        .map(|(at, line)| format!("{line}: {}", lines.get(at + 1).unwrap_or(&"")))
        .collect();
    let is_meant = |finding: &String, (check, about): &(&str, &str)| {
        finding.contains(check) && finding.contains(about)
    };
    none(findings.iter().filter(|finding| {
        let mut intended = INTENDED.iter();
        !intended.any(|meant| is_meant(finding, meant))
    }));
    for meant in &INTENDED {
        let is_found = findings.iter().any(|finding| is_meant(finding, meant));
        assert!(is_found, "no longer found: {meant:?}");
    }
}
