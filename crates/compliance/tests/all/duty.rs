//! The ledger of duties.

use time::macros::date;
use time::{Date, Duration};
use yakusho_audit::Filter;
use yakusho_compliance::duty::{self, DutyForm, DutyId, DutyState, Ledger, View};
use yakusho_compliance::notices;
use yakusho_compliance::procedure::Verdict;
use yakusho_kernel::{Conflict, Debtor, Fault, Invalid, Owed, Reason, Saved, Subject as _};
use yakusho_regulation::Rule;

use crate::{Hall, TODAY};

impl Hall {
    /// A duty of the head of the citizens' section, entered by the administrator.
    async fn entered(&self, title: &str, due: Date) -> DutyId {
        self.entered_by("administrator", title, due).await.unwrap()
    }

    async fn entered_by(&self, key: &str, title: &str, due: Date) -> Result<DutyId, Fault> {
        let form = DutyForm {
            title: title.to_owned(),
            section: self.town.unit("citizens"),
            due,
            rule: Some(Rule::DataUseApproved),
        };
        Ok(*duty::enter(&self.cx(key).await, form).await?)
    }

    /// What that person sees in a view, the first page of a hundred.
    async fn owed(&self, key: &str, view: View) -> Vec<Owed> {
        let cx = self.cx(key).await;
        let page = ledger().list(&cx, view, (None, None), None, 100).await;
        page.unwrap().items
    }

    async fn close(&self, key: &str, id: DutyId, state: DutyState) -> Result<(), Fault> {
        let cx = self.cx(key).await;
        let ended = duty::close(&cx, id, state, "年度の計画のとおり。").await;
        ended.map(Saved::into_inner)
    }

    pub(crate) async fn night(&self) -> usize {
        duty::nightly::remind(&self.town.system()).await.unwrap()
    }
}

fn ledger() -> Ledger {
    Ledger::with([])
}

fn kinds(owed: &[Owed]) -> Vec<&'static str> {
    owed.iter().map(|one| one.kind).collect()
}

#[tokio::test]
async fn each_is_reminded_of_once_on_its_days_and_whoever_is_above_is_told_in_the_end() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        hall.submitted(data).await;
        // Due on 7 December: a week, a day and none before; more than three days after.
        for (day, expected) in [
            (TODAY, 0),
            (date!(2026 - 11 - 29), 0),
            (date!(2026 - 11 - 30), 1),
            (date!(2026 - 12 - 05), 0),
            (date!(2026 - 12 - 06), 1),
            (date!(2026 - 12 - 07), 1),
            (date!(2026 - 12 - 08), 1),
            (date!(2026 - 12 - 10), 0),
            (date!(2026 - 12 - 11), 1),
            (date!(2026 - 12 - 12), 0),
        ] {
            hall.turn_to(day);
            assert_eq!(hall.night().await, expected, "{day}");
            assert_eq!(hall.night().await, 0, "{day}, again");
        }
        assert_eq!(
            hall.told("head").await,
            [
                notices::WAITING,
                notices::DUTY_AHEAD,
                notices::DUTY_AHEAD,
                notices::DUTY_AHEAD,
                notices::DUTY_OVERDUE,
            ]
        );
        let above = hall.told("affairs_director").await;
        assert_eq!(above, [notices::DUTY_ESCALATED]);
        let head = hall.cx("head").await;
        let by_hand = duty::nightly::remind(&head).await;
        assert!(matches!(by_hand, Err(Fault::Denied(_))));
    }
}

#[tokio::test]
async fn whoever_owes_heads_or_oversees_sees_it_and_nobody_else() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        hall.submitted(data).await;
        hall.entered("防災訓練の実施", date!(2026 - 12 - 01)).await;

        let mine = hall.owed("head", View::Mine).await;
        assert_eq!(kinds(&mine), ["duty.entered", notices::WAITING]);
        assert!(mine.is_sorted_by_key(|one| one.due));
        assert!(hall.owed("clerk", View::Mine).await.is_empty());
        assert!(hall.owed("planning_head", View::Mine).await.is_empty());

        let ends = "account.ends_soon";
        let section = hall.owed("affairs_director", View::Section).await;
        assert_eq!(kinds(&section), ["duty.entered", notices::WAITING, ends]);
        let fixed_term = Debtor::Person(hall.town.person("fixed_term"));
        assert_eq!(section[2].by, fixed_term);
        assert_eq!(kinds(&hall.owed("fixed_term", View::Mine).await), [ends]);
        assert!(hall.owed("planning_head", View::Section).await.is_empty());
        assert_eq!(hall.owed("administrator", View::All).await.len(), 3);

        for (key, view) in [("clerk", View::Section), ("head", View::All)] {
            let cx = hall.cx(key).await;
            let page = ledger().list(&cx, view, (None, None), None, 10).await;
            assert!(matches!(page, Err(Fault::Denied(_))), "{key} {view:?}");
        }
    }
}

#[tokio::test]
async fn pages_of_several_sources_are_whole_and_in_order() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        for day in [7, 8, 9] {
            hall.submitted(data).await;
            let due = date!(2026 - 12 - 01).replace_day(day).unwrap();
            hall.entered("点検", due).await;
            hall.entered("報告", due).await;
        }
        let cx = hall.cx("administrator").await;
        let whole = hall.owed("administrator", View::All).await;
        assert_eq!(whole.len(), 10);
        assert!(whole.is_sorted_by_key(|one| one.due));
        for size in [1, 2, 3, 7] {
            let mut read = Vec::new();
            let mut after = None;
            loop {
                let (ledger, days) = (ledger(), (None, None));
                let page = ledger.list(&cx, View::All, days, after.as_ref(), size);
                let page = page.await.unwrap();
                read.extend(page.items);
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(read, whole, "{size} at once");
        }
        let days = (Some(date!(2026 - 12 - 08)), Some(date!(2026 - 12 - 08)));
        let one_day = ledger().list(&cx, View::All, days, None, 10).await.unwrap();
        assert_eq!(kinds(&one_day.items), ["duty.entered"; 2]);
    }
}

#[tokio::test]
async fn what_was_entered_ends_once_with_its_evidence() {
    for hall in Hall::both("shiroishi").await {
        let refused = hall.entered_by("head", "点検", TODAY).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let past = hall.entered_by("administrator", "点検", date!(2026 - 11 - 19));
        assert_eq!(field(past.await), ("due".to_owned(), Reason::Past));
        let id = hall.entered("点検", TODAY).await;

        for key in ["clerk", "stranger", "planning_head"] {
            let seen = duty::show(&hall.cx(key).await, id).await;
            assert!(matches!(seen, Err(Fault::NotFound)), "{key}");
        }
        hall.world.clock.turn(Duration::minutes(1));
        hall.close("head", id, DutyState::Done).await.unwrap();
        let again = hall.close("head", id, DutyState::Done).await;
        assert!(matches!(again, Err(Fault::Conflict(Conflict::CHANGED))));

        let shown = duty::show(&hall.cx("head").await, id).await.unwrap();
        assert_eq!(shown.state, DutyState::Done);
        let evidence = shown.ended.unwrap().by;
        let admin = hall.cx("administrator").await;
        let filter = Filter {
            subject: Some(id.reference()),
            outcome: Some("done".to_owned()),
            ..Filter::default()
        };
        let trail = yakusho_audit::search(&admin, &filter, None, 10)
            .await
            .unwrap();
        let trail = trail.into_inner().items;
        let acts: Vec<_> = trail.iter().map(|one| (one.act.as_str(), one.id)).collect();
        assert_eq!(
            acts,
            [("duty.close", evidence), ("duty.enter", shown.opened_by)]
        );

        let head = hall.cx("head").await;
        let ended = duty::closed(&head, View::Mine, None, 10).await.unwrap();
        assert_eq!(ended.items.len(), 1);
        assert!(hall.owed("head", View::Mine).await.is_empty());
    }
}

#[tokio::test]
async fn one_is_dropped_by_the_administrator_for_a_reason() {
    for hall in Hall::both("shiroishi").await {
        let id = hall.entered("点検", TODAY).await;
        let by_head = hall.close("head", id, DutyState::Dropped).await;
        assert!(matches!(by_head, Err(Fault::Denied(_))));
        let admin = hall.cx("administrator").await;
        let silent = duty::close(&admin, id, DutyState::Dropped, " ").await;
        let silent = silent.map(|_| id);
        assert_eq!(field(silent), ("reason".to_owned(), Reason::Required));
        hall.close("administrator", id, DutyState::Dropped)
            .await
            .unwrap();
        let shown = duty::show(&admin, id).await.unwrap();
        assert_eq!(shown.state, DutyState::Dropped);
        assert!(shown.ended.unwrap().remark.is_some());
    }
}

#[tokio::test]
async fn the_end_of_an_approval_is_told_until_it_is_followed_or_over() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        hall.decide("head", id, Verdict::Grant).await.unwrap();
        let mine = hall.owed("planning_head", View::Mine).await;
        assert_eq!(kinds(&mine), [notices::USE_ENDS]);
        assert_eq!(mine[0].due, date!(2026 - 11 - 30));
        assert_eq!(mine[0].about, id.reference());
        assert_eq!(hall.night().await, 0);
        hall.turn_to(date!(2026 - 11 - 23));
        assert_eq!(hall.night().await, 1);
        hall.turn_to(date!(2026 - 11 - 30));
        assert_eq!(hall.owed("planning_head", View::Mine).await.len(), 1);
        hall.turn_to(date!(2026 - 12 - 01));
        assert!(hall.owed("planning_head", View::Mine).await.is_empty());
    }
}

/// The one field that is at fault, and why.
fn field(result: Result<DutyId, Fault>) -> (String, Reason) {
    match result {
        Err(Fault::Invalid(Invalid { mut errors })) => {
            let error = errors.remove(0);
            (error.field, error.reason)
        }
        other => unreachable!("{other:?}"),
    }
}
