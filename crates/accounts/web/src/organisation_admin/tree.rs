//! The organisation on a day, with codes and order.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use time::Date;
use yakusho_accounts::directory::{self, UnitNode};
use yakusho_accounts::organisation;
use yakusho_kernel::{PersonId, UnitId};
use yakusho_regulation::SectionTag;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Form, Icon, Table, Tag, Tone, buttons, link,
};
use yakusho_webkit::{Answer, Lang, Visit};

use super::act::asked_day;
use super::texts::Text;
use super::{NEW_UNIT, PAGE, PEOPLE, unit_page};
use crate::{admin, orders, people, terms};

/// `GET /admin/organisation`: on which day (`on`).
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let (reader, day) = (visit.cx.reader(), asked_day(&visit));
    let units = directory::units(&reader, day).await?;
    let heads = organisation::heads(&reader, day).await?;
    let names: Vec<PersonId> = heads.values().copied().collect();
    let names = directory::people(&reader, day, &names).await?;
    let heads: HashMap<UnitId, (PersonId, String)> = heads
        .into_iter()
        .filter_map(|(unit, head)| Some((unit, (head, names.get(&head)?.name.clone()))))
        .collect();
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .actions(html! {
            (Button::link(NEW_UNIT, Text::NewUnit.to(lang)).primary().icon(Icon::Plus))
            (Button::link(PEOPLE, Text::ToPeople.to(lang)).icon(Icon::People))
            (Button::link(people::ORGANISATION, Text::ToView.to(lang)).icon(Icon::History))
        });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) " " (link(orders::PAGE, Text::ToOrders.to(lang))) }
        (of_day(&visit, PAGE, day))
        (table(lang, day, &units, &heads))
    })))
}

/// Which day is shown.
pub(super) fn of_day(visit: &Visit, here: &str, day: Date) -> Markup {
    let lang = visit.lang;
    let (asked, label) = (visit.day("on"), Text::OnDay.to(lang));
    let form = Form::filter(lang, here).errors(asked.error(&label));
    form.render(html! {
        (form.date("on", label).value(asked.held(Some(day))))
        (buttons(Button::submit(Text::Show.to(lang)).icon(Icon::Calendar)))
    })
}

fn table(
    lang: Lang,
    day: Date,
    units: &[UnitNode],
    heads: &HashMap<UnitId, (PersonId, String)>,
) -> Table<6> {
    let columns = [
        Column::new(Text::Name.to(lang)),
        Column::new(Text::Code.to(lang)),
        Column::new(Text::Rank.to(lang)),
        Column::number(Text::Position.to(lang)),
        Column::new(Text::Head.to(lang)),
        Column::new(Text::Tags.to(lang)),
    ];
    let rows = units.iter().map(|unit| -> [Cell; 6] {
        let to = format!("{}?on={day}", unit_page(unit.id));
        [
            // A wide space is read out as nothing, and stays in place on paper.
            html! { ("\u{3000}".repeat(unit.depth)) (link(to, &unit.name)) }.into(),
            (&*unit.code).into(),
            terms::rank(lang, unit.rank).into_owned().into(),
            unit.position.to_string().into(),
            html! {
                @match heads.get(&unit.id) {
                    Some((person, name)) => (link(super::person_page(person), name)),
                    None => (Tag::new(Tone::Warning, Text::Vacant.to(lang))),
                }
            }
            .into(),
            html! { @for tag in &unit.tags { (Tag::new(Tone::Info, tag_words(lang, *tag))) } }
                .into(),
        ]
    });
    Table::new(Text::Title.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Organisation, Text::NoUnits.to(lang)))
}

/// What a mark says.
pub(super) fn tag_words(lang: Lang, tag: SectionTag) -> std::borrow::Cow<'static, str> {
    match tag {
        SectionTag::PersonalInformation => Text::PersonalInformationMark,
    }
    .to(lang)
}
