//! The kinds of notices that accounts give. Their texts are the web's.

/// Your ID `login` can be used until `ends_on`.
pub const ACCOUNT_ENDS: &str = "account.ends_soon";
/// The order `title` no longer fitted on its day, for `faults` faults.
pub const ORDER_FAILED: &str = "order.failed";
/// The scheduled order `title` would not fit on its `day` any more.
pub const ORDER_DOUBTFUL: &str = "order.doubtful";
/// Somebody signed in to your account from a new place: `agent`, `address`.
pub const SIGNED_IN_FROM_NEW_PLACE: &str = "session.new_place";
/// `delegate` stands in for `principal`, by a proxy of `kind`.
pub const DELEGATION_SET_UP: &str = "delegation.set_up";
/// Whether `count` accounts of your section are still needed.
pub const LEAVERS_ASKED: &str = "leaver.asked";
/// The same, since it was not answered.
pub const LEAVERS_ASKED_AGAIN: &str = "leaver.asked_again";
/// A manager reported that the account `login` is needed no more.
pub const LEAVER_REPORTED: &str = "leaver.reported";
/// The suspension of your ID was lifted.
pub const SUSPENSION_LIFTED: &str = "suspension.lifted";
/// Your password was changed.
pub const PASSWORD_CHANGED: &str = "password.changed";
/// Your password must be changed by `last_day`.
pub const PASSWORD_ENDS: &str = "password.ends_soon";
/// A change of your password, set on `set_on`, is suggested.
pub const PASSWORD_CHANGE_SUGGESTED: &str = "password.change_suggested";
/// Codes of an app are asked for.
pub const SECOND_FACTOR_ON: &str = "second_factor.on";
/// Codes of an app are asked for no longer.
pub const APP_OFF: &str = "second_factor.app_off";
/// Two-step sign-in was turned off, whatever there was of it.
pub const SECOND_FACTOR_OFF: &str = "second_factor.off";
/// A recovery code of yours was used.
pub const RECOVERY_CODE_USED: &str = "second_factor.recovery_code_used";
/// The passkey `name` was added.
pub const PASSKEY_ADDED: &str = "passkey.added";
/// The passkey `name` was removed.
pub const PASSKEY_REMOVED: &str = "passkey.removed";
/// Take note of version `number` of the usage rules.
pub const USAGE_TO_NOTE: &str = "usage.to_note";
/// `label` waits for your approval.
pub const APPROVAL_ASKED: &str = "registration.approval_asked";
/// What you registered as `label` was decided on: `approved`.
pub const APPROVAL_DECIDED: &str = "registration.approval_decided";

/// Every kind.
pub const ALL: [&str; 21] = [
    ACCOUNT_ENDS,
    ORDER_FAILED,
    ORDER_DOUBTFUL,
    SIGNED_IN_FROM_NEW_PLACE,
    DELEGATION_SET_UP,
    LEAVERS_ASKED,
    LEAVERS_ASKED_AGAIN,
    LEAVER_REPORTED,
    SUSPENSION_LIFTED,
    PASSWORD_CHANGED,
    PASSWORD_ENDS,
    PASSWORD_CHANGE_SUGGESTED,
    SECOND_FACTOR_ON,
    APP_OFF,
    SECOND_FACTOR_OFF,
    RECOVERY_CODE_USED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    USAGE_TO_NOTE,
    APPROVAL_ASKED,
    APPROVAL_DECIDED,
];
