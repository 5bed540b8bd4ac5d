//! The plan, what is not free, the use that was made, and files.

use time::Duration;
use time::macros::{date, time};
use yakusho_kernel::{Fault, Timestamp};
use yakusho_scheduling::booking::{self, BookingForm};
use yakusho_scheduling::facility::{self, BlackoutForm, Slot};
use yakusho_sheet::Columns as _;

use super::{DAY, at, book, fields, form, office, slot};
use crate::Hall;

#[tokio::test]
async fn a_plan_has_hours_bookings_and_blackouts_in_statements_that_do_not_grow() {
    for hall in Hall::both("nogata").await {
        let first = hall.room(|form| form.opening = office()).await;
        hall.book("clerk", first, time!(10:00), time!(11:00))
            .await
            .unwrap();
        hall.book("head", first, time!(9:00), time!(10:00))
            .await
            .unwrap();
        let admin = hall.cx("administrator").await;
        let blackout = BlackoutForm {
            starts_at: at(time!(15:00)),
            ends_at: at(time!(17:00)),
            reason: "清掃".to_owned(),
        };
        let _ = facility::add_blackout(&admin, first, blackout)
            .await
            .unwrap();
        let cx = hall.cx("clerk").await;
        let week = booking::plan(&cx, None, None, date!(2026 - 11 - 23), 7);
        let (statements, rows) = hall.world.statements_of(week).await;
        let rows = rows.unwrap();
        let [row] = &rows[..] else { panic!("one room") };
        let names: Vec<_> = row
            .booked
            .iter()
            .map(|one| (&*one.name, one.mine))
            .collect();
        assert_eq!(names, [("中野 恵", false), ("佐藤 花子", true)]);
        assert_eq!(row.blackouts.len(), 1);
        // The 23rd is a holiday, the 28th a Saturday.
        let open: Vec<bool> = row.days.iter().map(|day| day.open.is_some()).collect();
        assert_eq!(open, [false, true, true, true, true, false, false]);
        for _ in 0..10 {
            let room = hall.room(|_| {}).await;
            hall.book("head", room, time!(9:00), time!(10:00))
                .await
                .unwrap();
        }
        let cx = hall.cx("clerk").await;
        let week = booking::plan(&cx, None, None, date!(2026 - 11 - 23), 7);
        let (more, rows) = hall.world.statements_of(week).await;
        assert_eq!(rows.unwrap().len(), 11);
        assert_eq!(more, statements);
        assert!(statements <= 7, "{statements}");
        let refused = booking::plan(&cx, None, None, DAY, 32).await;
        assert_eq!(fields(refused), [("days".to_owned(), "out_of_range")]);
    }
}

#[tokio::test]
async fn a_plan_says_how_many_are_left_and_how_far_ahead_one_books() {
    for hall in Hall::both("nogata").await {
        let room = hall
            .room(|form| {
                form.before_minutes = 10;
                form.after_minutes = 20;
                form.window_days = Some(5);
            })
            .await;
        hall.book("head", room, time!(11:00), time!(12:00))
            .await
            .unwrap();
        let projectors = hall.equipment(3).await;
        let cx = hall.cx("clerk").await;
        let two = BookingForm {
            quantity: 2,
            ..form(projectors, time!(13:00), time!(14:00))
        };
        book(&cx, two).await.unwrap();
        let rows = booking::plan_of(&cx, &[projectors, room], DAY, 1)
            .await
            .unwrap();
        let [first, second] = &rows[..] else {
            panic!("two facilities")
        };
        assert_eq!(first.left(slot(time!(10:00), time!(10:30))), 1);
        assert_eq!(first.left(slot(time!(10:00), time!(10:31))), 0);
        assert_eq!(first.left(slot(time!(12:29), time!(13:00))), 0);
        assert_eq!(first.left(slot(time!(12:30), time!(13:00))), 1);
        assert_eq!(second.left(slot(time!(12:00), time!(13:01))), 1);
        assert_eq!(second.left(slot(time!(14:00), time!(15:00))), 3);
        // Today is the 20th, and the 25th is the last day.
        let after = Timestamp::start_of(DAY + Duration::DAY);
        assert!(first.begins(at(time!(23:59)), cx.today()));
        assert!(!first.begins(after, cx.today()));
        assert!(second.begins(after, cx.today()));
    }
}

#[tokio::test]
async fn what_meets_no_busy_time_can_be_booked_and_what_meets_one_cannot() {
    for hall in Hall::both("nogata").await {
        let room = hall
            .room(|form| {
                form.opening = office();
                form.before_minutes = 10;
                form.after_minutes = 20;
            })
            .await;
        hall.book("head", room, time!(11:00), time!(12:00))
            .await
            .unwrap();
        let projectors = hall.equipment(3).await;
        let cx = hall.cx("clerk").await;
        let two = BookingForm {
            quantity: 2,
            ..form(projectors, time!(13:00), time!(14:00))
        };
        book(&cx, two).await.unwrap();
        let day = Slot::new(
            Timestamp::start_of(DAY),
            Timestamp::start_of(DAY + Duration::DAY),
        );
        let on = cx.reader();
        let ids = [room, projectors];
        let busy = booking::busy(&on, &cx, &ids, day.unwrap(), 1)
            .await
            .unwrap();
        let times = |id| {
            let found = busy.iter().find(|busy| busy.facility.id == id);
            found.unwrap().times.clone()
        };
        let hours: Vec<_> = times(room)
            .iter()
            .map(|slot| (slot.starts_at.local().time(), slot.ends_at.local().time()))
            .collect();
        // What was cleared until 12:20 is made ready from then on.
        let expected = [
            (time!(0:00), time!(9:00)),
            (time!(10:30), time!(12:30)),
            (time!(17:00), time!(0:00)),
        ];
        assert_eq!(hours, expected);
        assert!(times(projectors).is_empty());
        let two = booking::busy(&on, &cx, &ids, day.unwrap(), 2)
            .await
            .unwrap();
        let lacking = &two
            .iter()
            .find(|busy| busy.facility.id == projectors)
            .unwrap()
            .times;
        assert_eq!(*lacking, [slot(time!(13:00), time!(14:00))]);
        hall.book("clerk", room, time!(10:29), time!(10:31))
            .await
            .unwrap_err();
        hall.book("clerk", room, time!(12:29), time!(13:00))
            .await
            .unwrap_err();
        hall.book("clerk", room, time!(12:30), time!(13:00))
            .await
            .unwrap();
        hall.book("clerk", room, time!(9:00), time!(10:30))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn use_is_counted_by_section_for_those_who_keep_the_facility() {
    for hall in Hall::both("nogata").await {
        let post = hall.town.head_post("general");
        let room = hall
            .room(|form| {
                form.manager = Some(post);
                form.opening = office();
            })
            .await;
        let other = hall.room(|_| {}).await;
        hall.book("clerk", room, time!(9:00), time!(11:00))
            .await
            .unwrap();
        hall.book("stranger", room, time!(11:00), time!(12:00))
            .await
            .unwrap();
        hall.book("stranger", other, time!(11:00), time!(12:00))
            .await
            .unwrap();
        let gone = hall
            .book("stranger", room, time!(13:00), time!(14:00))
            .await
            .unwrap();
        let stranger = hall.cx("stranger").await;
        let _ = booking::cancel(&stranger, gone.id, 1, "").await.unwrap();
        let keeper = hall.cx("general_head").await;
        let usages = booking::usage(&keeper, DAY, DAY).await.unwrap();
        let [usage] = &usages[..] else {
            panic!("one facility")
        };
        assert_eq!(
            (usage.bookings, usage.minutes, usage.cancelled),
            (2, 180, 1)
        );
        assert_eq!((usage.open_minutes, usage.percent()), (8 * 60, 37));
        let sections: Vec<_> = usage.sections.iter().map(|one| (&*one.1, one.2)).collect();
        assert_eq!(sections, [("市民課", 120), ("企画課", 60)]);
        assert!(
            booking::usage(&stranger, DAY, DAY)
                .await
                .unwrap()
                .is_empty()
        );
        let refused = booking::usage(&keeper, DAY, date!(2026 - 11 - 24)).await;
        assert_eq!(fields(refused), [("last".to_owned(), "end_before_start")]);
        let file = booking::usage_csv(&keeper, DAY, DAY).await.unwrap();
        let text = String::from_utf8(file).unwrap();
        assert!(
            text.contains("R001,第1会議室,2,180,480,37,1,0\r\n"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_file_of_bookings_is_tried_out_and_taken_as_a_whole() {
    for hall in Hall::both("nogata").await {
        hall.room(|form| form.opening = office()).await;
        hall.room(|_| {}).await;
        let admin = hall.cx("administrator").await;
        let clerk = hall.cx("clerk").await;
        assert!(matches!(
            booking::try_import(&clerk, b"").await,
            Err(Fault::Denied(_))
        ));
        let file = "管理番号,日,開始,終了,用件,職員番号\n\
                    R001,2026-11-25,09:00,10:00,説明会,1007\n\
                    R001,令和8年11月25日,09:30,10:30,重なる,1007\n\
                    R009,2026-11-25,9時,10:00,,9999\n\
                    R001,2026-11-28,09:00,10:00,休みの日,1007\n\
                    R002,2026-11-25,11:00,10:00,逆,1007\n";
        let plan = booking::try_import(&admin, file.as_bytes()).await.unwrap();
        let found: Vec<_> = plan
            .faults
            .iter()
            .map(|fault| {
                (
                    fault.line,
                    fault.column.map(yakusho_scheduling::booking::Column::code),
                    fault.reason.code(),
                )
            })
            .collect();
        let expected = [
            (3, Some("starts_at"), "facility_taken"),
            (4, Some("facility"), "unknown"),
            (4, Some("owner"), "unknown"),
            (4, Some("starts_at"), "malformed"),
            (5, Some("starts_at"), "closed"),
            (6, Some("ends_at"), "end_before_start"),
        ];
        assert_eq!(found, expected);
        assert_eq!(
            fields(booking::import(&admin, file.as_bytes()).await).len(),
            6
        );
        let file = "管理番号,日,開始,終了日,終了,用件,職員番号\n\
                    R001,2026-11-25,09:00,,10:00,説明会,1007\n\
                    R002,2026-11-25,22:00,2026-11-26,24:00,=展示,1007\n";
        let made = booking::import(&admin, file.as_bytes()).await.unwrap();
        assert_eq!(made.len(), 2);
        let export = booking::export(&admin, DAY, DAY)
            .await
            .unwrap()
            .into_inner();
        let text = String::from_utf8(export.clone()).unwrap();
        assert!(
            text.contains("R002,2026-11-25,22:00,2026-11-27,00:00,1,'=展示,1007"),
            "{text}"
        );
        for (last, code) in [
            (DAY.previous_day().unwrap(), "end_before_start"),
            (date!(2036 - 12 - 31), "period_too_long"),
        ] {
            let refused = booking::export(&admin, DAY, last).await;
            assert_eq!(fields(refused), [("last".to_owned(), code)]);
        }
        // What was written reads back, and is all taken.
        let again = booking::try_import(&admin, &export).await.unwrap();
        let codes: Vec<_> = again
            .faults
            .iter()
            .map(|fault| fault.reason.code())
            .collect();
        assert_eq!(codes, ["facility_taken"; 2]);
    }
}
