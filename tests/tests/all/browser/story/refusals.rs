//! A refusal says in the page which article or rule of the house refuses, and leads to it.

use yakusho_tests::{Browser, Database, Hall, Who, Window};

use super::at_the_desk;

#[tokio::test]
async fn a_refusal_names_its_article_and_leads_to_it() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let clerk = at_the_desk(&hall, Who::Staff, Window::WIDE).await;
    is_refused(&clerk, "/admin/functions", "第5条第2項第3号").await;
    clerk
        .follow("直方市グループウェアシステム運用管理規程第5条第2項第3号")
        .await;
    clerk.sees("システム管理者").await;
    assert_eq!(clerk.path().await, "/regulation/nogata:5-2(3)");
    is_refused(&clerk, "/audit", "基本規則「権限による閲覧及び操作」").await;
    changes_to_a_weak_password(&hall, &clerk).await;
    clerk.sees("第10条第4号").await;

    let administrator = at_the_desk(&hall, Who::Administrator, Window::WIDE).await;
    takes_the_end_away(&hall, &administrator).await;
    administrator.sees("第7条第1項").await;
}

/// Goes to a page that is not for whoever asks.
async fn is_refused(clerk: &Browser, path: &str, article: &str) {
    clerk.open(path).await;
    clerk.sees("この操作はできません").await;
    clerk.sees("根拠となる規定").await;
    clerk.sees(article).await;
}

async fn changes_to_a_weak_password(hall: &Hall, clerk: &Browser) {
    clerk.open("/account/password").await;
    let present = &hall.account(Who::Staff).password;
    clerk.fill("現在のパスワード", present).await;
    clerk.fill("新しいパスワード", "password1234").await;
    clerk
        .fill("新しいパスワード(もう一度)", "password1234")
        .await;
    clerk.press("パスワードを変更").await;
}

/// Takes away the day on which the account of a fixed-term member ends.
async fn takes_the_end_away(hall: &Hall, administrator: &Browser) {
    let id = &hall.account(Who::FixedTerm).id;
    administrator.go_to("アカウント").await;
    administrator.fill("ID・氏名・職員番号", id).await;
    administrator.press("検索").await;
    administrator.follow(id).await;
    administrator.unfold("終期を変更する").await;
    administrator.fill("終期", "").await;
    administrator.press("終期を変更する").await;
}
