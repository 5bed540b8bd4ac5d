//! The kinds of notices that accounts give. Their texts are the web's.

yakusho_kernel::notices! {
    /// Your ID `login` can be used until `ends_on`.
    ACCOUNT_ENDS = "account.ends_soon" in Security;
    /// The order `title` no longer fitted on its day, for `faults` faults.
    ORDER_FAILED = "order.failed" in Administration;
    /// The scheduled order `title` would not fit on its `day` any more.
    ORDER_DOUBTFUL = "order.doubtful" in Administration;
    /// Somebody signed in to your account from a new place: `agent`, `address`.
    SIGNED_IN_FROM_NEW_PLACE = "session.new_place" in Security;
    /// `delegate` stands in for `principal`, by a proxy of `kind`.
    DELEGATION_SET_UP = "delegation.set_up" in Security;
    /// Whether `count` accounts of your section are still needed.
    LEAVERS_ASKED = "leaver.asked" in Owed;
    /// The same, since it was not answered.
    LEAVERS_ASKED_AGAIN = "leaver.asked_again" in Owed;
    /// A manager reported that the account `login` is needed no more.
    LEAVER_REPORTED = "leaver.reported" in Administration;
    /// The suspension of your ID was lifted.
    SUSPENSION_LIFTED = "suspension.lifted" in Security;
    /// Your password was changed.
    PASSWORD_CHANGED = "password.changed" in Security;
    /// Your password must be changed by `last_day`.
    PASSWORD_ENDS = "password.ends_soon" in Security;
    /// A change of your password, set on `set_on`, is suggested.
    PASSWORD_CHANGE_SUGGESTED = "password.change_suggested" in Security;
    /// Codes of an app are asked for.
    SECOND_FACTOR_ON = "second_factor.on" in Security;
    /// Codes of an app are asked for no longer.
    APP_OFF = "second_factor.app_off" in Security;
    /// Two-step sign-in was turned off, whatever there was of it.
    SECOND_FACTOR_OFF = "second_factor.off" in Security;
    /// A recovery code of yours was used.
    RECOVERY_CODE_USED = "second_factor.recovery_code_used" in Security;
    /// The passkey `name` was added.
    PASSKEY_ADDED = "passkey.added" in Security;
    /// The passkey `name` was removed.
    PASSKEY_REMOVED = "passkey.removed" in Security;
    /// Take note of version `number` of the usage rules.
    USAGE_TO_NOTE = "usage.to_note" in Owed;
    /// `label` waits for your approval.
    APPROVAL_ASKED = "registration.approval_asked" in Owed;
    /// What you registered as `label` was decided on: `approved`.
    APPROVAL_DECIDED = "registration.approval_decided" in Administration;
}
