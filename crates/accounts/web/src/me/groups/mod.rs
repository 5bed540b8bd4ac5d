//! Groups of one's own, and those shared within a section: whom one writes to again and again.

mod api;
mod form;
mod members;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_accounts::group::{self, Group, GroupId, GroupRow};
use yakusho_kernel::PersonId;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Cell, Column, Confirm, Empty, Form, Icon, Table, link};
use yakusho_webkit::{Access, Answer, Fields, PAGE_SIZE, Routes, SeeOther, Visit};

use super::{ACCOUNT, GROUPS, Text, views};
use members::Names;

const NEW: &str = "/account/groups/new";

pub(super) fn routes() -> Routes {
    Routes::new()
        .get(GROUPS, Access::User, list)
        .get(NEW, Access::User, form::ask_new)
        .post(NEW, Access::User, form::make)
        .get("/account/groups/:id", Access::User, show)
        .get("/account/groups/:id/edit", Access::User, form::ask_edit)
        .post("/account/groups/:id/edit", Access::User, form::edit)
        .get("/account/groups/:id/delete", Access::User, ask_delete)
        .post("/account/groups/:id/delete", Access::User, delete)
        .api(Access::User, api::GroupsApi)
}

fn group_page(id: GroupId) -> String {
    format!("{GROUPS}/{id}")
}

/// Whether the visitor may change the group: its owner, or who heads the section that it is shared with.
fn is_editable(visit: &Visit, group: &GroupRow) -> bool {
    let standing = visit.cx.actor().standing();
    standing.is_some_and(|standing| {
        standing.person == group.owner || group.unit.is_some_and(|unit| standing.heads(unit))
    })
}

/// `GET /account/groups`
#[handler]
async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let (lang, reader, today) = (visit.lang, visit.cx.reader(), visit.cx.today());
    let page = group::list(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let owners: Vec<PersonId> = page.items.iter().map(|group| group.owner).collect();
    let owners = directory::people(&reader, today, &owners).await?;
    let units: Vec<_> = page.items.iter().filter_map(|group| group.unit).collect();
    let units = directory::unit_names(&reader, today, &units).await?;
    let rows = page.items.iter().map(|group| -> [Cell; 3] {
        let shared = group.unit.and_then(|unit| units.get(&unit).cloned());
        let owner = owners.get(&group.owner).map(|card| card.name.clone());
        [
            link(group_page(group.id), &group.name).into(),
            shared
                .unwrap_or_else(|| Text::MineAlone.to(lang).into_owned())
                .into(),
            owner.unwrap_or_default().into(),
        ]
    });
    let columns = [Text::GroupName, Text::SharedWith, Text::Owner];
    let table = Table::new(
        Text::Groups.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(rows)
    .empty(Empty::new(Icon::People, Text::NoGroups.to(lang)).advice(Text::GroupsWords.to(lang)));
    let shell = visit.shell().await?;
    let add = Button::link(NEW, Text::NewGroup.to(lang)).icon(Icon::Plus);
    Ok(Html(
        Page::new(&shell, Text::Account.to(lang))
            .actions(html! { (add) })
            .render(html! {
                (views(lang, GROUPS))
                (table)
                (visit.pager(page.next.as_ref()))
            }),
    ))
}

/// `GET /account/groups/:id`
#[handler]
async fn show(visit: Visit, Path(id): Path<GroupId>) -> Answer<Html<Markup>> {
    let Group { row, members } = group::get(&visit.cx, id).await?;
    let names = Names::of(&visit, &members).await?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*row.name)
        .crumb(ACCOUNT, Text::Account.to(lang))
        .crumb(GROUPS, Text::Groups.to(lang));
    let page = if is_editable(&visit, &row) {
        let here = group_page(id);
        page.actions(html! {
            (Button::link(format!("{here}/edit"), Common::Edit.to(lang)).icon(Icon::Edit))
            (Button::link(format!("{here}/delete"), Common::Delete.to(lang)).icon(Icon::Trash))
        })
    } else {
        page
    };
    let columns = [Text::GroupMember, Text::MemberKind].map(|text| Column::new(text.to(lang)));
    let rows = members.iter().map(|member| -> [Cell; 2] {
        [
            names.of_member(*member).into(),
            members::kind(lang, *member).into_owned().into(),
        ]
    });
    Ok(Html(page.render(
        Table::new(Text::GroupMembers.to(lang), columns).rows(rows),
    )))
}

/// `GET /account/groups/:id/delete`
#[handler]
async fn ask_delete(visit: Visit, Path(id): Path<GroupId>) -> Answer<Html<Markup>> {
    let Group { row, .. } = group::get(&visit.cx, id).await?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let form = Form::post(lang, format!("{}/delete", group_page(id)), visit.csrf());
    let question = Text::DeleteGroup {
        name: row.name.clone(),
    }
    .to(lang);
    let confirm = Confirm::new(
        lang,
        form,
        question,
        Common::Delete.to(lang),
        group_page(id),
    )
    .consequences(html! {
        p { (Text::DeleteGroupWords.to(lang)) }
        input type="hidden" name="revision" value=(row.revision);
    });
    let page = Page::new(&shell, Text::DeleteGroupTitle.to(lang))
        .crumb(GROUPS, Text::Groups.to(lang))
        .crumb(group_page(id), row.name);
    Ok(Html(page.render(confirm)))
}

/// `POST /account/groups/:id/delete`
#[handler]
async fn delete(visit: Visit, Path(id): Path<GroupId>, fields: Fields) -> Answer<SeeOther> {
    let revision = fields.reader().given("revision")?;
    group::delete(&visit.cx, id, revision).await?.into_inner();
    Ok(visit
        .see_other(GROUPS)
        .saying(Common::Deleted.to(visit.lang)))
}
