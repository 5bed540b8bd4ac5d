//! The words for what pledges say in codes: duties, conflicts, acts, things and facts.

use yakusho_compliance::pledge::{PledgeKind, notices};
use yakusho_kernel::NoticeRow;
use yakusho_webkit::{Lang, Tell, Told, Words};

use super::{PLEDGES, kind};

yakusho_webkit::texts! {
    enum Text {
        ToGive { what: String }: "{what}をする" / "Give the {what}";
        BeforeLeaving: "退任の前に、秘密保持の誓約をする" / "Pledge secrecy before you leave";
        NotInForce: "誓約文が新しくなりました。新しい版で誓約してください。" / "There is another version now. Pledge that one.";
        AlreadyGiven: "この誓約は、すでに受け付けています。" / "You gave this pledge already.";
        NotLeaving: "退任の予定がないため、この誓約はできません。" / "You are not about to leave.";
    }
}

/// What each kind of duty says.
const TELLS: [(&str, Tell); 2] = [
    (notices::TO_GIVE, |notice, lang| {
        told(
            &Text::ToGive {
                what: what(notice, lang),
            },
            lang,
        )
    }),
    (notices::BEFORE_LEAVING, |_, lang| {
        told(&Text::BeforeLeaving, lang)
    }),
];

/// What is to be pledged, as it stands within a sentence.
fn what(notice: &NoticeRow, lang: Lang) -> String {
    let of = PledgeKind::from_code(&notice.text("kind"));
    let mut what = of.map(|of| kind(lang, of)).unwrap_or_default();
    if let Some(first) = what.get_mut(0..1) {
        first.make_ascii_lowercase();
    }
    what
}

fn told(text: &Text, lang: Lang) -> Told {
    Told::of(text.to(lang), PLEDGES)
}

/// The words of every code of pledges.
pub(crate) fn words() -> Words {
    Words::default()
        .notices(TELLS)
        .code("pledge_not_in_force", |lang| Text::NotInForce.to(lang))
        .code("pledge_given", |lang| Text::AlreadyGiven.to(lang))
        .code("pledge_not_leaving", |lang| Text::NotLeaving.to(lang))
        .acts([
            ("pledge.", ("誓約", "Pledges")),
            ("pledge.publish", ("誓約文の制定", "Text of a pledge set")),
            ("pledge.give", ("誓約", "Pledge given")),
        ])
        .page("compliance.pledge_text", |_| PLEDGES.to_owned())
        .things([
            ("compliance.pledge_text", ("誓約文", "Text of a pledge")),
            ("compliance.pledge", ("誓約", "Pledge")),
        ])
        .facts([
            ("occasion", ("時期", "Occasion")),
            ("sha256", ("ハッシュ値", "Hash")),
        ])
}
