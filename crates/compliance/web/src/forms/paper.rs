//! A case as the form on paper: the city, the form's number and article, its title, and what was filled in.

use maud::{Markup, html};
use yakusho_attachments_web as attachments;
use yakusho_compliance::procedure::{CaseView, Content};
use yakusho_regulation::procedure::FieldKind;
use yakusho_webkit::Visit;
use yakusho_webkit::ui::day;

use super::list::number;
use super::{Text, page_of};
use crate::names::Names;

/// The form with that content.
pub(super) fn paper(
    visit: &Visit,
    view: &CaseView,
    content: &Content,
    names: &Names<'_>,
) -> Markup {
    let lang = visit.lang;
    let procedure = &view.definition.procedure;
    let asked = view.submitted_on.unwrap_or(visit.cx.today());
    let basis = visit.cx.city().in_force(procedure.kind.rule(), asked);
    let files = procedure
        .fields
        .iter()
        .find(|field| field.kind == FieldKind::Files);
    html! {
        article.paper {
            header {
                p {
                    @if let Some(number) = procedure.form { (Text::FormNumber { number }.to(lang)) }
                    @if let Some(basis) = basis { span.meta { "(" (basis.text(lang)) ")" } }
                }
                p.paper-city { (visit.cx.city().name(lang)) }
            }
            p.paper-title { (procedure.title(lang)) }
            p.paper-number {
                (number(lang, &procedure.register, view.number))
                @if let Some(on) = view.submitted_on { br; (day(lang, on)) }
            }
            table {
                tbody {
                    tr { th scope="row" { (Text::Applicant.to(lang)) } td { (names.unit(content.section)) } }
                    @for field in procedure.fields.iter().filter(|field| field.kind != FieldKind::Files) {
                        tr {
                            th scope="row" { (field.label.get(lang)) }
                            td { @for line in names.filled(field, &content.answers) { p { (line) } } }
                        }
                    }
                    @for (field, answers) in view.filled_in_steps() {
                        tr {
                            th scope="row" { (field.label.get(lang)) }
                            td { @for line in names.filled(field, answers) { p { (line) } } }
                        }
                    }
                    @if let Some(conditions) = &view.conditions {
                        tr {
                            th scope="row" { (Text::Conditions.to(lang)) }
                            td { @for line in conditions.lines() { p { (line) } } }
                        }
                    }
                    @if let Some(on) = view.decided_on {
                        tr { th scope="row" { (Text::DecidedOn.to(lang)) } td { (day(lang, on)) } }
                    }
                }
            }
        }
        @if files.is_some() && !content.files.is_empty() {
            (attachments::shown(lang, &content.files, |file| page_of(view.id, &format!("files/{file}"))))
        }
    }
}
