//! What is written reads back, and what others write is read.

use time::Date;
use time::macros::{date, datetime};
use yakusho_kernel::{Rng, Timestamp};
use yakusho_koyomi::Calendar;

use super::{Entry, Object, Read, Refused, address, addressed, read};
use crate::Authorship;
use crate::event::{Content, Event, Origin, Owner, Recurrence, Status, When};
use crate::recurrence::{OnClosed, Series, Zone};

const NOW: Timestamp = Timestamp::from_millis(1_795_132_800_000);

fn works(day: Date) -> bool {
    Calendar::default().is_working_day(day).unwrap()
}

/// A meeting every week on Tuesday, with what the test changes of it.
fn event(change: impl FnOnce(&mut Event)) -> Event {
    let rng = Rng::seeded(7);
    let person = rng.uuid(NOW).into();
    let when = When::Timed {
        start: datetime!(2026-11-24 10:00),
        end: datetime!(2026-11-24 11:30),
        zone: Zone::JAPAN,
    };
    let mut event = Event {
        id: rng.uuid(NOW).into(),
        owner: Owner::Person(person),
        by: Authorship {
            author: person,
            hand: person,
            proxy: None,
        },
        content: Content {
            title: "定例会, 第1回; 資料\\配布".to_owned(),
            place: "第1会議室".to_owned(),
            text: "一行目\n二行目".repeat(10),
            when,
            recurrence: Some(Recurrence {
                rule: "FREQ=WEEKLY;UNTIL=20270131".parse().unwrap(),
                on_closed: OnClosed::Keep,
            }),
            added: vec![datetime!(2026-11-26 10:00)],
            left_out: vec![datetime!(2026-12-01 10:00)],
            status: Status::Tentative,
            closed: true,
            free: true,
            away: false,
            participants: Vec::new(),
            candidates: Vec::new(),
            extra: String::new(),
            files: Vec::new(),
        },
        last: Some(datetime!(2027-01-31 23:59:59)),
        origin: None,
        decision: None,
        version: 1,
        created_at: NOW,
        changed_at: NOW,
        revision: 3,
    };
    change(&mut event);
    event
}

/// These events as one calendar object.
fn write(events: &[Event]) -> String {
    let object = Object::plain(events.to_vec());
    super::write(&[object], None, NOW, &works)
}

fn one(text: &str) -> Entry {
    let mut read = read(text, Zone::JAPAN);
    assert!(read.refused.is_empty(), "{read:?}");
    assert_eq!(read.entries.len(), 1, "{text}");
    read.entries.remove(0)
}

#[test]
fn what_is_written_reads_back() {
    let event = event(|_| {});
    let text = write(std::slice::from_ref(&event));
    assert!(text.contains("BEGIN:VTIMEZONE"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    let entry = one(&text);
    let content = &event.content;
    assert_eq!(entry.uid, event.id.to_string());
    assert_eq!(
        (&entry.title, &entry.place),
        (&content.title, &content.place)
    );
    assert_eq!(entry.text, content.text);
    assert_eq!(entry.when, content.when);
    assert_eq!(
        entry.rule.as_deref(),
        Some("FREQ=WEEKLY;UNTIL=20270131T145959Z")
    );
    assert_eq!(
        (entry.added, entry.left_out),
        (content.added.clone(), content.left_out.clone())
    );
    assert_eq!(
        (entry.status, entry.closed, entry.free),
        (Status::Tentative, true, true)
    );
}

#[test]
fn whole_days_and_dates_in_the_place_of_others_read_back() {
    let series = event(|event| {
        let days = When::Days {
            first: date!(2026 - 11 - 24),
            last: date!(2026 - 11 - 25),
        };
        event.content.when = days;
        event.content.added.clear();
        event.content.left_out = vec![datetime!(2026-12-01 0:00)];
    });
    let instead = event(|event| {
        event.id = Rng::seeded(8).uuid(NOW).into();
        event.content = series.content.clone();
        event.content.recurrence = None;
        event.content.left_out.clear();
        event.origin = Some(Origin {
            series: series.id,
            original: datetime!(2026-12-01 0:00),
        });
    });
    let text = write(&[series.clone(), instead]);
    let entries = read(&text, Zone::JAPAN).entries;
    assert_eq!(entries[0].when, series.content.when);
    assert_eq!(
        entries[0].rule.as_deref(),
        Some("FREQ=WEEKLY;UNTIL=20270131")
    );
    assert!(entries[0].left_out.is_empty(), "another event stands there");
    assert_eq!(entries[1].original, Some(datetime!(2026-12-01 0:00)));
    assert_eq!(entries[0].uid, entries[1].uid);
}

#[test]
fn what_closed_days_move_is_written_as_it_is() {
    // The 31st of a month, or the working day before.
    let event = event(|event| {
        let recurrence = Recurrence {
            rule: "FREQ=MONTHLY;BYMONTHDAY=-1".parse().unwrap(),
            on_closed: OnClosed::Previous,
        };
        event.content.recurrence = Some(recurrence);
        event.content.when = event.content.when.from_start(datetime!(2026-11-30 10:00));
        event.content.added.clear();
        event.content.left_out.clear();
        event.last = None;
    });
    let entry = one(&write(std::slice::from_ref(&event)));
    let plain = Series {
        rule: entry.rule.map(|rule| rule.parse().unwrap()),
        added: entry.added,
        left_out: entry.left_out,
        ..Series::once(entry.when.start())
    };
    let year = (datetime!(2026-11-01 0:00), datetime!(2027-11-01 0:00));
    let starts = |series: &Series| {
        let found = series.within(year.0, year.1, &works);
        found.iter().map(|it| it.start).collect::<Vec<_>>()
    };
    assert_eq!(starts(&plain), starts(&event.series()));
    assert!(starts(&plain).contains(&datetime!(2026-12-28 10:00)));
}

#[test]
fn of_a_long_series_the_holidays_of_the_last_year_are_left_out_as_well() {
    let workdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
    let long = event(|event| {
        event.content.when = event.content.when.from_start(datetime!(2022-11-24 10:00));
        event.content.recurrence = Some(Recurrence {
            rule: workdays.parse().unwrap(),
            on_closed: OnClosed::Next,
        });
        event.content.added.clear();
        event.content.left_out.clear();
        event.last = None;
    });
    let entry = one(&write(std::slice::from_ref(&long)));
    // New year's day of 2027 and of 2028, the latter of which falls on a Saturday.
    for (day, closed) in [
        (datetime!(2027-01-01 10:00), true),
        (datetime!(2028-09-22 10:00), true),
        (datetime!(2028-01-01 10:00), false),
    ] {
        assert_eq!(entry.left_out.contains(&day), closed, "{day}");
    }
    // Of more dates than anybody plans, those that are to come.
    let hourly = event(|event| {
        event.content.when = event.content.when.from_start(datetime!(2022-11-24 10:00));
        event.content.recurrence = Some(Recurrence {
            rule: "FREQ=HOURLY".parse().unwrap(),
            on_closed: OnClosed::Skip,
        });
        event.content.added.clear();
        event.content.left_out.clear();
        event.last = None;
    });
    let entry = one(&write(std::slice::from_ref(&hourly)));
    assert!(entry.left_out.contains(&datetime!(2026-11-23 10:00)));
}

#[test]
fn what_others_write_is_read_on_the_right_clock() {
    let event = |lines: &str| {
        let text = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        one(&text).when
    };
    let timed = |start, end, zone: &str| When::Timed {
        start,
        end,
        zone: zone.parse().unwrap(),
    };
    assert_eq!(
        event("DTSTART:20261124T010000Z\r\nDURATION:PT90M"),
        timed(
            datetime!(2026-11-24 10:00),
            datetime!(2026-11-24 11:30),
            "Asia/Tokyo"
        )
    );
    assert_eq!(
        event(
            "DTSTART;TZID=America/New_York:20261124T100000\r\nDTEND;TZID=America/New_York:20261124T110000"
        ),
        timed(
            datetime!(2026-11-24 10:00),
            datetime!(2026-11-24 11:00),
            "America/New_York"
        )
    );
    assert_eq!(
        event("DTSTART;TZID=Tokyo Standard Time:20261124T100000"),
        timed(
            datetime!(2026-11-24 10:00),
            datetime!(2026-11-24 10:00),
            "Asia/Tokyo"
        )
    );
    assert_eq!(
        event("DTSTART;VALUE=DATE:20261124"),
        When::Days {
            first: date!(2026 - 11 - 24),
            last: date!(2026 - 11 - 24)
        }
    );
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    let event =
        |uid: &str, rest: &str| format!("BEGIN:VEVENT\r\nUID:{uid}\r\n{rest}\r\nEND:VEVENT\r\n");
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}{}{}END:VCALENDAR\r\n",
        event("a", "SUMMARY:x"),
        event("b", "DTSTART:20261124T010000Z\r\nDTEND:20261123T010000Z"),
        event("c", "DTSTART:20261124T010000Z"),
    );
    let read_in = read(&text, Zone::JAPAN);
    assert_eq!(read_in.entries.len(), 1);
    assert_eq!(read_in.entries[0].line, 12);
    let wrong = |line, uid: &str, property| Refused {
        line,
        component: "VEVENT".to_owned(),
        uid: uid.to_owned(),
        property,
    };
    let refused = [wrong(3, "a", "DTSTART"), wrong(7, "b", "DTEND")];
    assert_eq!(read_in.refused, refused);
    for nonsense in [
        "",
        "BEGIN:VCALENDAR",
        "END:VEVENT",
        "\u{0}",
        "BEGIN:VEVENT\r\nDTSTART:9",
    ] {
        assert!(read(nonsense, Zone::JAPAN).entries.is_empty());
    }
}

#[test]
fn what_there_is_no_place_for_is_kept_for_the_owner_alone() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261124T010000Z\r\n\
        CATEGORIES:予算,議会\r\nX-OTHER;A=b:c\r\nATTENDEE;CN=外:mailto:outside@example.com\r\n\
        BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let entry = one(text);
    for line in [
        "CATEGORIES:予算,議会",
        "outside@example.com",
        "TRIGGER:-PT15M",
    ] {
        assert!(entry.extra.contains(line), "{entry:?}");
    }
    assert!(!entry.extra.contains("DTSTART"));
    let event = event(|event| event.content.extra.clone_from(&entry.extra));
    assert!(!write(std::slice::from_ref(&event)).contains("VALARM"));
    let object = Object {
        extra: true,
        ..Object::plain(vec![event])
    };
    let again = super::write(&[object], None, NOW, &works);
    assert_eq!(one(&again).extra, entry.extra);
}

#[test]
fn people_are_known_by_their_addresses_and_others_are_not() {
    let id = Rng::seeded(1).uuid(NOW);
    assert_eq!(addressed(&address(id)), Some(id));
    assert_eq!(addressed(&address(id).to_uppercase()), Some(id));
    for other in [
        "",
        "mailto:a@example.com",
        "urn:uuid:",
        "urn:uuid:1",
        "会議",
    ] {
        assert_eq!(addressed(other), None);
    }
}

#[test]
fn a_message_says_what_it_asks_and_a_to_do_is_named_as_such() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
    let Read {
        method, refused, ..
    } = read(text, Zone::JAPAN);
    assert_eq!(method.as_deref(), Some("REQUEST"));
    assert_eq!(refused[0].component, "VTODO");
}
