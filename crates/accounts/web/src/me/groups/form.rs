//! The form of a group.

use maud::html;
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::directory::{self, PersonCard, UnitNode};
use yakusho_accounts::group::{self, Group, GroupDraft, GroupId, GroupRow, Member};
use yakusho_kernel::UnitId;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, PeopleGroup, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, SeeOther, Typed, Visit};

use super::members::{self, GROUPS as OFFERED_GROUPS, Names};
use super::{GROUPS, NEW, group_page};
use crate::me::{ACCOUNT, Text};

/// The field of the words to look for.
const FIND: &str = "find";

/// The button beside it.
const LOOK: &str = "find-find";

/// How many people a search offers.
const OFFERED: usize = 50;

/// `GET /account/groups/new`
#[handler]
pub(super) async fn ask_new(visit: Visit) -> Answer<Response> {
    page(&visit, None, &visit.typed()).await
}

/// `POST /account/groups/new`: looks for people, or makes the group.
#[handler]
pub(super) async fn make(visit: Visit, fields: Fields) -> Answer<Response> {
    if fields.has(LOOK) {
        return page(&visit, None, &Typed::so_far(&fields)).await;
    }
    match made(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, None, &problem.again(&fields)?).await,
    }
}

async fn made(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let draft = draft(&mut read, fields);
    read.finish()?;
    let id = group::make(&visit.cx, draft).await?.into_inner();
    Ok(visit
        .see_other(group_page(id))
        .saying(Common::Saved.to(visit.lang)))
}

/// `GET /account/groups/:id/edit`
#[handler]
pub(super) async fn ask_edit(visit: Visit, Path(id): Path<GroupId>) -> Answer<Response> {
    let group = group::get(&visit.cx, id).await?;
    page(&visit, Some(&group), &visit.typed()).await
}

/// `POST /account/groups/:id/edit`: looks for people, or changes the group.
#[handler]
pub(super) async fn edit(
    visit: Visit,
    Path(id): Path<GroupId>,
    fields: Fields,
) -> Answer<Response> {
    let group = group::get(&visit.cx, id).await?;
    if fields.has(LOOK) {
        return page(&visit, Some(&group), &Typed::so_far(&fields)).await;
    }
    match edited(&visit, id, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, Some(&group), &problem.again(&fields)?).await,
    }
}

async fn edited(visit: &Visit, id: GroupId, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let revision = read.given("revision")?;
    let draft = draft(&mut read, fields);
    read.finish()?;
    group::edit(&visit.cx, id, revision, draft)
        .await?
        .into_inner();
    Ok(visit
        .see_other(group_page(id))
        .saying(Common::Saved.to(visit.lang)))
}

fn draft(read: &mut Reader<'_>, fields: &Fields) -> GroupDraft {
    GroupDraft {
        name: fields.text("name"),
        unit: read.one("unit"),
        members: fields.all("members").filter_map(members::parse).collect(),
    }
}

/// What the form offers to choose from.
struct Offer {
    chosen: Vec<Member>,
    names: Names,
    /// Those whom the words find, where words were given, and whether there are more.
    found: Option<(Vec<PersonCard>, bool)>,
    units: Vec<UnitNode>,
    groups: Vec<GroupRow>,
    own_units: Vec<UnitId>,
}

async fn offer(visit: &Visit, group: Option<&Group>, typed: &Typed<'_>) -> Result<Offer, Problem> {
    let (reader, today) = (visit.cx.reader(), visit.cx.today());
    let chosen: Vec<Member> = match (typed.fields(), group) {
        (Some(fields), _) => fields.all("members").filter_map(members::parse).collect(),
        (None, Some(group)) => group.members.clone(),
        (None, None) => Vec::new(),
    };
    let words = typed
        .fields()
        .map(|fields| fields.text(FIND))
        .unwrap_or_default();
    let found = if words.trim().is_empty() {
        None
    } else {
        let found = directory::search(&visit.cx, &words, None, None, OFFERED).await?;
        Some((found.items, found.next.is_some()))
    };
    let mut groups = group::list(&visit.cx, None, OFFERED_GROUPS).await?.items;
    groups.retain(|other| group.is_none_or(|group| group.row.id != other.id));
    Ok(Offer {
        names: Names::of(visit, &chosen).await?,
        chosen,
        found,
        units: directory::units(&reader, today).await?,
        groups,
        own_units: visit.me()?.standing.units(),
    })
}

async fn page(visit: &Visit, group: Option<&Group>, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let offer = offer(visit, group, typed).await?;
    let (title, action, back) = match group {
        None => (
            Text::NewGroup.to(lang).into_owned(),
            NEW.to_owned(),
            GROUPS.to_owned(),
        ),
        Some(group) => {
            let here = group_page(group.row.id);
            (group.row.name.clone(), format!("{here}/edit"), here)
        }
    };
    let words = typed
        .fields()
        .map(|fields| fields.text(FIND))
        .unwrap_or_default();
    let name = group
        .map(|group| group.row.name.clone())
        .unwrap_or_default();
    let unit = group
        .and_then(|group| group.row.unit)
        .map(|unit| unit.to_string());
    let own = offer
        .units
        .iter()
        .filter(|unit| offer.own_units.contains(&unit.id));
    let own = own.map(|unit| (unit.id.to_string(), unit.placed_name.clone()));
    let form = typed.form(visit, action);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title)
        .crumb(ACCOUNT, Text::Account.to(lang))
        .crumb(GROUPS, Text::Groups.to(lang));
    let chosen = offer.chosen.iter().map(|member| members::code(*member));
    Ok(typed.page(page.render(form.render(html! {
        (form.text("name", Text::GroupName.to(lang)).required().max_chars(60).value(name))
        (form.people("members", Text::GroupMembers.to(lang)).required().find(FIND, words)
            .groups(groups(visit, &offer)).values(chosen))
        (form.select("unit", Text::SharedWith.to(lang)).options(own).value(unit.unwrap_or_default())
            .help(Text::SharedWithHelp.to(lang)))
        @if let Some(group) = group { (form.revision(group.row.revision)) }
        (buttons(html! {
            (Button::submit(Common::Save.to(lang)).primary())
            (Button::link(back, Common::Cancel.to(lang)).tertiary())
        }))
    }))))
}

/// Those chosen, those found, the sections, and other groups.
fn groups(visit: &Visit, offer: &Offer) -> Vec<PeopleGroup> {
    let lang = visit.lang;
    let is_chosen = |member| offer.chosen.contains(&member);
    let chosen = offer.chosen.iter().map(|member| {
        let choice = Choice::new(members::code(*member), offer.names.of_member(*member));
        let detail = offer.names.detail(*member);
        choice.detail(detail.unwrap_or_else(|| members::kind(lang, *member).into_owned()))
    });
    let units = offer
        .units
        .iter()
        .filter(|unit| !is_chosen(Member::Unit(unit.id)));
    let units =
        units.map(|unit| Choice::new(members::code(Member::Unit(unit.id)), &*unit.placed_name));
    let others = offer
        .groups
        .iter()
        .filter(|group| !is_chosen(Member::Group(group.id)));
    let others: Vec<Choice> = others
        .map(|group| Choice::new(members::code(Member::Group(group.id)), &*group.name))
        .collect();
    let mut groups = Vec::new();
    if !offer.chosen.is_empty() {
        groups.push(
            PeopleGroup::new(Text::GroupMembers.to(lang), chosen)
                .uncounted()
                .open(),
        );
    }
    if let Some((found, more)) = &offer.found {
        let label = match (found.is_empty(), more) {
            (true, _) => Text::NobodyFound.to(lang),
            (false, true) => Text::MoreFound.to(lang),
            (false, false) => Common::SearchResults.to(lang),
        };
        let found = found
            .iter()
            .filter(|card| !is_chosen(Member::Person(card.id)));
        let found = found.map(|card| {
            let place = format!("{} {}", card.unit_name, card.post_title);
            Choice::new(members::code(Member::Person(card.id)), &*card.name).detail(place)
        });
        groups.push(PeopleGroup::new(label, found).open());
    }
    groups.push(PeopleGroup::new(Text::Units.to(lang), units).uncounted());
    if !others.is_empty() {
        groups.push(PeopleGroup::new(Text::Groups.to(lang), others).uncounted());
    }
    groups
}
