//! A clerk sends a circulation to two sections, and watches who has confirmed it.

use yakusho_tests::{Browser, Database, Hall, Who, Window};

use super::{at_the_desk, next_year, told};

told!(sends_and_watches: by_pointer, by_keyboard_alone, without_scripts, on_a_phone);

const TITLE: &str = "当番の割り当ての確認";

#[tokio::test]
async fn by_pointer_on_postgresql() {
    tells(Window::WIDE, Database::Postgres).await;
}

async fn sends_and_watches(window: Window) {
    tells(window, Database::Sqlite).await;
}

async fn tells(window: Window, database: Database) {
    let hall = Hall::start("nogata", database).await;
    let year = next_year(&hall).await;
    let sender = at_the_desk(&hall, Who::Head, window).await;
    let recipient = at_the_desk(&hall, Who::FixedTerm, window).await;

    let reached = send(
        &sender,
        &["企画政策課", "情報政策課"],
        &format!("{year}-03-31"),
    )
    .await;
    sender.sees(&format!("{reached}人中0人が確認")).await;
    // The sender is among them, and has read it by now; the page that said so may have been counted before.
    sender.reload().await;
    let heard = sender.unread().await;

    confirm(&recipient, "承知しました。").await;

    sender.hears_more_than(heard).await;
    sender.reload().await;
    sender.sees(&format!("{reached}人中1人が確認")).await;
    sender.sees("承知しました。").await;
    assert!(reached > 2);
}

/// Sends it to everyone in these sections, to be confirmed by that day; says how many it reached.
async fn send(sender: &Browser, sections: &[&str], due: &str) -> usize {
    sender.go_to("回覧・レポート").await;
    sender.follow("新しく回す").await;
    sender.fill("件名", TITLE).await;
    sender
        .fill("本文", "割り当ての表を確かめてください。")
        .await;
    sender.unfold("総合政策部").await;
    for section in sections {
        sender.tick(&format!("{section}の全員")).await;
    }
    sender.fill("確認の期限", due).await;
    sender.tick("緊急性又は重要性がある情報").await;
    sender.press("送信する").await;
    sender.sees("人に送信しました。").await;
    let said = sender.text().await;
    let (before, _) = said.split_once("人に送信しました。").expect("a number");
    let digits = before
        .rsplit(|letter: char| !letter.is_ascii_digit())
        .next();
    digits.unwrap_or_default().parse().expect("a number")
}

/// Opens what waits for one's confirmation, confirms it, and has a word to say.
async fn confirm(recipient: &Browser, words: &str) {
    recipient.go_to("回覧・レポート").await;
    recipient.follow(TITLE).await;
    recipient.sees("あなたの確認が必要です。").await;
    recipient.press("確認しました").await;
    recipient.sees("確認済みです。").await;
    recipient.fill("コメントを書く", words).await;
    recipient.press("コメントを送信").await;
    recipient.sees("コメントを送信しました。").await;
}
