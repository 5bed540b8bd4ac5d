//! The board's tables.

pub(super) mod category {
    use sea_orm::entity::prelude::*;

    use crate::board::model::CategoryId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "board_categories")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CategoryId,
        pub name_ja: String,
        pub name_en: String,
        pub position: i32,
        pub readers: Json,
        pub writers: Json,
        pub comments: bool,
        pub approval: String,
        pub closed: bool,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod post {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::board::model::{BoardPostId, CategoryId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "board_posts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: BoardPostId,
        pub category: CategoryId,
        pub author: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub section: Option<UnitId>,
        pub byline: String,
        pub title: String,
        pub body: String,
        pub files: Json,
        pub registration: Option<String>,
        pub comments: bool,
        pub asks: bool,
        pub due: Option<time::Date>,
        pub starts_at: Option<Timestamp>,
        pub ends_at: Option<Timestamp>,
        pub pinned_until: Option<Timestamp>,
        pub state: String,
        pub visible_from: Option<Timestamp>,
        pub version: i32,
        pub first_version: Option<i32>,
        pub material_version: i32,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub revision: i32,
        pub removed_at: Option<Timestamp>,
        pub removed_by: Option<PersonId>,
        pub removed_reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod approval {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::board::model::BoardPostId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "board_approvals")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub post: BoardPostId,
        pub of_unit: Option<UnitId>,
        pub of_role: Option<String>,
        pub state: String,
        pub asked_at: Timestamp,
        pub decided_at: Option<Timestamp>,
        pub decided_by: Option<PersonId>,
        pub reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod read {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::board::model::BoardPostId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "board_reads")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub post: BoardPostId,
        pub at: Timestamp,
        pub version: i32,
        pub confirmed_at: Option<Timestamp>,
        pub confirmed_by: Option<PersonId>,
        pub proxy: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod mark {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::board::model::CategoryId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "board_marks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub category: CategoryId,
        pub upto: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
