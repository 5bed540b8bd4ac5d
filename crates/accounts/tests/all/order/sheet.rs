//! Files of orders: encodings, headings, and where their faults are.

use encoding_rs::SHIFT_JIS;
use yakusho_accounts::order::{self, ActKind, Column, FaultKind, OrderFault, Row};

const FILE: &str = "発令種別,職員番号,氏名・名称,フリガナ,任用区分,所属コード,職名\n\
    採用,2001,髙﨑 ①子,ﾀｶｻｷ,正規職員,1020,主事\n\
    任命,1007,,,,1010,主事\n";

fn cells(row: &Row) -> Vec<(Column, &str)> {
    row.cells
        .iter()
        .map(|(column, text)| (*column, text.as_str()))
        .collect()
}

/// The rows of a file without faults of its own.
#[track_caller]
pub(super) fn whole(bytes: &[u8]) -> Vec<Row> {
    let (rows, faults) = order::read_csv(bytes);
    assert!(faults.is_empty(), "{faults:?}");
    rows
}

fn faults(bytes: &[u8]) -> Vec<OrderFault> {
    order::read_csv(bytes).1
}

#[test]
fn every_encoding_reads_the_same() {
    let (shift_jis, _, lossy) = SHIFT_JIS.encode(FILE);
    assert!(!lossy, "CP932 has every character of the file");
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(FILE.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let with_mark = format!("\u{FEFF}{FILE}");
    let crlf = FILE.replace('\n', "\r\n");
    let files: [(&str, &[u8]); 5] = [
        ("UTF-8", FILE.as_bytes()),
        ("UTF-8 with a mark", with_mark.as_bytes()),
        ("CP932", &shift_jis),
        ("UTF-16 with a mark", &utf16),
        ("line ends of Windows", crlf.as_bytes()),
    ];
    for (what, bytes) in files {
        let rows = whole(bytes);
        let lines: Vec<u32> = rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 3], "{what}");
        assert_eq!(
            cells(&rows[0]),
            [
                (Column::Kind, "採用"),
                (Column::Number, "2001"),
                (Column::Name, "髙﨑 ①子"),
                (Column::Kana, "ﾀｶｻｷ"),
                (Column::Class, "正規職員"),
                (Column::Unit, "1020"),
                (Column::Post, "主事"),
            ],
            "{what}"
        );
    }
}

#[test]
fn headings_stand_in_any_order_and_either_language() {
    let rows = whole("post,kind,職員番号\n\n主事,任命,1007\n,,\n".as_bytes());
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].line, 3);
    assert_eq!(
        cells(&rows[0]),
        [
            (Column::Kind, "任命"),
            (Column::Number, "1007"),
            (Column::Post, "主事")
        ]
    );
}

#[test]
fn a_cell_over_several_lines_does_not_shift_the_numbers() {
    let rows = whole("kind,note\n任命,\"a\nb, c\"\n退職,\n".as_bytes());
    assert_eq!(rows[0].cell(Column::Note), Some("a\nb, c"));
    assert_eq!((rows[0].line, rows[1].line), (2, 4));
}

#[test]
fn each_fault_of_a_file_has_its_place() {
    let whole = |kind| OrderFault {
        line: 0,
        column: None,
        kind,
    };
    let heading = |kind| OrderFault {
        line: 1,
        column: None,
        kind,
    };
    let no_kind = OrderFault {
        line: 1,
        column: Some(Column::Kind),
        kind: FaultKind::ColumnMissing,
    };
    let files = [
        ("", vec![whole(FaultKind::NoLines)]),
        ("kind,number\n", vec![whole(FaultKind::NoLines)]),
        ("number\n1\n", vec![no_kind]),
        (
            "kind,給料,kind\n退職\n",
            vec![
                heading(FaultKind::ColumnUnknown {
                    place: 2,
                    text: "給料".to_owned(),
                }),
                heading(FaultKind::ColumnTwice { place: 3 }),
            ],
        ),
        (
            "kind,number,note\n退職,\"10\n07\",\"a\nb\"\n",
            vec![OrderFault {
                line: 2,
                column: Some(Column::Number),
                kind: FaultKind::LineBreak,
            }],
        ),
        (
            "kind,number\n退職,1,2\n退職,3\n退職,1,2,3\n",
            vec![
                OrderFault {
                    line: 2,
                    column: None,
                    kind: FaultKind::CellsSurplus { max: 2 },
                },
                OrderFault {
                    line: 4,
                    column: None,
                    kind: FaultKind::CellsSurplus { max: 2 },
                },
            ],
        ),
    ];
    for (file, expected) in files {
        assert_eq!(faults(file.as_bytes()), expected, "{file:?}");
    }
}

#[test]
fn no_cell_of_an_export_is_run_and_all_read_back() {
    let file = "kind,name,note\n採用,=1+1,-5級\n";
    let rows = whole(file.as_bytes());
    let exported = order::export(&rows);
    let text = std::str::from_utf8(&exported).unwrap();
    assert!(text.contains(",'=1+1,") && text.contains("'-5級"), "{text}");
    assert_eq!(whole(&exported), rows);
}

#[test]
fn what_is_exported_is_read_again() {
    let rows = whole(FILE.as_bytes());
    assert_eq!(whole(&order::export(&rows)), rows);
    let template = whole(&order::template());
    assert_eq!(template.len(), ActKind::ALL.len());
    for (row, kind) in template.iter().zip(ActKind::ALL) {
        assert_eq!(row.cell(Column::Kind), Some(kind.label()));
    }
}

#[test]
fn a_line_that_cannot_be_read_hides_nothing_of_the_others() {
    let file = "kind,number\n退職,1010\n退職,1011,x\n退職,1012\n";
    let (rows, faults) = order::read_csv(file.as_bytes());
    let lines: Vec<u32> = rows.iter().map(|row| row.line).collect();
    assert!(lines.contains(&2) && lines.contains(&4), "{lines:?}");
    let of_file: Vec<u32> = faults.iter().map(|fault| fault.line).collect();
    assert_eq!(of_file, [3]);
    let found = order::Preview::default().of_file(faults);
    assert_eq!(found.faults.len(), 1);
}
