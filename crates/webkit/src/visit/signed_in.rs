//! Who is signed in, and the contract by which webkit finds out.

use std::sync::Arc;

use async_trait::async_trait;
use uuid::Uuid;
use yakusho_kernel::{Cx, Denied, Fault, PersonId, Standing};
use yakusho_regulation::Lang;

use super::{Announced, Maintenance};
use crate::Say;

/// A signed-in person, as pages need them.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Their posts, roles and grants today: the actor of every act of this visit.
    pub standing: Arc<Standing>,
    /// The name to show.
    pub display_name: String,
    /// Section and post, in words.
    pub post: String,
    /// For whom they act at the moment, by name, and by which kind of proxy; none for themselves.
    pub acting_for: Option<(String, Say)>,
    /// The session's token against forged requests; empty for an API token, which needs none.
    pub csrf: String,
    /// The language that they chose for their account.
    pub lang: Option<Lang>,
    /// What tells the session from others, not its secret; none for an API token.
    pub session: Option<Uuid>,
    /// The session's new secret, where the old one is to be replaced, as after a change of rights.
    pub new_secret: Option<String>,
    /// What they must do before anything else.
    pub must: Option<Must>,
    /// The codes of the functions that are switched on for them, e.g. `"board"`.
    pub functions: Vec<&'static str>,
    /// The codes of those that the city has, and the administrator stopped.
    pub stopped: Vec<&'static str>,
    /// What is announced to everybody, and whether acts rest.
    pub maintenance: Maintenance,
}

/// What must be done first: until then only routes of [`Access::SignedIn`](crate::Access::SignedIn) answer.
#[derive(Clone, Debug)]
pub struct Must {
    /// The code in the API, e.g. `"must_change_password"`.
    pub code: &'static str,
    /// The page where it is done.
    pub page: &'static str,
    /// The refusal of everything else.
    pub denied: Box<Denied>,
}

/// Tells who a session or an API token belongs to. The accounts implement it.
#[async_trait]
pub trait Authenticator: Send + Sync + 'static {
    /// The person whose session has this secret, if it is in force; this keeps it from going idle.
    async fn by_session(&self, cx: &Cx, secret: &str) -> Result<Option<SignedIn>, Fault>;

    /// The owner of this API token, if it is in force.
    async fn by_token(&self, cx: &Cx, token: &str) -> Result<Option<SignedIn>, Fault>;

    /// The same for a program that sends the owner's login ID with the token, as name and password (RFC 7617).
    async fn by_login(&self, cx: &Cx, login: &str, token: &str) -> Result<Option<SignedIn>, Fault> {
        let _ = login;
        self.by_token(cx, token).await
    }

    /// Which of these sessions have ended. Unlike a visit, this does not keep them from going idle.
    async fn ended(&self, cx: &Cx, sessions: &[Uuid]) -> Result<Vec<Uuid>, Fault>;

    /// What is announced to everybody, for pages on which nobody is signed in.
    async fn announced(&self, cx: &Cx) -> Result<Vec<Announced>, Fault>;

    /// Keeps what was sent and not taken, for whoever has, or had, the session with that token; says under which id, and
    /// for whom. None where there was no such session.
    async fn keep(
        &self,
        cx: &Cx,
        token: &str,
        sent: &[u8],
    ) -> Result<Option<(Uuid, PersonId)>, Fault> {
        let _ = (cx, token, sent);
        Ok(None)
    }

    /// What is kept under that id for the acting person.
    async fn kept(&self, cx: &Cx, id: Uuid) -> Result<Option<Vec<u8>>, Fault> {
        let _ = (cx, id);
        Ok(None)
    }

    /// What was kept under that id for the acting person has been sent.
    async fn sent(&self, cx: &Cx, id: Uuid) -> Result<(), Fault> {
        let _ = (cx, id);
        Ok(())
    }

    /// Keeps the language that the acting person chose.
    async fn choose_lang(&self, cx: &Cx, lang: Lang) -> Result<(), Fault>;
}
