//! A guest book: one of each kind of route.

#![expect(
    clippy::unused_async,
    reason = "handlers and operations are asynchronous"
)]

use std::time::Duration;

use async_trait::async_trait;
use maud::{Markup, html};
use poem::http::StatusCode;
use poem::web::{Html, Path};
use poem::{IntoResponse, Response, handler};
use poem_openapi::param::{Path as ApiPath, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use yakusho_blobs::BlobHash;
use yakusho_kernel::{Conflict, Fault, Invalid, NoticeId, Reason};
use yakusho_regulation::{Role, Verdict, rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Button, Card, Icon, buttons};
use yakusho_webkit::{
    Access, Answer, Attempted, Badge, Fields, NavEntry, NavSection, Offer, Panel, Problem, Routes,
    SeeOther, Told, Typed, Upload, Visit, Words,
};

use crate::policy;

yakusho_webkit::texts! {
    /// What the guest book says.
    pub enum Text {
        Book: "芳名帳" / "Guest book";
        Name: "お名前" / "Name";
        Day: "ご来訪日" / "Day of your visit";
        Seats: "座席" / "Seats";
        Sign: "記帳する" / "Sign";
        Signed: "記帳しました(100%)。" / "Signed (100%).";
        TooProud: "その肩書は書けません。" / "Not with that title.";
        Full: "満席です。" / "All seats are taken.";
        Guests: "来訪者" / "Guests";
    }
}

/// The longest name, in characters.
pub const LONGEST: usize = 20;

/// The largest file, in bytes.
pub const FILE: u64 = 1_000;

/// The guest book's offer.
pub fn offer() -> Offer {
    let of_book = Routes::new()
        .get("/book", Access::User, list)
        .get("/book/new", Access::User, new)
        .post("/book", Access::User, sign)
        .get("/book/:id", Access::User, entry)
        .upload("/book/files", Access::User, attach)
        .download("/book/files/:hash", Access::User, take)
        .api(Access::User, BookApi)
        .function("book");
    let others = Routes::new()
        .get("/plain", Access::Anyone, plain)
        .get("/open", Access::Public, open)
        .get("/account/password", Access::SignedIn, plain)
        .get("/office", Access::Role(Role::SystemSupervisor), plain)
        .get("/offices", Access::AnyRole(&OFFICES), plain)
        .attempt("/sign-in", Access::Public, sign_in)
        .attempt("/safe", Access::Public, open_safe)
        .post("/sign-out", Access::SignedIn, sign_out)
        .post("/suspend", Access::User, suspend)
        .get("/faults/:kind", Access::User, fault)
        .get("/slow", Access::User, slow)
        .api(Access::Role(Role::SystemAdministrator), OfficeApi)
        .api_attempt(Access::Public, DoorApi);
    Offer::new(of_book.join(others))
        .nav(
            NavEntry::new("/book", Icon::Book, |lang| Text::Book.to(lang))
                .function("book")
                .badge(Three),
        )
        .nav(
            NavEntry::new("/office", Icon::Shield, |_| "総括責任者室".into())
                .section(NavSection::Administration)
                .access(Access::Role(Role::SystemSupervisor)),
        )
        .user_menu("/account/password", |_| "パスワード".into())
        .panel(Guests)
        .panel(Nothing)
        .words(
            &Words::default()
                .code("too_proud", |lang| Text::TooProud.to(lang))
                .code("full", |lang| Text::Full.to(lang))
                .code("function.book", |_| "来訪者名簿".into())
                .notice("book.signed", |notice, lang| Told {
                    text: format!("{} {}", notice.params["name"], Text::Book.to(lang)),
                    href: "/book".to_owned(),
                }),
        )
}

/// The offices of [`Access::AnyRole`].
const OFFICES: [Role; 2] = [Role::SystemSupervisor, Role::SystemAdministrator];

struct Three;

#[async_trait]
impl Badge for Three {
    async fn count(&self, _: &Visit) -> Result<u64, Problem> {
        Ok(3)
    }
}

struct Guests;

#[async_trait]
impl Panel for Guests {
    async fn render(&self, visit: &Visit) -> Result<Option<Markup>, Problem> {
        let title = Text::Guests.to(visit.lang);
        Ok(Some(html! { (Card::new(title, html! { p { "三名" } })) }))
    }
}

struct Nothing;

#[async_trait]
impl Panel for Nothing {
    async fn render(&self, _: &Visit) -> Result<Option<Markup>, Problem> {
        Ok(None)
    }
}

#[handler]
async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let shell = visit.shell().await?;
    let next = visit.here_with("after", "次");
    Ok(Html(Page::new(&shell, Text::Book.to(visit.lang)).render(
        html! { p { "here:" (visit.here()) } a href=(next) { "next" } },
    )))
}

async fn editor(visit: &Visit, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let form = typed.form(visit, "/book");
    let shell = visit.shell().await?;
    Ok(typed.page(
        Page::new(&shell, Text::Sign.to(lang)).render(form.render(html! {
            (form.text("name", Text::Name.to(lang)).required().max_chars(LONGEST))
            (form.date("day", Text::Day.to(lang)))
            (form.number("seats", Text::Seats.to(lang)))
            (buttons(html! { (Button::submit(Text::Sign.to(lang)).primary()) }))
        })),
    ))
}

#[handler]
async fn new(visit: Visit) -> Answer {
    editor(&visit, visit.typed()).await
}

#[handler]
async fn sign(visit: Visit, fields: Fields) -> Answer {
    match signed(&visit, &fields) {
        Ok(()) => Ok(visit
            .see_other("/book")
            .saying(Text::Signed.to(visit.lang))
            .into()),
        Err(problem) => editor(&visit, problem.again(&fields)?).await,
    }
}

fn signed(visit: &Visit, fields: &Fields) -> Result<(), Problem> {
    let mut read = fields.reader();
    let _ = read.day("day");
    let seats: Option<u32> = read.one("seats");
    read.finish()?;
    let name = fields.text("name");
    let mut wrong = Invalid::default();
    match name.as_str() {
        "" => wrong.push("name", Reason::Required),
        "閣下" => {
            let mark = rule!(SuspensionBySupervisor);
            if let Verdict::Broken(basis) = mark.judge(visit.cx.city(), visit.cx.today(), false) {
                wrong.push_by("name", Reason::Code("too_proud"), basis);
            }
        }
        long if long.chars().count() > LONGEST => {
            wrong.push("name", Reason::TooLong { max: LONGEST });
        }
        _ => {}
    }
    wrong.check()?;
    if seats.is_some_and(|seats| seats > 9) {
        return Err(Conflict { code: "full" }.into());
    }
    Ok(())
}

#[handler]
async fn entry(visit: Visit, Path(id): Path<NoticeId>) -> Answer<String> {
    let _ = visit.me()?;
    Ok(format!("entry {id}"))
}

#[handler]
async fn attach(visit: Visit, upload: Upload) -> Answer {
    let (fields, files) = upload.receive(&visit, FILE).await?;
    if let Err(wrong) = fields.reader().finish() {
        return editor(&visit, Problem::from(wrong).again(&fields)?).await;
    }
    let lines = files.iter().map(|file| {
        let (kind, size) = (file.stored.media_type, file.stored.size);
        format!(
            "{}|{}|{kind}|{size}|{}\n",
            file.field, file.name, file.stored.hash
        )
    });
    let note = fields.text("note");
    Ok(format!("note={note}\n{}", lines.collect::<String>()).into())
}

#[handler]
async fn take(visit: Visit, Path(hash): Path<String>) -> Answer {
    let hash: BlobHash = hash.parse().map_err(|_| Fault::NotFound)?;
    let name = visit.query("name").unwrap_or("名簿.pdf");
    visit.download(&hash, name, "application/pdf").await
}

#[handler]
fn plain() -> &'static str {
    "plain"
}

#[handler]
async fn open(visit: Visit) -> Answer<String> {
    let who = visit.signed_in().map_or("nobody", |me| &me.display_name);
    Ok(format!("{who}|{}|{:?}", visit.next(), visit.client()))
}

#[handler]
async fn sign_in(visit: Visit, Attempted { fields, wait }: Attempted) -> Answer<Response> {
    let secret = fields.text("secret");
    let status = match wait {
        Some(_) => StatusCode::TOO_MANY_REQUESTS,
        None if secret == "wrong" => StatusCode::UNAUTHORIZED,
        None => return Ok(visit.see_other(visit.next()).begin_session(&secret).into()),
    };
    Ok(fields.text("id").with_status(status).into_response())
}

#[handler]
async fn open_safe(_: Fields) -> Answer<SeeOther> {
    Err(Invalid::field("secret", Reason::Unknown).into())
}

#[handler]
async fn sign_out(visit: Visit) -> Answer<SeeOther> {
    let _ = visit.me()?;
    Ok(visit.see_other("/sign-in").end_session())
}

#[handler]
async fn suspend(visit: Visit) -> Answer<SeeOther> {
    drop(policy::may_suspend(&visit.cx)?);
    Ok(visit.see_other("/book"))
}

/// The inside of a failure, which nobody may see.
pub const INSIDE: &str = "password=hunter2";

#[handler]
async fn fault(Path(kind): Path<String>) -> Answer<String> {
    Err(match kind.as_str() {
        "conflict" => Conflict::CHANGED.into(),
        "full" => Conflict { code: "full" }.into(),
        "invalid" => Invalid::field("name", Reason::Required).into(),
        "unavailable" => Fault::Unavailable(INSIDE.into()).into(),
        "internal" => Problem::internal(INSIDE),
        "panic" => panic!("{INSIDE}"),
        _ => Fault::NotFound.into(),
    })
}

#[handler]
async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_hours(1)).await;
    "at last"
}

/// What is written into the book.
#[derive(Object)]
pub struct NewGuest {
    /// The name.
    #[oai(validator(max_length = 20))]
    name: String,
}

/// A guest.
#[derive(Object)]
pub struct Guest {
    /// The name.
    name: String,
}

struct BookApi;

#[OpenApi]
impl BookApi {
    /// The guests.
    #[oai(path = "/guests", method = "get", operation_id = "listGuests")]
    async fn list(&self, visit: Visit, after: Query<Option<String>>) -> Answer<Json<Vec<Guest>>> {
        let name = visit.me()?.display_name.clone();
        let after = after.0.map(|name| Guest { name });
        Ok(Json([Guest { name }].into_iter().chain(after).collect()))
    }

    /// One guest.
    #[oai(path = "/guests/:id", method = "get", operation_id = "getGuest")]
    async fn get(&self, id: ApiPath<uuid::Uuid>) -> Answer<Json<Guest>> {
        let name = id.0.to_string();
        Ok(Json(Guest { name }))
    }

    /// Signs the book.
    #[oai(path = "/guests", method = "post", operation_id = "addGuest")]
    async fn add(&self, visit: Visit, guest: Json<NewGuest>) -> Answer<Json<Guest>> {
        let name = guest.0.name;
        if name.is_empty() {
            return Err(Invalid::field("name", Reason::Required).into());
        }
        if name == "閣下" {
            drop(policy::may_suspend(&visit.cx)?);
        }
        Ok(Json(Guest { name }))
    }
}

struct OfficeApi;

#[OpenApi]
impl OfficeApi {
    /// What the administrator alone sees.
    #[oai(path = "/office", method = "get", operation_id = "getOffice")]
    async fn get(&self) -> Answer<Json<String>> {
        Ok(Json("office".to_owned()))
    }
}

struct DoorApi;

#[OpenApi]
impl DoorApi {
    /// Tries the door.
    #[oai(path = "/door", method = "post", operation_id = "knock")]
    async fn knock(&self) -> Answer<Json<String>> {
        Ok(Json("come in".to_owned()))
    }
}
