//! Looking at how it stands.

use std::collections::{BTreeMap, HashMap};

use time::Date;
use yakusho_audit::{Evidence, evidence};
use yakusho_kernel::{Cx, Fault, Tally};
use yakusho_regulation::{ArticleNumber, City, Rule};

use super::model::{ArticleStatus, RuleStatus, Status};
use super::rules::judged;
use crate::duty::{self, Ledger};

/// How it stood with the regulation on that day, as it was known then; of days to come nothing is said but what is known
/// today.
pub async fn status(cx: &Cx, ledger: &Ledger, day: Date) -> Result<Status, Fault> {
    let day = day.min(cx.today());
    let standing = duty::standing(cx, ledger, day).await?;
    let seen = evidence(cx, day).await?;
    let seen: HashMap<Rule, &Evidence> = seen.iter().map(|one| (one.rule, one)).collect();
    let owed: HashMap<Rule, &Tally> = standing.tallies.iter().map(|one| (one.rule, one)).collect();
    let values = cx.city().values(day);
    let ahead = values.duty_reminder_days.first().copied();
    let ahead = ahead.unwrap_or_default();
    let resting = resting(cx.city(), day);
    let mut articles = Vec::new();
    for regulation in cx.city().regulations() {
        for article in regulation.text().articles() {
            let rules = resting.get(&(regulation.key(), article.number));
            let judged = |rule: &Rule| -> RuleStatus {
                let (seen, owed) = (seen.get(rule), owed.get(rule));
                judged(*rule, day, ahead, seen.copied(), owed.copied())
            };
            articles.push(ArticleStatus {
                regulation: regulation.key().to_owned(),
                number: article.number,
                heading: article.heading.clone(),
                rules: rules.into_iter().flatten().map(judged).collect(),
            });
        }
    }
    Ok(Status {
        day,
        duties_known: standing.known,
        articles,
    })
}

/// The rules that rest on each article on a day.
fn resting(city: &City, day: Date) -> BTreeMap<(&str, ArticleNumber), Vec<Rule>> {
    let mut resting: BTreeMap<(&str, ArticleNumber), Vec<Rule>> = BTreeMap::new();
    for rule in Rule::ALL {
        let versions = city.versions(*rule);
        let in_force = versions.filter(|(force, _)| force.covers(day));
        for clause in in_force.flat_map(|(_, clauses)| clauses) {
            let place = (clause.regulation(), clause.article());
            let rules = resting.entry(place).or_default();
            if !rules.contains(rule) {
                rules.push(*rule);
            }
        }
    }
    resting
}
