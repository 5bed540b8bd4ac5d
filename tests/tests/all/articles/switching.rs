//! The administrator, and nobody else, switches functions; each switch is on record.

use yakusho_tests::{Client, Database, Hall, Page, Who, keeps};

#[tokio::test]
async fn the_administrator_alone_switches_functions() {
    keeps!("nogata:5-2(3)");
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let clerk = hall.signed_in(Who::Staff).await;
    for who in [Who::Supervisor, Who::Head, Who::Staff] {
        let refused = switch_off(&hall, &hall.signed_in(who).await).await;
        assert_eq!(refused.status, 403, "{who:?}: {refused:?}");
        assert!(refused.text().contains("第5条第2項第3号"), "{refused:?}");
    }
    assert_eq!(clerk.get("/board").await.status, 200);

    let administrator = hall.signed_in(Who::Administrator).await;
    let done = switch_off(&hall, &administrator).await;
    assert_eq!(done.status, 303, "{done:?}");
    let stopped = clerk.get("/board").await;
    assert_eq!(stopped.status, 403, "{stopped:?}");
    for said in [
        "「掲示板」は、システム管理者が停止しています",
        "第5条第2項第3号",
    ] {
        assert!(stopped.text().contains(said), "{stopped:?}");
    }
    let stopped = clerk.get("/api/v1/board/posts").await.json();
    assert_eq!(stopped["code"], "function_stopped");
    assert_eq!(stopped["article"], "nogata:5-2(3)");
    let page = administrator.get("/admin/functions").await;
    assert!(page.text().contains("点検のため"), "{page:?}");
    let entries = "/api/v1/audit/entries?act=function.switch&outcome=done";
    let entries = administrator.get(entries).await.json();
    assert_eq!(entries["items"].as_array().map(Vec::len), Some(1));
}

/// Asks to switch the board off.
async fn switch_off(hall: &Hall, client: &Client) -> Page {
    let csrf = client.csrf().await;
    let fields = [("csrf", &*csrf), ("on", "false"), ("reason", "点検のため")];
    let request = client.request(reqwest::Method::POST, "/admin/functions/board");
    let request = request.form(&fields).header("Origin", &hall.url);
    client.send(request).await
}
