//! The rules of this code base that no other tool keeps.
//!
//! Each rule is a function from the tree to what it finds amiss, with the reason it exists, and is shown in its tests
//! on something good and something bad.

mod attributes;
pub(crate) mod direction;
mod documents;
mod lexer;
mod manifests;
mod places;
mod tree;
mod words;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::error::{Failure, Result};
use crate::workspace::Workspace;
use tree::Tree;

/// One thing amiss, and where.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    /// The file, from the root.
    path: String,
    /// The line, from 1; nothing if it is the file as a whole.
    line: Option<usize>,
    /// What is wrong.
    message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}

/// A rule of the house.
struct Rule {
    /// Its short name.
    name: &'static str,
    /// Why it is kept.
    reason: &'static str,
    /// Finds what breaks it.
    check: fn(&Tree) -> Vec<Finding>,
}

const RULES: [Rule; 14] = [
    Rule {
        name: "direction",
        reason: "a package that depends only on what lies below it can be read, tested and replaced by itself",
        check: direction::packages,
    },
    Rule {
        name: "libraries",
        reason: "the database stays in the stores and the web in the web crates, so that either can change alone",
        check: direction::libraries,
    },
    Rule {
        name: "inherit",
        reason: "version, edition and lints are decided once, at the root",
        check: manifests::inherit,
    },
    Rule {
        name: "shared versions",
        reason: "one version and one set of features of a library for all packages: built once, updated once",
        check: manifests::shared_versions,
    },
    Rule {
        name: "stores",
        reason: "who looks for a query finds it in store.rs, where a permit or a scope had to be shown",
        check: places::stores,
    },
    Rule {
        name: "permits",
        reason: "that an act is allowed is decided in policy.rs, so that reading those files is reading all the rights",
        check: places::permits,
    },
    Rule {
        name: "tables",
        reason: "the kernel serves whatever domains there are, and knows none of them",
        check: places::tables,
    },
    Rule {
        name: "expect, not allow",
        reason: "an exception to a lint states its reason, and goes when it is needed no longer",
        check: attributes::no_allow,
    },
    Rule {
        name: "no ignored test",
        reason: "a test that does not run reads as one that passed",
        check: attributes::no_ignore,
    },
    Rule {
        name: "headers",
        reason: "a reader learns from the first line whether this is the file",
        check: attributes::headers,
    },
    Rule {
        name: "length",
        reason: "a file is read in one sitting",
        check: attributes::length,
    },
    Rule {
        name: "documents",
        reason: "a document that names what is gone is not believed in the rest",
        check: documents::places,
    },
    Rule {
        name: "unfinished",
        reason: "what is not done is an issue, not a note in the code",
        check: words::unfinished,
    },
    Rule {
        name: "elsewhere",
        reason: "the project runs on any machine, from its own files",
        check: words::elsewhere,
    },
];

/// Applies all rules to the files that git knows or would add.
pub(crate) fn run(workspace: &Workspace) -> Result {
    let tree = Tree::load(workspace)?;
    let mut count = 0;
    for rule in &RULES {
        let findings = (rule.check)(&tree);
        if findings.is_empty() {
            continue;
        }
        count += findings.len();
        println!("{}: {}", rule.name, rule.reason);
        for finding in findings {
            println!("  {finding}");
        }
    }
    if count == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!("tidy: {count} things are amiss")))
    }
}
