//! A text with its characters folded to half width, each with its place.

use std::ops::Range;

/// A text to look through, character by character.
pub(crate) struct Text {
    /// The folded characters.
    chars: Vec<char>,
    /// Where each begins in the text, and where the text ends.
    places: Vec<usize>,
}

impl Text {
    pub(crate) fn of(text: &str) -> Self {
        let mut places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        places.push(text.len());
        let mut chars: Vec<char> = text.chars().map(folded).collect();
        // A long vowel between digits is a hyphen that somebody typed so.
        for place in 1..chars.len().saturating_sub(1) {
            let between = chars[place - 1].is_ascii_digit() && chars[place + 1].is_ascii_digit();
            if chars[place] == 'ー' && between {
                chars[place] = '-';
            }
        }
        Self { chars, places }
    }

    /// How many characters it has.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at a place; none outside.
    pub(crate) fn at(&self, place: usize) -> Option<char> {
        self.chars.get(place).copied()
    }

    /// The character before a place.
    pub(crate) fn before(&self, place: usize) -> Option<char> {
        self.at(place.checked_sub(1)?)
    }

    /// Whether there is a digit.
    pub(crate) fn is_digit(&self, place: usize) -> bool {
        self.at(place).is_some_and(|c| c.is_ascii_digit())
    }

    /// Whether a number of a digit or more begins there.
    pub(crate) fn begins_number(&self, place: usize) -> bool {
        let after_digit = self.before(place).is_some_and(|c| c.is_ascii_digit());
        self.is_digit(place) && !after_digit
    }

    /// The digits from a place on, up to where something else stands.
    pub(crate) fn digits(&self, place: usize) -> &[char] {
        let rest = &self.chars[place.min(self.len())..];
        let end = rest.iter().position(|c| !c.is_ascii_digit());
        &rest[..end.unwrap_or(rest.len())]
    }

    /// The number that the digits from a place on make, and how many they are; none without digits or with more than 4.
    pub(crate) fn number(&self, place: usize) -> Option<(u32, usize)> {
        let digits = self.digits(place);
        if digits.is_empty() || digits.len() > 4 {
            return None;
        }
        let number = digits.iter().filter_map(|c| c.to_digit(10));
        Some((number.fold(0, |sum, digit| sum * 10 + digit), digits.len()))
    }

    /// Whether the words stand at a place; how long they are.
    pub(crate) fn says(&self, place: usize, words: &str) -> Option<usize> {
        let mut length = 0;
        for c in words.chars() {
            if self.at(place + length)? != c {
                return None;
            }
            length += 1;
        }
        Some(length)
    }

    /// Whether one of the words ends within so many characters before a place.
    pub(crate) fn said_before(&self, place: usize, within: usize, words: &[&str]) -> bool {
        let longest = words.iter().map(|word| word.chars().count()).max();
        let first = place.saturating_sub(within + longest.unwrap_or_default());
        (first..place).any(|at| {
            let lengths = words.iter().filter_map(|word| self.says(at, word));
            lengths
                .map(|length| at + length)
                .any(|end| end <= place && end + within >= place)
        })
    }

    /// The place after spaces.
    pub(crate) fn skip_spaces(&self, mut place: usize) -> usize {
        while self.at(place) == Some(' ') {
            place += 1;
        }
        place
    }

    /// Characters from one place to before another, as bytes of the text.
    pub(crate) fn span(&self, from: usize, to: usize) -> Range<usize> {
        self.places[from]..self.places[to]
    }
}

/// Half width for full width, one hyphen for all of them, a space for every kind of it.
fn folded(c: char) -> char {
    match c {
        '！'..='～' => {
            let code = u32::from(c) - u32::from('！') + u32::from('!');
            let half = char::from_u32(code).unwrap_or(c);
            half.to_ascii_lowercase()
        }
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | 'ｰ' => '-',
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        _ => c.to_ascii_lowercase(),
    }
}

/// Whether it is a character of Japanese words.
pub(crate) fn is_japanese(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '々' | '〆' | '\u{4e00}'..='\u{9fff}')
}
