//! What these pages say.

yakusho_webkit::texts! {
    pub(super) enum Text {
        Title: "他のカレンダーとの連携" / "Other calendars";
        Intro: "予定表を、スマートフォンやほかのカレンダーソフトで使えます。" / "Use your schedule on a phone or in another calendar program.";

        Sync: "予定表を同期する(CalDAV)" / "Keep in step (CalDAV)";
        SyncWords: "CalDAVに対応したカレンダーで、予定を見て、書き換えられます。次のとおり設定してください。" / "Calendars that know CalDAV show your events and change them. Set yours up as follows.";
        Server: "サーバー" / "Server";
        User: "ユーザー名" / "User name";
        UserWords: "ログインに使うID" / "The ID with which you sign in";
        Password: "パスワード" / "Password";
        PasswordWords: "APIトークン(ログインのパスワードは使えません)。予定を書き換えるには、トークンを作るときに「変更」にもチェックを付けます。" / "An API token (the password for signing in is not taken). To change events from there, tick “Change” as well when you make it.";
        Tokens: "APIトークンを作る" / "Make an API token";

        Subscribe: "予定表を購読する" / "Subscribe";
        SubscribeWords: "予定を見るためのアドレスを作ります。アドレスを知っている人は、ログインしなくても予定を見られます。他人に知らせないでください。" / "Makes an address at which your events are read. Whoever knows it reads them without signing in: tell it to nobody.";
        Name: "名前" / "Name";
        NameHelp: "どこで使うか分かる名前にします。例: 私のスマートフォン" / "Say where it is used, such as: my phone";
        Details: "非公開の予定" / "Private events";
        DetailsYes: "非公開の予定の内容も含める" / "Tell what private events say";
        DetailsHelp: "含めないときは、「予定あり」とだけ表示されます。" / "Otherwise they are shown as “busy”.";
        MakeAddress: "アドレスを作る" / "Make an address";
        Made: "アドレスを作りました。" / "The address was made.";
        ShownOnce: "このアドレスは、今しか表示されません。カレンダーソフトに登録してください。" / "This address is shown now and never again. Enter it into your calendar.";
        MadeOn: "作成日" / "Made on";
        Contents: "非公開の予定" / "Private events";
        Told: "内容を含む" / "Told";
        NotTold: "「予定あり」とだけ表示" / "Shown as busy";
        State: "状態" / "State";
        InUse: "有効" / "In use";
        Revoked: "廃止" / "Revoked";
        Revoke: "廃止する" / "Revoke";
        RevokeTitle: "購読用のアドレスを廃止しますか" / "Revoke this address?";
        RevokeWords: "このアドレスでは、予定を見られなくなります。元に戻せません。" / "Nobody reads at it any more. This cannot be undone.";
        RevokeDone: "アドレスを廃止しました。" / "The address was revoked.";
        None: "購読用のアドレスはありません。" / "There is no address to subscribe to.";

        Export: "ファイルに書き出す" / "Write a file";
        ExportWords: "期間を選んで、自分の予定をiCalendar形式のファイルにします。" / "Your events of some days, as a file of iCalendar.";
        From: "開始日" / "From";
        Until: "終了日" / "To";
        ExportNow: "書き出す" / "Write the file";

        Import: "ファイルから取り込む" / "Read a file";
        ImportWords: "iCalendar形式(.ics)のファイルから、自分の予定表に予定を取り込みます。同じ予定をもう一度取り込むと、前に取り込んだ予定が変わります。" / "Takes events from a file of iCalendar (.ics) into your schedule. What was taken in before is changed, and not doubled.";
        File: "ファイル" / "File";
        Try: "内容を確かめる" / "See what it brings";
        ImportNow { n: usize }: "{n}件の予定を取り込む" / "Take {n} events in";
        WouldTake { n: usize }: "{n}件の予定を取り込めます。" / "{n} events can be taken in.";
        Kept { name: String }: "選んだファイル: {name}" / "The file: {name}";
        Taken { n: usize }: "{n}件の予定を取り込みました。" / "{n} events were taken in.";
        Faults { n: usize }: "取り込めないものが{n}件あります。" / "{n} things cannot be taken in.";
        Line: "行" / "Line";
        What: "対象" / "What";
        Why: "理由" / "Why";
        Event: "予定" / "Event";
        When: "日時" / "When";
        Way: "取り込み方" / "How";
        New: "新しく登録" / "New";
        Change: "登録済みの予定を変更" / "Changes one that is there";
        Repeats: "繰り返し" / "Repeats";
    }
}
