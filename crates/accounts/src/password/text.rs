//! A password as it was typed.

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// A password as it was typed, in the form NFKC, so that it is the same from every keyboard. Its `Debug` shows nothing,
/// it has no `Display` and no serialised form, and its memory is cleared when it goes.
#[derive(Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(from = "String")]
pub struct PasswordText(Zeroizing<String>);

impl PasswordText {
    /// The most characters of a password.
    pub const LONGEST: usize = 128;

    /// Takes what was typed.
    pub fn new(typed: impl Into<String>) -> Self {
        let typed = Zeroizing::new(typed.into());
        Self(Zeroizing::new(typed.nfkc().collect()))
    }

    /// How many characters it has.
    pub fn length(&self) -> usize {
        self.0.chars().count()
    }

    /// The password in clear: to be hashed, judged, or handed to the one whom it was made for, and nothing else.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for PasswordText {
    fn from(typed: String) -> Self {
        Self::new(typed)
    }
}

impl std::fmt::Debug for PasswordText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordText")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_composition_of_characters_do_not_matter() {
        let typed = ["ｶﾞｷﾞ１２", "ガギ12", "カ\u{3099}キ\u{3099}12"];
        let [half, full, composed] = typed.map(PasswordText::new);
        assert_eq!(half, full);
        assert_eq!(full, composed);
        assert_eq!(half.length(), 4);
    }

    #[test]
    fn a_password_does_not_show_in_debug_output() {
        let password = PasswordText::new("hunter2 hunter2");
        assert_eq!(
            format!("{password:?} {:#?}", Some(&password)),
            "PasswordText Some(\n    PasswordText,\n)"
        );
    }
}
