//! Files of equipment: their columns, and how lines are read and written.

use std::collections::HashMap;

use yakusho_accounts::order::{Lines, decode};
use yakusho_kernel::{Reason, guarded, unguarded};

use super::model::{AssetKind, AssetState};

/// The most lines of a file.
pub(super) const MOST_LINES: usize = 50_000;

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

impl ImportColumn {
    /// Every column, in the order of the template.
    pub const ALL: [Self; 8] = [
        Self::Number,
        Self::Kind,
        Self::Name,
        Self::Section,
        Self::Place,
        Self::System,
        Self::State,
        Self::About,
    ];

    /// The name in the API, which a heading may bear too.
    pub const fn code(self) -> &'static str {
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

    /// The heading in a file.
    pub const fn heading(self) -> &'static str {
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

    pub(super) fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        let named = |column: &Self| text == column.code() || text == column.heading();
        Self::ALL.into_iter().find(named)
    }
}

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

pub(super) const fn state_heading(state: AssetState) -> &'static str {
    match state {
        AssetState::InUse => "使用中",
        AssetState::Stored => "保管中",
        AssetState::Disposed => "廃棄済み",
    }
}

/// A fault of a file, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFault {
    /// The line, from 1; 0 if it is of the file as a whole.
    pub line: u32,
    /// The column, if it is of a cell.
    pub column: Option<ImportColumn>,
    /// What is wrong.
    pub reason: Reason,
}

/// A line as it is written.
pub(super) struct Line {
    pub(super) number: u32,
    cells: HashMap<ImportColumn, String>,
}

impl Line {
    pub(super) fn cell(&self, column: ImportColumn) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }

    pub(super) fn fault(&self, column: ImportColumn, reason: Reason) -> ImportFault {
        ImportFault {
            line: self.number,
            column: Some(column),
            reason,
        }
    }
}

/// The lines of a file, blank ones left out, and what is wrong with the file itself.
pub(super) fn read(file: &[u8]) -> (Vec<Line>, Vec<ImportFault>) {
    let whole = |line, reason| ImportFault {
        line,
        column: None,
        reason,
    };
    let text = decode(file);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records().flatten();
    let Some(heading) = records.next() else {
        return (Vec::new(), vec![whole(0, Reason::Required)]);
    };
    let columns: Vec<Option<ImportColumn>> = heading.iter().map(ImportColumn::named).collect();
    let mut faults = Vec::new();
    for column in [
        ImportColumn::Number,
        ImportColumn::Kind,
        ImportColumn::Name,
        ImportColumn::Section,
    ] {
        if !columns.contains(&Some(column)) {
            faults.push(ImportFault {
                column: Some(column),
                ..whole(1, Reason::Code("column_missing"))
            });
        }
    }
    let unknown = |(text, column): (&str, &Option<_>)| column.is_none() && !text.trim().is_empty();
    if heading.iter().zip(&columns).any(unknown) {
        faults.push(whole(1, Reason::Code("column_unknown")));
    }
    if !faults.is_empty() {
        return (Vec::new(), faults);
    }
    let mut lines = Vec::new();
    let mut count = Lines::new(&text);
    for record in records {
        let number = count.of(&record);
        if record.len() > columns.len() {
            faults.push(whole(number, Reason::TooMany { max: columns.len() }));
        }
        let cells: HashMap<ImportColumn, String> = columns
            .iter()
            .zip(&record)
            .filter_map(|(column, text)| Some(((*column)?, unguarded(text.trim()).to_owned())))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        if cells.values().any(|text| text.contains('\u{FFFD}')) {
            faults.push(whole(number, Reason::Code("unreadable")));
        } else if !cells.is_empty() {
            lines.push(Line { number, cells });
        }
    }
    if lines.len() > MOST_LINES {
        faults.push(whole(0, Reason::TooMany { max: MOST_LINES }));
        lines.clear();
    } else if lines.is_empty() && faults.is_empty() {
        faults.push(whole(0, Reason::Required));
    }
    (lines, faults)
}

pub(super) fn write(rows: &[[String; 8]]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    // Writing to memory cannot fail.
    let _ = writer.write_record(ImportColumn::ALL.map(ImportColumn::heading));
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}
