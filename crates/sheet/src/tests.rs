//! Files as they come and go.

use encoding_rs::SHIFT_JIS;
use proptest::prelude::*;

use crate::guard::{guarded, unguarded};
use crate::{Columns, Flaw, FlawKind, Line, file, read, table, template};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Column {
    Name,
    Note,
}

impl Columns for Column {
    const ALL: &'static [Self] = &[Self::Name, Self::Note];

    fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Note => "note",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Name => "氏名",
            Self::Note => "備考",
        }
    }

    fn is_required(self) -> bool {
        self == Self::Name
    }

    fn has_lines(self) -> bool {
        self == Self::Note
    }
}

type Written = Vec<(u32, String, Option<String>)>;

fn lines(bytes: &[u8]) -> Written {
    let (lines, flaws) = read::<Column>(bytes, 10);
    assert_eq!(flaws, [], "{:?}", String::from_utf8_lossy(bytes));
    let cells = |line: &Line<Column>| {
        let cell = |column| line.cell(column).map(str::to_owned);
        let name = cell(Column::Name).unwrap_or_default();
        (line.number, name, cell(Column::Note))
    };
    lines.iter().map(cells).collect()
}

fn line(number: u32, name: &str, note: &str) -> (u32, String, Option<String>) {
    (number, name.to_owned(), Some(note.to_owned()))
}

#[test]
fn every_encoding_reads_the_same() {
    let text = "氏名,備考\n髙﨑 ①子,ﾀｶｻｷ\n";
    let (shift_jis, _, lossy) = SHIFT_JIS.encode(text);
    assert!(!lossy, "CP932 has every character of the file");
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let with_mark = format!("\u{FEFF}{text}");
    let windows = text.replace('\n', "\r\n");
    let files: [&[u8]; 5] = [
        text.as_bytes(),
        with_mark.as_bytes(),
        &shift_jis,
        &utf16,
        windows.as_bytes(),
    ];
    for bytes in files {
        assert_eq!(lines(bytes), [line(2, "髙﨑 ①子", "ﾀｶｻｷ")]);
    }
}

#[test]
fn columns_stand_in_any_order_by_heading_or_code_and_blank_lines_count() {
    let read = lines("note,氏名,\n\n x ,a\n,,\n\"1\n2\",b\n,c".as_bytes());
    let expected = [line(3, "a", "x"), line(5, "b", "1\n2"), line(7, "c", "")];
    assert_eq!(read, expected);
    assert_eq!(lines(b"name\na\n"), [(2, "a".to_owned(), None)]);
}

#[test]
fn each_flaw_has_its_place() {
    let flaw = |line, column, kind| Flaw { line, column, kind };
    let unknown = || FlawKind::ColumnUnknown {
        place: 2,
        text: "給料".to_owned(),
    };
    let surplus = || FlawKind::CellsSurplus { max: 2 };
    let files: [(&[u8], Vec<Flaw<Column>>); 10] = [
        (b"", vec![flaw(0, None, FlawKind::NoLines)]),
        (b"name,note\n,\n", vec![flaw(0, None, FlawKind::NoLines)]),
        (
            b"note\n1\n",
            vec![flaw(1, Some(Column::Name), FlawKind::ColumnMissing)],
        ),
        (
            "name,給料,name\na\n".as_bytes(),
            vec![
                flaw(1, None, unknown()),
                flaw(1, None, FlawKind::ColumnTwice { place: 3 }),
            ],
        ),
        (
            b"name,note\na,b,\na,b,c\na\na,b,c,d\n",
            vec![flaw(3, None, surplus()), flaw(5, None, surplus())],
        ),
        (
            b"name,note\na,b\nc,\xff\xfe\x81\n",
            vec![flaw(3, Some(Column::Note), FlawKind::Unreadable)],
        ),
        (
            b"name,note\na,b\nc,\"d\ne,f\n",
            vec![flaw(3, None, FlawKind::QuoteOpen)],
        ),
        (
            b"name,note\n\"a\nb\",\"c\nd\"\n\"e\n\",f\n",
            vec![flaw(2, Some(Column::Name), FlawKind::LineBreak)],
        ),
        (b"\"name\na\n", vec![flaw(1, None, FlawKind::QuoteOpen)]),
        (
            b"name\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n",
            vec![flaw(0, None, FlawKind::LinesSurplus { max: 10 })],
        ),
    ];
    for (bytes, expected) in files {
        let (_, flaws) = read::<Column>(bytes, 10);
        assert_eq!(flaws, expected, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_quotation_mark_within_a_cell_opens_nothing() {
    assert_eq!(
        lines(b"name,note\n5\" disk,\"a\"\"b\"\n"),
        [line(2, "5\" disk", "a\"b")]
    );
}

#[test]
fn what_is_right_is_read_beside_what_is_flawed() {
    let (lines, flaws) = read::<Column>(b"name,note\na,b,c\nd,e\n", 10);
    assert_eq!((lines.len(), flaws.len()), (1, 1));
    assert_eq!(lines[0].number, 3);
}

#[test]
fn a_column_that_is_not_known_hides_no_line() {
    let (lines, flaws) = read::<Column>("name,給料\na,1\n\"b\nc\",2\n".as_bytes(), 10);
    let kinds: Vec<u32> = flaws.iter().map(|flaw| flaw.line).collect();
    assert_eq!((lines.len(), kinds), (1, vec![1, 3]));
    assert_eq!(lines[0].cell(Column::Name), Some("a"));
}

#[test]
fn what_would_be_run_is_guarded_and_reads_back() {
    for (cell, written) in [
        ("=1+1", "'=1+1"),
        ("-1", "'-1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("1-1", "1-1"),
        ("'まで", "'まで"),
        ("", ""),
    ] {
        assert_eq!(guarded(cell), written);
        assert_eq!(unguarded(written), cell);
    }
}

#[test]
fn files_begin_with_a_mark_and_end_lines_as_windows_does() {
    let file = file(["氏名", "備考"], [["x\"y,z", "1\n2"], ["=1", ""]]);
    assert_eq!(
        String::from_utf8(file).unwrap(),
        "\u{feff}氏名,備考\r\n\"x\"\"y,z\",\"1\n2\"\r\n'=1,\r\n"
    );
    assert_eq!(template::<Column>(), "\u{feff}氏名,備考\r\n".as_bytes());
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read::<Column>(&bytes, 10);
    }

    #[test]
    fn what_is_written_reads_back(
        cells in proptest::collection::vec(("[ -~あ-ん＝\t]{1,6}", "[ -~あ-ん\n]{0,6}"), 1..5)
    ) {
        let written = cells.iter().map(|(name, note)| [name, note]);
        let expected = written.clone().map(|row| row.map(|cell| cell.trim().to_owned()));
        let expected: Vec<[String; 2]> = expected.filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        let (lines, flaws) = read::<Column>(&table::<Column, _>(written), 10);
        let cell = |line: &Line<Column>, column| line.cell(column).unwrap_or_default().to_owned();
        let read: Vec<[String; 2]> = lines.iter().map(|line| [Column::Name, Column::Note].map(|column| cell(line, column))).collect();
        prop_assert_eq!(flaws.len(), usize::from(expected.is_empty()));
        prop_assert_eq!(read, expected);
    }
}
