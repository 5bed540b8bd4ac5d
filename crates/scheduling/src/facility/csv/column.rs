//! The columns of a file of facilities.

use Column as C;

use yakusho_sheet::Columns;

/// A column of a file of facilities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the headings say what stands in each")]
pub enum Column {
    Code,
    Kind,
    Category,
    NameJa,
    NameEn,
    Place,
    Capacity,
    Units,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
    Holidays,
    WindowDays,
    LongestMinutes,
    BeforeMinutes,
    AfterMinutes,
    Position,
    Notes,
}

impl Columns for Column {
    const ALL: &'static [Self] = &[
        C::Code,
        C::Kind,
        C::Category,
        C::NameJa,
        C::NameEn,
        C::Place,
        C::Capacity,
        C::Units,
        C::Monday,
        C::Tuesday,
        C::Wednesday,
        C::Thursday,
        C::Friday,
        C::Saturday,
        C::Sunday,
        C::Holidays,
        C::WindowDays,
        C::LongestMinutes,
        C::BeforeMinutes,
        C::AfterMinutes,
        C::Position,
        C::Notes,
    ];

    fn code(self) -> &'static str {
        self.names().0
    }

    fn heading(self) -> &'static str {
        self.names().1
    }

    fn is_required(self) -> bool {
        matches!(self, C::Code | C::Kind | C::Category | C::NameJa)
    }

    fn has_lines(self) -> bool {
        self == C::Notes
    }
}

impl Column {
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            C::Code => ("code", "管理番号"),
            C::Kind => ("kind", "種別"),
            C::Category => ("category", "分類"),
            C::NameJa => ("name_ja", "名称"),
            C::NameEn => ("name_en", "英語名"),
            C::Place => ("place", "場所"),
            C::Capacity => ("capacity", "定員"),
            C::Units => ("units", "数量"),
            C::Monday => ("monday", "月"),
            C::Tuesday => ("tuesday", "火"),
            C::Wednesday => ("wednesday", "水"),
            C::Thursday => ("thursday", "木"),
            C::Friday => ("friday", "金"),
            C::Saturday => ("saturday", "土"),
            C::Sunday => ("sunday", "日"),
            C::Holidays => ("holidays", "休日"),
            C::WindowDays => ("window_days", "予約できる日数"),
            C::LongestMinutes => ("longest_minutes", "最長（分）"),
            C::BeforeMinutes => ("before_minutes", "準備（分）"),
            C::AfterMinutes => ("after_minutes", "片付け（分）"),
            C::Position => ("position", "表示順"),
            C::Notes => ("notes", "注意事項"),
        }
    }
}
