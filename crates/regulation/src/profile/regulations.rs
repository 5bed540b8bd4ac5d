//! The regulations that a profile cites, with their texts and registers.

use std::fs;
use std::path::Path;

use super::builtin;
use super::fields::Fields;
use crate::clause::is_regulation_key;
use crate::register::LineFault;
use crate::text::Text;
use crate::{ClauseId, Form, Register, Regulation, Rule, Standing};

/// Reads one `[[regulation]]`.
pub(super) fn regulation(fields: Fields<'_>, folder: &Path) -> Option<Regulation> {
    let (title, number) = (fields.wording("title"), fields.wording("number"));
    let consolidated = fields.date("consolidated");
    let (key, at) = fields.text("key")?;
    if !is_regulation_key(key) {
        return fields.fault(
            at,
            "a key is lower-case letters, digits and _, a letter first",
        );
    }
    let (text, register) = if let Some(text) = builtin::text(key) {
        for own in ["text", "register"] {
            if let Some(value) = fields.optional(own) {
                fields.faults.at(
                        value.span().start,
                        format!("the {own} of {key:?} is built in: choose another key for another regulation"),
                    );
            }
        }
        (Text::parse(text).0, Register::builtin().of(key))
    } else {
        let text = own_file(fields, folder, "text", Text::parse);
        let register = own_file(fields, folder, "register", Register::parse);
        let ((text, _), (register, register_file)) = (text?, register?);
        check_register(fields, key, &text, &register, &register_file);
        (text, register)
    };
    Some(Regulation {
        key: key.to_owned(),
        title: title?,
        number: number?,
        consolidated: consolidated?,
        text,
        register,
    })
}

/// Reads a file named by the profile, and tells its faults; also the file's name.
fn own_file<T>(
    fields: Fields<'_>,
    folder: &Path,
    key: &str,
    parse: fn(&str) -> (T, Vec<LineFault>),
) -> Option<(T, String)> {
    let (name, at) = fields.text(key)?;
    let path = folder.join(name);
    let file = path.display().to_string();
    let source = match fs::read_to_string(&path) {
        Ok(source) => source,
        Err(fault) => return fields.fault(at, format!("{file} cannot be read: {fault}")),
    };
    let (parsed, faults) = parse(&source);
    for (line, message) in faults {
        fields.faults.in_file(&file, line, message);
    }
    Some((parsed, file))
}

/// Every clause of a register is one of its regulation, and points at a place of the text.
fn check_register(fields: Fields<'_>, key: &str, text: &Text, register: &Register, file: &str) {
    for clause in register.clauses() {
        let id = clause.id();
        if id.regulation() != key {
            fields
                .faults
                .in_file(file, clause.line(), format!("{id} is no clause of {key:?}"));
        } else if !text.contains(id) {
            fields
                .faults
                .in_file(file, clause.line(), format!("{id} is not in the text"));
        }
    }
}

/// The clause with this id, which must be in the register of one of the regulations.
pub(super) fn clause(
    fields: Fields<'_>,
    regulations: &[Regulation],
    id: &str,
    at: usize,
) -> Option<ClauseId> {
    let id: ClauseId = match id.parse() {
        Ok(id) => id,
        Err(fault) => return fields.fault(at, format!("{fault}")),
    };
    let Some(regulation) = regulations.iter().find(|one| one.key == id.regulation()) else {
        return fields.fault(
            at,
            format!("{id} cites a regulation that the profile does not have"),
        );
    };
    if regulation.register.clause(&id).is_none() {
        return fields.fault(at, format!("{id} is not in the register"));
    }
    Some(id)
}

/// The clause, which the register must show as kept by `rule`.
pub(super) fn clause_kept_by(
    fields: Fields<'_>,
    regulations: &[Regulation],
    (id, at): (&str, usize),
    rule: Rule,
) -> Option<ClauseId> {
    let id = clause(fields, regulations, id, at)?;
    let standing = regulations
        .iter()
        .find_map(|regulation| regulation.register.clause(&id))
        .map(crate::Clause::standing);
    match standing {
        Some(Standing::Kept(rules)) if rules.contains(&rule) => Some(id),
        _ => fields.fault(
            at,
            format!("the register does not say that {rule} keeps {id}"),
        ),
    }
}

/// Reads one `[[form]]`.
pub(super) fn form(fields: Fields<'_>, regulations: &[Regulation]) -> Option<Form> {
    let title = fields.wording("title");
    let clause = fields
        .text("clause")
        .and_then(|(id, at)| clause(fields, regulations, id, at));
    let number = fields.required("number")?;
    let parsed = number
        .get_ref()
        .as_integer()
        .and_then(|integer| integer.as_str().parse().ok());
    let number = match parsed {
        Some(number) if number > 0 => number,
        _ => return fields.fault(number.span().start, "expected the form's number, from 1"),
    };
    Some(Form {
        number,
        title: title?,
        clause: clause?,
    })
}
