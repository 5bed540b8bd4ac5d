//! Events are found by whoever may see what they say, from the act on that makes it so.

use yakusho_kernel::Cx;
use yakusho_scheduling::event::{self, EventId, Events, Part};
use yakusho_search::{Asked, Query, Sources, catch_up, find, rebuild};

use crate::Hall;

impl Hall {
    /// What the person of that key finds by words.
    async fn found(&self, key: &str, words: &str) -> Vec<EventId> {
        let cx: Cx = self.cx(key).await;
        let sources = Sources::new().with(Events);
        let (query, asked) = (Query::of(words), Asked::default());
        let page = find(&cx, &sources, &query, &asked, None, 20).await;
        let hits = page.unwrap().items;
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
