//! The kinds of line, and what each asks for.

use time::Date;
use yakusho_kernel::EmploymentClass;
use yakusho_regulation::{SectionTag, UnitRank};

use super::{Column, Row};
use crate::staff::Status;

/// A kind of line. Every line takes effect at 00:00 of the day of the order; `until`, where it may stand, is the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActKind {
    /// 任命: appointed to a main post, in place of the one held. `number`, `unit`, `post`, perhaps `until`.
    Appoint,
    /// 兼務: appointed to a concurrent post. `number`, `unit`, `post`, perhaps `until`.
    Concurrent,
    /// 解任: the appointment to a post ends, main or concurrent. `number`, `unit`, `post`.
    Relieve,
    /// 採用: a new member of staff, or one who comes back after having left. `number`, `name`, `kana`, `class`, perhaps
    /// `unit` and `post` of the main post, and `until`.
    Join,
    /// 退職: no longer employed; every post ends. The last day of employment is the one before the order's. `number`.
    Leave,
    /// 区分変更: another employment class. `number`, `class`.
    Reclass,
    /// 休職: on leave of absence. `number`, perhaps `until`.
    LeaveOfAbsence,
    /// 育児休業: on childcare leave. `number`, perhaps `until`.
    ChildcareLeave,
    /// 出向: seconded elsewhere. `number`, perhaps `until`.
    Second,
    /// 復帰: back from leave or secondment. `number`.
    Return,
    /// 組織新設: a new unit. `unit` (its code), `name`, `rank`, perhaps `parent`, `position`, `tags`.
    FoundUnit,
    /// 組織改称: another name. `unit`, `name`.
    RenameUnit,
    /// 組織移管: another unit above; the top if `parent` is empty. `unit`, `parent`.
    MoveUnit,
    /// 組織統合: its posts, their holders and the units below go over to another; posts of a title that is there already
    /// become one with it; its head post is closed. `unit`, `parent` (the other).
    MergeUnit,
    /// 組織廃止: no more, with its posts. `unit`.
    CloseUnit,
    /// 職新設: a new post. `unit`, `post` (its title), `rank`, perhaps `head`, `position`.
    FoundPost,
    /// 職廃止: no more. `unit`, `post`.
    ClosePost,
}

impl ActKind {
    /// Every kind, in the order of the template. The order of the lines of a file does not matter: see `ActKind::turn`.
    pub const ALL: [Self; 17] = [
        Self::Appoint,
        Self::Concurrent,
        Self::Relieve,
        Self::Join,
        Self::Leave,
        Self::Reclass,
        Self::LeaveOfAbsence,
        Self::ChildcareLeave,
        Self::Second,
        Self::Return,
        Self::FoundUnit,
        Self::RenameUnit,
        Self::MoveUnit,
        Self::MergeUnit,
        Self::CloseUnit,
        Self::FoundPost,
        Self::ClosePost,
    ];

    /// The code in files and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Appoint => "appoint",
            Self::Concurrent => "concurrent",
            Self::Relieve => "relieve",
            Self::Join => "join",
            Self::Leave => "leave",
            Self::Reclass => "reclass",
            Self::LeaveOfAbsence => "leave_of_absence",
            Self::ChildcareLeave => "childcare_leave",
            Self::Second => "second",
            Self::Return => "return",
            Self::FoundUnit => "found_unit",
            Self::RenameUnit => "rename_unit",
            Self::MoveUnit => "move_unit",
            Self::MergeUnit => "merge_unit",
            Self::CloseUnit => "close_unit",
            Self::FoundPost => "found_post",
            Self::ClosePost => "close_post",
        }
    }

    /// The name in Japanese, as files may have it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Appoint => "任命",
            Self::Concurrent => "兼務",
            Self::Relieve => "解任",
            Self::Join => "採用",
            Self::Leave => "退職",
            Self::Reclass => "区分変更",
            Self::LeaveOfAbsence => "休職",
            Self::ChildcareLeave => "育児休業",
            Self::Second => "出向",
            Self::Return => "復帰",
            Self::FoundUnit => "組織新設",
            Self::RenameUnit => "組織改称",
            Self::MoveUnit => "組織移管",
            Self::MergeUnit => "組織統合",
            Self::CloseUnit => "組織廃止",
            Self::FoundPost => "職新設",
            Self::ClosePost => "職廃止",
        }
    }

    /// The kind that a cell names.
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| text == kind.code() || text == kind.label())
    }

    /// When among the lines of an order one of this kind is carried out: units and posts are there before people come,
    /// whoever leaves is relieved before, posts are free before others take them, and what closes does so when everybody
    /// has gone.
    pub(super) const fn turn(self) -> u8 {
        match self {
            Self::FoundUnit => 0,
            Self::RenameUnit | Self::MoveUnit => 1,
            Self::FoundPost => 2,
            Self::Join => 3,
            Self::Relieve => 4,
            Self::Reclass
            | Self::Leave
            | Self::LeaveOfAbsence
            | Self::ChildcareLeave
            | Self::Second
            | Self::Return => 5,
            Self::Appoint => 6,
            Self::Concurrent => 7,
            Self::MergeUnit => 8,
            Self::ClosePost | Self::CloseUnit => 9,
        }
    }

    /// A line of this kind as the template shows it.
    pub(super) fn example(self) -> Row {
        use Column::{
            Class, Head, Kana, Kind, Name, Number, Parent, Position, Post, Rank, Tags, Unit, Until,
        };
        let row = Row::default().with(Kind, self.label());
        let person = || row.clone().with(Number, "1234");
        let unit = || row.clone().with(Unit, "1020");
        match self {
            Self::Appoint | Self::Relieve => person().with(Unit, "1020").with(Post, "課長"),
            Self::Concurrent => person()
                .with(Unit, "1020")
                .with(Post, "主事")
                .with(Until, "令和9年3月31日"),
            Self::Join => row
                .clone()
                .with(Number, "2001")
                .with(Name, "山田 花子")
                .with(Kana, "ヤマダ ハナコ")
                .with(Class, "正規職員")
                .with(Unit, "1020")
                .with(Post, "主事"),
            Self::Leave | Self::Return => person(),
            Self::Reclass => person().with(Class, "正規職員"),
            Self::LeaveOfAbsence | Self::ChildcareLeave | Self::Second => {
                person().with(Until, "2027-03-31")
            }
            Self::FoundUnit => unit()
                .with(Name, "デジタル推進課")
                .with(Parent, "10")
                .with(Rank, "課")
                .with(Position, "20")
                .with(Tags, "個人情報"),
            Self::RenameUnit => unit().with(Name, "市民窓口課"),
            Self::MoveUnit | Self::MergeUnit => unit().with(Parent, "20"),
            Self::CloseUnit => unit(),
            Self::FoundPost => unit()
                .with(Post, "課長")
                .with(Rank, "5")
                .with(Head, "1")
                .with(Position, "1"),
            Self::ClosePost => unit().with(Post, "主査"),
        }
    }
}

/// A post as a line names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct PostName {
    /// The code of its unit.
    pub(super) unit: String,
    /// Its title.
    pub(super) title: String,
}

/// What a line names, whether or not it is there, and whatever else is wrong with the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// A staff number.
    pub(super) number: Option<String>,
    /// The code of a unit.
    pub(super) unit: Option<String>,
    /// The title of a post in that unit.
    pub(super) post: Option<String>,
    /// The code of the unit above, or of the one merged into.
    pub(super) parent: Option<String>,
}

/// A line, understood as far as it can be without the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The line in the file.
    pub(super) number: u32,
    /// Its kind, if it is one.
    pub(super) kind: Option<ActKind>,
    /// What it names.
    pub(super) named: Named,
    /// What it says; none where a cell without which it says nothing has a fault.
    pub(super) act: Option<LineAct>,
}

impl Line {
    /// When among the lines of an order this one is carried out; one of no known kind never is.
    pub(super) fn turn(&self) -> u8 {
        self.kind.map_or(u8::MAX, ActKind::turn)
    }
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LineAct {
    Appoint {
        number: String,
        post: PostName,
        main: bool,
        last: Option<Date>,
    },
    Relieve {
        number: String,
        post: PostName,
    },
    Join {
        number: String,
        name: String,
        kana: String,
        class: EmploymentClass,
        post: Option<PostName>,
        last: Option<Date>,
    },
    SetStatus {
        number: String,
        status: Status,
        last: Option<Date>,
    },
    Reclass {
        number: String,
        class: EmploymentClass,
    },
    FoundUnit {
        code: String,
        name: String,
        rank: UnitRank,
        parent: Option<String>,
        position: i32,
        tags: Vec<SectionTag>,
    },
    RenameUnit {
        code: String,
        name: String,
    },
    MoveUnit {
        code: String,
        parent: Option<String>,
    },
    MergeUnit {
        code: String,
        into: String,
    },
    CloseUnit {
        code: String,
    },
    FoundPost {
        post: PostName,
        rank: i16,
        head: bool,
        position: i32,
    },
    ClosePost {
        post: PostName,
    },
}
