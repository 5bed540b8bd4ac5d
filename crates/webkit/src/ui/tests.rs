//! Components that stand by themselves: what they say beyond how they look.

use maud::{Render, html};

use super::*;
use crate::Lang;

fn shown(component: impl Render) -> String {
    component.render().into_string()
}

fn table() -> Table<3> {
    let columns = [
        Column::new("件名").sort(Sort::Descending, "?sort=subject"),
        Column::number("確認"),
        Column::actions("操作"),
    ];
    Table::new("掲示の一覧", columns)
}

#[test]
fn a_table_names_its_columns_and_its_rows() {
    let html = shown(table().row([link("/boards/1", "<窓口>").into(), "12".into(), "".into()]));
    assert!(
        html.contains("<caption class=\"visually-hidden\">掲示の一覧</caption>"),
        "{html}"
    );
    assert!(
        html.contains("scope=\"col\" aria-sort=\"descending\"><a href=\"?sort=subject\">件名"),
        "{html}"
    );
    assert!(
        html.contains(
            "<th role=\"rowheader\" scope=\"row\"><a href=\"/boards/1\">&lt;窓口&gt;</a></th>"
        ),
        "{html}"
    );
    assert!(
        html.contains("<td class=\"number\" role=\"cell\" data-label=\"確認\">12</td>"),
        "{html}"
    );
    assert!(
        html.contains("<td class=\"acts\" role=\"cell\">"),
        "buttons need no label: {html}"
    );
    assert!(
        html.contains("<span class=\"visually-hidden\">操作</span>"),
        "{html}"
    );
}

#[test]
fn a_table_without_rows_says_what_to_do() {
    let empty =
        Empty::new(Icon::Board, "掲示はありません").next(Button::link("/boards/new", "投稿"));
    let html = shown(table().empty(empty.clone()));
    assert!(
        !html.contains("<table") && html.contains("href=\"/boards/new\""),
        "{html}"
    );
    let html = shown(
        table()
            .empty(empty)
            .row(["a".into(), "1".into(), "".into()]),
    );
    assert!(
        html.contains("<table") && !html.contains("掲示はありません"),
        "{html}"
    );
}

#[test]
fn alerts_say_their_kind_in_words_and_interrupt_only_when_they_must() {
    let cases = [
        (Alert::info(Lang::Ja, "x"), "status", "お知らせ"),
        (Alert::success(Lang::Ja, "x"), "status", "完了"),
        (Alert::warning(Lang::Ja, "x"), "alert", "注意"),
        (Alert::error(Lang::Ja, "x"), "alert", "エラー"),
    ];
    for (alert, role, word) in cases {
        let html = shown(alert);
        assert!(html.contains(&format!("role=\"{role}\"")), "{html}");
        assert!(
            html.contains(&format!("<span class=\"visually-hidden\">{word}: </span>")),
            "{html}"
        );
    }
}

#[test]
fn a_destructive_act_asks_and_offers_the_way_back() {
    let form = Form::post(Lang::Ja, "/boards/1/delete", "token");
    let confirm =
        Confirm::new(Lang::Ja, form, "投稿を削除しますか", "削除", "/boards/1").reason(500);
    let html = shown(confirm);
    assert!(
        html.contains("action=\"/boards/1/delete\" method=\"post\""),
        "{html}"
    );
    assert!(
        html.contains("<textarea class=\"input\" id=\"f-reason\" name=\"reason\""),
        "{html}"
    );
    assert!(html.contains("class=\"button danger\""), "{html}");
    assert!(html.contains("href=\"/boards/1\""), "{html}");
}

#[test]
fn the_present_step_tab_and_page_are_told_to_screen_readers() {
    let steps = shown(Steps::new(Lang::Ja, ["入力", "確認", "適用"], 1));
    assert_eq!(steps.matches("aria-current=\"step\"").count(), 1);
    assert!(
        steps.contains("<li class=\"current\" aria-current=\"step\">"),
        "{steps}"
    );
    assert!(steps.contains("3ステップ中2"), "{steps}");
    let all = shown(Steps::new(Lang::Ja, ["入力", "確認"], 2));
    assert!(
        !all.contains("aria-current") && all.matches("class=\"done\"").count() == 2,
        "{all}"
    );
    let tabs = shown(tabs(
        "表示",
        [
            Tab::new("/a", "すべて").current(true),
            Tab::new("/b", "未読"),
        ],
    ));
    assert!(
        tabs.contains("<a href=\"/a\" aria-current=\"page\">"),
        "{tabs}"
    );
    assert_eq!(tabs.matches("aria-current").count(), 1);
}

#[test]
fn paging_appears_only_where_there_is_more() {
    assert_eq!(shown(pager(Lang::Ja, None, None)), "");
    let next = shown(pager(Lang::Ja, None, Some("?after=a&n=1".into())));
    assert!(
        next.contains("href=\"?after=a&amp;n=1\" rel=\"next\""),
        "{next}"
    );
    assert!(!next.contains("最初のページ"), "{next}");
}

#[test]
fn a_branch_opens_by_a_control_that_holds_no_link() {
    let nodes = [TreeNode::new("/s/1", "総務部").children([TreeNode::new("/s/2", "総務課")])];
    let html = shown(tree(Lang::Ja, "組織", &nodes));
    let summary = html
        .split("<summary")
        .nth(1)
        .unwrap()
        .split("</summary>")
        .next()
        .unwrap();
    assert!(
        summary.contains("aria-label=\"総務部の下位\"") && !summary.contains("<a "),
        "{html}"
    );
    assert_eq!(
        html.matches("<details").count(),
        1,
        "a leaf has nothing to open"
    );
}

#[test]
fn attachments_are_downloaded_under_their_names() {
    let file = Attachment {
        name: "体制\"図\".pdf".into(),
        href: "/files/1".into(),
        bytes: 1_234_567,
        kind: "PDF".into(),
        doubt: None,
        sha256: "9f86".into(),
    };
    let html = shown(attachments(Lang::Ja, &[file]));
    assert!(
        html.contains("download=\"体制&quot;図&quot;.pdf\""),
        "{html}"
    );
    assert!(
        html.contains("PDF, 1.1 MB") && html.contains("<code>9f86</code>"),
        "{html}"
    );
    assert_eq!(shown(attachments(Lang::Ja, &[])), "");
}

#[test]
fn a_button_in_a_row_says_what_it_acts_on() {
    let html = shown(
        Button::link("/boards/1/edit", "編集")
            .small()
            .about("窓口業務"),
    );
    assert!(
        html.contains("編集<span class=\"visually-hidden\"> 窓口業務</span>"),
        "{html}"
    );
    assert!(html.contains("class=\"button secondary small\""), "{html}");
}

#[test]
fn what_needs_a_script_is_hidden_without_one() {
    for button in [
        Button::print("印刷"),
        Button::copy("9f86", "コピー", "コピーしました"),
    ] {
        assert!(shown(button).contains("type=\"button\" hidden"));
    }
    let form = Form::post(Lang::Ja, "/", "token");
    let html = shown(html! {
        (form.password("password", "パスワード"))
        (form.people("to", "宛先").group(PeopleGroup::new("総務課", [("u1", "菅原")])))
    });
    assert!(
        html.contains("type=\"button\" hidden data-show-password"),
        "{html}"
    );
    assert!(
        html.contains("<div class=\"people-filter\" hidden>"),
        "{html}"
    );
}
