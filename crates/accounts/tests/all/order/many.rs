//! An order that moves a whole town hall, within the time that it may take.

use std::time::{Duration, Instant};

use time::macros::date;
use yakusho_accounts::appointment::Appointment;
use yakusho_accounts::directory;
use yakusho_accounts::ledger::{self, Days, Founding};
use yakusho_accounts::order::{self, OrderState, Row};
use yakusho_accounts::organisation::{Post, Unit};
use yakusho_accounts::staff::{Staff, Status};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Cx, EmploymentClass, PersonId, Timestamp};
use yakusho_regulation::UnitRank;
use yakusho_testkit::World;

use super::{DAY, appoint, draft};

/// How many people move. The limits are for 5,000 in a program that is built for speed.
const PEOPLE: usize = if cfg!(debug_assertions) { 1_000 } else { 5_000 };
/// How many sections they are in.
const SECTIONS: usize = 50;
/// The most time for a preview.
const PREVIEW: Duration = Duration::from_secs(2);
/// The most time for carrying the order out.
const APPLY: Duration = Duration::from_secs(10);

fn code(section: usize) -> String {
    format!("7{section:03}")
}

/// Fifty sections with a head and clerks.
fn founding(cx: &Cx) -> (Founding, Vec<PersonId>) {
    let days = Days::from(date!(2026 - 04 - 01));
    let mut founding = Founding::default();
    let department = cx.new_id();
    let unit = |code: String, rank, parent| Unit {
        name: format!("第{code}課"),
        code,
        rank,
        parent,
        position: 0,
        tags: Vec::new(),
    };
    let top = unit("70".to_owned(), UnitRank::Department, None);
    founding.units.push((department, days, top));
    let mut posts = Vec::new();
    for section in 0..SECTIONS {
        let id = cx.new_id();
        let state = unit(code(section), UnitRank::Section, Some(department));
        founding.units.push((id, days, state));
        let both = [("課長", true), ("主事", false)].map(|(title, head)| {
            let post = Post {
                unit: id,
                title: title.to_owned(),
                head,
                rank: if head { 5 } else { 9 },
                position: 0,
            };
            let of = cx.new_id();
            founding.posts.push((of, days, post));
            of
        });
        posts.push(both);
    }
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        let person = cx.new_id();
        people.push(person);
        let staff = Staff {
            number: format!("9{number:05}"),
            name: format!("職員 {number}"),
            kana: "ショクイン".to_owned(),
            class: EmploymentClass::Regular,
            status: Status::Active,
        };
        founding.staff.push((person, days, staff));
        let [head, clerk] = posts[number % SECTIONS];
        let post = if number < SECTIONS { head } else { clerk };
        let main = true;
        founding
            .appointments
            .push((days, Appointment { person, post, main }));
    }
    (founding, people)
}

#[tokio::test]
async fn thousands_move_at_once() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let (founding, people) = founding(&world.system());
        let _ = ledger::found(&world.system(), founding).await.unwrap();
        let rows: Vec<Row> = (0..PEOPLE)
            .map(|number| {
                let title = if number < SECTIONS {
                    "課長"
                } else {
                    "主事"
                };
                let line = u32::try_from(number + 2).unwrap();
                let to = code((number + 1) % SECTIONS);
                appoint(line, &format!("9{number:05}"), &to, title)
            })
            .collect();

        let began = Instant::now();
        let tried = order::dry_run(&admin, &draft(DAY, rows.clone()), &[])
            .await
            .unwrap();
        let preview = began.elapsed();
        assert_eq!(tried.faults, []);
        assert_eq!(tried.difference.people.len(), PEOPLE);

        let id = order::draft(&admin, draft(DAY, rows)).await.unwrap();
        let id = id.into_inner();
        let _ = order::schedule(&admin, id, 1).await.unwrap();
        world.clock.turn_to(Timestamp::start_of(DAY));
        let began = Instant::now();
        let report = order::apply_due(&world.system()).await.unwrap();
        let apply = began.elapsed();
        assert_eq!(report.applied, [id]);
        let cards = directory::people(&admin.reader(), DAY, &people)
            .await
            .unwrap();
        assert_eq!(cards[&people[0]].unit_name, "第7001課");
        assert_eq!(cards.len(), PEOPLE);

        let (kept, _) = order::get(&admin, id).await.unwrap();
        let admin = town.cx("administrator").await;
        let _ = order::undo(&admin, id, kept.revision, "誤り")
            .await
            .unwrap();
        let (kept, _) = order::get(&admin, id).await.unwrap();
        assert_eq!(kept.state, OrderState::Undone);
        let cards = directory::people(&admin.reader(), DAY, &people)
            .await
            .unwrap();
        assert_eq!(cards[&people[0]].unit_name, "第7000課");
        assert!(preview < PREVIEW, "the preview took {preview:?}");
        assert!(apply < APPLY, "carrying it out took {apply:?}");
    }
}
