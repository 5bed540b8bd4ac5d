//! The columns of files of equipment, and what stands in them.

use yakusho_sheet::{Columns, SheetFault};

use super::model::{AssetKind, AssetState};

/// A column of a file of equipment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportColumn {
    /// The number: that of an entry changes it, another adds one.
    Number,
    /// What it is, by code or in Japanese.
    Kind,
    /// What it is called.
    Name,
    /// The code of the section.
    Section,
    /// Where it stands.
    Place,
    /// The name of the system.
    System,
    /// Where it is in its life, by code or in Japanese; in use where empty.
    State,
    /// What else there is to say.
    About,
}

impl Columns for ImportColumn {
    const ALL: &'static [Self] = &[
        Self::Number,
        Self::Kind,
        Self::Name,
        Self::Section,
        Self::Place,
        Self::System,
        Self::State,
        Self::About,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Section => "section",
            Self::Place => "place",
            Self::System => "system",
            Self::State => "state",
            Self::About => "about",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Number => "管理番号",
            Self::Kind => "種類",
            Self::Name => "名称",
            Self::Section => "所属コード",
            Self::Place => "設置場所",
            Self::System => "システム",
            Self::State => "状態",
            Self::About => "備考",
        }
    }

    fn is_required(self) -> bool {
        matches!(self, Self::Number | Self::Kind | Self::Name | Self::Section)
    }

    fn has_lines(self) -> bool {
        self == Self::About
    }
}

/// A line of a file of equipment.
pub(super) type Line = yakusho_sheet::Line<ImportColumn>;

/// What is wrong with a file of equipment, and where.
pub(super) type ImportFault = SheetFault<ImportColumn>;

/// What a kind is called in files.
pub(super) const fn kind_heading(kind: AssetKind) -> &'static str {
    match kind {
        AssetKind::Server => "サーバ",
        AssetKind::Peripheral => "周辺装置",
        AssetKind::Terminal => "端末装置",
        AssetKind::Printer => "印刷装置",
        AssetKind::Network => "配線・接続機器",
        AssetKind::Media => "媒体",
        AssetKind::Software => "ソフトウェア",
        AssetKind::Account => "アカウント",
    }
}

/// What a state is called in files.
pub(super) const fn state_heading(state: AssetState) -> &'static str {
    match state {
        AssetState::InUse => "使用中",
        AssetState::Stored => "保管中",
        AssetState::Disposed => "廃棄済み",
    }
}
