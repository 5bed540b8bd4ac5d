//! The site of scheduling over the small town hall of accounts.

use std::sync::Arc;

use async_trait::async_trait;
use poem::http::{StatusCode, header};
use poem::test::{TestClient, TestRequestBuilder};
use uuid::Uuid;
use yakusho_accounts::directory;
use yakusho_accounts::role;
use yakusho_accounts::testing::Town;
use yakusho_blobs::Blobs;
use yakusho_kernel::{Cx, Fault, Scope, Via};
use yakusho_testkit::World;
use yakusho_webkit::{
    Announced, App, Authenticator, Ground, Lang, Maintenance, Settings, SignedIn,
};

/// Everyone's sessions have their key in the town as secret: `clerk`; `clerk/en` reads English. Their tokens are
/// `read:clerk` and `write:clerk`.
struct Keys(Arc<Town>);

impl Keys {
    async fn find(&self, cx: &Cx, key: &str) -> Result<SignedIn, Fault> {
        let (key, lang) = key.split_once('/').unwrap_or((key, "ja"));
        let (person, today) = (self.0.person(key), cx.today());
        let standing = role::standing(&cx.reader(), person, today).await?;
        let mut cards = directory::people(&cx.reader(), today, &[person]).await?;
        let card = cards.remove(&person).ok_or(Fault::NotFound)?;
        Ok(SignedIn {
            standing: Arc::new(standing.ok_or(Fault::NotFound)?),
            display_name: card.name,
            post: card.post_title,
            acting_for: None,
            csrf: CSRF.to_owned(),
            lang: lang.parse().ok(),
            session: Some(Uuid::from_u128(1)),
            new_secret: None,
            must: None,
            functions: vec!["schedule", "facility_booking"],
            maintenance: Maintenance::default(),
        })
    }
}

/// The token of every session.
pub const CSRF: &str = "token";

#[async_trait]
impl Authenticator for Keys {
    async fn by_session(&self, cx: &Cx, secret: &str) -> Result<Option<SignedIn>, Fault> {
        Ok(Some(self.find(cx, secret).await?))
    }

    async fn by_token(&self, cx: &Cx, token: &str) -> Result<Option<SignedIn>, Fault> {
        let Some((scope, key)) = token.split_once(':') else {
            return Ok(None);
        };
        let mut me = self.find(cx, key).await?;
        let scopes = match scope {
            "read" => vec![Scope::Read],
            _ => vec![Scope::Read, Scope::Write],
        };
        Arc::make_mut(&mut me.standing).via = Via::Token(scopes);
        Ok(Some(SignedIn {
            csrf: String::new(),
            session: None,
            ..me
        }))
    }

    async fn ended(&self, _: &Cx, _: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
        Ok(Vec::new())
    }

    async fn announced(&self, _: &Cx) -> Result<Vec<Announced>, Fault> {
        Ok(Vec::new())
    }

    async fn choose_lang(&self, _: &Cx, _: Lang) -> Result<(), Fault> {
        Ok(())
    }
}

/// A running site and its world.
pub struct Site {
    /// Its world, with the clock.
    pub world: World,
    pub town: Arc<Town>,
    pub client: TestClient<App>,
}

impl Site {
    /// The site under that city's profile.
    pub async fn of(city: &str) -> Self {
        Self::over(World::sqlite(city).await).await
    }

    /// One on each database.
    pub async fn both(city: &str) -> [Self; 2] {
        let [sqlite, postgres] = World::both(city).await;
        [Self::over(sqlite).await, Self::over(postgres).await]
    }

    async fn over(world: World) -> Self {
        let town = Arc::new(Town::with_accounts(&world.env).await);
        let ground = Ground {
            env: Arc::clone(&world.env),
            blobs: Blobs::on_disk(world.folder().join("blobs")).await.unwrap(),
            settings: Settings::default(),
            authenticator: Arc::new(Keys(Arc::clone(&town))),
        };
        let app = App::new(ground, [yakusho_scheduling_web::offer()]).unwrap();
        Self {
            world,
            town,
            client: TestClient::new(app),
        }
    }

    /// Asks for a page as the person of that key.
    pub async fn get(&self, who: &str, path: &str) -> Told {
        Told::of(self.client.get(path).session(who)).await
    }

    /// Sends a form as the person of that key.
    pub async fn post(&self, who: &str, path: &str, fields: &[(&str, &str)]) -> Told {
        Told::of(self.client.post(path).session(who).form_body(fields)).await
    }
}

/// What a browser adds to a request.
pub trait Browser: Sized {
    /// The cookie of that person's session, and where the page stood that sent the request.
    fn session(self, who: &str) -> Self;
    /// A form.
    fn form_body(self, fields: &[(&str, &str)]) -> Self;
}

impl<E> Browser for TestRequestBuilder<'_, E> {
    fn session(self, who: &str) -> Self {
        self.header(header::COOKIE, format!("session={who}"))
    }

    fn form_body(self, fields: &[(&str, &str)]) -> Self {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("csrf", CSRF).extend_pairs(fields);
        self.content_type("application/x-www-form-urlencoded")
            .body(body.finish())
    }
}

/// An answer.
pub struct Told {
    pub status: StatusCode,
    pub location: Option<String>,
    pub text: String,
}

/// What it says, without what surrounds every page.
impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let main = self
            .text
            .split_once("<main")
            .map_or(&*self.text, |(_, main)| main);
        write!(f, "{} {:?}: {main}", self.status, self.location)
    }
}

impl Told {
    pub async fn of<E: poem::Endpoint>(request: TestRequestBuilder<'_, E>) -> Self {
        let answer = request.send().await.0;
        let head = |name: header::HeaderName| answer.header(name).map(str::to_owned);
        Self {
            status: answer.status(),
            location: head(header::LOCATION),
            text: {
                let bytes = answer.into_body().into_bytes().await.unwrap();
                String::from_utf8_lossy(&bytes).into_owned()
            },
        }
    }

    /// That it is a page, and says all of this.
    #[track_caller]
    pub fn says(&self, words: &[&str]) -> &Self {
        assert_eq!(self.status, StatusCode::OK, "{self:?}");
        self.holds(words)
    }

    /// That it has this status, and says all of this.
    #[track_caller]
    pub fn is(&self, status: u16, words: &[&str]) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{self:?}");
        self.holds(words)
    }

    #[track_caller]
    fn holds(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.text.contains(word), "without {word:?}: {self:?}");
        }
        self
    }

    /// That it does not say any of this.
    #[track_caller]
    pub fn hides(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(!self.text.contains(word), "with {word:?}: {self:?}");
        }
        self
    }

    /// That it sends the browser on; where to.
    #[track_caller]
    pub fn leads(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{self:?}");
        self.location.as_deref().unwrap()
    }

    /// The value of a hidden field on the page.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let Some((_, rest)) = self.text.split_once(&mark) else {
            panic!("no field {name:?}: {self:?}");
        };
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}
