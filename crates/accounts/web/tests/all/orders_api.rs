//! Personnel orders for programs.

use encoding_rs::SHIFT_JIS;
use poem::http::Method;
use serde_json::{Value, json};
use yakusho_accounts::order;
use yakusho_kernel::Timestamp;

use crate::site::{Browser, Office, PASSWORD};

/// An order by which the person of that number goes to the planning section on 1 December.
fn order_for(number: &str) -> Value {
    let cells = json!({"kind": "appoint", "number": number, "unit": "2010", "post": "主事"});
    json!({
        "title": "人事異動",
        "takes_effect_on": "2026-12-01",
        "lines": [{"line": 1, "cells": cells}],
    })
}

async fn drafted(program: &mut Browser<'_>, draft: Value) -> String {
    let made = program.call(Method::POST, "/orders", Some(draft)).await;
    made.is(201);
    format!("/orders/{}", made.json()["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_dry_run_tells_every_fault_and_every_difference_and_keeps_nothing() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let faulty = Some(order_for("9999"));
    let tried = program.call(Method::POST, "/orders/dry-run", faulty).await;
    tried.is(200);
    let fault = &tried.json()["items"][0]["fault"];
    assert_eq!(fault["line"], 1);
    assert_eq!(fault["column"], "number");
    assert_eq!(fault["code"], "unknown_number");
    assert_eq!(fault["message"], "職員番号「9999」の職員がいません。");

    let sound = Some(order_for("1007"));
    let tried = program.call(Method::POST, "/orders/dry-run", sound).await;
    let tried = tried.json();
    let items = tried["items"].as_array().unwrap();
    assert!(items.iter().all(|item| item["fault"].is_null()));
    let change = &items[0]["person"];
    assert_eq!(change["name"], "佐藤 花子");
    assert_eq!(change["from"]["posts"][0]["unit_name"], "市民課");
    assert_eq!(change["to"]["posts"][0]["unit_name"], "企画課");
    let list = program.call(Method::GET, "/orders", None).await;
    assert_eq!(list.json()["items"], json!([]));
}

#[tokio::test]
async fn a_preview_and_a_dry_run_of_the_same_lines_have_the_same_pages() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let mut draft = order_for("1007");
    let faulty = order_for("9999")["lines"][0]["cells"].clone();
    draft["lines"] = json!([draft["lines"][0], {"line": 2, "cells": faulty}]);
    let order = drafted(&mut program, draft.clone()).await;
    let whole = format!("{order}/preview?limit=100");
    let whole = program.call(Method::GET, &whole, None).await.json();
    let whole = whole["items"].as_array().unwrap();
    assert!(!whole[0]["fault"].is_null() && !whole[1]["person"].is_null());
    let file = "kind,number,unit,post\n任命,1007,2010,主事\n任命,9999,2010,主事\n";
    let (mut after, mut at) = (String::new(), 0);
    loop {
        let page = format!("limit=1{after}");
        let path = format!("{order}/preview?{page}");
        let part = program.call(Method::GET, &path, None).await.json();
        assert_eq!(part["items"], json!([whole[at]]));
        let path = format!("/orders/dry-run?{page}");
        let tried = program.call(Method::POST, &path, Some(draft.clone())).await;
        assert_eq!(tried.is(200).json(), part);
        let path = format!("/orders/csv/dry-run?takes_effect_on=2026-12-01&{page}");
        let (file, _, _) = SHIFT_JIS.encode(file);
        let tried = program.call_with_csv(Method::POST, &path, &file).await;
        assert_eq!(tried.is(200).json()["next"], part["next"]);
        at += 1;
        match part["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(at, whole.len());
    let file = program
        .call(Method::GET, &format!("{order}/preview/csv"), None)
        .await;
    file.is(200)
        .says(&["誤り,2行目 職員番号", "職員,佐藤 花子,1007,"]);
}

#[tokio::test]
async fn an_order_is_drafted_revised_scheduled_carried_out_and_undone() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let order = drafted(&mut program, order_for("9999")).await;
    let preview = program
        .call(Method::GET, &format!("{order}/preview"), None)
        .await;
    assert_eq!(
        preview.json()["items"][0]["fault"]["code"],
        "unknown_number"
    );
    let schedule = format!("{order}/schedule");
    let first = Some(json!({"revision": 1}));
    let faulty = program.call(Method::POST, &schedule, first.clone()).await;
    faulty.is(422);

    let revise = format!("{order}?revision=1");
    let better = Some(order_for("1007"));
    program
        .call(Method::PUT, &revise, better.clone())
        .await
        .is(204);
    program.call(Method::PUT, &revise, better).await.is(409);
    program.call(Method::POST, &schedule, first).await.is(409);
    let second = Some(json!({"revision": 2}));
    program.call(Method::POST, &schedule, second).await.is(204);
    let list = program
        .call(Method::GET, "/orders?state=scheduled", None)
        .await;
    assert_eq!(list.json()["items"][0]["title"], "人事異動");

    let day = time::macros::date!(2026 - 12 - 01);
    office.world.clock.turn_to(Timestamp::start_of(day));
    order::apply_due(&office.world.system()).await.unwrap();
    program.sign_in("administrator", PASSWORD).await.is(303);
    let applied = program.call(Method::GET, &order, None).await.json();
    assert_eq!(applied["state"], "applied");
    let lines = program
        .call(Method::GET, &format!("{order}/lines"), None)
        .await;
    assert_eq!(lines.json()["items"][0]["cells"]["number"], "1007");
    let revision = &applied["revision"];
    let undo = format!("{order}/undo");
    let silent = Some(json!({"revision": revision, "reason": ""}));
    let silent = program.call(Method::POST, &undo, silent).await;
    silent.is(422);
    assert_eq!(silent.json()["errors"][0]["field"], "reason");
    let why = Some(json!({"revision": revision, "reason": "誤り"}));
    program.call(Method::POST, &undo, why.clone()).await.is(204);
    program.call(Method::POST, &undo, why).await.is(409);
    let undone = program.call(Method::GET, &order, None).await.json();
    assert_eq!(undone["state"], "undone");
}

#[tokio::test]
async fn an_order_is_withdrawn_before_its_day() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let order = drafted(&mut program, order_for("1007")).await;
    let withdraw = format!("{order}/withdraw");
    let stale = Some(json!({"revision": 7}));
    program.call(Method::POST, &withdraw, stale).await.is(409);
    let seen = Some(json!({"revision": 1}));
    program.call(Method::POST, &withdraw, seen).await.is(204);
    let withdrawn = program.call(Method::GET, &order, None).await.json();
    assert_eq!(withdrawn["state"], "withdrawn");
    let again = Some(json!({"revision": 2}));
    program
        .call(Method::POST, &format!("{order}/schedule"), again)
        .await
        .is(409);
}

#[tokio::test]
async fn what_is_no_order_is_refused_by_its_field() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let mut unknown = order_for("1007");
    unknown["lines"][0]["cells"]["grade"] = json!("1");
    for path in ["/orders", "/orders/dry-run"] {
        let refused = program
            .call(Method::POST, path, Some(unknown.clone()))
            .await;
        refused.is(422);
        assert_eq!(refused.json()["errors"][0]["field"], "lines.1.grade");
    }
    let mut nameless = order_for("1007");
    nameless["title"] = json!(" ");
    let refused = program.call(Method::POST, "/orders", Some(nameless)).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "title");
    for nonsense in [json!({}), json!({"title": 1}), json!([])] {
        program
            .call(Method::POST, "/orders", Some(nonsense))
            .await
            .is(400);
    }
    let nobody = "/orders/0192f0c1-2b3c-7def-8123-456789abcdef";
    program.call(Method::GET, nobody, None).await.is(404);

    let order = drafted(&mut program, order_for("1007")).await;
    for key in ["supervisor", "clerk"] {
        let mut program = office.signed_in(key).await;
        program.call(Method::GET, "/orders", None).await.is(403);
        program.call(Method::GET, &order, None).await.is(403);
        let seen = Some(json!({"revision": 1}));
        program
            .call(Method::POST, &format!("{order}/schedule"), seen)
            .await
            .is(403);
    }
}

#[tokio::test]
async fn a_file_is_tried_out_kept_revised_and_scheduled() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let template = program
        .call(Method::GET, "/orders/csv/template", None)
        .await;
    template.is(200).says(&["\u{feff}発令種別,職員番号"]);
    let heading = template
        .body
        .lines()
        .next()
        .unwrap()
        .trim_start_matches('\u{feff}');
    let file = |lines: &str| {
        let text = format!("{}\r\n{lines}", heading.replace("発令種別", "kind"));
        SHIFT_JIS.encode(&text).0.into_owned()
    };
    let trial = "/orders/csv/dry-run?takes_effect_on=2026-12-01";
    let faulty = file("配属,1007\r\n\r\n退職,9999\r\n");
    let tried = program.call_with_csv(Method::POST, trial, &faulty).await;
    let faults = &tried.is(200).json()["items"];
    assert_eq!(faults[0]["fault"]["line"], 2);
    assert_eq!(faults[0]["fault"]["column"], "kind");
    assert_eq!(faults[1]["fault"]["line"], 4);
    assert_eq!(faults[1]["fault"]["column"], "number");
    let message = "職員番号「9999」の職員がいません。";
    assert_eq!(faults[1]["fault"]["message"], message);
    // What is wrong with the file itself is told as well, and such a file is not kept.
    let broken = "種別,職員番号\n退職,1007,余り\n".as_bytes();
    let tried = program.call_with_csv(Method::POST, trial, broken).await;
    let codes = tried.is(200).json();
    let codes = codes["items"].as_array().unwrap().iter();
    let codes: Vec<_> = codes
        .map(|item| item["fault"]["code"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(codes, ["column_unknown", "column_missing", "cells_surplus"]);
    let surplus = tried.json()["items"][2]["fault"].clone();
    assert_eq!(surplus["line"], 2);
    let message = surplus["message"].as_str().unwrap();
    assert!(message.contains("見出しの列数(2列)"), "{message}");
    let keep = "/orders/csv?takes_effect_on=2026-12-01&title=%E7%99%BA%E4%BB%A4";
    let refused = program.call_with_csv(Method::POST, keep, broken).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][1]["field"], "lines.1.kind");
    let surplus = refused.json()["errors"][2].clone();
    assert_eq!(surplus["field"], "lines.2");
    let message = surplus["message"].as_str().unwrap();
    assert!(message.contains("見出しの列数(2列)"), "{message}");

    let kept = program.call_with_csv(Method::POST, keep, &faulty).await;
    let order = format!("/orders/{}", kept.is(201).json()["id"].as_str().unwrap());
    let schedule = format!("{order}/schedule");
    let first = Some(json!({"revision": 1}));
    let refused = program.call(Method::POST, &schedule, first).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][1]["field"], "lines.4.number");
    let better = file("退職,1007\r\n");
    let revise = format!("{order}/csv?takes_effect_on=2026-12-02&title=x&revision=1");
    program
        .call_with_csv(Method::PUT, &revise, &better)
        .await
        .is(204);
    program
        .call_with_csv(Method::PUT, &revise, &better)
        .await
        .is(409);
    let preview = program
        .call(Method::GET, &format!("{order}/preview"), None)
        .await;
    assert_eq!(preview.json()["items"][0]["person"]["to"]["status"], "left");
    let second = Some(json!({"revision": 2}));
    program.call(Method::POST, &schedule, second).await.is(204);
    let lines = program
        .call(Method::GET, &format!("{order}/csv"), None)
        .await;
    lines
        .is(200)
        .says(&["\u{feff}発令種別,職員番号", "\r\n退職,1007"]);
}

#[tokio::test]
async fn what_is_no_csv_of_that_size_is_not_taken() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let trial = "/orders/csv/dry-run?takes_effect_on=2026-12-01";
    for path in [trial, "/accounts/csv", "/accounts/csv/dry-run"] {
        program
            .call(Method::POST, path, Some(json!({})))
            .await
            .is(415);
        let large = vec![b'a'; 16 * 1024 * 1024 + 1];
        program
            .call_with_csv(Method::POST, path, &large)
            .await
            .is(413);
    }
    let dayless = program
        .call_with_csv(Method::POST, "/orders/csv/dry-run", b"kind\n")
        .await;
    dayless.is(400);
}

#[tokio::test]
async fn an_order_that_holds_at_once_asks_a_program_as_the_page_asks() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let mut order = order_for("1007");
    order["takes_effect_on"] = json!("2026-11-01");
    let order = drafted(&mut program, order).await;
    let schedule = format!("{order}/schedule");
    let refused = json!({"revision": 1});
    let refused = program.call(Method::POST, &schedule, Some(refused)).await;
    assert_eq!(refused.is(422).json()["errors"][0]["field"], "at_once");
    let as_before = program.call(Method::GET, &order, None).await.json();
    assert_eq!(as_before["state"], "draft");
    let known = json!({"revision": 1, "at_once": true});
    program
        .call(Method::POST, &schedule, Some(known))
        .await
        .is(204);
    // This office does nothing by itself; the server carries it out before it answers.
    let taken = program.call(Method::GET, &order, None).await.json();
    assert_eq!(taken["state"], "scheduled");
}

#[tokio::test]
async fn a_fault_names_whom_or_what_it_concerns() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let trial = "/orders/csv/dry-run?takes_effect_on=2026-12-01";
    let closing = "kind,unit,post\n職廃止,1020,市民課長\n組織廃止,20,\n".as_bytes();
    let tried = program.call_with_csv(Method::POST, trial, closing).await;
    let tried = tried.is(200).json();
    let faults: Vec<_> = tried["items"].as_array().unwrap().iter().collect();
    let of = |code: &str| {
        let mut faults = faults.iter().map(|item| &item["fault"]);
        faults.find(|fault| fault["code"] == code).unwrap()
    };
    let head = office.town.person("head").to_string();
    let missing = of("post_missing");
    assert_eq!(missing["person"], head);
    assert!(missing["message"].as_str().unwrap().starts_with("中野 恵:"));
    let orphan = of("parent_missing");
    assert!(orphan["unit"].is_string());
    assert!(orphan["message"].as_str().unwrap().contains("課:"));
}
