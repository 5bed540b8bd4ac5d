//! Random procedures and random acts, against a plain model of what must come of them.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use yakusho_compliance::procedure::{CaseId, CaseState, Verdict};
use yakusho_kernel::Fault;
use yakusho_regulation::City;

use crate::{Hall, SHIROISHI};

/// Those who are asked, each by the role or post that a profile names.
const PARTIES: [(&str, &str); 4] = [
    (
        "affairs_director",
        "{ role = \"information_system_manager\" }",
    ),
    ("deputy_mayor", "{ role = \"general_manager\" }"),
    ("general_head", "{ head_of = \"総務課\" }"),
    (
        "head",
        "{ role = \"information_manager\", section_of = \"data\" }",
    ),
];

/// A step of a random procedure: the agreement that it needs, or none where it decides; and its parties by their places.
#[derive(Clone, Debug)]
struct Step {
    agreement: Option<&'static str>,
    parties: Vec<usize>,
}

/// What somebody tries.
#[derive(Clone, Copy, Debug)]
enum Attempt {
    Submit,
    Consult(usize, bool),
    Decide(usize, Verdict),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let parties =
        prop::sample::subsequence((0..PARTIES.len()).collect::<Vec<_>>(), 1..=PARTIES.len());
    let agreement = prop::sample::select(vec!["all", "majority", "one"]);
    let consult = (agreement, parties).prop_map(|(agreement, parties)| Step {
        agreement: Some(agreement),
        parties,
    });
    let decide = (0..PARTIES.len()).prop_map(|party| Step {
        agreement: None,
        parties: vec![party],
    });
    let some = prop::collection::vec(prop_oneof![consult, decide.clone()], 0..3);
    (some, decide).prop_map(|(mut steps, last)| {
        steps.push(last);
        steps
    })
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let party = 0..PARTIES.len();
    let verdict = prop_oneof![
        4 => Just(Verdict::Grant),
        1 => Just(Verdict::Refuse),
        1 => Just(Verdict::SendBack),
    ];
    let attempt = prop_oneof![
        2 => Just(Attempt::Submit),
        6 => (party.clone(), prop::bool::weighted(0.7)).prop_map(|(who, agrees)| Attempt::Consult(who, agrees)),
        6 => (party, verdict).prop_map(|(who, verdict)| Attempt::Decide(who, verdict)),
    ];
    prop::collection::vec(attempt, 1..25)
}

/// A case as plainly as it can be thought of.
struct Model {
    steps: Vec<Step>,
    state: CaseState,
    step: usize,
    /// Who has said what in the step that waits.
    said: Vec<(usize, bool)>,
}

impl Model {
    fn begin(&mut self, step: usize) {
        self.step = step;
        self.said.clear();
        if step == self.steps.len() {
            self.state = CaseState::Granted;
        }
    }

    /// What comes of an attempt; whether it is taken.
    fn attempt(&mut self, attempt: Attempt) -> bool {
        let waiting = (self.state == CaseState::UnderWay).then(|| self.steps[self.step].clone());
        match (attempt, waiting) {
            (Attempt::Submit, None)
                if matches!(self.state, CaseState::Draft | CaseState::SentBack) =>
            {
                self.state = CaseState::UnderWay;
                self.begin(0);
            }
            (
                Attempt::Consult(who, agrees),
                Some(Step {
                    agreement: Some(agreement),
                    parties,
                }),
            ) if parties.contains(&who) && self.said.iter().all(|(other, _)| *other != who) => {
                self.said.push((who, agrees));
                let all = parties.len();
                let needed = match agreement {
                    "all" => all,
                    "majority" => all / 2 + 1,
                    _ => 1,
                };
                let agreed = self.said.iter().filter(|(_, agrees)| *agrees).count();
                let objected = self.said.len() - agreed;
                if agreed >= needed {
                    self.begin(self.step + 1);
                } else if all - objected < needed {
                    self.state = CaseState::SentBack;
                }
            }
            (
                Attempt::Decide(who, verdict),
                Some(Step {
                    agreement: None,
                    parties,
                }),
            ) if parties == [who] => match verdict {
                Verdict::Grant => self.begin(self.step + 1),
                Verdict::Refuse => self.state = CaseState::Refused,
                Verdict::SendBack => self.state = CaseState::SentBack,
            },
            _ => return false,
        }
        true
    }
}

/// The profile whose application to use data takes these steps.
fn profile(steps: &[Step]) -> City {
    let steps = steps.iter().map(|step| {
        let by: Vec<&str> = step.parties.iter().map(|party| PARTIES[*party].1).collect();
        let kind = match step.agreement {
            Some(agreement) => format!("kind = \"consult\"\nagreement = \"{agreement}\""),
            None => "kind = \"decide\"".to_owned(),
        };
        let title = "title = { ja = \"段階\", en = \"Step\" }";
        format!(
            "[[procedure.step]]\n{kind}\n{title}\nby = [{}]\n\n",
            by.join(", ")
        )
    });
    let steps: String = steps.collect();
    let (head, _) = SHIROISHI.rsplit_once("[[procedure.step]]").unwrap();
    crate::city_of("shiroishi", &format!("{head}{steps}"))
}

async fn attempt(hall: &Hall, id: CaseId, attempt: Attempt) -> Result<(), Fault> {
    match attempt {
        Attempt::Submit => hall.submit(id).await.map(|_| ()),
        Attempt::Consult(who, agrees) => hall.consult(PARTIES[who].0, id, agrees).await.map(|_| ()),
        Attempt::Decide(who, verdict) => hall.decide(PARTIES[who].0, id, verdict).await.map(|_| ()),
    }
}

/// Drives one procedure on each database, and compares after every attempt.
async fn drive(steps: &[Step], attempts: &[Attempt]) {
    for hall in Hall::both_under(&profile(steps)).await {
        let data = hall.data().await;
        let id = hall.applied(data).await;
        let mut model = Model {
            steps: steps.to_vec(),
            state: CaseState::Draft,
            step: 0,
            said: Vec::new(),
        };
        for &tried in attempts {
            let expected = model.attempt(tried);
            let outcome = attempt(&hall, id, tried).await;
            if let Err(fault @ (Fault::Internal(_) | Fault::Unavailable(_))) = &outcome {
                unreachable!("{fault}");
            }
            assert_eq!(outcome.is_ok(), expected, "{tried:?}: {outcome:?}");
            let state = hall.show("planning_head", id).await.state;
            assert_eq!(state, model.state, "{tried:?}");
        }
    }
}

#[test]
fn a_case_goes_as_its_procedure_says() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = Config {
        cases: 8,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&(steps(), attempts()), |(steps, attempts)| {
            runtime.block_on(drive(&steps, &attempts));
            Ok(())
        })
        .unwrap_or_else(|fault| unreachable!("{fault}"));
}
