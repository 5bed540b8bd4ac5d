//! What every text that is kept has in common.

/// Whether a character cannot be seen and has no place in a name or a title: control characters, those that turn the
/// direction of writing (Unicode's `Bidi_Control`), by which a text shows as another than it is, and those that show as
/// nothing at all, by which two names look alike. Joiners and the selectors of variants stay: names are written with them.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
                | '\u{3164}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The text of a number, a code or a time as it is read: with letters, digits and signs as ASCII has them, where an input
/// method made them as wide as kanji.
pub fn narrow(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    };
    text.chars().map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_wide_is_read_narrow_and_kanji_and_kana_stay() {
        assert_eq!(narrow("１０：３０"), "10:30");
        assert_eq!(narrow("Ａ－００４４　～"), "A-0044 ~");
        assert_eq!(narrow("税務課ｱア"), "税務課ｱア");
    }

    #[test]
    fn what_turns_the_direction_is_unseen_and_letters_of_any_script_are_not() {
        for unseen in [
            '\0',
            '\n',
            '\u{ad}',
            '\u{61c}',
            '\u{200b}',
            '\u{200e}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{3164}',
            '\u{feff}',
            '\u{e0020}',
        ] {
            assert!(is_unseen(unseen), "{unseen:?}");
        }
        for seen in [
            '役',
            'a',
            ' ',
            '\u{3000}',
            'ع',
            'ש',
            '\u{200d}',
            '\u{e0100}',
        ] {
            assert!(!is_unseen(seen), "{seen:?}");
        }
    }
}
