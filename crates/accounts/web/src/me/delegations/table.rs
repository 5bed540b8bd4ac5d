//! Delegations in a table, with the names in them.

use std::collections::HashMap;

use maud::html;
use yakusho_accounts::delegation::{Behalf, DelegationRow, Principal};
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_kernel::{DbError, PersonId, PostId};
use yakusho_webkit::Visit;
use yakusho_webkit::ui::{Button, Cell, Column, Empty, Icon, Table, short_day};

use crate::me::{DELEGATIONS, Text};
use crate::terms;

/// Delegations, with the names in them.
pub(crate) struct Delegations {
    rows: Vec<DelegationRow>,
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
}

impl Delegations {
    /// Looks up the names in these rows, and those on whose behalf one may act.
    pub(crate) async fn named(
        visit: &Visit,
        rows: Vec<DelegationRow>,
        behalves: &[Behalf],
    ) -> Result<Self, DbError> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let others = behalves.iter().filter_map(|behalf| behalf.person);
        let people: Vec<PersonId> = people_in(&rows).chain(others).collect();
        let others = behalves.iter().filter_map(|behalf| behalf.post);
        let posts: Vec<PostId> = rows.iter().filter_map(post_of).chain(others).collect();
        Ok(Self {
            people: directory::people(&reader, today, &people).await?,
            posts: directory::post_cards(&reader, today, &posts).await?,
            rows,
        })
    }

    /// The name of somebody.
    pub(super) fn name(&self, person: PersonId) -> String {
        let card = self.people.get(&person);
        card.map(|card| card.name.clone()).unwrap_or_default()
    }

    /// The person, or the post with its unit.
    fn principal(&self, principal: Principal) -> String {
        match principal {
            Principal::Person(person) => self.name(person),
            Principal::Post(post) => self.post(post),
        }
    }

    /// A post with its unit.
    pub(super) fn post(&self, post: PostId) -> String {
        let card = self.posts.get(&post);
        card.map(|card| format!("{} {}", card.unit_name, card.title))
            .unwrap_or_default()
    }

    /// The table; who stands in can end it themself, and so can whoever `answers` for those in it.
    pub(crate) fn table(&self, visit: &Visit, title: String, answers: bool) -> Table<5> {
        let lang = visit.lang;
        let columns = [
            Column::new(Text::Principal.to(lang)),
            Column::new(Text::Delegate.to(lang)),
            Column::new(Text::ProxyKind.to(lang)),
            Column::new(Text::Days.to(lang)),
            Column::actions(Text::EndDelegation.to(lang)),
        ];
        let rows = self.rows.iter();
        Table::new(title, columns)
            .rows(rows.map(|row| self.line(visit, row, answers)))
            .empty(Empty::new(Icon::People, Text::NoDelegations.to(lang)))
    }

    fn line(&self, visit: &Visit, row: &DelegationRow, answers: bool) -> [Cell; 5] {
        let lang = visit.lang;
        let what = &row.delegation;
        let delegate = self.name(what.delegate);
        let days = html! {
            span {
                (short_day(lang, row.days.first())) " – "
                @if let Some(last) = row.days.last() { (short_day(lang, last)) }
            }
        };
        let end = Button::post(
            format!("{DELEGATIONS}/{}/revoke", row.id),
            visit.csrf(),
            Text::EndDelegation.to(lang),
        );
        let may_end = answers || visit.cx.actor().person() == Some(what.delegate);
        let end = may_end.then(|| {
            end.field("row", row.row.to_string())
                .small()
                .about(&*delegate)
        });
        [
            self.principal(what.principal).into(),
            delegate.clone().into(),
            terms::proxy(lang, what.kind).into_owned().into(),
            days.into(),
            html! { @if let Some(end) = end { (end) } }.into(),
        ]
    }
}

fn people_in(rows: &[DelegationRow]) -> impl Iterator<Item = PersonId> {
    rows.iter().flat_map(|row| {
        let principal = match row.delegation.principal {
            Principal::Person(person) => Some(person),
            Principal::Post(_) => None,
        };
        principal.into_iter().chain([row.delegation.delegate])
    })
}

fn post_of(row: &DelegationRow) -> Option<PostId> {
    match row.delegation.principal {
        Principal::Post(post) => Some(post),
        Principal::Person(_) => None,
    }
}
