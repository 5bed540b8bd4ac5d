//! Ids of what forms speak of and registers keep: shared by both, so that neither needs the other.

use yakusho_kernel::typed_id;

typed_id! {
    /// An information system of the register (shiroishi:2(4) to (7)).
    pub struct SystemId = "compliance.system";
    /// A connection between two systems of the register (shiroishi:9).
    pub struct ConnectionId = "compliance.connection";
    /// A set of data that one section owns (shiroishi:14).
    pub struct DataSetId = "compliance.data_set";
    /// Something of the register of equipment (shiroishi:2(8), muko:2).
    pub struct AssetId = "compliance.asset";
}
