//! Addresses down to the house, and postal codes.

use crate::text::{Text, is_japanese};
use crate::{Found, Kind};

/// The most characters between a municipality and the number of a house.
const FAR: usize = 24;

/// Characters that speak of an office, not of a place to live.
const OFFICE: [char; 12] = [
    '会', '議', '室', '課', '部', '係', '館', '階', '長', '条', '項', '第',
];

pub(crate) fn find(text: &Text, found: &mut Vec<Found>) {
    for place in 0..text.len() {
        let known = postal_code(text, place).or_else(|| house(text, place));
        if let Some((from, to)) = known {
            found.push(Found {
                kind: Kind::Address,
                span: text.span(from, to),
            });
        }
    }
}

fn postal_code(text: &Text, place: usize) -> Option<(usize, usize)> {
    let mark = text.says(place, "〒")?;
    let at = text.skip_spaces(place + mark);
    let end = match text.digits(at).len() {
        7 => at + 7,
        3 if text.at(at + 3) == Some('-') && text.digits(at + 4).len() == 4 => at + 8,
        _ => return None,
    };
    Some((place, end))
}

/// The number of a house that begins at a place, with the municipality before it.
fn house(text: &Text, place: usize) -> Option<(usize, usize)> {
    if !text.begins_number(place) {
        return None;
    }
    let end = house_number(text, place)?;
    let from = municipality(text, place)?;
    Some((from, end))
}

/// Where a number of a house ends: `7番1号`, `1丁目2番3号`, `12番地`, `7-1`, `1-2-3`.
fn house_number(text: &Text, place: usize) -> Option<usize> {
    let mut at = place;
    let mut parts = 0;
    let mut named = false;
    while let Some((_, length)) = text.number(at) {
        at += length;
        parts += 1;
        let word = ["丁目", "番地", "番", "号"]
            .iter()
            .find_map(|word| text.says(at, word));
        let plain = matches!(text.at(at), Some('-' | 'の')) && text.is_digit(at + 1);
        if let Some(length) = word {
            named |= text.says(at, "号").is_none();
            at += length;
            if text.at(at) == Some('の') && text.is_digit(at + 1) {
                at += 1;
            }
        } else if plain {
            at += 1;
        } else {
            break;
        }
    }
    let dashed = (2..=4).contains(&parts) && !is_date(text, place);
    (named || dashed).then_some(at)
}

/// Whether the number reads as a date.
fn is_date(text: &Text, place: usize) -> bool {
    let year = text
        .number(place)
        .is_some_and(|(number, length)| length == 4 && (1900..2100).contains(&number));
    year && text.at(place + 4) == Some('-')
}

/// Where the municipality begins that stands in one word with what follows up to a place, if it is that of an address.
fn municipality(text: &Text, place: usize) -> Option<usize> {
    let mut from = place;
    while from > 0 && place - from < FAR {
        let c = text.before(from)?;
        let within = is_japanese(c) || c == ' ' && from == place;
        if !within {
            break;
        }
        from -= 1;
    }
    let ends = |c: Option<char>| matches!(c, Some('市' | '区' | '町' | '村' | '郡' | '字'));
    let at = (from + 1..place).find(|at| ends(text.at(*at)))?;
    let named_prefecture =
        (from..at).any(|at| matches!(text.at(at), Some('県' | '都' | '府' | '道')));
    let mut rest = (at + 1..place).filter_map(|at| text.at(at));
    let office = rest.any(|c| OFFICE.contains(&c));
    (named_prefecture || !office).then_some(from)
}
