//! What happens to a form.

use toml::Spanned;
use toml::de::DeValue;

use super::{entries, role, table};
use crate::procedure::{Agreement, Field, FieldKind, Party, SectionsOf, Step, StepKind};
use crate::profile::fields::Fields;
use crate::profile::read::tables;

/// What stands for the section that draws the form up, where else a field would be named.
const APPLICANT: &str = "applicant";

/// Reads every `[[procedure.step]]`.
pub(super) fn read(of: Fields<'_>, known: &[Field]) -> Vec<Step> {
    let read = tables(of, "step", &["kind", "title", "by", "agreement", "field"]);
    let whole = read.len();
    let steps: Vec<Step> = read
        .into_iter()
        .filter_map(|fields| step(fields, known))
        .collect();
    let decides = steps.iter().any(|step| step.kind == StepKind::Decide);
    if !decides && steps.len() == whole {
        of.faults
            .at(of.at, "no [[procedure.step]] of the procedure decides");
    }
    steps
}

fn step(fields: Fields<'_>, known: &[Field]) -> Option<Step> {
    let title = fields.wording("title");
    let (kind, at) = fields.text("kind")?;
    let agreement = match fields.optional("agreement") {
        Some(value) => Some((agreement(fields, value)?, value.span().start)),
        None => None,
    };
    let kind = match (kind, agreement) {
        ("consult", Some((agreement, _))) => StepKind::Consult(agreement),
        ("consult", None) => {
            return fields.fault(at, "a step that consults says what agreement it needs");
        }
        ("decide" | "inform", Some((_, at))) => {
            return fields.fault(at, format!("a step of kind {kind} needs no agreement"));
        }
        ("decide", None) => StepKind::Decide,
        ("inform", None) => StepKind::Inform,
        _ => {
            return fields.fault(
                at,
                format!("unknown kind of step {kind:?}: expected consult, decide or inform"),
            );
        }
    };
    let asked = asked(fields, kind)?;
    let mut by = Vec::new();
    for value in fields.list("by")? {
        by.push(party(fields, value, known)?);
    }
    match by[..] {
        [] => fields.fault(fields.at, "the step is done by nobody"),
        [_, _, ..] if kind == StepKind::Decide => {
            fields.fault(fields.at, "a step that decides is one party's")
        }
        _ => Some(Step {
            title: title?,
            kind,
            by,
            fields: asked,
        }),
    }
}

/// What is filled in with a decision. Files hang on the form, and whoever is consulted says their word alone.
fn asked(fields: Fields<'_>, kind: StepKind) -> Option<Vec<Field>> {
    let asked = entries::read(fields);
    if !asked.is_empty() && kind != StepKind::Decide {
        return fields.fault(fields.at, "only a step that decides has fields");
    }
    if asked.iter().any(|field| field.kind == FieldKind::Files) {
        return fields.fault(fields.at, "files hang on the form, and not on a step");
    }
    Some(asked)
}

fn agreement(fields: Fields<'_>, value: &Spanned<DeValue<'_>>) -> Option<Agreement> {
    match value.get_ref().as_str() {
        Some("all") => Some(Agreement::All),
        Some("majority") => Some(Agreement::Majority),
        Some("one") => Some(Agreement::One),
        _ => fields.fault(
            value.span().start,
            "expected \"all\", \"majority\" or \"one\"",
        ),
    }
}

fn party<'a>(
    fields: Fields<'a>,
    value: &'a Spanned<DeValue<'a>>,
    known: &[Field],
) -> Option<Party> {
    let fields = table(fields, value, &["role", "head_of", "section_of"])?;
    let section = match fields.optional("section_of") {
        Some(value) => Some(sections(fields, value, known)?),
        None => None,
    };
    match (fields.optional("role"), fields.optional("head_of"), section) {
        (Some(_), None, section) => {
            let (role, at) = role(fields)?;
            match (role.is_per_section(), section) {
                (true, Some(section)) => Some(Party::RoleOf(role, section)),
                (false, None) => Some(Party::Role(role)),
                (true, None) => fields.fault(
                    at,
                    format!("{role} is one for each section: say section_of what"),
                ),
                (false, Some(_)) => fields.fault(
                    at,
                    format!("{role} is one for the city, and for no section"),
                ),
            }
        }
        (None, Some(value), None) => {
            let (unit, _) = fields.as_text(value)?;
            Some(Party::HeadOf(unit.to_owned()))
        }
        (None, None, Some(section)) => Some(Party::HeadOfSection(section)),
        _ => fields.fault(
            fields.at,
            "give role, head_of or section_of: a role may have a section",
        ),
    }
}

fn sections<'a>(
    fields: Fields<'a>,
    value: &'a Spanned<DeValue<'a>>,
    known: &[Field],
) -> Option<SectionsOf> {
    let (key, at) = fields.as_text(value)?;
    if key == APPLICANT {
        return Some(SectionsOf::Applicant);
    }
    match known.iter().find(|field| field.key == key) {
        Some(field) if !field.kind.has_section() => fields.fault(
            at,
            format!("the field {key:?} names nothing that a section answers for"),
        ),
        Some(field) if !field.required => fields.fault(
            at,
            format!("the field {key:?} may be left out, and the step would be nobody's"),
        ),
        Some(field) => Some(SectionsOf::Field(field.key.clone())),
        None => fields.fault(
            at,
            format!("there is no field {key:?}: expected one, or {APPLICANT:?}"),
        ),
    }
}
