//! What the page of roles says.

yakusho_webkit::texts! {
    /// Texts of the roles.
    pub(super) enum Text {
        Roles: "役割と代理" / "Roles and delegations";
        Intro: "規程が置く役割は、人ではなく職に結び付いています。その日にその職に就いている人が、その役割を担います。" / "The regulation's roles belong to posts, not to people. Whoever holds the post on the day holds the role.";
        NoHolder { n: usize }: "担当者のいない役割があります({n})" / "{n} role is held by nobody" | "{n} roles are held by nobody" by n;
        NoHolderAdvice: "人事発令で職に任命するか、職務代理を設定してください。" / "Appoint somebody to the post by a personnel order, or have somebody act in it.";
        AllHeld: "すべての役割に担当者がいます。" / "Every role is held.";
        Article: "根拠" / "By";
        BoundTo: "充て職" / "Bound to";
        HeldBy: "担当者" / "Held by";
        Nobody: "不在" / "Nobody";
        NoSuchPost: "組織に該当する職がありません" / "The organisation has no such post";
        Section: "課・室" / "Section";
        Post: "職" / "Post";
        Person: "職員" / "Person";
        Acting: "代理" / "Standing in";
        Vacant { n: usize }: "不在 {n}" / "{n} vacant";
        PerSection { n: usize }: "課・室ごと({n})" / "One for each section ({n})";

        Delegations: "代理の設定" / "Delegations";
        DelegationsIntro: "今日とこれからの代理です。本人、上位の所属長、システム管理者が終了できます。" / "Those of today and to come. The person, the head of a unit above and the system administrator can end them.";
        Principal: "本人又は職" / "For";
        Delegate: "代理する者" / "By";
        Kind: "種類" / "Kind";
        Days: "期間" / "From, until";
        NoEnd: "期限なし" / "no end";
        Duties: "分担する職務" / "Duties shared";
        End: "終了する" / "End";
        Ended: "代理を終了しました。" / "The delegation was ended.";
        NoDelegations: "代理は設定されていません。" / "There are no delegations.";
        SetUp: "代理を設定する" / "Set one up";

        SharedDuties: "総括管理者の職務の分担" / "Duties of the general manager of computing, shared out";
        SharedIntro: "総括管理者は、職務の一部を課の長に分担させることができます。権限は、期間中その課の長に移ります。" / "The general manager can share part of the duties out to heads of sections. The powers follow for as long as it lasts.";
        SharedByManager: "分担させることができるのは、総括管理者だけです。" / "Only the general manager can share them out.";
        Duty: "職務" / "Duty";
        SharedWith: "分担している課の長" / "Shared with";
        KeptByManager: "総括管理者" / "The general manager";
        Share: "職務を分担させる" / "Share duties out";
    }
}
