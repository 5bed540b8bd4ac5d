//! Usage rules in versions, and who has taken note of them.

use poem::http::Method;
use serde_json::json;
use time::Duration;
use yakusho_testkit::keeps;

use crate::site::{Office, PASSWORD};

const PAGE: &str = "/admin/usage-rules";
const NEW: &str = "/admin/usage-rules/new";

#[tokio::test]
async fn a_version_is_made_compared_and_withdrawn_before_its_day() {
    keeps!("nogata:5-2(2)");
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    browser
        .get(PAGE)
        .await
        .is(200)
        .says(&["まだ定められていません"]);
    for (day, body) in [
        ("2026-11-19", "業務に使う。"),
        ("", "業務に使う。"),
        ("あした", "業務に使う。"),
    ] {
        let fields = [("effective_on", day), ("body_ja", body)];
        let refused = browser.post(NEW, &fields).await;
        refused
            .is(422)
            .says(&["aria-invalid=\"true\"", "業務に使う。</textarea>"]);
    }
    let empty = [("effective_on", "2026-11-20"), ("body_ja", " ")];
    browser.post(NEW, &empty).await.is(422);
    let first = [("effective_on", "2026-11-20"), ("body_ja", "業務に使う。")];
    let first = browser.post(NEW, &first).await;
    first.is(303);
    // It is in force, and the administrator is a user as well.
    let page = browser.get(&first.location).await;
    let owed = browser.get(&page.location).await;
    let (rules, next) = (owed.hidden("rules"), owed.hidden("next"));
    assert_eq!(next, first.location);
    let read = [("rules", &*rules), ("next", &*next)];
    let read = browser.post("/account/usage-rules", &read).await;
    assert_eq!(read.is(303).location, first.location);
    browser
        .get(&first.location)
        .await
        .is(200)
        .says(&["第1版", "適用中", "業務に使う。"])
        .hides(&["取り下げる"]);
    let withdraw = format!("{}/withdraw", first.location);
    browser.post(&withdraw, &[]).await.is(409);

    let form = browser.get(NEW).await;
    form.says(&["業務に使う。</textarea>", "写してあります"]);
    let second = [
        ("effective_on", "令和8年12月1日"),
        ("body_ja", "業務にだけ使う。"),
    ];
    let second = browser.post(NEW, &second).await;
    let page = browser.get(&second.location).await;
    page.is(200)
        .says(&["第2版", "適用前", "前の版との違い", "<ins"]);
    let withdraw = format!("{}/withdraw", second.location);
    browser.post(&withdraw, &[]).await.is(303);
    browser.get(&second.location).await.is(404);
    browser.get(PAGE).await.says(&["第1版"]).hides(&["第2版"]);

    let mut supervisor = office.signed_in("supervisor").await;
    let rules = supervisor.get("/account/usage-rules").await.hidden("rules");
    supervisor
        .post("/account/usage-rules", &[("rules", &rules)])
        .await
        .is(303);
    for address in [PAGE, NEW, &first.location] {
        supervisor.get(address).await.is(403);
    }
}

#[tokio::test]
async fn who_has_taken_note_and_who_has_not_is_told() {
    keeps!("nogata:5-2(2)");
    let office = Office::open("nogata").await;
    let mut administrator = office.signed_in("administrator").await;
    let mut clerk = office.signed_in("clerk").await;
    office.account("colleague").await;
    let new = json!({"effective_on": "2026-11-21", "body_ja": "業務に使う。"});
    let made = administrator
        .call(Method::POST, "/usage-rules", Some(new))
        .await;
    made.is(201);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    office.world.clock.turn(Duration::days(1));
    for (login, browser) in [("administrator", &mut administrator), ("clerk", &mut clerk)] {
        browser.sign_in(login, PASSWORD).await.is(303);
        let rules = browser.get("/account/usage-rules").await.hidden("rules");
        browser
            .post("/account/usage-rules", &[("rules", &rules)])
            .await
            .is(303);
    }
    let page = format!("{PAGE}/{id}");
    administrator
        .get(&page)
        .await
        .is(200)
        .says(&["佐藤 花子", "木村 隆"])
        .hides(&["加藤 健"]);
    administrator
        .get(&format!("{page}?list=outstanding"))
        .await
        .says(&["加藤 健", "市民課"])
        .hides(&["佐藤 花子"]);

    // No page is short as long as there is another: 14 work here, and 2 have taken note.
    let (mut after, mut sizes) = (String::new(), Vec::new());
    loop {
        let path = format!("/usage-rules/{id}/outstanding?limit=5{after}");
        let found = administrator.call(Method::GET, &path, None).await.json();
        sizes.push(found["items"].as_array().unwrap().len());
        let Some(next) = found["next"].as_str() else {
            break;
        };
        after = format!("&after={next}");
    }
    assert_eq!(sizes, [5, 5, 2]);
    let path = format!("/usage-rules/{id}/acknowledgements");
    let noted = administrator.call(Method::GET, &path, None).await.json();
    assert_eq!(noted["items"].as_array().unwrap().len(), 2);
    let file = administrator
        .get(&format!("{page}/acknowledgements.csv"))
        .await;
    file.is(200)
        .says(&["\u{feff}", "佐藤 花子", "加藤 健", "未確認"]);
    assert_eq!(file.body.lines().count(), 15);
    for path in [&path, &format!("/usage-rules/{id}/outstanding")] {
        clerk.call(Method::GET, path, None).await.is(403);
    }
    let new = json!({"effective_on": "2026-11-22", "body_ja": "私の決まり"});
    clerk
        .call(Method::POST, "/usage-rules", Some(new))
        .await
        .is(403);
    let path = format!("/usage-rules/{id}");
    administrator
        .call(Method::DELETE, &path, None)
        .await
        .is(409);
}
