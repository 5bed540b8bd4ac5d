//! A clerk reads what is on the board, has a word to say about it, and posts.

use yakusho_tests::{Browser, Client, Database, Hall, Page, Who, Window};

use super::{at_the_desk, file, told};

told!(reads_comments_and_posts: by_pointer, by_keyboard_alone, without_scripts, on_a_phone);

async fn reads_comments_and_posts(window: Window) {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let clerk = at_the_desk(&hall, Who::Staff, window).await;

    read(&clerk, "年末年始の閉庁日と当番体制について").await;
    clerk
        .sees("年末年始の閉庁日は12月29日から1月3日までです。")
        .await;
    comment(&clerk, "企画政策課の名簿を提出しました。").await;

    let roster = "氏名,日\n大野,12月29日\n";
    let post = Post {
        category: "全庁のお知らせ",
        title: "年末年始の当番の名簿",
        body: "名簿を添付します。\n\n- 変更は総務課へ連絡してください。",
        kind: "共有性が高い情報",
        file: &file(&hall, "当番名簿.csv", roster),
    };
    publish(&clerk, &post).await;
    clerk.sees("当番名簿.csv").await;

    // Everyone finds it there.
    let head = hall.signed_in(Who::Head).await;
    let page = found(&head, post.title).await;
    assert!(
        page.text().contains("変更は総務課へ連絡してください。"),
        "{page:?}"
    );
    let files = page.attributes("main a[href*='/files/']", "href");
    assert_eq!(head.get(&files[0]).await.body, roster);
    let page = found(&head, "年末年始の閉庁日と当番体制について").await;
    assert!(
        page.text().contains("企画政策課の名簿を提出しました。"),
        "{page:?}"
    );
}

/// The post of that title, as somebody else finds it on the board.
async fn found(reader: &Client, title: &str) -> Page {
    let board = reader.get("/board").await;
    reader.get(&board.link(title)).await
}

/// Opens the post of that title.
async fn read(clerk: &Browser, title: &str) {
    clerk.go_to("掲示板").await;
    clerk.follow(title).await;
}

/// Comments on the post that is open.
async fn comment(clerk: &Browser, words: &str) {
    clerk.fill("コメントを書く", words).await;
    clerk.press("コメントを送信").await;
    clerk.sees("コメントを送信しました。").await;
    clerk.sees(words).await;
}

/// What is to be posted.
struct Post<'p> {
    category: &'p str,
    title: &'p str,
    body: &'p str,
    kind: &'p str,
    file: &'p str,
}

/// Writes a post and publishes it.
async fn publish(clerk: &Browser, post: &Post<'_>) {
    clerk.go_to("掲示板").await;
    clerk.follow("新しく掲示する").await;
    clerk.choose("カテゴリー", post.category).await;
    clerk.fill("件名", post.title).await;
    clerk.fill("本文", post.body).await;
    clerk.attach("添付ファイル", post.file).await;
    clerk.tick(post.kind).await;
    clerk.press("公開する").await;
    clerk.sees("公開しました。").await;
    clerk.sees(post.title).await;
}
