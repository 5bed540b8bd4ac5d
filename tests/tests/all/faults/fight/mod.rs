//! Sixty-four clients fight for twenty rooms through every door, and the server is killed under them again and again. No
//! two ever have a room at once; what was acknowledged is there, and nothing that nobody asked for; and nobody is refused
//! a room that was free.

mod door;
mod ledger;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use yakusho_tests::figures::{self, Figures};
use yakusho_tests::{Client, Database, Hall, Who};

use self::door::{Desk, Door, Told};
use self::ledger::{Act, Ledger, Wish};
use super::writers::{id, text};

/// How many clients fight, and for how many rooms.
const CLIENTS: u64 = 64;
const ROOMS: usize = 20;

/// For how many seconds, where no variable says otherwise.
const FEW: u32 = 8;

/// How long a server lives until it is killed.
const LIFE: Duration = Duration::from_secs(2);

/// The hours of the day that they fight for.
const HOURS: u8 = 12;

#[tokio::test(flavor = "multi_thread")]
async fn no_two_ever_have_a_room_on_sqlite() {
    is_fought_for(Database::Sqlite, "64 for 20 rooms on SQLite").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_two_ever_have_a_room_on_postgresql() {
    is_fought_for(Database::Postgres, "64 for 20 rooms on PostgreSQL").await;
}

async fn is_fought_for(database: Database, name: &str) {
    let mut hall = Hall::start("nogata", database).await;
    let arena = Arc::new(Arena::open(&hall).await);
    let seconds = figures::rounds("YAKUSHO_TEST_FIGHT_SECONDS", FEW);
    let until = Instant::now() + Duration::from_secs(seconds.into());
    let stop = Arc::new(AtomicBool::new(false));
    let mut clients = JoinSet::new();
    for client in 0..CLIENTS {
        let (arena, stop) = (Arc::clone(&arena), Arc::clone(&stop));
        clients.spawn(async move { arena.fought_by(client, &stop).await });
    }
    let mut told = Figures::default();
    while Instant::now() < until {
        tokio::time::sleep(LIFE).await;
        hall.kill();
        let dead = Instant::now();
        hall.start_again().await;
        told.recovery = told.recovery.max(dead.elapsed());
        told.rounds += 1;
    }
    stop.store(true, Ordering::Relaxed);
    let mut ledger = Ledger::default();
    while let Some(acts) = clients.join_next().await {
        ledger.enter(acts.expect("a client that came to its end"));
    }
    let held = arena.held().await;
    ledger.holds(&held);
    told.acknowledged = ledger.acknowledged();
    told.again = ledger.learnt_later();
    told.stored = held.len();
    figures::tell(name, &told);
}

/// The rooms, and the doors that lead to them.
struct Arena {
    clerk: Desk,
    administrator: Desk,
    category: String,
    rooms: Vec<Room>,
    day: String,
}

/// A room, by the names that the doors have for it.
struct Room {
    id: String,
    code: String,
}

impl Arena {
    /// Twenty new rooms that everyone may book at any time.
    async fn open(hall: &Hall) -> Self {
        let clerk = Desk::of(hall, Who::Staff, &["read", "write"]).await;
        let administrator = Desk::of(hall, Who::Administrator, &["read", "write", "admin"]).await;
        let program = &administrator.program;
        let category = json!({ "name_ja": "会議室", "name_en": "", "position": 0 });
        let category = made(program, "/api/v1/facility-categories", &category).await;
        let mut rooms = Vec::new();
        for room in 0..ROOMS {
            let code = format!("fought-{room}");
            let settings = json!({
                "code": code,
                "kind": "room",
                "category": category,
                "name_ja": format!("第{room}会議室"),
                "viewers": { "everyone": true },
                "bookers": { "everyone": true },
            });
            let id = made(program, "/api/v1/facilities", &settings).await;
            rooms.push(Room { id, code });
        }
        Self {
            day: next_year(&clerk.visitor).await,
            clerk,
            administrator,
            category,
            rooms,
        }
    }

    /// Books and releases until it is time to stop.
    async fn fought_by(&self, client: u64, stop: &AtomicBool) -> Vec<Act> {
        let mut rng = StdRng::seed_from_u64(client);
        let (mut acts, mut own) = (Vec::new(), Vec::<(String, Wish)>::new());
        let doors = Door::ALL;
        let door = doors[usize::try_from(client).expect("a small number") % doors.len()];
        for count in 0.. {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let began = Instant::now();
            let (wish, told) = if !own.is_empty() && rng.random_ratio(1, 3) {
                let (booking, wish) = own.swap_remove(rng.random_range(0..own.len()));
                let desk = self.desk(door);
                (
                    wish,
                    desk.release(door, &booking, &format!("release-{client}-{count}"))
                        .await,
                )
            } else {
                let from = rng.random_range(0..HOURS);
                let wish = Wish {
                    room: rng.random_range(0..ROOMS),
                    hours: from..from + rng.random_range(1..=3),
                    purpose: format!("{}-{client}-{count}", door.name()),
                };
                let told = self.desk(door).book(door, self, &wish).await;
                if let Told::Booked(Some(id)) = &told {
                    own.push((id.clone(), wish.clone()));
                }
                (wish, told)
            };
            acts.push(Act {
                wish,
                began,
                ended: Instant::now(),
                told,
            });
        }
        acts
    }

    /// Who speaks at a door.
    fn desk(&self, door: Door) -> &Desk {
        match door {
            Door::Import => &self.administrator,
            _ => &self.clerk,
        }
    }

    /// A moment of the day that is fought for.
    fn moment(&self, hour: u8) -> String {
        format!("{}T{hour:02}:00:00+09:00", self.day)
    }

    /// The wishes whose bookings hold a room, by what they are for.
    async fn held(&self) -> BTreeMap<String, Wish> {
        let Self { day, category, .. } = self;
        let path = format!("/api/v1/facilities/plan?from={day}&category={category}");
        let plan = self.administrator.program.get(&path).await;
        assert_eq!(plan.status, 200, "{plan:?}");
        let plan = plan.json();
        let mut held = BTreeMap::new();
        for (room, Room { id, .. }) in self.rooms.iter().enumerate() {
            let rows = plan["items"].as_array().expect("a list");
            let row = rows.iter().find(|row| row["facility"] == *id);
            for booking in row.expect("a room")["booked"].as_array().expect("a list") {
                let purpose = text(&booking["purpose"]).to_owned();
                let hours = hour(&booking["time"]["starts_at"])..hour(&booking["time"]["ends_at"]);
                let wish = Wish {
                    room,
                    hours,
                    purpose: purpose.clone(),
                };
                let twice = held.insert(purpose, wish);
                assert!(twice.is_none(), "booked twice: {twice:?}");
            }
        }
        held
    }
}

/// The hour in Japan of a moment in UTC, which is nine hours behind.
fn hour(moment: &Value) -> u8 {
    let (_, time) = text(moment).split_once('T').expect("a time");
    (time[..2].parse::<u8>().expect("an hour") + 9) % 24
}

/// A day of the next year by the hall's calendar.
async fn next_year(visitor: &Client) -> String {
    let form = visitor.get("/circulations/new").await;
    let today = &form.attributes("input[name=due]", "min")[0];
    let (year, _) = today.split_once('-').expect("a day");
    format!("{}-06-01", year.parse::<u32>().expect("a year") + 1)
}

/// The id of what a request makes.
async fn made(client: &Client, path: &str, what: &Value) -> String {
    id(&client.json(Method::POST, path, what).await)
}
