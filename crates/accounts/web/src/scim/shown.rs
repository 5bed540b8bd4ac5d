//! What of a resource an answer shows.

use serde_json::{Map, Value, json};

use super::schema::{Kind, Target};

/// What of a resource is asked for (RFC 7644, section 3.9).
#[derive(Debug)]
pub(super) enum Shown {
    /// These attributes.
    These(Vec<Target>),
    /// All but these.
    AllBut(Vec<Target>),
}

/// What every answer shows.
const ALWAYS: [&str; 2] = ["schemas", "id"];

impl Shown {
    /// By the parameters `attributes` and `excludedAttributes`, in which names stand with commas between.
    pub(super) fn of(kind: &Kind, attributes: Option<&str>, excluded: Option<&str>) -> Self {
        let targets = |names: &str| {
            let names = names.split(',').map(str::trim);
            names.filter_map(|name| kind.target(name)).collect()
        };
        match attributes.filter(|names| !names.trim().is_empty()) {
            Some(names) => Self::These(targets(names)),
            None => Self::AllBut(excluded.map(targets).unwrap_or_default()),
        }
    }

    /// Whether an attribute of the core is asked for.
    pub(super) fn has(&self, name: &str) -> bool {
        let names = |target: &Target| match target {
            Target::Attribute {
                attribute, part, ..
            } => (attribute.name == name).then_some(part.is_some()),
            Target::Extension(_) => None,
        };
        match self {
            Self::These(targets) => targets.iter().any(|target| names(target).is_some()),
            Self::AllBut(targets) => targets.iter().all(|target| names(target) != Some(false)),
        }
    }

    /// What is asked for of a resource.
    pub(super) fn of_resource(&self, mut whole: Map<String, Value>) -> Value {
        let shown = match self {
            Self::These(targets) => {
                let mut shown = Map::new();
                for name in ALWAYS {
                    if let Some(value) = whole.get(name) {
                        shown.insert(name.to_owned(), value.clone());
                    }
                }
                for target in targets {
                    copy(*target, &whole, &mut shown);
                }
                shown
            }
            Self::AllBut(targets) => {
                for target in targets {
                    remove(*target, &mut whole);
                }
                whole
            }
        };
        Value::Object(shown)
    }
}

fn copy(target: Target, from: &Map<String, Value>, to: &mut Map<String, Value>) {
    match target {
        Target::Extension(schema) => copy_member(schema.id, from, to),
        Target::Attribute {
            extension: Some(extension),
            attribute,
            ..
        } => {
            if let Some(Value::Object(from)) = from.get(extension)
                && let Some(to) = object(to, extension)
            {
                copy_member(attribute.name, from, to);
            }
        }
        Target::Attribute {
            attribute,
            part: Some(part),
            ..
        } => match from.get(attribute.name) {
            Some(Value::Object(from)) => {
                if let Some(to) = object(to, attribute.name) {
                    copy_member(part.name, from, to);
                }
            }
            Some(_) => copy_member(attribute.name, from, to),
            None => {}
        },
        Target::Attribute { attribute, .. } => copy_member(attribute.name, from, to),
    }
}

fn copy_member(name: &str, from: &Map<String, Value>, to: &mut Map<String, Value>) {
    if let Some(value) = from.get(name) {
        to.insert(name.to_owned(), value.clone());
    }
}

fn object<'m>(
    within: &'m mut Map<String, Value>,
    name: &str,
) -> Option<&'m mut Map<String, Value>> {
    let member = within.entry(name).or_insert_with(|| json!({}));
    member.as_object_mut()
}

fn remove(target: Target, from: &mut Map<String, Value>) {
    match target {
        Target::Extension(schema) => {
            from.remove(schema.id);
        }
        Target::Attribute {
            extension,
            attribute,
            part,
        } => {
            let holder = match extension {
                Some(extension) => from.get_mut(extension).and_then(Value::as_object_mut),
                None => Some(from),
            };
            let Some(holder) = holder.filter(|_| !ALWAYS.contains(&attribute.name)) else {
                return;
            };
            match (part, holder.get_mut(attribute.name)) {
                (Some(part), Some(Value::Object(whole))) => {
                    whole.remove(part.name);
                }
                (None, Some(_)) => {
                    holder.remove(attribute.name);
                }
                _ => {}
            }
        }
    }
}
