//! The tree of folders.

use yakusho_documents::cabinet::{self, MOST_DEPTH};
use yakusho_kernel::{Conflict, Fault, Reason};

use crate::{Hall, form};

fn reason(fault: &Fault) -> Option<(&str, &Reason)> {
    match fault {
        Fault::Invalid(invalid) => invalid
            .errors
            .first()
            .map(|error| (&*error.field, &error.reason)),
        _ => None,
    }
}

#[tokio::test]
async fn a_section_s_cabinet_is_founded_by_its_head_or_the_administrator() {
    for hall in Hall::both("nogata").await {
        let top = hall.cabinet(|_| {}).await;
        let head = hall.cx("head").await;
        let view = cabinet::show(&head, top).await.unwrap();
        assert_eq!(view.folder.name, "様式集");
        let again = cabinet::CabinetForm {
            section: hall.town.unit("citizens"),
            name: " 要領\n集 ".to_owned(),
            position: 0,
            rights: cabinet::RightsForm::default(),
        };
        for key in ["clerk", "planning_head"] {
            let cx = hall.cx(key).await;
            let refused = cabinet::found(&cx, again.clone()).await;
            assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "not_leader"));
        }
        let id = *cabinet::found(&head, again.clone()).await.unwrap();
        assert_eq!(
            cabinet::show(&head, id).await.unwrap().folder.name,
            "要領 集"
        );
        let twice = cabinet::found(&head, again).await.unwrap_err();
        assert_eq!(reason(&twice), Some(("name", &Reason::Taken)));
    }
}

#[tokio::test]
async fn folders_lie_no_deeper_than_the_limit_and_never_in_themselves() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let mut deepest = top;
        let mut way = vec![top];
        for depth in 1..=MOST_DEPTH {
            deepest = hall.folder("clerk", deepest, &format!("{depth}")).await;
            way.push(deepest);
        }
        let clerk = hall.cx("clerk").await;
        let view = cabinet::show(&clerk, deepest).await.unwrap();
        let path: Vec<_> = view.path.iter().map(|folder| folder.id).collect();
        assert_eq!(path, way);
        let deeper = cabinet::add(&clerk, deepest, "x", 0).await.unwrap_err();
        assert_eq!(reason(&deeper), Some(("parent", &Reason::Code("too_deep"))));

        let itself = cabinet::move_to(&clerk, way[2], 1, way[4])
            .await
            .unwrap_err();
        assert_eq!(
            reason(&itself),
            Some(("parent", &Reason::Code("within_itself")))
        );
        let shallow = hall.folder("clerk", top, "浅い").await;
        let moved = cabinet::move_to(&clerk, way[1], 1, shallow)
            .await
            .unwrap_err();
        assert_eq!(reason(&moved), Some(("parent", &Reason::Code("too_deep"))));
        let _ = cabinet::move_to(&clerk, way[5], 1, top).await.unwrap();
        let view = cabinet::show(&clerk, way[6]).await.unwrap();
        assert_eq!((view.folder.depth, view.path.len()), (2, 3));
        let cabinet_itself = cabinet::move_to(&hall.cx("head").await, top, 1, shallow).await;
        assert!(matches!(
            cabinet_itself,
            Err(Fault::Conflict(Conflict { code: "is_cabinet" }))
        ));
    }
}

#[tokio::test]
async fn two_who_move_folders_into_each_other_make_no_circle() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let one = hall.folder("clerk", top, "一").await;
        let two = hall.folder("clerk", top, "二").await;
        let (clerk, colleague) = (hall.cx("clerk").await, hall.cx("colleague").await);
        let (first, second) = tokio::join!(
            cabinet::move_to(&clerk, one, 1, two),
            cabinet::move_to(&colleague, two, 1, one),
        );
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        let mut ways = Vec::new();
        for id in [one, two] {
            ways.push(cabinet::show(&clerk, id).await.unwrap().path.len());
        }
        ways.sort_unstable();
        assert_eq!(ways, [2, 3]);
    }
}

#[tokio::test]
async fn only_what_is_empty_is_removed() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let folder = hall.folder("clerk", top, "旧様式").await;
        let document = hall.registered("clerk", form(folder)).await;
        let clerk = hall.cx("clerk").await;
        let holds = cabinet::remove(&clerk, folder, 1).await;
        assert!(matches!(
            holds,
            Err(Fault::Conflict(Conflict { code: "not_empty" }))
        ));
        let _ = yakusho_documents::document::move_to(&clerk, document, 2, top)
            .await
            .unwrap();
        let _ = cabinet::remove(&clerk, folder, 1).await.unwrap();
        assert!(matches!(
            cabinet::show(&clerk, folder).await,
            Err(Fault::NotFound)
        ));
        let _ = hall.folder("clerk", top, "旧様式").await;
        let refused = cabinet::remove(&clerk, top, 1).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
    }
}
