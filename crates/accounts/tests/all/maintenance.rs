//! Notices to all, maintenance announced beforehand, and reading only for a time (nogata:5-2(1)).

use time::Duration;
use yakusho_accounts::maintenance::{
    self, AnnouncementId, AnnouncementKind, AnnouncementState, NewAnnouncement,
};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Cx, Fault, Timestamp};
use yakusho_testkit::{World, keeps};

fn of(kind: AnnouncementKind) -> NewAnnouncement {
    NewAnnouncement {
        kind,
        words_ja: "機器を取り替えます。".to_owned(),
        words_en: String::new(),
        shown_from: None,
        starts_at: None,
        ends_at: None,
    }
}

async fn announce(cx: &Cx, new: NewAnnouncement) -> AnnouncementId {
    maintenance::announce(cx, new).await.unwrap().into_inner()
}

async fn fields(cx: &Cx, new: NewAnnouncement) -> Vec<String> {
    match maintenance::announce(cx, new).await {
        Err(Fault::Invalid(invalid)) => invalid.errors.into_iter().map(|one| one.field).collect(),
        other => panic!("{other:?}"),
    }
}

/// What halts the clerk, as the door finds it.
async fn halted(town: &Town) -> Option<maintenance::Halted> {
    let clerk = town.cx("clerk").await;
    let shown = maintenance::shown(&clerk).await.unwrap();
    maintenance::halted(&clerk, &shown)
}

#[tokio::test]
async fn maintenance_is_announced_halts_acts_and_ends_by_itself() {
    keeps!("nogata:5-2(1)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        let clerk = town.cx("clerk").await;
        let start = administrator.now().plus(Duration::hours(8));
        let planned = NewAnnouncement {
            shown_from: Some(administrator.now().plus(Duration::hours(1))),
            starts_at: Some(start),
            ends_at: Some(start.plus(Duration::hours(2))),
            ..of(AnnouncementKind::ReadOnly)
        };
        for unfit in [&clerk, &town.cx("supervisor").await] {
            let refused = maintenance::announce(unfit, planned.clone()).await;
            let Err(Fault::Denied(denied)) = refused else {
                panic!("{refused:?}");
            };
            assert_eq!(denied.basis.citation().to_string(), "nogata:5-2(1)");
        }
        announce(&administrator, planned).await;
        assert!(maintenance::shown(&clerk).await.unwrap().is_empty());

        world.clock.turn_to(start.plus(Duration::milliseconds(-1)));
        let clerk = town.cx("clerk").await;
        assert_eq!(maintenance::shown(&clerk).await.unwrap().len(), 1);
        assert!(halted(&town).await.is_none());
        assert!(
            maintenance::resting(&world.system())
                .await
                .unwrap()
                .is_none()
        );

        world.clock.turn_to(start);
        let stands = halted(&town).await.unwrap();
        assert!(stands.reads);
        assert_eq!(stands.denied.why, "read_only");
        let cited = stands.denied.basis.citation().to_string();
        assert_eq!(cited, "nogata:5-2(1)");
        assert!(
            maintenance::resting(&world.system())
                .await
                .unwrap()
                .is_some()
        );

        world.clock.turn_to(start.plus(Duration::hours(2)));
        assert!(halted(&town).await.is_none());
        let clerk = town.cx("clerk").await;
        assert!(maintenance::shown(&clerk).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn reading_only_is_switched_on_and_off_at_once() {
    keeps!("nogata:5-2(1)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        let id = announce(&administrator, of(AnnouncementKind::ReadOnly)).await;
        assert!(halted(&town).await.unwrap().by.ends_at.is_none());
        let later = administrator.now().plus(Duration::hours(1));
        let _ = maintenance::set_end(&administrator, id, Some(later))
            .await
            .unwrap();
        assert_eq!(halted(&town).await.unwrap().by.ends_at, Some(later));

        let clerk = town.cx("clerk").await;
        let refused = maintenance::end(&clerk, id).await;
        assert!(matches!(refused, Err(Fault::Denied(_))), "{refused:?}");
        let _ = maintenance::end(&administrator, id).await.unwrap();
        assert!(halted(&town).await.is_none());
        for late in [
            maintenance::end(&administrator, id).await,
            maintenance::set_end(&administrator, id, None).await,
        ] {
            let over = Conflict {
                code: "announcement_over",
            };
            assert!(matches!(late, Err(Fault::Conflict(met)) if met == over));
        }
        let kept = maintenance::list(&administrator, None, 10).await.unwrap();
        assert_eq!(kept.items.len(), 1);
        let state = kept.items[0].state(administrator.now());
        assert_eq!(state, AnnouncementState::Over);
        let looked = maintenance::list(&clerk, None, 10).await;
        assert!(matches!(looked, Err(Fault::Denied(_))), "{looked:?}");
    }
}

#[tokio::test]
async fn while_it_is_closed_the_administrator_alone_reads() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        announce(&administrator, of(AnnouncementKind::ReadOnly)).await;
        announce(&administrator, of(AnnouncementKind::Closed)).await;
        let stands = halted(&town).await.unwrap();
        assert!(!stands.reads, "the stricter of two holds");
        let shown = maintenance::shown(&administrator).await.unwrap();
        assert!(maintenance::halted(&administrator, &shown).unwrap().reads);
    }
}

#[tokio::test]
async fn a_notice_halts_nothing_and_needs_words_and_an_end() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        let now = administrator.now();
        let notice = || of(AnnouncementKind::Notice);
        let after = |minutes| Some(now.plus(Duration::minutes(minutes)));
        let empty = NewAnnouncement {
            words_ja: " ".to_owned(),
            ..notice()
        };
        assert_eq!(fields(&administrator, empty).await, ["words_ja", "ends_at"]);
        let long = NewAnnouncement {
            words_ja: "あ".repeat(NewAnnouncement::LONGEST + 1),
            ends_at: after(9),
            ..notice()
        };
        assert_eq!(fields(&administrator, long).await, ["words_ja"]);
        let turned = NewAnnouncement {
            shown_from: after(6),
            starts_at: after(5),
            ends_at: after(5),
            ..notice()
        };
        assert_eq!(
            fields(&administrator, turned).await,
            ["shown_from", "ends_at"]
        );
        let past = NewAnnouncement {
            starts_at: Some(Timestamp::from_millis(0)),
            ends_at: after(-1),
            ..notice()
        };
        assert_eq!(fields(&administrator, past).await, ["starts_at", "ends_at"]);

        let longest = NewAnnouncement {
            words_ja: "あ".repeat(NewAnnouncement::LONGEST),
            ends_at: after(9),
            ..notice()
        };
        let id = announce(&administrator, longest).await;
        assert!(halted(&town).await.is_none());
        assert_eq!(maintenance::shown(&administrator).await.unwrap().len(), 1);
        let endless = maintenance::set_end(&administrator, id, None).await;
        assert!(matches!(endless, Err(Fault::Invalid(_))), "{endless:?}");
    }
}

#[tokio::test]
async fn a_city_without_the_article_has_it_by_house_rule() {
    let world = World::sqlite("muko").await;
    let town = Town::model(&world.env).await;
    let administrator = town.cx("administrator").await;
    announce(&administrator, of(AnnouncementKind::ReadOnly)).await;
    let stands = halted(&town).await.unwrap();
    assert_eq!(stands.denied.basis.citation().to_string(), "house");
}
