//! What looks like personal information in a schedule (nogata:9(4)).

use yakusho_kernel::{Fault, Reason};
use yakusho_scheduling::event::{self, Part};
use yakusho_testkit::keeps;

use crate::Hall;

#[tokio::test]
async fn what_looks_like_personal_information_is_warned_of_and_the_decision_kept() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:9(4)");
        let cx = hall.cx("clerk").await;
        let mut form = hall.meeting("clerk");
        form.title = "山田様 090-1234-5678".to_owned();
        form.text = "〒822-8501".to_owned();
        let Err(Fault::Invalid(invalid)) = event::create(&cx, &form).await else {
            panic!("it was not warned of");
        };
        let warned: Vec<_> = invalid
            .errors
            .iter()
            .map(|error| {
                (
                    &*error.field,
                    &error.reason,
                    error.basis.as_ref().unwrap().citation().to_string(),
                )
            })
            .collect();
        let clause = "nogata:9(4)".to_owned();
        assert_eq!(
            warned,
            [
                ("text", &Reason::Code("address"), clause.clone()),
                ("title", &Reason::Code("phone_number"), clause),
            ]
        );
        assert!(hall.items("clerk", "clerk").await.is_empty());
        form.all_the_same = true;
        let id = *event::create(&cx, &form).await.unwrap();
        let kept = event::show(&cx, id).await.unwrap().event.decision.unwrap();
        assert_eq!(kept.kinds, ["address", "phone_number"]);
        assert_eq!((kept.by, kept.at), (cx.actor().person(), cx.now()));
        let bytes = if hall.is_sqlite() {
            "CAST(detail AS BLOB)"
        } else {
            "convert_to(detail::text, 'UTF8')"
        };
        let entry = format!(
            "SELECT {bytes} FROM audit_entries WHERE act = 'event.create' AND outcome = 'done'"
        );
        let detail = String::from_utf8(hall.world.stored(&entry).await).unwrap();
        assert!(
            detail.contains("phone_number") && !detail.contains("090-1234"),
            "{detail}"
        );
        // The decision holds for the kinds that it was about, and for no other.
        form.all_the_same = false;
        form.place = "第2会議室".to_owned();
        let _ = event::edit(&cx, id, 1, Part::All, &form).await.unwrap();
        form.text = "昭和50年4月1日生まれ".to_owned();
        let other = event::edit(&cx, id, 2, Part::All, &form).await;
        assert!(matches!(other, Err(Fault::Invalid(_))));
        form.title = "窓口".to_owned();
        form.text = String::new();
        let _ = event::edit(&cx, id, 2, Part::All, &form).await.unwrap();
        assert!(event::show(&cx, id).await.unwrap().event.decision.is_none());
    }
}

#[tokio::test]
async fn a_city_whose_regulation_does_not_ask_is_not_warned() {
    for hall in Hall::both("shiroishi").await {
        let id = hall
            .event("clerk", |form| {
                form.title = "山田様 090-1234-5678".to_owned();
            })
            .await;
        let cx = hall.cx("clerk").await;
        assert!(event::show(&cx, id).await.unwrap().event.decision.is_none());
    }
}
