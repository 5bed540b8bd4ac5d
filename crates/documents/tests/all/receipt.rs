//! The register of what was received.

use time::macros::date;
use yakusho_attachments as attachments;
use yakusho_documents::receipt::{self, Means, ReceiptForm};
use yakusho_kernel::{Fault, Reason};
use yakusho_testkit::keeps;

use crate::{Hall, form};

fn mail() -> ReceiptForm {
    ReceiptForm {
        received_on: date!(2026 - 11 - 20),
        sender: "宮城県 市町村課".to_owned(),
        title: "調査について(照会)".to_owned(),
        means: Means::Mail,
        notes: String::new(),
        files: Vec::new(),
    }
}

#[tokio::test]
async fn a_received_mail_is_registered_in_one_step_with_its_attachments() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:28-2");
        let section = hall.town.unit("citizens");
        let file = hall.upload("clerk", "照会.txt", b"...").await;
        let form = ReceiptForm {
            files: vec![file],
            ..mail()
        };
        let clerk = hall.cx("clerk").await;
        let (id, number) = *receipt::register(&clerk, section, form).await.unwrap();
        assert_eq!(number, 1);
        let receipt = receipt::show(&clerk, id).await.unwrap();
        assert_eq!((receipt.fiscal_year, receipt.section), (2026, section));
        assert_eq!(receipt.content.files[0].name.as_str(), "照会.txt");
        assert!(attachments::find(&clerk, &id, file).await.is_ok());
        let stranger = hall.cx("stranger").await;
        assert!(matches!(
            receipt::show(&stranger, id).await,
            Err(Fault::NotFound)
        ));
        assert!(attachments::find(&stranger, &id, file).await.is_err());
        let refused = receipt::register(&stranger, section, mail()).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let mut tomorrow = mail();
        tomorrow.received_on = date!(2026 - 11 - 21);
        let early = receipt::register(&clerk, section, tomorrow).await;
        assert!(matches!(early, Err(Fault::Invalid(_))));
    }
}

#[tokio::test]
async fn numbers_of_a_fiscal_year_have_no_gaps_across_sections() {
    for hall in Hall::both("model").await {
        let mut running = tokio::task::JoinSet::new();
        for (key, unit) in [("clerk", "citizens"), ("stranger", "planning")] {
            let (cx, section) = (hall.cx(key).await, hall.town.unit(unit));
            for _ in 0..4 {
                let cx = cx.clone();
                running
                    .spawn(async move { receipt::register(&cx, section, mail()).await.unwrap().1 });
            }
        }
        let mut numbers = running.join_all().await;
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=8).collect::<Vec<_>>());
        let clerk = hall.cx("clerk").await;
        let mine = receipt::list(&clerk, 2026, None, 3).await.unwrap();
        assert_eq!((mine.items.len(), mine.next.is_some()), (3, true));
        let mut last = mail();
        last.received_on = date!(2026 - 03 - 31);
        let section = hall.town.unit("citizens");
        let (_, number) = *receipt::register(&clerk, section, last).await.unwrap();
        assert_eq!(number, 1);
    }
}

#[tokio::test]
async fn an_entry_is_changed_attached_and_passed_on_by_those_in_charge() {
    for hall in Hall::both("model").await {
        let clerk = hall.cx("clerk").await;
        let section = hall.town.unit("citizens");
        let (id, _) = *receipt::register(&clerk, section, mail()).await.unwrap();
        let mut other_year = mail();
        other_year.received_on = date!(2026 - 03 - 31);
        let refused = receipt::change(&clerk, id, 1, other_year, None).await;
        let Err(Fault::Invalid(invalid)) = refused else {
            panic!("its number is of the fiscal year");
        };
        assert_eq!(invalid.errors[0].reason, Reason::Code("numbered"));
        let mut changed = mail();
        changed.notes = "12月10日までに回答".to_owned();
        let top = hall.cabinet(|_| {}).await;
        let document = hall.registered("clerk", form(top)).await;
        let hidden = hall.draft("colleague", form(top)).await;
        let unknown = receipt::change(&clerk, id, 1, changed.clone(), Some(hidden)).await;
        assert!(matches!(unknown, Err(Fault::Invalid(_))));
        let kept = receipt::show(&clerk, id).await.unwrap();
        assert_eq!((kept.document, kept.revision), (None, 1), "both or neither");
        let change = receipt::change(&clerk, id, 1, changed, Some(document));
        let _ = change.await.unwrap();
        let kept = receipt::show(&clerk, id).await.unwrap();
        assert_eq!((kept.document, kept.version), (Some(document), 2));
        assert_eq!(kept.content.notes, "12月10日までに回答");

        let _ = receipt::assign(&clerk, id, 2, hall.town.unit("planning"))
            .await
            .unwrap();
        assert!(matches!(
            receipt::show(&clerk, id).await,
            Err(Fault::NotFound)
        ));
        assert_eq!(hall.told("planning_head").await, ["document.receipt_came"]);
        let stranger = hall.cx("stranger").await;
        assert_eq!(receipt::show(&stranger, id).await.unwrap().number, 1);
    }
}
