//! Documents are found by whoever may see them, from the act on that makes it so.

use yakusho_documents::cabinet::{self, RightsForm};
use yakusho_documents::document::{self, DocumentForm, DocumentId, Documents};
use yakusho_kernel::UnitId;
use yakusho_search::{Asked, Query, Sources, catch_up, find, rebuild};

use crate::{Hall, everyone, form, of};

impl Hall {
    /// What the person of that key finds by words, of that section or of any.
    async fn found(&self, key: &str, words: &str, section: Option<UnitId>) -> Vec<DocumentId> {
        let cx = self.cx(key).await;
        let sources = Sources::new().with(Documents);
        let asked = Asked {
            sections: section.into_iter().collect(),
            ..Asked::default()
        };
        let query = Query::of(words);
        let page = find(&cx, &sources, &query, &asked, None, 20).await.unwrap();
        assert!(page.next.is_none());
        page.items.iter().map(|hit| hit.item.id.into()).collect()
    }
}

#[tokio::test]
async fn what_is_registered_is_found_and_what_is_taken_away_is_not() {
    for hall in Hall::both("model").await {
        let cabinet = hall.cabinet(|_| {}).await;
        let id = hall.draft("clerk", form(cabinet)).await;
        assert_eq!(hall.found("clerk", "休暇", None).await, []);
        let cx = hall.cx("clerk").await;
        let _ = document::register(&cx, id, 1).await.unwrap();
        for words in ["休暇", "届", "様式", "令和8年度", "人事"] {
            assert_eq!(hall.found("stranger", words, None).await, [id], "{words}");
        }
        let changed = DocumentForm {
            title: "旅行命令簿".to_owned(),
            ..form(cabinet)
        };
        let _ = document::edit(&cx, id, 2, changed).await.unwrap();
        assert_eq!(hall.found("stranger", "休暇", None).await, []);
        assert_eq!(hall.found("stranger", "旅行命令", None).await, [id]);
        let head = hall.cx("head").await;
        let _ = document::remove(&head, id, 3, "誤り").await.unwrap();
        assert_eq!(hall.found("stranger", "旅行命令", None).await, []);
        let _ = document::reinstate(&head, id, 4).await.unwrap();
        assert_eq!(hall.found("stranger", "旅行命令", None).await, [id]);
        let _ = document::withdraw(&cx, id, 5, "重複").await.unwrap();
        assert_eq!(hall.found("clerk", "旅行命令", None).await, []);
    }
}

#[tokio::test]
async fn rights_hold_from_the_next_search_on() {
    for hall in Hall::both("model").await {
        let section = hall.town.unit("citizens");
        let cabinet = hall.cabinet(|_| {}).await;
        let folder = hall.folder("clerk", cabinet, "年度別").await;
        let id = hall.registered("clerk", form(folder)).await;
        assert_eq!(hall.found("stranger", "休暇", None).await, [id]);
        let head = hall.cx("head").await;
        let own = RightsForm {
            readers: of(section),
            writers: of(section),
        };
        let _ = cabinet::set_rights(&head, cabinet, 1, Some(own))
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "休暇", None).await, []);
        assert_eq!(hall.found("clerk", "休暇", None).await, [id]);
        let open = RightsForm {
            readers: everyone(),
            writers: of(section),
        };
        let _ = cabinet::set_rights(&head, folder, 1, Some(open))
            .await
            .unwrap();
        assert_eq!(hall.found("stranger", "休暇", None).await, [id]);
        let _ = document::move_to(&head, id, 2, cabinet).await.unwrap();
        assert_eq!(hall.found("stranger", "休暇", None).await, []);
    }
}

#[tokio::test]
async fn what_is_handed_over_is_found_as_the_other_sections() {
    for hall in Hall::both("model").await {
        let (from, to) = (hall.town.unit("citizens"), hall.town.unit("planning"));
        let cabinet = hall.cabinet(|_| {}).await;
        let id = hall.registered("clerk", form(cabinet)).await;
        assert_eq!(hall.found("stranger", "休暇", Some(from)).await, [id]);
        let head = hall.cx("head").await;
        let _ = cabinet::hand_over(&head, cabinet, 1, to).await.unwrap();
        assert_eq!(hall.found("stranger", "休暇", Some(from)).await, []);
        assert_eq!(hall.found("stranger", "休暇", Some(to)).await, [id]);
    }
}

#[tokio::test]
async fn the_index_can_be_made_anew_of_what_is_there() {
    for hall in Hall::both("model").await {
        let cabinet = hall.cabinet(|_| {}).await;
        let id = hall.registered("clerk", form(cabinet)).await;
        let _draft = hall.draft("clerk", form(cabinet)).await;
        let system = hall.world.system();
        let sources = Sources::new().with(Documents);
        let caught = catch_up(&system, &sources).await.unwrap();
        assert_eq!(caught.things, 1, "what was there before the index");
        assert_eq!(catch_up(&system, &sources).await.unwrap().things, 0);
        let _ = rebuild(&system).await.unwrap();
        assert_eq!(hall.found("stranger", "休暇", None).await, []);
        let _ = catch_up(&system, &sources).await.unwrap();
        assert_eq!(hall.found("stranger", "休暇", None).await, [id]);
    }
}
