//! Accounts from a file, and into one.

use encoding_rs::SHIFT_JIS;
use poem::http::Method;
use serde_json::json;
use yakusho_accounts::account;

use crate::site::Office;

const IMPORT: &str = "/admin/accounts/import";
const FILE: &str = "職員番号,ID,終期,理由\r\n\
    1007,h.sato,,\r\n\
    1009,s.mori,令和9年3月31日,窓口業務\r\n";

#[tokio::test]
async fn a_file_is_tried_out_first_and_then_opens_its_accounts() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let (shift_jis, _, _) = SHIFT_JIS.encode(FILE);
    let tried = browser
        .upload(IMPORT, &[], Some(("名簿.csv", &shift_jis)))
        .await;
    tried.is(200).says(&[
        "2件のアカウントを開設できます",
        "「名簿.csv」を読み込み済みです",
    ]);
    let none = browser.get("/admin/accounts?q=h.sato").await;
    none.says(&["該当するアカウントはありません"]);
    let (kept, name) = (tried.hidden("kept"), tried.hidden("kept_name"));
    let fields = [("kept", &*kept), ("kept_name", &*name), ("import", "1")];
    let done = browser.upload(IMPORT, &fields, None).await;
    done.is(303);
    let list = browser.get("/admin/accounts").await;
    list.says(&["2件のアカウントを開設しました", "h.sato", "s.mori"]);
    // Of the same file again nothing is left to be opened.
    let again = browser
        .upload(IMPORT, &[], Some(("名簿.csv", FILE.as_bytes())))
        .await;
    again.is(200).says(&[
        "新しく開設するアカウントはありません。",
        "2件は、この内容ですでに開設されています。",
    ]);
    again.hides(&["0件を開設する"]);
}

#[tokio::test]
async fn with_a_single_fault_nothing_is_registered() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let file = format!(
        "{FILE}9999,nobody,,\r\n1009,x,,\r\n1008,h.sato,,\r\n1006,,,\r\n1005,a b,2027-02-30,x\r\n"
    );
    for button in [&[][..], &[("import", "1")]] {
        let sent = browser
            .upload(IMPORT, button, Some(("a.csv", file.as_bytes())))
            .await;
        assert_eq!(sent.location, "", "a file with faults was imported");
        sent.says(&[
            ">4</th><td role=\"cell\" data-label=\"列\">職員番号</td>",
            ">6</th><td role=\"cell\" data-label=\"列\">ID</td>",
            ">7</th><td role=\"cell\" data-label=\"列\">ID</td>",
            "IDは、空白を含めずに64文字以内で入力してください。",
            "終期は実在する日付で入力してください(例:2026年11月21日)。",
        ]);
    }
    let none = browser.get("/admin/accounts?q=h.sato").await;
    none.says(&["該当するアカウントはありません"]);
    let unapproved = "職員番号,ID\r\n1009,s.mori\r\n";
    let sent = browser
        .upload(IMPORT, &[], Some(("a.csv", unapproved.as_bytes())))
        .await;
    sent.says(&["終期を入力してください", "第7条"]);
    let empty = browser.upload(IMPORT, &[], None).await;
    empty.is(422).says(&["CSVファイル"]);
    let noise = browser
        .upload(IMPORT, &[], Some(("a.csv", b"\x00\xff\xfe")))
        .await;
    noise.says(&["何も登録していません"]);
    let gone = [("kept", "0".repeat(64)), ("import", "1".to_owned())];
    let gone = gone.each_ref().map(|(name, value)| (*name, value.as_str()));
    browser
        .upload(IMPORT, &gone, None)
        .await
        .is(422)
        .says(&["保存期間が過ぎました"]);
}

#[tokio::test]
async fn all_accounts_come_out_as_a_file() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    office.account("fixed_term").await;
    let file = browser.get("/admin/accounts/export.csv").await;
    file.is(200).says(&[
        "\u{feff}職員番号,ID,終期,理由,氏名,区分,状態,",
        "森 さくら,会計年度任用職員,利用中,",
        "窓口の応援",
    ]);
    let template = browser.get("/admin/accounts/template.csv").await;
    template.is(200).says(&["職員番号,ID,終期,理由"]);
    let trail = browser.get("/audit?act=account.export").await;
    trail.says(&["アカウントの書出し"]);
    let mut supervisor = office.signed_in("supervisor").await;
    supervisor.get("/admin/accounts/export.csv").await.is(403);
    supervisor.get(IMPORT).await.is(403);
}

#[tokio::test]
async fn what_came_out_goes_in_again_in_either_language() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let dangerous = "number,login,ends_on,reason\n1009,mori,2027-03-31,'=HYPERLINK(1)\n";
    let cx = office.town.cx("administrator").await;
    account::import(&cx, dangerous.as_bytes())
        .await
        .unwrap()
        .into_inner();
    for (lang, heading, state, there) in [
        (
            "ja",
            "職員番号,ID,終期",
            "利用中",
            "すでに開設されています。",
        ),
        (
            "en",
            "Staff number,ID,Last day",
            "In use",
            "are there already",
        ),
    ] {
        let choice = [("lang", lang), ("back", "/account")];
        browser.post("/language", &choice).await.is(303);
        let file = browser.get("/admin/accounts/export.csv").await;
        file.is(200).says(&[heading, state, ",'=HYPERLINK(1),"]);
        let more = format!("{}1007,h.sato,,,,,,,,,,,\r\n", file.body);
        let tried = browser
            .upload(IMPORT, &[], Some(("a.csv", more.as_bytes())))
            .await;
        tried.is(200).says(&[there, "1"]);
        assert!(!tried.body.contains("alert-error"), "{}", tried.body);
        let plan = browser
            .call_with_csv(Method::POST, "/accounts/csv/dry-run", more.as_bytes())
            .await;
        let plan = plan.is(200).json();
        assert_eq!(
            (&plan["accounts"], &plan["faults"]),
            (&json!(1), &json!([]))
        );
    }
}

#[tokio::test]
async fn a_program_sends_and_gets_the_same_files() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let trial = "/accounts/csv/dry-run";
    let faulty = "number,login\r\n9999,nobody\r\n1009,s.mori\r\n".as_bytes();
    let tried = program.call_with_csv(Method::POST, trial, faulty).await;
    let plan = tried.is(200).json();
    assert_eq!(plan["accounts"], 0);
    assert_eq!(plan["faults"][0]["line"], 2);
    assert_eq!(plan["faults"][0]["column"], "number");
    assert_eq!(plan["faults"][0]["code"], "unknown_staff_number");
    assert_eq!(plan["faults"][1]["column"], "ends_on");
    assert_eq!(plan["faults"][1]["article"], "nogata:7-1");
    let refused = program
        .call_with_csv(Method::POST, "/accounts/csv", faulty)
        .await;
    let errors = refused.is(422).json();
    assert_eq!(errors["errors"][0]["field"], "lines.2.number");
    assert_eq!(errors["errors"][1]["field"], "lines.3.ends_on");
    assert_eq!(errors["errors"][1]["article"], "nogata:7-1");

    let (shift_jis, _, _) = SHIFT_JIS.encode(FILE);
    let tried = program.call_with_csv(Method::POST, trial, &shift_jis).await;
    assert_eq!(
        tried.json(),
        json!({"accounts": 2, "there": 0, "faults": []})
    );
    let opened = program
        .call_with_csv(Method::POST, "/accounts/csv", &shift_jis)
        .await;
    let opened = opened.is(201).json();
    let first = format!("/accounts/{}", opened["accounts"][0].as_str().unwrap());
    let first = program.call(Method::GET, &first, None).await;
    assert_eq!(first.json()["login"], "h.sato");
    let file = program.call(Method::GET, "/accounts/csv", None).await;
    file.is(200)
        .says(&["\u{feff}職員番号,ID", "1009,s.mori,2027-03-31"]);
    let template = program
        .call(Method::GET, "/accounts/csv/template", None)
        .await;
    template.is(200).says(&["職員番号,ID,終期,理由"]);
    let mut supervisor = office.signed_in("supervisor").await;
    for path in ["/accounts/csv", "/accounts/csv/template"] {
        supervisor.call(Method::GET, path, None).await.is(403);
    }
}
