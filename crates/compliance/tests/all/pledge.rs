//! Pledges, from the text to the day on which somebody leaves.

use time::Date;
use time::macros::date;
use yakusho_accounts::staff::{self, Status};
use yakusho_compliance::duty::{Ledger, View};
use yakusho_compliance::pledge::{
    self, NewText, Occasion, PledgeKind, PledgeTextId, Pledged, notices,
};
use yakusho_kernel::{Conflict, Fault, Invalid, Owed, ProxyKind, Saved};
use yakusho_regulation::City;
use yakusho_testkit::keeps;

use crate::{Hall, MUKO, TODAY, city_of};

const SECRECY: &str = "職務上知り得た秘密を漏らしません。職を離れた後も同様とします。";

impl Hall {
    async fn set(&self, kind: PledgeKind, body: &str) -> PledgeTextId {
        self.set_by("affairs_director", kind, body, self.today())
            .await
            .unwrap()
    }

    async fn set_by(
        &self,
        key: &str,
        kind: PledgeKind,
        body: &str,
        effective_on: Date,
    ) -> Result<PledgeTextId, Fault> {
        let new = NewText {
            kind,
            effective_on,
            body: body.to_owned(),
        };
        Ok(*pledge::publish(&self.cx(key).await, new).await?)
    }

    fn today(&self) -> Date {
        self.town.system().today()
    }

    async fn gives(&self, key: &str, text: PledgeTextId, on: Occasion) -> Result<(), Fault> {
        let given = pledge::give(&self.cx(key).await, text, on).await?;
        let _ = Saved::into_inner(given);
        Ok(())
    }

    /// What that person is asked for: occasion and whether they gave it.
    async fn is_asked(&self, key: &str) -> Vec<(Occasion, bool)> {
        let asked = pledge::asked(&self.cx(key).await).await.unwrap();
        let told = |one: Pledged| (one.occasion, one.given.is_some());
        asked.into_iter().map(told).collect()
    }

    /// How many owe the pledge of secrecy, and how many of them are late with it.
    async fn secrecy_owed(&self) -> (u64, u64) {
        let cx = self.cx("administrator").await;
        let all = Ledger::with([]).tally(&cx).await.unwrap();
        let own = all.iter();
        let own = own.filter(|one| one.rule == PledgeKind::Secrecy.rule());
        own.fold((0, 0), |(open, late), one| {
            (open + one.open, late + one.overdue)
        })
    }

    /// The pledges that somebody owes: kind of duty and day.
    async fn pledges_owed(&self, key: &str) -> Vec<(&'static str, Date)> {
        let cx = self.cx(key).await;
        let ledger = Ledger::with([]);
        let page = ledger.list(&cx, View::Mine, (None, None), None, 100).await;
        let owed = page.unwrap().items.into_iter();
        let own = owed.filter(|one: &Owed| notices::ALL.contains(&one.kind));
        own.map(|one| (one.kind, one.due)).collect()
    }
}

fn conflict(outcome: &Result<(), Fault>) -> &'static str {
    match outcome {
        Err(Fault::Conflict(Conflict { code })) => code,
        other => unreachable!("{other:?}"),
    }
}

#[tokio::test]
async fn whoever_has_an_account_pledges_to_observe_law_and_policy() {
    for hall in Hall::both("muko").await {
        keeps!("muko:18");
        assert_eq!(hall.pledges_owed("clerk").await, []);
        let text = hall
            .set(PledgeKind::Observance, "関係法規を遵守します。")
            .await;
        let due = date!(2026 - 12 - 04);
        for key in ["clerk", "fixed_term", "head"] {
            assert_eq!(
                hall.pledges_owed(key).await,
                [(notices::TO_GIVE, due)],
                "{key}"
            );
        }
        hall.gives("clerk", text, Occasion::Start).await.unwrap();
        assert_eq!(hall.pledges_owed("clerk").await, []);
        assert_eq!(hall.pledges_owed("head").await.len(), 1);

        let again = hall.gives("clerk", text, Occasion::Start).await;
        assert_eq!(conflict(&again), "pledge_given");
        let own = pledge::own(&hall.cx("clerk").await).await.unwrap();
        let [given] = &own[..] else {
            unreachable!("one was given: {own:?}");
        };
        let cx = hall.cx("clerk").await;
        let texts = pledge::texts(&cx, PledgeKind::Observance, None, 10).await;
        assert_eq!(given.digest, texts.unwrap().items[0].digest);
        assert_eq!((given.version, given.digest.len()), (1, 64));

        // Another version is pledged anew, and the one before no more.
        let next = hall
            .set(PledgeKind::Observance, "関係法規及び通知を遵守します。")
            .await;
        let old = hall.gives("head", text, Occasion::Start).await;
        assert_eq!(conflict(&old), "pledge_not_in_force");
        assert_eq!(hall.is_asked("clerk").await, [(Occasion::Start, false)]);
        hall.gives("clerk", next, Occasion::Start).await.unwrap();
        let leaving = hall.gives("head", next, Occasion::Leaving).await;
        assert_eq!(conflict(&leaving), "pledge_not_leaving");
    }
}

#[tokio::test]
async fn secrecy_is_pledged_at_the_start_and_before_an_account_ends() {
    for hall in Hall::both("muko").await {
        keeps!("muko:3");
        let text = hall.set(PledgeKind::Secrecy, SECRECY).await;
        hall.gives("fixed_term", text, Occasion::Start)
            .await
            .unwrap();
        assert_eq!(hall.pledges_owed("fixed_term").await, []);
        let early = hall.gives("fixed_term", text, Occasion::Leaving).await;
        assert_eq!(conflict(&early), "pledge_not_leaving");

        // Their account ends on 31 March: they are asked from thirty days before.
        hall.turn_to(date!(2027 - 02 - 28));
        assert_eq!(hall.pledges_owed("fixed_term").await, []);
        hall.turn_to(date!(2027 - 03 - 01));
        let last = date!(2027 - 03 - 31);
        assert_eq!(
            hall.pledges_owed("fixed_term").await,
            [(notices::BEFORE_LEAVING, last)]
        );
        assert_eq!(
            hall.is_asked("fixed_term").await,
            [(Occasion::Start, true), (Occasion::Leaving, false)]
        );
        assert_eq!(hall.is_asked("clerk").await, [(Occasion::Start, false)]);
        hall.turn_to(last);
        hall.gives("fixed_term", text, Occasion::Leaving)
            .await
            .unwrap();
        assert_eq!(hall.pledges_owed("fixed_term").await, []);
    }
}

#[tokio::test]
async fn secrecy_is_pledged_before_an_order_has_somebody_leave() {
    for hall in Hall::both("muko").await {
        keeps!("muko:3");
        let text = hall.set(PledgeKind::Secrecy, SECRECY).await;
        hall.gives("clerk", text, Occasion::Start).await.unwrap();
        let admin = hall.cx("administrator").await;
        let clerk = hall.town.person("clerk");
        let rows = staff::of_person(&admin.reader(), clerk).await.unwrap();
        let first = date!(2026 - 12 - 11);
        let _ = staff::set_status(&admin, clerk, rows[0].row, Status::Left, first, None)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        let last = date!(2026 - 12 - 10);
        assert_eq!(
            hall.pledges_owed("clerk").await,
            [(notices::BEFORE_LEAVING, last)]
        );
        assert_eq!(hall.pledges_owed("colleague").await.len(), 1);
        hall.gives("clerk", text, Occasion::Leaving).await.unwrap();
        assert_eq!(hall.pledges_owed("clerk").await, []);
        let kept = pledge::given(&hall.cx("affairs_director").await, None, 10).await;
        let kept = kept.unwrap().items;
        let occasions: Vec<Occasion> = kept.iter().map(|one| one.occasion).collect();
        assert_eq!(occasions, [Occasion::Leaving, Occasion::Start]);
        assert!(kept.iter().all(|one| one.name.contains("佐藤 花子")));
    }
}

#[tokio::test]
async fn it_is_late_the_day_after_the_city_s_days() {
    let within_a_week = format!("{MUKO}\n[[values]]\npledge_days = 7\n");
    let within_a_week = city_of("muko", &within_a_week);
    for (city, last) in [
        (&City::builtin("muko").unwrap(), date!(2026 - 12 - 04)),
        (&within_a_week, date!(2026 - 11 - 27)),
    ] {
        for hall in Hall::both_under(city).await {
            hall.set(PledgeKind::Secrecy, SECRECY).await;
            let (open, late) = hall.secrecy_owed().await;
            assert!(open > 5, "everybody has an account");
            assert_eq!(late, 0);
            hall.turn_to(last);
            assert_eq!(hall.secrecy_owed().await, (open, 0));
            hall.turn_to(last.next_day().unwrap());
            assert_eq!(hall.secrecy_owed().await, (open, open));
        }
    }
}

#[tokio::test]
async fn the_general_manager_alone_sets_texts_and_everybody_pledges_in_person() {
    for hall in Hall::both("muko").await {
        for key in ["clerk", "head", "administrator"] {
            let tried = hall.set_by(key, PledgeKind::Secrecy, SECRECY, TODAY).await;
            assert!(matches!(tried, Err(Fault::Denied(_))), "{key}");
        }
        for (body, from, field) in [
            (" \n", TODAY, "body"),
            (SECRECY, date!(2026 - 11 - 19), "effective_on"),
        ] {
            let tried = hall
                .set_by("affairs_director", PledgeKind::Secrecy, body, from)
                .await;
            let Err(Fault::Invalid(Invalid { errors })) = tried else {
                unreachable!("{field} is wrong");
            };
            assert_eq!(errors[0].field, field);
        }
        let text = hall.set(PledgeKind::Secrecy, SECRECY).await;
        let mut standing = hall.town.standing("clerk").await;
        standing.on_behalf = Some(yakusho_kernel::OnBehalf {
            person: hall.town.person("head"),
            kind: ProxyKind::Secretary,
        });
        let cx = hall.cx("clerk").await;
        let cx = cx.acting(yakusho_kernel::Actor::Person(standing.into()));
        let in_place = pledge::give(&cx, text, Occasion::Start).await;
        assert!(matches!(in_place, Err(Fault::Denied(denied)) if denied.why == "not_by_proxy"));
        let all = pledge::given(&hall.cx("clerk").await, None, 10).await;
        assert!(matches!(all, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn where_no_rule_asks_for_them_there_are_none() {
    for hall in Hall::both("shiroishi").await {
        let asked = pledge::asked(&hall.cx("clerk").await).await;
        assert!(matches!(asked, Err(Fault::NotFound)));
        assert_eq!(hall.pledges_owed("clerk").await, []);
    }
}
