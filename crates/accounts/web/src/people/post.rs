//! The page of a post: who held it on a day, as was known on a day, and who stands in for it now.

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::appointment;
use yakusho_accounts::delegation::{self, Concerning};
use yakusho_accounts::directory::{self, PersonCard, PostCard, UnitNode};
use yakusho_accounts::ledger::AsOf;
use yakusho_kernel::{self as kernel, Cx, DbError, Fault, PostId, Standing};
use yakusho_regulation::Role;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::day as in_words;
use yakusho_webkit::ui::{Button, Column, Empty, Icon, Table, buttons, link, section};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Problem, Visit};

use super::as_of::Question;
use super::texts::Text;
use super::unit::lineage;
use super::{ORGANISATION, person_page, post_page, unit_page};
use crate::me::{Delegations, new_for_post};
use crate::terms;

/// Who held a post.
pub(super) struct Held {
    pub(super) post: PostCard,
    pub(super) holders: Vec<PersonCard>,
}

impl Held {
    /// Who held the post.
    pub(super) async fn find(cx: &Cx, post: PostId, when: AsOf) -> Result<Option<Self>, DbError> {
        let reader = cx.reader();
        let mut cards = directory::post_cards(&reader, when.day.max(cx.today()), &[post]).await?;
        let Some(post) = cards.remove(&post) else {
            return Ok(None);
        };
        let people = appointment::holders(&reader, post.id, when).await?;
        let mut cards = directory::people(&reader, when.day, &people).await?;
        let holders = people.iter().filter_map(|person| cards.remove(person));
        Ok(Some(Self {
            holders: holders.collect(),
            post,
        }))
    }
}

/// `GET /organisation/posts/:id`: on which day (`on`), and as known on which (`known`).
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<PostId>) -> Answer<Response> {
    let asked = Question::of(&visit);
    let held = Held::find(&visit.cx, id, asked.when()).await?;
    let held = held.ok_or(Fault::NotFound)?;
    let shell = visit.shell().await?;
    let (lang, post) = (visit.lang, &held.post);
    let day = in_words(lang, asked.day());
    let proxies = proxies(&visit, post).await?;
    let after = visit.after();
    let listed = kernel::Page::among(&held.holders, after.as_ref(), PAGE_SIZE, |card| card.id)?;
    let page = Page::new(&shell, &*post.title)
        .crumb(ORGANISATION, Text::Organisation.to(lang))
        .crumb(unit_page(post.unit), &*post.unit_name)
        .render(html! {
            p { (Text::HoldersIntro.to(lang)) }
            (asked.form(&post_page(id)))
            @if !asked.is_wrong() {
                (section(Text::HoldersOn { day }.to(lang), html! {
                    (holders(lang, &post.title, &listed.items))
                    (visit.pager(listed.next.as_ref()))
                }))
            }
            (proxies)
        });
    Ok(asked.answer(page))
}

/// Who stands in for the post; who answers for it can set that up, and end it.
async fn proxies(visit: &Visit, post: &PostCard) -> Result<Markup, Problem> {
    let (lang, reader, today) = (visit.lang, visit.cx.reader(), visit.cx.today());
    let concerning = Concerning::Post(post.id);
    let rows = delegation::list(&reader, today, concerning, None, PAGE_SIZE).await?;
    let units = directory::units(&reader, today).await?;
    let answers = answers_for(&visit.me()?.standing, &units, post);
    if rows.items.is_empty() && !answers {
        return Ok(html! {});
    }
    let rows = Delegations::named(visit, rows.items, &[]).await?;
    let title = Text::Proxies.to(lang).into_owned();
    let set_up = Button::link(new_for_post(post.id), Text::NewProxy.to(lang)).icon(Icon::Plus);
    Ok(section(
        &*title,
        html! {
            p { (Text::ProxiesWords.to(lang)) }
            @if answers { (buttons(set_up)) }
            (rows.table(visit, title.clone(), answers))
        },
    ))
}

/// Whether somebody may have another stand in for the post: its holder, whoever heads its unit or one above, and the
/// system administrator, each for themself alone.
fn answers_for(standing: &Standing, units: &[UnitNode], post: &PostCard) -> bool {
    let Some(unit) = units.iter().find(|unit| unit.id == post.unit) else {
        return false;
    };
    let mut above = lineage(units, unit).into_iter().chain([unit]);
    standing.on_behalf.is_none()
        && (standing.seats.iter().any(|seat| seat.post == post.id)
            || above.any(|unit| standing.heads(unit.id))
            || standing.holds(Role::SystemAdministrator))
}

fn holders(lang: Lang, post: &str, holders: &[&PersonCard]) -> Table<2> {
    let columns = [Text::Name, Text::Class].map(|text| Column::new(text.to(lang)));
    let rows = holders.iter().map(|card| {
        let name = html! { (link(person_page(card.id), &card.name)) " " span.meta { (card.kana) } };
        [
            name.into(),
            terms::class(lang, card.class).into_owned().into(),
        ]
    });
    Table::new(post, columns)
        .rows(rows)
        .empty(Empty::new(Icon::User, Text::NobodyHeld.to(lang)))
}
