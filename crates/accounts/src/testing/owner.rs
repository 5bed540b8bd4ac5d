//! People with accounts, for tests of signing in and of what follows.

use std::sync::Arc;

use yakusho_kernel::{Actor, Cx};

use super::Town;
use crate::account::{self, AccountId, NewAccount, Shared};
use crate::password::{self, Change, PasswordText};
use crate::session::{self, Attempt, Entered, Place, SignIn, SignedIn};

/// The password of every [`Owner`].
pub const PASSWORD: &str = "路地裏へ雨の帽子を七つ送る";

/// Somebody with an account and a password of their own.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The account.
    pub account: AccountId,
    /// The ID to sign in with: the key of the person in the town.
    pub login: &'static str,
}

impl Town {
    /// Opens an account for the person of that key, without a password. For somebody who is not regular staff it ends
    /// after 30 days.
    pub async fn account(&self, key: &'static str) -> AccountId {
        let administrator = self.cx("administrator").await;
        let regular = self.standing(key).await.class.is_regular();
        let month = time::Duration::days(30);
        let new = NewAccount {
            person: self.person(key),
            login: key.to_owned(),
            ends_on: (!regular).then(|| administrator.today() + month),
            reason: "窓口業務に従事するため".to_owned(),
            shared: Shared::No,
        };
        let opened = account::open(&administrator, new).await;
        opened.expect("an account").into_inner()
    }

    /// Opens an account for the person of that key, and lets them choose [`PASSWORD`] as people do: by a one-time
    /// password.
    pub async fn owner(&self, key: &'static str) -> Owner {
        let account = self.account(key).await;
        let administrator = self.cx("administrator").await;
        let issued = password::issue(&administrator, account).await;
        let issued = issued.expect("a one-time password").into_inner();
        let nobody = administrator.acting(Actor::Nobody);
        let entered = enter(&nobody, key, issued.password.clone(), &Place::default()).await;
        let signed_in = session::resume(&nobody, &entered.secret).await;
        let own = nobody.acting(signed_in.expect("a session").actor_at_the_door());
        let change = Change {
            current: issued.password,
            new: PasswordText::new(PASSWORD),
        };
        let changed = password::change(&own, entered.session, change).await;
        let _ = changed.expect("a password of one's own");
        let ended = session::end(&own, entered.session).await;
        let _ = ended.expect("signing out");
        Owner {
            account,
            login: key,
        }
    }
}

impl Owner {
    /// What they type.
    pub fn attempt(&self) -> Attempt {
        Attempt {
            login: self.login.to_owned(),
            password: PasswordText::new(PASSWORD),
        }
    }

    /// Signs in from that place.
    pub async fn enter(&self, nobody: &Cx, place: &Place) -> Entered {
        enter(nobody, self.login, PasswordText::new(PASSWORD), place).await
    }

    /// Signs in from that place, and says who a request by the session is from.
    pub async fn signed_in(&self, nobody: &Cx, place: &Place) -> (Entered, SignedIn, Cx) {
        let entered = self.enter(nobody, place).await;
        let signed_in = session::resume(nobody, &entered.secret).await;
        let signed_in = signed_in.expect("a session");
        let cx = nobody.acting(Actor::Person(Arc::new(signed_in.standing().clone())));
        (entered, signed_in, cx)
    }
}

async fn enter(nobody: &Cx, login: &str, password: PasswordText, place: &Place) -> Entered {
    let attempt = Attempt {
        login: login.to_owned(),
        password,
    };
    let signed_in = session::sign_in(nobody, &attempt, place).await;
    match signed_in.expect("signing in").into_inner() {
        SignIn::Done(entered) => entered,
        SignIn::CodeNeeded(_) => panic!("{login} has a second factor"),
    }
}
