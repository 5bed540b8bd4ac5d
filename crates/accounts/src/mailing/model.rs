//! What people choose, and what a mail is.

use std::collections::BTreeMap;

use time::Time;
use yakusho_kernel::{Invalid, NoticeRow, PersonId, Reason, Timestamp, narrow, typed_id};
use yakusho_regulation::Lang;

use super::Group;

typed_id! {
    /// A mail to one person.
    pub struct MailId = "mail";
}

/// How one is told, besides in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By mail as soon as it happens.
    AtOnce,
    /// By the mail that gathers what a day brought.
    Digest,
    /// In the page alone.
    Page,
}

yakusho_kernel::codes! {
    Way {
        AtOnce = "at_once",
        Digest = "digest",
        Page = "page",
    }
}

/// A mail address: one that relays of a town hall take, in ASCII, with a domain of two parts or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The most characters (RFC 5321, 4.5.3.1.3: a path of 256 octets with its angle brackets).
    pub const LONGEST: usize = 254;
    /// The most characters before the @ (RFC 5321, 4.5.3.1.1).
    const LONGEST_LOCAL: usize = 64;

    /// Reads an address as it was typed, in wide letters, too.
    ///
    /// # Errors
    /// At the field `address`.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        let text = narrow(typed.trim());
        let wrong = |reason| Invalid::field("address", reason);
        if text.is_empty() {
            return Err(wrong(Reason::Required));
        }
        if text.len() > Self::LONGEST {
            return Err(wrong(Reason::TooLong { max: Self::LONGEST }));
        }
        match text.split_once('@') {
            Some((local, domain)) if is_local(local) && is_domain(domain) => Ok(Self(text)),
            _ => Err(wrong(Reason::Code("no_address"))),
        }
    }

    /// As it is stored and written on a mail.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the store holds.
    pub(super) const fn stored(text: String) -> Self {
        Self(text)
    }
}

/// A dot-atom of RFC 5322.
fn is_local(local: &str) -> bool {
    let atom = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c))
    };
    local.len() <= Address::LONGEST_LOCAL && local.split('.').all(atom)
}

fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        let ends = part.starts_with('-') || part.ends_with('-');
        let letters = part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        !part.is_empty() && part.len() <= 63 && !ends && letters
    };
    domain.contains('.') && domain.split('.').all(label)
}

/// An hour of the day, 0 to 23.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour(u8);

impl Hour {
    /// The hour of that number.
    pub const fn of(number: u8) -> Option<Self> {
        if number < 24 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// Its number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// When it begins.
    pub fn begins(self) -> Time {
        Time::from_hms(self.0, 0, 0).unwrap_or(Time::MIDNIGHT)
    }
}

/// When nothing is to be mailed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quiet {
    /// From the one time of day until before the other: over midnight where the other is earlier. Never the same.
    pub hours: Option<(Time, Time)>,
    /// The whole of days on which the town hall is closed.
    pub closed_days: bool,
}

/// Which notices one wants mailed, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// How one is told, by what it is about; where nothing is said, as [`Preferences::usual`] has it.
    pub ways: BTreeMap<Group, Way>,
    /// When the digest goes.
    pub digest: Hour,
    /// When nothing goes.
    pub quiet: Quiet,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            ways: BTreeMap::new(),
            digest: Hour(8),
            quiet: Quiet::default(),
        }
    }
}

impl Preferences {
    /// How one is told who chose nothing: what is owed comes in the digest, the rest stays in the page.
    pub const fn usual(group: Group) -> Way {
        match group {
            Group::Owed => Way::Digest,
            _ => Way::Page,
        }
    }

    /// How one is told of what belongs to that group.
    pub fn way(&self, group: Group) -> Way {
        let chosen = self.ways.get(&group).copied();
        chosen.unwrap_or(Self::usual(group))
    }

    /// The same, if it can be taken.
    ///
    /// # Errors
    /// The field `quiet_until`, where quiet hours end as they begin.
    pub(super) fn checked(self) -> Result<Self, Invalid> {
        match self.quiet.hours {
            Some((from, until)) if from == until => {
                Err(Invalid::field("quiet_until", Reason::Code("same_time")))
            }
            _ => Ok(self),
        }
    }
}

/// An address that its owner has not confirmed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The address.
    pub address: Address,
    /// When its code was made.
    pub at: Timestamp,
    /// How often a code may still be tried.
    pub tries_left: u8,
}

/// Whereto and how one is mailed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailBox {
    /// Where notices go; nowhere as long as there is none.
    pub address: Option<Address>,
    /// The address that is to be confirmed.
    pub asked: Option<Asked>,
    /// What is mailed, and when.
    pub preferences: Preferences,
    /// Counts the changes; 0 before the first.
    pub revision: i32,
}

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its id, the same however often it is sent.
    pub id: MailId,
    /// Whose it is.
    pub person: PersonId,
    /// When it was made.
    pub at: Timestamp,
    /// How often it was taken up, this time among them.
    pub attempts: u32,
    /// Where it goes.
    pub to: Address,
    /// In which language.
    pub lang: Lang,
    /// What it says.
    pub content: MailContent,
}

/// What a mail says.
#[derive(Clone, Debug)]
pub enum MailContent {
    /// What its reader has not seen yet, the oldest first.
    Notices(Vec<NoticeRow>),
    /// The code that confirms the address.
    Confirmation(Confirmation),
}

/// A code by which an address is confirmed: six digits. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Confirmation(pub(super) String);

impl Confirmation {
    /// The code, for the mail.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Confirmation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Confirmation")
    }
}

/// How sending a mail ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The relay took it.
    Sent,
    /// It may be taken later; why it was not.
    Later(String),
    /// It will never be taken; why.
    Never(String),
}

/// A mail that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedMail {
    /// The mail.
    pub id: MailId,
    /// Whose it was.
    pub person: PersonId,
    /// When it was made.
    pub at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// What the relay said last.
    pub why: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_as_people_type_it_and_nonsense_is_not() {
        for (typed, read) in [
            ("clerk@city.example", "clerk@city.example"),
            (" yamada.taro@it.city.lg.jp ", "yamada.taro@it.city.lg.jp"),
            ("ｃｌｅｒｋ＠ｃｉｔｙ．ｅｘａｍｐｌｅ", "clerk@city.example"),
        ] {
            assert_eq!(Address::parse(typed).unwrap().as_str(), read);
        }
        let long = format!("{}@city.example", "a".repeat(65));
        for typed in [
            "",
            "clerk",
            "@city.example",
            "clerk@",
            "clerk@city",
            "clerk@city..example",
            "clerk@-city.example",
            "a b@city.example",
            "a@b@city.example",
            ".a@city.example",
            "職員@city.example",
            "clerk@city.example\r\nBcc: all@city.example",
            long.as_str(),
        ] {
            assert!(Address::parse(typed).is_err(), "{typed:?}");
        }
    }
}
