//! The page of one provision.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_attachments::AttachmentId;
use yakusho_compliance::inventory;
use yakusho_compliance::provision::{self, ProvisionId, ProvisionView};
use yakusho_kernel::{Notices, Seen, Subject as _};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, Icon, buttons, section};
use yakusho_webkit::{Answer, PAGE_SIZE, Typed, Visit};

use super::list::stands;
use super::{PROVISIONS, Text, page_of, story};
use crate::forms::{FORMS, Text as Forms};

/// How many releases the page shows.
const RELEASES: usize = 5;

/// The most characters of the general manager's word.
const WORD: usize = 4_000;

/// `GET /provisions/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<ProvisionId>) -> Answer {
    let view = provision::show(&visit.cx, id).await?;
    let mine = Notices(visit.me()?.standing.person);
    if mine.unseen_once(&visit.cx).await? > 0 {
        mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    }
    page(&visit, &view, Typed::nothing()).await
}

/// `GET /provisions/:id/files/:file`
#[handler]
pub(super) async fn file(
    visit: Visit,
    Path((id, file)): Path<(ProvisionId, AttachmentId)>,
) -> Answer {
    yakusho_attachments_web::download(&visit, &id, file).await
}

/// What a provision is called on its pages.
pub(super) async fn title(visit: &Visit, view: &ProvisionView) -> Answer<String> {
    let data = inventory::data_set(&visit.cx, view.provision.data)
        .await?
        .name;
    let recipient = view.provision.recipient.clone();
    Ok(Text::To { data, recipient }.to(visit.lang).into_owned())
}

/// The provision as it is now, with what was typed into its form.
pub(super) async fn page(visit: &Visit, view: &ProvisionView, typed: Typed<'_>) -> Answer {
    let (lang, cx, id) = (visit.lang, &visit.cx, view.provision.id);
    let owner = view.provision.section;
    let units = directory::unit_names(&cx.reader(), cx.today(), &[owner]).await?;
    let owner = units.get(&owner).cloned().unwrap_or_default();
    let releases = provision::releases(cx, id, None, RELEASES).await?;
    let events = provision::events(cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
    let shell = visit.shell().await?;
    let state = view.agreement.as_ref().map(|agreement| agreement.state);
    let body = html! {
        (answer(visit, view, &typed))
        (section(Text::Consultation.to(lang), story::consultation(lang, view, &owner)))
        (section(Text::Agreement.to(lang), story::agreement(lang, view)))
        (section(Text::Conditions.to(lang), story::conditions(lang, view)))
        (section(Text::Releases.to(lang), story::releases(lang, id, &releases)))
        (section(Text::Events.to(lang), html! {
            (story::events(lang, &events.items))
            (visit.pager(events.next.as_ref()))
        }))
    };
    let page = Page::new(&shell, title(visit, view).await?)
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(PROVISIONS, Text::Provisions.to(lang))
        .tags(html! { (stands(lang, view.standing, state)) })
        .actions(actions(visit, view))
        .render(body);
    Ok(typed.page(page))
}

fn actions(visit: &Visit, view: &ProvisionView) -> Markup {
    let (lang, may, id) = (visit.lang, view.may, view.provision.id);
    let agree = match view.agreement {
        Some(_) => Text::ChangeAgreement,
        None => Text::DrawUp,
    };
    let to = |what: &str, text: Text| Button::link(page_of(id, what), text.to(lang));
    html! {
        @if may.close { (to("record/return", Text::RecordReturn).primary()) }
        @if may.agree { (to("agreement", agree).icon(Icon::Edit)) }
        @if may.release { (to("release", Text::Release).icon(Icon::Plus)) }
        @if may.record {
            (to("record/inspection", Text::RecordInspection))
            (to("record/accident", Text::RecordAccident))
        }
        @if may.end { (to("end", Text::End).danger()) }
        (Button::print(Common::Print.to(lang)))
    }
}

/// The form of what waits for the reader: the word on the eighth condition, or the conclusion.
fn answer(visit: &Visit, view: &ProvisionView, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let Some(agreement) = &view.agreement else {
        return html! {};
    };
    let words = view.may.word && !view.may.conclude;
    let earlier = agreement.word.as_ref();
    let verdict = earlier.map(|word| {
        if word.clause.is_some() {
            "more"
        } else {
            "nothing"
        }
    });
    let needs = earlier.and_then(|word| word.clause.as_ref());
    let (what, title, help) = if words {
        ("word", Text::WordTitle, Text::WordHelp)
    } else if view.may.conclude {
        ("conclude", Text::ConcludeTitle, Text::ConcludeHelp)
    } else {
        return html! {};
    };
    let form = typed.form(visit, page_of(view.provision.id, what));
    let today = visit.cx.today().to_string();
    let on = form
        .date("on", Text::Day.to(lang))
        .required()
        .max(today.clone())
        .help(Text::DayHelp.to(lang))
        .value(today);
    let body = html! {
        (form.revision(agreement.revision))
        p { (help.to(lang)) }
        @if words {
            (form.radios("verdict", Text::WordQuestion.to(lang)).required().options([
                Choice::new("nothing", Text::WordNothing.to(lang)),
                Choice::new("more", Text::WordMore.to(lang)),
            ]).values(verdict))
            (form.textarea("needs", Text::WordClause.to(lang)).rows(3).max_chars(WORD)
                .values(needs.map(|clause| &*clause.text)))
        }
        (on)
        (buttons(html! {
            @if words {
                (Button::submit(Text::GiveWord.to(lang)).primary())
            } @else {
                (Button::submit(Text::Conclude.to(lang)).primary())
            }
        }))
    };
    html! { div.act-box { (section(title.to(lang), form.clone().render(body))) } }
}
