//! What comes back from outside as a cursor, an id or a file of keys is what was given out, or is refused.

use proptest::prelude::*;
use yakusho_kernel::{Cursor, Keys, NoticeId, PersonId, Timestamp};

proptest! {
    #[test]
    fn a_cursor_gives_its_key_back_or_none(text in prop_oneof![any::<String>(), "[A-Za-z0-9_-]{0,80}"]) {
        let cursor = Cursor::from_outside(&text);
        if let Ok(key) = cursor.key::<(Timestamp, NoticeId)>() {
            prop_assert_eq!(Cursor::after(&key).key::<(Timestamp, NoticeId)>(), Ok(key));
        }
        if let Ok(key) = cursor.key::<(String, i32)>() {
            prop_assert_eq!(Cursor::after(&key).key::<(String, i32)>(), Ok(key));
        }
    }

    #[test]
    fn an_id_is_read_or_refused(text in prop_oneof![any::<String>(), "[0-9a-fA-F-]{30,40}", "[{]?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[}]?"]) {
        if let Ok(id) = text.parse::<PersonId>() {
            prop_assert_eq!(id.to_string().parse::<PersonId>().ok(), Some(id));
        }
    }

    #[test]
    fn keys_are_read_or_refused_with_their_line(text in prop_oneof![any::<String>(), "([A-Za-z0-9+/]{0,44}=?\n){0,4}"]) {
        match Keys::parse(&text) {
            Ok(keys) => {
                let shown = format!("{keys:?}");
                prop_assert!(text.lines().all(|line| line.len() < 44 || !shown.contains(line)));
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
