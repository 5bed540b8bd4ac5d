//! Words for the codes of documents: refusals, conflicts, faults of fields, acts, things and facts.

use yakusho_webkit::Words;

yakusho_webkit::texts! {
    enum Text {
        // Why something is refused.
        ReadsOnly: "このフォルダーでは、閲覧だけができます。" / "You may only read what is in this folder.";
        NotLeader: "この所属の長とシステム管理者だけができます。" / "Only the head of this section and the system administrator may do this.";
        NotManager: "この所属の長(情報の管理責任者)だけができます。" / "Only the head of the section, who manages its information, may do this.";
        NotAuthor: "作成した人だけができます。" / "Only its author may do this.";
        OtherSection: "文書は所属単位で登録します。このキャビネットの所属の職員だけが登録できます。" / "Sections register documents: only people of this cabinet's section register here.";
        NotHolder: "ロックした人だけが解除できます。" / "Only whoever holds the lock gives it back.";

        OtherSectionReceives: "担当する所属の職員だけができます。" / "Only people of the section in charge may do this.";

        // What stands against an act.
        Locked: "ほかの人が編集中でロックしています。ロックが解除されてから、もう一度操作してください。" / "Somebody else holds it locked. Try again when they have given the lock back.";
        NotLocked: "すでにロックされていません。" / "It is not locked any more.";
        Draft: "まだ登録されていない下書きです。" / "It is a draft, not registered yet.";
        Registered: "すでに登録されています。" / "It is registered already.";
        Withdrawn: "すでに取り下げられています。" / "It was withdrawn already.";
        Removed: "すでに削除されています。" / "It was taken down already.";
        StillKept: "保存期間が終わっていないため、廃棄できません。" / "It must be kept longer, and cannot be disposed of yet.";
        Unnumbered: "登録されたことのない文書は、廃棄ではなく取下げをしてください。" / "What was never registered is withdrawn, not disposed of.";
        NotEmpty: "中に文書かフォルダーがあるため、削除できません。" / "There are documents or folders in it.";
        IsCabinet: "キャビネットそのものには、この操作はできません。" / "This cannot be done with a cabinet itself.";
        IsFolder: "引き継げるのはキャビネットだけです。フォルダーは移動してください。" / "Only a cabinet is handed over. Move a folder instead.";

        // What is wrong with a field.
        NoArchive: "ZIPファイルとして読み取れません。ZIPファイルを選んでください。" / "It cannot be read as a ZIP. Choose a ZIP file.";
        TooDeep: "フォルダーが深くなりすぎます。" / "The folder would lie too deep.";
        WithinItself: "フォルダーを自分自身の中には移動できません。" / "A folder cannot be moved into itself.";
        SameSection: "いまの所属とは別の所属を選んでください。" / "Choose another section than the present one.";
        YetToCome: "今日より後の日は選べません。" / "It cannot be a day to come.";
        TooFarOff: "見直しの日は、30年先までの日を入力してください。" / "It must be within the next 30 years.";
        SaysNothing: "ファイルを添付するか、「説明」に内容を書いてください。" / "Attach a file, or say in the notes what there is to know.";
        KeptForEver: "永年保存の文書は、エクスプローラーなどからは取り下げられません。文書の画面で、理由を添えて取り下げてください。" / "What is kept for ever is withdrawn on its page, with a reason.";
        Numbered: "登録した後は、年度を変えられません。" / "Once it is registered, its fiscal year stays.";

        // What hangs on sections when orders change them.
        Cabinets: "文書のキャビネット" / "Cabinets of documents";
    }
}

/// The words of every code of this domain.
pub(crate) fn words() -> Words {
    Words::default()
        .code("reads_only", |lang| Text::ReadsOnly.to(lang))
        .code("not_leader", |lang| Text::NotLeader.to(lang))
        .code("document_not_manager", |lang| Text::NotManager.to(lang))
        .code("document_not_author", |lang| Text::NotAuthor.to(lang))
        .code("other_section", |lang| Text::OtherSection.to(lang))
        .code("other_section_receives", |lang| {
            Text::OtherSectionReceives.to(lang)
        })
        .code("not_holder", |lang| Text::NotHolder.to(lang))
        .code("document_locked", |lang| Text::Locked.to(lang))
        .code("not_locked", |lang| Text::NotLocked.to(lang))
        .code("document_draft", |lang| Text::Draft.to(lang))
        .code("document_registered", |lang| Text::Registered.to(lang))
        .code("document_withdrawn", |lang| Text::Withdrawn.to(lang))
        .code("document_removed", |lang| Text::Removed.to(lang))
        .code("still_kept", |lang| Text::StillKept.to(lang))
        .code("unnumbered", |lang| Text::Unnumbered.to(lang))
        .code("not_empty", |lang| Text::NotEmpty.to(lang))
        .code("is_cabinet", |lang| Text::IsCabinet.to(lang))
        .code("is_folder", |lang| Text::IsFolder.to(lang))
        .code("no_archive", |lang| Text::NoArchive.to(lang))
        .code("too_deep", |lang| Text::TooDeep.to(lang))
        .code("within_itself", |lang| Text::WithinItself.to(lang))
        .code("same_section", |lang| Text::SameSection.to(lang))
        .code("yet_to_come", |lang| Text::YetToCome.to(lang))
        .code("too_far_off", |lang| Text::TooFarOff.to(lang))
        .code("says_nothing", |lang| Text::SaysNothing.to(lang))
        .code("kept_for_ever", |lang| Text::KeptForEver.to(lang))
        .code("numbered", |lang| Text::Numbered.to(lang))
        .code("webdav_misplaced", crate::webdav::misplaced)
        .code("document.cabinets", |lang| Text::Cabinets.to(lang))
        .acts(ACTS)
        .page("document", |id| crate::document_page(id.into()))
        .things(THINGS)
        .facts(FACTS)
}

const ACTS: [(&str, (&str, &str)); 31] = [
    ("document.", ("文書管理", "Documents")),
    (
        "document.break_lock",
        ("文書のロックの強制解除", "Lock broken"),
    ),
    ("document.copy", ("文書の複写", "Document copied")),
    ("document.dispose", ("文書の廃棄", "Document disposed of")),
    ("document.draft", ("文書の下書きの作成", "Document begun")),
    ("document.edit", ("文書の変更", "Document changed")),
    (
        "document.evidence",
        ("削除された文書の閲覧", "What was taken down seen"),
    ),
    ("document.folder.add", ("フォルダーの作成", "Folder added")),
    (
        "document.folder.follow_order",
        (
            "発令に伴うキャビネットの引継ぎ",
            "Cabinets passed on by an order",
        ),
    ),
    (
        "document.folder.found",
        ("キャビネットの作成", "Cabinet founded"),
    ),
    (
        "document.folder.hand_over",
        ("キャビネットの引継ぎ", "Cabinet handed over"),
    ),
    (
        "document.folder.list",
        (
            "所属のないキャビネットの一覧",
            "Cabinets without a section listed",
        ),
    ),
    ("document.folder.move", ("フォルダーの移動", "Folder moved")),
    (
        "document.folder.remove",
        ("フォルダーの削除", "Folder removed"),
    ),
    (
        "document.folder.rename",
        ("フォルダー名の変更", "Folder renamed"),
    ),
    (
        "document.folder.set_rights",
        ("フォルダーの権限の変更", "Rights in a folder changed"),
    ),
    ("document.lock", ("文書のロック", "Document locked")),
    ("document.move", ("文書の移動", "Document moved")),
    (
        "document.nightly",
        ("見直しのお知らせ", "Reviews reminded of"),
    ),
    (
        "document.receipt.assign",
        ("収受したものの担当の変更", "Receipt passed on"),
    ),
    (
        "document.receipt.change",
        ("収受簿の変更", "Receipt changed"),
    ),
    (
        "document.receipt.register",
        ("収受簿への登録", "Receipt registered"),
    ),
    ("document.register", ("文書の登録", "Document registered")),
    (
        "document.reinstate",
        ("削除した文書の復元", "Document put up again"),
    ),
    ("document.remove", ("文書の削除", "Document taken down")),
    (
        "document.review",
        ("文書の見直し", "Document looked through"),
    ),
    ("document.unlock", ("文書のロックの解除", "Lock given back")),
    (
        "document.webdav.describe",
        (
            "編集ソフトのメモの記録(WebDAV)",
            "Noted by a program (WebDAV)",
        ),
    ),
    (
        "document.webdav.hold",
        ("編集ソフトのロック(WebDAV)", "Held by a program (WebDAV)"),
    ),
    (
        "document.webdav.pass",
        (
            "編集ソフトの一時ファイル(WebDAV)",
            "A program's own file (WebDAV)",
        ),
    ),
    ("document.withdraw", ("文書の取下げ", "Document withdrawn")),
];

const THINGS: [(&str, (&str, &str)); 5] = [
    ("document", ("文書", "Document")),
    (
        "document.folder",
        ("キャビネット・フォルダー", "Cabinet or folder"),
    ),
    ("document.receipt", ("収受したもの", "Something received")),
    (
        "document.webdav_file",
        ("編集ソフトの一時ファイル", "A program's own file"),
    ),
    (
        "document.webdav_lock",
        ("編集ソフトのロック", "A program's lock"),
    ),
];

const FACTS: [(&str, (&str, &str)); 16] = [
    (
        "cabinets",
        ("引き継いだキャビネットの数", "Cabinets passed on"),
    ),
    ("cleared", ("管理者の承認", "Approved by the administrator")),
    ("copy_of", ("複写元", "Copy of")),
    ("files", ("ファイルの数", "Files")),
    ("out_of", ("変更前の場所", "Out of")),
    ("held_by", ("ロックしていた人", "Held by")),
    ("into", ("変更後の場所", "Into")),
    ("names", ("項目", "Names")),
    ("number", ("番号", "Number")),
    ("own_rights", ("独自の権限", "Rights of its own")),
    (
        "personal_information",
        (
            "個人情報と思われる記載",
            "What looks like personal information",
        ),
    ),
    ("reason", ("理由", "Reason")),
    ("section", ("引継ぎ先の所属", "Section")),
    ("told", ("知らせた人数", "People told")),
    ("until", ("期限", "Until")),
    ("versions", ("版の数", "Versions")),
];

#[cfg(test)]
mod tests {
    use super::{ACTS, FACTS, THINGS};

    #[test]
    fn every_act_thing_and_fact_has_words() {
        for (before, words, least) in [
            ("Act::new(\"", &ACTS[..], 20),
            ("Id = \"", &THINGS[..], 2),
            (".with(\"", &FACTS[..], 10),
        ] {
            let names = yakusho_testkit::declared(&["documents/src"], before, '"');
            assert!(names.len() >= least, "only {names:?}");
            for name in names {
                let named = words.iter().any(|(known, _)| *known == name);
                assert!(named, "{name} has no words");
            }
        }
    }
}
