//! Disposal of what was kept long enough.

use time::macros::date;
use yakusho_documents::document::{self, DocumentForm, Retention, View, kept_until};
use yakusho_kernel::{Conflict, Fault, version};

use crate::{Hall, form};

#[test]
fn the_time_runs_from_the_april_after_the_fiscal_year() {
    assert_eq!(
        kept_until(2025, Retention::Year1),
        Some(date!(2027 - 03 - 31))
    );
    assert_eq!(
        kept_until(2020, Retention::Years5),
        Some(date!(2026 - 03 - 31))
    );
    assert_eq!(kept_until(1900, Retention::Permanent), None);
}

#[tokio::test]
async fn what_it_said_goes_and_what_it_was_stays_on_record() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let file = hall.upload("clerk", "a.txt", b"a").await;
        let old = DocumentForm {
            fiscal_year: 2020,
            files: vec![file],
            ..form(top)
        };
        let id = hall.registered("clerk", old).await;
        let kept = DocumentForm {
            fiscal_year: 2021,
            ..form(top)
        };
        let kept = hall.registered("clerk", kept).await;
        let head = hall.cx("head").await;
        let due = hall.list("head", View::Expired).await.unwrap();
        assert_eq!(due.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
        let clerk = hall.cx("clerk").await;
        let none = hall.list("clerk", View::Expired).await.unwrap();
        assert!(none.is_empty());
        let refused = document::dispose(&clerk, id, 2, "保存期間満了").await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let early = document::dispose(&head, kept, 2, "保存期間満了").await;
        assert!(matches!(
            early,
            Err(Fault::Conflict(Conflict { code: "still_kept" }))
        ));
        let _ = document::dispose(&head, id, 2, "保存期間満了")
            .await
            .unwrap();

        assert!(matches!(
            document::show(&head, id).await,
            Err(Fault::NotFound)
        ));
        assert!(yakusho_attachments::find(&head, &id, file).await.is_err());
        let left = version(&head.reader(), &id, 1).await.unwrap().unwrap();
        assert!(left.content.is_null() && !left.digest.is_empty());
        let records = document::disposals(&clerk, None, 9).await.unwrap();
        let record = &records.items[0];
        assert_eq!((record.id, &*record.title, record.files), (id, "休暇届", 1));
        assert_eq!(record.kept_until, date!(2026 - 03 - 31));
        let elsewhere = document::disposals(&hall.cx("stranger").await, None, 9)
            .await
            .unwrap();
        assert!(elsewhere.items.is_empty());
    }
}
