//! What a file is, by what is in it, and the text that is in it then.

use crate::archive::Archive;
use crate::tidy::tidy;
use crate::{NoText, excel, mail, open_document, pdf, plain, powerpoint, word};

/// How a ZIP begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// How the containers begin in which Office kept documents before 2007, and keeps locked ones since.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The text of a file, without what nobody reads.
pub(crate) fn text(bytes: Vec<u8>) -> Result<String, NoText> {
    let text = if begins_as_pdf(&bytes) {
        pdf::text(bytes)
    } else if bytes.starts_with(ZIP) {
        packed(&bytes)
    } else if bytes.starts_with(COMPOUND) {
        compound(&bytes)
    } else if mail::is(&bytes) {
        mail::text(&bytes)
    } else {
        plain::text(&bytes)
    }?;
    let text = tidy(&text);
    if text.is_empty() {
        return Err(NoText::Empty);
    }
    Ok(text)
}

/// Some programs write something before it.
fn begins_as_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.windows(5).any(|window| window == b"%PDF-")
}

fn packed(bytes: &[u8]) -> Result<String, NoText> {
    let archive = Archive::of(bytes)?;
    if archive.has("word/document.xml") {
        word::text(archive)
    } else if archive.has("xl/workbook.xml") {
        excel::text(bytes)
    } else if archive.has("ppt/presentation.xml") {
        powerpoint::text(archive)
    } else if archive.has("content.xml") && archive.has("META-INF/manifest.xml") {
        open_document::text(archive)
    } else {
        Err(NoText::Kind)
    }
}

/// Streams are called by names in UTF-16.
fn compound(bytes: &[u8]) -> Result<String, NoText> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        Err(NoText::Locked)
    } else if has("Workbook") || has("Book") {
        excel::old_text(bytes)
    } else {
        Err(NoText::Kind)
    }
}
