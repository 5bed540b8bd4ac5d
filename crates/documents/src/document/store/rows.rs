//! The tables of documents.

pub(crate) mod document {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::cabinet::FolderId;
    use crate::document::model::DocumentId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "documents")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DocumentId,
        pub folder: FolderId,
        pub author: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub title: String,
        pub notes: String,
        pub category: String,
        pub registration: Option<String>,
        pub tags: Json,
        pub fiscal_year: i32,
        pub valid_from: Option<time::Date>,
        pub valid_until: Option<time::Date>,
        pub review_on: Option<time::Date>,
        pub retention: String,
        pub files: Json,
        pub decision: Option<Json>,
        pub state: String,
        pub numbered_by: Option<UnitId>,
        pub numbered_as: Option<String>,
        pub number: Option<i32>,
        pub version: i32,
        pub first_version: Option<i32>,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub revision: i32,
        pub locked_by: Option<PersonId>,
        pub locked_at: Option<Timestamp>,
        pub locked_until: Option<Timestamp>,
        pub removed_at: Option<Timestamp>,
        pub removed_by: Option<PersonId>,
        pub removed_reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod number {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_numbers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub section: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub fiscal_year: i32,
        pub last: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod disposal {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::document::model::DocumentId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_disposals")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DocumentId,
        pub section: UnitId,
        pub section_name: String,
        pub numbered_as: String,
        pub fiscal_year: i32,
        pub number: i32,
        pub title: String,
        pub category: String,
        pub retention: String,
        pub kept_until: time::Date,
        pub versions: i32,
        pub files: i32,
        pub disposed_at: Timestamp,
        pub disposed_by: PersonId,
        pub reason: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
