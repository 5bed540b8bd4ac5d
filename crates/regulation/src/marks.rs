//! Marks tie rule to code to test.
//!
//! Code says where a rule is kept with [`rule!`](crate::rule!), a test says which clause it proves with
//! [`keeps!`](crate::keeps!). Where the environment names a folder in `YAKUSHO_MARKS`, both are written there as lines
//! of JSON, one file for each process; otherwise a mark costs one atomic load. A test that starts programs of its own
//! gives them [`child_env`], so that their marks bear its name.

mod sink;

use std::path::Path;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::{Basis, City, ClauseId, Register, Rule};

/// The folder that marks are written to.
pub const FOLDER_VARIABLE: &str = "YAKUSHO_MARKS";
/// The name of the test on whose behalf a program runs.
pub const TEST_VARIABLE: &str = "YAKUSHO_MARKS_TEST";
/// The id of the rule that is switched off; only under the feature `counterproof`.
#[cfg(feature = "counterproof")]
pub const OFF_VARIABLE: &str = "YAKUSHO_RULE_OFF";

/// A place in the code where a rule is kept. Made by [`rule!`](crate::rule!).
#[derive(Debug, Clone, Copy)]
#[must_use = "a mark does nothing until it judges or keeps"]
pub struct Marked {
    rule: Rule,
    file: &'static str,
    line: u32,
}

/// What a rule says about an act.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Verdict {
    /// The city has no such rule on this day: it neither permits nor refuses.
    NotInForce,
    /// The rule is kept, and the act permitted as far as it goes.
    Kept(Basis),
    /// The act would break the rule.
    Broken(Basis),
}

impl Marked {
    /// For the macro [`rule!`](crate::rule!).
    #[doc(hidden)]
    pub const fn new(rule: Rule, file: &'static str, line: u32) -> Self {
        Self { rule, file, line }
    }

    /// The rule.
    pub fn rule(self) -> Rule {
        self.rule
    }

    /// Judges an act by a rule of kind `enforce`: `holds` says whether the act keeps it.
    pub fn judge(self, city: &City, on: Date, holds: bool) -> Verdict {
        let Some(basis) = city.in_force(self.rule, on) else {
            return Verdict::NotInForce;
        };
        if holds {
            self.record(city, on, Outcome::Permitted);
            Verdict::Kept(basis)
        } else {
            self.record(city, on, Outcome::Refused);
            Verdict::Broken(basis)
        }
    }

    /// Says that a rule of another kind is kept here: a record made, a reminder sent, a role's power used, a function
    /// given. None where the rule is not in force, and what it asks for is not to be done.
    pub fn keep(self, city: &City, on: Date) -> Option<Basis> {
        let basis = city.in_force(self.rule, on)?;
        self.record(city, on, Outcome::Kept);
        Some(basis)
    }

    fn record(self, city: &City, on: Date, outcome: Outcome) {
        sink::write(|test| Record::Mark {
            rule: self.rule,
            file: self.file.to_owned(),
            line: self.line,
            outcome,
            profile: city.id().to_owned(),
            on: on.to_string(),
            test,
        });
    }
}

/// Marks the place where a rule is kept: `rule!(SuspensionBySupervisor).judge(city, today, actor_is_supervisor)`.
#[macro_export]
macro_rules! rule {
    ($name:ident) => {
        $crate::Marked::new($crate::Rule::$name, file!(), line!())
    };
}

/// Claims in a test that it proves a clause: `keeps!("nogata:11")`. Panics where no built-in register has the clause.
#[macro_export]
macro_rules! keeps {
    ($clause:literal) => {
        $crate::marks::claim($clause, file!(), line!())
    };
}

/// For the macro [`keeps!`](crate::keeps!).
///
/// # Panics
/// Where no built-in register has the clause.
#[doc(hidden)]
#[expect(
    clippy::panic,
    reason = "only tests claim clauses, and a wrong claim is a fault of the test"
)]
pub fn claim(clause: &str, file: &str, line: u32) {
    static REGISTER: OnceLock<Register> = OnceLock::new();
    let register = REGISTER.get_or_init(Register::builtin);
    let id: ClauseId = clause
        .parse()
        .unwrap_or_else(|fault| panic!("{file}:{line}: {fault}"));
    let known = register.clause(&id).is_some();
    assert!(known, "{file}:{line}: clause {id} is not in the register");
    sink::write(|test| Record::Claim {
        clause: id.clone(),
        file: file.to_owned(),
        line,
        test,
    });
}

/// How a mark came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A rule permitted an act.
    Permitted,
    /// A rule refused an act.
    Refused,
    /// A rule was kept that neither permits nor refuses.
    Kept,
}

/// One line of a file of marks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub enum Record {
    /// A marked place ran.
    Mark {
        /// The rule.
        rule: Rule,
        /// The source file of the mark.
        file: String,
        /// Its line.
        line: u32,
        /// How it came out.
        outcome: Outcome,
        /// The id of the city whose profile was asked.
        profile: String,
        /// The day that was asked about, `2026-11-21`.
        on: String,
        /// The test in or for which it ran, where that is known.
        test: Option<String>,
    },
    /// A test claimed a clause.
    Claim {
        /// The clause.
        clause: ClauseId,
        /// The source file of the claim.
        file: String,
        /// Its line.
        line: u32,
        /// The test, where its name is known.
        test: Option<String>,
    },
}

/// The environment for programs that a test starts, so that their marks go to the same folder under its name; empty where
/// no marks are kept.
pub fn child_env() -> Vec<(String, String)> {
    sink::child_env()
}

/// Every record in the folder, without repetition, in no particular order.
///
/// # Errors
/// Where a file cannot be read or a line is no record.
pub fn read(folder: &Path) -> std::io::Result<Vec<Record>> {
    sink::read(folder)
}

/// Whether a counterproof has switched the rule off.
#[cfg(feature = "counterproof")]
pub(crate) fn switched_off(rule: Rule) -> bool {
    static OFF: OnceLock<Option<String>> = OnceLock::new();
    let off = OFF.get_or_init(|| std::env::var(OFF_VARIABLE).ok());
    off.as_deref() == Some(rule.id())
}

/// No rule can be switched off in a program that is not built for counterproofs.
#[cfg(not(feature = "counterproof"))]
pub(crate) const fn switched_off(_: Rule) -> bool {
    false
}
