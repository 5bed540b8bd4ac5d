//! Lists: definitions, states of people, versions, attachments.

use maud::{Markup, html};

use super::{Icon, Tag, Tone};
use crate::Lang;
use crate::text::{Common, size};

/// Terms and what they are, in two columns: the facts about one thing.
pub fn definitions<T: AsRef<str>>(rows: impl IntoIterator<Item = (T, Markup)>) -> Markup {
    html! {
        dl.definitions {
            @for (term, what) in rows {
                div { dt { (term.as_ref()) } dd { (what) } }
            }
        }
    }
}

/// Who is in which state: a name, a tag, and when.
pub fn status_list(rows: impl IntoIterator<Item = (Markup, Tag, Markup)>) -> Markup {
    html! {
        ul.status-list {
            @for (who, state, when) in rows {
                li { span.who { (who) } (state) span.when { (when) } }
            }
        }
    }
}

/// One version of something.
#[derive(Debug, Clone)]
pub struct Version {
    /// Counts from 1.
    pub number: u64,
    /// When it was made, as [`moment`](super::moment()) renders it.
    pub when: Markup,
    /// Who made it.
    pub by: String,
    /// What was changed, in the words of whoever changed it.
    pub note: Option<String>,
    /// Where it, or its comparison, is to be seen.
    pub href: String,
}

/// Versions from the newest to the first.
pub fn timeline(lang: Lang, versions: &[Version]) -> Markup {
    html! {
        ol.timeline reversed {
            @for (at, version) in versions.iter().enumerate() {
                li {
                    p.timeline-head {
                        a href=(version.href) { (Common::VersionNumber { n: version.number }.to(lang)) }
                        @if at == 0 {
                            (Tag::new(Tone::Info, Common::CurrentVersion.to(lang)))
                        }
                    }
                    p.meta { (version.when) " " (version.by) }
                    @if let Some(note) = &version.note { p { (note) } }
                }
            }
        }
    }
}

/// A file attached to something.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Where it is downloaded.
    pub href: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it is by its content, in words ("PDF", "Excel").
    pub kind: String,
    /// In what it is not what its name says, if in anything.
    pub doubt: Option<String>,
    /// The SHA-256 of its content in hexadecimal.
    pub sha256: String,
}

/// Attached files, each to be downloaded; nothing where there are none.
pub fn attachments(lang: Lang, files: &[Attachment]) -> Markup {
    html! {
        @if !files.is_empty() {
            section.attachments {
                h2 { (Icon::Paperclip) (Common::Attachments.to(lang)) span.count { (files.len()) } }
                ul {
                    @for file in files {
                        li {
                            a href=(file.href) download=(file.name) { (Icon::Download) (file.name) }
                            span.meta { (file.kind) ", " (size(file.bytes)) }
                            @if let Some(doubt) = &file.doubt { (Tag::new(Tone::Warning, doubt)) }
                            details.hash {
                                summary { (Common::Sha256.to(lang)) }
                                code { (file.sha256) }
                            }
                        }
                    }
                }
            }
        }
    }
}
