//! The tables of events.

pub(super) mod event {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::event::model::EventId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "schedule_events")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: EventId,
        pub owner_kind: String,
        pub owner: Uuid,
        pub author: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub title: String,
        pub place: String,
        pub body: String,
        pub start: i64,
        pub length: i64,
        pub zone: Option<String>,
        pub status: String,
        pub closed: bool,
        pub free: bool,
        pub rule: Option<String>,
        pub rule_last: Option<i64>,
        pub on_closed: String,
        pub added: Option<Json>,
        pub left_out: Option<Json>,
        pub participants: Json,
        pub candidates: Option<Json>,
        pub files: Option<Json>,
        pub decision: Option<Json>,
        pub series: Option<EventId>,
        pub original: Option<i64>,
        pub from_at: Timestamp,
        pub until_at: Timestamp,
        pub long: bool,
        pub version: i32,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub revision: i32,
        pub extra: Option<String>,
        pub away: Option<bool>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod entry {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::event::model::EventId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "schedule_entries")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub event: EventId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub holder: Uuid,
        pub answer: String,
        pub answered_at: Option<Timestamp>,
        pub answered_by: Option<PersonId>,
        pub from_at: Timestamp,
        pub until_at: Timestamp,
        pub long: bool,
        pub dates: Option<Json>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod candidate_answer {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::event::model::{CandidateId, EventId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "schedule_candidate_answers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub candidate: CandidateId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        pub event: EventId,
        pub answer: String,
        pub at: Timestamp,
        pub hand: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod delegate {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::event::model::DelegateId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "schedule_delegates")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DelegateId,
        pub owner: PersonId,
        pub delegate_kind: String,
        pub delegate: Uuid,
        pub given_at: Timestamp,
        pub given_by: PersonId,
        pub holds: bool,
        pub revoked_at: Option<Timestamp>,
        pub revoked_by: Option<PersonId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod object {
    use sea_orm::entity::prelude::*;

    use crate::event::model::EventId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_objects")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub event: EventId,
        pub holder: Uuid,
        pub name: String,
        pub uid: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod change {
    use sea_orm::entity::prelude::*;

    use crate::event::model::EventId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_changes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub holder: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub event: EventId,
        pub seq: i64,
        pub name: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod state {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_states")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub holder: Uuid,
        pub seq: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
