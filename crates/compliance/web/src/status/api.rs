//! How it stands, as JSON.

use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, OffsetDateTime};
use yakusho_compliance::duty::Ledger;
use yakusho_compliance::status::{self, ArticleStatus, RuleStatus};
use yakusho_kernel::Timestamp;
use yakusho_webkit::{Answer, Visit};

use crate::duties::Tag;

/// How it stands with a rule.
#[derive(Debug, Object)]
struct RuleStanding {
    /// Its id.
    id: String,
    /// Its name.
    title: String,
    /// `overdue`, `due`, `kept` or `unjudged`.
    state: String,
    /// When it was last seen at work.
    #[oai(skip_serializing_if_is_none)]
    last: Option<OffsetDateTime>,
    /// The next day on which something is due.
    #[oai(skip_serializing_if_is_none)]
    next: Option<Date>,
    /// How many duties are open.
    open: u64,
    /// How many of them are overdue.
    overdue: u64,
}

impl RuleStanding {
    fn of(visit: &Visit, one: &RuleStatus) -> Self {
        Self {
            id: one.rule.id().to_owned(),
            title: one.rule.title(visit.lang).to_owned(),
            state: one.state.code().to_owned(),
            last: one.last.map(Timestamp::utc),
            next: one.next,
            open: one.open,
            overdue: one.overdue,
        }
    }
}

/// How it stands with an article.
#[derive(Debug, Object)]
struct ArticleStanding {
    /// Its name: `nogata:9`.
    id: String,
    /// `overdue`, `due`, `kept` or `unjudged`: as with the worst of its rules.
    state: String,
    rules: Vec<RuleStanding>,
}

impl ArticleStanding {
    fn of(visit: &Visit, one: &ArticleStatus) -> Self {
        let rules = one.rules.iter();
        Self {
            id: format!("{}:{}", one.regulation, one.number),
            state: one.state().code().to_owned(),
            rules: rules.map(|rule| RuleStanding::of(visit, rule)).collect(),
        }
    }
}

/// How it stands with the regulation on a day.
#[derive(Debug, Object)]
struct Standing {
    day: Date,
    /// Whether it is known what was owed: of a past day, if its night recorded it.
    duties_known: bool,
    articles: Vec<ArticleStanding>,
}

pub(super) struct StatusApi(pub(super) Ledger);

#[OpenApi(tag = "Tag::Compliance")]
impl StatusApi {
    /// How it stands with each article, today or on a past day.
    #[oai(path = "/compliance", method = "get", operation_id = "getCompliance")]
    async fn status(
        &self,
        visit: Visit,
        /// The day; today unless told.
        day: Query<Option<Date>>,
    ) -> Answer<Json<Standing>> {
        let day = day.0.unwrap_or(visit.cx.today());
        let found = status::status(&visit.cx, &self.0, day).await?;
        let articles = found.articles.iter();
        Ok(Json(Standing {
            day: found.day,
            duties_known: found.duties_known,
            articles: articles
                .map(|one| ArticleStanding::of(&visit, one))
                .collect(),
        }))
    }
}
