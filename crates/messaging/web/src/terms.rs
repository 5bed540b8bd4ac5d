//! The words for what domains keep as codes: kinds of registration, kinds of proxy.

use std::borrow::Cow;

use yakusho_accounts::registration::Kind;
use yakusho_kernel::ProxyKind;
use yakusho_webkit::Lang;

yakusho_webkit::texts! {
    /// The words.
    enum Word {
        Constant: "恒常的に使用する情報" / "In constant use";
        Frequent: "使用頻度が高い情報" / "Used often";
        Shared: "共有性が高い情報" / "Worth sharing";
        Pressing: "緊急性又は重要性がある情報" / "Urgent or important";
        Approved: "管理者が特に必要と認めた情報" / "Found necessary by the administrator";

        ActingForPost: "職務代理" / "acting for the post";
        DecidingInPlace: "代決" / "deciding in place";
        Secretary: "秘書代行" / "secretary";
        SharedDuties: "職務の分担" / "shared duties";
    }
}

/// A kind of registration (nogata:8) in words.
pub(crate) fn kind(lang: Lang, kind: Kind) -> Cow<'static, str> {
    match kind {
        Kind::Constant => Word::Constant,
        Kind::Frequent => Word::Frequent,
        Kind::Shared => Word::Shared,
        Kind::Pressing => Word::Pressing,
        Kind::Approved => Word::Approved,
    }
    .to(lang)
}

/// A legal kind of acting for another in words.
pub(crate) fn proxy(lang: Lang, kind: ProxyKind) -> Cow<'static, str> {
    match kind {
        ProxyKind::ActingForPost => Word::ActingForPost,
        ProxyKind::DecidingInPlace => Word::DecidingInPlace,
        ProxyKind::Secretary => Word::Secretary,
        ProxyKind::SharedDuties => Word::SharedDuties,
    }
    .to(lang)
}
