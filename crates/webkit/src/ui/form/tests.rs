//! What holds of every field: its label, its errors, and what was typed.

use maud::{Markup, Render};

use super::*;
use crate::ui::Button;

fn form() -> Form {
    Form::post(Lang::Ja, "/boards", "token")
}

fn shown(field: impl Render) -> String {
    field.render().into_string()
}

/// Everything between the quotes of `name="…"`, in order.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    html.split(&start)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

fn every_field(form: &Form) -> Markup {
    let choices = [("a", "い"), ("b", "ろ")];
    html! {
        (form.text("text", "件名").required().max_chars(10).help("短く"))
        (form.number("number", "人数"))
        (form.search("search", "検索"))
        (form.password("password", "パスワード"))
        (form.textarea("textarea", "本文").max_chars(2000))
        (form.select("select", "分類").options(choices))
        (form.radios("radios", "順").options(choices))
        (form.checkboxes("checkboxes", "機能").options(choices))
        (form.checkbox("checkbox", "確認を求める").help("全員に"))
        (form.date("date", "期限"))
        (form.datetime("datetime", "日時"))
        (form.files("files", "添付", "50 MB"))
        (form.people("people", "宛先").group(PeopleGroup::new("総務課", choices).whole("s")))
    }
}

const NAMES: [&str; 13] = [
    "text",
    "number",
    "search",
    "password",
    "textarea",
    "select",
    "radios",
    "checkboxes",
    "checkbox",
    "date",
    "datetime",
    "files",
    "people",
];

#[test]
fn a_part_is_in_use_where_something_else_was_typed_or_is_wrong() {
    let unused = |name: &str| match name {
        "repeat" => Some("once"),
        "until" => Some(""),
        _ => None,
    };
    let typed = |values: &[(&str, &str)]| form().typed(values.iter().copied()).uses(unused);
    assert!(!form().uses(unused));
    assert!(!typed(&[
        ("repeat", "once"),
        ("until", " "),
        ("subject", "会議")
    ]));
    assert!(typed(&[("repeat", "weekly"), ("until", "")]));
    assert!(typed(&[("repeat", "once"), ("until", "tomorrow")]));
    assert!(!form().errors([("subject", "空です")]).uses(unused));
    assert!(
        form()
            .errors([("until", "日付ではありません")])
            .uses(unused)
    );
}

#[test]
fn every_label_leads_to_an_input_of_its_own() {
    let html = every_field(&form()).into_string();
    let ids = attributes(&html, "id");
    let labels: Vec<&str> = html
        .split("<label for=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(labels.len() >= NAMES.len());
    for label in labels {
        assert_eq!(ids.iter().filter(|id| **id == label).count(), 1, "{label}");
    }
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "an id comes twice");
}

#[test]
fn every_error_is_linked_tied_to_its_input_and_counted() {
    let failed = form().errors(NAMES.map(|name| (name, format!("{name}は誤り"))));
    let html = failed.render(every_field(&failed)).into_string();
    let ids = attributes(&html, "id");
    let described = attributes(&html, "aria-describedby").join(" ");
    assert!(html.contains("入力内容を確認してください(13件)"), "{html}");
    for name in NAMES {
        let error = format!("f-{name}-error");
        let (_, link) = html.split_once(&format!("<a href=\"#f-{name}\">")).unwrap();
        let (words, _) = link.split_once("</a>").unwrap();
        assert!(words.ends_with(&format!("{name}は誤り")), "{words}");
        assert!(ids.contains(&format!("f-{name}").as_str()), "{name}");
        assert!(ids.contains(&error.as_str()), "{name}");
        assert!(described.split(' ').any(|id| id == error), "{name}");
    }
    // A group says so by its fieldset; the others by themselves.
    assert_eq!(
        html.matches("aria-invalid=\"true\"").count(),
        NAMES.len() - 3
    );
}

#[test]
fn help_and_error_both_describe_the_input() {
    let html = shown(
        form()
            .errors([("a", "誤り")])
            .text("a", "件名")
            .help("短く"),
    );
    assert!(
        html.contains("aria-describedby=\"f-a-help f-a-error\""),
        "{html}"
    );
    let html = shown(form().text("a", "件名"));
    assert!(
        !html.contains("aria-describedby") && !html.contains("aria-invalid"),
        "{html}"
    );
}

#[test]
fn an_error_of_the_whole_form_has_no_link() {
    let failed = form().errors([("", "もう一度")]);
    let html = failed.render(html! {}).into_string();
    assert!(html.contains("<li>もう一度</li>"), "{html}");
}

#[test]
fn what_was_typed_is_kept() {
    let typed = [
        ("text", "\"><script>alert(1)</script>"),
        ("textarea", "\n一行目は空"),
        ("select", "b"),
        ("radios", "b"),
        ("checkboxes", "a"),
        ("checkboxes", "b"),
        ("date", "2026-11-30"),
        ("people", "s"),
    ];
    let html = every_field(&form().typed(typed)).into_string();
    assert!(
        html.contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""),
        "{html}"
    );
    assert!(!html.contains("<script>"), "{html}");
    assert!(html.contains(">\n\n一行目は空</textarea>"), "{html}");
    assert!(html.contains("<option value=\"b\" selected>"), "{html}");
    assert!(html.contains("令和8年11月30日(月)"), "{html}");
    assert!(
        html.contains("<details open>"),
        "a group with a choice in it is open: {html}"
    );
    assert_eq!(html.matches(" checked").count(), 4, "{html}");
}

#[test]
fn own_values_give_way_to_what_was_typed() {
    let field = |form: &Form| {
        let checkbox = form.checkbox("ask", "確認").checked(true).render();
        shown(form.text("a", "件名").value("はじめ")) + &checkbox.into_string()
    };
    let fresh = field(&form());
    assert!(
        fresh.contains("value=\"はじめ\"") && fresh.contains(" checked"),
        "{fresh}"
    );
    let emptied = field(&form().typed([("a", "")]));
    assert!(
        !emptied.contains("はじめ") && !emptied.contains(" checked"),
        "{emptied}"
    );
}

#[test]
fn a_password_is_never_sent_back() {
    let html = shown(
        form()
            .typed([("p", "himitsu-no-kotoba")])
            .password("password", "パスワード"),
    );
    assert!(!html.contains("himitsu"), "{html}");
}

#[test]
fn only_forms_that_change_something_carry_the_token() {
    let posted = form().render(html! {}).into_string();
    assert!(
        posted.contains("<input type=\"hidden\" name=\"csrf\" value=\"token\">"),
        "{posted}"
    );
    assert!(posted.contains("method=\"post\""), "{posted}");
    let asked = Form::filter(Lang::Ja, "/boards");
    let html = asked.render(asked.search("q", "検索")).into_string();
    assert!(
        html.contains("method=\"get\"") && !html.contains("csrf"),
        "{html}"
    );
    assert!(!html.contains("任意"), "a filter needs no markers: {html}");
    let single = shown(Button::post("/pin", "token", "固定").field("id", "<1>"));
    assert!(single.contains("name=\"csrf\" value=\"token\""), "{single}");
    assert!(
        single.contains("name=\"id\" value=\"&lt;1&gt;\""),
        "{single}"
    );
}

#[test]
fn required_and_optional_are_said_in_words() {
    assert!(shown(form().text("a", "件名").required()).contains("※必須"));
    assert!(shown(form().text("a", "件名")).contains("任意"));
    let english = Form::post(Lang::En, "/", "token");
    assert!(shown(english.text("a", "Subject").required()).contains("required"));
}

#[test]
fn what_was_left_open_is_said_with_what_else_is_wrong() {
    let filled = |errors: &[(&'static str, &'static str)]| {
        let form = form()
            .typed([("a", ""), ("b", "い"), ("day", "x")])
            .errors(errors.iter().copied());
        let fields = html! {
            (form.text("a", "件名").required())
            (form.text("b", "本文").required())
            (form.select("c", "分類").required())
            (form.text("d", "備考"))
            (form.files("e", "添付", "1 MB").required())
            (form.date("day", "期限").required())
        };
        form.render(fields).into_string()
    };
    let html = filled(&[("day", "期限がおかしい")]);
    assert!(html.contains("(3件)"), "{html}");
    assert!(
        html.contains("<a href=\"#f-a\">件名を入力してください。</a>"),
        "{html}"
    );
    assert!(
        html.contains("<a href=\"#f-c\">分類を選択してください。</a>"),
        "{html}"
    );
    assert_eq!(html.matches("aria-invalid").count(), 3, "{html}");
    let draft = form()
        .typed([("a", ""), ("b", "い")])
        .errors([("b", "長すぎる")]);
    let draft = draft.unfinished(true);
    let field = draft.text("a", "件名").required().render();
    let draft = draft.render(field).into_string();
    assert!(draft.contains("(1件)"), "{draft}");
    assert!(!draft.contains("件名を入力してください"), "{draft}");
    let searched = filled(&[]);
    assert!(
        !searched.contains("してください。"),
        "nothing was sent in yet: {searched}"
    );
}

#[test]
fn an_empty_option_comes_only_where_it_may_be_chosen() {
    let select = |required: bool, value: &str| {
        let form = form();
        let field = form.select("s", "分類").options([("1", "い")]).value(value);
        shown(if required { field.required() } else { field })
    };
    assert!(select(true, "").contains("<option value=\"\">選択してください</option>"));
    assert!(!select(true, "1").contains("value=\"\""));
    assert!(select(false, "1").contains("<option value=\"\">選択しない</option>"));
    // What always holds something need not say that it must.
    assert!(select(true, "").contains("必須"));
    assert!(!select(true, "1").contains("必須") && !select(true, "1").contains("任意"));
    let filter = Form::filter(Lang::Ja, "/");
    let all = shown(filter.select("s", "分類").options([("1", "い")]));
    assert!(all.contains("<option value=\"\">すべて</option>"));
}

#[test]
fn two_forms_on_a_page_do_not_share_ids() {
    let html = shown(form().prefix("comment").text("body", "返信"));
    assert!(
        html.contains("id=\"comment-body\"") && html.contains("name=\"body\""),
        "{html}"
    );
}

/// The form as it comes back when somebody else changed meanwhile what it is about.
fn changed_meanwhile(typed: [(&str, &str); 4]) -> Form {
    form().typed(typed).changed(true)
}

const TYPED: [(&str, &str); 4] = [
    ("revision", "3"),
    ("title", "健診の案内"),
    ("kind", "a"),
    ("body", "一行\r\n二行"),
];

#[test]
fn what_was_looked_at_first_stays_the_revision_until_the_box_is_ticked() {
    let fresh = form().revision(4).into_string();
    assert_eq!(attributes(&fresh, "value"), ["4"]);
    let again = form().typed(TYPED).revision(4).into_string();
    assert_eq!(attributes(&again, "value"), ["3"]);
    let asked = changed_meanwhile(TYPED).revision(4).into_string();
    assert_eq!(attributes(&asked, "type"), ["checkbox", "hidden"]);
    assert_eq!(attributes(&asked, "value"), ["4", "3"]);
    let same = changed_meanwhile(TYPED).revision(3).into_string();
    assert_eq!(attributes(&same, "type"), ["hidden"]);
}

#[test]
fn each_field_tells_what_somebody_else_changed() {
    let choices = [("a", "い"), ("b", "ろ")];
    let form = changed_meanwhile(TYPED);
    let title = shown(form.text("title", "件名").value("予防接種の案内"));
    assert!(title.contains("予防接種の案内") && title.contains("kept-now"));
    let kind = shown(form.select("kind", "分類").options(choices).value("b"));
    assert!(kind.contains("<p>ろ</p>"));
    let body = shown(form.textarea("body", "本文").value("一行\n二行"));
    assert!(!body.contains("kept-now"), "a line's end is no change");
    let reason = shown(form.text("reason", "理由"));
    assert!(!reason.contains("kept-now"), "holds nothing of its own");
    let ticked = shown(form.checkbox("asks", "確認を求める").checked(true));
    assert!(ticked.contains("<p>はい</p>"));
    let cleared = shown(form.text("title", "件名").value(""));
    assert!(cleared.contains("（入力なし）"));
}
