//! The regulations that a profile cites, with their texts and registers.

use std::fs;
use std::path::Path;

use super::builtin;
use super::fields::Fields;
use super::read::tables;
use crate::clause::is_regulation_key;
use crate::register::LineFault;
use crate::text::Text;
use crate::{Clause, ClauseId, Form, Register, Regulation, Rule, Standing};

/// The regulations of a profile.
#[derive(Default)]
pub(super) struct Regulations {
    whole: Vec<Regulation>,
    /// The keys of those with faults, whose clauses cannot be looked up.
    broken: Vec<String>,
}

impl Regulations {
    /// Reads every `[[regulation]]`.
    pub(super) fn read(root: Fields<'_>, folder: &Path) -> Self {
        let keys = ["key", "title", "number", "consolidated", "text", "register"];
        let mut regulations = Self::default();
        for fields in tables(root, "regulation", &keys) {
            let (title, number) = (fields.wording("title"), fields.wording("number"));
            let consolidated = fields.date("consolidated");
            let Some(key) = key(fields) else { continue };
            if regulations.whole.iter().any(|other| other.key == key) {
                fields.faults.at(
                    fields.at,
                    format!("the regulation {key:?} stands here twice"),
                );
                continue;
            }
            let sources = if builtin::text(key).is_some() {
                built_in(fields, key)
            } else {
                own(fields, folder, key)
            };
            match (title, number, consolidated, sources) {
                (Some(title), Some(number), Some(consolidated), Some((text, register))) => {
                    let key = key.to_owned();
                    regulations.whole.push(Regulation {
                        key,
                        title,
                        number,
                        consolidated,
                        text,
                        register,
                    });
                }
                _ => regulations.broken.push(key.to_owned()),
            }
        }
        regulations
    }

    /// The regulations without fault.
    pub(super) fn into_whole(self) -> Vec<Regulation> {
        self.whole
    }

    /// The clause with this id, which must be in the register of one of the regulations.
    fn clause(&self, fields: Fields<'_>, (id, at): (&str, usize)) -> Option<&Clause> {
        let id: ClauseId = match id.parse() {
            Ok(id) => id,
            Err(fault) => return fields.fault(at, format!("{fault}")),
        };
        if self.broken.iter().any(|key| key == id.regulation()) {
            return None;
        }
        let Some(regulation) = self.whole.iter().find(|one| one.key == id.regulation()) else {
            return fields.fault(
                at,
                format!("{id} cites a regulation that the profile does not have"),
            );
        };
        let clause = regulation.register.clause(&id);
        if clause.is_none() {
            fields.faults.at(at, format!("{id} is not in the register"));
        }
        clause
    }

    /// The clause with this id, which the register must show as kept by `rule`.
    pub(super) fn clause_kept_by(
        &self,
        fields: Fields<'_>,
        id: (&str, usize),
        rule: Rule,
    ) -> Option<ClauseId> {
        let clause = self.clause(fields, id)?;
        match clause.standing() {
            Standing::Kept(rules) if rules.contains(&rule) => Some(clause.id().clone()),
            _ => fields.fault(
                id.1,
                format!(
                    "the register does not say that {rule} keeps {}",
                    clause.id()
                ),
            ),
        }
    }

    /// Reads every `[[form]]`.
    pub(super) fn forms(&self, root: Fields<'_>) -> Vec<Form> {
        let mut forms: Vec<Form> = Vec::new();
        for fields in tables(root, "form", &["number", "title", "clause"]) {
            match self.form(fields) {
                Some(form) if forms.iter().any(|other| other.clause == form.clause) => {
                    fields
                        .faults
                        .at(fields.at, format!("{} prescribes two forms", form.clause));
                }
                Some(form) => forms.push(form),
                None => {}
            }
        }
        forms
    }

    fn form(&self, fields: Fields<'_>) -> Option<Form> {
        let title = fields.wording("title");
        let clause = fields.text("clause").and_then(|id| self.clause(fields, id));
        let value = fields.required("number")?;
        let integer = value.get_ref().as_integer();
        let number =
            integer.and_then(|integer| u16::from_str_radix(integer.as_str(), integer.radix()).ok());
        let Some(number) = number.filter(|number| *number > 0) else {
            return fields.fault(value.span().start, "expected the form's number, from 1");
        };
        Some(Form {
            number,
            title: title?,
            clause: clause?.id().clone(),
        })
    }
}

fn key(fields: Fields<'_>) -> Option<&str> {
    let (key, at) = fields.text("key")?;
    if is_regulation_key(key) {
        return Some(key);
    }
    fields.fault(
        at,
        "a key is lower-case letters, digits and _, a letter first",
    )
}

/// The text and register of a built-in regulation, which the profile cannot replace.
fn built_in(fields: Fields<'_>, key: &str) -> Option<(Text, Register)> {
    for own in ["text", "register"] {
        if let Some(value) = fields.optional(own) {
            let fault = format!(
                "the {own} of {key:?} is built in: choose another key for another regulation"
            );
            fields.faults.at(value.span().start, fault);
        }
    }
    let text = builtin::text(key)?;
    Some((Text::parse(text).0, Register::builtin().of(key)))
}

/// The text and register that the profile names.
fn own(fields: Fields<'_>, folder: &Path, key: &str) -> Option<(Text, Register)> {
    let text = file(fields, folder, "text", Text::parse);
    let register = file(fields, folder, "register", Register::parse);
    let ((text, _), (register, file)) = (text?, register?);
    for (line, fault) in faults_between(key, &text, &register) {
        fields.faults.in_file(&file, line, fault);
    }
    Some((text, register))
}

/// Reads a file named by the profile, and tells its faults; also the file's name.
fn file<T>(
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
    // Editors that mark their files as UTF-8 begin them with a mark that is no text (Unicode 16, section 23.8).
    let (parsed, faults) = parse(source.trim_start_matches('\u{feff}'));
    for (line, message) in faults {
        fields.faults.in_file(&file, line, message);
    }
    Some((parsed, file))
}

/// Clauses of a register that are not of its regulation, or point at nothing in the text.
pub(super) fn faults_between(key: &str, text: &Text, register: &Register) -> Vec<LineFault> {
    let fault = |clause: &Clause| {
        let id = clause.id();
        if id.regulation() != key {
            Some((clause.line(), format!("{id} is no clause of {key:?}")))
        } else if text.contains(id) {
            None
        } else {
            Some((clause.line(), format!("{id} is not in the text")))
        }
    };
    register.clauses().iter().filter_map(fault).collect()
}
