//! Templates: circulations that are sent again and again.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_kernel::{Fault, UnitId};
use yakusho_messaging::circulation::{
    self, Template, TemplateContent, TemplateForm, TemplateId, TemplateOwner,
};
use yakusho_messaging::text::Label;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, Column, Empty, Form, Icon, Table, buttons, link};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, SeeOther, Typed, Visit};

use super::CIRCULATIONS;
use super::editor::form::{self, AUDIENCE, Shape};
use super::list::{kind, views};
use super::texts::Text as All;
use crate::author;
use yakusho_audience as audience;

/// The list.
pub(super) const TEMPLATES: &str = "/circulations/templates";

/// The value of the owner for oneself.
const MINE: &str = "mine";

yakusho_webkit::texts! {
    /// What the pages of templates say.
    enum Text {
        Title: "回覧のひな形" / "Templates of circulations";
        NewTitle: "ひな形の作成" / "New template";
        EditTitle: "ひな形の編集" / "Edit template";
        Name: "ひな形の名前" / "Name";
        Kind: "種類" / "Kind";
        Owner: "使う人" / "Used by";
        OwnerLabel: "誰が使うか" / "Who uses it";
        OwnerHelp: "所属で使うひな形は、その所属の全員が使い、直せます。" / "Everyone of the section uses and changes it.";
        Mine: "自分だけ" / "Me alone";
        Section { name: String }: "{name}の全員" / "Everyone in {name}";
        Acts: "操作" / "Acts";
        Use: "このひな形で回す" / "Use it";
        New: "ひな形を作成" / "New template";
        None: "ひな形はありません。" / "There are no templates.";
        NoneAdvice: "回覧のページの「ひな形として保存」でも作れます。" / "You can also make one from a circulation, by “Save as a template”.";
        DueDays: "期限までの開庁日数" / "Working days until it is due";
        DueDaysHelp: "ひな形を使った日から数えます。空欄なら期限なしで始まります。" / "Counted from the day on which it is used. Empty: no due date.";
        Saved: "ひな形を保存しました。" / "The template was saved.";
        Close: "このひな形をやめる" / "Take it out of use";
        Closed: "ひな形をやめました。" / "The template was taken out of use.";
    }
}

/// `GET /circulations/templates`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let after = visit.after();
    let templates = circulation::templates(&visit.cx, after.as_ref(), PAGE_SIZE).await?;
    let waiting = crate::waiting(&visit).await?;
    let units: Vec<UnitId> = templates
        .items
        .iter()
        .filter_map(|template| section(template.owner))
        .collect();
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &units).await?;
    let lang = visit.lang;
    let columns = [Text::Name, Text::Kind, Text::Owner].map(|text| Column::new(text.to(lang)));
    let [name, sort, owner] = columns;
    let columns = [name, sort, owner, Column::actions(Text::Acts.to(lang))];
    let rows = templates.items.iter().map(|template| {
        let owner = match section(template.owner) {
            Some(unit) => {
                let name = names.get(&unit).cloned().unwrap_or_default();
                Text::Section { name }.to(lang)
            }
            None => Text::Mine.to(lang),
        };
        let begin = format!("{CIRCULATIONS}/new?template={}", template.id);
        [
            link(page_of(template.id), template.name.as_str()).into(),
            kind(lang, template.content.kind).into_owned().into(),
            owner.into_owned().into(),
            html! { (Button::link(begin, Text::Use.to(lang)).small().about(template.name.as_str())) }.into(),
        ]
    });
    let table = Table::new(Text::Title.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Document, Text::None.to(lang)).advice(Text::NoneAdvice.to(lang)));
    let shell = visit.shell().await?;
    let make = Button::link(format!("{TEMPLATES}/new"), Text::New.to(lang));
    let page = Page::new(&shell, Text::Title.to(lang))
        .crumb(CIRCULATIONS, All::Circulations.to(lang))
        .actions(html! { (make.primary().icon(Icon::Plus)) });
    Ok(Html(page.render(html! {
        (views(&visit, None, waiting))
        (table)
        (visit.pager(templates.next.as_ref()))
    })))
}

fn section(owner: TemplateOwner) -> Option<UnitId> {
    match owner {
        TemplateOwner::Section(unit) => Some(unit),
        TemplateOwner::Person(_) => None,
    }
}

fn page_of(id: TemplateId) -> String {
    format!("{TEMPLATES}/{id}")
}

/// `GET /circulations/templates/new`, from a circulation with `from`.
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    let content = match visit.query("from") {
        Some(id) => {
            let id = id.parse().map_err(|_| Fault::NotFound)?;
            let view = circulation::show(&visit.cx, id).await?;
            if !view.may.copy {
                return Err(Fault::NotFound.into());
            }
            form::content_of(&view)
        }
        None => form::blank(&visit).await?,
    };
    editor(&visit, None, &content, visit.typed()).await
}

/// `POST /circulations/templates/new`
#[handler]
pub(super) async fn add(visit: Visit, fields: Fields) -> Answer {
    let nothing = TemplateContent::default();
    if audience::is_looking(&fields, AUDIENCE) {
        return editor(&visit, None, &nothing, Typed::so_far(&fields)).await;
    }
    let added = async {
        let form = read(&visit, &fields)?;
        Ok::<_, Problem>(circulation::add_template(&visit.cx, form).await?)
    };
    match added.await {
        Ok(_) => Ok(done(&visit, &Text::Saved).into()),
        Err(problem) => editor(&visit, None, &nothing, problem.again(&fields)?).await,
    }
}

/// `GET /circulations/templates/:id`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<TemplateId>) -> Answer {
    let template = circulation::template(&visit.cx, id).await?;
    editor(&visit, Some(&template), &template.content, visit.typed()).await
}

/// `POST /circulations/templates/:id`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<TemplateId>, fields: Fields) -> Answer {
    let template = circulation::template(&visit.cx, id).await?;
    let shown = &template.content;
    if audience::is_looking(&fields, AUDIENCE) {
        return editor(&visit, Some(&template), shown, Typed::so_far(&fields)).await;
    }
    let changed = async {
        let form = read(&visit, &fields)?;
        let revision = fields.reader().given("revision")?;
        Ok::<_, Problem>(circulation::change_template(&visit.cx, id, revision, form).await?)
    };
    match changed.await {
        Ok(_) => Ok(done(&visit, &Text::Saved).into()),
        Err(problem) => {
            let typed = problem.again(&fields)?;
            editor(&visit, Some(&template), shown, typed).await
        }
    }
}

/// `POST /circulations/templates/:id/close`
#[handler]
pub(super) async fn close(
    visit: Visit,
    Path(id): Path<TemplateId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let revision = fields.reader().given("revision")?;
    let _ = circulation::close_template(&visit.cx, id, revision).await?;
    Ok(done(&visit, &Text::Closed))
}

fn done(visit: &Visit, said: &Text) -> SeeOther {
    visit.see_other(TEMPLATES).saying(said.to(visit.lang))
}

fn read(visit: &Visit, fields: &Fields) -> Answer<TemplateForm> {
    let mut read = fields.reader();
    let section = read.with("owner", |text| match text {
        MINE => Some(None),
        unit => unit.parse().ok().map(Some),
    });
    let content = form::read(visit, &mut read, fields);
    read.finish()?;
    Ok(TemplateForm {
        section: section.flatten(),
        name: fields.text("name"),
        content,
    })
}

async fn editor(
    visit: &Visit,
    template: Option<&Template>,
    content: &TemplateContent,
    typed: Typed<'_>,
) -> Answer {
    let lang = visit.lang;
    let shape = Shape::of(visit, content, typed.fields()).await?.open();
    let (address, title) = match template {
        Some(template) => (page_of(template.id), Text::EditTitle),
        None => (format!("{TEMPLATES}/new"), Text::NewTitle),
    };
    let form = typed.form(visit, address);
    let body = form.render(html! {
        @if let Some(template) = template {
            (form.revision(template.revision))
        }
        (form.text("name", Text::Name.to(lang)).required().max_chars(Label::MAX)
            .value(template.map_or("", |template| template.name.as_str())))
        @if template.is_none() { (owner(visit, &form, &shape.sections)) }
        (shape.kind(&form))
        (shape.words(&form))
        (shape.people(&form))
        (form.number("due_days", Text::DueDays.to(lang)).help(Text::DueDaysHelp.to(lang))
            .values(content.due_days.map(|days| days.to_string())))
        (shape.way(&form))
        (shape.replies(&form))
        (author::field(visit, &form, &shape.sections, content.section))
        (shape.registration(&form))
        (buttons(html! {
            (Button::submit(Common::Save.to(lang)).primary())
            (Button::link(TEMPLATES, Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang))
        .crumb(CIRCULATIONS, All::Circulations.to(lang))
        .crumb(TEMPLATES, Text::Title.to(lang))
        .actions(html! {
            @if let Some(template) = template {
                (Button::post(format!("{}/close", page_of(template.id)), visit.csrf(), Text::Close.to(lang))
                    .field("revision", template.revision.to_string()))
            }
        });
    Ok(typed.page(page.render(body)))
}

fn owner(visit: &Visit, form: &Form, sections: &[(UnitId, String)]) -> Markup {
    let lang = visit.lang;
    let sections = sections.iter().map(|(unit, name)| {
        let name = name.clone();
        Choice::new(unit.to_string(), Text::Section { name }.to(lang))
    });
    let mine = Choice::new(MINE, Text::Mine.to(lang));
    html! {
        (form.radios("owner", Text::OwnerLabel.to(lang)).required().value(MINE)
            .options([mine].into_iter().chain(sections)).help(Text::OwnerHelp.to(lang)))
    }
}
