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

/// What holds a stream of that name: streams are told of in entries of 128 bytes, which begin with the name in UTF-16
/// and how many bytes it takes with its end, and then say that it is a stream (MS-CFB 2.6.1).
fn compound(bytes: &[u8]) -> Result<String, NoText> {
    const STREAM: u8 = 2;
    let has = |name: &str| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = entry.len() + 2;
        entry.resize(64, 0);
        entry.extend([u8::try_from(length).unwrap_or(u8::MAX), 0, STREAM]);
        bytes.chunks_exact(128).any(|told| told.starts_with(&entry))
    };
    if has("EncryptedPackage") {
        Err(NoText::Locked)
    } else if has("Workbook") || has("Book") {
        excel::old_text(bytes)
    } else {
        Err(NoText::Kind)
    }
}
