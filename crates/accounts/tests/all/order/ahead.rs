//! Orders that a batch run carries out "as of" a later day.

use time::Duration;
use time::macros::date;
use yakusho_accounts::appointment;
use yakusho_accounts::directory;
use yakusho_accounts::ledger::{AsOf, end_of};
use yakusho_accounts::order;
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Cx, Env, Part, Rng, Timestamp};
use yakusho_testkit::World;

use super::{appoint, schedule};

#[tokio::test]
async fn what_was_written_ahead_of_its_day_is_known_since_it_was_written() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let (today, ahead) = (admin.today(), date!(2027 - 01 - 01));
        let swap = || {
            vec![
                appoint(2, "1006", "2010", "企画課長"),
                appoint(3, "1011", "1020", "市民課長"),
            ]
        };
        let later = schedule(&admin, ahead, swap()).await.unwrap();
        let before = admin.now();
        world.clock.turn(Duration::minutes(1));
        let env = Env::new(
            world.env.db().clone(),
            world.clock.set_to(Timestamp::start_of(ahead)),
            Rng::seeded(7),
            world.env.city().clone(),
            world.env.keys().clone(),
            None,
        );
        let night = Cx::system(&env, Part("test"));
        assert_eq!(order::apply_due(&night).await.unwrap().applied, [later]);

        let post = town.head_post("citizens");
        let (old, new) = (town.person("head"), town.person("planning_head"));
        let holders = async |day, known| {
            let when = AsOf { day, known };
            let holders = appointment::holders(&admin.reader(), post, when).await;
            holders.unwrap()
        };
        assert_eq!(holders(ahead, None).await, [new]);
        assert_eq!(holders(ahead, Some(before)).await, [old]);
        assert_eq!(holders(ahead, Some(end_of(today))).await, [new]);
        let admin = town.cx("administrator").await;
        let (carried_out, _) = order::get(&admin, later).await.unwrap();
        assert_eq!(carried_out.applied_at, Some(admin.now()));
        let made = order::carried_out(&admin, &carried_out).await.unwrap();
        assert_eq!(made.people.len(), 2);

        world.clock.turn(Duration::minutes(1));
        let admin = town.cx("administrator").await;
        let undone = order::undo(&admin, later, carried_out.revision, "早すぎた").await;
        let _ = undone.unwrap();
        world.clock.turn(Duration::minutes(1));
        let admin = town.cx("administrator").await;
        let now = schedule(&admin, today, swap()).await.unwrap();
        let applied = order::apply_due(&world.system()).await.unwrap().applied;
        assert_eq!(applied, [now]);
        for known in [None, Some(admin.now()), Some(end_of(today))] {
            assert_eq!(holders(today, known).await, [new], "{known:?}");
            assert_eq!(holders(ahead, known).await, [new], "{known:?}");
            let when = AsOf { day: today, known };
            let units = [town.unit("citizens"), town.unit("planning")];
            let members = directory::members(&admin.reader(), when, &units).await;
            let mut people: Vec<_> = members.unwrap().iter().map(|card| card.id).collect();
            let all = people.len();
            people.sort_unstable();
            people.dedup();
            assert_eq!(people.len(), all, "{known:?}");
        }
    }
}
