//! What the pages that edit the organisation say.

yakusho_webkit::texts! {
    /// Texts of live edits.
    pub(super) enum Text {
        Title: "組織と任用の変更" / "Edit the organisation";
        Intro: "所属・職・職員・任用を、1件ずつ、指定した日から変更します。年度替わりなどのまとまった異動には、人事発令を使ってください。" / "Units, posts, people and appointments are edited one by one, each from a day on. For many at once, as in April, use a personnel order.";
        ToOrders: "人事発令へ" / "Personnel orders";
        ToView: "過去の組織を見る" / "The organisation on another day";
        ToPeople: "職員の一覧" / "People";

        // Every form.
        From: "変更する日" / "From";
        FromHelp: "この日の午前0時から効力を持ちます。過去の日にすると、その日にさかのぼって記録を改めます。以前の記録も残ります。" / "It holds from 00:00 of this day. With a day in the past the record is corrected back to it. What was recorded before stays on record.";
        Try: "影響を確かめる" / "See what would change";
        WouldChange: "変わる点" / "What would be different";
        LeavesOpen: "担当者のいない役割や、引き継ぐ人のないものが生じます。内容を確かめてから実行してください。" / "It would leave a role, or something else, without a holder. See what it does before you go on.";
        Agreed: "上の影響を確認しました" / "I have seen what it does";
        Record: "記録する" / "Record";
        Made: "変更しました。" / "It was changed.";
        OnDay: "表示する日" / "As on";
        Show: "表示" / "Show";
        Edit: "内容を変更" / "Edit";
        Acts: "操作" / "What can be done";

        // Units.
        Unit: "所属" / "Unit";
        NewUnit: "所属を新設" / "Found a unit";
        NewBelow: "下位の所属を新設" / "Found a unit below";
        EditUnit: "所属の内容を変更" / "Edit the unit";
        CloseUnit: "所属を廃止" / "Close the unit";
        CloseUnitWords: "この所属と、そこにある職を廃止します。先に、職員を別の職に移し、下位の所属を別の所属の下に移してください。" / "The unit is closed with its posts. Move its people to other posts and the units below it elsewhere first.";
        Name: "名称" / "Name";
        Code: "所属コード" / "Code";
        CodeHelp: "人事発令のCSVで使う、ほかの所属と重ならない符号です。" / "Personnel orders call the unit by it; no other unit may have the same.";
        Rank: "種別" / "Kind of unit";
        Parent: "上位の所属" / "Unit above";
        ParentHelp: "部のように、最上位に置くときは空欄にします。" / "Empty for a unit at the top, such as a department.";
        Position: "表示順" / "Order";
        PositionHelp: "同じ所属の中で、小さい番号から順に並びます。" / "Within the same unit, the smallest number comes first.";
        Neighbours: "現在の並び" / "The present order";
        Tags: "標識" / "Marks";
        PersonalInformation: "個人情報を電子計算組織で取り扱う" / "Processes personal information by computer";
        PersonalInformationMark: "個人情報を扱う" / "Personal data";
        Head: "所属長" / "Head";
        Vacant: "欠員" / "Vacant";
        NoUnits: "この日には、所属がありません。" / "There was no unit on that day.";

        // Posts.
        Post: "職" / "Post";
        Posts: "職" / "Posts";
        NewPost: "職を新設" / "Found a post";
        EditPost: "職の内容を変更" / "Edit the post";
        ClosePost: "職を廃止" / "Close the post";
        ClosePostWords: "この職を廃止します。就いている職員がいるときは、先に別の職に移してください。" / "The post is closed. Move whoever holds it to another post first.";
        PostTitle: "職名" / "Title";
        PostRank: "級" / "Rank";
        PostRankHelp: "1が最も上です。回覧の職順などに使います。" / "1 is the highest. Circulations in order of rank go by it.";
        IsHead: "この所属の長である" / "It is the head of its unit";
        HeadTag: "長" / "Head";
        Holders: "在職者" / "Held by";
        NoPosts: "職がありません。" / "There is no post.";

        // People.
        People: "職員" / "People";
        FindWords: "氏名・ふりがな・職員番号" / "Name, reading or staff number";
        FindHelp: "退職した職員と、これから採用される職員も探せます。" / "Those who left and those yet to come are found, too.";
        NobodyFound: "該当する職員はいません。" / "Nobody was found.";
        Number: "職員番号" / "Staff number";
        PersonName: "氏名" / "Name";
        NameHelp: "姓と名の間に空白を入れます。" / "With a space between family name and given name.";
        Kana: "ふりがな" / "Reading";
        NotAReading: "ふりがなは、ひらがなかカタカナで入力してください。" / "Write the reading in hiragana or katakana.";
        KanaHelp: "ひらがなかカタカナで入力します。" / "In hiragana or katakana.";
        Class: "任用区分" / "Employment";
        NewPerson: "職員を採用" / "Take somebody on";
        EditPerson: "氏名・番号・区分を変更" / "Edit name, number and class";
        SetStatus: "休職・出向・復帰・退職" / "Leave, secondment, return, leaving";
        StatusNow: "在職状況" / "Status";
        NewStatus: "新しい在職状況" / "From then on";
        ReturnMeans: "休職・育児休業・出向から戻ります。" / "Back from leave or secondment.";
        LeftMeans: "この日から在職しません。就いている職はすべて解かれます。" / "No longer employed from this day; every post ends.";
        FirstDay: "始まりの日" / "First day";
        LastDay: "終わりの日" / "Last day";
        LastDayHelp: "この日まで続きます。期限がなければ空欄にします。" / "It holds until the end of this day. Empty: until further notice.";
        EmployedUntil: "任期の末日" / "Last day of employment";
        EmployedUntilHelp: "任期の定めがなければ空欄にします。" / "Empty: until further notice.";
        Days: "期間" / "Days";

        // Appointments.
        Appointments: "任用" / "Appointments";
        NoAppointments: "職に就いた記録がありません。" / "No appointment is on record.";
        Appoint: "職に任命" / "Appoint";
        MainPost: "本務" / "Main post";
        ConcurrentPost: "兼務" / "Concurrent post";
        Kind: "区分" / "Kind";
        MainMeans: "それまでの本務は、この日の前日で終わります。" / "The main post held before ends the day before.";
        ConcurrentMeans: "本務はそのまま続きます。" / "The main post goes on.";
        PostHelp: "所属ごとに職を並べています。" / "Posts by unit.";
        MakeMain: "本務にする" / "Make it the main post";
        MakeMainWords: "この職を本務にします。今の本務は兼務になります。" / "It becomes the main post; the present main post becomes concurrent.";
        Correct: "訂正" / "Correct";
        CorrectTitle: "任用の記録を訂正" / "Correct the appointment";
        CorrectWords: "職や期間、本務・兼務の別が誤って記録されていたときに使います。人が移ったときは、訂正ではなく任命または解任をしてください。" / "For a post, days or kind that were recorded wrongly. When somebody moves, appoint or relieve them instead.";
        End: "解任" / "Relieve";
        EndTitle: "任用を終了" / "End the appointment";
        EndWords: "この日から、この職に就いていないものとします。" / "From this day they do not hold the post.";

        // What was recorded.
        Records: "記録の経過" / "What was recorded";
        RecordsWords: "これまでに記録されたすべての内容です。置き換えられた記録も残ります。" / "Everything that was ever recorded. What was replaced stays.";
        Content: "内容" / "What";
        RecordedAt: "記録した日時" / "Recorded";
        State: "状態" / "State";
        InForce: "有効" / "In force";
        ReplacedAt: "置き換え" / "Replaced";
        ByOrder: "人事発令による" / "By an order";
        NotAtThatTime: "表示した日には存在しません。記録されている期間の内容を表示しています。" / "It does not exist on that day. What is shown holds at another time.";
        Ended: "廃止済み" / "Closed";
        InAudit: "監査記録で確認" / "Look in the audit trail";
    }
}
