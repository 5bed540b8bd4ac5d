//! The page.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::delegation::{
    self, Concerning, DelegationId, DelegationRow, Duty, Principal,
};
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::ledger::RowId;
use yakusho_accounts::role::{self, RoleHolder, RoleOverview};
use yakusho_kernel::{PersonId, PostId, ProxyKind, UnitId};
use yakusho_regulation::{Lang, Role, Rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Disclosure, Empty, Icon, Table, Tag, Tone, buttons, definitions,
    link, section, short_day,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, SeeOther, Visit};

use super::PAGE;
use super::texts::Text;
use crate::{people, regulation, terms};

/// Where a delegation is set up.
const SET_UP: &str = "/account/delegations/new";

/// Everything on the page.
struct Shown {
    roles: Vec<RoleOverview>,
    delegations: Vec<DelegationRow>,
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
    units: HashMap<UnitId, String>,
}

/// `GET /admin/roles`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let (reader, today) = (visit.cx.reader(), visit.cx.today());
    let after = visit.after();
    let delegations = delegation::list(
        &reader,
        today,
        Concerning::Everybody,
        after.as_ref(),
        PAGE_SIZE,
    )
    .await?;
    let shown = Shown::of(&visit, delegations.items).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Roles.to(lang));
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (warning(lang, &shown))
        @for overview in &shown.roles { (one(&visit, overview, &shown)) }
        @if visit.cx.city().in_force(Rule::ComputingDutiesShared, today).is_some() {
            (section(Text::SharedDuties.to(lang), shared(&visit, &shown)))
        }
        (section(Text::Delegations.to(lang), html! {
            p { (Text::DelegationsIntro.to(lang)) }
            (buttons(Button::link(SET_UP, Text::SetUp.to(lang)).icon(Icon::Plus)))
            (delegations_of(&visit, &shown))
            (visit.pager(delegations.next.as_ref()))
        }))
    })))
}

/// `POST /admin/delegations/:id/revoke`
#[handler]
pub(super) async fn revoke(
    visit: Visit,
    Path(id): Path<DelegationId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let seen: RowId = fields.reader().given("row")?;
    delegation::revoke(&visit.cx, id, seen).await?.into_inner();
    Ok(visit.see_other(PAGE).saying(Text::Ended.to(visit.lang)))
}

impl Shown {
    async fn of(visit: &Visit, delegations: Vec<DelegationRow>) -> Result<Self, Problem> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let roles = role::overview(&visit.cx, today).await?;
        let holders = || roles.iter().flat_map(|role| &role.holders);
        let mut people: Vec<PersonId> = holders().flat_map(RoleHolder::people).collect();
        let mut posts: Vec<PostId> = holders().map(|holder| holder.post).collect();
        let units: Vec<UnitId> = holders().filter_map(|holder| holder.unit).collect();
        for row in &delegations {
            people.push(row.delegation.delegate);
            match row.delegation.principal {
                Principal::Person(person) => people.push(person),
                Principal::Post(post) => posts.push(post),
            }
        }
        Ok(Self {
            people: directory::people(&reader, today, &people).await?,
            posts: directory::post_cards(&reader, today, &posts).await?,
            units: directory::unit_names(&reader, today, &units).await?,
            roles,
            delegations,
        })
    }

    fn person(&self, id: PersonId) -> Markup {
        let name = self.people.get(&id).map(|card| card.name.as_str());
        link(people::person_page(id), name.unwrap_or_default())
    }

    fn post(&self, id: PostId) -> String {
        let card = self.posts.get(&id);
        card.map(|card| format!("{} {}", card.unit_name, card.title))
            .unwrap_or_default()
    }

    fn principal(&self, principal: Principal) -> Markup {
        match principal {
            Principal::Person(person) => self.person(person),
            Principal::Post(post) => html! { (self.post(post)) },
        }
    }

    /// How many roles, or shares in one, are held by nobody.
    fn left_open(&self) -> usize {
        self.roles
            .iter()
            .map(|role| vacancies(role).max(usize::from(role.holders.is_empty())))
            .sum()
    }
}

fn vacancies(role: &RoleOverview) -> usize {
    role.holders
        .iter()
        .filter(|holder| holder.is_left_open())
        .count()
}

fn warning(lang: Lang, shown: &Shown) -> Alert {
    match shown.left_open() {
        0 => Alert::success(lang, Text::AllHeld.to(lang)),
        n => Alert::warning(lang, Text::NoHolder { n }.to(lang))
            .body(html! { p { (Text::NoHolderAdvice.to(lang)) } }),
    }
}

fn one(visit: &Visit, overview: &RoleOverview, shown: &Shown) -> Markup {
    let (lang, city, today) = (visit.lang, visit.cx.city(), visit.cx.today());
    let Some(binding) = city.role(overview.role, today) else {
        return html! {};
    };
    let basis = city.in_force(overview.role.rule(), today);
    let article = html! {
        @if let Some(basis) = &basis {
            @match basis.citation().clauses().first() {
                Some(clause) => (link(regulation::page_of(clause), basis.text(lang))),
                None => (basis.text(lang)),
            }
        }
    };
    let mut facts = vec![
        (Text::Article.to(lang), article),
        (
            Text::BoundTo.to(lang),
            html! { (people::bound_to(lang, binding.holder())) },
        ),
    ];
    let per_section = binding.holder().is_per_section();
    if !per_section && !overview.holders.is_empty() {
        let held = html! { @for one in &overview.holders { div { (holder(lang, one, shown)) } } };
        facts.push((Text::HeldBy.to(lang), held));
    }
    let body = html! {
        (definitions(facts))
        @if overview.holders.is_empty() {
            (Alert::warning(lang, Text::NoSuchPost.to(lang)))
        } @else if per_section {
            (sections(lang, overview, shown))
        }
    };
    section(binding.title(lang), body)
}

/// Who holds the role, in which post, and who stands in.
fn holder(lang: Lang, holder: &RoleHolder, shown: &Shown) -> Markup {
    html! {
        @match holder.person {
            Some(person) => (shown.person(person)),
            None => (Tag::new(Tone::Warning, Text::Nobody.to(lang))),
        }
        " " span.meta { (shown.post(holder.post)) }
        @for (person, kind) in &holder.acting {
            div { (shown.person(*person)) " " span.meta { (terms::proxy(lang, *kind)) } }
        }
    }
}

/// The holders for each section, those without one first.
fn sections(lang: Lang, overview: &RoleOverview, shown: &Shown) -> Markup {
    let vacant = vacancies(overview);
    let mut held: Vec<&RoleHolder> = overview.holders.iter().collect();
    held.sort_by_key(|holder| !holder.is_left_open());
    let columns = [Text::Section, Text::HeldBy].map(|text| Column::new(text.to(lang)));
    let rows = held.into_iter().map(|one| -> [Cell; 2] {
        let unit = one.unit.and_then(|unit| shown.units.get(&unit));
        [
            unit.cloned().unwrap_or_default().into(),
            holder(lang, one, shown).into(),
        ]
    });
    let table = Table::new(Text::HeldBy.to(lang), columns).rows(rows);
    let summary = Text::PerSection {
        n: overview.holders.len(),
    };
    html! {
        @if vacant > 0 { p { (Tag::new(Tone::Warning, Text::Vacant { n: vacant }.to(lang))) } }
        (Disclosure::new(summary.to(lang), table))
    }
}

fn delegations_of(visit: &Visit, shown: &Shown) -> Table<5> {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::Principal.to(lang)),
        Column::new(Text::Delegate.to(lang)),
        Column::new(Text::Kind.to(lang)),
        Column::new(Text::Days.to(lang)),
        Column::actions(Text::End.to(lang)),
    ];
    Table::new(Text::Delegations.to(lang), columns)
        .rows(
            shown
                .delegations
                .iter()
                .map(|row| delegation_row(visit, row, shown)),
        )
        .empty(Empty::new(Icon::People, Text::NoDelegations.to(lang)))
}

fn delegation_row(visit: &Visit, row: &DelegationRow, shown: &Shown) -> [Cell; 5] {
    let lang = visit.lang;
    let to = format!("/admin/delegations/{}/revoke", row.id);
    let button = Button::post(to, visit.csrf(), Text::End.to(lang))
        .small()
        .field("row", row.row.to_string());
    [
        shown.principal(row.delegation.principal).into(),
        shown.person(row.delegation.delegate).into(),
        html! {
            (terms::proxy(lang, row.delegation.kind))
            @for duty in &row.delegation.duties { div.meta { (terms::duty(lang, *duty)) } }
        }
        .into(),
        days(lang, row).into(),
        html! { (button) }.into(),
    ]
}

fn days(lang: Lang, row: &DelegationRow) -> Markup {
    html! {
        (short_day(lang, row.days.first())) " – "
        @match row.days.last() {
            Some(last) => (short_day(lang, last)),
            None => (Text::NoEnd.to(lang)),
        }
    }
}

/// Each duty of the general manager of computing, and with whom it is shared today (muko:4-4).
fn shared(visit: &Visit, shown: &Shown) -> Markup {
    let (lang, today) = (visit.lang, visit.cx.today());
    let in_force: Vec<&DelegationRow> = shown
        .delegations
        .iter()
        .filter(|row| row.delegation.kind == ProxyKind::SharedDuties)
        .filter(|row| row.days.contains(today))
        .collect();
    let columns = [Text::Duty, Text::SharedWith, Text::Days].map(|text| Column::new(text.to(lang)));
    let rows = Duty::ALL.map(|duty| -> [Cell; 3] {
        let with: Vec<_> = in_force
            .iter()
            .filter(|row| row.delegation.duties.contains(&duty))
            .collect();
        [
            terms::duty(lang, duty).into_owned().into(),
            html! {
                @if with.is_empty() { span.meta { (Text::KeptByManager.to(lang)) } }
                @for row in &with { div { (shown.person(row.delegation.delegate)) } }
            }
            .into(),
            html! { @for row in &with { div { (days(lang, row)) } } }.into(),
        ]
    });
    let may = visit.cx.actor().holds(Role::ComputingGeneralManager);
    html! {
        p { (Text::SharedIntro.to(lang)) }
        (Table::new(Text::SharedDuties.to(lang), columns).rows(rows))
        @if may {
            (buttons(Button::link(SET_UP, Text::Share.to(lang)).icon(Icon::Plus)))
        } @else {
            p.meta { (Text::SharedByManager.to(lang)) }
        }
    }
}
