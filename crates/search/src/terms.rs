//! The terms of a text: what the index keeps of it, and what a question asks for.
//!
//! A run of Japanese becomes each two neighbours and its last character; one of other letters and digits is a term itself.
//! So two characters anywhere are a term, three or more are terms that follow each other, and one is how a term begins.

use crate::fold::{Folded, fold};

/// The longest term of letters and digits, in characters; what is longer is the same as far as this.
const LONGEST: usize = 64;

/// What a character is to the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Japanese, which has no spaces between its words.
    Joined,
    /// A letter or digit of a word with spaces around it.
    Spaced,
    /// Whatever is between.
    Gap,
}

impl Class {
    pub(crate) fn of(c: char) -> Self {
        match c {
            '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{309f}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{30fc}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => Self::Joined,
            other if other.is_alphanumeric() => Self::Spaced,
            _ => Self::Gap,
        }
    }
}

/// Characters of one class that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) class: Class,
    pub(crate) text: String,
}

/// The runs of a text, one after the other; gaps are left out.
pub(crate) fn runs(text: &str) -> impl Iterator<Item = Run> {
    let mut folding = fold(text).peekable();
    std::iter::from_fn(move || {
        let class = loop {
            match Class::of(folding.peek()?.c) {
                Class::Gap => drop(folding.next()),
                class => break class,
            }
        };
        let mut text = String::new();
        while let Some(Folded { c, .. }) = folding.next_if(|one| Class::of(one.c) == class) {
            text.push(c);
        }
        Some(Run { class, text })
    })
}

/// Hands over each term of a text, in its order.
pub(crate) fn each_term(text: &str, mut term: impl FnMut(&str)) {
    for run in runs(text) {
        match run.class {
            Class::Joined => {
                pairs(&run.text, &mut term);
                term(last(&run.text));
            }
            Class::Spaced | Class::Gap => term(word(&run.text)),
        }
    }
}

/// Each two neighbours of a run.
pub(crate) fn pairs(run: &str, mut term: impl FnMut(&str)) {
    let begins = run.char_indices().map(|(at, _)| at);
    let ends = run.char_indices().skip(1).map(|(at, c)| at + c.len_utf8());
    for (from, until) in begins.zip(ends) {
        term(&run[from..until]);
    }
}

/// The last character of a run.
pub(crate) fn last(run: &str) -> &str {
    run.char_indices()
        .next_back()
        .map_or("", |(at, _)| &run[at..])
}

/// A run of letters and digits as a term.
pub(crate) fn word(run: &str) -> &str {
    run.char_indices()
        .nth(LONGEST)
        .map_or(run, |(at, _)| &run[..at])
}

/// The terms of a text with spaces between, as SQLite's index takes them.
pub(crate) fn spaced(text: &str) -> String {
    let mut all = String::with_capacity(text.len() * 2);
    each_term(text, |term| {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(term);
    });
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_run_becomes_its_pairs_and_its_last_character() {
        for (text, terms) in [
            ("会議室", "会議 議室 室"),
            ("令和8年度の予算(案)", "令和 和 8 年度 度の の予 予算 算 案"),
            ("A4用紙、2枚", "a4 用紙 紙 2 枚"),
            ("サーバー", "さー ーば ばー ー"),
            ("foo_bar-baz", "foo bar baz"),
            ("・、。", ""),
            ("", ""),
        ] {
            assert_eq!(spaced(text), terms, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_term_is_what_no_index_takes_for_anything_else(text in any::<String>()) {
            each_term(&text, |term| {
                assert!(!term.is_empty());
                assert!(term.chars().all(|c| Class::of(c) != Class::Gap), "{term:?}");
                assert!(term.chars().count() <= LONGEST);
            });
        }
    }
}
