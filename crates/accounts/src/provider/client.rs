//! What is spoken with the provider.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration as Patience;

use chrono::DateTime;
use data_encoding::BASE64URL_NOPAD;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken,
    CoreJwsSigningAlgorithm as Algorithm, CoreProviderMetadata,
};
use openidconnect::http::{self, Response};
use openidconnect::url::ParseError;
use openidconnect::{
    AsyncHttpClient, AuthType, AuthenticationContextClass, AuthorizationCode,
    ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, RequestTokenError, Scope, SignatureVerificationError, TokenResponse as _,
};
use reqwest::redirect::Policy;
use serde_json::{Map, Value};
use time::Duration;
use tokio::sync::Mutex;
use yakusho_kernel::{Fault, Timestamp};

use super::model::{Began, Terms};

/// How long the provider may take for one answer, and to be reached.
const ANSWERS_WITHIN: Patience = Patience::from_secs(5);
const REACHED_WITHIN: Patience = Patience::from_secs(3);

/// For how long it is taken at what it said of itself.
const FRESH: Duration = Duration::hours(1);

/// For how long one that did not answer is left alone.
const REST: Duration = Duration::seconds(10);

/// The signatures that are taken: such as need no secret to be checked (RFC 7518, section 3.1; RFC 8037).
const SIGNATURES: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// The city's identity provider.
pub struct Provider {
    terms: Terms,
    issuer: IssuerUrl,
    redirect: RedirectUrl,
    http: Http,
    found: Mutex<Found>,
}

/// Why a provider cannot be spoken with.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// An address is none.
    #[error("an address of the identity provider: {0}")]
    Address(#[from] ParseError),
    /// What should be its authority is none.
    #[error("the authority of the identity provider is no certificate as PEM")]
    Authority,
    /// TLS cannot be spoken.
    #[error("the identity provider cannot be spoken with: {0}")]
    Http(#[source] reqwest::Error),
}

/// That the provider does not answer.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the identity provider does not answer")]
pub(super) struct Silent;

impl From<Silent> for Fault {
    fn from(silent: Silent) -> Self {
        Self::Unavailable(silent.into())
    }
}

/// Why it is not known who somebody is.
#[derive(Debug)]
pub(super) enum NotTold {
    /// The provider does not answer.
    Silent(Silent),
    /// It says nothing that can be believed; what, for the log.
    Unproven(String),
}

impl From<Silent> for NotTold {
    fn from(silent: Silent) -> Self {
        Self::Silent(silent)
    }
}

/// The provider, once it has said where it does what, and by which keys it signs.
type Known = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What is known of the provider.
enum Found {
    Nothing,
    Known {
        client: Arc<Known>,
        since: Timestamp,
    },
    Silent {
        since: Timestamp,
    },
}

impl Provider {
    /// The one with which that was agreed. It is asked nothing yet.
    pub fn new(terms: Terms) -> Result<Self, ProviderError> {
        let mut http = reqwest::Client::builder()
            .connect_timeout(REACHED_WITHIN)
            .timeout(ANSWERS_WITHIN)
            .https_only(terms.issuer.starts_with("https:"))
            // It is asked at its own addresses, and nowhere that these lead to.
            .redirect(Policy::none());
        if let Some(pem) = &terms.authority {
            let authority = reqwest::Certificate::from_pem_bundle(pem).ok();
            let authority = authority.filter(|certificates| !certificates.is_empty());
            http = http.tls_certs_only(authority.ok_or(ProviderError::Authority)?);
        }
        Ok(Self {
            issuer: IssuerUrl::new(terms.issuer.clone())?,
            redirect: RedirectUrl::new(terms.redirect.clone())?,
            http: Http(http.build().map_err(ProviderError::Http)?),
            terms,
            found: Mutex::new(Found::Nothing),
        })
    }

    /// What was agreed.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The address at which it asks somebody who they are, for that sign-in.
    pub(super) async fn ask(&self, now: Timestamp, began: &Began) -> Result<String, Silent> {
        let client = self.known(now, None).await?;
        let (state, nonce) = (began.state.clone(), began.nonce.clone());
        let verifier = PkceCodeVerifier::new(began.verifier.clone());
        let scopes = self.terms.scopes.iter().cloned().map(Scope::new);
        let mut ask = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scopes(scopes)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        if let Some(acr) = &self.terms.acr {
            ask = ask.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        let (address, _, _) = ask.url();
        Ok(address.into())
    }

    /// The login ID of whoever it signed in, by the code that it gave their browser.
    pub(super) async fn told(
        &self,
        now: Timestamp,
        code: &str,
        began: &Began,
    ) -> Result<String, NotTold> {
        let client = self.known(now, None).await?;
        let request = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| NotTold::Unproven(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(began.verifier.clone()));
        let answer = request.request_async(&self.http).await;
        let answer = answer.map_err(|error| match error {
            RequestTokenError::Request(_) | RequestTokenError::Parse(..) => {
                let why = whole(&error);
                tracing::warn!(why, "the identity provider gives no token");
                NotTold::Silent(Silent)
            }
            refused => NotTold::Unproven(refused.to_string()),
        })?;
        let token = answer.id_token();
        let token = token.ok_or_else(|| NotTold::Unproven("there is no ID token".to_owned()))?;
        let nonce = Nonce::new(began.nonce.clone());
        match self.check(&client, token, &nonce, now) {
            // It may sign by a new key.
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => {
                let client = self.known(now, Some(&client)).await?;
                self.check(&client, token, &nonce, now)
            }
            checked => checked,
        }
        .map_err(|error| NotTold::Unproven(error.to_string()))?;
        self.login(token)
    }

    /// Whether a token is the provider's, for this program and this sign-in, and in time (OpenID Connect Core 1.0, section
    /// 3.1.3.7).
    fn check(
        &self,
        client: &Known,
        token: &CoreIdToken,
        nonce: &Nonce,
        now: Timestamp,
    ) -> Result<(), ClaimsVerificationError> {
        let at = DateTime::from_timestamp_millis(now.millis()).unwrap_or(DateTime::UNIX_EPOCH);
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || at)
            .set_auth_context_verifier_fn(|said| {
                let said = said.map(|said| said.as_str());
                match self.terms.acr.as_deref() {
                    Some(agreed) if said != Some(agreed) => {
                        Err(format!("acr is {said:?}, not {agreed:?}"))
                    }
                    _ => Ok(()),
                }
            });
        token.claims(&verifier, nonce).map(drop)
    }

    /// The claim that is the login ID, of a token that was checked.
    fn login(&self, token: &CoreIdToken) -> Result<String, NotTold> {
        let token = token.to_string();
        let claims = token.split('.').nth(1);
        let claims = claims.and_then(|claims| BASE64URL_NOPAD.decode(claims.as_bytes()).ok());
        let claims: Option<Map<String, Value>> =
            claims.and_then(|claims| serde_json::from_slice(&claims).ok());
        let claim = &self.terms.claim;
        let login = claims
            .as_ref()
            .and_then(|claims| claims.get(claim)?.as_str());
        login
            .map(str::to_owned)
            .ok_or_else(|| NotTold::Unproven(format!("there is no claim {claim:?} of text")))
    }

    /// The provider as it is known; it is asked anew where that is old, or is what was `outdated`.
    async fn known(
        &self,
        now: Timestamp,
        outdated: Option<&Arc<Known>>,
    ) -> Result<Arc<Known>, Silent> {
        let mut found = self.found.lock().await;
        match &*found {
            Found::Known { client, since }
                if now.since(*since) < FRESH
                    && outdated.is_none_or(|outdated| !Arc::ptr_eq(outdated, client)) =>
            {
                return Ok(Arc::clone(client));
            }
            Found::Silent { since } if now.since(*since) < REST => return Err(Silent),
            _ => {}
        }
        let asked = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.http).await;
        match asked {
            Ok(said) => {
                let client = Arc::new(self.client(said));
                *found = Found::Known {
                    client: Arc::clone(&client),
                    since: now,
                };
                Ok(client)
            }
            Err(error) => {
                let why = whole(&error);
                tracing::warn!(why, "the identity provider says nothing of itself");
                *found = Found::Silent { since: now };
                Err(Silent)
            }
        }
    }

    fn client(&self, said: CoreProviderMetadata) -> Known {
        let methods = said.token_endpoint_auth_methods_supported();
        // Where it says nothing, it is the other (OpenID Connect Discovery 1.0, section 3).
        let by_body = methods.is_some_and(|methods| {
            !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
                && methods.contains(&CoreClientAuthMethod::ClientSecretPost)
        });
        let id = ClientId::new(self.terms.client_id.clone());
        let secret = ClientSecret::new(self.terms.client_secret.to_string());
        let client = CoreClient::from_provider_metadata(said, id, Some(secret))
            .set_redirect_uri(self.redirect.clone());
        if by_body {
            client.set_auth_type(AuthType::RequestBody)
        } else {
            client
        }
    }
}

/// An error with its causes, in a line: that a certificate is not known stands at the bottom.
fn whole(error: &dyn Error) -> String {
    let mut said = vec![error.to_string()];
    let mut cause = error.source();
    while let Some(below) = cause {
        said.push(below.to_string());
        cause = below.source();
    }
    said.join(": ")
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Provider").field(&self.terms).finish()
    }
}

/// The client that the project has for HTTP, as the library takes one.
struct Http(reqwest::Client);

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
enum HttpError {
    #[error(transparent)]
    Sent(#[from] reqwest::Error),
    #[error(transparent)]
    Built(#[from] http::Error),
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let answer = self.0.execute(request.try_into()?).await?;
            let mut response = Response::builder().status(answer.status());
            for (name, value) in answer.headers() {
                response = response.header(name, value);
            }
            Ok(response.body(answer.bytes().await?.into())?)
        })
    }
}
