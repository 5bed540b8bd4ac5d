//! Short texts as they are entered: line ends become `\n` (a space where there is one line), what cannot be seen goes.

use std::ops::RangeInclusive;

use crate::{Invalid, Reason, is_unseen};

/// The years in which a day that is entered may lie, from Meiji's first on: any other is a slip of the finger.
pub const YEARS: RangeInclusive<i32> = 1868..=2200;

/// One line of 1 to `max` characters.
pub fn line(invalid: &mut Invalid, field: &str, entered: &str, max: usize) -> String {
    let text = line_or_nothing(invalid, field, entered, max);
    required(invalid, field, text)
}

/// One line of at most `max` characters.
pub fn line_or_nothing(invalid: &mut Invalid, field: &str, entered: &str, max: usize) -> String {
    let text: String = unified(entered)
        .chars()
        .map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c })
        .filter(|c| !is_unseen(*c))
        .collect();
    short(invalid, field, &text, max)
}

/// Lines of 1 to `max` characters.
pub fn lines(invalid: &mut Invalid, field: &str, entered: &str, max: usize) -> String {
    let text = lines_or_nothing(invalid, field, entered, max);
    required(invalid, field, text)
}

/// Lines of at most `max` characters.
pub fn lines_or_nothing(invalid: &mut Invalid, field: &str, entered: &str, max: usize) -> String {
    let text: String = unified(entered)
        .chars()
        .filter(|c| !is_unseen(*c) || matches!(c, '\n' | '\t'))
        .collect();
    short(invalid, field, &text, max)
}

fn unified(entered: &str) -> String {
    entered.replace("\r\n", "\n").replace('\r', "\n")
}

fn short(invalid: &mut Invalid, field: &str, text: &str, max: usize) -> String {
    let text = text.trim();
    if text.chars().count() > max {
        invalid.push(field, Reason::TooLong { max });
    }
    text.to_owned()
}

fn required(invalid: &mut Invalid, field: &str, text: String) -> String {
    if text.is_empty() {
        invalid.push(field, Reason::Required);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_shown_goes_and_the_longest_is_counted_in_characters() {
        let mut invalid = Invalid::default();
        let text = line(&mut invalid, "a", " 第一\r\n会議室\u{0} ", 7);
        assert_eq!(text, "第一 会議室");
        assert_eq!(lines(&mut invalid, "a", "一\r\n\r\n二\u{8}", 4), "一\n\n二");
        assert!(invalid.errors.is_empty());
        line(&mut invalid, "long", "第一会議室", 4);
        line(&mut invalid, "empty", " \u{3000}\n", 4);
        let found = invalid.errors.iter().map(|error| error.reason.clone());
        let expected = [Reason::TooLong { max: 4 }, Reason::Required];
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }
}
