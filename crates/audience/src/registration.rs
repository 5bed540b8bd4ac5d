//! Which kind of information something is (nogata:8), where the city asks for it.

use std::borrow::Cow;

use maud::{Markup, Render, html};
use yakusho_accounts::registration::Kind;
use yakusho_regulation::Rule;
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Lang, Reader, Visit};

const FIELD: &str = "registration";

yakusho_webkit::texts! {
    enum Text {
        Label: "情報の区分" / "Kind of information";
        Help: "規程により、登録する情報がどれに当たるかを選びます。" / "By the regulation, say which kind of information it is.";
        NameConstant: "恒常的に使用する情報" / "In constant use";
        NameFrequent: "使用頻度が高い情報" / "Used often";
        NameShared: "共有性が高い情報" / "Worth sharing";
        NamePressing: "緊急性又は重要性がある情報" / "Urgent or important";
        NameApproved: "管理者が特に必要と認めた情報" / "Found necessary by the administrator";
        Constant: "様式、名簿、内線番号など、いつも使うもの" / "Forms, lists, extension numbers: what is always in use";
        Frequent: "手引き、日程など、たびたび見るもの" / "Guides, timetables: what is looked at again and again";
        Shared: "お知らせ、会議の結果など、多くの職員に知らせるもの" / "News, results of meetings: what many should know";
        Pressing: "災害、事故、締切の迫ったものなど" / "Disasters, accidents, close deadlines";
        Approved: "上のどれにも当たらないもの。先に管理者の承認が必要です。" / "None of the above. The administrator must approve it first.";
    }
}

/// A kind in words.
pub fn name(lang: Lang, kind: Kind) -> Cow<'static, str> {
    match kind {
        Kind::Constant => Text::NameConstant,
        Kind::Frequent => Text::NameFrequent,
        Kind::Shared => Text::NameShared,
        Kind::Pressing => Text::NamePressing,
        Kind::Approved => Text::NameApproved,
    }
    .to(lang)
}

/// Whether this city asks for it.
pub fn is_asked(visit: &Visit) -> bool {
    let cx = &visit.cx;
    let rule = Rule::KindOfRegistration;
    cx.city().in_force(rule, cx.today()).is_some()
}

/// The field; nothing where the city does not ask for it. A template may leave it open.
pub fn field(visit: &Visit, form: &Form, chosen: Option<Kind>, required: bool) -> Markup {
    let lang = visit.lang;
    if !is_asked(visit) {
        return html! {};
    }
    let field = form
        .radios(FIELD, Text::Label.to(lang))
        .options(choices(lang))
        .values(chosen.map(Kind::code))
        .help(Text::Help.to(lang));
    if required {
        field.required().render()
    } else {
        field.render()
    }
}

/// The kinds, each with what it is for.
fn choices(lang: Lang) -> impl Iterator<Item = Choice> {
    Kind::ALL.into_iter().map(move |kind| {
        let help = match kind {
            Kind::Constant => Text::Constant,
            Kind::Frequent => Text::Frequent,
            Kind::Shared => Text::Shared,
            Kind::Pressing => Text::Pressing,
            Kind::Approved => Text::Approved,
        };
        Choice::new(kind.code(), name(lang, kind)).detail(help.to(lang))
    })
}

/// The kind that was chosen.
pub fn read(visit: &Visit, read: &mut Reader<'_>) -> Option<Kind> {
    let chosen = read.with(FIELD, Kind::from_code);
    chosen.filter(|_| is_asked(visit))
}
