//! A running site, its world, and accounts that are a table of secrets.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use poem::http::header;
use poem::test::{TestClient, TestRequestBuilder, TestResponse};
use uuid::Uuid;
use yakusho_blobs::Blobs;
use yakusho_kernel::{
    Actor, Cx, Denied, EmploymentClass, Fault, Holding, PersonId, PostId, RoleHeld, Scope,
    Standing, Via,
};
use yakusho_regulation::{Lang, Role};
use yakusho_testkit::World;
use yakusho_webkit::{
    Announced, App, Authenticator, Ground, Maintenance, Must, Offer, Settings, SignedIn,
};

use crate::{book, policy};

/// The clerk's secret.
pub const CLERK: &str = "clerk";

/// The token of the clerk's session against forged requests.
pub const CSRF: &str = "csrf-of-clerk";

/// The secrets that open something, and who they open it for.
#[derive(Default)]
pub struct Accounts {
    sessions: Mutex<HashMap<String, SignedIn>>,
    tokens: Mutex<HashMap<String, SignedIn>>,
    pub chosen: Mutex<Option<Lang>>,
    pub broken: Mutex<bool>,
}

impl Accounts {
    fn find(
        &self,
        among: &Mutex<HashMap<String, SignedIn>>,
        secret: &str,
    ) -> Result<Option<SignedIn>, Fault> {
        if *self.broken.lock().unwrap() {
            return Err(Fault::Unavailable(book::INSIDE.into()));
        }
        Ok(among.lock().unwrap().get(secret).cloned())
    }
}

#[async_trait]
impl Authenticator for Accounts {
    async fn by_session(&self, _: &Cx, secret: &str) -> Result<Option<SignedIn>, Fault> {
        self.find(&self.sessions, secret)
    }

    async fn by_token(&self, _: &Cx, token: &str) -> Result<Option<SignedIn>, Fault> {
        self.find(&self.tokens, token)
    }

    async fn ended(&self, _: &Cx, sessions: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
        let open = self.sessions.lock().unwrap();
        let is_open = |id: &Uuid| open.values().any(|me| me.session == Some(*id));
        Ok(sessions.iter().copied().filter(|id| !is_open(id)).collect())
    }

    async fn announced(&self, _: &Cx) -> Result<Vec<Announced>, Fault> {
        Ok(Vec::new())
    }

    async fn choose_lang(&self, _: &Cx, lang: Lang) -> Result<(), Fault> {
        *self.chosen.lock().unwrap() = Some(lang);
        Ok(())
    }
}

/// The clerk's id.
pub fn clerk_id() -> PersonId {
    PersonId::from(Uuid::from_u128(1))
}

/// A clerk with no role, for whom every function is on.
pub fn clerk() -> SignedIn {
    SignedIn {
        standing: Arc::new(Standing {
            person: clerk_id(),
            class: EmploymentClass::Regular,
            on_behalf: None,
            principal_seats: Vec::new(),
            seats: Vec::new(),
            roles: Vec::new(),
            grants: Vec::new(),
            via: Via::Session,
        }),
        display_name: "佐藤 花子".to_owned(),
        post: "総務課 主事".to_owned(),
        acting_for: None,
        csrf: CSRF.to_owned(),
        lang: None,
        session: Some(Uuid::from_u128(11)),
        new_secret: None,
        must: None,
        functions: vec!["book"],
        stopped: Vec::new(),
        maintenance: Maintenance::default(),
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

/// The clerk, who must change the password first.
pub fn who_must(town: &Town) -> SignedIn {
    let denied = policy::may_suspend(&town.clerk_cx()).unwrap_err();
    SignedIn {
        must: Some(Must {
            code: "must_change_password",
            page: "/account/password",
            denied: Box::new(Denied {
                why: "password_too_old",
                ..denied
            }),
        }),
        ..clerk()
    }
}

/// A running site and its world.
pub struct Town {
    pub world: World,
    pub accounts: Arc<Accounts>,
    pub client: TestClient<Arc<App>>,
    pub app: Arc<App>,
}

impl Town {
    /// The guest book's site, with a clerk signed in.
    pub async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    /// The same under other settings.
    pub async fn with(settings: Settings) -> Self {
        Self::of([book::offer()], settings).await
    }

    /// The site of other offers.
    pub async fn of(offers: impl IntoIterator<Item = Offer>, settings: Settings) -> Self {
        let world = World::sqlite("model").await;
        let accounts = Arc::new(Accounts::default());
        let ground = Ground {
            env: Arc::clone(&world.env),
            blobs: Blobs::on_disk(world.folder().join("blobs")).await.unwrap(),
            settings,
            authenticator: Arc::clone(&accounts) as _,
        };
        let app = Arc::new(App::new(ground, offers).unwrap());
        let town = Self {
            world,
            accounts,
            client: TestClient::new(Arc::clone(&app)),
            app,
        };
        town.session(CLERK, clerk());
        town
    }

    /// Has a session with that secret be this person's.
    pub fn session(&self, secret: &str, me: SignedIn) {
        let mut sessions = self.accounts.sessions.lock().unwrap();
        sessions.insert(secret.to_owned(), me);
    }

    /// Ends the session with that secret.
    pub fn end_session(&self, secret: &str) {
        self.accounts.sessions.lock().unwrap().remove(secret);
    }

    /// Has an API token be this person's.
    pub fn token(&self, token: &str, me: SignedIn) {
        let mut tokens = self.accounts.tokens.lock().unwrap();
        tokens.insert(token.to_owned(), me);
    }

    /// The context of an act by the clerk.
    pub fn clerk_cx(&self) -> Cx {
        self.world.cx(Actor::Person(clerk().standing))
    }

    /// A form of the clerk's, as a browser sends it from a page of the site.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let token = [("csrf", CSRF)];
        let fields: Vec<_> = token.iter().chain(fields).copied().collect();
        self.client
            .post(path)
            .signed_in(CLERK)
            .form_body(&fields)
            .send()
            .await
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

/// What an answer says.
pub async fn text(response: TestResponse) -> String {
    response.0.into_body().into_string().await.unwrap()
}

/// What an answer says in JSON.
pub async fn json(response: TestResponse) -> serde_json::Value {
    serde_json::from_str(&text(response).await).unwrap()
}

/// The cookies that an answer sets, as whole lines.
pub fn cookies(response: &TestResponse) -> Vec<String> {
    let lines = response.0.headers().get_all(header::SET_COOKIE);
    lines
        .iter()
        .map(|line| line.to_str().unwrap().to_owned())
        .collect()
}
