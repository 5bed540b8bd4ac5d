//! Whoever may not enter is refused under the article that fits what they asked for.

use std::collections::BTreeSet;

use yakusho_tests::{Database, Hall, NOTHING, Page, Routes, Who};

use super::{ask, cites_a_rule, roles};
use crate::none;

/// By which clause of Nogata's regulation what is kept for the holders of a role is so; what no clause gives to them
/// alone is a matter of the house's own rule.
const CLAUSES: [(&str, &str); 9] = [
    ("account.id_by_administrator", "nogata:2(3)"),
    ("administrator.smooth_running", "nogata:5-2(1)"),
    ("usage.rules", "nogata:5-2(2)"),
    ("function.by_administrator", "nogata:5-2(3)"),
    ("administrator.residual_powers", "nogata:5-2(4)"),
    ("account.leavers_reported", "nogata:7-2"),
    ("registration.kind", "nogata:8"),
    ("suspension.by_supervisor", "nogata:11"),
    ("account.not_shared", HOUSE),
];

/// What is cited where no clause is.
const HOUSE: &str = "house";

/// What belongs to which rule, by how its address begins; the longest that fits counts.
const RULES: [(&str, Option<&str>); 30] = [
    ("/admin", None),
    ("/admin/accounts", Some("administrator.residual_powers")),
    (
        "/admin/accounts/:id/login",
        Some("account.id_by_administrator"),
    ),
    (
        "/admin/accounts/import",
        Some("account.id_by_administrator"),
    ),
    ("/admin/accounts/new", Some("account.id_by_administrator")),
    ("/admin/accounts/sharing", Some("account.not_shared")),
    (
        "/admin/accounts/template.csv",
        Some("account.id_by_administrator"),
    ),
    ("/admin/closed-days", Some("administrator.residual_powers")),
    ("/admin/delegations", None),
    ("/admin/functions", Some("function.by_administrator")),
    ("/admin/grants", Some("function.by_administrator")),
    ("/admin/maintenance", Some("administrator.smooth_running")),
    ("/admin/mails", Some("administrator.residual_powers")),
    ("/admin/orders", Some("function.by_administrator")),
    ("/admin/organisation", Some("function.by_administrator")),
    ("/admin/registrations", Some("registration.kind")),
    ("/admin/roles", None),
    ("/admin/suspensions", Some("suspension.by_supervisor")),
    ("/admin/usage-rules", Some("usage.rules")),
    ("/audit", None),
    ("/duties/new", Some("administrator.residual_powers")),
    ("/leavers", Some("account.leavers_reported")),
    ("/scim/v2", Some("administrator.residual_powers")),
    ("/section-users", Some("account.leavers_reported")),
    ("/api/v1/audit", None),
    ("/api/v1/leavers", Some("account.leavers_reported")),
    ("/api/v1/orders", Some("function.by_administrator")),
    ("/api/v1/registrations", Some("registration.kind")),
    ("/api/v1/suspensions", Some("suspension.by_supervisor")),
    ("/api/v1/usage-rules", Some("usage.rules")),
];

#[tokio::test]
async fn each_refusal_at_the_door_cites_the_article_that_fits() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for who in [Who::Staff, Who::Administrator, Who::Supervisor] {
        let client = hall.signed_in(who).await;
        let csrf = client.csrf().await;
        let refused = routes
            .all()
            .iter()
            .filter(|route| !route.access.admits(&roles(who)));
        for route in refused {
            let belongs = RULES
                .iter()
                .filter(|(begins, _)| route.path.starts_with(begins))
                .max_by_key(|(begins, _)| begins.len());
            if let Some((begins, rule)) = belongs {
                seen.insert(*begins);
                if route.rule.as_deref() != *rule {
                    wrong.push(format!("{} is kept by {:?}", route.name(), route.rule));
                }
            } else if !route.api {
                wrong.push(format!("{} belongs to nothing", route.name()));
            }
            let mut clauses = CLAUSES.iter();
            let clause = clauses.find(|(rule, _)| route.rule.as_deref() == Some(rule));
            let clause = clause.map_or(HOUSE, |(_, clause)| clause);
            let answer = ask(&client, route, &route.with(NOTHING), &csrf).await;
            if route.kind.is_for_programs() {
                // A session opens nothing there; what refuses a token is asked with the protocol.
                if answer.status != 401 {
                    wrong.push(format!("{}: {answer:?}", route.name()));
                }
                continue;
            }
            if answer.status != 403 || cited(&answer) != clause {
                let cited = cited(&answer);
                wrong.push(format!("{} cites {cited}, not {clause}", route.name()));
            }
        }
    }
    none(&wrong);
    let unknown: Vec<_> = RULES
        .iter()
        .filter(|(begins, _)| !seen.contains(begins))
        .collect();
    assert!(unknown.is_empty(), "no route begins so: {unknown:?}");
}

/// Where something is begun that others see and only some may begin, with the clause that refuses them.
const BEGUN: [(&str, &str); 6] = [
    ("/documents/cabinets/new", HOUSE),
    ("/facilities/new", "nogata:5-2(3)"),
    ("/contracts/new", HOUSE),
    ("/inventory/systems/new", HOUSE),
    ("/inventory/connections/new", HOUSE),
    ("/data-sets/new", HOUSE),
];

#[tokio::test]
async fn what_one_may_not_begin_is_refused_under_its_rule() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let clerk = hall.signed_in(Who::FixedTerm).await;
    let mut wrong = Vec::new();
    for (path, clause) in BEGUN {
        let answer = clerk.get(path).await;
        if answer.status != 403 || !cites_a_rule(&answer) || cited(&answer) != clause {
            wrong.push(format!("{answer:?}"));
        }
    }
    none(&wrong);
}

/// The clause that an answer cites.
fn cited(answer: &Page) -> String {
    if !answer.is_html() {
        let article = answer.json()["article"].as_str().map(str::to_owned);
        return article.unwrap_or_default();
    }
    let links = answer.attributes(".error-page dd a", "href");
    let clause = links
        .first()
        .and_then(|link| link.strip_prefix("/regulation/"));
    clause.unwrap_or(HOUSE).to_owned()
}
