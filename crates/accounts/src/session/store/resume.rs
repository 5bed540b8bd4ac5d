//! All that a request needs to know of whoever sent it but for reference data, in one query.

use sea_orm::sea_query::{
    Cond, Expr, ExprTrait as _, Func, JoinType, Query, SelectStatement, UnionType,
};
use sea_orm::{ConnectionTrait as _, DbErr, QueryResult};
use time::Date;
use yakusho_kernel::{
    DbError, Edition, OnBehalf, PersonId, Prepared, ProxyKind, Reading, Timestamp,
};
use yakusho_regulation::Lang;

use crate::account::{AccountId, AccountState, known};
use crate::ledger::store::holds_on;
use crate::session::SessionId;
use crate::token::TokenId;
use crate::usage::{self, UsageRulesId};

/// What is found by the secret of a session or token.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) account: AccountId,
    pub(crate) person: PersonId,
    pub(crate) state: AccountState,
    pub(crate) ends_on: Option<Date>,
    pub(crate) shared: bool,
    pub(crate) lang: Option<Lang>,
    pub(crate) name: String,
    pub(crate) password_set_at: Option<Timestamp>,
    pub(crate) password_issued: bool,
    /// Usage rules in force that the person has not acknowledged.
    pub(crate) unread_rules: Option<UsageRulesId>,
    /// How many notices the person has not seen yet.
    pub(crate) unseen: u64,
    /// Which reference data there were.
    pub(crate) edition: Edition,
    pub(crate) by: FoundBy,
}

/// By what it was found.
#[derive(Clone, Debug)]
pub(crate) enum FoundBy {
    Session {
        id: SessionId,
        csrf: String,
        rights: i64,
        seen_at: Timestamp,
        ends_at: Timestamp,
        /// On whose behalf its owner chose to act, and by which kind of proxy.
        acting_for: Option<OnBehalf>,
        /// Whether it began by the identity provider's word.
        by_provider: bool,
    },
    Token {
        id: TokenId,
        scopes: String,
        ends_on: Date,
        used_at: Option<Timestamp>,
        /// The key of its account's login ID.
        login: String,
    },
}

/// It is asked with every request of somebody who is signed in.
static SESSION: Prepared<(Vec<u8>, Timestamp, Date)> = Prepared::new(|(digest, now, day)| {
    let of = |secret: &'static str| {
        Query::select()
            .column("id")
            .from("sessions")
            .and_where(Expr::col(secret).eq(digest.clone()))
            .take()
    };
    let lately = of("former_digest")
        .and_where(Expr::col("former_until").gt(now))
        .take();
    // Asked for by themselves, each is found by its own index.
    let either = of("digest").union(UnionType::All, lately).take();
    let secret = Cond::all().add(Expr::col(("s", "id")).in_subquery(either));
    let own = [
        "id",
        "csrf",
        "rights",
        "seen_at",
        "ends_at",
        "acting_for",
        "acting_kind",
        "by_provider",
    ];
    select("sessions", secret, day)
        .columns(own.map(|column| ("s", column)))
        .take()
});

/// Whose session has that secret (or had it until a moment ago), if it was not ended.
pub(crate) async fn by_session(
    on: &impl Reading,
    digest: &[u8],
    now: Timestamp,
) -> Result<Option<Found>, DbError> {
    let rows = SESSION.all(on, (digest.to_vec(), now, now.date())).await?;
    found(&rows, |row| {
        Ok(FoundBy::Session {
            id: row.try_get_by_index(OWN)?,
            csrf: row.try_get_by_index(OWN + 1)?,
            rights: row.try_get_by_index(OWN + 2)?,
            seen_at: row.try_get_by_index(OWN + 3)?,
            ends_at: row.try_get_by_index(OWN + 4)?,
            acting_for: acting_for(row)?,
            by_provider: row
                .try_get_by_index::<Option<bool>>(OWN + 7)?
                .unwrap_or(false),
        })
    })
}

fn acting_for(row: &QueryResult) -> Result<Option<OnBehalf>, DbErr> {
    let person: Option<PersonId> = row.try_get_by_index(OWN + 5)?;
    let kind: Option<String> = row.try_get_by_index(OWN + 6)?;
    let kind = kind.as_deref().and_then(ProxyKind::from_code);
    let both = person.zip(kind);
    Ok(both.map(|(person, kind)| OnBehalf { person, kind }))
}

/// Whose token it is, if it was not ended.
pub(crate) async fn by_token(
    on: &impl Reading,
    digest: &[u8],
    now: Timestamp,
) -> Result<Option<Found>, DbError> {
    let secret = Cond::all().add(Expr::col(("s", "digest")).eq(digest));
    let select = select("api_tokens", secret, now.date())
        .columns(["id", "scopes", "ends_on", "used_at"].map(|column| ("s", column)))
        .column(("a", "login_key"))
        .take();
    let rows = on.conn().query_all(&select).await?;
    found(&rows, |row| {
        Ok(FoundBy::Token {
            id: row.try_get_by_index(OWN)?,
            scopes: row.try_get_by_index(OWN + 1)?,
            ends_on: row.try_get_by_index(OWN + 2)?,
            used_at: row.try_get_by_index(OWN + 3)?,
            login: row.try_get_by_index(OWN + 4)?,
        })
    })
}

/// The first column that speaks of the session or token itself.
const OWN: usize = 12;

fn select(table: &'static str, secret: Cond, day: Date) -> SelectStatement {
    let column = |of, name| Expr::col((of, name));
    Query::select()
        .columns(["id", "person", "state", "ends_on", "shared", "lang"].map(|column| ("a", column)))
        .column(("t", "name"))
        .columns([("p", "set_at"), ("p", "one_time")])
        .column(("u", "id"))
        .expr(Expr::expr(unseen()))
        .expr(Expr::expr(Edition::query()))
        .from_as(table, "s")
        .join_as(
            JoinType::InnerJoin,
            "accounts",
            "a",
            column("a", "id").equals(("s", "account")),
        )
        .join_as(
            JoinType::InnerJoin,
            "staff",
            "t",
            holds_on("t", day).add(column("t", "person").equals(("a", "person"))),
        )
        .join_as(
            JoinType::LeftJoin,
            "passwords",
            "p",
            column("p", "account").equals(("a", "id")),
        )
        .join_as(
            JoinType::LeftJoin,
            "usage_rules",
            "u",
            Cond::all()
                .add(column("u", "id").in_subquery(usage::store::current_id(day)))
                .add(Expr::exists(acknowledged()).not()),
        )
        .cond_where(secret)
        .and_where(column("s", "ended_at").is_null())
        .take()
}

/// That the person acknowledged the rules `u`.
fn acknowledged() -> SelectStatement {
    Query::select()
        .expr(Expr::value(1))
        .from_as("usage_acknowledgements", "k")
        .and_where(Expr::col(("k", "rules")).equals(("u", "id")))
        .and_where(Expr::col(("k", "person")).equals(("a", "person")))
        .take()
}

/// How many notices the person has not seen yet.
fn unseen() -> SelectStatement {
    Query::select()
        .expr(Func::count(Expr::col(("n", "id"))))
        .from_as("notices", "n")
        .and_where(Expr::col(("n", "person")).equals(("a", "person")))
        .and_where(Expr::col(("n", "seen_at")).is_null())
        .take()
}

fn found(
    rows: &[QueryResult],
    by: impl Fn(&QueryResult) -> Result<FoundBy, DbErr>,
) -> Result<Option<Found>, DbError> {
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let state: String = first.try_get_by_index(2)?;
    let lang: Option<String> = first.try_get_by_index(5)?;
    Ok(Some(Found {
        account: first.try_get_by_index(0)?,
        person: first.try_get_by_index(1)?,
        state: known("state", AccountState::from_code(&state))?,
        ends_on: first.try_get_by_index(3)?,
        shared: first.try_get_by_index(4)?,
        lang: lang.and_then(|lang| lang.parse().ok()),
        name: first.try_get_by_index(6)?,
        password_set_at: first.try_get_by_index(7)?,
        password_issued: first.try_get_by_index::<Option<bool>>(8)?.unwrap_or(false),
        unread_rules: first.try_get_by_index(9)?,
        unseen: first.try_get_by_index::<i64>(10)?.unsigned_abs(),
        edition: first.try_get_by_index(11)?,
        by: by(first)?,
    }))
}
