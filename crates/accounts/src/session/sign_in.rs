//! Signing in by the password or the word of the city's identity provider, and what then lets somebody in. Where the
//! account asks for a second factor, see `second_step`.

use uuid::Uuid;
use yakusho_kernel::{
    Act, Audit, Cx, DbError, Denied, Fault, Notice, Permit, Saved, Timestamp, Tx,
};

use super::lockout::{self, Key, Known, Limit};
use super::{Attempt, Entered, First, Place, SessionId, SignIn, SignInResult, policy, store};
use crate::account::{self, Account, AccountId, Login};
use crate::password::{self, Password};
use crate::second_factor::{self, Shown};
use crate::suspension::{self, Suspension};
use crate::{Secret, notices};

/// That too many have failed: nothing is compared until then.
#[derive(Clone, Debug, thiserror::Error)]
#[error("held off until {until:?}")]
pub struct HeldOff {
    /// The rule that refuses.
    pub denied: Denied,
    /// From when on it can be tried again.
    pub until: Timestamp,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The ID, the password or the code is not right, or (the password being right) the account cannot be used.
    #[error(transparent)]
    Refused(#[from] Denied),
    /// The password is right, and the account is suspended: what its owner is told (nogata:11).
    #[error("suspended")]
    Suspended(Box<Suspended>),
    /// Too many have failed.
    #[error(transparent)]
    HeldOff(#[from] HeldOff),
    /// Nobody was told apart: the database did not answer, or a hash did not come about.
    #[error(transparent)]
    Other(#[from] Fault),
}

/// What the owner of a suspended account is told.
#[derive(Clone, Debug)]
pub struct Suspended {
    /// The refusal, with the article.
    pub denied: Denied,
    /// The item of the prohibitions and the reason.
    pub suspension: Suspension,
}

impl From<DbError> for SignInError {
    fn from(error: DbError) -> Self {
        Self::Other(error.into())
    }
}

impl From<HeldOff> for Fault {
    fn from(held: HeldOff) -> Self {
        held.denied.into()
    }
}

impl From<SignInError> for Fault {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Refused(denied) => denied.into(),
            SignInError::Suspended(told) => told.denied.into(),
            SignInError::HeldOff(held) => held.into(),
            SignInError::Other(fault) => fault,
        }
    }
}

/// Signs somebody in by ID and password, or asks for a second factor.
///
/// The answer for an unknown ID is that for a wrong password, and takes as long.
pub async fn sign_in(
    cx: &Cx,
    attempt: &Attempt,
    place: &Place,
) -> Result<Saved<SignIn>, SignInError> {
    let login = Login::key_of(&attempt.login);
    let account = account::store::by_key(&cx.reader(), &login).await?;
    let id = account.map(|account| account.id);
    let password = password::store::get(&cx.reader(), id.unwrap_or_else(nobodys)).await?;
    let issued = password
        .as_ref()
        .and_then(|password| password.one_time)
        .is_some_and(|issued| issued.works(cx.now()));
    let caller = Caller::at(cx, login, id, issued, place).await?;
    caller.count(cx).await?;
    let hash = password.as_ref().map(|password| &password.hash);
    let right = password::verify(&attempt.password, hash)
        .await
        .map_err(Fault::from)?;
    match (id, password) {
        (Some(id), Some(password)) if right => {
            let proof = Proof {
                account: id,
                first: First::Password {
                    revision: password.revision,
                },
                second: None,
            };
            caller.admit(cx, proof).await
        }
        _ => {
            caller.note(cx, SignInResult::WrongPassword).await?;
            Err(wrong(cx, "wrong_credentials"))
        }
    }
}

/// Signs in whom the city's identity provider calls by that ID, or asks for a second factor, unless its own stands for one
/// (`strong`).
pub(crate) async fn sign_in_by_provider(
    cx: &Cx,
    login: &str,
    strong: bool,
    place: &Place,
) -> Result<Saved<SignIn>, SignInError> {
    let login = Login::key_of(login);
    let Some(account) = account::store::by_key(&cx.reader(), &login).await? else {
        return Err(not_by_provider(cx, "provider_knows_other"));
    };
    let caller = Caller::at(cx, login, Some(account.id), false, place).await?;
    caller.count(cx).await?;
    let proof = Proof {
        account: account.id,
        first: First::Provider { strong },
        second: None,
    };
    caller.admit(cx, proof).await
}

/// Refuses without saying which of ID and password it was.
pub(super) fn wrong(cx: &Cx, why: &'static str) -> SignInError {
    refused(cx, policy::SIGN_IN, why)
}

/// Refuses somebody who came from the city's identity provider.
pub(crate) fn not_by_provider(cx: &Cx, why: &'static str) -> SignInError {
    refused(cx, policy::SIGN_IN_BY_PROVIDER, why)
}

fn refused(cx: &Cx, act: Act, why: &'static str) -> SignInError {
    match policy::may_come_in(cx, act, false, why) {
        Err(denied) => denied.into(),
        // Only where the base is switched off to see that a test notices: nobody comes in all the same.
        Ok(_) => DbError::Conflict("signed_out").into(),
    }
}

/// The id of no account: what is asked about where there is none, so that it takes as long.
fn nobodys() -> AccountId {
    Uuid::nil().into()
}

/// What somebody has shown so far.
#[derive(Clone, Copy)]
pub(super) struct Proof<'a> {
    pub(super) account: AccountId,
    pub(super) first: First,
    /// The question for a second factor, and what was shown.
    pub(super) second: Option<(&'a Secret, Shown<'a>)>,
}

/// Whoever tries to sign in.
pub(super) struct Caller<'a> {
    /// The key of what was typed as an ID.
    login: String,
    account: Option<AccountId>,
    /// Whether the account's password is one that was issued: nobody guesses it, so strangers cannot hold its owner off.
    issued: bool,
    place: &'a Place,
    known: Known,
}

impl<'a> Caller<'a> {
    pub(super) async fn at(
        cx: &Cx,
        login: String,
        account: Option<AccountId>,
        issued: bool,
        place: &'a Place,
    ) -> Result<Self, DbError> {
        let id = account.unwrap_or_else(nobodys);
        Ok(Self {
            known: store::known(&cx.reader(), id, place, cx.now()).await?,
            login,
            account,
            issued,
            place,
        })
    }

    fn budgets(&self, cx: &Cx) -> Vec<(Key, Limit)> {
        let values = cx.city().values(cx.today());
        lockout::budgets(values, &self.login, self.place, self.known, self.issued)
    }

    /// Counts the try, or holds it off.
    pub(super) async fn count(&self, cx: &Cx) -> Result<(), SignInError> {
        let tx = cx.begin().await?;
        let held = store::reserve(&tx, &self.budgets(cx)).await?;
        if held.is_some() {
            store::note(&tx, self.account, self.place, SignInResult::HeldOff).await?;
        }
        tx.commit_unaudited().await?;
        Ok(policy::may_try(cx, held)?)
    }

    /// Writes into the history what came of it where nothing else is written.
    async fn note(&self, cx: &Cx, result: SignInResult) -> Result<(), DbError> {
        let tx = cx.begin().await?;
        store::note(&tx, self.account, self.place, result).await?;
        tx.commit_unaudited().await
    }

    /// Lets somebody in, or asks for a second factor, if the account is still as it was when the password was compared.
    pub(super) async fn admit(
        &self,
        cx: &Cx,
        proof: Proof<'_>,
    ) -> Result<Saved<SignIn>, SignInError> {
        let tx = cx.begin().await?;
        let account = account::store::locked(&tx, proof.account).await?;
        let Some(account) = account else {
            return Err(wrong(cx, "wrong_credentials"));
        };
        let password = match proof.first {
            First::Password { revision } => {
                let password = password::store::get(&tx, proof.account).await?;
                let same = password.filter(|password| password.revision == revision);
                if same.is_none() {
                    tx.rollback().await;
                    self.note(cx, SignInResult::WrongPassword).await?;
                    return Err(wrong(cx, "wrong_credentials"));
                }
                same
            }
            First::Provider { .. } => None,
        };
        let one_time = password.as_ref().and_then(|password| password.one_time);
        let standing = super::stands(&tx, &account, cx.today()).await?;
        let on = second_factor::is_on(&tx, account.id).await?;
        let strong = proof.first == First::Provider { strong: true };
        let asks = on && proof.second.is_none() && !strong;
        let act = policy::entering(proof.first, asks);
        let may = policy::may_enter(cx, act, &account, one_time, standing.is_some());
        let (permit, standing) = match (may, standing) {
            (Ok(permit), Some(standing)) => (permit, standing),
            (Ok(_), None) => return Err(wrong(cx, "not_employed")),
            (Err(denied), _) => {
                tx.rollback().await;
                return Err(self.turned_away(cx, account.id, denied).await?);
            }
        };
        if asks {
            return self.ask(tx, permit, &account, proof.first).await;
        }
        if let (true, Some((challenge, shown))) = (on, proof.second) {
            let accepted = second_factor::accept(&tx, &permit, &account, shown).await?
                && store::answered(&tx, &permit, challenge).await?;
            if !accepted {
                tx.rollback().await;
                let result = match shown {
                    Shown::Code(_) => SignInResult::WrongCode,
                    Shown::Passkey { .. } => SignInResult::WrongPasskey,
                };
                self.note(cx, result).await?;
                return Err(wrong(cx, result.code()));
            }
        }
        let tries = if proof.second.is_some() { 2 } else { 1 };
        store::give_back(&tx, &self.budgets(cx), tries).await?;
        let rights = super::rights(&standing);
        self.enter(tx, permit, &account, password.as_ref(), rights)
            .await
    }

    /// What is answered where they showed who they are, but the account cannot be used.
    async fn turned_away(
        &self,
        cx: &Cx,
        account: AccountId,
        denied: Denied,
    ) -> Result<SignInError, DbError> {
        let result = match denied.why {
            "suspended" => SignInResult::Suspended,
            "one_time_password_used" | "one_time_password_expired" => SignInResult::Expired,
            _ => SignInResult::Closed,
        };
        self.note(cx, result).await?;
        if result != SignInResult::Suspended {
            return Ok(denied.into());
        }
        let suspension = suspension::store::current(&cx.reader(), account).await?;
        Ok(match suspension {
            Some(suspension) => SignInError::Suspended(Box::new(Suspended { denied, suspension })),
            None => denied.into(),
        })
    }

    async fn ask(
        &self,
        tx: Tx,
        permit: Permit,
        account: &Account,
        first: First,
    ) -> Result<Saved<SignIn>, SignInError> {
        let secret = Secret::random(tx.cx().env().rng());
        store::ask(&tx, &permit, account.id, first, &secret).await?;
        store::note(&tx, Some(account.id), self.place, SignInResult::CodeNeeded).await?;
        let entry = Audit::of(permit, &account.id).by(account.person);
        Ok(tx.commit(entry, SignIn::CodeNeeded(secret)).await?)
    }

    async fn enter(
        &self,
        tx: Tx,
        permit: Permit,
        account: &Account,
        password: Option<&Password>,
        rights: i64,
    ) -> Result<Saved<SignIn>, SignInError> {
        let rng = tx.cx().env().rng();
        let secret = Secret::random(rng);
        let place = Place {
            device: match &self.place.device {
                Some(device) if self.known.device => Some(device.clone()),
                _ => Some(Secret::random(rng)),
            },
            ..self.place.clone()
        };
        if let Some(former) = &place.session {
            store::end_by_secret(&tx, &permit, former).await?;
        }
        // Whoever came in without a password came by the provider.
        let by_provider = password.is_none();
        let session = store::Beginning {
            account: account.id,
            secret: &secret,
            rights,
            place: &place,
            by_provider,
        };
        let session = store::insert(&tx, &permit, session).await?;
        if let Some(issued) = password.filter(|password| password.one_time.is_some())
            && !password::store::use_up(&tx, &permit, account.id, issued).await?
        {
            return Err(DbError::Conflict("changed_meanwhile").into());
        }
        let result = if by_provider {
            SignInResult::DoneByProvider
        } else {
            SignInResult::Done
        };
        store::note(&tx, Some(account.id), &place, result).await?;
        account::store::signed_in(&tx, &permit, account.id, tx.cx().now()).await?;
        self.tell_of_new_place(&tx, session, account).await?;
        store::remember(&tx, &permit, account.id, &place).await?;
        let entered = Entered {
            session,
            account: account.id,
            person: account.person,
            secret,
            // Drawn above where there was none.
            device: place.device.unwrap_or_else(|| Secret::random(rng)),
        };
        let entry = Audit::of(permit, &session)
            .by(account.person)
            .with("account", account.id.to_string());
        Ok(tx.commit(entry, SignIn::Done(entered)).await?)
    }

    /// Tells the owner of a sign-in from a place that is not known, unless it is the first of all. Where the server is
    /// told no addresses there is nothing to tell.
    async fn tell_of_new_place(
        &self,
        tx: &Tx,
        session: SessionId,
        account: &Account,
    ) -> Result<(), DbError> {
        let known = self.known.device || self.known.address || self.place.address.is_none();
        if known || !store::knows_any(tx, account.id).await? {
            return Ok(());
        }
        let notice =
            Notice::new(notices::SIGNED_IN_FROM_NEW_PLACE, &session).params(serde_json::json!({
                "address": self.place.address_text(),
                "agent": self.place.agent_text(),
            }));
        tx.notify(&[account.person], &notice).await
    }
}
