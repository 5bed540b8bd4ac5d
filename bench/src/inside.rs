//! A town hall from inside: what there is in it to ask for, and the services that its pages call, without the pages.

use std::sync::Arc;

use time::Date;
use yakusho_accounts::{directory, mailing, role};
use yakusho_config::{Config, Surroundings};
use yakusho_kernel::{Actor, Clock, Cx, Part, PersonId, UnitId};
use yakusho_regulation::{Role, UnitRank};
use yakusho_scheduling::facility::{self, Facility};

use crate::Failure;
use crate::hall::Hall;

/// The most people of a section.
const SECTION: usize = 200;

/// A town hall, opened beside its server.
pub(crate) struct Inside {
    surroundings: Surroundings,
    /// As the administrator.
    pub(crate) cx: Cx,
}

impl Inside {
    pub(crate) async fn open(hall: &Hall) -> Result<Self, Failure> {
        let config = Config::load(Some(&hall.config()), [])?;
        let surroundings = Surroundings::open(&config, Clock::system(), mailing::lay_aside).await?;
        let system = Cx::system(&surroundings.env, Part("bench"));
        let role = Role::SystemAdministrator;
        let holders = role::holders(&system.reader(), role, system.today()).await?;
        let administrator = holders.first().and_then(|holder| holder.person);
        let administrator = administrator.ok_or("nobody is the administrator")?;
        let cx = acting(&system, administrator).await?;
        Ok(Self { surroundings, cx })
    }

    pub(crate) async fn close(self) -> Result<(), Failure> {
        Ok(self.surroundings.close().await?)
    }

    /// As somebody.
    pub(crate) async fn acting(&self, person: PersonId) -> Result<Cx, Failure> {
        acting(&self.cx, person).await
    }

    pub(crate) fn today(&self) -> Date {
        self.cx.today()
    }

    /// The last so many sections: where not all have calendars, these do.
    pub(crate) async fn sections(&self, most: usize) -> Result<Vec<UnitId>, Failure> {
        let units = directory::units(&self.cx.reader(), self.today()).await?;
        let sections = units.iter().filter(|unit| unit.rank == UnitRank::Section);
        Ok(sections.rev().take(most).map(|unit| unit.id).collect())
    }

    /// The people of sections.
    pub(crate) async fn people(&self, sections: &[UnitId]) -> Result<Vec<PersonId>, Failure> {
        let mut people = Vec::new();
        for section in sections {
            let found = directory::search(&self.cx, "", Some(*section), None, SECTION).await?;
            people.extend(found.items.iter().map(|card| card.id));
        }
        Ok(people)
    }

    /// The rooms in the districts, which anybody books.
    pub(crate) async fn rooms(&self) -> Result<Vec<Facility>, Failure> {
        let all = facility::list(&self.cx, None, None).await?;
        let rooms = all.into_iter().map(|row| row.facility);
        let rooms = rooms.filter(|room| room.settings.code.starts_with("B-"));
        Ok(rooms.collect())
    }
}

async fn acting(cx: &Cx, person: PersonId) -> Result<Cx, Failure> {
    let standing = role::standing(&cx.reader(), person, cx.today()).await?;
    let standing = standing.ok_or("somebody does not work here today")?;
    Ok(cx.acting(Actor::Person(Arc::new(standing))))
}
