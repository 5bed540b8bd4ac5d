//! The second factor as JSON.

use poem_openapi::payload::Json;
use poem_openapi::types::Password;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::second_factor::{self, Enrolled};
use yakusho_kernel::Timestamp;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::Done;

/// What is asked for besides the password.
#[derive(Object)]
struct SecondFactor {
    /// Since when codes of an app are; none where they are not.
    #[oai(skip_serializing_if_is_none)]
    since: Option<OffsetDateTime>,
    /// How many passkeys there are.
    passkeys: u64,
    /// How many recovery codes are left.
    recovery_codes: u64,
}

/// The present password, to make sure who it is.
#[derive(Object)]
pub(super) struct PasswordProof {
    #[oai(validator(max_length = 1000))]
    password: Password,
}

/// A code from the app.
#[derive(Object)]
struct FirstCode {
    #[oai(validator(max_length = 100))]
    code: String,
}

/// What goes into the app. It is shown once.
#[derive(Object)]
struct SecondFactorSecret {
    /// In base32, to be typed.
    secret: String,
    /// The same as an `otpauth://` address, for a QR code.
    url: String,
}

/// Codes for the day on which app and passkeys are lost. They are shown once.
#[derive(Object)]
struct RecoveryCodes {
    /// Each works once. None where they were shown before, with another second factor.
    recovery_codes: Vec<String>,
}

impl From<Enrolled> for RecoveryCodes {
    fn from(enrolled: Enrolled) -> Self {
        let codes = enrolled.recovery_codes.iter();
        Self {
            recovery_codes: codes.map(|code| code.text().to_string()).collect(),
        }
    }
}

impl PasswordProof {
    pub(super) fn password(self) -> PasswordText {
        PasswordText::new(self.password.0)
    }
}

/// One's second factor.
pub(super) struct SecondFactorApi;

#[OpenApi(tag = "Tag::Me")]
impl SecondFactorApi {
    /// What is asked for besides one's password.
    #[oai(
        path = "/me/second-factor",
        method = "get",
        operation_id = "getSecondFactor"
    )]
    async fn state(&self, visit: Visit) -> Answer<Json<SecondFactor>> {
        let state = second_factor::state(&visit.cx).await?;
        Ok(Json(SecondFactor {
            since: state.app_since.map(Timestamp::utc),
            passkeys: state.passkeys.len() as u64,
            recovery_codes: state.recovery_codes,
        }))
    }

    /// Begins to set one up: a secret for an app. Nothing asks for its codes until one of them was confirmed.
    #[oai(
        path = "/me/second-factor",
        method = "post",
        operation_id = "beginSecondFactor"
    )]
    async fn begin(
        &self,
        visit: Visit,
        body: Json<PasswordProof>,
    ) -> Answer<Json<SecondFactorSecret>> {
        let made = second_factor::begin(&visit.cx, &body.0.password())
            .await?
            .into_inner();
        Ok(Json(SecondFactorSecret {
            secret: made.secret.to_string(),
            url: made.url.to_string(),
        }))
    }

    /// Puts it in force by a first code.
    #[oai(
        path = "/me/second-factor/confirmation",
        method = "post",
        operation_id = "confirmSecondFactor"
    )]
    async fn confirm(&self, visit: Visit, body: Json<FirstCode>) -> Answer<Json<RecoveryCodes>> {
        let enrolled = second_factor::confirm(&visit.cx, &body.0.code).await?;
        Ok(Json(enrolled.into_inner().into()))
    }

    /// Makes new recovery codes; the former ones are void.
    #[oai(
        path = "/me/second-factor/recovery-codes",
        method = "post",
        operation_id = "renewRecoveryCodes"
    )]
    async fn renew(&self, visit: Visit, body: Json<PasswordProof>) -> Answer<Json<RecoveryCodes>> {
        let enrolled = second_factor::new_recovery_codes(&visit.cx, &body.0.password()).await?;
        Ok(Json(enrolled.into_inner().into()))
    }

    /// Has codes of the app be asked for no longer.
    #[oai(
        path = "/me/second-factor/removal",
        method = "post",
        operation_id = "removeSecondFactor"
    )]
    async fn remove(&self, visit: Visit, body: Json<PasswordProof>) -> Answer<Done> {
        second_factor::remove(&visit.cx, &body.0.password())
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
