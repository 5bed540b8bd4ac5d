//! What is announced to everybody.

use yakusho_kernel::{PersonId, Timestamp, typed_id};

typed_id! {
    /// Something that is announced to everybody.
    pub struct AnnouncementId = "announcement";
}

/// What an announcement brings with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnouncementKind {
    /// A notice to all, and nothing else.
    Notice,
    /// Maintenance during which everybody only reads.
    ReadOnly,
    /// Maintenance during which the administrator alone is let in, to read.
    Closed,
}

yakusho_kernel::codes! {
    AnnouncementKind {
        Notice = "notice",
        ReadOnly = "read_only",
        Closed = "closed",
    }
}

impl AnnouncementKind {
    /// Whether acts rest while it is on.
    pub const fn halts(self) -> bool {
        !matches!(self, Self::Notice)
    }
}

/// Something to be announced.
#[derive(Clone, Debug)]
pub struct NewAnnouncement {
    /// What it brings with it.
    pub kind: AnnouncementKind,
    /// What is said in Japanese; at most [`NewAnnouncement::LONGEST`] characters. Maintenance may say nothing more than
    /// that it is on.
    pub words_ja: String,
    /// The same in English; where it is empty, the Japanese is shown.
    pub words_en: String,
    /// From when on it is shown; none for at once.
    pub shown_from: Option<Timestamp>,
    /// When it begins; none for at once.
    pub starts_at: Option<Timestamp>,
    /// When it ends by itself; none for maintenance of which that is not known yet.
    pub ends_at: Option<Timestamp>,
}

impl NewAnnouncement {
    /// The most characters of what is said.
    pub const LONGEST: usize = 500;
}

/// Something announced to everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Its id.
    pub id: AnnouncementId,
    /// What it brings with it.
    pub kind: AnnouncementKind,
    /// What is said in Japanese.
    pub words_ja: String,
    /// What is said in English; empty if nothing was written.
    pub words_en: String,
    /// From when on it is shown.
    pub shown_from: Timestamp,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends by itself, if that is known.
    pub ends_at: Option<Timestamp>,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it.
    pub made_by: PersonId,
    /// When it was ended or called off by hand.
    pub ended_at: Option<Timestamp>,
}

/// Where an announcement stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnouncementState {
    /// It is to come, and shown to nobody yet.
    Planned,
    /// It is to come, and shown.
    Shown,
    /// It is on.
    On,
    /// It is over, or was called off.
    Over,
}

impl AnnouncementState {
    /// The code in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Shown => "shown",
            Self::On => "on",
            Self::Over => "over",
        }
    }
}

impl Announcement {
    /// Where it stands at that moment.
    pub fn state(&self, now: Timestamp) -> AnnouncementState {
        if self.ended_at.is_some() || self.ends_at.is_some_and(|end| end <= now) {
            AnnouncementState::Over
        } else if self.starts_at <= now {
            AnnouncementState::On
        } else if self.shown_from <= now {
            AnnouncementState::Shown
        } else {
            AnnouncementState::Planned
        }
    }

    /// Whether it stands above every page at that moment.
    pub fn is_shown(&self, now: Timestamp) -> bool {
        self.shown_from <= now && self.state(now) != AnnouncementState::Over
    }

    /// Whether acts rest because of it at that moment.
    pub fn halts(&self, now: Timestamp) -> bool {
        self.kind.halts() && self.state(now) == AnnouncementState::On
    }
}
