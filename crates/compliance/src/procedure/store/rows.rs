//! The tables of cases.

pub(super) mod definition {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_definitions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: String,
        pub procedure: Json,
        pub at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod case {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::procedure::CaseId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_cases")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CaseId,
        pub kind: String,
        pub definition: String,
        pub register: String,
        pub year: Option<i32>,
        pub number: Option<i32>,
        pub author: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub submitted: Option<Json>,
        pub section: UnitId,
        pub subject: String,
        pub content: Json,
        pub state: String,
        pub round: i32,
        pub step: Option<i32>,
        pub submitted_on: Option<time::Date>,
        pub acted_on: Option<time::Date>,
        pub decided_on: Option<time::Date>,
        pub conditions: Option<String>,
        pub acts: i32,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub version: i32,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod task {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{Timestamp, UnitId};

    use crate::procedure::{CaseId, TaskId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_tasks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TaskId,
        pub of_case: CaseId,
        pub round: i32,
        pub step: i32,
        /// Its place among the parties of the step.
        pub place: i32,
        pub role: String,
        pub unit: Option<UnitId>,
        pub due: Option<time::Date>,
        pub state: String,
        pub opened_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod act {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::procedure::{ActId, CaseId, TaskId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_acts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ActId,
        pub of_case: CaseId,
        /// Its place among the acts of the case, from 1.
        pub place: i32,
        pub kind: String,
        pub round: i32,
        pub step: Option<i32>,
        pub task: Option<TaskId>,
        pub acted_on: time::Date,
        pub at: Timestamp,
        pub author: Option<PersonId>,
        pub hand: Option<PersonId>,
        pub proxy: Option<String>,
        pub name: String,
        pub hand_name: Option<String>,
        pub remark: Option<String>,
        pub answers: Option<Json>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
