//! Files within the page: pictures, and the beginning of plain texts. Whatever they are, nothing of them runs.

use encoding_rs::SHIFT_JIS;
use maud::{Markup, html};
use tokio::io::AsyncReadExt as _;
use yakusho_attachments::Attachment;
use yakusho_documents::document::DocumentId;
use yakusho_webkit::ui::section;
use yakusho_webkit::{Answer, Problem, Visit};

use super::file_page;

/// How much of a text is shown, in bytes.
const LONGEST: u64 = 20_000;

/// The largest picture that is shown, in bytes.
const LARGEST: u64 = 10 * 1024 * 1024;

/// What browsers show as pictures.
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// What can be shown of the files.
pub(super) async fn shown(visit: &Visit, id: DocumentId, files: &[Attachment]) -> Answer<Markup> {
    let mut shown = Vec::new();
    for file in files {
        let name = file.name.as_str();
        if PICTURES.contains(&&*file.media_type) && file.size <= LARGEST {
            let address = file_page(id, file.id);
            shown.push(section(
                name,
                html! { img.preview src=(address) alt=(name); },
            ));
        } else if let Some(text) = beginning(visit, file).await? {
            shown.push(section(name, html! { pre.preview { (text) } }));
        }
    }
    Ok(html! { @for one in &shown { (one) } })
}

/// The beginning of a plain text; none of another file.
async fn beginning(visit: &Visit, file: &Attachment) -> Answer<Option<String>> {
    let name = file.name.as_str().to_lowercase();
    let plain = [".txt", ".csv", ".md", ".log"];
    if file.size == 0 || !plain.iter().any(|ending| name.ends_with(ending)) {
        return Ok(None);
    }
    let blobs = visit.site().blobs();
    let part = 0..file.size.min(LONGEST);
    let reader = blobs
        .open_range(&file.hash, part)
        .await
        .map_err(Problem::internal)?;
    let mut bytes = Vec::new();
    let read = reader.into_async_read().read_to_end(&mut bytes).await;
    read.map_err(Problem::internal)?;
    Ok(Some(decoded(&bytes)))
}

/// A text in UTF-8, perhaps broken off within a character, or else in `Shift_JIS`.
fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) if error.valid_up_to() + 3 >= bytes.len() => {
            String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned()
        }
        Err(_) => SHIFT_JIS.decode(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_either_encoding() {
        let text = "様式第1号";
        assert_eq!(decoded(text.as_bytes()), text);
        assert_eq!(decoded(&text.as_bytes()[..text.len() - 1]), "様式第1");
        assert_eq!(decoded(&SHIFT_JIS.encode(text).0), text);
    }
}
