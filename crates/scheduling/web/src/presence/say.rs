//! Saying where somebody is.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use time::Time;
use yakusho_accounts::directory;
use yakusho_kernel::{Fault, PersonId, Timestamp};
use yakusho_scheduling::presence::{self, Place, Presence, PresenceForm};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Choice, Form, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Visit};

use super::{PRESENCE, Text, back, page_of, place, state};
use crate::schedule::{time, time_of_day};
use crate::words::is_personal_alone;

/// The button by which what looks like personal information is said all the same.
const ALL_THE_SAME: &str = "all_the_same";

yakusho_webkit::texts! {
    enum Words {
        Mine: "自分の在席" / "Where I am";
        Now: "今の表示" / "Shown now";
        WithMore: "戻り時刻・コメントを付ける" / "With time and comment";
        SayTitle { name: String }: "{name}さんの在席" / "Where {name} is";
        Where: "どこにいるか" / "Where";
        Back: "戻り時刻" / "Back at";
        BackHelp: "外出のときに、今日戻る時刻を入力します。戻らないときは空欄のままにします。" / "For those who are out and come back today; empty otherwise.";
        Comment: "行き先・コメント" / "Place or comment";
        CommentHelp: "ほかの職員に公開されます。個人の氏名・電話番号などは書かないでください。" / "Everybody reads it: leave out names and phone numbers of citizens.";
        Save: "表示する" / "Show it";
        Saved: "在席を変更しました。" / "It is shown now.";
        Warned: "個人情報と思われる記載があります" / "There seems to be personal information in it";
        WarnedAdvice: "在席ボードは、ほかの職員にも公開されます。記載を直すか、業務に必要なときは「このまま表示する」を押してください。そう判断したことは、記録に残ります。" / "Others read the board. Take it out, or, where the work needs it, press “Show it all the same”; your decision is kept on record.";
        AllTheSame: "このまま表示する" / "Show it all the same";
    }
}

/// One's own place, changed by one press.
pub(super) fn quick(visit: &Visit, me: PersonId, said: Option<&Presence>) -> Markup {
    let lang = visit.lang;
    let now = said.map(|said| said.place);
    html! {
        section.act-box {
            h2 { (Words::Mine.to(lang)) }
            p {
                (Words::Now.to(lang)) " " (state(lang, said))
                @if let Some(said) = said { " " (back(Some(said))) " " (said.comment) }
            }
            (buttons(html! {
                @for one in Place::ALL {
                    @if Some(one) != now {
                        (Button::post(page_of(me), visit.csrf(), place(lang, one)).field("place", one.code()))
                    }
                }
                (Button::link(page_of(me), Words::WithMore.to(lang)).tertiary())
            }))
        }
    }
}

/// `GET /presence/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    page(&visit, id, visit.typed(), false).await
}

/// `POST /presence/:id`
#[handler]
pub(super) async fn set(visit: Visit, Path(id): Path<PersonId>, fields: Fields) -> Answer {
    let set = async {
        let form = read(&visit, &fields)?;
        let _ = presence::set(&visit.cx, id, &form).await?;
        Ok::<_, Problem>(())
    };
    match set.await {
        Ok(()) => {
            let said = Words::Saved.to(visit.lang);
            Ok(visit.see_other(PRESENCE).saying(said).into())
        }
        Err(problem) => {
            let warned = is_personal_alone(&problem);
            page(&visit, id, problem.again(&fields)?, warned).await
        }
    }
}

fn read(visit: &Visit, fields: &Fields) -> Answer<PresenceForm> {
    let mut read = fields.reader();
    let place = read.needed("place", |read: &mut Reader<'_>, name| {
        read.with(name, Place::from_code)
    });
    let back: Option<Time> = read.with("back_at", time_of_day);
    let place = read.finish_with(place)?;
    let today = visit.cx.today();
    Ok(PresenceForm {
        place,
        // Whoever is not out has nothing to come back from, whatever was typed before.
        back_at: back
            .filter(|_| place == Place::Out)
            .map(|at| Timestamp::at(today, at)),
        comment: fields.text("comment"),
        all_the_same: fields.has(ALL_THE_SAME),
    })
}

async fn page(visit: &Visit, id: PersonId, typed: Typed<'_>, warned: bool) -> Answer {
    let lang = visit.lang;
    let said = presence::said(&visit.cx, id).await?;
    let cards = directory::people(&visit.cx.reader(), visit.cx.today(), &[id]).await?;
    let name = cards.get(&id).ok_or(Fault::NotFound)?.name.clone();
    let form = typed.form(visit, page_of(id));
    let body = form.render(html! {
        (fields(&form, visit, said.as_ref()))
        (buttons(html! {
            (Button::submit(Words::Save.to(lang)).primary())
            @if warned { (Button::submit(Words::AllTheSame.to(lang)).field(ALL_THE_SAME, "1")) }
            (Button::link(PRESENCE, Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let title = Words::SayTitle { name };
    let page = Page::new(&shell, title.to(lang)).crumb(PRESENCE, Text::Title.to(lang));
    Ok(typed.page(page.render(html! {
        @if warned {
            (Alert::warning(lang, Words::Warned.to(lang)).body(html! { p { (Words::WarnedAdvice.to(lang)) } }))
        }
        (body)
    })))
}

fn fields(form: &Form, visit: &Visit, said: Option<&Presence>) -> Markup {
    let lang = visit.lang;
    let places = Place::ALL.map(|one| Choice::new(one.code(), place(lang, one)));
    let now = said.map_or(Place::Out, |said| said.place);
    html! {
        (form.radios("place", Words::Where.to(lang)).required().options(places).value(now.code()))
        (time(form, "back_at", Words::Back.to(lang)).help(Words::BackHelp.to(lang)).value(back(said)))
        (form.text("comment", Words::Comment.to(lang)).max_chars(PresenceForm::LONGEST_COMMENT)
            .help(Words::CommentHelp.to(lang)).values(said.map(|said| said.comment.clone())))
    }
}
