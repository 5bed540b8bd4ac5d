//! Files within the page: PDF in the browser's own viewer, pictures as thumbnails, and the beginning of plain texts. Whatever
//! they are, nothing of them runs as a page of this site.

use encoding_rs::SHIFT_JIS;
use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use tokio::io::AsyncReadExt as _;
use yakusho_attachments::{Attachment, AttachmentId, pictured};
use yakusho_attachments_web as attachments;
use yakusho_documents::document::DocumentId;
use yakusho_webkit::ui::{link, section};
use yakusho_webkit::{Answer, Problem, Visit};

use super::file_page;

yakusho_webkit::texts! {
    enum Words {
        Pictures: "画像" / "Pictures";
        Preview { name: String }: "{name}の表示" / "Preview of {name}";
        Alone { name: String }: "{name}だけを表示する" / "Show {name} alone";
    }
}

/// How much of a text is shown, in bytes.
const LONGEST: u64 = 20_000;

/// `GET /documents/:id/files/:file/view`
#[handler]
pub(super) async fn view(
    visit: Visit,
    Path((id, file)): Path<(DocumentId, AttachmentId)>,
) -> Answer {
    attachments::view(&visit, &id, file).await
}

/// `GET /documents/:id/files/:file/thumbnail`
#[handler]
pub(super) async fn thumbnail(
    visit: Visit,
    Path((id, file)): Path<(DocumentId, AttachmentId)>,
) -> Answer {
    attachments::thumbnail(&visit, &id, file).await
}

/// What can be shown of the files.
pub(super) async fn shown(visit: &Visit, id: DocumentId, files: &[Attachment]) -> Answer<Markup> {
    let lang = visit.lang;
    let pictured = pictured(&visit.cx.reader(), files).await?;
    let pictures = files.iter().filter(|file| pictured.contains(&file.id));
    let mut shown = Vec::new();
    for file in files {
        let name = file.name.as_str();
        if file.media_type == "application/pdf" {
            let address = format!("{}/view", file_page(id, file.id));
            let named = || name.to_owned();
            let (title, alone) = (
                Words::Preview { name: named() },
                Words::Alone { name: named() },
            );
            let frame = html! {
                p { (link(&address, alone.to(lang))) }
                iframe.preview src=(address) title=(title.to(lang)) loading="lazy" {}
            };
            shown.push(section(name, frame));
        } else if let Some(text) = beginning(visit, file).await? {
            shown.push(section(name, html! { pre.preview { (text) } }));
        }
    }
    Ok(html! {
        @if !pictured.is_empty() {
            (section(Words::Pictures.to(lang), html! {
                ul.thumbnails {
                    @for file in pictures {
                        @let address = file_page(id, file.id);
                        li {
                            a href={ (address) "/view" } {
                                img src={ (address) "/thumbnail" } alt="" loading="lazy";
                                (file.name.as_str())
                            }
                        }
                    }
                }
            }))
        }
        @for one in &shown { (one) }
    })
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
