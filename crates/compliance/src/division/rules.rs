//! What a proposed division says: pure.

use time::Date;
use yakusho_kernel::{Cx, Fault, Invalid, Reason};
use yakusho_regulation::{Verdict, rule};

use super::model::{DivisionKind, Part};
use crate::ids::SystemId;
use crate::procedure::{Answer, Case};

/// The fields of who bears the cost, each with that of the share.
const BEARERS: [(&str, &str); 3] = [
    ("bearer_1", "share_1"),
    ("bearer_2", "share_2"),
    ("bearer_3", "share_3"),
];

/// All of a cost, in percent.
const WHOLE: u32 = 100;

/// What a case proposes.
pub(super) struct Proposed {
    pub(super) system: SystemId,
    pub(super) from: Date,
    pub(super) parts: Vec<Part>,
    pub(super) text: String,
}

/// What a case proposes. The profile sees to it that its form has these fields.
pub(super) fn proposed(case: &Case, kind: DivisionKind) -> Result<Proposed, Fault> {
    let answer = |key: &str| case.content.answer(key);
    let missing = |key: &str| Invalid::field(format!("answers.{key}"), Reason::Required);
    let parts = match (kind, answer("sections")) {
        (DivisionKind::Work, Some(Answer::Sections(sections))) => {
            let parts = sections.iter().map(|section| Part {
                section: *section,
                share: None,
            });
            parts.collect()
        }
        (DivisionKind::Work, _) => return Err(missing("sections").into()),
        (DivisionKind::Cost, _) => bearers(case)?,
    };
    Ok(Proposed {
        system: answer("system")
            .and_then(Answer::system)
            .ok_or_else(|| missing("system"))?,
        from: match answer("from") {
            Some(Answer::Date(from)) => *from,
            _ => return Err(missing("from").into()),
        },
        parts,
        text: answer("text")
            .and_then(Answer::text)
            .unwrap_or_default()
            .to_owned(),
    })
}

/// Who would bear the cost: each once, with a share.
fn bearers(case: &Case) -> Result<Vec<Part>, Invalid> {
    let (mut parts, mut invalid) = (Vec::<Part>::new(), Invalid::default());
    for (bearer, share) in BEARERS {
        let section = match case.content.answer(bearer) {
            Some(Answer::Sections(sections)) => sections.first().copied(),
            _ => None,
        };
        let percent = match case.content.answer(share) {
            Some(Answer::Number(percent)) => Some(*percent),
            _ => None,
        };
        match (section, percent) {
            (None, None) => {}
            (Some(_), None) => invalid.push(format!("answers.{share}"), Reason::Required),
            (None, Some(_)) => invalid.push(format!("answers.{bearer}"), Reason::Required),
            (Some(section), Some(_)) if parts.iter().any(|part| part.section == section) => {
                invalid.push(format!("answers.{bearer}"), Reason::Taken);
            }
            (Some(_), Some(0)) => {
                let max = i64::from(WHOLE);
                let reason = Reason::OutOfRange { min: 1, max };
                invalid.push(format!("answers.{share}"), reason);
            }
            (Some(section), share) => parts.push(Part { section, share }),
        }
    }
    invalid.check()?;
    Ok(parts)
}

/// The shares of a cost add up to a hundred (shiroishi:23).
pub(crate) fn unsaid(cx: &Cx, case: &Case) -> Invalid {
    let mut invalid = Invalid::default();
    let parts = match bearers(case) {
        Ok(parts) => parts,
        Err(wrong) => return wrong,
    };
    let sum: u32 = parts.iter().filter_map(|part| part.share).sum();
    let verdict = rule!(CostBorne).judge(cx.city(), cx.today(), sum == WHOLE);
    if let (Verdict::Broken(basis), false) = (verdict, parts.is_empty()) {
        let reason = Reason::Code("shares_not_whole");
        invalid.push_by(format!("answers.{}", BEARERS[0].1), reason, basis);
    }
    invalid
}
