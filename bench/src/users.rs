//! People who are signed in.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::Failure;
use crate::load::{self, Answer, Asked, FORM, get, post};

/// How many sign in at once while the users are gathered.
const AT_ONCE: usize = 8;

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub(crate) struct User {
    /// The session's cookie, as it is sent.
    pub(crate) cookie: String,
    /// What a form must bring along.
    pub(crate) csrf: String,
}

/// How many pages with forms were made up.
static PAGES: AtomicU64 = AtomicU64::new(0);

impl User {
    /// What the form of a page that nobody else has brings along: what is sent from one page acts once.
    pub(crate) fn form_token(&self) -> String {
        let session = self.csrf.split('.').next().unwrap_or_default();
        let page = PAGES.fetch_add(1, Ordering::Relaxed);
        format!("{session}.{page:032x}")
    }
}

/// The request that signs somebody in.
pub(crate) fn sign_in(id: &str, password: &str) -> Asked {
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("id", id), ("password", password)])
        .finish();
    post("/sign-in", "", FORM, form)
}

/// Signs those accounts in.
pub(crate) async fn all(
    address: SocketAddr,
    accounts: &[[String; 3]],
) -> Result<Vec<User>, Failure> {
    let free = Arc::new(Semaphore::new(AT_ONCE));
    let mut entering = JoinSet::new();
    for (place, [_, id, password]) in accounts.iter().cloned().enumerate() {
        let free = Arc::clone(&free);
        entering.spawn(async move {
            let _turn = free.acquire().await?;
            Ok::<_, Failure>((place, one(address, &id, &password).await?))
        });
    }
    let mut users = Vec::new();
    while let Some(entered) = entering.join_next().await {
        users.push(entered??);
    }
    users.sort_unstable_by_key(|(place, _)| *place);
    Ok(users.into_iter().map(|(_, user)| user).collect())
}

async fn one(address: SocketAddr, id: &str, password: &str) -> Result<User, Failure> {
    let entered = load::ask(address, sign_in(id, password)).await?;
    let cookie = session(&entered).ok_or_else(|| format!("{id} is not let in: {entered:?}"))?;
    let page = load::ask(address, get("/account", &cookie)).await?.text();
    let csrf = between(&page, "name=\"csrf\" value=\"", "\"").ok_or("a page without a token")?;
    Ok(User {
        csrf: csrf.to_owned(),
        cookie,
    })
}

/// The session's cookie, where somebody was let in.
pub(crate) fn session(entered: &Answer) -> Option<String> {
    let cookies = entered.headers.get_all(hyper::header::SET_COOKIE);
    let pairs = cookies.iter().filter_map(|cookie| cookie.to_str().ok());
    let mut pairs = pairs.filter_map(|cookie| cookie.split(';').next());
    let found = pairs.find(|pair| pair.starts_with("session="))?;
    Some(found.to_owned())
}

/// What stands first between two marks.
pub(crate) fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}
