//! Taking posts back and down.

use yakusho_kernel::{Fault, versions};
use yakusho_messaging::Words;
use yakusho_messaging::board::{self, PostForm, Shelf};
use yakusho_messaging::notices;
use yakusho_regulation::Rule;
use yakusho_testkit::keeps;

use crate::{Hall, post};

#[tokio::test]
async fn anothers_post_goes_with_a_reason_and_leaves_a_marker() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:10(6)");
        let category = hall.category(|_| {}).await;
        let form = PostForm {
            section: Some(hall.town.unit("citizens")),
            ..post(category)
        };
        let id = hall.post("clerk", form).await;
        let head = hall.cx("head").await;
        let arbitrary = board::remove(&head, id, 2, "").await;
        let Err(Fault::Denied(denied)) = arbitrary else {
            panic!("words must not be deleted without a reason: {arbitrary:?}");
        };
        assert_eq!(denied.basis.to_string(), "nogata:10(6)");

        let _ = board::remove(&head, id, 2, "内容が誤っている")
            .await
            .unwrap();
        assert_eq!(hall.told("clerk").await, [notices::BOARD_REMOVED]);
        let reader = hall.cx("stranger").await;
        let view = board::show(&reader, id, 10).await.unwrap();
        assert!(
            matches!(&view.words, Words::Removed(removal) if removal.by == hall.town.person("head"))
        );
        let listed = board::list(&reader, Shelf::All, None, 10).await.unwrap();
        assert!(matches!(listed.page.items[0].title, Words::Removed(_)));
        assert!(
            board::versions(&reader, id, None, 10)
                .await
                .unwrap()
                .items
                .is_empty()
        );

        let refused = board::evidence(&head, id).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let supervisor = hall.cx("supervisor").await;
        let evidence = board::evidence(&supervisor, id).await.unwrap().into_inner();
        assert_eq!(evidence.text.title, "庁舎停電のお知らせ");
        assert_eq!(evidence.by.author, hall.town.person("clerk"));
    }
}

#[tokio::test]
async fn where_no_article_asks_for_a_reason_the_house_does() {
    for hall in Hall::both("muko").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let administrator = hall.cx("administrator").await;
        let arbitrary = board::remove(&administrator, id, 2, "").await;
        let Err(Fault::Denied(denied)) = arbitrary else {
            panic!("{arbitrary:?}");
        };
        assert_eq!(denied.basis.rule(), Rule::DeletionWithReason);
        assert!(denied.basis.citation().clauses().is_empty());
        let _ = board::remove(&administrator, id, 2, "誤り").await.unwrap();
    }
}

#[tokio::test]
async fn nobody_but_the_head_and_the_administrator_takes_down() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        for key in ["colleague", "head", "stranger", "supervisor"] {
            let cx = hall.cx(key).await;
            let refused = board::remove(&cx, id, 2, "理由").await;
            assert!(
                matches!(refused, Err(Fault::Denied(denied)) if denied.why == "not_manager"),
                "{key}: a post in one's own name is no section's"
            );
        }
        let administrator = hall.cx("administrator").await;
        let _ = board::remove(&administrator, id, 2, "理由").await.unwrap();
    }
}

#[tokio::test]
async fn what_was_taken_down_is_put_up_again_as_it_was() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let administrator = hall.cx("administrator").await;
        let _ = board::remove(&administrator, id, 2, "確認のため")
            .await
            .unwrap();
        let author = hall.cx("clerk").await;
        let refused = board::reinstate(&author, id, 3).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        hall.world.clock.turn(time::Duration::seconds(1));
        let administrator = hall.cx("administrator").await;
        let _ = board::reinstate(&administrator, id, 3).await.unwrap();
        let reader = hall.cx("stranger").await;
        let view = board::show(&reader, id, 10).await.unwrap();
        assert!(view.words.shown().unwrap().body.contains("停電"));
        let told = hall.told("clerk").await;
        assert_eq!(told, [notices::BOARD_REMOVED, notices::BOARD_REINSTATED]);
    }
}

#[tokio::test]
async fn ones_own_post_is_taken_back_and_its_words_stay_in_its_versions() {
    for hall in Hall::both("nogata").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let colleague = hall.cx("colleague").await;
        assert!(matches!(
            board::withdraw(&colleague, id, 2).await,
            Err(Fault::Denied(_))
        ));
        let author = hall.cx("clerk").await;
        let _ = board::withdraw(&author, id, 2).await.unwrap();
        let reader = hall.cx("stranger").await;
        assert!(matches!(
            board::show(&reader, id, 10).await,
            Err(Fault::NotFound)
        ));
        let own = board::show(&author, id, 10).await.unwrap();
        assert!(matches!(own.words, Words::Withdrawn(_)));
        let kept = versions(&author.reader(), &id, 10).await.unwrap();
        assert_eq!(kept[0].content["title"], "庁舎停電のお知らせ");
    }
}
