//! Categories, for whoever sets them.

use std::borrow::Cow;
use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory::{self, Audience};
use yakusho_kernel::{Fault, Invalid, UnitId};
use yakusho_messaging::board::{self, Approval, Category, CategoryForm, CategoryId};
use yakusho_messaging::text::Label;
use yakusho_regulation::{Lang, Role};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Column, Empty, Icon, Table, Tag, Tone, buttons, link};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::BOARD;
use super::texts::Text as Board;
use yakusho_audience::{self as audience, Offer};

/// The list.
pub(super) const CATEGORIES: &str = "/board/categories";

/// Up to how many units of an audience are named in the list.
const NAMED: usize = 3;

const READERS: &str = "readers";
const WRITERS: &str = "writers";

yakusho_webkit::texts! {
    /// What the pages say.
    enum Text {
        Title: "掲示板のカテゴリー" / "Categories of the board";
        Intro: "カテゴリーごとに、読む人、掲示する人、承認の要否を決めます。変更は記録に残ります。" / "For each category, set who reads it, who posts to it, and whose approval a post needs. Changes are kept on record.";
        New: "カテゴリーを追加" / "Add category";
        Edit: "カテゴリーの編集" / "Edit category";
        Name: "名称" / "Name";
        NameJa: "名称(日本語)" / "Name (Japanese)";
        NameEn: "名称(英語)" / "Name (English)";
        NameEnHelp: "空欄なら、英語の画面にも日本語の名称を表示します。" / "Empty: the Japanese name is shown in English, too.";
        Position: "並び順" / "Order";
        PositionHelp: "小さい数から順に並びます。" / "Smaller numbers come first.";
        Readers: "読む人" / "Who reads it";
        ReadersHelp: "部や課を選ぶと、その下の係まで含みます。職を選ぶと、その職に就いている人が読みます。" / "A unit includes those below it. A post means whoever holds it.";
        Writers: "掲示する人" / "Who posts to it";
        WritersHelp: "掲示する人は、読む人に選んでいなくても読めます。" / "Whoever posts to it also reads it.";
        Approval: "公開前の承認" / "Approval before it is shown";
        ApprovalHelp: "役割を選ぶと、その日にその役割を担う人が承認します。" / "A role means whoever holds it on the day.";
        NoApproval: "承認は要らない" / "None";
        SectionHead: "掲示する所属の長が承認する" / "The head of the section that posts";
        ByRole { role: String }: "{role}が承認する" / "{role}";
        Comments: "コメントを認める" / "Posts may take comments";
        Closed: "新しい掲示を止める(これまでの掲示は読めます)" / "Take no new posts (what is there stays)";
        IsClosed: "新規停止" / "Closed";
        Saved: "カテゴリーを保存しました。" / "The category was saved.";
        Everyone: "全職員" / "Everyone";
        Units { n: usize }: "所属{n}" / "{n} units";
        Posts { n: usize }: "職{n}" / "{n} posts";
        People { n: usize }: "職員{n}人" / "{n} people";
        None: "カテゴリーはまだありません。" / "There are no categories yet.";
    }
}

/// Whether the visitor may set categories, for the list of posts to lead there.
pub(super) fn are_set_by(visit: &Visit) -> bool {
    let actor = visit.cx.actor();
    actor.holds(Role::SystemAdministrator)
        || actor.standing().is_some_and(|standing| {
            let mut grants = standing.grants.iter();
            grants.any(|grant| grant.permission == board::EDIT_CATEGORIES)
        })
}

/// `GET /board/categories`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let categories = board::all_categories(&visit.cx).await?;
    let lang = visit.lang;
    let few = categories.iter().flat_map(|category| {
        let settings = &category.settings;
        few(&settings.readers).iter().chain(few(&settings.writers))
    });
    let few: Vec<UnitId> = few.copied().collect();
    let units = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &few).await?;
    let columns = [Text::Name, Text::Readers, Text::Writers, Text::Approval];
    let rows = categories.iter().map(|category| {
        let settings = &category.settings;
        let name = html! {
            (link(page_of(category.id), category.name(lang)))
            @if settings.closed { " " (Tag::new(Tone::Neutral, Text::IsClosed.to(lang))) }
        };
        [
            name.into(),
            in_short(&visit, &settings.readers, &units).into(),
            in_short(&visit, &settings.writers, &units).into(),
            approval(&visit, settings.approval).into(),
        ]
    });
    let table = Table::new(
        Text::Title.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(rows)
    .empty(Empty::new(Icon::Board, Text::None.to(lang)));
    let shell = visit.shell().await?;
    let button = Button::link(format!("{CATEGORIES}/new"), Text::New.to(lang));
    let page = Page::new(&shell, Text::Title.to(lang))
        .crumb(BOARD, Board::Board.to(lang))
        .actions(html! {
            @if visit.cx.actor().holds(Role::SystemAdministrator) { (button.primary().icon(Icon::Plus)) }
        });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (table)
    })))
}

fn page_of(id: CategoryId) -> String {
    format!("{CATEGORIES}/{id}")
}

/// The units of an audience, if they are so few that each is named.
fn few(audience: &Audience) -> &[UnitId] {
    if audience.units.len() <= NAMED {
        &audience.units
    } else {
        &[]
    }
}

/// An audience in a few words, with the names of units that are few.
fn in_short(visit: &Visit, audience: &Audience, names: &HashMap<UnitId, String>) -> String {
    let lang = visit.lang;
    if audience.everyone {
        return Text::Everyone.to(lang).into_owned();
    }
    let (units, posts, people) = (&audience.units, &audience.posts, &audience.people);
    let named = few(audience).iter().filter_map(|unit| names.get(unit));
    let named: Vec<Cow<'_, str>> = named.map(|name| name.as_str().into()).collect();
    let counted = if named.is_empty() { units.len() } else { 0 };
    let parts = [
        (counted, Text::Units { n: counted }),
        (posts.len(), Text::Posts { n: posts.len() }),
        (people.len(), Text::People { n: people.len() }),
    ];
    let parts = parts.iter().filter(|(n, _)| *n > 0);
    let parts = parts.map(|(_, text)| text.to(lang));
    let parts: Vec<_> = named.into_iter().chain(parts).collect();
    parts.join(match lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    })
}

/// An approval in words.
fn approval(visit: &Visit, approval: Approval) -> String {
    let (cx, lang) = (&visit.cx, visit.lang);
    match approval {
        Approval::None => Text::NoApproval.to(lang).into_owned(),
        Approval::SectionHead => Text::SectionHead.to(lang).into_owned(),
        Approval::Role(role) => {
            let bound = cx.city().role(role, cx.today());
            let role = bound.map_or_else(|| role.id(), |bound| bound.title(lang));
            Text::ByRole {
                role: role.to_owned(),
            }
            .to(lang)
            .into_owned()
        }
    }
}

/// `GET /board/categories/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    let _ = board::all_categories(&visit.cx).await?;
    editor(&visit, None, visit.typed()).await
}

/// `POST /board/categories/new`
#[handler]
pub(super) async fn add(visit: Visit, fields: Fields) -> Answer {
    if is_looking(&fields) {
        return editor(&visit, None, Typed::so_far(&fields)).await;
    }
    let added = async { Ok::<_, Problem>(board::add_category(&visit.cx, read(&fields)?).await?) };
    match added.await {
        Ok(_) => Ok(done(&visit)),
        Err(problem) => editor(&visit, None, problem.again(&fields)?).await,
    }
}

/// `GET /board/categories/:id`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<CategoryId>) -> Answer {
    let category = find(&visit, id).await?;
    editor(&visit, Some(&category), visit.typed()).await
}

/// `POST /board/categories/:id`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<CategoryId>, fields: Fields) -> Answer {
    let category = find(&visit, id).await?;
    if is_looking(&fields) {
        return editor(&visit, Some(&category), Typed::so_far(&fields)).await;
    }
    let changed = async {
        let revision = fields.reader().given("revision")?;
        Ok::<_, Problem>(board::change_category(&visit.cx, id, revision, read(&fields)?).await?)
    };
    match changed.await {
        Ok(_) => Ok(done(&visit)),
        Err(problem) => editor(&visit, Some(&category), problem.again(&fields)?).await,
    }
}

fn is_looking(fields: &Fields) -> bool {
    [READERS, WRITERS]
        .iter()
        .any(|name| audience::is_looking(fields, name))
}

fn done(visit: &Visit) -> poem::Response {
    let said = Text::Saved.to(visit.lang);
    visit.see_other(CATEGORIES).saying(said).into()
}

async fn find(visit: &Visit, id: CategoryId) -> Answer<Category> {
    let categories = board::all_categories(&visit.cx).await?;
    let mut found = categories.into_iter().filter(|category| category.id == id);
    Ok(found.next().ok_or(Fault::NotFound)?)
}

fn read(fields: &Fields) -> Result<CategoryForm, Invalid> {
    let mut read = fields.reader();
    let form = CategoryForm {
        name_ja: fields.text("name_ja"),
        name_en: fields.text("name_en"),
        position: read.one("position").unwrap_or_default(),
        readers: audience::read(&mut read, READERS),
        writers: audience::read(&mut read, WRITERS),
        comments: fields.has("comments"),
        approval: read
            .with("approval", Approval::from_code)
            .unwrap_or_default(),
        closed: fields.has("closed"),
    };
    read.finish()?;
    Ok(form)
}

async fn editor(visit: &Visit, category: Option<&Category>, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let settings = category.map(|category| &category.settings);
    let nobody = Audience::default();
    let readers = settings.map_or(&nobody, |settings| &settings.readers);
    let writers = settings.map_or(&nobody, |settings| &settings.writers);
    let offered = Offer::of(visit, READERS, typed.fields(), readers).await?;
    let offered_writers = Offer::of(visit, WRITERS, typed.fields(), writers).await?;
    let (address, title) = match category {
        None => (format!("{CATEGORIES}/new"), Text::New),
        Some(category) => (page_of(category.id), Text::Edit),
    };
    let form = typed.form(visit, address);
    let present = settings.map_or(Approval::None, |settings| settings.approval);
    let codes = [Approval::None, Approval::SectionHead].into_iter().chain(
        visit
            .cx
            .city()
            .roles(visit.cx.today())
            .map(|bound| Approval::Role(bound.role())),
    );
    let approvals = codes.map(|each| (each.code(), approval(visit, each)));
    let position = settings.map_or(0, |settings| settings.position);
    let body = form.render(html! {
        @if let Some(category) = category { (form.revision(category.revision)) }
        (form.text("name_ja", Text::NameJa.to(lang)).required().max_chars(Label::MAX)
            .value(settings.map_or("", |settings| settings.name_ja.as_str())))
        (form.text("name_en", Text::NameEn.to(lang)).max_chars(Label::MAX).help(Text::NameEnHelp.to(lang))
            .value(settings.and_then(|settings| settings.name_en.as_ref()).map_or("", |name| name.as_str())))
        (form.number("position", Text::Position.to(lang)).help(Text::PositionHelp.to(lang))
            .value(position.to_string()))
        (offered.field(&form, Text::Readers.to(lang), Text::ReadersHelp.to(lang), readers, true))
        (offered_writers.field(&form, Text::Writers.to(lang), Text::WritersHelp.to(lang), writers, true))
        (form.select("approval", Text::Approval.to(lang)).required().options(approvals)
            .value(present.code()).help(Text::ApprovalHelp.to(lang)))
        (form.checkbox("comments", Text::Comments.to(lang))
            .checked(settings.is_none_or(|settings| settings.comments)))
        (form.checkbox("closed", Text::Closed.to(lang))
            .checked(settings.is_some_and(|settings| settings.closed)))
        (buttons(html! {
            (Button::submit(Common::Save.to(lang)).primary())
            (Button::link(CATEGORIES, Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang))
        .crumb(BOARD, Board::Board.to(lang))
        .crumb(CATEGORIES, Text::Title.to(lang));
    Ok(typed.page(page.render(body)))
}
