//! Files that are read into one's calendar: looked at first, and then taken in.

use maud::{Markup, html};
use poem::{Response, handler};
use yakusho_scheduling::calendar::{self, Import, ImportFault, Imported, Taken};
use yakusho_scheduling::event::Owner;
use yakusho_webkit::kept_file::{FIELD, KeptFile};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{
    Alert, Asked, Button, Cell, Column, Icon, Table, Takes, buttons, section, short_day,
    short_moment,
};
use yakusho_webkit::{Answer, Typed, Upload, Visit};

use super::texts::Text;
use super::{IMPORT, LARGEST, OUTSIDE};

/// `GET /schedule/outside/import`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    page(&visit, None, &Typed::nothing()).await
}

/// `POST /schedule/outside/import`: looks at a file, or takes its events in.
#[handler]
pub(super) async fn submit(visit: Visit, upload: Upload) -> Answer<Response> {
    let (fields, files) = upload.receive(&visit, LARGEST).await?;
    let read = KeptFile::read(&visit, &fields, files, LARGEST).await;
    let (kept, content) = match read {
        Ok(read) => read,
        Err(problem) => return page(&visit, None, &problem.again(&fields)?).await,
    };
    let text = String::from_utf8_lossy(&content);
    let file = Import {
        owner: Owner::Person(visit.me()?.standing.person),
        text: &text,
        dry_run: !fields.has("import"),
    };
    let imported = calendar::import(&visit.cx, &file).await?;
    if file.dry_run {
        return page(&visit, Some((&kept, &imported)), &Typed::so_far(&fields)).await;
    }
    let said = Text::Taken {
        n: imported.taken.len(),
    };
    let to = visit.see_other(OUTSIDE).saying(said.to(visit.lang));
    Ok(to.into())
}

async fn page(
    visit: &Visit,
    found: Option<(&KeptFile, &Imported)>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Import.to(lang)).crumb(OUTSIDE, Text::Title.to(lang));
    let form = typed.form(visit, IMPORT).multipart();
    let ready = found.filter(|(_, imported)| !imported.taken.is_empty());
    let file = form
        .files(FIELD, Text::File.to(lang), text::size(LARGEST))
        .one()
        .accept(".ics,text/calendar");
    let file = if ready.is_some() {
        file
    } else {
        file.required()
    };
    Ok(typed.page(page.render(html! {
        p { (Text::ImportWords.to(lang)) }
        @if let Some((_, imported)) = found { (result(visit, imported)) }
        (form.render(html! {
            @if let Some((kept, _)) = ready {
                (kept.fields(visit, &form))
                (Alert::info(lang, Text::Kept { name: kept.name.clone() }.to(lang)))
            }
            (file)
            (buttons(html! {
                @if let Some((_, imported)) = ready {
                    (Button::submit(Text::ImportNow { n: imported.taken.len() }.to(lang))
                        .primary().field("import", "1"))
                    (Button::submit(Text::Try.to(lang)))
                } @else {
                    (Button::submit(Text::Try.to(lang)).primary().icon(Icon::Eye))
                }
                (Button::link(OUTSIDE, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}

/// What a file brings.
fn result(visit: &Visit, imported: &Imported) -> Markup {
    let lang = visit.lang;
    let (taken, faults) = (&imported.taken, &imported.faults);
    html! {
        @if !faults.is_empty() {
            @let said = Text::Faults { n: faults.len() }.to(lang);
            (section(said.clone(), html! { (Alert::error(lang, said)) (not_taken(visit, faults)) }))
        }
        @if !taken.is_empty() {
            @let said = Text::WouldTake { n: taken.len() }.to(lang);
            (section(said.clone(), html! { (Alert::success(lang, said)) (would_take(visit, taken)) }))
        }
    }
}

fn not_taken(visit: &Visit, faults: &[ImportFault]) -> Table<3> {
    let lang = visit.lang;
    let columns = [Text::Line, Text::What, Text::Why].map(|text| Column::new(text.to(lang)));
    let rows = faults.iter().map(|fault| -> [Cell; 3] {
        let label = format!("{} {}", fault.component, fault.field);
        let asked = Asked {
            label: &label,
            takes: Takes::Text,
        };
        let why = visit.words_of(&fault.reason, None, asked);
        [
            fault.line.to_string().into(),
            label.clone().into(),
            why.into(),
        ]
    });
    Table::new(Text::Faults { n: faults.len() }.to(lang), columns).rows(rows)
}

fn would_take(visit: &Visit, taken: &[Taken]) -> Table<4> {
    let lang = visit.lang;
    let columns = [Text::Line, Text::Event, Text::When, Text::Way];
    let rows = taken.iter().map(|one| -> [Cell; 4] {
        let (start, _) = one.when.span();
        let when = html! {
            @if one.when.is_days() {
                (short_day(lang, start.date()))
            } @else {
                (short_moment(lang, start.local()))
            }
            @if one.repeats { " " (Text::Repeats.to(lang)) }
        };
        let way = if one.changes { Text::Change } else { Text::New };
        [
            one.line.to_string().into(),
            (&*one.title).into(),
            when.into(),
            way.to(lang).into_owned().into(),
        ]
    });
    let columns = columns.map(|text| Column::new(text.to(lang)));
    Table::new(Text::WouldTake { n: taken.len() }.to(lang), columns).rows(rows)
}
