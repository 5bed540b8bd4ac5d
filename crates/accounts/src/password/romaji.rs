//! Kana in Latin letters, as people write their names into passwords.

use unicode_normalization::UnicodeNormalization as _;

/// The sounds in the order of the table, small letters apart; Hepburn spelling.
const SOUNDS: [(&str, &str); 5] = [
    (
        "あかさたなはまやらわがざだばぱ",
        "a ka sa ta na ha ma ya ra wa ga za da ba pa",
    ),
    (
        "いきしちにひみりぎじぢびぴ",
        "i ki shi chi ni hi mi ri gi ji ji bi pi",
    ),
    (
        "うくすつぬふむゆるぐずづぶぷ",
        "u ku su tsu nu fu mu yu ru gu zu zu bu pu",
    ),
    (
        "えけせてねへめれげぜでべぺ",
        "e ke se te ne he me re ge ze de be pe",
    ),
    (
        "おこそとのほもよろをごぞどぼぽ",
        "o ko so to no ho mo yo ro o go zo do bo po",
    ),
];

/// From Hepburn to Kunrei spelling, what contains another before it.
const KUNREI: [(&str, &str); 10] = [
    ("cchi", "tti"),
    ("cch", "tty"),
    ("chi", "ti"),
    ("ch", "ty"),
    ("shi", "si"),
    ("sh", "sy"),
    ("tsu", "tu"),
    ("fu", "hu"),
    ("ji", "zi"),
    ("j", "zy"),
];

/// A reading in Latin letters, in Hepburn and in Kunrei spelling, each as written in full (`satou`), with its long vowels
/// short (`sato`) and with an h for them (`satoh`).
pub(super) fn spellings(kana: &str) -> Vec<String> {
    let replaced = |text: &str, pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    };
    let hepburn = latin(kana);
    let kunrei = replaced(&hepburn, &KUNREI);
    let mut all: Vec<String> = Vec::new();
    for full in [hepburn, kunrei] {
        let short = replaced(&full, &[("ou", "o"), ("oo", "o"), ("uu", "u")]);
        let with_h = replaced(&full, &[("ou", "oh"), ("oo", "oh"), ("uu", "u")]);
        for spelling in [full, short, with_h] {
            if !all.contains(&spelling) {
                all.push(spelling);
            }
        }
    }
    all
}

fn latin(kana: &str) -> String {
    let mut text = String::new();
    let mut double = false;
    for letter in kana.nfkc().map(hiragana) {
        match letter {
            'っ' => double = true,
            'ん' => text.push('n'),
            'ー' => {}
            'ゃ' | 'ゅ' | 'ょ' => contract(&mut text, letter),
            _ => {
                let Some(sound) = sound(letter) else { continue };
                if std::mem::take(&mut double) {
                    text.extend(sound.chars().next());
                }
                text.push_str(sound);
            }
        }
    }
    text
}

/// Turns ki + ya into kya, shi + ya into sha.
fn contract(text: &mut String, small: char) {
    let vowel = match small {
        'ゃ' => "a",
        'ゅ' => "u",
        _ => "o",
    };
    if text.pop() != Some('i') {
        return;
    }
    if !(text.ends_with("sh") || text.ends_with("ch") || text.ends_with('j')) {
        text.push('y');
    }
    text.push_str(vowel);
}

fn sound(letter: char) -> Option<&'static str> {
    SOUNDS.iter().find_map(|(kana, latin)| {
        let place = kana.chars().position(|other| other == letter)?;
        latin.split(' ').nth(place)
    })
}

fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelt_as_people_spell_them() {
        for (kana, expected) in [
            ("サトウ", &["satou", "sato", "satoh"][..]),
            ("ハナコ", &["hanako"]),
            ("ｼﾝｼﾞ", &["shinji", "sinzi"]),
            ("きょうこ", &["kyouko", "kyoko", "kyohko"]),
            ("ハットリ", &["hattori"]),
            (
                "ハッチョウ",
                &[
                    "hacchou", "haccho", "hacchoh", "hattyou", "hattyo", "hattyoh",
                ],
            ),
            (
                "おおつか",
                &["ootsuka", "otsuka", "ohtsuka", "ootuka", "otuka", "ohtuka"],
            ),
            ("ジュン", &["jun", "zyun"]),
            ("ふくし", &["fukushi", "hukusi"]),
            ("ユウキ", &["yuuki", "yuki"]),
        ] {
            assert_eq!(spellings(kana), expected, "{kana}");
        }
    }
}
