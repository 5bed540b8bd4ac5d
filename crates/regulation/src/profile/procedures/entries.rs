//! What is filled in.

use toml::Spanned;
use toml::de::DeValue;

use super::{name, number, table};
use crate::Wording;
use crate::procedure::{Agreement, Choice, Field, FieldKind, ProcedureKind, Step, StepKind};
use crate::profile::fields::Fields;
use crate::profile::read::tables;

/// The most characters of a line and of paragraphs, unless the field says otherwise; also the most that it can say.
const LINE: (u32, u32) = (200, 1_000);
const PARAGRAPHS: (u32, u32) = (2_000, 20_000);

/// Reads every `[[procedure.field]]`, or those of a step.
pub(super) fn read(of: Fields<'_>) -> Vec<Field> {
    let keys = ["key", "kind", "label", "help", "required", "max", "choice"];
    let mut known: Vec<Field> = Vec::new();
    for fields in tables(of, "field", &keys) {
        let Some(field) = field(fields) else { continue };
        let is_files = |other: &Field| other.kind == FieldKind::Files;
        if known.iter().any(|other| other.key == field.key) {
            let fault = format!("the field {:?} stands here twice", field.key);
            fields.faults.at(fields.at, fault);
        } else if is_files(&field) && known.iter().any(is_files) {
            fields.faults.at(
                fields.at,
                "a second field of files: they all hang on the case",
            );
        } else {
            known.push(field);
        }
    }
    known
}

fn field(fields: Fields<'_>) -> Option<Field> {
    let key = name(fields, "key");
    let label = fields.wording("label");
    let help = match fields.optional("help") {
        Some(_) => Some(fields.wording("help")?),
        None => None,
    };
    let required = match fields.optional("required").map(Spanned::get_ref) {
        None => false,
        Some(DeValue::Boolean(required)) => *required,
        Some(other) => {
            let fault = format!("expected true or false, found: {}", other.type_str());
            return fields.fault(fields.at, fault);
        }
    };
    let kind = kind(fields)?;
    Some(Field {
        key: key?.to_owned(),
        kind,
        label: label?,
        help,
        required,
    })
}

fn kind(fields: Fields<'_>) -> Option<FieldKind> {
    let (id, at) = fields.text("kind")?;
    let kind = match id {
        "text" => FieldKind::Text(most(fields, LINE)?),
        "long_text" => FieldKind::LongText(most(fields, PARAGRAPHS)?),
        "number" => FieldKind::Number(most(fields, (u32::MAX, u32::MAX))?),
        "date" => FieldKind::Date,
        "period" => FieldKind::Period,
        "choice" => FieldKind::Choice(choices(fields)?),
        "choices" => FieldKind::Choices(choices(fields)?),
        "conditions" => FieldKind::Conditions(choices(fields)?),
        "person" => FieldKind::Person,
        "post" => FieldKind::Post,
        "section" => FieldKind::Section,
        "sections" => FieldKind::Sections,
        "data_set" => FieldKind::DataSet,
        "system" => FieldKind::System,
        "connection" => FieldKind::Connection,
        "files" => FieldKind::Files,
        _ => {
            let known = FieldKind::IDS.join(", ");
            return fields.fault(
                at,
                format!("unknown kind of field {id:?}: expected one of {known}"),
            );
        }
    };
    let measured = matches!(
        kind,
        FieldKind::Text(_) | FieldKind::LongText(_) | FieldKind::Number(_)
    );
    for (name, fits) in [("max", measured), ("choice", !kind.choices().is_empty())] {
        if let Some(value) = fields.optional(name).filter(|_| !fits) {
            let fault = format!("a field of kind {id} has no {name}");
            fields.faults.at(value.span().start, fault);
        }
    }
    Some(kind)
}

fn most(fields: Fields<'_>, (usual, largest): (u32, u32)) -> Option<u32> {
    match fields.optional("max") {
        Some(value) => number(fields, value, 1..=largest),
        None => Some(usual),
    }
}

fn choices(of: Fields<'_>) -> Option<Vec<Choice>> {
    let mut known: Vec<Choice> = Vec::new();
    for value in of.list("choice")? {
        let fields = table(of, value, &["id", "ja", "en"])?;
        let (id, ja, en) = (name(fields, "id"), fields.text("ja"), fields.text("en"));
        let (id, (ja, _), (en, _)) = (id?, ja?, en?);
        if known.iter().any(|other| other.id == id) {
            return fields.fault(fields.at, format!("the choice {id:?} stands here twice"));
        }
        let (id, ja, en) = (id.to_owned(), ja.to_owned(), en.to_owned());
        let label = Wording { ja, en };
        known.push(Choice { id, label });
    }
    if known.is_empty() {
        return of.fault(of.at, "there is nothing to choose from");
    }
    Some(known)
}

/// A field that the program looks for: key, kinds that it may be of, whether nothing is submitted without it.
type LookedFor = (&'static str, &'static [&'static str], bool);

/// The fields that the program looks for in a form.
const fn looked_for(kind: ProcedureKind) -> &'static [LookedFor] {
    const REQUIREMENTS: LookedFor = ("requirements", &["conditions"], false);
    const SYSTEM: &[&str] = &["system"];
    match kind {
        ProcedureKind::SystemDecision => &[REQUIREMENTS],
        ProcedureKind::SystemChange => &[REQUIREMENTS, ("system", SYSTEM, false)],
        ProcedureKind::SystemConnection => &[
            REQUIREMENTS,
            ("information_side", SYSTEM, true),
            ("business_side", SYSTEM, true),
        ],
        ProcedureKind::DataUse => &[
            ("data", &["data_set"], true),
            ("purpose", &["text", "long_text"], true),
            ("period", &["period"], true),
        ],
        ProcedureKind::Provision => &[
            ("data", &["data_set"], true),
            ("recipient", &["text"], true),
            ("purpose", &["text", "long_text"], true),
            ("period", &["period"], true),
        ],
        ProcedureKind::Development => &[
            ("personal_information", &["choice"], true),
            ("scope", &["choice"], false),
            ("grounds", &["long_text"], false),
            ("criteria", &["conditions"], false),
        ],
        ProcedureKind::WorkDivision => &[
            ("system", SYSTEM, true),
            ("sections", &["sections"], true),
            ("text", &["text", "long_text"], true),
            ("from", &["date"], true),
        ],
        ProcedureKind::CostDivision => &[
            ("system", SYSTEM, true),
            ("bearer_1", &["section"], true),
            ("share_1", &["number"], true),
            ("text", &["text", "long_text"], true),
            ("from", &["date"], true),
        ],
    }
}

/// The fields that the program looks for in the steps that decide.
const fn looked_for_in_steps(kind: ProcedureKind) -> &'static [LookedFor] {
    match kind {
        ProcedureKind::Development => &[
            ("findings", &["conditions"], false),
            ("opinion", &["long_text"], false),
            ("referral", &["choice"], false),
            ("reason", &["long_text"], false),
            ("outcome", &["long_text"], false),
        ],
        ProcedureKind::SystemDecision
        | ProcedureKind::SystemChange
        | ProcedureKind::SystemConnection
        | ProcedureKind::DataUse
        | ProcedureKind::Provision
        | ProcedureKind::WorkDivision
        | ProcedureKind::CostDivision => &[],
    }
}

/// What the program tells apart among the choices of a field.
const fn told_apart(kind: ProcedureKind) -> &'static [(&'static str, &'static str)] {
    match kind {
        ProcedureKind::Development => &[
            ("personal_information", "yes"),
            ("scope", "city"),
            ("referral", "committee"),
        ],
        ProcedureKind::SystemDecision
        | ProcedureKind::SystemChange
        | ProcedureKind::SystemConnection
        | ProcedureKind::DataUse
        | ProcedureKind::Provision
        | ProcedureKind::WorkDivision
        | ProcedureKind::CostDivision => &[],
    }
}

/// Tells each of those that is missing.
pub(super) fn needed(of: Fields<'_>, kind: ProcedureKind, known: &[Field], steps: &[Step]) {
    let in_steps: Vec<&Field> = steps.iter().flat_map(|step| &step.fields).collect();
    let known: Vec<&Field> = known.iter().collect();
    for (place, known, looked_for) in [
        ("", &known, looked_for(kind)),
        (" of a step", &in_steps, looked_for_in_steps(kind)),
    ] {
        for (key, kinds, required) in looked_for {
            let fits = |field: &Field| {
                field.key == *key
                    && kinds.contains(&field.kind.id())
                    && (field.required || !required)
            };
            if !known.iter().any(|field| fits(field)) {
                let required = if *required { "required " } else { "" };
                let kinds = kinds.join(" or ");
                let fault = format!(
                    "the procedure {kind} needs a {required}field {key:?}{place} of kind {kinds}"
                );
                of.faults.at(of.at, fault);
            }
        }
    }
    let divides = matches!(
        kind,
        ProcedureKind::WorkDivision | ProcedureKind::CostDivision
    );
    let asks_all = |step: &Step| step.kind == StepKind::Consult(Agreement::All);
    if divides && !steps.first().is_some_and(asks_all) {
        let fault = format!("the procedure {kind} needs a first step in which all agree");
        of.faults.at(of.at, fault);
    }
    for (key, choice) in told_apart(kind) {
        let mut fields = known.iter().chain(&in_steps);
        let field = fields.find(|field| field.key == *key);
        let chosen = |field: &&Field| field.kind.choices().iter().any(|one| one.id == *choice);
        if field.is_some_and(|field| !chosen(field)) {
            let fault = format!("the field {key:?} of {kind} needs a choice {choice:?}");
            of.faults.at(of.at, fault);
        }
    }
}
