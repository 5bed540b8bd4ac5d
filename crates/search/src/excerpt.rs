//! Excerpts: where the words of a question stand in a text.

use yakusho_kernel::is_unseen;

use crate::fold::{Folded, fold};
use crate::query::{Phrase, Query};
use crate::terms::Class;

/// How much of a text is looked through, in bytes.
const LOOKED_THROUGH: usize = 60_000;

/// How many characters stand before the first word that is marked.
const BEFORE: usize = 30;

/// How many characters an excerpt has.
const LENGTH: usize = 160;

/// A piece of an excerpt, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub text: String,
    /// Whether it is what was asked for.
    pub marked: bool,
}

/// The whole of a short text, with what was asked for marked.
pub(crate) fn whole(text: &str, query: &Query) -> Vec<Part> {
    cut(text, 0, text.len(), &marks(text, query))
}

/// The part of a text in which what was asked for stands first; its beginning, where nothing of it does.
pub(crate) fn around(text: &str, query: &Query) -> Vec<Part> {
    let text = &text[..text.floor_char_boundary(LOOKED_THROUGH)];
    let marks = marks(text, query);
    let first = marks.first().map_or(0, |mark| mark.0);
    let mut before = text[..first].char_indices().rev();
    let from = before.nth(BEFORE).map_or(0, |(at, _)| at);
    let mut after = text[from..].char_indices();
    let until = after.nth(LENGTH).map_or(text.len(), |(at, _)| from + at);
    let mut parts = cut(text, from, until, &marks);
    let dots = |text: &str| Part {
        text: text.to_owned(),
        marked: false,
    };
    if from > 0 {
        parts.insert(0, dots("…"));
    }
    if until < text.len() {
        parts.push(dots("…"));
    }
    parts
}

/// Where what was asked for stands in a text, in bytes, from the first to the last.
fn marks(text: &str, query: &Query) -> Vec<(usize, usize)> {
    let letters: Vec<Folded> = fold(text)
        .filter(|one| Class::of(one.c) != Class::Gap)
        .collect();
    let mut found: Vec<(usize, usize)> = query
        .wanted
        .iter()
        .flat_map(|phrase| standing(phrase, &letters))
        .collect();
    found.sort_unstable();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (from, until) in found {
        match marks.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => marks.push((from, until)),
        }
    }
    marks
}

/// Where a phrase stands among letters.
fn standing(phrase: &Phrase, letters: &[Folded]) -> Vec<(usize, usize)> {
    let sought: Vec<char> = phrase
        .runs
        .iter()
        .flat_map(|run| run.text.chars())
        .collect();
    let follows = |one: &Folded, other: &Folded| {
        one.until == other.from && Class::of(one.c) == Class::of(other.c)
    };
    let within_word = |at: usize| {
        let (Some(before), Some(here)) =
            (at.checked_sub(1).map(|at| &letters[at]), letters.get(at))
        else {
            return false;
        };
        Class::of(here.c) == Class::Spaced && follows(before, here)
    };
    letters
        .windows(sought.len().max(1))
        .enumerate()
        .filter(|(_, window)| window.iter().zip(&sought).all(|(one, c)| one.c == *c))
        .filter(|(at, _)| !within_word(*at))
        .filter(|(at, window)| phrase.begins || !within_word(at + window.len()))
        .map(|(_, window)| (window[0].from, window[window.len() - 1].until))
        .collect()
}

/// A stretch of a text with its marks, on one line.
fn cut(text: &str, from: usize, until: usize, marks: &[(usize, usize)]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = from;
    let within = marks.iter().filter(|mark| mark.1 > from && mark.0 < until);
    for (begin, end) in within.map(|mark| (mark.0.max(from), mark.1.min(until))) {
        add(&mut parts, &text[at..begin], false);
        add(&mut parts, &text[begin..end], true);
        at = end;
    }
    add(&mut parts, &text[at..until], false);
    parts
}

fn add(parts: &mut Vec<Part>, text: &str, marked: bool) {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !is_unseen(c) && !c.is_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') && (c.is_whitespace() || c.is_control()) {
            line.push(' ');
        }
    }
    if !line.is_empty() {
        parts.push(Part { text: line, marked });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn show(parts: &[Part]) -> String {
        let parts = parts.iter().map(|part| {
            if part.marked {
                format!("[{}]", part.text)
            } else {
                part.text.clone()
            }
        });
        parts.collect()
    }

    #[test]
    fn what_was_asked_for_is_marked_as_it_is_written() {
        for (asked, text, marked) in [
            ("会議", "第1会議室の会議", "第1[会議]室の[会議]"),
            ("がいど", "ｶﾞｲﾄﾞとガイド", "[ｶﾞｲﾄﾞ]と[ガイド]"),
            ("abc", "ＡＢＣ xabc abcd", "[ＡＢＣ] xabc [abc]d"),
            ("\"abc\"", "abc abcd", "[abc] abcd"),
            ("令和8年", "令和8年、令和 8 年", "[令和8年]、[令和 8 年]"),
            ("会議 室の", "会議室の", "[会議室の]"),
            ("税", "納税課", "納[税]課"),
            ("予算 -案", "予算の案", "[予算]の案"),
            ("会", "一\n\n 会\u{202e}<b>", "一 [会]<b>"),
        ] {
            assert_eq!(show(&whole(text, &Query::of(asked))), marked, "{asked}");
        }
    }

    #[test]
    fn an_excerpt_begins_shortly_before_the_first_word() {
        let text = format!("{}会議{}", "あ".repeat(500), "い".repeat(500));
        let shown = show(&around(&text, &Query::of("会議")));
        assert!(
            shown.starts_with("…あ") && shown.ends_with("い…"),
            "{shown}"
        );
        assert!(shown.contains("あ[会議]い"));
        assert_eq!(shown.chars().count(), LENGTH + 4);
        let nowhere = show(&around(&text, &Query::of("図書")));
        assert!(nowhere.starts_with('あ'));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_but_what_nobody_sees(text in any::<String>(), asked in any::<String>()) {
            let visible = |text: &str| -> String {
                text.chars().filter(|c| !is_unseen(*c) && !c.is_whitespace()).collect()
            };
            let parts = whole(&text, &Query::of(&asked));
            let shown: String = parts.iter().map(|part| part.text.as_str()).collect();
            prop_assert_eq!(visible(&shown), visible(&text));
            let _ = around(&text, &Query::of(&asked));
        }
    }
}
