//! The hosts of one PostgreSQL: a primary, and standbys that take its place when it is lost.
//!
//! The driver knows one host. Here all of them are asked which one writes: when the database is opened, and from then on
//! as soon as the one in use does not any more. New connections go to the one found, and those to another are given up.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection};
use sea_orm::sqlx::{self, ConnectOptions as _, Connection as _, PgPool};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// How often the host in use is asked whether it still writes, and the others while it does not.
const PROBE: Duration = Duration::from_millis(250);

/// How long a host may take to answer that.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks a host for the timeline that it writes; nothing while it only follows another. Each promotion begins a later
/// timeline: of a promoted standby and a former primary that came back beside it, the standby is the one to follow.
const ASK: &str = "SELECT CASE WHEN NOT pg_is_in_recovery() \
     THEN substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END";

/// Opens a pool of connections to the host that writes.
pub(super) async fn open(
    url: &str,
    configure: impl FnOnce(&mut ConnectOptions),
) -> Result<DatabaseConnection, DbErr> {
    let addresses = addresses(url);
    let mut options = ConnectOptions::new(addresses[0].as_str());
    configure(&mut options);
    let hosts: Vec<_> = parsed(&addresses)
        .map_err(failed)?
        .into_iter()
        .map(PgConnectOptions::disable_statement_logging)
        .collect();
    if hosts.len() == 1 {
        reached(&hosts).await?;
        return Database::connect(options).await;
    }
    let Some(found) = writing(&hosts).await else {
        reached(&hosts).await?;
        return Err(unusable("none of the hosts writes"));
    };
    let host = hosts[found].clone();
    options.map_sqlx_postgres_opts(move |_| host.clone());
    let since = Arc::new(RwLock::new(Instant::now()));
    let turned = Arc::clone(&since);
    options.map_sqlx_postgres_before_acquire(move |_, connection| {
        let since = *turned.read().unwrap_or_else(PoisonError::into_inner);
        Box::pin(std::future::ready(Ok(connection.age <= since.elapsed())))
    });
    let connection = Database::connect(options).await?;
    let pool = connection.get_postgres_connection_pool().clone();
    tokio::spawn(watch(pool, hosts, found, since));
    Ok(connection)
}

/// Makes sure that one of the hosts answers; else says of each why it does not, which the pool would not tell.
async fn reached(hosts: &[PgConnectOptions]) -> Result<(), DbErr> {
    let mut asking = JoinSet::new();
    for host in hosts {
        let host = host.clone();
        asking.spawn(async move {
            let why = match timeout(PATIENCE, host.connect()).await {
                Ok(Ok(connection)) => {
                    // It answers, whether it takes leave or not.
                    let _ = connection.close().await;
                    return Ok(());
                }
                Ok(Err(cause)) => cause.to_string(),
                Err(_) => format!("no answer within {} seconds", PATIENCE.as_secs()),
            };
            Err(format!("{}:{}: {why}", host.get_host(), host.get_port()))
        });
    }
    let answers = asking.join_all().await;
    if answers.iter().any(Result::is_ok) {
        return Ok(());
    }
    let whys: Vec<String> = answers.into_iter().filter_map(Result::err).collect();
    Err(unusable(&whys.join("; ")))
}

/// Follows the host that writes until the pool is closed.
async fn watch(
    pool: PgPool,
    hosts: Vec<PgConnectOptions>,
    mut used: usize,
    since: Arc<RwLock<Instant>>,
) {
    let closed = pool.close_event();
    let mut closed = std::pin::pin!(closed);
    let mut probe = None;
    let mut lost = false;
    loop {
        tokio::select! {
            () = &mut closed => return,
            () = sleep(PROBE) => {}
        }
        if !lost && still_writes(&mut probe, &hosts[used]).await {
            continue;
        }
        probe = None;
        if !lost {
            tracing::warn!(
                host = hosts[used].get_host(),
                port = hosts[used].get_port(),
                "the database no longer writes; its hosts are asked"
            );
        }
        lost = true;
        if let Some(found) = writing(&hosts).await {
            pool.set_connect_options(hosts[found].clone());
            *since.write().unwrap_or_else(PoisonError::into_inner) = Instant::now();
            (used, lost) = (found, false);
            tracing::warn!(
                host = hosts[used].get_host(),
                port = hosts[used].get_port(),
                "the database writes again"
            );
        }
    }
}

/// Whether the host in use still writes, by a connection that is kept for asking.
async fn still_writes(probe: &mut Option<PgConnection>, host: &PgConnectOptions) -> bool {
    let asked = async {
        let connection = match probe {
            Some(connection) => connection,
            None => probe.insert(host.connect().await?),
        };
        ask(connection).await
    };
    matches!(timeout(PATIENCE, asked).await, Ok(Ok(Some(_))))
}

/// The host that writes; of several, the one with the latest timeline.
async fn writing(hosts: &[PgConnectOptions]) -> Option<usize> {
    let mut asking = JoinSet::new();
    for (index, host) in hosts.iter().cloned().enumerate() {
        asking.spawn(async move {
            let asked = async {
                let mut connection = host.connect().await?;
                let timeline = ask(&mut connection).await?;
                connection.close().await?;
                Ok::<_, sqlx::Error>(timeline)
            };
            let timeline = timeout(PATIENCE, asked).await.ok()?.ok()??;
            Some((timeline, index))
        });
    }
    let answers = asking.join_all().await;
    let (_, index) = answers.into_iter().flatten().max()?;
    Some(index)
}

async fn ask(connection: &mut PgConnection) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar(ASK).fetch_one(connection).await
}

fn unusable(why: &str) -> DbErr {
    DbErr::Conn(RuntimeErr::Internal(why.to_owned()))
}

fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}

/// The address of each host, of one address that lists them as PostgreSQL's own programs take it:
/// `postgres://user@one:5432,two:5432/name`.
pub(super) fn addresses(url: &str) -> Vec<String> {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let (user, hosts) = match authority.rsplit_once('@') {
        Some((user, hosts)) => (format!("{user}@"), hosts),
        None => (String::new(), authority),
    };
    let path = without_session_attributes(path);
    hosts
        .split(',')
        .map(|host| format!("{scheme}://{user}{host}{path}"))
        .collect()
}

/// What the driver makes of the address of each host.
pub(super) fn parsed(addresses: &[String]) -> Result<Vec<PgConnectOptions>, sqlx::Error> {
    addresses.iter().map(|address| address.parse()).collect()
}

/// What follows the hosts, without what PostgreSQL's own programs want said to find the host that writes.
fn without_session_attributes(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let kept: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.starts_with("target_session_attrs="))
        .collect();
    if kept.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", kept.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_cannot_be_reached_is_told_with_the_cause() {
        // Nothing listens at the port that the listener had.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let url = format!("postgres://yakusho@127.0.0.1:{port},127.0.0.1:{port}/db");
        for url in [url.replace(&format!("127.0.0.1:{port},"), ""), url] {
            let error = open(&url, |_| {}).await.unwrap_err().to_string();
            let host = format!("127.0.0.1:{port}: ");
            assert!(error.contains(&host), "{error}");
            assert!(error.contains("refused"), "{error}");
            assert!(!error.contains("yakusho"), "{error}");
        }
    }

    #[test]
    fn each_host_has_an_address_with_what_they_share() {
        assert_eq!(
            addresses("postgres://u:p%40@one:1,two/db?sslmode=disable"),
            [
                "postgres://u:p%40@one:1/db?sslmode=disable",
                "postgres://u:p%40@two/db?sslmode=disable"
            ]
        );
        assert_eq!(addresses("postgres://one/db"), ["postgres://one/db"]);
        assert_eq!(addresses("postgresql://one"), ["postgresql://one"]);
        assert_eq!(
            addresses("postgres://[::1]:1,two/db?target_session_attrs=read-write&sslmode=require"),
            [
                "postgres://[::1]:1/db?sslmode=require",
                "postgres://two/db?sslmode=require"
            ]
        );
        assert_eq!(
            addresses("postgres://one,two/db?target_session_attrs=primary"),
            ["postgres://one/db", "postgres://two/db"]
        );
    }
}
