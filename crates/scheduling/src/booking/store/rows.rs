//! The rows of bookings and series.

pub(super) mod booking {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, PostId, Timestamp, UnitId};

    use crate::booking::{BookingId, SeriesId};
    use crate::event::EventId;
    use crate::facility::FacilityId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "bookings")]
    #[expect(clippy::struct_excessive_bools, reason = "each is a column of its own")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: BookingId,
        pub facility: FacilityId,
        pub exclusive: bool,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub quantity: i32,
        pub purpose: String,
        pub private: bool,
        pub owner: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub section: Option<UnitId>,
        pub held_from: Timestamp,
        pub held_until: Timestamp,
        pub long: bool,
        pub holds: bool,
        pub state: String,
        pub event: Option<EventId>,
        pub series: Option<SeriesId>,
        pub approval: Option<PostId>,
        pub queued_at: Option<Timestamp>,
        pub decided_at: Option<Timestamp>,
        pub decided_by: Option<PersonId>,
        pub reason: String,
        pub lent_at: Option<Timestamp>,
        pub lent_by: Option<PersonId>,
        pub returned_at: Option<Timestamp>,
        pub returned_by: Option<PersonId>,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod series {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::booking::SeriesId;
    use crate::facility::FacilityId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "booking_series")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SeriesId,
        pub facility: FacilityId,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub quantity: i32,
        pub purpose: String,
        pub private: bool,
        pub owner: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub section: Option<UnitId>,
        pub rule: Json,
        pub made_until: time::Date,
        pub over: bool,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod wanted {
    use sea_orm::entity::prelude::*;

    use crate::event::EventId;
    use crate::facility::FacilityId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "booking_events")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub event: EventId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub facility: FacilityId,
        pub quantity: i32,
        pub goes_on: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
