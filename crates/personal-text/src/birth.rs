//! Dates of birth: dates beside a label or a name.

use crate::text::{Text, is_japanese};
use crate::{Found, Kind};

/// Words that stand before a date of birth.
const LABELS: [&str; 7] = [
    "生年月日",
    "誕生日",
    "生まれ",
    "出生日",
    "date of birth",
    "birthday",
    "born",
];

/// What stands behind a name.
const HONORIFICS: [&str; 7] = ["様", "さん", "氏", "殿", "くん", "君", "ちゃん"];

/// Eras with what stands for them.
const ERAS: [&str; 10] = [
    "明治", "大正", "昭和", "平成", "令和", "m", "t", "s", "h", "r",
];

pub(crate) fn find(text: &Text, found: &mut Vec<Found>) {
    for place in 0..text.len() {
        let Some(end) = date(text, place) else {
            continue;
        };
        if is_labelled(text, place, end) || follows_name(text, place, end) {
            found.push(Found {
                kind: Kind::BirthDate,
                span: text.span(place, end),
            });
        }
    }
}

/// Where a date that begins at a place ends.
fn date(text: &Text, place: usize) -> Option<usize> {
    let era = ERAS.iter().find_map(|era| text.says(place, era));
    let mut at = match era {
        Some(length) => {
            let letter = text.at(place).is_some_and(|c| c.is_ascii_alphabetic());
            let in_word = text
                .before(place)
                .is_some_and(|c| c.is_ascii_alphanumeric());
            if letter && in_word {
                return None;
            }
            text.skip_spaces(place + length)
        }
        None if text.begins_number(place) => place,
        None => return None,
    };
    at = match (era, text.says(at, "元"), text.number(at)) {
        (Some(_), Some(length), _)
        | (Some(_), None, Some((1..=64, length)))
        | (None, _, Some((1900..=2099, length))) => at + length,
        _ => return None,
    };
    at = mark(text, at, '年')?;
    let (month, length) = text.number(at)?;
    at = mark(text, at + length, '月')?;
    let (day, length) = text.number(at)?;
    at += length;
    if text.at(at) == Some('日') {
        at += 1;
    }
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(at)
}

/// The place after a mark between the parts of a date.
fn mark(text: &Text, place: usize, word: char) -> Option<usize> {
    let at = text.skip_spaces(place);
    let c = text.at(at)?;
    (c == word || matches!(c, '/' | '.' | '-')).then(|| text.skip_spaces(at + 1))
}

fn is_labelled(text: &Text, place: usize, end: usize) -> bool {
    let after = text.skip_spaces(end);
    let born = text.says(after, "生まれ").is_some()
        || text.at(after) == Some('生') && !text.at(after + 1).is_some_and(is_japanese);
    born || text.said_before(place, 4, &LABELS)
}

/// Whether it stands alone in brackets behind a name: with an honorific, or as two words of a few characters.
fn follows_name(text: &Text, place: usize, end: usize) -> bool {
    let brackets = text.before(place) == Some('(') && text.at(end) == Some(')');
    if !brackets {
        return false;
    }
    let open = place - 1;
    text.said_before(open, 0, &HONORIFICS) || is_two_words(text, open)
}

/// Whether a family name and a given name stand before a place, each of 1 to 4 kanji, and nothing of Japanese before them.
fn is_two_words(text: &Text, end: usize) -> bool {
    let kanji = |place: usize| {
        let is_kanji = |c: char| matches!(c, '々' | '\u{4e00}'..='\u{9fff}');
        text.at(place).is_some_and(is_kanji)
    };
    let back = |mut place: usize| {
        let from = place;
        while place > 0 && kanji(place - 1) {
            place -= 1;
        }
        ((1..=4).contains(&(from - place))).then_some(place)
    };
    let names = back(end)
        .filter(|given| text.before(*given) == Some(' '))
        .and_then(|given| back(given - 1));
    names.is_some_and(|family| !text.before(family).is_some_and(is_japanese))
}
