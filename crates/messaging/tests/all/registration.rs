//! Which kind of information is registered for others.

use yakusho_accounts::registration::{self, ApprovalState, Kind};
use yakusho_kernel::{Fault, Invalid};
use yakusho_messaging::board::{self, PostForm, Published};
use yakusho_messaging::circulation::{self, CirculationForm, Sent};
use yakusho_testkit::keeps;

use crate::{Hall, circular, everyone, post};

fn names_the_article(invalid: &Invalid) {
    assert_eq!(invalid.errors[0].field, "registration");
    assert_eq!(
        invalid.errors[0].basis.as_ref().unwrap().to_string(),
        "nogata:8"
    );
}

#[tokio::test]
async fn what_is_registered_for_others_says_which_kind_it_is() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:8");
        let category = hall.category(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let kindless = PostForm {
            registration: None,
            ..post(category)
        };
        let id = hall.draft("clerk", kindless).await;
        let Err(Fault::Invalid(invalid)) = board::publish(&cx, id, 1).await else {
            panic!("a post without a kind");
        };
        names_the_article(&invalid);
        hall.post("clerk", post(category)).await;

        let kindless = CirculationForm {
            registration: None,
            audience: everyone(),
            ..circular()
        };
        let id = *circulation::draft(&cx, kindless).await.unwrap();
        let Err(Fault::Invalid(invalid)) = circulation::send(&cx, id, 1).await else {
            panic!("a circulation without a kind");
        };
        names_the_article(&invalid);
        hall.sent("clerk", |form| form.audience = everyone()).await;
    }
}

#[tokio::test]
async fn the_fifth_kind_waits_for_the_administrator() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:8");
        let category = hall.category(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let special = PostForm {
            registration: Some(Kind::Approved),
            ..post(category)
        };
        let id = hall.draft("clerk", special).await;
        assert_eq!(
            *board::publish(&cx, id, 1).await.unwrap(),
            Published::Uncleared
        );
        let reader = hall.cx("stranger").await;
        assert!(matches!(
            board::show(&reader, id, 10).await,
            Err(Fault::NotFound)
        ));
        let special = CirculationForm {
            registration: Some(Kind::Approved),
            audience: everyone(),
            ..circular()
        };
        let circular = *circulation::draft(&cx, special).await.unwrap();
        assert_eq!(
            *circulation::send(&cx, circular, 1).await.unwrap(),
            Sent::Uncleared
        );

        let administrator = hall.cx("administrator").await;
        let asked = registration::list(&administrator, ApprovalState::Requested, None, 10)
            .await
            .unwrap();
        assert_eq!(asked.items.len(), 2);
        for approval in asked.items {
            let _ = registration::decide(&administrator, approval.id, true, "")
                .await
                .unwrap();
        }
        assert_eq!(*board::publish(&cx, id, 1).await.unwrap(), Published::Shown);
        assert!(board::show(&reader, id, 10).await.is_ok());
        assert!(matches!(
            *circulation::send(&cx, circular, 1).await.unwrap(),
            Sent::To { .. }
        ));
    }
}

#[tokio::test]
async fn where_no_rule_asks_for_a_kind_none_is_needed() {
    for hall in Hall::both("shiroishi").await {
        let category = hall.category(|_| {}).await;
        let kindless = PostForm {
            registration: None,
            ..post(category)
        };
        hall.post("clerk", kindless).await;
        hall.sent("clerk", |form| {
            form.registration = None;
            form.audience = everyone();
        })
        .await;
    }
}
