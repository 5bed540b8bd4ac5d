//! What is said of an article.

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{Timestamp, codes};
use yakusho_regulation::text::Heading;
use yakusho_regulation::{ArticleNumber, Lang, Rule};

/// How it stands with an article or a rule; the worst comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// There is nothing to judge by: no rule, or none that was seen at work.
    Unjudged,
    /// It was seen at work, and nothing is due.
    Kept,
    /// Something is to be done soon.
    Due,
    /// Something should have been done.
    Overdue,
}

codes! {
    State { Overdue = "overdue", Due = "due", Kept = "kept", Unjudged = "unjudged" }
}

/// How it stands with a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleStatus {
    /// The rule.
    pub rule: Rule,
    /// How it stands.
    pub state: State,
    /// When it was last seen at work, permitting, recording or refusing.
    pub last: Option<Timestamp>,
    /// The audit entry of that.
    pub entry: Option<Uuid>,
    /// How many duties were open.
    pub open: u64,
    /// How many of them were overdue.
    pub overdue: u64,
    /// The next day on which one was due.
    pub next: Option<Date>,
}

/// How it stands with an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleStatus {
    /// The key of its regulation.
    pub regulation: String,
    /// Its number.
    pub number: ArticleNumber,
    /// Its heading.
    pub heading: Option<Heading>,
    /// The rules that rested on it on the day.
    pub rules: Vec<RuleStatus>,
}

impl ArticleStatus {
    /// Its heading in that language; empty where it has none.
    pub fn heading(&self, lang: Lang) -> &str {
        let heading = self.heading.as_ref();
        heading.map_or("", |heading| heading.wording(lang))
    }

    /// How it stands: as with the worst of its rules.
    pub fn state(&self) -> State {
        let states = self.rules.iter().map(|rule| rule.state);
        states.max().unwrap_or(State::Unjudged)
    }

    /// When one of its rules was last seen at work, and the audit entry of that.
    pub fn last(&self) -> Option<(Timestamp, Option<Uuid>)> {
        let seen = self.rules.iter();
        seen.filter_map(|rule| Some((rule.last?, rule.entry))).max()
    }

    /// The next day on which something is due.
    pub fn next(&self) -> Option<Date> {
        self.rules.iter().filter_map(|rule| rule.next).min()
    }

    /// How many duties are open, and how many of them are overdue.
    pub fn duties(&self) -> (u64, u64) {
        let each = self.rules.iter();
        each.fold((0, 0), |(open, overdue), rule| {
            (open + rule.open, overdue + rule.overdue)
        })
    }
}

/// How it stands with the regulation on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The day.
    pub day: Date,
    /// Whether it is known what was owed: of a past day, if its night recorded it.
    pub duties_known: bool,
    /// Every article of every regulation, in their order.
    pub articles: Vec<ArticleStatus>,
}
