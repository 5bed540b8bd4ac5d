//! Suspending IDs, and lifting it: the supervisor's alone (nogata:11).

use std::collections::HashMap;

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::account::{Account, AccountId};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_accounts::role;
use yakusho_accounts::suspension::{self, Breach, Suspension};
use yakusho_kernel::{Fault, Invalid, PersonId, Reason};
use yakusho_regulation::{Citation, ClauseId, Role, Rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Choice, Disclosure, Empty, Icon, Tag, Tone, buttons, definitions, link, moment,
    section,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, SeeOther, Typed, Visit};

use super::texts::Text;
use super::{NEW_SUSPENSION, SUSPENSIONS};
use crate::choose::{self, Offered};
use crate::{admin, people, regulation, terms};

/// `GET /admin/suspensions`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    page(&visit, None, &visit.typed()).await
}

/// `POST /admin/suspensions/:id/lift`: of the account with that id.
#[handler]
pub(super) async fn lift(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    let reason = fields.text("reason");
    match suspension::lift(&visit.cx, id, &reason).await {
        Ok(lifted) => {
            lifted.into_inner();
            let said = Text::LiftedNow.to(visit.lang);
            Ok(visit.see_other(SUSPENSIONS).saying(said).into())
        }
        // The form that it was said in is there no longer.
        Err(error @ Fault::Conflict(_)) => Err(error.into()),
        Err(error) => page(&visit, Some(id), &Problem::from(error).again(&fields)?).await,
    }
}

/// The people and accounts that suspensions name.
struct Names {
    people: HashMap<PersonId, PersonCard>,
    accounts: HashMap<AccountId, Account>,
}

impl Names {
    async fn of(visit: &Visit, suspensions: &[Suspension]) -> Result<Self, Problem> {
        let accounts = suspension::accounts(&visit.cx, suspensions).await?;
        let owners = accounts.values().map(|account| account.person);
        let by = suspensions
            .iter()
            .flat_map(|one| [Some(one.by), one.lifting.as_ref().map(|lifting| lifting.by)]);
        let people: Vec<PersonId> = owners.chain(by.flatten()).collect();
        let people = directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?;
        Ok(Self { people, accounts })
    }

    fn person(&self, id: PersonId) -> &str {
        self.people
            .get(&id)
            .map(|card| card.name.as_str())
            .unwrap_or_default()
    }
}

async fn page(visit: &Visit, tried: Option<AccountId>, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let found = suspension::list(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let names = Names::of(visit, &found.items).await?;
    let nothing = Typed::nothing();
    let who = who_may(visit).await?;
    let shell = visit.shell().await?;
    let suspend = Button::link(NEW_SUSPENSION, Text::Suspend.to(lang)).icon(Icon::Lock);
    let page = Page::new(&shell, Text::Suspensions.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .actions(html! {
            @if visit.cx.actor().holds(Role::SystemSupervisor) { (suspend) }
        });
    Ok(typed.page(page.render(html! {
        (who)
        @if found.items.is_empty() { (Empty::new(Icon::Lock, Text::NoSuspensions.to(lang))) }
        @for one in &found.items {
            @let tried = one.lifting.is_none() && tried == Some(one.account);
            (card(visit, one, &names, if tried { typed } else { &nothing }, tried))
        }
        (visit.pager(found.next.as_ref()))
    })))
}

/// Who may suspend and lift, and under which article.
async fn who_may(visit: &Visit) -> Result<Alert, Problem> {
    let (lang, today) = (visit.lang, visit.cx.today());
    let holders = role::holders(&visit.cx.reader(), Role::SystemSupervisor, today).await?;
    let people: Vec<PersonId> = holders.iter().filter_map(|holder| holder.person).collect();
    let people = directory::people(&visit.cx.reader(), today, &people).await?;
    let binding = visit.cx.city().role(Role::SystemSupervisor, today);
    let title = binding
        .map(|binding| binding.title(lang).to_owned())
        .unwrap_or_default();
    let names: Vec<String> = people.into_values().map(|card| card.name).collect();
    let basis = visit
        .cx
        .city()
        .in_force(Rule::SuspensionBySupervisor, today);
    let article = html! {
        @if let Some(basis) = basis {
            @match basis.citation().clauses().first() {
                Some(clause) => p { (link(regulation::page_of(clause), basis.text(lang))) },
                None => p { (basis.text(lang)) },
            }
        }
    };
    let alert = if names.is_empty() {
        Alert::warning(lang, Text::NobodyMay { title }.to(lang))
    } else {
        let names = names.join("、");
        Alert::info(lang, Text::WhoMay { title, names }.to(lang))
    };
    Ok(alert.body(article))
}

fn card(visit: &Visit, one: &Suspension, names: &Names, typed: &Typed<'_>, tried: bool) -> Markup {
    let lang = visit.lang;
    let account = names.accounts.get(&one.account);
    let owner = account.map(|account| account.person);
    let login = account
        .map(|account| account.login.as_str())
        .unwrap_or_default();
    let mut facts = Vec::new();
    if let Some(owner) = owner {
        facts.push((
            Text::Person,
            link(people::person_page(owner), names.person(owner)),
        ));
    }
    facts.push((Text::Breach, html! {
        (terms::breach(lang, one.breach))
        @if let Some(clause) = clause(one) { " " (link(regulation::page_of(&clause), clause.wording(lang))) }
    }));
    facts.push((Text::ReasonColumn, html! { (one.reason) }));
    facts.push((Text::Ground, html! { (ground(visit, one)) }));
    facts.push((
        Text::At,
        html! {
            (moment(lang, one.at.local())) " " span.meta { (names.person(one.by)) }
        },
    ));
    if let Some(lifting) = &one.lifting {
        facts.push((
            Text::LiftedAt,
            html! {
                (moment(lang, lifting.at.local())) " " span.meta { (names.person(lifting.by)) }
                div { (lifting.reason) }
            },
        ));
    }
    let facts = facts.into_iter().map(|(term, what)| (term.to(lang), what));
    section(
        login,
        html! {
            @if one.lifting.is_none() { p { (Tag::new(Tone::Error, Text::StillSuspended.to(lang))) } }
            (definitions(facts))
            @if one.lifting.is_none() && visit.cx.actor().holds(Role::SystemSupervisor) {
                (lifting_form(visit, one, login, typed, tried))
            }
        },
    )
}

/// The clause of the prohibition, as it was recorded.
fn clause(one: &Suspension) -> Option<ClauseId> {
    one.clause.as_ref()?.parse().ok()
}

/// The article under which it was suspended, as it was recorded.
fn ground(visit: &Visit, one: &Suspension) -> String {
    let citation: Option<Citation> = one.citation.parse().ok();
    let rule = Rule::SuspensionBySupervisor;
    citation
        .map(|citation| visit.cx.city().cite(rule, &citation, visit.lang))
        .unwrap_or_default()
}

fn lifting_form(
    visit: &Visit,
    one: &Suspension,
    login: &str,
    typed: &Typed<'_>,
    tried: bool,
) -> Markup {
    let lang = visit.lang;
    let form = typed
        .form(visit, format!("{SUSPENSIONS}/{}/lift", one.account))
        .prefix(one.account.to_string());
    let body = form.render(html! {
        (form.textarea("reason", Text::LiftReason.to(lang)).required().rows(2))
        (buttons(Button::submit(Text::Lift.to(lang)).primary().about(login)))
    });
    html! { (Disclosure::new(Text::Lift.to(lang), body).open(tried)) }
}

/// `GET /admin/suspensions/new`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    form(&visit, &visit.typed()).await
}

/// `POST /admin/suspensions/new`: looks for people, or suspends.
#[handler]
pub(super) async fn submit(visit: Visit, fields: Fields) -> Answer<Response> {
    let visit = &visit;
    let form = |typed| async move { form(visit, &typed).await };
    Box::pin(choose::submitted(&fields, done(visit, &fields), form)).await
}

async fn done(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let person = read.needed("person", Reader::one);
    let breach = read.needed("breach", |read, name| read.with(name, Breach::from_code));
    let (person, breach) = read.finish_with(person.zip(breach))?;
    let account = suspension::account_of(&visit.cx, person)
        .await
        .map_err(|error| match error {
            Fault::NotFound => Invalid::field("person", Reason::Code("no_account")).into(),
            other => other,
        })?;
    suspension::suspend(&visit.cx, account.id, breach, &fields.text("reason"))
        .await?
        .into_inner();
    Ok(visit
        .see_other(SUSPENSIONS)
        .saying(Text::SuspendedNow.to(visit.lang)))
}

async fn form(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let offered = match typed.fields() {
        Some(fields) => Offered::find(visit, fields, "person").await?,
        None => Offered::default(),
    };
    let breaches = Breach::ALL.map(|breach| {
        let clause = breach
            .clause(visit.cx.city())
            .map(|clause| clause.wording(lang));
        let choice = Choice::new(breach.code(), terms::breach(lang, breach));
        match clause {
            Some(clause) => choice.detail(clause),
            None => choice,
        }
    });
    let who = who_may(visit).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Suspend.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(SUSPENSIONS, Text::Suspensions.to(lang));
    let form = typed.form(visit, NEW_SUSPENSION);
    Ok(typed.page(page.render(html! {
        (who)
        p { (Text::SuspendIntro.to(lang)) }
        (form.render(html! {
            (choose::person(&form, lang, "person", Text::Person.to(lang), &offered))
            (form.radios("breach", Text::Breach.to(lang)).required().options(breaches))
            (form.textarea("reason", Text::SuspendReason.to(lang)).required().rows(3))
            (buttons(html! {
                (Button::submit(Text::SuspendIt.to(lang)).danger().icon(Icon::Lock))
                (Button::link(SUSPENSIONS, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}
