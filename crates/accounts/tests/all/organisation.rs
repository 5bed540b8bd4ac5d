//! Live edits of units, posts, staff and appointments, and what was known when.

use time::macros::{date, time};
use yakusho_accounts::appointment::{self, NewAppointment};
use yakusho_accounts::directory;
use yakusho_accounts::group::{self, GroupDraft, Member};
use yakusho_accounts::ledger::{AsOf, BreachKind, end_of};
use yakusho_accounts::organisation::{self, Post, Unit};
use yakusho_accounts::staff::{self, StaffEdit, Status};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Cx, EmploymentClass, Fault, Timestamp, UnitId, versions};
use yakusho_regulation::UnitRank;
use yakusho_testkit::{World, keeps};

/// The codes of what does not fit together.
fn breaches<T>(result: Result<T, Fault>) -> Vec<&'static str> {
    match result {
        Err(Fault::Invalid(invalid)) => {
            let errors = invalid.errors.iter();
            errors.map(|error| error.reason.code()).collect()
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => Vec::new(),
    }
}

/// A unit as it stands today, with the row that says so.
async fn read(cx: &Cx, id: UnitId) -> directory::UnitNode {
    let units = directory::units(&cx.reader(), cx.today()).await.unwrap();
    units.into_iter().find(|unit| unit.id == id).unwrap()
}

fn unit(code: &str, name: &str, rank: UnitRank, parent: Option<UnitId>) -> Unit {
    Unit {
        code: code.to_owned(),
        name: name.to_owned(),
        rank,
        parent,
        position: 0,
        tags: Vec::new(),
    }
}

#[tokio::test]
async fn a_unit_is_renamed_from_a_day_on_and_every_version_stays() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let id = town.unit("citizens");
        let seen = read(&admin, id).await;
        let renamed = unit(
            "1020",
            " 市民窓口課 ",
            UnitRank::Section,
            Some(town.unit("affairs")),
        );
        let from = date!(2026 - 12 - 01);
        let _ = organisation::edit_unit(&admin, id, seen.row, from, renamed.clone())
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        let name = async |day| {
            let names = directory::unit_names(&admin.reader(), day, &[id]).await;
            names.unwrap().remove(&id)
        };
        assert_eq!(name(date!(2026 - 11 - 30)).await.as_deref(), Some("市民課"));
        assert_eq!(name(from).await.as_deref(), Some("市民窓口課"));
        let kept = versions(&admin.reader(), &id, 10).await.unwrap();
        assert_eq!(kept[0].content["content"]["name"], "市民窓口課");
        assert_eq!(kept[0].by, admin.actor().person());

        let stale = organisation::edit_unit(&admin, id, seen.row, from, renamed).await;
        assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));
        let history = organisation::unit_history(&admin.reader(), id)
            .await
            .unwrap();
        assert_eq!(history.len(), 3, "what held before, cut in two");
        assert!(history[0].superseded_at.is_some());
        assert!(history[1..].iter().all(|row| row.superseded_at.is_none()));
    }
}

#[tokio::test]
async fn what_does_not_fit_together_is_refused() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    let from = date!(2026 - 12 - 01);
    let affairs = Some(town.unit("affairs"));
    let found = async |new: Unit| breaches(organisation::found_unit(&admin, from, new).await);
    assert_eq!(
        found(unit("1020", "新課", UnitRank::Section, affairs)).await,
        [BreachKind::CodeTaken.code()]
    );
    let citizens = Some(town.unit("citizens"));
    assert_eq!(
        found(unit("99", "新部", UnitRank::Department, citizens)).await,
        [BreachKind::ParentRank.code()]
    );
    let early = organisation::found_unit(
        &admin,
        date!(2009 - 04 - 01),
        unit("99", "新課", UnitRank::Section, affairs),
    );
    assert_eq!(breaches(early.await), [BreachKind::ParentMissing.code()]);
    let wrong = organisation::found_unit(&admin, from, unit("", "", UnitRank::Unit, None)).await;
    assert!(matches!(wrong, Err(Fault::Invalid(invalid)) if invalid.errors.len() == 2));
    let too_late = unit("99", "新課", UnitRank::Section, affairs);
    let too_late = organisation::found_unit(&admin, date!(9999 - 12 - 31), too_late).await;
    assert!(matches!(too_late, Err(Fault::Invalid(_))));

    let head = Post {
        unit: town.unit("citizens"),
        title: "課長".to_owned(),
        head: true,
        rank: 5,
        position: 0,
    };
    assert_eq!(
        breaches(organisation::found_post(&admin, from, head.clone()).await),
        [BreachKind::TwoHeadPosts.code()]
    );
    let clerk = Post {
        title: "主事".to_owned(),
        head: false,
        ..head
    };
    assert_eq!(
        breaches(organisation::found_post(&admin, from, clerk).await),
        [BreachKind::TitleTaken.code()]
    );
    let seen = read(&admin, town.unit("citizens")).await;
    let closed = organisation::close_unit(&admin, seen.id, seen.row, from).await;
    assert_eq!(breaches(closed), [BreachKind::PostMissing.code()]);
    let second = NewAppointment {
        person: town.person("clerk"),
        post: town.head_post("citizens"),
        main: false,
        first: from,
        last: None,
    };
    assert_eq!(
        breaches(appointment::appoint(&admin, second).await),
        [BreachKind::TwoHolders.code()]
    );
    let units = directory::units(&admin.reader(), from).await.unwrap();
    assert_eq!(units.len(), 8, "nothing of it was kept");
}

#[tokio::test]
async fn a_name_shows_all_that_is_in_it() {
    let world = World::sqlite("model").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    let from = date!(2027 - 04 - 01);
    let unseen = ["unseen_characters"];
    let turned = unit("7000", "総務\u{202e}課", UnitRank::Section, None);
    let founded = organisation::found_unit(&admin, from, turned).await;
    assert_eq!(breaches(founded), unseen);
    let who = StaffEdit {
        number: "2001".to_owned(),
        name: "山田\u{2066} 花子".to_owned(),
        kana: "やまだ はなこ".to_owned(),
        class: EmploymentClass::Regular,
    };
    let taken_on = staff::take_on(&admin, who, from, None).await;
    assert_eq!(breaches(taken_on), unseen);
    let group = GroupDraft {
        name: "当番\u{200f}".to_owned(),
        unit: None,
        members: vec![Member::Person(town.person("clerk"))],
    };
    assert_eq!(breaches(group::make(&admin, group).await), unseen);
}

#[tokio::test]
async fn a_correction_changes_the_past_and_what_was_known_stays_known() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let citizens = town.unit("citizens");
        let day = date!(2026 - 11 - 19);
        let head = async |known| {
            organisation::head_of(&admin.reader(), citizens, day, known)
                .await
                .unwrap()
        };
        let at_first = admin.now();
        assert_eq!(head(at_first).await, Some(town.person("head")));
        assert_eq!(
            head(end_of(date!(2026 - 11 - 19))).await,
            None,
            "the town was not recorded before its first day"
        );

        world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 25), time!(10:00)));
        let admin = town.cx("administrator").await;
        let wrong = appointment::of_person(&admin.reader(), town.person("head"))
            .await
            .unwrap()
            .remove(0);
        let right = NewAppointment {
            person: town.person("head"),
            post: wrong.appointment.post,
            main: true,
            first: date!(2026 - 11 - 20),
            last: None,
        };
        let _ = appointment::correct(&admin, wrong.id, wrong.row, right)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        assert_eq!(
            head(admin.now()).await,
            None,
            "it was not so, as we now know"
        );
        assert_eq!(head(at_first).await, Some(town.person("head")));
        assert_eq!(
            head(end_of(date!(2026 - 11 - 24))).await,
            Some(town.person("head"))
        );
        let first = date!(2026 - 11 - 20);
        let now = organisation::head_of(&admin.reader(), citizens, first, admin.now()).await;
        assert_eq!(now.unwrap(), Some(town.person("head")));
        let when = AsOf {
            day,
            known: Some(at_first),
        };
        let held = appointment::holders(&admin.reader(), right.post, when).await;
        assert_eq!(held.unwrap(), [town.person("head")]);
        let history = appointment::history(&admin.reader(), town.person("head"))
            .await
            .unwrap();
        assert_eq!(history.len(), 2);
    }
}

#[tokio::test]
async fn staff_carry_their_class_and_lose_their_posts_when_they_leave() {
    for world in World::both("nogata").await {
        keeps!("nogata:2(5)");
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let who = |class| StaffEdit {
            number: "2001".to_owned(),
            name: "山田 花子".to_owned(),
            kana: "ヤマダ ハナコ".to_owned(),
            class,
        };
        let first = date!(2026 - 12 - 01);
        let person = staff::take_on(&admin, who(EmploymentClass::FixedTerm), first, None)
            .await
            .unwrap()
            .make()
            .await
            .unwrap()
            .into_inner();
        let taken = staff::take_on(&admin, who(EmploymentClass::Regular), first, None).await;
        assert_eq!(breaches(taken), [BreachKind::NumberTaken.code()]);
        let post = organisation::posts(&admin.reader(), town.unit("citizens"), first)
            .await
            .unwrap()[1]
            .id;
        let new = NewAppointment {
            person,
            post,
            main: true,
            first: date!(2026 - 11 - 30),
            last: None,
        };
        assert_eq!(
            breaches(appointment::appoint(&admin, new).await),
            [BreachKind::NotEmployed.code()],
            "the day before"
        );
        let new = NewAppointment { first, ..new };
        let _ = appointment::appoint(&admin, new)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();

        let rows = staff::of_person(&admin.reader(), person).await.unwrap();
        let april = date!(2027 - 04 - 01);
        let _ = staff::edit(
            &admin,
            person,
            rows[0].row,
            april,
            who(EmploymentClass::Regular),
        )
        .await
        .unwrap()
        .make()
        .await
        .unwrap();
        let rows = staff::of_person(&admin.reader(), person).await.unwrap();
        let classes: Vec<_> = rows
            .iter()
            .map(|row| {
                (
                    row.days.first(),
                    row.staff.class,
                    row.staff.class.is_regular(),
                )
            })
            .collect();
        assert_eq!(
            classes,
            [
                (first, EmploymentClass::FixedTerm, false),
                (april, EmploymentClass::Regular, true)
            ]
        );
        let leaves = date!(2028 - 04 - 01);
        let seen = rows[1].row;
        let _ = staff::set_status(&admin, person, seen, Status::Left, leaves, None)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        let held = appointment::of_person(&admin.reader(), person)
            .await
            .unwrap();
        assert_eq!(held[0].days.last(), Some(date!(2028 - 03 - 31)));
    }
}

#[tokio::test]
async fn nobody_but_the_administrator_edits() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let from = date!(2026 - 12 - 01);
    for key in ["clerk", "head", "supervisor"] {
        let cx = town.cx(key).await;
        let new = unit("99", "新部", UnitRank::Department, None);
        let refused = organisation::found_unit(&cx, from, new).await;
        assert!(
            matches!(&refused, Err(Fault::Denied(denied))
                if denied.basis.citation().to_string() == "nogata:5-2(3)"),
            "{key}: {refused:?}"
        );
        let new = NewAppointment {
            person: town.person(key),
            post: town.head_post("systems"),
            main: true,
            first: from,
            last: None,
        };
        let refused = appointment::appoint(&cx, new).await;
        assert!(matches!(refused, Err(Fault::Denied(_))), "{key}");
    }
}

#[tokio::test]
async fn a_concurrent_post_becomes_the_main_one_and_the_former_concurrent() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let held = async || {
            appointment::of_person(&admin.reader(), town.person("clerk"))
                .await
                .unwrap()
        };
        let concurrent = held().await.remove(1);
        assert!(!concurrent.appointment.main);
        let from = date!(2026 - 12 - 01);
        let edit = appointment::make_main(&admin, concurrent.id, concurrent.row, from).await;
        let _ = edit.unwrap().make().await.unwrap();
        let main_on = async |day| {
            let rows = held().await.into_iter();
            let mut on_day = rows.filter(|row| row.days.contains(day));
            let mains: Vec<_> = on_day
                .by_ref()
                .filter(|row| row.appointment.main)
                .map(|row| row.id)
                .collect();
            mains
        };
        assert_ne!(main_on(date!(2026 - 11 - 30)).await, [concurrent.id]);
        assert_eq!(main_on(from).await, [concurrent.id]);
        let both = held()
            .await
            .into_iter()
            .filter(|row| row.days.contains(from));
        assert_eq!(both.count(), 2, "the former main post is still held");
        let stale = appointment::make_main(&admin, concurrent.id, concurrent.row, from).await;
        assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));
    }
}

#[tokio::test]
async fn what_an_edit_would_do_is_seen_before_it_is_made() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let head = town.person("head");
        let held = appointment::of_person(&admin.reader(), head).await.unwrap();
        let today = admin.today();
        let mut edit = appointment::end(&admin, held[0].id, held[0].row, today)
            .await
            .unwrap();
        let difference = edit.difference(&admin, &[]).await.unwrap();
        drop(edit);
        assert!(difference.leaves_something_open());
        let vacant: Vec<_> = difference
            .vacant_roles
            .iter()
            .filter(|role| role.unit == Some(town.unit("citizens")))
            .map(|role| role.from[0].0)
            .collect();
        assert_eq!(vacant, [head]);
        assert_eq!(difference.vacant_posts[0].title, "市民課長");
        let still = appointment::of_person(&admin.reader(), head).await.unwrap();
        assert_eq!(still, held, "nothing of it was kept");

        let clerk = appointment::of_person(&admin.reader(), town.person("colleague"))
            .await
            .unwrap();
        let mut edit = appointment::end(&admin, clerk[0].id, clerk[0].row, today)
            .await
            .unwrap();
        let difference = edit.difference(&admin, &[]).await.unwrap();
        assert!(!difference.leaves_something_open());
        assert!(
            difference.vacant_posts.is_empty(),
            "the clerk holds it still"
        );
        assert_eq!(difference.people.len(), 1);
        let _ = edit.make().await.unwrap();
    }
}

#[tokio::test]
async fn those_who_left_and_those_yet_to_come_are_found_by_whom_it_concerns() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let first = date!(2026 - 12 - 01);
        let who = StaffEdit {
            number: "2001".to_owned(),
            name: "山田 太郎".to_owned(),
            kana: "ヤマダ タロウ".to_owned(),
            class: EmploymentClass::Regular,
        };
        let edit = staff::take_on(&admin, who, first, None).await.unwrap();
        let _ = edit.make().await.unwrap();
        let rows = staff::of_person(&admin.reader(), town.person("colleague"))
            .await
            .unwrap();
        let (id, row) = (town.person("colleague"), rows[0].row);
        let edit = staff::set_status(&admin, id, row, Status::Left, admin.today(), None).await;
        let _ = edit.unwrap().make().await.unwrap();
        let clerk = town.cx("clerk").await;
        let found = async |cx: &Cx, words: &str| {
            let found = directory::search_ever(cx, words, None, 10).await.unwrap();
            found.items.len()
        };
        assert_eq!(found(&admin, "ヤマダ").await, 1);
        assert_eq!(found(&clerk, "ヤマダ").await, 0);
        assert_eq!(found(&admin, "カトウ").await, 1);
        assert_eq!(found(&clerk, "カトウ").await, 1);
        let employed = directory::search(&clerk, "カトウ", None, None, 10).await;
        assert!(employed.unwrap().items.is_empty());
    }
}
