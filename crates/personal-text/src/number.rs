//! Individual numbers and telephone numbers.

use crate::text::Text;
use crate::{Found, Kind};

pub(crate) fn find(text: &Text, found: &mut Vec<Found>) {
    let mut place = 0;
    while place < text.len() {
        let known = individual(text, place)
            .map(|end| (Kind::IndividualNumber, end))
            .or_else(|| phone(text, place).map(|end| (Kind::PhoneNumber, end)));
        match known {
            Some((kind, end)) => {
                let span = text.span(place, end);
                found.push(Found { kind, span });
                place = end;
            }
            None => place += 1,
        }
    }
}

/// Groups of digits from a place on, of these lengths and with the same kind of mark between, and where they end: nothing
/// goes on behind them.
fn groups(text: &Text, mut place: usize, lengths: &[usize]) -> Option<(Vec<u32>, usize)> {
    let mut digits = Vec::new();
    let mut mark = None;
    for (n, length) in lengths.iter().enumerate() {
        if n > 0 {
            let here = text.at(place).filter(|c| matches!(c, '-' | ' '))?;
            if *mark.get_or_insert(here) != here {
                return None;
            }
            place += 1;
        }
        let group = text.digits(place);
        if group.len() != *length {
            return None;
        }
        digits.extend(group.iter().filter_map(|c| c.to_digit(10)));
        place += length;
    }
    (!goes_on(text, place)).then_some((digits, place))
}

/// Whether a number goes on behind a place: another group of digits.
fn goes_on(text: &Text, place: usize) -> bool {
    matches!(text.at(place), Some('-' | '.' | ',')) && text.is_digit(place + 1)
}

/// Whether a number goes on before a place.
fn goes_back(text: &Text, place: usize) -> bool {
    let mark = matches!(text.before(place), Some('-' | '.' | ','));
    mark && place >= 2 && text.is_digit(place - 2)
}

fn individual(text: &Text, place: usize) -> Option<usize> {
    if !text.begins_number(place) || goes_back(text, place) {
        return None;
    }
    let (digits, end) = groups(text, place, &[12]).or_else(|| groups(text, place, &[4, 4, 4]))?;
    let labelled = text.said_before(place, 6, &["個人番号", "マイナンバー"]);
    let right = check_digit(&digits[..11]) == digits[11];
    (right && (labelled || !is_time(&digits))).then_some(end)
}

/// The last digit of an individual number, from the eleven before it (同法施行令の規定による検査用数字を算出する算式).
pub(crate) fn check_digit(digits: &[u32]) -> u32 {
    let weights = (2..=7).chain(2..=6);
    let sum: u32 = digits.iter().rev().zip(weights).map(|(p, q)| p * q).sum();
    match sum % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    }
}

/// Whether twelve digits read as a date and a time, as systems write it.
fn is_time(digits: &[u32]) -> bool {
    let part = |from: usize, to: usize| digits[from..to].iter().fold(0, |sum, d| sum * 10 + d);
    (1900..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
        && part(8, 10) < 24
        && part(10, 12) < 60
}

/// Area codes of two digits.
const SHORT_CODES: [&str; 3] = ["03", "04", "06"];

/// Codes of numbers that are offices', not people's.
const OFFICES: [&str; 4] = ["0120", "0800", "0570", "0990"];

fn phone(text: &Text, place: usize) -> Option<usize> {
    let before = text.before(place);
    if before.is_some_and(|c| c.is_ascii_digit()) || goes_back(text, place) {
        return None;
    }
    let (digits, groups, end) = dialled(text, place)?;
    let code: String = groups.first()?.iter().collect();
    let all: String = digits.iter().collect();
    if OFFICES.iter().any(|office| all.starts_with(office)) || goes_on(text, end) {
        return None;
    }
    let mobile = ["050", "060", "070", "080", "090"]
        .iter()
        .any(|it| all.starts_with(it));
    let lengths: Vec<usize> = groups.iter().map(Vec::len).collect();
    let fits = match lengths[..] {
        // Without marks: a mobile number has 11 digits, one with an area code 10.
        [11] | [3, 4, 4] => mobile,
        [10] => !mobile && !all.starts_with("00"),
        [2, 4, 4] => SHORT_CODES.contains(&code.as_str()),
        [3, 3, 4] | [4, 2, 4] | [5, 1, 4] => !code.starts_with("00"),
        _ => false,
    };
    fits.then_some(end)
}

/// What is dialled from a place on: its digits, in the groups in which it is written, and where it ends. The country's code
/// stands for the 0.
fn dialled(text: &Text, place: usize) -> Option<(Vec<char>, Vec<Vec<char>>, usize)> {
    let mut at = place;
    let mut groups: Vec<Vec<char>> = Vec::new();
    let abroad = text.says(at, "+81");
    if let Some(length) = abroad {
        at += length;
        if matches!(text.at(at), Some('-' | ' ')) {
            at += 1;
        }
    }
    loop {
        let open = text.at(at) == Some('(');
        let start = at + usize::from(open);
        let digits = text.digits(start).to_vec();
        if digits.is_empty() {
            break;
        }
        let end = start + digits.len();
        groups.push(digits);
        at = end;
        if open {
            if text.at(at) != Some(')') {
                return None;
            }
            at += 1;
        }
        let next = match text.at(at) {
            Some('-') => at + 1,
            Some(' ') if open => at + 1,
            Some('(') => at,
            Some(c) if open && c.is_ascii_digit() => at,
            _ => break,
        };
        let more = text.is_digit(next) || text.at(next) == Some('(') && text.is_digit(next + 1);
        if !more || groups.len() == 3 {
            break;
        }
        at = next;
    }
    let first = groups.first_mut()?;
    if abroad.is_some() && first.first() != Some(&'0') {
        first.insert(0, '0');
    }
    if first.first() != Some(&'0') {
        return None;
    }
    let digits = groups.concat();
    (10..=11)
        .contains(&digits.len())
        .then_some((digits, groups, at))
}
