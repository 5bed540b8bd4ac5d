//! The counter-proof: with a rule switched off, the tests that claim to show it must fail.

use std::collections::{BTreeMap, BTreeSet};

use yakusho_regulation::Rule;

use super::junit::Outcome;
use super::nextest::{Built, Nextest};
use crate::articles::Trial;
use crate::error::Result;

/// Names the rule that programs built for counter-proofs switch off.
const OFF_VARIABLE: &str = "YAKUSHO_RULE_OFF";

/// Runs, for each rule, its tests again with the rule switched off.
pub(super) fn run(
    nextest: &Nextest<'_>,
    tries: &BTreeMap<Rule, BTreeSet<String>>,
) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    if tries.is_empty() {
        return Ok(trials);
    }
    let built = Built::describe(nextest)?;
    for (rule, tests) in tries {
        println!("switched off: {rule}");
        let outcomes = nextest.run_again(&built, &filter(tests), (OFF_VARIABLE, rule.id()))?;
        for test in tests {
            let noticed = outcomes.of(test) == Some(Outcome::Failed);
            if !noticed {
                println!("  not noticed by {test}");
            }
            trials.push(Trial {
                rule: *rule,
                test: test.clone(),
                noticed,
            });
        }
    }
    Ok(trials)
}

/// nextest's expression for exactly these tests, given by binary and name.
fn filter(tests: &BTreeSet<String>) -> String {
    let one = |test: &String| match test.split_once(' ') {
        Some((binary, name)) => format!("binary_id(={binary}) & test(={name})"),
        None => format!("test(={test})"),
    };
    tests.iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::filter;

    #[test]
    fn a_filter_names_each_test_and_no_other() {
        let tests = ["a::all x::y", "b z"].map(str::to_owned).into();
        assert_eq!(
            filter(&tests),
            "binary_id(=a::all) & test(=x::y) | binary_id(=b) & test(=z)"
        );
    }
}
