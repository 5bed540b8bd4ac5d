//! Excel workbooks: the names of their sheets, and what stands in the cells. Days and times are left out: as they are
//! kept, they are not as they are shown.

use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Reader as _, SheetType, Xls, XlsError, Xlsx, XlsxError, open_workbook_from_rs,
};

use crate::{MOST_TEXT, NoText};

/// Those since 2007, cell by cell: the last cell of an empty sheet can be its millionth.
pub(crate) fn text(bytes: &[u8]) -> Result<String, NoText> {
    let broken = |error: XlsxError| match error {
        XlsxError::Password => NoText::Locked,
        _ => NoText::Broken,
    };
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(broken)?;
    let mut text = String::new();
    let sheets = workbook.sheets_metadata().to_vec();
    for sheet in sheets {
        let _ = writeln!(text, "{}\n", sheet.name);
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let mut cells = workbook
            .worksheet_cells_reader(&sheet.name)
            .map_err(broken)?;
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            match cell.get_value() {
                DataRef::String(said) => add(&mut text, said),
                DataRef::SharedString(said) => add(&mut text, said),
                DataRef::Int(number) => add(&mut text, number),
                DataRef::Float(number) => add(&mut text, number),
                _ => {}
            }
            if text.len() > MOST_TEXT {
                return Ok(text);
            }
        }
    }
    Ok(text)
}

/// Those before.
pub(crate) fn old_text(bytes: &[u8]) -> Result<String, NoText> {
    let broken = |error: XlsError| match error {
        XlsError::Password => NoText::Locked,
        _ => NoText::Broken,
    };
    let mut workbook: Xls<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(broken)?;
    let mut text = String::new();
    for (name, range) in workbook.worksheets() {
        let _ = writeln!(text, "{name}\n");
        for (_, _, value) in range.used_cells() {
            match value {
                Data::String(said) => add(&mut text, said),
                Data::Int(number) => add(&mut text, number),
                Data::Float(number) => add(&mut text, number),
                _ => {}
            }
            if text.len() > MOST_TEXT {
                return Ok(text);
            }
        }
    }
    Ok(text)
}

/// Each cell is a paragraph of its own: what stands in the next is no part of its last word.
fn add(text: &mut String, said: impl std::fmt::Display) {
    let _ = writeln!(text, "{said}\n");
}
