//! The agreement on a provision (協定書等), with its eight conditions.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use time::Date;
use yakusho_attachments::{Attachment, AttachmentId};
use yakusho_kernel::{Timestamp, codes, typed_id};

use super::ProvisionId;
use crate::doer::Doer;

typed_id! {
    /// An agreement on a provision of data.
    pub struct AgreementId = "compliance.agreement";
}

/// What an agreement must say (shiroishi:15-4), in the order of the article's items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// 秘密保持.
    Secrecy,
    /// 目的外の使用及び第三者への提供の禁止.
    Purpose,
    /// 複写又は複製の禁止.
    Copying,
    /// 使用期間終了後の返還又は廃棄.
    Return,
    /// 使用又は保管状況に係る検査.
    Inspection,
    /// 事故発生時における報告.
    Accident,
    /// 損害賠償.
    Damages,
    /// その他総括管理責任者が必要と認める事項: by the general manager's word alone.
    Other,
}

codes! {
    Condition {
        Secrecy = "secrecy",
        Purpose = "purpose",
        Copying = "copying",
        Return = "return",
        Inspection = "inspection",
        Accident = "accident",
        Damages = "damages",
        Other = "other",
    }
}

impl Condition {
    /// The seven that the section writes.
    pub fn named() -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|condition| *condition != Self::Other)
    }

    /// The number of the article's item.
    pub const fn item(self) -> u8 {
        self as u8 + 1
    }
}

/// What an agreement says on a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The text.
    pub text: String,
    /// The SHA-256 of the text in UTF-8, in hexadecimal.
    pub digest: String,
}

impl Clause {
    /// The clause of that text.
    pub(crate) fn of(text: String) -> Self {
        let digest = HEXLOWER.encode(&Sha256::digest(&text));
        Self { text, digest }
    }
}

/// The general manager's word on the eighth condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// What else the agreement must say; none for nothing.
    pub clause: Option<Clause>,
    /// The day on which it was given.
    pub on: Date,
    /// When it was entered.
    pub at: Timestamp,
    /// Who gave it.
    pub doer: Doer,
}

/// That an agreement was ended before its last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlyEnd {
    /// The first day on which it is not in force any more.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// When it was entered.
    pub at: Timestamp,
    /// Who ended it.
    pub doer: Doer,
}

/// How far an agreement has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// One of the seven conditions is missing.
    Draft,
    /// It waits for the general manager's word on the eighth.
    Waiting,
    /// It has all eight.
    Ready,
    /// It was concluded.
    Concluded,
    /// What was released under it was returned or disposed of, with evidence.
    Closed,
}

codes! {
    AgreementState {
        Draft = "draft",
        Waiting = "waiting",
        Ready = "ready",
        Concluded = "concluded",
        Closed = "closed",
    }
}

/// An agreement on a provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// On what.
    pub provision: ProvisionId,
    /// How far it has come.
    pub state: AgreementState,
    /// Its first day and its last, as agreed.
    pub days: (Date, Date),
    /// What it says on the seven conditions; what is missing is not there.
    pub clauses: BTreeMap<Condition, Clause>,
    /// The word on the eighth.
    pub word: Option<Word>,
    /// The papers of the agreement.
    pub files: Vec<Attachment>,
    /// Who drew it up.
    pub drawn_up: Doer,
    /// The day on which it was concluded, and who did so.
    pub concluded: Option<(Date, Doer)>,
    /// That it was ended early.
    pub ended: Option<EarlyEnd>,
    /// By when what was released is to be returned or disposed of; none as long as nothing was.
    pub due: Option<Date>,
    /// When it was drawn up.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Its version, from 1.
    pub version: i32,
    /// What an act refers to.
    pub revision: i32,
}

impl Agreement {
    /// What it says on a condition.
    pub fn clause(&self, condition: Condition) -> Option<&Clause> {
        match condition {
            Condition::Other => self.word.as_ref().and_then(|word| word.clause.as_ref()),
            named => self.clauses.get(&named),
        }
    }

    /// Whether it has what a condition asks for: of the eighth, a word, even if that asks for nothing.
    pub fn fulfils(&self, condition: Condition) -> bool {
        match condition {
            Condition::Other => self.word.is_some(),
            named => self.clauses.contains_key(&named),
        }
    }
}

/// An agreement as it is entered.
#[derive(Clone, Debug)]
pub struct AgreementForm {
    /// Its first day and its last: within the days of the provision.
    pub days: (Date, Date),
    /// What it says on the seven conditions; an empty text is missing.
    pub clauses: BTreeMap<Condition, String>,
    /// Its papers.
    pub files: Vec<AttachmentId>,
}
