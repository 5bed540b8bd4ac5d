//! What is kept of a text: lines without needless spaces, none of them within Japanese words.

use crate::MOST_TEXT;

/// A text as it is kept, at most [`MOST_TEXT`] bytes of it.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len().min(MOST_TEXT));
    let (mut last, mut space, mut lines) = ('\n', false, 0);
    for c in text.chars() {
        if c == '\n' {
            lines += 1;
        }
        if c.is_whitespace() || c.is_control() {
            space = true;
            continue;
        }
        if space && last != '\n' {
            // A line or a page ends within a word, and some formats put spaces between characters.
            let within = is_japanese(last) && is_japanese(c) && lines < 2;
            match (within, lines) {
                (true, _) => {}
                (false, 0) => tidy.push(' '),
                (false, _) => tidy.push('\n'),
            }
        }
        (space, lines) = (false, 0);
        if tidy.len() + c.len_utf8() > MOST_TEXT {
            break;
        }
        tidy.push(c);
        last = c;
    }
    tidy
}

const fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_words_are_put_together_again() {
        for (text, kept) in [
            ("会 議\n室 の 予約", "会議室の予約"),
            ("会議\n\n室", "会議\n室"),
            ("a b\n c", "a b\nc"),
            ("会議 A", "会議 A"),
            ("\u{0}\n x \u{7} ", "x"),
        ] {
            assert_eq!(tidy(text), kept, "{text:?}");
        }
        assert!(tidy(&"あ".repeat(MOST_TEXT)).len() <= MOST_TEXT);
    }
}
