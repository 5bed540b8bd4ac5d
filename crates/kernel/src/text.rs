//! What every text that is kept has in common.

/// Whether a character cannot be seen and has no place in a name or a title: control characters, and those that turn the
/// direction of writing (Unicode's `Bidi_Control`), by which a text shows as another than it is.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_the_direction_is_unseen_and_letters_of_any_script_are_not() {
        for unseen in [
            '\0', '\n', '\u{61c}', '\u{200e}', '\u{202e}', '\u{2066}', '\u{2069}',
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
