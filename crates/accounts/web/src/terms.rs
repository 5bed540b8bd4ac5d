//! The words for what domains keep as codes: employment classes, where somebody is, kinds of proxy, ranks of units.

use std::borrow::Cow;

use yakusho_accounts::delegation::Duty;
use yakusho_accounts::staff::Status;
use yakusho_accounts::suspension::Breach;
use yakusho_kernel::{EmploymentClass, ProxyKind};
use yakusho_regulation::UnitRank;
use yakusho_webkit::ui::{Tag, Tone};
use yakusho_webkit::{Lang, Say};

yakusho_webkit::texts! {
    /// The words.
    enum Word {
        Mayor: "市長" / "Mayor";
        DeputyMayor: "副市長" / "Deputy mayor";
        Superintendent: "教育長" / "Superintendent of education";
        Regular: "正規職員" / "Regular staff";
        FixedTerm: "会計年度任用職員" / "Fixed-term staff";
        Dispatched: "派遣職員" / "Dispatched staff";
        Contractor: "委託先の従事者" / "Contractor's staff";

        Active: "在職" / "At work";
        Leave: "休職中" / "On leave";
        ChildcareLeave: "育児休業中" / "On childcare leave";
        Seconded: "出向中" / "Seconded";
        Left: "退職" / "Left";

        ActingForPost: "職務代理" / "Acting for the post";
        DecidingInPlace: "代決" / "Deciding in place";
        Secretary: "秘書代行" / "Secretary";
        SharedDuties: "職務の分担" / "Shared duties";

        Protection: "個人情報保護対策の総括" / "Overseeing the protection of personal information";
        Computing: "電子計算組織の管理運営の総括" / "Overseeing how computing is managed and run";
        Committee: "委員会の庶務" / "The affairs of the committee";
        CentralEquipment: "中央処理装置等の管理運営の総括" / "Overseeing the central equipment";
        Terminals: "端末装置の管理運営の総括" / "Overseeing the terminals";

        Tampering: "情報の改ざん、毀損、滅失または虚偽の情報の登録" / "Tampering with information, damaging or losing it, or registering what is false";
        Defamation: "特定の所属、職員または第三者の名誉を傷つけること" / "Harming the name of a section, a member of staff or somebody else";
        Misuse: "IDまたはパスワードの不正利用" / "Misusing an ID or a password";
        Leak: "パスワードの漏えい" / "Letting a password leak";
        Unlawful: "法令または公序良俗に反する利用" / "Use against the law or public order";
        Deletion: "恣意的な発言の削除" / "Deleting particular words at will";
        Hindrance: "その他、運用に支障を及ぼすこと" / "Hindering the running of the groupware otherwise";

        Department: "部" / "Department";
        Section: "課・室" / "Section";
        Unit: "係" / "Unit";
    }
}

/// An employment class in words.
pub(crate) fn class(lang: Lang, class: EmploymentClass) -> Cow<'static, str> {
    match class {
        EmploymentClass::Mayor => Word::Mayor,
        EmploymentClass::DeputyMayor => Word::DeputyMayor,
        EmploymentClass::Superintendent => Word::Superintendent,
        EmploymentClass::Regular => Word::Regular,
        EmploymentClass::FixedTerm => Word::FixedTerm,
        EmploymentClass::Dispatched => Word::Dispatched,
        EmploymentClass::Contractor => Word::Contractor,
    }
    .to(lang)
}

/// Whether somebody is here, in words.
pub(crate) fn status(lang: Lang, status: Status) -> Cow<'static, str> {
    match status {
        Status::Active => Word::Active,
        Status::Leave => Word::Leave,
        Status::ChildcareLeave => Word::ChildcareLeave,
        Status::Seconded => Word::Seconded,
        Status::Left => Word::Left,
    }
    .to(lang)
}

/// A tag for somebody who is not here; none for somebody at work.
pub(crate) fn away(lang: Lang, who: Status) -> Option<Tag> {
    let tone = match who {
        Status::Active => return None,
        Status::Leave | Status::ChildcareLeave | Status::Seconded => Tone::Warning,
        Status::Left => Tone::Neutral,
    };
    Some(Tag::new(tone, status(lang, who)))
}

/// A legal kind of acting for another in words.
pub(crate) fn proxy(lang: Lang, kind: ProxyKind) -> Cow<'static, str> {
    say_proxy(kind)(lang)
}

/// The same, to be said in a language that is not known yet.
pub(crate) fn say_proxy(kind: ProxyKind) -> Say {
    match kind {
        ProxyKind::ActingForPost => |lang| Word::ActingForPost.to(lang),
        ProxyKind::DecidingInPlace => |lang| Word::DecidingInPlace.to(lang),
        ProxyKind::Secretary => |lang| Word::Secretary.to(lang),
        ProxyKind::SharedDuties => |lang| Word::SharedDuties.to(lang),
    }
}

/// A duty of the general manager of computing in words.
pub(crate) fn duty(lang: Lang, duty: Duty) -> Cow<'static, str> {
    match duty {
        Duty::Protection => Word::Protection,
        Duty::Computing => Word::Computing,
        Duty::Committee => Word::Committee,
        Duty::CentralEquipment => Word::CentralEquipment,
        Duty::Terminals => Word::Terminals,
    }
    .to(lang)
}

/// What a suspended user did, in words.
pub(crate) fn breach(lang: Lang, breach: Breach) -> Cow<'static, str> {
    match breach {
        Breach::Tampering => Word::Tampering,
        Breach::Defamation => Word::Defamation,
        Breach::Misuse => Word::Misuse,
        Breach::Leak => Word::Leak,
        Breach::Unlawful => Word::Unlawful,
        Breach::Deletion => Word::Deletion,
        Breach::Hindrance => Word::Hindrance,
    }
    .to(lang)
}

/// The rank of a unit in words.
pub(crate) fn rank(lang: Lang, rank: UnitRank) -> Cow<'static, str> {
    match rank {
        UnitRank::Department => Word::Department,
        UnitRank::Section => Word::Section,
        UnitRank::Unit => Word::Unit,
    }
    .to(lang)
}
