//! Adding a facility, and changing what is set of it.

mod form;

use poem::web::Path;
use poem::{Response, handler};
use yakusho_audience as audience;
use yakusho_kernel::Fault;
use yakusho_scheduling::facility::{self, FacilityForm, FacilityId, FacilityRow};
use yakusho_webkit::page::Page;
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::page::crumbs;
use super::texts::Text as Facility;
use super::{FACILITIES, facility_page, page_of};

yakusho_webkit::texts! {
    /// What they say.
    enum Text {
        New: "施設を登録" / "Add facility";
        Edit: "施設の設定の変更" / "Change facility";
        Added: "施設を登録しました。" / "The facility was added.";
        Changed: "施設の設定を保存しました。" / "The facility was saved.";
    }
}

/// `GET /facilities/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    facility::adding(&visit.cx)?;
    editor(&visit, None, visit.typed()).await
}

/// `POST /facilities/new`
#[handler]
pub(super) async fn add(visit: Visit, fields: Fields) -> Answer {
    if is_looking(&fields) {
        return editor(&visit, None, Typed::so_far(&fields)).await;
    }
    let added =
        async { Ok::<_, Problem>(*facility::add(&visit.cx, form::read(&fields, None)?).await?) };
    match added.await {
        Ok(id) => {
            let said = Text::Added.to(visit.lang);
            Ok(visit.see_other(facility_page(id)).saying(said).into())
        }
        Err(problem) => editor(&visit, None, problem.again(&fields)?).await,
    }
}

/// `GET /facilities/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<FacilityId>) -> Answer {
    let row = kept(&visit, id).await?;
    editor(&visit, Some(&row), visit.typed()).await
}

/// `POST /facilities/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<FacilityId>, fields: Fields) -> Answer {
    let row = kept(&visit, id).await?;
    if is_looking(&fields) {
        return editor(&visit, Some(&row), Typed::so_far(&fields)).await;
    }
    let changed = async {
        let revision = fields.reader().given("revision")?;
        let form = form::read(&fields, Some(&row.facility.settings))?;
        Ok::<_, Problem>(facility::change(&visit.cx, id, revision, form).await?)
    };
    match changed.await {
        Ok(_) => {
            let said = Text::Changed.to(visit.lang);
            Ok(visit.see_other(facility_page(id)).saying(said).into())
        }
        Err(problem) => editor(&visit, Some(&row), problem.again(&fields)?).await,
    }
}

/// A facility that the visitor keeps; for others the pages about keeping it are not there.
pub(super) async fn kept(visit: &Visit, id: FacilityId) -> Answer<FacilityRow> {
    let row = facility::get(&visit.cx, id).await?;
    if row.managed {
        Ok(row)
    } else {
        Err(Fault::NotFound.into())
    }
}

fn is_looking(fields: &Fields) -> bool {
    [form::VIEWERS, form::BOOKERS, form::MANAGER, form::APPROVAL]
        .iter()
        .any(|name| audience::is_looking(fields, name))
}

async fn editor(visit: &Visit, row: Option<&FacilityRow>, typed: Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let categories = facility::categories(&visit.cx).await?;
    let set = row.map_or_else(form::fresh, |row| {
        FacilityForm::from(row.facility.settings.clone())
    });
    let offers = form::Offers::of(visit, typed.fields(), &set).await?;
    let (address, back, title) = match row {
        None => (
            format!("{FACILITIES}/new"),
            FACILITIES.to_owned(),
            Text::New,
        ),
        Some(row) => {
            let id = row.facility.id;
            (page_of(id, "edit"), facility_page(id), Text::Edit)
        }
    };
    let form = typed.form(visit, address);
    let body = form::Editor {
        visit,
        row,
        set: &set,
        categories: &categories,
        offers: &offers,
        typed: typed.fields(),
    }
    .render(&form, &back);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang));
    let page = match row {
        None => page.crumb(FACILITIES, Facility::Facilities.to(lang)),
        Some(row) => crumbs(page, visit, &row.facility),
    };
    Ok(typed.page(page.render(body)))
}
