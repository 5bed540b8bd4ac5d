//! Founding cabinets, adding folders, and renaming them.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_audience as audience;
use yakusho_documents::cabinet::{self, CabinetForm, FolderId, RightsForm};
use yakusho_kernel::Fault;
use yakusho_regulation::Role;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, Form, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Visit};

use super::rights::{READERS, WRITERS};
use super::{crumbs, page_of};
use crate::texts::Text;
use crate::{DOCUMENTS, folder_page};

yakusho_webkit::texts! {
    enum Words {
        NewCabinet: "キャビネットを作る" / "New cabinet";
        NewFolder: "フォルダーを作る" / "New folder";
        Rename: "名前を変える" / "Rename";
        Position: "並び順" / "Order";
        PositionHelp: "小さい数字のものが上に並びます。同じ数字なら名前の順です。" / "The smaller, the higher; those alike stand by their names.";
        Founded: "キャビネットを作りました。" / "The cabinet was founded.";
        Added: "フォルダーを作りました。" / "The folder was added.";
        Renamed: "名前を変えました。" / "It was renamed.";
        Readers: "閲覧できる人" / "Who may read";
        ReadersHelp: "登録できる人と、この所属の長は、選ばなくても閲覧できます。" / "Those who may write, and the head of the section, may read in any case.";
        Writers: "登録・変更できる人" / "Who may write";
        WritersHelp: "この所属の長は、選ばなくても登録できます。" / "The head of the section may in any case.";
    }
}

/// The most characters of a name.
const LONGEST: usize = 100;

/// `GET /documents/cabinets/new`
#[handler]
pub(super) async fn new_cabinet(visit: Visit) -> Answer {
    cabinet_form(&visit, Typed::nothing()).await
}

/// `POST /documents/cabinets/new`
#[handler]
pub(super) async fn found(visit: Visit, fields: Fields) -> Answer {
    if [READERS, WRITERS]
        .iter()
        .any(|name| audience::is_looking(&fields, name))
    {
        return cabinet_form(&visit, Typed::so_far(&fields)).await;
    }
    let founded = async {
        let mut read = fields.reader();
        let section = read.needed("section", Reader::one);
        let position = read.one("position").unwrap_or_default();
        let rights = RightsForm {
            readers: audience::read(&mut read, READERS),
            writers: audience::read(&mut read, WRITERS),
        };
        let form = CabinetForm {
            section: read.finish_with(section)?,
            name: fields.text("name"),
            position,
            rights,
        };
        Ok::<_, Problem>(*cabinet::found(&visit.cx, form).await?)
    };
    match founded.await {
        Ok(id) => {
            let said = Words::Founded.to(visit.lang);
            Ok(visit.see_other(folder_page(id)).saying(said).into())
        }
        Err(problem) => cabinet_form(&visit, problem.again(&fields)?).await,
    }
}

async fn cabinet_form(visit: &Visit, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    cabinet::founding(&visit.cx)?;
    let units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
    let standing = visit.cx.actor().standing().ok_or(Fault::NotFound)?;
    let headed = standing.headed();
    let all = standing.holds(Role::SystemAdministrator);
    let choices: Vec<Choice> = units
        .iter()
        .filter(|unit| all || headed.contains(&unit.id))
        .map(|unit| Choice::new(unit.id.to_string(), &*unit.placed_name))
        .collect();
    let section = headed.first().map(ToString::to_string).unwrap_or_default();
    let rights = RightsForm {
        readers: directory::Audience {
            everyone: true,
            ..directory::Audience::default()
        },
        writers: directory::Audience {
            units: headed.first().copied().into_iter().collect(),
            ..directory::Audience::default()
        },
    };
    let offers = Offers::of(visit, typed.fields(), &rights).await?;
    let form = typed.form(visit, "/documents/cabinets/new");
    let body = form.render(html! {
        (form.select("section", Text::Section.to(lang)).required().options(choices).value(section))
        (name_field(visit, &form, "", 0))
        (offers.fields(visit, &form, &rights))
        (save(visit, DOCUMENTS))
    });
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Words::NewCabinet.to(lang)).crumb(DOCUMENTS, Text::Documents.to(lang));
    Ok(typed.page(page.render(body)))
}

/// What the fields of rights offer.
pub(super) struct Offers {
    readers: audience::Offer,
    writers: audience::Offer,
}

impl Offers {
    pub(super) async fn of(
        visit: &Visit,
        fields: Option<&Fields>,
        rights: &RightsForm,
    ) -> Answer<Self> {
        Ok(Self {
            readers: audience::Offer::of(visit, READERS, fields, &rights.readers).await?,
            writers: audience::Offer::of(visit, WRITERS, fields, &rights.writers).await?,
        })
    }

    pub(super) fn fields(&self, visit: &Visit, form: &Form, rights: &RightsForm) -> Markup {
        let lang = visit.lang;
        let (label, help) = (Words::Readers.to(lang), Words::ReadersHelp.to(lang));
        let readers = self
            .readers
            .field(form, label, help, &rights.readers, false);
        let (label, help) = (Words::Writers.to(lang), Words::WritersHelp.to(lang));
        let writers = self
            .writers
            .field(form, label, help, &rights.writers, false);
        html! { (readers) (writers) }
    }
}

fn name_field(visit: &Visit, form: &Form, name: &str, position: i32) -> Markup {
    let lang = visit.lang;
    html! {
        (form.text("name", Text::Name.to(lang)).required().max_chars(LONGEST).value(name))
        (form.number("position", Words::Position.to(lang)).help(Words::PositionHelp.to(lang))
            .value(position.to_string()))
    }
}

/// The buttons under a form.
pub(crate) fn save(visit: &Visit, back: &str) -> Markup {
    let lang = visit.lang;
    buttons(html! {
        (Button::submit(Common::Save.to(lang)).primary())
        (Button::link(back, Common::Cancel.to(lang)).tertiary())
    })
}

/// `GET /documents/folders/:id/new`
#[handler]
pub(super) async fn new(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    folder_form(&visit, id, true, Typed::nothing()).await
}

/// `POST /documents/folders/:id/new`
#[handler]
pub(super) async fn add(visit: Visit, Path(id): Path<FolderId>, fields: Fields) -> Answer {
    let added = async {
        let position = fields.reader().one("position").unwrap_or_default();
        let name = fields.text("name");
        Ok::<_, Problem>(*cabinet::add(&visit.cx, id, &name, position).await?)
    };
    match added.await {
        Ok(id) => {
            let said = Words::Added.to(visit.lang);
            Ok(visit.see_other(folder_page(id)).saying(said).into())
        }
        Err(problem) => folder_form(&visit, id, true, problem.again(&fields)?).await,
    }
}

/// `GET /documents/folders/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    folder_form(&visit, id, false, Typed::nothing()).await
}

/// `POST /documents/folders/:id/edit`
#[handler]
pub(super) async fn rename(visit: Visit, Path(id): Path<FolderId>, fields: Fields) -> Answer {
    let renamed = async {
        let mut read = fields.reader();
        let revision = read.given("revision")?;
        let position = read.one("position").unwrap_or_default();
        let name = fields.text("name");
        Ok::<_, Problem>(cabinet::rename(&visit.cx, id, revision, &name, position).await?)
    };
    match renamed.await {
        Ok(_) => {
            let said = Words::Renamed.to(visit.lang);
            Ok(visit.see_other(folder_page(id)).saying(said).into())
        }
        Err(problem) => folder_form(&visit, id, false, problem.again(&fields)?).await,
    }
}

async fn folder_form(visit: &Visit, id: FolderId, fresh: bool, typed: Typed<'_>) -> Answer {
    let view = cabinet::show(&visit.cx, id).await?;
    let lang = visit.lang;
    let (address, title) = if fresh {
        ("new", Words::NewFolder)
    } else {
        ("edit", Words::Rename)
    };
    let (name, position) = if fresh {
        ("", 0)
    } else {
        (&*view.folder.name, view.folder.position)
    };
    let form = typed.form(visit, page_of(id, address));
    let body = form.render(html! {
        (form.revision(view.folder.revision))
        (name_field(visit, &form, name, position))
        (save(visit, &folder_page(id)))
    });
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, title.to(lang)), lang, &view.path);
    Ok(typed.page(page.render(body)))
}
