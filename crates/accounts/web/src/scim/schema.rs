//! How resources are described: for `/Schemas` and `/ResourceTypes`, and for whoever names an attribute by its path.

use serde_json::{Value, json};
use yakusho_webkit::Lang;

/// A text in Japanese and in English.
pub(super) type Both = (&'static str, &'static str);

/// A schema (RFC 7643, section 7).
#[derive(Debug)]
pub(super) struct Schema {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) about: Both,
    pub(super) attributes: &'static [Attribute],
}

/// An attribute of a schema.
#[derive(Debug)]
pub(super) struct Attribute {
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    pub(super) about: Both,
    pub(super) mutability: Mutability,
    pub(super) values: &'static [&'static str],
    pub(super) within: &'static [Attribute],
    pub(super) is_many: bool,
    pub(super) is_required: bool,
    pub(super) is_exact: bool,
    /// What must not have the same value.
    pub(super) uniqueness: &'static str,
    pub(super) refers_to: &'static [&'static str],
}

/// Who writes an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mutability {
    ReadOnly,
    ReadWrite,
    /// Written once, when the resource is made.
    Immutable,
    /// Never told.
    WriteOnly,
}

/// A kind of resource, with its schemas: the core first, then those that extend it.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) path: &'static str,
    pub(super) about: Both,
    pub(super) schemas: &'static [Schema],
}

/// A text that is read alone.
pub(super) const fn read(name: &'static str, about: Both) -> Attribute {
    Attribute {
        name,
        kind: "string",
        about,
        mutability: Mutability::ReadOnly,
        values: &[],
        within: &[],
        is_many: false,
        is_required: false,
        is_exact: true,
        uniqueness: "none",
        refers_to: &[],
    }
}

/// A text that clients write.
pub(super) const fn written(name: &'static str, about: Both) -> Attribute {
    Attribute {
        mutability: Mutability::ReadWrite,
        ..read(name, about)
    }
}

/// What every resource has (RFC 7643, section 3.1); schemas do not list it.
const COMMON: [Attribute; 4] = [
    read("schemas", ("スキーマ", "Its schemas")),
    read("id", ("ID", "Its id")),
    written(
        "externalId",
        ("ID管理システムでの番号", "What the client calls it"),
    ),
    read("meta", ("記録", "When and where it is")),
];

impl Mutability {
    const fn code(self) -> &'static str {
        match self {
            Self::ReadOnly => "readOnly",
            Self::ReadWrite => "readWrite",
            Self::Immutable => "immutable",
            Self::WriteOnly => "writeOnly",
        }
    }
}

const fn said((ja, en): Both, lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

impl Attribute {
    fn described(&self, lang: Lang) -> Value {
        let returned = match self.mutability {
            Mutability::WriteOnly => "never",
            _ => "default",
        };
        let mut described = json!({
            "name": self.name,
            "type": self.kind,
            "multiValued": self.is_many,
            "description": said(self.about, lang),
            "required": self.is_required,
            "caseExact": self.is_exact,
            "mutability": self.mutability.code(),
            "returned": returned,
            "uniqueness": self.uniqueness,
        });
        if !self.values.is_empty() {
            described["canonicalValues"] = json!(self.values);
        }
        if !self.refers_to.is_empty() {
            described["referenceTypes"] = json!(self.refers_to);
        }
        if !self.within.is_empty() {
            let within = self.within.iter().map(|part| part.described(lang));
            described["subAttributes"] = within.collect();
        }
        described
    }
}

impl Schema {
    /// As `/Schemas` shows it, but for where it is.
    pub(super) fn described(&self, lang: Lang) -> Value {
        let attributes = self.attributes.iter();
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
            "id": self.id,
            "name": self.name,
            "description": said(self.about, lang),
            "attributes": attributes.map(|one| one.described(lang)).collect::<Value>(),
        })
    }
}

/// What a path names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    /// All of an extension.
    Extension(&'static Schema),
    /// An attribute: of an extension, or of the core; perhaps a part of it.
    Attribute {
        extension: Option<&'static str>,
        attribute: &'static Attribute,
        part: Option<&'static Attribute>,
    },
}

impl Kind {
    /// As `/ResourceTypes` shows it, but for where it is.
    pub(super) fn described(&self, lang: Lang) -> Value {
        let extensions = self.extensions();
        let extensions = extensions.map(|schema| {
            let is_required = schema.attributes.iter().any(|one| one.is_required);
            json!({"schema": schema.id, "required": is_required})
        });
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
            "id": self.name,
            "name": self.name,
            "description": said(self.about, lang),
            "endpoint": self.path,
            "schema": self.core().map(|schema| schema.id),
            "schemaExtensions": extensions.collect::<Value>(),
        })
    }

    fn core(&self) -> Option<&'static Schema> {
        self.schemas.first()
    }

    fn extensions(&self) -> impl Iterator<Item = &'static Schema> + use<> {
        self.schemas.iter().skip(1)
    }

    /// What a path names (RFC 7644, section 3.10), in letters of either case.
    pub(super) fn target(&self, path: &str) -> Option<Target> {
        for schema in self.schemas {
            let Some(rest) = within(path, schema.id) else {
                continue;
            };
            let is_core = self.core().is_some_and(|core| core.id == schema.id);
            return match rest.strip_prefix(':') {
                Some(rest) => attribute(schema, is_core, rest),
                None if rest.is_empty() && !is_core => Some(Target::Extension(schema)),
                None => None,
            };
        }
        attribute(self.core()?, true, path)
    }
}

/// What a path names within a schema.
fn attribute(schema: &'static Schema, is_core: bool, path: &str) -> Option<Target> {
    let (name, part) = match path.split_once('.') {
        Some((name, part)) => (name, Some(part)),
        None => (path, None),
    };
    let common: &'static [Attribute] = if is_core { &COMMON } else { &[] };
    let attribute = named(schema.attributes, name).or_else(|| named(common, name))?;
    let part = match part {
        Some(part) => Some(named(attribute.within, part)?),
        None => None,
    };
    Some(Target::Attribute {
        extension: (!is_core).then_some(schema.id),
        attribute,
        part,
    })
}

fn named(attributes: &'static [Attribute], name: &str) -> Option<&'static Attribute> {
    attributes
        .iter()
        .find(|one| one.name.eq_ignore_ascii_case(name))
}

/// What stands in a path after the id of a schema.
fn within<'p>(path: &'p str, schema: &str) -> Option<&'p str> {
    let begin = path.get(..schema.len())?;
    let rest = path.get(schema.len()..)?;
    let is_it = begin.eq_ignore_ascii_case(schema) && (rest.is_empty() || rest.starts_with(':'));
    is_it.then_some(rest)
}
