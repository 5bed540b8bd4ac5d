//! Which passwords are refused because others would guess them.

use std::sync::LazyLock;

use time::Date;
use yakusho_kernel::{Invalid, Reason};
use yakusho_regulation::{City, Lang, Verdict, rule};
use zeroize::Zeroizing;
use zxcvbn::zxcvbn;

use super::{PasswordText, romaji};
use crate::staff::fold;

/// Words that passwords in Japanese offices are made of, one a line, the most frequent first. Those of the rest of the
/// world come with zxcvbn.
static COMMON: LazyLock<Vec<String>> = LazyLock::new(|| {
    include_str!("../../data/common-passwords.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(fold)
        .collect()
});

/// How many guesses must not find a password: ten times what zxcvbn calls "safely unguessable" (its score 3), which a
/// name with six digits reaches by a hair. Nine letters that form no word take as many.
const ENOUGH_GUESSES: u64 = 1_000_000_000;

/// What is known of the one who sets a password, and would be tried first.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    /// The ID to sign in with.
    pub(super) login: String,
    /// The name, with a space between its parts.
    pub(super) name: String,
    /// Its reading in kana.
    pub(super) kana: String,
    /// The staff number.
    pub(super) number: String,
    /// The name of the unit, with that of its section; empty without a post.
    pub(super) unit: String,
}

/// Judges a new password: its length, and whether it is known or easily guessed (nogata:10(4), shiroishi:24-2,
/// muko:33-2).
///
/// # Errors
/// The field `new`, with `password_guessable` and the rule where it is too easily guessed.
pub(super) fn judge(
    city: &City,
    today: Date,
    password: &PasswordText,
    about: &About,
) -> Result<(), Invalid> {
    let shortest = usize::try_from(city.values(today).password_min_length).unwrap_or(usize::MAX);
    let reason = match password.length() {
        0 => Some(Reason::Required),
        length if length < shortest => Some(Reason::TooShort { min: shortest }),
        length if length > PasswordText::LONGEST => Some(Reason::TooLong {
            max: PasswordText::LONGEST,
        }),
        _ => None,
    };
    if let Some(reason) = reason {
        return Err(Invalid::field("new", reason));
    }
    let hard = !is_guessable(password, city, about);
    match rule!(PasswordNotLeaked).judge(city, today, hard) {
        Verdict::Broken(basis) => {
            let mut invalid = Invalid::default();
            invalid.push_by("new", Reason::Code("password_guessable"), basis);
            Err(invalid)
        }
        Verdict::Kept(_) | Verdict::NotInForce => Ok(()),
    }
}

/// Whether fewer than [`ENOUGH_GUESSES`] find it, for somebody who knows its owner and their town. The rule: the owner's
/// own words and what stands between words count for nothing, nor do case and the kind of kana; the rest has to carry the
/// password. It is looked at with and without each of them, since what is left out must not make it harder.
fn is_guessable(password: &PasswordText, city: &City, about: &About) -> bool {
    let own = own_words(city, about);
    let known = own.iter().chain(COMMON.iter()).map(String::as_str);
    let known: Vec<&str> = known.collect();
    let easy = |text: &str| zxcvbn(text, &known).guesses() < ENOUGH_GUESSES;
    let typed = Zeroizing::new(fold(password.reveal()));
    let bare: Zeroizing<String> =
        Zeroizing::new(typed.chars().filter(|c| c.is_alphanumeric()).collect());
    [typed, bare]
        .iter()
        .any(|text| easy(text) || easy(&without(text, &own)))
}

/// The text with none of those words, of which the first that fits is taken.
fn without(text: &str, words: &[String]) -> Zeroizing<String> {
    let mut left = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let after = words.iter().find_map(|word| rest.strip_prefix(&**word));
        rest = after.unwrap_or_else(|| {
            left.push(next);
            rest.strip_prefix(next).unwrap_or_default()
        });
    }
    left
}

/// The owner's own words, folded, the longest first: the ID, the staff number, the names as written, in kana and in Latin
/// letters, and those of the unit, the section and the city, with and without what kind of unit they are.
fn own_words(city: &City, about: &About) -> Vec<String> {
    let texts = [
        &*about.login,
        &about.number,
        &about.name,
        &about.kana,
        &about.unit,
        city.name(Lang::Ja),
        city.name(Lang::En),
    ];
    let written = texts.into_iter().flat_map(words).flat_map(|word| {
        let bare = word.trim_end_matches(['部', '局', '課', '室', '係', '市']);
        [bare.to_owned(), word]
    });
    let readings = about.kana.split_whitespace().flat_map(romaji::spellings);
    let mut own: Vec<String> = written
        .chain(readings)
        .filter(|word| word.chars().count() >= 2)
        .collect();
    own.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    own.dedup();
    own
}

/// The text as a whole and its parts, folded.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .chain([text])
        .map(fold)
        .collect()
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    fn verdict(password: &str) -> Result<(), Invalid> {
        let city = City::builtin("nogata").unwrap();
        let about = About {
            login: "n012345".into(),
            name: "佐藤 花子".into(),
            kana: "サトウ ハナコ".into(),
            number: "12345".into(),
            unit: "市民課".into(),
        };
        judged(&city, password, &about)
    }

    fn judged(city: &City, password: &str, about: &About) -> Result<(), Invalid> {
        let day = date!(2026 - 11 - 20);
        judge(city, day, &PasswordText::new(password), about)
    }

    fn reason(password: &str) -> Option<Reason> {
        verdict(password)
            .err()
            .map(|invalid| invalid.errors[0].reason.clone())
    }

    #[test]
    fn a_password_has_12_to_128_characters() {
        let long = "うめ雨は路地裏へ帽子12を送らずp".chars().cycle();
        assert_eq!(reason(""), Some(Reason::Required));
        assert_eq!(
            reason("路地裏に雨の帽子を送る"),
            Some(Reason::TooShort { min: 12 })
        );
        assert_eq!(reason("路地裏に雨の帽子を送るp"), None);
        assert_eq!(reason(&long.clone().take(128).collect::<String>()), None);
        let too_long: String = long.take(129).collect();
        assert_eq!(reason(&too_long), Some(Reason::TooLong { max: 128 }));
    }

    #[test]
    fn what_everybody_would_try_is_refused() {
        for guessable in [
            "password1234",
            "123456789012",
            "qwertyuiop12",
            "1qaz2wsx3edc",
            "パスワードパスワード12",
            "aaaaaaaaaaaa",
            "P@ssw0rd2026",
            "nogata202604",
            "Nogata-City-2026",
            "直方市役所直方市役所",
            "n012345n012345",
            "hanako198504",
            "satouhanako1",
            "佐藤花子佐藤花子2026",
            "sakurasakura",
            "reiwa8nenreiwa8nen",
            "shiyakusho2026",
        ] {
            assert_eq!(
                reason(guessable),
                Some(if guessable.chars().count() < 12 {
                    Reason::TooShort { min: 12 }
                } else {
                    Reason::Code("password_guessable")
                }),
                "{guessable}"
            );
        }
    }

    #[test]
    fn a_phrase_or_random_letters_are_taken() {
        for hard in [
            "kT9#vq2Lm!xz",
            "correct horse battery staple",
            "路地裏へ雨の帽子を七つ送る",
        ] {
            assert!(verdict(hard).is_ok(), "{hard}");
        }
    }

    #[test]
    fn ones_own_words_carry_nothing() {
        let city = City::builtin("nogata").unwrap();
        let about = About {
            login: "s1047".into(),
            name: "上野 結衣".into(),
            kana: "ウエノ ユイ".into(),
            number: "1047".into(),
            unit: "企画政策課 庶務係".into(),
        };
        for guessable in [
            "ueno yui 1047",
            "UenoYui-1047",
            "uenoyui1047!!",
            "1047 ueno 1047",
            "うえのゆいうえのゆい1047",
            "ウエノユイ上野結衣1047",
            "企画政策課庶務係1047番",
            "kikaku seisaku",
            "Nogata-Ueno-s1047",
            "ueno.kT9vq2Lm.yui",
        ] {
            let refused = judged(&city, guessable, &about).unwrap_err();
            let reason = &refused.errors[0].reason;
            assert_eq!(*reason, Reason::Code("password_guessable"), "{guessable}");
        }
        // What is left has nine letters that form no word.
        for hard in ["ueno.kT9vq2Lmx.yui", "1047路地裏へ雨の帽子を送る"] {
            assert!(judged(&city, hard, &about).is_ok(), "{hard}");
        }
    }

    #[test]
    fn what_is_left_of_a_text_has_none_of_the_words() {
        let own = ["uenoyui", "ueno", "yui"].map(str::to_owned);
        for (text, left) in [
            ("ueno-yui", "-"),
            ("uenoyuix", "x"),
            ("uueno", "u"),
            ("yu", "yu"),
            ("", ""),
        ] {
            assert_eq!(*without(text, &own), left, "{text}");
        }
    }
}
