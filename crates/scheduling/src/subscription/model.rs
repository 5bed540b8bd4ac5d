//! What a subscription is.

use yakusho_accounts::Secret;
use yakusho_kernel::{Timestamp, typed_id};

typed_id! {
    /// An address at which a calendar is read.
    pub struct SubscriptionId = "calendar.subscription";
}

/// A subscription as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Its id.
    pub id: SubscriptionId,
    /// What its owner calls it.
    pub name: String,
    /// Whether it tells what closed events say.
    pub details: bool,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
}

/// A subscription to be made.
#[derive(Clone, Debug)]
pub struct NewSubscription {
    /// What its owner calls it: one line of 1 to 100 characters.
    pub name: String,
    /// Whether it tells what closed events say.
    pub details: bool,
}

/// A subscription that was just made. It is shown once.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its id.
    pub id: SubscriptionId,
    /// What its address ends with.
    pub secret: Secret,
}

/// A calendar as an address gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What changes when the calendar does.
    pub tag: String,
    /// The calendar; none where the reader has that tag already.
    pub text: Option<String>,
}
