//! Procedures as a city's profile describes them: the form that is filled in, and the steps that it takes.
//!
//! A definition can be stored as it was on a day ([`Procedure`] is serialised whole), so that a change of the profile
//! changes nothing that is under way or done.

use serde::{Deserialize, Serialize};

use crate::{Lang, Role, Rule, Wording};

macro_rules! kinds {
    ($( $(#[$doc:meta])+ $name:ident = $id:literal by $rule:ident; )+) => {
        /// A procedure that the program knows what to do about once it is decided. The rest of it is the profile's.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum ProcedureKind {
            $( $(#[$doc])+ #[serde(rename = $id)] $name, )+
        }

        impl ProcedureKind {
            /// Every kind, in order of display.
            pub const ALL: &[Self] = &[$( Self::$name, )+];

            /// The stable id, as profiles, the database and the API write it.
            pub const fn id(self) -> &'static str {
                match self { $( Self::$name => $id, )+ }
            }

            /// The rule that asks for it: a city has the procedure on exactly the days on which this is in force there.
            pub const fn rule(self) -> Rule {
                match self { $( Self::$name => Rule::$rule, )+ }
            }
        }
    };
}

kinds! {
    /// A new system is decided on (form 1, shiroishi:7).
    SystemDecision = "system_decision" by SystemDecisionConsulted;
    /// A system is installed, changed or abolished (form 2, shiroishi:8).
    SystemChange = "system_change" by SystemChangeConsulted;
    /// An information-side and a business-side system are connected (form 3, shiroishi:9).
    SystemConnection = "system_connection" by ConnectionConsulted;
    /// Another section's data are used (form 6, shiroishi:14; muko:15-2).
    DataUse = "data_use" by DataUseApproved;
    /// Data are provided outside (form 8, shiroishi:15-1).
    Provision = "provision" by ProvisionConsulted;
    /// The development of new processing is asked for, reviewed and referred to the committee (muko:15-1, 15-3).
    Development = "development" by DevelopmentRequested;
    /// The work on a system is divided otherwise than the regulation does (shiroishi:10-3).
    WorkDivision = "work_division" by WorkDivided;
    /// Its cost is divided otherwise (shiroishi:23-3).
    CostDivision = "cost_division" by CostDivided;
}

impl ProcedureKind {
    /// The kind with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}

impl std::fmt::Display for ProcedureKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

/// A procedure as it is on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procedure {
    /// What the program knows it by.
    pub kind: ProcedureKind,
    /// What it is called; with a prescribed form, the form's title.
    pub title: Wording,
    /// The number of the prescribed form: 6 for 様式第6号; none where the regulation prescribes none.
    pub form: Option<u16>,
    /// The register in which its cases are numbered by fiscal year. Procedures may share one.
    pub register: String,
    /// Who draws it up.
    pub drawn_up_by: Drafter,
    /// Within how many working days each step is to be done; none for no deadline.
    pub deadline: Option<u16>,
    /// What is filled in, in the order of the form.
    pub fields: Vec<Field>,
    /// What happens to it, in this order; at least one step decides.
    pub steps: Vec<Step>,
}

impl Procedure {
    /// Its title.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(lang)
    }

    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// Who draws a procedure up, each for the section that they answer for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drafter {
    /// Who holds the role, which is one for each section.
    Role(Role),
    /// The head of a section.
    SectionHead,
}

/// Something to be filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What code and the API know it by.
    pub key: String,
    /// What is filled in.
    pub kind: FieldKind,
    /// What it is called on the form.
    pub label: Wording,
    /// What helps to fill it in.
    pub help: Option<Wording>,
    /// Whether nothing is submitted without it.
    pub required: bool,
}

/// What is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// A line of at most so many characters.
    Text(u32),
    /// Paragraphs of at most so many characters.
    LongText(u32),
    /// A whole number from 0 to this.
    Number(u32),
    /// A day.
    Date,
    /// A first day and a last.
    Period,
    /// One of these.
    Choice(Vec<Choice>),
    /// Some of these.
    Choices(Vec<Choice>),
    /// Some of these, each with words of its own: which requirement is met, and how.
    Conditions(Vec<Choice>),
    /// A person.
    Person,
    /// A post.
    Post,
    /// A section.
    Section,
    /// Sections, each once.
    Sections,
    /// A set of data of the register.
    DataSet,
    /// An information system of the register.
    System,
    /// A connection of the register.
    Connection,
    /// Files that hang on the case.
    Files,
}

impl FieldKind {
    /// The id of every kind, as profiles write it.
    pub(crate) const IDS: [&str; 16] = [
        "text",
        "long_text",
        "number",
        "date",
        "period",
        "choice",
        "choices",
        "conditions",
        "person",
        "post",
        "section",
        "sections",
        "data_set",
        "system",
        "connection",
        "files",
    ];

    /// The id, as profiles and the API write it.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::LongText(_) => "long_text",
            Self::Number(_) => "number",
            Self::Date => "date",
            Self::Period => "period",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Conditions(_) => "conditions",
            Self::Person => "person",
            Self::Post => "post",
            Self::Section => "section",
            Self::Sections => "sections",
            Self::DataSet => "data_set",
            Self::System => "system",
            Self::Connection => "connection",
            Self::Files => "files",
        }
    }

    /// What can be chosen; nothing where there is nothing to choose from.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Choice(choices) | Self::Choices(choices) | Self::Conditions(choices) => choices,
            _ => &[],
        }
    }

    /// Whether a section answers for what is filled in: itself, or the owner of what the register has.
    pub const fn has_section(&self) -> bool {
        matches!(
            self,
            Self::Section | Self::Sections | Self::DataSet | Self::System
        )
    }
}

/// One of several things to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What code and the API know it by.
    pub id: String,
    /// What it is called on the form.
    pub label: Wording,
}

/// A step that a submitted form takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it is called.
    pub title: Wording,
    /// What is done in it.
    pub kind: StepKind,
    /// By whom; at least one, and one alone where it is decided.
    pub by: Vec<Party>,
    /// What whoever decides fills in with the decision, in this order; nothing in any other step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
}

/// What is done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// 協議: each party agrees or objects, until so many have agreed.
    Consult(Agreement),
    /// 決裁: it is granted, refused or sent back.
    Decide,
    /// 通知: each party is told, and nothing waits for them.
    Inform,
}

/// How many of those who are consulted must agree. Once they cannot any more, the form goes back to its author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// Everyone.
    All,
    /// More than half.
    Majority,
    /// Anyone.
    One,
}

impl Agreement {
    /// How many of so many must agree, at least.
    pub const fn of(self, parties: usize) -> usize {
        match self {
            Self::All => parties,
            Self::Majority => parties / 2 + 1,
            Self::One => 1,
        }
    }
}

/// Who does a step: a role or a post, never a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Who holds the role, which is one for the city.
    Role(Role),
    /// Who holds the role, which is one for each section, for these sections: one party each.
    RoleOf(Role, SectionsOf),
    /// The head of the unit of this name.
    HeadOf(String),
    /// The heads of these sections: one party each.
    HeadOfSection(SectionsOf),
}

/// Which sections a step is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionsOf {
    /// The one for which the form was drawn up.
    Applicant,
    /// Those that the field of this key names, or that answer for what it names.
    Field(String),
}
