//! Comments, on whatever they stand.

pub(crate) mod api;
mod removed;

use std::borrow::Cow;

use maud::{Markup, html};
use poem::Response;
use poem::web::Html;
use yakusho_kernel::{Invalid, Page as Listed, PersonId, Saved};
use yakusho_messaging::comment::{Comment, CommentId};
use yakusho_messaging::text::Remark;
use yakusho_messaging::{Removal, Words};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Form, Icon, Tag, Tone, buttons, moment, prose};
use yakusho_webkit::{Answer, Fields, Lang, Typed, Visit};

use crate::evidence;
use crate::names::{Names, people_in};
use crate::words::reason_given;
pub(crate) use removed::{page as evidence_page, routes};

/// The field of a comment's words.
pub(crate) const WORDS: &str = "comment";

/// The field of why another's is taken down.
const REASON: &str = "reason";

yakusho_webkit::texts! {
    /// What is said around comments.
    pub(crate) enum Text {
        Comments: "コメント" / "Comments";
        None: "コメントはまだありません。" / "There are no comments yet.";
        Off: "コメントは受け付けていません。" / "Comments are not taken here.";
        Write: "コメントを書く" / "Write a comment";
        WriteHelp: "ここに書いたことは、これを読める全員に表示されます。" / "Everyone who can read this will see what you write.";
        Send: "コメントを送信" / "Send comment";
        Sent: "コメントを送信しました。" / "Your comment was sent.";
        Edited: "編集済み" / "Edited";
        Manage: "編集・取り消し" / "Edit or take back";
        Words: "コメントの内容" / "Comment";
        Save: "コメントを保存" / "Save comment";
        Changed: "コメントを保存しました。" / "Your comment was saved.";
        TakeBack: "このコメントを取り消す" / "Take this comment back";
        TakeDown: "コメントを削除" / "Take down comment";
        TakenBack: "コメントを取り消しました。" / "The comment was taken back.";
        PutUp: "コメントを元に戻す" / "Put the comment up again";
        IsPutUp: "コメントを元に戻しました。" / "The comment was put up again.";
        TakenDown: "コメントを削除しました。" / "The comment was taken down.";
        Withdrawn: "書いた人がこのコメントを取り消しました。" / "This comment was taken back by its author.";
        Removed { by: String }: "{by}がこのコメントを削除しました。" / "This comment was taken down by {by}.";
        Reason { reason: String }: "理由:{reason}" / "Reason: {reason}";
        More: "続きのコメントを見る" / "More comments";
        EditTitle: "コメントの編集" / "Edit comment";
        TakeBackTitle: "コメントの取り消し" / "Take comment back";
        RemoveTitle: "コメントの削除" / "Take down comment";
        Back: "元のページ" / "The page it is on";
    }
}

/// The comments on something, as one reader sees them.
pub(crate) struct Thread<'t> {
    /// Those that are shown.
    pub(crate) page: &'t Listed<Comment>,
    /// The names of those in them; see [`people`].
    pub(crate) names: &'t Names,
    /// The address of the comments, below that of what they stand on.
    pub(crate) at: String,
    /// Whether the reader may comment.
    pub(crate) open: bool,
    /// Whether the reader may take down what others wrote.
    pub(crate) moderated: bool,
}

/// Everyone whose name the comments need.
pub(crate) fn people(page: &Listed<Comment>) -> impl Iterator<Item = PersonId> {
    page.items.iter().flat_map(|comment| {
        let remover = comment.words.removal().map(|removal| removal.by);
        people_in(comment.by).into_iter().chain(remover)
    })
}

impl Thread<'_> {
    /// The comments, and below them the form for another, holding what was typed.
    pub(crate) fn render(&self, visit: &Visit, typed: &Typed<'_>) -> Markup {
        let lang = visit.lang;
        html! {
            section.section id="comments" {
                h2 { (Text::Comments.to(lang)) }
                @if self.page.items.is_empty() {
                    p.meta { @if self.open { (Text::None.to(lang)) } @else { (Text::Off.to(lang)) } }
                } @else {
                    (self.list(visit))
                }
                @if let Some(next) = &self.page.next {
                    p { a href={ (self.at) "?after=" (next.as_str()) } { (Text::More.to(lang)) } }
                }
                @if self.open { (self.writing(visit, typed)) }
            }
        }
    }

    /// The comments alone.
    pub(crate) fn list(&self, visit: &Visit) -> Markup {
        html! {
            ol.comments { @for comment in &self.page.items { li { (self.comment(visit, comment)) } } }
        }
    }

    fn writing(&self, visit: &Visit, typed: &Typed<'_>) -> Markup {
        let lang = visit.lang;
        let form = typed.form(visit, &*self.at).prefix("comment");
        form.render(html! {
            (form.textarea(WORDS, Text::Write.to(lang)).required().rows(3).max_chars(Remark::MAX)
                .help(Text::WriteHelp.to(lang)))
            (buttons(html! { (Button::submit(Text::Send.to(lang)).icon(Icon::Comment)) }))
        })
    }

    fn comment(&self, visit: &Visit, comment: &Comment) -> Markup {
        let lang = visit.lang;
        html! {
            p.comment-head {
                strong { (self.names.author(comment.by)) }
                " " span.meta { (moment(lang, comment.at.local())) }
                @if comment.version > 1 { " " (Tag::new(Tone::Neutral, Text::Edited.to(lang))) }
            }
            @match &comment.words {
                Words::Shown(words) => (prose(words)),
                Words::Withdrawn(_) => p.meta { (Text::Withdrawn.to(lang)) },
                Words::Removed(removal) => {
                    (removed(lang, removal, self.names))
                    (self.after_removal(visit, comment))
                }
            }
            @if comment.own && self.open {
                (self.managing(visit, comment))
            } @else if self.moderated && !comment.own && comment.words.shown().is_some() {
                details.comment-acts {
                    summary { (Text::TakeDown.to(lang)) }
                    (removing(&self.form(visit, comment, "remove"), lang, comment.revision))
                }
            }
        }
    }

    fn managing(&self, visit: &Visit, comment: &Comment) -> Markup {
        let lang = visit.lang;
        let words = comment.words.shown().map_or("", String::as_str);
        let take_back = Button::post(
            format!("{}/{}/remove", self.at, comment.id),
            visit.csrf(),
            Text::TakeBack.to(lang),
        );
        html! {
            details.comment-acts {
                summary { (Text::Manage.to(lang)) }
                (editing(&self.form(visit, comment, "edit"), lang, comment.revision, words))
                (take_back.field("revision", comment.revision.to_string()).tertiary())
            }
        }
    }

    /// What can be done where a marker stands in place of another's words.
    fn after_removal(&self, visit: &Visit, comment: &Comment) -> Markup {
        let lang = visit.lang;
        let put_up = format!("{}/{}/reinstate", self.at, comment.id);
        let put_up = Button::post(put_up, visit.csrf(), Text::PutUp.to(lang))
            .field("revision", comment.revision.to_string());
        let see = Button::link(removed::page(comment.id), evidence::Text::See.to(lang));
        html! {
            @if comment.reinstate || comment.evidence {
                (buttons(html! {
                    @if comment.reinstate { (put_up.tertiary()) }
                    @if comment.evidence { (see.tertiary()) }
                }))
            }
        }
    }

    fn form(&self, visit: &Visit, comment: &Comment, act: &str) -> Form {
        let id = comment.id;
        Form::post(visit.lang, format!("{}/{id}/{act}", self.at), visit.csrf())
            .prefix(format!("{act}-{id}"))
    }
}

/// What is done to a comment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// Other words in its place.
    Edit,
    /// Taking back one's own.
    TakeBack,
    /// Taking down another's, for a reason.
    TakeDown,
}

impl Act {
    /// Which of the two a form does: that which takes another's down asks for a reason.
    pub(crate) fn of_removal(fields: &Fields) -> Self {
        match fields.first(REASON) {
            Some(_) => Self::TakeDown,
            None => Self::TakeBack,
        }
    }

    /// That the reason it needs is given.
    pub(crate) fn with_reason(self, visit: &Visit, reason: &str) -> Result<(), Invalid> {
        match self {
            Self::TakeDown => reason_given(visit, reason),
            Self::Edit | Self::TakeBack => Ok(()),
        }
    }
}

/// What comments stand on: where it is, and the way to it.
pub(crate) struct Place {
    /// Its page.
    pub(crate) page: String,
    /// The list that it is in, and what that is called.
    pub(crate) list: (&'static str, Cow<'static, str>),
}

impl Place {
    fn crumbs(self, page: Page<'_>, title: impl Into<String>) -> Page<'_> {
        page.crumb(self.list.0, self.list.1).crumb(self.page, title)
    }

    /// A page of the comments, where there are many.
    pub(crate) async fn list(
        self,
        visit: &Visit,
        title: Option<&str>,
        page: &Listed<Comment>,
        (open, moderated): (bool, bool),
    ) -> Answer<Html<Markup>> {
        let lang = visit.lang;
        let names = Names::of(visit, people(page)).await?;
        let at = format!("{}/comments", self.page);
        let thread = Thread {
            page,
            names: &names,
            at,
            open,
            moderated,
        };
        let shell = visit.shell().await?;
        let head = Page::new(&shell, Text::Comments.to(lang));
        let head = self.crumbs(head, title.unwrap_or_default());
        Ok(Html(head.render(html! {
            (thread.list(visit))
            (visit.pager(page.next.as_ref()))
        })))
    }

    /// Back to the comments, saying what was done.
    pub(crate) fn after(&self, visit: &Visit, said: &Text) -> Response {
        let to = format!("{}#comments", self.page);
        visit.see_other(to).saying(said.to(visit.lang)).into()
    }

    /// The answer to an act on a comment: back to the comments, or a page with what was typed and what is wrong.
    pub(crate) async fn answer(
        self,
        visit: &Visit,
        (comment, act): (CommentId, Act),
        fields: &Fields,
        outcome: Answer<Saved<()>>,
    ) -> Answer {
        let Err(problem) = outcome else {
            let said = match act {
                Act::Edit => Text::Changed,
                Act::TakeBack => Text::TakenBack,
                Act::TakeDown => Text::TakenDown,
            };
            return Ok(self.after(visit, &said));
        };
        let typed = problem.again(fields)?;
        let lang = visit.lang;
        let revision = revision(fields)?;
        let at = format!("{}/comments/{comment}", self.page);
        let (title, body) = match act {
            Act::Edit => {
                let form = typed.form(visit, format!("{at}/edit"));
                (Text::EditTitle, editing(&form, lang, revision, ""))
            }
            Act::TakeBack => {
                let form = typed.form(visit, format!("{at}/remove"));
                (Text::TakeBackTitle, taking_back(&form, lang, revision))
            }
            Act::TakeDown => {
                let form = typed.form(visit, format!("{at}/remove"));
                (Text::RemoveTitle, removing(&form, lang, revision))
            }
        };
        let shell = visit.shell().await?;
        let page = self.crumbs(Page::new(&shell, title.to(lang)), Text::Back.to(lang));
        Ok(typed.page(page.render(body)))
    }
}

/// The revision of the comment that a form was made for.
pub(crate) fn revision(fields: &Fields) -> Result<i32, Invalid> {
    fields.reader().given("revision")
}

/// The form for other words in place of a comment's.
pub(crate) fn editing(form: &Form, lang: Lang, revision: i32, words: &str) -> Markup {
    form.render(html! {
        (form.revision(revision))
        (form.textarea(WORDS, Text::Words.to(lang)).required().rows(3).max_chars(Remark::MAX).value(words))
        (buttons(html! { (Button::submit(Text::Save.to(lang))) }))
    })
}

/// The form that takes one's own comment back.
fn taking_back(form: &Form, lang: Lang, revision: i32) -> Markup {
    form.render(html! {
        (form.revision(revision))
        (buttons(html! { (Button::submit(Text::TakeBack.to(lang))) }))
    })
}

/// The form that takes another's comment down, for a reason.
pub(crate) fn removing(form: &Form, lang: Lang, revision: i32) -> Markup {
    form.render(html! {
        (form.revision(revision))
        (form.textarea(REASON, Common::ReasonForRecord.to(lang)).required().rows(2).max_chars(Remark::MAX))
        (buttons(html! { (Button::submit(Text::TakeDown.to(lang)).danger()) }))
    })
}

fn removed(lang: Lang, removal: &Removal, names: &Names) -> Markup {
    let by = names.name(removal.by);
    html! {
        p.meta {
            (Text::Removed { by }.to(lang))
            @if let Some(reason) = &removal.reason {
                " " (Text::Reason { reason: reason.to_string() }.to(lang))
            }
        }
    }
}
