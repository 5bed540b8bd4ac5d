//! Events and facilities are found by whoever may see them, from the act on that makes it so.

use time::Duration;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::Cx;
use yakusho_scheduling::event::{self, EventId, Events, Part};
use yakusho_scheduling::facility::{self, Facilities};
use yakusho_search::{Asked, Hit, Query, Sources, catch_up, find, rebuild};

use crate::Hall;
use crate::event_series::every;

impl Hall {
    /// What the person of that key finds by words.
    async fn hits(&self, key: &str, words: &str) -> Vec<Hit> {
        let cx: Cx = self.cx(key).await;
        let sources = Sources::new().with(Events).with(Facilities);
        let (query, asked) = (Query::of(words), Asked::default());
        let page = find(&cx, &sources, &query, &asked, None, 20).await;
        page.unwrap().items
    }

    pub(crate) async fn found(&self, key: &str, words: &str) -> Vec<EventId> {
        let hits = self.hits(key, words).await;
        hits.iter().map(|hit| hit.item.id.into()).collect()
    }
}

#[tokio::test]
async fn an_event_is_found_by_all_and_a_closed_one_by_those_whom_it_concerns() {
    for hall in Hall::both("model").await {
        let open = hall
            .event("clerk", |form| form.place = "第2会議室".to_owned())
            .await;
        assert_eq!(hall.found("stranger", "会議室").await, [open]);
        let colleague = hall.town.person("colleague");
        let closed = hall
            .event("clerk", |form| {
                form.title = "面談".to_owned();
                form.closed = true;
                form.participants = vec![colleague];
            })
            .await;
        for (key, finds) in [("clerk", true), ("colleague", true), ("stranger", false)] {
            assert_eq!(hall.found(key, "面談").await == [closed], finds, "{key}");
        }
    }
}

#[tokio::test]
async fn what_is_called_off_is_not_found() {
    for hall in Hall::both("model").await {
        let id = hall.event("clerk", |_| {}).await;
        assert_eq!(hall.found("clerk", "課内会議").await, [id]);
        let system = hall.world.system();
        let _ = rebuild(&system).await.unwrap();
        let sources = Sources::new().with(Events);
        assert_eq!(catch_up(&system, &sources).await.unwrap().things, 1);
        assert_eq!(hall.found("clerk", "課内会議").await, [id]);
        let cx = hall.cx("clerk").await;
        let _ = event::cancel(&cx, id, 1, Part::All).await.unwrap();
        assert_eq!(hall.found("clerk", "課内会議").await, []);
    }
}

#[tokio::test]
async fn a_series_is_found_with_its_next_date() {
    for hall in Hall::both("model").await {
        let id = hall
            .event("clerk", |form| {
                form.title = "朝礼".to_owned();
                form.recurrence = Some(every("FREQ=WEEKLY"));
            })
            .await;
        let first = hall.hits("clerk", "朝礼").await[0].at;
        hall.world.clock.turn(Duration::days(30));
        let hits = hall.hits("clerk", "朝礼").await;
        assert_eq!((hits.len(), EventId::from(hits[0].item.id)), (1, id));
        let (next, now) = (hits[0].at, hall.cx("clerk").await.now());
        assert!(next > now && next.since(now) <= Duration::days(7));
        assert_eq!(next.since(first).whole_days() % 7, 0);
    }
}

#[tokio::test]
async fn events_of_one_name_do_not_crowd_out_the_rest() {
    for hall in Hall::both("model").await {
        let other = hall
            .event("clerk", |form| form.title = "課内会議の準備".to_owned())
            .await;
        for _ in 0..12 {
            let _ = hall.event("clerk", |_| {}).await;
        }
        let cx: Cx = hall.cx("colleague").await;
        let sources = Sources::new().with(Events);
        let query = Query::of("課内会議");
        let asked = Asked::default();
        let page = find(&cx, &sources, &query, &asked, None, 5).await.unwrap();
        let mut found: Vec<_> = page.items.iter().map(|hit| hit.others).collect();
        found.sort_unstable();
        assert_eq!((found, page.next.is_none()), (vec![0, 11], true));
        let ids = page.items.iter().map(|hit| EventId::from(hit.item.id));
        assert!(ids.collect::<Vec<_>>().contains(&other));

        let asked = Asked {
            each: true,
            ..asked
        };
        let each = find(&cx, &sources, &query, &asked, None, 5).await.unwrap();
        assert_eq!((each.items.len(), each.next.is_some()), (5, true));
    }
}

#[tokio::test]
async fn a_facility_is_found_by_those_who_may_see_it_until_it_is_retired() {
    for hall in Hall::both("model").await {
        let section = hall.town.unit("citizens");
        let ours = Audience {
            units: vec![section],
            ..Audience::default()
        };
        let id = hall
            .room(|form| {
                form.name_ja = "小会議室".to_owned();
                form.viewers = ours.clone();
                form.bookers = ours;
            })
            .await;
        for (key, finds) in [("clerk", 1), ("administrator", 1), ("stranger", 0)] {
            assert_eq!(hall.hits(key, "小会議室").await.len(), finds, "{key}");
        }
        let admin = hall.cx("administrator").await;
        let _ = facility::retire(&admin, id, 1, None).await.unwrap();
        assert!(hall.hits("clerk", "小会議室").await.is_empty());
        let _ = facility::take_up(&admin, id, 2).await.unwrap();
        assert_eq!(hall.hits("clerk", "小会議室").await.len(), 1);
        let system = hall.world.system();
        let _ = rebuild(&system).await.unwrap();
        let sources = Sources::new().with(Facilities);
        assert_eq!(catch_up(&system, &sources).await.unwrap().things, 1);
        assert_eq!(hall.hits("clerk", "小会議室").await.len(), 1);
    }
}

#[tokio::test]
async fn an_event_is_found_with_whose_it_is() {
    for hall in Hall::both("model").await {
        hall.event("clerk", |_| {}).await;
        let hits = hall.hits("stranger", "課内会議").await;
        let hit = (hits[0].whose, hits[0].dated, hits[0].section);
        assert_eq!(hit, (Some(hall.town.person("clerk")), true, None));
    }
}
