//! Drawing an order up, and revising it.

use maud::{Markup, html};
use poem::web::{Data, Path};
use poem::{Response, handler};
use yakusho_accounts::order::{self, Order, OrderId, Preview};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{Alert, Button, Disclosure, Form, Icon, buttons, section};
use yakusho_webkit::{Answer, Fields, Problem, SeeOther, Typed, Upload, Visit};

use super::pages::Pages;
use super::sheet::Sheet;
use super::texts::Text;
use super::{Elsewhere, NEW, PAGE, TEMPLATE, difference, faults, lines, page_of, report};
use crate::admin;
use yakusho_webkit::csv::LARGEST;
use yakusho_webkit::kept_file::{self, KeptFile};

/// The button by which the result of a trial is saved as a file.
const REPORT: &str = "report";

/// Which order is edited: a new one, or one that is kept.
enum Edited {
    New,
    Kept(Box<Order>),
}

impl Edited {
    fn address(&self) -> String {
        match self {
            Self::New => NEW.to_owned(),
            Self::Kept(order) => format!("{}/edit", page_of(order.id)),
        }
    }
}

/// `GET /admin/orders/new`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    let typed = visit.typed();
    let sheet = typed.fields().map_or_else(Sheet::empty, Sheet::typed);
    page(&visit, &Edited::New, &sheet, None, typed).await
}

/// `GET /admin/orders/:id/edit`
#[handler]
pub(super) async fn ask_again(visit: Visit, Path(id): Path<OrderId>) -> Answer<Response> {
    let (order, rows) = order::get(&visit.cx, id).await?;
    let typed = visit.typed();
    let sheet = match typed.fields() {
        Some(fields) => Sheet::typed(fields),
        None => Sheet::of(rows),
    };
    let edited = Edited::Kept(Box::new(order));
    page(&visit, &edited, &sheet, None, typed).await
}

/// `POST /admin/orders/new`
#[handler]
pub(super) async fn submit(
    visit: Visit,
    upload: Upload,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    received(&visit, upload, elsewhere, Edited::New).await
}

/// `POST /admin/orders/:id/edit`
#[handler]
pub(super) async fn submit_again(
    visit: Visit,
    Path(id): Path<OrderId>,
    upload: Upload,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let (order, _) = order::get(&visit.cx, id).await?;
    received(&visit, upload, elsewhere, Edited::Kept(Box::new(order))).await
}

/// Does what the pressed button says: more or fewer lines, a trial, or saving.
async fn received(
    visit: &Visit,
    upload: Upload,
    elsewhere: &Elsewhere,
    edited: Edited,
) -> Answer<Response> {
    let (fields, files) = upload.receive(visit, LARGEST).await?;
    let mut sheet = match Sheet::read(visit, &fields, files).await {
        Ok(sheet) => sheet,
        Err(problem) => {
            let typed = problem.again(&fields)?;
            return page(visit, &edited, &Sheet::typed(&fields), None, typed).await;
        }
    };
    let so_far = Typed::so_far(&fields);
    if fields.has("add") {
        sheet.add_lines();
        return page(visit, &edited, &sheet, None, so_far).await;
    }
    if let Some(line) = fields.first("remove").and_then(|line| line.parse().ok()) {
        sheet.remove_line(line);
        return page(visit, &edited, &sheet, None, so_far).await;
    }
    if fields.has(kept_file::DROP) {
        return page(visit, &edited, &sheet, None, so_far).await;
    }
    if fields.has("try") || fields.has(REPORT) || !sheet.faults.is_empty() {
        return match tried(visit, &fields, &sheet, elsewhere).await {
            Ok(preview) if fields.has(REPORT) => {
                report::file(visit, "order-trial.csv", &preview).await
            }
            Ok(preview) => page(visit, &edited, &sheet, Some(&preview), so_far).await,
            Err(problem) => page(visit, &edited, &sheet, None, problem.again(&fields)?).await,
        };
    }
    match saved(visit, &fields, &sheet, &edited).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(visit, &edited, &sheet, None, problem.again(&fields)?).await,
    }
}

async fn tried(
    visit: &Visit,
    fields: &Fields,
    sheet: &Sheet,
    elsewhere: &Elsewhere,
) -> Result<Preview, Problem> {
    let draft = sheet.draft(fields)?;
    let of_file = sheet.faults.iter().cloned();
    if draft.rows.is_empty() && !sheet.faults.is_empty() {
        return Ok(Preview::default().of_file(of_file));
    }
    let found = order::dry_run(&visit.cx, &draft, &elsewhere.0).await?;
    Ok(found.of_file(of_file))
}

async fn saved(
    visit: &Visit,
    fields: &Fields,
    sheet: &Sheet,
    edited: &Edited,
) -> Result<SeeOther, Problem> {
    let draft = sheet.draft(fields)?;
    let id = match edited {
        Edited::New => order::draft(&visit.cx, draft).await?.into_inner(),
        Edited::Kept(order) => {
            let revision = fields.reader().given("revision")?;
            order::revise(&visit.cx, order.id, revision, draft)
                .await?
                .into_inner();
            order.id
        }
    };
    Ok(visit
        .see_other(page_of(id))
        .saying(Text::Saved.to(visit.lang)))
}

async fn page(
    visit: &Visit,
    edited: &Edited,
    sheet: &Sheet,
    preview: Option<&Preview>,
    typed: Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let mut page = Page::new(
        &shell,
        match edited {
            Edited::New => Text::New.to(lang),
            Edited::Kept(_) => Text::EditTitle.to(lang),
        },
    )
    .crumb(admin::PAGE, admin::title(lang))
    .crumb(PAGE, Text::Orders.to(lang));
    if let Edited::Kept(order) = edited {
        page = page.crumb(page_of(order.id), &*order.title);
    }
    let wrong = preview.map_or(&sheet.faults, |preview| &preview.faults);
    let pages = Pages::of_trial(visit);
    let form = typed.form(visit, edited.address());
    // Of a file no line is among the fields.
    let form = if sheet.kept.is_some() {
        form
    } else {
        let concerned = faults::concerned(visit, wrong).await?;
        let places = wrong.iter().map(|fault| {
            (
                faults::field(fault),
                faults::placed(lang, fault, &concerned),
            )
        });
        form.errors(places.filter(|(field, _)| !field.is_empty()))
    };
    let result = html! {
        @if !wrong.is_empty() {
            (section(Text::Result.to(lang), faults::table(visit, "faults", wrong, &pages).await?))
        } @else if let Some(preview) = preview {
            (section(Text::Result.to(lang), html! {
                (Alert::success(lang, Text::NoFaults.to(lang)))
                (faults::idle(lang, &preview.idle, &pages)?)
                (difference::shown(visit, &preview.difference, &pages).await?)
            }))
        }
    };
    Ok(typed.page(page.render(html! {
        (result)
        (fields(visit, edited, sheet, form, preview.is_some()))
    })))
}

fn fields(visit: &Visit, edited: &Edited, sheet: &Sheet, form: Form, is_tried: bool) -> Markup {
    let lang = visit.lang;
    let form = form.multipart();
    let (title, day, revision) = match edited {
        Edited::New => (String::new(), String::new(), None),
        Edited::Kept(order) => (
            order.title.clone(),
            order.takes_effect_on.to_string(),
            Some(order.revision),
        ),
    };
    let back = match edited {
        Edited::New => PAGE.to_owned(),
        Edited::Kept(order) => page_of(order.id),
    };
    form.render(html! {
        @if let Some(revision) = revision { (form.revision(revision)) }
        (form.text("title", Text::Title.to(lang)).required().max_chars(100).value(title)
            .help(Text::TitleHelp.to(lang)))
        (form.date("takes_effect_on", Text::Day.to(lang)).required().value(day)
            .help(Text::DayHelp.to(lang)))
        (section(Text::ByFile.to(lang), by_file(visit, edited, sheet, &form)))
        (by_hand(visit, sheet, &form))
        p.meta { (Text::TryHelp.to(lang)) }
        (buttons(html! {
            (Button::submit(Text::Try.to(lang)).primary().icon(Icon::Eye).field("try", "1"))
            @if is_tried {
                (Button::submit(Text::SaveResult.to(lang)).icon(Icon::Download).field(REPORT, "1"))
            }
            (Button::submit(Text::SaveDraft.to(lang)).field("save", "1"))
            (Button::link(back, Common::Cancel.to(lang)).tertiary())
        }))
    })
}

fn by_file(visit: &Visit, edited: &Edited, sheet: &Sheet, form: &Form) -> Markup {
    let lang = visit.lang;
    let too_many = sheet.kept.is_none() && sheet.rows.len() > lines::MOST;
    let n = sheet.rows.len();
    html! {
        p { (Text::ByFileHelp.to(lang)) }
        (Button::link(TEMPLATE, Text::Template.to(lang)).icon(Icon::Download).small())
        @if let Edited::Kept(order) = edited {
            " "
            (Button::link(format!("{}/lines.csv", page_of(order.id)), Text::DownloadLines.to(lang))
                .icon(Icon::Download).small())
        }
        @if too_many { (Alert::info(lang, Text::TooManyLines { n }.to(lang))) }
        @if let Some(kept) = &sheet.kept { (kept_words(visit, sheet, kept, form)) }
        (form.files(kept_file::FIELD, Text::File.to(lang), text::size(LARGEST)).one().accept(".csv,.txt,text/csv"))
    }
}

fn kept_words(visit: &Visit, sheet: &Sheet, kept: &KeptFile, form: &Form) -> Markup {
    let lang = visit.lang;
    let (name, n) = (kept.name.clone(), sheet.rows.len());
    html! {
        @if sheet.faults.is_empty() {
            (kept.fields(visit, form))
            (Alert::success(lang, Text::KeptFile { name, n }.to(lang)).body(html! {
                (Button::submit(Text::DropFile.to(lang)).small().field(kept_file::DROP, "1"))
            }))
        } @else {
            (Alert::error(lang, Text::BadFile.to(lang)).body(html! { p { (name) } }))
        }
    }
}

fn by_hand(visit: &Visit, sheet: &Sheet, form: &Form) -> Markup {
    let lang = visit.lang;
    // With a file at hand the lines are put away, and still sent along.
    let rows: &[_] = if sheet.kept.is_some() {
        &[]
    } else {
        &sheet.rows
    };
    let body = html! {
        p.meta { (Text::ByHandHelp.to(lang)) }
        (lines::fields(lang, form, &sheet.shown, rows))
    };
    html! { (Disclosure::new(Text::ByHand.to(lang), body).open(sheet.kept.is_none())) }
}
