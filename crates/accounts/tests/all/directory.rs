//! Looking up units, people and audiences.

use yakusho_accounts::directory::{self, Audience};
use yakusho_accounts::testing::Town;
use yakusho_regulation::Role;
use yakusho_testkit::World;

#[tokio::test]
async fn units_stand_in_the_order_of_the_tree() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let cx = town.cx("clerk").await;
    let units = directory::units(&cx.reader(), cx.today()).await.unwrap();
    let names: Vec<_> = units
        .iter()
        .map(|unit| (unit.depth, unit.name.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            (0, "特別職"),
            (0, "総務部"),
            (1, "総務課"),
            (1, "市民課"),
            (0, "総合政策部"),
            (1, "企画課"),
            (1, "情報推進課"),
            (2, "情報管理係"),
        ]
    );
}

#[tokio::test]
async fn a_search_finds_names_readings_and_numbers_in_kana_order() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("clerk").await;
        let find = async |text: &str, unit| {
            let page = directory::search(&cx, text, unit, None, 50).await.unwrap();
            page.items
                .into_iter()
                .map(|card| card.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(find("さとう", None).await, ["佐藤 花子"]);
        assert_eq!(find("ｻﾄｳ", None).await, ["佐藤 花子"]);
        assert_eq!(find("1002", None).await, ["小川 次郎"]);
        assert_eq!(find("%", None).await, [""; 0]);
        assert_eq!(
            find("", Some(town.unit("citizens"))).await,
            ["加藤 健", "佐藤 花子", "中野 恵", "森 さくら"]
        );
        assert_eq!(
            find("", Some(town.unit("policy"))).await,
            [
                "井上 大輔",
                "岡本 浩",
                "木村 隆",
                "佐藤 花子",
                "林 美咲",
                "松本 優子"
            ]
        );
        let first = directory::search(&cx, "", None, None, 5).await.unwrap();
        let rest = directory::search(&cx, "", None, first.next.as_ref(), 50)
            .await
            .unwrap();
        assert_eq!((first.items.len(), rest.items.len()), (5, 9));
        assert!(rest.next.is_none());
    }
}

#[tokio::test]
async fn a_standing_has_posts_units_above_and_roles() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let clerk = town.standing("clerk").await;
        assert_eq!(clerk.main_unit(), Some(town.unit("citizens")));
        assert_eq!(clerk.seats.len(), 2);
        assert!(clerk.belongs_to(town.unit("policy")));
        assert_eq!(clerk.seats[1].section, town.unit("systems"));
        assert_eq!(
            clerk.seats[1].lineage,
            [
                town.unit("information"),
                town.unit("systems"),
                town.unit("policy")
            ]
        );
        assert!(clerk.roles.is_empty());
        let head = town.standing("head").await;
        assert!(head.holds_for(Role::InformationManager, town.unit("citizens")));
        assert!(!head.holds_for(Role::InformationManager, town.unit("general")));
        assert_eq!(town.person("administrator"), town.person("systems_head"));
        assert_eq!(town.person("supervisor"), town.person("policy_director"));
    }
}

#[tokio::test]
async fn an_audience_names_each_person_once() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let cx = town.system();
        let audience = Audience {
            units: vec![town.unit("policy"), town.unit("citizens")],
            posts: vec![town.head_post("citizens")],
            people: vec![town.person("colleague")],
            ..Audience::default()
        };
        let found = directory::expand(&cx.reader(), cx.today(), &audience)
            .await
            .unwrap();
        assert_eq!(found.len(), 9);
        let reached = |key| {
            let person = town.person(key);
            found
                .iter()
                .find(|one| one.person == person)
                .unwrap()
                .by_post
        };
        assert_eq!(reached("colleague"), None);
        assert_eq!(reached("head"), Some(town.head_post("citizens")));
        let everyone = Audience {
            everyone: true,
            ..Audience::default()
        };
        let found = directory::expand(&cx.reader(), cx.today(), &everyone)
            .await
            .unwrap();
        assert_eq!(found.len(), 14);
    }
}
