//! A case as files: the form as PDF, and what was filled in as a table.

use poem::web::Path;
use poem::{Response, handler};
use yakusho_compliance::procedure::{self, CaseId, CaseView};
use yakusho_print::{Align, Column, Paper, Part, Row};
use yakusho_regulation::procedure::FieldKind;
use yakusho_webkit::csv::KIND;
use yakusho_webkit::text::day;
use yakusho_webkit::{Answer, Visit};

use super::Text;
use super::list::number;
use super::page::{act_kind, names, said, who};
use crate::names::Names;
use crate::print;

/// `GET /forms/:id/pdf`
#[handler]
pub(super) async fn pdf(visit: Visit, Path(id): Path<CaseId>) -> Answer<Response> {
    let view = procedure::show(&visit.cx, id).await?;
    let names = names(&visit, &view).await?;
    print::pdf(&visit, &called(&view, "pdf"), paper(&visit, &view, &names)).await
}

/// `GET /forms/:id/csv`
#[handler]
pub(super) async fn csv(visit: Visit, Path(id): Path<CaseId>) -> Answer<Response> {
    let lang = visit.lang;
    let view = procedure::show(&visit.cx, id).await?;
    let names = names(&visit, &view).await?;
    let headings = [Text::Entry.to(lang), Text::FilledIn.to(lang)];
    let above = [
        (
            Text::Number.to(lang).into_owned(),
            vec![register_number(&visit, &view)],
        ),
        (
            Text::Form.to(lang).into_owned(),
            vec![view.definition.procedure.title(lang).to_owned()],
        ),
    ];
    let below = entries(&visit, &view, &names);
    let rows = above.into_iter().chain(below);
    let rows = rows.map(|(label, lines)| [label, lines.join("\n")]);
    let file = yakusho_sheet::file(headings.iter().map(AsRef::as_ref), rows);
    Ok(visit.file(&called(&view, "csv"), KIND, file))
}

/// A name that sorts by register, e.g. `data_use-2026-12.pdf`.
fn called(view: &CaseView, ending: &str) -> String {
    let register = &view.definition.procedure.register;
    match view.number {
        Some(number) => format!(
            "{register}-{}-{}.{ending}",
            number.year.year(),
            number.number
        ),
        None => format!("{register}.{ending}"),
    }
}

fn register_number(visit: &Visit, view: &CaseView) -> String {
    number(visit.lang, &view.definition.procedure.register, view.number)
}

/// What is asked for and what was filled in, in the order of the form.
fn entries(visit: &Visit, view: &CaseView, names: &Names<'_>) -> Vec<(String, Vec<String>)> {
    let (lang, content) = (visit.lang, &view.content);
    let entry = |label: Text, lines: Vec<String>| (label.to(lang).into_owned(), lines);
    let mut entries = vec![entry(Text::Applicant, vec![names.unit(content.section)])];
    let fields = view.definition.procedure.fields.iter();
    let fields = fields.filter(|field| field.kind != FieldKind::Files);
    entries.extend(fields.map(|field| {
        let filled = names.filled(field, &content.answers);
        (field.label.get(lang).to_owned(), filled)
    }));
    if !content.files.is_empty() {
        let files = content.files.iter();
        let files = files.map(|file| file.name.as_str().to_owned());
        entries.push(entry(Text::Files, files.collect()));
    }
    entries.extend(view.filled_in_steps().map(|(field, answers)| {
        let filled = names.filled(field, answers);
        (field.label.get(lang).to_owned(), filled)
    }));
    if let Some(said) = &view.conditions {
        let lines = said.lines().map(str::to_owned);
        entries.push(entry(Text::Conditions, lines.collect()));
    }
    if let Some(on) = view.decided_on {
        entries.push(entry(Text::DecidedOn, vec![day(lang, on)]));
    }
    entries
}

fn paper(visit: &Visit, view: &CaseView, names: &Names<'_>) -> Paper {
    let lang = visit.lang;
    let (city, today) = (visit.cx.city(), visit.cx.today());
    let procedure = &view.definition.procedure;
    let basis = city.in_force(procedure.kind.rule(), view.submitted_on.unwrap_or(today));
    let form = procedure
        .form
        .map(|number| Text::FormNumber { number }.to(lang).into_owned());
    let article = basis.map(|basis| format!("({})", basis.text(lang)));
    let numbered = Some(register_number(visit, view));
    let rows = entries(visit, view, names).into_iter();
    Paper {
        lang: lang.tag(),
        form: form.into_iter().chain(article).collect(),
        office: city.name(lang).to_owned(),
        title: procedure.title(lang).to_owned(),
        marks: numbered
            .into_iter()
            .chain(view.submitted_on.map(|on| day(lang, on)))
            .collect(),
        parts: vec![
            Part::Fields {
                caption: String::new(),
                rows: rows.map(|(label, lines)| Row { label, lines }).collect(),
            },
            acts(visit, view, names),
        ],
        foot: Text::PrintedOn {
            day: day(lang, today),
        }
        .to(lang)
        .into_owned(),
        day: Some(today),
    }
}

/// What was done with it, by whom and when.
fn acts(visit: &Visit, view: &CaseView, names: &Names<'_>) -> Part {
    let lang = visit.lang;
    let columns = [
        (Text::State, 2),
        (Text::StepBy, 3),
        (Text::ActDay, 3),
        (Text::Remark, 5),
    ];
    let rows = view.acts.iter().map(|act| {
        vec![
            act_kind(lang, act.kind),
            who(lang, act),
            day(lang, act.on),
            said(lang, view, act, names).join("\n"),
        ]
    });
    Part::Table {
        caption: Text::Acts.to(lang).into_owned(),
        columns: columns
            .map(|(title, share)| Column {
                title: title.to(lang).into_owned(),
                share,
                align: Align::Left,
            })
            .into(),
        rows: rows.collect(),
    }
}
