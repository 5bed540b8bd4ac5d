//! The text of a file, whatever its encoding.

use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

/// The text of a file, its lines ended by LF. A byte order mark decides; what is no UTF-8 is `Shift_JIS`, if that leaves
/// fewer bytes unread. Bytes that are no characters become U+FFFD.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    characters(bytes).replace("\r\n", "\n").replace('\r', "\n")
}

fn characters(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    let (utf8, broken) = UTF_8.decode_without_bom_handling(bytes);
    if !broken {
        return utf8;
    }
    let (shift_jis, _) = SHIFT_JIS.decode_without_bom_handling(bytes);
    let unread = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
    if unread(&shift_jis) <= unread(&utf8) {
        shift_jis
    } else {
        utf8
    }
}
