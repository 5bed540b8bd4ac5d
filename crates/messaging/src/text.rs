//! Texts that people write: titles, bodies, remarks. What is stored is what was written, less what no page can show.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{Invalid, Reason, is_unseen};

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $lines:ident, $max:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The most characters it may have.
            pub const MAX: usize = $max;

            /// Takes what was entered, without the space around it; refuses it empty or too long.
            pub fn parse(entered: &str) -> Result<Self, Reason> {
                let text = Lines::$lines.clean(entered);
                if text.is_empty() {
                    Err(Reason::Required)
                } else if text.chars().count() > Self::MAX {
                    Err(Reason::TooLong { max: Self::MAX })
                } else {
                    Ok(Self(text))
                }
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, to keep.
            pub fn into_inner(self) -> String {
                self.0
            }

            /// A text that was parsed before it was stored.
            pub(crate) const fn stored(text: String) -> Self {
                Self(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

texts! {
    /// A title: one line of 1 to 200 characters.
    Title: One, 200;
    /// The body of a post or circulation: 1 to 20,000 characters. Its formatting is in the text itself (empty lines
    /// part paragraphs, `- ` begins an item of a list, addresses are links); pages make markup of it and nothing else.
    Body: Many, 20_000;
    /// A comment, a reply or a reason: 1 to 2,000 characters.
    Remark: Many, 2_000;
    /// The name of a category or template: one line of 1 to 60 characters.
    Label: One, 60;
}

/// The reason for which somebody's words are taken down, if one was given, from the field `reason`.
pub(crate) fn given(entered: &str) -> Result<Option<Remark>, Invalid> {
    if entered.trim().is_empty() {
        return Ok(None);
    }
    let reason = Remark::parse(entered).map_err(|reason| Invalid::field("reason", reason))?;
    Ok(Some(reason))
}

#[derive(Clone, Copy)]
enum Lines {
    One,
    Many,
}

impl Lines {
    /// Line ends become `\n` (a space where there is one line); what else cannot be seen goes, and with it what would
    /// turn the direction of all that follows.
    fn clean(self, entered: &str) -> String {
        let unified = entered.replace("\r\n", "\n").replace('\r', "\n");
        let cleaned: String = match self {
            Self::One => unified
                .chars()
                .map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c })
                .filter(|c| !is_unseen(*c))
                .collect(),
            Self::Many => unified
                .chars()
                .filter(|c| !is_unseen(*c) || matches!(c, '\n' | '\t'))
                .collect(),
        };
        cleaned.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_and_a_body_many() {
        assert_eq!(
            Title::parse(" 停電の\r\nお知らせ\u{0} ").unwrap().as_str(),
            "停電の お知らせ"
        );
        assert_eq!(
            Body::parse("一\r\n\r\n二\u{8}\t三\n").unwrap().as_str(),
            "一\n\n二\t三"
        );
    }

    #[test]
    fn nothing_turns_the_direction_of_what_follows() {
        let turned = "明日\u{202e}休庁\u{2066}です";
        assert_eq!(Title::parse(turned).unwrap().as_str(), "明日休庁です");
        assert_eq!(Label::parse(turned).unwrap().as_str(), "明日休庁です");
        assert_eq!(Body::parse(turned).unwrap().as_str(), "明日休庁です");
        assert_eq!(Title::parse("\u{202e}\u{202c}"), Err(Reason::Required));
    }

    #[test]
    fn the_longest_is_counted_in_characters() {
        let longest = "役".repeat(Title::MAX);
        assert!(Title::parse(&longest).is_ok());
        assert_eq!(
            Title::parse(&(longest + "所")),
            Err(Reason::TooLong { max: Title::MAX })
        );
        assert_eq!(Title::parse(" \u{3000}\n"), Err(Reason::Required));
    }
}
