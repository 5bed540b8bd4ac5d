//! Drafts, registration, numbers.

use yakusho_accounts::registration::{self, ApprovalState, Kind};
use yakusho_documents::cabinet;
use yakusho_documents::document::{self, DocumentForm, Registered, State, View};
use yakusho_kernel::{Fault, Reason};
use yakusho_testkit::keeps;

use crate::{Hall, everyone, form};

#[tokio::test]
async fn a_draft_is_its_author_s_alone() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let id = hall.draft("clerk", form(top)).await;
        let clerk = hall.cx("clerk").await;
        assert_eq!(
            document::show(&clerk, id).await.unwrap().state,
            State::Draft
        );
        for key in ["colleague", "head", "administrator"] {
            let cx = hall.cx(key).await;
            assert!(
                matches!(document::show(&cx, id).await, Err(Fault::NotFound)),
                "{key}"
            );
            let list = hall.list(key, View::Folder(top)).await.unwrap();
            assert!(list.is_empty(), "{key}");
        }
        let drafts = hall.list("clerk", View::Drafts).await.unwrap();
        assert_eq!(drafts[0].id, id);
    }
}

#[tokio::test]
async fn documents_are_registered_and_used() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:3(8)");
        let top = hall.cabinet(|_| {}).await;
        let file = hall.upload("clerk", "休暇届.txt", b"...").await;
        let form = DocumentForm {
            files: vec![file],
            ..form(top)
        };
        let id = hall.registered("clerk", form).await;
        let reader = hall.cx("stranger").await;
        let view = document::show(&reader, id).await.unwrap();
        assert_eq!(view.content.unwrap().files[0].name.as_str(), "休暇届.txt");
        assert!(yakusho_attachments::find(&reader, &id, file).await.is_ok());
        assert!(!view.may.edit);
    }
}

#[tokio::test]
async fn a_section_registers_and_says_what_it_is_for() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:9(7)");
        let top = hall.cabinet(|form| form.rights.writers = everyone()).await;
        let nothing = DocumentForm {
            category: None,
            ..form(top)
        };
        let clerk = hall.cx("clerk").await;
        let Err(Fault::Invalid(invalid)) = document::draft(&clerk, nothing).await else {
            panic!("it does not say what it is for");
        };
        let error = &invalid.errors[0];
        assert_eq!(
            (&*error.field, &error.reason),
            ("category", &Reason::Required)
        );
        let clause = error.basis.as_ref().unwrap().citation().to_string();
        assert_eq!(clause, "nogata:9(7)");

        let other = hall.draft("stranger", form(top)).await;
        let stranger = hall.cx("stranger").await;
        let refused = document::register(&stranger, other, 1).await;
        let Err(Fault::Denied(denied)) = refused else {
            panic!("another section registered it: {refused:?}");
        };
        assert_eq!(denied.basis.to_string(), "nogata:9(7)");
        let own = hall.draft("clerk", form(top)).await;
        let outcome = *document::register(&clerk, own, 1).await.unwrap();
        assert_eq!(outcome, Registered::Numbered(1));
        let view = document::show(&stranger, own).await.unwrap();
        assert_eq!(view.number.unwrap().section, hall.town.unit("citizens"));
    }
}

#[tokio::test]
async fn the_fifth_kind_waits_for_the_administrator() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:8");
        let top = hall.cabinet(|_| {}).await;
        let clerk = hall.cx("clerk").await;
        let kindless = DocumentForm {
            registration: None,
            ..form(top)
        };
        let id = hall.draft("clerk", kindless).await;
        let Err(Fault::Invalid(invalid)) = document::register(&clerk, id, 1).await else {
            panic!("it does not say of which kind it is");
        };
        assert_eq!(invalid.errors[0].field, "registration");
        let fifth = DocumentForm {
            registration: Some(Kind::Approved),
            ..form(top)
        };
        let id = hall.draft("clerk", fifth).await;
        let outcome = *document::register(&clerk, id, 1).await.unwrap();
        assert_eq!(outcome, Registered::Uncleared);
        assert_eq!(
            document::show(&clerk, id).await.unwrap().state,
            State::Draft
        );
        let administrator = hall.cx("administrator").await;
        let asked = registration::list(&administrator, ApprovalState::Requested, None, 9);
        let asked = asked.await.unwrap().items[0].id;
        let _ = registration::decide(&administrator, asked, true, "")
            .await
            .unwrap();
        let outcome = *document::register(&clerk, id, 1).await.unwrap();
        assert_eq!(outcome, Registered::Numbered(1));
    }
}

#[tokio::test]
async fn numbers_have_no_gaps_however_many_register_at_once() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let mut drafts = Vec::new();
        for _ in 0..8 {
            drafts.push(hall.draft("clerk", form(top)).await);
        }
        let clerk = hall.cx("clerk").await;
        // One that fails on the way takes no number.
        let empty = DocumentForm {
            notes: String::new(),
            ..form(top)
        };
        let empty = hall.draft("clerk", empty).await;
        let mut running = tokio::task::JoinSet::new();
        for id in drafts.into_iter().chain([empty]) {
            let cx = clerk.clone();
            running.spawn(async move { document::register(&cx, id, 1).await.map(|it| *it) });
        }
        let outcomes = running.join_all().await;
        let mut numbers: Vec<i32> = outcomes
            .into_iter()
            .filter_map(|outcome| match outcome {
                Ok(Registered::Numbered(number)) => Some(number),
                _ => None,
            })
            .collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=8).collect::<Vec<_>>());
        let earlier = DocumentForm {
            fiscal_year: 2025,
            ..form(top)
        };
        let id = hall.draft("clerk", earlier).await;
        let first = *document::register(&clerk, id, 1).await.unwrap();
        assert_eq!(first, Registered::Numbered(1));
    }
}

#[tokio::test]
async fn what_looks_like_personal_information_is_warned_of_and_the_decision_kept() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let clerk = hall.cx("clerk").await;
        let mut form = form(top);
        form.notes = "連絡先 090-1234-5678".to_owned();
        let Err(Fault::Invalid(invalid)) = document::draft(&clerk, form.clone()).await else {
            panic!("it was not warned of");
        };
        let error = &invalid.errors[0];
        assert_eq!(
            (&*error.field, &error.reason),
            ("notes", &Reason::Code("phone_number"))
        );
        form.all_the_same = true;
        let id = hall.draft("clerk", form.clone()).await;
        let kept = document::show(&clerk, id).await.unwrap().decision.unwrap();
        assert_eq!(
            (kept.kinds, kept.by),
            (vec!["phone_number".to_owned()], clerk.actor().person())
        );
        form.all_the_same = false;
        let _ = document::edit(&clerk, id, 1, form.clone()).await.unwrap();
        form.notes = "異動なし".to_owned();
        let _ = document::edit(&clerk, id, 2, form).await.unwrap();
        assert!(document::show(&clerk, id).await.unwrap().decision.is_none());
    }
}

#[tokio::test]
async fn a_copy_is_a_draft_with_files_of_its_own() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let file = hall.upload("clerk", "a.txt", b"a").await;
        let original = DocumentForm {
            files: vec![file],
            ..form(top)
        };
        let id = hall.registered("clerk", original).await;
        let there = hall
            .cabinet(|form| {
                form.section = hall.town.unit("planning");
                form.rights.writers = crate::of(hall.town.unit("planning"));
            })
            .await;
        let stranger = hall.cx("stranger").await;
        let refused = document::copy(&stranger, id, top).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let copy = *document::copy(&stranger, id, there).await.unwrap();
        let view = document::show(&stranger, copy).await.unwrap();
        let copied = &view.content.unwrap().files[0];
        assert_eq!(view.state, State::Draft);
        assert_ne!(copied.id, file);
        assert!(
            yakusho_attachments::find(&stranger, &copy, copied.id)
                .await
                .is_ok()
        );
    }
}

#[tokio::test]
async fn a_folder_is_packed_with_what_one_may_see() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let below = hall.folder("clerk", top, "人事/給与").await;
        for folder in [top, below] {
            let one = hall.upload("clerk", "a.txt", b"a").await;
            let two = hall.upload("clerk", "b.txt", b"b").await;
            let form = DocumentForm {
                files: vec![one, two],
                ..form(folder)
            };
            hall.registered("clerk", form).await;
        }
        let (name, packed) = document::pack(&hall.cx("stranger").await, top)
            .await
            .unwrap();
        let mut ways: Vec<&str> = packed.iter().map(|packed| &*packed.path).collect();
        ways.sort_unstable();
        assert_eq!(name, "様式集");
        assert_eq!(
            ways,
            [
                "人事_給与/休暇届/a.txt",
                "人事_給与/休暇届/b.txt",
                "休暇届/a.txt",
                "休暇届/b.txt"
            ]
        );
        let head = hall.cx("head").await;
        let _ = cabinet::set_rights(&head, below, 1, Some(cabinet::RightsForm::default()))
            .await
            .unwrap();
        let (_, packed) = document::pack(&hall.cx("stranger").await, top)
            .await
            .unwrap();
        assert_eq!(packed.len(), 2);
    }
}
