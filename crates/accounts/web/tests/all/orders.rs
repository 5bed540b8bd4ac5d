//! Personnel orders on the pages: tried out, kept, scheduled, withdrawn, undone.

use std::sync::Arc;

use async_trait::async_trait;
use encoding_rs::SHIFT_JIS;
use time::Duration;
use time::macros::date;
use yakusho_accounts::order::{self, Held, HeldBy, Holdings, Turnover};
use yakusho_kernel::{Cx, Fault, Outbox, Timestamp};

use crate::site::{Browser, Office, PASSWORD};

const NEW: &str = "/admin/orders/new";
const DAY: [(&str, &str); 2] = [
    ("title", "12月1日付人事異動"),
    ("takes_effect_on", "2026-12-01"),
];
/// The clerk goes to the planning section.
const MOVE: &str = "発令種別,職員番号,所属コード,職名\r\n任命,1007,2010,主事\r\n";

/// Title and day, and what else is sent.
fn with<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    [&DAY, more].concat()
}

/// Keeps a draft of that file; gives the address of its page.
async fn drafted(browser: &mut Browser<'_>, file: &str) -> String {
    let file = Some(("異動.csv", file.as_bytes()));
    let saved = browser.upload(NEW, &with(&[("save", "1")]), file).await;
    saved.is(303);
    saved.location
}

/// Keeps that file as a draft and schedules it; gives the address of its page.
async fn scheduled(browser: &mut Browser<'_>, file: &str) -> String {
    let page = drafted(browser, file).await;
    let revision = browser.get(&page).await.hidden("revision");
    let sent = browser
        .post(&format!("{page}/schedule"), &[("revision", &revision)])
        .await;
    sent.is(303);
    page
}

/// Turns the clock to the day of the orders, has them carried out, and signs in again.
async fn on_the_day(office: &Office, browser: &mut Browser<'_>) {
    office
        .world
        .clock
        .turn_to(Timestamp::start_of(date!(2026 - 12 - 01)));
    order::apply_due(&office.world.system()).await.unwrap();
    browser.sign_in("administrator", PASSWORD).await.is(303);
}

#[tokio::test]
async fn a_file_is_tried_out_and_every_fault_told_by_line_and_column() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let file = "発令種別,職員番号,所属コード,職名,終期\r\n\
                任命,9999,2010,主事,\r\n\
                昇進,1007,2010,主事,\r\n\
                任命,1007,9,主事,\r\n\
                任命,1007,2010,主事,きょう\r\n";
    let (shift_jis, _, _) = SHIFT_JIS.encode(file);
    let tried = browser
        .upload(NEW, &with(&[("try", "1")]), Some(("異動.csv", &shift_jis)))
        .await;
    tried.is(200).says(&[
        "誤りが5件あります",
        "職員番号「9999」の職員がいません。",
        "「昇進」は、選べる値ではありません。任命、兼務、",
        "所属コード「9」の所属がありません。",
        "4行目でも、同じ職員を本務に発令しています。",
        "「きょう」は、形式が正しくありません。2027年3月31日、",
        ">2行目</th><td role=\"cell\" data-label=\"列\">職員番号</td>",
        ">3行目</th><td role=\"cell\" data-label=\"列\">発令種別</td>",
        ">4行目</th><td role=\"cell\" data-label=\"列\">所属コード</td>",
        "<td role=\"cell\" data-label=\"列\">終期</td>",
        // What was typed and what was chosen are there again.
        "12月1日付人事異動",
        "2026-12-01",
        "「異動.csv」を読み込み済みです(4行)",
    ]);
    let (kept, name) = (tried.hidden("kept"), tried.hidden("kept_name"));
    let again = [("kept", &*kept), ("kept_name", &*name), ("try", "1")];
    let again = browser.upload(NEW, &with(&again), None).await;
    again.is(200).says(&["誤りが5件あります"]);

    let list = browser.get("/admin/orders").await;
    list.says(&["該当する発令はありません"]);
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_said_to_be_so() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    for (file, words) in [
        (&b""[..], "発令の内容が1行もありません。"),
        ("職員番号\n1007".as_bytes(), "この列がありません。"),
        ("発令種別,等級\n任命,1".as_bytes(), "見出しの2列目「等級」"),
        (
            "発令種別\n任命,1007".as_bytes(),
            "見出しの列数(1列)より多い",
        ),
    ] {
        for button in ["try", "save"] {
            let sent = browser
                .upload(NEW, &with(&[(button, "1")]), Some(("異動.csv", file)))
                .await;
            assert_eq!(sent.location, "", "a broken file was kept");
            sent.says(&[words, "このファイルは読み込めませんでした"]);
        }
    }
    let file = "発令種別,職員番号\n任命,9999".as_bytes();
    let tried = browser
        .upload(NEW, &with(&[("try", "1")]), Some(("異動.csv", file)))
        .await;
    let kept = tried.hidden("kept");
    let blobs = office.world.folder().join("blobs");
    for part in std::fs::read_dir(blobs).unwrap().map(Result::unwrap) {
        if part.file_name().len() == 2 {
            std::fs::remove_dir_all(part.path()).unwrap();
        }
    }
    let gone = [("kept", &*kept), ("kept_name", "異動.csv"), ("try", "1")];
    let sent = browser.upload(NEW, &with(&gone), None).await;
    sent.is(422)
        .says(&["保存期間が過ぎました", "12月1日付人事異動"]);
}

#[tokio::test]
async fn lines_are_typed_added_and_removed_without_a_script() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let lines = [
        ("line", "1"),
        ("rows.1.kind", "appoint"),
        ("rows.1.number", "9999"),
        ("rows.1.unit", "2010"),
        ("rows.1.post", "主事"),
        ("line", "2"),
        ("rows.2.number", "1007"),
    ];
    let more = [&lines[..], &[("add", "1")]].concat();
    let page = browser.upload(NEW, &with(&more), None).await;
    page.is(200)
        .says(&["value=\"9999\"", "value=\"1007\"", "5行目"]);
    let fewer = [&lines[..], &[("remove", "1")]].concat();
    let page = browser.upload(NEW, &with(&fewer), None).await;
    page.is(200).says(&["value=\"1007\""]).hides(&["9999"]);

    let tried = [&lines[..], &[("try", "1")]].concat();
    let page = browser.upload(NEW, &with(&tried), None).await;
    page.says(&[
        "value=\"9999\"",
        "1行目の職員番号:職員番号「9999」の職員がいません。",
        "2行目の発令種別:入力してください。",
        "aria-invalid=\"true\"",
    ]);
    let nonsense = [
        ("title", ""),
        ("takes_effect_on", "令和8年13月1日"),
        ("save", "1"),
    ];
    let page = browser.upload(NEW, &nonsense, None).await;
    page.is(422).says(&["value=\"令和8年13月1日\""]);
}

/// Something that hangs on the head of the citizens' section.
struct Keys;

#[async_trait]
impl Holdings for Keys {
    async fn affected(&self, _: &Cx, turnover: &Turnover) -> Result<Vec<Held>, Fault> {
        let held = turnover.changed_posts.iter().map(|post| Held {
            what: "test.keys",
            by: HeldBy::Post(*post),
            count: 12,
            left_without_holder: true,
        });
        Ok(held.collect())
    }
}

#[tokio::test]
async fn a_trial_shows_what_would_be_different_and_changes_nothing() {
    let keys: Arc<dyn Holdings> = Arc::new(Keys);
    let office = Office::with("nogata", [keys]).await;
    let mut browser = office.signed_in("administrator").await;
    let leaves = "発令種別,職員番号\n退職,1006\n";
    let tried = browser
        .upload(
            NEW,
            &with(&[("try", "1")]),
            Some(("a.csv", leaves.as_bytes())),
        )
        .await;
    tried.is(200).says(&[
        "誤りは見つかりませんでした",
        "中野 恵",
        "市民課 市民課長",
        "退職",
        "空席になる職",
        "担当者のいなくなる役割",
        "管理責任者 (市民課)",
        "引き継ぎが必要なもの",
        "12",
        "担当者不在になる",
    ]);
    browser
        .get("/admin/orders")
        .await
        .says(&["該当する発令はありません"]);
    let head = format!("/people/{}", office.town.person("head"));
    browser.get(&head).await.says(&["市民課長"]);
}

#[tokio::test]
async fn a_scheduled_order_holds_from_its_day_and_is_undone_as_a_whole() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let page = drafted(&mut browser, MOVE).await;
    let draft = browser.get(&page).await;
    draft.is(200).says(&[
        "下書き",
        "佐藤 花子",
        "市民課 主事",
        "企画課 主事",
        "この内容で予約する",
    ]);
    let stale = [("revision", "0")];
    for act in ["schedule", "withdraw", "undo"] {
        let sent = browser.post(&format!("{page}/{act}"), &stale).await;
        assert_eq!(sent.location, "", "{act} of a stale revision");
        assert!(sent.status.is_client_error());
    }
    let revision = draft.hidden("revision");
    let sent = browser
        .post(&format!("{page}/schedule"), &[("revision", &revision)])
        .await;
    sent.is(303);
    browser.get(&page).await.says(&["予約済み"]);
    let clerk = format!("/people/{}", office.town.person("clerk"));
    browser.get(&clerk).await.says(&["市民課"]);

    on_the_day(&office, &mut browser).await;
    let applied = browser.get(&page).await;
    applied
        .says(&[
            "適用済み",
            "この発令全体を取り消す",
            "変わった点",
            "市民課 主事",
            "企画課 主事",
        ])
        .hides(&["この内容で予約する"]);
    browser.get(&clerk).await.says(&["企画課"]);

    let revision = applied.hidden("revision");
    let silent = [("revision", &*revision), ("reason", " ")];
    let sent = browser.post(&format!("{page}/undo"), &silent).await;
    sent.is(422)
        .says(&["取り消す理由", "<details class=\"disclosure\" open"]);
    let undo = [("revision", &*revision), ("reason", "発令番号の誤り")];
    browser.post(&format!("{page}/undo"), &undo).await.is(303);
    let undone = browser.get(&page).await;
    undone.says(&[
        "取消し",
        "発令番号の誤り",
        "すべて取り消されています",
        "市民課 主事",
        "取消し</dt><dd>",
    ]);
    let history = browser.get(&format!("{page}/versions/2")).await;
    history.is(200).says(&["発令番号の誤り"]);
}

#[tokio::test]
async fn a_scheduled_order_that_would_fail_is_marked_wherever_it_is_named() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let page = scheduled(&mut browser, MOVE).await;
    let left = "発令種別,職員番号\n退職,1007\n";
    let before = [
        ("takes_effect_on", "2026-11-30"),
        ("title", "前の発令"),
        ("save", "1"),
    ];
    let before = browser
        .upload(NEW, &before, Some(("前.csv", left.as_bytes())))
        .await;
    let revision = browser.get(&before.location).await.hidden("revision");
    let schedule = format!("{}/schedule", before.location);
    browser
        .post(&schedule, &[("revision", &revision)])
        .await
        .is(303);
    let mark = "このままでは適用できません";
    browser.get("/admin/orders").await.hides(&[mark]);
    let outbox = Outbox::new().on("ground", order::follow_ground);
    outbox.deliver(&office.world.env).await.unwrap();
    for named in [&*page, "/admin/orders", "/admin"] {
        browser.get(named).await.is(200).says(&[mark]);
    }
    browser.get(&page).await.says(&["組織や前の発令が変わった"]);
    let told = browser.get("/notifications").await;
    told.says(&["予約済みの発令「12月1日付人事異動」は"]);
}

#[tokio::test]
async fn what_later_orders_rest_on_is_not_undone() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let first = scheduled(&mut browser, MOVE).await;
    on_the_day(&office, &mut browser).await;
    let on = "発令種別,職員番号,所属コード,職名\n任命,1007,1010,主事\n";
    let later = [
        ("takes_effect_on", "2026-12-02"),
        ("title", "続き"),
        ("save", "1"),
    ];
    let later = browser
        .upload(NEW, &later, Some(("続き.csv", on.as_bytes())))
        .await;
    let revision = browser.get(&later.location).await.hidden("revision");
    let schedule = format!("{}/schedule", later.location);
    browser
        .post(&schedule, &[("revision", &revision)])
        .await
        .is(303);
    office.world.clock.turn(Duration::days(1));
    order::apply_due(&office.world.system()).await.unwrap();
    browser.sign_in("administrator", PASSWORD).await.is(303);
    let revision = browser.get(&first).await.hidden("revision");
    let undo = [("revision", &*revision), ("reason", "誤り")];
    let sent = browser.post(&format!("{first}/undo"), &undo).await;
    sent.is(409)
        .says(&["新しい発令から順に取り消してください", "誤り"]);
}

#[tokio::test]
async fn an_order_whose_day_has_come_is_carried_out_by_those_who_know_that_it_is() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let page = drafted(&mut browser, MOVE).await;
    on_the_day(&office, &mut browser).await;
    let draft = browser.get(&page).await;
    draft
        .says(&["この内容で今すぐ適用する", "取下げはできず"])
        .hides(&["この内容で予約する"]);
    let revision = draft.hidden("revision");
    let (schedule, revision) = (format!("{page}/schedule"), ("revision", &*revision));
    let unaware = browser.post(&schedule, &[revision]).await;
    unaware.is(422).says(&["すぐに適用されます"]);
    browser.get(&page).await.says(&["下書き"]);
    let aware = browser.post(&schedule, &[revision, ("at_once", "1")]).await;
    aware.is(303);
    browser.get(&page).await.hides(&["下書き"]);
}

#[tokio::test]
async fn an_order_is_edited_and_withdrawn_before_its_day() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let page = scheduled(&mut browser, MOVE).await;
    let edit = browser.get(&format!("{page}/edit")).await;
    edit.is(200).says(&["value=\"1007\"", "12月1日付人事異動"]);
    let revision = edit.hidden("revision");
    let lines = [
        ("revision", &*revision),
        ("line", "2"),
        ("rows.2.kind", "leave"),
        ("rows.2.number", "1007"),
        ("save", "1"),
    ];
    let sent = browser
        .upload(&format!("{page}/edit"), &with(&lines), None)
        .await;
    sent.is(303);
    let again = browser
        .upload(&format!("{page}/edit"), &with(&lines), None)
        .await;
    again.is(409).says(&["value=\"1007\""]);
    let edited = browser.get(&page).await;
    edited.says(&["下書き", "退職", "第2版"]);
    let history = browser.get(&format!("{page}/versions/2")).await;
    history.is(200).says(&["任命", "退職", "職員番号 1007"]);

    let revision = edited.hidden("revision");
    browser
        .post(&format!("{page}/withdraw"), &[("revision", &revision)])
        .await
        .is(303);
    let withdrawn = browser.get(&page).await;
    withdrawn
        .says(&["取下げ</dt><dd>木村 隆 "])
        .hides(&["この内容で予約する"]);
    let csv = browser.get(&format!("{page}/lines.csv")).await;
    csv.is(200).says(&["発令種別,職員番号", "1007"]);
}

#[tokio::test]
async fn orders_are_the_administrators_alone() {
    let office = Office::open("nogata").await;
    let mut administrator = office.signed_in("administrator").await;
    let page = drafted(&mut administrator, MOVE).await;
    for key in ["supervisor", "clerk"] {
        let mut browser = office.signed_in(key).await;
        for address in ["/admin/orders", NEW, &page, &format!("{page}/lines.csv")] {
            browser.get(address).await.is(403);
        }
        let revision = [("revision", "1")];
        let sent = browser.post(&format!("{page}/schedule"), &revision).await;
        sent.is(403);
    }
    administrator.get(&page).await.says(&["下書き"]);
}
