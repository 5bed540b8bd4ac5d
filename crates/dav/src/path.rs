//! Parts of addresses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in a part of a path as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'@');

/// A name as a part of a path.
pub fn encoded(name: &str) -> String {
    utf8_percent_encode(name, PLAIN).to_string()
}

/// The name in a part of a path; none where it is not UTF-8, or has characters that control something.
pub fn decoded(part: &str) -> Option<String> {
    let name = percent_decode_str(part).decode_utf8().ok()?;
    (!name.chars().any(char::is_control)).then(|| name.into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_name_is_read_as_it_was_written(name in "\\PC{0,60}") {
            let part = encoded(&name);
            prop_assert!(part.is_ascii() && !part.contains(['/', '#', '?', ' ']));
            prop_assert_eq!(decoded(&part), Some(name));
        }

        #[test]
        fn nothing_that_is_asked_stops_the_reader(part in "[%0-9a-fA-Z/#]{0,40}") {
            if let Some(name) = decoded(&part) {
                prop_assert_eq!(decoded(&encoded(&name)), Some(name));
            }
        }
    }

    #[test]
    fn what_is_no_text_names_nothing() {
        for part in ["%ff", "%e3%81", "%00", "a%0ab"] {
            assert_eq!(decoded(part), None, "{part}");
        }
    }
}
