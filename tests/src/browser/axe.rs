//! Looking for barriers in a page, by axe-core.

use std::fmt;
use std::fs;
use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::json;

use super::{Browser, named};

/// What a page must keep: WCAG 2.2, levels A and AA.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// Runs the rules of those tags, and brings together what each element breaks.
const RUN: &str = "
    const [tags, done] = arguments;
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
        (found) => done(found.violations.map((violation) => ({
            rule: violation.id,
            help: violation.help,
            elements: violation.nodes.map((node) => `${node.html} (${node.any.concat(node.all, node.none).map((check) => check.message).join('; ')})`),
        }))),
        (error) => done([{ rule: 'axe', help: String(error), elements: [] }]),
    );
";

/// A rule that a page breaks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Violation {
    /// axe-core's name of the rule.
    pub rule: String,
    /// What it asks for.
    pub help: String,
    /// The elements that break it, and why.
    pub elements: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, self.help)?;
        for element in &self.elements {
            write!(f, "\n    {element}")?;
        }
        Ok(())
    }
}

/// axe-core's script.
fn script() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let file = named("YAKUSHO_AXE");
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
    })
}

impl Browser {
    /// What the page breaks of WCAG 2.2 AA, as far as a program can tell.
    pub async fn violations(&self) -> Vec<Violation> {
        let loaded = self.client.execute(script(), Vec::new()).await;
        loaded.expect("axe-core in the page");
        let found = self.client.execute_async(RUN, vec![json!(TAGS)]).await;
        let found = found.unwrap_or_else(|error| panic!("axe-core: {error}"));
        serde_json::from_value(found).expect("axe-core's findings")
    }
}
