//! What an account is to be, as a client says it: all of it, or by the operations of a PATCH on what it is.

use std::borrow::Cow;

use serde_json::{Map, Value};
use yakusho_accounts::account::{Provisioned, Wanted};
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_koyomi::parse_date;
use yakusho_webkit::Lang;

use super::kinds::{ACCOUNT, ENTERPRISE, USERS};
use super::schema::{Attribute, Mutability, Target};
use super::texts::Text;

/// What a client may say of an account. What it does not say stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    /// The staff number.
    pub(super) number: Option<String>,
    user_name: Option<String>,
    external_id: Option<String>,
    active: Option<bool>,
    ends_on: Option<String>,
    reason: Option<String>,
}

/// An attribute that a client may write.
#[derive(Clone, Copy)]
enum Place {
    UserName,
    ExternalId,
    Active,
    Number,
    EndsOn,
    Reason,
}

fn place(extension: Option<&str>, attribute: &Attribute) -> Option<Place> {
    match (extension, attribute.name) {
        (None, "userName") => Some(Place::UserName),
        (None, "externalId") => Some(Place::ExternalId),
        (None, "active") => Some(Place::Active),
        (Some(ENTERPRISE), "employeeNumber") => Some(Place::Number),
        (Some(ACCOUNT), "endsOn") => Some(Place::EndsOn),
        (Some(ACCOUNT), "reason") => Some(Place::Reason),
        _ => None,
    }
}

fn refused(path: &str, code: &'static str) -> Invalid {
    Invalid::field(path, Reason::Code(code))
}

impl Draft {
    /// As the account is.
    pub(super) fn of(user: &Provisioned) -> Self {
        let account = &user.account;
        Self {
            number: user.card.as_ref().map(|card| card.number.clone()),
            user_name: Some(account.login.as_str().to_owned()),
            external_id: account.external_id.clone(),
            active: Some(user.active),
            ends_on: account.ends_on.map(|day| day.to_string()),
            reason: None,
        }
    }

    /// The same with what a resource says of it. What is told and cannot be changed is passed over, and so is what is not
    /// known here: clients send all they have.
    ///
    /// # Errors
    /// The attribute whose value cannot be taken.
    pub(super) fn merge(&mut self, resource: &Map<String, Value>) -> Result<(), Invalid> {
        for (path, value) in resource {
            if path.eq_ignore_ascii_case("password") {
                return Err(refused("password", "password_not_taken"));
            }
            if let Some(target) = USERS.target(path) {
                self.set(target, path, Some(value), false)?;
            }
        }
        Ok(())
    }

    /// The same after an operation of a PATCH (RFC 7644, section 3.5.2). Its name counts in letters of either case, as some
    /// clients write it.
    ///
    /// # Errors
    /// The attribute whose value cannot be taken; the path, where it names nothing, or what cannot be changed.
    pub(super) fn apply(&mut self, operation: &Value) -> Result<(), Invalid> {
        let syntax = || refused("Operations", "invalidSyntax");
        let operation = operation.as_object().ok_or_else(syntax)?;
        let member = |name: &str| {
            let mut members = operation.iter();
            let found = members.find(|(other, _)| other.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value)
        };
        let name = member("op").and_then(Value::as_str).ok_or_else(syntax)?;
        let removes = name.eq_ignore_ascii_case("remove");
        if !removes
            && !["add", "replace"]
                .iter()
                .any(|op| name.eq_ignore_ascii_case(op))
        {
            return Err(syntax());
        }
        let path = match member("path") {
            None | Some(Value::Null) => None,
            Some(path) => Some(path.as_str().ok_or_else(syntax)?),
        };
        let value = member("value");
        match (path, value) {
            (None, _) if removes => Err(refused("path", "noTarget")),
            (None, Some(Value::Object(resource))) => self.merge(resource),
            (None, _) => Err(syntax()),
            (Some(path), _) if path.eq_ignore_ascii_case("password") => {
                Err(refused("password", "password_not_taken"))
            }
            (Some(path), value) => {
                let target = USERS.target(path);
                let target = target.ok_or_else(|| refused(path, "invalidPath"))?;
                match (removes, value) {
                    (true, _) => self.set(target, path, None, true),
                    (false, Some(value)) => self.set(target, path, Some(value), true),
                    (false, None) => Err(refused("value", "invalidSyntax")),
                }
            }
        }
    }

    /// Sets an attribute, or takes it away. What cannot be changed is refused where it was named alone.
    fn set(
        &mut self,
        target: Target,
        path: &str,
        value: Option<&Value>,
        is_named: bool,
    ) -> Result<(), Invalid> {
        let (extension, attribute) = match target {
            Target::Extension(schema) => return self.set_all(schema.id, path, value),
            Target::Attribute {
                extension,
                attribute,
                ..
            } => (extension, attribute),
        };
        let Some(place) = place(extension, attribute) else {
            return if is_named {
                Err(refused(path, "mutability"))
            } else {
                Ok(())
            };
        };
        match (place, value.filter(|value| !value.is_null())) {
            // What every account has cannot be taken away.
            (Place::UserName | Place::Active | Place::Number, None) => {
                return Err(refused(path, "mutability"));
            }
            (Place::Active, Some(value)) => self.active = Some(flag(path, value)?),
            (Place::Number, Some(value)) => {
                let number = text(path, value)?;
                let is_other = self.number.as_ref().is_some_and(|known| *known != number);
                if is_other && attribute.mutability == Mutability::Immutable {
                    return Err(refused(path, "mutability"));
                }
                self.number = Some(number);
            }
            (Place::UserName, Some(value)) => self.user_name = Some(text(path, value)?),
            (Place::ExternalId, value) => self.external_id = optional(path, value)?,
            (Place::EndsOn, value) => self.ends_on = optional(path, value)?,
            (Place::Reason, value) => self.reason = optional(path, value)?,
        }
        Ok(())
    }

    /// Sets what an extension says, or takes away all of it that can be.
    fn set_all(
        &mut self,
        extension: &str,
        path: &str,
        value: Option<&Value>,
    ) -> Result<(), Invalid> {
        match value {
            Some(Value::Object(members)) => {
                for (name, value) in members {
                    let path = format!("{extension}:{name}");
                    if let Some(target @ Target::Attribute { .. }) = USERS.target(&path) {
                        self.set(target, &path, Some(value), false)?;
                    }
                }
                Ok(())
            }
            None | Some(Value::Null) if extension == ACCOUNT => {
                self.ends_on = None;
                self.reason = None;
                Ok(())
            }
            None | Some(Value::Null) => Err(refused(path, "mutability")),
            Some(_) => Err(Invalid::field(path, Reason::Malformed)),
        }
    }

    /// What is wanted.
    ///
    /// # Errors
    /// The attributes that are missing or cannot be read.
    pub(super) fn wanted(&self, lang: Lang) -> Result<Wanted, Invalid> {
        let mut invalid = Invalid::default();
        let login = self.user_name.clone().unwrap_or_default();
        if login.trim().is_empty() {
            invalid.push("userName", Reason::Required);
        }
        let ends_on = match self.ends_on.as_deref().map(parse_date) {
            None => None,
            Some(Ok(day)) => Some(day),
            Some(Err(_)) => {
                invalid.push(format!("{ACCOUNT}:endsOn"), Reason::Malformed);
                None
            }
        };
        invalid.check()?;
        let active = self.active.unwrap_or(true);
        let by_program = || Text::ClosedByProgram.to(lang).into_owned();
        Ok(Wanted {
            login,
            external_id: self.external_id.clone(),
            active,
            ends_on,
            reason: self.reason.clone().or_else(|| (!active).then(by_program)),
        })
    }
}

/// True or false, which some clients send as a text.
fn flag(path: &str, value: &Value) -> Result<bool, Invalid> {
    match value {
        Value::Bool(flag) => Ok(*flag),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Ok(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Ok(false),
        _ => Err(Invalid::field(path, Reason::Malformed)),
    }
}

fn text(path: &str, value: &Value) -> Result<String, Invalid> {
    let text = value.as_str().map(str::to_owned);
    text.ok_or_else(|| Invalid::field(path, Reason::Malformed))
}

fn optional(path: &str, value: Option<&Value>) -> Result<Option<String>, Invalid> {
    value.map(|value| text(path, value)).transpose()
}

/// The fault with the attributes in place of the fields of the service.
pub(super) fn by_attribute(fault: Fault) -> Fault {
    let Fault::Invalid(mut invalid) = fault else {
        return fault;
    };
    for error in &mut invalid.errors {
        let attribute: Cow<'static, str> = match error.field.as_str() {
            "login" => "userName".into(),
            "external_id" => "externalId".into(),
            "number" | "person" => format!("{ENTERPRISE}:employeeNumber").into(),
            "ends_on" => format!("{ACCOUNT}:endsOn").into(),
            "reason" => format!("{ACCOUNT}:reason").into(),
            _ => continue,
        };
        error.field = attribute.into_owned();
    }
    invalid.into()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn draft() -> Draft {
        Draft {
            number: Some("1001".to_owned()),
            user_name: Some("sato".to_owned()),
            external_id: Some("x".to_owned()),
            active: Some(true),
            ..Draft::default()
        }
    }

    fn applied(operation: &Value) -> Result<Draft, (String, &'static str)> {
        let mut draft = draft();
        match draft.apply(operation) {
            Ok(()) => Ok(draft),
            Err(invalid) => {
                let error = &invalid.errors[0];
                Err((error.field.clone(), error.reason.code()))
            }
        }
    }

    #[test]
    fn operations_are_taken_as_clients_write_them() {
        for closes in [
            json!({"op": "replace", "path": "active", "value": false}),
            json!({"op": "Replace", "path": "active", "value": "False"}),
            json!({"op": "Add", "value": {"active": "false"}}),
            json!({"op": "replace", "path": "urn:ietf:params:scim:schemas:core:2.0:User:ACTIVE", "value": false}),
        ] {
            assert_eq!(applied(&closes).unwrap().active, Some(false), "{closes}");
        }
        for ends in [
            json!({"op": "add", "path": format!("{ACCOUNT}:endsOn"), "value": "2027-03-31"}),
            json!({"op": "add", "path": ACCOUNT, "value": {"endsOn": "2027-03-31"}}),
            json!({"op": "add", "value": {ACCOUNT: {"endsOn": "2027-03-31", "kana": "さとう"}}}),
            json!({"op": "add", "value": {format!("{ACCOUNT}:endsOn"): "2027-03-31", "nickName": "x"}}),
        ] {
            let ends_on = applied(&ends).unwrap().ends_on;
            assert_eq!(ends_on.as_deref(), Some("2027-03-31"), "{ends}");
        }
        let removed = applied(&json!({"op": "Remove", "path": "externalId"}));
        assert_eq!(removed.unwrap().external_id, None);
    }

    #[test]
    fn what_cannot_be_changed_or_read_is_named() {
        let number = format!("{ENTERPRISE}:employeeNumber");
        for (operation, path, code) in [
            (
                json!({"op": "replace", "path": "name.familyName", "value": "佐藤"}),
                "name.familyName",
                "mutability",
            ),
            (
                json!({"op": "replace", "path": "nickName", "value": "x"}),
                "nickName",
                "invalidPath",
            ),
            (
                json!({"op": "add", "path": "emails[type eq \"work\"].value", "value": "x"}),
                "emails[type eq \"work\"].value",
                "invalidPath",
            ),
            (
                json!({"op": "replace", "path": number, "value": "1002"}),
                &*number,
                "mutability",
            ),
            (
                json!({"op": "remove", "path": "active"}),
                "active",
                "mutability",
            ),
            (json!({"op": "remove"}), "path", "noTarget"),
            (
                json!({"op": "replace", "path": "active", "value": "perhaps"}),
                "active",
                "malformed",
            ),
            (
                json!({"op": "replace", "path": "userName", "value": 1}),
                "userName",
                "malformed",
            ),
            (
                json!({"op": "replace", "path": "password", "value": "x"}),
                "password",
                "password_not_taken",
            ),
            (
                json!({"op": "add", "value": {"password": "x"}}),
                "password",
                "password_not_taken",
            ),
            (
                json!({"op": "move", "path": "active"}),
                "Operations",
                "invalidSyntax",
            ),
            (
                json!({"op": "add", "value": 1}),
                "Operations",
                "invalidSyntax",
            ),
            (
                json!({"op": "add", "path": "active"}),
                "value",
                "invalidSyntax",
            ),
            (json!([]), "Operations", "invalidSyntax"),
        ] {
            let refused = Err((path.to_owned(), code));
            assert_eq!(applied(&operation), refused, "{operation}");
        }
        let same = json!({"op": "replace", "path": number, "value": "1001"});
        assert_eq!(applied(&same), Ok(draft()));
    }
}
