//! From TOML to a profile, part by part.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::check;
use super::fields::{Faults, Fields};
use super::procedures;
use super::regulations::Regulations;
use super::values;
use crate::city::Profile;
use crate::clause::is_regulation_key;
use crate::force::Dated;
use crate::{ClauseId, Holder, Role, RoleBinding, Rule, SectionTag, UnitRank, Wording};

/// Reads and checks the whole file. What it gives is of use only where no fault was told.
pub(super) fn profile(faults: &Faults<'_>, folder: &Path) -> Option<Profile> {
    let (document, broken) = DeTable::parse_recoverable(faults.source);
    for fault in &broken {
        faults.at(fault.span().map_or(0, |span| span.start), fault.message());
    }
    if !broken.is_empty() {
        return None;
    }
    let keys = [
        "city",
        "regulation",
        "rule",
        "role",
        "values",
        "form",
        "procedure",
    ];
    let root = Fields::new(faults, document.get_ref(), 0, &keys);

    let city = city(root);
    let regulations = Regulations::read(root, folder);
    let rules = rules(root, &regulations);
    let bindings = roles(root);
    let blocks = values::blocks(root);
    let forms = regulations.forms(root);
    let procedures = procedures::read(root, &forms);
    let city_at = root.optional("city").map_or(0, |value| value.span().start);
    check::rules(faults, &rules);
    check::roles(faults, &rules, &bindings, city_at);
    procedures::check(faults, &rules, &procedures);
    values::password_age(faults, &rules, &blocks);

    let city = city?;
    Some(Profile {
        id: city.id,
        name: city.name,
        code: city.code,
        fictitious: city.fictitious,
        regulations: regulations.into_whole(),
        rules,
        roles: bound(bindings),
        values: values::by_day(&blocks),
        forms,
        procedures: procedures::whole(procedures),
    })
}

struct Head {
    id: String,
    name: Wording,
    code: String,
    fictitious: bool,
}

fn city(root: Fields<'_>) -> Option<Head> {
    let value = root.required("city")?;
    let at = value.span().start;
    let DeValue::Table(table) = value.get_ref() else {
        return root.fault(at, "expected the table [city]");
    };
    let fields = Fields::new(
        root.faults,
        table,
        at,
        &["id", "name", "code", "fictitious"],
    );
    let (id, name, code) = (city_id(fields), fields.wording("name"), code(fields));
    let fictitious = match fields.optional("fictitious") {
        None => Some(false),
        Some(value) => match value.get_ref() {
            DeValue::Boolean(fictitious) => Some(*fictitious),
            other => fields.fault(
                value.span().start,
                format!("expected true or false, found: {}", other.type_str()),
            ),
        },
    };
    Some(Head {
        id: id?,
        name: name?,
        code: code?,
        fictitious: fictitious?,
    })
}

fn city_id(fields: Fields<'_>) -> Option<String> {
    let (id, at) = fields.text("id")?;
    if is_regulation_key(id) {
        return Some(id.to_owned());
    }
    fields.fault(
        at,
        "an id is lower-case letters, digits and _, a letter first",
    )
}

fn code(fields: Fields<'_>) -> Option<String> {
    let (code, at) = fields.text("code")?;
    if check::is_municipal_code(code) {
        return Some(code.to_owned());
    }
    fields.fault(
        at,
        format!("{code:?} is no municipal code: expected six digits, the last a check digit"),
    )
}

/// The tables under a key, `[[rule]]` and the like, each with its place.
pub(super) fn tables<'a>(root: Fields<'a>, key: &str, keys: &[&str]) -> Vec<Fields<'a>> {
    let Some(value) = root.optional(key) else {
        return Vec::new();
    };
    let expected = format!("expected tables [[{key}]]");
    let DeValue::Array(entries) = value.get_ref() else {
        root.faults.at(value.span().start, expected);
        return Vec::new();
    };
    let tables = entries.iter().filter_map(|entry| {
        let at = entry.span().start;
        match entry.get_ref() {
            DeValue::Table(table) => Some(Fields::new(root.faults, table, at, keys)),
            _ => root.fault(at, &*expected),
        }
    });
    tables.collect()
}

/// The versions of each rule that is named; one with faults lacks clauses, so that it still counts as named.
pub(super) type Rules = BTreeMap<Rule, Vec<Dated<Arc<[ClauseId]>>>>;

fn rules(root: Fields<'_>, regulations: &Regulations) -> Rules {
    let mut rules = Rules::new();
    for fields in tables(root, "rule", &["id", "clauses", "from", "until"]) {
        if let Some((rule, version)) = rule(fields, regulations) {
            rules.entry(rule).or_default().push(version);
        }
    }
    rules
}

fn rule(fields: Fields<'_>, regulations: &Regulations) -> Option<(Rule, Dated<Arc<[ClauseId]>>)> {
    let (force, list) = (fields.force(), fields.list("clauses"));
    let (id, at) = fields.text("id")?;
    let Some(rule) = Rule::from_id(id) else {
        return fields.fault(at, format!("unknown rule {id:?}"));
    };
    if list.is_some_and(<[_]>::is_empty) {
        fields
            .faults
            .at(at, format!("the rule {rule} cites no clause"));
    }
    let clauses = list.unwrap_or_default().iter().filter_map(|value| {
        let id = fields.as_text(value)?;
        regulations.clause_kept_by(fields, id, rule)
    });
    let what = clauses.collect();
    Some((
        rule,
        Dated {
            force: force?,
            at,
            what,
        },
    ))
}

/// The bindings of each role that is named; none for one with faults, so that it still counts as named.
pub(super) type Roles = BTreeMap<Role, Vec<Dated<Option<RoleBinding>>>>;

const HOLDER_KEYS: [&str; 5] = [
    "head_of",
    "head_of_section_with",
    "heads_of",
    "heads_of_sections_tagged",
    "post",
];

fn roles(root: Fields<'_>) -> Roles {
    let mut bindings = Roles::new();
    let keys = [["id", "title", "from", "until"].as_slice(), &HOLDER_KEYS].concat();
    for fields in tables(root, "role", &keys) {
        if let Some((role, version)) = role(fields) {
            bindings.entry(role).or_default().push(version);
        }
    }
    bindings
}

fn role(fields: Fields<'_>) -> Option<(Role, Dated<Option<RoleBinding>>)> {
    let (force, title) = (fields.force(), fields.wording("title"));
    let (id, at) = fields.text("id")?;
    let Some(role) = Role::from_id(id) else {
        return fields.fault(at, format!("unknown role {id:?}"));
    };
    let binding = holder(fields, role)
        .zip(title)
        .map(|(holder, title)| RoleBinding {
            role,
            title,
            holder,
        });
    Some((
        role,
        Dated {
            force: force?,
            at,
            what: binding,
        },
    ))
}

fn bound(bindings: Roles) -> BTreeMap<Role, Vec<Dated<RoleBinding>>> {
    let whole = |version: Dated<Option<RoleBinding>>| {
        let Dated { force, at, what } = version;
        what.map(|what| Dated { force, at, what })
    };
    bindings
        .into_iter()
        .map(|(role, versions)| (role, versions.into_iter().filter_map(whole).collect()))
        .collect()
}

fn holder(fields: Fields<'_>, role: Role) -> Option<Holder> {
    let given: Vec<_> = HOLDER_KEYS
        .into_iter()
        .filter_map(|key| fields.optional(key).map(|value| (key, value)))
        .collect();
    let [(key, value)] = given[..] else {
        let fault = if given.is_empty() {
            "to no post"
        } else {
            "in two ways"
        };
        let expected = HOLDER_KEYS.join(", ");
        return fields.fault(
            fields.at,
            format!("the role {role} is bound {fault}: give one of {expected}"),
        );
    };
    let (name, at) = fields.as_text(value)?;
    let holder = match key {
        "head_of" => Holder::HeadOf(name.to_owned()),
        "head_of_section_with" => Holder::HeadOfSectionWith(name.to_owned()),
        "post" => Holder::Post(name.to_owned()),
        "heads_of" => match UnitRank::ALL.into_iter().find(|rank| rank.id() == name) {
            Some(rank) => Holder::HeadsOf(rank),
            None => return fields.fault(at, format!("unknown rank of units {name:?}")),
        },
        _ => match SectionTag::ALL.into_iter().find(|tag| tag.id() == name) {
            Some(tag) => Holder::HeadsOfSectionsTagged(tag),
            None => return fields.fault(at, format!("unknown tag of sections {name:?}")),
        },
    };
    if holder.is_per_section() != role.is_per_section() {
        let expected = if role.is_per_section() {
            "one post in each section"
        } else {
            "one post of the city"
        };
        return fields.fault(
            at,
            format!("the role {role} is bound to {expected}, not by {key}"),
        );
    }
    Some(holder)
}
