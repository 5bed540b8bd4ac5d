//! One run of the server, from opening the database to closing it.

use std::io;
use std::time::Duration;

use metrics_exporter_prometheus::BuildError;
use poem::Server;
use poem::listener::{Listener, TcpListener};
use tokio::sync::watch;
use yakusho_config::{Config, Surroundings, SurroundingsError};
use yakusho_kernel::{Clock, DbError};
use yakusho_webkit::{App, Ground, RouteFault, Settings};

use crate::metrics::Metrics;
use crate::{Composition, background};

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
    /// The schema cannot be brought up to date.
    #[error("the schema cannot be brought up to date: {0}")]
    Migration(Box<dyn std::error::Error + Send + Sync>),
    /// The web crates do not fit together.
    #[error("the route table is at fault: {0}")]
    Routes(#[from] RouteFault),
    /// Nothing can be measured.
    #[error("metrics cannot be recorded: {0}")]
    Metrics(#[from] BuildError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {cause}")]
    Listen {
        /// The address.
        address: std::net::SocketAddr,
        /// What the system said.
        cause: io::Error,
    },
    /// The listener failed.
    #[error("the listener failed: {0}")]
    Io(#[from] io::Error),
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
    let Surroundings { env, blobs } = Surroundings::open(config, Clock::system()).await?;
    if config.migrate_at_start {
        let up = yakusho_migrations::up(env.db().for_migrations()).await;
        up.map_err(|error| ServeError::Migration(error.into()))?;
    }
    let db = env.db().clone();
    let metrics = match config.metrics_listen {
        Some(address) => Some((address, Metrics::begin(&env)?)),
        None => None,
    };
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
            "cookies go in the clear: put a proxy that speaks HTTPS in front, and set cookie_secure"
        );
    }
    let acceptor = TcpListener::bind(address).into_acceptor().await;
    let acceptor = acceptor.map_err(|cause| ServeError::Listen { address, cause })?;
    tracing::info!(
        city = config.city.id(),
        version = env!("CARGO_PKG_VERSION"),
        "ready to serve"
    );

    let (tell, told) = watch::channel(false);
    let mut beside = background::begin(app.site(), composition.outbox, &told);
    if let Some((address, metrics)) = metrics {
        let stopped = background::told(told.clone());
        beside.spawn(async move {
            if let Err(error) = metrics.serve(address, stopped).await {
                tracing::error!(%address, %error, "metrics cannot be served");
            }
        });
    }
    let stop = async {
        stop.await;
        // Streams of events end by it, so that the connections can close.
        tell.send_replace(true);
    };
    Server::new_with_acceptor(acceptor)
        .idle_timeout(IDLE)
        .run_with_graceful_shutdown(app, stop, Some(GRACE))
        .await?;
    while beside.join_next().await.is_some() {}
    db.close().await.map_err(ServeError::Close)?;
    tracing::info!("stopped");
    Ok(())
}

/// What the configuration says about the web.
fn settings(config: &Config) -> Settings {
    Settings {
        cookie_secure: config.cookie_secure,
        trusted_proxies: config.trusted_proxies.clone(),
        upload_limit: config.upload_limit,
        attempts_per_minute: config.attempts_per_minute,
        ..Settings::default()
    }
}
