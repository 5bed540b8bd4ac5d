//! The page of a post: who held it on a day, as was known on a day.

use maud::html;
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::appointment;
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::ledger::AsOf;
use yakusho_kernel::{Cx, DbError, Fault, PostId};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::day as in_words;
use yakusho_webkit::ui::{Column, Empty, Icon, Table, link, section};
use yakusho_webkit::{Answer, Lang, Visit};

use super::as_of::Question;
use super::texts::Text;
use super::{ORGANISATION, person_page, post_page, unit_page};
use crate::terms;

/// Who held a post.
pub(super) struct Held {
    pub(super) post: PostCard,
    pub(super) holders: Vec<PersonCard>,
}

impl Held {
    /// Who held the post.
    pub(super) async fn find(
        cx: &Cx,
        post: PostId,
        AsOf { day, known }: AsOf,
    ) -> Result<Option<Self>, DbError> {
        let reader = cx.reader();
        let mut cards = directory::post_cards(&reader, day.max(cx.today()), &[post]).await?;
        let Some(post) = cards.remove(&post) else {
            return Ok(None);
        };
        let known = known.unwrap_or(cx.now());
        let people = appointment::holders(&reader, post.id, day, known).await?;
        let mut cards = directory::people(&reader, day, &people).await?;
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
    let page = Page::new(&shell, &*post.title)
        .crumb(ORGANISATION, Text::Organisation.to(lang))
        .crumb(unit_page(post.unit), &*post.unit_name)
        .render(html! {
            p { (Text::HoldersIntro.to(lang)) }
            (asked.form(&post_page(id)))
            @if !asked.is_wrong() {
                (section(Text::HoldersOn { day }.to(lang), holders(lang, &held)))
            }
        });
    Ok(asked.answer(page))
}

fn holders(lang: Lang, held: &Held) -> Table<2> {
    let columns = [Text::Name, Text::Class].map(|text| Column::new(text.to(lang)));
    let rows = held.holders.iter().map(|card| {
        let name = html! { (link(person_page(card.id), &card.name)) " " span.meta { (card.kana) } };
        [
            name.into(),
            terms::class(lang, card.class).into_owned().into(),
        ]
    });
    Table::new(&*held.post.title, columns)
        .rows(rows)
        .empty(Empty::new(Icon::User, Text::NobodyHeld.to(lang)))
}
