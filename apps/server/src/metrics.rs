//! Metrics for Prometheus, on an address of their own: what the server counts as it answers, and what it looks up when
//! it is asked.

use std::sync::Arc;
use std::time::Duration;

use metrics::{Unit, describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use poem::http::StatusCode;
use poem::listener::TcpAcceptor;
use poem::web::Data;
use poem::{EndpointExt as _, Response, Route, Server, get, handler};
use yakusho_accounts::mailing;
use yakusho_audit::seal;
use yakusho_kernel::{Cx, DbError, Env, Jobs, Outbox, Part, Timestamp};

/// Latencies are counted up to these, in seconds.
const BUCKETS: [f64; 12] = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 3.0, 10.0,
];

/// How many of the last runs are looked through for each job's newest.
const RUNS: u64 = 100;

/// What is asked by those who watch.
#[derive(Clone)]
pub(crate) struct Metrics {
    recorded: PrometheusHandle,
    env: Arc<Env>,
}

impl Metrics {
    /// Begins to count; once in the life of a program, and before anything is counted.
    pub(crate) fn begin(env: &Arc<Env>) -> Result<Self, BuildError> {
        let recorded = PrometheusBuilder::new()
            .set_buckets(&BUCKETS)?
            .install_recorder()?;
        describe_histogram!(
            "yakusho_request_duration_seconds",
            Unit::Seconds,
            "How long requests took, by route, method and class of status"
        );
        describe_gauge!(
            "yakusho_pool_connections",
            "Connections to the database that are open"
        );
        describe_gauge!(
            "yakusho_pool_idle",
            "Connections to the database that nobody uses"
        );
        describe_gauge!(
            "yakusho_outbox_waiting",
            "Events that are not delivered yet"
        );
        describe_gauge!(
            "yakusho_outbox_lag_seconds",
            Unit::Seconds,
            "The age of the oldest event that is not delivered"
        );
        describe_gauge!(
            "yakusho_sealer_waiting",
            "Audit entries that are not sealed yet"
        );
        describe_gauge!(
            "yakusho_sealer_lag_seconds",
            Unit::Seconds,
            "The age of the oldest audit entry that is not sealed"
        );
        describe_counter!(
            "yakusho_mails_total",
            "Mails with notices that were tried, by outcome"
        );
        describe_gauge!("yakusho_mail_waiting", "Mails that wait to be sent");
        describe_gauge!(
            "yakusho_mail_lag_seconds",
            Unit::Seconds,
            "The age of the oldest mail that waits to be sent"
        );
        describe_gauge!("yakusho_mail_failed", "Mails that were given up");
        describe_gauge!(
            "yakusho_job_last_end_seconds",
            Unit::Seconds,
            "When a job last ended, since 1970-01-01T00:00:00Z"
        );
        describe_gauge!(
            "yakusho_job_ok",
            "Whether a job's last run went well: 1 or 0"
        );
        Ok(Self {
            recorded,
            env: Arc::clone(env),
        })
    }

    /// Answers whoever comes there until `stop`.
    pub(crate) async fn serve(
        self,
        acceptor: TcpAcceptor,
        stop: impl Future<Output = ()>,
    ) -> std::io::Result<()> {
        Server::new_with_acceptor(acceptor)
            .run_with_graceful_shutdown(
                Route::new().at("/metrics", get(scrape).data(self)),
                stop,
                Some(Duration::from_secs(1)),
            )
            .await
    }

    /// Looks up what nobody counts as it happens.
    async fn look_up(&self) -> Result<(), DbError> {
        let cx = Cx::system(&self.env, Part("server.metrics"));
        let age = |since: Option<Timestamp>| {
            since.map_or(0.0, |since| cx.now().since(since).as_seconds_f64().max(0.0))
        };
        let pool = self.env.db().pool();
        gauge!("yakusho_pool_connections").set(f64::from(pool.open));
        gauge!("yakusho_pool_idle").set(f64::from(pool.idle));
        let (events, since) = Outbox::waiting(&cx).await?;
        gauge!("yakusho_outbox_waiting").set(number(events));
        gauge!("yakusho_outbox_lag_seconds").set(age(since));
        let unsealed = seal::pending(&cx).await?;
        gauge!("yakusho_sealer_waiting").set(number(unsealed.entries));
        gauge!("yakusho_sealer_lag_seconds").set(age(unsealed.since));
        let mails = mailing::queue(&cx).await?;
        gauge!("yakusho_mail_waiting").set(number(mails.waiting));
        gauge!("yakusho_mail_lag_seconds").set(age(mails.since));
        gauge!("yakusho_mail_failed").set(number(mails.failed));
        // The newest come first; what is set last stays.
        for run in Jobs(&cx).last(RUNS).await?.into_iter().rev() {
            let ended = run
                .ended_at
                .since(Timestamp::from_millis(0))
                .as_seconds_f64();
            gauge!("yakusho_job_last_end_seconds", "job" => run.job.clone()).set(ended);
            gauge!("yakusho_job_ok", "job" => run.job).set(f64::from(u8::from(run.ok)));
        }
        Ok(())
    }
}

/// `GET /metrics`. Where the database does not answer, what was counted is there all the same.
#[handler]
async fn scrape(metrics: Data<&Metrics>) -> Response {
    let up = match metrics.look_up().await {
        Ok(()) => 1.0,
        Err(error) => {
            tracing::warn!(%error, "the database does not answer for metrics");
            0.0
        }
    };
    gauge!("yakusho_database_up").set(up);
    Response::builder()
        .status(StatusCode::OK)
        .content_type("text/plain; version=0.0.4")
        .body(metrics.recorded.render())
}

/// Counts are far below what a float holds exactly.
#[expect(clippy::cast_precision_loss, reason = "a count of rows")]
const fn number(count: u64) -> f64 {
    count as f64
}
