//! What is wrong with a field, in words.

use std::borrow::Cow;
use std::sync::Arc;

use crate::Lang;
use crate::text::Common;

/// What is wrong, in words; they may name the field by the label that the form gives it.
#[derive(Clone)]
pub struct Message(Words);

#[derive(Clone)]
enum Words {
    Plain(Cow<'static, str>),
    About(Arc<About>),
}

type About = dyn Fn(Option<Asked<'_>>) -> String + Send + Sync;

/// The field that a message is about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its label.
    pub label: &'a str,
    /// What it takes.
    pub takes: Takes,
}

/// What a field takes, for words on what is wrong with what stands in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// Typed text.
    #[default]
    Text,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// A day and a time.
    Moment,
    /// Something chosen rather than typed.
    Choice,
    /// Files, which a browser does not send again by itself.
    File,
}

impl Asked<'_> {
    /// What is said where it was left open and must not be.
    pub fn missing(&self, lang: Lang) -> Cow<'static, str> {
        let field = self.label.to_owned();
        match self.takes {
            Takes::Choice | Takes::File => Common::NotChosen { field }.to(lang),
            _ => Common::Missing { field }.to(lang),
        }
    }
}

impl Message {
    /// Words that are made of what the field asks for, where the form has such a field.
    pub fn about(words: impl Fn(Option<Asked<'_>>) -> String + Send + Sync + 'static) -> Self {
        Self(Words::About(Arc::new(words)))
    }

    pub(super) fn words(&self, asked: Option<Asked<'_>>) -> Cow<'_, str> {
        match &self.0 {
            Words::Plain(words) => Cow::Borrowed(words),
            Words::About(words) => Cow::Owned(words(asked)),
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
