//! Words as they are entered: cleaned of what cannot be seen, and measured.

use unicode_normalization::UnicodeNormalization as _;
use yakusho_kernel::{Invalid, Reason, entered};

/// The most characters of a reason, an opinion or conditions.
pub(crate) const REMARK: usize = 2_000;

/// One line of at most `max` characters; none where nothing is left of it.
pub(crate) fn line(entered: &str, max: usize) -> Result<Option<String>, Reason> {
    read(entered::line_or_nothing, entered, max)
}

/// Paragraphs of at most `max` characters; none where nothing is left of them.
pub(crate) fn paragraphs(entered: &str, max: usize) -> Result<Option<String>, Reason> {
    read(entered::lines_or_nothing, entered, max)
}

fn read(
    clean: fn(&mut Invalid, &str, &str, usize) -> String,
    entered: &str,
    max: usize,
) -> Result<Option<String>, Reason> {
    let mut invalid = Invalid::default();
    let text = clean(&mut invalid, "", entered, max);
    match invalid.errors.pop() {
        Some(error) => Err(error.reason),
        None => Ok(Some(text).filter(|text| !text.is_empty())),
    }
}

/// The same for words that mean the same: width, case and blanks do not tell them apart.
pub(crate) fn folded(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unseen_is_kept_and_the_longest_is_counted_in_characters() {
        assert_eq!(line(" 税\r\n務\u{202e} ", 3), Ok(Some("税 務".to_owned())));
        assert_eq!(line("税務課", 2), Err(Reason::TooLong { max: 2 }));
        assert_eq!(line(" \u{3000}\n", 2), Ok(None));
        assert_eq!(
            paragraphs("一\r\n\r\n二\u{0}", 9),
            Ok(Some("一\n\n二".to_owned()))
        );
    }

    #[test]
    fn width_case_and_blanks_do_not_tell_words_apart() {
        assert_eq!(folded("ABC 給付\n審査"), folded("abc給付 審査"));
        assert_ne!(folded("給付審査"), folded("給付調査"));
    }
}
