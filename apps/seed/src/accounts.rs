//! Accounts for everybody, and a password for one person in each role.

use std::path::Path;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use indicatif::ProgressBar;
use time::Duration;
use yakusho_accounts::account::{self, AccountId, NewAccount, Shared};
use yakusho_accounts::password::{self, Change, PasswordText};
use yakusho_accounts::role;
use yakusho_accounts::session::{self, Attempt, Place, SignIn};
use yakusho_kernel::{Actor, Cx, Fault, PersonId, Rng};
use yakusho_regulation::Role;

use crate::organisation::Town;

/// How many accounts are opened at once: acts that wait share a commit.
const AT_ONCE: usize = 64;

/// How many people get their passwords at once: comparing one takes a processor's whole attention.
const HASHED_AT_ONCE: usize = 4;

/// Letters of the passwords made here: none that look like another.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// What fails a step of the seed.
type Failure = Box<dyn std::error::Error>;

/// One who signs in, by role.
struct Chosen {
    role: &'static str,
    person: usize,
}

/// Who gets a password.
pub(crate) struct Wanted<'w> {
    /// Where to write them.
    pub(crate) file: Option<&'w Path>,
    /// How many people beside one in each role.
    pub(crate) members: usize,
}

/// Opens an account for everybody, gives one person in each role and so many members a password, and writes who they are
/// to the file; gives those people.
pub(crate) async fn fill(
    cx: &Cx,
    town: &Town,
    Wanted { file, members }: Wanted<'_>,
    progress: &ProgressBar,
) -> Result<Vec<PersonId>, Failure> {
    let administrator = person_in(cx, Role::SystemAdministrator).await?;
    let administrator_cx = acting(cx, administrator).await?;
    let opened: Vec<AccountId> = stream::iter(0..town.people.len())
        .map(|person| {
            let opened = open(&administrator_cx, town, person);
            async {
                let id = opened.await;
                progress.inc(1);
                id
            }
        })
        .buffered(AT_ONCE)
        .try_collect()
        .await?;
    let mut chosen = choose(cx, town, administrator).await?;
    add_members(&mut chosen, town, members);
    let rows: Vec<[String; 3]> = stream::iter(&chosen)
        .map(|Chosen { role, person }| {
            let given = give_password(cx, &administrator_cx, town, *person, opened[*person]);
            async { Ok::<_, Failure>([(*role).to_owned(), login(town, *person), given.await?]) }
        })
        .buffered(HASHED_AT_ONCE)
        .try_collect()
        .await?;
    if let Some(file) = file {
        let mut csv = csv::Writer::from_path(file)?;
        csv.write_record(["role", "id", "password"])?;
        for row in &rows {
            csv.write_record(row)?;
        }
        csv.flush()?;
    }
    let people = chosen.iter().map(|chosen| town.people[chosen.person]);
    Ok(people.collect())
}

/// Adds so many regular members, from all over the town hall.
fn add_members(chosen: &mut Vec<Chosen>, town: &Town, members: usize) {
    let place = |person: &usize| &town.plan.people[*person];
    let regular: Vec<usize> = (0..town.people.len())
        .filter(|person| place(person).class.is_regular())
        .filter(|person| town.plan.posts[place(person).posts[0]].rank >= crate::city::MEMBER)
        .filter(|person| chosen.iter().all(|chosen| chosen.person != *person))
        .collect();
    let every = (regular.len() / members.max(1)).max(1);
    let members = regular.into_iter().step_by(every).take(members);
    chosen.extend(members.map(|person| Chosen {
        role: "member",
        person,
    }));
}

/// The ID of somebody: their staff number with a letter before it.
fn login(town: &Town, person: usize) -> String {
    format!("s{}", town.plan.people[person].number)
}

async fn open(administrator: &Cx, town: &Town, person: usize) -> Result<AccountId, Fault> {
    let regular = town.plan.people[person].class.is_regular();
    let new = NewAccount {
        person: town.people[person],
        login: login(town, person),
        // Somebody who is not regular staff is approved until the end of a term (nogata:7-1).
        ends_on: (!regular).then(|| administrator.today() + Duration::days(120)),
        reason: if regular {
            String::new()
        } else {
            "窓口業務に従事するため".to_owned()
        },
        shared: Shared::No,
    };
    Ok(account::open(administrator, new).await?.into_inner())
}

/// One person for each role, no two the same.
async fn choose(cx: &Cx, town: &Town, administrator: PersonId) -> Result<Vec<Chosen>, Failure> {
    let place = |person: PersonId| town.people.iter().position(|id| *id == person);
    let supervisor = person_in(cx, Role::SystemSupervisor).await?;
    let offices = [administrator, supervisor];
    let find = |fits: &dyn Fn(usize) -> bool| {
        (0..town.people.len())
            .find(|person| !offices.contains(&town.people[*person]) && fits(*person))
    };
    let post = |person: usize| &town.plan.posts[town.plan.people[person].posts[0]];
    let regular = |person: usize| town.plan.people[person].class.is_regular();
    let found = [
        ("administrator", place(administrator)),
        ("supervisor", place(supervisor)),
        (
            "head",
            find(&|person| post(person).head && post(person).rank == crate::city::SECTION_HEAD),
        ),
        (
            "staff",
            find(&|person| regular(person) && post(person).rank >= crate::city::MEMBER),
        ),
        ("fixed_term", find(&|person| !regular(person))),
    ];
    found
        .into_iter()
        .map(|(role, person)| {
            let person = person.ok_or_else(|| format!("nobody can be {role}"))?;
            Ok(Chosen { role, person })
        })
        .collect()
}

/// Goes the way that people go: a one-time password from the administrator, and at the first sign-in one's own.
async fn give_password(
    cx: &Cx,
    administrator: &Cx,
    town: &Town,
    person: usize,
    account: AccountId,
) -> Result<String, Failure> {
    let issued = password::issue(administrator, account).await?.into_inner();
    let one_time = issued.password.reveal().to_owned();
    let attempt = Attempt {
        login: login(town, person),
        password: PasswordText::new(one_time.clone()),
    };
    let nobody = cx.acting(Actor::Nobody);
    let entered = session::sign_in(&nobody, &attempt, &Place::default())
        .await
        .map_err(Fault::from)?;
    let SignIn::Done(entered) = entered.into_inner() else {
        return Err("a one-time password did not let its owner in".into());
    };
    let signed_in = session::resume(&nobody, &entered.secret).await?;
    let own = cx.acting(signed_in.actor_at_the_door());
    let chosen = phrase(cx.env().rng());
    let change = Change {
        current: PasswordText::new(one_time),
        new: PasswordText::new(chosen.clone()),
    };
    let _ = password::change(&own, entered.session, change).await?;
    let _ = session::end(&own, entered.session).await?;
    Ok(chosen)
}

/// Four groups of four letters.
fn phrase(rng: &Rng) -> String {
    let letter =
        || char::from(LETTERS[usize::try_from(rng.below(LETTERS.len() as u64)).unwrap_or(0)]);
    let group = || (0..4).map(|_| letter()).collect::<String>();
    [group(), group(), group(), group()].join("-")
}

/// Whoever holds the role today.
pub(crate) async fn person_in(cx: &Cx, role: Role) -> Result<PersonId, Failure> {
    let holders = role::holders(&cx.reader(), role, cx.today()).await?;
    holders
        .first()
        .and_then(|holder| holder.person)
        .ok_or_else(|| format!("nobody is {role}").into())
}

async fn acting(cx: &Cx, person: PersonId) -> Result<Cx, Failure> {
    let standing = role::standing(&cx.reader(), person, cx.today()).await?;
    let standing = standing.ok_or("the administrator does not work here today")?;
    Ok(cx.acting(Actor::Person(std::sync::Arc::new(standing))))
}
