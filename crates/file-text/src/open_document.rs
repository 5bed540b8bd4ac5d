//! Text, spreadsheets and presentations in `OpenDocument` (ISO/IEC 26300).

use crate::NoText;
use crate::archive::Archive;
use crate::markup::Where;

const TEXT: Where = Where {
    take: &["p", "h"],
    // What was struck out, and furigana, are no part of what it says.
    skip: &["tracked-changes", "ruby-text"],
    lines: &["p", "h", "line-break"],
    spaces: &["s", "tab"],
};

pub(crate) fn text(mut archive: Archive<'_>) -> Result<String, NoText> {
    let manifest = archive
        .read("META-INF/manifest.xml")?
        .ok_or(NoText::Broken)?;
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(NoText::Locked);
    }
    let content = archive.read("content.xml")?.ok_or(NoText::Broken)?;
    let mut text = String::new();
    TEXT.read(&content, &mut text)?;
    Ok(text)
}
