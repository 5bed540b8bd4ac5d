//! What the pages of approvals say.

use yakusho_accounts::notices;
use yakusho_kernel::NoticeRow;
use yakusho_webkit::{Lang, Told, Words};

use super::PAGE;

yakusho_webkit::texts! {
    /// Texts of the approvals.
    pub(super) enum Text {
        Registrations: "登録情報の承認" / "Approvals";
        Intro: "「その他システム管理者が必要と認めた情報」として登録されたものです。承認するまで、ほかの利用者には表示されません。" / "What was registered as of the fifth kind, “other information that the system administrator finds necessary”. Until it is approved, others do not see it.";
        Waiting: "承認待ち" / "Waiting";
        Approved: "承認済み" / "Approved";
        Refused: "不承認" / "Not approved";
        What: "登録された情報" / "What was registered";
        By: "登録した者" / "Registered by";
        At: "日時" / "When";
        Decision: "回答" / "Answer";
        DecidedBy: "回答した者" / "Answered by";
        Approve: "承認する" / "Approve";
        Refuse: "承認しない" / "Do not approve";
        Word: "登録した者への言葉" / "A word to whoever registered it";
        WordHelp: "承認しないときは、理由を入力してください。" / "Where it is not approved, the reason.";
        Done: "回答しました。登録した者に通知しました。" / "Answered. Whoever registered it was told.";
        Nothing: "承認を待っているものはありません。" / "Nothing waits for approval.";
        NothingThere: "該当するものはありません。" / "There is none.";
        Decided: "すでに回答済みです。" / "It was answered already.";
        Uncleared: "第5号の情報に変えるには、先に管理者の承認が必要です。" / "To make it of the fifth kind, the administrator must approve first.";
        Asked { label: String }: "「{label}」の承認を求められています。" / "“{label}” waits for your approval.";
        WasApproved { label: String }: "「{label}」が承認されました。" / "“{label}” was approved.";
        WasRefused { label: String }: "「{label}」は承認されませんでした。" / "“{label}” was not approved.";
    }
}

pub(super) fn words() -> Words {
    Words::default()
        .code("decided_already", |lang| Text::Decided.to(lang))
        .code("uncleared", |lang| Text::Uncleared.to(lang))
        .notice(notices::APPROVAL_ASKED, asked)
        .notice(notices::APPROVAL_DECIDED, decided)
}

fn asked(notice: &NoticeRow, lang: Lang) -> Told {
    let label = notice.text("label");
    Told::of(Text::Asked { label }.to(lang), PAGE)
}

fn decided(notice: &NoticeRow, lang: Lang) -> Told {
    let label = notice.text("label");
    let text = if notice.params["approved"].as_bool().unwrap_or_default() {
        Text::WasApproved { label }
    } else {
        Text::WasRefused { label }
    };
    Told::of(text.to(lang), "/notifications")
}
