//! The supervisor suspends somebody's ID, and lifts it; nobody else can.

use reqwest::Method;
use yakusho_tests::{Account, Browser, Database, Hall, Who, Window};

use super::{at_the_desk, told};

/// The form.
const NEW: &str = "/admin/suspensions/new";

told!(suspends_and_lifts: by_pointer, by_keyboard_alone, without_scripts, on_a_phone);

async fn suspends_and_lifts(window: Window) {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let account = hall.account(Who::FixedTerm);
    let member = at_the_desk(&hall, Who::FixedTerm, window).await;
    let name = member.name().await;
    let supervisor = at_the_desk(&hall, Who::Supervisor, window).await;

    let case = Case {
        account,
        name: &name,
        breach: "IDまたはパスワードの不正利用",
        reason: "退職者のIDを使ったため",
    };
    administrator_is_refused(&hall, window).await;

    suspend(&supervisor, &case).await;
    supervisor.sees("IDを停止しました。").await;
    is_told(&supervisor).await;
    member.go_to("掲示板").await;
    member.sees("パスワード").await;
    assert!(member.path().await.starts_with("/sign-in"));
    learns_why_with_the_right_password_alone(&member, account).await;

    lift(&supervisor, "本人の説明を受けたため").await;
    member.sign_in(account).await;
    member.sees("未読の掲示").await;
}

/// What is suspended, and why.
struct Case<'c> {
    account: &'c Account,
    name: &'c str,
    breach: &'c str,
    reason: &'c str,
}

/// Suspends it, from the navigation on.
async fn suspend(by: &Browser, case: &Case<'_>) {
    by.go_to("IDの停止").await;
    by.follow("IDを停止する").await;
    // The seeding makes the staff number part of the ID.
    let number = case.account.id.trim_start_matches('s');
    by.fill("職員を探す", number).await;
    by.press("検索").await;
    by.tick(case.name).await;
    by.tick(case.breach).await;
    by.fill("理由(本人に表示されます)", case.reason).await;
    by.press("停止する").await;
}

/// Article, item and reason are on the page.
async fn is_told(page: &Browser) {
    for words in ["第11条", "第10条第3号", "退職者のIDを使ったため"] {
        page.sees(words).await;
    }
}

/// Nobody but the supervisor is offered to suspend an ID, and a form for it is refused.
async fn administrator_is_refused(hall: &Hall, window: Window) {
    let administrator = at_the_desk(hall, Who::Administrator, window).await;
    administrator.go_to("IDの停止").await;
    administrator.sees("停止の記録はありません。").await;
    administrator.open(NEW).await;
    administrator.sees("この操作はできません").await;
    administrator.sees("第11条").await;

    let administrator = hall.signed_in(Who::Administrator).await;
    let member = hall.signed_in(Who::FixedTerm).await;
    let member = member.get("/api/v1/me").await.json();
    let csrf = administrator.csrf().await;
    let form = [
        ("csrf", csrf.as_str()),
        ("person", member["person"]["id"].as_str().expect("an id")),
        ("breach", "misuse"),
        ("reason", "わからないため"),
    ];
    let form = administrator.request(Method::POST, NEW).form(&form);
    let refused = administrator.send(form.header("Origin", &hall.url)).await;
    assert_eq!(refused.status, 403, "{refused:?}");
    assert!(refused.text().contains("第11条"), "{refused:?}");
}

/// Tries to sign in, with a wrong password first.
async fn learns_why_with_the_right_password_alone(member: &Browser, account: &Account) {
    let wrong = Account {
        password: "wrong-password-1".to_owned(),
        ..account.clone()
    };
    member.try_sign_in(&wrong).await;
    member.sees("IDまたはパスワードが正しくありません。").await;
    assert!(!member.shows("停止").await);
    member.try_sign_in(account).await;
    member.sees("このIDは停止されています").await;
    is_told(member).await;
}

/// Lifts the only suspension.
async fn lift(supervisor: &Browser, reason: &str) {
    supervisor.unfold("停止を解除する").await;
    supervisor
        .fill("解除する理由(記録に残ります)", reason)
        .await;
    supervisor.press("停止を解除する").await;
    supervisor.sees("停止を解除しました。").await;
    supervisor.sees(reason).await;
}
