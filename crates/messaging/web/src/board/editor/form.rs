//! The fields of a post.

use maud::{Markup, html};
use time::macros::format_description;
use yakusho_kernel::{Invalid, Reason, Timestamp, UnitId};
use yakusho_messaging::board::{Approval, Confirmation, PostForm, ShelfRow};
use yakusho_messaging::text::{Body, Title};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{self, Alert, Button, Choice, link};
use yakusho_webkit::{Fields, Reader, Visit};

use super::{Board, PREVIEW, PUBLISH, Target, Text};
use crate::board::categories::{self, CATEGORIES};
use crate::board::{BOARD, post_page};
use crate::press::{default_press, presses};
use yakusho_audience::registration;

use crate::author;
use yakusho_attachments_web::Files;

/// The form of a post: what it is about, and what it offers to choose from.
pub(super) struct Form<'f> {
    pub(super) visit: &'f Visit,
    pub(super) target: &'f Target,
    pub(super) shelves: &'f [ShelfRow],
    pub(super) sections: &'f [(UnitId, String)],
    pub(super) files: &'f Files,
}

impl Form<'_> {
    pub(super) fn render(&self, form: &ui::Form) -> Markup {
        let lang = self.visit.lang;
        let categories: Vec<Choice> = self.categories().collect();
        if categories.is_empty() {
            let sets = categories::are_set_by(self.visit);
            let advice = html! {
                @if sets {
                    p { (Text::NowhereYet.to(lang)) " " (link(CATEGORIES, Board::ManageCategories.to(lang))) }
                } @else {
                    p { (Text::NowhereAdvice.to(lang)) }
                }
            };
            return html! { (Alert::info(lang, Text::NowhereToPost.to(lang)).body(advice)) };
        }
        let view = self.target.view();
        let words = view.and_then(|view| view.words.shown());
        let category = view
            .map(|view| view.category.id.to_string())
            .or_else(|| self.visit.query("category").map(str::to_owned))
            .unwrap_or_default();
        form.clone().multipart().render(html! {
            (default_press(PREVIEW))
            @if let Some(view) = view { (form.revision(view.revision)) }
            (form.select("category", Board::Category.to(lang)).required().options(categories).value(category))
            (form.text("title", Board::Subject.to(lang)).required().max_chars(Title::MAX)
                .value(words.map_or("", |words| &words.title)))
            (form.textarea("body", Text::Body.to(lang)).required().rows(14).max_chars(Body::MAX)
                .help(Text::BodyHelp.to(lang)).value(words.map_or("", |words| &words.body)))
            (self.files.fields(self.visit, form))
            (self.author(form))
            (registration::field(self.visit, form, view.and_then(|view| view.registration), true))
            (self.readers(form))
            (self.period(form))
            @if self.target.is_published() {
                (form.checkbox("tell", Text::Tell.to(lang)).checked(true).help(Text::TellHelp.to(lang)))
            }
            (self.buttons())
        })
    }

    /// The categories to choose from. One that takes no new posts still has those that are in it.
    fn categories(&self) -> impl Iterator<Item = Choice> {
        let lang = self.visit.lang;
        let present = self.target.view().map(|view| view.category.id);
        let open = self.shelves.iter();
        open.filter(move |shelf| shelf.writable || Some(shelf.category.id) == present)
            .map(move |shelf| {
                let category = shelf.category.name(lang).to_owned();
                let label = match shelf.category.settings.approval {
                    Approval::None => category,
                    _ => Text::NeedsApproval { category }.to(lang).into_owned(),
                };
                Choice::new(shelf.category.id.to_string(), label)
            })
    }

    fn author(&self, form: &ui::Form) -> Markup {
        // A new post is usually the section's.
        let section = match self.target.view() {
            Some(view) => view.section,
            None => self.sections.first().map(|(unit, _)| *unit),
        };
        author::field(self.visit, form, self.sections, section)
    }

    fn readers(&self, form: &ui::Form) -> Markup {
        let lang = self.visit.lang;
        let view = self.target.view();
        let asked = view.and_then(|view| view.confirmation);
        let due = asked.and_then(|asked| asked.due);
        let today = self.visit.cx.today();
        html! {
            fieldset.group {
                legend { (Text::ReadersDo.to(lang)) }
                (form.checkbox("asks", Text::Asks.to(lang)).checked(asked.is_some()).help(Text::AsksHelp.to(lang)))
                (form.date("due", Text::Due.to(lang)).min(today.to_string()).help(Text::DueHelp.to(lang))
                    .values(due.map(|due| due.to_string())))
                (form.checkbox("comments", Text::Comments.to(lang))
                    .checked(view.is_none_or(|view| view.takes_comments)).help(Text::CommentsHelp.to(lang)))
            }
        }
    }

    fn period(&self, form: &ui::Form) -> Markup {
        let lang = self.visit.lang;
        let view = self.target.view();
        let at = |at: Option<Timestamp>| at.and_then(field_value);
        html! {
            fieldset.group {
                legend { (Text::When.to(lang)) }
                (form.datetime("starts_at", Text::StartsAt.to(lang)).help(Text::StartsHelp.to(lang))
                    .values(at(view.and_then(|view| view.starts_at))))
                (form.datetime("ends_at", Text::EndsAt.to(lang)).help(Text::EndsHelp.to(lang))
                    .values(at(view.and_then(|view| view.ends_at))))
                (form.datetime("pinned_until", Text::PinnedUntil.to(lang)).help(Text::PinnedHelp.to(lang))
                    .values(at(view.and_then(|view| view.pinned_until))))
            }
        }
    }

    fn buttons(&self) -> Markup {
        let lang = self.visit.lang;
        let back = match self.target.view() {
            Some(view) => post_page(view.id),
            None => BOARD.to_owned(),
        };
        presses(&html! {
            @if self.target.is_published() {
                (Button::submit(Text::SaveChange.to(lang)).primary())
            } @else {
                (Button::submit(Board::Publish.to(lang)).primary().field(PUBLISH, "1"))
                (Button::submit(Common::SaveDraft.to(lang)))
            }
            (Button::submit(Text::Preview.to(lang)).field(PREVIEW, "1"))
            (Button::link(back, Common::Cancel.to(lang)).tertiary())
        })
    }
}

/// The moment as the field writes it.
fn field_value(at: Timestamp) -> Option<String> {
    let form = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    at.local().format(form).ok()
}

/// The post that was entered.
pub(super) fn read(visit: &Visit, fields: &Fields, files: &Files) -> Result<PostForm, Invalid> {
    let mut read = fields.reader();
    let category = read.needed("category", Reader::one);
    let due = read.day("due");
    if due.is_some() && !fields.has("asks") {
        read.wrong("due", Reason::Code("due_without_asking"));
    }
    let section = author::read(&mut read);
    let registration = registration::read(visit, &mut read);
    let starts_at = read.moment("starts_at");
    let ends_at = read.moment("ends_at");
    let pinned_until = read.moment("pinned_until");
    let category = read.finish_with(category)?;
    Ok(PostForm {
        category,
        title: fields.text("title"),
        body: fields.text("body"),
        section,
        registration,
        starts_at,
        ends_at,
        pinned_until,
        comments: fields.has("comments"),
        confirmation: fields.has("asks").then_some(Confirmation { due }),
        files: files.ids(),
    })
}
