//! One run of the server, from opening the database to closing it.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use metrics_exporter_prometheus::BuildError;
use poem::Server;
use poem::listener::{AcceptorExt as _, Listener, TcpAcceptor, TcpListener};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinError;
use yakusho_accounts::mailing;
use yakusho_attachments::Desk;
use yakusho_config::{Config, Surroundings, SurroundingsError};
use yakusho_file_text::Reader;
use yakusho_kernel::{Clock, DbError, Env};
use yakusho_webkit::{App, Ground, OfferFault, Settings};

use crate::connections::{self, Limited};
use crate::mail::{MailError, Mailer};
use crate::metrics::Metrics;
use crate::tls::{Certificates, TlsError};
use crate::{Composition, background, compose};

/// How long requests under way may take to finish once the server is told to stop.
const GRACE: Duration = Duration::from_secs(20);

/// How long a connection may be idle.
const IDLE: Duration = Duration::from_mins(2);

/// Why a server cannot run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Database or files do not open.
    #[error(transparent)]
    Surroundings(#[from] SurroundingsError),
    /// The schema is not this program's, and cannot be made so.
    #[error("the schema cannot be used: {0}")]
    Migration(Box<dyn std::error::Error + Send + Sync>),
    /// The web crates do not fit together.
    #[error("the web crates do not fit together: {0}")]
    Offers(#[from] OfferFault),
    /// Nothing can be measured.
    #[error("metrics cannot be recorded: {0}")]
    Metrics(#[from] BuildError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {cause}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        cause: io::Error,
    },
    /// Certificate and key cannot be used.
    #[error("HTTPS cannot be served: {0}")]
    Tls(#[from] TlsError),
    /// Notices cannot be mailed.
    #[error("notices cannot be mailed: {0}")]
    Mail(#[from] MailError),
    /// Listener or signals failed.
    #[error("the system failed: {0}")]
    Io(#[from] io::Error),
    /// What is done beside answering ended before its time.
    #[error("work beside answering ended: {0}")]
    Beside(#[from] JoinError),
    /// The database did not close.
    #[error("the database did not close: {0}")]
    Close(DbError),
}

/// Serves until `stop`; then finishes what is under way and closes everything.
pub async fn serve(
    config: &Config,
    composition: Composition,
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let Surroundings { env, blobs } =
        Surroundings::open(config, Clock::system(), mailing::lay_aside).await?;
    bring_up(config, &env).await?;
    let db = env.db().clone();
    let metrics = match config.metrics_listen {
        Some(address) => Some((listen(address).await?, Metrics::begin(&env)?)),
        None => None,
    };
    let certificates = match &config.tls {
        Some(files) => Some(Certificates::read(files)?),
        None => None,
    };
    let mailer = Mailer::of(config, composition.groups)?;
    let files = compose::reading(Desk {
        blobs: blobs.clone(),
        reader: Reader::own(),
        sources: Arc::clone(&composition.sources),
    });
    let ground = Ground {
        env,
        blobs,
        settings: settings(config),
        authenticator: composition.authenticator,
    };
    let app = App::new(ground, composition.offers)?;

    let address = config.listen;
    if !address.ip().is_loopback() && !config.cookie_secure {
        tracing::warn!(
            %address,
            "cookies go in the clear: set tls.certificate, or cookie_secure behind a proxy that speaks HTTPS"
        );
    }
    let acceptor = listen(address).await?;
    tracing::info!(
        city = config.city.id(),
        version = env!("CARGO_PKG_VERSION"),
        "ready to serve"
    );

    let (tell, told) = watch::channel(false);
    let mut beside = background::begin(
        app.site(),
        composition.outbox,
        files,
        composition.sources,
        &told,
    );
    if let Some((acceptor, metrics)) = metrics {
        let stopped = background::told(told.clone());
        beside.spawn(async move {
            if let Err(error) = metrics.serve(acceptor, stopped).await {
                tracing::error!(%error, "metrics are no longer served");
            }
        });
    }
    if let Some(mailer) = mailer {
        let (site, stopped) = (Arc::clone(app.site()), background::told(told.clone()));
        beside.spawn(async move { mailer.run(&site, stopped).await });
    }
    let acceptor = if let Some(certificates) = certificates {
        let acceptor = certificates.serve(acceptor).boxed();
        beside.spawn(certificates.keep_current(background::told(told.clone()))?);
        acceptor
    } else {
        // Heard once, it no longer ends the program: there is nothing to read again.
        drop(signal(SignalKind::hangup())?);
        acceptor.boxed()
    };
    let stop = async {
        stop.await;
        // Streams of events end by it, so that the connections can close.
        tell.send_replace(true);
    };
    let acceptor = Limited::new(acceptor, connections::most()?);
    let served = Server::new_with_acceptor(acceptor)
        .idle_timeout(IDLE)
        .run_with_graceful_shutdown(app, stop, Some(GRACE));
    // A server that delivers no events or seals no entries must not seem to be well: it ends, to be started anew.
    let died = async {
        while let Some(ended) = beside.join_next().await {
            if let Err(error) = ended {
                return error;
            }
        }
        std::future::pending().await
    };
    tokio::select! {
        served = served => served?,
        error = died => return Err(error.into()),
    }
    while beside.join_next().await.is_some() {}
    db.close().await.map_err(ServeError::Close)?;
    tracing::info!("stopped");
    Ok(())
}

/// Brings the schema up to date where that is the server's to do. With one of a later version it does not begin: what
/// that added since, it would not keep.
async fn bring_up(config: &Config, env: &Env) -> Result<(), ServeError> {
    let database = env.db().for_migrations();
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| ServeError::Migration(error);
    if config.migrate_at_start {
        let up = yakusho_migrations::up(database).await;
        return up.map_err(|error| failed(error.into()));
    }
    let schema = yakusho_migrations::schema(database).await;
    let schema = schema.map_err(|error| failed(error.into()))?;
    if schema.pending > 0 {
        tracing::warn!(
            pending = schema.pending,
            "the schema is not up to date: nothing works until `yakusho-batch migrate` was run"
        );
    }
    schema.known().map_err(|error| failed(error.into()))
}

async fn listen(address: SocketAddr) -> Result<TcpAcceptor, ServeError> {
    let acceptor = TcpListener::bind(address).into_acceptor().await;
    acceptor.map_err(|cause| ServeError::Listen { address, cause })
}

/// What the configuration says about the web.
fn settings(config: &Config) -> Settings {
    Settings {
        address: config.address.clone(),
        cookie_secure: config.cookie_secure,
        trusted_proxies: config.trusted_proxies.clone(),
        upload_limit: config.upload_limit,
        attempts_per_minute: config.attempts_per_minute,
        mails_notices: config.mail_notices,
        ..Settings::default()
    }
}
