//! Files of each kind, as office programs make them and as attackers do.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod hostile;
mod kinds;
mod mutated;
mod thumbnails;

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::time::Duration;

use yakusho_file_text::{Limits, NoText, Reader};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Files that `LibreOffice` made, and what was locked by a password.
fn made(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    std::fs::read(folder.join(name)).unwrap()
}

fn reader() -> Reader {
    Reader::of(env!("CARGO_BIN_EXE_yakusho-file-text"))
}

/// Little of everything.
fn tight() -> Reader {
    reader().within(Limits {
        time: Duration::from_secs(10),
        memory: 128 * 1024 * 1024,
    })
}

async fn text(bytes: &[u8]) -> Result<String, NoText> {
    reader().text(bytes).await.unwrap()
}

/// An archive of these files.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let quickly = SimpleFileOptions::default().compression_level(Some(1));
        archive.start_file(*name, quickly).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A Word document of that text in markup.
fn word(inner: &str) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{inner}</w:body></w:document>"#);
    packed(&[("word/document.xml", document.as_bytes())])
}

/// A PDF of these objects, the first of which is its catalogue.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let (mut bytes, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let table = bytes.len();
    let count = objects.len() + 1;
    bytes.extend(format!("xref\n0 {count}\n0000000000 65535 f \n").bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let trailer = format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    bytes.extend(trailer.bytes());
    bytes
}
