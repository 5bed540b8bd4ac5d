//! The JSON API of the schedule.

use serde_json::{Value, json};
use yakusho_webkit::testing::told;

use crate::site::Site;

#[tokio::test]
async fn programs_write_read_change_answer_and_call_off() {
    let site = Site::of("nogata").await;
    let colleague = site.town.person("colleague").to_string();
    let event = json!({
        "title": "課内会議",
        "when": {"start": "2026-11-24T10:00:00", "end": "2026-11-24T11:00:00"},
        "repeat": {"rule": "FREQ=WEEKLY;COUNT=3"},
        "participants": [colleague],
    });
    let read_only = site
        .ask("read:clerk", "POST", "/events", Some(event.clone()))
        .await;
    told(read_only, 403);
    let made = site
        .ask("write:clerk", "POST", "/events", Some(event.clone()))
        .await;
    let id = told(made, 201)["id"].as_str().unwrap().to_owned();
    let path = format!("/events/{id}");
    let sheet = "/schedule?from=2026-11-23";
    let shown = told(site.ask("read:colleague", "GET", sheet, None).await, 200);
    let entry = &shown["items"][0]["items"][0];
    assert_eq!(entry["title"], "課内会議");
    assert_eq!(entry["date"], "2026-11-24T10:00:00");

    let answer = json!({"answer": "accepted"});
    let answered = format!("{path}/answer");
    told(
        site.ask("write:colleague", "POST", &answered, Some(answer.clone()))
            .await,
        204,
    );
    told(
        site.ask("write:head", "POST", &answered, Some(answer))
            .await,
        403,
    );
    let shown = told(site.ask("read:clerk", "GET", &path, None).await, 200);
    assert_eq!(shown["participants"][0]["answer"], "accepted");
    assert_eq!(shown["repeat"]["rule"], "FREQ=WEEKLY;COUNT=3");

    let mut changed = event.clone();
    changed["title"] = json!("臨時の会議");
    changed["repeat"] = Value::Null;
    let change = json!({
        "revision": shown["revision"], "part": "this", "date": "2026-11-24T10:00:00", "event": changed,
    });
    let one = told(
        site.ask("write:clerk", "PUT", &path, Some(change)).await,
        201,
    );
    assert_ne!(one["id"], id.as_str());
    let shown = told(site.ask("read:clerk", "GET", &path, None).await, 200);
    let cancel = json!({"revision": shown["revision"]});
    let cancelled = format!("{path}/cancel");
    told(
        site.ask("write:clerk", "POST", &cancelled, Some(cancel))
            .await,
        204,
    );
    let shown = told(site.ask("read:colleague", "GET", sheet, None).await, 200);
    assert_eq!(shown["items"][0]["items"], json!([]));
}

#[tokio::test]
async fn what_a_program_sends_wrongly_is_named() {
    let site = Site::of("nogata").await;
    let whole = json!({"title": "090-1234-5678", "when": {"first": "2026-11-24"}});
    let refused = site
        .ask("write:clerk", "POST", "/events", Some(whole.clone()))
        .await;
    let refused = told(refused, 422);
    assert_eq!(refused["errors"][0]["code"], "phone_number");
    assert_eq!(refused["errors"][0]["field"], "title");
    let mut decided = whole;
    decided["all_the_same"] = json!(true);
    let made = site
        .ask("write:clerk", "POST", "/events", Some(decided))
        .await;
    told(made, 201);
    let when = json!({"title": "x", "when": {"start": "tomorrow", "end": "2026-11-24T11:00:00"}});
    let refused = told(
        site.ask("write:clerk", "POST", "/events", Some(when)).await,
        422,
    );
    assert_eq!(refused["errors"][0]["field"], "when");
    let owner = json!({
        "title": "x", "when": {"first": "2026-11-24"},
        "owner": {"kind": "person", "id": site.town.person("head").to_string()},
    });
    told(
        site.ask("write:clerk", "POST", "/events", Some(owner))
            .await,
        403,
    );
}

#[tokio::test]
async fn programs_book_facilities_with_an_event_and_find_free_time() {
    let site = Site::of("nogata").await;
    let clerk = site.town.person("clerk").to_string();
    let free = format!("/schedule/free?person={clerk}&from=2026-11-24&until=2026-11-25&length=60");
    let found = told(site.ask("read:clerk", "GET", &free, None).await, 200);
    let all = found["items"].as_array().unwrap().len();
    let event = json!({
        "title": "課内会議",
        "when": {"start": "2026-11-24T08:30:00", "end": "2026-11-24T17:15:00"},
        "facilities": [],
    });
    let made = site
        .ask("write:clerk", "POST", "/events", Some(event))
        .await;
    let id = told(made, 201)["id"].as_str().unwrap().to_owned();
    let shown = told(
        site.ask("read:clerk", "GET", &format!("/events/{id}"), None)
            .await,
        200,
    );
    assert_eq!(shown["facilities"], json!([]));
    let found = told(site.ask("read:clerk", "GET", &free, None).await, 200);
    assert_eq!((all, found["items"].as_array().unwrap().len()), (16, 0));
    let unknown = json!({
        "title": "課内会議",
        "when": {"start": "2026-11-24T10:00:00", "end": "2026-11-24T11:00:00"},
        "facilities": [{"facility": "01938d2e-0000-7000-8000-000000000000"}],
    });
    let refused = site
        .ask("write:clerk", "POST", "/events", Some(unknown))
        .await;
    told(refused, 404);
    let long = format!("{free}&step=0");
    let refused = told(site.ask("read:clerk", "GET", &long, None).await, 422);
    assert_eq!(refused["errors"][0]["field"], "step", "{refused}");
}

#[tokio::test]
async fn programs_say_where_one_is_and_name_delegates() {
    let site = Site::of("nogata").await;
    let (clerk, colleague) = (site.town.person("clerk"), site.town.person("colleague"));
    let path = format!("/presence/{clerk}");
    let said = json!({"place": "out", "back_at": "2026-11-20T15:00:00+09:00", "comment": "県庁"});
    let refused = site
        .ask("write:colleague", "PUT", &path, Some(said.clone()))
        .await;
    told(refused, 403);
    let delegate = json!({"person": colleague.to_string()});
    let given = site
        .ask("write:clerk", "POST", "/schedule/delegates", Some(delegate))
        .await;
    told(given, 204);
    let done = site.ask("write:colleague", "PUT", &path, Some(said)).await;
    told(done, 204);
    let board = format!("/presence?person={clerk}");
    let board = told(site.ask("read:head", "GET", &board, None).await, 200);
    assert_eq!(board["items"][0]["place"], "out");
    assert_eq!(board["items"][0]["comment"], "県庁");
    let owners = site
        .ask("read:colleague", "GET", "/schedule/owners", None)
        .await;
    assert_eq!(told(owners, 200)["items"][0]["person"], clerk.to_string());
    let list = site
        .ask("read:clerk", "GET", "/schedule/delegates", None)
        .await;
    let id = told(list, 200)["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let revoke = format!("/schedule/delegates/{id}/revoke");
    told(site.ask("write:clerk", "POST", &revoke, None).await, 204);
    let owners = site
        .ask("read:colleague", "GET", "/schedule/owners", None)
        .await;
    assert_eq!(told(owners, 200)["items"], json!([]));
}
