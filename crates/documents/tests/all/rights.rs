//! Rights: given to sections, posts and people, inherited, and explained.

use yakusho_accounts::directory::Audience;
use yakusho_documents::cabinet::{self, Level, RightsForm, Shares};
use yakusho_documents::document::{self, View};
use yakusho_kernel::Fault;

use crate::{Hall, everyone, form, of};

#[tokio::test]
async fn what_one_may_not_see_does_not_exist() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let closed = hall.folder("clerk", top, "人事").await;
        let below = hall.folder("clerk", closed, "令和8年度").await;
        let document = hall.registered("clerk", form(below)).await;
        let stranger = hall.cx("stranger").await;
        assert!(document::show(&stranger, document).await.is_ok());

        let head = hall.cx("head").await;
        let rights = RightsForm {
            readers: Audience {
                posts: vec![hall.town.head_post("planning")],
                ..Audience::default()
            },
            writers: Audience {
                people: vec![hall.town.person("colleague")],
                ..Audience::default()
            },
        };
        let _ = cabinet::set_rights(&head, closed, 1, Some(rights.clone()))
            .await
            .unwrap();
        for (key, sees) in [
            ("stranger", false),
            ("clerk", false),
            ("administrator", false),
            ("planning_head", true),
            ("colleague", true),
            ("head", true),
        ] {
            let cx = hall.cx(key).await;
            let shown = document::show(&cx, document).await;
            assert_eq!(shown.is_ok(), sees, "{key}");
            assert!(sees || matches!(shown, Err(Fault::NotFound)));
            let all = hall.list(key, View::All).await.unwrap();
            assert_eq!(all.len(), usize::from(sees), "{key}");
            let folders = cabinet::show(&cx, top).await.unwrap().folders;
            assert_eq!(folders.len(), usize::from(sees), "{key}");
            let listed = hall.list(key, View::Folder(below)).await;
            assert_eq!(listed.is_ok(), sees, "{key}");
        }
        // A right taken away is gone at once, and what lies below a folder with rights of its own keeps those.
        let kept = cabinet::rights(&head, below).await.unwrap();
        assert_eq!(
            (kept.own, &*kept.of_name, kept.form),
            (false, "人事", rights)
        );
        let _ = cabinet::set_rights(&head, closed, 2, None).await.unwrap();
        assert!(document::show(&stranger, document).await.is_ok());
    }
}

#[tokio::test]
async fn why_one_sees_something_is_told() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let folder = hall.folder("clerk", top, "窓口").await;
        let clerk = hall.cx("clerk").await;
        let why = cabinet::explain(&clerk, folder).await.unwrap();
        let told: Vec<_> = why
            .iter()
            .map(|why| (why.level, &why.to, &*why.place_name))
            .collect();
        let section = Shares::Unit(hall.town.unit("citizens"), "市民課".to_owned());
        assert_eq!(
            told,
            [
                (Level::Write, &section, "様式集"),
                (Level::Read, &Shares::Everyone, "様式集"),
            ]
        );
        let head = cabinet::explain(&hall.cx("head").await, folder)
            .await
            .unwrap();
        assert_eq!(head[0].level, Level::Manage);
        assert!(matches!(&head[0].to, Shares::Head(..)));
    }
}

#[tokio::test]
async fn a_reader_changes_nothing_and_only_the_head_says_whose_rights_hold() {
    for hall in Hall::both("model").await {
        let top = hall
            .cabinet(|form| {
                form.rights.writers = of(hall.town.unit("planning"));
            })
            .await;
        let reader = hall.cx("clerk").await;
        let refused = document::draft(&reader, form(top)).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "reads_only"));
        let refused = cabinet::add(&reader, top, "x", 0).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "reads_only"));
        let writer = hall.cx("stranger").await;
        let form = RightsForm {
            readers: everyone(),
            writers: everyone(),
        };
        let refused = cabinet::set_rights(&writer, top, 1, Some(form.clone())).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let head = hall.cx("head").await;
        let _ = cabinet::set_rights(&head, top, 1, Some(form))
            .await
            .unwrap();
        assert!(document::draft(&reader, crate::form(top)).await.is_ok());
    }
}
