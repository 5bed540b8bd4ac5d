//! Templates of one's own and of one's sections.

use serde::Serialize;
use yakusho_kernel::{Audit, Conflict, Cursor, Cx, Fault, Page, Reading, Saved, Tx, Version};

use crate::Authorship;
use crate::audience::admit;
use crate::circulation::model::{
    Template, TemplateContent, TemplateForm, TemplateId, TemplateOwner,
};
use crate::circulation::{policy, store};
use crate::section::sections;

/// A page of the templates that one may use, the newest first.
pub async fn templates(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Template>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let Some(standing) = cx.actor().standing() else {
        return Err(Fault::NotFound);
    };
    let (sections, owner) = (sections(standing), standing.acts_as());
    let found = store::templates(&cx.reader(), owner, sections, after, size + 1).await?;
    Ok(Page::of(found, size, |template| template.id))
}

/// A template that one may use.
pub async fn template(cx: &Cx, id: TemplateId) -> Result<Template, Fault> {
    find(&cx.reader(), cx, id).await
}

/// Makes a template for oneself or one's section.
pub async fn add_template(cx: &Cx, form: TemplateForm) -> Result<Saved<TemplateId>, Fault> {
    let permit = policy::may_make_template(cx, form.section)?;
    let owner = match form.section {
        Some(unit) => TemplateOwner::Section(unit),
        None => TemplateOwner::Person(Authorship::of(cx)?.author),
    };
    let (name, mut content) = form.parse()?;
    let tx = cx.begin().await?;
    content.audience = admit(&tx, "audience", content.audience).await?;
    let template = Template {
        id: cx.new_id(),
        owner,
        name,
        content,
        revision: 1,
    };
    store::insert_template(&tx, &permit, &template).await?;
    let version = keep(&tx, &template).await?;
    let entry = Audit::of(permit, &template.id).version(&version);
    Ok(tx.commit(entry, template.id).await?)
}

/// Changes a template that is still at that revision; whose it is stays.
pub async fn change_template(
    cx: &Cx,
    id: TemplateId,
    revision: i32,
    form: TemplateForm,
) -> Result<Saved<TemplateId>, Fault> {
    let (name, mut content) = form.parse()?;
    let tx = cx.begin().await?;
    let mut template = at(&tx, id, revision).await?;
    let permit = policy::may_change_template(cx, &template)?;
    content.audience = admit(&tx, "audience", content.audience).await?;
    template.name = name;
    template.content = content;
    store::save_template(&tx, &permit, &template, false).await?;
    let version = keep(&tx, &template).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), id)
        .await?)
}

/// Takes a template out of use.
pub async fn close_template(cx: &Cx, id: TemplateId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let template = at(&tx, id, revision).await?;
    let permit = policy::may_change_template(cx, &template)?;
    store::save_template(&tx, &permit, &template, true).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).with("closed", true), ())
        .await?)
}

/// The template, if the one who acts may use it: what one may not use is not there, and who may use it may change it.
async fn find(on: &impl Reading, cx: &Cx, id: TemplateId) -> Result<Template, Fault> {
    let template = store::template(on, id).await?;
    template
        .filter(|template| policy::may_use(cx, template))
        .ok_or(Fault::NotFound)
}

/// The same, if it is still at that revision.
async fn at(tx: &Tx, id: TemplateId, revision: i32) -> Result<Template, Fault> {
    let template = find(tx, tx.cx(), id).await?;
    Conflict::CHANGED.unless(template.revision == revision)?;
    Ok(template)
}

/// What a version of a template keeps.
#[derive(Serialize)]
struct Kept<'a> {
    name: &'a str,
    content: &'a TemplateContent,
}

async fn keep(tx: &Tx, template: &Template) -> Result<Version, Fault> {
    let kept = Kept {
        name: template.name.as_str(),
        content: &template.content,
    };
    Ok(tx.keep_version(&template.id, &kept).await?)
}
