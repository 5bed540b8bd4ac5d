//! Approval of posts by the head of a section or the holder of a role.

use yakusho_accounts::delegation::{self, NewDelegation, Principal};
use yakusho_kernel::{Fault, ProxyKind};
use yakusho_messaging::board::{self, Approval, Decision, PostForm, PostState, Published, Shelf};
use yakusho_messaging::notices;
use yakusho_messaging::text::Remark;
use yakusho_messaging::versions::Change;
use yakusho_regulation::Role;
use yakusho_testkit::keeps;

use crate::{Hall, post};

#[tokio::test]
async fn the_head_of_the_section_decides() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:6-1");
        let category = hall
            .category(|form| form.approval = Approval::SectionHead)
            .await;
        let form = PostForm {
            section: Some(hall.town.unit("citizens")),
            ..post(category)
        };
        let id = hall.draft("clerk", form.clone()).await;
        let author = hall.cx("clerk").await;
        let outcome = *board::publish(&author, id, 1).await.unwrap();
        assert_eq!(outcome, Published::Submitted);
        assert_eq!(hall.told("head").await, [notices::BOARD_SUBMITTED]);

        let other_head = hall.cx("planning_head").await;
        let hidden = board::decide(&other_head, id, 2, Decision::Approve).await;
        assert!(matches!(hidden, Err(Fault::NotFound)));
        let refused = board::decide(&author, id, 2, Decision::Approve).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "approver"));

        let head = hall.cx("head").await;
        let waiting = board::list(&head, Shelf::Awaiting, None, 10).await.unwrap();
        assert_eq!(waiting.page.items[0].id, id);
        let reason = Remark::parse("日時を入れてください。").unwrap();
        let back = board::decide(&head, id, 2, Decision::SendBack(reason))
            .await
            .unwrap();
        assert_eq!(*back, None);
        assert_eq!(hall.told("clerk").await, [notices::BOARD_SENT_BACK]);

        let _ = board::edit(&author, id, 3, form, Change::Minor)
            .await
            .unwrap();
        hall.world.clock.turn(time::Duration::seconds(1));
        let author = hall.cx("clerk").await;
        let _ = board::publish(&author, id, 4).await.unwrap();
        let approved = board::decide(&head, id, 5, Decision::Approve)
            .await
            .unwrap();
        assert_eq!(*approved, Some(Published::Shown));
        let reader = hall.cx("stranger").await;
        let read = board::show(&reader, id, 10).await.unwrap();
        assert!(read.approved.is_none() && !read.may.approved_only);
        for (key, may_edit) in [("clerk", false), ("head", true)] {
            let view = board::show(&hall.cx(key).await, id, 10).await.unwrap();
            let approved = view.approved.unwrap();
            assert_eq!(approved.by, hall.town.person("head"), "{key}");
            assert_eq!(
                (view.may.edit, view.may.approved_only),
                (may_edit, !may_edit)
            );
        }
        assert!(
            board::list(&head, Shelf::Awaiting, None, 10)
                .await
                .unwrap()
                .page
                .items
                .is_empty()
        );
    }
}

#[tokio::test]
async fn whoever_acts_for_the_head_is_told_and_decides() {
    for hall in Hall::both("nogata").await {
        let acting = NewDelegation {
            kind: ProxyKind::ActingForPost,
            principal: Principal::Post(hall.town.head_post("citizens")),
            delegate: hall.town.person("colleague"),
            duties: Vec::new(),
            first: hall.cx("head").await.today(),
            last: None,
        };
        let head = hall.cx("head").await;
        let _ = delegation::set_up(&head, acting).await.unwrap();
        let category = hall
            .category(|form| form.approval = Approval::SectionHead)
            .await;
        let form = PostForm {
            section: Some(hall.town.unit("citizens")),
            ..post(category)
        };
        let id = hall.draft("clerk", form).await;
        let author = hall.cx("clerk").await;
        let _ = board::publish(&author, id, 1).await.unwrap();
        for who in ["head", "colleague"] {
            let told = hall.told(who).await;
            assert!(
                told.iter().any(|kind| kind == notices::BOARD_SUBMITTED),
                "{who}"
            );
        }
        let acting = hall.cx("colleague").await;
        let decided = board::decide(&acting, id, 2, Decision::Approve).await;
        assert_eq!(*decided.unwrap(), Some(Published::Shown));
    }
}

#[tokio::test]
async fn whoever_approves_needs_no_approval() {
    for hall in Hall::both("model").await {
        let category = hall
            .category(|form| form.approval = Approval::SectionHead)
            .await;
        hall.post("head", post(category)).await;
    }
}

#[tokio::test]
async fn a_role_decides_where_the_category_says_so() {
    for hall in Hall::both("model").await {
        let category = hall
            .category(|form| form.approval = Approval::Role(Role::SystemAdministrator))
            .await;
        let id = hall.draft("head", post(category)).await;
        let author = hall.cx("head").await;
        let outcome = *board::publish(&author, id, 1).await.unwrap();
        assert_eq!(outcome, Published::Submitted);
        let administrator = hall.cx("administrator").await;
        let approved = board::decide(&administrator, id, 2, Decision::Approve)
            .await
            .unwrap();
        assert_eq!(*approved, Some(Published::Shown));
    }
}

#[tokio::test]
async fn what_was_approved_is_not_changed_past_the_approver() {
    for hall in Hall::both("model").await {
        let category = hall
            .category(|form| form.approval = Approval::SectionHead)
            .await;
        let form = PostForm {
            section: Some(hall.town.unit("citizens")),
            ..post(category)
        };
        let id = hall.draft("clerk", form.clone()).await;
        let author = hall.cx("clerk").await;
        let _ = board::publish(&author, id, 1).await.unwrap();
        let head = hall.cx("head").await;
        let _ = board::decide(&head, id, 2, Decision::Approve)
            .await
            .unwrap();
        let refused = board::edit(&author, id, 3, form.clone(), Change::Minor).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "approved"));
        let _ = board::edit(&head, id, 3, form, Change::Minor)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn an_edit_takes_back_what_waits() {
    for hall in Hall::both("model").await {
        let category = hall
            .category(|form| form.approval = Approval::SectionHead)
            .await;
        let id = hall.draft("clerk", post(category)).await;
        let author = hall.cx("clerk").await;
        let _ = board::publish(&author, id, 1).await.unwrap();
        let _ = board::edit(&author, id, 2, post(category), Change::Minor)
            .await
            .unwrap();
        let view = board::show(&author, id, 10).await.unwrap();
        assert_eq!(view.state, PostState::Draft);
        let head = hall.cx("head").await;
        assert!(
            board::list(&head, Shelf::Awaiting, None, 10)
                .await
                .unwrap()
                .page
                .items
                .is_empty()
        );
    }
}
