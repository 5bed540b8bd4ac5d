//! Questions about what the seeded town hall has on its board, and reports of violations: answered, waiting and late.

use std::sync::Arc;

use time::Duration;
use yakusho_compliance::violation::{self, Breach, Handling, Outcome, Report};
use yakusho_compliance::{Items, inquiry};
use yakusho_kernel::{Cx, Fault, PersonId, Ref, Subject as _};
use yakusho_messaging::board::{self, Posts, Shelf};
use yakusho_regulation::Rule;
use yakusho_search::Sources;

use crate::city::Rank;
use crate::forms::nine;
use crate::organisation::Town;
use crate::past::Past;

/// The rank from which members ask.
const CLERK: i16 = 8;

/// By which section's words who asks is found, how many days ago, what, and what they were answered.
const ASKED: [(&str, i64, &str, Option<&str>); 4] = [
    (
        "福祉",
        12,
        "会計年度任用職員にも周知してよいですか。",
        Some("全職員が対象です。所属の中で周知してください。"),
    ),
    ("税務|課税", 9, "出先機関でも同じ扱いになりますか。", None),
    (
        "市民|住民",
        3,
        "市民から問合せを受けたときは、どの内線へつなげばよいですか。",
        None,
    ),
    ("総務|企画", 1, "詳しい資料はどこで見られますか。", None),
];

/// Has people ask and report, where the city's regulation speaks of it.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(1), nine()).await?;
    if cx.city().in_force(Rule::Inquiries, cx.today()).is_none() {
        return Ok(());
    }
    let sources = Arc::new(Sources::new().with(Posts));
    let items = Items::of(&sources, [Arc::new(Posts) as _]);
    for (place, (words, days_ago, question, answer)) in ASKED.into_iter().enumerate() {
        let Some(asker) = member(town, words) else {
            continue;
        };
        let cx = past.act(asker, past.day(days_ago), nine()).await?;
        let Some((post, head)) = of_a_section(&cx, town, &items, place).await? else {
            continue;
        };
        let id = *inquiry::ask(&cx, &items, &post, question).await?;
        if let Some(answer) = answer {
            let ten = nine() + Duration::hours(1);
            let cx = past.act(head, past.day(days_ago), ten).await?;
            let _ = inquiry::answer(&cx, id, 1, answer).await?;
        }
    }
    reports(past, town, administrator, &items).await
}

fn member(town: &Town, words: &str) -> Option<PersonId> {
    let section = town.unit_named(words, Rank::Section)?;
    town.member_of(section, CLERK)
}

/// One of the latest posts that are in a section's name, with the head of that section.
async fn of_a_section(
    cx: &Cx,
    town: &Town,
    items: &Items,
    place: usize,
) -> Result<Option<(Ref, PersonId)>, Fault> {
    let listed = board::list(cx, Shelf::All, None, 40).await?.page.items;
    let mut found = Vec::new();
    for row in listed {
        let item = row.id.reference();
        let known = items.look(cx, &item).await?;
        let Some(unit) = known.and_then(|known| known.section) else {
            continue;
        };
        let plan = &town.plan;
        let heads =
            |post: usize| plan.posts[post].head && town.units[plan.posts[post].unit] == unit;
        found.extend(town.holders(heads).first().map(|head| (item, *head)));
    }
    Ok(found.into_iter().cycle().nth(place))
}

/// One that was found not to be in breach, and one that waits.
async fn reports(
    past: &Past,
    town: &Town,
    administrator: PersonId,
    items: &Items,
) -> Result<(), Fault> {
    for (words, days_ago, breach, account, reason) in [
        (
            "福祉",
            8,
            Breach::Hindrance,
            "同じお知らせが何度も掲示されていて、ほかの掲示が見つけにくくなっている。",
            Some("日ごとに内容の異なるお知らせであり、運用に支障はない。"),
        ),
        (
            "市民|住民",
            2,
            Breach::FalseInformation,
            "書かれている日付はまだ確定していないと、担当から聞いている。",
            None,
        ),
    ] {
        let Some(reporter) = member(town, words) else {
            continue;
        };
        let cx = past.act(reporter, past.day(days_ago), nine()).await?;
        let Some((post, _)) = of_a_section(&cx, town, items, 2).await? else {
            continue;
        };
        let form = Report {
            breach,
            account: account.to_owned(),
        };
        let id = *violation::report(&cx, items, &post, form).await?;
        if let Some(reason) = reason {
            let ten = nine() + Duration::hours(1);
            let cx = past.act(administrator, past.day(days_ago - 1), ten).await?;
            let form = Handling {
                outcome: Outcome::NoBreach,
                reason: reason.to_owned(),
            };
            let _ = violation::handle(&cx, items, id, 1, form).await?;
        }
    }
    Ok(())
}
