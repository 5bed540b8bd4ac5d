//! Word documents (ECMA-376, `WordprocessingML`).

use crate::NoText;
use crate::archive::Archive;
use crate::markup::Where;

const TEXT: Where = Where {
    take: &["t"],
    // Of furigana, what stands below them is the text. What is kept for older programs stands there twice.
    skip: &["rt", "Fallback"],
    lines: &["p", "br", "cr"],
    spaces: &["tab"],
};

pub(crate) fn text(mut archive: Archive<'_>) -> Result<String, NoText> {
    let mut text = String::new();
    let main = archive.read("word/document.xml")?.ok_or(NoText::Broken)?;
    TEXT.read(&main, &mut text)?;
    let mut beside = archive.named("word/header", ".xml");
    beside.extend(archive.named("word/footer", ".xml"));
    beside.extend(["footnotes", "endnotes", "comments"].map(|part| format!("word/{part}.xml")));
    for name in beside {
        if let Some(part) = archive.read(&name)? {
            TEXT.read(&part, &mut text)?;
        }
    }
    Ok(text)
}
