//! The tables of WebDAV.

pub(super) mod lock {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_webdav_locks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub thing: Uuid,
        pub file: String,
        pub person: PersonId,
        pub owner: String,
        pub exclusive: bool,
        pub deep: bool,
        pub until: Timestamp,
        pub before: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod file {
    use sea_orm::entity::prelude::*;
    use yakusho_attachments::AttachmentId;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::document::DocumentId;
    use crate::webdav::LooseId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_webdav_files")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: LooseId,
        pub place: Uuid,
        pub person: PersonId,
        pub name: String,
        pub file: Option<AttachmentId>,
        pub aside: Option<DocumentId>,
        pub was: String,
        pub at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod property {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_webdav_properties")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thing: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub file: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub space: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub local: String,
        pub element: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
