//! What notices are about: the groups by which people choose how they are told.

use std::collections::HashMap;

/// What a notice is about, as far as its reader chooses how to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeGroup {
    /// Something is to be confirmed, approved or done by a day.
    Owed,
    /// The bulletin board.
    Board,
    /// Circulations and reports.
    Circulation,
    /// Schedule and bookings.
    Schedule,
    /// Documents.
    Documents,
    /// Procedures on prescribed forms, and the registers behind them.
    Forms,
    /// One's own ID, password and proxies.
    Security,
    /// Orders, accounts of others and what else administration is told.
    Administration,
}

crate::codes! {
    NoticeGroup {
        Owed = "owed",
        Board = "board",
        Circulation = "circulation",
        Schedule = "schedule",
        Documents = "documents",
        Forms = "forms",
        Security = "security",
        Administration = "administration",
    }
}

/// The groups of the kinds of notices that all domains of a program give.
#[derive(Clone, Debug, Default)]
pub struct NoticeGroups(HashMap<&'static str, NoticeGroup>);

impl NoticeGroups {
    /// The group of a kind; none for a kind of a later version.
    pub fn of(&self, kind: &str) -> Option<NoticeGroup> {
        self.0.get(kind).copied()
    }

    /// Every kind.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }
}

impl FromIterator<(&'static str, NoticeGroup)> for NoticeGroups {
    fn from_iter<I: IntoIterator<Item = (&'static str, NoticeGroup)>>(kinds: I) -> Self {
        Self(kinds.into_iter().collect())
    }
}

/// Declares kinds of notices, each with its code and its [`NoticeGroup`]: a constant for each, all of them as `ALL`, and
/// their groups as `GROUPS`.
#[macro_export]
macro_rules! notices {
    ($($(#[$doc:meta])+ $name:ident = $code:literal in $group:ident;)+) => {
        $($(#[$doc])+ pub const $name: &str = $code;)+

        /// Every kind.
        pub const ALL: [&str; [$($code),+].len()] = [$($code),+];

        /// What each kind is about.
        pub const GROUPS: [(&str, $crate::NoticeGroup); ALL.len()] =
            [$(($code, $crate::NoticeGroup::$group)),+];
    };
}
