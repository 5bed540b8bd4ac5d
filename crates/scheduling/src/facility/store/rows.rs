//! The rows of facilities, their categories and blackouts.

pub(super) mod category {
    use sea_orm::entity::prelude::*;

    use crate::facility::CategoryId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "facility_categories")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CategoryId,
        pub name_ja: String,
        pub name_en: String,
        pub position: i32,
        pub retired: bool,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::PostId;

    use crate::facility::{CategoryId, FacilityId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "facilities")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FacilityId,
        pub code: String,
        pub kind: String,
        pub exclusive: bool,
        pub category: CategoryId,
        pub name_ja: String,
        pub name_en: String,
        pub place: String,
        pub capacity: Option<i32>,
        pub units: i32,
        pub notes: String,
        pub opening: Json,
        pub window_days: Option<i32>,
        pub longest_minutes: Option<i32>,
        pub before_minutes: i32,
        pub after_minutes: i32,
        pub viewers: Json,
        pub bookers: Json,
        pub manager: Option<PostId>,
        pub approval: Option<PostId>,
        pub own_approval: bool,
        pub position: i32,
        pub retired: bool,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod blackout {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::facility::{BlackoutId, FacilityId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "facility_blackouts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: BlackoutId,
        pub facility: FacilityId,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub reason: String,
        pub set_by: PersonId,
        pub set_at: Timestamp,
        pub lifted: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
