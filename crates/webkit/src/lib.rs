//! What every web crate stands on: texts in two languages, the page shell, the components, and
//! the style sheet, scripts and icons that they need.
//!
//! Whoever writes a page needs what is on this one.
//!
//! # Texts
//! A web crate declares its texts, both languages in a row; [`text::Common`] has what all share.
//! ```ignore
//! yakusho_webkit::texts! {
//!     /// What the board says.
//!     pub(crate) enum Text {
//!         Boards: "掲示板" / "Bulletin board";
//!         Late { days: u64 }: "{days}日超過" / "{days} day late" | "{days} days late" by days;
//!     }
//! }
//! Text::Boards.to(lang)        // Cow<'static, str>: goes into html!, and into every component
//! Common::Save.to(lang)
//! text::size(1_234_567)        // "1.2 MB";  text::number(12_345) is "12,345"
//! ```
//!
//! # Pages
//! The guards make a [`page::Shell`] for each request; a handler adds title and content. The
//! title is the heading: content begins with `h2`.
//! ```ignore
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
//! ```ignore
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
//! ```ignore
//! let form = Form::post(lang, "/boards/1/delete", csrf);
//! Confirm::new(lang, form, question, Common::Delete.to(lang), "/boards/1")
//!     .consequences(html! { p { (Text::WordsStay.to(lang)) } })
//!     .reason(500)
//! ```
//!
//! # Lists
//! ```ignore
//! Table::new(Text::Boards.to(lang), [
//!         Column::new(Text::Subject.to(lang)),                   // the first column names the row
//!         Column::new(Text::Date.to(lang)).sort(Sort::Descending, "?sort=date"),
//!         Column::number(Text::Count.to(lang)),
//!         Column::actions(Common::Edit.to(lang)),
//!     ])
//!     .row([link("/boards/1", "件名").into(), short_moment(lang, at).into(), "12".into(), edit.into()])
//!     .empty(Empty::new(Icon::Board, Text::NoPosts.to(lang)).next(Button::link("/boards/new", "…")))
//! Pager::new(lang, newer_href, older_href)
//! tabs(label, [Tab::new("/boards", Common::All.to(lang)).count(58).current(true)])
//! definitions([(Text::Section.to(lang), html! { "総務課" })])
//! status_list([(html! { "菅原 健一" }, Tag::new(Tone::Success, "確認済み"), moment(lang, at))])
//! progress(lang, 12, 300)
//! cards(html! { (Card::new(title, body).icon(Icon::Board).count(3).more("/boards", "すべて")) })
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
pub mod page;
pub mod text;
pub mod ui;

pub use yakusho_regulation::Lang;
