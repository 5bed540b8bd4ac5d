//! Cabinets that pass from section to section.

use yakusho_accounts::order::{OrderApplied, OrderId, OrderUndone};
use yakusho_documents::cabinet::{self, Level, Passing, Side};
use yakusho_documents::document;
use yakusho_kernel::{Fault, Outbox, UnitId};
use yakusho_testkit::keeps;

use crate::{Hall, form, of};

#[tokio::test]
async fn the_head_hands_a_cabinet_over_with_the_section_s_rights() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:6-2(1)");
        let top = hall.cabinet(|_| {}).await;
        let folder = hall.folder("clerk", top, "窓口").await;
        let id = hall.registered("clerk", form(folder)).await;
        let to = hall.town.unit("planning");
        let clerk = hall.cx("clerk").await;
        let Err(Fault::Denied(denied)) = cabinet::hand_over(&clerk, top, 1, to).await else {
            panic!("a clerk handed it over");
        };
        assert_eq!(denied.basis.to_string(), "nogata:6-2(1)");
        let asked = cabinet::handing_over(&clerk, top, to).await;
        assert!(matches!(asked, Err(Fault::Denied(_))), "{asked:?}");
        let head = hall.cx("head").await;
        let _ = hall.draft("clerk", form(top)).await;
        let asked = cabinet::handing_over(&head, top, to).await.unwrap();
        assert_eq!((&*asked.from_name, &*asked.to_name), ("市民課", "企画課"));
        let passing = Passing {
            registered: 1,
            drafts: 1,
            ..Passing::default()
        };
        assert_eq!((asked.folders, asked.passing), (1, passing));
        let changes = asked.changes.iter();
        let changes: Vec<_> = changes
            .map(|change| (change.whose, change.before, change.after))
            .collect();
        let (reads, writes) = (Some(Level::Read), Some(Level::Write));
        assert_eq!(
            changes,
            [
                (Side::HeadBefore, Some(Level::Manage), reads),
                (Side::PeopleBefore, writes, reads),
                (Side::HeadAfter, reads, Some(Level::Manage)),
                (Side::PeopleAfter, reads, writes),
            ]
        );
        let _ = cabinet::hand_over(&head, top, 1, to).await.unwrap();
        assert_eq!(hall.told("planning_head").await, ["document.handed_over"]);
        let stranger = hall.cx("stranger").await;
        let view = document::show(&stranger, id).await.unwrap();
        assert!(view.may.edit && view.folder.section == to);
        let number = view.number.unwrap();
        assert_eq!((&*number.section_name, number.number), ("市民課", 1));
        assert!(!document::show(&clerk, id).await.unwrap().may.edit);
        assert!(cabinet::rights(&head, top).await.is_err());
        assert!(
            cabinet::rights(&hall.cx("planning_head").await, top)
                .await
                .is_ok()
        );
    }
}

#[tokio::test]
async fn out_of_its_section_a_document_is_moved_by_its_head() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:6-2(1)");
        let top = hall.cabinet(|_| {}).await;
        let id = hall.registered("clerk", form(top)).await;
        let there = hall
            .cabinet(|form| {
                form.section = hall.town.unit("planning");
                form.rights.writers = of(hall.town.unit("citizens"));
            })
            .await;
        let clerk = hall.cx("clerk").await;
        let Err(Fault::Denied(denied)) = document::move_to(&clerk, id, 2, there).await else {
            panic!("a clerk moved it away");
        };
        assert_eq!(denied.basis.to_string(), "nogata:6-2(1)");
        let head = hall.cx("head").await;
        let _ = document::move_to(&head, id, 2, there).await.unwrap();
        assert_eq!(hall.told("planning_head").await, ["document.came"]);
    }
}

fn order(hall: &Hall, closed: Vec<UnitId>, merged: Vec<(UnitId, UnitId)>) -> OrderApplied {
    let id: OrderId = hall.town.system().new_id();
    OrderApplied {
        order: id,
        day: hall.town.system().today(),
        moved: Vec::new(),
        left: Vec::new(),
        joined: Vec::new(),
        closed_units: closed,
        merged_units: merged,
        changed_posts: Vec::new(),
        came: Vec::new(),
    }
}

/// Has the events of an act delivered, as the server does.
async fn deliver(hall: &Hall) {
    let outbox = Outbox::new()
        .on("document.follow_order", cabinet::follow_order)
        .on("document.follow_undone", cabinet::follow_undone);
    let (delivered, _) = outbox.deliver(&hall.world.env).await.unwrap();
    assert!(delivered > 0);
}

#[tokio::test]
async fn a_merged_section_s_cabinets_follow_it_and_come_back() {
    for hall in Hall::both("model").await {
        let (from, to) = (hall.town.unit("citizens"), hall.town.unit("planning"));
        let top = hall.cabinet(|_| {}).await;
        let namesake = hall.cabinet(|form| form.section = to).await;
        let applied = order(&hall, vec![from], vec![(from, to)]);
        let tx = hall.town.system().begin().await.unwrap();
        tx.emit(&applied).await.unwrap();
        tx.commit_unaudited().await.unwrap();
        deliver(&hall).await;
        let stranger = hall.cx("stranger").await;
        let view = cabinet::show(&stranger, top).await.unwrap();
        assert_eq!(
            (view.folder.section, &*view.folder.name),
            (to, "様式集(市民課)")
        );
        assert_eq!(view.level, cabinet::Level::Write);
        assert_eq!(
            cabinet::show(&stranger, namesake)
                .await
                .unwrap()
                .folder
                .name,
            "様式集"
        );

        let tx = hall.town.system().begin().await.unwrap();
        tx.emit(&OrderUndone(applied)).await.unwrap();
        tx.commit_unaudited().await.unwrap();
        deliver(&hall).await;
        let clerk = hall.cx("clerk").await;
        let view = cabinet::show(&clerk, top).await.unwrap();
        assert_eq!(
            (view.folder.section, view.level),
            (from, cabinet::Level::Write)
        );
        let level = cabinet::show(&stranger, top).await.unwrap().level;
        assert_eq!(level, cabinet::Level::Read);
    }
}

#[tokio::test]
async fn of_a_closed_section_the_administrator_is_told() {
    for hall in Hall::both("model").await {
        let from = hall.town.unit("citizens");
        let _ = hall.cabinet(|_| {}).await;
        let tx = hall.town.system().begin().await.unwrap();
        tx.emit(&order(&hall, vec![from], Vec::new()))
            .await
            .unwrap();
        tx.commit_unaudited().await.unwrap();
        deliver(&hall).await;
        assert_eq!(
            hall.told("administrator").await,
            ["document.without_section"]
        );
        let administrator = hall.cx("administrator").await;
        assert!(
            cabinet::without_section(&administrator)
                .await
                .unwrap()
                .is_empty()
        );
        let refused = cabinet::without_section(&hall.cx("clerk").await).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
    }
}
