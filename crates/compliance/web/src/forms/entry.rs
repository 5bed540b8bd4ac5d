//! The fields of a form, drawn from its definition; and what was typed into them.

use maud::{Markup, html};
use serde_json::{Map, Value};
use yakusho_accounts::directory::{self, UnitNode};
use yakusho_attachments_web::Files;
use yakusho_compliance::inventory::{self, DataSet, System};
use yakusho_compliance::procedure::{Answer as Answered, Answers};
use yakusho_kernel::UnitId;
use yakusho_regulation::UnitRank;
use yakusho_regulation::procedure::{Choice as Option_, Field, FieldKind};
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Answer, Fields, Lang, Visit};

use super::Text;
use crate::names::Names;

/// The field of the section for which a form is drawn up.
pub(super) const SECTION: &str = "section";

/// The most entries of a register that a field offers.
const MOST: usize = 1_000;

/// The name of a field on the page.
fn name(field: &Field) -> String {
    format!("answers.{}", field.key)
}

/// What the fields of a form or of a step offer.
pub(super) struct Entry<'v> {
    visit: &'v Visit,
    fields: &'v [Field],
    answers: &'v Answers,
    names: Names<'v>,
    units: Vec<UnitNode>,
    data: Vec<DataSet>,
    systems: Vec<System>,
}

impl<'v> Entry<'v> {
    /// These fields, holding these answers until something is typed.
    pub(super) async fn of(
        visit: &'v Visit,
        fields: &'v [Field],
        answers: &'v Answers,
    ) -> Answer<Self> {
        let units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
        let has_data = fields.iter().any(|field| field.kind == FieldKind::DataSet);
        let data = if has_data {
            inventory::data_sets(&visit.cx, None, None, MOST)
                .await?
                .items
        } else {
            Vec::new()
        };
        let has_systems = fields.iter().any(|field| field.kind == FieldKind::System);
        let systems = if has_systems {
            inventory::systems(&visit.cx, MOST as u64).await?
        } else {
            Vec::new()
        };
        Ok(Self {
            names: Names::of(visit, answers, []).await?,
            visit,
            fields,
            answers,
            units,
            data,
            systems,
        })
    }

    fn lang(&self) -> Lang {
        self.visit.lang
    }

    /// The section for which it is drawn up, of those that the reader answers for.
    pub(super) fn section(&self, form: &Form, sections: &[UnitId]) -> Markup {
        let lang = self.lang();
        let options = self.named(|unit| sections.contains(&unit.id));
        let first = sections.first().map(ToString::to_string);
        let field = form
            .radios(SECTION, Text::Applicant.to(lang))
            .required()
            .help(Text::ApplicantHelp.to(lang))
            .values(first)
            .options(options);
        html! { (field) }
    }

    fn named(&self, of: impl Fn(&UnitNode) -> bool) -> Vec<Choice> {
        let units = self.units.iter().filter(|unit| of(unit));
        units
            .map(|unit| Choice::new(unit.id.to_string(), &*unit.placed_name))
            .collect()
    }

    /// Every field, in the order of the form.
    pub(super) fn fields(&self, form: &Form, files: &Files) -> Markup {
        html! {
            @for field in self.fields {
                (self.field(form, field, files))
            }
        }
    }

    fn field(&self, form: &Form, field: &Field, files: &Files) -> Markup {
        let lang = self.lang();
        let (name, label) = (name(field), field.label.get(lang).to_owned());
        let held = self.answers.get(&field.key);
        let own = self.held(held);
        let help = field.help.as_ref().map(|help| help.get(lang).to_owned());
        macro_rules! finished {
            ($control:expr) => {{
                let control = $control;
                let control = match help {
                    Some(help) => control.help(help),
                    None => control,
                };
                if field.required {
                    html! { (control.required()) }
                } else {
                    html! { (control) }
                }
            }};
        }
        match &field.kind {
            FieldKind::Text(max) => {
                finished!(form.text(&name, label).max_chars(size(*max)).values(own))
            }
            FieldKind::LongText(max) => {
                finished!(
                    form.textarea(&name, label)
                        .max_chars(size(*max))
                        .values(own)
                )
            }
            FieldKind::Number(_) => finished!(form.number(&name, label).short().values(own)),
            FieldKind::Date => finished!(form.date(&name, label).values(own)),
            FieldKind::Period => self.period(form, field, held),
            FieldKind::Choice(choices) => {
                finished!(
                    form.radios(&name, label)
                        .options(options(lang, choices))
                        .values(own)
                )
            }
            FieldKind::Choices(choices) => {
                finished!(
                    form.checkboxes(&name, label)
                        .options(options(lang, choices))
                        .values(own)
                )
            }
            FieldKind::Conditions(choices) => self.conditions(form, field, choices, held),
            FieldKind::Person => {
                let help = Text::StaffNumber.to(lang);
                finished!(form.text(&name, label).short().help(help).values(own))
            }
            FieldKind::Post => {
                let help = Text::HolderNumber.to(lang);
                finished!(form.text(&name, label).short().help(help).values(own))
            }
            FieldKind::Section => {
                let sections = self.named(|unit| unit.rank == UnitRank::Section);
                finished!(form.select(&name, label).options(sections).values(own))
            }
            FieldKind::Sections => {
                let sections = self.named(|unit| unit.rank == UnitRank::Section);
                finished!(form.checkboxes(&name, label).options(sections).values(own))
            }
            FieldKind::DataSet => {
                finished!(
                    form.select(&name, label)
                        .options(self.data_sets())
                        .values(own)
                )
            }
            FieldKind::System => {
                let systems = self.systems.iter();
                let systems = systems.map(|one| Choice::new(one.id.to_string(), &*one.name));
                finished!(form.select(&name, label).options(systems).values(own))
            }
            FieldKind::Connection => {
                finished!(form.text(&name, label).values(own))
            }
            FieldKind::Files => files.fields(self.visit, form),
        }
    }

    /// What a field holds of itself, as its control has it.
    fn held(&self, held: Option<&Answered>) -> Vec<String> {
        match held {
            None => Vec::new(),
            Some(Answered::Person(person)) => vec![self.names.staff_number(*person)],
            Some(answer) => match answer.entered() {
                Value::String(text) => vec![text],
                Value::Number(number) => vec![number.to_string()],
                Value::Array(values) => {
                    let texts = values.iter().filter_map(Value::as_str);
                    texts.map(str::to_owned).collect()
                }
                _ => Vec::new(),
            },
        }
    }

    fn data_sets(&self) -> Vec<Choice> {
        let owner = |data: &DataSet| {
            let unit = self.units.iter().find(|unit| unit.id == data.section);
            unit.map(|unit| &*unit.name).unwrap_or_default().to_owned()
        };
        self.data
            .iter()
            .map(|data| {
                Choice::new(
                    data.id.to_string(),
                    format!("{}({})", data.name, owner(data)),
                )
            })
            .collect()
    }

    fn period(&self, form: &Form, field: &Field, held: Option<&Answered>) -> Markup {
        let lang = self.lang();
        let days = held.and_then(Answered::period);
        let day = |part: &str, text: &Text, day: Option<time::Date>| {
            let date = form
                .date(&format!("{}.{part}", name(field)), text.to(lang))
                .values(day.map(|day| day.to_string()));
            if field.required {
                html! { (date.required()) }
            } else {
                html! { (date) }
            }
        };
        self.group(
            field,
            &html! {
                (day("first", &Text::First, days.map(|days| days.0)))
                (day("last", &Text::LastDay, days.map(|days| days.1)))
            },
        )
    }

    fn conditions(
        &self,
        form: &Form,
        field: &Field,
        choices: &[Option_],
        held: Option<&Answered>,
    ) -> Markup {
        let lang = self.lang();
        let said = |id: &str| match held {
            Some(Answered::Conditions(said)) => said.get(id).cloned(),
            _ => None,
        };
        self.group(field, &html! {
            @for choice in choices {
                @let each = format!("{}.{}", name(field), choice.id);
                @let text = form.textarea(&each, choice.label.get(lang)).rows(2).max_chars(1_000);
                @let text = text.values(said(&choice.id));
                @if field.required { (text.required()) } @else { (text) }
            }
        })
    }

    fn group(&self, field: &Field, body: &Markup) -> Markup {
        let lang = self.lang();
        html! {
            fieldset.group {
                legend { (field.label.get(lang)) }
                @if let Some(help) = &field.help { p.help { (help.get(lang)) } }
                (body)
            }
        }
    }
}

fn size(max: u32) -> usize {
    usize::try_from(max).unwrap_or(usize::MAX)
}

fn options(lang: Lang, choices: &[Option_]) -> Vec<Choice> {
    let each = choices.iter();
    each.map(|choice| Choice::new(&*choice.id, choice.label.get(lang)))
        .collect()
}

/// What was typed into these fields, as the domain takes it.
pub(super) async fn read(
    visit: &Visit,
    asked: &[Field],
    fields: &Fields,
) -> Answer<Map<String, Value>> {
    let mut answers = Map::new();
    for field in asked {
        let name = name(field);
        let value = match &field.kind {
            FieldKind::Files => continue,
            FieldKind::Period => parts(fields, &name, ["first", "last"].into_iter()),
            FieldKind::Conditions(choices) => {
                parts(fields, &name, choices.iter().map(|choice| &*choice.id))
            }
            FieldKind::Choices(_) | FieldKind::Sections => {
                fields.all(&name).map(Value::from).collect()
            }
            FieldKind::Person | FieldKind::Post => {
                numbered(visit, &field.kind, &fields.text(&name)).await?
            }
            _ => fields.text(&name).into(),
        };
        answers.insert(field.key.clone(), value);
    }
    Ok(answers)
}

fn parts<'p>(fields: &Fields, name: &str, parts: impl Iterator<Item = &'p str>) -> Value {
    let said = parts.map(|part| {
        (
            part.to_owned(),
            fields.text(&format!("{name}.{part}")).into(),
        )
    });
    Value::Object(said.collect())
}

/// The person of that staff number, or their main post. A number that is nobody's stays, and is told as unknown.
async fn numbered(visit: &Visit, kind: &FieldKind, typed: &str) -> Answer<Value> {
    let number = typed.trim();
    let on = visit.cx.reader();
    let found = directory::numbered(&on, visit.cx.today(), &[number.to_owned()]).await?;
    let Some(card) = found.get(number) else {
        return Ok(number.into());
    };
    Ok(match (kind, card.post) {
        (FieldKind::Post, Some(post)) => post.to_string().into(),
        (FieldKind::Post, None) => number.into(),
        _ => card.id.to_string().into(),
    })
}
