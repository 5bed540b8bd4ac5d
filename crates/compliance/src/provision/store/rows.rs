//! The tables.

pub(super) mod provision {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    use crate::ids::DataSetId;
    use crate::procedure::CaseId;
    use crate::provision::ProvisionId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_provisions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ProvisionId,
        pub of_case: CaseId,
        pub section: UnitId,
        pub data_set: DataSetId,
        pub recipient: String,
        pub purpose: String,
        /// The first day.
        pub valid_from: time::Date,
        /// The day after the last.
        pub valid_until: time::Date,
        pub granted_on: time::Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod agreement {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::provision::{AgreementId, ProvisionId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_agreements")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AgreementId,
        pub provision: ProvisionId,
        pub state: String,
        /// The first day on which it is in force: as agreed, and once it is concluded, not before that.
        pub valid_from: time::Date,
        /// The first day on which it is not any more.
        pub valid_until: time::Date,
        /// By when what was released is owed back.
        pub due: Option<time::Date>,
        pub first_day: time::Date,
        pub last_day: time::Date,
        pub clauses: Json,
        pub word: Option<Json>,
        pub files: Json,
        pub drawn_up: Json,
        pub concluded_on: Option<time::Date>,
        pub concluded_by: Option<Json>,
        pub ended: Option<Json>,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub version: i32,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod release {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::provision::{ProvisionId, ReleaseId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_releases")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ReleaseId,
        pub provision: ProvisionId,
        pub released_on: time::Date,
        pub what: String,
        pub records: i64,
        pub digest: String,
        pub how: String,
        pub received_by: String,
        pub handed_by: PersonId,
        pub handed_name: String,
        pub at: Timestamp,
        pub doer: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod event {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::provision::{EventId, ProvisionId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_provision_events")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: EventId,
        pub provision: ProvisionId,
        pub kind: String,
        pub happened_on: time::Date,
        pub what: String,
        pub how: String,
        pub files: Json,
        pub at: Timestamp,
        pub doer: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
