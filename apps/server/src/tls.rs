//! HTTPS by the server itself: certificate and key from PEM files, read anew when they change or at `SIGHUP`.
//!
//! A new certificate counts for connections that begin after it; those that are open go on.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use poem::http::uri::Scheme;
use poem::listener::{Acceptor, TcpAcceptor};
use poem::web::{LocalAddr, RemoteAddr};
use tokio::net::TcpStream;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;
use yakusho_config::TlsFiles;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(30);

/// How long a client may take to agree on keys.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// How many clients agree on keys at once; the others wait to be accepted.
const HANDSHAKES: usize = 256;

/// Why HTTPS cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read as PEM.
    #[error("{setting}: {}: {cause}", file.display())]
    Pem {
        /// The setting that names it.
        setting: &'static str,
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        cause: pem::Error,
    },
    /// There is no certificate in the file.
    #[error("tls.certificate: {}: there is no certificate in it", .0.display())]
    Empty(PathBuf),
    /// They do not fit together, or are of a kind that is not known.
    #[error("tls.certificate and tls.key: {0}")]
    Unfit(#[from] rustls::Error),
    /// The system does not let `SIGHUP` be heard.
    #[error("SIGHUP cannot be heard: {0}")]
    Signal(#[from] io::Error),
}

/// What is served at the moment, and where it comes from.
pub(crate) struct Certificates {
    files: TlsFiles,
    current: watch::Sender<Arc<ServerConfig>>,
}

impl Certificates {
    pub(crate) fn read(files: &TlsFiles) -> Result<Self, TlsError> {
        Ok(Self {
            files: files.clone(),
            current: watch::Sender::new(load(files)?),
        })
    }

    /// Speaks HTTPS with whoever comes to that address.
    pub(crate) fn serve(&self, inner: TcpAcceptor) -> TlsAcceptor {
        TlsAcceptor {
            inner,
            current: self.current.subscribe(),
            begun: JoinSet::new(),
        }
    }

    /// Reads the files again when they change, and at `SIGHUP`, until `stop`. What cannot be read changes nothing.
    pub(crate) fn keep_current(
        self,
        stop: impl Future<Output = ()>,
    ) -> Result<impl Future<Output = ()>, TlsError> {
        let mut told = signal(SignalKind::hangup())?;
        let mut seen = self.changed_at();
        Ok(async move {
            let mut stop = std::pin::pin!(stop);
            loop {
                tokio::select! {
                    () = &mut stop => return,
                    _ = told.recv() => {}
                    () = tokio::time::sleep(LOOK) => {
                        if self.changed_at() == seen {
                            continue;
                        }
                    }
                }
                seen = self.changed_at();
                match load(&self.files) {
                    Ok(fresh) => {
                        self.current.send_replace(fresh);
                        tracing::info!("the certificate was read again");
                    }
                    Err(error) => {
                        tracing::error!(%error, "the certificate stays the one that was read before");
                    }
                }
            }
        })
    }

    fn changed_at(&self) -> [Option<SystemTime>; 2] {
        [&self.files.certificate, &self.files.key].map(|file| {
            std::fs::metadata(file)
                .and_then(|about| about.modified())
                .ok()
        })
    }
}

fn load(TlsFiles { certificate, key }: &TlsFiles) -> Result<Arc<ServerConfig>, TlsError> {
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|cause| unread("tls.certificate", certificate, cause))?;
    if chain.is_empty() {
        return Err(TlsError::Empty(certificate.clone()));
    }
    let secret =
        PrivateKeyDer::from_pem_file(key).map_err(|cause| unread("tls.key", key, cause))?;
    // By name: several providers are linked in, so that there is no default.
    let mut config = ServerConfig::builder_with_provider(ring::default_provider().into())
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, secret)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

fn unread(setting: &'static str, file: &Path, cause: pem::Error) -> TlsError {
    TlsError::Pem {
        setting,
        file: file.to_owned(),
        cause,
    }
}

/// A connection that agreed on keys.
type Accepted = (TlsStream<TcpStream>, LocalAddr, RemoteAddr, Scheme);

/// Accepts connections, and lets each agree on keys beside the others: one that is slow holds up none.
pub(crate) struct TlsAcceptor {
    inner: TcpAcceptor,
    current: watch::Receiver<Arc<ServerConfig>>,
    begun: JoinSet<Option<Accepted>>,
}

impl TlsAcceptor {
    fn begin(&mut self, stream: TcpStream, local: LocalAddr, remote: RemoteAddr) {
        let config = Arc::clone(&self.current.borrow());
        self.begun.spawn(async move {
            let agreed = tokio_rustls::TlsAcceptor::from(config).accept(stream);
            match tokio::time::timeout(HANDSHAKE, agreed).await {
                Ok(Ok(stream)) => Some((stream, local, remote, Scheme::HTTPS)),
                Ok(Err(error)) => {
                    tracing::debug!(%error, "a client did not agree on keys");
                    None
                }
                Err(_) => None,
            }
        });
    }
}

impl Acceptor for TlsAcceptor {
    type Io = TlsStream<TcpStream>;

    fn local_addr(&self) -> Vec<LocalAddr> {
        self.inner.local_addr()
    }

    async fn accept(&mut self) -> io::Result<Accepted> {
        loop {
            tokio::select! {
                Some(agreed) = self.begun.join_next() => {
                    if let Ok(Some(accepted)) = agreed {
                        return Ok(accepted);
                    }
                }
                taken = self.inner.accept(), if self.begun.len() < HANDSHAKES => {
                    let (stream, local, remote, _) = taken?;
                    self.begin(stream, local, remote);
                }
            }
        }
    }
}
