//! What SCIM says to whoever set it up.

use yakusho_webkit::Words;

yakusho_webkit::texts! {
    /// Texts of SCIM.
    pub(super) enum Text {
        ClosedByProgram: "ID管理システムからの指示による" / "Closed by the identity management";
        InvalidFilter: "この条件では検索できません。使えるのは、id、userName、externalId、active、displayName、name.formatted、employeeNumberと、eq、ne、co、sw、ew、pr、and、or、notです。" / "This filter cannot be used. It takes id, userName, externalId, active, displayName, name.formatted and employeeNumber, with eq, ne, co, sw, ew, pr, and, or and not.";
        InvalidPath: "この名前の属性はありません。" / "There is no attribute of this name.";
        InvalidSyntax: "送信された内容の形がSCIMの定めに合っていません。" / "What was sent is not in the form that SCIM has.";
        Mutability: "この属性には、その変更はできません。氏名・所属・職名・任用区分は職員の記録と発令によります。すべてのアカウントにある項目は、取り除けません。" / "This attribute cannot be changed so. Names, units, titles and employment classes follow from the staff records and personnel orders. What every account has cannot be removed.";
        NoTarget: "取り除く属性が示されていません。" / "What is to be removed is not named.";
        PasswordNotTaken: "パスワードは受け付けません。仮パスワードは、システム管理者が発行して本人に渡します。" / "Passwords are not taken. The system administrator issues a one-time password and hands it to its owner.";
        ByOrderAlone: "所属と役割は発令で決まります。SCIMでは変更できません。" / "Who is in a unit and holds a role follows from personnel orders. SCIM cannot change it.";
    }
}

/// The words of codes.
pub(crate) fn words() -> Words {
    Words::default()
        .code("invalidFilter", |lang| Text::InvalidFilter.to(lang))
        .code("invalidPath", |lang| Text::InvalidPath.to(lang))
        .code("invalidSyntax", |lang| Text::InvalidSyntax.to(lang))
        .code("mutability", |lang| Text::Mutability.to(lang))
        .code("noTarget", |lang| Text::NoTarget.to(lang))
        .code("password_not_taken", |lang| Text::PasswordNotTaken.to(lang))
        .code("by_order_alone", |lang| Text::ByOrderAlone.to(lang))
}
