//! The shell, in both languages, with and without somebody signed in.

use time::macros::date;

use super::*;
use crate::ui::CSRF_FIELD;

fn shell(lang: Lang) -> Shell {
    Shell {
        lang,
        city: "モデル市".into(),
        version: "1.2.3".into(),
        here: "/boards?q=a&b=\"c\"".into(),
        today: date!(2026 - 11 - 24),
        csrf: "token".into(),
        user: Some(UserBox {
            name: "佐藤 <花子>".into(),
            post: "総務課 主査".into(),
            acting_for: None,
            menu: vec![("/account".into(), "アカウント".into())],
        }),
        nav: vec![NavGroup {
            label: None,
            items: vec![NavItem {
                href: "/boards".into(),
                label: "掲示板".into(),
                icon: Icon::Board,
                badge: 3,
                current: true,
            }],
        }],
        unread: 4,
        notices: vec![],
        search: true,
        regulation: true,
        beside: Vec::new(),
    }
}

fn page(shell: &Shell) -> String {
    Page::new(shell, "掲示板 & 回覧")
        .crumb("/", "ホーム")
        .render(html! { p { "本文" } })
        .into_string()
}

#[test]
fn the_title_names_page_and_city_and_is_escaped() {
    let html = page(&shell(Lang::Ja));
    assert!(
        html.starts_with("<!DOCTYPE html><html lang=\"ja\">"),
        "{html}"
    );
    assert!(
        html.contains("<title>掲示板 &amp; 回覧 | モデル市 役所グループウェア</title>"),
        "{html}"
    );
    assert_eq!(html.matches("<h1>").count(), 1);
    assert!(html.contains("<h1>掲示板 &amp; 回覧</h1>"), "{html}");
    assert!(
        html.contains("佐藤 &lt;花子&gt;") && !html.contains("<花子>"),
        "{html}"
    );
    assert!(page(&shell(Lang::En)).contains("<html lang=\"en\">"));
}

#[test]
fn nothing_is_inline_and_everything_is_embedded() {
    let html = page(&shell(Lang::Ja));
    for banned in [" style=\"", "<style", " onclick=", "javascript:"] {
        assert!(!html.contains(banned), "{banned}");
    }
    for part in html.split("<script").skip(1) {
        assert!(
            part.starts_with(" type=\"module\" src=\"/assets/"),
            "{part}"
        );
    }
    let hashed = assets::url("");
    let mut links = 0;
    for rest in html.split(hashed.as_str()).skip(1) {
        let path = rest.split(['"', '#']).next().unwrap_or_default();
        assert!(assets::find(path).is_some(), "{path}");
        links += 1;
    }
    assert!(links >= 5, "style sheets, script, icons: {links}");
}

#[test]
fn the_change_of_language_comes_back_here() {
    let html = page(&shell(Lang::Ja));
    assert!(
        html.contains("name=\"back\" value=\"/boards?q=a&amp;b=&quot;c&quot;\""),
        "{html}"
    );
    assert!(
        html.contains("name=\"lang\" value=\"en\" lang=\"en\""),
        "{html}"
    );
    assert!(page(&shell(Lang::En)).contains("value=\"ja\" lang=\"ja\""));
}

#[test]
fn every_form_that_posts_carries_the_token() {
    let html = page(&shell(Lang::Ja));
    let token = format!("<input type=\"hidden\" name=\"{CSRF_FIELD}\" value=\"token\">");
    assert_eq!(
        html.matches("method=\"post\"").count(),
        2,
        "language and signing out"
    );
    assert_eq!(html.matches(&token).count(), 2);
}

#[test]
fn a_stranger_sees_no_navigation() {
    let stranger = Shell {
        user: None,
        ..shell(Lang::Ja)
    };
    let html = page(&stranger);
    for hidden in [
        "side-nav",
        "/notifications",
        "role=\"search\"",
        "user-menu",
        "/sign-out",
    ] {
        assert!(!html.contains(hidden), "{hidden}");
    }
    assert!(
        html.contains("class=\"signed-out\"") && html.contains("action=\"/language\""),
        "{html}"
    );
}

#[test]
fn what_waits_is_said_in_words_too() {
    let html = page(&shell(Lang::Ja));
    assert!(
        html.contains("<span class=\"visually-hidden\">未読4件</span>"),
        "{html}"
    );
    assert!(
        html.contains("<span class=\"visually-hidden\">3件</span>"),
        "{html}"
    );
    assert!(
        html.contains("<a href=\"/boards\" aria-current=\"page\">"),
        "{html}"
    );
    let quiet = Shell {
        unread: 0,
        ..shell(Lang::Ja)
    };
    assert!(!page(&quiet).contains("未読0件"));
}

#[test]
fn on_whose_behalf_one_acts_is_always_in_sight() {
    let mut shell = shell(Lang::Ja);
    assert!(!page(&shell).contains("として操作しています"));
    if let Some(user) = &mut shell.user {
        user.acting_for = Some("総務課長の職務代理".into());
    }
    assert!(page(&shell).contains("総務課長の職務代理として操作しています"));
}

#[test]
fn a_refusal_names_its_rule_and_the_request() {
    let shell = shell(Lang::Ja);
    let refusal = Refusal {
        article: "第15条第4項".into(),
        href: Some("/regulation/15-4".into()),
    };
    let html = ErrorPage::new(&shell, 403, "req-1")
        .refusal(refusal)
        .render(&shell)
        .into_string();
    assert!(
        html.contains("<a href=\"/regulation/15-4\">第15条第4項</a>"),
        "{html}"
    );
    assert!(html.contains("<code>req-1</code> (HTTP 403)"), "{html}");
    assert!(html.contains("この操作はできません"), "{html}");
}

#[test]
fn every_status_has_words_of_its_own_kind() {
    for lang in Lang::ALL {
        let shell = shell(lang);
        let title = |status| {
            let html = ErrorPage::new(&shell, status, "r")
                .render(&shell)
                .into_string();
            html.split("<h1>")
                .nth(1)
                .unwrap()
                .split("</h1>")
                .next()
                .unwrap()
                .to_owned()
        };
        let titles: Vec<String> = [400, 403, 404, 409, 413, 429, 500, 503].map(title).into();
        let mut different = titles.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), titles.len(), "{titles:?}");
        assert_eq!(title(418), title(400));
        assert_eq!(title(502), title(500));
    }
}

#[test]
fn a_print_says_of_which_town_hall_it_is_who_made_it_and_when() {
    let html = page(&shell(Lang::Ja));
    let head = html.split("<header class=\"print-only\">").nth(1).unwrap();
    let head = head.split("</header>").next().unwrap();
    for said in ["モデル市", "佐藤 &lt;花子&gt;", "令和8年", "11月24日"] {
        assert!(head.contains(said), "{said} in {head}");
    }
    assert!(!head.contains("/boards"), "{head}");
}
