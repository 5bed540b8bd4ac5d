//! Groups of one's own, and whom they reach.

use yakusho_accounts::directory::{self, Audience};
use yakusho_accounts::group::{self, GroupDraft, GroupId, Member};
use yakusho_accounts::staff::Status;
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Cx, Fault, Reason};
use yakusho_testkit::World;

use crate::delegation::set_status;

fn draft(name: &str, members: Vec<Member>) -> GroupDraft {
    GroupDraft {
        name: name.to_owned(),
        unit: None,
        members,
    }
}

async fn make(cx: &Cx, draft: GroupDraft) -> GroupId {
    group::make(cx, draft).await.unwrap().into_inner()
}

#[tokio::test]
async fn a_group_reaches_the_members_of_the_groups_within_it() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let cx = town.cx("clerk").await;
        let inner = make(
            &cx,
            draft(
                "内側",
                vec![
                    Member::Person(town.person("stranger")),
                    Member::Unit(town.unit("systems")),
                ],
            ),
        )
        .await;
        let middle = make(
            &cx,
            draft(
                "中",
                vec![
                    Member::Group(inner),
                    Member::Post(town.head_post("citizens")),
                ],
            ),
        )
        .await;
        let outer = make(&cx, draft("外側", vec![Member::Group(middle)])).await;
        let audience = Audience {
            groups: vec![outer],
            ..Audience::default()
        };
        let found = directory::expand(&cx.reader(), cx.today(), &audience)
            .await
            .unwrap();
        let mut people: Vec<_> = found.iter().map(|one| one.person).collect();
        let mut expected =
            ["stranger", "systems_head", "operator", "clerk", "head"].map(|key| town.person(key));
        people.sort_unstable();
        expected.sort_unstable();
        assert_eq!(people, expected);

        let circle = group::edit(&cx, inner, 1, draft("内側", vec![Member::Group(outer)])).await;
        assert!(matches!(circle, Err(Fault::Invalid(invalid))
            if invalid.errors[0].reason == Reason::Code("group_circle")));
        let itself = group::edit(&cx, inner, 1, draft("内側", vec![Member::Group(inner)])).await;
        assert!(matches!(itself, Err(Fault::Invalid(_))));

        let _ = group::delete(&cx, middle, 1).await.unwrap();
        let found = directory::expand(&cx.reader(), cx.today(), &audience)
            .await
            .unwrap();
        assert_eq!(found, []);
    }
}

#[tokio::test]
async fn a_group_is_its_owners_or_shared_with_a_unit() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let clerk = town.cx("clerk").await;
        let members = vec![Member::Person(town.person("stranger"))];
        let own = make(&clerk, draft("自分", members.clone())).await;
        let shared = GroupDraft {
            unit: Some(town.unit("citizens")),
            ..draft("課", members.clone())
        };
        let shared = make(&clerk, shared).await;
        let names = async |cx: &Cx| {
            let page = group::list(cx, None, 10).await.unwrap();
            page.items
                .into_iter()
                .map(|row| row.name)
                .collect::<Vec<_>>()
        };
        let colleague = town.cx("colleague").await;
        let stranger = town.cx("stranger").await;
        assert_eq!(names(&clerk).await.len(), 2);
        assert_eq!(names(&colleague).await, ["課"]);
        assert_eq!(names(&stranger).await, [""; 0]);
        let hidden = group::get(&colleague, own).await;
        assert!(matches!(hidden, Err(Fault::NotFound)));
        let refused = group::edit(&colleague, shared, 1, draft("課", members.clone())).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let head = town.cx("head").await;
        let renamed = GroupDraft {
            unit: Some(town.unit("citizens")),
            ..draft("市民課の窓口", members.clone())
        };
        let _ = group::edit(&head, shared, 1, renamed.clone())
            .await
            .unwrap();
        let stale = group::edit(&head, shared, 1, renamed).await;
        assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));
        let elsewhere = GroupDraft {
            unit: Some(town.unit("planning")),
            ..draft("他課", members)
        };
        let refused = group::make(&clerk, elsewhere).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));

        let audience = |groups| Audience {
            groups,
            ..Audience::default()
        };
        let reader = colleague.reader();
        let admitted = directory::admit(&colleague, &reader, audience(vec![shared])).await;
        assert!(admitted.is_ok());
        let refused = directory::admit(&colleague, &reader, audience(vec![own])).await;
        assert!(refused.is_err());
        let unknown = Audience {
            units: vec![town.unit("citizens"), colleague.new_id()],
            ..Audience::default()
        };
        let refused = directory::admit(&colleague, &reader, unknown).await;
        assert!(matches!(refused, Err(Fault::Invalid(invalid))
            if invalid.errors[0].field == "units"));
    }
}

#[tokio::test]
async fn whoever_is_not_there_is_named_in_no_group() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let cx = town.cx("clerk").await;
        let unknown = [
            Member::Person(cx.new_id()),
            Member::Post(cx.new_id()),
            Member::Unit(cx.new_id()),
            Member::Group(cx.new_id()),
        ];
        let colleague = Member::Person(town.person("colleague"));
        for member in unknown {
            let made = group::make(&cx, draft("名簿", vec![colleague, member])).await;
            let Err(Fault::Invalid(invalid)) = made else {
                panic!("{member:?}: {made:?}");
            };
            assert_eq!(invalid.errors[0].field, "members");
            assert_eq!(invalid.errors[0].reason, Reason::Unknown);
        }
        // Who leaves stays named.
        let id = make(&cx, draft("名簿", vec![colleague])).await;
        set_status(&town, "colleague", Status::Left).await;
        let more = vec![colleague, Member::Person(town.person("head"))];
        let _ = group::edit(&cx, id, 1, draft("名簿", more)).await.unwrap();
    }
}
