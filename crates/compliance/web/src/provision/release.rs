//! Releases: recording one, and all of a provision.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_compliance::provision::{self, ProvisionId, ReleaseForm};
use yakusho_kernel::{Fault, PersonId, Reason};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, buttons};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, Typed, Visit};

use super::acts::done;
use super::page::title;
use super::{PROVISIONS, Text, page_of, provision_page, story};
use crate::forms::{FORMS, Text as Forms};

/// The most characters of a line.
const LINE: usize = 200;

/// `GET /provisions/:id/releases`
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<ProvisionId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let view = provision::show(&visit.cx, id).await?;
    let after = visit.after();
    let listed = provision::releases(&visit.cx, id, after.as_ref(), PAGE_SIZE).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Releases.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(PROVISIONS, Text::Provisions.to(lang))
        .crumb(provision_page(id), title(&visit, &view).await?)
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(page.render(html! {
        (story::release_table(lang, &listed.items))
        (visit.pager(listed.next.as_ref()))
    })))
}

/// `GET /provisions/:id/release`
#[handler]
pub(super) async fn new(visit: Visit, Path(id): Path<ProvisionId>) -> Answer {
    editor(&visit, id, Typed::nothing()).await
}

/// `POST /provisions/:id/release`
#[handler]
pub(super) async fn record(visit: Visit, Path(id): Path<ProvisionId>, fields: Fields) -> Answer {
    let view = provision::show(&visit.cx, id).await?;
    let recorded = async {
        let form = entered(&visit, &fields).await?;
        Ok::<_, Problem>(provision::release(&visit.cx, view.provision.case, form).await?)
    };
    match recorded.await {
        Ok(_) => Ok(done(&visit, id, &Text::Released).into()),
        Err(problem) => editor(&visit, id, problem.again(&fields)?).await,
    }
}

async fn entered(visit: &Visit, fields: &Fields) -> Answer<ReleaseForm> {
    let mut read = fields.reader();
    let on = read.needed("on", Reader::day);
    let records = read.needed("records", |read, name| {
        read.with(name, |typed| typed.replace(',', "").parse().ok())
    });
    let number = fields.text("handed_by");
    let handed_by = numbered(visit, number.trim()).await?;
    if handed_by.is_none() {
        let reason = if number.trim().is_empty() {
            Reason::Required
        } else {
            Reason::Unknown
        };
        read.wrong("handed_by", reason);
    }
    let ((on, records), handed_by) = read.finish_with(on.zip(records).zip(handed_by))?;
    Ok(ReleaseForm {
        on,
        what: fields.text("what"),
        records,
        digest: fields.text("sha256"),
        how: fields.text("how"),
        received_by: fields.text("received_by"),
        handed_by,
    })
}

/// The person of that staff number.
async fn numbered(visit: &Visit, number: &str) -> Answer<Option<PersonId>> {
    let (on, today) = (visit.cx.reader(), visit.cx.today());
    let found = directory::numbered(&on, today, &[number.to_owned()]).await?;
    Ok(found.get(number).map(|card| card.id))
}

async fn editor(visit: &Visit, id: ProvisionId, typed: Typed<'_>) -> Answer {
    let (lang, cx) = (visit.lang, &visit.cx);
    let view = provision::show(cx, id).await?;
    if !view.may.release {
        return Err(Fault::NotFound.into());
    }
    let me = visit.me()?.standing.person;
    let own = directory::people(&cx.reader(), cx.today(), &[me]).await?;
    let own = own.get(&me).map(|card| card.number.clone());
    let today = cx.today().to_string();
    let form = typed.form(visit, page_of(id, "release"));
    let on = form.date("on", Text::ReleaseDay.to(lang)).required();
    let body = form.clone().render(html! {
        (on.max(today.clone()).help(Text::DayHelp.to(lang)).value(today))
        (form.text("what", Text::What.to(lang)).required().max_chars(LINE))
        (form.number("records", Text::Records.to(lang)).required())
        (form.text("sha256", Text::Sha256.to(lang)).required().help(Text::Sha256Help.to(lang)))
        (form.text("how", Text::How.to(lang)).required().max_chars(LINE))
        (form.text("received_by", Text::ReceivedBy.to(lang)).required().max_chars(LINE))
        (form.text("handed_by", Text::HandedBy.to(lang)).short().required()
            .help(Text::StaffNumber.to(lang)).values(own))
        (buttons(html! {
            (Button::submit(Text::SaveRelease.to(lang)).primary())
            (Button::link(provision_page(id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Release.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(PROVISIONS, Text::Provisions.to(lang))
        .crumb(provision_page(id), title(visit, &view).await?);
    Ok(typed.page(page.render(body)))
}
