//! The list: what is on the board, by category or by what it is to the reader.

use futures_util::{TryFutureExt as _, future::try_join4};
use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_kernel::{Fault, Timestamp};
use yakusho_messaging::board::{
    self, Asked, Category, CategoryId, Listed, PostRow, PostState, Shelf, ShelfRow,
};
use yakusho_messaging::{Summary, Words};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Disclosure, Empty, Icon, Tab, Table, Tag, Tone, badge, buttons, link,
    short_day, short_moment, tabs,
};
use yakusho_webkit::{Answer, Fields, Lang, PAGE_SIZE, Problem, SeeOther, Visit};

use super::categories::{self, CATEGORIES};
use super::daily::{self, DAILY_CHECK};
use super::texts::Text;
use super::{BOARD, category_page, page_of, post_page};

/// The views of the board beside its categories, by their names in the address.
const VIEWS: [(&str, Shelf, Text); 7] = [
    ("all", Shelf::All, Text::All),
    ("unread", Shelf::Unread, Text::Unread),
    ("owed", Shelf::Owed, Text::Owed),
    ("mine", Shelf::Mine, Text::Mine),
    ("drafts", Shelf::Drafts, Text::Drafts),
    ("awaiting", Shelf::Awaiting, Text::Awaiting),
    ("expired", Shelf::Expired, Text::Expired),
];

/// `GET /board`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let shelf = asked(&visit)?;
    let after = visit.after();
    let listed = board::list(&visit.cx, shelf, after.as_ref(), PAGE_SIZE);
    let (shelves, listed, waiting, shell) = try_join4(
        board::overview(&visit.cx).err_into(),
        listed.err_into(),
        crate::waiting(&visit),
        visit.shell(),
    )
    .await?;
    let lang = visit.lang;
    let view = View {
        visit: &visit,
        shelf,
        shelves: &shelves,
        waiting,
    };
    let title = match view.category() {
        Some(category) => category.name(lang).to_owned(),
        None => Text::Board.to(lang).into_owned(),
    };
    let mut page = Page::new(&shell, title);
    if view.category().is_some() {
        page = page.crumb(BOARD, Text::Board.to(lang));
    }
    if let Some(new) = view.new_post() {
        page = page.actions(html! { (new) });
    }
    Ok(Html(page.render(html! {
        (view.tabs())
        div.with-aside {
            (view.categories())
            div {
                (view.mark_read())
                (view.table(&listed))
                (visit.pager(listed.page.next.as_ref()))
                (view.management())
            }
        }
    })))
}

/// `POST /board/read`: lets everything in a category, or everywhere, count as read.
#[handler]
pub(super) async fn mark_read(visit: Visit, fields: Fields) -> Answer<SeeOther> {
    let mut read = fields.reader();
    let category = read.one("category");
    read.finish()?;
    board::mark_all_read(&visit.cx, category).await?;
    let back = category.map_or_else(|| BOARD.to_owned(), category_page);
    Ok(visit.see_other(back).saying(Text::AllRead.to(visit.lang)))
}

/// Which posts the address asks for.
fn asked(visit: &Visit) -> Result<Shelf, Problem> {
    let found = match (visit.query("category"), visit.query("view")) {
        (Some(id), _) => id.parse().ok().map(Shelf::Category),
        (None, None) => Some(Shelf::All),
        (None, Some(name)) => shelf(name),
    };
    Ok(found.ok_or(Fault::NotFound)?)
}

/// The view of that name.
pub(super) fn shelf(name: &str) -> Option<Shelf> {
    let mut views = VIEWS.iter();
    let (_, shelf, _) = views.find(|(known, ..)| *known == name)?;
    Some(*shelf)
}

struct View<'v> {
    visit: &'v Visit,
    shelf: Shelf,
    shelves: &'v [ShelfRow],
    waiting: Summary,
}

impl View<'_> {
    fn lang(&self) -> Lang {
        self.visit.lang
    }

    /// The category in sight, if one is.
    fn category(&self) -> Option<&Category> {
        match self.shelf {
            Shelf::Category(id) => self.category_of(id),
            _ => None,
        }
    }

    fn category_of(&self, id: CategoryId) -> Option<&Category> {
        let mut categories = self.shelves.iter().map(|shelf| &*shelf.category);
        categories.find(|category| category.id == id)
    }

    fn unread(&self) -> u64 {
        self.shelves.iter().map(|shelf| shelf.unread).sum()
    }

    /// Whether the list shows what others see, and not one's own.
    fn is_public(&self) -> bool {
        !matches!(
            self.shelf,
            Shelf::Mine | Shelf::Drafts | Shelf::Awaiting | Shelf::Expired
        )
    }

    fn new_post(&self) -> Option<Button> {
        let writable = self.shelves.iter().any(|shelf| shelf.writable);
        let address = match self.shelf {
            Shelf::Category(id) => format!("{BOARD}/new?category={id}"),
            _ => format!("{BOARD}/new"),
        };
        let button = Button::link(address, Text::NewPost.to(self.lang()));
        writable.then(|| button.primary().icon(Icon::Plus))
    }

    fn tabs(&self) -> Markup {
        let lang = self.lang();
        let views = VIEWS.map(|(name, shelf, text)| {
            let address = match shelf {
                Shelf::All => BOARD.to_owned(),
                _ => format!("{BOARD}?view={name}"),
            };
            let current = shelf == self.shelf
                || (shelf == Shelf::All && matches!(self.shelf, Shelf::Category(_)));
            let tab = Tab::new(address, text.to(lang)).current(current);
            let count = match shelf {
                Shelf::Unread => self.waiting.unread_posts,
                Shelf::Owed => self.waiting.posts_owed,
                Shelf::Awaiting => self.waiting.to_approve,
                _ => 0,
            };
            if count > 0 { tab.count(count) } else { tab }
        });
        tabs(Text::Views.to(lang), views)
    }

    /// The categories with how much of each is unread.
    fn categories(&self) -> Markup {
        let lang = self.lang();
        let current = |yes: bool| yes.then_some("page");
        html! {
            nav.aside-nav aria-labelledby="categories" {
                h2 id="categories" { (Text::Categories.to(lang)) }
                ul {
                    li {
                        a href=(BOARD) aria-current=[current(self.shelf == Shelf::All)] {
                            span { (Text::AllCategories.to(lang)) }
                            (unread_badge(lang, self.unread()))
                        }
                    }
                    @for ShelfRow { category, unread, .. } in self.shelves {
                        li {
                            a href=(category_page(category.id))
                                aria-current=[current(self.shelf == Shelf::Category(category.id))] {
                                span { (category.name(lang)) }
                                (unread_badge(lang, *unread))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The ways of those who manage the board.
    fn management(&self) -> Markup {
        let lang = self.lang();
        html! {
            p.list-acts {
                @if daily::is_seen_by(self.visit) { (link(DAILY_CHECK, Text::DailyCheck.to(lang))) }
                @if categories::are_set_by(self.visit) {
                    (link(CATEGORIES, Text::ManageCategories.to(lang)))
                }
            }
        }
    }

    /// The button that lets everything in sight count as read, behind a first press: it cannot be taken back.
    fn mark_read(&self) -> Markup {
        let (lang, category) = (self.lang(), self.category().map(|category| category.id));
        let shelves = self.shelves.iter();
        let shelves = shelves.filter(|shelf| category.is_none_or(|id| shelf.category.id == id));
        let n: u64 = shelves.map(|shelf| shelf.unread).sum();
        let asks = match self.shelf {
            Shelf::All | Shelf::Unread => Text::MarkAllRead,
            Shelf::Category(_) => Text::MarkCategoryRead,
            _ => return html! {},
        };
        let button = Button::post("/board/read", self.visit.csrf(), Text::MarkRead.to(lang));
        let button = category.iter().fold(button, |button, id| {
            button.field("category", id.to_string())
        });
        let body = html! {
            p { (Text::MarkReadHelp { n }.to(lang)) }
            (buttons(button.icon(Icon::Check)))
        };
        html! { @if n > 0 { (Disclosure::new(asks.to(lang), body)) } }
    }

    fn table(&self, listed: &Listed) -> Markup {
        let rows = || listed.pinned.iter().chain(&listed.page.items);
        if self.is_public() {
            let table = Table::new(
                Text::Board.to(self.lang()),
                self.columns([Text::Subject, Text::From, Text::Posted, Text::Confirmation]),
            );
            let table = rows().fold(table.empty(self.empty()), |table, row| {
                let cells = self.public(row);
                if row.unread {
                    table.unread_row(cells)
                } else {
                    table.row(cells)
                }
            });
            html! { (table) }
        } else {
            let table = Table::new(
                Text::Board.to(self.lang()),
                self.columns([Text::Subject, Text::From, Text::State, Text::Changed]),
            );
            html! { (table.rows(rows().map(|row| self.own(row))).empty(self.empty())) }
        }
    }

    fn columns(&self, texts: [Text; 4]) -> [Column; 4] {
        texts.map(|text| Column::new(text.to(self.lang())))
    }

    /// The row of a post that others see.
    fn public(&self, row: &PostRow) -> [Cell; 4] {
        let lang = self.lang();
        let at = row.visible_from.unwrap_or(row.changed_at);
        [
            self.subject(row).into(),
            (&*row.byline).into(),
            short_moment(lang, at.local()).into(),
            self.confirmation(row.confirmation).into(),
        ]
    }

    /// The row of a post of one's own, or of one that one is to approve.
    fn own(&self, row: &PostRow) -> [Cell; 4] {
        let lang = self.lang();
        [
            self.subject(row).into(),
            (&*row.byline).into(),
            state(
                lang,
                self.visit.cx.now(),
                row.state,
                row.visible_from,
                row.ends_at,
            )
            .into(),
            short_moment(lang, row.changed_at.local()).into(),
        ]
    }

    fn subject(&self, row: &PostRow) -> Markup {
        let lang = self.lang();
        let title = title(lang, &row.title);
        let page = match row.state {
            PostState::Draft => page_of(row.id, "edit"),
            _ => post_page(row.id),
        };
        html! {
            div.subject {
                @if row.unread { (Tag::new(Tone::Info, Text::Unread.to(lang))) " " }
                @if row.pinned { span.pinned { (Icon::Pin) (Common::Pinned.to(lang)) } " " }
                (link(page, title))
                @if row.changed && row.title.shown().is_some() { " " (Tag::new(Tone::Warning, Text::Updated.to(lang))) }
            }
            @let category = self.category_of(row.category).filter(|_| self.category().is_none());
            @if category.is_some() || row.files > 0 {
                p.meta.about {
                    @if let Some(category) = category { span { (category.name(lang)) } }
                    @if row.files > 0 { span { (Icon::Paperclip) (Text::Files { n: row.files }.to(lang)) } }
                }
            }
        }
    }

    fn confirmation(&self, asked: Option<Asked>) -> Markup {
        let lang = self.lang();
        match asked {
            None => html! {},
            Some(asked) if asked.done().is_some() => {
                html! { (Tag::new(Tone::Success, Common::Confirmed.to(lang))) }
            }
            Some(Asked { due, own, .. }) => html! {
                // Whoever wrote it is not asked.
                @if own {
                } @else if due.is_some_and(|due| due < self.visit.cx.today()) {
                    (Tag::new(Tone::Error, Common::Overdue.to(lang)))
                } @else {
                    (Tag::new(Tone::Warning, Text::MustConfirm.to(lang)))
                }
                @if let Some(due) = due { p.meta.due { (Text::DueOn.to(lang)) " " (short_day(lang, due)) } }
            },
        }
    }

    fn empty(&self) -> Empty {
        let text = match self.shelf {
            Shelf::All | Shelf::Category(_) => Text::NoPosts,
            Shelf::Unread => Text::NothingUnread,
            Shelf::Owed => Text::NothingOwed,
            Shelf::Mine => Text::NothingMine,
            Shelf::Drafts => Text::NoDrafts,
            Shelf::Awaiting => Text::NothingToApprove,
            Shelf::Expired => Text::NothingExpired,
        };
        Empty::new(Icon::Board, text.to(self.lang()))
    }
}

fn unread_badge(lang: Lang, n: u64) -> Markup {
    html! {
        @if n > 0 {
            span aria-hidden="true" { (badge(n)) }
            span.visually-hidden { (Text::UnreadIn { n }.to(lang)) }
        }
    }
}

/// A post's title, or what stands in its place.
pub(crate) fn title(lang: Lang, title: &Words<String>) -> String {
    match title {
        Words::Shown(title) => title.clone(),
        Words::Withdrawn(_) => Text::WithdrawnTitle.to(lang).into_owned(),
        Words::Removed(_) => Text::RemovedTitle.to(lang).into_owned(),
    }
}

/// How far a post has come, and whether its time is now.
pub(super) fn state(
    lang: Lang,
    now: Timestamp,
    state: PostState,
    visible_from: Option<Timestamp>,
    ends_at: Option<Timestamp>,
) -> Tag {
    let (tone, text) = match state {
        PostState::Draft => (Tone::Neutral, Text::Draft),
        PostState::Submitted => (Tone::Warning, Text::Submitted),
        PostState::Published if ends_at.is_some_and(|end| end <= now) => {
            (Tone::Neutral, Text::Ended)
        }
        PostState::Published if visible_from.is_some_and(|from| from > now) => {
            (Tone::Info, Text::Scheduled)
        }
        PostState::Published => (Tone::Success, Text::Shown),
        PostState::Withdrawn => (Tone::Neutral, Text::Withdrawn),
        PostState::Removed => (Tone::Error, Text::Removed),
    };
    Tag::new(tone, text.to(lang))
}
