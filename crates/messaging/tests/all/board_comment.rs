//! Comments on posts.

use yakusho_kernel::{Cx, Fault, versions};
use yakusho_messaging::Words;
use yakusho_messaging::board::{self, PostForm};
use yakusho_messaging::comment;
use yakusho_messaging::notices;
use yakusho_testkit::keeps;

use crate::{Hall, post};

#[tokio::test]
async fn readers_comment_and_the_author_is_told() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let reader = hall.cx("stranger").await;
        let comment = *board::comment(&reader, id, "エレベーターも止まりますか。")
            .await
            .unwrap();
        assert_eq!(hall.told("clerk").await, [notices::BOARD_COMMENTED]);
        hall.world.clock.turn(time::Duration::seconds(1));
        let own = hall.cx("clerk").await;
        let _ = board::comment(&own, id, "はい。").await.unwrap();
        assert_eq!(
            hall.told("clerk").await.len(),
            1,
            "nobody is told of their own words"
        );

        let _ = board::edit_comment(&reader, id, comment, 1, "エレベーターは止まりますか。")
            .await
            .unwrap();
        let tampered = board::edit_comment(&own, id, comment, 2, "了解です。").await;
        assert!(matches!(tampered, Err(Fault::Denied(_))));
        let page = board::comments(&own, id, None, 10).await.unwrap();
        let first = &page.items[0];
        assert_eq!(first.author_name, "井上 大輔");
        assert_eq!((first.version, first.own), (2, false));
        assert_eq!(
            versions(&own.reader(), &comment, 10).await.unwrap().len(),
            2
        );
    }
}

#[tokio::test]
async fn comments_are_paged() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let mut written = Vec::new();
        for n in 0..5 {
            hall.world.clock.turn(time::Duration::seconds(1));
            let cx = hall.cx("stranger").await;
            written.push(*board::comment(&cx, id, &format!("{n}")).await.unwrap());
        }
        let cx = hall.cx("mayor").await;
        let mut read = Vec::new();
        let mut page = board::show(&cx, id, 2).await.unwrap().comments;
        loop {
            read.extend(page.items.iter().map(|comment| comment.id));
            let Some(next) = page.next else { break };
            page = board::comments(&cx, id, Some(&next), 2).await.unwrap();
        }
        assert_eq!(read, written);
    }
}

#[tokio::test]
async fn where_comments_are_off_there_are_none() {
    for hall in Hall::both("model").await {
        let silent = hall.category(|form| form.comments = false).await;
        let open = hall.category(|_| {}).await;
        let quiet = PostForm {
            comments: false,
            ..post(open)
        };
        for form in [post(silent), quiet] {
            let id = hall.post("clerk", form).await;
            let cx = hall.cx("stranger").await;
            let refused = board::comment(&cx, id, "質問です。").await;
            let Err(Fault::Denied(denied)) = refused else {
                panic!("comments are off");
            };
            assert_eq!(denied.why, "comments_off");
        }
    }
}

#[tokio::test]
async fn anothers_comment_goes_with_a_reason_and_leaves_a_marker() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:10(6)");
        let category = hall.category(|_| {}).await;
        let form = PostForm {
            section: Some(hall.town.unit("citizens")),
            ..post(category)
        };
        let id = hall.post("clerk", form).await;
        let reader = hall.cx("stranger").await;
        let comment = *board::comment(&reader, id, "この課はいつも遅い。")
            .await
            .unwrap();

        let head = hall.cx("head").await;
        let arbitrary = board::remove_comment(&head, id, comment, 1, " ").await;
        let Err(Fault::Denied(denied)) = arbitrary else {
            panic!("a remark must not be deleted without a reason");
        };
        assert_eq!(denied.basis.to_string(), "nogata:10(6)");
        let colleague = hall.cx("colleague").await;
        let not_manager = board::remove_comment(&colleague, id, comment, 1, "不適切").await;
        assert!(matches!(not_manager, Err(Fault::Denied(_))));

        let _ = board::remove_comment(&head, id, comment, 1, "第10条第2号")
            .await
            .unwrap();
        let page = board::comments(&reader, id, None, 10).await.unwrap();
        let Words::Removed(removal) = &page.items[0].words else {
            panic!("a marker stands in its place");
        };
        assert_eq!(removal.by, hall.town.person("head"));
        assert_eq!(removal.reason.as_ref().unwrap().as_str(), "第10条第2号");
        assert_eq!(
            hall.told("stranger").await,
            [notices::BOARD_COMMENT_REMOVED]
        );
        let writer = comment::evidence(&reader, comment).await;
        assert!(matches!(writer, Err(Fault::Denied(_))));
        let supervisor = hall.cx("supervisor").await;
        let evidence = comment::evidence(&supervisor, comment).await.unwrap();
        let evidence = evidence.into_inner();
        assert_eq!(evidence.words.as_str(), "この課はいつも遅い。");
        assert_eq!(evidence.removal, Some(removal.clone()));
        assert_eq!(evidence.by.author, hall.town.person("stranger"));
    }
}

#[tokio::test]
async fn what_was_taken_down_is_put_up_again_by_whoever_may() {
    for hall in Hall::both("nogata").await {
        let category = hall.category(|_| {}).await;
        let form = PostForm {
            section: Some(hall.town.unit("citizens")),
            ..post(category)
        };
        let id = hall.post("clerk", form).await;
        let reader = hall.cx("stranger").await;
        let comment = *board::comment(&reader, id, "質問です。").await.unwrap();
        let head = hall.cx("head").await;
        let administrator = hall.cx("administrator").await;
        let _ = board::remove_comment(&administrator, id, comment, 1, "第12条")
            .await
            .unwrap();
        let may = async |cx: &Cx| {
            let page = board::comments(cx, id, None, 10).await.unwrap();
            page.items[0].reinstate
        };
        assert!(may(&administrator).await && !may(&head).await);
        let refused = board::reinstate_comment(&head, id, comment, 2).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "not_manager"));
        let stale = board::reinstate_comment(&administrator, id, comment, 1).await;
        assert!(matches!(stale, Err(Fault::Conflict(_))));
        let _ = board::reinstate_comment(&administrator, id, comment, 2)
            .await
            .unwrap();
        let page = board::comments(&reader, id, None, 10).await.unwrap();
        assert_eq!(page.items[0].words, Words::Shown("質問です。".to_owned()));
        assert_eq!(
            hall.told("stranger").await,
            [
                notices::BOARD_COMMENT_REMOVED,
                notices::BOARD_COMMENT_REINSTATED
            ]
        );
        let supervisor = hall.cx("supervisor").await;
        let stands = comment::evidence(&supervisor, comment).await;
        assert!(matches!(stands, Err(Fault::NotFound)));

        let _ = board::remove_comment(&head, id, comment, 3, "誤り")
            .await
            .unwrap();
        assert!(may(&head).await, "what one took down oneself");
        let _ = board::reinstate_comment(&head, id, comment, 4)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn ones_own_comment_goes_freely_and_leaves_a_marker() {
    for hall in Hall::both("nogata").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let cx = hall.cx("stranger").await;
        let comment = *board::comment(&cx, id, "間違えました。").await.unwrap();
        let _ = board::remove_comment(&cx, id, comment, 1, "")
            .await
            .unwrap();
        let page = board::comments(&cx, id, None, 10).await.unwrap();
        assert!(matches!(page.items[0].words, Words::Withdrawn(_)));
        let again = board::edit_comment(&cx, id, comment, 2, "やはり").await;
        assert!(again.is_err(), "what was taken back stays so");
    }
}

#[tokio::test]
async fn comments_go_and_come_back_with_their_post() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let reader = hall.cx("stranger").await;
        let _ = board::comment(&reader, id, "電話は03-1234-5678です。")
            .await
            .unwrap();
        let administrator = hall.cx("administrator").await;
        let _ = board::remove(&administrator, id, 2, "誤り").await.unwrap();
        for key in ["stranger", "clerk", "administrator"] {
            let gone = board::comments(&hall.cx(key).await, id, None, 10).await;
            assert!(matches!(gone, Err(Fault::NotFound)), "{key}");
        }
        let _ = board::reinstate(&administrator, id, 3).await.unwrap();
        let back = board::comments(&reader, id, None, 10).await.unwrap();
        assert_eq!(back.items.len(), 1);
    }
}
