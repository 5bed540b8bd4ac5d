//! Usage rules in versions, and each user's word on them (nogata:5-2(2)).

use time::Date;
use time::macros::date;
use yakusho_accounts::testing::Town;
use yakusho_accounts::usage::{self, NewUsageRules, UsageRulesId};
use yakusho_kernel::{Conflict, Cx, Fault, Timestamp};
use yakusho_testkit::{World, keeps};

const TODAY: Date = date!(2026 - 11 - 20);
const TOMORROW: Date = date!(2026 - 11 - 21);

fn rules(effective_on: Date, body: &str) -> NewUsageRules {
    NewUsageRules {
        effective_on,
        body_ja: body.to_owned(),
        body_en: String::new(),
    }
}

async fn issue(cx: &Cx, effective_on: Date, body: &str) -> UsageRulesId {
    usage::issue(cx, rules(effective_on, body))
        .await
        .unwrap()
        .into_inner()
}

async fn owed(cx: &Cx) -> Option<UsageRulesId> {
    let person = cx.actor().person().unwrap();
    usage::owed(&cx.reader(), cx.city(), cx.today(), person)
        .await
        .unwrap()
}

#[tokio::test]
async fn each_version_is_acknowledged_by_each_user_from_its_first_day() {
    keeps!("nogata:5-2(2)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        let clerk = town.cx("clerk").await;
        let refused = usage::issue(&clerk, rules(TODAY, "私の規則"))
            .await
            .unwrap_err();
        assert!(matches!(refused, Fault::Denied(_)));

        let first = issue(&administrator, TODAY, "業務に使う。").await;
        let second = issue(&administrator, TOMORROW, "業務にだけ使う。").await;
        assert_eq!(owed(&clerk).await, Some(first));
        let _ = usage::acknowledge(&clerk, first).await.unwrap();
        let _ = usage::acknowledge(&clerk, first).await.unwrap();
        assert_eq!(owed(&clerk).await, None);

        world
            .clock
            .turn_to(Timestamp::start_of(TOMORROW).plus(time::Duration::milliseconds(-1)));
        assert_eq!(
            owed(&town.cx("clerk").await).await,
            None,
            "the last moment of the first version"
        );
        world.clock.turn_to(Timestamp::start_of(TOMORROW));
        let clerk = town.cx("clerk").await;
        assert_eq!(
            owed(&clerk).await,
            Some(second),
            "the first moment of the second"
        );
        let late = usage::acknowledge(&clerk, first).await.unwrap_err();
        assert!(matches!(
            late,
            Fault::Conflict(Conflict {
                code: "not_in_force"
            })
        ));

        let administrator = town.cx("administrator").await;
        let noted = usage::acknowledgements(&administrator, first, None, 10)
            .await
            .unwrap();
        assert_eq!(
            noted
                .items
                .iter()
                .map(|noted| noted.person)
                .collect::<Vec<_>>(),
            [town.person("clerk")]
        );
        let open = usage::outstanding(&administrator, first, None, 100)
            .await
            .unwrap();
        assert!(
            open.items
                .iter()
                .all(|card| card.id != town.person("clerk"))
        );
        assert!(
            open.items
                .iter()
                .any(|card| card.id == town.person("colleague"))
        );
    }
}

#[tokio::test]
async fn a_version_is_withdrawn_before_its_first_day_only() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        let past = usage::issue(&administrator, rules(date!(2026 - 11 - 19), "昨日から"))
            .await
            .unwrap_err();
        assert!(matches!(past, Fault::Invalid(_)));
        let now = issue(&administrator, TODAY, "今日から").await;
        let later = issue(&administrator, TOMORROW, "明日から").await;
        let refused = usage::withdraw(&administrator, now).await.unwrap_err();
        assert!(matches!(
            refused,
            Fault::Conflict(Conflict {
                code: "in_force_already"
            })
        ));
        let _ = usage::withdraw(&administrator, later).await.unwrap();
        let versions = usage::versions(&town.cx("clerk").await, None, 10)
            .await
            .unwrap();
        assert_eq!(
            versions
                .items
                .iter()
                .map(|rules| rules.id)
                .collect::<Vec<_>>(),
            [now]
        );
    }
}

#[tokio::test]
async fn a_city_without_the_rule_asks_nobody() {
    for world in World::both("muko").await {
        let town = Town::model(&world.env).await;
        let _ = issue(&town.cx("administrator").await, TODAY, "参考").await;
        let clerk = town.cx("clerk").await;
        assert_eq!(owed(&clerk).await, None);
        assert!(usage::current(&clerk).await.unwrap().is_none());
    }
}
