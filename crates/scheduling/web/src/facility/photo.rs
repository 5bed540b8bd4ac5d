//! What a facility looks like.

use maud::html;
use poem::web::Path;
use poem::{Response, handler};
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_scheduling::facility::{self, FacilityId, Photo};
use yakusho_webkit::page::Page;
use yakusho_webkit::text;
use yakusho_webkit::ui::{Button, Icon, buttons};
use yakusho_webkit::{Answer, Problem, SeeOther, Typed, Upload, Visit};

use super::editor::kept;
use super::page::crumbs;
use super::texts::Text as Facility;
use super::{facility_page, page_of};

/// The field of the file.
const PHOTO: &str = "photo";

yakusho_webkit::texts! {
    /// What the page says.
    enum Text {
        Title: "写真" / "Picture";
        Intro: "施設のページに表示する写真です。JPEG、PNG、WebP、GIFの画像を1枚設定できます。" / "One picture is shown on the page of the facility: JPEG, PNG, WebP or GIF.";
        File: "画像ファイル" / "Picture";
        Set: "写真を設定" / "Set picture";
        Remove: "写真を外す" / "Remove picture";
        Now: "現在の写真" / "The present picture";
        Saved: "写真を設定しました。" / "The picture was set.";
        Removed: "写真を外しました。" / "The picture was removed.";
    }
}

/// A picture, as it is sent to browsers.
pub(super) async fn handed(visit: &Visit, photo: &Photo) -> Answer {
    let ending = photo.media_type.rsplit('/').next().unwrap_or_default();
    let name = format!("photo.{ending}");
    visit.download(&photo.hash, &name, &photo.media_type).await
}

/// `GET /facilities/:id/picture`
#[handler]
pub(super) async fn picture(visit: Visit, Path(id): Path<FacilityId>) -> Answer {
    let photo = facility::photo(&visit.cx, id).await?;
    handed(&visit, &photo.ok_or(Fault::NotFound)?).await
}

/// `GET /facilities/:id/photo`
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<FacilityId>) -> Answer {
    page(&visit, id, visit.typed()).await
}

/// `POST /facilities/:id/photo`
#[handler]
pub(super) async fn set(visit: Visit, Path(id): Path<FacilityId>, upload: Upload) -> Answer {
    let _ = kept(&visit, id).await?;
    let (fields, files) = upload.receive(&visit, Photo::LARGEST).await?;
    let set = async {
        fields.reader().finish()?;
        let mut sent = files.into_iter().filter(|file| file.field == PHOTO);
        let file = sent.next();
        let file = file.ok_or_else(|| Invalid::field(PHOTO, Reason::Required))?;
        let photo = Photo::of(&file.stored)?;
        Ok::<_, Problem>(facility::set_photo(&visit.cx, id, photo).await?)
    };
    match set.await {
        Ok(_) => Ok(done(&visit, id, &Text::Saved).into()),
        Err(problem) => page(&visit, id, problem.again(&fields)?).await,
    }
}

/// `POST /facilities/:id/photo/remove`
#[handler]
pub(super) async fn remove(visit: Visit, Path(id): Path<FacilityId>) -> Answer<SeeOther> {
    let _ = facility::remove_photo(&visit.cx, id).await?;
    Ok(done(&visit, id, &Text::Removed))
}

fn done(visit: &Visit, id: FacilityId, said: &Text) -> SeeOther {
    visit
        .see_other(facility_page(id))
        .saying(said.to(visit.lang))
}

async fn page(visit: &Visit, id: FacilityId, typed: Typed<'_>) -> Answer<Response> {
    let row = kept(visit, id).await?;
    let photo = facility::photo(&visit.cx, id).await?;
    let lang = visit.lang;
    let form = typed.form(visit, page_of(id, "photo")).multipart();
    let file = form
        .files(PHOTO, Text::File.to(lang), text::size(Photo::LARGEST))
        .one()
        .accept("image/jpeg,image/png,image/webp,image/gif")
        .required();
    let button = Button::post(
        page_of(id, "photo/remove"),
        visit.csrf(),
        Text::Remove.to(lang),
    );
    let shell = visit.shell().await?;
    let page = crumbs(
        Page::new(&shell, Text::Title.to(lang)),
        visit,
        &row.facility,
    );
    Ok(typed.page(page.render(html! {
        p { (Text::Intro.to(lang)) }
        @if let Some(photo) = &photo {
            p.picture {
                img src=(format!("{}?v={}", page_of(id, "picture"), photo.hash)) alt=(Text::Now.to(lang));
            }
            p { (button.small().icon(Icon::Trash)) }
        }
        (form.render(html! {
            (file)
            (buttons(html! {
                (Button::submit(Text::Set.to(lang)).primary().icon(Icon::Upload))
                (Button::link(facility_page(id), Facility::Back.to(lang)).tertiary())
            }))
        }))
    })))
}
