//! What webkit itself says: the codes that every domain shares, and its own pages.

use std::borrow::Cow;

use yakusho_kernel::Reason;
use yakusho_regulation::Lang;

use crate::site::Words;
use crate::text::Common;

crate::texts! {
    /// Texts of the guards and of webkit's own pages.
    pub(crate) enum Text {
        Governance: "規程と記録" / "Regulation and records";
        Administration: "管理" / "Administration";

        // Guards.
        SignedOut: "ログインが必要です" / "Sign in first";
        SignedOutWords: "セッションまたはトークンが無効です。" / "There is no valid session or token.";
        BySystemAlone: "この操作は、システムが自動で行います。" / "The system does this by itself.";
        ReasonToRemove: "他の人が書いたものや登録したものを削除するには、理由が必要です。" / "To take down what another wrote or registered takes a reason.";
        Forged: "送信元を確認できませんでした。ページを開き直して、もう一度送信してください。" / "The request could not be verified. Open the page again and send it once more.";
        Must: "先に済ませる手続きがあります。" / "There is something that you must do first.";
        OutOfScope { scope: &'static str }: "このトークンには権限「{scope}」がありません。" / "This token lacks the scope “{scope}”.";
        Malformed: "送信された内容を読み取れませんでした。" / "What was sent could not be read.";
        UnsupportedMedia: "この形式の送信内容は受け付けていません。" / "This kind of content is not accepted here.";
        MethodNotAllowed: "この操作方法には対応していません。" / "This method is not available here.";
        NotImplemented: "この操作は提供していません。" / "This is not offered here.";
        TimedOut: "時間内に処理が終わりませんでした。" / "It took too long.";
        KeyReused: "このIdempotency-Keyは、別の内容の要求で使われています。" / "This Idempotency-Key was used by another request.";
        SentBefore: "すでに送信されています" / "This was sent before";
        InProgress: "同じ内容をすでに受け付けて、処理しています。" / "The same request is already being carried out.";
        AnswerLost: "同じ内容をすでに受け付け、処理を終えています。もう一度送る必要はありません。" / "The same request was carried out before. It need not be sent again.";
        Wait { seconds: u64 }: "{seconds}秒待ってからやり直してください。" / "Wait {seconds} second and try again." | "Wait {seconds} seconds and try again." by seconds;

        // Maintenance and notices to all.
        NoticeToAll: "全利用者へのお知らせ" / "Notice to all";
        ReadOnlyFrom { when: String }: "{when}から保守のため閲覧のみになります" / "Read only from {when}, for maintenance";
        ReadOnlyNow: "保守のため閲覧のみです" / "Read only, for maintenance";
        ClosedFrom { when: String }: "{when}から保守のため利用できません" / "Closed from {when}, for maintenance";
        ClosedNow: "保守のため利用を止めています" / "Closed for maintenance";
        Today { clock: String }: "本日{clock}" / "today {clock}";
        Tomorrow { clock: String }: "明日{clock}" / "tomorrow {clock}";
        EndsAt { when: String }: "終了予定:{when}" / "It is to end at: {when}";
        ShownUntil { when: String }: "掲載終了:{when}" / "Shown until: {when}";
        EndUnknown: "終了の時刻は未定です。" / "The end is not known yet.";
        ReadOnlyTitle: "ただいま閲覧のみです" / "Read only at the moment";
        ReadOnlyWords: "保守のため、登録や変更はできません。" / "During maintenance nothing can be registered or changed. ";
        ClosedTitle: "ただいま利用できません" / "Closed at the moment";
        ClosedWords: "保守のため、利用を止めています。" / "During maintenance the system is closed. ";
        AfterMaintenance: "保守が終わってから、もう一度操作してください。" / "Try again once the maintenance is over.";
        StoppedTitle: "この機能は停止されています" / "This function is stopped";
        FunctionStopped { function: String }: "「{function}」は、システム管理者が停止しています。" / "The system administrator has stopped this function: {function}.";
        ThisFunction: "この機能" / "this function";
        AfterStop: "再開されるまでお待ちください。お急ぎのときは、システム管理者に問い合わせてください。" / "Wait until it is started again. If it is urgent, ask the system administrator.";
        Kept: "送信した内容は保存していませんが、このページに残っています。しばらくしてから、下のボタンでもう一度送信できます。" / "What you sent was not saved, but this page keeps it. Send it again in a while by the button below.";
        WaitsForSignIn: "ログインの有効時間が切れていたため、送信した内容はまだ登録されていません。内容は残してあります。同じIDでログインすると、続けて送信できます。" / "Your session had ended, so what you sent was not saved. It is kept: sign in with the same ID, and you can send it.";
        WaitsForThis: "送信した内容はまだ登録されていませんが、残してあります。この手続きを済ませると、続けて送信できます。" / "What you sent was not saved, but it is kept. Do this first, and you can send it.";
        NotSentYet: "先ほど送信した内容は、まだ登録されていません。確かめてから、もう一度送信してください。" / "What you sent before was not saved yet. Check it and send it again.";
        AnothersForm: "送信した内容は、別のIDでログインしていたときのものなので、登録していません。書いた人のために1日間残してあります。書いた人のIDでログインし直すと、続けて送信できます。" / "What you sent was written under another ID, and was not saved. It is kept for a day for whoever wrote it: sign in with that ID, and it can be sent.";
        SignOutFirst: "ログアウトして、書いた人のIDでログインする" / "Sign out, and sign in with the ID of whoever wrote it";
        Unsent: "送信していない内容が残っています" / "Something is still to be sent";
        DoNotSend: "送信せずにホームへ" / "Do not send it, go home";
        FilesAgain: "添付したファイルは残っていません。もう一度選んでください。" / "The files that you attached are not kept. Choose them again.";
        WhatWasTyped: "入力した文章を表示" / "Show what you typed";
        SendAgain: "もう一度送信する" / "Send again";
        BegunTitle: "この画面の内容は送信済みです" / "This form was sent already";
        BegunAt { when: String }: "{when}に送信し、登録されています。" / "It was sent on {when}, and is saved.";
        ChangeWhatBegan: "登録した内容を直すときは、登録した内容を開いて編集してください。" / "To change what was saved, open and edit it.";
        SeeWhatBegan: "登録した内容を開く" / "Open what was saved";
        BeginAnother: "別に新しく作成する" / "Begin another";
        NotBegun: "今回送信した内容は前回と違いますが、まだ登録していません。前回のものとは別に登録するときは、下のボタンで送信してください。" / "What you sent now differs, and was not saved. To save it besides the former, send it by the button below.";
        SendAsAnother: "別のものとして送信する" / "Send it as another one";
        NotTwice: "すでに送信していた内容です。二重には登録していません。" / "This had been sent already. It was not saved twice.";

        // Codes that domains share.
        NotYourRole: "この操作は、定められた役割の職員だけができます。" / "Only those who hold the role may do this.";
        AlreadyThere: "同じものがすでに登録されています。" / "The same is already there.";
        StillUsed: "ほかで使われているため、変更できません。" / "It is still in use elsewhere.";
        ColumnMissing: "見出しの行に、この列がありません。" / "The heading lacks this column.";
        ColumnUnknown: "見出しの行に、使えない列の名前があります。" / "There is a column in the heading that is not known.";
        ColumnTwice: "見出しの行に、同じ名前の列が2つあります。" / "A column stands in the heading twice.";
        CellsSurplus { max: usize }: "この行には、見出しの列数({max}列)より多い項目があります。余分な区切り(,)がないか確かめてください。" / "The line has more cells than the heading has columns ({max}). Look for a comma too many.";
        QuoteOpen: "この行の引用符(\")が閉じていません。これより後の行を読み取れません。" / "A quotation mark is opened on this line and not closed. The lines after it cannot be read.";
        Unreadable: "文字として読めない部分があります。UTF-8又はShift_JISで保存してください。" / "There are bytes that are no characters. Save the file in UTF-8 or Shift_JIS.";
        LineBreak: "セルの中に改行があります。改行を取り除いて、1行にしてください。" / "There is a line break in the cell. Take it out, so that the cell has one line.";
        NotJson: "本文をJSONとして読み取れません。" / "The body is no JSON.";
        FileTooLarge { most: String }: "ファイルが大きすぎます。1つ{most}までです。" / "The file is too large: at most {most}.";
        NamedTooLarge { name: String, most: String }: "「{name}」は大きすぎます。1つのファイルは{most}までです。" / "“{name}” is too large: at most {most} a file.";

        // What is wrong with a field, besides the common ones.
        MalformedField { field: String }: "{field}の形式が正しくありません。" / "{field} is not in the expected form.";
        EndBeforeStart { field: String }: "{field}は開始より後にしてください。" / "{field} must be after the start.";
        UnknownParameter: "この名前のパラメーターはありません。" / "There is no parameter of this name.";
        UnknownMember { field: String }: "「{field}」という項目はありません。つづりを確かめてください。" / "There is no member “{field}”. Check how it is spelt.";
        UnseenCharacters: "見えない文字(制御文字)が含まれています。入力し直してください。" / "There are characters in it that cannot be seen. Type it again.";
        FieldRefused { field: String }: "{field}は受け付けられません。" / "{field} cannot be accepted.";
        YearBeyond: "1868年(明治元年)から2200年までの日付を入力してください。" / "Enter a date from 1868 to 2200.";
        ThisField: "この項目" / "This field";
        ByRule { words: String, rule: String }: "{words}(根拠:{rule})" / "{words} ({rule})";

        // Portal and notices.
        Portal: "ホーム" / "Home";
        NothingNew: "新しいお知らせはありません。" / "There is nothing new.";
        Notices: "通知" / "Notifications";
        NoticeSettings: "通知の設定(メールで受け取る)" / "Settings: notifications by mail";
        NoNotices: "通知はありません。" / "There are no notifications.";
        MarkAllSeen: "すべて既読にする" / "Mark all as read";
        MarkSeenHelp { n: u64 }: "未読のお知らせ{n}件を既読にします。元に戻せません。" / "{n} unread notice will count as read. This cannot be taken back." | "{n} unread notices will count as read. This cannot be taken back." by n;
        MarkSeen: "既読にする" / "Mark as read";
        AllSeen: "すべて既読にしました。" / "All marked as read.";
        SomethingHappened: "お知らせがあります。" / "Something happened.";
        When: "日時" / "When";
        What: "内容" / "What";
        State: "状態" / "State";
    }
}

/// The words of codes that come from the kernel or from webkit itself.
pub(crate) fn base() -> Words {
    Words::default()
        .code("role", |lang| Text::NotYourRole.to(lang))
        .code("system", |lang| Text::BySystemAlone.to(lang))
        .code("reason", |lang| Text::ReasonToRemove.to(lang))
        .code("signed_out", |lang| Text::SignedOutWords.to(lang))
        .code("changed_meanwhile", |lang| Common::ConflictWords.to(lang))
        .code("already_there", |lang| Text::AlreadyThere.to(lang))
        .code("still_used", |lang| Text::StillUsed.to(lang))
        .code("column_missing", |lang| Text::ColumnMissing.to(lang))
        .code("column_unknown", |lang| Text::ColumnUnknown.to(lang))
        .code("column_twice", |lang| Text::ColumnTwice.to(lang))
        .code("quote_open", |lang| Text::QuoteOpen.to(lang))
        .code("line_break", |lang| Text::LineBreak.to(lang))
        .code("unreadable", |lang| Text::Unreadable.to(lang))
        .code("function_stopped", |lang| Text::StoppedTitle.to(lang))
        .code("not_json", |lang| Text::NotJson.to(lang))
        .code("unseen_characters", |lang| Text::UnseenCharacters.to(lang))
        .code("year_beyond", |lang| Text::YearBeyond.to(lang))
        .code("unknown_parameter", |lang| Text::UnknownParameter.to(lang))
}

/// What is wrong with the field of that label.
pub(crate) fn reason(words: &Words, reason: &Reason, label: &str, lang: Lang) -> Cow<'static, str> {
    let field = label.to_owned();
    match *reason {
        Reason::TooLarge { ref name, max } => {
            let most = crate::text::size(max);
            match name.clone() {
                none if none.is_empty() => Text::FileTooLarge { most }.to(lang),
                name => Text::NamedTooLarge { name, most }.to(lang),
            }
        }
        Reason::CellsSurplus { max } => Text::CellsSurplus { max }.to(lang),
        Reason::Required => Common::Missing { field }.to(lang),
        Reason::TooLong { max } => Common::TooLong { field, max }.to(lang),
        Reason::TooShort { min } => Common::TooShort { field, min }.to(lang),
        Reason::OutOfRange { min, max } => Common::OutOfRange { field, min, max }.to(lang),
        Reason::TooMany { max } => Common::TooMany { field, max }.to(lang),
        Reason::Malformed => Text::MalformedField { field }.to(lang),
        Reason::Unknown => Common::NotOnList { field }.to(lang),
        Reason::Taken => Common::AlreadyTaken { field }.to(lang),
        Reason::Past => Common::InThePast { field }.to(lang),
        Reason::EndBeforeStart => Text::EndBeforeStart { field }.to(lang),
        Reason::Code("unknown_member") => Text::UnknownMember { field }.to(lang),
        Reason::Code(code) => words
            .say(code, lang)
            .unwrap_or_else(|| Text::FieldRefused { field }.to(lang)),
    }
}
