//! What a file is, by its first bytes.

/// How many of the first bytes show it.
pub(crate) const HEAD: usize = 8 * 1024;

/// The media type of what begins like this.
pub(crate) fn media_type(head: &[u8]) -> &'static str {
    if let Some(kind) = infer::get(head) {
        kind.mime_type()
    } else if !head.is_empty() && head.iter().all(|byte| is_of_text(*byte)) {
        "text/plain"
    } else {
        "application/octet-stream"
    }
}

/// Whether the byte occurs in texts of any encoding that staff use (UTF-8, Shift JIS, EUC-JP).
const fn is_of_text(byte: u8) -> bool {
    byte >= 0x20 && byte != 0x7f || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn the_content_says_what_it_is() {
        assert_eq!(media_type(b"%PDF-1.7"), "application/pdf");
        assert_eq!(media_type(b"<!DOCTYPE html><script>"), "text/html");
        assert_eq!(media_type("こんにちは\n".as_bytes()), "text/plain");
        assert_eq!(media_type(&"議事録".as_bytes()[..8]), "text/plain");
        assert_eq!(
            media_type(&[0x82, 0xb1, 0x82, 0xf1, b'\r', b'\n']),
            "text/plain"
        );
        assert_eq!(media_type(&[0, 1, 2]), "application/octet-stream");
        assert_eq!(media_type(b""), "application/octet-stream");
    }
}
