//! Cells of files for spreadsheets, kept from being run as formulas.

use std::borrow::Cow;

/// The characters at whose sight a spreadsheet takes a cell for a formula.
const STARTS_FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Blanks that some spreadsheets skip without a word.
const SKIPPED: [char; 2] = ['\t', '\r'];

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

/// Guards and blanks before it do not count, so that a cell that somebody guarded by hand stays as it is, too.
fn would_run(cell: &str) -> bool {
    let rest = cell.trim_start_matches(|c: char| c == GUARD || c.is_whitespace());
    let before = &cell[..cell.len() - rest.len()];
    rest.starts_with(STARTS_FORMULA) || before.contains(SKIPPED)
}
