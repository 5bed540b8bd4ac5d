//! Offices that a regulation creates, and the posts that they are bound to (充て職).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Lang, Rule, Wording};

/// An office under a regulation. It is held by whoever holds the post that the profile binds it to, on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Role {
    /// Overall security measures, and the suspension of IDs (nogata:4, nogata:11). Every profile binds it.
    SystemSupervisor,
    /// Runs the groupware: accounts, functions, permissions, usage rules (nogata:5). Every profile binds it.
    SystemAdministrator,
    /// Manages what one section registered (nogata:6, shiroishi:5); one for each section.
    InformationManager,
    /// Oversees the administrative systems (shiroishi:3).
    GeneralManager,
    /// Handles part of the general manager's affairs (shiroishi:4).
    InformationSystemManager,
    /// Oversees computing and the protection of personal information (muko:4).
    ComputingGeneralManager,
    /// Maintains and runs the computers (muko:5).
    ComputingManager,
    /// Protects data in one section that processes personal information (muko:6); one for each such section.
    DataProtectionManager,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 8] = [
        Self::SystemSupervisor,
        Self::SystemAdministrator,
        Self::InformationManager,
        Self::GeneralManager,
        Self::InformationSystemManager,
        Self::ComputingGeneralManager,
        Self::ComputingManager,
        Self::DataProtectionManager,
    ];

    /// The stable id, as profiles, audit entries and the API write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SystemSupervisor => "system_supervisor",
            Self::SystemAdministrator => "system_administrator",
            Self::InformationManager => "information_manager",
            Self::GeneralManager => "general_manager",
            Self::InformationSystemManager => "information_system_manager",
            Self::ComputingGeneralManager => "computing_general_manager",
            Self::ComputingManager => "computing_manager",
            Self::DataProtectionManager => "data_protection_manager",
        }
    }

    /// The role with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }

    /// The rule that creates the role: it exists in a city on the days on which this rule is in force there.
    pub const fn rule(self) -> Rule {
        match self {
            Self::SystemSupervisor => Rule::SystemSupervisor,
            Self::SystemAdministrator => Rule::SystemAdministrator,
            Self::InformationManager => Rule::InformationManagers,
            Self::GeneralManager => Rule::GeneralManager,
            Self::InformationSystemManager => Rule::InformationSystemManager,
            Self::ComputingGeneralManager => Rule::ComputingGeneralManager,
            Self::ComputingManager => Rule::ComputingManager,
            Self::DataProtectionManager => Rule::DataProtectionManagers,
        }
    }

    /// Whether there is one holder for each section, with powers that end at that section, rather than one for the city.
    pub const fn is_per_section(self) -> bool {
        matches!(self, Self::InformationManager | Self::DataProtectionManager)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// An id that names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown role {0:?}")]
pub struct UnknownRole(pub String);

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(id: &str) -> Result<Self, UnknownRole> {
        Self::from_id(id).ok_or_else(|| UnknownRole(id.to_owned()))
    }
}

impl TryFrom<String> for Role {
    type Error = UnknownRole;

    fn try_from(id: String) -> Result<Self, UnknownRole> {
        id.parse()
    }
}

impl From<Role> for String {
    fn from(role: Role) -> Self {
        role.id().to_owned()
    }
}

/// Whose a role is in a city, and what it is called there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleBinding {
    pub(crate) role: Role,
    pub(crate) title: Wording,
    pub(crate) holder: Holder,
}

impl RoleBinding {
    /// The role that is bound.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The title in the city's own words.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(lang)
    }

    /// The post, or the posts, whose holder holds the role.
    pub fn holder(&self) -> &Holder {
        &self.holder
    }
}

/// The post that a role is bound to. Units are named as the city's organisation tree names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// The head of the unit of this name (総合政策部長).
    HeadOf(String),
    /// The head of the section which the unit of this name belongs to (情報管理係所属課長).
    HeadOfSectionWith(String),
    /// The head of every unit of this rank, each for the own unit (各課室長).
    HeadsOf(UnitRank),
    /// The head of every section with this tag, each for the own section.
    HeadsOfSectionsTagged(SectionTag),
    /// A post by its name, outside the tree of units (副市長).
    Post(String),
}

impl Holder {
    /// Whether it names one post for each section rather than one for the city.
    pub fn is_per_section(&self) -> bool {
        matches!(self, Self::HeadsOf(_) | Self::HeadsOfSectionsTagged(_))
    }
}

/// The rank of a unit in the organisation tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitRank {
    /// 部, and what ranks as one.
    Department,
    /// 課・室, and what ranks as one.
    Section,
    /// 係, and what ranks as one.
    Unit,
}

impl UnitRank {
    /// Every rank, from the highest.
    pub const ALL: [Self; 3] = [Self::Department, Self::Section, Self::Unit];

    /// The id, as profiles write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Section => "section",
            Self::Unit => "unit",
        }
    }
}

/// What a section is marked with because a regulation asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionTag {
    /// The section processes personal information by computer (muko:6).
    PersonalInformation,
}

impl SectionTag {
    /// Every tag.
    pub const ALL: [Self; 1] = [Self::PersonalInformation];

    /// The id, as profiles write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::PersonalInformation => "personal_information",
        }
    }
}
