//! Writing posts and changing them.

mod form;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_kernel::{Fault, Saved};
use yakusho_messaging::board::{self, BoardPostId, New, PostState, PostView, Published, ShelfRow};
use yakusho_messaging::versions::Change;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::Alert;
use yakusho_webkit::{Answer, Fields, Problem, Typed, Upload, Visit};

use super::post::acts::said;
use super::texts::Text as Board;
use super::{BOARD, page_of, post_page};
use crate::author;
use crate::preview;
use yakusho_attachments_web::Files;

/// The names of the buttons: which of them was pressed.
const PUBLISH: &str = "publish";
const PREVIEW: &str = "preview";

yakusho_webkit::texts! {
    /// What the form of a post says.
    enum Text {
        NewTitle: "新しい掲示" / "New post";
        EditTitle: "掲示の編集" / "Edit post";
        NowhereYet: "先に、カテゴリーを作り、掲示できる人を決めてください。" / "First make a category, and say who may post to it.";
        NowhereToPost: "掲示できるカテゴリーがありません。" / "There is no category that you may post to.";
        NowhereAdvice: "必要な場合は、システム管理者に相談してください。" / "If you need one, ask the system administrator.";

        Preview: "プレビュー" / "Preview";
        PreviewTitle: "プレビュー(まだ公開されていません)" / "Preview (not published yet)";
        NeedsApproval { category: String }: "{category}(承認が必要)" / "{category} (needs approval)";
        BodyHelp: "空行で段落が分かれます。行の先頭に「- 」と書くと箇条書きになり、http:// や https:// で始まるアドレスはリンクになります。" / "An empty line begins a paragraph, a line that begins with “- ” is an item of a list, and addresses with http:// or https:// become links.";
        Body: "本文" / "Text";
        When: "掲載する期間" / "When it is shown";
        StartsAt: "掲載を始める日時" / "Shown from";
        StartsHelp: "空欄なら、公開するとすぐに表示されます。" / "Empty: as soon as it is published.";
        EndsAt: "掲載を終える日時" / "Shown until";
        EndsHelp: "空欄なら、取り下げるまで表示されます。" / "Empty: until it is withdrawn.";
        PinnedUntil: "先頭に固定する期限" / "Pinned to the top until";
        PinnedHelp: "空欄なら固定しません。" / "Empty: not pinned.";
        ReadersDo: "読む人にお願いすること" / "What readers are asked";
        Comments: "コメントを受け付ける" / "Take comments";
        CommentsHelp: "コメントを認めていないカテゴリーでは、受け付けません。" / "Categories without comments take none.";
        Asks: "読んだ人に「確認しました」を押してもらう" / "Ask readers to confirm that they have read it";
        AsksHelp: "誰が確認したかを一覧で見られ、まだの人に催促できます。読む人がこれを断ることはできません。" / "You see who has confirmed, and can remind the others. Readers cannot switch it off.";
        Due: "確認の期限" / "Confirm by";
        DueHelp: "確認を求めるときだけ使います。空欄なら期限なしです。" / "Only where a confirmation is asked for. Empty: no due date.";
        Tell: "読んだ人に変更を知らせる" / "Tell those who have read it";
        TellHelp: "確認済みの人には、もう一度確認を求めます。誤字を直しただけのときはチェックを外してください。変更は、どちらの場合も履歴に残ります。" / "Those who have confirmed it are asked to confirm it again. Untick it for a mere spelling. The change is kept in the history in either case.";

        SaveChange: "変更を保存" / "Save changes";
        SavedDraft: "下書きを保存しました。" / "The draft was saved.";
        SavedChange: "変更を保存しました。" / "Your changes were saved.";
        NotPublishedYet: "下書きとして保存しました。公開するには、次の点を直してください。" / "It was saved as a draft. To publish it, put this right first.";
    }
}

/// What the form is about.
enum Target {
    /// A post that does not exist yet.
    New,
    /// A post as it was when the form was made.
    Post(Box<PostView>),
}

impl Target {
    fn address(&self) -> String {
        match self {
            Self::New => format!("{BOARD}/new"),
            Self::Post(view) => page_of(view.id, "edit"),
        }
    }

    fn view(&self) -> Option<&PostView> {
        match self {
            Self::New => None,
            Self::Post(view) => Some(view),
        }
    }

    /// Whether others see it already.
    fn is_published(&self) -> bool {
        self.view()
            .is_some_and(|view| view.state == PostState::Published)
    }
}

/// `GET /board/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, &Target::New, &Files::default(), visit.typed(), None).await
}

/// `POST /board/new`
#[handler]
pub(super) async fn create(visit: Visit, upload: Upload) -> Answer {
    let (fields, files) = Files::receive(&visit, upload, Vec::new()).await?;
    if fields.has(PREVIEW) {
        return previewed(&visit, &Target::New, &files, &fields).await;
    }
    match form::read(&visit, &fields, &files) {
        Ok(form) if fields.has(PUBLISH) => match board::publish_new(&visit.cx, form).await {
            Ok(begun) => {
                let New { id, published } = begun.into_inner();
                published_or_not(&visit, id, published, &fields).await
            }
            Err(error) => again(&visit, &Target::New, &files, &fields, error.into()).await,
        },
        Ok(form) => match board::draft(&visit.cx, form).await {
            Ok(id) => finish(&visit, *id, 1, &fields).await,
            Err(error) => again(&visit, &Target::New, &files, &fields, error.into()).await,
        },
        Err(invalid) => again(&visit, &Target::New, &files, &fields, invalid.into()).await,
    }
}

/// `GET /board/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<BoardPostId>) -> Answer {
    let target = target(&visit, id).await?;
    let files = Files::hanging(hanging(&target));
    editor(&visit, &target, &files, visit.typed(), None).await
}

/// `POST /board/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<BoardPostId>, upload: Upload) -> Answer {
    let target = target(&visit, id).await?;
    let (fields, files) = Files::receive(&visit, upload, hanging(&target)).await?;
    if fields.has(PREVIEW) {
        return previewed(&visit, &target, &files, &fields).await;
    }
    match try_change(&visit, id, &target, &fields, &files).await {
        Ok(_) if target.is_published() => {
            let said = Text::SavedChange.to(visit.lang);
            Ok(visit.see_other(post_page(id)).saying(said).into())
        }
        Ok(revision) => finish(&visit, id, revision, &fields).await,
        Err(problem) => again(&visit, &target, &files, &fields, problem).await,
    }
}

/// Saves the change; says the revision that it made.
async fn try_change(
    visit: &Visit,
    id: BoardPostId,
    target: &Target,
    fields: &Fields,
    files: &Files,
) -> Answer<i32> {
    let form = form::read(visit, fields, files)?;
    let revision: i32 = fields.reader().given("revision")?;
    let weight = if target.is_published() && !fields.has("tell") {
        Change::Minor
    } else {
        Change::Material
    };
    let _ = board::edit(&visit.cx, id, revision, form, weight).await?;
    Ok(revision + 1)
}

/// A draft was saved; publishes it if that button was pressed.
async fn finish(visit: &Visit, id: BoardPostId, revision: i32, fields: &Fields) -> Answer {
    if !fields.has(PUBLISH) {
        let said = Text::SavedDraft.to(visit.lang);
        return Ok(visit.see_other(post_page(id)).saying(said).into());
    }
    let published = board::publish(&visit.cx, id, revision).await;
    published_or_not(visit, id, published.map(Saved::into_inner), fields).await
}

/// Says what became of what was to be published. What stands against it is said at its field, and the draft stays.
async fn published_or_not(
    visit: &Visit,
    id: BoardPostId,
    published: Result<Published, Fault>,
    fields: &Fields,
) -> Answer {
    match published {
        Ok(published) => {
            let said = said(published).to(visit.lang);
            Ok(visit.see_other(post_page(id)).saying(said).into())
        }
        Err(error) => {
            let target = target(visit, id).await?;
            let files = Files::hanging(hanging(&target));
            let typed = Problem::from(error).again(fields)?;
            let alert = Alert::warning(visit.lang, Text::NotPublishedYet.to(visit.lang));
            editor(visit, &target, &files, typed, Some(html! { (alert) })).await
        }
    }
}

async fn target(visit: &Visit, id: BoardPostId) -> Answer<Target> {
    let view = board::show(&visit.cx, id, 1).await?;
    if view.may.edit {
        Ok(Target::Post(Box::new(view)))
    } else {
        Err(Fault::NotFound.into())
    }
}

fn hanging(target: &Target) -> Vec<yakusho_attachments::Attachment> {
    let words = target.view().and_then(|view| view.words.shown());
    words.map(|words| words.files.clone()).unwrap_or_default()
}

/// The form with what was typed and what is wrong.
async fn again(
    visit: &Visit,
    target: &Target,
    files: &Files,
    fields: &Fields,
    problem: Problem,
) -> Answer {
    editor(visit, target, files, problem.again(fields)?, None).await
}

/// The form with what was typed, below how it will look.
async fn previewed(visit: &Visit, target: &Target, files: &Files, fields: &Fields) -> Answer {
    let heading = Text::PreviewTitle.to(visit.lang);
    let look = preview::look(visit.lang, heading, files, fields);
    editor(visit, target, files, Typed::so_far(fields), look).await
}

/// The page with the form.
async fn editor(
    visit: &Visit,
    target: &Target,
    files: &Files,
    typed: Typed<'_>,
    above: Option<Markup>,
) -> Answer {
    let lang = visit.lang;
    let shelves: Vec<ShelfRow> = board::overview(&visit.cx).await?;
    let sections = author::sections(visit).await?;
    let draft = typed.fields().is_some_and(|sent| !sent.has(PUBLISH));
    let form = typed.form(visit, target.address());
    let form = form.unfinished(draft && !target.is_published());
    let fields = form::Form {
        visit,
        target,
        shelves: &shelves,
        sections: &sections,
        files,
    };
    let shell = visit.shell().await?;
    let title = match target {
        Target::New => Text::NewTitle,
        Target::Post(_) => Text::EditTitle,
    };
    let page = Page::new(&shell, title.to(lang)).crumb(BOARD, Board::Board.to(lang));
    Ok(typed.page(page.render(html! {
        @if let Some(above) = above { (above) }
        (fields.render(&form))
    })))
}
