//! The procedures of a profile, each with its fields and steps.

mod entries;
mod steps;

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use crate::clause::is_regulation_key;
use crate::force::{Dated, version_on};
use crate::procedure::{Drafter, Procedure, ProcedureKind};
use crate::profile::check::{change_days, forces, overlaps, since};
use crate::profile::fields::{Faults, Fields};
use crate::profile::read::{Rules, tables};
use crate::{Form, Role};

/// The versions of each procedure; none for one with faults, so that it still counts as given.
pub(super) type Procedures = BTreeMap<ProcedureKind, Vec<Dated<Option<Procedure>>>>;

const KEYS: [&str; 10] = [
    "id",
    "form",
    "register",
    "title",
    "drawn_up_by",
    "deadline",
    "field",
    "step",
    "from",
    "until",
];

/// Reads every `[[procedure]]`.
pub(super) fn read(root: Fields<'_>, forms: &[Form]) -> Procedures {
    let mut procedures = Procedures::new();
    for fields in tables(root, "procedure", &KEYS) {
        let force = fields.force();
        let Some((id, at)) = fields.text("id") else {
            continue;
        };
        let Some(kind) = ProcedureKind::from_id(id) else {
            let known: Vec<_> = ProcedureKind::ALL.iter().map(|kind| kind.id()).collect();
            let fault = format!(
                "unknown procedure {id:?}: expected one of {}",
                known.join(", ")
            );
            fields.faults.at(at, fault);
            continue;
        };
        let what = procedure(fields, kind, forms);
        if let Some(force) = force {
            let version = Dated { force, at, what };
            procedures.entry(kind).or_default().push(version);
        }
    }
    procedures
}

/// A procedure is given on exactly the days on which its rule is in force.
pub(super) fn check(faults: &Faults<'_>, rules: &Rules, procedures: &Procedures) {
    for &kind in ProcedureKind::ALL {
        let rule = kind.rule();
        let in_force = rules.get(&rule).map_or(&[][..], Vec::as_slice);
        let given = procedures.get(&kind).map_or(&[][..], Vec::as_slice);
        overlaps(faults, given, &format!("the procedure {kind}"));
        let fault = |day| match (version_on(in_force, day), version_on(given, day)) {
            (Some(version), None) => Some((
                version.at,
                format!(
                    "the procedure {kind} is missing{}, while {rule} is in force",
                    since(day)
                ),
            )),
            (None, Some(version)) => Some((
                version.at,
                format!(
                    "the procedure {kind} is given{}, while {rule} is not in force",
                    since(day)
                ),
            )),
            _ => None,
        };
        let mut days = change_days(forces(in_force).chain(forces(given))).into_iter();
        if let Some((at, fault)) = days.find_map(fault) {
            faults.at(at, fault);
        }
    }
}

/// Those without a fault, as the program has them.
pub(super) fn whole(procedures: Procedures) -> BTreeMap<ProcedureKind, Vec<Dated<Procedure>>> {
    let whole = |version: Dated<Option<Procedure>>| {
        let Dated { force, at, what } = version;
        what.map(|what| Dated { force, at, what })
    };
    procedures
        .into_iter()
        .map(|(kind, versions)| (kind, versions.into_iter().filter_map(whole).collect()))
        .collect()
}

fn procedure(fields: Fields<'_>, kind: ProcedureKind, forms: &[Form]) -> Option<Procedure> {
    let form = match fields.optional("form") {
        Some(value) => Some(form(fields, value, kind, forms)?),
        None => None,
    };
    let title = match (form, fields.optional("title")) {
        (Some(form), None) => Some(form.title.clone()),
        (Some(_), Some(value)) => fields.fault(
            value.span().start,
            "the title is that of the form: leave it out",
        ),
        (None, _) => fields.wording("title"),
    };
    let register = name(fields, "register");
    let drawn_up_by = fields
        .required("drawn_up_by")
        .and_then(|value| drafter(fields, value));
    let deadline = match fields.optional("deadline") {
        Some(value) => Some(number(fields, value, 1..=366)?),
        None => None,
    };
    let answers = entries::read(fields);
    if fields.optional("field").is_none() {
        fields
            .faults
            .at(fields.at, "the procedure has no [[procedure.field]]");
    }
    let steps = steps::read(fields, &answers);
    entries::needed(fields, kind, &answers, &steps);
    Some(Procedure {
        kind,
        title: title?,
        form: form.map(Form::number),
        register: register?.to_owned(),
        drawn_up_by: drawn_up_by?,
        deadline: deadline.and_then(|days| u16::try_from(days).ok()),
        fields: answers,
        steps,
    })
}

/// The form of this number whose clause asks for the procedure.
fn form<'f>(
    fields: Fields<'_>,
    value: &Spanned<DeValue<'_>>,
    kind: ProcedureKind,
    forms: &'f [Form],
) -> Option<&'f Form> {
    let wanted = number(fields, value, 1..=u32::from(u16::MAX))?;
    let found = forms.iter().find(|form| u32::from(form.number) == wanted);
    if found.is_none() {
        let fault = format!("the procedure {kind} is on form {wanted}, which no [[form]] gives");
        fields.faults.at(value.span().start, fault);
    }
    found
}

fn number(
    fields: Fields<'_>,
    value: &Spanned<DeValue<'_>>,
    range: std::ops::RangeInclusive<u32>,
) -> Option<u32> {
    let integer = value.get_ref().as_integer();
    let number =
        integer.and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
    number.filter(|number| range.contains(number)).or_else(|| {
        let expected = format!(
            "expected a number from {} to {}",
            range.start(),
            range.end()
        );
        fields.fault(value.span().start, expected)
    })
}

/// A name that code and the API know something by.
fn name<'a>(fields: Fields<'a>, key: &str) -> Option<&'a str> {
    let (name, at) = fields.text(key)?;
    if is_regulation_key(name) {
        return Some(name);
    }
    let fault = format!("{name:?} is no name: lower-case letters, digits and _, a letter first");
    fields.fault(at, fault)
}

/// The tables of a value that is one, with their places.
fn table<'a>(
    fields: Fields<'a>,
    value: &'a Spanned<DeValue<'a>>,
    keys: &[&str],
) -> Option<Fields<'a>> {
    let at = value.span().start;
    match value.get_ref() {
        DeValue::Table(table) => Some(Fields::new(fields.faults, table, at, keys)),
        other => fields.fault(at, format!("expected a table, found: {}", other.type_str())),
    }
}

fn drafter<'a>(fields: Fields<'a>, value: &'a Spanned<DeValue<'a>>) -> Option<Drafter> {
    let fields = table(fields, value, &["role", "head_of"])?;
    match (fields.optional("role"), fields.optional("head_of")) {
        (Some(_), None) => {
            let (role, at) = role(fields)?;
            if role.is_per_section() {
                return Some(Drafter::Role(role));
            }
            fields.fault(
                at,
                format!("a form is drawn up for a section, and {role} is one for the city"),
            )
        }
        (None, Some(value)) => match fields.as_text(value)? {
            ("section", _) => Some(Drafter::SectionHead),
            (other, at) => fields.fault(at, format!("expected \"section\", found {other:?}")),
        },
        _ => fields.fault(fields.at, "give either role or head_of"),
    }
}

fn role(fields: Fields<'_>) -> Option<(Role, usize)> {
    let (id, at) = fields.text("role")?;
    match Role::from_id(id) {
        Some(role) => Some((role, at)),
        None => fields.fault(at, format!("unknown role {id:?}")),
    }
}
