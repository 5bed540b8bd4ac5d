//! The JSON API does what its description says, whatever is sent: schemathesis tries every operation that is described.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use serde_json::json;
use yakusho_tests::{Client, Database, Hall, Who, run};

use crate::routes::paging::ids;

/// What is looked at in each answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// How many made-up requests each operation is tried with at most, beside those that try each limit of its description.
const EXAMPLES: &str = "5";

/// How many things of each kind operations are tried with, in so many of their requests; in the others the ids are made up.
const THINGS: usize = 5;
const REAL: f64 = 0.8;

/// What is left to made-up ids: with the one session and the one token that there are, everything would end.
const OWN: [&str; 2] = ["/me/sessions", "/me/tokens"];

#[tokio::test]
async fn every_operation_answers_the_administrator_as_described() {
    let scopes = ["read", "write", "admin"];
    let succeeded = as_described("model", Who::Administrator, &scopes).await;
    assert!(succeeded.len() > 60, "{}: {succeeded:#?}", succeeded.len());
}

#[tokio::test]
async fn every_operation_answers_a_clerk_as_described() {
    let succeeded = as_described("nogata", Who::Staff, &["read", "write"]).await;
    assert!(succeeded.len() > 15, "{}: {succeeded:#?}", succeeded.len());
}

/// Operations by which acts come to rest: they are tried after all others.
const HALTING: &str = "/announcements";

/// Tries all operations, and names those on one thing that were carried out.
async fn as_described(city: &str, who: Who, scopes: &[&str]) -> BTreeSet<String> {
    let hall = Hall::start(city, Database::Sqlite).await;
    let browser = hall.signed_in(who).await;
    let token = browser.token(&hall.account(who).password, scopes).await;
    let program = hall.client().with_token(&token);
    let things = things(&program).await;
    fs::write(hall.folder().join(CONFIGURATION), &things).expect("a configuration");
    let mut succeeded = tries(&hall, &token, ["2", "--exclude-path-regex"]);
    // Its workers get into each other's way where they begin with the same few.
    succeeded.extend(tries(&hall, &token, ["1", "--include-path-regex"]));
    // Whatever was tried, the token opened the door to the end.
    let me = program.get("/api/v1/me").await;
    assert_eq!(me.status, 200, "{me:?}");
    succeeded
}

/// What schemathesis is told beside its arguments, and what it leaves, in the hall's folder.
const CONFIGURATION: &str = "schemathesis.toml";
const REPORT: &str = "tried.ndjson";

/// Tells schemathesis the ids of things that are there, for the first one that each path names.
async fn things(program: &Client) -> String {
    let described = program.get("/api/v1/openapi.json").await.json();
    let me = program.get("/api/v1/me").await.json();
    let mut named: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for path in described["paths"].as_object().expect("paths").keys() {
        if let Some((before, rest)) = path.split_once("/{")
            && let Some((parameter, _)) = rest.split_once('}')
        {
            named.entry(before).or_default().push((path, parameter));
        }
    }
    let (mut lists, mut operations) = (String::from("[dictionaries]\n"), String::new());
    for (before, paths) in named {
        let mut things = ids(program, before).await;
        // Whoever ends their own account is heard no more.
        things.retain(|id| me["account"] != id.as_str() && !OWN.contains(&before));
        let apart = things.len().div_ceil(THINGS).max(1);
        let things: Vec<_> = things.into_iter().step_by(apart).collect();
        if things.is_empty() {
            continue;
        }
        let name = before.trim_start_matches('/').replace('/', "-");
        let _ = writeln!(lists, "{name} = {{ values = {} }}", json!(things));
        for (path, parameter) in paths {
            let bound = format!("{{ dictionary = \"{name}\", probability = {REAL} }}");
            let parameters = format!("parameters = {{ \"path.{parameter}\" = {bound} }}");
            let path = json!(path);
            let _ = write!(
                operations,
                "\n[[operations]]\ninclude-path = {path}\n{parameters}\n"
            );
        }
    }
    lists + &operations
}

/// Has so many workers try the operations that halt acts, or all but those.
fn tries(hall: &Hall, token: &str, [workers, which]: [&str; 2]) -> BTreeSet<String> {
    let program = std::env::var("YAKUSHO_SCHEMATHESIS");
    let program = program.expect("YAKUSHO_SCHEMATHESIS, as `cargo xtask test` sets it");
    let mut schemathesis = Command::new(program);
    schemathesis
        .current_dir(hall.folder())
        .args(["--config-file", CONFIGURATION, "--no-color", "run"])
        .arg(format!("{}/api/v1/openapi.json", hall.url))
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .args(["--phases", "examples,coverage,fuzzing"])
        .args(["--checks", CHECKS, "--max-examples", EXAMPLES])
        .args(["--generation-deterministic", "--workers", workers])
        .args(["--warnings", "off", "--continue-on-failure"])
        .args(["--report", "ndjson", "--report-ndjson-path", REPORT])
        .args([which, HALTING]);
    let said = run(schemathesis);
    assert!(said.contains("No issues found"), "{said}");
    succeeded(&hall.folder().join(REPORT))
}

/// A line of the report.
#[derive(Deserialize)]
struct Event {
    #[serde(rename = "ScenarioFinished")]
    scenario: Option<Scenario>,
}

#[derive(Deserialize)]
struct Scenario {
    recorder: Recorder,
}

/// What was sent to an operation, and answered.
#[derive(Deserialize)]
struct Recorder {
    /// `GET /events/{id}`
    label: String,
    #[serde(default)]
    interactions: BTreeMap<String, Interaction>,
}

#[derive(Deserialize)]
struct Interaction {
    response: Option<Answered>,
}

#[derive(Deserialize)]
struct Answered {
    status_code: u16,
}

/// The operations on one thing that were carried out.
fn succeeded(report: &Path) -> BTreeSet<String> {
    let lines = BufReader::new(File::open(report).expect("a report")).lines();
    let events = lines.map(|line| serde_json::from_str(&line.expect("a line")));
    let scenarios = events.filter_map(|event: Result<Event, _>| event.expect("an event").scenario);
    let succeeded = scenarios.filter(|Scenario { recorder }| {
        let answers = recorder.interactions.values();
        let mut answers = answers.filter_map(|sent| sent.response.as_ref());
        recorder.label.contains('{') && answers.any(|it| (200..300).contains(&it.status_code))
    });
    succeeded.map(|it| it.recorder.label).collect()
}

/// What hands out a stored file, of whatever kind that is: its item says so by `media_type`.
const STORED: [&str; 3] = [
    "/board/posts/{id}/files/{file}",
    "/circulations/{id}/files/{file}",
    "/events/{id}/files/{file}",
];

#[tokio::test]
async fn every_file_is_described_by_its_kind_but_those_that_people_put_there() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let described = hall.client().get("/api/v1/openapi.json").await.json();
    let paths = described["paths"].as_object().expect("paths");
    let answers = |path: &str| -> BTreeSet<String> {
        let responses = paths[path]["get"]["responses"].as_object();
        let ok = responses.and_then(|all| all.get("200"));
        let content = ok.and_then(|ok| ok["content"].as_object());
        content
            .into_iter()
            .flatten()
            .map(|(kind, _)| kind.clone())
            .collect()
    };
    let any = paths.keys().filter(|path| answers(path).contains("*/*"));
    let any: Vec<&str> = any.map(String::as_str).collect();
    assert_eq!(any, STORED);
    let csv = paths
        .keys()
        .filter(|path| path.ends_with("csv") && paths[*path]["get"].is_object());
    let csv: Vec<&String> = csv.collect();
    assert!(csv.len() > 8, "{csv:?}");
    for path in csv {
        assert_eq!(
            answers(path),
            BTreeSet::from(["text/csv; charset=utf-8".to_owned()]),
            "{path}"
        );
    }
}
