//! What every web crate stands on: everything between a request and a domain's service (route table,
//! guards, forms, uploads, error pages, live notices), and everything that pages are made of (texts in
//! two languages, the page shell, the components, the style sheet, scripts and icons).
//!
//! Whoever writes a page needs what is on this one.
//!
//! # A web crate
//! It makes an [`Offer`]: its routes, what leads to them, its panels on the portal, and texts for the codes
//! of its domain. The server puts the offers of all web crates together.
//! ```text
//! pub fn offer() -> Offer {
//!     let routes = Routes::new()
//!         .get("/board", Access::User, list)                     // GET, HEAD
//!         .get("/board/new", Access::User, new)
//!         .post("/board", Access::User, publish)                 // POST of a form
//!         .upload("/board/:id/files", Access::User, attach)      // POST of a form with files
//!         .download("/board/:id/files/:file", Access::User, file)
//!         .get("/admin/board", Access::Role(Role::SystemAdministrator), categories)
//!         .api(Access::User, BoardApi)                           // poem-openapi, below /api/v1
//!         .function("board");                                    // stopped: all of it is 403, with the article
//!     Offer::new(routes)
//!         .nav(NavEntry::new("/board", Icon::Board, |lang| Text::Boards.to(lang))
//!             .function("board").badge(Unread))
//!         .panel(NewPosts)
//!         .words(&Words::default()
//!             .code("not_the_author", |lang| Text::NotTheAuthor.to(lang))  // Denied::why, Conflict, Reason::Code
//!             .notice("board.posted", |notice, lang| Told { text, href })
//!             .acts([("board.", ("掲示板", "Bulletin board")), ("board.publish", ("掲示の掲載", "Post published"))])
//!             .things([("board.post", ("掲示", "Post"))])
//!             .permissions([("board.category.edit", ("掲示板の分類の編集", "Edit categories"))]))
//! }
//! ```
//! [`Access`] is the first gate; what somebody may do to a thing is said by its domain's policy alone.
//!
//! # A handler
//! It takes a [`Visit`] and reads as the story of the request. `?` turns every error of a capability into a
//! [`Problem`]; the guards make it an error page or problem details, put a refusal on record, and keep the
//! inside of a failure for the log.
//! ```text
//! /// `GET /board`
//! #[handler]
//! async fn list(visit: Visit) -> Answer<Html<Markup>> {
//!     let posts = board::list(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
//!     let older = posts.next.map(|next| visit.here_with("after", next.as_str()));
//!     let shell = visit.shell().await?;
//!     Ok(Html(Page::new(&shell, Text::Boards.to(visit.lang)).render(html! {
//!         (table(visit.lang, &posts.items))
//!         (visit.pager(posts.next.as_ref()))
//!     })))
//! }
//! ```
//! A form has one function for its page, shown empty by `GET`, and again with what was typed and what is
//! wrong (422, or 409 where somebody else was quicker) after `POST`. An act ends in a redirect.
//! ```text
//! async fn editor(visit: &Visit, typed: Typed<'_>) -> Answer {
//!     let categories = board::categories(&visit.cx).await?;
//!     let form = typed.form(visit, "/board");                    // knows values, errors, language, token
//!     let shell = visit.shell().await?;
//!     Ok(typed.page(Page::new(&shell, Text::NewPost.to(visit.lang)).render(form.render(html! {
//!         (form.text("subject", Text::Subject.to(visit.lang)).required().max_chars(100))
//!         (form.select("category", Text::Category.to(visit.lang)).options(options(&categories)))
//!         (form.date("until", Text::Until.to(visit.lang)))
//!         (buttons(html! { (Button::submit(Common::Post.to(visit.lang)).primary()) }))
//!     }))))
//! }
//!
//! #[handler]
//! async fn new(visit: Visit) -> Answer {
//!     editor(&visit, visit.typed()).await                        // what waited while somebody signed in, if anything
//! }
//!
//! #[handler]
//! async fn publish(visit: Visit, fields: Fields) -> Answer {
//!     match submit(&visit, &fields).await {
//!         Ok(post) => Ok(visit.see_other(format!("/board/{}", *post)).saying(Text::Posted.to(visit.lang)).into()),
//!         Err(problem) => editor(&visit, problem.again(&fields)?).await,
//!     }
//! }
//!
//! async fn submit(visit: &Visit, fields: &Fields) -> Answer<Saved<PostId>> {
//!     let mut read = fields.reader();
//!     let draft = Draft {
//!         subject: fields.text("subject"),
//!         category: read.one("category"),
//!         until: read.day("until"),
//!     };
//!     read.finish()?;
//!     Ok(board::publish(&visit.cx, draft).await?)
//! }
//! ```
//! With files, the handler takes an [`Upload`] in place of `Fields`, and begins with
//! `let (fields, files) = upload.receive(&visit, limit).await?`: the files are in the blob store then.
//! A file is sent by [`Visit::download`], one that is made for the answer by [`Visit::file`] or [`Visit::stream`]. An id in the path is `Path(id): Path<PostId>`; one that is no id
//! answers 404.
//!
//! An operation of the API is the same service, with the same visit and the same problems:
//! ```text
//! #[OpenApi]
//! impl BoardApi {
//!     /// The posts, the newest first.
//!     #[oai(path = "/board/posts", method = "get", operation_id = "listPosts")]
//!     async fn list(&self, visit: Visit, after: Query<Option<String>>) -> Answer<Json<PostPage>> { /* … */ }
//! }
//! ```
//! A session's cookie works there with the header `X-CSRF-Token`; an API token with its scopes (reading
//! methods ask for `read`, others for `write`, routes of roles for `admin`).
//!
//! # Texts
//! A web crate declares its texts, both languages in a row; [`text::Common`] has what all share.
//! ```text
//! yakusho_webkit::texts! {
//!     /// What the board says.
//!     pub(crate) enum Text {
//!         Boards: "掲示板" / "Bulletin board";
//!         Late { days: u64 }: "{days}日超過" / "{days} day late" | "{days} days late" by days;
//!     }
//! }
//! Text::Boards.to(lang)        // Cow<'static, str>: goes into html!, and into every component
//! Common::Save.to(lang)
//! text::size(1_300_000)        // "1.2 MB";  text::number(12_345) is "12,345"
//! ```
//!
//! # Pages
//! [`Visit::shell`] makes the [`page::Shell`] of a request; a handler adds title and content. The
//! title is the heading: content begins with `h2`.
//! ```text
//! Page::new(&shell, post.subject)
//!     .crumb("/boards", Text::Boards.to(lang))                   // from the top down
//!     .tags(html! { (Tag::new(Tone::Warning, Common::Pinned.to(lang))) })
//!     .meta(html! { (post.author) " " (moment(lang, post.at.local())) })
//!     .actions(html! { (Button::link("/boards/1/edit", Common::Edit.to(lang)).icon(Icon::Edit)) })
//!     .notice(Alert::success(lang, Common::Saved.to(lang)))      // what the last act did
//!     .render(html! { (prose(&post.body)) (attachments(lang, &files)) })
//!
//! ErrorPage::new(&shell, 403, request_id)
//!     .refusal(Refusal { article: "第15条第4項".into(), href: Some("/regulation/15-4".into()) })
//!     .render(&shell)
//! ```
//! A shell without a user makes the narrow page for signing in.
//!
//! # Forms
//! ```text
//! let form = Form::post(lang, "/boards", csrf);                  // or Form::filter(lang, "/boards")
//! let form = form.typed(values).errors(errors);                  // only when shown again
//! form.multipart().render(html! {
//!     (form.text("subject", Text::Subject.to(lang)).required().max_chars(100).value(subject))
//!     (form.textarea("body", Text::Body.to(lang)).required().rows(10).help(Text::Hint.to(lang)))
//!     (form.select("category", Text::Category.to(lang)).options([("1", "お知らせ")]).value("1"))
//!     (form.radios("order", Text::Order.to(lang)).options([Choice::new("rank", "職位順")]))
//!     (form.checkbox("ask", Text::AskReaders.to(lang)).checked(true))
//!     (form.date("due", Text::Due.to(lang)).value("2026-11-30"))
//!     (form.files("files", Common::Attachments.to(lang), text::size(limit)))
//!     (form.people("to", Text::To.to(lang)).required().group(
//!         PeopleGroup::new("総務課", [Choice::new("u1", "菅原 健一").detail("主事").keywords("すがわら")])
//!             .whole("s1")))
//!     (buttons(html! {
//!         (Button::submit(Common::Post.to(lang)).primary())
//!         (Button::submit(Common::SaveDraft.to(lang)).field("draft", "1"))
//!         (Button::link("/boards", Common::Cancel.to(lang)).tertiary())
//!     }))
//! })
//! ```
//! With errors, the summary at the top, the message at each field and what was typed come by
//! themselves. A single act is [`ui::Button::post`]; a destructive one asks first:
//! ```text
//! let form = Form::post(lang, "/boards/1/delete", csrf);
//! Confirm::new(lang, form, question, Common::Delete.to(lang), "/boards/1")
//!     .consequences(html! { p { (Text::WordsStay.to(lang)) } })
//!     .reason(500)
//! ```
//!
//! # Lists
//! ```text
//! Table::new(Text::Boards.to(lang), [
//!         Column::new(Text::Subject.to(lang)),                   // the first column names the row
//!         Column::new(Text::Date.to(lang)).sort(Sort::Descending, "?sort=date"),
//!         Column::number(Text::Count.to(lang)),
//!         Column::actions(Common::Edit.to(lang)),
//!     ])
//!     .row([link("/boards/1", "件名").into(), short_moment(lang, at).into(), "12".into(), edit.into()])
//!     .empty(Empty::new(Icon::Board, Text::NoPosts.to(lang)).next(Button::link("/boards/new", "…")))
//! visit.pager(found.next.as_ref())
//! tabs(label, [Tab::new("/boards", Common::All.to(lang)).count(58).current(true)])
//! definitions([(Text::Section.to(lang), html! { "総務課" })])
//! status_list([(html! { "菅原 健一" }, Tag::new(Tone::Success, "確認済み"), moment(lang, at))])
//! progress(lang, 12, 300)
//! cards(html! { (Card::new(title, body).icon(Icon::Board).count(3).more("/boards", "すべて")) })
//! Disclosure::new("IDを変更する", form)                          // opened on demand, without a script
//! timeline(lang, &versions);  diff(lang, old, new);  tree(lang, label, &nodes)
//! ```
//!
//! # Rules
//! - No inline script, no `style` attribute: the content security policy refuses them. What a
//!   component lacks goes into `assets/css/`.
//! - A page works without scripts; they are only added to what works (`assets/js/`).
//! - No meaning by colour alone: [`ui::Tag`] and [`ui::Alert`] always have words.
//! - `cargo run -p yakusho-webkit --example gallery -- FOLDER` writes all of it to be looked at.

pub mod assets;
pub mod csv;
mod download;
mod fields;
mod guard;
pub mod history;
pub mod json;
pub mod kept_file;
mod notices;
mod own;
pub mod page;
mod problem;
mod route;
pub mod sent_file;
pub mod sheet;
mod site;
#[cfg(feature = "testing")]
pub mod testing;
pub mod text;
pub mod ui;
mod upload;
mod visit;
mod wording;

use poem::Response;

pub use download::entity_tag;
pub use fields::{Fields, Reader, Typed};
pub use guard::Attempted;
pub use notices::Live;
pub use problem::Problem;
pub use route::{Access, App, Entry, Kind, OfferFault, Routes};
pub use site::{
    Around, Badge, Beside, DayTurn, Ground, Named, NavEntry, NavSection, Offer, PageOf, Panel, Say,
    Settings, Site, Tell, Told, Words,
};
pub use upload::{Received, Upload};
pub use visit::{
    Announced, Authenticator, Halt, Maintenance, Must, NamedDay, Rests, SeeOther, SignedIn, Visit,
    within_site,
};

/// What a handler gives: its answer, or the problem that it met.
pub type Answer<T = Response> = Result<T, Problem>;

/// How many items a page of a list has.
pub const PAGE_SIZE: usize = 20;

pub use yakusho_regulation::Lang;
