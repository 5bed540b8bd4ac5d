//! Each is told once, and reads their own alone.

use std::collections::HashMap;

use yakusho_kernel::{Audit, Cx, Notice, Notices, PersonId, Seen, Subject as _, unseen};
use yakusho_testkit::World;

use crate::{ThingId, may_touch};

async fn tell(cx: &Cx, people: &[PersonId], notice: &Notice) {
    let tx = cx.begin().await.unwrap();
    tx.notify(people, notice).await.unwrap();
    tx.commit(Audit::at_large(may_touch(cx)), ())
        .await
        .unwrap()
        .into_inner();
}

#[tokio::test]
async fn the_same_is_told_once() {
    for world in World::both("model").await {
        let cx = world.system();
        let (me, other, thing): (PersonId, PersonId, ThingId) =
            (cx.new_id(), cx.new_id(), cx.new_id());
        let notice = Notice::new("test.told", &thing);
        tell(&cx, &[me, other], &notice).await;
        tell(&cx, &[me], &notice).await;
        tell(&cx, &[me], &notice.clone().keyed("2026-11-20")).await;
        assert_eq!(Notices(me).unseen(&cx.reader()).await.unwrap(), 2);
        assert_eq!(Notices(other).unseen(&cx.reader()).await.unwrap(), 1);
        // The same for many at once; who has none is not among them.
        let counts = unseen(&cx.reader(), &[me, other, cx.new_id()]).await;
        assert_eq!(counts.unwrap(), HashMap::from([(me, 2), (other, 1)]));
        Notices(me).seen(&cx, Seen::All).await.unwrap();
        let counts = unseen(&cx.reader(), &[me, other]).await;
        assert_eq!(counts.unwrap(), HashMap::from([(other, 1)]));
    }
}

#[tokio::test]
async fn pages_hold_every_notice_once() {
    for world in World::both("model").await {
        let cx = world.system();
        let me: PersonId = cx.new_id();
        for _ in 0..7 {
            tell(
                &cx,
                &[me],
                &Notice::new("test.told", &cx.new_id::<ThingId>()),
            )
            .await;
        }
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = Notices(me)
                .page(&cx.reader(), after.as_ref(), 3)
                .await
                .unwrap();
            assert!(page.items.len() <= 3);
            seen.extend(page.items.into_iter().map(|row| row.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let mut sorted = seen.clone();
        sorted.sort_unstable_by(|a, b| b.cmp(a));
        sorted.dedup();
        assert_eq!((seen.len(), seen), (7, sorted));
    }
}

#[tokio::test]
async fn nobody_marks_anothers_notice() {
    for world in World::both("model").await {
        let cx = world.system();
        let (me, other, thing): (PersonId, PersonId, ThingId) =
            (cx.new_id(), cx.new_id(), cx.new_id());
        tell(&cx, &[me], &Notice::new("test.told", &thing)).await;
        let mine = Notices(me).page(&cx.reader(), None, 1).await.unwrap().items[0].id;
        Notices(other).seen(&cx, Seen::One(mine)).await.unwrap();
        assert_eq!(Notices(me).unseen(&cx.reader()).await.unwrap(), 1);
        Notices(me)
            .seen(&cx, Seen::About(thing.reference()))
            .await
            .unwrap();
        assert_eq!(Notices(me).unseen(&cx.reader()).await.unwrap(), 0);
    }
}
