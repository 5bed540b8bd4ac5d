//! What the forms of edits share: the day from which they hold, and what they would do, shown before they are made.

use maud::{Markup, html};
use poem::Response;
use time::Date;
use yakusho_accounts::ledger::{Edit, RowId};
use yakusho_accounts::order::Difference;
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Form, Icon, buttons, section};
use yakusho_webkit::{Answer, Fields, Problem, Reader, SeeOther, Typed, Visit};

use super::PAGE;
use super::texts::Text;
use crate::admin;
use crate::orders::pages::Pages;
use crate::orders::{Elsewhere, difference};

/// Why an edit is not made before somebody agrees to what it does.
pub(super) const OPEN: &str = "leaves_something_open";

/// The box that agrees to it, and the button that only tries the edit.
const AGREED: &str = "agreed";
const TRY: &str = "try";

/// What came of a form that was sent.
pub(super) enum Outcome {
    /// The edit was made.
    Made(SeeOther),
    /// Whoever sent it is to see first what it would do.
    Asked(Box<Difference>),
}

/// Makes an edit that takes nothing from everybody, or whose consequences were agreed to, and goes on to the page whose
/// address `then` gives; else shows them.
pub(super) async fn go<T>(
    visit: &Visit,
    fields: &Fields,
    elsewhere: &Elsewhere,
    mut edit: Edit<T>,
    then: impl FnOnce(T) -> String,
) -> Result<Outcome, Problem> {
    let only_tried = fields.has(TRY);
    if only_tried || !fields.has(AGREED) {
        let difference = edit.difference(&visit.cx, &elsewhere.0).await?;
        if only_tried || difference.leaves_something_open() {
            return Ok(Outcome::Asked(Box::new(difference)));
        }
    }
    let to = then(edit.make().await?.into_inner());
    let said = Text::Made.to(visit.lang);
    Ok(Outcome::Made(visit.see_other(to).saying(said)))
}

/// Makes an edit that a program asks for, unless it takes something from everybody and that was not agreed to.
pub(super) async fn go_agreed<T>(
    visit: &Visit,
    elsewhere: &Elsewhere,
    agreed: bool,
    mut edit: Edit<T>,
) -> Result<T, Problem> {
    if !agreed {
        let difference = edit.difference(&visit.cx, &elsewhere.0).await?;
        if difference.leaves_something_open() {
            return Err(Invalid::field(AGREED, Reason::Code(OPEN)).into());
        }
    }
    Ok(edit.make().await?.into_inner())
}

/// What a form shows: nothing yet, what was typed with what is wrong, or what it would do.
pub(super) struct Shown<'f> {
    pub(super) typed: Typed<'f>,
    difference: Option<Box<Difference>>,
}

impl<'f> Shown<'f> {
    /// Nothing yet, or what was typed before and waited.
    pub(super) fn of(visit: &'f Visit) -> Self {
        Self {
            typed: visit.typed(),
            difference: None,
        }
    }

    /// Where the edit was made, the way on; else what the form shows again.
    pub(super) fn after(
        fields: &'f Fields,
        outcome: Result<Outcome, Problem>,
    ) -> Result<Result<SeeOther, Self>, Problem> {
        Ok(match outcome {
            Ok(Outcome::Made(done)) => Ok(done),
            Ok(Outcome::Asked(difference)) => Err(Self {
                typed: Typed::so_far(fields),
                difference: Some(difference),
            }),
            Err(problem) => Err(Self {
                typed: problem.again(fields)?,
                difference: None,
            }),
        })
    }
}

/// The page of a form.
pub(super) struct FormPage {
    /// What it is called.
    pub(super) title: String,
    /// The pages above it, besides those of all pages here.
    pub(super) above: Vec<(String, String)>,
    /// Where it is sent.
    pub(super) action: String,
    /// What its button says.
    pub(super) act: String,
    /// Whether the button warns.
    pub(super) danger: bool,
}

impl FormPage {
    /// The page around the fields.
    pub(super) async fn answer(
        self,
        visit: &Visit,
        shown: &Shown<'_>,
        fields: impl FnOnce(&Form) -> Markup,
    ) -> Answer<Response> {
        let lang = visit.lang;
        let shell = visit.shell().await?;
        let back = self
            .above
            .last()
            .map_or_else(|| PAGE.to_owned(), |(address, _)| address.clone());
        let mut page = Page::new(&shell, self.title)
            .crumb(admin::PAGE, admin::title(lang))
            .crumb(PAGE, Text::Title.to(lang));
        for (address, label) in self.above {
            page = page.crumb(address, label);
        }
        let form = shown.typed.form(visit, self.action);
        let fields = fields(&form);
        let asks = shown
            .difference
            .as_ref()
            .is_some_and(|difference| difference.leaves_something_open());
        let submit = Button::submit(self.act);
        let submit = if self.danger {
            submit.danger()
        } else {
            submit.primary()
        };
        Ok(shown.typed.page(page.render(html! {
            @if let Some(difference) = &shown.difference {
                (section(Text::WouldChange.to(lang), html! {
                    @if asks { (Alert::warning(lang, Text::LeavesOpen.to(lang))) }
                    (difference::shown(visit, difference, &Pages::of_edit(visit)).await?)
                }))
            }
            (form.render(html! {
                (fields)
                @if asks { (form.checkbox(AGREED, Text::Agreed.to(lang)).required()) }
                (buttons(html! {
                    (submit)
                    (Button::submit(Text::Try.to(lang)).icon(Icon::Eye).field(TRY, "1"))
                    (Button::link(back, Common::Cancel.to(lang)).tertiary())
                }))
            }))
        })))
    }
}

/// The field of the day from which an edit holds: today, unless it begins later.
pub(super) fn from_field(visit: &Visit, form: &Form, earliest: Option<Date>) -> Markup {
    let lang = visit.lang;
    let today = visit.cx.today();
    let day = earliest.map_or(today, |first| first.max(today));
    html! {
        (form.date("from", Text::From.to(lang)).required().value(day.to_string())
            .help(Text::FromHelp.to(lang)))
    }
}

/// The day from which the edit holds, where the form asks for nothing else.
pub(super) fn from_day(fields: &Fields) -> Result<Date, Invalid> {
    let mut read = fields.reader();
    let from = read.needed("from", Reader::day);
    read.finish_with(from)
}

/// The row that the form was filled in from.
pub(super) fn seen(fields: &Fields) -> Result<RowId, Invalid> {
    fields.reader().given("row")
}

/// The day in the query as `on`, or today.
pub(super) fn asked_day(visit: &Visit) -> Date {
    visit.day("on").or_today()
}
