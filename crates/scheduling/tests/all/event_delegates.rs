//! Delegates: whom an owner lets write in their calendar.

use std::sync::Arc;

use yakusho_kernel::{Actor, Fault, OnBehalf, ProxyKind};
use yakusho_scheduling::event::{self, Answer, Delegate, Part, notices};

use crate::Hall;

#[tokio::test]
async fn a_delegate_writes_on_the_owners_behalf_which_is_on_record() {
    for hall in Hall::both("nogata").await {
        let mayor = hall.town.person("mayor");
        let post = hall.town.head_post("general");
        let secretary = hall.cx("general_head").await;
        let before = event::create(&secretary, &hall.meeting("mayor")).await;
        assert!(matches!(before, Err(Fault::Denied(_))));
        let own = hall.cx("mayor").await;
        let given = event::give(&own, mayor, &[Delegate::Post(post)])
            .await
            .unwrap()[0];
        assert!(matches!(
            event::give(&own, mayor, &[Delegate::Post(post)]).await,
            Err(Fault::Invalid(_))
        ));
        assert_eq!(hall.told("general_head").await, [notices::DELEGATED]);
        let secretary = hall.cx("general_head").await;
        assert_eq!(event::owners(&secretary).await.unwrap(), [mayor]);
        let id = *event::create(&secretary, &hall.meeting("mayor"))
            .await
            .unwrap();
        let view = event::show(&secretary, id).await.unwrap();
        let person = hall.town.person("general_head");
        assert_eq!((view.event.by.author, view.event.by.hand), (mayor, person));
        assert_eq!(view.event.by.proxy, Some(ProxyKind::Secretary));
        assert_eq!(hall.told("mayor").await, [notices::WRITTEN]);
        let cast = if hall.is_sqlite() {
            "on_behalf"
        } else {
            "uuid_send(on_behalf)"
        };
        let entry = format!(
            "SELECT {cast} FROM audit_entries WHERE act = 'event.create' AND proxy = 'secretary'"
        );
        let behalf = uuid::Uuid::from(mayor);
        assert_eq!(hall.world.stored(&entry).await, behalf.as_bytes());
        // They see what is closed, and answer for the owner.
        let closed = hall.event("clerk", |form| {
            form.closed = true;
            form.participants = vec![mayor];
        });
        let closed = closed.await;
        assert_eq!(hall.seen("general_head", "mayor").await.len(), 2);
        let _ = event::answer(&secretary, closed, mayor, Answer::Accepted)
            .await
            .unwrap();
        // Only the owner lets others, and takes it back.
        let taken = event::give(&secretary, mayor, &[Delegate::Person(person)]).await;
        assert!(matches!(taken, Err(Fault::Denied(_))));
        assert!(matches!(
            event::revoke(&secretary, given).await,
            Err(Fault::NotFound)
        ));
        assert_eq!(event::delegates(&secretary, mayor).await.unwrap().len(), 1);
        let _ = event::revoke(&own, given).await.unwrap();
        let after = event::cancel(&secretary, id, 1, Part::All).await;
        assert!(matches!(after, Err(Fault::Denied(_))));
        assert_eq!(hall.seen("general_head", "mayor").await.len(), 1);
        assert!(event::delegates(&secretary, mayor).await.is_err());
    }
}

#[tokio::test]
async fn whoever_stands_in_for_somebody_writes_in_their_calendar() {
    let hall = Hall::both("nogata").await.remove(0);
    let mayor = hall.town.person("mayor");
    let mut standing = hall.town.standing("general_clerk").await;
    standing.on_behalf = Some(OnBehalf {
        person: mayor,
        kind: ProxyKind::Secretary,
    });
    let secretary = hall.world.cx(Actor::Person(Arc::new(standing)));
    assert_eq!(event::owners(&secretary).await.unwrap(), [mayor]);
    let id = *event::create(&secretary, &hall.meeting("mayor"))
        .await
        .unwrap();
    let by = event::show(&secretary, id).await.unwrap().event.by;
    let hand = hall.town.person("general_clerk");
    assert_eq!(
        (by.author, by.hand, by.proxy),
        (mayor, hand, Some(ProxyKind::Secretary))
    );
}
