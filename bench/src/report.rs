//! What was measured, as a table and as JSON, and what misses its target.

use std::fmt::{self, Write as _};
use std::time::Duration;

use serde::Serialize;

use crate::scenario::Compared;

/// A line of the table.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    pub(crate) scenario: &'static str,
    pub(crate) database: &'static str,
    /// Ours to the yardstick's; where there is a limit instead of a yardstick, to the limit.
    pub(crate) ratio: f64,
    pub(crate) target: f64,
    /// Whether the ratio is to be at most the target, instead of at least.
    pub(crate) at_most: bool,
    pub(crate) ours: f64,
    pub(crate) yardstick: f64,
    pub(crate) unit: &'static str,
    /// How long ours had the processors for an answer.
    pub(crate) cpu_ms: Option<f64>,
    /// The other's to that: what the ratio would be if processors were all that is waited for.
    pub(crate) cpu_ratio: Option<f64>,
    pub(crate) p50_ms: Option<f64>,
    pub(crate) p99_ms: Option<f64>,
    pub(crate) resident_mb: Option<f64>,
}

impl Line {
    /// Whether the target is met.
    pub(crate) fn holds(&self) -> bool {
        if self.at_most {
            self.ratio <= self.target
        } else {
            self.ratio >= self.target
        }
    }

    const fn sign(&self) -> &'static str {
        if self.at_most { "≤" } else { "≥" }
    }

    /// How fast ours was beside the yardstick: at least `target` of it.
    pub(crate) fn rate(scenario: &'static str, compared: &Compared, target: f64) -> Self {
        let Compared { ratio, ours, other } = compared;
        Self {
            scenario,
            database: "",
            ratio: *ratio,
            target,
            at_most: false,
            ours: ours.rate,
            yardstick: other.rate,
            unit: "a second",
            cpu_ms: Some(ms(ours.cpu)),
            cpu_ratio: Some(other.cpu.as_secs_f64() / ours.cpu.as_secs_f64()),
            p50_ms: Some(ms(ours.percentile(50))),
            p99_ms: Some(ms(ours.percentile(99))),
            resident_mb: None,
        }
    }

    /// How much longer ours took than the other: at most `target` times as long.
    pub(crate) fn longer(scenario: &'static str, compared: &Compared, target: f64) -> Self {
        let line = Self::rate(scenario, compared, target);
        Self {
            ratio: 1.0 / line.ratio,
            cpu_ratio: line.cpu_ratio.map(|ratio| 1.0 / ratio),
            at_most: true,
            ..line
        }
    }

    /// A figure that is to be at most `target` times another.
    pub(crate) fn limit(
        scenario: &'static str,
        ours: f64,
        limit: f64,
        unit: &'static str,
        target: f64,
    ) -> Self {
        Self {
            scenario,
            database: "",
            ratio: ours / limit,
            target,
            at_most: true,
            ours,
            yardstick: limit,
            unit,
            cpu_ms: None,
            cpu_ratio: None,
            p50_ms: None,
            p99_ms: None,
            resident_mb: None,
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            scenario,
            database,
            ratio,
            target,
            ..
        } = self;
        let sign = self.sign();
        write!(
            f,
            "{scenario} on {database}: {ratio:.2}, {sign} {target} wanted"
        )
    }
}

pub(crate) fn ms(span: Duration) -> f64 {
    span.as_secs_f64() * 1_000.0
}

/// The lines as a table in Markdown.
pub(crate) fn table(lines: &[Line]) -> String {
    let mut table = String::from(
        "| scenario | database | ours | yardstick or limit | unit | ratio | target | CPU ms | CPU ratio | p50 ms | p99 ms | resident MB | |\n\
         |---|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|---|\n",
    );
    let figure = |figure: Option<f64>| figure.map(rounded).unwrap_or_default();
    for line in lines {
        let (sign, holds) = (line.sign(), if line.holds() { "" } else { "missed" });
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {:.2} | {sign} {} | {} | {} | {} | {} | {} | {holds} |",
            line.scenario,
            line.database,
            rounded(line.ours),
            rounded(line.yardstick),
            line.unit,
            line.ratio,
            line.target,
            figure(line.cpu_ms),
            figure(line.cpu_ratio),
            figure(line.p50_ms),
            figure(line.p99_ms),
            figure(line.resident_mb),
        );
    }
    table
}

/// Three digits that count.
fn rounded(figure: f64) -> String {
    if figure >= 100.0 {
        format!("{figure:.0}")
    } else if figure >= 10.0 {
        format!("{figure:.1}")
    } else {
        format!("{figure:.2}")
    }
}
