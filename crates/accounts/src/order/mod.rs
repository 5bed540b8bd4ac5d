//! Personnel orders (発令).

use yakusho_kernel::typed_id;

typed_id! {
    /// A personnel order.
    pub struct OrderId = "order";
}
