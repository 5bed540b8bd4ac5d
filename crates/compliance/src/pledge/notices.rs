//! The kinds of duties of pledges, which their notices say. Each has `kind`.

yakusho_kernel::notices! {
    /// A pledge is yet to be given.
    TO_GIVE = "pledge.to_give" in Owed;
    /// Secrecy is yet to be pledged before somebody leaves.
    BEFORE_LEAVING = "pledge.before_leaving" in Owed;
}
