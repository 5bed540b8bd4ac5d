//! What the pages about oneself say.

yakusho_webkit::texts! {
    /// Texts of one's own account: who one is, passwords, codes, sessions, tokens.
    pub(crate) enum Text {
        Account: "自分のアカウント" / "My account";
        Overview: "登録内容" / "My data";
        Security: "セキュリティ" / "Security";
        Tokens: "APIトークン" / "API tokens";
        Delegations: "代理" / "Standing in";
        Groups: "マイグループ" / "My groups";

        // My data.
        Name: "氏名" / "Name";
        StaffNumber: "職員番号" / "Staff number";
        Class: "任用区分" / "Employment";
        Posts: "所属・職" / "Posts";
        Roles: "規程上の役割" / "Roles under the regulation";
        PostOf { unit: String, title: String }: "{unit} {title}" / "{title}, {unit}";
        ConcurrentPostOf { unit: String, title: String }: "{unit} {title}(兼務)" / "{title}, {unit} (concurrent)";
        SignInId: "ログインID" / "Sign-in ID";
        EndsOn: "利用期限" / "Can be used until";
        NoEnd: "期限なし" / "No end";
        LastSignIn: "最後のログイン" / "Last signed in";
        DataWrong: "氏名や所属に誤りがあるときは、システム管理者に連絡してください。" / "If your name or post is wrong, tell the system administrator.";
        Language: "表示言語" / "Language";
        LanguageHelp: "画面と通知の言語です。" / "For pages and notifications.";
        Japanese: "日本語" / "日本語 (Japanese)";
        English: "English(英語)" / "English";

        // The password.
        Password: "パスワード" / "Password";
        ChangePassword: "パスワードを変更" / "Change password";
        PasswordAge { days: i64 }: "設定から{days}日経過" / "{days} day old" | "{days} days old" by days;
        PasswordSetOn: "設定日" / "Set on";
        PasswordDue: "変更期限" / "To be changed by";
        PasswordSuggested: "設定から時間がたっています。変更をお勧めします。" / "It is some time since you set it. Consider changing it.";
        CurrentPassword: "現在のパスワード" / "Current password";
        CurrentOneTime: "仮パスワード" / "One-time password";
        NewPassword: "新しいパスワード" / "New password";
        NewPasswordHelp { min: u32 }: "{min}文字以上。短い文や、関係のない言葉をいくつかつなげたものが、覚えやすく破られにくくなります。" / "At least {min} characters. A short sentence, or a few unrelated words, is easy to keep in mind and hard to guess.";
        EndsElsewhere: "変更すると、ほかの端末のセッションとAPIトークンはすべて終了します。" / "Your sessions elsewhere and all your API tokens end with it.";
        RepeatPassword: "新しいパスワード(もう一度)" / "New password, once more";
        PasswordChanged: "パスワードを変更しました。ほかの端末のセッションとAPIトークンは終了しました。" / "Your password was changed. Your sessions elsewhere and your API tokens have ended.";
        FirstPassword: "仮パスワードでログインしています" / "You signed in with a one-time password";
        FirstPasswordWords: "続けるには、自分だけが知るパスワードを設定してください。仮パスワードは、これ以後使えません。" / "To go on, set a password that only you know. The one-time password will not work again.";
        OldPassword: "パスワードの変更期限を過ぎています" / "Your password must be changed";
        OldPasswordWords { article: String }: "続けるには、新しいパスワードを設定してください(根拠:{article})。" / "To go on, set a new password ({article}).";
        PasswordAlone: "パスワードは本人だけのものです。システム管理者を含め、誰にも教えないでください。" / "Your password is yours alone. Tell it to nobody, not even the system administrator.";

        // The second factor.
        SecondFactor: "2段階認証" / "Two-step sign-in";
        SecondFactorWords: "パスワードに加えて、認証アプリの確認コードかパスキーでログインします。パスワードが漏れても、ほかの人はログインできません。" / "You sign in with a code from an authenticator app or a passkey besides your password. Even if your password leaks, nobody else can get in.";
        On: "有効" / "On";
        Off: "無効" / "Off";
        App: "認証アプリ" / "Authenticator app";
        AppWords: "スマートフォンの認証アプリに表示される確認コードを入力します。" / "You enter a code that an authenticator app on your phone shows.";
        OnSince: "設定日" / "On since";
        SetUp: "設定する" / "Set up";
        SetUpTitle: "認証アプリの設定" / "Set up an authenticator app";
        StepScan: "認証アプリに登録" / "Add it to your app";
        StepCode: "確認コードを入力" / "Enter a code";
        StepRecovery: "回復コードを保管" / "Keep the recovery codes";
        ScanWords: "スマートフォンの認証アプリでこのコードを読み取ってください。" / "Scan this with the authenticator app on your phone.";
        QrCode: "認証アプリに登録するためのQRコード" / "QR code for the authenticator app";
        SecretWords: "読み取れないときは、次の鍵を手で入力してください(種類:時間ベース、6桁、30秒)。" / "If it cannot be scanned, type in this key (time-based, six digits, 30 seconds).";
        Code: "確認コード" / "Code";
        CodeHelp: "アプリに表示された6桁の数字" / "The six digits that the app shows";
        TurnOn: "有効にする" / "Turn on";
        TurnOff: "無効にする" / "Turn off";
        TurnOffTitle: "認証アプリの確認コードを無効にしますか" / "Turn codes from your app off?";
        TurnOffWords: "確認コードではログインできなくなります。パスキーもないときは、パスワードだけでログインできるようになり、回復コードも使えなくなります。" / "Codes from your app will no longer let you in. If you have no passkey either, your password alone will, and your recovery codes will no longer work.";
        TurnedOff: "認証アプリの確認コードを無効にしました。" / "Codes from your app are off.";
        AppOn: "認証アプリの確認コードを有効にしました。" / "Codes from your app are on.";
        RecoveryCodes: "回復コード" / "Recovery codes";
        RecoveryLeft { n: u64 }: "残り{n}個" / "{n} left";
        RecoveryWords: "認証アプリやパスキーが使えないときに、確認コードの代わりに使います。それぞれ1回だけ使えます。この画面を閉じると二度と表示されません。印刷するか書き写して、鍵のかかる場所に保管してください。" / "They take the place of the code when you have neither app nor passkey. Each works once. They are not shown again: print them or write them down, and keep them locked away.";
        RecoveryOnce: "回復コードは今だけ表示されます" / "The recovery codes are shown only now";
        PasswordProof: "本人であることを確かめます。" / "To make sure that it is you.";
        StartAgain: "はじめからやり直す" / "Start again";
        RecoveryDone: "2段階認証を有効にしました" / "Two-step sign-in is on";
        NewRecoveryCodes: "回復コードを作り直す" / "Make new recovery codes";
        NewRecoveryWords: "新しい回復コードを作ります。これまでの回復コードは使えなくなります。" / "This makes new recovery codes. The old ones stop working.";
        RecoveryKept: "保管しました" / "I have kept them";

        // Passkeys.
        Passkeys: "パスキー" / "Passkeys";
        PasskeysWords: "パソコンやスマートフォンの画面ロックと同じように、指紋・顔・PINで本人を確かめます。セキュリティキーも使えます。" / "Your computer or phone makes sure that it is you by finger, face or PIN, as when you unlock it. Security keys work too.";
        PasskeysNowhere: "このサーバーでは、まだパスキーを使えません。" / "Passkeys cannot be used on this server yet.";
        PasskeysAt: "パスキーは、次のアドレスで開いたときだけ追加し、使うことができます。" / "Passkeys can be added and used only where this site is opened at the following address:";
        NoPasskeys: "パスキーはありません。" / "You have no passkeys.";
        AddPasskey: "パスキーを追加する" / "Add a passkey";
        AddPasskeyWords: "パスワードを確かめたあと、この端末やスマートフォンにパスキーを作ります。" / "Once your password is checked, a passkey is made on this machine or your phone.";
        PasskeyName: "パスキーの名前" / "Name of the passkey";
        PasskeyNameHelp: "どの端末や鍵かがわかる名前(例:職場のパソコン、携帯電話)" / "By which you know the machine or key, such as “office computer” or “phone”";
        AddedOn: "追加日" / "Added";
        StepProof: "名前とパスワード" / "Name and password";
        ToNextStep: "次へ" / "Next";
        StepMake: "パスキーを作る" / "Make the passkey";
        MakePasskey: "パスキーを作る" / "Make the passkey";
        MakePasskeyWords { name: String }: "「{name}」という名前のパスキーを作ります。ボタンを押して、画面の案内に従ってください。" / "A passkey called “{name}” is made. Press the button and follow what your browser says.";
        NoPasskeyHere: "このブラウザでは、パスキーを作れません。" / "This browser cannot make passkeys.";
        PasskeyFailed: "パスキーを作れませんでした。もう一度試すか、はじめからやり直してください。この端末にすでにパスキーがあるときは、ほかの端末や鍵を選んでください。" / "No passkey was made. Try again, or start again. If this machine has one already, choose another.";
        PasskeyAdded { name: String }: "パスキー「{name}」を追加しました。" / "The passkey “{name}” was added.";
        RemovePasskey: "削除する" / "Remove";
        RemovePasskeyTitle: "パスキーを削除しますか" / "Remove this passkey?";
        RemovePasskeyWords: "このパスキーではログインできなくなります。2段階認証がほかにないときは、パスワードだけでログインできるようになり、回復コードも使えなくなります。端末に残ったパスキーは、端末の設定で削除してください。" / "It will no longer let you in. If there is no other second step, your password alone will, and your recovery codes will no longer work. Remove what is left of it on the machine in the machine's settings.";
        PasskeyRemoved { name: String }: "パスキー「{name}」を削除しました。" / "The passkey “{name}” was removed.";

        // Sessions.
        Sessions: "ログイン中の端末" / "Where you are signed in";
        SessionsWords: "身に覚えのないものがあるときは、終了してパスワードを変更し、システム管理者に連絡してください。" / "If there is one that you do not know, end it, change your password, and tell the system administrator.";
        Program: "端末・ブラウザ" / "Program";
        Address: "接続元" / "From";
        StartedAt: "ログイン" / "Signed in";
        SeenAt: "最後の操作" / "Last used";
        ThisSession: "この端末" / "This one";
        EndSession: "終了する" / "End";
        EndOthers: "ほかをすべて終了する" / "End all others";
        SessionEnded: "セッションを終了しました。" / "The session has ended.";
        OthersEnded: "ほかのセッションをすべて終了しました。" / "All other sessions have ended.";
        UnknownProgram: "不明な端末" / "Unknown program";

        // Sign-in history.
        History: "ログインの履歴" / "Sign-in history";
        HistoryWords: "このIDで行われたログインと、失敗した試みです。" / "Sign-ins with your ID, and attempts that failed.";
        When: "日時" / "When";
        Result: "結果" / "Result";
        AllHistory: "履歴をすべて見る" / "See all of it";
        NoHistory: "まだ履歴はありません。" / "There is nothing yet.";
        Done: "成功" / "Signed in";
        DoneByProvider: "成功(認証サーバー)" / "Signed in by the sign-in service";
        CodeNeeded: "2段階目の確認待ち" / "Second step asked for";
        WrongPassword: "パスワード誤り" / "Wrong password";
        WrongCode: "確認コード誤り" / "Wrong code";
        WrongPasskey: "パスキー不一致" / "Wrong passkey";
        HeldOff: "失敗が続き拒否" / "Held off";
        Suspended: "停止中のため拒否" / "Suspended";
        Closed: "利用終了のため拒否" / "Closed";
        Expired: "仮パスワード期限切れ" / "One-time password expired";

        // Tokens.
        TokensOpenCabinets: "文書管理のキャビネットをパソコンから開く" / "Open the cabinets of documents from your computer";
        TokensWords: "プログラムがあなたの代わりにAPIを使うための鍵です。パスワードと同じように扱ってください。" / "Keys with which programs use the API for you. Treat them like passwords.";
        NewToken: "トークンを作る" / "Make a token";
        TokenName: "名称" / "Name";
        TokenNameHelp: "何に使うかがわかる名前" / "What it is used for";
        Scopes: "できること" / "What it can do";
        ScopeRead: "閲覧" / "Read";
        ScopeReadWords: "あなたが見られるものを読む" / "What you can read";
        ScopeWrite: "変更" / "Change";
        ScopeWriteWords: "あなたが変更できるものを変更する(管理を除く)" / "What you can change, except administration";
        ScopeAdmin: "管理" / "Administration";
        ScopeAdminWords: "あなたの役割で行う管理" / "What your roles let you administer";
        ScopeScim: "アカウントの連携(SCIM)" / "Provisioning of accounts (SCIM)";
        ScopeScimWords: "市のID管理システムが、あなたの名でアカウントを開設・変更・終了する(ほかには使えない)" / "The city's identity management opens, changes and closes accounts in your name, and nothing else";
        TokenEndsOn: "有効期限" / "Works until";
        TokenLongest { day: String }: "{day}まで指定できます。" / "At most until {day}.";
        TokenMade: "トークンを作りました" / "The token was made";
        TokenShownOnce: "このトークンは今だけ表示されます。コピーして、プログラムの設定に保存してください。" / "It is shown only now. Copy it into the program's settings.";
        MadeOn: "作成日" / "Made";
        UsedAt: "最後の使用" / "Last used";
        NeverUsed: "未使用" / "Never";
        NoTokens: "トークンはありません。" / "You have no tokens.";
        RevokeToken: "取り消す" / "Revoke";
        Revoked: "取消済み" / "Revoked";
        RevokeTokenTitle: "トークンを取り消しますか" / "Revoke this token?";
        RevokeTokenWords: "このトークンを使うプログラムは、すぐに使えなくなります。元に戻せません。" / "Programs that use it stop working at once. This cannot be undone.";
        TokenRevoked: "トークンを取り消しました。" / "The token was revoked.";

        // Standing in.
        ActFor: "ほかの人の代理として操作する" / "Act on somebody's behalf";
        ActForWords: "代理として操作している間は、画面の上にその旨が表示され、記録にはあなたの名前と代理の種類が残ります。" / "While you act on somebody's behalf, the top of every page says so, and your own name and the kind of proxy go on record.";
        ActForCalendar: "予定表への登録・変更・回答は、代理として操作している間も、本人が予定表で任せたときもできます。" / "You write in somebody's calendar while you act on their behalf, or where they let you in their calendar.";
        NobodyToActFor: "現在、あなたが代理できる人はいません。" / "There is nobody at present on whose behalf you can act.";
        Act: "代理として操作する" / "Act on their behalf";
        ActingNow { whom: String }: "{whom}さんの代理として操作中です。" / "You are acting on behalf of {whom}.";
        StopActing: "代理をやめて、自分として操作する" / "Stop, and act for yourself";
        DelegationsOfMine: "代理の設定" / "Who stands in for whom";
        VacantPost: "空席の職です。切り替えなくても、この職の役割で操作できます。記録には代理の種類が残ります。" / "The post is vacant: you have its roles as you are, and the kind of proxy goes on record.";
        DelegationsWords: "あなたやあなたの職の代理と、あなたが引き受けている代理です。所属の長の場合は、所属の職員や職の代理も含みます。" / "Those who stand in for you or your post, and those for whom you stand in; for the head of a unit, also those in it.";
        NewDelegation: "代理を頼む" / "Have somebody stand in";
        SetUpDelegation: "代理を設定する" / "Set up";
        DelegationSetUp: "代理を設定しました。" / "It is set up.";
        DelegationEnded: "代理を終了しました。" / "It has ended.";
        EndDelegation: "終了する" / "End";
        NoDelegations: "代理の設定はありません。" / "Nobody stands in for anybody.";
        Principal: "誰の代理か" / "For whom";
        PrincipalHelp: "特定の職だけを頼むときは、その職を選びます。" / "Choose a post if it is for that post alone.";
        Myself: "自分(すべての職)" / "Myself, in all my posts";
        Another: "ほかの職員" / "Somebody else";
        AnotherHelp: "自分が長である所属の、退職した職員や休職などで不在の職員です。下の欄で探してください。" / "Somebody of a unit that you head who left or is away. Look for them below.";
        AnotherPerson: "ほかの職員のうち、誰の代理か" / "For whom else";
        ThePost { post: String }: "{post}の職" / "The post {post}";
        Delegate: "代理する人" / "Who stands in";
        ProxyKind: "代理の種類" / "Kind";
        Days: "期間" / "Days";
        FirstDay: "開始日" / "First day";
        LastDay: "終了日" / "Last day";
        LastDayHelp: "空欄なら、終了するまで続きます。異動などで根拠がなくなると、自動的に終わります。" / "Empty: until it is ended. It ends by itself when its ground is gone, such as by a transfer.";
        Duties: "分担する事務" / "Duties shared out";
        DutiesHelp: "「職務の分担」を選んだときだけ指定します。" / "Only for shared duties.";
        ActingForPostMeans: "出張や休暇の間、または欠員の間、その職の事務を行います。役割に伴う権限も使えます。" / "Does the work of the post during an absence or a vacancy, with the powers of its roles.";
        DecidingInPlaceMeans: "本人に代わって決裁します。役割に伴う権限も使えます。" / "Decides in your place, with the powers of your roles.";
        SecretaryMeans: "予定の登録など、本人の指示による操作を行います。役割に伴う権限は使えません。" / "Does what you ask for, such as entering dates, without the powers of your roles.";
        SharedDutiesMeans: "総括管理者の事務の一部を、課長に分担させます。" / "Has the head of a section take over some of the general manager's duties.";

        // Groups.
        GroupsWords: "よく連絡する人や所属をまとめておくと、回覧などの宛先に一度で指定できます。" / "Keep the people and units that you often write to together, and address them all at once.";
        NewGroup: "グループを作る" / "Make a group";
        NoGroups: "グループはありません。" / "There are no groups.";
        GroupName: "グループ名" / "Name of the group";
        SharedWith: "共有する所属" / "Shared with";
        SharedWithHelp: "選ぶと、その所属の職員もこのグループを使えます。空欄なら自分だけです。" / "The people of that unit can use it, too. Empty: you alone.";
        MineAlone: "自分だけ" / "Nobody else";
        Owner: "作成者" / "Made by";
        NobodyFound: "該当する職員はいません。言葉を変えて探してください" / "Nobody was found. Try other words";
        MoreFound: "検索結果(ほかにもいます。言葉を長くすると絞り込めます)" / "Search results (there are more: a longer word finds fewer)";
        GroupMembers: "メンバー" / "Members";
        GroupMember: "メンバー" / "Member";
        MemberKind: "種別" / "Kind";
        KindPerson: "職員" / "Person";
        KindPost: "職(在職者)" / "Post (whoever holds it)";
        KindUnit: "所属(下位を含む)" / "Unit (with those below)";
        KindGroup: "グループ" / "Group";
        Units: "所属の一覧" / "All units";
        DeleteGroupTitle: "グループの削除" / "Delete a group";
        DeleteGroup { name: String }: "グループ「{name}」を削除しますか" / "Delete the group “{name}”?";
        DeleteGroupWords: "すでに送った回覧などには影響しません。このグループを含むほかのグループからは外れます。" / "What was sent already is not affected. It is taken out of other groups that hold it.";
    }
}
