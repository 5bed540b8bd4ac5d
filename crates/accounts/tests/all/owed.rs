//! What the accounts know of that is owed by a day.

use time::macros::date;
use time::{Date, Duration};
use yakusho_accounts::password::PasswordsOwed;
use yakusho_accounts::testing::Town;
use yakusho_accounts::usage::{self, NewUsageRules, UsageOwed};
use yakusho_kernel::{Asked, Cx, Debtor, Owed, Owing, Place, Whose};
use yakusho_testkit::World;

/// When a password that was set on the first day of a world must be changed where its age is a year.
const A_YEAR_ON: Date = date!(2027 - 11 - 20);

async fn page(
    source: &impl Owing,
    cx: &Cx,
    whose: &Whose,
    days: (Option<Date>, Option<Date>),
    after: Option<Place>,
) -> Vec<Owed> {
    let asked = Asked {
        whose,
        from: days.0,
        until: days.1,
        after,
        size: 1,
    };
    source.owed(cx, &asked).await.unwrap()
}

#[tokio::test]
async fn a_password_is_owed_a_change_by_its_last_day_where_the_city_sets_an_age() {
    for world in World::both("shiroishi").await {
        let town = Town::model(&world.env).await;
        let _ = town.owner("clerk").await;
        world.clock.turn(Duration::days(1));
        let _ = town.owner("colleague").await;
        let cx = town.system();
        let (all, any) = (Whose::Everyone, (None, None));

        let first = page(&PasswordsOwed, &cx, &all, any, None).await;
        assert_eq!(first[0].due, A_YEAR_ON);
        assert_eq!(first[0].by, Debtor::Person(town.person("clerk")));
        let second = page(&PasswordsOwed, &cx, &all, any, Some(first[0].place)).await;
        assert_eq!(second[0].by, Debtor::Person(town.person("colleague")));
        let end = page(&PasswordsOwed, &cx, &all, any, Some(second[0].place)).await;
        assert!(end.is_empty());

        let own = Whose::Theirs {
            people: vec![town.person("colleague")],
            debtors: Vec::new(),
            units: Vec::new(),
        };
        assert_eq!(page(&PasswordsOwed, &cx, &own, any, None).await, second);
        let on_time = (None, Some(A_YEAR_ON));
        assert_eq!(page(&PasswordsOwed, &cx, &all, on_time, None).await, first);
        let later = (A_YEAR_ON.next_day(), None);
        assert_eq!(page(&PasswordsOwed, &cx, &all, later, None).await, second);

        let tally = async |days| {
            world.clock.turn(Duration::days(days));
            let tally = PasswordsOwed.tally(&town.system()).await.unwrap()[0];
            (tally.open, tally.overdue, tally.next)
        };
        assert_eq!(tally(364).await, (2, 0, Some(A_YEAR_ON)));
        assert_eq!(tally(1).await, (2, 1, A_YEAR_ON.next_day()));
    }
}

#[tokio::test]
async fn a_password_is_owed_nothing_where_the_city_sets_no_age() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let _ = town.owner("clerk").await;
        let cx = town.system();
        let owed = page(&PasswordsOwed, &cx, &Whose::Everyone, (None, None), None);
        assert!(owed.await.is_empty());
        assert!(PasswordsOwed.tally(&cx).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn usage_rules_are_owed_a_word_until_it_is_given() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let _ = town.owner("clerk").await;
        let (all, any) = (Whose::Everyone, (None, None));
        let owed = async || page(&UsageOwed, &town.system(), &all, any, None).await;
        let open = async || UsageOwed.tally(&town.system()).await.unwrap()[0].open;
        let today = town.system().today();
        assert!(owed().await.is_empty());
        let new = NewUsageRules {
            effective_on: today,
            body_ja: "業務に使う。".to_owned(),
            body_en: String::new(),
        };
        let administrator = town.cx("administrator").await;
        let id = *usage::issue(&administrator, new).await.unwrap();

        let first = owed().await;
        assert_eq!(first[0].by, Debtor::Person(town.person("clerk")));
        assert_eq!(first[0].due, today);
        assert_eq!(open().await, 1);
        let _ = usage::acknowledge(&town.cx("clerk").await, id)
            .await
            .unwrap();
        assert!(owed().await.is_empty());
        assert_eq!(open().await, 0);
    }
}
