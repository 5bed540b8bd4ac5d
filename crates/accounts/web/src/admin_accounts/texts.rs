//! What the pages of accounts say.

use std::borrow::Cow;

use yakusho_accounts::account::{AccountState, CloseCause};
use yakusho_accounts::leaver::{CaseState, Finding};
use yakusho_webkit::Lang;
use yakusho_webkit::ui::{Tag, Tone};

yakusho_webkit::texts! {
    /// Texts of the accounts.
    pub(super) enum Text {
        Accounts: "アカウント" / "Accounts";
        Words: "ID・氏名・職員番号" / "ID, name or staff number";
        Id: "ID" / "ID";
        Person: "職員" / "Person";
        Section: "所属" / "Section";
        State: "状態" / "State";
        EndsOn: "終期" / "Ends on";
        LastSignIn: "最後のログイン" / "Last signed in";
        Never: "なし" / "Never";
        NoEnd: "定めなし" / "None";
        Open: "利用中" / "In use";
        Suspended: "停止中" / "Suspended";
        Closed: "終了" / "Closed";
        NoAccounts: "該当するアカウントはありません。" / "No account fits.";
        NoAccountsAdvice: "条件を変えて検索してください。" / "Search with other conditions.";
        SharedAccount: "共用" / "Shared";

        New: "アカウントを開設する" / "Open an account";
        NewIntro: "開設したあと、仮パスワードを発行して本人に渡します。" / "After it is opened, issue a one-time password and hand it to its owner.";
        IdHelp: "本人がログインに使います。システム管理者だけが設定・変更できます。" / "What its owner signs in with. Only the system administrator sets and changes it.";
        EndsOnHelp: "正規職員以外の人には、終期が必要です。この日まで使えます。" / "Anyone but regular staff needs one. It works until the end of this day.";
        ApprovalReason: "利用を認める理由" / "Why it is approved";
        ApprovalReasonHelp: "正規職員以外の人のアカウントは、理由と終期を付けて認めます。記録に残ります。" / "An account for anyone but regular staff is approved with a reason and an end. It is kept on record.";
        SharedBy: "共用の許可" / "Permission to share";
        SharedByHelp: "情報システム管理者が許可した共用のアカウントだけ、ここで許可を選びます。" / "Only for an account that several people use, by the information system manager's permission.";
        NotShared: "共用しない" / "Not shared";
        Opened: "アカウントを開設しました。仮パスワードを発行して、本人に渡してください。" / "The account was opened. Issue a one-time password and hand it to its owner.";
        OpenIt: "開設する" / "Open it";

        OpenedAt: "開設日" / "Opened";
        ExternalId: "ID管理システムでの番号" / "Called by the identity management";
        Approval: "利用の承認" / "Approved";
        ApprovedBy { who: String, reason: String }: "{who}:{reason}" / "{who}: {reason}";
        ClosedAt: "終了" / "Closed";
        Class: "任用区分" / "Employment class";
        IssuePassword: "仮パスワードを発行する" / "Issue a one-time password";
        IssuePasswordHelp: "本人であることを確かめてから発行してください。これまでのパスワードは使えなくなり、すべてのログインが終わります。" / "Make sure that it is the owner. The present password stops working, and every session ends.";
        OneTimePassword: "仮パスワード" / "One-time password";
        OneTimeIntro: "この画面を閉じると、二度と表示できません。印刷するか書き写して、本人に直接渡してください。" / "It is never shown again. Print or copy it, and hand it to its owner in person.";
        UsableUntil: "使える期限" / "Can be used until";
        OneTimeOnce: "一度だけ使えます。ログインすると、新しいパスワードの設定を求められます。" / "It works once. After signing in, a new password must be set.";
        BackToAccount: "アカウントに戻る" / "Back to the account";

        ChangeLogin: "IDを変更する" / "Change the ID";
        NewId: "新しいID" / "New ID";
        LoginChanged: "IDを変更しました。" / "The ID was changed.";
        ChangeTerms: "終期を変更する" / "Change the end";
        TermsChanged: "終期を変更しました。" / "The end was changed.";
        Close: "アカウントを終了する" / "Close the account";
        CloseHelp: "ログインできなくなり、今のログインもすぐに終わります。登録した情報は残ります。" / "Nobody can sign in any more, and every session ends at once. What was registered stays.";
        Reason: "理由(記録に残ります)" / "Reason (kept on record)";
        ClosedNow: "アカウントを終了しました。" / "The account was closed.";
        Reopen: "アカウントを再開する" / "Open it again";
        ReopenHelp: "新しい仮パスワードが必要です。" / "It needs a new one-time password.";
        ReopenedNow: "アカウントを再開しました。仮パスワードを発行してください。" / "The account is open again. Issue a one-time password.";
        RemoveSecondFactor: "2段階認証を解除する" / "Turn two-step sign-in off";
        RemoveSecondFactorHelp: "認証アプリやパスキーを失った人のために、すべて解除します。本人に通知されます。" / "For somebody who has lost app or passkeys: all of it is taken away. Its owner is told.";
        SecondFactorRemoved: "2段階認証を解除しました。" / "Two-step sign-in was turned off.";
        EndSessions: "すべてのログインを終わらせる" / "End every session";
        EndSessionsHelp: "不正利用の疑いがあるときに使います。アカウントは引き続き使えます。" / "For a suspicion of misuse. The account stays usable.";
        SessionsEnded { n: u64 }: "{n}件のログインを終わらせました。" / "{n} session was ended." | "{n} sessions were ended." by n;
        Acts: "このアカウントの操作" / "What can be done";
        InAudit: "監査記録で確認" / "Look in the audit trail";
        SuspendedNotice: "このIDは停止されています。解除できるのは、システム総括責任者だけです。" / "This ID is suspended. Only the system supervisor can lift it.";

        Import: "一括登録" / "Import";
        ImportTitle: "アカウントの一括登録" / "Import accounts";
        ImportIntro: "職員番号、ID、終期、理由の列を持つCSVから、まとめて開設します。誤りが1つでもあれば、何も登録しません。" / "Opens accounts from a CSV with the columns staff number, ID, end and reason. With a single fault, nothing is registered.";
        ImportTemplate: "CSVのひな形" / "CSV template";
        Export: "一覧をCSVでダウンロード" / "Download all as CSV";
        ImportNow { n: usize }: "{n}件を開設する" / "Open {n} account" | "Open {n} accounts" by n;
        WouldOpen { n: usize }: "誤りはありません。{n}件のアカウントを開設できます。" / "No faults: {n} account can be opened." | "No faults: {n} accounts can be opened." by n;
        AlreadyThere { open: String, n: usize }: "{open}{n}件は、この内容ですでに開設されています。" / "{open} {n} account is there already, just so." | "{open} {n} accounts are there already, just so." by n;
        NothingToOpen: "新しく開設するアカウントはありません。" / "There is no account to open.";
        Imported { n: usize }: "{n}件のアカウントを開設しました。" / "{n} account was opened." | "{n} accounts were opened." by n;
        StaffNumber: "職員番号" / "Staff number";
        ReasonColumn: "理由" / "Reason";

        Sharing: "共用の許可" / "Permissions to share";
        SharingIntro: "アカウントは1人に1つです。複数の人で使うアカウントは、情報システム管理者が必要と認めて記録したときだけ開設できます。" / "An account is one person's. One for several people can be opened only where the information system manager found it necessary, on record.";
        Responsible: "責任者" / "Answers for it";
        UsedBy: "使う人" / "Used by";
        PermittedBy: "許可した者" / "Permitted by";
        Permit: "共用を許可する" / "Permit sharing";
        PermitHelp: "責任者と使う人は、職員番号で指定します。" / "Who answers for it and who uses it, by staff number.";
        ResponsibleNumber: "責任者の職員番号" / "Staff number of who answers for it";
        UserNumbers: "使う人の職員番号(1行に1人)" / "Staff numbers of the users, one a line";
        Permitted: "共用を許可しました。" / "Sharing was permitted.";
        WithdrawSharing: "取り消す" / "Withdraw";
        SharingWithdrawn: "共用の許可を取り消しました。この許可によるアカウントは終了しました。" / "The permission was withdrawn; accounts that stood on it are closed.";
        NoSharing: "共用の許可はありません。" / "There are no permissions to share.";
        NotAsked: "この市の規程には、共用の許可の定めがありません。" / "The city's regulation has no permission to share.";
        InForce: "有効" / "In force";
        Over: "終了" / "Over";

        Leavers: "利用の確認" / "Users to check";
        LeaversIntro: "異動や退職、長い間の不使用により、利用が不要になったと思われるアカウントです。引き続き必要かどうかを回答してください。" / "Accounts that may no longer be needed: their owners moved, left, or have long not signed in. Say whether each is still needed.";
        LeaversIntroAdmin: "管理責任者に確認しているアカウントです。担当がいないときは、システム管理者が回答します。" / "What managers have been asked about. Where there is no manager, the administrator answers.";
        Waiting: "回答待ち" / "Waiting";
        Kept: "引き続き利用" / "Kept";
        ClosedCases: "利用終了" / "Closed";
        WhyAsked: "確認の理由" / "Why it is asked";
        Since: "時点" / "Since";
        AskedOn: "確認した日" / "Asked on";
        Reminded { n: i32 }: "督促{n}回" / "reminded {n} time" | "reminded {n} times" by n;
        Keep: "引き続き必要" / "Still needed";
        NotNeeded: "不要(アカウントを終了する)" / "Not needed (close it)";
        AnswerReason: "理由" / "Reason";
        AnswerReasonHelp: "記録に残ります。" / "Kept on record.";
        KeptNow: "「引き続き必要」と回答しました。" / "Answered: still needed.";
        ClosedByAnswer: "「不要」と回答し、アカウントを終了しました。" / "Answered: not needed. The account was closed.";
        NothingWaits: "回答を待っているものはありません。" / "Nothing waits for an answer.";
        NothingThere: "該当するものはありません。" / "There is none.";
        Answered: "回答" / "Answer";
        FoundLeft: "退職" / "Left";
        FoundMoved: "異動" / "Moved";
        FoundUnused: "長期の不使用" / "Long unused";
        FoundReported: "管理責任者の報告" / "Reported by the manager";

        SectionUsers: "所属の利用者" / "Users of my section";
        SectionUsersIntro: "管理責任者は、利用が不要となった人を速やかに報告します。報告すると、その人のアカウントは終了します。" / "The manager promptly reports whoever no longer needs an account. With the report, it is closed.";
        Report: "利用が不要になったことを報告する" / "Report that it is no longer needed";
        ReportReason: "理由(例:退職、異動、業務の終了)" / "Reason, such as left, moved, work ended";
        Reported: "報告を受け付け、アカウントを終了しました。" / "The report was taken, and the account closed.";
        NoAccountYet: "アカウントなし" / "No account";
        NobodyHere: "この所属に職員はいません。" / "There is nobody in this section.";

        Suspensions: "IDの停止" / "Suspensions";
        WhoMay { title: String, names: String }: "IDを停止し、解除できるのは、{title}({names})だけです。" / "Only the {title} ({names}) can suspend an ID, and lift it.";
        NobodyMay { title: String }: "IDを停止し、解除できるのは{title}だけですが、今日はその役割に就いている人がいません。" / "Only the {title} can suspend an ID and lift it, and nobody holds that role today.";
        Suspend: "IDを停止する" / "Suspend an ID";
        SuspendIntro: "停止すると、その人のログインはすべてすぐに終わり、解除するまでログインできません。該当する号と理由は、本人に知らされ、記録に残ります。" / "Every session ends at once, and its owner cannot sign in until it is lifted. The owner is told item and reason; both are on record.";
        Breach: "該当する禁止事項" / "What was done";
        SuspendReason: "理由(本人に表示されます)" / "Reason (shown to its owner)";
        SuspendIt: "停止する" / "Suspend";
        SuspendedNow: "IDを停止しました。" / "The ID was suspended.";
        By: "停止した者" / "By";
        At: "停止日時" / "Since";
        Ground: "根拠" / "Under";
        LiftedAt: "解除" / "Lifted";
        Lift: "停止を解除する" / "Lift";
        LiftReason: "解除する理由(記録に残ります)" / "Reason (kept on record)";
        LiftedNow: "停止を解除しました。" / "The suspension was lifted.";
        StillSuspended: "停止中" / "Suspended";
        NoSuspensions: "停止の記録はありません。" / "There are no suspensions.";
    }
}

/// Whether an account can be used, as a tag.
pub(super) fn state(lang: Lang, state: AccountState) -> Tag {
    let tone = match state {
        AccountState::Open => Tone::Success,
        AccountState::Suspended => Tone::Error,
        AccountState::Closed => Tone::Neutral,
    };
    Tag::new(tone, state_words(lang, state))
}

/// The state of an account, in words.
pub(super) fn state_words(lang: Lang, state: AccountState) -> Cow<'static, str> {
    match state {
        AccountState::Open => Text::Open,
        AccountState::Suspended => Text::Suspended,
        AccountState::Closed => Text::Closed,
    }
    .to(lang)
}

/// By which way an account came to be closed, in words.
pub(super) fn cause(lang: Lang, cause: CloseCause) -> Cow<'static, str> {
    match cause {
        CloseCause::Ended => Text::EndsOn,
        CloseCause::Reported => Text::FoundReported,
        CloseCause::Administrator => Text::Close,
    }
    .to(lang)
}

/// Why it is asked whether an account is needed, in words.
pub(super) fn finding(lang: Lang, finding: Finding) -> Cow<'static, str> {
    match finding {
        Finding::Reported => Text::FoundReported,
        Finding::Left => Text::FoundLeft,
        Finding::Moved => Text::FoundMoved,
        Finding::Unused => Text::FoundUnused,
    }
    .to(lang)
}

/// How a question stands, in words.
pub(super) fn case(lang: Lang, state: CaseState) -> Cow<'static, str> {
    match state {
        CaseState::Open => Text::Waiting,
        CaseState::Kept => Text::Kept,
        CaseState::Closed => Text::ClosedCases,
    }
    .to(lang)
}
