//! Comments on circulations.

use yakusho_kernel::Fault;
use yakusho_messaging::circulation::{self};
use yakusho_messaging::notices;

use crate::Hall;

#[tokio::test]
async fn those_whom_it_reached_comment_and_author_and_watchers_are_told() {
    for hall in Hall::both("model").await {
        let people = ["clerk", "head", "mayor"];
        let id = hall
            .sent("planning_head", |form| {
                form.audience.people = people.map(|key| hall.town.person(key)).to_vec();
            })
            .await;
        let mayor = hall.cx("mayor").await;
        let _ = circulation::watch(&mayor, id).await.unwrap();
        let clerk = hall.cx("clerk").await;
        let comment = *circulation::comment(&clerk, id, "欠席します。")
            .await
            .unwrap();
        for (key, told) in [
            ("planning_head", 1),
            ("mayor", 1),
            ("head", 0),
            ("clerk", 0),
        ] {
            assert_eq!(
                hall.told_of(key, notices::CIRCULATION_COMMENTED).await,
                told,
                "{key}"
            );
        }
        let stranger = hall.cx("stranger").await;
        let hidden = circulation::comments(&stranger, id, None, 10).await;
        assert!(matches!(hidden, Err(Fault::NotFound)));
        let _ = circulation::edit_comment(&clerk, id, comment, 1, "出席します。")
            .await
            .unwrap();
        let _ = circulation::remove_comment(&clerk, id, comment, 2, "")
            .await
            .unwrap();
        let page = circulation::comments(&mayor, id, None, 10).await.unwrap();
        assert!(page.items[0].words.shown().is_none());
        assert_eq!(
            circulation::show(&mayor, id)
                .await
                .unwrap()
                .comments
                .items
                .len(),
            1
        );
    }
}

#[tokio::test]
async fn comments_go_with_their_circulation() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.audience.people = vec![hall.town.person("clerk")];
            })
            .await;
        let clerk = hall.cx("clerk").await;
        let _ = circulation::comment(&clerk, id, "欠席します。")
            .await
            .unwrap();
        let author = hall.cx("planning_head").await;
        let _ = circulation::withdraw(&author, id, 2).await.unwrap();
        let gone = circulation::comments(&clerk, id, None, 10).await;
        assert!(matches!(gone, Err(Fault::NotFound)));
    }
}
