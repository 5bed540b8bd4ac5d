//! What every text that is kept has in common.

/// Whether a character cannot be seen and has no place in a name or a title: control characters, those that turn the
/// direction of writing (Unicode's `Bidi_Control`), by which a text shows as another than it is, and those that show as
/// nothing at all, by which two names look alike. Joiners and the selectors of variants stay: names are written with them.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
                | '\u{3164}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The text of a number, a code or a time as it is read: with letters, digits and signs as ASCII has them, where an input
/// method made them as wide as kanji.
pub fn narrow(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    };
    text.chars().map(narrow).collect()
}

/// The form of a kanji by which names are compared: of those that are written for each other in names, as 髙 for 高 and
/// 邉 for 辺, the one that every keyboard finds first. Any other character is itself. Names stay as they are written.
///
/// Those of the tables of old forms that belong to the jōyō kanji (Cabinet notice of 2010) and of the shrink map of the
/// Character Information Technology Promotion Council that are common in names; what NFKC makes one is not among them.
#[expect(clippy::too_many_lines, reason = "a table")]
pub const fn common_kanji(c: char) -> char {
    match c {
        '髙' => '高',
        '﨑' | '嵜' => '崎',
        '𠮷' => '吉',
        '邊' | '邉' => '辺',
        '斎' | '齋' | '齊' => '斉',
        '濱' | '濵' => '浜',
        '廣' => '広',
        '澤' => '沢',
        '嶋' | '嶌' => '島',
        '國' => '国',
        '櫻' => '桜',
        '龍' => '竜',
        '瀧' => '滝',
        '鹽' => '塩',
        '關' => '関',
        '黑' => '黒',
        '德' => '徳',
        '眞' => '真',
        '實' => '実',
        '壽' => '寿',
        '榮' => '栄',
        '惠' => '恵',
        '藏' => '蔵',
        '檜' => '桧',
        '萬' => '万',
        '與' => '与',
        '靜' => '静',
        '澁' => '渋',
        '彌' => '弥',
        '槇' => '槙',
        '遙' => '遥',
        '堯' => '尭',
        '圓' => '円',
        '學' => '学',
        '鐵' => '鉄',
        '豐' => '豊',
        '禮' => '礼',
        '曾' => '曽',
        '增' => '増',
        '莊' => '荘',
        '桒' => '桑',
        '栁' => '柳',
        '槗' => '橋',
        '舘' => '館',
        '冨' => '富',
        '峯' => '峰',
        '渕' => '淵',
        '綠' => '緑',
        '亞' => '亜',
        '恆' => '恒',
        '晄' => '晃',
        '煕' => '熙',
        '條' => '条',
        '來' => '来',
        '當' => '当',
        '寶' | '寳' => '宝',
        '穗' => '穂',
        '賴' => '頼',
        '瀨' => '瀬',
        '巖' => '巌',
        '顯' => '顕',
        '靏' => '鶴',
        '鷗' => '鴎',
        '會' => '会',
        '傳' => '伝',
        '兒' => '児',
        '處' => '処',
        '劍' => '剣',
        '勳' => '勲',
        '團' => '団',
        '奧' => '奥',
        '將' => '将',
        '嶽' => '岳',
        '應' => '応',
        '戶' => '戸',
        '曉' => '暁',
        '橫' => '横',
        '權' => '権',
        '步' => '歩',
        '每' => '毎',
        '凉' => '涼',
        '淸' => '清',
        '滿' => '満',
        '爲' => '為',
        '瑤' => '瑶',
        '縣' => '県',
        '經' => '経',
        '總' => '総',
        '繩' => '縄',
        '聰' => '聡',
        '藝' => '芸',
        '薰' => '薫',
        '衞' => '衛',
        '覺' => '覚',
        '觀' => '観',
        '郞' => '郎',
        '鄕' => '郷',
        '埜' => '野',
        '靑' => '青',
        '黃' => '黄',
        '龜' => '亀',
        '穰' => '穣',
        '讓' => '譲',
        '淨' => '浄',
        '涌' => '湧',
        '兔' => '兎',
        '吳' => '呉',
        '內' => '内',
        '凜' => '凛',
        '姬' => '姫',
        '寬' => '寛',
        '彥' => '彦',
        '愼' => '慎',
        '樂' => '楽',
        '稻' => '稲',
        '舩' => '船',
        '螢' => '蛍',
        '鄰' => '隣',
        '薗' => '園',
        '邨' => '村',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_name_are_compared_as_one() {
        for (one, other) in [
            ("髙﨑", "高崎"),
            ("𠮷田", "吉田"),
            ("渡邊", "渡辺"),
            ("渡邉", "渡辺"),
            ("齋藤", "斉藤"),
            ("斎藤", "齊藤"),
            ("濵田", "濱田"),
            ("廣澤", "広沢"),
            ("嶋田", "島田"),
            ("山田", "山田"),
        ] {
            let common = |name: &str| name.chars().map(common_kanji).collect::<String>();
            assert_eq!(common(one), common(other), "{one} {other}");
            assert_eq!(common(&common(one)), common(one), "{one}");
        }
        assert_eq!(common_kanji('a'), 'a');
    }

    #[test]
    fn what_was_typed_wide_is_read_narrow_and_kanji_and_kana_stay() {
        assert_eq!(narrow("１０：３０"), "10:30");
        assert_eq!(narrow("Ａ－００４４　～"), "A-0044 ~");
        assert_eq!(narrow("税務課ｱア"), "税務課ｱア");
    }

    #[test]
    fn what_turns_the_direction_is_unseen_and_letters_of_any_script_are_not() {
        for unseen in [
            '\0',
            '\n',
            '\u{ad}',
            '\u{61c}',
            '\u{200b}',
            '\u{200e}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{3164}',
            '\u{feff}',
            '\u{e0020}',
        ] {
            assert!(is_unseen(unseen), "{unseen:?}");
        }
        for seen in [
            '役',
            'a',
            ' ',
            '\u{3000}',
            'ع',
            'ש',
            '\u{200d}',
            '\u{e0100}',
        ] {
            assert!(!is_unseen(seen), "{seen:?}");
        }
    }
}
