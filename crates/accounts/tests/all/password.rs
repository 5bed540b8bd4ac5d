//! Passwords: chosen, changed, grown old, and kept from everybody's eyes.

use std::sync::{Arc, Mutex};

use time::macros::date;
use time::{Date, Duration};
use yakusho_accounts::password::{self, Age, Change, PasswordText};
use yakusho_accounts::session::{self, Must, Place};
use yakusho_accounts::testing::{PASSWORD, Town};
use yakusho_kernel::{Cx, Fault, Notices, Reason, Timestamp};
use yakusho_regulation::Rule;
use yakusho_testkit::{World, keeps};

const OTHER: &str = "夕立のあと帽子に七つの魚がいた";

fn change(current: &str, new: &str) -> Change {
    Change {
        current: PasswordText::new(current),
        new: PasswordText::new(new),
    }
}

/// The field refused, the code of the reason, and the clauses of its rule.
fn fault<T: std::fmt::Debug>(result: Result<T, Fault>) -> (String, Reason, String) {
    let Err(Fault::Invalid(invalid)) = result else {
        panic!("{result:?}");
    };
    let error = invalid.errors.into_iter().next().unwrap();
    let basis = error.basis.map(|basis| basis.to_string());
    (error.field, error.reason, basis.unwrap_or_default())
}

#[tokio::test]
async fn in_nogata_known_and_weak_passwords_are_refused() {
    keeps!("nogata:10(4)");
    guessable("nogata", "nogata:10(4)").await;
}

#[tokio::test]
async fn in_shiroishi_known_and_weak_passwords_are_refused() {
    keeps!("shiroishi:24-2");
    guessable("shiroishi", "shiroishi:24-2").await;
}

#[tokio::test]
async fn in_muko_known_and_weak_passwords_are_refused() {
    keeps!("muko:33-2");
    guessable("muko", "muko:33-2").await;
}

async fn guessable(city: &str, clauses: &str) {
    for world in World::both(city).await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (entered, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        for known in [
            "password1234",
            "satouhanako2026",
            "さくらさくらさくらさくら",
        ] {
            let refused = password::change(&cx, entered.session, change(PASSWORD, known)).await;
            let code = Reason::Code("password_guessable");
            assert_eq!(
                fault(refused),
                ("new".to_owned(), code, clauses.to_owned()),
                "{known}"
            );
        }
        let short = password::change(&cx, entered.session, change(PASSWORD, "kT9#vq2Lm!x")).await;
        assert_eq!(fault(short).1, Reason::TooShort { min: 12 });
        let taken = password::change(&cx, entered.session, change(PASSWORD, OTHER)).await;
        assert!(taken.is_ok(), "{taken:?}");
    }
}

#[tokio::test]
async fn a_change_ends_every_other_session_and_asks_for_the_present_password() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let nobody = world.nobody();
        let elsewhere = owner.enter(&nobody, &Place::default()).await;
        let (entered, _, cx) = owner.signed_in(&nobody, &Place::default()).await;
        let wrong = password::change(&cx, entered.session, change("nonsense", OTHER)).await;
        assert_eq!(fault(wrong).1, Reason::Code("wrong_password"));
        let same = password::change(&cx, entered.session, change(PASSWORD, PASSWORD)).await;
        assert_eq!(fault(same).1, Reason::Code("password_used_before"));

        let secret = password::change(&cx, entered.session, change(PASSWORD, OTHER))
            .await
            .unwrap()
            .into_inner();
        for ended in [&elsewhere.secret, &entered.secret] {
            assert!(session::resume(&nobody, ended).await.is_err());
        }
        assert!(session::resume(&nobody, &secret).await.is_ok());
        assert!(
            session::sign_in(&nobody, &owner.attempt(), &Place::default())
                .await
                .is_err()
        );
        let with = crate::sign_in::attempt("clerk", OTHER);
        assert!(
            session::sign_in(&nobody, &with, &Place::default())
                .await
                .is_ok()
        );
        let told = Notices(town.person("clerk"))
            .page(&cx.reader(), None, 1)
            .await
            .unwrap();
        assert_eq!(told.items[0].kind, "password.changed");
    }
}

#[tokio::test]
async fn guessing_the_present_password_in_a_session_is_held_off() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let owner = town.owner("clerk").await;
    let (entered, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
    for _ in 0..10 {
        let wrong = password::change(&cx, entered.session, change("nonsense", OTHER)).await;
        assert_eq!(fault(wrong).0, "current");
    }
    let held = password::change(&cx, entered.session, change(PASSWORD, OTHER)).await;
    assert!(matches!(held, Err(Fault::Denied(_))), "{held:?}");
}

#[tokio::test]
async fn of_two_changes_at_once_one_is_made() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (entered, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let third = "波止場で眠る九匹の猫と鐘の音";
        let (one, other) = tokio::join!(
            password::change(&cx, entered.session, change(PASSWORD, OTHER)),
            password::change(&cx, entered.session, change(PASSWORD, third)),
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
    }
}

#[tokio::test]
async fn former_passwords_are_refused_where_the_city_remembers_them() {
    // Shiroishi demands a change each year, and remembers three.
    let world = World::sqlite("shiroishi").await;
    let town = Town::model(&world.env).await;
    let owner = town.owner("clerk").await;
    let (entered, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
    let passwords = [
        PASSWORD,
        OTHER,
        "波止場で眠る九匹の猫と鐘の音",
        "峠の茶屋に置いた青い傘を四本",
        "雪の朝ひとりで数えた八つの灯",
    ];
    let mut now = PASSWORD;
    for (place, next) in passwords.iter().enumerate().skip(1) {
        world.clock.turn(Duration::minutes(1));
        let cx = world.cx(cx.actor().clone());
        // The three before the present one, and the present one.
        for former in &passwords[place.saturating_sub(4)..place] {
            let refused = password::change(&cx, entered.session, change(now, former)).await;
            assert_eq!(fault(refused).1, Reason::Code("password_used_before"));
        }
        let _ = password::change(&cx, entered.session, change(now, next))
            .await
            .unwrap();
        now = next;
    }
    let first_again = password::change(&cx, entered.session, change(now, PASSWORD)).await;
    assert!(
        first_again.is_ok(),
        "it is the fourth before the present one"
    );
}

#[tokio::test]
async fn past_a_year_nothing_but_the_change_is_open() {
    keeps!("shiroishi:24-3");
    for world in World::both("shiroishi").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let nobody = || world.nobody();
        // Set on 20 November 2026: good through 20 November 2027.
        world
            .clock
            .turn_to(Timestamp::start_of(date!(2027 - 11 - 21)).plus(-Duration::milliseconds(1)));
        let (entered, signed_in, cx) = owner.signed_in(&nobody(), &Place::default()).await;
        assert!(signed_in.actor().is_ok());
        assert_eq!(
            password::age(&cx).await.unwrap(),
            Age {
                set_on: date!(2026 - 11 - 20),
                last_day: Some(date!(2027 - 11 - 20)),
                change_suggested: false,
            }
        );
        world.clock.turn(Duration::milliseconds(1));
        let signed_in = session::resume(&nobody(), &entered.secret).await.unwrap();
        let Err(Must::ChangePassword(refused)) = signed_in.actor() else {
            panic!("it is too old");
        };
        assert_eq!(refused.basis.rule(), Rule::PasswordAge);
        assert_eq!(refused.basis.to_string(), "shiroishi:24-3");
        assert_eq!(refused.why, "password_too_old");
        let cx = world.cx(signed_in.actor_at_the_door());
        let secret = password::change(&cx, entered.session, change(PASSWORD, OTHER))
            .await
            .unwrap()
            .into_inner();
        assert!(
            session::resume(&nobody(), &secret)
                .await
                .unwrap()
                .actor()
                .is_ok()
        );
    }
}

/// The kinds of notices that somebody has, once the night's job ran twice on that day.
async fn told(world: &World, town: &Town, key: &str, day: Date) -> Vec<String> {
    world.clock.turn_to(Timestamp::start_of(day));
    let cx: Cx = town.system();
    password::remind(&cx).await.unwrap();
    // Whoever was told is not told, or counted, again.
    assert_eq!(password::remind(&cx).await.unwrap(), 0);
    let page = Notices(town.person(key))
        .page(&cx.reader(), None, 50)
        .await
        .unwrap();
    let kinds = page.items.into_iter().map(|notice| notice.kind);
    kinds.filter(|kind| *kind != "password.changed").collect()
}

#[tokio::test]
async fn the_end_of_a_password_is_told_ahead() {
    for world in World::both("shiroishi").await {
        let town = Town::model(&world.env).await;
        town.owner("clerk").await;
        for (day, notices) in [
            (date!(2027 - 10 - 20), 0),
            (date!(2027 - 10 - 21), 1),
            (date!(2027 - 11 - 12), 1),
            (date!(2027 - 11 - 13), 2),
            (date!(2027 - 11 - 19), 3),
            (date!(2027 - 11 - 21), 3),
        ] {
            let told = told(&world, &town, "clerk", day).await;
            assert_eq!(told.len(), notices, "{day}");
            assert!(told.iter().all(|kind| kind == "password.ends_soon"));
        }
    }
}

#[tokio::test]
async fn in_nogata_a_change_is_suggested_and_nothing_refused() {
    keeps!("nogata:9(2)");
    suggested("nogata").await;
}

#[tokio::test]
async fn in_muko_a_change_is_suggested_and_nothing_refused() {
    keeps!("muko:33-3");
    suggested("muko").await;
}

async fn suggested(city: &str) {
    for world in World::both(city).await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        assert!(
            told(&world, &town, "clerk", date!(2027 - 11 - 19))
                .await
                .is_empty()
        );
        let due = told(&world, &town, "clerk", date!(2027 - 11 - 20)).await;
        assert_eq!(due, ["password.change_suggested"]);
        assert_eq!(
            told(&world, &town, "clerk", date!(2027 - 11 - 30))
                .await
                .len(),
            1
        );
        let (_, signed_in, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        assert!(signed_in.actor().is_ok());
        let age = password::age(&cx).await.unwrap();
        assert_eq!((age.last_day, age.change_suggested), (None, true));
    }
}

/// Everything that is logged, at every level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_password_or_secret_is_in_a_log_debug_output_or_the_database() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let owner = town.owner("clerk").await;
    let administrator = town.cx("administrator").await;
    let attempt = owner.attempt();
    let (entered, signed_in, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
    let wrong = session::sign_in(
        &world.nobody(),
        &crate::sign_in::attempt(PASSWORD, "x"),
        &Place::default(),
    )
    .await;
    let enrolment = yakusho_accounts::second_factor::begin(&cx, &PasswordText::new(PASSWORD))
        .await
        .unwrap()
        .into_inner();
    let changed = change(PASSWORD, OTHER);
    let debug =
        format!("{attempt:?} {entered:?} {signed_in:?} {wrong:?} {enrolment:?} {changed:?}");
    let secret = password::change(&cx, entered.session, changed)
        .await
        .unwrap()
        .into_inner();
    let issued = password::issue(&administrator, owner.account)
        .await
        .unwrap()
        .into_inner();
    let debug = format!("{debug} {secret:?} {issued:?}");

    let mut database = Vec::new();
    let path = world.url().trim_start_matches("sqlite:").to_owned();
    for file in [path.clone(), format!("{path}-wal")] {
        database.extend(std::fs::read(file).unwrap_or_default());
    }
    let log = log.0.lock().unwrap().clone();
    assert!(database.len() > 100_000, "the database was read");
    let session_secret = entered.secret.text();
    let secrets = [
        PASSWORD,
        OTHER,
        issued.password.reveal(),
        session_secret.as_str(),
        enrolment.secret.as_str(),
    ];
    for secret in secrets {
        for (place, bytes) in [
            ("debug", debug.as_bytes()),
            ("log", &log[..]),
            ("database", &database[..]),
        ] {
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!found, "a secret is in the {place}");
        }
    }
}
