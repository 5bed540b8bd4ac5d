//! The words for kinds of proxy.

use std::borrow::Cow;

use yakusho_kernel::ProxyKind;
use yakusho_webkit::Lang;

yakusho_webkit::texts! {
    /// The words.
    enum Word {
        ActingForPost: "職務代理" / "acting for the post";
        DecidingInPlace: "代決" / "deciding in place";
        Secretary: "秘書代行" / "secretary";
        SharedDuties: "職務の分担" / "shared duties";
    }
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
