//! Kinds of proxy in words, for files.

use yakusho_kernel::ProxyKind;
use yakusho_regulation::Lang;

/// A kind of proxy in words; empty if there is none.
pub(crate) fn words(kind: Option<ProxyKind>, lang: Lang) -> String {
    let Some(kind) = kind else {
        return String::new();
    };
    let [ja, en] = match kind {
        ProxyKind::ActingForPost => ["職務代理", "acting for the post"],
        ProxyKind::DecidingInPlace => ["代決", "deciding in place"],
        ProxyKind::Secretary => ["秘書代行", "secretary"],
        ProxyKind::SharedDuties => ["分担", "shared duties"],
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
    .to_owned()
}
