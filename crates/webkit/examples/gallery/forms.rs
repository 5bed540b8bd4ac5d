//! Every field, first as it comes, then with errors and what was typed.

use maud::{Markup, html};
use yakusho_webkit::Lang;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, Form, PeopleGroup, buttons, section};

use crate::screens::{Text, shell};

pub(crate) fn page(lang: Lang) -> Markup {
    let fresh = Form::post(lang, "/x", "token").multipart().prefix("fresh");
    let field = Text::Subject.to(lang).into_owned();
    let failed = Form::post(lang, "/x", "token")
        .multipart()
        .typed([
            ("subject", "長い件名".repeat(12)),
            ("body", String::new()),
            ("to", "u2".to_owned()),
        ])
        .errors([
            ("subject", Common::TooLong { field, max: 40 }.to(lang)),
            (
                "body",
                Common::Missing {
                    field: Text::YearEnd.to(lang).into(),
                }
                .to(lang),
            ),
            (
                "how",
                Common::NotChosen {
                    field: Text::Category.to(lang).into(),
                }
                .to(lang),
            ),
        ]);
    Page::new(&shell(lang), "Forms").render(html! {
        (section("Fresh", fresh.render(fields(&fresh, lang))))
        (section("With errors", failed.render(fields(&failed, lang))))
    })
}

fn fields(form: &Form, lang: Lang) -> Markup {
    let person =
        |id: &str, name: &str, kana: &str| Choice::new(id, name).detail("主事").keywords(kana);
    let general_affairs = [
        person("u1", "菅原 健一", "すがわら けんいち"),
        person("u2", "高橋 美咲", "たかはし みさき"),
        person("u3", "千葉 大輔", "ちば だいすけ"),
        person("u4", "佐々木 翔", "ささき しょう"),
    ];
    let disaster = [
        person("u5", "阿部 誠", "あべ まこと"),
        person("u6", "伊藤 由美", "いとう ゆみ"),
    ];
    html! {
        (form.text("subject", Text::Subject.to(lang)).required().max_chars(40))
        (form.textarea("body", Text::YearEnd.to(lang))
            .required()
            .help(Text::SignInHelp.to(lang))
            .max_chars(2000))
        (form.select("category", Text::Category.to(lang))
            .options([("1", Text::GeneralAffairs.to(lang))])
            .group(Text::Administration.to(lang), [("2", Text::Disaster.to(lang))])
            .value("2"))
        (form.radios("how", Text::State.to(lang)).required().options([
            Choice::new("all", Common::All.to(lang)).detail(Text::SignInHelp.to(lang)),
            Choice::new("unread", Common::Unread.to(lang)),
        ]))
        (form.checkboxes("flags", Text::Accounts.to(lang)).options([
            Choice::new("a", Text::Board.to(lang)),
            Choice::new("b", Text::Circulation.to(lang)),
            Choice::new("c", Text::Mail.to(lang)).disabled(),
        ]).values(["a"]))
        (form.checkbox("ask", Text::ReadingState.to(lang)).checked(true).help(Text::SignInHelp.to(lang)))
        (form.date("due", Text::Due.to(lang)).value("2026-11-30"))
        (form.datetime("from", Text::Date.to(lang)).required().value("2026-11-21T08:30"))
        (form.number("count", Common::All.to(lang)).value("30"))
        (form.password("new", Text::PasswordField.to(lang)).new_password().required())
        (form.files("files", Common::Attachments.to(lang), "50 MB"))
        (form.people("to", Text::People.to(lang)).required()
            .group(PeopleGroup::new("総務課", general_affairs).whole("s1"))
            .group(PeopleGroup::new("危機管理課", disaster).whole("s2")))
        (buttons(html! {
            (Button::submit(Common::Post.to(lang)).primary())
            (Button::submit(Common::SaveDraft.to(lang)).field("draft", "1"))
            (Button::link("/boards", Common::Cancel.to(lang)).tertiary())
        }))
    }
}
