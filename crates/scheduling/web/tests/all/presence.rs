//! The presence board, delegates, and what they propose.

use crate::site::Site;

#[tokio::test]
async fn one_press_says_where_one_is() {
    let site = Site::of("nogata").await;
    site.get("clerk", "/presence")
        .await
        .says(&["在席ボード", "未登録", "佐藤 花子", "外出"]);
    let own = format!("/presence/{}", site.town.person("clerk"));
    let out = [("place", "telework")];
    let said = site.post("clerk", &own, &out).await;
    assert_eq!(said.leads(), "/presence");
    site.get("colleague", "/presence")
        .await
        .says(&["テレワーク"]);
    site.get("clerk", &own)
        .await
        .says(&["value=\"telework\" checked"]);

    let more = [
        ("place", "out"),
        ("back_at", "15:30"),
        ("comment", "県庁で打合せ"),
    ];
    let _ = site.post("clerk", &own, &more).await.leads();
    site.get("colleague/en", "/presence")
        .await
        .says(&["15:30", "県庁で打合せ", "Out"]);
    let past = [("place", "out"), ("back_at", "8:00")];
    let refused = site.post("clerk", &own, &past).await;
    refused.is(422, &["href=\"#f-back_at\"", "value=\"8:00\""]);
    for path in [&own, "/presence/01938d2e-0000-7000-8000-000000000000"] {
        site.get("colleague", path).await.is(404, &[]);
    }
    let other = site.post("colleague", &own, &out).await;
    other.is(403, &[]);
}

#[tokio::test]
async fn a_comment_with_personal_information_is_a_step_of_its_own() {
    let site = Site::of("nogata").await;
    let own = format!("/presence/{}", site.town.person("clerk"));
    let fields = [("place", "out"), ("comment", "連絡先 090-1234-5678")];
    let warned = site.post("clerk", &own, &fields).await;
    warned.is(
        422,
        &["電話番号と思われる", "第9条第4号", "このまま表示する"],
    );
    site.get("clerk", "/presence")
        .await
        .hides(&["090-1234-5678"]);
    let mut decided = fields.to_vec();
    decided.push(("all_the_same", "1"));
    let _ = site.post("clerk", &own, &decided).await.leads();
    site.get("clerk", "/presence")
        .await
        .says(&["090-1234-5678"]);
}

#[tokio::test]
async fn a_secretary_proposes_and_the_executive_confirms() {
    let site = Site::of("nogata").await;
    let secretary = site.town.person("general_head").to_string();
    let named = [("people", &*secretary)];
    let given = site.post("mayor", "/schedule/delegates", &named).await;
    assert_eq!(given.leads(), "/schedule/delegates");
    let twice = site.post("mayor", "/schedule/delegates", &named).await;
    twice.is(422, &["すでに任せています。"]);
    let nobody = site.post("mayor", "/schedule/delegates", &[]).await;
    nobody.is(422, &["href=\"#f-people\""]);
    let mine = site.get("mayor", "/schedule/delegates").await;
    mine.says(&["任せるのをやめる"]);
    let mayor = site.town.person("mayor");
    site.get("general_head", "/schedule/delegates")
        .await
        .says(&[&format!("/schedule/new?owner=person:{mayor}")]);
    site.get("general_head", "/notifications")
        .await
        .says(&["さんの予定を登録できるようになりました。"])
        .hides(&["> さんの予定を", ">さんの予定を"]);

    let owner = format!("person:{mayor}");
    let fields = [
        ("owner", &*owner),
        ("title", "県知事訪問"),
        ("first", "2026-11-24"),
        ("start", "10:00"),
        ("end", "11:00"),
        ("status", "proposed"),
    ];
    let page = site.post("general_head", "/schedule/new", &fields).await;
    let page = page.leads().to_owned();
    for who in ["mayor", "general_head"] {
        site.get(who, "/schedule/proposed")
            .await
            .says(&["県知事訪問", &page]);
    }
    site.get("clerk", "/schedule/proposed")
        .await
        .says(&["確定を待っている予定はありません。"]);
    let shown = site.get("mayor", &page).await;
    let revision = shown.hidden("revision");
    let confirm = format!("{page}/confirm");
    let again = [("revision", &*revision)];
    let _ = site.post("mayor", &confirm, &again).await.leads();
    site.get("mayor", "/schedule/proposed")
        .await
        .hides(&["県知事訪問"]);
    let shown = site.get("mayor", &page).await;
    shown.hides(&["この予定を確定する"]);

    let (_, revoke) = mine
        .text
        .split_once("action=\"/schedule/delegates/")
        .unwrap();
    let revoke = revoke.split('"').next().unwrap();
    let revoke = format!("/schedule/delegates/{revoke}");
    site.post("clerk", &revoke, &[]).await.is(404, &[]);
    let _ = site.post("mayor", &revoke, &[]).await.leads();
    let refused = site.post("general_head", "/schedule/new", &fields).await;
    refused.is(403, &["本人が任せた人だけ"]);
}
