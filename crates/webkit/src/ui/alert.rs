//! Messages that stand out, and the question before a destructive act.

use maud::{Markup, Render, html};

use super::{Button, Form, Icon, Tone};
use crate::Lang;
use crate::text::Common;

/// A message in a box, with an icon and a word for its kind.
///
/// `Alert::success(lang, "保存しました。")`; warnings and errors interrupt screen readers, the
/// others wait their turn.
#[derive(Debug, Clone)]
pub struct Alert {
    lang: Lang,
    tone: Tone,
    title: String,
    body: Option<Markup>,
}

impl Alert {
    /// Something to know.
    pub fn info(lang: Lang, title: impl Into<String>) -> Self {
        Self::new(lang, Tone::Info, title)
    }

    /// It worked.
    pub fn success(lang: Lang, title: impl Into<String>) -> Self {
        Self::new(lang, Tone::Success, title)
    }

    /// Something to look out for.
    pub fn warning(lang: Lang, title: impl Into<String>) -> Self {
        Self::new(lang, Tone::Warning, title)
    }

    /// It failed.
    pub fn error(lang: Lang, title: impl Into<String>) -> Self {
        Self::new(lang, Tone::Error, title)
    }

    fn new(lang: Lang, tone: Tone, title: impl Into<String>) -> Self {
        Self {
            lang,
            tone,
            title: title.into(),
            body: None,
        }
    }

    /// More below the title.
    #[must_use]
    pub fn body(mut self, body: impl Render) -> Self {
        self.body = Some(body.render());
        self
    }
}

impl Render for Alert {
    fn render(&self) -> Markup {
        let (class, role, kind, icon) = match self.tone {
            Tone::Neutral | Tone::Info => ("info", "status", Common::Info, Icon::Info),
            Tone::Success => ("success", "status", Common::Success, Icon::Success),
            Tone::Warning => ("warning", "alert", Common::Warning, Icon::Warning),
            Tone::Error => ("error", "alert", Common::Error, Icon::Error),
        };
        html! {
            div class={ "alert " (class) } role=(role) {
                (icon)
                div {
                    p.alert-title {
                        span.visually-hidden { (kind.to(self.lang)) ": " }
                        (self.title)
                    }
                    @if let Some(body) = &self.body { (body) }
                }
            }
        }
    }
}

/// The question before a destructive act: what will happen, a reason for the record where one
/// is asked for, the red button, and the way back.
#[derive(Debug)]
pub struct Confirm {
    form: Form,
    lang: Lang,
    title: String,
    consequences: Markup,
    act: String,
    back: String,
    reason: Option<usize>,
}

impl Confirm {
    /// Asks before `form` is sent. `act` is the word on the button ("投稿を削除"), `back` the
    /// address to return to.
    pub fn new(
        lang: Lang,
        form: Form,
        title: impl Into<String>,
        act: impl Into<String>,
        back: impl Into<String>,
    ) -> Self {
        let (title, act, back) = (title.into(), act.into(), back.into());
        Self {
            form,
            lang,
            title,
            consequences: html! {},
            act,
            back,
            reason: None,
        }
    }

    /// What the act does, and what of it can be undone.
    #[must_use]
    pub fn consequences(mut self, words: impl Render) -> Self {
        self.consequences = words.render();
        self
    }

    /// Asks for a reason of up to `max` characters, sent as `reason`.
    #[must_use]
    pub fn reason(mut self, max: usize) -> Self {
        self.reason = Some(max);
        self
    }
}

impl Render for Confirm {
    fn render(&self) -> Markup {
        let lang = self.lang;
        let body = html! {
            div.consequences { (self.consequences) }
            @if let Some(max) = self.reason {
                (self.form.textarea("reason", Common::ReasonForRecord.to(lang))
                    .required().rows(3).max_chars(max))
            }
            (super::buttons(html! {
                (Button::submit(&*self.act).danger())
                (Button::link(&*self.back, Common::Cancel.to(lang)))
            }))
        };
        html! {
            section.confirm {
                h2 { (Icon::Warning) (self.title) }
                (self.form.render(body))
            }
        }
    }
}
