//! The administrator takes in the personnel orders of next April, from a file that has a fault at first.

use yakusho_tests::{Browser, Database, Hall, Who, Window};

use super::{at_the_desk, file, next_year, told};

told!(takes_in_a_file: by_pointer, by_keyboard_alone, without_scripts, on_a_phone);

const HEADING: &str = "発令種別,職員番号,所属コード,職名\n";

async fn takes_in_a_file(window: Window) {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let year = next_year(&hall).await;
    let number = |who| hall.account(who).id.trim_start_matches('s');
    let (head, own) = (number(Who::Head), number(Who::Administrator));
    let swapped = format!("任命,{own},00003,企画政策課長\n");
    let wrong = format!("{HEADING}{swapped}任命,99999,00004,情報政策課長\n");
    let right = format!("\u{feff}{HEADING}{swapped}任命,{head},00004,情報政策課長\n");
    let (wrong, right) = (
        file(&hall, "発令案.csv", &wrong),
        file(&hall, "発令.csv", &right),
    );
    let administrator = at_the_desk(&hall, Who::Administrator, window).await;

    begin(&administrator, "4月1日付人事異動", &format!("{year}-04-01")).await;
    try_out(&administrator, &wrong).await;
    administrator.sees("誤りが2件あります").await;
    let faults = faults(&administrator).await;
    assert!(faults[0].starts_with("2行目 職名"), "{faults:?}");
    assert_eq!(
        faults[1],
        "3行目 職員番号 職員番号「99999」の職員がいません。"
    );
    try_out(&administrator, &right).await;
    administrator.sees("誤りは見つかりませんでした。").await;
    sees_the_difference(&administrator).await;

    // All this has changed nothing.
    let client = hall.signed_in(Who::Administrator).await;
    let orders = client.get("/admin/orders").await;
    assert!(
        orders.text().contains("該当する発令はありません。"),
        "{orders:?}"
    );

    administrator.press("下書きとして保存する").await;
    administrator.sees("下書きとして保存しました。").await;
    sees_the_difference(&administrator).await;
    administrator.press("この内容で予約する").await;
    administrator.sees("発令を予約しました。").await;
    administrator.sees("予約済み").await;
}

/// Begins a new order, to hold from that day.
async fn begin(administrator: &Browser, title: &str, day: &str) {
    administrator.go_to("人事発令").await;
    administrator.follow("発令を作成する").await;
    administrator.fill("件名", title).await;
    administrator.fill("発令日", day).await;
}

/// Chooses a file, and sees what would come of it.
async fn try_out(administrator: &Browser, file: &str) {
    administrator.attach("CSVファイル", file).await;
    administrator.press("試しに確認する").await;
}

/// The faults that are listed: line, column and what is wrong.
async fn faults(administrator: &Browser) -> Vec<String> {
    let rows = administrator.texts("main table tbody tr").await;
    rows.iter().map(|row| row.replace('\n', " ")).collect()
}

/// What changes hands: posts, and with them the role of the administrator and what waits for each.
async fn sees_the_difference(administrator: &Browser) {
    administrator.sees("変わる点").await;
    administrator.sees("企画政策課 企画政策課長").await;
    administrator.sees("役割の交替").await;
    administrator.sees("システム管理者").await;
    administrator.sees("確認待ちの回覧").await;
}
