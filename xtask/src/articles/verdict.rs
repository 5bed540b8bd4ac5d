//! Where a clause stands, by what the tests showed.
//!
//! A clause is proven where, for each of its rules, a test that claims the clause passed and the rule's mark ran in it,
//! under the profile of the clause's own city. A rule of kind `enforce` for a clause of that kind must have permitted
//! one act and refused another in that test, and the test must fail once the rule is switched off. A test that claims
//! the clause and shows none of its rules so claims too much, and the clause is not proven whatever other tests show.

use std::collections::{BTreeMap, BTreeSet};

use yakusho_regulation::{ClauseId, Kind, Register, Rule, Standing};

use super::results::Results;

/// Where a clause stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// Tests show that it is kept.
    Proven,
    /// It asks nothing of a program, or nothing that is kept, for the reason in the register.
    Exception,
    /// No rule keeps it yet.
    Planned,
    /// It is none of these, for these reasons.
    Wrong(Vec<String>),
}

/// A clause's status, and what shows it.
pub(super) struct Verdict {
    pub(super) status: Status,
    pub(super) proofs: Vec<Proof>,
}

/// What shows that a rule is kept for a clause.
pub(super) struct Proof {
    pub(super) rule: Rule,
    /// The places in the code, `file:line`.
    pub(super) code: BTreeSet<String>,
    /// The tests that claim the clause and ran them.
    pub(super) tests: BTreeSet<String>,
}

impl Status {
    /// A word for it.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::Exception => "exception",
            Self::Planned => "planned",
            Self::Wrong(_) => "NOT PROVEN",
        }
    }
}

/// Where the clause stands.
pub(super) fn judge(
    clause: &ClauseId,
    kind: Kind,
    standing: &Standing,
    results: &Results,
) -> Verdict {
    let (without_rules, list) = match standing {
        Standing::Kept(rules) => return judge_rules(clause, kind, rules, results),
        Standing::Planned => (Status::Planned, "planned"),
        Standing::Exception => (Status::Exception, "an exception"),
    };
    let claims = results.claims(clause);
    let faults: Vec<String> = claims
        .keys()
        .map(|test| format!("the register has it as {list}, and yet {test} claims it"))
        .collect();
    let status = if faults.is_empty() {
        without_rules
    } else {
        Status::Wrong(faults)
    };
    Verdict {
        status,
        proofs: Vec::new(),
    }
}

fn judge_rules(clause: &ClauseId, kind: Kind, rules: &[Rule], results: &Results) -> Verdict {
    let mut faults = Vec::new();
    let mut proofs = Vec::new();
    let claims = results.claims(clause);
    if claims.is_empty() {
        faults.push("no test claims it".to_owned());
    }
    for (test, passed) in &claims {
        if !passed {
            faults.push(format!("{test} claims it and does not pass"));
        }
    }
    for rule in rules {
        let mut proof = Proof {
            rule: *rule,
            code: BTreeSet::new(),
            tests: BTreeSet::new(),
        };
        let mut lacks = Vec::new();
        for test in claims
            .iter()
            .filter_map(|(test, passed)| passed.then_some(*test))
        {
            let Some(shown) = results.shown(*rule, clause.regulation(), test) else {
                continue;
            };
            match lack(
                *rule,
                kind,
                shown.permitted,
                shown.refused,
                results.noticed(*rule, test),
            ) {
                None => {
                    proof.code.extend(shown.code);
                    proof.tests.insert(test.to_owned());
                }
                Some(lack) => lacks.push(format!("{rule}: {test} {lack}")),
            }
        }
        if proof.tests.is_empty() {
            let profile = clause.regulation();
            if lacks.is_empty() && !claims.is_empty() {
                lacks.push(format!(
                    "{rule}: its mark ran in no claiming test under the profile {profile}"
                ));
            }
            faults.append(&mut lacks);
        }
        proofs.push(proof);
    }
    for (test, _) in claims.iter().filter(|(_, passed)| **passed) {
        if !proofs.iter().any(|proof| proof.tests.contains(*test)) {
            faults.push(format!("{test} claims it and shows none of its rules"));
        }
    }
    if kind == Kind::Enforce && !rules.iter().any(|rule| rule.kind() == Kind::Enforce) {
        faults.push("it is to be enforced, and none of its rules enforces".to_owned());
    }
    let status = if faults.is_empty() {
        Status::Proven
    } else {
        Status::Wrong(faults)
    };
    Verdict { status, proofs }
}

/// What a test in which the rule's mark ran lacks to show that the rule is kept.
fn lack(
    rule: Rule,
    kind: Kind,
    permitted: bool,
    refused: bool,
    noticed: Option<bool>,
) -> Option<&'static str> {
    if !is_enforced(rule, kind) {
        return None;
    }
    match (permitted, refused, noticed) {
        (false, _, _) => Some("shows no act that it permits"),
        (_, false, _) => Some("shows no act that it refuses"),
        (_, _, None) => Some("was not tried with the rule switched off"),
        (_, _, Some(false)) => Some("passes with the rule switched off"),
        (true, true, Some(true)) => None,
    }
}

fn is_enforced(rule: Rule, kind: Kind) -> bool {
    kind == Kind::Enforce && rule.kind() == Kind::Enforce
}

/// The tests that have to be seen failing, for each rule that is to be switched off.
pub(crate) fn tests_to_try(results: &Results) -> BTreeMap<Rule, BTreeSet<String>> {
    let mut tries: BTreeMap<Rule, BTreeSet<String>> = BTreeMap::new();
    for clause in Register::builtin().clauses() {
        let Standing::Kept(rules) = clause.standing() else {
            continue;
        };
        let claims = results.claims(clause.id());
        for rule in rules
            .iter()
            .filter(|rule| is_enforced(**rule, clause.kind()))
        {
            for test in claims
                .iter()
                .filter_map(|(test, passed)| passed.then_some(*test))
            {
                let shown = results.shown(*rule, clause.id().regulation(), test);
                if shown.is_some_and(|shown| shown.permitted && shown.refused) {
                    tries.entry(*rule).or_default().insert(test.to_owned());
                }
            }
        }
    }
    tries
}

#[cfg(test)]
mod tests {
    use super::super::results::{Results, Trial};
    use super::{Status, judge};
    use yakusho_regulation::marks::{Outcome, Record};
    use yakusho_regulation::{Kind, Rule, Standing};

    const TEST: &str = "yakusho-tests::all articles::nogata_11";
    const RULE: Rule = Rule::SuspensionBySupervisor;

    fn mark(outcome: Outcome, profile: &str) -> Record {
        Record::Mark {
            rule: RULE,
            file: "policy.rs".to_owned(),
            line: 7,
            outcome,
            profile: profile.to_owned(),
            on: "2026-11-21".to_owned(),
            test: Some(TEST.to_owned()),
        }
    }

    fn claim() -> Record {
        let clause = "nogata:11".parse().unwrap();
        Record::Claim {
            clause,
            file: "nogata.rs".to_owned(),
            line: 3,
            test: Some(TEST.to_owned()),
        }
    }

    /// A test that passed and showed everything, which each case below spoils in one way.
    fn proof() -> Results {
        let records = vec![
            claim(),
            mark(Outcome::Permitted, "nogata"),
            mark(Outcome::Refused, "nogata"),
        ];
        let mut results = Results::new([TEST].into_iter(), records);
        results.trials.push(Trial {
            rule: RULE,
            test: TEST.to_owned(),
            noticed: true,
        });
        results
    }

    fn status(kind: Kind, standing: &Standing, results: &Results) -> Status {
        judge(&"nogata:11".parse().unwrap(), kind, standing, results).status
    }

    fn assert_wrong(results: &Results, fault: &str) {
        match status(Kind::Enforce, &Standing::Kept(vec![RULE]), results) {
            Status::Wrong(faults) => {
                assert!(faults.iter().any(|it| it.contains(fault)), "{faults:?}");
            }
            other => panic!("{other:?}, and not: {fault}"),
        }
    }

    #[test]
    fn a_clause_is_proven_by_both_outcomes_and_the_counterproof() {
        let verdict = judge(
            &"nogata:11".parse().unwrap(),
            Kind::Enforce,
            &Standing::Kept(vec![RULE]),
            &proof(),
        );
        assert_eq!(verdict.status, Status::Proven);
        assert!(verdict.proofs[0].code.contains("policy.rs:7"));
        assert!(verdict.proofs[0].tests.contains(TEST));
    }

    #[test]
    fn a_clause_is_not_proven_if_anything_lacks() {
        let none = Results::default();
        assert_wrong(&none, "no test claims it");

        let failed = Results {
            passed: [].into(),
            ..proof()
        };
        assert_wrong(&failed, "claims it and does not pass");

        let unmarked = Results {
            records: vec![claim()],
            ..proof()
        };
        assert_wrong(&unmarked, "its mark ran in no claiming test");

        let elsewhere = vec![
            claim(),
            mark(Outcome::Permitted, "muko"),
            mark(Outcome::Refused, "muko"),
        ];
        assert_wrong(
            &Results {
                records: elsewhere,
                ..proof()
            },
            "under the profile nogata",
        );

        let permits = Results {
            records: vec![claim(), mark(Outcome::Permitted, "nogata")],
            ..proof()
        };
        assert_wrong(&permits, "shows no act that it refuses");

        let refuses = Results {
            records: vec![claim(), mark(Outcome::Refused, "nogata")],
            ..proof()
        };
        assert_wrong(&refuses, "shows no act that it permits");

        assert_wrong(
            &Results {
                trials: Vec::new(),
                ..proof()
            },
            "was not tried",
        );

        let mut blind = proof();
        blind.trials[0].noticed = false;
        assert_wrong(&blind, "passes with the rule switched off");
    }

    #[test]
    fn a_claim_beside_a_proof_has_to_be_one_too() {
        let other = "yakusho-tests::all articles::another";
        let mut results = proof();
        results.passed.insert(other.to_owned());
        results.records.extend([Record::Claim {
            clause: "nogata:11".parse().unwrap(),
            file: "nogata.rs".to_owned(),
            line: 9,
            test: Some(other.to_owned()),
        }]);
        assert_wrong(&results, "another claims it and shows none of its rules");
    }

    #[test]
    fn a_clause_that_is_not_enforced_needs_the_mark_alone() {
        let kept = Results {
            records: vec![claim(), mark(Outcome::Kept, "nogata")],
            trials: Vec::new(),
            ..proof()
        };
        assert_eq!(
            status(Kind::Record, &Standing::Kept(vec![RULE]), &kept),
            Status::Proven
        );
    }

    #[test]
    fn every_rule_of_a_clause_has_to_be_shown() {
        let both = Standing::Kept(vec![RULE, Rule::HistoryKept]);
        let Status::Wrong(faults) = status(Kind::Enforce, &both, &proof()) else {
            panic!("proven by half")
        };
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with("history.kept:"), "{faults:?}");
    }

    #[test]
    fn what_is_planned_or_excepted_is_claimed_by_no_test() {
        let none = Results::default();
        assert_eq!(
            status(Kind::Enforce, &Standing::Planned, &none),
            Status::Planned
        );
        assert_eq!(
            status(Kind::Note, &Standing::Exception, &none),
            Status::Exception
        );
        assert!(matches!(
            status(Kind::Enforce, &Standing::Planned, &proof()),
            Status::Wrong(_)
        ));
        assert!(matches!(
            status(Kind::Note, &Standing::Exception, &proof()),
            Status::Wrong(_)
        ));
    }
}
