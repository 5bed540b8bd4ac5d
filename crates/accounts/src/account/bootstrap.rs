//! The first administrator, and whoever lost their way in, at the machine itself.

use yakusho_kernel::{
    Audit, Cx, DbError, Denied, EmploymentClass, Fault, Invalid, Permit, PersonId, PostId, Reason,
    Saved, Tx, UnitId,
};
use yakusho_regulation::{Holder, Lang, Role, UnitRank};

use super::model::{AccountId, AccountState, Login, Terms};
use super::service::{content, drawn_up, login, opened_again};
use super::{policy, store};
use crate::appointment::Appointment;
use crate::directory;
use crate::ledger::{self, Days, Founding};
use crate::organisation::{Post, Unit};
use crate::password::{self, Issued};
use crate::role;
use crate::second_factor;
use crate::staff::{Staff, Status};

/// Whoever is to be the first administrator.
#[derive(Clone, Debug)]
pub struct FirstAdministrator {
    /// The ID to sign in with.
    pub login: String,
    /// The staff number.
    pub number: String,
    /// The name, family name first.
    pub name: String,
    /// Its reading in kana.
    pub kana: String,
}

/// An account whose way in was opened at the machine itself.
#[derive(Clone, Debug)]
pub struct Bootstrapped {
    /// The account.
    pub account: AccountId,
    /// Whose it is: of a way in that is opened once more, perhaps not who was named.
    pub person: PersonId,
    /// Its ID.
    pub login: Login,
    /// Whether it was opened now. The one-time password of one that was there takes the place of any before it.
    pub is_new: bool,
    /// A one-time password.
    pub issued: Issued,
}

/// Whoever is the administrator already, although another was named.
#[derive(Clone, Debug)]
pub struct Incumbent {
    /// The staff number.
    pub number: String,
    /// The name.
    pub name: String,
    /// Its reading in kana.
    pub kana: String,
    /// The ID, where there is an account.
    pub login: Option<Login>,
    /// What was named otherwise, by its field.
    pub differing: Vec<&'static str>,
}

/// Why no first administrator was made. Nothing was done then.
#[derive(Debug)]
pub enum NotBootstrapped {
    /// An administrator signed in already, and goes on alone.
    SignedIn(Denied),
    /// Somebody else is to be the administrator than was named.
    Other(Box<Incumbent>),
    /// Any other fault.
    Fault(Fault),
}

impl<T: Into<Fault>> From<T> for NotBootstrapped {
    fn from(fault: T) -> Self {
        Self::Fault(fault.into())
    }
}

/// Makes the first administrator, as long as no administrator ever signed in: an account for whoever holds the post to
/// which the city binds the role. Where nobody does, `first` is appointed to it; where there is no such post, it is made.
///
/// It can be repeated after an interruption, and when the one-time password was lost before it was used: with the same
/// words, so that nobody takes what was typed for what is so.
///
/// # Errors
/// The fields `login`, `number`, `name` and `kana`.
pub async fn bootstrap(
    cx: &Cx,
    first: FirstAdministrator,
) -> Result<Saved<Bootstrapped>, NotBootstrapped> {
    let person = administrator(cx, &first).await?;
    let tx = cx.begin().await?;
    let account = store::of_person(&tx, person).await?;
    let never_used = account
        .as_ref()
        .is_none_or(|account| account.last_sign_in_at.is_none());
    let permit = policy::may_bootstrap(cx, person, never_used).map_err(|denied| {
        if never_used {
            NotBootstrapped::from(denied)
        } else {
            NotBootstrapped::SignedIn(denied)
        }
    })?;
    let is_new = account.is_none();
    let kept = account.as_ref().map(|account| account.login.clone());
    if let Some(other) = incumbent(&tx, person, kept, &first).await? {
        return Err(NotBootstrapped::Other(Box::new(other)));
    }
    let (account, login) = if let Some(account) = account {
        let out = (account.id, account.login);
        tx.commit(Audit::of(permit, &out.0), out)
            .await?
            .into_inner()
    } else {
        open_first(tx, permit, person, &first.login).await?
    };
    let issued = password::issue_at_console(cx, account).await?;
    Ok(issued.map(|issued| Bootstrapped {
        account,
        person,
        login,
        is_new,
        issued,
    }))
}

/// Whoever is there, if anything of what was typed is otherwise with them.
async fn incumbent(
    tx: &Tx,
    person: PersonId,
    login: Option<Login>,
    first: &FirstAdministrator,
) -> Result<Option<Incumbent>, DbError> {
    let mut cards = directory::people(tx, tx.cx().today(), &[person]).await?;
    let Some(card) = cards.remove(&person) else {
        return Ok(None);
    };
    let other_login = |kept: &Login| kept.key() != Login::key_of(&first.login);
    let compared = [
        ("number", card.number != first.number.trim()),
        ("name", card.name != first.name.trim()),
        ("kana", card.kana != first.kana.trim()),
        ("login", login.as_ref().is_some_and(other_login)),
    ];
    let differing = compared.into_iter().filter(|(_, differs)| *differs);
    let differing: Vec<_> = differing.map(|(field, _)| field).collect();
    Ok((!differing.is_empty()).then_some(Incumbent {
        number: card.number,
        name: card.name,
        kana: card.kana,
        login,
        differing,
    }))
}

/// Opens the way in again to whoever lost it and whom the administrator may not help: the supervisor. The second factor
/// is taken away, and a one-time password issued; an account that was closed opens again, without an end. For the operator,
/// at the machine itself, who makes sure who asks.
///
/// # Errors
/// The field `id`; `ends_on` for a closed account of somebody other than regular staff, which the administrator opens.
pub async fn readmit(cx: &Cx, login: &str) -> Result<Saved<Bootstrapped>, Fault> {
    let account = store::by_key(&cx.reader(), &Login::key_of(login)).await?;
    let Some(account) = account else {
        return Err(Invalid::field("id", Reason::Unknown).into());
    };
    if account.state == AccountState::Closed {
        reopen(cx, account.id).await?.into_inner();
    }
    second_factor::remove_at_console(cx, &account).await?;
    let issued = password::issue_at_console(cx, account.id).await?;
    Ok(issued.map(|issued| Bootstrapped {
        account: account.id,
        person: account.person,
        login: account.login,
        is_new: false,
        issued,
    }))
}

async fn reopen(cx: &Cx, id: AccountId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut account = store::get(&tx, id).await?.ok_or(Fault::NotFound)?;
    let permit = policy::may_readmit(cx, &account)?;
    let without_end = Terms {
        ends_on: None,
        reason: String::new(),
    };
    opened_again(tx, permit, &mut account, without_end).await
}

async fn open_first(
    tx: Tx,
    permit: Permit,
    person: PersonId,
    typed: &str,
) -> Result<(AccountId, Login), Fault> {
    let login = login("login", typed)?;
    if !store::taken(&tx, &[login.key()]).await?.is_empty() {
        return Err(Invalid::field("login", Reason::Taken).into());
    }
    let mut cards = directory::people(&tx, tx.cx().today(), &[person]).await?;
    let Some(card) = cards.remove(&person) else {
        return Err(Invalid::field("number", Reason::Unknown).into());
    };
    let terms = Terms {
        ends_on: None,
        reason: String::new(),
    };
    let account = drawn_up(tx.cx(), person, card.class, login.clone(), terms, false);
    store::insert(&tx, &permit, &[(account.clone(), None)]).await?;
    let version = tx.keep_version(&account.id, &content(&account)).await?;
    let entry = Audit::of(permit, &account.id).version(&version);
    Ok(tx.commit(entry, (account.id, login)).await?.into_inner())
}

/// Whoever holds the role today, appointed if nobody did.
async fn administrator(cx: &Cx, first: &FirstAdministrator) -> Result<PersonId, Fault> {
    let holders = role::holders(&cx.reader(), Role::SystemAdministrator, cx.today()).await?;
    if let Some(person) = holders.iter().find_map(|holder| holder.person) {
        return Ok(person);
    }
    let mut invalid = Invalid::default();
    for (field, text) in [
        ("number", &first.number),
        ("name", &first.name),
        ("kana", &first.kana),
    ] {
        if text.trim().is_empty() {
            invalid.push(field, Reason::Required);
        }
    }
    invalid.check()?;
    let days = Days::from(cx.today());
    let person: PersonId = cx.new_id();
    let mut founding = Founding::default();
    let post = match holders.first() {
        Some(vacant) => vacant.post,
        None => found_post(cx, days, &mut founding),
    };
    let staff = Staff {
        number: first.number.trim().to_owned(),
        name: first.name.trim().to_owned(),
        kana: first.kana.trim().to_owned(),
        class: EmploymentClass::Regular,
        status: Status::Active,
    };
    founding.staff.push((person, days, staff));
    let appointment = Appointment {
        person,
        post,
        main: true,
    };
    founding.appointments.push((days, appointment));
    ledger::found(cx, founding).await?.into_inner();
    Ok(person)
}

/// The post to which the city's profile binds the role, with the units that it needs.
fn found_post(cx: &Cx, days: Days, founding: &mut Founding) -> PostId {
    let city = cx.city();
    let binding = city.role(Role::SystemAdministrator, cx.today());
    let title = binding.map_or("", |binding| binding.title(Lang::Ja));
    let holder = binding.map(yakusho_regulation::RoleBinding::holder);
    let mut unit = |name: &str, rank, parent| {
        let id: UnitId = cx.new_id();
        let position = i32::try_from(founding.units.len()).unwrap_or(0);
        let unit = Unit {
            code: format!("SYS{position}"),
            name: name.to_owned(),
            rank,
            parent,
            position,
            tags: Vec::new(),
        };
        founding.units.push((id, days, unit));
        id
    };
    let (unit, title, head) = match holder {
        Some(Holder::HeadOf(name)) => (unit(name, UnitRank::Section, None), "課長", true),
        Some(Holder::HeadOfSectionWith(name)) => {
            let section = unit(&section_of(name), UnitRank::Section, None);
            unit(name, UnitRank::Unit, Some(section));
            (section, "課長", true)
        }
        Some(Holder::Post(post)) => {
            let office = city.name(Lang::Ja);
            (
                unit(office, UnitRank::Department, None),
                post.as_str(),
                false,
            )
        }
        // A profile that binds the role to several posts is refused when it is loaded.
        Some(Holder::HeadsOf(_) | Holder::HeadsOfSectionsTagged(_)) | None => {
            (unit(title, UnitRank::Section, None), "課長", true)
        }
    };
    let id = cx.new_id();
    let post = Post {
        unit,
        title: title.to_owned(),
        head,
        rank: 5,
        position: 0,
    };
    founding.posts.push((id, days, post));
    id
}

/// A name for the section that the unit of that name belongs to, until an order gives it its own: 情報管理係 is in 情報管理課.
fn section_of(unit: &str) -> String {
    format!("{}課", unit.strip_suffix('係').unwrap_or(unit))
}
