//! The page of one document.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_attachments::AttachmentId;
use yakusho_attachments_web as attachments;
use yakusho_audience::registration;
use yakusho_documents::document::{self, Content, DocumentId, DocumentView, State};
use yakusho_kernel::{Notices, Seen, Subject as _};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{
    Alert, Button, Icon, Tag, Tone, article, buttons, day, definitions, moment, section,
};
use yakusho_webkit::{Answer, Lang, Visit};

use super::{file_page, page_of, preview, reading};
use crate::folder::{crumbs, number};
use crate::folder_page;
use crate::names::Names;
use crate::texts::{Text, category, fiscal_year, retention};

yakusho_webkit::texts! {
    /// What the page says.
    enum Words {
        Register: "登録する" / "Register";
        IsDraft: "下書きです。登録するまで、ほかの人には見えません。" / "This is a draft. Nobody else sees it until it is registered.";
        RemovedBy { by: String }: "{by}がこの文書を削除しました。" / "This document was taken down by {by}.";
        ReasonWas { reason: String }: "理由:{reason}" / "Reason: {reason}";
        Kept: "元の内容は証跡として保存されています。" / "What it said is kept as evidence.";
        Withdrawn: "この文書は取り下げられました。" / "This document was withdrawn.";
        Reinstate: "元に戻す" / "Put up again";
        Evidence: "元の内容を見る(記録されます)" / "See what it said (on record)";
        LockedBy { by: String }: "{by}が編集中です。ほかの人は変更できません。" / "{by} is at work on this. Nobody else can change it.";
        LockedByMe: "あなたが編集中です。ほかの人は変更できません。" / "You hold this locked. Nobody else can change it.";
        LockedUntil: "ロックの期限" / "Locked until";
        Lock: "ロックして編集する" / "Lock while I work on it";
        Unlock: "ロックを解除する" / "Give the lock back";
        BreakLock: "ロックを強制的に解除する" / "Break the lock";
        Stale: "見直しの日を過ぎています。内容を確かめてください。" / "This was to be looked through. Please check whether it still holds.";
        Review: "見直した" / "It is looked through";
        Over: "有効期間が終わっています。" / "This is no longer valid.";
        NotYet: "有効期間はまだ始まっていません。" / "This is not valid yet.";
        Disposable: "保存期間が終わりました。" / "It need not be kept any longer.";
        Dispose: "廃棄する" / "Dispose of it";

        About: "この文書について" / "About this document";
        Section: "所属" / "Section";
        Author: "登録した人" / "Registered by";
        AuthorHelp: "この所属の職員にだけ表示しています。" / "Shown only to people of this section.";
        Category: "区分" / "Category";
        Kind: "情報の区分" / "Kind of information";
        Tags: "タグ" / "Tags";
        Year: "年度" / "Fiscal year";
        Valid: "有効期間" / "Valid";
        ReviewOn: "見直しの日" / "To look through on";
        Retention: "保存期間" / "Kept";
        KeptUntil { day: String }: "({day}まで)" / " (until {day})";
        Decided: "個人情報と思われる記載があることを確かめた上で登録されています。" / "It was kept although it looks as if there were personal information in it.";
        Version: "版" / "Version";
        Versions: "変更の履歴" / "History";
        Why: "なぜ見えるか" / "Why may I see this?";
        Copy: "複写" / "Copy";
        Move: "移動" / "Move";
        Withdraw: "取り下げる" / "Withdraw";
        Remove: "削除する" / "Take down";
        Acts: "この文書の操作" / "What can be done with it";
    }
}

/// `GET /documents/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<DocumentId>) -> Answer<Html<Markup>> {
    let view = document::show(&visit.cx, id).await?;
    let mine = Notices(visit.me()?.standing.person);
    mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    let people = [
        view.by.map(|by| by.author),
        view.lock.map(|lock| lock.by),
        view.removal.as_ref().map(|removal| removal.by),
    ];
    let names = Names::of(&visit, people.into_iter().flatten()).await?;
    let sight = Sight {
        visit: &visit,
        view: &view,
        names,
    };
    let lang = visit.lang;
    let files = view.content.as_ref().map(|content| &*content.files);
    let files = files.unwrap_or_default();
    let previews = preview::shown(&visit, id, files).await?;
    let unread = reading::told(&visit, files).await?;
    let shell = visit.shell().await?;
    let title = match &view.content {
        Some(content) => content.title.clone(),
        None => Text::RemovedTitle.to(lang).into_owned(),
    };
    let page = Page::new(&shell, title)
        .tags(sight.tags())
        .meta(html! { (sight.number()) })
        .actions(sight.actions());
    Ok(Html(crumbs(page, lang, &view.path).render(html! {
        (sight.notes())
        @if let Some(content) = &view.content {
            @if !content.notes.is_empty() { (article(&content.notes)) }
            (attachments::shown(lang, &content.files, |file| file_page(id, file)))
            (previews)
            (unread)
            (sight.about(content))
        } @else { (sight.marker()) }
        (sight.ways())
    })))
}

/// `GET /documents/:id/files/:file`
#[handler]
pub(super) async fn hand_out(
    visit: Visit,
    Path((id, file)): Path<(DocumentId, AttachmentId)>,
) -> Answer {
    attachments::download(&visit, &id, file).await
}

/// What the page of a document is made of.
struct Sight<'p> {
    visit: &'p Visit,
    view: &'p DocumentView,
    names: Names,
}

impl Sight<'_> {
    fn lang(&self) -> Lang {
        self.visit.lang
    }

    fn number(&self) -> String {
        let year = self
            .view
            .content
            .as_ref()
            .map(|content| content.fiscal_year);
        number(
            self.lang(),
            year.unwrap_or_default(),
            self.view.number.as_ref(),
        )
    }

    fn tags(&self) -> Markup {
        let lang = self.lang();
        html! {
            @match self.view.state {
                State::Draft => (Tag::new(Tone::Neutral, Text::IsDraft.to(lang))),
                State::Removed => (Tag::new(Tone::Error, Text::IsRemoved.to(lang))),
                State::Registered | State::Withdrawn => {}
            }
            @if self.view.lock.is_some() { (Tag::new(Tone::Warning, Text::IsLocked.to(lang))) }
        }
    }

    fn actions(&self) -> Markup {
        let (lang, id, may) = (self.lang(), self.view.id, self.view.may);
        html! {
            @if may.edit {
                (Button::link(page_of(id, "edit"), Common::Edit.to(lang)).icon(Icon::Edit))
            }
            (Button::print(Common::Print.to(lang)))
        }
    }

    /// A button that does something to the document as it is shown.
    fn press(&self, act: &str, label: &Words) -> Button {
        let (lang, view) = (self.lang(), self.view);
        Button::post(page_of(view.id, act), self.visit.csrf(), label.to(lang))
            .field("revision", view.revision.to_string())
    }

    /// What is to be known before reading.
    fn notes(&self) -> Markup {
        let (lang, view, today) = (self.lang(), self.view, self.visit.cx.today());
        let (may, id) = (view.may, view.id);
        let content = view.content.as_ref();
        let registered = view.state == State::Registered;
        let day_is = |of: fn(&Content) -> Option<time::Date>| content.and_then(of);
        let stale =
            registered && day_is(|content| content.review_on).is_some_and(|day| day <= today);
        let over = day_is(|content| content.valid_until).is_some_and(|day| day < today);
        let not_yet = day_is(|content| content.valid_from).is_some_and(|day| day > today);
        html! {
            @if view.state == State::Draft {
                (Alert::info(lang, Words::IsDraft.to(lang)).body(html! {
                    @if may.register { (buttons(html! { (self.press("register", &Words::Register).primary()) })) }
                }))
            }
            @if let Some(lock) = view.lock {
                @let words = if may.unlock { Words::LockedByMe } else {
                    Words::LockedBy { by: self.names.name(lock.by).to_owned() }
                };
                (Alert::warning(lang, words.to(lang)).body(html! {
                    p { (Words::LockedUntil.to(lang)) ": " (moment(lang, lock.until.local())) }
                    @if may.unlock { (buttons(html! { (self.press("unlock", &Words::Unlock)) })) }
                    @if may.break_lock {
                        (buttons(html! { (Button::link(page_of(id, "break-lock"), Words::BreakLock.to(lang))) }))
                    }
                }))
            }
            @if stale {
                (Alert::warning(lang, Words::Stale.to(lang)).body(html! {
                    @if may.review {
                        (buttons(html! { (Button::link(page_of(id, "review"), Words::Review.to(lang))) }))
                    }
                }))
            }
            @if over { (Alert::warning(lang, Words::Over.to(lang))) }
            @if not_yet { (Alert::info(lang, Words::NotYet.to(lang))) }
            @if may.dispose {
                (Alert::info(lang, Words::Disposable.to(lang)).body(html! {
                    (buttons(html! { (Button::link(page_of(id, "dispose"), Words::Dispose.to(lang))) }))
                }))
            }
        }
    }

    /// What stands in place of what was taken down.
    fn marker(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let alert = match &view.removal {
            Some(removal) => {
                let by = self.names.name(removal.by).to_owned();
                let reason = removal.reason.clone();
                Alert::warning(lang, Words::RemovedBy { by }.to(lang)).body(html! {
                    p { (moment(lang, removal.at.local())) }
                    @if !reason.is_empty() { p { (Words::ReasonWas { reason }.to(lang)) } }
                    p.meta { (Words::Kept.to(lang)) }
                })
            }
            None => Alert::info(lang, Words::Withdrawn.to(lang)),
        };
        html! {
            (alert)
            @if view.may.reinstate || view.may.evidence {
                (buttons(html! {
                    @if view.may.reinstate { (self.press("reinstate", &Words::Reinstate)) }
                    @if view.may.evidence {
                        (Button::link(page_of(view.id, "evidence"), Words::Evidence.to(lang)))
                    }
                }))
            }
        }
    }

    /// What there is to know about it besides its words.
    fn about(&self, content: &Content) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let mut facts = vec![
            (Words::Section, html! { (view.section_name) }),
            (
                Words::Category,
                html! { (category(lang, content.category)) },
            ),
            (
                Words::Year,
                html! { (fiscal_year(lang, content.fiscal_year)) },
            ),
        ];
        if let Some(by) = view.by {
            let author = html! {
                (self.names.name(by.author)) br; span.meta { (Words::AuthorHelp.to(lang)) }
            };
            facts.push((Words::Author, author));
        }
        if let Some(kind) = content.registration {
            facts.push((Words::Kind, html! { (registration::name(lang, kind)) }));
        }
        if !content.tags.is_empty() {
            let tags = html! {
                @for tag in &content.tags { (Tag::new(Tone::Neutral, tag.as_str())) " " }
            };
            facts.push((Words::Tags, tags));
        }
        if content.valid_from.is_some() || content.valid_until.is_some() {
            let period = html! {
                @if let Some(from) = content.valid_from { (day(lang, from)) }
                "\u{301c}"
                @if let Some(until) = content.valid_until { (day(lang, until)) }
            };
            facts.push((Words::Valid, period));
        }
        if let Some(on) = content.review_on {
            facts.push((Words::ReviewOn, day(lang, on)));
        }
        let kept = html! {
            (retention(lang, content.retention))
            @if let Some(until) = view.kept_until { (Words::KeptUntil { day: text::day(lang, until) }.to(lang)) }
        };
        facts.push((Words::Retention, kept));
        let n = u64::try_from(view.version).unwrap_or_default();
        facts.push((
            Words::Version,
            html! {
                (Common::VersionNumber { n }.to(lang)) " "
                span.meta { (moment(lang, view.changed_at.local())) }
            },
        ));
        let facts = facts.into_iter().map(|(term, fact)| (term.to(lang), fact));
        let about = html! {
            (definitions(facts))
            @if view.decision.is_some() { p.meta { (Words::Decided.to(lang)) } }
        };
        section(Words::About.to(lang), about)
    }

    /// The ways that are seldom gone.
    fn ways(&self) -> Markup {
        let (lang, id, may) = (self.lang(), self.view.id, self.view.may);
        let to = |what: &str, text: Words| Button::link(page_of(id, what), text.to(lang)).small();
        let why = format!("{}/why", folder_page(self.view.folder.id));
        section(
            Words::Acts.to(lang),
            buttons(html! {
                @if may.lock { (self.press("lock", &Words::Lock).small()) }
                @if self.view.content.is_some() { (to("versions", Words::Versions).icon(Icon::History)) }
                (Button::link(why, Words::Why.to(lang)).small())
                @if may.review { (to("review", Words::Review)) }
                @if may.copy { (to("copy", Words::Copy).icon(Icon::Copy)) }
                @if may.relocate { (to("move", Words::Move)) }
                @if may.withdraw { (to("withdraw", Words::Withdraw)) }
                @if may.remove { (to("remove", Words::Remove).icon(Icon::Trash)) }
            }),
        )
    }
}
