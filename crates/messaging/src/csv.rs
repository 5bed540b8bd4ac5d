//! Tables for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would run as a formula.

use csv::{Error, QuoteStyle, Terminator, WriterBuilder};
use yakusho_kernel::{Fault, ProxyKind, Timestamp, guarded};
use yakusho_regulation::Lang;

/// What Excel needs to see that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The file of these rows, the headings first.
pub(crate) fn table<const N: usize>(
    headings: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Vec<u8>, Fault> {
    written(headings, rows).map_err(Fault::internal)
}

fn written<const N: usize>(
    headings: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Vec<u8>, Error> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(headings)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// A point in time by the clock on the town hall's wall, e.g. `2026-11-20 09:05`; empty if there is none.
pub(crate) fn time(at: Option<Timestamp>) -> String {
    let Some(at) = at else {
        return String::new();
    };
    let local = at.local();
    format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
}

/// A kind of proxy in words; empty if there is none.
pub(crate) fn proxy(kind: Option<ProxyKind>, lang: Lang) -> String {
    let Some(kind) = kind else {
        return String::new();
    };
    let [ja, en] = match kind {
        ProxyKind::ActingForPost => ["職務代理", "acting for the post"],
        ProxyKind::DecidingInPlace => ["代決", "deciding in place"],
        ProxyKind::Secretary => ["秘書代行", "secretary"],
        ProxyKind::SharedDuties => ["分担", "shared duties"],
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file<const N: usize>(headings: [&str; N], rows: Vec<[&str; N]>) -> String {
        let rows = rows.into_iter().map(|row| row.map(str::to_owned));
        String::from_utf8(table(headings, rows).unwrap()).unwrap()
    }

    #[test]
    fn no_cell_starts_a_formula() {
        let cells = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "1-1"];
        assert_eq!(
            file(["氏名"], cells.map(|cell| [cell]).to_vec()),
            "\u{feff}\"氏名\"\r\n\"'=1+1\"\r\n\"'+1\"\r\n\"'-1\"\r\n\"'@SUM(A1)\"\r\n\"'＝1\"\r\n\"'\t=1\"\r\n\"1-1\"\r\n"
        );
    }

    #[test]
    fn quotes_commas_and_lines_stay_in_their_cell() {
        assert_eq!(
            file(["a", "b"], vec![["x\"y,z", "1\n2"]]),
            "\u{feff}\"a\",\"b\"\r\n\"x\"\"y,z\",\"1\n2\"\r\n"
        );
    }
}
