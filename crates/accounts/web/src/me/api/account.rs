//! What is on record about oneself, the language, and the usage rules, as JSON.

use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_accounts::account;
use yakusho_accounts::usage;
use yakusho_kernel::{Fault, OnBehalf, Timestamp};
use yakusho_webkit::{Answer, Lang, Visit};

use super::Tag;
use crate::json::Done;
use crate::people::{Person, PersonDetail};

/// One's own account.
#[derive(Object)]
struct Me {
    /// The account.
    account: Uuid,
    /// The ID to sign in with.
    login: String,
    /// The language chosen.
    #[oai(skip_serializing_if_is_none)]
    lang: Option<Language>,
    /// The last day on which the account can be used; none if it has no end.
    #[oai(skip_serializing_if_is_none)]
    ends_on: Option<Date>,
    /// When somebody last signed in with it.
    #[oai(skip_serializing_if_is_none)]
    last_sign_in_at: Option<OffsetDateTime>,
    /// On whose behalf one acts at the moment.
    #[oai(skip_serializing_if_is_none)]
    on_behalf: Option<Behalf>,
    /// The functions that are switched on, e.g. `board`.
    functions: Vec<String>,
    /// The person, with posts and roles.
    #[oai(flatten)]
    person: PersonDetail,
}

/// Somebody on whose behalf one acts.
#[derive(Object)]
struct Behalf {
    /// The one who is stood in for.
    person: Uuid,
    /// The kind of proxy: `acting_for_post`, `deciding_in_place`, `secretary`.
    kind: String,
}

impl From<&OnBehalf> for Behalf {
    fn from(other: &OnBehalf) -> Self {
        Self {
            person: other.person.into(),
            kind: other.kind.code().to_owned(),
        }
    }
}

/// A language of pages and notices.
#[derive(Clone, Copy, Enum)]
#[oai(rename_all = "lowercase")]
enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ja => Self::Ja,
            Lang::En => Self::En,
        }
    }
}

impl From<Language> for Lang {
    fn from(lang: Language) -> Self {
        match lang {
            Language::Ja => Self::Ja,
            Language::En => Self::En,
        }
    }
}

/// A choice of language.
#[derive(Object)]
struct LanguageChoice {
    lang: Language,
}

/// The usage rules in force.
#[derive(Object)]
struct UsageRulesItem {
    id: Uuid,
    /// The version, from 1.
    number: i32,
    /// The first day on which it is in force.
    effective_on: Date,
    /// The text, in the reader's language where there is one.
    body: String,
}

/// Which usage rules are acknowledged.
#[derive(Object)]
struct Acknowledged {
    /// Their id.
    id: Uuid,
}

/// One's own data.
pub(super) struct AccountApi;

#[OpenApi(tag = "Tag::Me")]
impl AccountApi {
    /// One's own account, person, posts and roles.
    #[oai(path = "/me", method = "get", operation_id = "getMe")]
    async fn me(&self, visit: Visit) -> Answer<Json<Me>> {
        let account = account::own(&visit.cx).await?;
        let person = Person::find(&visit.cx, account.person).await?;
        let me = visit.me()?;
        Ok(Json(Me {
            account: account.id.into(),
            login: account.login.to_string(),
            lang: account.lang.map(Into::into),
            ends_on: account.ends_on,
            last_sign_in_at: account.last_sign_in_at.map(Timestamp::utc),
            on_behalf: me.standing.on_behalf.as_ref().map(Into::into),
            functions: me.functions.iter().map(|&code| code.to_owned()).collect(),
            person: person.into(),
        }))
    }

    /// Chooses the language of pages and notices.
    #[oai(path = "/me/language", method = "put", operation_id = "chooseLanguage")]
    async fn language(&self, visit: Visit, body: Json<LanguageChoice>) -> Answer<Done> {
        let account = account::own(&visit.cx).await?;
        account::set_lang(&visit.cx, account.id, body.0.lang.into())
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}

/// The usage rules, open also to those who must acknowledge them first.
pub(super) struct UsageApi;

#[OpenApi(tag = "Tag::Me")]
impl UsageApi {
    /// The usage rules in force.
    #[oai(
        path = "/me/usage-rules",
        method = "get",
        operation_id = "getUsageRules"
    )]
    async fn rules(&self, visit: Visit) -> Answer<Json<UsageRulesItem>> {
        let rules = usage::current(&visit.cx).await?.ok_or(Fault::NotFound)?;
        Ok(Json(UsageRulesItem {
            id: rules.id.into(),
            number: rules.number,
            effective_on: rules.effective_on,
            body: rules.body(visit.lang).to_owned(),
        }))
    }

    /// Acknowledges the usage rules in force.
    #[oai(
        path = "/me/usage-rules/acknowledgement",
        method = "put",
        operation_id = "acknowledgeUsageRules"
    )]
    async fn acknowledge(&self, visit: Visit, body: Json<Acknowledged>) -> Answer<Done> {
        usage::acknowledge(&visit.cx, body.0.id.into())
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
