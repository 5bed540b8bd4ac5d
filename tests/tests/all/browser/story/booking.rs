//! A clerk books a room from the plan of the day, and another, who wants it too, waits for it and gets it.

use yakusho_tests::{Browser, Database, Hall, Who, Window};

use super::{at_the_desk, told};

told!(books_from_the_plan: by_pointer, by_keyboard_alone, without_scripts, on_a_phone);

const ROOM: &str = "202会議室";
const FLOOR: &str = "本庁舎2階";
const PURPOSE: &str = "窓口改善の打合せ";

#[tokio::test]
async fn by_pointer_on_postgresql() {
    tells(Window::WIDE, Database::Postgres).await;
}

async fn books_from_the_plan(window: Window) {
    tells(window, Database::Sqlite).await;
}

async fn tells(window: Window, database: Database) {
    let hall = Hall::start("nogata", database).await;
    let day = a_free_day(&hall).await;
    let clerk = at_the_desk(&hall, Who::Staff, window).await;
    let other = at_the_desk(&hall, Who::FixedTerm, window).await;

    begin(&other, &day, "研修の準備").await;
    begin(&clerk, &day, PURPOSE).await;
    clerk.press("予約する").await;
    clerk.sees("予約しました。").await;
    clerk.sees("13:00〜14:00").await;

    // The plan from which the form came said that it was free.
    other.press("予約する").await;
    other.sees("は、その時間には予約できません").await;
    other.sees(PURPOSE).await;
    other.press("キャンセル待ちに登録する").await;
    other.sees("キャンセル待ちに登録しました。").await;

    clerk.follow("取り消し").await;
    clerk.press("予約を取り消す").await;
    clerk.sees("予約を取り消しました。").await;

    other.reload().await;
    other.sees("予約済み").await;
}

/// A day on which the room is open and nobody has it in the afternoon.
async fn a_free_day(hall: &Hall) -> String {
    let client = hall.signed_in(Who::Staff).await;
    let mut at = "/bookings".to_owned();
    for _ in 0..30 {
        let page = client.get(&at).await;
        let days = page.attributes(".calendar-steps .buttons a", "href");
        at.clone_from(&days[2]);
        let page = client.get(&at).await;
        let free = page.attributes(".plan .free > a", "title");
        let is_free = |hour: u8| free.contains(&format!("{ROOM} {hour}:00から予約する"));
        if (13..17).all(is_free) {
            let day = page.attributes("input[name=day]", "value");
            return day[0].clone();
        }
    }
    panic!("{ROOM} is never free");
}

/// Comes to the plan of that day and floor, chooses from when until when, and says what for.
async fn begin(browser: &Browser, day: &str, purpose: &str) {
    browser.go_to("施設予約").await;
    browser.fill("日付", day).await;
    browser.choose("場所", FLOOR).await;
    browser.press("表示").await;
    browser.follow(&format!("{ROOM} 13:00から予約する")).await;
    browser.sees("終わりの時刻を選んでください。").await;
    browser.follow("13:00〜14:00").await;
    browser.fill("用件", purpose).await;
}
