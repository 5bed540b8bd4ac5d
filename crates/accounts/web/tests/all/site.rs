//! A small town hall with its site: people with accounts, and browsers with their cookies.

use std::sync::Arc;

use poem::http::{Method, StatusCode, header};
use poem::test::{TestClient, TestRequestBuilder};
use serde_json::Value;
use yakusho_accounts::account::{self, AccountId, NewAccount, Shared};
use yakusho_accounts::order::Holdings;
use yakusho_accounts::password;
use yakusho_accounts::testing::Town;
use yakusho_blobs::Blobs;
use yakusho_testkit::World;
use yakusho_webkit::{App, Ground, Named, Offer, Routes, Settings, Words};

/// The password of everybody who has one of their own.
pub const PASSWORD: &str = "路地裏へ雨の帽子を七つ送る";

/// The address by which browsers know the site.
pub const ADDRESS: &str = "https://groupware.example";
const HOST: &str = "groupware.example";

/// A permission that another part of the program asks for.
const FILES: (&str, Named) = ("test.files.edit", ("文書の編集", "Editing files"));

/// Those of a server that browsers know by its address.
fn settings() -> Settings {
    Settings {
        address: Some(ADDRESS.to_owned()),
        ..Settings::default()
    }
}

/// A town hall with its site.
pub struct Office {
    pub world: World,
    pub town: Town,
    pub client: TestClient<App>,
}

impl Office {
    /// A town hall under that city's profile.
    pub async fn open(city: &str) -> Self {
        Self::with(city, []).await
    }

    /// The same, with parts of the program in which something hangs on people and posts.
    pub async fn with(city: &str, holdings: impl IntoIterator<Item = Arc<dyn Holdings>>) -> Self {
        Self::set(city, holdings, settings()).await
    }

    /// The same, which mails notices.
    pub async fn mailing(city: &str) -> Self {
        let settings = Settings {
            mails_notices: true,
            ..settings()
        };
        Self::set(city, [], settings).await
    }

    async fn set(
        city: &str,
        holdings: impl IntoIterator<Item = Arc<dyn Holdings>>,
        settings: Settings,
    ) -> Self {
        let world = World::sqlite(city).await;
        let town = Town::model(&world.env).await;
        let client = TestClient::new(site(&world, holdings, settings).await);
        Self {
            world,
            town,
            client,
        }
    }

    /// An account for the person of that key, whose ID is the key, with a one-time password.
    pub async fn account(&self, key: &str) -> (AccountId, String) {
        let administrator = self.town.cx("administrator").await;
        let today = administrator.today();
        let regular = self.town.standing(key).await.class.is_regular();
        let new = NewAccount {
            person: self.town.person(key),
            login: key.to_owned(),
            ends_on: (!regular).then(|| today + time::Duration::days(100)),
            reason: if regular {
                String::new()
            } else {
                "窓口の応援".to_owned()
            },
            shared: Shared::No,
        };
        let id = account::open(&administrator, new)
            .await
            .unwrap()
            .into_inner();
        let issued = password::issue(&administrator, id)
            .await
            .unwrap()
            .into_inner();
        (id, issued.password.reveal().to_owned())
    }

    /// The account of the person of that key.
    pub async fn account_of(&self, key: &str) -> AccountId {
        account::own(&self.town.cx(key).await).await.unwrap().id
    }

    /// A browser in which nobody is signed in.
    pub fn browser(&self) -> Browser<'_> {
        Browser {
            client: &self.client,
            cookies: Vec::new(),
            csrf: String::new(),
            host: HOST,
        }
    }

    /// A browser in which the person of that key is signed in, with a password of their own; they get an account first.
    pub async fn signed_in(&self, key: &str) -> Browser<'_> {
        let (_, issued) = self.account(key).await;
        let mut browser = self.browser();
        browser.sign_in(key, &issued).await;
        let change = [
            ("current", issued.as_str()),
            ("new", PASSWORD),
            ("repeat", PASSWORD),
        ];
        let changed = browser.post("/account/password", &change).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
        browser
    }
}

impl Office {
    /// A browser in which somebody who [signed in](Self::signed_in) before does so again.
    pub async fn signed_in_again(&self, key: &str) -> Browser<'_> {
        let mut browser = self.browser();
        browser.sign_in(key, PASSWORD).await.is(303);
        browser
    }
}

impl Office {
    /// The same, with a site of which nobody has said by what address browsers know it.
    pub async fn without_address(city: &str) -> Self {
        let mut office = Self::open(city).await;
        office.client = TestClient::new(site(&office.world, [], Settings::default()).await);
        office
    }
}

/// The site of a world.
async fn site(
    world: &World,
    holdings: impl IntoIterator<Item = Arc<dyn Holdings>>,
    settings: Settings,
) -> App {
    let ground = Ground {
        env: Arc::clone(&world.env),
        blobs: Blobs::on_disk(world.folder().join("blobs")).await.unwrap(),
        settings,
        authenticator: yakusho_accounts_web::authenticator(),
    };
    let elsewhere = Words::default().permissions([FILES]);
    let elsewhere = Offer::new(Routes::new()).words(&elsewhere);
    App::new(
        ground,
        [
            yakusho_accounts_web::offer(holdings, None, &Arc::default()),
            elsewhere,
        ],
    )
    .unwrap()
}

/// A browser with its cookies.
pub struct Browser<'o> {
    client: &'o TestClient<App>,
    cookies: Vec<(String, String)>,
    csrf: String,
    /// Under which name it asks for the site: that of its address.
    pub host: &'static str,
}

/// What a browser got.
#[derive(Debug)]
pub struct Got {
    pub status: StatusCode,
    /// Where it is sent.
    pub location: String,
    /// After how many seconds it is to ask again.
    pub retry_after: Option<u64>,
    pub body: String,
}

impl Got {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// Asserts that the page says all of this.
    pub fn says(&self, words: &[&str]) -> &Self {
        for words in words {
            assert!(
                self.body.contains(words),
                "{words:?} is not on the page:\n{}",
                self.body
            );
        }
        self
    }

    /// Asserts that the page says none of this.
    pub fn hides(&self, words: &[&str]) -> &Self {
        for words in words {
            assert!(
                !self.body.contains(words),
                "{words:?} is on the page:\n{}",
                self.body
            );
        }
        self
    }

    /// The value of the first hidden field of that name.
    pub fn hidden(&self, name: &str) -> String {
        let field = format!("name=\"{name}\" value=\"");
        let value = between(&self.body, &field, "\"");
        value
            .unwrap_or_else(|| panic!("no {name} on the page:\n{}", self.body))
            .to_owned()
    }

    /// Asserts the status.
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(
            self.status.as_u16(),
            status,
            "{} {}",
            self.location,
            self.body
        );
        self
    }
}

impl Browser<'_> {
    /// Signs in by the page.
    pub async fn sign_in(&mut self, id: &str, password: &str) -> Got {
        let sent = self
            .post("/sign-in", &[("id", id), ("password", password)])
            .await;
        if sent.status == StatusCode::SEE_OTHER {
            // Any page with a form has the session's token.
            self.get("/account/password").await;
        }
        sent
    }

    /// Asks for a page. One on which something new begins sends on to itself, with a key: that is gone on to.
    pub async fn get(&mut self, path: &str) -> Got {
        let got = self.send(Method::GET, path, None).await;
        if got.location.contains("once=") {
            self.send(Method::GET, &got.location, None).await
        } else {
            got
        }
    }

    /// Sends a form, with the session's token.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Got {
        let csrf = self.csrf.clone();
        let token = [("csrf", csrf.as_str())];
        let pairs = token.iter().chain(fields);
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish();
        let kind = "application/x-www-form-urlencoded";
        self.send(Method::POST, path, Some((kind, body.into_bytes())))
            .await
    }

    /// Sends a form with a file in the field `file`, with the session's token.
    pub async fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Got {
        let csrf = self.csrf.clone();
        let token = [("csrf", csrf.as_str())];
        let mut body = Vec::new();
        let mut part = |head: String, content: &[u8]| {
            let head = format!("--part\r\nContent-Disposition: form-data; {head}\r\n\r\n");
            body.extend([head.as_bytes(), content, b"\r\n"].concat());
        };
        for (name, value) in token.iter().chain(fields) {
            part(format!("name=\"{name}\""), value.as_bytes());
        }
        if let Some((name, content)) = file {
            part(format!("name=\"file\"; filename=\"{name}\""), content);
        }
        body.extend_from_slice(b"--part--\r\n");
        let kind = "multipart/form-data; boundary=part";
        self.send(Method::POST, path, Some((kind, body))).await
    }

    /// Sends JSON to an operation of the API, with the session's token.
    pub async fn call(&mut self, method: Method, path: &str, body: Option<Value>) -> Got {
        let body = body.map(|body| ("application/json", body.to_string().into_bytes()));
        self.send(method, &format!("/api/v1{path}"), body).await
    }

    /// Sends a CSV to an operation of the API, with the session's token.
    pub async fn call_with_csv(&mut self, method: Method, path: &str, file: &[u8]) -> Got {
        let body = Some(("text/csv; charset=shift_jis", file.to_vec()));
        self.send(method, &format!("/api/v1{path}"), body).await
    }

    /// A request without cookies, to be added to.
    pub fn request(&self, method: Method, path: &str) -> TestRequestBuilder<'_, App> {
        self.client.request(method, path)
    }

    async fn send(&mut self, method: Method, path: &str, body: Option<(&str, Vec<u8>)>) -> Got {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = self
            .client
            .request(method, path)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::HOST, self.host);
        request = request
            .header("x-csrf-token", &self.csrf)
            .header(header::ACCEPT_LANGUAGE, "ja");
        if let Some((kind, body)) = body {
            request = request.content_type(kind).body(body);
        }
        let response = request.send().await.0;
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap());
        }
        let location = response
            .header(header::LOCATION)
            .unwrap_or_default()
            .to_owned();
        let status = response.status();
        let retry_after = response.header(header::RETRY_AFTER);
        let retry_after = retry_after.map(|seconds| seconds.parse().unwrap());
        let body = response.into_body().into_string().await.unwrap();
        if let Some(csrf) =
            between(&body, "name=\"csrf\" value=\"", "\"").filter(|csrf| !csrf.is_empty())
        {
            // Without the page that it came with: what a test sends twice is meant twice.
            let token = csrf.split('.').next().unwrap_or_default();
            token.clone_into(&mut self.csrf);
        }
        Got {
            status,
            location,
            retry_after,
            body,
        }
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').unwrap();
        self.cookies.retain(|(known, _)| known != name);
        if !rest.contains("Max-Age=0") {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Keeps a cookie that came by another way.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.keep(&format!("{name}={value}"));
    }

    /// The token against forged requests of the session.
    pub fn token(&self) -> String {
        self.csrf.clone()
    }

    /// Uses that token against forged requests from now on.
    pub fn take_token(&mut self, csrf: &str) {
        csrf.clone_into(&mut self.csrf);
    }

    /// A cookie that it keeps.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let found = self.cookies.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What stands between two texts, at the first place.
pub fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}
