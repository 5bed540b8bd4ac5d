//! Posts and circulations are found by whoever may see them, from the act on that makes it so.

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
        assert_eq!(catch_up(&system, &sources()).await.unwrap().things, 2);
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
