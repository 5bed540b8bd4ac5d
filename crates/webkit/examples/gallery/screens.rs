//! Whole pages, as the program shows them.

use maud::{Markup, html};
use time::macros::{date, datetime};
use yakusho_webkit::Lang;
use yakusho_webkit::page::{ErrorPage, NavGroup, NavItem, Page, Refusal, Shell, UserBox};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Attachment, Button, Card, Column, Form, Icon, Sort, Tab, Table, Tag, Tone, attachments,
    buttons, cards, day, link, moment, pager, progress, prose, section, short_day, short_moment,
    status_list, tabs,
};

yakusho_webkit::texts! {
    /// What the sample pages say.
    pub(crate) enum Text {
        City: "モデル市" / "Model City";
        Board: "掲示板" / "Bulletin board";
        Circulation: "回覧・報告" / "Circulation";
        Mail: "メール" / "Mail";
        Schedule: "スケジュール" / "Schedule";
        People: "職員名簿" / "People";
        Organisation: "組織" / "Organisation";
        Documents: "文書管理" / "Documents";
        Administration: "管理" / "Administration";
        Accounts: "アカウント" / "Accounts";
        Audit: "監査証跡" / "Audit trail";
        User: "佐藤 花子" / "Hanako Sato";
        Post: "総務課 総務係 主査" / "General Affairs, chief clerk";
        Acting: "総務課長の職務代理" / "the head of General Affairs";
        Security: "アカウントとセキュリティ" / "Account and security";
        Confirmations: "確認の必要な回覧" / "To confirm";
        NewPost: "新しく投稿" / "New post";
        Subject: "件名" / "Subject";
        Section: "発信" / "From";
        Date: "掲載日" / "Posted";
        Due: "期限" / "Due";
        State: "状況" / "State";
        Category: "分類" / "Category";
        YearEnd: "年末年始の窓口業務について" / "Counter hours over the New Year";
        Fire: "庁舎消防訓練(全職員)の実施" / "Fire drill for all staff";
        Password: "パスワードの変更について(情報システム利用規程第24条)" / "Changing your password (article 24)";
        Body: "年末年始の窓口業務は次のとおりとします。\n\n・12月28日(月) 通常どおり\n・12月29日(火)から1月3日(日) 閉庁\n・1月4日(月) 通常どおり\n\n戸籍の届出は、日直が受け付けます。詳しくは https://www.example.lg.jp/madoguchi をご覧ください。" / "Over the New Year the counters are open as follows.\n\n- Monday 28 December: as usual\n- Tuesday 29 December to Sunday 3 January: closed\n- Monday 4 January: as usual\n\nNotifications to the family register are taken by the duty officer. See https://www.example.lg.jp/madoguchi for more.";
        GeneralAffairs: "総務課" / "General Affairs";
        Disaster: "危機管理課" / "Crisis Management";
        Pin: "先頭に固定" / "Pin to top";
        ReadingState: "確認状況" / "Reading state";
        Id: "利用者ID" / "User ID";
        PasswordField: "パスワード" / "Password";
        SignInHelp: "システム管理者から通知されたIDを入力してください。" / "The ID that the administrator gave you.";
    }
}

pub(crate) fn shell(lang: Lang) -> Shell {
    let item = |href: &str, label: Text, icon, badge, current| NavItem {
        href: href.to_owned(),
        label: label.to(lang).into(),
        icon,
        badge,
        current,
    };
    Shell {
        lang,
        city: Text::City.to(lang).into(),
        version: "0.1.0".into(),
        here: "/boards".into(),
        today: date!(2026 - 11 - 24),
        csrf: "token".into(),
        user: Some(UserBox {
            name: Text::User.to(lang).into(),
            post: Text::Post.to(lang).into(),
            acting_for: None,
            menu: vec![("/account".into(), Text::Security.to(lang).into())],
        }),
        nav: vec![
            NavGroup {
                label: None,
                items: vec![
                    NavItem {
                        href: "/".into(),
                        label: Common::Home.to(lang).into(),
                        icon: Icon::Home,
                        badge: 0,
                        current: false,
                    },
                    item("/boards", Text::Board, Icon::Board, 12, true),
                    item(
                        "/circulations",
                        Text::Circulation,
                        Icon::Circulation,
                        3,
                        false,
                    ),
                    item("/mail", Text::Mail, Icon::Mail, 128, false),
                    item("/schedule", Text::Schedule, Icon::Calendar, 0, false),
                    item("/documents", Text::Documents, Icon::Folder, 0, false),
                    item("/people", Text::People, Icon::People, 0, false),
                    item(
                        "/organisation",
                        Text::Organisation,
                        Icon::Organisation,
                        0,
                        false,
                    ),
                ],
            },
            NavGroup {
                label: Some(Text::Administration.to(lang).into()),
                items: vec![
                    item("/accounts", Text::Accounts, Icon::Key, 0, false),
                    item("/audit", Text::Audit, Icon::Audit, 0, false),
                ],
            },
        ],
        unread: 4,
        notices: vec![],
        search: true,
        regulation: true,
        beside: Vec::new(),
    }
}

pub(crate) fn portal(lang: Lang) -> Markup {
    let mut shell = shell(lang);
    if let Some(user) = &mut shell.user {
        user.acting_for = Some(Text::Acting.to(lang).into());
    }
    let entry = |title: Text, due| {
        html! {
            li {
                (link("/circulations/1", title.to(lang))) br;
                span.meta { (Text::Due.to(lang)) ": " (short_day(lang, due)) }
            }
        }
    };
    let confirmations = Card::new(
        Text::Confirmations.to(lang),
        html! {
            ul {
                (entry(Text::Fire, date!(2026 - 11 - 24)))
                (entry(Text::YearEnd, date!(2026 - 11 - 30)))
                (entry(Text::Password, date!(2026 - 12 - 10)))
            }
        },
    );
    let board = Card::new(
        Text::Board.to(lang),
        html! {
            ul {
                (entry(Text::YearEnd, date!(2026 - 11 - 30)))
                (entry(Text::Fire, date!(2026 - 12 - 1)))
            }
        },
    );
    let schedule = Card::new(
        Text::Schedule.to(lang),
        html! { p { (Common::Nothing.to(lang)) } },
    );
    Page::new(&shell, Common::Home.to(lang)).meta(day(lang, date!(2026 - 11 - 21))).render(cards(html! {
        (confirmations.icon(Icon::Circulation).count(3).more("/circulations", Common::All.to(lang)))
        (board.icon(Icon::Board).count(12).more("/boards", Common::All.to(lang)))
        (schedule.icon(Icon::Calendar))
    }))
}

pub(crate) fn list(lang: Lang) -> Markup {
    let filter = Form::filter(lang, "/boards");
    let categories = [
        ("1", Text::GeneralAffairs.to(lang)),
        ("2", Text::Disaster.to(lang)),
    ];
    let table = Table::new(
        Text::Board.to(lang),
        [
            Column::new(Text::Subject.to(lang)),
            Column::new(Text::Section.to(lang)),
            Column::new(Text::Date.to(lang)).sort(Sort::Descending, "?sort=date"),
            Column::new(Text::ReadingState.to(lang)),
            Column::new(Text::State.to(lang)),
            Column::actions(Common::Edit.to(lang)),
        ],
    );
    let row = |title: &Text, section: Text, at, done, state: Tag| {
        let subject = title.to(lang);
        [
            link("/boards/1", &subject).into(),
            section.to(lang).into_owned().into(),
            short_moment(lang, at).into(),
            progress(lang, done, 300).into(),
            state.into(),
            html! { (Button::link("/boards/1/edit", Common::Edit.to(lang)).small().about(&*subject)) }
                .into(),
        ]
    };
    let new = row(
        &Text::YearEnd,
        Text::GeneralAffairs,
        datetime!(2026-11-20 9:05 +9),
        122,
        Tag::new(Tone::Info, Common::Unread.to(lang)),
    );
    let late = row(
        &Text::Fire,
        Text::Disaster,
        datetime!(2026-11-19 16:40 +9),
        287,
        Tag::new(Tone::Error, Common::Overdue.to(lang)),
    );
    let done = row(
        &Text::Password,
        Text::GeneralAffairs,
        datetime!(2026-11-2 8:31 +9),
        300,
        Tag::new(Tone::Success, Common::Confirmed.to(lang)),
    );
    Page::new(&shell(lang), Text::Board.to(lang))
        .crumb("/", Common::Home.to(lang))
        .notice(Alert::success(lang, Common::Posted.to(lang)))
        .actions(html! { (Button::link("/boards/new", Text::NewPost.to(lang)).primary().icon(Icon::Plus)) })
        .render(html! {
            (tabs(Text::Board.to(lang), [
                Tab::new("/boards", Common::All.to(lang)).count(58).current(true),
                Tab::new("/boards?unread", Common::Unread.to(lang)).count(12),
                Tab::new("/boards?draft", Common::Draft.to(lang)).count(1),
            ]))
            (filter.render(html! {
                (filter.search("q", Text::Subject.to(lang)))
                (filter.select("category", Text::Category.to(lang)).options(categories))
                (Button::submit(Common::Filter.to(lang)).icon(Icon::Filter))
            }))
            (table.unread_row(new).unread_row(late).row(done))
            (pager(lang, None, Some("/boards?after=x".into())))
        })
}

pub(crate) fn post(lang: Lang) -> Markup {
    let at = datetime!(2026-11-20 9:05 +9);
    let confirmed = || Tag::new(Tone::Success, Common::Confirmed.to(lang));
    let unconfirmed = Tag::new(Tone::Neutral, Common::Unconfirmed.to(lang));
    let files = [
        Attachment {
            name: "年末年始の窓口体制.pdf".into(),
            href: "/files/1".into(),
            bytes: 1_234_567,
            kind: "PDF".into(),
            doubt: None,
            sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        },
        Attachment {
            name: "当番表.xlsx".into(),
            href: "/files/2".into(),
            bytes: 34_100,
            kind: "Excel".into(),
            doubt: None,
            sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into(),
        },
    ];
    let comment = Form::post(lang, "/boards/1/comments", "token").prefix("comment");
    Page::new(&shell(lang), Text::YearEnd.to(lang))
        .crumb("/", Common::Home.to(lang))
        .crumb("/boards", Text::Board.to(lang))
        .tags(html! {
            (Tag::new(Tone::Warning, Common::Pinned.to(lang)))
            (Tag::new(Tone::Neutral, Text::GeneralAffairs.to(lang)))
        })
        .meta(html! { (Text::User.to(lang)) " (" (Text::Post.to(lang)) ") " (moment(lang, at)) })
        .actions(html! {
            (Button::link("/boards/1/edit", Common::Edit.to(lang)).icon(Icon::Edit))
            (Button::post("/boards/1/pin", "token", Text::Pin.to(lang)).icon(Icon::Pin))
            (Button::print(Common::Print.to(lang)))
        })
        .render(html! {
            (prose(&Text::Body.to(lang)))
            (attachments(lang, &files))
            (section(Text::ReadingState.to(lang), html! {
                (progress(lang, 2, 3))
                (status_list([
                    (html! { "菅原 健一" }, confirmed(), moment(lang, at)),
                    (html! { "高橋 美咲" }, confirmed(), moment(lang, at)),
                    (html! { "千葉 大輔" }, unconfirmed, html! {}),
                ]))
            }))
            (section(Common::Reply.to(lang), comment.render(html! {
                (comment.textarea("body", Common::Reply.to(lang)).required().rows(3).max_chars(2000))
                (buttons(html! { (Button::submit(Common::Send.to(lang)).primary()) }))
            })))
        })
}

pub(crate) fn sign_in(lang: Lang) -> Markup {
    let shell = Shell {
        user: None,
        ..shell(lang)
    };
    let form = Form::post(lang, "/sign-in", "token");
    Page::new(&shell, Common::SignIn.to(lang)).render(form.render(html! {
        (form.text("id", Text::Id.to(lang))
            .required()
            .autocomplete("username")
            .help(Text::SignInHelp.to(lang)))
        (form.password("password", Text::PasswordField.to(lang)).required())
        (buttons(html! { (Button::submit(Common::SignIn.to(lang)).primary()) }))
    }))
}

pub(crate) fn refused(lang: Lang) -> Markup {
    let shell = shell(lang);
    ErrorPage::new(&shell, 403, "01935b2e-7c1a")
        .refusal(Refusal {
            article: match lang {
                Lang::Ja => "モデル市情報システム管理規程 第15条第4項".into(),
                Lang::En => "Model City regulation, article 15 (4)".into(),
            },
            href: Some("/regulation/15-4".into()),
        })
        .render(&shell)
}
