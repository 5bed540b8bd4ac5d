//! The words for what messaging says in codes: refusals, conflicts, faults of fields, acts and things.

use yakusho_kernel::{Invalid, Reason};
use yakusho_messaging::board::EDIT_CATEGORIES;
use yakusho_regulation::Rule;
use yakusho_webkit::{Visit, Words};

yakusho_webkit::texts! {
    enum Text {
        // Why something is refused.
        Category: "このカテゴリーに掲示する権限がありません。" / "You may not post to this category.";
        Section: "この所属の名前では書けません。自分の所属を選んでください。" / "You cannot write in this section's name. Choose a section of yours.";
        NotAuthor: "書いた人と、その名義の所属の長だけができます。" / "Only its author and the head of its section may do this.";
        Approver: "承認できるのは、承認者に当たる人だけです。" / "Only those whose approval it waits for may decide.";
        Approved: "承認を受けた掲示は、承認できる人だけが変更できます。" / "What was approved is changed only by those who could approve it.";
        NotManager: "削除できるのは、その所属の長とシステム管理者だけです。自分が書いたものは、取り下げることができます。" / "Only the head of the section and the system administrator may take it down. What you wrote yourself you can withdraw.";
        NotAsked: "この掲示は、確認を求めていません。" / "This post does not ask you to confirm.";
        NotAddressed: "この回覧は、あなた宛てではありません。" / "This circulation is not addressed to you.";
        CommentsOff: "ここでは、いまコメントを受け付けていません。" / "Comments are not taken here now.";

        // What stands against an act.
        Draft: "下書きに戻っているため、できませんでした。内容を確かめてください。" / "It is a draft again. Have a look at it.";
        Submitted: "承認待ちになっているため、できませんでした。" / "It waits for approval by now.";
        Published: "すでに公開されています。" / "It is published already.";
        Withdrawn: "すでに取り下げられています。" / "It was withdrawn already.";
        Removed: "すでに削除されています。" / "It was taken down already.";
        Confirmed: "すでに確認済みです。" / "It is confirmed already.";
        Reworded: "表示した後に内容が変わりました。変更後の内容を読んでから、もう一度確認してください。" / "It was changed while you had it before you. Read the changed text, and confirm that.";
        Open: "すでに送信されています。" / "It was sent already.";
        Completed: "全員が確認して、完了しています。" / "Everybody has confirmed it; it is complete.";
        Closed: "すでに締め切られています。" / "It was closed already.";
        Waiting: "まだあなたの順番ではありません。" / "It is not your turn yet.";
        Passed: "この回覧は、職を引き継いだ人に移りました。" / "This passed to whoever took over the post.";

        // What is wrong with a field.
        DueAfterEnd: "期限は、掲示を終える日までの日付にしてください。" / "It is due by the day on which the post goes down.";
        DueBeforeStart: "確認期限は、掲載を始める日かそれより後にしてください。" / "The due date must not be before the day on which it begins to be shown.";
        CategoryName: "同じ名称のカテゴリーがあります。" / "There is a category of this name.";
        DueWithoutAsking: "期限は、確認を求めるときだけ入力できます。上の「確認しました」にチェックを入れるか、期限を空欄にしてください。" / "Only what asks to be confirmed has a due date: tick the box above, or leave this empty.";
        AskedAlready: "公開した後に、確認を求めるのをやめることはできません。" / "Once it is published, it goes on asking to confirm.";
        Sent: "送信した後に、宛先や回し方を変えることはできません。宛先は「宛先を追加」で増やせます。" / "Once it is sent, it goes to the same people in the same way. You can add more people.";
        Nobody: "この宛先では、届く人がいません。" / "Nobody is reached by this.";

        // What hangs on people and posts when they change.
        Pending: "確認待ちの回覧" / "Circulations to confirm";
    }
}

/// The regulation's reason is asked for at its field, so that a slip is no refusal; the service refuses all the same.
pub(crate) fn reason_given(visit: &Visit, reason: &str) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    let rule = Rule::DeletionWithReason;
    if reason.trim().is_empty()
        && let Some(basis) = visit.cx.city().in_force(rule, visit.cx.today())
    {
        invalid.push_by("reason", Reason::Required, basis);
    }
    invalid.check()
}

/// The words of every code of this domain.
pub(crate) fn words() -> Words {
    Words::default()
        .code("category", |lang| Text::Category.to(lang))
        .code("section", |lang| Text::Section.to(lang))
        .code("not_author", |lang| Text::NotAuthor.to(lang))
        .code("approver", |lang| Text::Approver.to(lang))
        .code("approved", |lang| Text::Approved.to(lang))
        .code("not_manager", |lang| Text::NotManager.to(lang))
        .code("not_asked", |lang| Text::NotAsked.to(lang))
        .code("not_addressed", |lang| Text::NotAddressed.to(lang))
        .code("comments_off", |lang| Text::CommentsOff.to(lang))
        .code("draft", |lang| Text::Draft.to(lang))
        .code("submitted", |lang| Text::Submitted.to(lang))
        .code("published", |lang| Text::Published.to(lang))
        .code("withdrawn", |lang| Text::Withdrawn.to(lang))
        .code("removed", |lang| Text::Removed.to(lang))
        .code("confirmed", |lang| Text::Confirmed.to(lang))
        .code("reworded", |lang| Text::Reworded.to(lang))
        .code("open", |lang| Text::Open.to(lang))
        .code("completed", |lang| Text::Completed.to(lang))
        .code("closed", |lang| Text::Closed.to(lang))
        .code("waiting", |lang| Text::Waiting.to(lang))
        .code("passed", |lang| Text::Passed.to(lang))
        .code("due_after_end", |lang| Text::DueAfterEnd.to(lang))
        .code("due_before_start", |lang| Text::DueBeforeStart.to(lang))
        .code("category_name", |lang| Text::CategoryName.to(lang))
        .code("due_without_asking", |lang| Text::DueWithoutAsking.to(lang))
        .code("asked_already", |lang| Text::AskedAlready.to(lang))
        .code("sent", |lang| Text::Sent.to(lang))
        .code("nobody", |lang| Text::Nobody.to(lang))
        .code("circulation.pending", |lang| Text::Pending.to(lang))
        .acts(ACTS)
        .page("board.post", |id| crate::board::post_page(id.into()))
        .page("circulation", |id| {
            crate::circulation::circulation_page(id.into())
        })
        .evidence("board.remove", |id| crate::board::evidence_page(id.into()))
        .evidence("circulation.remove", |id| {
            crate::circulation::evidence_page(id.into())
        })
        .evidence("comment.remove", |id| {
            crate::comments::evidence_page(id.into())
        })
        .things(THINGS)
        .facts(FACTS)
        .permissions([(
            EDIT_CATEGORIES,
            (
                "掲示板のカテゴリーの名称と並び順の変更",
                "Name and order categories of the board",
            ),
        )])
}

/// What acts are called in the audit trail.
const ACTS: [(&str, (&str, &str)); 44] = [
    ("board.", ("掲示板", "Bulletin board")),
    (
        "board.category.list",
        ("カテゴリーの一覧", "Categories listed"),
    ),
    ("board.category.add", ("カテゴリーの追加", "Category added")),
    (
        "board.category.change",
        ("カテゴリーの変更", "Category changed"),
    ),
    ("board.draft", ("掲示の下書き", "Post drafted")),
    ("board.publish", ("掲示の公開", "Post published")),
    (
        "board.decide",
        ("掲示の承認・差し戻し", "Post approved or sent back"),
    ),
    ("board.edit", ("掲示の変更", "Post changed")),
    ("board.withdraw", ("掲示の取り下げ", "Post withdrawn")),
    ("board.remove", ("掲示の削除", "Post taken down")),
    ("board.reinstate", ("掲示の復元", "Post put up again")),
    ("board.mark", ("掲示の一括既読", "Posts marked as read")),
    ("board.confirm", ("掲示の確認", "Post confirmed")),
    (
        "board.follow",
        ("掲示の確認状況の閲覧", "Readers of a post looked at"),
    ),
    (
        "board.remind",
        ("掲示の確認の催促", "Readers of a post reminded"),
    ),
    (
        "board.evidence",
        ("削除された掲示の閲覧", "Removed post looked at"),
    ),
    (
        "board.nightly",
        ("掲示板の夜間処理", "Nightly work of the board"),
    ),
    ("circulation.", ("回覧・レポート", "Circulation and report")),
    ("circulation.draft", ("回覧の下書き", "Circulation drafted")),
    ("circulation.send", ("回覧の送信", "Circulation sent")),
    ("circulation.edit", ("回覧の変更", "Circulation changed")),
    (
        "circulation.confirm",
        ("回覧の確認", "Circulation confirmed"),
    ),
    (
        "circulation.reword",
        ("回覧への返信の変更", "Reply changed"),
    ),
    ("circulation.add", ("回覧の宛先の追加", "Recipients added")),
    (
        "circulation.close",
        ("回覧の締め切り", "Circulation closed"),
    ),
    ("circulation.remind", ("回覧の催促", "Recipients reminded")),
    (
        "circulation.withdraw",
        ("回覧の取り下げ", "Circulation withdrawn"),
    ),
    (
        "circulation.remove",
        ("回覧の削除", "Circulation taken down"),
    ),
    (
        "circulation.watch",
        ("回覧のウォッチ", "Circulation watched"),
    ),
    (
        "circulation.export",
        ("回覧の状況の書き出し", "State of a circulation taken"),
    ),
    (
        "circulation.evidence",
        ("削除された回覧の閲覧", "Removed circulation looked at"),
    ),
    (
        "circulation.pass_on",
        ("異動による回覧の引き継ぎ", "Circulation passed with a post"),
    ),
    (
        "circulation.nightly",
        ("回覧の夜間処理", "Nightly work of circulations"),
    ),
    (
        "circulation.template",
        ("回覧のひな形", "Template of circulations"),
    ),
    ("daily_check.", ("毎日の確認", "Daily check")),
    (
        "daily_check.run",
        ("未読の知らせ", "Reminded of what is unread"),
    ),
    (
        "daily_check.figures",
        ("未読の状況の閲覧", "Figures of what is unread looked at"),
    ),
    ("comment.", ("コメント", "Comments")),
    ("comment.write", ("コメントの記入", "Comment written")),
    ("comment.edit", ("コメントの変更", "Comment changed")),
    (
        "comment.withdraw",
        ("コメントの取り消し", "Comment taken back"),
    ),
    ("comment.remove", ("コメントの削除", "Comment taken down")),
    (
        "comment.reinstate",
        ("コメントの復元", "Comment put up again"),
    ),
    (
        "comment.evidence",
        ("削除されたコメントの閲覧", "Removed comment looked at"),
    ),
];

/// What kinds of things are called.
const THINGS: [(&str, (&str, &str)); 6] = [
    ("board.post", ("掲示", "Post")),
    ("board.category", ("掲示板のカテゴリー", "Category")),
    ("circulation", ("回覧・レポート", "Circulation")),
    ("circulation.recipient", ("回覧の宛先", "Recipient")),
    ("circulation.template", ("回覧のひな形", "Template")),
    ("comment", ("コメント", "Comment")),
];

/// What facts are called that acts leave in the audit trail.
const FACTS: [(&str, (&str, &str)); 13] = [
    ("approved", ("承認したか", "Approved")),
    ("circulations", ("回覧の数", "Circulations")),
    (
        "cleared",
        (
            "登録情報の承認が済んでいるか",
            "Approved as of the fifth kind",
        ),
    ),
    ("closed", ("廃止したか", "Closed")),
    ("kind", ("種類", "Kind")),
    (
        "material",
        ("読み直しを求めたか", "Readers told of the change"),
    ),
    ("passed", ("引き継いだ回覧の数", "Circulations passed on")),
    ("people", ("人数", "People")),
    ("recipient", ("回覧の宛先", "Recipient")),
    ("steps", ("回す段階の数", "Steps")),
    ("told", ("知らせた人数", "People told")),
    ("version_number", ("版の番号", "Number of the version")),
    ("watched", ("ウォッチしているか", "Watched")),
];

#[cfg(test)]
mod tests {
    use super::{ACTS, FACTS, THINGS};

    fn declared(before: &str) -> Vec<String> {
        yakusho_testkit::declared(&["messaging/src"], before, '"')
    }

    #[test]
    fn every_act_thing_and_fact_has_words() {
        let found = [
            (declared("Act::new(\""), &ACTS[..], 30),
            (declared("Id = \""), &THINGS[..], 4),
            (declared(".with(\""), &FACTS[..], 20),
        ];
        for (names, words, least) in found {
            assert!(names.len() > least, "only {names:?}");
            for name in names {
                let named = words.iter().any(|(known, _)| *known == name);
                assert!(named, "{name} has no words");
            }
        }
    }
}
