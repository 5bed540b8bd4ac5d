//! The schedule of the seeded town hall: the weeks around today, so full as those of people at work are.

use time::{Date, Duration, Time};
use yakusho_kernel::{Fault, PersonId, UnitId};
use yakusho_scheduling::booking::{FACILITY_TAKEN, Wanted};
use yakusho_scheduling::event::{self, EventForm, Owner, RecurrenceForm, Status, When};
use yakusho_scheduling::facility::FacilityId;
use yakusho_scheduling::recurrence::{Local, OnClosed, Zone};

use crate::city::Rank;
use crate::facilities::Facilities;
use crate::organisation::Town;
use crate::past::Past;

/// How many events are brought over in one act.
const IN_ONE_ACT: usize = 4_000;

/// How many people have a full schedule: in a larger town hall, the sections that come first.
const PEOPLE: usize = 400;

/// How many working days the schedule covers, from before today on.
const DAYS: std::ops::Range<i64> = -6..16;

/// Of what somebody has by themselves: the title, the place, the first hour, how long in half hours, and whether others see
/// only that the time is taken.
const OWN: [(&str, &str, i64, i64, bool); 12] = [
    ("窓口当番", "", 9, 6, false),
    ("資料作成", "", 13, 4, false),
    ("関係課との打合せ", "", 10, 2, false),
    ("電話当番", "", 12, 2, false),
    ("現場確認", "市内", 14, 4, false),
    ("業者との打合せ", "", 15, 2, false),
    ("月例報告の取りまとめ", "", 16, 2, false),
    ("県の担当者会議", "県庁", 13, 8, false),
    ("通院", "", 9, 4, true),
    ("オンライン研修", "", 10, 3, false),
    ("書庫の整理", "地下書庫", 14, 3, false),
    ("来客", "", 11, 2, false),
];

/// What lasts whole days: the title, the place, how many days, and whether it is closed.
const WHOLE: [(&str, &str, i64, bool); 4] = [
    ("年次休暇", "", 1, false),
    ("出張", "福岡市", 1, false),
    ("研修", "自治研修所", 2, false),
    ("特別休暇", "", 1, true),
];

/// What a section meets about.
const MEETINGS: [&str; 5] = [
    "係長会議",
    "来年度予算の検討",
    "事務改善の打合せ",
    "年末の体制の確認",
    "計画素案の検討",
];

/// A section with those who meet in it.
struct Section {
    unit: UnitId,
    people: Vec<PersonId>,
    number: usize,
}

/// Fills the schedule.
pub(crate) async fn fill(past: &Past, town: &Town, facilities: &Facilities) -> Result<(), Fault> {
    let sections = sections(town);
    // Rooms are shared out first, one section after the other, so that each time comes out alike.
    for section in &sections {
        meet(past, section, facilities).await?;
    }
    let people = sections.iter().flat_map(|section| &section.people);
    let own = people
        .enumerate()
        .flat_map(|(number, person)| work(past, number, *person));
    let own: Vec<EventForm> = own.collect();
    let morning = Time::MIDNIGHT + Duration::hours(8);
    for forms in own.chunks(IN_ONE_ACT) {
        let cx = past.night("seed", past.day(10), morning);
        let _ = event::bring_over(&cx, forms).await?;
    }
    Ok(())
}

/// The sections that come first, up to so many people.
fn sections(town: &Town) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut count = 0;
    let units = town.plan.units.iter().zip(&town.units);
    for (_, unit) in units.filter(|(planned, _)| planned.rank == Rank::Section) {
        if count >= PEOPLE {
            break;
        }
        let of_section = |place: &usize| {
            let main = town.plan.people[*place].posts[0];
            town.is_within(town.plan.posts[main].unit, *unit)
        };
        let places = (0..town.people.len()).filter(of_section);
        let people: Vec<PersonId> = places.map(|place| town.people[place]).collect();
        count += people.len();
        if !people.is_empty() {
            let number = sections.len();
            sections.push(Section {
                unit: *unit,
                people,
                number,
            });
        }
    }
    sections
}

/// What a section does together: every Monday morning, and a meeting in a room each week.
async fn meet(past: &Past, section: &Section, facilities: &Facilities) -> Result<(), Fault> {
    let Some(first) = section.people.first() else {
        return Ok(());
    };
    let cx = past
        .act(*first, past.day(14), Time::MIDNIGHT + Duration::hours(9))
        .await?;
    let monday = past
        .working_day(DAYS.start)
        .prev_occurrence(time::Weekday::Monday);
    let briefing = EventForm {
        recurrence: Some(RecurrenceForm {
            rule: "FREQ=WEEKLY;BYDAY=MO".to_owned(),
            on_closed: OnClosed::Next,
        }),
        ..EventForm::new(Owner::Unit(section.unit), "朝礼", timed(monday, 8, 30, 1))
    };
    let _ = event::create(&cx, &briefing).await?;
    for week in 0..4 {
        let day = past
            .working_day(DAYS.start + week * 5 + i64::try_from(section.number % 5).unwrap_or(0));
        let place = section.number / 5 + usize::try_from(week).unwrap_or_default();
        let hour = [9, 10, 13, 14, 15][place % 5];
        let title = MEETINGS[place % MEETINGS.len()];
        let room = facilities
            .rooms
            .get(section.number % facilities.rooms.len().max(1));
        let form = EventForm {
            participants: section.people.iter().copied().skip(1).take(7).collect(),
            ..EventForm::new(Owner::Person(*first), title, timed(day, hour, 0, 2))
        };
        with_facility(&cx, form, room.copied()).await?;
    }
    Ok(())
}

/// Writes the event with the facility, or without it where somebody else has it.
async fn with_facility(
    cx: &yakusho_kernel::Cx,
    form: EventForm,
    facility: Option<FacilityId>,
) -> Result<(), Fault> {
    let wanted = facility.map(|facility| Wanted {
        facility,
        quantity: 1,
    });
    let whole = EventForm {
        facilities: Some(wanted.into_iter().collect()),
        ..form.clone()
    };
    match event::create(cx, &whole).await {
        Err(Fault::Conflict(conflict)) if conflict.code == FACILITY_TAKEN => {
            let _ = event::create(cx, &form).await?;
        }
        other => {
            let _ = other?;
        }
    }
    Ok(())
}

/// What somebody has by themselves; `number` makes it another schedule than their neighbour's.
fn work(past: &Past, number: usize, person: PersonId) -> Vec<EventForm> {
    let mut forms = Vec::new();
    for (n, days) in (0..).zip(DAYS) {
        let turn = number * 3 + n * 7;
        let day = past.working_day(days);
        // One day of five is free of anything but what others call one to.
        if turn % 5 < 4 {
            let (title, place, hour, halves, closed) = OWN[(turn + number) % OWN.len()];
            let status = if turn.is_multiple_of(11) {
                Status::Tentative
            } else {
                Status::Confirmed
            };
            forms.push(EventForm {
                place: place.to_owned(),
                closed,
                status,
                ..EventForm::new(Owner::Person(person), title, timed(day, hour, 0, halves))
            });
        }
        if turn.is_multiple_of(23) {
            let (title, place, length, closed) = WHOLE[turn / 23 % WHOLE.len()];
            let when = When::Days {
                first: day,
                last: day + Duration::days(length - 1),
            };
            forms.push(EventForm {
                place: place.to_owned(),
                closed,
                ..EventForm::new(Owner::Person(person), title, when)
            });
        }
    }
    forms
}

/// So many half hours from that time of the day on.
fn timed(day: Date, hour: i64, minute: i64, halves: i64) -> When {
    let start = Local::new(day, Time::MIDNIGHT) + Duration::hours(hour) + Duration::minutes(minute);
    When::Timed {
        start,
        end: start + Duration::minutes(30 * halves),
        zone: Zone::JAPAN,
    }
}
