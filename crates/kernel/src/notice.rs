//! Notices: what people are told in the page, one row a person.
//!
//! A program may have each new notice laid aside, too, in the same transaction ([`LayAside`]): for the mail, of which the
//! kernel knows nothing.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, InsertStatement, OnConflict};
use sea_orm::{Condition, QuerySelect};

use crate::stored::newest;
use crate::{
    Cursor, Cx, DbError, Fault, Owed, Page, PersonId, Reading, Ref, Subject, Timestamp, Tx,
    typed_id,
};

typed_id! {
    /// A notice to one person.
    pub struct NoticeId = "notice";
}

/// What lays notices aside for another way to their readers: a statement that runs before the act ends by which people
/// are told. Of these ids some may be of no notice, where somebody was told the same before.
pub type LayAside = fn(&[NoticeId]) -> Result<InsertStatement, DbError>;

/// Rows in one statement, so that 100,000 people need few statements and none has too many parameters.
const CHUNK: usize = 2_000;

/// Something to tell.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its kind by code, e.g. `"circulation.received"`; the text is found by it.
    pub kind: &'static str,
    /// What it is about.
    pub subject: Ref,
    /// What tells it from other notices about the same, e.g. the due date of a reminder; may be empty.
    /// Nobody is told the same kind, subject and key twice.
    pub key: String,
    /// What the text needs besides: titles and names.
    pub params: Json,
}

impl Notice {
    /// A notice of that kind about that subject, without parameters.
    pub fn new(kind: &'static str, subject: &impl Subject) -> Self {
        Self {
            kind,
            subject: subject.reference(),
            key: String::new(),
            params: Json::Null,
        }
    }

    /// Tells it from others of the same kind about the same subject.
    #[must_use]
    pub fn keyed(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    /// Adds what the text needs.
    #[must_use]
    pub fn params(mut self, params: Json) -> Self {
        self.params = params;
        self
    }
}

mod row {
    use sea_orm::entity::prelude::*;

    use super::NoticeId;
    use crate::{PersonId, Timestamp};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "notices")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: NoticeId,
        pub person: PersonId,
        pub kind: String,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub key: String,
        pub params: Json,
        pub at: Timestamp,
        pub seen_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A notice as its reader gets it.
pub type NoticeRow = row::Model;

impl NoticeRow {
    /// What is owed, as a notice would say it, though nobody was told.
    pub fn saying(owed: &Owed) -> Self {
        Self {
            id: Uuid::nil().into(),
            person: Uuid::nil().into(),
            kind: owed.kind.to_owned(),
            subject_kind: owed.about.kind.clone().into_owned(),
            subject_id: owed.about.id,
            key: String::new(),
            params: owed.params.clone(),
            at: Timestamp::start_of(owed.due),
            seen_at: None,
        }
    }

    /// The text among its parameters; empty where there is none of that name.
    pub fn text(&self, name: &str) -> String {
        self.params[name].as_str().unwrap_or_default().to_owned()
    }

    /// The moment among its parameters, which holds milliseconds.
    pub fn moment(&self, name: &str) -> Option<Timestamp> {
        self.params[name].as_i64().map(Timestamp::from_millis)
    }
}

/// Tells people; says how many were not told the same before.
pub(crate) async fn insert(tx: &Tx, told: &[(PersonId, &Notice)]) -> Result<usize, DbError> {
    let mut new = 0;
    for chunk in told.chunks(CHUNK) {
        let ids: Vec<NoticeId> = chunk.iter().map(|_| tx.cx().new_id()).collect();
        let rows = chunk
            .iter()
            .zip(&ids)
            .map(|((person, notice), id)| row::ActiveModel {
                id: Set(*id),
                person: Set(*person),
                kind: Set(notice.kind.to_owned()),
                subject_kind: Set(notice.subject.kind.clone().into_owned()),
                subject_id: Set(notice.subject.id),
                key: Set(notice.key.clone()),
                params: Set(notice.params.clone()),
                at: Set(tx.cx().now()),
                seen_at: Set(None),
            });
        let once = OnConflict::columns([
            row::Column::Person,
            row::Column::Kind,
            row::Column::SubjectKind,
            row::Column::SubjectId,
            row::Column::Key,
        ])
        .do_nothing()
        .to_owned();
        new += row::Entity::insert_many(rows)
            .on_conflict(once)
            .exec_without_returning(&tx.conn())
            .await?;
        if let Some(lay_aside) = tx.cx().env().lay_aside() {
            tx.later(&lay_aside(&ids)?);
        }
    }
    Ok(usize::try_from(new).unwrap_or(usize::MAX))
}

/// Lets what was not seen of a kind, under another key, count as seen.
pub(crate) async fn supersede(
    tx: &Tx,
    people: &[PersonId],
    kind: &str,
    key: &str,
) -> Result<(), DbError> {
    for chunk in people.chunks(CHUNK) {
        row::Entity::update_many()
            .col_expr(row::Column::SeenAt, Expr::value(tx.cx().now()))
            .filter(row::Column::Person.is_in(chunk.iter().copied()))
            .filter(row::Column::SeenAt.is_null())
            .filter(row::Column::Kind.eq(kind))
            .filter(row::Column::Key.ne(key))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

/// How many notices a person has not seen yet.
#[derive(Clone, Copy, Debug)]
pub struct Unseen {
    /// The person.
    pub person: PersonId,
    /// How many.
    pub count: u64,
}

/// The notices of one person.
#[derive(Clone, Copy, Debug)]
pub struct Notices(pub PersonId);

impl Notices {
    /// A page of notices, the newest first.
    pub async fn page(
        self,
        on: &impl Reading,
        after: Option<&Cursor>,
        size: usize,
    ) -> Result<Page<NoticeRow>, Fault> {
        let after: Option<NoticeId> = after.map(Cursor::key).transpose()?;
        let find = row::Entity::find().filter(row::Column::Person.eq(self.0));
        let rows = newest(on, find, row::Column::Id, after, size + 1).await?;
        Ok(Page::of(rows, size, |row| row.id))
    }

    /// How many were not seen yet: asked once in a request.
    pub async fn unseen_once(self, cx: &Cx) -> Result<u64, DbError> {
        let ask = async {
            let count = self.unseen(&cx.reader()).await?;
            let person = self.0;
            Ok::<_, DbError>(Unseen { person, count })
        };
        match cx.asked_once(ask).await? {
            Unseen { person, count } if person == self.0 => Ok(count),
            _ => self.unseen(&cx.reader()).await,
        }
    }

    /// How many were not seen yet.
    pub async fn unseen(self, on: &impl Reading) -> Result<u64, DbError> {
        let count: Option<i64> = row::Entity::find()
            .select_only()
            .column_as(row::Column::Id.count(), "unseen")
            .filter(row::Column::Person.eq(self.0))
            .filter(row::Column::SeenAt.is_null())
            .into_tuple()
            .one(&on.conn())
            .await?;
        Ok(count.unwrap_or_default().unsigned_abs())
    }

    /// Marks notices as seen: one, those about a subject, or all. It is no act that changes what others
    /// see, so it leaves no audit entry, and it may be repeated.
    pub async fn seen(self, cx: &Cx, which: Seen) -> Result<(), DbError> {
        let which = match which {
            Seen::One(id) => Condition::all().add(row::Column::Id.eq(id)),
            Seen::About(subject) => Condition::all()
                .add(row::Column::SubjectKind.eq(subject.kind.as_ref()))
                .add(row::Column::SubjectId.eq(subject.id)),
            Seen::All => Condition::all(),
        };
        let tx = cx.begin().await?;
        row::Entity::update_many()
            .col_expr(row::Column::SeenAt, Expr::value(cx.now()))
            .filter(row::Column::Person.eq(self.0))
            .filter(row::Column::SeenAt.is_null())
            .filter(which)
            .exec(&tx.conn())
            .await?;
        tx.commit_unaudited().await
    }
}

/// Which notices were seen.
#[derive(Clone, Debug)]
pub enum Seen {
    /// This one.
    One(NoticeId),
    /// All about this.
    About(Ref),
    /// All.
    All,
}

/// How many notices each of these people has not seen yet; who has none is not among them. For whoever
/// keeps the count on open pages up to date.
pub async fn unseen(
    on: &impl Reading,
    people: &[PersonId],
) -> Result<HashMap<PersonId, u64>, DbError> {
    let mut counts = HashMap::new();
    for chunk in people.chunks(CHUNK) {
        let rows: Vec<(PersonId, i64)> = row::Entity::find()
            .select_only()
            .column(row::Column::Person)
            .column_as(row::Column::Id.count(), "unseen")
            .filter(row::Column::Person.is_in(chunk.iter().copied()))
            .filter(row::Column::SeenAt.is_null())
            .group_by(row::Column::Person)
            .into_tuple()
            .all(&on.conn())
            .await?;
        let rows = rows.into_iter();
        counts.extend(rows.map(|(person, n)| (person, u64::try_from(n).unwrap_or_default())));
    }
    Ok(counts)
}
