//! The tables of circulations.

pub(super) mod circulation {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::circulation::model::CirculationId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "circulations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CirculationId,
        pub kind: String,
        pub author: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub section: Option<UnitId>,
        pub byline: String,
        pub title: String,
        pub body: String,
        pub files: Json,
        pub registration: Option<String>,
        pub audience: Json,
        pub sequence: String,
        pub step_days: Option<i16>,
        pub follows: String,
        pub due: Option<time::Date>,
        pub open_replies: bool,
        pub state: String,
        pub sent_at: Option<Timestamp>,
        pub ended_at: Option<Timestamp>,
        pub steps: i32,
        pub step: i32,
        pub step_at: Option<Timestamp>,
        pub total: i32,
        pub confirmed: i32,
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

pub(super) mod recipient {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, PostId, Timestamp, UnitId};

    use crate::circulation::model::{CirculationId, RecipientId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "circulation_recipients")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RecipientId,
        pub circulation: CirculationId,
        pub person: PersonId,
        pub post: Option<PostId>,
        pub name: String,
        pub unit: Option<UnitId>,
        pub unit_name: String,
        pub post_title: String,
        pub position: i32,
        pub step: i32,
        pub state: String,
        pub received_at: Option<Timestamp>,
        pub read_at: Option<Timestamp>,
        pub confirmed_at: Option<Timestamp>,
        pub confirmed_by: Option<PersonId>,
        pub proxy: Option<String>,
        pub proxy_name: Option<String>,
        pub version: Option<i32>,
        pub reply: Option<String>,
        pub passed_from: Option<RecipientId>,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod watch {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::PersonId;

    use crate::circulation::model::CirculationId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "circulation_watches")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub circulation: CirculationId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod template {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::circulation::model::TemplateId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "circulation_templates")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TemplateId,
        pub owner: Option<PersonId>,
        pub section: Option<UnitId>,
        pub name: String,
        pub content: Json,
        pub closed: bool,
        pub changed_at: Timestamp,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
