//! The audit trail: searched, looked at, taken out.

use poem::http::Method;
use yakusho_accounts::order::{self, OrderDraft};
use yakusho_accounts::suspension::{self, Breach};
use yakusho_audit::seal;
use yakusho_audit_chain::{Signer, check};
use yakusho_kernel::Fault;

use crate::site::{Office, between};

/// A town in which the supervisor has suspended the clerk, and the administrator was refused to.
async fn eventful() -> Office {
    let office = Office::open("nogata").await;
    let (account, _) = office.account("clerk").await;
    let administrator = office.town.cx("administrator").await;
    let refused = suspension::suspend(&administrator, account, Breach::Leak, "付箋").await;
    let Err(Fault::Denied(denied)) = refused else {
        panic!("{refused:?}");
    };
    administrator.refused(&denied).await.unwrap();
    let supervisor = office.town.cx("supervisor").await;
    let done = suspension::suspend(&supervisor, account, Breach::Leak, "付箋").await;
    done.unwrap().into_inner();
    office
}

#[tokio::test]
async fn a_sign_in_is_its_owners_and_says_by_which_account() {
    let office = Office::open("nogata").await;
    let _ = office.signed_in("clerk").await;
    let mut browser = office.signed_in("supervisor").await;
    let found = browser
        .get("/audit?act=session.sign_in&who=%E4%BD%90%E8%97%A4")
        .await;
    found.is(200).says(&["佐藤 花子", "詳細"]);
    let link = between(&found.body, "href=\"/audit/0", "\"").unwrap();
    let entry = browser.get(&format!("/audit/0{link}")).await;
    entry.is(200).says(&["アカウント: ", "佐藤 花子"]);
    entry.hides(&["未ログイン"]);
}

#[tokio::test]
async fn the_trail_is_searched_by_person_act_rule_outcome_and_day() {
    let office = eventful().await;
    let mut browser = office.signed_in("supervisor").await;
    for (query, found, missing) in [
        ("act=suspension.", "岡本 浩", "アカウントの開設</td>"),
        (
            "rule=suspension.by_supervisor&outcome=refused",
            "木村 隆",
            "アカウントの開設</td>",
        ),
        ("who=%E5%B2%A1%E6%9C%AC", "岡本 浩", "アカウントの開設</td>"),
        (
            "from=2026-11-21",
            "条件に合う記録はありません",
            "アカウントの開設</td>",
        ),
        (
            "from=R8.11.20&until=R8.11.20&act=account.",
            "アカウントの開設",
            "IDの停止</td>",
        ),
    ] {
        let page = browser.get(&format!("/audit?{query}")).await;
        page.is(200).says(&[found]).hides(&[missing]);
    }
    for nonsense in [
        "from=yesterday",
        "until=2026-02-30",
        "subject=nonsense",
        "who=zzz",
        "rule=nonsense",
        "outcome=nonsense",
    ] {
        let page = browser.get(&format!("/audit?{nonsense}")).await;
        page.is(422).says(&["aria-invalid=\"true\""]);
    }
    browser.get("/audit?after=nonsense").await.is(422);
}

#[tokio::test]
async fn several_people_of_a_name_are_offered_to_choose_from() {
    let office = eventful().await;
    let mut browser = office.signed_in("supervisor").await;
    let page = browser.get("/audit?who=100").await;
    page.is(200)
        .says(&["該当する職員が複数います", "大森 一郎", "佐藤 花子"]);
    let person = office.town.person("supervisor");
    let page = browser.get(&format!("/audit?person={person}")).await;
    page.is(200).says(&["岡本 浩"]);
}

#[tokio::test]
async fn an_entry_tells_rule_article_and_reason_and_looking_is_on_record() {
    let office = eventful().await;
    let mut browser = office.signed_in("supervisor").await;
    let list = browser
        .get("/audit?act=suspension.suspend&outcome=refused")
        .await;
    let (_, found) = list.body.split_once("<tbody").unwrap();
    let entry = between(found, "href=\"/audit/", "\"").unwrap();
    let page = browser.get(&format!("/audit/{entry}")).await;
    page.is(200)
        .says(&["拒否", "木村 隆", "第11条", "suspension.suspend"])
        .hides(&["付箋"]);
    let list = browser
        .get("/audit?act=suspension.suspend&outcome=done")
        .await;
    let (_, found) = list.body.split_once("<tbody").unwrap();
    let entry = between(found, "href=\"/audit/", "\"").unwrap();
    let page = browser.get(&format!("/audit/{entry}")).await;
    page.is(200)
        .says(&["パスワードの漏えい", "<div>第10条第"])
        .hides(&["<div>nogata:10", "<div>leak"]);
    let looks = browser.get("/audit?act=audit.look").await;
    looks.says(&["監査記録の閲覧", "岡本 浩"]);
    browser
        .get("/audit/0192f0c1-2b3c-7def-8123-456789abcdef")
        .await
        .is(404);
}

#[tokio::test]
async fn the_trail_comes_out_as_a_file_and_that_is_on_record() {
    let office = eventful().await;
    let mut browser = office.signed_in("administrator").await;
    let file = browser.get("/audit/export.csv?act=suspension.").await;
    file.is(200)
        .says(&[
            "\u{feff}日時,行った者,誰のために,役割,行為,対象,結果,根拠,内容,",
            "\r\n2026-11-20 ",
            "岡本 浩",
            "IDの停止,",
            ",拒否,",
            "第11条",
            "suspension.suspend",
        ])
        .hides(&["account.open", "付箋"]);
    browser.get("/audit/export.csv?from=x").await.is(422);
    let same = browser
        .call(Method::GET, "/audit/export?act=suspension.", None)
        .await;
    same.is(200).says(&["suspension.suspend"]);
    let trail = browser.get("/audit?act=audit.export").await;
    trail.says(&["監査記録の書出し"]);
    let mut clerk = office.signed_in("colleague").await;
    for address in ["/audit", "/audit/export.csv"] {
        clerk.get(address).await.is(403);
    }
    clerk.call(Method::GET, "/audit/export", None).await.is(403);
}

#[tokio::test]
async fn an_order_is_called_by_its_title_and_day() {
    let office = Office::open("nogata").await;
    let administrator = office.town.cx("administrator").await;
    let draft = OrderDraft {
        title: "定期人事異動".to_owned(),
        takes_effect_on: time::macros::date!(2027 - 04 - 01),
        rows: Vec::new(),
    };
    order::draft(&administrator, draft)
        .await
        .unwrap()
        .into_inner();
    let mut browser = office.signed_in("supervisor").await;
    let list = browser.get("/audit?act=order.").await;
    list.is(200)
        .says(&["定期人事異動 (令和9年（2027年）4月1日"]);
}

#[tokio::test]
async fn a_last_day_before_the_first_is_a_fault_of_its_field() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("supervisor").await;
    let wrong = browser.get("/audit?from=2026-11-20&until=R8.11.19").await;
    wrong.is(422).says(&[
        "終わりの日は、始まりの日以後にしてください。",
        "value=\"2026-11-20\"",
        "f-until-error",
    ]);
    let path = "/audit/entries?from=2026-11-20&until=2026-11-19";
    let wrong = browser.call(Method::GET, path, None).await;
    assert_eq!(wrong.is(422).json()["errors"][0]["field"], "until");
    let same = "/audit?from=2026-11-20&until=2026-11-20";
    browser.get(same).await.is(200);
}

#[tokio::test]
async fn programs_search_the_trail() {
    let office = eventful().await;
    let mut program = office.signed_in("supervisor").await;
    let path = "/audit/entries?act=suspension.&outcome=refused";
    let found = program.call(Method::GET, path, None).await;
    found.is(200);
    let one = &found.json()["items"][0];
    assert_eq!(one["article"], "nogata:11");
    assert_eq!(one["role"], serde_json::Value::Null);
    let entry = format!("/audit/entries/{}", one["id"].as_str().unwrap());
    program.call(Method::GET, &entry, None).await.is(200);
    for nonsense in ["rule=x", "outcome=x", "subject=x"] {
        let path = format!("/audit/entries?{nonsense}");
        program.call(Method::GET, &path, None).await.is(422);
    }
    let mut clerk = office.signed_in("colleague").await;
    clerk.call(Method::GET, &entry, None).await.is(403);
    clerk.call(Method::GET, path, None).await.is(403);
}

#[tokio::test]
async fn the_page_says_how_far_the_trail_is_sealed_and_how_much_waits() {
    let office = eventful().await;
    let mut browser = office.signed_in("supervisor").await;
    let page = browser.get("/audit").await;
    page.says(&["まだ封印されていません", "署名はまだありません"]);
    let system = office.world.system();
    let waiting = seal::seal(&system).await.unwrap();
    seal::sign(&system, &Signer::from_seed([7; 32]))
        .await
        .unwrap();
    let page = browser.get("/audit").await;
    let sealed = format!("連番{waiting}まで");
    page.says(&[&sealed, "封印待ち", "1件", "令和8年（2026年）11月20日"]);
}

#[tokio::test]
async fn a_signed_head_is_printed_for_the_safe() {
    let office = eventful().await;
    let signer = Signer::from_seed([7; 32]);
    let signed = seal::sign(&office.world.system(), &signer).await.unwrap();
    let mut browser = office.signed_in("administrator").await;
    let list = browser.get("/audit/heads").await;
    let key = signed.key.to_string();
    list.is(200).says(&["署名票", &key]);
    let head = between(&list.body, "href=\"/audit/heads/", "\"").unwrap();
    let page = browser.get(&format!("/audit/heads/{head}")).await;
    let hash = signed.head.hash.to_string();
    let group = format!(
        "{} {} {} {}",
        &hash[..4],
        &hash[4..8],
        &hash[8..12],
        &hash[12..16]
    );
    let line = signed.to_string();
    page.is(200).says(&[
        &line,
        &group,
        "令和8年（2026年）11月20日",
        "yakusho-batch audit verify",
        "data-print",
    ]);
    let seal = browser.call(Method::GET, "/audit/seal", None).await;
    assert_eq!(seal.json()["sealed"], signed.head.seq);
    let heads = browser.call(Method::GET, "/audit/heads", None).await;
    assert_eq!(heads.json()["items"][0]["line"], line);
    browser
        .get("/audit/heads/0192f0c1-2b3c-7def-8123-456789abcdef")
        .await
        .is(404);
    let trail = browser.get("/audit?act=audit.look_at_heads").await;
    trail.says(&["署名票の閲覧"]);
    let mut clerk = office.signed_in("colleague").await;
    for address in ["/audit/heads", &format!("/audit/heads/{head}")] {
        clerk.get(address).await.is(403);
    }
    clerk.call(Method::GET, "/audit/seal", None).await.is(403);
}

#[tokio::test]
async fn the_sealed_trail_comes_out_as_a_file_that_proves_itself() {
    let office = eventful().await;
    let signer = Signer::from_seed([7; 32]);
    let mut browser = office.signed_in("supervisor").await;
    let signed = seal::sign(&office.world.system(), &signer).await.unwrap();
    let page = browser.get("/audit/export.jsonl?act=suspension.").await;
    page.is(200).hides(&["account.open", "付箋"]);
    let path = "/audit/export-sealed?act=suspension.";
    let answer = browser.call(Method::GET, path, None).await;
    for file in [&page.body, &answer.body] {
        assert_eq!(file.matches("suspension.suspend").count(), 2);
        let report = check(
            file.as_bytes(),
            &signer.public(),
            std::slice::from_ref(&signed),
        );
        let report = report.unwrap();
        assert_eq!(report.findings, []);
        assert_eq!(*report.vouched[0].end(), signed.head.seq);
    }
    browser.get("/audit/export.jsonl?from=x").await.is(422);
    let nonsense = "/audit/export-sealed?rule=x";
    browser.call(Method::GET, nonsense, None).await.is(422);
    let trail = browser.get("/audit?act=audit.export").await;
    trail.says(&["監査記録の書出し"]);
    let mut clerk = office.signed_in("colleague").await;
    clerk.get("/audit/export.jsonl").await.is(403);
    clerk.call(Method::GET, path, None).await.is(403);
}
