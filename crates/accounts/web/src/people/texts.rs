//! What the pages about people and the organisation say.

yakusho_webkit::texts! {
    /// Texts of the directory: people, units, posts, roles.
    pub(super) enum Text {
        People: "職員名簿" / "People";
        Organisation: "組織" / "Organisation";
        Tree: "組織図" / "Units";
        TreeIntro: "部や課の名前を選ぶと、所属長と職員が表示されます。" / "Choose a unit to see its head and its people.";
        NoUnits: "この日には、所属がありません。" / "There was no unit on that day.";
        OnAnotherDay: "別の日の組織を見る" / "See another day";
        Shown { day: String }: "{day}の組織を表示しています。" / "Shown as on {day}.";
        ShownAsKnown { day: String, known: String }: "{day}の組織を、{known}に記録されていたとおりに表示しています。" / "Shown as on {day}, as it was known on {known}.";
        Ahead { field: String }: "{field}には、今日までの日付を入力してください。" / "{field}: enter today or a day before.";
        Roles: "役割と担当者" / "Roles";

        // Looking for people.
        FindWords: "氏名・ふりがな・職員番号" / "Name, reading or staff number";
        FindHelp: "一部だけでも探せます。かなの種類や全角・半角は問いません。" / "A part is enough. Any kind of kana and width will do.";
        Unit: "所属" / "Unit";
        NobodyFound: "該当する職員はいません。" / "Nobody was found.";
        NobodyFoundAdvice: "言葉を短くするか、所属の指定を外してください。" / "Try a shorter word, or look in every unit.";
        Name: "氏名" / "Name";
        Number: "職員番号" / "Staff number";
        Class: "任用区分" / "Employment";
        Post: "職" / "Post";
        Kind: "区分" / "Kind";

        // A person.
        Posts: "所属・職" / "Posts";
        MainPost: "本務" / "Main post";
        ConcurrentPost: "兼務" / "Concurrent post";
        NoPost: "現在、職に就いていません。" / "Holds no post at present.";
        HoldsRoles: "規程上の役割" / "Roles under the regulation";
        Duties: "電子計算組織の職務" / "Duties of computing";
        RoleOf { role: String, more: String }: "{role}({more})" / "{role} ({more})";

        Career: "職歴" / "Posts over time";
        CareerWords: "所属と職の名称は、現在または廃止された時のものです。" / "Units and posts are named as they are now, or as they last were.";
        Days: "期間" / "Days";
        Present: "現在" / "present";

        // A unit.
        Head: "所属長" / "Head";
        Vacant: "欠員" / "Vacant";
        Members: "職員" / "People";
        MemberCount { n: usize }: "{n}人(兼務を含む)" / "{n} person, concurrent posts included" | "{n} people, concurrent posts included" by n;
        NoMembers: "ここに直接所属する職員はいません。" / "Nobody belongs to this unit itself.";
        PostsOfUnit: "置かれている職" / "Posts";
        Holder: "在職者" / "Held by";
        Below: "下位の組織" / "Units below";
        Code: "組織コード" / "Code";
        Rank: "種別" / "Kind of unit";
        SearchHere: "この所属の職員を探す" / "Find people here";

        // A post over time.
        HoldersIntro: "この職に、ある日、誰が就いていたかを調べます。" / "Find out who held this post on a day.";
        OnDay: "調べる日" / "On this day";
        AsKnownOn: "記録の時点" / "As known on";
        AsKnownHelp: "後で訂正された記録は、この日の終わりの時点で知られていたとおりに表示します。空欄なら現在の記録です。" / "Records that were corrected later are shown as they were known at the end of this day. Empty: as known now.";
        LookUp: "調べる" / "Look up";
        HoldersOn { day: String }: "{day}の在職者" / "Held on {day} by";
        NobodyHeld: "その日の在職者は、記録にありません。" / "By what is on record, nobody held it on that day.";
        Proxies: "この職の代理" / "Who stands in for this post";
        ProxiesWords: "欠員や不在の間、この職の事務を代わって行う職員です。今日有効なものと、これから始まるものを示します。" / "Those who do the work of the post during a vacancy or an absence: those of today, and those to come.";
        NewProxy: "代理を設定する" / "Have somebody stand in";

        // Roles.
        RolesIntro: "規程が定める役割と、今日それを担う職員です。役割は人ではなく職に付くため、異動の日から新しい在職者が担います。" / "The roles that the regulation lays down, and who holds them today. They belong to posts, not to people: whoever takes over the post takes over the role on that day.";
        BoundTo: "充てられる職" / "Bound to";
        Article: "根拠" / "Laid down in";
        HeldToday: "今日の担当者" / "Held today by";
        NoHolder: "担当者がいません" / "Nobody";
        PerSection { n: usize }: "{n}の所属ごとの担当者" / "{n} holder, one for each unit" | "{n} holders, one for each unit" by n;
        HeadOf { unit: String }: "{unit}の長" / "Head of {unit}";
        HeadOfSectionWith { unit: String }: "{unit}が属する課の長" / "Head of the section with {unit}";
        HeadsOfDepartments: "各部の長" / "Heads of departments, each for their own";
        HeadsOfSections: "各課・室の長" / "Heads of sections, each for their own";
        HeadsOfUnits: "各係の長" / "Heads of units, each for their own";
        HeadsOfSectionsWithPersonalInformation: "個人情報を取り扱う課の長" / "Heads of sections that process personal information";
    }
}
