//! What an order would do or did, and what stands against it, as a file: all of it, however long.

use poem::Response;
use yakusho_accounts::order::{
    Difference, Held, OrderFault, PersonChange, Preview, RoleChange, Side, UnitChange,
};
use yakusho_webkit::csv::KIND;
use yakusho_webkit::{Lang, Problem, Visit};

use super::difference::{Fact, facts, seat_words, title, what};
use super::faults;
use super::texts::Text;
use super::whose::Whose;

/// A line: its kind, what it is about, staff number or code, before, after, remarks.
type Row = [String; 6];

/// The file, under that name.
pub(super) async fn file(visit: &Visit, name: &str, found: &Preview) -> Result<Response, Problem> {
    let lang = visit.lang;
    let headings = [
        Text::Sort,
        Text::Subject,
        Text::NumberOrCode,
        Text::Before,
        Text::After,
        Text::Remarks,
    ];
    let headings = headings.map(|text| text.to(lang));
    let mut rows = faulty(visit, &found.faults).await?;
    let nobody = Whose::default();
    rows.extend(found.idle.iter().map(|idle| {
        let what = faults::what(lang, idle, &nobody);
        placed(lang, &Text::IdleLine, idle, what)
    }));
    rows.extend(different(visit, &found.difference));
    rows.extend(handed_over(visit, &found.difference.held).await?);
    let file = yakusho_sheet::file(headings.iter().map(AsRef::as_ref), rows);
    Ok(visit.file(name, KIND, file))
}

async fn faulty(visit: &Visit, found: &[OrderFault]) -> Result<Vec<Row>, Problem> {
    let lang = visit.lang;
    let concerned = faults::concerned(visit, found).await?;
    let rows = found.iter().map(|fault| {
        let what = faults::what(lang, fault, &concerned);
        placed(lang, &Text::Fault, fault, what)
    });
    Ok(rows.collect())
}

fn placed(lang: Lang, kind: &Text, fault: &OrderFault, what: String) -> Row {
    let place = [faults::line(lang, fault), faults::column(lang, fault)];
    let place = place.join(" ").trim_end().to_owned();
    let [number, before, after] = Default::default();
    [said(lang, kind), place, number, before, after, what]
}

fn different(visit: &Visit, found: &Difference) -> Vec<Row> {
    let lang = visit.lang;
    let people = found.people.iter().map(|change| person(lang, change));
    let units = found.units.iter().map(|change| unit(lang, change));
    let roles = |kind: Text, changes: &[RoleChange]| -> Vec<Row> {
        let rows = changes
            .iter()
            .filter_map(|change| role(visit, &kind, change));
        rows.collect()
    };
    let posts = found.vacant_posts.iter().map(|seat| {
        let [number, before, after, remarks] = Default::default();
        let kind = said(lang, &Text::VacantPosts);
        [kind, seat_words(seat), number, before, after, remarks]
    });
    let delegations = match found.delegations.len() {
        0 => None,
        n => {
            let [subject, number, before, after] = Default::default();
            let kind = said(lang, &Text::LostDelegations);
            let remarks = said(lang, &Text::Delegations { n });
            Some([kind, subject, number, before, after, remarks])
        }
    };
    people
        .chain(units)
        .chain(roles(Text::Roles, &found.roles))
        .chain(roles(Text::VacantRoles, &found.vacant_roles))
        .chain(posts)
        .chain(delegations)
        .collect()
}

fn person(lang: Lang, change: &PersonChange) -> Row {
    let (from, to) = (change.from.as_ref(), change.to.as_ref());
    let side = |side: Option<&Side>, other| {
        let facts = facts(lang, side, other).into_iter().map(Fact::words);
        facts.collect::<Vec<_>>().join("、")
    };
    [
        said(lang, &Text::People),
        change.name.clone(),
        change.number.clone(),
        side(from, to),
        side(to, from),
        String::new(),
    ]
}

fn unit(lang: Lang, change: &UnitChange) -> Row {
    let named = |name: &Option<String>, none: &Text| match name {
        Some(name) => name.clone(),
        None => said(lang, none),
    };
    let name = change.to.as_ref().or(change.from.as_ref());
    [
        said(lang, &Text::Units),
        name.cloned().unwrap_or_default(),
        change.code.clone(),
        named(&change.from, &Text::NewUnit),
        named(&change.to, &Text::ClosedUnit),
        String::new(),
    ]
}

fn role(visit: &Visit, kind: &Text, change: &RoleChange) -> Option<Row> {
    let lang = visit.lang;
    let holders = |holders: &[(_, String)]| match holders {
        [] => said(lang, &Text::Nobody),
        holders => {
            let names = holders.iter().map(|(_, name)| name.as_str());
            names.collect::<Vec<_>>().join("、")
        }
    };
    Some([
        said(lang, kind),
        title(visit, change)?,
        String::new(),
        holders(&change.from),
        holders(&change.to),
        String::new(),
    ])
}

async fn handed_over(visit: &Visit, held: &[Held]) -> Result<Vec<Row>, Problem> {
    let lang = visit.lang;
    let whose = Whose::of(visit, held.iter().map(|one| one.by).collect()).await?;
    let rows = held.iter().map(|one| {
        let after = if one.left_without_holder {
            Text::WithoutHolder
        } else {
            Text::PassesOn
        };
        let n = one.count;
        let what = what(visit, one);
        [
            said(lang, &Text::Held),
            whose.name(one.by).unwrap_or_default(),
            String::new(),
            String::new(),
            said(lang, &after),
            said(lang, &Text::HeldThings { what, n }),
        ]
    });
    Ok(rows.collect())
}

fn said(lang: Lang, text: &Text) -> String {
    text.to(lang).into_owned()
}
