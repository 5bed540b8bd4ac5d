//! What the last run of the tests showed, kept so that it can be looked at again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use yakusho_regulation::marks::{Outcome, Record};
use yakusho_regulation::{ClauseId, Rule};

use crate::error::{Context, Result};
use crate::workspace::Workspace;

/// The proof that a run of the tests gave.
#[derive(Default, Deserialize, Serialize)]
pub(crate) struct Results {
    /// The tests that passed, by binary and name.
    pub(crate) passed: BTreeSet<String>,
    /// What they and the programs they started wrote down.
    pub(crate) records: Vec<Record>,
    /// How they fared with rules switched off.
    pub(crate) trials: Vec<Trial>,
}

/// One test with one rule switched off.
#[derive(Deserialize, Serialize)]
pub(crate) struct Trial {
    /// The rule.
    pub(crate) rule: Rule,
    /// The test, by binary and name.
    pub(crate) test: String,
    /// Whether an assertion of the test failed, as it must.
    pub(crate) noticed: bool,
}

/// What one test showed of a rule.
#[derive(Default)]
pub(super) struct Shown {
    /// The places in the code that kept the rule, `file:line`.
    pub(super) code: BTreeSet<String>,
    /// Whether it permitted an act.
    pub(super) permitted: bool,
    /// Whether it refused one.
    pub(super) refused: bool,
}

impl Results {
    /// What some tests showed, before any trial; of those that passed, only the ones that claim a clause are of interest.
    pub(crate) fn new<'a>(passed: impl Iterator<Item = &'a str>, records: Vec<Record>) -> Self {
        let claims = |test: &&str| {
            records
                .iter()
                .any(|record| matches!(record, Record::Claim { test: Some(by), .. } if by == test))
        };
        let passed = passed.filter(claims).map(str::to_owned).collect();
        Self {
            passed,
            records,
            trials: Vec::new(),
        }
    }

    /// Whether any test claims the clause.
    pub(crate) fn claimed(&self, clause: &ClauseId) -> bool {
        !self.claims(clause).is_empty()
    }

    /// The last ones; none if the tests have not run since the target folder was made.
    pub(crate) fn load(workspace: &Workspace) -> Result<Option<Self>> {
        let path = path(workspace);
        if !path.exists() {
            return Ok(None);
        }
        let text = fs::read_to_string(&path).context(path.display())?;
        serde_json::from_str(&text)
            .map(Some)
            .context(path.display())
    }

    /// Whether a file of the repository is younger than the last ones.
    pub(crate) fn are_stale(workspace: &Workspace) -> Result<bool> {
        let changed = |path: PathBuf| fs::metadata(path).and_then(|file| file.modified()).ok();
        let kept = changed(path(workspace));
        Ok(workspace
            .paths()?
            .into_iter()
            .any(|path| changed(workspace.root().join(path)) > kept))
    }

    /// Keeps these as the last ones.
    pub(crate) fn save(&self, workspace: &Workspace) -> Result {
        let path = path(workspace);
        let text = serde_json::to_string(self).context(path.display())?;
        fs::write(&path, text).context(path.display())
    }

    /// Forgets the last ones, since the code may have moved on.
    pub(crate) fn forget(workspace: &Workspace) -> Result {
        let path = path(workspace);
        if path.exists() {
            fs::remove_file(&path).context(path.display())
        } else {
            Ok(())
        }
    }

    /// The tests that claim the clause, and whether they passed.
    pub(super) fn claims(&self, clause: &ClauseId) -> BTreeMap<&str, bool> {
        let claims = self.records.iter().filter_map(|record| match record {
            Record::Claim {
                clause: claimed,
                test: Some(test),
                ..
            } if claimed == clause => Some(test.as_str()),
            Record::Claim { .. } | Record::Mark { .. } => None,
        });
        claims
            .map(|test| (test, self.passed.contains(test)))
            .collect()
    }

    /// What the test showed of the rule under the profile; none if the rule's mark did not run.
    pub(super) fn shown(&self, of: Rule, under: &str, by: &str) -> Option<Shown> {
        let mut shown: Option<Shown> = None;
        for record in &self.records {
            if let Record::Mark {
                rule,
                file,
                line,
                outcome,
                profile,
                test: Some(test),
                ..
            } = record
                && *rule == of
                && profile == under
                && test == by
            {
                let shown = shown.get_or_insert_default();
                shown.code.insert(format!("{file}:{line}"));
                shown.permitted |= *outcome == Outcome::Permitted;
                shown.refused |= *outcome == Outcome::Refused;
            }
        }
        shown
    }

    /// Whether the test fails with the rule switched off; none if that was not tried.
    pub(super) fn noticed(&self, rule: Rule, test: &str) -> Option<bool> {
        let trial = self
            .trials
            .iter()
            .find(|trial| trial.rule == rule && trial.test == test);
        trial.map(|trial| trial.noticed)
    }
}

fn path(workspace: &Workspace) -> PathBuf {
    workspace.target().join("articles.json")
}
