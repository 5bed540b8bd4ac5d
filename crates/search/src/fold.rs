//! Characters as they are compared: without regard to case, to full or half width, to hiragana or katakana, and to the
//! forms that a kanji has in names.

use std::iter::Peekable;
use std::str::CharIndices;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;
use yakusho_kernel::{common_kanji, is_unseen};

/// A character as it is compared, and where it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    pub(crate) c: char,
    /// Where what it came from begins in the text, in bytes.
    pub(crate) from: usize,
    /// Where that ends.
    pub(crate) until: usize,
}

/// The characters of a text as they are compared. Several may come from one of the text, and one from several.
pub(crate) struct Folding<'t> {
    rest: Peekable<CharIndices<'t>>,
    /// What is made of the last ones, in reverse.
    ready: Vec<char>,
    from: usize,
    until: usize,
}

/// Begins to fold a text.
pub(crate) fn fold(text: &str) -> Folding<'_> {
    Folding {
        rest: text.char_indices().peekable(),
        ready: Vec::new(),
        from: 0,
        until: 0,
    }
}

impl Iterator for Folding<'_> {
    type Item = Folded;

    fn next(&mut self) -> Option<Folded> {
        loop {
            if let Some(c) = self.ready.pop() {
                let Self { from, until, .. } = *self;
                return Some(Folded { c, from, until });
            }
            let (from, first) = self.rest.next()?;
            self.from = from;
            self.until = from + first.len_utf8();
            let alone = self.rest.peek().is_none_or(|(_, next)| !joins(*next));
            if alone && is_plain(first) {
                self.ready
                    .push(common_kanji(hiragana(first.to_ascii_lowercase())));
                continue;
            }
            let mut whole = String::from(first);
            while let Some((at, c)) = self.rest.next_if(|(_, next)| joins(*next)) {
                whole.push(c);
                self.until = at + c.len_utf8();
            }
            let folded = whole.nfkc().flat_map(char::to_lowercase);
            self.ready.extend(
                folded
                    .filter(|c| !is_ignored(*c))
                    .map(hiragana)
                    .map(common_kanji),
            );
            self.ready.reverse();
        }
    }
}

/// Whether a character is written together with the one before it: accents, and the voicing marks of kana.
fn joins(c: char) -> bool {
    matches!(c, '\u{ff9e}' | '\u{ff9f}' | '\u{1160}'..='\u{11ff}')
        || !c.is_ascii() && canonical_combining_class(c) != 0
}

/// Whether a character stands for itself: the great part of every text.
const fn is_plain(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' | '\u{4e00}'..='\u{9fff}')
}

/// What nobody sees and nobody types, and yet does not part words: soft hyphens, turns of direction, joiners, and the
/// selectors of variants of a character.
fn is_ignored(c: char) -> bool {
    is_unseen(c) && !c.is_control()
        || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The hiragana of a katakana; anything else as it is.
fn hiragana(c: char) -> char {
    match c {
        '\u{30a1}'..='\u{30f6}' | '\u{30fd}' | '\u{30fe}' => {
            char::from_u32(u32::from(c) - 0x60).unwrap_or(c)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        fold(text).map(|one| one.c).collect()
    }

    #[test]
    fn width_case_and_kana_make_no_difference() {
        for (one, other) in [
            ("ｶﾞｲﾄﾞﾌﾞｯｸ", "がいどぶっく"),
            ("ガイドブック", "がいどぶっく"),
            ("カ\u{3099}", "が"),
            ("ＡＢＣ１２３", "abc123"),
            ("①", "1"),
            ("㈱", "(株)"),
            ("㍻", "平成"),
            ("サーバー", "さーばー"),
            ("葛\u{e0100}城", "葛城"),
            ("髙𠮷", "高吉"),
            ("ヽヾ", "ゝゞ"),
            ("É", "é"),
            ("e\u{301}", "é"),
        ] {
            assert_eq!(folded(one), other, "{one}");
        }
    }

    #[test]
    fn each_knows_where_it_came_from() {
        let text = "ｶﾞA㍻";
        let from: Vec<(char, &str)> = fold(text)
            .map(|one| (one.c, &text[one.from..one.until]))
            .collect();
        assert_eq!(from, [('が', "ｶﾞ"), ('a', "A"), ('平', "㍻"), ('成', "㍻")]);
    }
}
