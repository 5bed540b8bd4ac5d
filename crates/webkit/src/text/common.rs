//! The texts that every page shares.

crate::texts! {
    /// Texts of the shell, the components and the usual acts.
    pub enum Common {
        // The shell.
        PrintedBy { name: String, on: String }: "{name} {on}印刷" / "Printed by {name}, {on}";
        Product: "役所グループウェア" / "Yakusho groupware";
        SkipToMain: "本文へ移動" / "Skip to main content";
        Home: "ホーム" / "Home";
        Menu: "メニュー" / "Menu";
        MainMenu: "メインメニュー" / "Main menu";
        Close: "閉じる" / "Close";
        UserMenu: "利用者メニュー" / "User menu";
        ActingFor { whom: String }: "{whom}として操作しています" / "Acting on behalf of {whom}";
        ProxyOf { whom: String, kind: String }: "{whom}さんの{kind}" / "{whom} ({kind})";
        Breadcrumbs: "現在位置" / "You are here";
        Search: "検索" / "Search";
        SearchEverything: "全体を検索" / "Search everything";
        Notifications: "通知" / "Notifications";
        UnreadCount { n: String }: "未読{n}件" / "{n} unread";
        ItemsWaiting { n: u64 }: "{n}件" / "{n} item" | "{n} items" by n;
        SwitchLanguage: "English" / "日本語";
        SignIn: "ログイン" / "Sign in";
        SignOut: "ログアウト" / "Sign out";
        Version: "バージョン" / "Version";
        Regulation: "規程" / "Regulation";

        // Acts.
        Save: "保存" / "Save";
        SaveDraft: "下書きとして保存" / "Save as draft";
        Send: "送信" / "Send";
        Post: "投稿" / "Post";
        Add: "追加" / "Add";
        Edit: "編集" / "Edit";
        Delete: "削除" / "Delete";
        Cancel: "キャンセル" / "Cancel";
        Apply: "適用" / "Apply";
        Filter: "絞り込み" / "Filter";
        ClearFilter: "絞り込みを解除" / "Clear filter";
        DownloadCsv: "CSVでダウンロード" / "Download CSV";
        Print: "印刷" / "Print";
        Copy: "コピー" / "Copy";
        Copied: "コピーしました" / "Copied";
        Details: "詳細" / "Details";
        Reply: "返信" / "Reply";
        Compare: "比較" / "Compare";

        // Answers.
        None: "なし" / "None";
        All: "すべて" / "All";
        Unread: "未読" / "Unread";
        Read: "既読" / "Read";
        Confirmed: "確認済み" / "Confirmed";
        Unconfirmed: "未確認" / "Not confirmed";
        Overdue: "期限超過" / "Overdue";
        Draft: "下書き" / "Draft";
        Pinned: "固定" / "Pinned";
        Saved: "保存しました。" / "Saved.";
        Posted: "投稿しました。" / "Posted.";
        Deleted: "削除しました。" / "Deleted.";

        // Kinds of alert.
        Info: "お知らせ" / "Information";
        Success: "完了" / "Success";
        Warning: "注意" / "Warning";
        Error: "エラー" / "Error";

        // Lists.
        FirstPage: "最初のページ" / "First page";
        NextPage: "次のページ" / "Next page";
        Below { what: String }: "{what}の下位" / "Below {what}";
        Pages: "ページの切り替え" / "Pages";
        Nothing: "該当するものはありません。" / "Nothing found.";
        Progress { done: String, all: String }: "{all}人中{done}人が確認" / "{done} of {all} confirmed";
        StepOf { step: usize, of: usize }: "{of}ステップ中{step}" / "Step {step} of {of}";
        StepDone: "完了" / "Done";
        StepCurrent: "現在のステップ" / "Current step";
        StepNext: "これから" / "To do";

        // Forms.
        Required: "※必須" / "required";
        Optional: "任意" / "optional";
        CheckInput { n: usize }: "入力内容を確認してください({n}件)" / "There is {n} problem with what you entered" | "There are {n} problems with what you entered" by n;
        Show: "表示" / "Show";
        ShowPassword: "パスワードを表示" / "Show password";
        ChooseNone: "選択しない" / "None chosen";
        PleaseChoose: "選択してください" / "Please choose";
        CharactersUpTo { max: String }: "{max}文字以内" / "Up to {max} characters";
        CharactersLeft: "残り{n}文字" / "Characters left: {n}";
        CharactersOver: "{n}文字超過しています" / "Characters too many: {n}";
        FilesUpTo { size: String }: "1ファイル{size}まで。複数選択できます。" / "Up to {size} each. You can choose several.";
        FileUpTo { size: String }: "{size}まで" / "Up to {size}";
        FilesChosen: "選択したファイル" / "Chosen files";
        FilterList: "一覧を絞り込む" / "Filter the list";
        FilterListHelp: "氏名、かな、所属の一部を入力" / "Part of a name or a section";
        FindPeople: "氏名または所属で検索" / "Find by name or section";
        SearchResults: "検索結果" / "Search results";
        LookIntoSection: "所属を選んで職員を表示" / "Choose a section to see its people";
        ShowSection: "この所属を表示" / "Show this section";
        ChooseAll: "全員を選ぶ" / "Choose all";
        ChosenCount: "{n}件を選択中" / "Chosen: {n}";
        PeopleCount { n: usize }: "{n}人" / "{n}";
        ChooseWhole { group: String }: "{group}の全員" / "Everyone in {group}";
        ReasonForRecord: "理由(記録に残ります)" / "Reason (kept on record)";
        LeaveUnsaved: "保存していない入力があります。" / "You have unsaved changes.";

        // What is wrong with an entry.
        Missing { field: String }: "{field}を入力してください。" / "Enter {field}.";
        NotChosen { field: String }: "{field}を選択してください。" / "Choose {field}.";
        TooLong { field: String, max: usize }: "{field}は{max}文字以内で入力してください。" / "{field} must be {max} characters or fewer.";
        TooShort { field: String, min: usize }: "{field}は{min}文字以上で入力してください。" / "{field} must be {min} characters or more.";
        TooMany { field: String, max: usize }: "{field}は{max}件以内にしてください。" / "{field}: choose {max} or fewer.";
        OutOfRange { field: String, min: i64, max: i64 }: "{field}は{min}から{max}までの数で入力してください。" / "{field} must be a number from {min} to {max}.";
        NotANumber { field: String }: "{field}は、使える範囲の整数で入力してください。" / "{field} must be a whole number within its limits.";
        NotADate { field: String }: "{field}は実在する日付で入力してください(例:2026年11月21日)。" / "{field} must be a real date, such as 2026-11-21.";
        NotAMoment { field: String }: "{field}は実在する日付と時刻で入力してください。" / "{field} must be a real date and time.";
        InThePast { field: String }: "{field}は今日以降にしてください。" / "{field} must be today or later.";
        NotOnList { field: String }: "{field}は一覧から選択してください。" / "{field} must be one of those listed.";
        AlreadyTaken { field: String }: "その{field}はすでに使われています。" / "That {field} is already in use.";

        // Versions and their comparison.
        VersionNumber { n: u64 }: "第{n}版" / "Version {n}";
        CurrentVersion: "現在の版" / "Current version";
        Added: "追加" / "Added";
        Removed: "削除" / "Removed";
        Unchanged { n: usize }: "変更のない{n}行を省略" / "{n} unchanged line" | "{n} unchanged lines" by n;
        NoDifference: "違いはありません。" / "There is no difference.";

        // Attachments.
        Attachments: "添付ファイル" / "Attachments";
        Sha256: "SHA-256" / "SHA-256";

        // Error pages.
        NotFoundTitle: "ページが見つかりません" / "Page not found";
        NotFoundWords: "このページは存在しないか、閲覧できません。" / "This page does not exist, or you cannot see it.";
        NotFoundAdvice: "アドレスを確かめるか、ホームから探してください。" / "Check the address, or start again from the home page.";
        DeniedTitle: "この操作はできません" / "You cannot do this";
        DeniedWords: "あなたの権限では、この操作は認められていません。" / "Your role does not permit this.";
        DeniedAdvice: "必要な場合は、所属長またはシステム管理者に相談してください。" / "If you need to, ask your manager or the system administrator.";
        ConflictTitle: "ほかの人が先に変更しました" / "Someone else changed this first";
        ConflictWords: "開いている間に内容が変わったため、保存していません。" / "It changed while you had it open, so nothing was saved.";
        StateTitle: "今の状態では、この操作はできません" / "Not possible as things stand";
        StateWords: "内容を確かめてください。" / "Look at how it stands.";
        Yes: "はい" / "Yes";
        No: "いいえ" / "No";
        KeptNow: "ほかの人が変更した後の、いまの内容" / "What it says now, as someone else changed it";
        NothingEntered: "（入力なし）" / "(nothing entered)";
        GoOnOverChange: "いまの内容を確かめました。この画面の内容で上書きします" / "I have read what it says now; overwrite it with what is here";
        ConflictAdvice: "前の画面に戻り、最新の内容を確かめてからやり直してください。" / "Go back, look at what it says now, and try again.";
        InvalidTitle: "送信内容を確認してください" / "Check what you sent";
        InvalidWords: "送信された内容を受け付けられませんでした。" / "What was sent could not be accepted.";
        InvalidAdvice: "前の画面に戻り、もう一度やり直してください。" / "Go back and try again.";
        InternalTitle: "エラーが発生しました" / "Something went wrong";
        InternalWords: "処理を完了できませんでした。内容は保存していません。" / "The request could not be completed. Nothing was saved.";
        InternalAdvice: "しばらくしてからやり直してください。続く場合は、下の受付番号をシステム管理者に伝えてください。" / "Try again in a while. If it keeps happening, give the number below to the system administrator.";
        TooLargeTitle: "送信内容が大きすぎます" / "What you sent is too large";
        TooLargeWords: "上限を超えているため、受け付けませんでした。" / "It exceeds the limit and was not accepted.";
        TooManyTitle: "しばらく待ってからやり直してください" / "Please wait before trying again";
        TooManyWords: "短い時間に多くの操作がありました。" / "There were too many requests in a short time.";
        WaitAdvice: "しばらくしてからやり直してください。" / "Try again in a while.";
        UnavailableTitle: "ただいま利用できません" / "Not available at the moment";
        UnavailableWords: "保守作業中か、混み合っています。" / "The service is under maintenance or busy.";
        ToHome: "ホームへ" / "Go to the home page";
        RequestId: "受付番号" / "Request number";
        RuleThatRefused: "根拠となる規定" / "The rule that applies";
    }
}
