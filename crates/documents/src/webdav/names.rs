//! By which names programs know folders and files: pure.

use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;
use yakusho_kernel::is_unseen;

/// What Windows has devices by, whatever ending follows.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];

/// A name as programs on every system can have it: composed as the town hall writes, with full-width signs in place of
/// those that Windows has no files by, and neither begun nor ended by what it drops.
pub(super) fn plain(name: &str) -> String {
    let kept = name.nfc().filter(|c| !is_unseen(*c)).map(|c| match c {
        '/' => '／',
        '\\' => '＼',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '"' => '＂',
        '<' => '＜',
        '>' => '＞',
        '|' => '｜',
        other => other,
    });
    let mut kept: Vec<char> = kept.collect();
    for place in kept.iter_mut().take_while(|c| c.is_whitespace()) {
        *place = '_';
    }
    let drops = |c: &char| c.is_whitespace() || *c == '.';
    for place in kept.iter_mut().rev().take_while(|c| drops(c)) {
        *place = if *place == '.' { '．' } else { '_' };
    }
    let kept: String = kept.into_iter().collect();
    if kept.is_empty() || is_device(&kept) {
        return format!("_{kept}");
    }
    kept
}

/// Whether Windows has a device by that name.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_uppercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        matches!(number.as_bytes(), [b'1'..=b'9'])
    };
    DEVICES.contains(&&*stem) || numbered("COM") || numbered("LPT")
}

/// The same with what tells one thing from others of that name, before its ending.
pub(super) fn told_apart(name: &str, id: Uuid, is_file: bool) -> String {
    let mark = id.as_u128() & 0xffff;
    match name.rsplit_once('.') {
        Some((stem, ending)) if is_file && !stem.is_empty() => {
            format!("{stem} ({mark:04x}).{ending}")
        }
        _ => format!("{name} ({mark:04x})"),
    }
}

/// The part of a file's name before its ending.
pub(crate) fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Whether programs have files of that name for a while, for themselves: those that begin with a dot, the owners' marks
/// and the half-written files of Office and its like, what editors keep beside a file, and what Windows notes of folders.
pub(crate) fn is_passing(name: &str) -> bool {
    let lower = name.to_lowercase();
    // Excel writes under eight hexadecimal digits without an ending; digits alone may be a day.
    let is_letter = |c: char| matches!(c, 'A'..='F');
    let is_digit = |c: char| c.is_ascii_digit() || is_letter(c);
    let of_excel = name.len() == 8 && name.chars().all(is_digit) && name.contains(is_letter);
    let ending = lower.rsplit_once('.').map(|(_, ending)| ending);
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || of_excel
        || matches!(ending, Some("tmp" | "part" | "partial"))
        || matches!(&*lower, "thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_one_on_every_system() {
        for (given, name) in [
            ("申請書.docx", "申請書.docx"),
            ("か\u{3099}.txt", "が.txt"),
            ("4/1の案?.txt", "4／1の案？.txt"),
            ("a\\b:c", "a＼b：c"),
            ("100% #1 & more.txt", "100% #1 & more.txt"),
            ("..", "．．"),
            (" a. ", "_a．_"),
            ("con.txt", "_con.txt"),
            ("COM1", "_COM1"),
            ("COM10", "COM10"),
            ("", "_"),
        ] {
            assert_eq!(plain(given), name, "{given:?}");
        }
    }

    #[test]
    fn passing_files_are_known_by_their_names() {
        for name in [
            ".DS_Store",
            "._a.docx",
            "~$a.docx",
            "~WRL0001.tmp",
            ".~lock.a.odt#",
            "A1B2C300",
            "a.TMP",
            "Thumbs.db",
            "a.txt~",
        ] {
            assert!(is_passing(name), "{name}");
        }
        for name in [
            "a.docx",
            "20260401",
            "A1B2C30",
            "template.txt",
            "a1b2c300",
            "db",
        ] {
            assert!(!is_passing(name), "{name}");
        }
    }

    #[test]
    fn two_of_one_name_are_told_apart() {
        let id = Uuid::from_u128(0x1_00ab);
        assert_eq!(told_apart("a.b.txt", id, true), "a.b (00ab).txt");
        assert_eq!(told_apart("a.b", id, false), "a.b (00ab)");
        assert_eq!((stem("a.b.txt"), stem("a"), stem(".a")), ("a.b", "a", ".a"));
    }

    proptest! {
        #[test]
        fn a_name_stays_what_it_became(given in "\\PC{0,40}") {
            let name = plain(&given);
            prop_assert_eq!(plain(&name), name.clone());
            prop_assert!(!name.contains(['/', '\\', ':']) && !name.is_empty());
            prop_assert!(!name.ends_with(['.', ' ']));
        }
    }
}
