//! Registering equipment, and changing what is registered.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_compliance::asset::{self, Asset, AssetForm, AssetKind, AssetState};
use yakusho_compliance::ids::AssetId;
use yakusho_kernel::Fault;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Visit};

use super::assets::asset_page;
use super::texts::{self, Text};
use super::{ASSETS, every_system, sections};

/// `GET /inventory/equipment/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, None, visit.typed()).await
}

/// `POST /inventory/equipment/new`
#[handler]
pub(super) async fn create(visit: Visit, fields: Fields) -> Answer {
    let added = async { Ok::<_, Problem>(asset::add(&visit.cx, read(&fields)?).await?) };
    match added.await {
        Ok(id) => {
            let said = Text::Added.to(visit.lang);
            Ok(visit.see_other(asset_page(*id)).saying(said).into())
        }
        Err(problem) => editor(&visit, None, problem.again(&fields)?).await,
    }
}

/// `GET /inventory/equipment/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<AssetId>) -> Answer {
    let known = known(&visit, id).await?;
    editor(&visit, Some(&known), visit.typed()).await
}

/// `POST /inventory/equipment/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<AssetId>, fields: Fields) -> Answer {
    let changed = async {
        let revision = fields.reader().given("revision")?;
        let form = read(&fields)?;
        Ok::<_, Problem>(asset::change(&visit.cx, id, revision, form).await?)
    };
    match changed.await {
        Ok(_) => {
            let said = Text::Changed.to(visit.lang);
            Ok(visit.see_other(asset_page(id)).saying(said).into())
        }
        Err(problem) => {
            let typed = problem.again(&fields)?;
            let known = known(&visit, id).await?;
            editor(&visit, Some(&known), typed).await
        }
    }
}

async fn known(visit: &Visit, id: AssetId) -> Answer<Asset> {
    let known = asset::show(&visit.cx, id).await?;
    if asset::may_keep(&visit.cx, &known) {
        Ok(known)
    } else {
        Err(Fault::NotFound.into())
    }
}

fn read(fields: &Fields) -> Answer<AssetForm> {
    let mut read = fields.reader();
    let kind = read.needed("kind", |read, name| read.with(name, AssetKind::from_code));
    let state = read.needed("state", |read, name| read.with(name, AssetState::from_code));
    let section = read.needed("section", Reader::one);
    let system = read.one("system");
    let ((kind, state), section) = read.finish_with(kind.zip(state).zip(section))?;
    Ok(AssetForm {
        kind,
        number: fields.text("number"),
        name: fields.text("name"),
        section,
        place: fields.text("place"),
        system,
        state,
        about: fields.text("about"),
    })
}

async fn editor(visit: &Visit, known: Option<&Asset>, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let own = asset::keeper_of(&visit.cx);
    if own.as_ref().is_some_and(Vec::is_empty) {
        return Err(Fault::NotFound.into());
    }
    let sections = sections(visit, own.as_deref()).await?;
    let first = own.as_ref().and_then(|own| own.first());
    let (title, address) = match known {
        Some(one) => (Text::EditAsset, format!("{}/edit", asset_page(one.id))),
        None => (Text::NewAsset, format!("{ASSETS}/new")),
    };
    let kinds = AssetKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), texts::kind(*kind).to(lang)));
    let states = AssetState::ALL
        .iter()
        .map(|state| Choice::new(state.code(), texts::state(*state).to(lang)));
    let systems = every_system(visit).await?;
    let held = |of: fn(&Asset) -> String| known.map(of);
    let section = held(|one| one.section.to_string()).or(first.map(ToString::to_string));
    let state = known.map_or(AssetState::InUse, |one| one.state);
    let back = known.map_or_else(|| ASSETS.to_owned(), |one| asset_page(one.id));
    let form = typed.form(visit, address);
    let body = html! {
            (form.clone().render(html! {
                @if let Some(known) = known { (form.revision(known.revision)) }
                (form.select("kind", Text::Kind.to(lang)).required().options(kinds).values(known.map(|one| one.kind.code())))
                (form.text("number", Text::Number.to(lang)).required().max_chars(40).short()
                    .help(Text::NumberHelp.to(lang)).values(held(|one| one.number.clone())))
                (form.text("name", Text::Name.to(lang)).required().max_chars(100).values(held(|one| one.name.clone())))
                (form.select("section", Text::Section.to(lang)).required().options(sections).values(section))
                (form.text("place", Text::Place.to(lang)).max_chars(100).values(held(|one| one.place.clone())))
                (form.select("system", Text::OfSystem.to(lang)).help(Text::OfSystemHelp.to(lang))
                    .options([Choice::new("", Text::NoSystem.to(lang))]).options(systems)
                    .values(known.and_then(|one| one.system).map(|id| id.to_string())))
                (form.radios("state", Text::State.to(lang)).required().options(states).value(state.code()))
                (form.textarea("about", Text::About.to(lang)).max_chars(2_000).values(held(|one| one.about.clone())))
                (buttons(html! {
                    (Button::submit(title.to(lang)).primary())
                    (Button::link(back.clone(), Common::Cancel.to(lang)).tertiary())
                }))
            }))
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang)).crumb(ASSETS, Text::Equipment.to(lang));
    let page = match known {
        Some(one) => page.crumb(back, &*one.name),
        None => page,
    };
    Ok(typed.page(page.render(body)))
}
