//! What messaging shows on the portal.

use yakusho_messaging::board::Approval;

use crate::site::Site;

#[tokio::test]
async fn what_waits_stands_on_the_portal_and_in_notices() {
    let site = Site::of("model").await;
    site.get("clerk", "/")
        .await
        .says(&["新しいお知らせはありません"]);
    let category = site.category(Approval::SectionHead).await.to_string();
    let unit = site.town.unit("citizens").to_string();
    let post = [
        ("category", &*category),
        ("title", "窓口の混雑予想"),
        ("body", "年末は混みます。"),
        ("section", &*unit),
        ("registration", "shared"),
        ("asks", "on"),
        ("due", "2026-11-25"),
        ("publish", "1"),
    ];
    let page = site
        .upload("clerk", "/board/new", &post, &[])
        .await
        .leads()
        .to_owned();
    site.get("head", "/")
        .await
        .says(&["承認待ちの掲示", "窓口の混雑予想"]);
    site.get("head", "/notifications")
        .await
        .says(&["承認してください:「窓口の混雑予想」(市民課)"]);
    let revision = site.get("head", &page).await.hidden("revision");
    site.post(
        "head",
        &format!("{page}/approve"),
        &[("revision", &revision)],
    )
    .await
    .leads();
    site.get("clerk", "/notifications")
        .await
        .says(&["掲示「窓口の混雑予想」が承認されました。"]);
    site.get("clerk/en", "/notifications")
        .await
        .says(&["Your post “窓口の混雑予想” was approved."]);

    let to = format!("person:{}", site.town.person("colleague"));
    let circulation = [
        ("kind", "report"),
        ("title", "時間外勤務の状況"),
        ("body", "ご報告ください。"),
        ("section", "own"),
        ("registration", "shared"),
        ("audience", &*to),
        ("due", "2026-11-24"),
        ("send", "1"),
    ];
    let sent = site
        .upload("clerk", "/circulations/new", &circulation, &[])
        .await;
    let portal = site.get("colleague", "/").await;
    portal.says(&[
        "確認・返信が必要です",
        "時間外勤務の状況",
        "未読の掲示",
        "要確認の回覧をすべて見る",
    ]);
    // What is due first stands first.
    let report = portal.text.find("時間外勤務の状況").unwrap();
    assert!(
        report < portal.text.find("窓口の混雑予想").unwrap(),
        "{portal:?}"
    );
    site.get("clerk", "/")
        .await
        .says(&["送信した回覧の進み具合", "1人中0人が確認"]);
    let told = site.get("colleague", "/notifications").await;
    told.says(&[
        "回覧が届きました:「時間外勤務の状況」(佐藤 花子)期限:令和8年",
        sent.leads(),
    ]);
    // Reading it is being told.
    site.get("colleague", sent.leads())
        .await
        .says(&["返信する"]);
    site.get("colleague", "/notifications")
        .await
        .hides(&["class=\"tag info\""]);
}

#[tokio::test]
async fn heads_see_figures_of_what_is_unread() {
    let site = Site::of("nogata").await;
    site.get("clerk", "/board/daily-check").await.is(403, &[]);
    site.get("head", "/board/daily-check")
        .await
        .says(&["記録はまだありません"]);
    site.get("head", "/board")
        .await
        .says(&["/board/daily-check"]);
    site.get("clerk", "/board")
        .await
        .hides(&["/board/daily-check"]);
}
