//! Categories: who sets them, who reads and who posts.

use yakusho_accounts::directory::Audience;
use yakusho_accounts::function::{self, Grantee, NewGrant, Permission};
use yakusho_kernel::{Conflict, Cx, Fault, Part};
use yakusho_messaging::board::{self, CategoryForm, EDIT_CATEGORIES, Shelf};
use yakusho_testkit::keeps;

use crate::{Hall, everyone, post};

fn form() -> CategoryForm {
    CategoryForm {
        name_ja: "人事".to_owned(),
        name_en: "Personnel".to_owned(),
        readers: everyone(),
        writers: everyone(),
        ..CategoryForm::default()
    }
}

#[tokio::test]
async fn only_the_administrator_sets_categories() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:5-2(3)");
        let cx = hall.cx("clerk").await;
        let refused = board::add_category(&cx, form()).await;
        let Err(Fault::Denied(denied)) = refused else {
            panic!("a clerk must not add categories: {refused:?}");
        };
        assert_eq!(denied.basis.to_string(), "nogata:5-2(3)");

        let cx = hall.cx("administrator").await;
        let id = board::add_category(&cx, form()).await.unwrap().into_inner();
        let known = board::all_categories(&cx).await.unwrap();
        assert_eq!(known[0].id, id);
    }
}

#[tokio::test]
async fn no_two_categories_have_the_same_name() {
    for hall in Hall::both("model").await {
        let cx = hall.cx("administrator").await;
        let id = *board::add_category(&cx, form()).await.unwrap();
        let twice = board::add_category(&cx, form()).await;
        let Err(Fault::Invalid(invalid)) = twice else {
            panic!("two of one name: {twice:?}");
        };
        let fields: Vec<_> = invalid.errors.iter().map(|error| &*error.field).collect();
        assert_eq!(fields, ["name_ja", "name_en"]);
        let other = CategoryForm {
            name_ja: "給与".to_owned(),
            name_en: String::new(),
            ..form()
        };
        let other = *board::add_category(&cx, other).await.unwrap();
        let same = board::change_category(&cx, other, 1, form()).await;
        assert!(matches!(same, Err(Fault::Invalid(_))));
        assert!(board::change_category(&cx, id, 1, form()).await.is_ok());
    }
}

#[tokio::test]
async fn a_grant_lets_somebody_name_categories_but_not_change_rights() {
    for hall in Hall::both("model").await {
        let id = hall.category(|_| {}).await;
        let administrator = hall.cx("administrator").await;
        let grant = NewGrant {
            permission: Permission::parse(EDIT_CATEGORIES).unwrap(),
            grantee: Grantee::Person(hall.town.person("general_clerk")),
            within: None,
            reason: "掲示板の分類の整理".to_owned(),
        };
        let _ = function::grant(&administrator, grant).await.unwrap();
        let cx = hall.cx("general_clerk").await;

        let renamed = CategoryForm {
            name_ja: "全庁のお知らせ".to_owned(),
            readers: everyone(),
            writers: everyone(),
            comments: true,
            ..CategoryForm::default()
        };
        let _ = board::change_category(&cx, id, 1, renamed.clone())
            .await
            .unwrap();
        let wider = CategoryForm {
            comments: false,
            ..renamed
        };
        let refused = board::change_category(&cx, id, 2, wider.clone()).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let _ = board::change_category(&administrator, id, 2, wider)
            .await
            .unwrap();
        let stale = board::change_category(&administrator, id, 2, form()).await;
        assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));
    }
}

#[tokio::test]
async fn a_category_is_read_and_written_by_those_whom_it_names() {
    for hall in Hall::both("model").await {
        let affairs = Audience {
            units: vec![hall.town.unit("affairs")],
            ..Audience::default()
        };
        let planning_head = Audience {
            posts: vec![hall.town.head_post("planning")],
            ..Audience::default()
        };
        let category = hall
            .category(|form| {
                form.readers = affairs;
                form.writers = planning_head;
            })
            .await;
        let id = hall.post("planning_head", post(category)).await;
        for (key, reads) in [
            ("clerk", true),
            ("affairs_director", true),
            ("planning_head", true),
            ("stranger", false),
            ("mayor", false),
        ] {
            let cx = hall.cx(key).await;
            assert_eq!(board::show(&cx, id, 10).await.is_ok(), reads, "{key}");
            let listed = board::list(&cx, Shelf::All, None, 10).await.unwrap();
            assert_eq!(listed.page.items.len(), usize::from(reads), "{key}");
            let overview = board::overview(&cx).await.unwrap();
            assert_eq!(overview.len(), usize::from(reads), "{key}");
            let by_category = board::list(&cx, Shelf::Category(category), None, 10).await;
            assert_eq!(by_category.is_ok(), reads, "{key}");
        }
        let reader = hall.cx("clerk").await;
        let refused = board::draft(&reader, post(category)).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "category"));
        let outside = hall.cx("stranger").await;
        let unknown = board::draft(&outside, post(category)).await;
        assert!(
            matches!(unknown, Err(Fault::Invalid(_))),
            "as if it were not there"
        );
    }
}

#[tokio::test]
async fn a_closed_category_takes_no_posts_and_keeps_its_own() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let id = hall.post("clerk", post(category)).await;
        let administrator = hall.cx("administrator").await;
        let closed = CategoryForm {
            closed: true,
            ..form()
        };
        let _ = board::change_category(&administrator, category, 1, closed)
            .await
            .unwrap();
        let cx = hall.cx("clerk").await;
        assert!(board::show(&cx, id, 10).await.is_ok());
        assert!(matches!(
            board::draft(&cx, post(category)).await,
            Err(Fault::Denied(_))
        ));
    }
}

#[tokio::test]
async fn what_is_kept_of_categories_is_reference_data_alone() {
    for hall in Hall::both("model").await {
        let clerk = hall.cx("clerk").await.actor().clone();
        let categories = async |cx: Cx| board::categories(&cx.acting(clerk)).await.unwrap();
        let beside = hall.world.read_beside_reference_data(categories).await;
        assert!(beside.is_empty(), "{beside:?}");
    }
}

#[tokio::test]
async fn a_category_that_was_closed_is_closed_to_the_next_request_of_every_server() {
    for hall in Hall::both("model").await {
        let id = hall.category(|_| {}).await;
        let clerk = hall.cx("clerk").await.actor().clone();
        let servers = [hall.world.env.clone(), hall.world.another().await];
        let named = async || {
            let mut names = Vec::new();
            for server in &servers {
                let cx = Cx::system(server, Part("test")).acting(clerk.clone());
                let shown = board::overview(&cx).await.unwrap();
                names.push(
                    shown
                        .iter()
                        .any(|row| row.category.id == id && row.writable),
                );
            }
            names
        };
        assert_eq!(named().await, [true, true]);
        hall.world
            .execute("UPDATE board_categories SET closed = TRUE")
            .await;
        assert_eq!(named().await, [false, false]);
    }
}
