//! Facilities: who keeps them, and what may be set of them.

use time::macros::time;
use yakusho_kernel::Fault;
use yakusho_scheduling::booking::BookingForm;
use yakusho_scheduling::facility::{self, CategoryForm, FacilityForm, FacilityKind};
use yakusho_sheet::Columns;

use crate::Hall;
use crate::booking::{book, fields, form};

async fn settings(hall: &Hall, id: facility::FacilityId) -> FacilityForm {
    let cx = hall.cx("administrator").await;
    let row = facility::get(&cx, id).await.unwrap();
    row.facility.settings.into()
}

#[tokio::test]
async fn the_administrator_keeps_all_and_the_manager_post_its_own() {
    for hall in Hall::both("nogata").await {
        let stranger = hall.cx("stranger").await;
        let refused = facility::add_category(&stranger, CategoryForm::default()).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let post = hall.town.head_post("general");
        let kept = hall.room(|form| form.manager = Some(post)).await;
        let other = hall.room(|_| {}).await;
        let refused = facility::add(&stranger, settings(&hall, kept).await).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let keeper = hall.cx("general_head").await;
        let rows = facility::manage(&keeper).await.unwrap();
        assert_eq!(
            rows.iter().map(|row| row.facility.id).collect::<Vec<_>>(),
            [kept]
        );
        let mut set = settings(&hall, kept).await;
        set.place = "本庁舎3階".to_owned();
        let _ = facility::change(&keeper, kept, 1, set.clone())
            .await
            .unwrap();
        let refused = facility::change(&keeper, other, 1, settings(&hall, other).await).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let stale = facility::change(&keeper, kept, 1, set.clone()).await;
        assert!(matches!(stale, Err(Fault::Conflict(_))));
        set.manager = None;
        let refused = facility::change(&keeper, kept, 2, set.clone()).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let admin = hall.cx("administrator").await;
        let _ = facility::change(&admin, kept, 2, set).await.unwrap();
        assert!(facility::manage(&keeper).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn settings_are_refused_field_by_field() {
    for hall in Hall::both("nogata").await {
        let admin = hall.cx("administrator").await;
        let wrong = FacilityForm {
            units: 2,
            before_minutes: -1,
            capacity: Some(0),
            ..FacilityForm::default()
        };
        let refused = facility::add(&admin, wrong).await;
        let found: Vec<String> = fields(refused)
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        let expected = [
            "units",
            "capacity",
            "before_minutes",
            "bookers",
            "category",
            "code",
            "name_ja",
        ];
        assert_eq!(found, expected);
        let room = hall.room(|_| {}).await;
        let again = facility::add(&admin, settings(&hall, room).await).await;
        assert_eq!(fields(again), [("code".to_owned(), "taken")]);
        let mut set = settings(&hall, room).await;
        set.kind = FacilityKind::Car;
        let refused = facility::change(&admin, room, 1, set).await;
        assert_eq!(fields(refused), [("kind".to_owned(), "fixed")]);
    }
}

#[tokio::test]
async fn no_fewer_than_are_booked_and_not_retired_while_booked() {
    for hall in Hall::both("nogata").await {
        let admin = hall.cx("administrator").await;
        let projectors = hall.equipment(5).await;
        let clerk = hall.cx("clerk").await;
        let three = BookingForm {
            quantity: 3,
            ..form(projectors, time!(9:00), time!(10:00))
        };
        let booked = book(&clerk, three).await.unwrap();
        let mut set = settings(&hall, projectors).await;
        set.units = 2;
        let refused = facility::change(&admin, projectors, 1, set.clone()).await;
        assert_eq!(fields(refused), [("units".to_owned(), "out_of_range")]);
        set.units = 3;
        let _ = facility::change(&admin, projectors, 1, set).await.unwrap();
        let refused = facility::retire(&admin, projectors, 2, None).await;
        assert!(
            matches!(refused, Err(Fault::Conflict(conflict)) if conflict.code == "still_booked")
        );
        let _ = yakusho_scheduling::booking::cancel(&clerk, booked.id, 1, "")
            .await
            .unwrap();
        let _ = facility::retire(&admin, projectors, 2, None).await.unwrap();
        let refused = book(&clerk, form(projectors, time!(9:00), time!(10:00))).await;
        assert_eq!(fields(refused), [("facility".to_owned(), "retired")]);
        assert!(facility::list(&clerk, None, None).await.unwrap().is_empty());
        assert_eq!(facility::manage(&admin).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_file_is_tried_out_and_every_fault_has_line_and_column() {
    for hall in Hall::both("nogata").await {
        let admin = hall.cx("administrator").await;
        let room = hall.room(|_| {}).await;
        let file = "管理番号,種別,分類,名称,数量,月,休日\n\
                    R001,車,会議室,第一会議室,1,,休\n\
                    ,部屋,会議室,第二会議室,1,9時から,休\n\
                    \n\
                    E001,備品,倉庫,延長コード,多数,,晴\n\
                    R001,部屋,会議室,重複,1,,休\n";
        let plan = facility::try_import(&admin, file.as_bytes()).await.unwrap();
        let found: Vec<_> = plan
            .faults
            .iter()
            .map(|fault| {
                (
                    fault.line,
                    fault.column.map(Columns::code),
                    fault.reason.code(),
                )
            })
            .collect();
        let expected = [
            (2, Some("kind"), "fixed"),
            (3, Some("monday"), "malformed"),
            (3, Some("code"), "required"),
            (5, Some("category"), "unknown"),
            (5, Some("units"), "malformed"),
            (5, Some("holidays"), "unknown"),
            (6, Some("code"), "taken"),
        ];
        assert_eq!(found, expected);
        let refused = facility::import(&admin, file.as_bytes()).await;
        assert_eq!(fields(refused).len(), expected.len());
        assert_eq!(settings(&hall, room).await.name_ja, "第1会議室");

        let file = "管理番号,種別,分類,名称,数量,月,休日\n\
                    R001,部屋,会議室,大会議室,1,09:00-24:00,休\n\
                    E001,備品,会議室,延長コード,12,,開\n";
        let plan = facility::try_import(&admin, file.as_bytes()).await.unwrap();
        assert_eq!((plan.added, plan.changed, plan.faults.len()), (1, 1, 0));
        assert_eq!(*facility::import(&admin, file.as_bytes()).await.unwrap(), 2);
        let set = settings(&hall, room).await;
        assert_eq!(set.name_ja, "大会議室");
        assert_eq!(
            set.opening.on(time::Weekday::Monday).unwrap().until(),
            24 * 60
        );
        // What a file writes reads back as it was.
        let written = facility::export(&admin).await.unwrap();
        assert_eq!(*facility::import(&admin, &written).await.unwrap(), 2);
        assert_eq!(facility::export(&admin).await.unwrap(), written);
    }
}
