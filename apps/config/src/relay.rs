//! The way to the relay that takes mail.

use std::path::PathBuf;
use std::time::Duration;

use lettre::Tokio1Executor;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::transport::smtp::{self, AsyncSmtpTransport, PoolConfig};

use crate::{Mail, MailTls};

/// What takes mail. It keeps connections for those that follow.
pub type Relay = AsyncSmtpTransport<Tokio1Executor>;

/// Why there is no way to the relay.
#[derive(Debug, thiserror::Error)]
pub enum RelayError {
    /// The authority cannot be read.
    #[error("{}: {cause}", file.display())]
    File {
        /// Its file.
        file: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// It is no certificate.
    #[error("{}: {cause}", file.display())]
    Authority {
        /// Its file.
        file: PathBuf,
        /// What is wrong with it.
        cause: smtp::Error,
    },
    /// TLS cannot be spoken.
    #[error(transparent)]
    Tls(#[from] smtp::Error),
}

impl Mail {
    /// The way to the relay, which may take `patience` for anything, over at most `connections` at a time.
    pub fn relay(&self, patience: Duration, connections: u32) -> Result<Relay, RelayError> {
        let mut relay = Relay::builder_dangerous(&self.host)
            .port(self.port)
            .tls(self.tls()?)
            .timeout(Some(patience))
            .pool_config(PoolConfig::new().max_size(connections));
        if let Some((user, password)) = &self.login {
            let login = Credentials::new(user.clone(), password.reveal().to_owned());
            relay = relay.credentials(login);
        }
        Ok(relay.build())
    }

    fn tls(&self) -> Result<Tls, RelayError> {
        let Some(file) = &self.authority else {
            return Ok(Tls::None);
        };
        let unread = |cause| RelayError::File {
            file: file.clone(),
            cause,
        };
        let pem = std::fs::read(file).map_err(unread)?;
        let authority = Certificate::from_pem(&pem).map_err(|cause| RelayError::Authority {
            file: file.clone(),
            cause,
        })?;
        let parameters = TlsParameters::builder(self.host.clone())
            .certificate_store(CertificateStore::None)
            .add_root_certificate(authority)
            .build()?;
        Ok(match self.tls {
            MailTls::Tls => Tls::Wrapper(parameters),
            MailTls::None | MailTls::Starttls => Tls::Required(parameters),
        })
    }
}
