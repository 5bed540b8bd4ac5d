//! Delegates: whom one lets write in one's calendar, for whom one writes, and what was proposed and waits to be confirmed.

mod api;
mod proposed;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_audience::{self as audience, PostOffer};
use yakusho_kernel::{PersonId, PostId};
use yakusho_scheduling::event::{self, Delegate, DelegateId, DelegateRow};
use yakusho_webkit::page::{Page, paths};
use yakusho_webkit::ui::{
    Button, Column, Empty, Form, Icon, Table, buttons, link, moment, section,
};
use yakusho_webkit::{Access, Answer, Fields, Problem, Reader, Routes, SeeOther, Typed, Visit};

use crate::people;
use crate::schedule::{FUNCTION, SCHEDULE, Text as Schedule, calendar_of, new_for};

/// Where delegates are named.
pub(crate) const DELEGATES: &str = "/schedule/delegates";

/// What waits to be confirmed.
pub(crate) const PROPOSED: &str = "/schedule/proposed";

/// The field of the people.
const PEOPLE: &str = "people";

/// The field of the post.
const POST: &str = "post";

yakusho_webkit::texts! {
    enum Text {
        Title: "予定の代行者" / "Delegates";
        Intro: "自分の予定表への登録・変更・回答を、秘書などに任せることができます。任された人が行ったことは、本人のための代行として記録に残ります。" / "You can let a secretary or others write, change and answer in your calendar. What they do is on record as done on your behalf.";
        StandIn: "予定だけでなく、回覧の確認なども任せるときは、秘書代行などの代理を設定してください。代理として操作している人は、予定も登録できます。" / "To have somebody confirm circulations and the like for you too, have them stand in for you. Who acts on your behalf writes in your calendar as well.";
        ToStandIn: "代理の設定を開く" / "Who stands in for whom";
        Mine: "自分の予定を任せている人" / "Who writes in my calendar";
        Nobody: "任せている人はいません。" / "Nobody does.";
        Who: "任せている人" / "Who";
        Since: "任せた日時" / "Since";
        Act: "操作" / "Act";
        Holder: "この役職に就いている人" / "whoever holds the post";
        Stop: "任せるのをやめる" / "Stop";
        Stopped: "任せるのをやめました。" / "They write in your calendar no longer.";
        Name: "任せる人を決める" / "Name somebody";
        People: "職員" / "People";
        PeopleHelp: "選んだ人が、自分の予定表に書けるようになります。本人に通知が届きます。" / "They can write in your calendar, and are told.";
        Post: "役職" / "Post";
        PostHelp: "人ではなく役職に任せると、人事異動のときに後任者へ引き継がれます。" / "A post passes to its next holder when orders move people.";
        Give: "任せる" / "Let them write";
        Given: "予定を任せました。" / "They may write in your calendar now.";
        Theirs: "予定を任されている人" / "In whose calendars I write";
        NoOwner: "予定を任されている人はいません。" / "Nobody lets you write in their calendar.";
        See: "予定表を見る" / "Calendar";
        New: "予定を登録" / "New event";
        Proposed: "確定待ちの予定を見る" / "Events to be confirmed";
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(DELEGATES, Access::User, show)
        .post(DELEGATES, Access::User, add)
        .post("/schedule/delegates/:id/revoke", Access::User, revoke)
        .get(PROPOSED, Access::User, proposed::list)
        .api(Access::User, api::DelegateApi)
        .function(FUNCTION)
}

/// `GET /schedule/delegates`
#[handler]
async fn show(visit: Visit) -> Answer {
    page(&visit, visit.typed()).await
}

/// `POST /schedule/delegates`
#[handler]
async fn add(visit: Visit, fields: Fields) -> Answer {
    if people::is_looking(&fields, PEOPLE) || audience::is_looking(&fields, POST) {
        let fields = people::gathered(&visit, &fields, PEOPLE).await?;
        return page(&visit, Typed::so_far(&fields)).await;
    }
    let given = async {
        let mut read = fields.reader();
        let people: Vec<PersonId> = read.all(PEOPLE);
        let post: Option<PostId> = read.one(POST);
        let named = people.into_iter().map(Delegate::Person);
        let named: Vec<Delegate> = named.chain(post.map(Delegate::Post)).collect();
        if named.is_empty() {
            read.needed(PEOPLE, |_: &mut Reader<'_>, _| None::<()>);
        }
        read.finish()?;
        let me = visit.me()?.standing.person;
        let _ = event::give(&visit.cx, me, &named).await?;
        Ok::<_, Problem>(())
    };
    match given.await {
        Ok(()) => {
            let said = Text::Given.to(visit.lang);
            Ok(visit.see_other(DELEGATES).saying(said).into())
        }
        Err(problem) => page(&visit, problem.again(&fields)?).await,
    }
}

/// `POST /schedule/delegates/:id/revoke`
#[handler]
async fn revoke(visit: Visit, Path(id): Path<DelegateId>) -> Answer<SeeOther> {
    let _ = event::revoke(&visit.cx, id).await?;
    let said = Text::Stopped.to(visit.lang);
    Ok(visit.see_other(DELEGATES).saying(said))
}

async fn page(visit: &Visit, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let me = visit.me()?.standing.person;
    let rows = event::delegates(&visit.cx, me).await?;
    let owners = event::owners(&visit.cx).await?;
    let cards = directory::people(&visit.cx.reader(), visit.cx.today(), &owners).await?;
    let owners: Vec<&PersonCard> = owners.iter().filter_map(|id| cards.get(id)).collect();
    let named = named(visit, &rows).await?;
    let form = typed.form(visit, DELEGATES);
    let give = give_form(visit, &form, &typed).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang))
        .crumb(SCHEDULE, Schedule::Schedule.to(lang))
        .actions(html! { (Button::link(PROPOSED, Text::Proposed.to(lang)).icon(Icon::Check)) });
    Ok(typed.page(page.render(html! {
        p { (Text::Intro.to(lang)) }
        p { (Text::StandIn.to(lang)) " " (link(paths::DELEGATIONS, Text::ToStandIn.to(lang))) }
        (section(Text::Mine.to(lang), mine(visit, &rows, &named)))
        (section(Text::Name.to(lang), give))
        (section(Text::Theirs.to(lang), theirs(visit, &owners)))
    })))
}

async fn give_form(visit: &Visit, form: &Form, typed: &Typed<'_>) -> Answer<Markup> {
    let lang = visit.lang;
    let people = people::Offer::of(visit, PEOPLE, typed.fields(), &[]).await?;
    let post = PostOffer::of(visit, POST, typed.fields(), None).await?;
    Ok(form.render(html! {
        (people.field(form, Text::People.to(lang), Text::PeopleHelp.to(lang), &[]))
        (post.field(form, lang, Text::Post.to(lang), Text::PostHelp.to(lang), None))
        (buttons(html! { (Button::submit(Text::Give.to(lang)).primary()) }))
    }))
}

/// The names of those who are let, in their order.
async fn named(visit: &Visit, rows: &[DelegateRow]) -> Answer<Vec<Markup>> {
    let (lang, on, today) = (visit.lang, visit.cx.reader(), visit.cx.today());
    let people = rows.iter().filter_map(|row| match row.delegate {
        Delegate::Person(person) => Some(person),
        Delegate::Post(_) => None,
    });
    let posts = rows.iter().filter_map(|row| match row.delegate {
        Delegate::Post(post) => Some(post),
        Delegate::Person(_) => None,
    });
    let people = directory::people(&on, today, &people.collect::<Vec<_>>()).await?;
    let posts = directory::post_cards(&on, today, &posts.collect::<Vec<_>>()).await?;
    let names = rows.iter().map(|row| match row.delegate {
        Delegate::Person(person) => html! {
            @if let Some(card) = people.get(&person) {
                (card.name) p.meta { (card.unit_name) " " (card.post_title) }
            }
        },
        Delegate::Post(post) => html! {
            @if let Some(card) = posts.get(&post) { (card.unit_name) " " (card.title) }
            p.meta { (Text::Holder.to(lang)) }
        },
    });
    Ok(names.collect())
}

fn mine(visit: &Visit, rows: &[DelegateRow], named: &[Markup]) -> Markup {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::Who.to(lang)),
        Column::new(Text::Since.to(lang)),
        Column::actions(Text::Act.to(lang)),
    ];
    let lines = rows.iter().zip(named).map(|(row, name)| {
        let to = format!("{DELEGATES}/{}/revoke", row.id);
        let stop = Button::post(to, visit.csrf(), Text::Stop.to(lang)).small();
        [
            name.clone().into(),
            moment(lang, row.given_at.local()).into(),
            html! { (stop) }.into(),
        ]
    });
    let empty = Empty::new(Icon::User, Text::Nobody.to(lang));
    let table = Table::new(Text::Mine.to(lang), columns).rows(lines);
    html! { (table.empty(empty)) }
}

fn theirs(visit: &Visit, owners: &[&PersonCard]) -> Markup {
    let lang = visit.lang;
    html! {
        @if owners.is_empty() { p { (Text::NoOwner.to(lang)) } }
        @else {
            ul {
                @for card in owners {
                    li {
                        (card.name) " " span.meta { (card.unit_name) " " (card.post_title) } " "
                        (link(calendar_of(card.id), Text::See.to(lang))) " "
                        (link(new_for(card.id), Text::New.to(lang)))
                    }
                }
            }
        }
    }
}
