//! Trees of files that come into a folder.

use yakusho_accounts::registration::Kind;
use yakusho_attachments::{self as attachments, Attachment};
use yakusho_documents::cabinet::{self, FolderId};
use yakusho_documents::document::{self, Category, Retention, State, View};
use yakusho_documents::import::{self, Fate, ImportForm, Incoming};
use yakusho_kernel::{Cx, Fault};

use crate::{Hall, everyone, form, of};

fn incoming(path: &str) -> Incoming {
    Incoming {
        path: path.to_owned(),
        size: 3,
        readable: true,
    }
}

pub(crate) fn said(folder: FolderId) -> ImportForm {
    ImportForm {
        folder,
        category: Some(Category::Manual),
        registration: Some(Kind::Constant),
        fiscal_year: 2026,
        retention: Retention::Years10,
        all_the_same: false,
    }
}

async fn uploaded(hall: &Hall, cx: &Cx, name: &str) -> Attachment {
    let file = attachments::upload(cx, &hall.blobs, name, b"abc".as_slice()).await;
    file.unwrap().into_inner()
}

/// Brings in what comes, and says how much that was.
async fn brought(hall: &Hall, cx: &Cx, form: &ImportForm, tree: &[Incoming]) -> usize {
    let mut plan = import::plan(cx, form, tree).await.unwrap();
    let coming = plan.files.iter().enumerate();
    let coming = coming.filter(|(_, file)| file.fate == Fate::Comes);
    let coming: Vec<_> = coming
        .map(|(at, file)| (at, file.name().to_owned()))
        .collect();
    for (at, name) in &coming {
        let file = uploaded(hall, cx, name).await;
        let fate = import::bring(cx, form, &mut plan, *at, &file)
            .await
            .unwrap();
        assert_eq!(fate, Fate::Comes, "{name}");
    }
    coming.len()
}

#[tokio::test]
async fn a_tree_comes_in_once_with_its_folders() {
    for hall in Hall::both("nogata").await {
        let top = hall.cabinet(|_| {}).await;
        let clerk = hall.cx("clerk").await;
        let tree = [
            "窓口/手引き/証明.txt",
            "窓口/手引き/届出.txt",
            "窓口/一覧.txt",
            "案内.txt",
        ];
        let tree = tree.map(incoming);
        let plan = import::plan(&clerk, &said(top), &tree).await.unwrap();
        assert_eq!((plan.folders, plan.of(Fate::Comes).count()), (2, 4));
        assert!(
            hall.list("clerk", View::Folder(top))
                .await
                .unwrap()
                .is_empty()
        );

        assert_eq!(brought(&hall, &clerk, &said(top), &tree).await, 4);
        let rows = hall.list("stranger", View::Folder(top)).await.unwrap();
        assert_eq!((rows.len(), rows[0].state), (1, State::Registered));
        let view = document::show(&clerk, rows[0].id).await.unwrap();
        let content = view.content.unwrap();
        assert_eq!(content.title, "案内");
        assert_eq!(content.category, Category::Manual);
        assert_eq!(content.retention, Retention::Years10);
        let window = cabinet::show(&clerk, top).await.unwrap().folders;
        assert_eq!(window.len(), 1);
        let window = cabinet::show(&clerk, window[0].folder.id).await.unwrap();
        assert_eq!(window.folders[0].folder.name, "手引き");

        assert_eq!(brought(&hall, &clerk, &said(top), &tree).await, 0);
        let head = hall.cx("head").await;
        let again = import::plan(&head, &said(top), &tree).await.unwrap();
        assert_eq!((again.folders, again.of(Fate::IsThere).count()), (0, 4));
    }
}

#[tokio::test]
async fn a_file_that_came_meanwhile_is_left_as_it_is() {
    for hall in Hall::both("nogata").await {
        let top = hall.cabinet(|_| {}).await;
        let (clerk, head) = (hall.cx("clerk").await, hall.cx("head").await);
        let tree = [incoming("窓口/案内.txt")];
        let form = said(top);
        let mut clerks = import::plan(&clerk, &form, &tree).await.unwrap();
        let mut heads = import::plan(&head, &form, &tree).await.unwrap();
        let file = uploaded(&hall, &clerk, "案内.txt").await;
        let other = uploaded(&hall, &head, "案内.txt").await;
        let (first, second) = tokio::join!(
            import::bring(&clerk, &form, &mut clerks, 0, &file),
            import::bring(&head, &form, &mut heads, 0, &other),
        );
        let mut fates = [first.unwrap(), second.unwrap()];
        fates.sort_unstable();
        assert_eq!(fates, [Fate::Comes, Fate::IsThere]);
    }
}

#[tokio::test]
async fn of_another_section_it_stays_a_draft_and_of_readers_it_is_refused() {
    for hall in Hall::both("nogata").await {
        let planning = of(hall.town.unit("planning"));
        let top = hall
            .cabinet(|form| form.rights.writers = planning.clone())
            .await;
        let tree = [incoming("案内.txt")];
        let stranger = hall.cx("stranger").await;
        assert_eq!(brought(&hall, &stranger, &said(top), &tree).await, 1);
        let drafts = hall.list("stranger", View::Drafts).await.unwrap();
        assert_eq!((drafts.len(), drafts[0].state), (1, State::Draft));

        let reader = hall.cx("clerk").await;
        let refused = import::plan(&reader, &said(top), &tree).await;
        assert!(matches!(refused, Err(Fault::Denied(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn where_one_may_not_write_nothing_comes_in() {
    for hall in Hall::both("nogata").await {
        let top = hall.cabinet(|_| {}).await;
        let folder = hall.folder("clerk", top, "限定").await;
        let head = hall.cx("head").await;
        let rights = cabinet::RightsForm {
            readers: everyone(),
            ..cabinet::RightsForm::default()
        };
        let _ = cabinet::set_rights(&head, folder, 1, Some(rights))
            .await
            .unwrap();
        let clerk = hall.cx("clerk").await;
        let tree = [incoming("限定/案内.txt"), incoming("限定/下/案内.txt")];
        let plan = import::plan(&clerk, &said(top), &tree).await.unwrap();
        assert_eq!(plan.of(Fate::NotYours).count(), 2, "{plan:?}");
    }
}

#[tokio::test]
async fn what_a_city_asks_of_every_document_is_asked_first() {
    for hall in Hall::both("nogata").await {
        let top = hall.cabinet(|_| {}).await;
        let clerk = hall.cx("clerk").await;
        let without = |change: fn(&mut ImportForm)| {
            let mut form = said(top);
            change(&mut form);
            form
        };
        for (form, field) in [
            (without(|form| form.category = None), "category"),
            (without(|form| form.registration = None), "registration"),
            (without(|form| form.fiscal_year = 1), "fiscal_year"),
        ] {
            let Err(Fault::Invalid(invalid)) = import::plan(&clerk, &form, &[]).await else {
                panic!("{field} was not asked for");
            };
            assert_eq!(invalid.errors[0].field, field);
        }
        let tree = vec![incoming("a.txt"); import::MOST_FILES + 1];
        assert!(import::plan(&clerk, &said(top), &tree).await.is_err());
        let _ = hall.registered("clerk", form(top)).await;
    }
}
