//! That the browser of these tests can be trusted: it shows, runs and finds what it should, and nothing else.

use yakusho_tests::{Browser, Window};

/// A page, as the path of an address that holds it.
const PAGE: &str = r#"<!doctype html><html lang="ja"><title>試験</title><body>
<main><h1>試験</h1><p id="said">まだ</p>
<form><label for="a">件名<span>※必須</span></label><input id="a"><label for="b">期限</label><input id="b" type="date"><label for="e">時刻</label><input id="e" type="datetime-local">
<label for="c">区分</label><select id="c"><option>一<option>二</select>
<input type="radio" name="r" id="f" value="先" checked><label for="f">先</label><input type="radio" name="r" id="g" value="次"><label for="g">次</label>
<input id="d" type="checkbox"><label for="d">同意する</label>
<button type="button" onclick="said.textContent = [a.value, b.value, e.value, c.value, g.checked ? '次' : '先', d.checked, innerWidth].join(' ')"><svg></svg>送る</button>
</form></main>"#;

/// The address before its page.
const BASE: &str = "data:text/html;charset=utf-8,";

#[tokio::test]
async fn what_a_person_does_is_done() {
    let browser = Browser::at(BASE, Window::NARROW).await;
    fills_the_form(&browser, 375).await;
    assert_eq!(browser.overflow().await, 0);
    browser.resize(1280, 900).await;
    browser.press("送る").await;
    browser.sees("次 true 1280").await;
}

#[tokio::test]
async fn the_keyboard_alone_does_it_too() {
    let browser = Browser::at(BASE, Window::WIDE.by_keyboard()).await;
    fills_the_form(&browser, 1280).await;
}

async fn fills_the_form(browser: &Browser, width: u32) {
    browser.open(PAGE).await;
    browser.fill("件名", "年末の窓口").await;
    browser.fill("期限", "2026-12-28").await;
    browser.fill("時刻", "2026-12-28T17:15").await;
    browser.choose("区分", "二").await;
    browser.tick("次").await;
    browser.tick("同意する").await;
    browser.press("送る").await;
    let all = "年末の窓口 2026-12-28 2026-12-28T17:15 二 次 true";
    browser.sees(&format!("{all} {width}")).await;
}

#[tokio::test]
#[should_panic(expected = "the tab key does not come to")]
async fn what_the_keyboard_does_not_come_to_is_noticed() {
    let browser = Browser::at(BASE, Window::WIDE.by_keyboard()).await;
    let unreachable = PAGE.replace("<button", "<button tabindex=\"-1\"");
    browser.open(&unreachable).await;
    browser.press("送る").await;
}

#[tokio::test]
async fn scripts_run_only_where_they_may() {
    let page = "<p>語:</p><script>document.body.append(navigator.language)</script>";
    let with = Browser::at(BASE, Window::WIDE).await;
    with.open(page).await;
    with.sees("語:\nja").await;
    let without = Browser::at(BASE, Window::WIDE.without_scripts()).await;
    without.open(page).await;
    assert_eq!(without.text().await, "語:");
}

#[tokio::test]
async fn barriers_are_found_and_nothing_else() {
    let browser = Browser::at(BASE, Window::WIDE).await;
    browser.open(PAGE).await;
    assert_eq!(browser.violations().await, []);
    browser.open(&PAGE.replace("for=\"a\"", "")).await;
    let found = browser.violations().await;
    let rules: Vec<&str> = found.iter().map(|it| it.rule.as_str()).collect();
    assert_eq!(rules, ["label"], "{found:?}");
}
