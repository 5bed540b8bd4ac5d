//! Changing one's password as JSON.

use poem_openapi::payload::Json;
use poem_openapi::types::Password;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::Date;
use yakusho_accounts::password::{self, Change, PasswordText};
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::authenticator;

/// The present password and the new one.
#[derive(Object)]
struct PasswordChange {
    /// The present one, or the one-time password that was just used.
    #[oai(validator(max_length = 1000))]
    current: Password,
    /// The new one: at least as many characters as the city asks for, at most 128, and not easily guessed.
    #[oai(validator(max_length = 1000))]
    new: Password,
}

/// How old the password is.
#[derive(Object)]
struct PasswordAge {
    /// The day on which it was set.
    set_on: Date,
    /// The last day on which it may be used without being changed, where the city sets an age.
    #[oai(skip_serializing_if_is_none)]
    last_day: Option<Date>,
    /// Whether a change is suggested.
    change_suggested: bool,
}

/// That the password was changed.
#[derive(ApiResponse)]
enum Changed {
    /// Changed. Every other session ended; the cookie has this one's new secret.
    #[oai(status = 204)]
    Changed(#[oai(header = "Set-Cookie")] String),
}

/// One's own password, open also to those who must change it first.
pub(super) struct PasswordApi;

#[OpenApi(tag = "Tag::Me")]
impl PasswordApi {
    /// How old one's password is.
    #[oai(path = "/me/password", method = "get", operation_id = "getPasswordAge")]
    async fn age(&self, visit: Visit) -> Answer<Json<PasswordAge>> {
        let age = password::age(&visit.cx).await?;
        Ok(Json(PasswordAge {
            set_on: age.set_on,
            last_day: age.last_day,
            change_suggested: age.change_suggested,
        }))
    }

    /// Changes one's password.
    #[oai(path = "/me/password", method = "put", operation_id = "changePassword")]
    async fn change(&self, visit: Visit, body: Json<PasswordChange>) -> Answer<Changed> {
        let change = Change {
            current: PasswordText::new(body.0.current.0),
            new: PasswordText::new(body.0.new.0),
        };
        let session = authenticator::session(&visit)?;
        let secret = password::change(&visit.cx, session, change)
            .await?
            .into_inner();
        Ok(Changed::Changed(visit.session_cookie(Some(&secret.text()))))
    }
}
