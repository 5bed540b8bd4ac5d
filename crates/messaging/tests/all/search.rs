//! Posts and circulations are found by whoever may see them, from the act on that makes it so.

use std::collections::HashMap;

use time::Duration;
use uuid::Uuid;
use yakusho_accounts::directory::Audience;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::ProxyKind;
use yakusho_messaging::board::{self, CategoryForm, PostForm, Posts};
use yakusho_messaging::circulation::{self, Circulations, Sequence};
use yakusho_search::{Asked, Query, Sources, catch_up, find, rebuild};

use crate::{Hall, everyone, post};

/// Nothing.
const NONE: [Uuid; 0] = [];

fn sources() -> Sources {
    Sources::new().with(Posts).with(Circulations)
}

impl Hall {
    /// What the person of that key finds by words.
    async fn found(&self, key: &str, words: &str) -> Vec<Uuid> {
        self.found_in(&self.cx(key).await, words).await
    }

    async fn found_in(&self, cx: &yakusho_kernel::Cx, words: &str) -> Vec<Uuid> {
        let (query, asked) = (Query::of(words), Asked::default());
        let page = find(cx, &sources(), &query, &asked, None, 20).await;
        let hits = page.unwrap().items;
        hits.iter().map(|hit| hit.item.id).collect()
    }
}

fn to(people: &[yakusho_kernel::PersonId]) -> Audience {
    Audience {
        people: people.to_vec(),
        ..Audience::default()
    }
}

#[tokio::test]
async fn a_post_is_found_from_its_beginning_to_its_end() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let now = hall.cx("clerk").await.now();
        let form = PostForm {
            starts_at: Some(now.plus(Duration::hours(1))),
            ends_at: Some(now.plus(Duration::hours(2))),
            ..post(category)
        };
        let id = hall.draft("clerk", form).await;
        let cx = hall.cx("clerk").await;
        let _ = board::publish(&cx, id, 1).await.unwrap();
        assert_eq!(hall.found("stranger", "停電").await, NONE);
        hall.world.clock.turn(Duration::hours(1));
        assert_eq!(hall.found("stranger", "停電").await, [Uuid::from(id)]);
        hall.world.clock.turn(Duration::hours(1));
        assert_eq!(hall.found("stranger", "停電").await, NONE);
    }
}

#[tokio::test]
async fn a_post_is_found_by_what_it_says_now_and_by_its_readers() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        assert_eq!(hall.found("stranger", "停電").await, [Uuid::from(id)]);
        let cx = hall.cx("clerk").await;
        let changed = PostForm {
            title: "断水のお知らせ".to_owned(),
            body: "断水します。".to_owned(),
            ..post(category)
        };
        let minor = yakusho_messaging::versions::Change::Minor;
        let _ = board::edit(&cx, id, 2, changed, minor).await.unwrap();
        assert_eq!(hall.found("stranger", "停電").await, NONE);
        assert_eq!(hall.found("stranger", "断水").await, [Uuid::from(id)]);

        let administrator = hall.cx("administrator").await;
        let closed = CategoryForm {
            name_ja: "お知らせ".to_owned(),
            readers: to(&[hall.town.person("colleague")]),
            writers: to(&[hall.town.person("clerk")]),
            ..CategoryForm::default()
        };
        let _ = board::change_category(&administrator, category, 1, closed)
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "断水").await, NONE);
        assert_eq!(hall.found("colleague", "断水").await, [Uuid::from(id)]);
        let _ = board::withdraw(&cx, id, 3).await.unwrap();
        assert_eq!(hall.found("colleague", "断水").await, NONE);
    }
}

#[tokio::test]
async fn a_circulation_is_found_by_those_whom_it_reached() {
    for hall in Hall::both("model").await {
        let (colleague, stranger) = (hall.town.person("colleague"), hall.town.person("stranger"));
        let sent = hall
            .sent("clerk", |form| form.audience = to(&[colleague]))
            .await;
        let id = Uuid::from(sent);
        for (key, finds) in [("clerk", true), ("colleague", true), ("stranger", false)] {
            let found = hall.found(key, "研修").await;
            assert_eq!(found == [id], finds, "{key}");
        }
        let proxy = hall
            .proxy("stranger", "colleague", ProxyKind::Secretary)
            .await;
        assert_eq!(hall.found_in(&proxy, "研修").await, [id]);
        let clerk = hall.cx("clerk").await;
        let _ = circulation::add(&clerk, sent, 2, &to(&[stranger]))
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "研修").await, [id]);
        let _ = circulation::withdraw(&clerk, sent, 3).await.unwrap();
        assert_eq!(hall.found("colleague", "研修").await, NONE);
    }
}

#[tokio::test]
async fn in_an_order_of_rank_nobody_finds_it_before_their_turn() {
    for hall in Hall::both("model").await {
        let (clerk, head) = (hall.town.person("clerk"), hall.town.person("head"));
        let sent = hall
            .sent("stranger", |form| {
                form.audience = to(&[clerk, head]);
                form.sequence = Sequence::Upwards;
            })
            .await;
        assert_eq!(hall.found("head", "研修").await, NONE);
        let cx = hall.cx("clerk").await;
        let _ = circulation::confirm(&cx, sent, 1, "").await.unwrap();
        assert_eq!(hall.found("head", "研修").await, [Uuid::from(sent)]);
    }
}

#[tokio::test]
async fn what_is_switched_off_is_not_found_and_the_index_can_be_made_anew() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = Uuid::from(hall.post("clerk", post(category)).await);
        let _draft = hall.draft("clerk", post(category)).await;
        let sent = hall.sent("clerk", |form| form.audience = everyone()).await;
        let system = hall.world.system();
        let _ = rebuild(&system).await.unwrap();
        assert_eq!(hall.found("stranger", "停電").await, NONE);
        assert_eq!(catch_up(&system, &sources()).await.unwrap().things, 3);
        assert_eq!(hall.found("stranger", "停電").await, [id]);
        assert_eq!(hall.found("stranger", "研修").await, [Uuid::from(sent)]);
        let administrator = hall.cx("administrator").await;
        let _ = function::switch(&administrator, Function::Board, false, "点検")
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "停電").await, NONE);
        assert_eq!(hall.found("stranger", "研修").await, [Uuid::from(sent)]);
    }
}

#[tokio::test]
async fn a_post_is_found_by_its_comments_and_not_by_those_that_were_taken_down() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let found = [Uuid::from(id)];
        let colleague = hall.cx("colleague").await;
        let comment = *board::comment(&colleague, id, "発電機を借りました")
            .await
            .unwrap();
        let _ = board::comment(&colleague, id, "懐中電灯もあります")
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "発電機").await, found);
        assert_eq!(hall.found("stranger", "懐中電灯").await, found);
        let reworded = "蓄電池を借りました";
        let _ = board::edit_comment(&colleague, id, comment, 1, reworded)
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "発電機").await, NONE);
        assert_eq!(hall.found("stranger", "蓄電池").await, found);

        let administrator = hall.cx("administrator").await;
        let _ = board::remove_comment(&administrator, id, comment, 2, "別の件のため")
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "蓄電池").await, NONE);
        // Nor once the index is made anew.
        let system = hall.world.system();
        let _ = rebuild(&system).await.unwrap();
        assert_eq!(catch_up(&system, &sources()).await.unwrap().things, 1);
        assert_eq!(hall.found("stranger", "蓄電池").await, NONE);
        assert_eq!(hall.found("stranger", "懐中電灯").await, found);
        let _ = board::reinstate_comment(&administrator, id, comment, 3)
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "蓄電池").await, found);

        // A change of the post keeps what its comments say; with the post they are gone.
        let clerk = hall.cx("clerk").await;
        let minor = yakusho_messaging::versions::Change::Minor;
        let _ = board::edit(&clerk, id, 2, post(category), minor)
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "蓄電池").await, found);
        let _ = board::withdraw(&clerk, id, 3).await.unwrap();
        assert_eq!(hall.found("stranger", "蓄電池").await, NONE);
        assert_eq!(hall.found("clerk", "蓄電池").await, NONE);
    }
}

#[tokio::test]
async fn a_comment_is_found_by_those_alone_who_may_see_what_it_stands_on() {
    for hall in Hall::both("model").await {
        let colleague = hall.town.person("colleague");
        let category = hall
            .category(|form| {
                form.readers = to(&[colleague]);
                form.writers = to(&[hall.town.person("clerk")]);
            })
            .await;
        let id = hall.post("clerk", post(category)).await;
        let cx = hall.cx("colleague").await;
        let _ = board::comment(&cx, id, "発電機を借りました").await.unwrap();
        let sent = hall
            .sent("clerk", |form| form.audience = to(&[colleague]))
            .await;
        let _ = circulation::comment(&cx, sent, "弁当は要りません")
            .await
            .unwrap();
        for (key, finds) in [("clerk", true), ("colleague", true), ("stranger", false)] {
            let found = hall.found(key, "発電機").await;
            assert_eq!(found == [Uuid::from(id)], finds, "{key}");
            let found = hall.found(key, "弁当").await;
            assert_eq!(found == [Uuid::from(sent)], finds, "{key}");
            assert!(finds || found.is_empty(), "{key}");
        }
    }
}

#[tokio::test]
async fn what_two_say_at_the_same_time_is_both_found() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let (one, other) = (hall.cx("colleague").await, hall.cx("stranger").await);
        for round in 0..8 {
            let words = [format!("発電機{round}号"), format!("蓄電池{round}号")];
            let (first, second) = tokio::join!(
                board::comment(&one, id, &words[0]),
                board::comment(&other, id, &words[1]),
            );
            let _ = (first.unwrap(), second.unwrap());
            for words in &words {
                let words = format!("\"{words}\"");
                assert_eq!(
                    hall.found("clerk", &words).await,
                    [Uuid::from(id)],
                    "{words}"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_draft_is_found_by_its_author_alone() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = Uuid::from(hall.draft("clerk", post(category)).await);
        let clerk = hall.cx("clerk").await;
        let form = crate::circular();
        let circular = circulation::draft(&clerk, form).await.unwrap().into_inner();
        let circular = Uuid::from(circular);
        assert_eq!(hall.found("clerk", "停電").await, [id]);
        assert_eq!(hall.found("clerk", "研修").await, [circular]);
        let shown = Uuid::from(hall.post("clerk", post(category)).await);
        let (query, asked) = (Query::of("停電"), Asked::default());
        let hits = find(&clerk, &sources(), &query, &asked, None, 20).await;
        let hits = hits.unwrap().items.into_iter();
        let drafts: HashMap<Uuid, bool> = hits.map(|hit| (hit.item.id, hit.draft)).collect();
        assert_eq!(drafts, HashMap::from([(id, true), (shown, false)]));
        for key in [
            "colleague",
            "head",
            "stranger",
            "administrator",
            "supervisor",
        ] {
            assert_eq!(hall.found(key, "停電").await, [shown], "{key}");
            assert_eq!(hall.found(key, "研修").await, NONE, "{key}");
        }
        // Whoever stands in for the author sees it, and finds it.
        let proxy = hall.proxy("stranger", "clerk", ProxyKind::Secretary).await;
        assert!(hall.found_in(&proxy, "停電").await.contains(&id));
        assert_eq!(hall.found_in(&proxy, "研修").await, [circular]);
    }
}

#[tokio::test]
async fn what_is_written_for_a_section_is_found_as_it_is_seen() {
    for hall in Hall::both("model").await {
        let section = Some(hall.town.unit("citizens"));
        let category = hall.category(|_| {}).await;
        let form = PostForm {
            section,
            ..post(category)
        };
        let draft = hall.draft("clerk", form).await;
        let clerk = hall.cx("clerk").await;
        let form = circulation::CirculationForm {
            section,
            ..crate::circular()
        };
        let circular = *circulation::draft(&clerk, form).await.unwrap();
        for key in ["clerk", "colleague", "head", "stranger", "administrator"] {
            let cx = hall.cx(key).await;
            let sees = board::show(&cx, draft, 1).await.is_ok();
            let found = hall.found(key, "停電").await;
            assert_eq!(found == [Uuid::from(draft)], sees, "{key}");
            let sees = circulation::show(&cx, circular).await.is_ok();
            let found = hall.found(key, "研修").await;
            assert_eq!(found == [Uuid::from(circular)], sees, "{key}");
        }
        assert_eq!(hall.found("head", "停電").await, [Uuid::from(draft)]);
    }
}
