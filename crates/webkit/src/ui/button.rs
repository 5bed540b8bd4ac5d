//! Buttons: links that look like one, the buttons of a form, and acts of a single press.

use maud::{Markup, Render, html};

use super::{CSRF_FIELD, Icon};

#[derive(Debug, Clone)]
enum Kind {
    Link {
        href: String,
    },
    Submit {
        name: Option<(String, String)>,
        action: Option<String>,
    },
    Post {
        action: String,
        csrf: String,
        fields: Vec<(String, String)>,
    },
    Print,
    Copy {
        text: String,
        done: String,
    },
}

/// A button: secondary unless told. One primary button to a page or form.
#[derive(Debug, Clone)]
pub struct Button {
    kind: Kind,
    label: String,
    look: &'static str,
    icon: Option<Icon>,
    small: bool,
    about: Option<String>,
}

impl Button {
    /// Goes to another page.
    pub fn link(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Kind::Link { href: href.into() }, label)
    }

    /// Sends the form it stands in.
    pub fn submit(label: impl Into<String>) -> Self {
        Self::new(
            Kind::Submit {
                name: None,
                action: None,
            },
            label,
        )
    }

    /// Changes something by itself: a form of its own with the session's token.
    pub fn post(
        action: impl Into<String>,
        csrf: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        let (action, csrf) = (action.into(), csrf.into());
        Self::new(
            Kind::Post {
                action,
                csrf,
                fields: Vec::new(),
            },
            label,
        )
    }

    /// Prints the page; appears only where scripts run.
    pub fn print(label: impl Into<String>) -> Self {
        Self {
            icon: Some(Icon::Print),
            ..Self::new(Kind::Print, label)
        }
    }

    /// Copies `text`, and then says `done`; appears only where scripts run.
    pub fn copy(
        text: impl Into<String>,
        label: impl Into<String>,
        done: impl Into<String>,
    ) -> Self {
        let kind = Kind::Copy {
            text: text.into(),
            done: done.into(),
        };
        Self {
            icon: Some(Icon::Copy),
            ..Self::new(kind, label)
        }
    }

    fn new(kind: Kind, label: impl Into<String>) -> Self {
        let look = "secondary";
        Self {
            kind,
            label: label.into(),
            look,
            icon: None,
            small: false,
            about: None,
        }
    }

    /// What the page is for.
    #[must_use]
    pub fn primary(mut self) -> Self {
        self.look = "primary";
        self
    }

    /// Hardly more than a link.
    #[must_use]
    pub fn tertiary(mut self) -> Self {
        self.look = "tertiary";
        self
    }

    /// Destroys something, or takes something from somebody.
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.look = "danger";
        self
    }

    /// Lower, for rows of tables.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What it acts on, said only to screen readers: in a table, "編集" alone says little.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = Some(about.into());
        self
    }

    /// A value that is sent with it: which of several buttons was pressed, or what it acts on.
    /// It has no effect on links.
    #[must_use]
    pub fn field(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let field = (name.into(), value.into());
        match &mut self.kind {
            Kind::Submit { name, .. } => *name = Some(field),
            Kind::Post { fields, .. } => fields.push(field),
            Kind::Link { .. } | Kind::Print | Kind::Copy { .. } => {}
        }
        self
    }

    /// Sends the form to another address than its own, such as a preview.
    #[must_use]
    pub fn to(mut self, address: impl Into<String>) -> Self {
        if let Kind::Submit { action, .. } = &mut self.kind {
            *action = Some(address.into());
        }
        self
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let class = format!(
            "button {}{}",
            self.look,
            if self.small { " small" } else { "" }
        );
        let words = html! {
            @if let Some(icon) = self.icon { (icon) }
            span { (self.label) @if let Some(about) = &self.about { span.visually-hidden { " " (about) } } }
        };
        html! {
            @match &self.kind {
                Kind::Link { href } => a class=(class) href=(href) { (words) },
                Kind::Submit { name, action } => {
                    button class=(class) type="submit" formaction=[action]
                        name=[name.as_ref().map(|(n, _)| n)] value=[name.as_ref().map(|(_, v)| v)] {
                        (words)
                    }
                }
                Kind::Post { action, csrf, fields } => {
                    form.inline action=(action) method="post" {
                        input type="hidden" name=(CSRF_FIELD) value=(csrf);
                        @for (name, value) in fields {
                            input type="hidden" name=(name) value=(value);
                        }
                        button class=(class) type="submit" { (words) }
                    }
                }
                Kind::Print => button class=(class) type="button" hidden data-print { (words) },
                Kind::Copy { text, done } => {
                    button class=(class) type="button" hidden data-copy=(text) data-done=(done) {
                        (words)
                        span.visually-hidden role="status" {}
                    }
                }
            }
        }
    }
}

/// Buttons in a row, the first being the most likely.
pub fn buttons(buttons: impl Render) -> Markup {
    html! { div.buttons { (buttons) } }
}
