//! Looking up units, people and audiences.

use time::macros::date;
use yakusho_accounts::directory::{self, Audience};
use yakusho_accounts::ledger::{self, Days, Founding};
use yakusho_accounts::organisation::{Post, Unit};
use yakusho_accounts::testing::Town;
use yakusho_accounts::{role, staff};
use yakusho_kernel::{Cx, PostId, UnitId};
use yakusho_regulation::{Role, UnitRank};
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

/// Puts beside the model a department of ten sections with ten units each, every section with its head's post; returns
/// one of the sections, and its head's post.
async fn spread_out(cx: &Cx) -> (UnitId, PostId) {
    let days = Days::from(date!(2020 - 04 - 01));
    let mut founding = Founding::default();
    let mut found = |code: String, name: String, rank, parent, position| {
        let id: UnitId = cx.new_id();
        let unit = Unit {
            code,
            name,
            rank,
            parent,
            position,
            tags: Vec::new(),
        };
        founding.units.push((id, days, unit));
        id
    };
    let department = found("80".into(), "支所部".into(), UnitRank::Department, None, 90);
    let mut sections = Vec::new();
    for section in 0..10 {
        let code = format!("80{section}");
        let name = format!("第{section}支所");
        let rank = UnitRank::Section;
        let id = found(code.clone(), name, rank, Some(department), section);
        for unit in 0..10 {
            let (code, name) = (format!("{code}{unit}"), format!("{unit}係"));
            found(code, name, UnitRank::Unit, Some(id), unit);
        }
        sections.push(id);
    }
    let posts = sections.iter().map(|section| {
        let post = Post {
            unit: *section,
            title: "支所長".to_owned(),
            head: true,
            rank: 5,
            position: 0,
        };
        (cx.new_id(), days, post)
    });
    founding.posts = posts.collect();
    let (section, post) = (sections[3], founding.posts[3].0);
    let _ = ledger::found(cx, founding).await.unwrap();
    (section, post)
}

#[tokio::test]
async fn an_outline_of_a_large_tree_shows_the_way_to_what_is_looked_at() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("clerk").await;
        let small = directory::outline(&cx, &[]).await.unwrap();
        let all = directory::units(&cx.reader(), cx.today()).await.unwrap();
        assert!(small.whole);
        assert_eq!(small.units, all);

        let (section, _) = spread_out(&town.system()).await;
        let names = async |around: &[UnitId]| {
            let outline = directory::outline(&cx, around).await.unwrap();
            assert!(!outline.whole);
            let names = outline.options().map(|(_, name)| name);
            names.collect::<Vec<_>>().join("/")
        };
        // The clerk's own section is 市民課.
        let own = "特別職/総務部/\u{3000}総務課/\u{3000}市民課/総合政策部/支所部";
        assert_eq!(names(&[]).await, own);
        let sections = (0..10).map(|n| match n {
            3 => {
                let units = (0..10).map(|unit| format!("/\u{3000}\u{3000}第{n}支所 {unit}係"));
                format!("\u{3000}第{n}支所{}", units.collect::<Vec<_>>().concat())
            }
            _ => format!("\u{3000}第{n}支所"),
        });
        let way = sections.collect::<Vec<_>>().join("/");
        assert_eq!(names(&[section]).await, format!("{own}/{way}"));
    }
}

#[tokio::test]
async fn units_posts_and_heads_are_found_by_words() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let (section, post) = spread_out(&town.system()).await;
        let cx = town.cx("clerk").await;
        let (on, today) = (cx.reader(), cx.today());
        let units = async |words: &str, most| {
            let found = directory::units_named(&on, today, words, most)
                .await
                .unwrap();
            found.into_iter().map(|unit| unit.name).collect::<Vec<_>>()
        };
        assert_eq!(units("3支", 5).await, ["第3支所"]);
        assert_eq!(units("支所", 2).await, ["支所部", "第0支所"]);
        assert_eq!(units("%", 5).await, [""; 0]);

        let posts = async |words: &str| directory::posts_named(&on, today, words, 5).await.unwrap();
        assert_eq!(posts("第3 支所長").await, [post]);
        assert_eq!(posts("支所部 第3").await, [post]);
        assert_eq!(posts("第3 課長").await, []);

        let heads = role::holders_for(&on, Role::InformationManager, today, &[section]).await;
        let heads: Vec<_> = heads.unwrap().into_iter().map(|head| head.post).collect();
        assert_eq!(heads, [post]);
    }
}

#[tokio::test]
async fn who_was_recorded_by_a_version_before_is_found_as_this_one_finds() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("clerk").await;
        let find = async |text: &str| {
            let page = directory::search(&cx, text, None, None, 50).await.unwrap();
            page.items.len()
        };
        let all = find("").await;
        world
            .execute("UPDATE staff SET search_key = '髙𠮷花子' WHERE number = '1007'")
            .await;
        assert_eq!(find("1007").await, 0);
        assert!(staff::renew_keys(&cx).await.is_err(), "the system alone");
        assert_eq!(staff::renew_keys(&world.system()).await.unwrap(), 1);
        assert_eq!((find("1007").await, find("").await), (1, all));
        assert_eq!(staff::renew_keys(&world.system()).await.unwrap(), 0);
    }
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
