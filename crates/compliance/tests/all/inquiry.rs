//! Questions about what sections register.

use time::macros::date;
use yakusho_compliance::Items;
use yakusho_compliance::duty::{self, Ledger, View as Owed};
use yakusho_compliance::inquiry::{self, InquiryId, View, notices};
use yakusho_compliance::notices as duties;
use yakusho_kernel::{Conflict, Fault};
use yakusho_testkit::keeps;

use crate::provision::wrong;
use crate::things::{HIDDEN, OF_UNIT, OFFICIAL, PERSONAL, thing};
use crate::{Hall, TODAY};

impl Hall {
    async fn ask(&self, items: &Items, key: &str, number: u128) -> Result<InquiryId, Fault> {
        let cx = self.cx(key).await;
        let asked = inquiry::ask(&cx, items, &thing(number), "十時は空いていますか。").await;
        asked.map(|id| *id)
    }

    async fn reply(&self, key: &str, id: InquiryId) -> Result<(), Fault> {
        let cx = self.cx(key).await;
        let revision = inquiry::show(&cx, id).await?.inquiry.revision;
        let answered = inquiry::answer(&cx, id, revision, "空いています。").await;
        answered.map(|_| ())
    }

    async fn assign(&self, key: &str, id: InquiryId, to: &str) -> Result<(), Fault> {
        let cx = self.cx(key).await;
        let revision = inquiry::show(&cx, id).await?.inquiry.revision;
        let to = self.town.person(to);
        inquiry::assign(&cx, id, revision, to).await.map(|_| ())
    }

    async fn listed(&self, key: &str, view: View) -> Vec<InquiryId> {
        let cx = self.cx(key).await;
        let page = inquiry::list(&cx, view, None, 10).await.unwrap();
        page.items.into_iter().map(|one| one.id).collect()
    }

    async fn owes(&self, key: &str) -> usize {
        let cx = self.cx(key).await;
        let ledger = Ledger::with([]);
        let page = ledger.list(&cx, Owed::Mine, (None, None), None, 10);
        let owed = page.await.unwrap().items;
        let owed = owed.iter().filter(|one| one.kind == "inquiry.owed");
        owed.filter(|one| one.about.kind == "compliance.inquiry")
            .count()
    }
}

#[tokio::test]
async fn a_question_reaches_the_manager_who_has_it_answered() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:6-2(2)");
        let items = hall.items(false).await;
        let id = hall.ask(&items, "stranger", OFFICIAL).await.unwrap();
        assert_eq!(hall.told("head").await, [notices::ASKED]);
        assert_eq!(hall.owes("head").await, 1);
        assert_eq!(hall.listed("head", View::Open).await, [id]);
        let cx = hall.cx("stranger").await;
        let shown = inquiry::show(&cx, id).await.unwrap();
        assert_eq!(shown.inquiry.title, "窓口の混雑予想");
        assert_eq!(shown.inquiry.due, date!(2026 - 11 - 27), "seven days");
        assert!(!shown.may.answer && !shown.may.assign);

        let refused = hall.assign("head", id, "planning_head").await;
        assert_eq!(wrong(refused), [("person".to_owned(), "unknown")]);
        hall.assign("head", id, "clerk").await.unwrap();
        assert_eq!(hall.told("clerk").await, [notices::ASSIGNED]);
        assert_eq!(hall.listed("clerk", View::Open).await, [id]);
        assert_eq!(hall.owes("head").await, 1, "it stays the manager's");
        hall.reply("clerk", id).await.unwrap();

        assert_eq!(hall.told("stranger").await, [notices::ANSWERED]);
        assert_eq!(hall.owes("head").await, 0);
        assert!(hall.listed("head", View::Open).await.is_empty());
        assert_eq!(hall.listed("head", View::Answered).await, [id]);
        assert_eq!(hall.listed("stranger", View::Mine).await, [id]);
        let shown = inquiry::show(&cx, id).await.unwrap().inquiry;
        assert_eq!(shown.answer.unwrap().text, "空いています。");
        let again = hall.reply("head", id).await;
        let expected = "inquiry_answered";
        assert!(matches!(again, Err(Fault::Conflict(Conflict { code })) if code == expected));
    }
}

#[tokio::test]
async fn an_open_question_reminds_on_its_days_and_goes_to_whoever_is_above() {
    for hall in Hall::both("nogata").await {
        let items = hall.items(false).await;
        let id = hall.ask(&items, "stranger", OFFICIAL).await.unwrap();
        let night = async || duty::nightly::remind(&hall.town.system()).await.unwrap();
        for (day, expected) in [
            (TODAY, 1),
            (date!(2026 - 11 - 25), 0),
            (date!(2026 - 11 - 26), 1),
            (date!(2026 - 11 - 27), 1),
            (date!(2026 - 11 - 28), 1),
            (date!(2026 - 11 - 30), 0),
            (date!(2026 - 12 - 01), 1),
        ] {
            hall.turn_to(day);
            assert_eq!(night().await, expected, "{day}");
        }
        let told = hall.told("affairs_director").await;
        assert_eq!(told, [duties::DUTY_ESCALATED]);
        hall.reply("head", id).await.unwrap();
        hall.turn_to(date!(2026 - 12 - 02));
        assert_eq!(night().await, 0);
    }
}

#[tokio::test]
async fn one_asks_about_what_one_sees_and_what_is_a_sections() {
    for hall in Hall::both("nogata").await {
        let items = hall.items(false).await;
        let hidden = hall.ask(&items, "clerk", HIDDEN).await;
        assert!(matches!(hidden, Err(Fault::NotFound)));
        let personal = hall.ask(&items, "clerk", PERSONAL).await;
        assert!(matches!(personal, Err(Fault::Denied(denied)) if denied.why == "no_section"));
        let cx = hall.cx("clerk").await;
        let empty = inquiry::ask(&cx, &items, &thing(OFFICIAL), " \n").await;
        assert_eq!(wrong(empty), [("question".to_owned(), "required")]);

        // What a unit registers is its section's to answer.
        let id = hall.ask(&items, "clerk", OF_UNIT).await.unwrap();
        assert_eq!(hall.listed("systems_head", View::Open).await, [id]);
        assert!(hall.listed("head", View::Open).await.is_empty());
        for (key, sees) in [
            ("clerk", true),
            ("systems_head", true),
            ("administrator", true),
            ("supervisor", true),
            ("head", false),
            ("planning_head", false),
        ] {
            let shown = inquiry::show(&hall.cx(key).await, id).await;
            assert_eq!(shown.is_ok(), sees, "{key}");
        }
        let asker = hall.reply("clerk", id).await;
        assert!(matches!(asker, Err(Fault::Denied(denied)) if denied.why == "not_asked_to_answer"));
        let assigned = hall.assign("clerk", id, "clerk").await;
        assert!(
            matches!(assigned, Err(Fault::Denied(denied)) if denied.why == "not_section_manager")
        );
    }
}

#[tokio::test]
async fn of_many_who_answer_at_once_one_does() {
    for hall in Hall::both("nogata").await {
        let items = hall.items(false).await;
        let id = hall.ask(&items, "stranger", OFFICIAL).await.unwrap();
        let mut at_once = tokio::task::JoinSet::new();
        for _ in 0..10 {
            let cx = hall.cx("head").await;
            at_once.spawn(async move { inquiry::answer(&cx, id, 1, "回答").await.is_ok() });
        }
        let done = at_once.join_all().await;
        assert_eq!(done.into_iter().filter(|done| *done).count(), 1);
    }
}

#[tokio::test]
async fn where_no_article_asks_for_it_there_are_no_questions() {
    for hall in Hall::both("shiroishi").await {
        let items = hall.items(false).await;
        let asked = hall.ask(&items, "stranger", OFFICIAL).await;
        assert!(matches!(asked, Err(Fault::NotFound)));
        let listed = inquiry::list(&hall.cx("head").await, View::Open, None, 10).await;
        assert!(matches!(listed, Err(Fault::NotFound)));
    }
}
