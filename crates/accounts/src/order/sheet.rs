//! Orders as CSV.

use yakusho_sheet::{Columns, Flaw, FlawKind, Line};

use super::{ActKind, Column, FaultKind, OrderFault, Row};

/// The most lines of an order.
const MOST_LINES: usize = 50_000;

/// Reads the rows of a file: a heading that names the columns in any order, then a line each. Every fault of the file
/// itself is found at once, beside the rows that can be read all the same; what their cells mean is seen by
/// [`super::dry_run`].
pub fn read_csv(bytes: &[u8]) -> (Vec<Row>, Vec<OrderFault>) {
    let (lines, flaws) = yakusho_sheet::read::<Column>(bytes, MOST_LINES);
    let rows = lines.into_iter().map(Row::from).collect();
    (rows, flaws.into_iter().map(OrderFault::from).collect())
}

impl From<Line<Column>> for Row {
    fn from(line: Line<Column>) -> Self {
        Self {
            line: line.number,
            cells: line.into_cells().collect(),
        }
    }
}

impl From<Flaw<Column>> for OrderFault {
    fn from(flaw: Flaw<Column>) -> Self {
        let kind = match flaw.kind {
            FlawKind::ColumnMissing => FaultKind::ColumnMissing,
            FlawKind::ColumnUnknown { place, text } => FaultKind::ColumnUnknown { place, text },
            FlawKind::ColumnTwice { place } => FaultKind::ColumnTwice { place },
            FlawKind::CellsSurplus { max } => FaultKind::CellsSurplus { max },
            FlawKind::LinesSurplus { max } => FaultKind::LinesSurplus { max },
            FlawKind::NoLines => FaultKind::NoLines,
            FlawKind::QuoteOpen => FaultKind::QuoteOpen,
            FlawKind::Unreadable => FaultKind::Unreadable,
            FlawKind::LineBreak => FaultKind::LineBreak,
        };
        Self {
            line: flaw.line,
            column: flaw.column,
            kind,
        }
    }
}

/// The rows as a CSV that [`read_csv`] reads.
pub fn export(rows: &[Row]) -> Vec<u8> {
    let rows = rows.iter().map(|row| {
        let columns = Column::ALL.iter();
        columns.map(|column| row.cell(*column).unwrap_or_default())
    });
    yakusho_sheet::table::<Column, _>(rows)
}

/// A CSV to fill in: the heading, and an example of each kind of line.
pub fn template() -> Vec<u8> {
    let rows: Vec<Row> = ActKind::ALL.into_iter().map(ActKind::example).collect();
    export(&rows)
}
