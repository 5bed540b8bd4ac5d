//! Calendars as programs outside keep copies of them.

use time::macros::date;
use uuid::Uuid;
use yakusho_accounts::calendar as closed_days;
use yakusho_kernel::Outbox;
use yakusho_scheduling::calendar::{
    self, Changes, Condition, Export, Import, PutError, Select, Stored,
};
use yakusho_scheduling::event::{self, Answer, EventForm, Owner, Part, RecurrenceForm};
use yakusho_scheduling::ical::address;
use yakusho_scheduling::recurrence::OnClosed;

use super::event_files::{files, upload};
use super::{Hall, hours, starts};

/// A calendar of these lines, as one event each.
pub(super) fn text(events: &[&str]) -> String {
    let events: Vec<String> = events
        .iter()
        .map(|lines| format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n"))
        .collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n",
        events.concat()
    )
}

const MEETING: &str = "UID:a@phone\r\nSUMMARY:打合せ\r\nDTSTART;TZID=Asia/Tokyo:20261125T100000\r\n\
    DTEND;TZID=Asia/Tokyo:20261125T110000";

const SERIES: &str = "UID:s@phone\r\nSUMMARY:朝会\r\nDTSTART;TZID=Asia/Tokyo:20261123T090000\r\n\
    DTEND;TZID=Asia/Tokyo:20261123T091500\r\nRRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;TZID=Asia/Tokyo:20261124T090000";

const INSTEAD: &str = "UID:s@phone\r\nSUMMARY:朝会(会議室)\r\nRECURRENCE-ID;TZID=Asia/Tokyo:20261125T090000\r\n\
    DTSTART;TZID=Asia/Tokyo:20261125T130000\r\nDTEND;TZID=Asia/Tokyo:20261125T131500";

impl Hall {
    pub(super) fn holder(&self, key: &str) -> Uuid {
        self.town.person(key).into()
    }

    pub(super) async fn put(
        &self,
        key: &str,
        name: &str,
        text: &str,
        condition: Condition,
    ) -> Result<bool, PutError> {
        let cx = self.cx(key).await;
        let put = calendar::put(&cx, self.holder(key), name, text, condition).await?;
        Ok(put.into_inner().created)
    }

    pub(super) async fn stored(&self, key: &str) -> Vec<Stored> {
        let cx = self.cx(key).await;
        let holder = self.holder(key);
        calendar::objects(&cx, holder, Select::All).await.unwrap()
    }

    async fn changes(&self, key: &str, since: i64) -> Changes {
        let cx = self.cx(key).await;
        calendar::changes(&cx, self.holder(key), since)
            .await
            .unwrap()
    }

    pub(super) async fn seq(&self, key: &str) -> i64 {
        let cx = self.cx(key).await;
        let collection = calendar::collection(&cx, self.holder(key)).await;
        collection.unwrap().seq
    }
}

#[tokio::test]
async fn what_a_program_puts_is_in_the_calendar_and_comes_back_under_its_name() {
    for hall in Hall::both("nogata").await {
        let name = "会議 1.ics";
        let absent = Condition::Absent;
        assert!(
            hall.put("clerk", name, &text(&[MEETING]), absent)
                .await
                .unwrap()
        );
        let again = hall.put("clerk", name, &text(&[MEETING]), absent).await;
        assert!(matches!(again, Err(PutError::Condition)));
        assert_eq!(starts(&hall.items("clerk", "clerk").await), ["11-25 10:00"]);
        let stored = hall.stored("clerk").await;
        assert_eq!((stored.len(), stored[0].name.as_str()), (1, name));
        let said = stored[0].text(hall.cx("clerk").await.now(), &|_| true);
        assert!(
            said.contains("UID:a@phone") && said.contains("SUMMARY:打合せ"),
            "{said}"
        );

        let moved = text(&[&MEETING.replace("20261125", "20261126")]);
        let stale = Condition::Seq(stored[0].seq + 1);
        let refused = hall.put("clerk", name, &moved, stale).await;
        assert!(matches!(refused, Err(PutError::Condition)));
        let current = Condition::Seq(stored[0].seq);
        assert!(!hall.put("clerk", name, &moved, current).await.unwrap());
        assert_eq!(starts(&hall.items("clerk", "clerk").await), ["11-26 10:00"]);
        assert!(hall.stored("clerk").await[0].seq > stored[0].seq);

        let twice = hall.put("clerk", "other.ics", &moved, absent).await;
        assert!(matches!(twice, Err(PutError::Uid(other)) if other == name));
    }
}

#[tokio::test]
async fn a_series_is_put_with_what_stands_in_the_place_of_its_dates() {
    for hall in Hall::both("nogata").await {
        let whole = text(&[SERIES, INSTEAD]);
        hall.put("clerk", "s.ics", &whole, Condition::None)
            .await
            .unwrap();
        let expected = ["11-23 09:00", "11-25 13:00", "11-26 09:00", "11-27 09:00"];
        assert_eq!(starts(&hall.items("clerk", "clerk").await), expected);
        let stored = hall.stored("clerk").await;
        assert_eq!((stored.len(), stored[0].events().len()), (1, 2));

        // The same again changes nothing but the number.
        hall.put("clerk", "s.ics", &whole, Condition::None)
            .await
            .unwrap();
        assert_eq!(starts(&hall.items("clerk", "clerk").await), expected);

        // Without it, the date is one of the series again.
        hall.put("clerk", "s.ics", &text(&[SERIES]), Condition::None)
            .await
            .unwrap();
        let expected = ["11-23 09:00", "11-25 09:00", "11-26 09:00", "11-27 09:00"];
        assert_eq!(starts(&hall.items("clerk", "clerk").await), expected);

        let none = INSTEAD.replace("20261125T090000", "20261130T090000");
        let refused = hall
            .put("clerk", "s.ics", &text(&[SERIES, &none]), Condition::None)
            .await;
        assert!(matches!(refused, Err(PutError::Booking(_))));
        assert_eq!(starts(&hall.items("clerk", "clerk").await), expected);
    }
}

#[tokio::test]
async fn what_hangs_on_an_event_stays_when_a_program_writes_it_back() {
    for hall in Hall::both("nogata").await {
        let put = async |events: &[&str]| {
            hall.put("clerk", "s.ics", &text(events), Condition::None)
                .await
                .unwrap();
            let stored = hall.stored("clerk").await.remove(0);
            let ids: Vec<_> = stored.events().iter().map(|event| event.id).collect();
            ids
        };
        let series = put(&[SERIES]).await[0];
        let file = upload(&hall, "clerk", "次第.txt").await;
        let form = EventForm {
            recurrence: Some(RecurrenceForm {
                rule: "FREQ=DAILY;COUNT=5".to_owned(),
                on_closed: OnClosed::Keep,
            }),
            files: Some(vec![file.id]),
            ..EventForm::new(hall.owner("clerk"), "朝会", hours("2026-11-23 09:00", 1))
        };
        let cx = hall.cx("clerk").await;
        let _ = event::edit(&cx, series, 1, Part::All, &form).await.unwrap();

        // What comes to stand in the place of a date has copies, which are its own from then on.
        let standing = put(&[SERIES, INSTEAD]).await;
        let date = standing.into_iter().find(|id| *id != series).unwrap();
        assert_eq!(files(&hall, series).await, std::slice::from_ref(&file));
        let copies = files(&hall, date).await;
        assert_eq!((copies.len(), &copies[0].name), (1, &file.name));
        assert_ne!(copies[0].id, file.id);

        let other = INSTEAD.replace("会議室", "講堂");
        assert!(put(&[SERIES, &other]).await.contains(&date));
        assert_eq!(files(&hall, series).await, [file]);
        assert_eq!(files(&hall, date).await, copies);
    }
}

#[tokio::test]
async fn whoever_knows_a_number_is_told_of_every_change_after_it() {
    for hall in Hall::both("nogata").await {
        assert_eq!(hall.seq("clerk").await, 0);
        hall.put("clerk", "a.ics", &text(&[MEETING]), Condition::None)
            .await
            .unwrap();
        hall.put("clerk", "s.ics", &text(&[SERIES]), Condition::None)
            .await
            .unwrap();
        let before = hall.seq("clerk").await;
        assert_eq!(hall.changes("clerk", 0).await.there.len(), 2);
        assert_eq!(hall.changes("clerk", before).await.there, []);

        // A date of the series is changed on its page.
        let series = hall
            .stored("clerk")
            .await
            .into_iter()
            .find(|one| one.name == "s.ics");
        let root = series.unwrap().root;
        let cx = hall.cx("clerk").await;
        let revision = event::show(&cx, root).await.unwrap().event.revision;
        let date = Part::This(super::at("2026-11-26 09:00"));
        let _ = event::cancel(&cx, root, revision, date).await.unwrap();
        let changes = hall.changes("clerk", before).await;
        assert_eq!(changes.there.len(), 1);
        assert_eq!(changes.there[0].0, "s.ics");

        let _ = calendar::delete(&cx, hall.holder("clerk"), "a.ics", Condition::There)
            .await
            .unwrap();
        let gone = hall.changes("clerk", changes.seq).await;
        assert_eq!((gone.there.len(), gone.gone), (0, vec!["a.ics".to_owned()]));

        // Its name and UID are free again.
        let absent = Condition::Absent;
        assert!(
            hall.put("clerk", "a.ics", &text(&[MEETING]), absent)
                .await
                .unwrap()
        );
        let changes = hall.changes("clerk", changes.seq).await;
        assert_eq!((changes.there.len(), changes.gone.len()), (1, 0));
    }
}

#[tokio::test]
async fn who_takes_part_has_it_in_their_calendar_and_answers_there() {
    for hall in Hall::both("nogata").await {
        let other = hall.town.person("head");
        let invited = format!(
            "{MEETING}\r\nORGANIZER:{}\r\nATTENDEE:{}",
            address(hall.town.person("clerk")),
            address(other)
        );
        hall.put("clerk", "a.ics", &text(&[&invited]), Condition::None)
            .await
            .unwrap();
        assert!(
            hall.told("head")
                .await
                .contains(&"event.invited".to_owned())
        );
        let theirs = hall.stored("head").await.remove(0);
        let before = hall.seq("clerk").await;
        let says = |answer: &str| {
            let line = format!("ATTENDEE;PARTSTAT={answer}:{}", address(other));
            text(&[&format!("{MEETING}\r\n{line}")])
        };
        hall.put("head", &theirs.name, &says("ACCEPTED"), Condition::There)
            .await
            .unwrap();
        let view = event::show(&hall.cx("clerk").await, theirs.root)
            .await
            .unwrap();
        assert_eq!(view.participants[0].said.whole, Answer::Accepted);
        assert_eq!(hall.changes("clerk", before).await.there.len(), 1);

        let moved = says("ACCEPTED").replace("20261125", "20261126");
        let refused = hall
            .put("head", &theirs.name, &moved, Condition::None)
            .await;
        assert!(matches!(refused, Err(PutError::NotOwner)));

        let cx = hall.cx("head").await;
        let _ = calendar::delete(&cx, hall.holder("head"), &theirs.name, Condition::None)
            .await
            .unwrap();
        assert_eq!(hall.stored("head").await.len(), 0);
        assert_eq!(hall.stored("clerk").await.len(), 1);
        let view = event::show(&hall.cx("clerk").await, theirs.root)
            .await
            .unwrap();
        assert_eq!(view.participants[0].said.whole, Answer::Declined);
    }
}

#[tokio::test]
async fn anothers_calendar_has_no_objects_and_what_cannot_be_kept_is_named() {
    for hall in Hall::both("nogata").await {
        hall.put("clerk", "a.ics", &text(&[MEETING]), Condition::None)
            .await
            .unwrap();
        let cx = hall.cx("stranger").await;
        assert!(
            calendar::objects(&cx, hall.holder("clerk"), Select::All)
                .await
                .is_err()
        );
        let put = |text: String| {
            let hall = &hall;
            async move { hall.put("clerk", "b.ics", &text, Condition::None).await }
        };
        let other = MEETING.replace("a@phone", "b@phone");
        assert!(matches!(
            put(text(&[MEETING, &other])).await,
            Err(PutError::NotOne)
        ));
        assert!(matches!(put(String::new()).await, Err(PutError::NotOne)));
        let to_do = text(&[&other]).replace("VEVENT", "VTODO");
        assert!(matches!(put(to_do).await, Err(PutError::Component(name)) if name == "VTODO"));
        let timeless = text(&["UID:c"]);
        assert!(matches!(
            put(timeless).await,
            Err(PutError::Unreadable("DTSTART"))
        ));
        let nul = text(&[&other.replace("打合せ", "\0")]);
        assert!(matches!(put(nul).await, Err(PutError::Unreadable(_))));
        // What looks like personal information needs a decision, which no program takes.
        let personal = text(&[&other.replace("打合せ", "佐藤様 090-1234-5678")]);
        assert!(matches!(put(personal).await, Err(PutError::Booking(_))));
    }
}

#[tokio::test]
async fn a_file_is_looked_at_taken_in_and_doubles_nothing() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let owner = Owner::Person(hall.town.person("clerk"));
        let file = text(&[MEETING, "UID:none", SERIES, INSTEAD]);
        let import = |dry_run| Import {
            owner,
            text: &file,
            dry_run,
        };
        let looked = calendar::import(&cx, &import(true)).await.unwrap();
        let lines: Vec<u32> = looked.taken.iter().map(|taken| taken.line).collect();
        assert_eq!(lines, [3, 12]);
        assert_eq!(looked.faults.len(), 1);
        assert_eq!(
            (looked.faults[0].line, looked.faults[0].field.as_str()),
            (9, "DTSTART")
        );
        assert_eq!(hall.stored("clerk").await.len(), 0);

        let taken = calendar::import(&cx, &import(false)).await.unwrap();
        assert_eq!(taken, looked);
        assert_eq!(hall.stored("clerk").await.len(), 2);
        let again = calendar::import(&cx, &import(false)).await.unwrap();
        assert!(again.taken.iter().all(|taken| taken.changes));
        assert_eq!(hall.stored("clerk").await.len(), 2);

        // What is written out comes in as what it was.
        let days = Export::Days(owner, date!(2026 - 11 - 01), date!(2026 - 12 - 31));
        let written = calendar::export(&cx, days).await.unwrap();
        let back = Import {
            owner,
            text: &written,
            dry_run: false,
        };
        let back = calendar::import(&cx, &back).await.unwrap();
        assert_eq!((back.taken.len(), back.faults.len()), (2, 0));
        let expected = [
            "11-23 09:00",
            "11-25 10:00",
            "11-25 13:00",
            "11-26 09:00",
            "11-27 09:00",
        ];
        let mut found = starts(&hall.items("clerk", "clerk").await);
        found.sort();
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn a_query_costs_the_same_however_much_is_in_the_calendar() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let count = async || {
            let all = calendar::objects(&cx, hall.holder("clerk"), Select::All);
            hall.world.statements_of(all).await.0
        };
        hall.put("clerk", "s.ics", &text(&[SERIES, INSTEAD]), Condition::None)
            .await
            .unwrap();
        let one = count().await;
        for n in 0..5 {
            let more = SERIES.replace("s@phone", &format!("{n}@phone"));
            let name = format!("{n}.ics");
            hall.put("clerk", &name, &text(&[&more]), Condition::None)
                .await
                .unwrap();
        }
        assert_eq!(count().await, one);
    }
}

#[tokio::test]
async fn a_message_about_an_event_is_no_file_of_events() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let owner = Owner::Person(hall.town.person("clerk"));
        for (method, brings) in [
            ("REPLY", false),
            ("CANCEL", false),
            ("counter", false),
            ("PUBLISH", true),
            ("REQUEST", true),
        ] {
            let version = format!("VERSION:2.0\r\nMETHOD:{method}");
            let file = text(&[MEETING]).replace("VERSION:2.0", &version);
            let import = Import {
                owner,
                text: &file,
                dry_run: !brings,
            };
            let imported = calendar::import(&cx, &import).await.unwrap();
            let faults = imported.faults.iter();
            let faults: Vec<_> = faults
                .map(|fault| (fault.field.as_str(), fault.reason.code()))
                .collect();
            let expected: &[_] = if brings {
                &[]
            } else {
                &[("METHOD", "event_message")]
            };
            assert_eq!(faults, expected, "{method}");
            assert_eq!(imported.taken.len(), usize::from(brings), "{method}");
        }
    }
}

#[tokio::test]
async fn a_date_that_somebody_declines_is_one_for_all_others() {
    for hall in Hall::both("nogata").await {
        let (clerk, head) = (hall.town.person("clerk"), hall.town.person("head"));
        let series = |says: &str| {
            let (clerk, head) = (address(clerk), address(head));
            format!("{SERIES}\r\nORGANIZER:{clerk}\r\nATTENDEE{says}:{head}")
        };
        let put = async |key: &str, name: &str, events: &[&str]| {
            let text = text(events);
            hall.put(key, name, &text, Condition::None).await
        };
        put("clerk", "s.ics", &[&series("")]).await.unwrap();
        let says = async |key: &str| {
            let stored = hall.stored(key).await.remove(0);
            stored
                .text(hall.cx(key).await.now(), &|_| true)
                .replace("\r\n ", "")
        };
        let name = hall.stored("head").await.remove(0).name;
        let days = async |key: &str| starts(&hall.items(key, key).await).len();
        let accepted = series(";PARTSTAT=ACCEPTED");

        // A date that is left out is declined, and one that stands by itself is answered by itself.
        let without = format!("{accepted}\r\nEXDATE;TZID=Asia/Tokyo:20261126T090000");
        let instead = |says: &str| {
            let head = address(head);
            format!(
                "UID:s@phone\r\nSUMMARY:朝会\r\nRECURRENCE-ID;TZID=Asia/Tokyo:20261125T090000\r\n\
                 DTSTART;TZID=Asia/Tokyo:20261125T090000\r\nDTEND;TZID=Asia/Tokyo:20261125T091500\r\n\
                 ATTENDEE;PARTSTAT={says}:{head}"
            )
        };
        put("head", &name, &[&without, &instead("TENTATIVE")])
            .await
            .unwrap();
        let theirs = says("head").await;
        assert!(
            theirs.contains("EXDATE;TZID=Asia/Tokyo:20261124T090000,20261126T090000"),
            "{theirs}"
        );
        assert_eq!(theirs.matches("PARTSTAT=TENTATIVE").count(), 1, "{theirs}");
        let own = says("clerk").await;
        for (says, count) in [("ACCEPTED", 1), ("TENTATIVE", 1), ("DECLINED", 1)] {
            let says = format!("PARTSTAT={says}");
            assert_eq!(own.matches(&says).count(), count, "{own}");
        }
        assert_eq!(own.matches("RECURRENCE-ID").count(), 2, "{own}");

        // Written back by its owner, it is one series still, and by the other, nothing else is answered.
        hall.put("clerk", "s.ics", &own, Condition::There)
            .await
            .unwrap();
        assert_eq!(hall.stored("clerk").await[0].events().len(), 1);
        hall.put("head", &name, &theirs, Condition::There)
            .await
            .unwrap();
        assert_eq!(says("clerk").await.matches("RECURRENCE-ID").count(), 2);
        assert_eq!(days("clerk").await, 4);

        // Taken back.
        put("head", &name, &[&accepted]).await.unwrap();
        assert_eq!(says("clerk").await.matches("RECURRENCE-ID").count(), 0);
        let moved = instead("ACCEPTED").replace(
            "DTSTART;TZID=Asia/Tokyo:20261125T09",
            "DTSTART;TZID=Asia/Tokyo:20261125T08",
        );
        let refused = put("head", &name, &[&accepted, &moved]).await;
        assert!(matches!(refused, Err(PutError::NotOwner)));
    }
}

#[tokio::test]
async fn a_day_that_is_closed_changes_the_calendars_whose_dates_it_moves() {
    for hall in Hall::both("nogata").await {
        let series = async |key: &str, on_closed| {
            let recurrence = RecurrenceForm {
                rule: "FREQ=WEEKLY".to_owned(),
                on_closed,
            };
            hall.event(key, |form| form.recurrence = Some(recurrence))
                .await
        };
        series("clerk", OnClosed::Next).await;
        series("head", OnClosed::Keep).await;
        let outbox = Outbox::new().on("closed_days", event::follow_closed_days);
        let administrator = hall.cx("administrator").await;
        let close = async |day| {
            let new = closed_days::NewOwnDay {
                day,
                word: closed_days::Word::Closed,
                reason: "開庁記念日".to_owned(),
            };
            let id = closed_days::set(&administrator, new)
                .await
                .unwrap()
                .into_inner();
            assert_eq!(outbox.deliver(&hall.world.env).await.unwrap(), (1, 0));
            id
        };
        let seqs = async || (hall.seq("clerk").await, hall.seq("head").await);
        let before = seqs().await;
        // A Thursday concerns nobody, and the Wednesday the one of the two whose dates it moves.
        close(date!(2026 - 12 - 03)).await;
        assert_eq!(seqs().await, before);
        let wednesday = close(date!(2026 - 12 - 02)).await;
        let closed = seqs().await;
        assert_eq!((closed.0 - before.0, closed.1), (1, before.1));
        let stored = hall.stored("clerk").await.remove(0);
        assert_eq!(stored.seq, closed.0);
        let revision = closed_days::get(&administrator, wednesday)
            .await
            .unwrap()
            .revision;
        let _ = closed_days::withdraw(&administrator, wednesday, revision)
            .await
            .unwrap();
        assert_eq!(outbox.deliver(&hall.world.env).await.unwrap(), (1, 0));
        assert_eq!(seqs().await, (closed.0 + 1, before.1));
    }
}
