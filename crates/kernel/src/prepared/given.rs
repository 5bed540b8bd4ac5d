//! What is given to a query, and the marks that stand in its place while the query's text is built.

use sea_orm::Value;
use time::{Date, Duration};

use crate::Timestamp;

/// What is given to a [`Prepared`](super::Prepared) query each time it is asked.
pub trait Given: Sized {
    /// What of it the text depends on: how many values there are, and where there are none.
    type Shape: Clone + Ord + Send + Sync;

    /// Its shape.
    fn shape(&self) -> Self::Shape;

    /// Marks of that shape.
    fn marks(shape: &Self::Shape, marks: &mut Marks) -> Self;

    /// Puts its values behind those that are there, in the order of their marks.
    fn values(self, into: &mut Vec<Value>);
}

/// Makes marks: values that a query has nowhere else, each told from the others by its number.
#[derive(Debug, Default)]
pub struct Marks(u32);

impl Marks {
    fn number(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }

    /// A mark in the place of an id.
    pub fn id(&mut self) -> uuid::Uuid {
        uuid::Uuid::from_u128(u128::MAX - u128::from(self.number()))
    }
}

/// Values of a type, with what makes a mark of it.
macro_rules! values {
    ($($type:ty: |$marks:ident| $mark:expr;)+) => {$(
        impl Given for $type {
            type Shape = ();

            fn shape(&self) {}

            fn marks((): &(), $marks: &mut Marks) -> Self {
                $mark
            }

            fn values(self, into: &mut Vec<Value>) {
                into.push(self.into());
            }
        }
    )+};
}

values! {
    i64: |marks| i64::MIN + i64::from(marks.number());
    u64: |marks| u64::MAX - u64::from(marks.number());
    String: |marks| format!("\u{1}{}", marks.number());
    Vec<u8>: |marks| format!("\u{1}{}", marks.number()).into_bytes();
    uuid::Uuid: |marks| marks.id();
    Timestamp: |marks| Timestamp::from_millis(i64::MIN + i64::from(marks.number()));
    Date: |marks| Date::MIN.saturating_add(Duration::days(marks.number().into()));
}

impl<T: Given> Given for Vec<T> {
    type Shape = Vec<T::Shape>;

    fn shape(&self) -> Self::Shape {
        self.iter().map(T::shape).collect()
    }

    fn marks(shape: &Self::Shape, marks: &mut Marks) -> Self {
        shape.iter().map(|one| T::marks(one, marks)).collect()
    }

    fn values(self, into: &mut Vec<Value>) {
        for one in self {
            one.values(into);
        }
    }
}

impl<T: Given> Given for Option<T> {
    type Shape = Option<T::Shape>;

    fn shape(&self) -> Self::Shape {
        self.as_ref().map(T::shape)
    }

    fn marks(shape: &Self::Shape, marks: &mut Marks) -> Self {
        shape.as_ref().map(|one| T::marks(one, marks))
    }

    fn values(self, into: &mut Vec<Value>) {
        if let Some(one) = self {
            one.values(into);
        }
    }
}

/// What a query has another text for each of: no value of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind<T>(pub T);

impl<T: Clone + Ord + Send + Sync> Given for Kind<T> {
    type Shape = T;

    fn shape(&self) -> T {
        self.0.clone()
    }

    fn marks(shape: &T, _: &mut Marks) -> Self {
        Self(shape.clone())
    }

    fn values(self, _: &mut Vec<Value>) {}
}

/// Tuples.
macro_rules! tuples {
    ($(($($name:ident)+))+) => {$(
        impl<$($name: Given),+> Given for ($($name,)+) {
            type Shape = ($($name::Shape,)+);

            fn shape(&self) -> Self::Shape {
                #[expect(non_snake_case, reason = "the names of the types serve their values")]
                let ($($name,)+) = self;
                ($($name.shape(),)+)
            }

            fn marks(shape: &Self::Shape, marks: &mut Marks) -> Self {
                #[expect(non_snake_case, reason = "the names of the types serve their values")]
                let ($($name,)+) = shape;
                ($($name::marks($name, marks),)+)
            }

            fn values(self, into: &mut Vec<Value>) {
                #[expect(non_snake_case, reason = "the names of the types serve their values")]
                let ($($name,)+) = self;
                $($name.values(into);)+
            }
        }
    )+};
}

tuples! {
    (A)
    (A B)
    (A B C)
    (A B C D)
    (A B C D E)
    (A B C D E F)
    (A B C D E F G)
    (A B C D E F G H)
}
