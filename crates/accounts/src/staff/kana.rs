//! Keys for the order of the kana and for searching, in which full and half width, hiragana and katakana, and the forms
//! of a kanji are the same; and names and readings as they are kept.

use unicode_normalization::UnicodeNormalization as _;
use yakusho_kernel::common_kanji;

/// The key by which readings are put in the order of the fifty sounds; bytes compare as the readings do.
///
/// Voiced sounds, small letters and long vowels count only where everything else is the same, as in a directory.
pub fn kana_key(reading: &str) -> Vec<u8> {
    let folded = fold(reading);
    let mut key = Vec::with_capacity(folded.len() * 2 + 1);
    let mut vowel = None;
    for letter in folded.nfd() {
        let Some(letter) = plain(letter, vowel) else {
            continue;
        };
        vowel = vowel_of(letter).or(vowel);
        key.extend(letter.to_string().into_bytes());
    }
    key.push(0);
    key.extend(folded.into_bytes());
    key
}

/// The text that a search looks through: every part folded, with a space between.
pub fn search_key(parts: &[&str]) -> String {
    let folded: Vec<String> = parts.iter().map(|part| fold(part)).collect();
    folded.join(" ")
}

/// Full width, lower case, hiragana, the common forms of kanji, without spaces and control characters.
pub(crate) fn fold(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|letter| !letter.is_whitespace() && !letter.is_control())
        .map(hiragana)
        .map(common_kanji)
        .collect()
}

/// A name as it is kept: with one space between its parts, however wide and many were typed.
pub(crate) fn spaced(name: &str) -> String {
    let parts: Vec<&str> = name.split_whitespace().collect();
    parts.join(" ")
}

/// A reading as it is kept: in katakana of full width, likewise.
pub(crate) fn reading(typed: &str) -> String {
    let katakana: String = typed.nfkc().map(katakana).collect();
    spaced(&katakana)
}

fn katakana(letter: char) -> char {
    match letter {
        'ぁ'..='ゖ' => char::from_u32(u32::from(letter) + 0x60).unwrap_or(letter),
        other => other,
    }
}

fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        other => other,
    }
}

/// The letter without what counts only in the second place; none for the marks of voiced sounds.
fn plain(letter: char, before: Option<char>) -> Option<char> {
    match letter {
        '\u{3099}' | '\u{309A}' => None,
        'ー' => before.or(Some('ー')),
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' => {
            char::from_u32(u32::from(letter) + 1)
        }
        'ゕ' => Some('か'),
        'ゖ' => Some('け'),
        other => Some(other),
    }
}

/// The vowel with which a plain hiragana ends.
fn vowel_of(letter: char) -> Option<char> {
    const ROWS: [(char, &str); 5] = [
        ('あ', "あかさたなはまやらわ"),
        ('い', "いきしちにひみりゐ"),
        ('う', "うくすつぬふむゆる"),
        ('え', "えけせてねへめれゑ"),
        ('お', "おこそとのほもよろを"),
    ];
    ROWS.iter()
        .find(|(_, row)| row.contains(letter))
        .map(|(vowel, _)| *vowel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_stand_in_the_order_of_the_fifty_sounds() {
        let mut readings = [
            "サトウ ハナコ",
            "かとう",
            "ｶﾞﾄｳ",
            "がい",
            "かきた",
            "おおの",
            "オーノ",
            "つだ",
            "っだ",
            "やまだ",
        ];
        readings.sort_by_key(|reading| kana_key(reading));
        assert_eq!(
            readings,
            [
                "おおの",
                "オーノ",
                "がい",
                "かきた",
                "かとう",
                "ｶﾞﾄｳ",
                "サトウ ハナコ",
                "っだ",
                "つだ",
                "やまだ",
            ]
        );
    }

    #[test]
    fn width_and_kind_of_kana_do_not_matter_for_a_search() {
        assert_eq!(fold("サトウ　ハナコ"), "さとうはなこ");
        assert_eq!(fold("ｻﾄｳ ﾊﾅｺ"), "さとうはなこ");
        assert_eq!(fold("髙𠮷 一郎"), fold("高吉一郎"));
        assert_eq!(fold("Ａ１０"), "a10");
        assert_eq!(search_key(&["山田 太郎", "ヤマダ"]), "山田太郎 やまだ");
    }

    #[test]
    fn names_and_readings_are_kept_in_one_way() {
        assert_eq!(spaced("山田　 太郎"), "山田 太郎");
        assert_eq!(spaced("髙﨑　一郎"), "髙﨑 一郎", "as it is written");
        for typed in ["やまだ　たろう", "ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ  タロウ"] {
            assert_eq!(reading(typed), "ヤマダ タロウ");
        }
        assert_eq!(reading("Ｓｍｉｔｈ"), "Smith");
    }
}
