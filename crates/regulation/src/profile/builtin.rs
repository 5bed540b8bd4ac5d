//! The profiles, texts and registers that are built in.

use crate::Register;

/// The ids of the built-in profiles.
pub(crate) const BUILTIN_IDS: [&str; 4] = ["model", "nogata", "shiroishi", "muko"];

const REGISTER: &str = include_str!("../../data/register.tsv");

/// The TOML of a built-in profile.
pub(super) fn profile(id: &str) -> Option<&'static str> {
    match id {
        "model" => Some(include_str!("../../profiles/model.toml")),
        "nogata" => Some(include_str!("../../profiles/nogata.toml")),
        "shiroishi" => Some(include_str!("../../profiles/shiroishi.toml")),
        "muko" => Some(include_str!("../../profiles/muko.toml")),
        _ => None,
    }
}

/// The built-in text of the regulation with this key.
pub(super) fn text(key: &str) -> Option<&'static str> {
    match key {
        "nogata" => Some(include_str!("../../data/texts/nogata.txt")),
        "shiroishi" => Some(include_str!("../../data/texts/shiroishi.txt")),
        "muko" => Some(include_str!("../../data/texts/muko.txt")),
        _ => None,
    }
}

impl Register {
    /// The clauses of the three built-in regulations.
    pub fn builtin() -> Self {
        Self::parse(REGISTER).0
    }
}
