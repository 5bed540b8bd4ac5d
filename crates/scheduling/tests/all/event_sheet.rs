//! Calendars beside each other.

use time::macros::date;
use yakusho_accounts::group::{self, GroupDraft, Member};
use yakusho_kernel::{Cursor, Cx, Fault};
use yakusho_scheduling::booking;
use yakusho_scheduling::event::{self, EventForm, Owner, RecurrenceForm, Span, Who};
use yakusho_scheduling::presence;
use yakusho_scheduling::recurrence::OnClosed;

use crate::{Hall, starts};

#[tokio::test]
async fn a_sections_week_has_a_row_for_everyone_in_it() {
    for hall in Hall::both("nogata").await {
        let unit = hall.town.unit("citizens");
        let _ = hall.event("clerk", |_| {}).await;
        let of_section = EventForm {
            owner: Owner::Unit(unit),
            ..hall.meeting("head")
        };
        let head = hall.cx("head").await;
        let _ = event::create(&head, &of_section).await.unwrap();
        let cx = hall.cx("stranger").await;
        let week = Span::week(date!(2026 - 11 - 23));
        let sheet = event::sheet(&cx, &Who::Unit(unit), week).await.unwrap();
        let names: Vec<_> = sheet
            .rows
            .iter()
            .map(|row| (&*row.name, row.items.len()))
            .collect();
        assert_eq!(
            names,
            [
                ("市民課", 1),
                ("中野 恵", 0),
                ("加藤 健", 0),
                ("佐藤 花子", 1),
                ("森 さくら", 0)
            ]
        );
        assert!(
            !sheet
                .calendar
                .is_working_day(date!(2026 - 11 - 23))
                .unwrap()
        );
        assert_eq!(sheet.span.days().count(), 7);
        let nowhere = event::sheet(&cx, &Who::Unit(cx.new_id()), week).await;
        assert!(matches!(nowhere, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn a_group_shows_to_those_who_may_use_it() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let members = ["head", "stranger"].map(|key| Member::Person(hall.town.person(key)));
        let draft = GroupDraft {
            name: "推進班".to_owned(),
            unit: None,
            members: members.to_vec(),
        };
        let group = *group::make(&cx, draft).await.unwrap();
        let day = Span::day(date!(2026 - 11 - 25));
        let sheet = event::sheet(&cx, &Who::Group(group), day).await.unwrap();
        assert_eq!(sheet.rows.len(), 2);
        let other = hall.cx("colleague").await;
        let hidden = event::sheet(&other, &Who::Group(group), day).await;
        assert!(matches!(hidden, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn however_many_people_there_are_it_takes_the_same_few_statements() {
    for hall in Hall::both("nogata").await {
        for key in ["head", "clerk", "colleague", "fixed_term"] {
            for _ in 0..5 {
                let _ = hall
                    .event(key, |form| {
                        form.recurrence = Some(RecurrenceForm {
                            rule: "FREQ=WEEKLY".to_owned(),
                            on_closed: OnClosed::Next,
                        });
                    })
                    .await;
            }
        }
        let week = Span::week(date!(2026 - 11 - 23));
        let unit = Who::Unit(hall.town.unit("citizens"));
        let few = Who::Unit(hall.town.unit("planning"));
        // What is kept of reference data is there from the first time on.
        let first = hall.cx("stranger").await;
        event::sheet(&first, &few, week).await.unwrap();
        let cx = hall.cx("stranger").await;
        let (many, sheet) = hall
            .world
            .statements_of(event::sheet(&cx, &unit, week))
            .await;
        let items: usize = sheet.unwrap().rows.iter().map(|row| row.items.len()).sum();
        assert_eq!(items, 20);
        let cx = hall.cx("stranger").await;
        let (less, sheet) = hall
            .world
            .statements_of(event::sheet(&cx, &few, week))
            .await;
        assert_eq!(sheet.unwrap().rows.len(), 3);
        assert_eq!(many, less);
        assert!(many <= 6, "{many}");
    }
}

#[tokio::test]
async fn what_lies_at_the_edges_of_a_window_belongs_to_one_side() {
    for hall in Hall::both("nogata").await {
        for start in [
            "2026-11-22 23:00",
            "2026-11-22 23:30",
            "2026-11-29 23:30",
            "2026-11-30 00:00",
        ] {
            let _ = hall
                .event("clerk", |form| form.when = crate::hours(start, 1))
                .await;
        }
        let _ = hall
            .event("clerk", |form| {
                form.when = crate::hours("2026-11-23 00:00", 0);
            })
            .await;
        let items = hall.items("clerk", "clerk").await;
        assert_eq!(
            starts(&items),
            ["11-22 23:30", "11-23 00:00", "11-29 23:30"]
        );
    }
}

#[tokio::test]
async fn a_days_list_has_what_several_have_together_once() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let _ = hall
            .event("clerk", |form| form.participants = vec![colleague])
            .await;
        for key in ["clerk", "colleague"] {
            let _ = hall.event(key, |form| form.closed = true).await;
        }
        let who = Who::Unit(hall.town.unit("citizens"));
        let day = date!(2026 - 11 - 25);
        let cx = hall.cx("stranger").await;
        let list = async |after: Option<&Cursor>, size| {
            let page = event::agenda(&cx, &who, day, after, size).await.unwrap();
            let names = page.items.iter().map(|line| line.names.join("、"));
            let mut names: Vec<_> = names.collect();
            names.sort_unstable();
            (names, page.next)
        };
        let whole = ["佐藤 花子", "加藤 健", "加藤 健、佐藤 花子"].map(str::to_owned);
        assert_eq!(list(None, 200).await, (whole.to_vec(), None));
        // Page by page nobody is left out.
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let (names, next) = list(after.as_ref(), 1).await;
            found.extend(names);
            after = next;
            if after.is_none() {
                break;
            }
        }
        found.sort_unstable();
        let each = ["佐藤 花子", "佐藤 花子", "加藤 健", "加藤 健"];
        assert_eq!(found, each);
    }
}

#[tokio::test]
async fn what_is_kept_of_names_closed_days_and_keepers_is_reference_data() {
    for hall in Hall::both("nogata").await {
        let clerk = hall.cx("clerk").await.actor().clone();
        let day = date!(2026 - 11 - 24);
        let _ = hall.event("clerk", |_| {}).await;
        let asked = async |cx: Cx| {
            let cx = cx.acting(clerk);
            event::mine(&cx, Span::day(day)).await.unwrap();
            event::mine_if_any(&cx, Span::week(day)).await.unwrap();
            booking::pending(&cx, None, 5).await.unwrap();
        };
        let beside = hall.world.read_beside_reference_data(asked).await;
        for table in [
            "staff",
            "appointments",
            "posts",
            "units",
            "own_days",
            "facilities",
        ] {
            assert!(!beside.iter().any(|other| other == table), "{beside:?}");
        }
    }
}

#[tokio::test]
async fn the_calendars_of_a_unit_come_page_by_page() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("stranger").await;
        let (unit, day) = (
            Who::Unit(hall.town.unit("affairs")),
            Span::day(date!(2026 - 11 - 24)),
        );
        let whole = event::sheet(&cx, &unit, day).await.unwrap().rows;
        let whole: Vec<_> = whole.iter().map(|row| row.owner).collect();
        assert!(whole.len() > 4, "the unit's own, and people by rank");
        for size in 1..=whole.len() {
            let (mut found, mut people, mut after) = (Vec::new(), Vec::new(), None);
            loop {
                let page = event::page(&cx, &unit, day, after.as_ref(), size)
                    .await
                    .unwrap();
                assert!(!page.rows.is_empty() && page.rows.len() <= size);
                found.extend(page.rows.iter().map(|row| row.owner));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(found, whole, "by {size}");
            loop {
                let page = presence::page(&cx, &unit, after.as_ref(), size)
                    .await
                    .unwrap();
                let of = page.items.iter().map(|row| Owner::Person(row.card.id));
                people.extend(of);
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(people, whole[1..], "on the board by {size}");
        }
    }
}
