//! `PowerPoint` presentations (ECMA-376, `PresentationML`): slides and their notes.

use crate::NoText;
use crate::archive::Archive;
use crate::markup::Where;

const TEXT: Where = Where {
    take: &["t"],
    skip: &["Fallback"],
    lines: &["p", "br"],
    spaces: &[],
};

pub(crate) fn text(mut archive: Archive<'_>) -> Result<String, NoText> {
    let mut parts = archive.named("ppt/slides/slide", ".xml");
    parts.extend(archive.named("ppt/notesSlides/notesSlide", ".xml"));
    let mut text = String::new();
    for name in parts {
        if let Some(part) = archive.read(&name)? {
            TEXT.read(&part, &mut text)?;
        }
    }
    Ok(text)
}
