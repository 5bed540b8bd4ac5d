//! Groups of one's own.

pub(crate) mod store;

use yakusho_kernel::typed_id;

typed_id! {
    /// A group of people that a member of staff keeps.
    pub struct GroupId = "group";
}
