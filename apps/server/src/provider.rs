//! The city's identity provider, as the configuration describes it.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use yakusho_accounts::provider::{self, Provider, SecondFactor, Terms};
use yakusho_accounts_web::PROVIDER_ANSWER;
use yakusho_config::{Config, OidcSecondFactor};

/// Why the provider that is described cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// Its authority cannot be read.
    #[error("oidc.authority: {}: {cause}", file.display())]
    Authority {
        /// Its file.
        file: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// It cannot be spoken with.
    #[error("oidc: {0}")]
    Provider(#[from] provider::ProviderError),
}

/// The provider that the configuration describes, if it does. It is asked nothing yet: the server begins without it.
pub fn provider(config: &Config) -> Result<Option<Arc<Provider>>, ProviderError> {
    let (Some(oidc), Some(address)) = (&config.oidc, &config.address) else {
        return Ok(None);
    };
    let read = |file: &PathBuf| {
        std::fs::read(file).map_err(|cause| ProviderError::Authority {
            file: file.clone(),
            cause,
        })
    };
    let terms = Terms {
        issuer: oidc.issuer.clone(),
        client_id: oidc.client_id.clone(),
        client_secret: oidc.client_secret.reveal().to_owned().into(),
        redirect: format!("{address}{PROVIDER_ANSWER}"),
        authority: oidc.authority.as_ref().map(read).transpose()?,
        claim: oidc.claim.clone(),
        scopes: oidc.scopes.clone(),
        acr: oidc.acr.clone(),
        second_factor: match oidc.second_factor {
            OidcSecondFactor::Here => SecondFactor::Here,
            OidcSecondFactor::Provider => SecondFactor::Provider,
        },
        name: oidc.name.clone(),
    };
    Ok(Some(Arc::new(Provider::new(terms)?)))
}
