//! Using another section's data, from the application to the end of the approval.

use time::Duration;
use time::macros::date;
use yakusho_compliance::data_use::{self, Asked, Checked};
use yakusho_compliance::ids::DataSetId;
use yakusho_compliance::procedure::{self, CaseState, Verdict};
use yakusho_kernel::{Fault, Invalid, Reason, Timestamp};
use yakusho_testkit::keeps;

use crate::{Hall, application, decision};

impl Hall {
    async fn check(&self, section: &str, data: DataSetId, purpose: &str) -> Checked {
        let cx = self.cx("clerk").await;
        let asked = Asked {
            section: self.town.unit(section),
            data,
            purpose: purpose.to_owned(),
        };
        data_use::check(&cx, &asked).await.unwrap().into_inner()
    }

    async fn may_use(&self, data: DataSetId) -> bool {
        self.check("planning", data, "給付対象者の抽出")
            .await
            .permits()
    }

    /// The whole of it, under the profile of a city that asks for it.
    async fn uses_data(self) {
        let data = self.data().await;
        assert!(!self.may_use(data).await, "nothing was approved");
        let id = self.submitted(data).await;
        assert!(!self.may_use(data).await, "nothing is decided");
        let state = self.decide("head", id, Verdict::Grant).await.unwrap();
        assert_eq!(state, CaseState::Granted);

        for (day, permitted) in [
            (date!(2026 - 11 - 22), false),
            (date!(2026 - 11 - 23), true),
            (date!(2026 - 11 - 30), true),
            (date!(2026 - 12 - 01), false),
        ] {
            self.turn_to(day);
            assert_eq!(self.may_use(data).await, permitted, "{day}");
        }
    }

    pub(crate) fn turn_to(&self, day: time::Date) {
        let now = self.world.clock.now();
        self.world
            .clock
            .turn(Timestamp::at(day, now.local().time()).since(now));
    }
}

#[tokio::test]
async fn in_shiroishi_it_begins_and_ends_by_itself() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:14");
        hall.uses_data().await;
    }
}

#[tokio::test]
async fn in_muko_it_begins_and_ends_by_itself() {
    for hall in Hall::both("muko").await {
        keeps!("muko:15-2");
        hall.uses_data().await;
    }
}

#[tokio::test]
async fn a_use_outside_of_what_was_approved_is_refused() {
    for hall in Hall::both("shiroishi").await {
        let (data, other) = (hall.data().await, hall.data_called("戸籍").await);
        let id = hall.submitted(data).await;
        hall.decide("head", id, Verdict::Grant).await.unwrap();
        hall.world.clock.turn(Duration::days(4));
        let purpose = "給付対象者の抽出";
        let Checked::Permitted(approval, basis) = hall.check("planning", data, purpose).await
        else {
            unreachable!("it was approved");
        };
        assert_eq!(approval.case, id);
        assert_eq!(basis.to_string(), "shiroishi:14");
        let folded = hall.check("planning", data, " 給付対象者の\n抽出").await;
        assert!(matches!(folded, Checked::Permitted(..)));
        for (section, data, purpose) in [
            ("planning", data, "広報の宛先"),
            ("planning", other, purpose),
            ("general", data, purpose),
        ] {
            let answer = hall.check(section, data, purpose).await;
            assert!(matches!(answer, Checked::Refused(_)), "{section} {purpose}");
        }
        let own = hall.check("citizens", data, purpose).await;
        assert!(matches!(own, Checked::Own));
    }
}

#[tokio::test]
async fn each_answer_is_on_record() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let cx = hall.cx("clerk").await;
        let asked = Asked {
            section: hall.town.unit("planning"),
            data,
            purpose: "広報".to_owned(),
        };
        let _ = data_use::check(&cx, &asked).await.unwrap();
        let acts = yakusho_testkit::acts_of(&cx).await;
        assert_eq!(acts, ["data_use.check"]);
    }
}

#[tokio::test]
async fn without_the_rule_nothing_is_asked_for() {
    for hall in Hall::both("nogata").await {
        let data = hall.data().await;
        let answer = hall.check("planning", data, "広報").await;
        assert!(matches!(answer, Checked::Unregulated));
        let cx = hall.cx("planning_head").await;
        let refused = hall.applied_by(&cx, data).await;
        assert!(matches!(refused, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn it_is_not_applied_for_what_is_one_s_own_or_over() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let cx = hall.cx("head").await;
        let form = hall.form("citizens", application(data));
        let id = *procedure::draw_up(&cx, yakusho_regulation::ProcedureKind::DataUse, form)
            .await
            .unwrap();
        let fault = procedure::submit(&cx, id, 1, cx.today()).await;
        assert!(is_at(&fault, "answers.data", &Reason::Code("own_data")));

        let id = hall.applied(data).await;
        hall.world.clock.turn(Duration::days(11));
        let fault = hall.submit(id).await;
        assert!(is_at(&fault, "answers.period.last", &Reason::Past));
    }
}

fn is_at<T>(fault: &Result<T, Fault>, field: &str, reason: &Reason) -> bool {
    match fault {
        Err(Fault::Invalid(Invalid { errors })) => {
            matches!(&errors[..], [one] if one.field == field && one.reason == *reason)
        }
        _ => false,
    }
}

#[tokio::test]
async fn an_approval_that_came_late_holds_from_the_day_on_which_it_was_given() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        hall.turn_to(date!(2026 - 11 - 26));
        let cx = hall.cx("head").await;
        let revision = procedure::show(&cx, id).await.unwrap().revision;
        let given = decision(Verdict::Grant, date!(2026 - 11 - 25));
        let _ = procedure::decide(&cx, id, revision, given).await.unwrap();
        let section = hall.town.unit("planning");
        let held = data_use::approvals(&cx, section, None, 10).await.unwrap();
        let [approval] = &held.items[..] else {
            unreachable!("one approval was given");
        };
        assert_eq!(
            approval.days,
            (date!(2026 - 11 - 25), date!(2026 - 11 - 30))
        );
    }
}

#[tokio::test]
async fn it_is_renewed_by_another_like_it() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        hall.decide("head", id, Verdict::Grant).await.unwrap();
        let cx = hall.cx("planning_head").await;
        let again = *procedure::copy(&cx, id).await.unwrap();
        let (first, second) = (
            hall.show("planning_head", id).await,
            hall.show("planning_head", again).await,
        );
        assert_eq!(second.state, CaseState::Draft);
        assert_eq!(first.content.answers, second.content.answers);
    }
}
