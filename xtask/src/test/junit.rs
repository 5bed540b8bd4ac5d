//! How tests ended, from nextest's report, an XML file.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use crate::error::{Context, Result};

/// How one test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It passed.
    Passed,
    /// An assertion of it failed.
    Failed,
    /// It did not come to its end: too slow, or killed.
    Ended,
}

/// How each test of a run ended, by its binary's id and its name: `yakusho-tests::all articles::nogata_11`.
pub(crate) struct Outcomes {
    tests: BTreeMap<String, Outcome>,
    seconds: String,
}

impl Outcomes {
    /// Reads the report.
    pub(crate) fn parse(report: &str) -> Result<Self> {
        let document = Document::parse(report).context("nextest's report")?;
        let root = document.root_element();
        let cases = root
            .descendants()
            .filter(|node| node.has_tag_name("testcase"));
        let mut tests = BTreeMap::new();
        for case in cases {
            let attribute = |name: &str| {
                case.attribute(name)
                    .context(format_args!("nextest's report: no {name}"))
            };
            tests.insert(
                format!("{} {}", attribute("classname")?, attribute("name")?),
                outcome(case),
            );
        }
        Ok(Self {
            tests,
            seconds: root.attribute("time").unwrap_or("?").to_owned(),
        })
    }

    /// How this test ended, if it ran.
    pub(crate) fn of(&self, test: &str) -> Option<Outcome> {
        self.tests.get(test).copied()
    }

    /// The tests that passed.
    pub(crate) fn passed(&self) -> impl Iterator<Item = &str> {
        self.tests
            .iter()
            .filter(|(_, outcome)| **outcome == Outcome::Passed)
            .map(|(test, _)| test.as_str())
    }

    /// The number of tests that did not pass.
    pub(crate) fn failures(&self) -> usize {
        self.tests.len() - self.passed().count()
    }

    /// nextest's last line once more, for whoever reads only the end.
    pub(crate) fn summary(&self) -> String {
        let (run, failed) = (self.tests.len(), self.failures());
        let failed_too = if failed == 0 {
            String::new()
        } else {
            format!(", {failed} failed")
        };
        format!(
            "Summary [{:>8}s] {run} tests run: {} passed{failed_too}",
            self.seconds,
            run - failed
        )
    }
}

fn outcome(case: Node<'_, '_>) -> Outcome {
    let fault = case
        .children()
        .find(|node| node.has_tag_name("failure") || node.has_tag_name("error"));
    match fault.map(|fault| fault.attribute("type").unwrap_or_default()) {
        None => Outcome::Passed,
        Some(kind) if kind.starts_with("test failure") => Outcome::Failed,
        Some(_) => Outcome::Ended,
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Outcomes};

    const REPORT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="nextest-run" tests="3" skipped="0" failures="2" errors="0" time="2.010">
    <testsuite name="a::all" tests="3" skipped="0" errors="0" failures="2">
        <testcase name="x::good" classname="a::all" time="0.005"><system-out>ok</system-out></testcase>
        <testcase name="x::bad" classname="a::all" time="0.007">
            <failure message="no &amp; no" type="test failure with exit code 101">no</failure>
        </testcase>
        <testcase name="x::slow" classname="a::all" time="2.005"><failure type="test timeout"/></testcase>
    </testsuite>
</testsuites>"#;

    #[test]
    fn tells_passed_from_failed_from_ended() {
        let outcomes = Outcomes::parse(REPORT).unwrap();
        assert_eq!(outcomes.of("a::all x::good"), Some(Outcome::Passed));
        assert_eq!(outcomes.of("a::all x::bad"), Some(Outcome::Failed));
        assert_eq!(outcomes.of("a::all x::slow"), Some(Outcome::Ended));
        assert_eq!(outcomes.of("a::all x::other"), None);
        assert_eq!(
            outcomes.summary(),
            "Summary [   2.010s] 3 tests run: 1 passed, 2 failed"
        );
    }
}
