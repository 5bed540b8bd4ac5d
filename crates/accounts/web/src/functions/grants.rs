//! Granting permissions, and ending grants.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::web::{Html, Path};
use poem::{Response, handler};
use yakusho_accounts::directory::{self, PersonCard, PostCard, UnitNode};
use yakusho_accounts::function::{self, GrantId, Granted, Grantee, NewGrant, Permission};
use yakusho_accounts::organisation;
use yakusho_kernel::{PersonId, PostId, Reason, UnitId};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Choice, Column, Empty, Icon, Table, buttons, link, short_moment,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, SeeOther, Typed, Visit};

use super::switches::views;
use super::texts::Text;
use super::{GRANTS, NEW_GRANT, PAGE};
use crate::choose::{self, Offered};
use crate::{admin, people};

/// `GET /admin/grants`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let found = function::grants(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let names = Names::of(&visit, &found.items).await?;
    let shell = visit.shell().await?;
    let new = Button::link(NEW_GRANT, Text::NewGrant.to(lang))
        .primary()
        .icon(Icon::Plus);
    let page = Page::new(&shell, Text::Grants.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Functions.to(lang))
        .actions(html! { (new) });
    Ok(Html(page.render(html! {
        (views(lang, GRANTS))
        p { (Text::GrantsIntro.to(lang)) }
        (table(&visit, &found.items, &names))
        (visit.pager(found.next.as_ref()))
    })))
}

/// `POST /admin/grants/:id/end`
#[handler]
pub(super) async fn end(visit: Visit, Path(id): Path<GrantId>) -> Answer<SeeOther> {
    function::end_grant(&visit.cx, id).await?.into_inner();
    Ok(visit.see_other(GRANTS).saying(Text::Ended.to(visit.lang)))
}

/// The names of those to whom something is granted.
struct Names {
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
    units: HashMap<UnitId, String>,
}

impl Names {
    async fn of(visit: &Visit, grants: &[Granted]) -> Result<Self, Problem> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let (mut people, mut posts, mut units) = (Vec::new(), Vec::new(), Vec::new());
        for grant in grants {
            match grant.grantee {
                Grantee::Person(id) => people.push(id),
                Grantee::Post(id) => posts.push(id),
                Grantee::Unit(id) => units.push(id),
            }
            people.push(grant.by);
            units.extend(grant.within);
        }
        Ok(Self {
            people: directory::people(&reader, today, &people).await?,
            posts: directory::post_cards(&reader, today, &posts).await?,
            units: directory::unit_names(&reader, today, &units).await?,
        })
    }

    fn person(&self, id: PersonId) -> String {
        self.people
            .get(&id)
            .map(|card| card.name.clone())
            .unwrap_or_default()
    }

    fn unit(&self, id: UnitId) -> String {
        self.units.get(&id).cloned().unwrap_or_default()
    }

    fn grantee(&self, grantee: Grantee) -> Markup {
        match grantee {
            Grantee::Person(id) => link(people::person_page(id), self.person(id)),
            Grantee::Post(id) => {
                let card = self.posts.get(&id);
                html! { @if let Some(card) = card { (card.unit_name) " " (card.title) } }
            }
            Grantee::Unit(id) => html! { (self.unit(id)) },
        }
    }
}

fn table(visit: &Visit, grants: &[Granted], names: &Names) -> Table<6> {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::Permission.to(lang)),
        Column::new(Text::Grantee.to(lang)),
        Column::new(Text::Within.to(lang)),
        Column::new(Text::Reason.to(lang)),
        Column::new(Text::GrantedAt.to(lang)),
        Column::actions(Text::End.to(lang)),
    ];
    Table::new(Text::Grants.to(lang), columns)
        .rows(grants.iter().map(|grant| row(visit, grant, names)))
        .empty(Empty::new(Icon::Key, Text::NoGrants.to(lang)))
}

fn row(visit: &Visit, grant: &Granted, names: &Names) -> [Cell; 6] {
    let lang = visit.lang;
    let permission = permission(visit, &grant.permission);
    let to = format!("{GRANTS}/{}/end", grant.id);
    let button = Button::post(to, visit.csrf(), Text::End.to(lang))
        .small()
        .about(permission.clone());
    [
        permission.into(),
        names.grantee(grant.grantee).into(),
        match grant.within {
            Some(unit) => names.unit(unit).into(),
            None => Text::Everywhere.to(lang).into_owned().into(),
        },
        (&*grant.reason).into(),
        html! { (short_moment(lang, grant.at.local())) div.meta { (names.person(grant.by)) } }
            .into(),
        html! { (button) }.into(),
    ]
}

/// What a permission is called.
fn permission(visit: &Visit, permission: &Permission) -> String {
    let words = visit
        .site()
        .words()
        .of_permission(permission.as_str(), visit.lang);
    words.unwrap_or(permission.as_str()).to_owned()
}

/// The permission of that code, if a part of the program asks for it.
pub(super) fn known(visit: &Visit, code: &str) -> Option<Permission> {
    visit.site().words().of_permission(code, visit.lang)?;
    Permission::parse(code).ok()
}

/// `GET /admin/grants/new`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    form(&visit, &visit.typed()).await
}

/// `POST /admin/grants/new`: looks for people, or grants.
#[handler]
pub(super) async fn submit(visit: Visit, fields: Fields) -> Answer<Response> {
    let visit = &visit;
    let form = |typed| async move { form(visit, &typed).await };
    choose::submitted(&fields, done(visit, &fields), form).await
}

async fn done(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let permission = read.needed("permission", |read, name| {
        read.with(name, |text| known(visit, text))
    });
    let to = fields.first("to").unwrap_or_default();
    let grantee = match to {
        "unit" => read.needed("unit", Reader::one).map(Grantee::Unit),
        "head" => match read.needed("unit", Reader::one) {
            Some(unit) => head(visit, unit).await?.map(Grantee::Post).or_else(|| {
                read.wrong("unit", Reason::Code("no_head_post"));
                None
            }),
            None => None,
        },
        _ => read.needed("person", Reader::one).map(Grantee::Person),
    };
    let within = read.one("within");
    let (permission, grantee) = read.finish_with(permission.zip(grantee))?;
    let new = NewGrant {
        permission,
        grantee,
        within,
        reason: fields.text("reason"),
    };
    function::grant(&visit.cx, new).await?.into_inner();
    Ok(visit.see_other(GRANTS).saying(Text::Granted.to(visit.lang)))
}

/// The post of the head of a unit.
async fn head(visit: &Visit, unit: UnitId) -> Result<Option<PostId>, Problem> {
    let posts = organisation::posts(&visit.cx.reader(), unit, visit.cx.today()).await?;
    Ok(posts
        .into_iter()
        .find(|row| row.post.head)
        .map(|row| row.id))
}

async fn form(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
    let offered = match typed.fields() {
        Some(fields) => Offered::find(visit, fields, "person").await?,
        None => Offered::default(),
    };
    let permissions: Vec<_> = visit.site().words().every_permission(lang).collect();
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::NewGrant.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Functions.to(lang))
        .crumb(GRANTS, Text::Grants.to(lang));
    if permissions.is_empty() {
        return Ok(typed.page(page.render(Alert::info(lang, Text::NothingToGrant.to(lang)))));
    }
    let form = typed.form(visit, NEW_GRANT);
    let kinds = [
        ("person", Text::ToPerson),
        ("unit", Text::ToUnit),
        ("head", Text::ToHead),
    ];
    let kinds = kinds.map(|(code, text)| Choice::new(code, text.to(lang)));
    Ok(typed.page(page.render(form.render(html! {
        (form.select("permission", Text::Permission.to(lang)).required().options(permissions))
        (form.radios("to", Text::ToWhom.to(lang)).required().options(kinds).value("person"))
        (choose::perhaps_person(&form, lang, "person", Text::Person.to(lang), &offered))
        (form.select("unit", Text::Unit.to(lang)).options(unit_options(&units))
            .help(Text::UnitHelp.to(lang)))
        (form.select("within", Text::Within.to(lang)).options(unit_options(&units))
            .help(Text::WithinHelp.to(lang)))
        (form.textarea("reason", Text::Reason.to(lang)).required().rows(2)
            .max_chars(NewGrant::LONGEST_REASON))
        (buttons(html! {
            (Button::submit(Text::NewGrant.to(lang)).primary())
            (Button::link(GRANTS, Common::Cancel.to(lang)).tertiary())
        }))
    }))))
}

/// The units as options, those below others moved in.
pub(crate) fn unit_options(units: &[UnitNode]) -> impl Iterator<Item = Choice> {
    let units = units.iter();
    units.map(|node| Choice::new(node.id.to_string(), node.indented_name()))
}
