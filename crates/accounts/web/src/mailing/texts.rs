//! What settings, mails and the list of failed ones say.

yakusho_webkit::texts! {
    /// Texts of notices by mail.
    pub(super) enum Text {
        Title: "通知の設定" / "Notification settings";
        Intro: "通知は、いつでも画面の「通知」で読めます。ここでは、メールでも受け取るものと時間を選びます。" / "You can always read your notifications in the page. Here you choose which of them also come by mail, and when.";
        Off: "この役所では、通知のメールを使っていません。" / "This town hall does not send notifications by mail.";
        OffWords: "通知は、画面の「通知」で読めます。" / "Read them in the page.";

        Where: "送り先" / "Where to";
        Nowhere: "送り先のメールアドレスがないため、メールは届きません。" / "There is no address yet, so nothing is mailed.";
        GoesTo { address: String }: "{address} に送ります。" / "Mail goes to {address}.";
        Address: "メールアドレス" / "Mail address";
        AddressHelp: "入力すると、確認コードを送ります。コードを入力するまで、ほかのメールは送りません。" / "A code is sent there. Nothing else is, until you have entered the code.";
        SendCode: "確認コードを送る" / "Send a code";
        CodeSent: "確認コードを送りました。届いたら、下の欄に入力してください。" / "A code was sent. Enter it below when it arrives.";
        Awaits { address: String }: "{address} に送った確認コードを入力してください。" / "Enter the code that was sent to {address}.";
        Code: "確認コード(6けたの数字)" / "Code (six digits)";
        Confirm: "アドレスを確認する" / "Confirm the address";
        Confirmed: "送り先を確認しました。" / "The address is confirmed.";
        OtherAddress: "送り先を変える・コードを送り直す" / "Another address, or another code";
        Remove: "メールをやめる" / "Stop the mail";
        Removed: "メールをやめました。送り先は消しました。" / "Mail was stopped, and the address forgotten.";

        Which: "受け取る通知と時間" / "What comes, and when";
        Owed: "確認・承認・期限のあるもの" / "What you must confirm, approve or do by a day";
        Board: "掲示板" / "Board";
        Circulation: "回覧・レポート" / "Circulations and reports";
        Schedule: "予定・施設予約" / "Schedule and bookings";
        Documents: "文書" / "Documents";
        Forms: "様式の手続・台帳" / "Procedures and registers";
        Security: "自分のID・パスワード・代理" / "Your ID, password and proxies";
        Administration: "発令・ほかの職員のID" / "Orders and IDs of others";
        AtOnce: "すぐにメール" / "By mail at once";
        Digest: "1日1回まとめてメール" / "In one mail a day";
        Page: "画面だけ" / "In the page alone";
        DigestHour: "まとめて送る時刻" / "When the mail of the day goes";
        AtHour { hour: u8 }: "{hour}時" / "{hour}:00";
        Quiet: "メールを控える時間" / "Quiet hours";
        QuietHelp: "この間の分は、終わってから1通にまとめて送ります。使わないときは、開始と終了を空欄にします。" / "What falls into them is sent in one mail when they end. Leave both times empty for none.";
        QuietFrom: "控える時間の開始" / "Quiet from";
        QuietUntil: "控える時間の終了" / "Quiet until";
        QuietFromHelp: "例:22:00。終了のほうが早い時刻なら、翌日までです。" / "For example 22:00. Where they end at an earlier time, they last over midnight.";
        QuietUntilHelp: "例:7:00" / "For example 7:00";
        ClosedDays: "閉庁日(土日・祝日など)は1日控える" / "Nothing on days on which the town hall is closed";

        NoAddress: "メールアドレスの形になっていません。「taro@city.example.jp」のように、半角で入力してください。" / "This is no mail address. Enter one like “taro@city.example.jp”.";
        JustSent: "このアドレスには、確認コードを送ったばかりです。届かないときは、2分待ってからもう一度送ってください。別のアドレスには、すぐに送れます。" / "A code was sent to this address just now. If it does not come, wait two minutes and send another. To another address one can be sent at once.";
        TooOften: "確認コードを続けて5回送りました。1時間たってから、もう一度送ってください。" / "Five codes were sent in a row. Wait an hour, then send another.";
        NoCode: "使える確認コードがありません。もう一度、確認コードを送ってください。" / "There is no code to be entered any more. Have another one sent.";
        WrongCode: "確認コードが違います。5回まで試せます。" / "The code is not right. It can be tried five times.";
        SameTime: "終了は、開始と違う時刻にしてください。" / "The end must be another time than the beginning.";
        NoTime: "時刻は「22:00」のように、0:00から23:59までで入力してください。" / "Enter a time like “22:00”, from 0:00 to 23:59.";

        // In mails.
        SubjectOfMany { n: usize }: "新しい通知が{n}件あります" / "You have {n} new notification" | "You have {n} new notifications" by n;
        SubjectOfCode: "通知のメールの確認コード" / "Code to confirm your address for notifications";
        Greeting { city: String }: "{city}のグループウェアからのお知らせです。" / "These are notifications of the groupware of {city}.";
        CodeWords { city: String }: "{city}のグループウェアの通知を、このアドレスで受け取る設定が行われました。次の確認コードを、設定の画面に入力してください。" / "Somebody chose this address for notifications of the groupware of {city}. Enter this code on the page of the settings.";
        CodeNotYours: "心当たりがないときは、何もしなければ、このアドレスにはこれ以上送られません。" / "If it was not you, do nothing: no more will be sent here.";
        AndMore { n: usize }: "ほか{n}件" / "and {n} more" | "and {n} more" by n;
        AllNotices: "すべての通知" / "All notifications";
        Settings: "通知の設定を変える" / "Change the settings";
        Automatic: "このメールは自動で送っています。返信は読まれません。" / "This mail was sent automatically. Replies are not read.";
        Something: "お知らせがあります。" / "Something happened.";

        // For the administrator.
        Failed: "届かなかったメール" / "Mails that failed";
        FailedIntro: "何度か送っても受け付けられなかった、通知のメールです。90日たつと消えます。本人は、画面の「通知」で同じ内容を読めます。" / "Mails with notifications that were not taken, however often they were tried. They are shown for 90 days. Their readers find the same in the page.";
        OnTheWay { n: u64 }: "送信を待っているメールは{n}件です。" / "{n} mail waits to be sent." | "{n} mails wait to be sent." by n;
        NoneFailed: "届かなかったメールはありません。" / "No mail failed.";
        To: "宛先" / "To";
        MadeAt: "作成" / "Made";
        Tries: "試した回数" / "Tries";
        Why: "理由" / "Why";
    }
}
