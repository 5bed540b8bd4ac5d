//! What an account is.

use time::Date;
use unicode_normalization::UnicodeNormalization as _;
use yakusho_kernel::{Actor, EmploymentClass, PersonId, Timestamp, typed_id};
use yakusho_regulation::Lang;

typed_id! {
    /// An account.
    pub struct AccountId = "account";
    /// A permission that people share an account.
    pub struct SharingId = "sharing_permission";
}

/// The most characters of a reason.
pub(crate) const REASON: usize = 2_000;

/// An account to be opened.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Whose it is to be; of a shared account, who is to answer for it.
    pub person: PersonId,
    /// The ID, as typed.
    pub login: String,
    /// The last day on which it can be used; needed for anyone but regular staff where the profile asks for it.
    pub ends_on: Option<Date>,
    /// Why somebody other than regular staff needs it; may be empty for regular staff.
    pub reason: String,
    /// Whether several people are to use it, and the permission that this stands on.
    pub shared: Shared,
}

/// Whether several people use an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// One person's own.
    No,
    /// Several people's, by that permission.
    By(Option<SharingId>),
}

/// How long an account is to last, and why.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The last day on which it can be used.
    pub ends_on: Option<Date>,
    /// Why somebody other than regular staff needs it.
    pub reason: String,
}

/// A permission of the information system manager that people share an account (shiroishi:24-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// Its id.
    pub id: SharingId,
    /// Who answers for the account.
    pub person: PersonId,
    /// Who may use it besides.
    pub people: Vec<PersonId>,
    /// Why it is necessary.
    pub reason: String,
    /// The last day on which it holds.
    pub ends_on: Date,
    /// The information system manager who gave it.
    pub permitted_by: PersonId,
    /// When.
    pub permitted_at: Timestamp,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<Timestamp>,
}

impl Sharing {
    /// Whether it holds on that day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.withdrawn_at.is_none() && day <= self.ends_on
    }
}

/// A permission to share that is to be given.
#[derive(Clone, Debug)]
pub struct NewSharing {
    /// Who answers for the account.
    pub person: PersonId,
    /// Who may use it besides, at least one.
    pub people: Vec<PersonId>,
    /// Why it is necessary.
    pub reason: String,
    /// The last day on which it holds.
    pub ends_on: Date,
}

/// Which accounts to list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Those in this state.
    pub state: Option<AccountState>,
    /// Those that are shared, or that are not.
    pub shared: Option<bool>,
    /// Those whose ID holds this text; any if empty.
    pub login: String,
    /// Those of these people, beside those that the ID finds; of anybody if empty.
    pub people: Vec<PersonId>,
}

/// An account as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Whose it is; of a shared account, who answers for it.
    pub person: PersonId,
    /// The ID to sign in with.
    pub login: Login,
    /// Whether it can be used.
    pub state: AccountState,
    /// Whether several people use it, by a permission on record.
    pub shared: bool,
    /// The last day on which it can be used; none if it has no end.
    pub ends_on: Option<Date>,
    /// The approval that an account of anyone but regular staff stands on.
    pub approval: Option<Approval>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When and why it was closed, if it is.
    pub closing: Option<Closing>,
    /// When somebody last signed in with it.
    pub last_sign_in_at: Option<Timestamp>,
    /// The language its owner chose.
    pub lang: Option<Lang>,
    /// What the city's identity management calls it, where one provisions it.
    pub external_id: Option<String>,
    /// When the identity management let go of it, which closed it; none while it is open.
    pub withdrawn_at: Option<Timestamp>,
    /// Counts the changes, so that two who change it at once are told.
    pub revision: i32,
}

impl Account {
    /// Whether it is the own one of whoever acts.
    pub fn is_of(&self, actor: &Actor) -> bool {
        actor.person() == Some(self.person)
    }

    /// Whether it can be used on that day.
    pub fn is_usable(&self, day: Date) -> bool {
        self.state == AccountState::Open && self.ends_on.is_none_or(|last| day <= last)
    }
}

/// What files say of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The ID.
    pub login: String,
    /// The staff number of its owner; empty where there is nobody of that kind on that day.
    pub number: String,
    /// Their name.
    pub name: String,
    /// Their employment class.
    pub class: Option<EmploymentClass>,
    /// Whether it can be used.
    pub state: AccountState,
    /// Whether several people use it.
    pub shared: bool,
    /// The day on which it was opened.
    pub opened_on: Option<Date>,
    /// The last day on which it can be used; none if it has no end.
    pub ends_on: Option<Date>,
    /// Why somebody other than regular staff needs it.
    pub reason: String,
    /// The day on which somebody last signed in with it.
    pub last_sign_in: Option<Date>,
    /// The day on which it was closed.
    pub closed_on: Option<Date>,
    /// Why.
    pub close_reason: String,
    /// What the identity management calls it; empty where that does not know it.
    pub external_id: String,
}

/// Whether an account can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountState {
    /// It can, until its end.
    Open,
    /// The supervisor suspended it.
    Suspended,
    /// It was closed.
    Closed,
}

yakusho_kernel::codes! {
    AccountState {
        Open = "open",
        Suspended = "suspended",
        Closed = "closed",
    }
    CloseCause {
        Ended = "ended",
        Reported = "reported",
        Administrator = "administrator",
    }
}

/// That the administrator found an account for somebody other than regular staff necessary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The administrator.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}

/// When and why an account was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// When.
    pub at: Timestamp,
    /// By which way it came about.
    pub cause: CloseCause,
    /// Why, in the words of whoever decided it; empty where the account's end came.
    pub reason: String,
}

/// By which way an account came to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CloseCause {
    /// Its end came.
    Ended,
    /// The section's manager reported that it is needed no longer (nogata:7-2).
    Reported,
    /// The administrator closed it.
    Administrator,
}

/// An ID to sign in with: what the administrator sets, as a person types it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login(String);

/// That a text cannot be an ID: it is empty, longer than [`Login::LONGEST`], or has characters that cannot be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an ID")]
pub struct LoginError;

/// Whether a character leaves a mark by which people tell IDs apart: spaces, controls, what joins or turns letters
/// unseen, and what stands for an unreadable byte do not.
fn is_seen(c: char) -> bool {
    let unseen = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | char::REPLACEMENT_CHARACTER);
    !unseen && !c.is_whitespace() && !c.is_control()
}

impl Login {
    /// The most characters of an ID.
    pub const LONGEST: usize = 64;

    /// Takes an ID as typed; full-width letters and digits become plain ones.
    pub fn parse(text: &str) -> Result<Self, LoginError> {
        let text: String = text.trim().nfkc().collect();
        let fits = (1..=Self::LONGEST).contains(&text.chars().count());
        if fits && text.chars().all(is_seen) {
            Ok(Self(text))
        } else {
            Err(LoginError)
        }
    }

    /// The ID as shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two IDs must not share: letter case does not tell them apart.
    pub fn key(&self) -> String {
        Self::key_of(&self.0)
    }

    /// The key of anything that was typed as an ID, whether it can be one or not.
    pub fn key_of(typed: &str) -> String {
        typed.trim().nfkc().flat_map(char::to_lowercase).collect()
    }
}

impl std::fmt::Display for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_letter_case_do_not_tell_ids_apart() {
        let plain = Login::parse("Sato01").unwrap();
        let wide = Login::parse(" ｓａｔｏ０１ ").unwrap();
        assert_eq!(wide.as_str(), "sato01");
        assert_eq!(plain.key(), wide.key());
        assert_eq!(Login::key_of("ＳＡＴＯ０１"), plain.key());
    }

    #[test]
    fn an_id_has_one_to_64_visible_characters() {
        assert!(Login::parse(&"あ".repeat(64)).is_ok());
        for wrong in ["", "  ", "a b", "a\u{0}b", &"a".repeat(65)] {
            assert_eq!(Login::parse(wrong), Err(LoginError), "{wrong:?}");
        }
    }
}
