//! Roles follow their posts, under the rules of each city.

use time::macros::date;
use yakusho_accounts::appointment::{self, NewAppointment};
use yakusho_accounts::organisation::{self, Post};
use yakusho_accounts::role::{self, RoleOverview};
use yakusho_accounts::staff::{self, Status};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Cx, Holding, PersonId, Timestamp, UnitId};
use yakusho_regulation::Role;
use yakusho_testkit::{World, keeps};

/// Who holds a role today, and for which unit.
async fn held(cx: &Cx, role: Role) -> Vec<(Option<UnitId>, Option<PersonId>)> {
    let holders = role::holders(&cx.reader(), role, cx.today()).await.unwrap();
    holders
        .into_iter()
        .map(|holder| (holder.unit, holder.person))
        .collect()
}

/// Has somebody take another's head post tomorrow, and turns the clock to that day.
async fn pass_on(world: &World, town: &Town, unit: &str, from: &str, to: &str) {
    let admin = town.cx("administrator").await;
    let tomorrow = admin.today().next_day().unwrap();
    let rows = appointment::of_person(&admin.reader(), town.person(from))
        .await
        .unwrap();
    let general = organisation::posts(&admin.reader(), town.unit("general"), tomorrow)
        .await
        .unwrap();
    let clerk = general.iter().find(|row| !row.post.head).unwrap().id;
    assert!(!rows.is_empty());
    for (person, post) in [(from, clerk), (to, town.head_post(unit))] {
        let new = NewAppointment {
            person: town.person(person),
            post,
            main: true,
            first: tomorrow,
            last: None,
        };
        let _ = appointment::appoint(&admin, new)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
    }
    world.clock.turn_to(Timestamp::start_of(tomorrow));
}

/// Whether a role is held by whoever heads a unit, before and after its head changes.
async fn follows_the_head(city: &str, role: Role, unit: &str, from: &str) {
    for world in World::both(city).await {
        let town = Town::model(&world.env).await;
        let cx = world.system();
        assert_eq!(held(&cx, role).await, [(None, Some(town.person(from)))]);
        assert!(town.standing(from).await.holds(role));
        assert!(!town.standing("general_head").await.holds(role));
        pass_on(&world, &town, unit, from, "colleague").await;
        let cx = world.system();
        assert_eq!(
            held(&cx, role).await,
            [(None, Some(town.person("colleague")))]
        );
        assert!(!town.standing(from).await.holds(role));
        let standing = town.standing("colleague").await;
        let by = standing.roles.iter().find(|held| held.role == role);
        assert_eq!(by.unwrap().by, Holding::Post(town.head_post(unit)));
    }
}

#[tokio::test]
async fn the_supervisor_is_the_head_of_the_general_policy_department() {
    keeps!("nogata:4");
    follows_the_head(
        "nogata",
        Role::SystemSupervisor,
        "policy",
        "policy_director",
    )
    .await;
}

#[tokio::test]
async fn the_administrator_is_the_head_of_the_section_of_the_information_management_unit() {
    keeps!("nogata:5-1");
    follows_the_head(
        "nogata",
        Role::SystemAdministrator,
        "systems",
        "systems_head",
    )
    .await;
}

#[tokio::test]
async fn the_administrator_changes_when_the_unit_goes_to_another_section() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    let units = yakusho_accounts::directory::units(&admin.reader(), admin.today())
        .await
        .unwrap();
    let seen = units
        .into_iter()
        .find(|unit| unit.id == town.unit("information"))
        .unwrap();
    let moved = organisation::Unit {
        code: seen.code,
        name: seen.name,
        rank: seen.rank,
        parent: Some(town.unit("general")),
        position: seen.position,
        tags: seen.tags,
    };
    let _ = organisation::edit_unit(&admin, seen.id, seen.row, admin.today(), moved)
        .await
        .unwrap()
        .make()
        .await
        .unwrap();
    let head = town.person("general_head");
    assert_eq!(
        held(&admin, Role::SystemAdministrator).await,
        [(None, Some(head))]
    );
}

/// Every section has a manager of its own, whose powers end there.
async fn every_head_of_a_section(city: &str) {
    for world in World::both(city).await {
        let town = Town::model(&world.env).await;
        let cx = world.system();
        let mut expected: Vec<_> = [
            ("general", "general_head"),
            ("citizens", "head"),
            ("planning", "planning_head"),
            ("systems", "systems_head"),
        ]
        .map(|(unit, person)| (Some(town.unit(unit)), Some(town.person(person))))
        .to_vec();
        let mut found = held(&cx, Role::InformationManager).await;
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected);
        let head = town.standing("head").await;
        assert!(head.holds_for(Role::InformationManager, town.unit("citizens")));
        assert!(!head.holds_for(Role::InformationManager, town.unit("planning")));
        assert!(
            !town
                .standing("affairs_director")
                .await
                .holds(Role::InformationManager)
        );
        pass_on(&world, &town, "citizens", "head", "colleague").await;
        let standing = town.standing("colleague").await;
        assert!(standing.holds_for(Role::InformationManager, town.unit("citizens")));
        assert!(!town.standing("head").await.holds(Role::InformationManager));
    }
}

#[tokio::test]
async fn the_heads_of_sections_manage_information_in_nogata() {
    keeps!("nogata:6-1");
    every_head_of_a_section("nogata").await;
}

#[tokio::test]
async fn the_heads_of_sections_manage_information_in_shiroishi() {
    keeps!("shiroishi:5");
    every_head_of_a_section("shiroishi").await;
}

#[tokio::test]
async fn the_general_manager_is_the_deputy_mayor() {
    for world in World::both("shiroishi").await {
        keeps!("shiroishi:3");
        let town = Town::model(&world.env).await;
        let cx = world.system();
        let deputy = town.person("deputy_mayor");
        assert_eq!(
            held(&cx, Role::GeneralManager).await,
            [(None, Some(deputy))]
        );
        let admin = town.cx("administrator").await;
        let rows = staff::of_person(&admin.reader(), deputy).await.unwrap();
        let today = admin.today();
        let _ = staff::set_status(&admin, deputy, rows[0].row, Status::Left, today, None)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        assert_eq!(held(&cx, Role::GeneralManager).await, [(None, None)]);
        let post = appointment::of_person(&admin.reader(), deputy)
            .await
            .unwrap()[0]
            .appointment
            .post;
        let new = NewAppointment {
            person: town.person("affairs_director"),
            post,
            main: true,
            first: today,
            last: None,
        };
        let _ = appointment::appoint(&admin, new)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        assert!(
            town.standing("affairs_director")
                .await
                .holds(Role::GeneralManager)
        );
    }
}

#[tokio::test]
async fn the_information_system_manager_is_the_head_of_general_affairs() {
    keeps!("shiroishi:4");
    let role = Role::InformationSystemManager;
    follows_the_head("shiroishi", role, "affairs", "affairs_director").await;
}

#[tokio::test]
async fn the_general_manager_of_computing_heads_the_department_of_information_policy() {
    keeps!("muko:4-1");
    let role = Role::ComputingGeneralManager;
    follows_the_head("muko", role, "affairs", "affairs_director").await;
}

#[tokio::test]
async fn the_computing_manager_heads_the_section_of_the_computers() {
    keeps!("muko:5");
    follows_the_head("muko", Role::ComputingManager, "systems", "systems_head").await;
}

#[tokio::test]
async fn data_are_protected_by_the_heads_of_the_sections_that_process_them() {
    for world in World::both("muko").await {
        keeps!("muko:6");
        let town = Town::model(&world.env).await;
        let cx = world.system();
        let citizens = Some(town.unit("citizens"));
        let role = Role::DataProtectionManager;
        assert_eq!(
            held(&cx, role).await,
            [(citizens, Some(town.person("head")))]
        );
        assert!(!town.standing("planning_head").await.holds(role));
        let admin = town.cx("administrator").await;
        let units = yakusho_accounts::directory::units(&admin.reader(), admin.today())
            .await
            .unwrap();
        for (key, marked) in [("citizens", false), ("planning", true)] {
            let seen = units.iter().find(|unit| unit.id == town.unit(key)).unwrap();
            let edited = organisation::Unit {
                code: seen.code.clone(),
                name: seen.name.clone(),
                rank: seen.rank,
                parent: seen.parent,
                position: seen.position,
                tags: if marked {
                    vec![yakusho_regulation::SectionTag::PersonalInformation]
                } else {
                    Vec::new()
                },
            };
            let _ = organisation::edit_unit(&admin, seen.id, seen.row, admin.today(), edited)
                .await
                .unwrap()
                .make()
                .await
                .unwrap();
        }
        assert!(!town.standing("head").await.holds(role));
        let planning = town.standing("planning_head").await;
        assert!(planning.holds_for(role, town.unit("planning")));
    }
}

#[tokio::test]
async fn a_role_without_a_holder_is_listed() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let open = async |day| {
            let overview = role::overview(&admin, day).await.unwrap();
            assert_eq!(overview.len(), Role::ALL.len());
            let open = overview.into_iter().filter(RoleOverview::is_left_open);
            open.map(|role| role.role).collect::<Vec<_>>()
        };
        let day = admin.today();
        assert_eq!(open(day).await, []);
        let before_all = date!(2010 - 03 - 31);
        assert_eq!(open(before_all).await, Role::ALL, "there were no posts");
        let leaving = [town.person("head"), town.person("policy_director")];
        for person in leaving {
            let rows = staff::of_person(&admin.reader(), person).await.unwrap();
            let _ = staff::set_status(&admin, person, rows[0].row, Status::Left, day, None)
                .await
                .unwrap()
                .make()
                .await
                .unwrap();
        }
        assert_eq!(
            open(day).await,
            [
                Role::SystemSupervisor,
                Role::InformationManager,
                Role::ComputingGeneralManager,
                Role::DataProtectionManager,
            ]
        );
        let nobody = Post {
            unit: town.unit("general"),
            title: "参事".to_owned(),
            head: false,
            rank: 6,
            position: 9,
        };
        let _ = organisation::found_post(&admin, day, nobody)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        assert!(
            !role::refresh(&world.system()).await.unwrap(),
            "nothing to refresh"
        );
    }
}
