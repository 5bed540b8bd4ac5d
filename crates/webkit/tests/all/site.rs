//! A tiny site: a guest book, and accounts that are a table of secrets.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use poem::http::header;
use poem::test::{TestClient, TestRequestBuilder};
use uuid::Uuid;
use yakusho_blobs::Blobs;
use yakusho_kernel::{Cx, EmploymentClass, Fault, PersonId, Scope, Standing, Via};
use yakusho_kernel::{Holding, PostId, RoleHeld};
use yakusho_regulation::{Lang, Role};
use yakusho_testkit::World;
use yakusho_webkit::{App, Authenticator, Ground, Must, Offer, Settings, SignedIn};

/// The secrets that open something, and who they open it for.
#[derive(Default)]
pub struct Accounts {
    pub sessions: Mutex<HashMap<String, SignedIn>>,
    pub tokens: Mutex<HashMap<String, SignedIn>>,
    pub chosen: Mutex<Option<Lang>>,
}

#[async_trait]
impl Authenticator for Accounts {
    async fn by_session(&self, _: &Cx, secret: &str) -> Result<Option<SignedIn>, Fault> {
        Ok(self.sessions.lock().unwrap().get(secret).cloned())
    }

    async fn by_token(&self, _: &Cx, token: &str) -> Result<Option<SignedIn>, Fault> {
        Ok(self.tokens.lock().unwrap().get(token).cloned())
    }

    async fn ended(&self, _: &Cx, sessions: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
        let open = self.sessions.lock().unwrap();
        let is_open = |id: &Uuid| open.values().any(|me| me.session == Some(*id));
        Ok(sessions.iter().copied().filter(|id| !is_open(id)).collect())
    }

    async fn choose_lang(&self, _: &Cx, lang: Lang) -> Result<(), Fault> {
        *self.chosen.lock().unwrap() = Some(lang);
        Ok(())
    }
}

/// A clerk whose session has the secret `clerk` and the token `csrf-of-clerk`.
pub fn clerk() -> SignedIn {
    SignedIn {
        standing: Arc::new(Standing {
            person: PersonId::from(Uuid::from_u128(1)),
            class: EmploymentClass::Regular,
            on_behalf: None,
            seats: Vec::new(),
            roles: Vec::new(),
            grants: Vec::new(),
            via: Via::Session,
        }),
        display_name: "佐藤 花子".to_owned(),
        post: "総務課 主事".to_owned(),
        acting_for: None,
        csrf: "csrf-of-clerk".to_owned(),
        lang: None,
        session: Some(Uuid::from_u128(11)),
        new_secret: None,
        must: None,
        functions: vec!["book"],
    }
}

/// The same person as the holder of a role.
pub fn holding(role: Role) -> SignedIn {
    let mut me = clerk();
    let held = RoleHeld {
        role,
        unit: None,
        by: Holding::Post(PostId::from(Uuid::from_u128(2))),
    };
    Arc::make_mut(&mut me.standing).roles.push(held);
    me
}

/// The same person by an API token.
pub fn by_token(me: SignedIn, scopes: &[Scope]) -> SignedIn {
    let mut me = me;
    Arc::make_mut(&mut me.standing).via = Via::Token(scopes.to_vec());
    SignedIn {
        csrf: String::new(),
        session: None,
        ..me
    }
}

/// The same person, who must do something first.
pub fn who_must(me: SignedIn) -> SignedIn {
    SignedIn {
        must: Some(Must {
            code: "must_change_password",
            page: "/account/password",
            denied: None,
        }),
        ..me
    }
}

/// A running site and its world.
pub struct Town {
    pub world: World,
    pub accounts: Arc<Accounts>,
    pub client: TestClient<App>,
}

impl Town {
    /// The site of that offer, with a clerk signed in under the secret `clerk`.
    pub async fn with(offer: Offer) -> Self {
        Self::set_up(offer, Settings::default()).await
    }

    pub async fn set_up(offer: Offer, settings: Settings) -> Self {
        let world = World::sqlite("model").await;
        let accounts = Arc::new(Accounts::default());
        let sessions = HashMap::from([("clerk".to_owned(), clerk())]);
        *accounts.sessions.lock().unwrap() = sessions;
        let ground = Ground {
            env: Arc::clone(&world.env),
            blobs: Blobs::on_disk(world.folder().join("blobs")).await.unwrap(),
            settings,
            authenticator: Arc::clone(&accounts) as _,
        };
        let client = TestClient::new(App::new(ground, [offer]).unwrap());
        Self {
            world,
            accounts,
            client,
        }
    }

    /// Has a session with that secret be this person's.
    pub fn session(&self, secret: &str, me: SignedIn) {
        let mut sessions = self.accounts.sessions.lock().unwrap();
        sessions.insert(secret.to_owned(), me);
    }

    /// Has an API token be this person's.
    pub fn token(&self, token: &str, me: SignedIn) {
        let mut tokens = self.accounts.tokens.lock().unwrap();
        tokens.insert(token.to_owned(), me);
    }
}

/// What a browser adds to a request.
pub trait Browser: Sized {
    /// The session's cookie.
    fn signed_in(self, secret: &str) -> Self;
    /// A form.
    fn form_body(self, fields: &[(&str, &str)]) -> Self;
}

impl<E> Browser for TestRequestBuilder<'_, E> {
    fn signed_in(self, secret: &str) -> Self {
        self.header(header::COOKIE, format!("session={secret}"))
    }

    fn form_body(self, fields: &[(&str, &str)]) -> Self {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.content_type("application/x-www-form-urlencoded")
            .body(body.finish())
    }
}
