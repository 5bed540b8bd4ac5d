//! Text in XML, read from the beginning to the end: nothing is kept of what is nested, and no entity is looked up.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use crate::{MOST_TEXT, NoText};

/// Where in a document the text is. Names are without their prefixes.
pub(crate) struct Where {
    /// The elements whose text is taken.
    pub(crate) take: &'static [&'static str],
    /// The elements of which nothing is taken.
    pub(crate) skip: &'static [&'static str],
    /// The elements that end a paragraph.
    pub(crate) lines: &'static [&'static str],
    /// The elements that stand for a space.
    pub(crate) spaces: &'static [&'static str],
}

impl Where {
    /// Adds the text of a document to what there is.
    pub(crate) fn read(&self, xml: &[u8], text: &mut String) -> Result<(), NoText> {
        let xml = String::from_utf8_lossy(xml);
        let mut reader = Reader::from_str(&xml);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        let (mut taken, mut skipped) = (0_usize, 0_usize);
        while text.len() <= MOST_TEXT {
            let is_text = taken > 0 && skipped == 0;
            match reader.read_event().map_err(|_| NoText::Broken)? {
                Event::Eof => break,
                Event::Start(element) => {
                    let name = element.local_name();
                    taken += usize::from(self.take.contains(&name.as_ref()));
                    skipped += usize::from(self.skip.contains(&name.as_ref()));
                }
                Event::End(element) => {
                    let name = element.local_name();
                    taken = taken.saturating_sub(usize::from(self.take.contains(&name.as_ref())));
                    skipped =
                        skipped.saturating_sub(usize::from(self.skip.contains(&name.as_ref())));
                    self.ends(name.as_ref(), text);
                }
                Event::Empty(element) => self.ends(element.local_name().as_ref(), text),
                Event::Text(piece) if is_text => text.push_str(&piece),
                Event::CData(piece) if is_text => text.push_str(&piece),
                Event::GeneralRef(entity) if is_text => text.push(character(&entity)),
                _ => {}
            }
        }
        Ok(())
    }

    fn ends(&self, name: &str, text: &mut String) {
        if self.lines.contains(&name) {
            // Two of them: what is a paragraph of its own is no part of the word before.
            text.push_str("\n\n");
        } else if self.spaces.contains(&name) {
            text.push(' ');
        }
    }
}

/// What an entity stands for, where everybody knows that.
fn character(entity: &BytesRef<'_>) -> char {
    match &**entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => entity.resolve_char_ref().ok().flatten().unwrap_or(' '),
    }
}
