//! What a session is, and what a signed-in request knows.

use std::net::IpAddr;
use std::sync::Arc;

use yakusho_kernel::{Actor, Denied, PersonId, Standing, Timestamp, typed_id};
use yakusho_regulation::Lang;

use crate::account::AccountId;
use crate::function::Functions;
use crate::maintenance::Announcement;
use crate::password::PasswordText;
use crate::second_factor::passkey::Question;
use crate::secret::Secret;
use crate::token::TokenId;

typed_id! {
    /// A session: from signing in to signing out.
    pub struct SessionId = "session";
    /// A form that was sent and not taken.
    pub struct UnsentId = "session.unsent";
    /// A line of an account's sign-in history.
    pub struct SignInId = "sign_in";
}

/// Where a request comes from.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The address, as the server or the proxy that it trusts saw it.
    pub address: Option<IpAddr>,
    /// The program, as it names itself in `User-Agent`.
    pub agent: String,
    /// What [`Entered::device`] gave to this browser when somebody signed in on it before.
    pub device: Option<Secret>,
    /// The secret of a session that this browser still has: it ends when somebody signs in.
    pub session: Option<Secret>,
}

/// What somebody typed to sign in. Its `Debug` shows nothing: people type passwords into the field for the ID.
#[derive(Clone)]
pub struct Attempt {
    /// The ID.
    pub login: String,
    /// The password.
    pub password: PasswordText,
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Attempt")
    }
}

/// Somebody who is signed in, for the length of one request.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The account used.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// How the person is called.
    pub display_name: String,
    /// Unit and title of their main post, in words, where they act for themselves.
    pub place: Option<String>,
    /// The language that the person chose.
    pub lang: Option<Lang>,
    /// By what the request showed who it is.
    pub by: By,
    /// What must be done before anything else.
    pub must: Option<Must>,
    /// The functions that are on.
    pub functions: Functions,
    /// Whether the person's rights are others than when the session's secret was made: it is then to be
    /// replaced by [`renew`](super::renew).
    pub rights_changed: bool,
    /// What is shown to everybody at the moment, what begins first before the others.
    pub announced: Vec<Announcement>,
    pub(crate) standing: Arc<Standing>,
}

impl SignedIn {
    /// Who acts, or what must be done before they may.
    pub fn actor(&self) -> Result<Actor, &Must> {
        match &self.must {
            Some(must) => Err(must),
            None => Ok(self.actor_at_the_door()),
        }
    }

    /// Who acts, for the few acts that are open to those who must do something first: doing it, and signing out.
    pub fn actor_at_the_door(&self) -> Actor {
        Actor::Person(Arc::clone(&self.standing))
    }

    /// What a form must bring along, so that no other site can send it; empty for an API token.
    pub fn csrf(&self) -> &str {
        match &self.by {
            By::Session { csrf, .. } => csrf,
            By::Token { .. } => "",
        }
    }

    /// The posts, roles and permissions of today.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }
}

/// By what a request showed who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// A session of a browser.
    Session {
        /// The session.
        id: SessionId,
        /// What a form must bring along, so that no other site can send it.
        csrf: String,
    },
    /// An API token.
    Token {
        /// The token.
        id: TokenId,
    },
}

/// What must be done before anything else.
#[derive(Clone, Debug)]
pub enum Must {
    /// The password must be changed: by the rule that refuses everything else, and for its reason
    /// (`one_time_password` or `password_too_old`).
    ChangePassword(Denied),
    /// Usage rules in force must be acknowledged: by the rule that refuses everything else.
    AcknowledgeUsage(Denied),
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Its id.
    pub id: SessionId,
    /// When it began.
    pub started_at: Timestamp,
    /// When it was last used, to the minute.
    pub seen_at: Timestamp,
    /// When it ends in any case.
    pub ends_at: Timestamp,
    /// The address it began from.
    pub address: String,
    /// The program, in few words.
    pub agent: String,
}

/// A line of an account's sign-in history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInRow {
    /// Its id.
    pub id: SignInId,
    /// When.
    pub at: Timestamp,
    /// What came of it.
    pub result: SignInResult,
    /// The address it came from.
    pub address: String,
    /// The program, in few words.
    pub agent: String,
}

/// What came of signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignInResult {
    /// A session began.
    Done,
    /// A session began by the word of the city's identity provider.
    DoneByProvider,
    /// The password was right, or the identity provider knew them, and a code or a passkey was asked for.
    CodeNeeded,
    /// The password was wrong.
    WrongPassword,
    /// The code was wrong, or had been used.
    WrongCode,
    /// The answer of a passkey was wrong, or it was none of the account's.
    WrongPasskey,
    /// Too many had failed before; nothing was compared.
    HeldOff,
    /// They showed who they are, but the account is suspended.
    Suspended,
    /// They showed who they are, but the account is closed or past its end.
    Closed,
    /// The one-time password had been used, or was past its hours.
    Expired,
}

yakusho_kernel::codes! {
    SignInResult {
        Done = "done",
        DoneByProvider = "done_by_provider",
        CodeNeeded = "code_needed",
        WrongPassword = "wrong_password",
        WrongCode = "wrong_code",
        WrongPasskey = "wrong_passkey",
        HeldOff = "held_off",
        Suspended = "suspended",
        Closed = "closed",
        Expired = "expired",
    }
}

/// A session that just began: what its browser must keep.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The session.
    pub session: SessionId,
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// For the session's cookie.
    pub secret: Secret,
    /// For a cookie that outlives the session: it shows that somebody signed in here before, so that failures of
    /// strangers elsewhere do not count against this browser.
    pub device: Secret,
}

/// By what somebody first shows who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    /// The password of that revision.
    Password { revision: i32 },
    /// The word of the city's identity provider; whether it stands for a second factor, too.
    Provider { strong: bool },
}

impl First {
    pub(crate) fn is_provider(self) -> bool {
        matches!(self, Self::Provider { .. })
    }
}

/// What came of a right password, or of the word of the city's identity provider.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// Signed in.
    Done(Entered),
    /// The account has a second factor: its code is to be given to [`confirm`](super::confirm), or the answer of one of
    /// its passkeys to [`confirm_by_passkey`](super::confirm_by_passkey), together with this secret, within five minutes.
    CodeNeeded(Secret),
}

/// How somebody who showed who they are can go on, besides by a recovery code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// By a code of an app.
    pub app: bool,
    /// By a passkey: what to ask it.
    pub passkey: Option<Question>,
}

/// Why a session ended before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndCause {
    /// Its owner signed out, there or from afar.
    SignedOut,
    /// Its owner changed the password.
    PasswordChanged,
    /// The administrator issued a one-time password.
    PasswordIssued,
    /// The administrator ended it.
    Administrator,
    /// Its account was suspended.
    Suspended,
    /// Its account was closed.
    AccountClosed,
}

impl EndCause {
    /// The code in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignedOut => "signed_out",
            Self::PasswordChanged => "password_changed",
            Self::PasswordIssued => "password_issued",
            Self::Administrator => "administrator",
            Self::Suspended => "suspended",
            Self::AccountClosed => "account_closed",
        }
    }
}
