//! Who has read and confirmed a post, and reminding those who have not.

use std::collections::HashMap;

use yakusho_accounts::directory::{self, Audience, Placed, UnitNode};
use yakusho_kernel::{
    Audit, Audited, Cursor, Cx, DbError, Fault, Notice, Page, PersonId, Reading, Saved, UnitId,
};
use yakusho_regulation::Lang;
use yakusho_sheet::moment;

use super::access::{Found, find, title};
use crate::board::model::{
    BoardPostId, Category, Mark, Post, ReaderRow, ReaderState, ReadersBySection,
};
use crate::board::{policy, store};
use crate::byline::remind_each;
use crate::{notices, proxy};

/// Whom a post asks to confirm, and what they did.
struct Roster {
    post: Post,
    units: Vec<UnitNode>,
    /// In the order of units, ranks and kana.
    people: Vec<(Placed, Option<Mark>)>,
}

/// A page of those whom a post asks to confirm today and what they did, unit by unit in the order of the organisation.
pub async fn readers(
    cx: &Cx,
    id: BoardPostId,
    which: ReaderState,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<ReaderRow>, Fault> {
    let roster = followed(cx, id).await?;
    roster.page(cx, which, after, size).await
}

/// The same in figures, unit by unit.
pub async fn readers_by_section(cx: &Cx, id: BoardPostId) -> Result<Vec<ReadersBySection>, Fault> {
    Ok(followed(cx, id).await?.by_section())
}

/// The figures, and with them a page of those in a state, where one is asked for.
pub async fn readers_and_sections(
    cx: &Cx,
    id: BoardPostId,
    which: Option<ReaderState>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<(Vec<ReadersBySection>, Option<Page<ReaderRow>>), Fault> {
    let roster = followed(cx, id).await?;
    let page = match which {
        Some(which) => Some(roster.page(cx, which, after, size).await?),
        None => None,
    };
    Ok((roster.by_section(), page))
}

/// The same as a file for spreadsheets; taking it is put on record.
pub async fn readers_csv(cx: &Cx, id: BoardPostId, lang: Lang) -> Result<Audited<Vec<u8>>, Fault> {
    let on = cx.reader();
    let Found { post, ties, .. } = find(&on, cx, id).await?;
    let permit = policy::may_follow(cx, &post, ties)?;
    let roster = Roster::of(&on, cx, post).await?;
    let rows = roster.rows(&on, cx, &roster.people).await?;
    let headings = match lang {
        Lang::Ja => [
            "職員番号",
            "所属",
            "職名",
            "氏名",
            "既読日時",
            "確認日時",
            "確認した内容",
            "代理",
        ],
        Lang::En => [
            "Staff number",
            "Unit",
            "Post",
            "Name",
            "Read",
            "Confirmed",
            "What was confirmed",
            "By proxy",
        ],
    };
    let lines = rows.into_iter().map(|row| {
        [
            row.number,
            row.unit_name,
            row.post_title,
            row.name,
            row.read_at.map(moment).unwrap_or_default(),
            row.confirmed_at.map(moment).unwrap_or_default(),
            confirmed(row.outdated, lang).to_owned(),
            proxy::words(row.by_proxy.map(|(_, kind)| kind), lang),
        ]
    });
    let file = yakusho_sheet::file(headings, lines);
    Ok(cx.disclose(permit, Some(&id), file).await?)
}

/// Of somebody who confirmed before the post was changed, that they did; nothing of others.
const fn confirmed(outdated: bool, lang: Lang) -> &'static str {
    match (outdated, lang) {
        (false, _) => "",
        (true, Lang::Ja) => "変更前の内容",
        (true, Lang::En) => "an earlier version",
    }
}

/// Reminds those who have not confirmed what it says now, at most once a day; says how many were not reminded before.
pub async fn remind(cx: &Cx, id: BoardPostId) -> Result<Saved<usize>, Fault> {
    let tx = cx.begin().await?;
    let Found { post, ties, .. } = find(&tx, cx, id).await?;
    let permit = policy::may_remind(cx, &post, ties)?;
    let category = category_of(&tx, &post).await?;
    let confirmed = store::confirmed_of(&tx, [id]).await?;
    let mut people = asked(&tx, cx, &post, &category).await?;
    people.retain(|person| !confirmed.contains(&(id, *person)));
    let told = remind_each(&tx, &people, &owing(cx, &post)).await?;
    let entry = Audit::of(permit, &id).with("people", told);
    Ok(tx.commit(entry, told).await?)
}

/// What those who owe a confirmation are told, once a day.
pub(in crate::board) fn owing(cx: &Cx, post: &Post) -> Notice {
    let mut params = title(post);
    let due = post.content.confirmation.and_then(|asked| asked.due);
    params["due"] = due.map(|due| due.to_string()).into();
    Notice::new(notices::BOARD_REMINDER, &post.id)
        .keyed(cx.today().to_string())
        .params(params)
}

/// Whom a category's posts reach today.
pub(crate) async fn readership(
    on: &impl Reading,
    cx: &Cx,
    category: &Category,
) -> Result<Vec<PersonId>, DbError> {
    let Audience {
        everyone,
        units,
        posts,
        people,
        groups: _,
    } = &category.settings.writers;
    let mut audience = category.settings.readers.clone();
    audience.everyone |= everyone;
    audience.units.extend(units);
    audience.posts.extend(posts);
    audience.people.extend(people);
    let reached = directory::expand(on, cx.today(), &audience).await?;
    Ok(reached
        .into_iter()
        .map(|recipient| recipient.person)
        .collect())
}

async fn followed(cx: &Cx, id: BoardPostId) -> Result<Roster, Fault> {
    let on = cx.reader();
    let Found { post, ties, .. } = find(&on, cx, id).await?;
    let _ = policy::may_follow(cx, &post, ties)?;
    Roster::of(&on, cx, post).await
}

async fn category_of(on: &impl Reading, post: &Post) -> Result<Category, Fault> {
    let category = store::category(on, post.content.category).await?;
    category.ok_or(Fault::NotFound)
}

/// Whom the post asks to confirm: whom it reaches today, but for whoever wrote it.
async fn asked(
    on: &impl Reading,
    cx: &Cx,
    post: &Post,
    category: &Category,
) -> Result<Vec<PersonId>, DbError> {
    let mut people = readership(on, cx, category).await?;
    people.retain(|person| *person != post.by.author);
    Ok(people)
}

impl Roster {
    async fn of(on: &impl Reading, cx: &Cx, post: Post) -> Result<Self, Fault> {
        let category = category_of(on, &post).await?;
        let people = asked(on, cx, &post, &category).await?;
        let mut marks = store::marks_of(on, post.id).await?;
        let units = directory::units(on, cx.today()).await?;
        let people = directory::placed(on, cx.today(), &people, &units).await?;
        let people = people.into_iter().map(|one| {
            let mark = marks.remove(&one.person);
            (one, mark)
        });
        Ok(Self {
            people: people.collect(),
            post,
            units,
        })
    }

    async fn page(
        &self,
        cx: &Cx,
        which: ReaderState,
        after: Option<&Cursor>,
        size: usize,
    ) -> Result<Page<ReaderRow>, Fault> {
        let after: Option<PersonId> = after.map(Cursor::key).transpose()?;
        let start = after.map_or(0, |last| {
            let place = self.people.iter().position(|(one, _)| one.person == last);
            place.map_or(0, |place| place + 1)
        });
        let shown = self.people[start..].iter();
        let shown = shown.filter(|(_, mark)| which.includes(*mark, self.post.material_version));
        let shown: Vec<_> = shown.take(size + 1).cloned().collect();
        let rows = self.rows(&cx.reader(), cx, &shown).await?;
        Ok(Page::of(rows, size, |row: &ReaderRow| row.person))
    }

    fn by_section(&self) -> Vec<ReadersBySection> {
        let material = self.post.material_version;
        let names: HashMap<UnitId, &str> = self
            .units
            .iter()
            .map(|unit| (unit.id, unit.placed_name.as_str()))
            .collect();
        let sections = self
            .people
            .chunk_by(|(one, _), (next, _)| one.unit == next.unit);
        let sections = sections.map(|people| {
            let unit = people.first().and_then(|(one, _)| one.unit);
            let name = unit.and_then(|unit| names.get(&unit).copied());
            let marks = people.iter().filter_map(|(_, mark)| *mark);
            ReadersBySection {
                unit,
                unit_name: name.unwrap_or_default().to_owned(),
                people: people.len(),
                read: marks.clone().count(),
                confirmed: marks.filter(|mark| mark.confirms(material)).count(),
            }
        });
        sections.collect()
    }

    /// These of its people in full.
    async fn rows(
        &self,
        on: &impl Reading,
        cx: &Cx,
        people: &[(Placed, Option<Mark>)],
    ) -> Result<Vec<ReaderRow>, DbError> {
        let ids: Vec<PersonId> = people.iter().map(|(one, _)| one.person).collect();
        let mut cards = directory::people(on, cx.today(), &ids).await?;
        let material = self.post.material_version;
        let rows = people.iter().filter_map(|(one, mark)| {
            let card = cards.remove(&one.person)?;
            Some(ReaderRow {
                person: card.id,
                number: card.number,
                name: card.name,
                unit_name: card.unit_name,
                post_title: card.post_title,
                read_at: mark.map(|mark| mark.at),
                confirmed_at: mark.and_then(|mark| mark.confirmed_at),
                outdated: mark.is_some_and(|mark| mark.is_outdated(material)),
                by_proxy: mark.and_then(|mark| mark.confirmed_by.zip(mark.proxy)),
            })
        });
        Ok(rows.collect())
    }
}

impl ReaderState {
    fn includes(self, mark: Option<Mark>, material: i32) -> bool {
        let confirmed = mark.is_some_and(|mark| mark.confirms(material));
        match self {
            Self::All => true,
            Self::Confirmed => confirmed,
            Self::Owing => !confirmed,
        }
    }
}
