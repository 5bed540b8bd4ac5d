//! Providing data outside, from the consultation to the certificate of their return.

mod plans;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use time::Date;
use time::macros::date;
use yakusho_attachments::{Attachment, AttachmentId};
use yakusho_blobs::{BlobHash, Stored};
use yakusho_compliance::duty::{self, Ledger};
use yakusho_compliance::ids::DataSetId;
use yakusho_compliance::procedure::{self, CaseId, Verdict};
use yakusho_compliance::provision::{
    self, AgreementForm, AgreementState, Condition, EventForm, EventKind, ProvisionId,
    ProvisionView, ReleaseForm, Standing, View, notices,
};
use yakusho_kernel::{Fault, Invalid, Timestamp};
use yakusho_regulation::{ProcedureKind, Rule};
use yakusho_testkit::keeps;

use crate::{Hall, TODAY, object};

/// The last day of what is provided here.
const LAST: Date = date!(2026 - 12 - 18);

pub(crate) fn consultation(data: DataSetId) -> Map<String, Value> {
    object(json!({
        "data": data.to_string(),
        "recipient": "株式会社みやぎ印刷",
        "purpose": "選挙の入場整理券の印刷",
        "period": { "first": TODAY.to_string(), "last": LAST.to_string() },
        "items": "氏名及び住所、約27,000件",
        "method": "media",
        "protection": "施錠した室で扱う。",
    }))
}

/// A text on each of the seven conditions, but those.
pub(crate) fn agreed_but(missing: &[Condition]) -> AgreementForm {
    let named = Condition::named();
    let clauses = named.map(|one| {
        let text = if missing.contains(&one) {
            " \n".to_owned()
        } else {
            format!("第{}条 乙は、これを守る。", one.item())
        };
        (one, text)
    });
    AgreementForm {
        days: (TODAY, LAST),
        clauses: clauses.collect::<BTreeMap<_, _>>(),
        files: Vec::new(),
    }
}

/// The code of the refusal or of the conflict that an act met.
fn why<T>(outcome: &Result<T, Fault>) -> &str {
    match outcome {
        Ok(_) => "done",
        Err(Fault::Denied(denied)) => denied.why,
        Err(Fault::Conflict(conflict)) => conflict.code,
        Err(Fault::NotFound) => "not_found",
        Err(fault) => unreachable!("{fault}"),
    }
}

/// The fields that an act was refused for, with the codes.
pub(crate) fn wrong<T>(outcome: Result<T, Fault>) -> Vec<(String, &'static str)> {
    match outcome {
        Err(Fault::Invalid(Invalid { errors })) => errors
            .into_iter()
            .map(|error| (error.field, error.reason.code()))
            .collect(),
        Err(fault) => unreachable!("{fault}"),
        Ok(_) => Vec::new(),
    }
}

impl Hall {
    /// A consultation of the citizens' section on form 8, as a draft.
    pub(crate) async fn to_provide(&self, data: DataSetId) -> CaseId {
        let cx = self.cx("head").await;
        let form = self.form("citizens", consultation(data));
        *procedure::draw_up(&cx, ProcedureKind::Provision, form)
            .await
            .unwrap()
    }

    pub(crate) async fn submit_as(&self, key: &str, id: CaseId) -> Result<i32, Fault> {
        let cx = self.cx(key).await;
        let revision = procedure::show(&cx, id).await?.revision;
        Ok(procedure::submit(&cx, id, revision, cx.today())
            .await?
            .number)
    }

    /// One that was granted by the general manager today.
    pub(crate) async fn provided(&self) -> (CaseId, ProvisionId) {
        let data = self.data().await;
        let case = self.to_provide(data).await;
        self.submit_as("head", case).await.unwrap();
        self.decide("deputy_mayor", case, Verdict::Grant)
            .await
            .unwrap();
        let cx = self.cx("head").await;
        let found = provision::of_case(&cx, case).await.unwrap();
        (case, found.unwrap())
    }

    pub(crate) async fn provision(&self, id: ProvisionId) -> ProvisionView {
        provision::show(&self.cx("head").await, id).await.unwrap()
    }

    pub(crate) async fn revision(&self, id: ProvisionId) -> i32 {
        self.provision(id).await.agreement.unwrap().revision
    }

    pub(crate) async fn draw_up(&self, case: CaseId, form: AgreementForm) -> Result<(), Fault> {
        let cx = self.cx("head").await;
        let _ = provision::draw_up_agreement(&cx, case, form).await?;
        Ok(())
    }

    pub(crate) async fn word(&self, key: &str, id: ProvisionId, needs: &str) -> Result<(), Fault> {
        let (cx, revision) = (self.cx(key).await, self.revision(id).await);
        let _ = provision::give_word(&cx, id, revision, needs, cx.today()).await?;
        Ok(())
    }

    pub(crate) async fn conclude(&self, id: ProvisionId) -> Result<(), Fault> {
        let (cx, revision) = (self.cx("head").await, self.revision(id).await);
        let _ = provision::conclude(&cx, id, revision, cx.today()).await?;
        Ok(())
    }

    /// One with an agreement that was concluded today, in force until its last day.
    pub(crate) async fn agreed(&self) -> (CaseId, ProvisionId) {
        let (case, id) = self.provided().await;
        self.draw_up(case, agreed_but(&[])).await.unwrap();
        self.word("deputy_mayor", id, "").await.unwrap();
        self.conclude(id).await.unwrap();
        (case, id)
    }

    pub(crate) fn handed_over(&self, on: Date) -> ReleaseForm {
        ReleaseForm {
            on,
            what: "入場整理券の宛名".to_owned(),
            records: 27_031,
            digest: "AB".repeat(32),
            how: "暗号化した媒体の手渡し".to_owned(),
            received_by: "印刷部 高橋".to_owned(),
            handed_by: self.town.person("clerk"),
        }
    }

    pub(crate) async fn release(&self, case: CaseId, on: Date) -> Result<(), Fault> {
        let cx = self.cx("clerk").await;
        let _ = provision::release(&cx, case, self.handed_over(on)).await?;
        Ok(())
    }

    pub(crate) async fn end(&self, id: ProvisionId, on: Date) -> Result<(), Fault> {
        let (cx, revision) = (self.cx("head").await, self.revision(id).await);
        let _ = provision::end_early(&cx, id, revision, on, "契約の解除").await?;
        Ok(())
    }

    pub(crate) async fn bring_back(
        &self,
        id: ProvisionId,
        files: Vec<AttachmentId>,
    ) -> Result<(), Fault> {
        let (cx, revision) = (self.cx("head").await, self.revision(id).await);
        let form = EventForm {
            files,
            ..happened(EventKind::Disposed, cx.today())
        };
        let _ = provision::return_data(&cx, id, revision, form).await?;
        Ok(())
    }

    /// A file that the head of the section uploaded.
    pub(crate) async fn certificate(&self) -> Attachment {
        let stored = Stored {
            hash: BlobHash::of("廃棄証明書".as_bytes()),
            size: 15,
            media_type: "text/plain",
        };
        let cx = self.cx("head").await;
        let saved = yakusho_attachments::receive(&cx, "証明書.txt", stored).await;
        saved.unwrap().into_inner()
    }

    pub(crate) fn turn(&self, day: Date) {
        let now = self.world.clock.now();
        let then = Timestamp::at(day, now.local().time());
        self.world.clock.turn(then.since(now));
    }

    pub(crate) async fn remind(&self) -> usize {
        provision::nightly::remind(&self.town.system())
            .await
            .unwrap()
    }
}

fn happened(kind: EventKind, on: Date) -> EventForm {
    EventForm {
        kind,
        on,
        what: "媒体一式".to_owned(),
        how: "細断した。".to_owned(),
        files: Vec::new(),
    }
}

#[tokio::test]
async fn nothing_is_agreed_or_released_before_form_8_was_submitted() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:15-1");
        let data = hall.data().await;
        let case = hall.to_provide(data).await;
        let head = hall.cx("head").await;
        let release = async || {
            let form = hall.handed_over(TODAY);
            provision::release(&head, case, form).await.map(drop)
        };
        let agree = async || hall.draw_up(case, agreed_but(&[])).await;
        assert_eq!(why(&agree().await), "not_submitted");
        assert_eq!(why(&release().await), "not_submitted");
        hall.submit_as("head", case).await.unwrap();
        // What the article asks for was done; that it is granted is the house's rule.
        assert_eq!(why(&agree().await), "not_granted");
        assert_eq!(why(&release().await), "not_granted");
        hall.decide("deputy_mayor", case, Verdict::Grant)
            .await
            .unwrap();
        assert_eq!(why(&release().await), "no_agreement");
        assert_eq!(why(&agree().await), "done");
        assert_eq!(why(&agree().await), "agreement_exists");
    }
}

#[tokio::test]
async fn data_are_released_only_on_days_on_which_an_agreement_is_in_force() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:15-3");
        let (case, id) = hall.provided().await;
        assert_eq!(why(&hall.release(case, TODAY).await), "no_agreement");
        hall.turn(date!(2026 - 11 - 24));
        let later = AgreementForm {
            days: (date!(2026 - 11 - 25), LAST),
            ..agreed_but(&[])
        };
        hall.draw_up(case, later).await.unwrap();
        hall.word("deputy_mayor", id, "").await.unwrap();
        let today = date!(2026 - 11 - 24);
        assert_eq!(why(&hall.release(case, today).await), "no_agreement");
        hall.conclude(id).await.unwrap();
        assert_eq!(hall.provision(id).await.standing, Standing::Ahead);
        assert_eq!(why(&hall.release(case, today).await), "no_agreement");
        for (day, expected) in [
            (date!(2026 - 11 - 25), "done"),
            (LAST, "done"),
            (date!(2026 - 12 - 19), "no_agreement"),
        ] {
            hall.turn(day);
            assert_eq!(why(&hall.release(case, day).await), expected, "{day}");
        }
        // What was done in time is entered late.
        assert_eq!(why(&hall.release(case, LAST).await), "done");
        let tomorrow = date!(2026 - 12 - 20);
        assert_eq!(why(&hall.release(case, tomorrow).await), "no_agreement");
        let cx = hall.cx("head").await;
        let first = provision::releases(&cx, id, None, 2).await.unwrap();
        assert_eq!(first.items.len(), 2);
        let rest = provision::releases(&cx, id, first.next.as_ref(), 2).await;
        let [release] = &rest.unwrap().items[..] else {
            unreachable!("three releases are on record");
        };
        assert_eq!(release.on, date!(2026 - 11 - 25));
        assert_eq!(release.digest, "ab".repeat(32));
        assert_eq!(release.handed_name, "主事 佐藤 花子");
    }
}

#[tokio::test]
async fn it_is_not_concluded_while_one_of_eight_conditions_is_missing() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:15-4");
        let (case, id) = hall.provided().await;
        hall.draw_up(case, agreed_but(&[])).await.unwrap();
        let missing = |field: &str| vec![(format!("clauses.{field}"), "condition_missing")];
        assert_eq!(wrong(hall.conclude(id).await), missing("other"));
        hall.word("deputy_mayor", id, "再委託は、事前の承諾による。")
            .await
            .unwrap();
        for one in Condition::named() {
            let (cx, revision) = (hall.cx("head").await, hall.revision(id).await);
            let lacking = agreed_but(&[one]);
            let _ = provision::change_agreement(&cx, id, revision, lacking)
                .await
                .unwrap();
            let state = hall.provision(id).await.agreement.unwrap().state;
            assert_eq!(state, AgreementState::Draft);
            let outcome = hall.conclude(id).await;
            let Err(Fault::Invalid(Invalid { errors })) = &outcome else {
                unreachable!("{one:?} is missing");
            };
            let basis = errors[0].basis.as_ref().unwrap();
            assert_eq!(basis.to_string(), "shiroishi:15-4");
            assert_eq!(wrong(outcome), missing(one.code()));
        }
        let (cx, revision) = (hall.cx("head").await, hall.revision(id).await);
        let _ = provision::change_agreement(&cx, id, revision, agreed_but(&[]))
            .await
            .unwrap();
        hall.conclude(id).await.unwrap();
        let agreement = hall.provision(id).await.agreement.unwrap();
        assert_eq!(agreement.state, AgreementState::Concluded);
        let eighth = agreement.clause(Condition::Other).unwrap();
        assert_eq!(eighth.text, "再委託は、事前の承諾による。");
        let digest = BlobHash::of(eighth.text.as_bytes());
        assert_eq!(eighth.digest, digest.to_string());
        // What was concluded does not change.
        let revision = hall.revision(id).await;
        let changed = provision::change_agreement(&cx, id, revision, agreed_but(&[])).await;
        assert_eq!(why(&changed), "agreement_concluded");
        let late = hall.word("deputy_mayor", id, "").await;
        assert_eq!(why(&late), "agreement_concluded");
        assert_eq!(why(&hall.conclude(id).await), "agreement_concluded");
    }
}

#[tokio::test]
async fn the_word_on_the_eighth_is_the_general_manager_s() {
    for hall in Hall::both("shiroishi").await {
        let (case, id) = hall.provided().await;
        hall.draw_up(case, agreed_but(&[Condition::Damages]))
            .await
            .unwrap();
        let early = hall.word("deputy_mayor", id, "").await;
        assert_eq!(why(&early), "agreement_incomplete");
        assert!(
            !hall
                .told("deputy_mayor")
                .await
                .contains(&notices::WORD_WANTED.to_owned())
        );
        let (cx, revision) = (hall.cx("head").await, hall.revision(id).await);
        let _ = provision::change_agreement(&cx, id, revision, agreed_but(&[]))
            .await
            .unwrap();
        assert!(
            hall.told("deputy_mayor")
                .await
                .contains(&notices::WORD_WANTED.to_owned())
        );
        let waiting = async || {
            let cx = hall.cx("deputy_mayor").await;
            let listed = provision::list(&cx, View::Word, None, 10).await.unwrap();
            listed.items.len()
        };
        assert_eq!(waiting().await, 1);
        for key in ["head", "affairs_director"] {
            let outcome = hall.word(key, id, "").await;
            assert!(matches!(outcome, Err(Fault::Denied(_))), "{key}");
        }
        assert_eq!(why(&hall.word("stranger", id, "").await), "not_found");
        hall.word("deputy_mayor", id, "").await.unwrap();
        assert_eq!(waiting().await, 0);
        assert!(
            hall.told("head")
                .await
                .contains(&notices::WORD_GIVEN.to_owned())
        );
        let agreement = hall.provision(id).await.agreement.unwrap();
        assert_eq!(agreement.state, AgreementState::Ready);
        assert_eq!(agreement.word.unwrap().doer.name, "副市長 小川 次郎");
    }
}

#[tokio::test]
async fn what_was_released_is_owed_back_chased_and_evidenced() {
    for hall in Hall::both("shiroishi").await {
        let (case, id) = hall.agreed().await;
        hall.release(case, TODAY).await.unwrap();
        assert_eq!(hall.remind().await, 0);
        let certificate = hall.certificate().await.id;
        let early = hall.bring_back(id, vec![certificate]).await;
        assert_eq!(why(&early), "nothing_owed");

        // Fourteen days after the last.
        let due = date!(2027 - 01 - 01);
        for (day, told, kind) in [
            (LAST, 0, None),
            (date!(2026 - 12 - 19), 1, Some(notices::RETURN_DUE)),
            (date!(2026 - 12 - 20), 0, None),
            (date!(2026 - 12 - 29), 1, Some(notices::RETURN_NEAR)),
            (due, 1, Some(notices::RETURN_NEAR)),
            (date!(2027 - 01 - 02), 1, Some(notices::RETURN_LATE)),
            (date!(2027 - 01 - 03), 1, Some(notices::RETURN_LATE)),
        ] {
            hall.turn(day);
            assert_eq!(hall.remind().await, told, "{day}");
            assert_eq!(hall.remind().await, 0, "{day}, again");
            if let Some(kind) = kind {
                assert_eq!(hall.told("head").await.last().unwrap(), kind, "{day}");
            }
        }
        let view = hall.provision(id).await;
        assert_eq!(view.standing, Standing::Overdue);
        assert_eq!(view.agreement.unwrap().due, Some(due));
        for (key, expected) in [("head", 1), ("planning_head", 0)] {
            let cx = hall.cx(key).await;
            let ledger = Ledger::with([]);
            let owed = ledger.list(&cx, duty::View::Mine, (None, None), None, 10);
            let owed = owed.await.unwrap().items.into_iter();
            let owed: Vec<_> = owed
                .filter(|one| one.rule == Some(Rule::AgreementConditions))
                .collect();
            assert_eq!(owed.len(), expected, "{key}");
            assert!(owed.iter().all(|one| one.due == due), "{key}");
        }

        let without = hall.bring_back(id, Vec::new()).await;
        assert_eq!(wrong(without), [("files".to_owned(), "no_certificate")]);
        // An upload waits a day to be attached.
        let certificate = hall.certificate().await.id;
        hall.bring_back(id, vec![certificate]).await.unwrap();
        let view = hall.provision(id).await;
        assert_eq!(view.standing, Standing::Closed);
        assert_eq!(hall.remind().await, 0);
        assert_eq!(why(&hall.release(case, LAST).await), "no_agreement");
        let cx = hall.cx("head").await;
        let events = provision::events(&cx, id, None, 10).await.unwrap();
        assert_eq!(events.items[0].files[0].id, certificate);
        let owed = provision::list(&cx, View::Owed, None, 10).await.unwrap();
        assert!(owed.items.is_empty());
        let file = yakusho_attachments::find(&cx, &id, certificate).await;
        assert_eq!(file.unwrap().name.as_str(), "証明書.txt");
        let stranger = hall.cx("stranger").await;
        let file = yakusho_attachments::find(&stranger, &id, certificate).await;
        assert!(matches!(file, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn an_agreement_that_is_ended_early_is_out_of_force_from_that_day() {
    for hall in Hall::both("shiroishi").await {
        let (case, id) = hall.agreed().await;
        hall.turn(date!(2026 - 11 - 27));
        hall.release(case, date!(2026 - 11 - 26)).await.unwrap();
        let outcome = hall.end(id, date!(2026 - 11 - 26)).await;
        assert_eq!(wrong(outcome), [("on".to_owned(), "released_since")]);
        let outcome = hall.end(id, date!(2026 - 11 - 28)).await;
        assert_eq!(wrong(outcome), [("on".to_owned(), "day_in_future")]);
        hall.end(id, date!(2026 - 11 - 27)).await.unwrap();
        let view = hall.provision(id).await;
        assert_eq!(view.standing, Standing::Owed);
        let due = view.agreement.unwrap().due;
        assert_eq!(due, Some(date!(2026 - 12 - 10)));
        let outcome = hall.release(case, date!(2026 - 11 - 27)).await;
        assert_eq!(why(&outcome), "no_agreement");
        let outcome = hall.end(id, date!(2026 - 11 - 27)).await;
        assert_eq!(why(&outcome), "agreement_ended");
    }
}

#[tokio::test]
async fn an_agreement_under_which_nothing_was_released_leaves_nothing_owed() {
    for hall in Hall::both("shiroishi").await {
        let (_, id) = hall.agreed().await;
        hall.turn(date!(2026 - 12 - 19));
        assert_eq!(hall.provision(id).await.standing, Standing::Ended);
        assert_eq!(hall.remind().await, 0);
        let certificate = hall.certificate().await.id;
        let outcome = hall.bring_back(id, vec![certificate]).await;
        assert_eq!(why(&outcome), "nothing_owed");
    }
}

#[tokio::test]
async fn inspections_and_accidents_are_on_record() {
    for hall in Hall::both("shiroishi").await {
        let (case, id) = hall.agreed().await;
        hall.release(case, TODAY).await.unwrap();
        let clerk = hall.cx("clerk").await;
        let record = async |kind| {
            let form = happened(kind, TODAY);
            provision::record_event(&clerk, id, form).await.map(drop)
        };
        record(EventKind::Inspection).await.unwrap();
        assert!(
            !hall
                .told("deputy_mayor")
                .await
                .contains(&notices::ACCIDENT.to_owned())
        );
        record(EventKind::Accident).await.unwrap();
        for key in ["deputy_mayor", "head"] {
            assert!(
                hall.told(key).await.contains(&notices::ACCIDENT.to_owned()),
                "{key}"
            );
        }
        // The end is the head's to record, and not by this way.
        let closed = record(EventKind::Returned).await;
        assert_eq!(wrong(closed), [("kind".to_owned(), "unknown")]);
        let revision = hall.revision(id).await;
        hall.turn(date!(2026 - 12 - 19));
        let clerk = hall.cx("clerk").await;
        let form = happened(EventKind::Returned, date!(2026 - 12 - 19));
        let outcome = provision::return_data(&clerk, id, revision, form).await;
        assert_eq!(why(&outcome), "not_section_manager");
        let events = provision::events(&clerk, id, None, 10).await.unwrap();
        assert_eq!(events.items.len(), 2);
    }
}
