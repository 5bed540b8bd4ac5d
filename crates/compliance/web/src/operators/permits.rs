//! What may be done at a terminal.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_compliance::asset;
use yakusho_compliance::designation::Target;
use yakusho_compliance::ids::AssetId;
use yakusho_compliance::inventory;
use yakusho_compliance::terminal::{self, Allowed, PermitForm, PermitId};
use yakusho_webkit::ui::{Button, Cell, Choice, Column, Table, buttons, day, section as titled};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Visit};

use super::of_asset;
use super::page::page;
use super::texts::Text;

/// The most sets of data that a field offers.
const MOST: usize = 1_000;

fn address(id: AssetId) -> String {
    format!("{}/{id}/permits", crate::inventory::ASSETS)
}

/// The section of a terminal's page about it.
pub(super) async fn section(visit: &Visit, id: AssetId, typed: &Typed<'_>) -> Answer<Markup> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let terminal = asset::show(cx, id).await?;
    let may = terminal::may_allow(cx, &terminal);
    let permits = terminal::permits(cx, id).await?;
    let data = inventory::data_sets(cx, None, None, MOST).await?.items;
    let named = |allowed: &Allowed| match allowed {
        Allowed::Business(words) => words.clone(),
        Allowed::Data(id) => {
            let found = data.iter().find(|one| one.id == *id);
            found.map(|one| one.name.clone()).unwrap_or_default()
        }
    };
    let kind = |allowed: &Allowed| match allowed {
        Allowed::Business(_) => Text::Business,
        Allowed::Data(_) => Text::DataSet,
    };
    let [what, name, until] =
        [Text::What, Text::Name, Text::Until].map(|text| Column::new(text.to(lang)));
    let columns = [what, name, until, Column::actions(Text::Act.to(lang))];
    let rows = permits.iter().map(|one| {
        let at = format!("{}/{}/withdraw", address(id), one.id);
        let take_back = Button::post(at, visit.csrf(), Text::Withdraw.to(lang));
        [
            Cell::from(kind(&one.allowed).to(lang).into_owned()),
            named(&one.allowed).into(),
            html! {
                (day(lang, one.days.first())) " 〜 "
                @match one.days.last() { Some(last) => (day(lang, last)), None => (Text::Open.to(lang)) }
            }
            .into(),
            html! { @if may { (take_back.small().danger().about(named(&one.allowed))) } }.into(),
        ]
    });
    let table = Table::new(Text::Permits.to(lang), columns).rows(rows);
    let choices = data
        .iter()
        .map(|one| Choice::new(one.id.to_string(), &*one.name));
    let today = visit.cx.today().to_string();
    let form = typed.form(visit, address(id));
    let days = |form: &yakusho_webkit::ui::Form| {
        html! {
            (form.date("since", Text::First.to(lang)).required().value(today.clone()))
            (form.date("until", Text::Last.to(lang)))
        }
    };
    Ok(titled(
        Text::Permits.to(lang),
        html! {
            p { (Text::PermitsHelp.to(lang)) }
            @if permits.is_empty() { p { (Text::NothingPermitted.to(lang)) } } @else { (table) }
            @if may {
                (form.clone().render(html! {
                    (form.text("business", Text::Business.to(lang)).max_chars(200))
                    (form.select("data", Text::DataSet.to(lang))
                        .options([Choice::new("", Text::NoData.to(lang))]).options(choices))
                    (days(&form))
                    (buttons(Button::submit(Text::AllowBusiness.to(lang)).primary()))
                }))
            }
        },
    ))
}

/// `POST /inventory/equipment/:id/permits`: a business, or data.
#[handler]
pub(super) async fn allow(visit: Visit, Path(id): Path<AssetId>, fields: Fields) -> Answer {
    let _ = asset::show(&visit.cx, id).await?;
    let allowed = async {
        let mut read = fields.reader();
        let data = read.one("data");
        let first = read.needed("since", Reader::day);
        let last = read.day("until");
        let first = read.finish_with(first)?;
        let allowed = match data {
            Some(data) => Allowed::Data(data),
            None => Allowed::Business(fields.text("business")),
        };
        let form = PermitForm {
            allowed,
            first,
            last,
        };
        Ok::<_, Problem>(terminal::allow(&visit.cx, id, form).await?)
    };
    match allowed.await {
        Ok(_) => {
            let said = Text::Allowed.to(visit.lang);
            Ok(visit.see_other(of_asset(id)).saying(said).into())
        }
        Err(problem) => page(&visit, Target::Asset(id), &problem.again(&fields)?).await,
    }
}

/// `POST /inventory/equipment/:id/permits/:permit/withdraw`
#[handler]
pub(super) async fn withdraw(
    visit: Visit,
    Path((id, permit)): Path<(AssetId, PermitId)>,
) -> Answer {
    let _ = terminal::withdraw(&visit.cx, id, permit).await?;
    let said = Text::Withdrawn.to(visit.lang);
    Ok(visit.see_other(of_asset(id)).saying(said).into())
}
