//! What an order is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{Event, PersonId, PostId, Timestamp, UnitId, typed_id};
use yakusho_sheet::Columns;

use super::fault::OrderFault;

typed_id! {
    /// A personnel order.
    pub struct OrderId = "order";
}

/// A column of an order: what stands in it depends on the kind of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 発令種別: the kind of line, by its code or its Japanese name; see [`super::ActKind`].
    Kind,
    /// 職員番号: the staff number, up to 20 characters.
    Number,
    /// 氏名・名称: the name of a new person or of a unit.
    Name,
    /// フリガナ: the reading of a new person's name, in kana.
    Kana,
    /// 任用区分: the employment class, by its code or its Japanese name.
    Class,
    /// 所属コード: the code of the unit that the line is about, or of the unit of the post.
    Unit,
    /// 職名: the title of the post in that unit.
    Post,
    /// 上位所属コード: the code of the unit above, or of the unit to be merged into.
    Parent,
    /// 級: the rank of a unit (部, 課, 係), or of a post (a number, 1 the highest).
    Rank,
    /// 長: whether the post is the head of its unit (1 or 0).
    Head,
    /// 表示順: the place among the neighbours, a whole number.
    Position,
    /// 標識: what a unit is marked with (個人情報).
    Tags,
    /// 終期: the last day on which the line holds; empty for no end. Any way of writing a day.
    Until,
    /// 備考: a note for people; it means nothing to the program.
    Note,
}

impl Columns for Column {
    const ALL: &'static [Self] = &[
        Self::Kind,
        Self::Number,
        Self::Name,
        Self::Kana,
        Self::Class,
        Self::Unit,
        Self::Post,
        Self::Parent,
        Self::Rank,
        Self::Head,
        Self::Position,
        Self::Tags,
        Self::Until,
        Self::Note,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Number => "number",
            Self::Name => "name",
            Self::Kana => "kana",
            Self::Class => "class",
            Self::Unit => "unit",
            Self::Post => "post",
            Self::Parent => "parent",
            Self::Rank => "rank",
            Self::Head => "head",
            Self::Position => "position",
            Self::Tags => "tags",
            Self::Until => "until",
            Self::Note => "note",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Kind => "発令種別",
            Self::Number => "職員番号",
            Self::Name => "氏名・名称",
            Self::Kana => "フリガナ",
            Self::Class => "任用区分",
            Self::Unit => "所属コード",
            Self::Post => "職名",
            Self::Parent => "上位所属コード",
            Self::Rank => "級",
            Self::Head => "長",
            Self::Position => "表示順",
            Self::Tags => "標識",
            Self::Until => "終期",
            Self::Note => "備考",
        }
    }

    fn is_required(self) -> bool {
        self == Self::Kind
    }

    fn has_lines(self) -> bool {
        self == Self::Note
    }
}

/// A line of an order as it was written, not yet understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The line in the file or on the form, from 1; a file's heading is line 1.
    pub line: u32,
    /// What stands in which column; empty cells are left out.
    pub cells: BTreeMap<Column, String>,
}

impl Row {
    /// What stands in a column, trimmed; none if it is empty.
    pub fn cell(&self, column: Column) -> Option<&str> {
        let text = self.cells.get(&column)?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The same row with a cell filled in.
    #[must_use]
    pub fn with(mut self, column: Column, text: impl Into<String>) -> Self {
        self.cells.insert(column, text.into());
        self
    }
}

/// An order to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderDraft {
    /// What it is called, e.g. 令和9年4月1日付人事異動.
    pub title: String,
    /// The day from which it holds.
    pub takes_effect_on: Date,
    /// Its lines.
    pub rows: Vec<Row>,
}

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// Being drawn up.
    Draft,
    /// To be carried out at 00:00 of its date.
    Scheduled,
    /// Carried out.
    Applied,
    /// Its lines no longer fitted at its date: nothing was changed.
    Failed,
    /// Given up before it was carried out.
    Withdrawn,
    /// Carried out, and undone.
    Undone,
}

yakusho_kernel::codes! {
    OrderState {
        Draft = "draft",
        Scheduled = "scheduled",
        Applied = "applied",
        Failed = "failed",
        Withdrawn = "withdrawn",
        Undone = "undone",
    }
}

impl OrderState {
    /// Whether the order may still be revised or withdrawn.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Scheduled | Self::Failed)
    }
}

/// An order without its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The order.
    pub id: OrderId,
    /// What it is called.
    pub title: String,
    /// The day from which it holds.
    pub takes_effect_on: Date,
    /// Where it stands.
    pub state: OrderState,
    /// How many lines it has.
    pub lines: i32,
    /// Why it failed, if it did; of a scheduled one, why it would.
    pub faults: Vec<OrderFault>,
    /// Counts the changes, so that two who change it at once are told.
    pub revision: i32,
    /// Who made it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Timestamp,
    /// When it was carried out.
    pub applied_at: Option<Timestamp>,
    /// When it was withdrawn or undone.
    pub ended_at: Option<Timestamp>,
    /// By whom.
    pub ended_by: Option<PersonId>,
}

/// That somebody has another main post, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Who.
    pub person: PersonId,
    /// The main post before.
    pub from: Option<PostId>,
    /// Its unit.
    pub from_unit: Option<UnitId>,
    /// The main post now.
    pub to: Option<PostId>,
    /// Its unit.
    pub to_unit: Option<UnitId>,
}

/// That an order was carried out, for those who look after what hangs on posts and people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderApplied {
    /// The order.
    pub order: OrderId,
    /// From which day.
    pub day: Date,
    /// Who has another main post.
    pub moved: Vec<Moved>,
    /// Who left.
    pub left: Vec<PersonId>,
    /// Who joined.
    pub joined: Vec<PersonId>,
    /// Units that are no more.
    pub closed_units: Vec<UnitId>,
    /// Those of them that were merged, each with the unit into which.
    #[serde(default)]
    pub merged_units: Vec<(UnitId, UnitId)>,
    /// Posts that are held by others than before, or by nobody.
    pub changed_posts: Vec<PostId>,
    /// Who came to which of these posts; those who held it before and after are not among them.
    #[serde(default)]
    pub came: Vec<(PostId, PersonId)>,
}

impl Event for OrderApplied {
    const KIND: &'static str = "accounts.order_applied";
}

/// That an order was undone: what it changed is as it was, told in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderUndone(pub OrderApplied);

impl Event for OrderUndone {
    const KIND: &'static str = "accounts.order_undone";
}

/// That scheduled orders may no longer fit what they rest on, or fit it again: the organisation, or what is scheduled
/// before them, is another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundShifted {}

impl Event for GroundShifted {
    const KIND: &'static str = "accounts.ground_shifted";
}
