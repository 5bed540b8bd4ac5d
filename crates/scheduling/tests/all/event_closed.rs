//! Events that their owner closed.

use yakusho_kernel::Fault;
use yakusho_scheduling::event::{self, Item};

use crate::{Hall, starts};

#[tokio::test]
async fn of_a_closed_event_others_see_that_the_time_is_taken_and_nothing_else() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let id = hall
            .event("clerk", |form| {
                form.closed = true;
                form.place = "診療所".to_owned();
                form.participants = vec![colleague];
            })
            .await;
        for (reader, of) in [
            ("stranger", "clerk"),
            ("head", "clerk"),
            ("stranger", "colleague"),
        ] {
            let items = hall.items(reader, of).await;
            assert_eq!(starts(&items), ["11-25 10:00"]);
            assert_eq!(items[0].seen, None, "{reader}");
        }
        for reader in ["stranger", "head"] {
            let cx = hall.cx(reader).await;
            let shown = event::show(&cx, id).await;
            assert!(matches!(shown, Err(Fault::NotFound)));
            let unknown = event::show(&cx, cx.new_id()).await;
            assert!(matches!(unknown, Err(Fault::NotFound)));
            // Acts upon it answer as upon what does not exist, too.
            let cancelled = event::cancel(&cx, id, 1, event::Part::All).await;
            assert!(matches!(cancelled, Err(Fault::NotFound)));
        }
        for reader in ["clerk", "colleague"] {
            assert_eq!(hall.seen(reader, "clerk").await.len(), 1);
            let cx = hall.cx(reader).await;
            assert!(event::show(&cx, id).await.is_ok());
        }
    }
}

#[tokio::test]
async fn open_is_the_rule() {
    for hall in Hall::both("nogata").await {
        let _ = hall.event("clerk", |_| {}).await;
        let items: Vec<Item> = hall.items("stranger", "clerk").await;
        assert!(
            items
                .iter()
                .all(|item| item.seen.as_ref().is_some_and(|it| !it.closed))
        );
    }
}
