//! Unread, read and confirmed; pinned posts and pages of lists.

use time::Duration;
use time::macros::{date, time};
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Conflict, Cursor, Fault, ProxyKind, Reason, Timestamp};
use yakusho_messaging::board::{self, BoardPostId, Confirmation, PostForm, ReaderState, Shelf};
use yakusho_messaging::versions::Change;
use yakusho_messaging::{notices, summary};
use yakusho_regulation::Lang;

use crate::{Hall, post};

async fn unread(hall: &Hall, key: &str) -> u64 {
    let cx = hall.cx(key).await;
    let overview = board::overview(&cx).await.unwrap();
    overview.iter().map(|row| row.unread).sum()
}

#[tokio::test]
async fn what_is_opened_is_read_and_what_is_newer_than_the_mark_is_not() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let other = hall.category(|form| form.name_ja = "行事".to_owned()).await;
        let first = hall.post("clerk", post(category)).await;
        hall.post("clerk", post(other)).await;
        assert_eq!(
            unread(&hall, "clerk").await,
            0,
            "one's own words are not unread"
        );
        assert_eq!(unread(&hall, "stranger").await, 2);

        let cx = hall.cx("stranger").await;
        let view = board::show(&cx, first, 10).await.unwrap();
        board::see(&cx, &view).await.unwrap();
        assert_eq!(unread(&hall, "stranger").await, 1);
        let listed = board::list(&cx, Shelf::Unread, None, 10).await.unwrap();
        assert_eq!(listed.page.items.len(), 1);

        hall.world.clock.turn(Duration::minutes(1));
        let cx = hall.cx("stranger").await;
        board::mark_all_read(&cx, Some(category)).await.unwrap();
        assert_eq!(
            unread(&hall, "stranger").await,
            1,
            "a mark is for its category"
        );
        board::mark_all_read(&cx, None).await.unwrap();
        assert_eq!(unread(&hall, "stranger").await, 0);
        assert_eq!(unread(&hall, "mayor").await, 2, "and for whoever set it");

        hall.world.clock.turn(Duration::minutes(1));
        hall.post("clerk", post(other)).await;
        assert_eq!(unread(&hall, "stranger").await, 1);
        let cx = hall.cx("stranger").await;
        let listed = board::list(&cx, Shelf::All, None, 10).await.unwrap();
        let flags: Vec<bool> = listed.page.items.iter().map(|row| row.unread).collect();
        assert_eq!(flags, [true, false, false]);
    }
}

#[tokio::test]
async fn a_newcomer_is_not_shown_years_as_unread() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        hall.post("clerk", post(category)).await;
        hall.world.clock.turn(Duration::days(31));
        hall.post("clerk", post(category)).await;
        assert_eq!(unread(&hall, "stranger").await, 1);
    }
}

#[tokio::test]
async fn a_mark_does_not_hide_what_one_could_not_read_before_but_is_new() {
    for hall in Hall::both("model").await {
        let planning = Audience {
            units: vec![hall.town.unit("planning")],
            ..Audience::default()
        };
        let category = hall.category(|form| form.readers = planning.clone()).await;
        let closed = hall
            .category(|form| {
                form.readers = planning.clone();
                form.writers = planning;
            })
            .await;
        hall.post("planning_head", post(closed)).await;
        assert_eq!(unread(&hall, "clerk").await, 0);
        let cx = hall.cx("clerk").await;
        let nothing = board::mark_all_read(&cx, Some(closed)).await;
        assert!(matches!(nothing, Err(Fault::NotFound)));
        board::mark_all_read(&cx, Some(category)).await.unwrap();
        assert_eq!(unread(&hall, "stranger").await, 1);
    }
}

#[tokio::test]
async fn pinned_posts_stand_on_top_and_pages_follow_each_other() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let mut ids = Vec::new();
        for n in 0..5 {
            hall.world.clock.turn(Duration::minutes(1));
            let until = hall.world.clock.now().plus(Duration::hours(1));
            let form = PostForm {
                pinned_until: (n == 1).then_some(until),
                ..post(category)
            };
            ids.push(hall.post("clerk", form).await);
        }
        let cx = hall.cx("stranger").await;
        for shelf in [Shelf::All, Shelf::Category(category)] {
            let mut seen = Vec::new();
            let mut after: Option<Cursor> = None;
            loop {
                let listed = board::list(&cx, shelf, after.as_ref(), 2).await.unwrap();
                let pinned: Vec<_> = listed.pinned.iter().map(|row| row.id).collect();
                let expected = if after.is_none() {
                    vec![ids[1]]
                } else {
                    vec![]
                };
                assert_eq!(pinned, expected);
                seen.extend(listed.page.items.iter().map(|row| row.id));
                after = listed.page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(seen, [ids[4], ids[3], ids[2], ids[0]]);
        }
        hall.world.clock.turn(Duration::hours(2));
        let cx = hall.cx("stranger").await;
        let listed = board::list(&cx, Shelf::All, None, 10).await.unwrap();
        assert!(listed.pinned.is_empty());
        assert_eq!(listed.page.items.len(), 5, "unpinned by the clock alone");
    }
}

#[tokio::test]
async fn what_is_pinned_and_has_no_place_on_top_stands_among_the_others() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let mut ids = Vec::new();
        for n in 0..24 {
            hall.world.clock.turn(Duration::minutes(1));
            let until = hall.world.clock.now().plus(Duration::days(1));
            let form = PostForm {
                pinned_until: (n != 1).then_some(until),
                ..post(category)
            };
            ids.push(hall.post("clerk", form).await);
        }
        ids.reverse();
        let cx = hall.cx("stranger").await;
        let first = board::list(&cx, Shelf::All, None, 2).await.unwrap();
        let pinned: Vec<_> = first.pinned.iter().map(|row| row.id).collect();
        assert_eq!(pinned, ids[..20]);
        let next = first.page.next.unwrap();
        let second = board::list(&cx, Shelf::All, Some(&next), 2).await.unwrap();
        assert!(second.pinned.is_empty() && second.page.next.is_none());
        let below = first.page.items.iter().chain(&second.page.items);
        let below: Vec<_> = below.map(|row| (row.id, row.pinned)).collect();
        let expected = [
            (ids[20], true),
            (ids[21], true),
            (ids[22], false),
            (ids[23], true),
        ];
        assert_eq!(below, expected);
    }
}

fn asking(category: board::CategoryId) -> PostForm {
    PostForm {
        confirmation: Some(Confirmation {
            due: Some(date!(2026 - 11 - 27)),
        }),
        ..post(category)
    }
}

#[tokio::test]
async fn a_confirmation_is_due_while_the_post_is_up() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let until = |last| PostForm {
            ends_at: Some(Timestamp::at(last, time!(17:00))),
            ..asking(category)
        };
        let head = hall.cx("head").await;
        let early = hall.draft("head", until(date!(2026 - 11 - 26))).await;
        let short = board::publish(&head, early, 1).await;
        let Err(Fault::Invalid(invalid)) = short else {
            panic!("{short:?}");
        };
        let error = &invalid.errors[0];
        let expected = ("due", &Reason::Code("due_after_end"));
        assert_eq!((&*error.field, &error.reason), expected);
        hall.post("head", until(date!(2026 - 11 - 27))).await;
    }
}

#[tokio::test]
async fn what_was_published_goes_on_asking() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("head", asking(category)).await;
        let head = hall.cx("head").await;
        let silent = PostForm {
            confirmation: None,
            ..asking(category)
        };
        let view = board::show(&head, id, 10).await.unwrap();
        let refused = board::edit(&head, id, view.revision, silent, Change::Minor).await;
        let Err(Fault::Invalid(invalid)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(invalid.errors[0].field, "asks");
        let later = PostForm {
            confirmation: Some(Confirmation { due: None }),
            ..asking(category)
        };
        let _ = board::edit(&head, id, view.revision, later, Change::Minor)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn readers_confirm_where_the_post_asks_for_it() {
    for hall in Hall::both("model").await {
        let citizens = Audience {
            units: vec![hall.town.unit("citizens")],
            ..Audience::default()
        };
        let category = hall
            .category(|form| {
                form.readers = citizens.clone();
                form.writers = citizens;
            })
            .await;
        let id = hall.post("head", asking(category)).await;
        let clerk = hall.cx("clerk").await;
        assert_eq!(
            board::list(&clerk, Shelf::Owed, None, 10)
                .await
                .unwrap()
                .page
                .items
                .len(),
            1
        );
        board::mark_all_read(&clerk, None).await.unwrap();
        let _ = board::confirm(&clerk, id, 1).await.unwrap();
        let twice = board::confirm(&clerk, id, 1).await;
        assert!(matches!(
            twice,
            Err(Fault::Conflict(Conflict { code: "confirmed" }))
        ));
        assert!(
            board::list(&clerk, Shelf::Owed, None, 10)
                .await
                .unwrap()
                .page
                .items
                .is_empty()
        );
        let plain = hall.post("head", post(category)).await;
        assert!(matches!(
            board::confirm(&clerk, plain, 1).await,
            Err(Fault::Denied(_))
        ));

        let head = hall.cx("head").await;
        let all = board::readers(&head, id, ReaderState::All, None, 10)
            .await
            .unwrap();
        let names: Vec<_> = all.items.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(
            names,
            ["加藤 健", "佐藤 花子", "森 さくら"],
            "by rank and kana, without the head who wrote it"
        );
        let owing = board::readers(&head, id, ReaderState::Owing, None, 2)
            .await
            .unwrap();
        assert_eq!((owing.items.len(), owing.next.is_none()), (2, true));
        let owing = board::readers(&head, id, ReaderState::Owing, None, 1)
            .await
            .unwrap();
        let rest = board::readers(&head, id, ReaderState::Owing, owing.next.as_ref(), 2)
            .await
            .unwrap();
        assert_eq!(rest.items.len(), 1);
        let sections = board::readers_by_section(&head, id).await.unwrap();
        assert_eq!(sections.len(), 1);
        assert_eq!((sections[0].people, sections[0].confirmed), (3, 1));
        let own = board::list(&head, Shelf::Owed, None, 10).await.unwrap();
        assert!(own.page.items.is_empty(), "nobody confirms their own words");
        assert!(matches!(
            board::confirm(&head, id, 1).await,
            Err(Fault::Denied(_))
        ));
        assert!(matches!(
            board::readers(&clerk, id, ReaderState::All, None, 10).await,
            Err(Fault::Denied(_))
        ));

        let told = *board::remind(&head, id).await.unwrap();
        assert_eq!(told, 2);
        assert_eq!(*board::remind(&head, id).await.unwrap(), 0, "once a day");
        assert_eq!(
            hall.told("colleague").await,
            [notices::BOARD_REMINDER],
            "once a day"
        );
        assert!(hall.told("clerk").await.is_empty());
    }
}

#[tokio::test]
async fn what_was_changed_in_substance_is_owed_again_until_it_is_confirmed() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("head", asking(category)).await;
        let head = hall.cx("head").await;
        let clerk = hall.cx("clerk").await;
        let _ = board::confirm(&clerk, id, 1).await.unwrap();
        for (title, change, owed) in [
            ("誤字の訂正", Change::Minor, false),
            ("日程の変更", Change::Material, true),
        ] {
            let form = PostForm {
                title: title.to_owned(),
                ..asking(category)
            };
            let view = board::show(&head, id, 10).await.unwrap();
            let _ = board::edit(&head, id, view.revision, form, change)
                .await
                .unwrap();
            owes(&hall, id, owed).await;
            let clerk = hall.cx("clerk").await;
            let view = board::show(&clerk, id, 10).await.unwrap();
            board::see(&clerk, &view).await.unwrap();
            // What is read is not confirmed by that.
            owes(&hall, id, owed).await;
        }
        let clerk = hall.cx("clerk").await;
        for (unseen, expected) in [(2, "reworded"), (4, "reworded")] {
            let stale = board::confirm(&clerk, id, unseen).await;
            assert!(matches!(stale, Err(Fault::Conflict(Conflict { code })) if code == expected));
        }
        let _ = board::confirm(&clerk, id, 3).await.unwrap();
        owes(&hall, id, false).await;
        let twice = board::confirm(&clerk, id, 3).await;
        assert!(matches!(
            twice,
            Err(Fault::Conflict(Conflict { code: "confirmed" }))
        ));
        let marked = board::show(&clerk, id, 1).await.unwrap().confirmation;
        assert!(marked.unwrap().done().is_some());
    }
}

/// Whether the clerk, who confirmed what the head's post said at first, owes it again: wherever that is said.
async fn owes(hall: &Hall, id: BoardPostId, owed: bool) {
    let clerk = hall.cx("clerk").await;
    let shelf = board::list(&clerk, Shelf::Owed, None, 10).await.unwrap();
    assert_eq!(shelf.page.items.len(), usize::from(owed), "the list");
    let figures = summary(&clerk).await.unwrap();
    assert_eq!(figures.posts_owed, u64::from(owed), "the portal");
    let view = board::show(&clerk, id, 1).await.unwrap();
    assert_eq!(view.may.confirm, owed, "the button");
    let asked = view.confirmation.unwrap();
    assert!(asked.confirmed_at.is_some(), "what was given stays");
    assert_eq!(asked.outdated, owed);

    let head = hall.cx("head").await;
    let person = hall.town.person("clerk");
    for (state, among) in [
        (ReaderState::Owing, owed),
        (ReaderState::Confirmed, !owed),
        (ReaderState::All, true),
    ] {
        let page = board::readers(&head, id, state, None, 100).await.unwrap();
        let row = page.items.iter().find(|row| row.person == person);
        assert_eq!(row.is_some(), among, "{state:?}");
        assert!(row.is_none_or(|row| row.outdated == owed));
    }
    let sections = board::readers_by_section(&head, id).await.unwrap();
    let confirmed: usize = sections.iter().map(|section| section.confirmed).sum();
    assert_eq!(confirmed, usize::from(!owed));
    let file = board::readers_csv(&head, id, Lang::Ja).await.unwrap();
    let file = String::from_utf8(file.into_inner()).unwrap();
    assert_eq!(file.contains("変更前の内容"), owed, "{file}");
}

#[tokio::test]
async fn a_proxy_confirms_and_it_says_so() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", asking(category)).await;
        let secretary = hall
            .proxy("general_clerk", "mayor", ProxyKind::Secretary)
            .await;
        let view = board::show(&secretary, id, 10).await.unwrap();
        board::see(&secretary, &view).await.unwrap();
        let _ = board::confirm(&secretary, id, 1).await.unwrap();

        let author = hall.cx("clerk").await;
        let done = board::readers(&author, id, ReaderState::Confirmed, None, 10)
            .await
            .unwrap();
        assert_eq!(done.items.len(), 1);
        let (by, kind) = done.items[0].by_proxy.unwrap();
        assert_eq!(done.items[0].person, hall.town.person("mayor"));
        assert_eq!(
            (by, kind),
            (hall.town.person("general_clerk"), ProxyKind::Secretary)
        );
        let file = board::readers_csv(&author, id, Lang::Ja)
            .await
            .unwrap()
            .into_inner();
        let file = String::from_utf8(file).unwrap();
        assert!(file.starts_with("\u{feff}職員番号,所属,"));
        assert!(file.contains("1001,"));
        assert!(file.contains("大森 一郎,2026-11-20 09:00,2026-11-20 09:00,,秘書代行"));
    }
}
