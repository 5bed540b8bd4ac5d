//! When orders move people: what follows the post passes on, what follows the person goes with them.

use std::collections::BTreeMap;

use time::macros::date;
use yakusho_accounts::directory::Audience;
use yakusho_accounts::order::{
    self, ActKind, Column, HeldBy, Holdings, Moved, OrderDraft, Row, Turnover,
};
use yakusho_kernel::{Outbox, Timestamp};
use yakusho_messaging::circulation::{
    self, CirculationHoldings, CirculationId, CirculationState, Follows, RecipientState, Sequence,
    Tray,
};
use yakusho_messaging::notices;
use yakusho_messaging::versions::Change;

use crate::{Hall, circular};

const DAY: time::Date = date!(2026 - 12 - 01);

fn outbox() -> Outbox {
    Outbox::new()
        .on("circulation.order_applied", circulation::follow_order)
        .on("circulation.order_undone", circulation::follow_undone)
}

/// A line that appoints somebody by their number.
fn appoint(line: u32, number: &str, unit: &str, post: &str) -> Row {
    let cells = [
        (Column::Kind, ActKind::Appoint.code()),
        (Column::Number, number),
        (Column::Unit, unit),
        (Column::Post, post),
    ];
    Row {
        line,
        cells: BTreeMap::from(cells.map(|(column, text)| (column, text.to_owned()))),
    }
}

/// The heads of 市民課 and 企画課 change places.
async fn swap(hall: &Hall) -> order::OrderId {
    let rows = vec![
        appoint(2, "1006", "2010", "企画課長"),
        appoint(3, "1011", "1020", "市民課長"),
    ];
    carry_out(hall, rows).await
}

async fn carry_out(hall: &Hall, rows: Vec<Row>) -> order::OrderId {
    let draft = OrderDraft {
        title: "人事異動".to_owned(),
        takes_effect_on: DAY,
        rows,
    };
    let cx = hall.cx("administrator").await;
    let id = order::draft(&cx, draft).await.unwrap().into_inner();
    let _ = order::schedule(&cx, id, 1).await.unwrap();
    hall.world.clock.turn_to(Timestamp::start_of(DAY));
    let applied = order::apply_due(&hall.world.system())
        .await
        .unwrap()
        .applied;
    assert_eq!(applied, [id]);
    outbox().deliver(&hall.world.env).await.unwrap();
    id
}

async fn undo(hall: &Hall, id: order::OrderId) {
    let cx = hall.cx("administrator").await;
    let (known, _) = order::get(&cx, id).await.unwrap();
    let _ = order::undo(&cx, id, known.revision, "誤り").await.unwrap();
    for _ in 0..2 {
        outbox().deliver(&hall.world.env).await.unwrap();
    }
}

async fn owes(hall: &Hall, key: &str) -> bool {
    let cx = hall.cx(key).await;
    let page = circulation::list(&cx, Tray::Owed, None, 10).await.unwrap();
    !page.items.is_empty()
}

async fn to_head(hall: &Hall, follows: Follows) -> CirculationId {
    hall.sent("stranger", |form| {
        form.follows = follows;
        form.audience = Audience {
            posts: vec![hall.town.head_post("citizens")],
            people: vec![hall.town.person("mayor")],
            ..Audience::default()
        };
    })
    .await
}

#[tokio::test]
async fn what_follows_the_post_passes_to_its_new_holder_and_back() {
    for hall in Hall::both("model").await {
        let id = to_head(&hall, Follows::Post).await;
        assert!(owes(&hall, "head").await);
        let order = swap(&hall).await;
        assert!(!owes(&hall, "head").await && owes(&hall, "planning_head").await);
        assert_eq!(
            hall.told("planning_head").await,
            [notices::CIRCULATION_PASSED]
        );
        let author = hall.cx("stranger").await;
        let view = circulation::show(&author, id).await.unwrap();
        assert_eq!(view.total, 2, "the duty is still one");
        let states: Vec<_> = view.recipients.items.iter().map(|row| row.state).collect();
        assert_eq!(
            states,
            [
                RecipientState::Pending,
                RecipientState::Passed,
                RecipientState::Pending
            ]
        );
        assert_eq!(
            view.recipients.items[2].passed_from,
            Some(view.recipients.items[1].id)
        );
        assert_eq!(view.recipients.items[2].post_title, "市民課長");

        undo(&hall, order).await;
        assert!(owes(&hall, "head").await && !owes(&hall, "planning_head").await);
        for key in ["head", "mayor"] {
            let cx = hall.cx(key).await;
            let _ = circulation::confirm(&cx, id, 1, "").await.unwrap();
        }
        let author = hall.cx("stranger").await;
        let view = circulation::show(&author, id).await.unwrap();
        assert_eq!(view.state, CirculationState::Completed);
        assert_eq!((view.confirmed, view.total), (2, 2));
    }
}

#[tokio::test]
async fn what_follows_the_person_goes_with_them() {
    for hall in Hall::both("model").await {
        to_head(&hall, Follows::Person).await;
        swap(&hall).await;
        assert!(owes(&hall, "head").await && !owes(&hall, "planning_head").await);
    }
}

#[tokio::test]
async fn what_was_confirmed_passes_to_nobody() {
    for hall in Hall::both("model").await {
        let id = to_head(&hall, Follows::Post).await;
        let head = hall.cx("head").await;
        let _ = circulation::confirm(&head, id, 1, "").await.unwrap();
        swap(&hall).await;
        assert!(!owes(&hall, "planning_head").await);
    }
}

#[tokio::test]
async fn what_is_owed_again_is_the_present_holders() {
    for hall in Hall::both("model").await {
        let id = to_head(&hall, Follows::Post).await;
        let head = hall.cx("head").await;
        let _ = circulation::confirm(&head, id, 1, "").await.unwrap();
        swap(&hall).await;
        let author = hall.cx("stranger").await;
        let view = circulation::show(&author, id).await.unwrap();
        let mut form = circular();
        form.body = "期日は金曜日です。".to_owned();
        form.follows = Follows::Post;
        form.audience = view.audience.unwrap();
        let _ = circulation::edit(&author, id, view.revision, form, Change::Material)
            .await
            .unwrap();
        assert!(!owes(&hall, "head").await && owes(&hall, "planning_head").await);
        for key in ["planning_head", "mayor"] {
            let cx = hall.cx(key).await;
            let _ = circulation::confirm(&cx, id, 2, "").await.unwrap();
        }
        let view = circulation::show(&author, id).await.unwrap();
        assert_eq!(view.state, CirculationState::Completed);
        assert_eq!((view.confirmed, view.total), (2, 2));
    }
}

#[tokio::test]
async fn who_has_it_already_is_not_asked_twice_and_it_comes_forward() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("stranger", |form| {
                form.follows = Follows::Post;
                form.sequence = Sequence::Upwards;
                let posts = ["citizens", "planning", "affairs"];
                form.audience.posts = posts.map(|key| hall.town.head_post(key)).to_vec();
            })
            .await;
        let planning_head = hall.cx("planning_head").await;
        let _ = circulation::confirm(&planning_head, id, 1, "")
            .await
            .unwrap();
        assert!(!owes(&hall, "affairs_director").await);
        swap(&hall).await;
        // Whoever heads 市民課 now has confirmed as the head of 企画課, so nobody of that rank owes it any more.
        assert!(!owes(&hall, "head").await && !owes(&hall, "planning_head").await);
        assert!(owes(&hall, "affairs_director").await);
        let author = hall.cx("stranger").await;
        let view = circulation::show(&author, id).await.unwrap();
        assert_eq!((view.confirmed, view.total), (1, 2));
    }
}

#[tokio::test]
async fn an_order_sees_what_changes_hands_and_what_is_left_without_a_holder() {
    for hall in Hall::both("model").await {
        to_head(&hall, Follows::Post).await;
        hall.sent("stranger", |form| {
            form.audience.people = vec![hall.town.person("colleague")];
        })
        .await;
        let post = hall.town.head_post("citizens");
        let (old, new) = (hall.town.person("head"), hall.town.person("planning_head"));
        let moved = |person, from, to| Moved {
            person,
            from,
            from_unit: None,
            to,
            to_unit: None,
        };
        let vacated = Turnover {
            day: DAY,
            moved: vec![moved(old, Some(post), None)],
            left: vec![hall.town.person("colleague")],
            joined: Vec::new(),
            closed_units: Vec::new(),
            merged_units: Vec::new(),
            changed_posts: vec![post],
            came: Vec::new(),
        };
        let filled = Turnover {
            moved: vec![moved(old, Some(post), None), moved(new, None, Some(post))],
            left: Vec::new(),
            ..vacated.clone()
        };
        let cx = hall.cx("administrator").await;
        let held = CirculationHoldings.affected(&cx, &vacated).await.unwrap();
        let of_post = held
            .iter()
            .find(|held| held.by == HeldBy::Post(post))
            .unwrap();
        assert!(of_post.count == 1 && of_post.left_without_holder);
        let of_leaver = HeldBy::Person(hall.town.person("colleague"));
        assert!(
            held.iter()
                .any(|held| held.by == of_leaver && held.left_without_holder)
        );
        let held = CirculationHoldings.affected(&cx, &filled).await.unwrap();
        assert_eq!(held.len(), 1);
        assert!(!held[0].left_without_holder);
    }
}

/// Who is addressed, who is appointed to which section as 主事, and who owes it then.
type Turn = (
    &'static [&'static str],
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

const STAFF: [(&str, &str); 4] = [
    ("clerk", "1007"),
    ("colleague", "1008"),
    ("stranger", "1012"),
    ("general_clerk", "1005"),
];

/// 市民課 has two of that post, 佐藤 and 加藤; 企画課 and 総務課 one each.
const TURNS: [Turn; 6] = [
    (
        &["clerk"],
        &[("clerk", "2010"), ("stranger", "1020")],
        &["stranger"],
    ),
    (
        &["clerk"],
        &[
            ("clerk", "2010"),
            ("stranger", "1020"),
            ("general_clerk", "1020"),
        ],
        &["stranger", "general_clerk"],
    ),
    (&["clerk"], &[("clerk", "2010")], &["colleague"]),
    (
        &["clerk", "colleague"],
        &[("clerk", "2010")],
        &["colleague"],
    ),
    (
        &["clerk", "stranger"],
        &[("clerk", "2010"), ("stranger", "1020")],
        &["clerk", "stranger"],
    ),
    (&["clerk"], &[("stranger", "1020")], &["clerk"]),
];

#[tokio::test]
async fn among_several_holders_only_who_comes_takes_over_from_who_leaves() {
    for (addressed, moves, after) in TURNS {
        for hall in Hall::both("model").await {
            let id = hall
                .sent("planning_head", |form| {
                    form.follows = Follows::Post;
                    let people = addressed.iter().map(|key| hall.town.person(key));
                    form.audience.people = people.collect();
                })
                .await;
            let owing = async || {
                let mut owing = Vec::new();
                for (key, _) in STAFF {
                    if owes(&hall, key).await {
                        owing.push(key);
                    }
                }
                let author = hall.cx("planning_head").await;
                let view = circulation::show(&author, id).await.unwrap();
                assert_eq!(usize::try_from(view.total).unwrap(), owing.len());
                owing
            };
            let number = |key: &str| STAFF.iter().find(|(known, _)| *known == key).unwrap().1;
            let rows = (2..).zip(moves);
            let rows = rows.map(|(line, (key, unit))| appoint(line, number(key), unit, "主事"));
            let order = carry_out(&hall, rows.collect()).await;
            assert_eq!(owing().await, after, "{addressed:?} {moves:?}");
            undo(&hall, order).await;
            assert_eq!(owing().await, addressed, "undone: {addressed:?} {moves:?}");
        }
    }
}

#[tokio::test]
async fn what_is_owed_again_passes_to_nobody_who_held_the_post_all_along() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.follows = Follows::Post;
                form.audience.people = vec![hall.town.person("clerk")];
            })
            .await;
        // Another's confirmation is still to come, so that it stays open.
        let author = hall.cx("planning_head").await;
        let mayor = Audience {
            people: vec![hall.town.person("mayor")],
            ..Audience::default()
        };
        let _ = circulation::add(&author, id, 2, &mayor).await.unwrap();
        let clerk = hall.cx("clerk").await;
        let _ = circulation::confirm(&clerk, id, 1, "").await.unwrap();
        let rows = vec![
            appoint(2, "1007", "2010", "主事"),
            appoint(3, "1012", "1020", "主事"),
        ];
        carry_out(&hall, rows).await;
        assert!(!owes(&hall, "stranger").await);
        let author = hall.cx("planning_head").await;
        let view = circulation::show(&author, id).await.unwrap();
        let form = yakusho_messaging::circulation::CirculationForm {
            body: "期日は金曜日です。".to_owned(),
            follows: Follows::Post,
            audience: view.audience.unwrap(),
            ..circular()
        };
        let _ = circulation::edit(&author, id, view.revision, form, Change::Material)
            .await
            .unwrap();
        assert!(owes(&hall, "stranger").await);
        assert!(!owes(&hall, "colleague").await && !owes(&hall, "clerk").await);
    }
}
