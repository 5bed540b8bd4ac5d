//! The tables of folders.

pub(crate) mod folder {
    use sea_orm::entity::prelude::*;
    use yakusho_accounts::order::OrderId;
    use yakusho_kernel::{Timestamp, UnitId};

    use crate::cabinet::model::{Folder, FolderId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_folders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FolderId,
        pub cabinet: FolderId,
        pub parent: Option<FolderId>,
        pub section: UnitId,
        pub name: String,
        pub depth: i32,
        pub position: i32,
        pub rights: FolderId,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub revision: i32,
        pub removed_at: Option<Timestamp>,
        pub by_order: Option<OrderId>,
        pub section_before: Option<UnitId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl From<Model> for Folder {
        fn from(row: Model) -> Self {
            Self {
                id: row.id,
                cabinet: row.cabinet,
                parent: row.parent,
                section: row.section,
                name: row.name,
                depth: row.depth,
                position: row.position,
                rights: row.rights,
                created_at: row.created_at,
                changed_at: row.changed_at,
                revision: row.revision,
            }
        }
    }
}

pub(crate) mod right {
    use sea_orm::entity::prelude::*;

    use crate::cabinet::model::FolderId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_rights")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub place: FolderId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub level: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
