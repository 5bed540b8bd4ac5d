//! Plain text and HTML, in any of the encodings that Japanese is written in.

use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8};
use mail_parser::decoders::html::html_to_text;

use crate::{MOST_TEXT, NoText};

/// How much is looked at: no encoding takes more than twice of what UTF-8 does, and marks of HTML take more than words.
const LOOKED_AT: usize = 4 * MOST_TEXT;

pub(crate) fn text(bytes: &[u8]) -> Result<String, NoText> {
    let text = decoded(bytes)?;
    let begin = text.trim_start().get(..5).unwrap_or_default();
    if ["<html", "<!doc"].contains(&&*begin.to_ascii_lowercase()) {
        return Ok(html_to_text(&text));
    }
    Ok(text)
}

fn decoded(bytes: &[u8]) -> Result<String, NoText> {
    let whole = bytes.len() <= LOOKED_AT;
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok(text.into_owned());
    }
    // What occurs in no text: a file of another kind.
    let foreign = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    if bytes.iter().any(foreign) {
        return Err(NoText::Kind);
    }
    if bytes.contains(&0x1b) {
        let (text, _) = ISO_2022_JP.decode_without_bom_handling(bytes);
        return Ok(text.into_owned());
    }
    // Where the last character was cut off, it is no fault of the others.
    let fits = |encoding: &'static Encoding| {
        let (text, faulty) = encoding.decode_without_bom_handling(bytes);
        let faults = || text.chars().filter(|c| *c == '\u{fffd}').count();
        (!faulty || !whole && faults() < 2).then(|| text.into_owned())
    };
    if let Some(text) = fits(UTF_8) {
        return Ok(text);
    }
    // Much of the one can be read as the other, too, but makes no sense then.
    let either = [SHIFT_JIS, EUC_JP].into_iter().filter_map(fits);
    either.min_by_key(|text| odd(text)).ok_or(NoText::Kind)
}

/// How many characters nobody writes any more, or nobody ever did: katakana of half width, and those without a meaning.
fn odd(text: &str) -> usize {
    let odd = |c: &char| matches!(c, '\u{ff61}'..='\u{ff9f}' | '\u{e000}'..='\u{f8ff}');
    text.chars().filter(odd).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_japanese_is_read() {
        let said = "会議室の予約について";
        for encoding in [UTF_8, SHIFT_JIS, EUC_JP, ISO_2022_JP] {
            let (bytes, ..) = encoding.encode(said);
            assert_eq!(text(&bytes).as_deref(), Ok(said), "{}", encoding.name());
        }
        let wide: Vec<u8> = "\u{feff}会議"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(text(&wide).as_deref(), Ok("会議"));
        assert_eq!(text(b"\x7fELF\0\0"), Err(NoText::Kind));
    }

    #[test]
    fn of_html_what_is_read_is_taken() {
        let page = "<!DOCTYPE html><html><head><style>p { color: red }</style></head><body><p>避難&amp;誘導</p></body>";
        let said = text(page.as_bytes()).unwrap();
        assert!(said.contains("避難&誘導"), "{said}");
        assert!(!said.contains("color") && !said.contains('<'), "{said}");
    }

    #[test]
    fn a_long_text_is_read_as_far_as_it_is_kept() {
        let long = text("あいう".repeat(LOOKED_AT).as_bytes());
        assert!(long.is_ok_and(|text| text.starts_with("あいう")));
    }
}
