//! Drafts, publishing, editing and versions of posts.

use time::Duration;
use time::macros::date;
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration::Kind;
use yakusho_kernel::{Conflict, Fault, ProxyKind, Timestamp, versions};
use yakusho_messaging::board::{self, Confirmation, New, PostForm, PostState, Published, Shelf};
use yakusho_messaging::notices;
use yakusho_messaging::versions::{Change, Side};
use yakusho_testkit::{acts_of, keeps};

use crate::{Hall, post};

#[tokio::test]
async fn users_write_to_all_users() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:3(2)");
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        for reader in ["mayor", "stranger", "fixed_term"] {
            let cx = hall.cx(reader).await;
            let view = board::show(&cx, id, 10).await.unwrap();
            let text = view.words.shown().unwrap();
            assert_eq!(text.title, "庁舎停電のお知らせ");
            assert_eq!(view.byline, "佐藤 花子");
            let listed = board::list(&cx, Shelf::All, None, 10).await.unwrap();
            assert_eq!(listed.page.items.len(), 1);
            assert!(listed.page.items[0].unread);
        }
    }
}

#[tokio::test]
async fn a_draft_is_its_authors_alone() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.draft("clerk", post(category)).await;
        let author = hall.cx("clerk").await;
        let view = board::show(&author, id, 10).await.unwrap();
        assert_eq!(view.state, PostState::Draft);
        assert!(view.may.publish && view.may.edit && view.may.withdraw);
        let drafts = board::list(&author, Shelf::Drafts, None, 10).await.unwrap();
        assert_eq!(drafts.page.items[0].id, id);
        for other in ["colleague", "head", "administrator"] {
            let cx = hall.cx(other).await;
            let hidden = board::show(&cx, id, 10).await;
            assert!(matches!(hidden, Err(Fault::NotFound)), "{other}");
            let missing = board::publish(&cx, id, 1).await;
            assert!(matches!(missing, Err(Fault::NotFound)), "{other}");
        }
    }
}

#[tokio::test]
async fn what_is_published_at_once_leaves_what_a_draft_and_its_publication_leave() {
    for hall in Hall::both("nogata").await {
        let category = hall.category(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let New { id, published } = board::publish_new(&cx, post(category))
            .await
            .unwrap()
            .into_inner();
        assert_eq!(published.unwrap(), Published::Shown);
        let view = board::show(&hall.cx("mayor").await, id, 10).await.unwrap();
        assert_eq!((view.version, view.first_version), (1, Some(1)));
        let view = board::show(&cx, id, 10).await.unwrap();
        assert_eq!(view.read.map(|read| read.version), Some(1));
        assert_eq!(versions(&cx.reader(), &id, 10).await.unwrap().len(), 1);
        assert_eq!(acts_of(&cx).await, ["board.draft", "board.publish"]);
    }
}

#[tokio::test]
async fn what_cannot_be_published_at_once_stays_a_draft() {
    for hall in Hall::both("nogata").await {
        let category = hall.category(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let unsaid = PostForm {
            registration: None,
            ..post(category)
        };
        let New { id, published } = board::publish_new(&cx, unsaid).await.unwrap().into_inner();
        let Err(Fault::Invalid(invalid)) = published else {
            panic!("the kind of what is registered was not said");
        };
        assert_eq!(invalid.errors[0].field, "registration");
        let view = board::show(&cx, id, 10).await.unwrap();
        assert_eq!(view.state, PostState::Draft);
        let own = PostForm {
            registration: Some(Kind::Approved),
            ..post(category)
        };
        let New { id, published } = board::publish_new(&cx, own).await.unwrap().into_inner();
        assert_eq!(published.unwrap(), Published::Uncleared);
        let view = board::show(&cx, id, 10).await.unwrap();
        assert_eq!(view.state, PostState::Draft);
    }
}

#[tokio::test]
async fn what_is_posted_for_a_time_is_seen_in_that_time_by_the_clock_alone() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let now = hall.world.clock.now();
        let form = PostForm {
            starts_at: Some(now.plus(Duration::hours(2))),
            ends_at: Some(now.plus(Duration::hours(4))),
            ..post(category)
        };
        let id = hall.draft("clerk", form).await;
        let author = hall.cx("clerk").await;
        let outcome = *board::publish(&author, id, 1).await.unwrap();
        assert_eq!(outcome, Published::Scheduled(now.plus(Duration::hours(2))));
        for (hours, seen) in [(0, false), (2, true), (3, true), (4, false)] {
            hall.world.clock.turn_to(now.plus(Duration::hours(hours)));
            let cx = hall.cx("stranger").await;
            assert_eq!(
                board::show(&cx, id, 10).await.is_ok(),
                seen,
                "after {hours} h"
            );
            let listed = board::list(&cx, Shelf::All, None, 10).await.unwrap();
            assert_eq!(
                listed.page.items.len(),
                usize::from(seen),
                "after {hours} h"
            );
        }
        let author = hall.cx("clerk").await;
        let expired = board::list(&author, Shelf::Expired, None, 10)
            .await
            .unwrap();
        assert_eq!(expired.page.items[0].id, id);
    }
}

#[tokio::test]
async fn times_that_make_no_sense_are_refused() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let now = hall.world.clock.now();
        let cx = hall.cx("clerk").await;
        let backwards = PostForm {
            starts_at: Some(now.plus(Duration::hours(2))),
            ends_at: Some(now.plus(Duration::hours(2))),
            ..post(category)
        };
        let Err(Fault::Invalid(invalid)) = board::draft(&cx, backwards).await else {
            panic!("an end that is no later than the beginning");
        };
        assert_eq!(invalid.errors[0].field, "ends_at");

        let over = PostForm {
            ends_at: Some(now),
            ..post(category)
        };
        let id = hall.draft("clerk", over).await;
        let Err(Fault::Invalid(invalid)) = board::publish(&cx, id, 1).await else {
            panic!("an end that has passed");
        };
        assert_eq!(invalid.errors[0].reason.code(), "past");
    }
}

#[tokio::test]
async fn a_section_speaks_through_its_members_and_the_author_is_on_record() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let citizens = hall.town.unit("citizens");
        let form = PostForm {
            section: Some(citizens),
            ..post(category)
        };
        let stranger = hall.cx("stranger").await;
        let refused = board::draft(&stranger, form.clone()).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "section"));

        let id = hall.post("clerk", form).await;
        let outside = board::show(&stranger, id, 10).await.unwrap();
        assert_eq!((outside.byline.as_str(), outside.by), ("市民課", None));
        for inside in ["colleague", "head"] {
            let cx = hall.cx(inside).await;
            let view = board::show(&cx, id, 10).await.unwrap();
            assert_eq!(view.by.unwrap().hand, hall.town.person("clerk"), "{inside}");
        }
    }
}

#[tokio::test]
async fn every_change_keeps_the_version_before_it() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:10(1)");
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let reader = hall.cx("mayor").await;
        let view = board::show(&reader, id, 10).await.unwrap();
        board::see(&reader, &view).await.unwrap();

        let tampered = PostForm {
            body: "停電は取り止めになりました。".to_owned(),
            ..post(category)
        };
        let stranger = hall.cx("stranger").await;
        let refused = board::edit(&stranger, id, 2, tampered.clone(), Change::Minor).await;
        let Err(Fault::Denied(denied)) = refused else {
            panic!("another's words must not be changed: {refused:?}");
        };
        assert_eq!(denied.basis.to_string(), "nogata:10(1)");

        let author = hall.cx("clerk").await;
        let _ = board::edit(&author, id, 2, tampered, Change::Material)
            .await
            .unwrap();
        assert_eq!(versions(&author.reader(), &id, 10).await.unwrap().len(), 2);
        assert_eq!(hall.told("mayor").await, [notices::BOARD_CHANGED]);
        assert!(hall.told("stranger").await.is_empty());
        let changed = board::show(&reader, id, 10).await.unwrap();
        assert_eq!((changed.version, changed.read.unwrap().version), (2, 1));

        let compared = board::compare(&reader, id, 1, 2).await.unwrap();
        let sides: Vec<Side> = compared.body.iter().map(|line| line.side).collect();
        assert_eq!(sides, [Side::Before, Side::After]);
        assert!(compared.title.iter().all(|line| line.side == Side::Both));

        let _ = board::restore(&author, id, 3, 1, Change::Minor)
            .await
            .unwrap();
        let restored = board::show(&reader, id, 10).await.unwrap();
        assert_eq!(restored.version, 3);
        assert!(restored.words.shown().unwrap().body.starts_with("土曜日"));
        assert_eq!(
            hall.told("mayor").await.len(),
            1,
            "a minor change tells nobody"
        );
    }
}

#[tokio::test]
async fn readers_see_the_versions_since_publication_only() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.draft("clerk", post(category)).await;
        let author = hall.cx("clerk").await;
        let better = PostForm {
            title: "停電のお知らせ(訂正)".to_owned(),
            ..post(category)
        };
        let _ = board::edit(&author, id, 1, better, Change::Minor)
            .await
            .unwrap();
        let _ = board::publish(&author, id, 2).await.unwrap();
        let reader = hall.cx("stranger").await;
        let numbers = |rows: Vec<yakusho_messaging::versions::VersionRow>| {
            rows.into_iter().map(|row| row.number).collect::<Vec<_>>()
        };
        assert_eq!(
            numbers(board::versions(&reader, id, None, 10).await.unwrap().items),
            [2]
        );
        let first = board::versions(&author, id, None, 1).await.unwrap();
        assert_eq!(numbers(first.items), [2]);
        let rest = board::versions(&author, id, first.next.as_ref(), 1)
            .await
            .unwrap();
        assert_eq!((numbers(rest.items), rest.next), (vec![1], None));
        let before = board::compare(&reader, id, 1, 2).await;
        assert!(matches!(before, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn of_two_who_change_a_post_at_once_the_second_is_told() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let cx = hall.cx("clerk").await;
        let edit = || board::edit(&cx, id, 2, post(category), Change::Minor);
        let (one, other) = tokio::join!(edit(), edit());
        let saved = [one.is_ok(), other.is_ok()]
            .iter()
            .filter(|ok| **ok)
            .count();
        assert_eq!(saved, 1);
        let fault = one.err().or(other.err()).unwrap();
        assert!(matches!(fault, Fault::Conflict(_)), "{fault:?}");
    }
}

#[tokio::test]
async fn what_was_published_cannot_be_published_again() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let cx = hall.cx("clerk").await;
        let again = board::publish(&cx, id, 2).await;
        assert!(matches!(
            again,
            Err(Fault::Conflict(Conflict { code: "published" }))
        ));
    }
}

#[tokio::test]
async fn a_secretary_posts_for_whom_they_stand_in_for_and_it_says_so() {
    for hall in Hall::both("model").await {
        let mut mayors = Audience::default();
        mayors.people.push(hall.town.person("mayor"));
        // Whoever stands in for somebody posts where that other does, and nowhere else.
        let category = hall.category(|form| form.writers = mayors.clone()).await;
        let alone = hall.cx("general_clerk").await;
        let refused = board::draft(&alone, post(category)).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "category"));
        let secretary = hall
            .proxy("general_clerk", "mayor", ProxyKind::Secretary)
            .await;
        let form = PostForm {
            confirmation: Some(Confirmation::default()),
            ..post(category)
        };
        let id = *board::draft(&secretary, form.clone()).await.unwrap();
        let outcome = *board::publish(&secretary, id, 1).await.unwrap();
        assert_eq!(outcome, Published::Shown);

        let clerk = hall.cx("clerk").await;
        let view = board::show(&clerk, id, 10).await.unwrap();
        let (mayor, hand) = (hall.town.person("mayor"), alone.actor().person().unwrap());
        let by = view.by.unwrap();
        assert_eq!(view.byline, "大森 一郎");
        assert_eq!((by.author, by.hand), (mayor, hand));
        assert_eq!(by.proxy, Some(ProxyKind::Secretary));
        let own = hall.cx("mayor").await;
        let mine = board::list(&own, Shelf::Mine, None, 10).await.unwrap();
        assert_eq!(mine.page.items[0].id, id, "it is the mayor's");
        for theirs in [&own, &secretary] {
            let view = board::show(theirs, id, 10).await.unwrap();
            assert!(view.may.edit && !view.may.confirm, "and not asked of them");
        }
        let view = board::show(&alone, id, 10).await.unwrap();
        assert!(!view.may.edit && view.may.confirm);
        let refused = board::edit(&alone, id, view.revision, form, Change::Minor).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
    }
}

#[tokio::test]
async fn nobody_is_asked_to_confirm_before_they_can_read_it() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let begins = date!(2026 - 12 - 10);
        let due = |due| PostForm {
            starts_at: Some(Timestamp::start_of(begins)),
            confirmation: Some(Confirmation { due: Some(due) }),
            ..post(category)
        };
        let cx = hall.cx("clerk").await;
        let early = *board::draft(&cx, due(date!(2026 - 12 - 09))).await.unwrap();
        let Err(Fault::Invalid(invalid)) = board::publish(&cx, early, 1).await else {
            panic!("it is due before anybody sees it");
        };
        assert_eq!(invalid.errors[0].field, "due");
        let fine = *board::draft(&cx, due(begins)).await.unwrap();
        let outcome = *board::publish(&cx, fine, 1).await.unwrap();
        assert!(matches!(outcome, Published::Scheduled(_)));
    }
}
