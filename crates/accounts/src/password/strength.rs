//! Which passwords are refused because others would guess them.

use std::sync::LazyLock;

use time::Date;
use yakusho_kernel::{Invalid, Reason};
use yakusho_regulation::{City, Lang, Verdict, rule};
use zeroize::Zeroizing;
use zxcvbn::zxcvbn;

use super::{PasswordText, romaji};

/// Words that passwords in Japanese offices are made of, one a line, the most frequent first. Those of the rest of the
/// world come with zxcvbn.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("../../data/common-passwords.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// How many guesses must not find a password: ten times what zxcvbn calls "safely unguessable" (its score 3), which a
/// name with six digits reaches by a hair.
const ENOUGH_GUESSES: u64 = 1_000_000_000;

/// What is known of the one who sets a password, and would be tried first.
#[derive(Clone, Debug)]
pub(super) struct About {
    /// The ID to sign in with.
    pub(super) login: String,
    /// The name, with a space between its parts.
    pub(super) name: String,
    /// Its reading in kana.
    pub(super) kana: String,
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

/// Whether fewer than [`ENOUGH_GUESSES`] find it, for somebody who knows its owner and their town. What stands between
/// words is left out for a second look, since hyphens and full stops do not make a word harder to guess.
fn is_guessable(password: &PasswordText, city: &City, about: &About) -> bool {
    let mut known = words(&about.login);
    known.extend(words(&about.name));
    known.extend(words(&about.kana));
    known.extend(about.kana.split_whitespace().flat_map(romaji::spellings));
    known.extend(words(city.name(Lang::Ja)));
    known.extend(words(city.name(Lang::En)));
    let known = known.iter().map(String::as_str);
    let inputs: Vec<&str> = known.chain(COMMON.iter().copied()).collect();
    let easy = |text: &str| zxcvbn(text, &inputs).guesses() < ENOUGH_GUESSES;
    let bare: Zeroizing<String> = Zeroizing::new(
        password
            .reveal()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect(),
    );
    easy(password.reveal()) || (!bare.is_empty() && easy(&bare))
}

/// The text as a whole and its parts, without those too short to say anything.
fn words(text: &str) -> Vec<String> {
    let whole: String = text.split_whitespace().collect();
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .chain([whole])
        .filter(|word| word.chars().count() >= 2)
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
        };
        judge(
            &city,
            date!(2026 - 11 - 20),
            &PasswordText::new(password),
            &about,
        )
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
}
