//! Typed ids: a UUID of version 7 that knows what it is the id of.

use uuid::Uuid;

/// An id with a type of its own, made by [`typed_id!`](crate::typed_id).
pub trait TypedId: Copy + Into<Uuid> + From<Uuid> + Send + Sync + 'static {
    /// The kind of thing the id names, as the audit trail and notices write it, e.g. `"board.post"`.
    const KIND: &'static str;
}

/// Makes an id type over a UUIDv7: ordered by time of making, stored as a UUID, written as text.
///
/// ```text
/// typed_id! {
///     /// A post on the board.
///     pub struct BoardPostId = "board.post";
/// }
/// ```
#[macro_export]
macro_rules! typed_id {
    ($($(#[$doc:meta])* $vis:vis struct $name:ident = $kind:literal;)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            $crate::export::serde::Serialize, $crate::export::serde::Deserialize,
        )]
        #[serde(crate = "::yakusho_kernel::export::serde", transparent)]
        $vis struct $name($crate::export::uuid::Uuid);

        impl $crate::TypedId for $name {
            const KIND: &'static str = $kind;
        }

        impl From<$crate::export::uuid::Uuid> for $name {
            fn from(id: $crate::export::uuid::Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for $crate::export::uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::export::uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<$name> for $crate::export::sea_orm::Value {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl $crate::Given for $name {
            type Shape = ();

            fn shape(&self) {}

            fn marks((): &(), marks: &mut $crate::Marks) -> Self {
                Self(marks.id())
            }

            fn values(self, into: &mut Vec<$crate::export::sea_orm::Value>) {
                into.push(self.into());
            }
        }

        impl $crate::export::sea_orm::TryGetable for $name {
            fn try_get_by<I: $crate::export::sea_orm::ColIdx>(
                row: &$crate::export::sea_orm::QueryResult,
                column: I,
            ) -> Result<Self, $crate::export::sea_orm::TryGetError> {
                <$crate::export::uuid::Uuid as $crate::export::sea_orm::TryGetable>::try_get_by(row, column).map(Self)
            }
        }

        impl $crate::export::sea_orm::sea_query::ValueType for $name {
            fn try_from(
                value: $crate::export::sea_orm::Value,
            ) -> Result<Self, $crate::export::sea_orm::sea_query::ValueTypeErr> {
                <$crate::export::uuid::Uuid as $crate::export::sea_orm::sea_query::ValueType>::try_from(value)
                    .map(Self)
            }

            fn type_name() -> String {
                stringify!($name).to_owned()
            }

            fn array_type() -> $crate::export::sea_orm::sea_query::ArrayType {
                $crate::export::sea_orm::sea_query::ArrayType::Uuid
            }

            fn column_type() -> $crate::export::sea_orm::sea_query::ColumnType {
                $crate::export::sea_orm::sea_query::ColumnType::Uuid
            }
        }

        impl $crate::export::sea_orm::sea_query::Nullable for $name {
            fn null() -> $crate::export::sea_orm::Value {
                <$crate::export::uuid::Uuid as $crate::export::sea_orm::sea_query::Nullable>::null()
            }
        }

        impl $crate::export::sea_orm::IntoActiveValue<$name> for $name {
            fn into_active_value(self) -> $crate::export::sea_orm::ActiveValue<$name> {
                $crate::export::sea_orm::ActiveValue::Set(self)
            }
        }

        impl $crate::export::sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, $crate::export::sea_orm::DbErr> {
                Err($crate::export::sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}
