//! What is wrong with a field, in words.

use std::borrow::Cow;
use std::sync::Arc;

/// What is wrong, in words; they may name the field by the label that the form gives it.
#[derive(Clone)]
pub struct Message(Words);

#[derive(Clone)]
enum Words {
    Plain(Cow<'static, str>),
    About(Arc<About>),
}

type About = dyn Fn(Option<&str>) -> String + Send + Sync;

impl Message {
    /// Words that are made of the field's label, where the form has such a field.
    pub fn about(words: impl Fn(Option<&str>) -> String + Send + Sync + 'static) -> Self {
        Self(Words::About(Arc::new(words)))
    }

    pub(super) fn words(&self, label: Option<&str>) -> Cow<'_, str> {
        match &self.0 {
            Words::Plain(words) => Cow::Borrowed(words),
            Words::About(words) => Cow::Owned(words(label)),
        }
    }
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.words(None).fmt(f)
    }
}

impl<T: Into<Cow<'static, str>>> From<T> for Message {
    fn from(words: T) -> Self {
        Self(Words::Plain(words.into()))
    }
}
