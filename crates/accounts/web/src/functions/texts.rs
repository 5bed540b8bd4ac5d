//! What the pages of functions and permissions say.

yakusho_webkit::texts! {
    /// Texts of functions and permissions.
    pub(super) enum Text {
        Functions: "機能と権限" / "Functions and permissions";
        Switches: "機能" / "Functions";
        SwitchesIntro: "停止した機能は、メニューから消え、そのアドレスも開けなくなります。登録された内容は残り、再開すると元どおり使えます。" / "A function that is off leaves the menu, and its addresses answer nothing. What was registered stays, and is there again when it is switched on.";
        On: "利用中" / "On";
        Off: "停止中" / "Off";
        Since: "変更日時" / "Changed";
        By: "変更した者" / "By";
        Reason: "理由" / "Reason";
        SwitchOff: "停止する" / "Switch off";
        SwitchOn: "再開する" / "Switch on";
        SwitchOffFunction { name: String }: "「{name}」を停止する" / "Switch off “{name}”";
        SwitchOnFunction { name: String }: "「{name}」を再開する" / "Switch on “{name}”";
        SwitchReason: "理由(記録に残ります)" / "Reason (kept on record)";
        SwitchedOff { name: String }: "「{name}」を停止しました。" / "“{name}” is off.";
        SwitchedOn { name: String }: "「{name}」を再開しました。" / "“{name}” is on again.";
        NeverChanged: "変更なし" / "Never changed";
        AlreadySo: "すでにそのようになっています。" / "It is so already.";
        NotInTheCity: "この市の規程にない機能です。" / "The city's regulation has no such function.";

        Grants: "権限の付与" / "Permissions granted";
        GrantsIntro: "役割によらない権限を、職員、職又は所属に与えます。職に与えた権限は、その職に就いた人に移ります。" / "Permissions beyond those of roles, for people, posts or sections. One granted to a post passes to whoever takes it up.";
        Permission: "権限" / "Permission";
        Grantee: "与える相手" / "Granted to";
        Within: "対象の所属" / "Within";
        Everywhere: "全庁" / "The whole town hall";
        GrantedAt: "付与日時" / "Since";
        End: "終了する" / "End";
        Ended: "権限の付与を終了しました。" / "The grant was ended.";
        NoGrants: "付与されている権限はありません。" / "No permission is granted.";
        NewGrant: "権限を与える" / "Grant a permission";
        Granted: "権限を与えました。" / "The permission was granted.";
        ToWhom: "与える相手の種類" / "To whom";
        ToPerson: "職員(人について回ります)" / "A person (stays with them)";
        ToUnit: "所属(その全員)" / "A section (everyone in it)";
        ToHead: "所属長の職(就いた人に移ります)" / "The post of a section's head (passes to the next)";
        Person: "職員" / "Person";
        Unit: "所属" / "Section";
        UnitHelp: "所属又は所属長を選んだときに指定します。" / "Where a section or its head was chosen.";
        NoHead: "この所属には長の職がありません。" / "This section has no post of a head.";
        WithinHelp: "特定の所属だけに限るときに指定します。" / "To limit it to one section.";
        NothingToGrant: "付与できる権限はありません。" / "There is no permission to grant.";
    }
}
