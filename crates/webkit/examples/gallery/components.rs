//! Components that the sample pages do not show.

use maud::{Markup, html};
use time::macros::datetime;
use yakusho_webkit::Lang;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Confirm, Empty, Form, Icon, Steps, Tag, Tone, TreeNode, Version, badge, buttons,
    definitions, diff, moment, progress, section, timeline, tree,
};

use crate::screens::{Text, shell};

pub(crate) fn page(lang: Lang) -> Markup {
    let version = |number, at, note: Option<&str>| Version {
        number,
        when: moment(lang, at),
        by: Text::User.to(lang).into(),
        note: note.map(Into::into),
        href: "#".into(),
    };
    let versions = [
        version(2, datetime!(2026-11-20 9:05 +9), Some("受付時間を訂正")),
        version(1, datetime!(2026-11-19 17:20 +9), None),
    ];
    let form = Form::post(lang, "#", "token").prefix("confirm");
    let confirm = Confirm::new(
        lang,
        form,
        Text::YearEnd.to(lang),
        Common::Delete.to(lang),
        "#",
    )
    .consequences(html! { p { (Common::InternalWords.to(lang)) } })
    .reason(500);
    Page::new(&shell(lang), "Components").render(html! {
        (section("Alert", html! {
            (Alert::info(lang, Text::Fire.to(lang)).body(html! { p { (Text::SignInHelp.to(lang)) } }))
            (Alert::success(lang, Common::Saved.to(lang)))
            (Alert::warning(lang, Common::UnavailableWords.to(lang)))
            (Alert::error(lang, Common::ConflictWords.to(lang)))
        }))
        (section("Button", buttons(html! {
            (Button::submit(Common::Save.to(lang)).primary())
            (Button::submit(Common::SaveDraft.to(lang)))
            (Button::link("#", Common::Cancel.to(lang)).tertiary())
            (Button::post("#", "token", Common::Delete.to(lang)).danger().icon(Icon::Trash))
            (Button::link("#", Common::Details.to(lang)).small())
            (Button::copy("9f86d081", Common::Copy.to(lang), Common::Copied.to(lang)))
        })))
        (section("Tag, badge, progress", html! {
            p.tags {
                (Tag::new(Tone::Neutral, Common::Unconfirmed.to(lang)))
                (Tag::new(Tone::Info, Common::Unread.to(lang)))
                (Tag::new(Tone::Success, Common::Confirmed.to(lang)))
                (Tag::new(Tone::Warning, Common::Pinned.to(lang)))
                (Tag::new(Tone::Error, Common::Overdue.to(lang)))
                (badge(3)) (badge(1200))
            }
            (progress(lang, 0, 300)) br;
            (progress(lang, 122, 300)) br;
            (progress(lang, 300, 300))
        }))
        (section("Definitions", definitions([
            (Text::Section.to(lang), html! { (Text::GeneralAffairs.to(lang)) }),
            (Text::Date.to(lang), moment(lang, datetime!(2026-11-20 9:05 +9))),
            (Text::State.to(lang), html! { (Tag::new(Tone::Success, Common::Confirmed.to(lang))) }),
        ])))
        (section("Steps", html! {
            (Steps::new(lang, [Common::Add.to(lang), Common::Compare.to(lang), Common::Apply.to(lang)], 1))
        }))
        (section("Tree", tree(lang, "Organisation", &[
            TreeNode::new("#", "総務部").open().children([
                TreeNode::new("#", "総務課").note(html! { "12人" }).open().children([
                    TreeNode::new("#", "総務係"),
                    TreeNode::new("#", "人事係"),
                ]),
                TreeNode::new("#", "危機管理課"),
            ]),
            TreeNode::new("#", "民生部").children([TreeNode::new("#", "健康推進課")]),
        ])))
        (section("Versions", timeline(lang, &versions)))
        (section("Difference", diff(lang, OLD, NEW)))
        (section("Empty", html! {
            (Empty::new(Icon::Circulation, Common::Nothing.to(lang))
                .advice(Text::SignInHelp.to(lang))
                .next(Button::link("#", Text::NewPost.to(lang)).primary().icon(Icon::Plus)))
        }))
        (confirm)
        (section("Icon", html! {
            p { @for icon in Icon::ALL { (icon) " " } }
        }))
    })
}

const OLD: &str = "年末年始の窓口業務は次のとおりとします。\n・12月28日(月) 通常どおり\n・12月29日(火)から1月3日(日) 閉庁\n戸籍の届出は、日直が受け付けます。\n問い合わせは総務課まで。\n以上\n";
const NEW: &str = "年末年始の窓口業務は次のとおりとします。\n・12月28日(月) 午後3時まで\n・12月29日(火)から1月3日(日) 閉庁\n戸籍の届出は、宿日直が受け付けます。\n問い合わせは総務課まで。\nなお、1月4日は年始式のため午前10時に開庁します。\n以上\n";
