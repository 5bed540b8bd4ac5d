//! Cells of files for spreadsheets, kept from being run as formulas.

use std::borrow::Cow;

/// The characters at whose sight a spreadsheet takes a cell for a formula, with those that it skips before one.
const STARTS_FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// What tells a spreadsheet that a cell is text.
const GUARD: char = '\'';

/// The cell as it is written: with a guard before what would be run.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    if would_run(cell) {
        Cow::Owned(format!("{GUARD}{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell as it was before it was [guarded], so that a file that was written reads back.
pub(crate) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(GUARD)
        .filter(|rest| would_run(rest))
        .unwrap_or(cell)
}

/// Guards before it do not count, so that a cell that somebody guarded by hand stays as it is, too.
fn would_run(cell: &str) -> bool {
    cell.trim_start_matches(GUARD).starts_with(STARTS_FORMULA)
}
