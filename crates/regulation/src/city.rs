//! A city's profile, loaded and checked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use time::Date;

use crate::force::{Dated, Force, on};
use crate::marks;
use crate::profile;
use crate::text::Text;
use crate::{
    Basis, Citation, Clause, ClauseId, Lang, Procedure, ProcedureKind, ProfileError, Register,
    Role, RoleBinding, Rule, Values, Wording,
};

/// One city by its profile; a clone shares the profile.
#[derive(Clone)]
pub struct City(Arc<Profile>);

/// What the profile says, after the checks of [`crate::profile`].
pub(crate) struct Profile {
    pub(crate) id: String,
    pub(crate) name: Wording,
    pub(crate) code: String,
    pub(crate) fictitious: bool,
    pub(crate) regulations: Vec<Regulation>,
    pub(crate) rules: BTreeMap<Rule, Vec<Dated<Arc<[ClauseId]>>>>,
    pub(crate) roles: BTreeMap<Role, Vec<Dated<RoleBinding>>>,
    /// From which day on which values hold, in order; the first from [`Date::MIN`].
    pub(crate) values: Vec<(Date, Values)>,
    pub(crate) forms: Vec<Form>,
    pub(crate) procedures: BTreeMap<ProcedureKind, Vec<Dated<Procedure>>>,
}

impl City {
    /// The ids of the built-in profiles; `model` keeps all three regulations and is the default of the program.
    pub const BUILTIN: [&str; 4] = profile::BUILTIN_IDS;

    /// A built-in profile by its id.
    pub fn builtin(id: &str) -> Result<Self, ProfileError> {
        profile::builtin(id).map(|profile| Self(Arc::new(profile)))
    }

    /// The profile in the file at `path`. Texts and registers that it names are read from beside it.
    pub fn load(path: &Path) -> Result<Self, ProfileError> {
        profile::load(path).map(|profile| Self(Arc::new(profile)))
    }

    /// The profile that a configuration names: a file by its path, which ends in `.toml`, or a built-in one by its id.
    pub fn named(name: &str) -> Result<Self, ProfileError> {
        let path = Path::new(name);
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            Self::load(path)
        } else {
            Self::builtin(name)
        }
    }

    /// The id, as records and marks write it: `nogata`.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The name: 直方市, Nogata City.
    pub fn name(&self, lang: Lang) -> &str {
        self.0.name.get(lang)
    }

    /// The six-digit code of the municipality, with its check digit: `402044`.
    pub fn municipal_code(&self) -> &str {
        &self.0.code
    }

    /// Whether there is no such city.
    pub fn is_fictitious(&self) -> bool {
        self.0.fictitious
    }

    /// Under what `rule` is kept on `day`; none where it is not in force. A base rule always is.
    pub fn in_force(&self, rule: Rule, day: Date) -> Option<Basis> {
        if marks::switched_off(rule) {
            return None;
        }
        let clauses = self
            .0
            .rules
            .get(&rule)
            .and_then(|versions| on(versions, day));
        let citation = match clauses {
            Some(clauses) => Citation::Clauses(clauses.clone()),
            None if rule.is_base() => Citation::House,
            None => return None,
        };
        Some(Basis {
            rule,
            citation,
            city: self.clone(),
        })
    }

    /// The regulations whose articles the profile cites.
    pub fn regulations(&self) -> &[Regulation] {
        &self.0.regulations
    }

    /// The regulation with this key.
    pub fn regulation(&self, key: &str) -> Option<&Regulation> {
        self.0
            .regulations
            .iter()
            .find(|regulation| regulation.key == key)
    }

    /// Every clause of the city's regulations, with what it asks of the program.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.0
            .regulations
            .iter()
            .flat_map(|regulation| regulation.register.clauses())
    }

    /// The rules which the profile puts in force on `day` for this clause.
    pub fn rules_citing(&self, clause: &ClauseId, day: Date) -> Vec<Rule> {
        let cites =
            |versions| on(versions, day).is_some_and(|clauses: &Arc<[_]>| clauses.contains(clause));
        let rules = self.0.rules.iter().filter(|(_, versions)| cites(versions));
        rules.map(|(rule, _)| *rule).collect()
    }

    /// The clauses that ask for `rule`, on which days: the versions that the profile gives, in its order. A base rule is
    /// kept on the days of none of them, too.
    pub fn versions(&self, rule: Rule) -> impl Iterator<Item = (Force, &[ClauseId])> {
        let versions = self.0.rules.get(&rule).into_iter().flatten();
        versions.map(|version| (version.force, &*version.what))
    }

    /// What the role is called on `day` and whose it is; none where the city has no such role.
    pub fn role(&self, role: Role, day: Date) -> Option<&RoleBinding> {
        self.in_force(role.rule(), day)?;
        self.0
            .roles
            .get(&role)
            .and_then(|versions| on(versions, day))
    }

    /// Every role that the city has on `day`.
    pub fn roles(&self, day: Date) -> impl Iterator<Item = &RoleBinding> {
        Role::ALL
            .into_iter()
            .filter_map(move |role| self.role(role, day))
    }

    /// The days on which a role can begin, end or pass to another post because the regulation says so.
    pub fn role_turns(&self) -> BTreeSet<Date> {
        let bindings = self.0.roles.values().flatten();
        let rules = Role::ALL
            .into_iter()
            .filter_map(|role| self.0.rules.get(&role.rule()));
        bindings
            .map(|binding| binding.force)
            .chain(rules.flatten().map(|version| version.force))
            .flat_map(Force::changes)
            .collect()
    }

    /// The values on `day`.
    pub fn values(&self, day: Date) -> &Values {
        let after = self.0.values.partition_point(|(since, _)| *since <= day);
        &self.0.values[after.saturating_sub(1)].1
    }

    /// The procedure as it is on `day`; none where the city has none of that kind then.
    pub fn procedure(&self, kind: ProcedureKind, day: Date) -> Option<&Procedure> {
        self.in_force(kind.rule(), day)?;
        self.0
            .procedures
            .get(&kind)
            .and_then(|versions| on(versions, day))
    }

    /// Every procedure that the city has on `day`.
    pub fn procedures(&self, day: Date) -> impl Iterator<Item = &Procedure> {
        ProcedureKind::ALL
            .iter()
            .filter_map(move |kind| self.procedure(*kind, day))
    }

    /// The prescribed forms.
    pub fn forms(&self) -> &[Form] {
        &self.0.forms
    }

    /// The form that this clause prescribes.
    pub fn form(&self, clause: &ClauseId) -> Option<&Form> {
        self.0.forms.iter().find(|form| form.clause == *clause)
    }

    /// The form on which `rule` is followed on `day`; none where the city prescribes none, or has no such rule then.
    pub fn form_under(&self, rule: Rule, day: Date) -> Option<&Form> {
        let basis = self.in_force(rule, day)?;
        let mut clauses = basis.citation().clauses().iter();
        clauses.find_map(|clause| self.form(clause))
    }
}

impl std::fmt::Debug for City {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "City({})", self.id())
    }
}

/// A regulation of the city: its name, its text and what it asks.
#[derive(Debug, Clone)]
pub struct Regulation {
    pub(crate) key: String,
    pub(crate) title: Wording,
    pub(crate) number: Wording,
    pub(crate) consolidated: Date,
    pub(crate) text: Text,
    pub(crate) register: Register,
}

impl Regulation {
    /// What stands before the colon of its clauses: `nogata`.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Its title.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(lang)
    }

    /// The date and number of its issue.
    pub fn number(&self, lang: Lang) -> &str {
        self.number.get(lang)
    }

    /// The day whose state the text shows. Since when a single article has been in force cannot be read from it.
    pub fn consolidated(&self) -> Date {
        self.consolidated
    }

    /// The text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Its clauses, with what each asks of the program.
    pub fn register(&self) -> &Register {
        &self.register
    }
}

/// A form that a clause prescribes (様式).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub(crate) number: u16,
    pub(crate) title: Wording,
    pub(crate) clause: ClauseId,
}

impl Form {
    /// Its number: 5 for 様式第5号.
    pub fn number(&self) -> u16 {
        self.number
    }

    /// Its title.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(lang)
    }

    /// The clause that prescribes it.
    pub fn clause(&self) -> &ClauseId {
        &self.clause
    }
}
