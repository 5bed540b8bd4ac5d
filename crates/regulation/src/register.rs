//! The register of duties: every clause of a regulation, and what it asks of the program.

use std::fmt;
use std::str::FromStr;

use crate::{ClauseId, Lang, Rule, Wording};

/// How the program answers a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It refuses what the clause forbids, requires what it demands, and says which clause.
    Enforce,
    /// It keeps the form, register or record that the clause asks for, with who, when and what.
    Record,
    /// It watches a duty and its deadline, tells the one who owes it, and escalates.
    Remind,
    /// A post-holder's role and powers.
    Role,
    /// A function for users.
    Function,
    /// A value that differs from city to city.
    Config,
    /// Nothing for a program to do, such as a purpose or a definition.
    Note,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Enforce,
        Self::Record,
        Self::Remind,
        Self::Role,
        Self::Function,
        Self::Config,
        Self::Note,
    ];

    /// The id, as registers write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Enforce => "enforce",
            Self::Record => "record",
            Self::Remind => "remind",
            Self::Role => "role",
            Self::Function => "function",
            Self::Config => "config",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// An id that names no kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind {0:?}")]
pub struct UnknownKind(pub String);

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(id: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.id() == id)
            .ok_or_else(|| UnknownKind(id.to_owned()))
    }
}

/// Where a clause stands. That it is proven is not written anywhere: tests show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// These rules keep it, at least one.
    Kept(Vec<Rule>),
    /// No rule keeps it yet.
    Planned,
    /// No rule will: its duty text gives the reason.
    Exception,
}

/// One clause of a register.
#[derive(Debug, Clone)]
pub struct Clause {
    id: ClauseId,
    kind: Kind,
    standing: Standing,
    duty: Wording,
    line: usize,
}

impl Clause {
    /// Its line in the register, from 1.
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// Its name.
    pub fn id(&self) -> &ClauseId {
        &self.id
    }

    /// How the program answers it.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether rules keep it.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// What it asks of the program, in our words; for an exception, why it asks nothing.
    pub fn duty(&self, lang: Lang) -> &str {
        self.duty.get(lang)
    }
}

/// Every clause of one regulation, in the order of its articles.
#[derive(Debug, Clone, Default)]
pub struct Register {
    clauses: Vec<Clause>,
}

/// A fault of a register, and its line from 1.
pub(crate) type LineFault = (usize, String);

impl Register {
    /// The clauses in their order.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The clause of this name.
    pub fn clause(&self, id: &ClauseId) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == *id)
    }

    /// Reads lines of clause, kind, standing, duty in English and duty in Japanese with tabs between. The standing is
    /// `planned`, `exception`, or the ids of rules with spaces between. Lines that begin with `#` are left out.
    pub(crate) fn parse(text: &str) -> (Self, Vec<LineFault>) {
        let mut register = Self::default();
        let mut faults = Vec::new();
        for (index, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match parse_clause(line, index + 1) {
                Ok(clause) if register.clause(&clause.id).is_some() => {
                    faults.push((index + 1, format!("clause {} stands here twice", clause.id)));
                }
                Ok(clause) => register.clauses.push(clause),
                Err(fault) => faults.push((index + 1, fault)),
            }
        }
        (register, faults)
    }

    /// The clauses whose regulation has this key.
    pub(crate) fn of(&self, key: &str) -> Self {
        let clauses = self
            .clauses
            .iter()
            .filter(|clause| clause.id.regulation() == key);
        Self {
            clauses: clauses.cloned().collect(),
        }
    }
}

fn parse_clause(line: &str, number: usize) -> Result<Clause, String> {
    let columns: Vec<_> = line.split('\t').collect();
    let [id, kind, standing, en, ja] = columns[..] else {
        return Err(format!(
            "expected 5 columns with tabs between, found {}",
            columns.len()
        ));
    };
    if en.is_empty() || ja.is_empty() {
        return Err("the duty is missing in one language".to_owned());
    }
    let clause = Clause {
        id: id.parse().map_err(|fault| format!("{fault}"))?,
        kind: kind.parse().map_err(|fault| format!("{fault}"))?,
        standing: parse_standing(standing)?,
        duty: Wording {
            ja: ja.to_owned(),
            en: en.to_owned(),
        },
        line: number,
    };
    if clause.kind == Kind::Note && clause.standing != Standing::Exception {
        return Err("a clause of kind note is an exception".to_owned());
    }
    Ok(clause)
}

fn parse_standing(text: &str) -> Result<Standing, String> {
    match text {
        "planned" => Ok(Standing::Planned),
        "exception" => Ok(Standing::Exception),
        rules => {
            let rules: Result<_, _> = rules.split(' ').map(str::parse).collect();
            rules
                .map(Standing::Kept)
                .map_err(|fault| format!("{fault}"))
        }
    }
}
