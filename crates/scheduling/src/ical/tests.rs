//! What is written reads back, and what others write is read.

use time::Date;
use time::macros::{date, datetime};
use yakusho_kernel::{Rng, Timestamp};
use yakusho_koyomi::Calendar;

use super::{Entry, Refused, read, write};
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
            participants: Vec::new(),
            candidates: Vec::new(),
            extra: String::new(),
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

fn one(text: &str) -> Entry {
    let (mut read, refused) = read(text, Zone::JAPAN);
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(read.len(), 1, "{text}");
    read.remove(0)
}

#[test]
fn what_is_written_reads_back() {
    let event = event(|_| {});
    let text = write(std::slice::from_ref(&event), NOW, &works);
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
    let text = write(&[series.clone(), instead], NOW, &works);
    let (entries, _) = read(&text, Zone::JAPAN);
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
    let entry = one(&write(std::slice::from_ref(&event), NOW, &works));
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
    let (read_in, refused) = read(&text, Zone::JAPAN);
    assert_eq!(read_in.len(), 1);
    let wrong = |uid: &str, property| Refused {
        uid: uid.to_owned(),
        property,
    };
    assert_eq!(refused, [wrong("a", "DTSTART"), wrong("b", "DTEND")]);
    for nonsense in [
        "",
        "BEGIN:VCALENDAR",
        "END:VEVENT",
        "\u{0}",
        "BEGIN:VEVENT\r\nDTSTART:9",
    ] {
        let (read_in, _) = read(nonsense, Zone::JAPAN);
        assert!(read_in.is_empty());
    }
}
