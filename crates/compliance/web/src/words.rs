//! The words for what compliance says in codes: refusals, conflicts, faults of fields, acts, things and facts.

use yakusho_webkit::Words;

yakusho_webkit::texts! {
    enum Text {
        // Why something is refused.
        Over: "すでに終わっています。" / "It is over already.";
        NotDrafter: "この課の様式を作成できるのは、定められた職にある人だけです。" / "Only the holder of the post that is named draws this form up for the section.";
        OwnCase: "自分が作成した様式を、自分で処理することはできません。" / "Nobody acts on what they applied for.";
        NotYourStep: "この段階を処理するのは、あなたではありません。" / "This step is not yours.";
        NotHead: "所属の義務を見られるのは、その長だけです。" / "Only the head of a section sees its duties.";
        NotYourDuty: "この義務を終えられるのは、義務のある人とシステム管理者だけです。" / "Only whoever owes it and the system administrator end it.";
        NotSectionManager: "登録できるのは、所管する課の長だけです。" / "Only the head of the section that owns it may do this.";

        NotSubmitted: "この登録の前に、定められた様式の協議書を提出してください。" / "Submit the consultation on its form first.";
        NotGranted: "この登録には、協議が認められている必要があります。" / "The consultation has to be granted first.";

        // What stands against an act.
        CaseDraft: "まだ提出されていません。" / "It is a draft.";
        CaseUnderWay: "手続中のため、できません。" / "It is under way.";
        CaseSentBack: "差し戻されています。" / "It was sent back.";
        CaseGranted: "すでに承認されています。" / "It was granted already.";
        CaseRefused: "すでに承認しないことに決まっています。" / "It was refused already.";
        CaseWithdrawn: "すでに取り下げられています。" / "It was withdrawn already.";
        NotConsulted: "いまは協議の段階ではありません。" / "Nobody is consulted at this step.";
        NotDecidedYet: "いまは決定の段階ではありません。" / "Nothing is decided at this step.";
        EndsByItsAct: "この義務は、その手続を行うと自動で完了します。" / "It ends by itself when what it asks for is done.";
        NoParty: "処理する職が置かれていないため、提出できません。システム管理者に相談してください。" / "There is no post for one of its steps. Ask the system administrator.";

        // What is wrong with a field.
        DayInFuture: "今日より後の日は指定できません。" / "It cannot lie in the future.";
        BeforeLastAct: "前の行為の日より前の日は指定できません。" / "It cannot lie before the act that it follows.";
        SameSide: "情報系と業務系のシステムを一つずつ選んでください。" / "Choose one system of the information side and one of the business side.";
        UseNotApproved: "このデータの利用の承認を、先に得てください。" / "Have the use of these data approved first.";
        OwnData: "自分の課のデータの利用には、申請は要りません。" / "Your section's own data need no application.";
    }
}

/// The words of every code of this domain.
pub(crate) fn words() -> Words {
    named(
        Words::default()
            .code("over", |lang| Text::Over.to(lang))
            .code("not_drafter", |lang| Text::NotDrafter.to(lang))
            .code("own_case", |lang| Text::OwnCase.to(lang))
            .code("not_your_step", |lang| Text::NotYourStep.to(lang))
            .code("not_head", |lang| Text::NotHead.to(lang))
            .code("not_your_duty", |lang| Text::NotYourDuty.to(lang))
            .code("ends_by_its_act", |lang| Text::EndsByItsAct.to(lang))
            .code("not_section_manager", |lang| {
                Text::NotSectionManager.to(lang)
            })
            .code("case_draft", |lang| Text::CaseDraft.to(lang))
            .code("case_under_way", |lang| Text::CaseUnderWay.to(lang))
            .code("case_sent_back", |lang| Text::CaseSentBack.to(lang))
            .code("case_granted", |lang| Text::CaseGranted.to(lang))
            .code("case_refused", |lang| Text::CaseRefused.to(lang))
            .code("case_withdrawn", |lang| Text::CaseWithdrawn.to(lang))
            .code("not_consulted", |lang| Text::NotConsulted.to(lang))
            .code("not_decided_yet", |lang| Text::NotDecidedYet.to(lang))
            .code("no_party", |lang| Text::NoParty.to(lang))
            .code("day_in_future", |lang| Text::DayInFuture.to(lang))
            .code("before_last_act", |lang| Text::BeforeLastAct.to(lang))
            .code("not_submitted", |lang| Text::NotSubmitted.to(lang))
            .code("not_granted", |lang| Text::NotGranted.to(lang))
            .code("same_side", |lang| Text::SameSide.to(lang))
            .code("use_not_approved", |lang| Text::UseNotApproved.to(lang))
            .code("own_data", |lang| Text::OwnData.to(lang)),
    )
}

/// What acts, things and facts are called in the audit trail.
fn named(words: Words) -> Words {
    words
        .page("compliance.case", |id| crate::forms::case_page(id.into()))
        .acts([
            ("case.", ("様式・手続", "Forms")),
            ("case.draw_up", ("様式の作成", "Form drawn up")),
            ("case.edit", ("様式の修正", "Form changed")),
            ("case.submit", ("様式の提出", "Form submitted")),
            ("case.withdraw", ("様式の取下げ", "Form withdrawn")),
            (
                "case.consult",
                ("協議への回答", "Word given when consulted"),
            ),
            ("case.decide", ("様式の決定", "Form decided")),
            ("duty.", ("義務台帳", "Duties")),
            ("duty.list", ("義務の一覧", "List of duties")),
            ("duty.enter", ("義務の登録", "Duty entered")),
            ("duty.close", ("義務の完了・取消", "Duty ended")),
            (
                "duty.subscribe",
                ("義務の購読アドレスの作成", "Address of duties made"),
            ),
            (
                "duty.unsubscribe",
                ("義務の購読アドレスの廃止", "Address of duties ended"),
            ),
            (
                "duty.remind",
                ("義務の催促と記録", "Reminders and record of duties"),
            ),
            ("inventory.", ("台帳", "Registers")),
            (
                "inventory.keep_system",
                ("システムの登録", "System registered"),
            ),
            ("consultation.", ("協議", "Consultations")),
            (
                "consultation.rely_on",
                ("協議に基づく登録", "Entry by a consultation"),
            ),
            (
                "inventory.add_data_set",
                ("データの登録", "Data registered"),
            ),
            (
                "inventory.change_data_set",
                ("データの登録の変更", "Registered data changed"),
            ),
            ("data_use.", ("データの利用", "Use of data")),
            (
                "data_use.check",
                ("データの利用の照会", "Use of data asked about"),
            ),
        ])
        .things([
            ("compliance.system", ("情報システム", "Information system")),
            ("compliance.connection", ("接続", "Connection")),
            ("compliance.data_set", ("データ", "Data set")),
            ("compliance.case", ("様式", "Form")),
            ("compliance.duty", ("義務", "Duty")),
            ("compliance.task", ("手続の段階", "Step of a form")),
            ("compliance.act", ("手続の行為", "Act on a form")),
            (
                "compliance.data_use",
                ("データ利用の承認", "Approval to use data"),
            ),
        ])
        .facts([
            ("due", ("期限", "Due")),
            ("state", ("状態", "State")),
            ("rules", ("規則の数", "Rules")),
            ("kind", ("種類", "Kind")),
            ("number", ("番号", "Number")),
            ("on", ("行為の日", "Day of the act")),
            ("version_number", ("版", "Version")),
            ("agrees", ("同意", "Agrees")),
            ("verdict", ("決定", "Decision")),
            ("told", ("知らせた数", "Told")),
            ("section", ("所属", "Section")),
            ("answer", ("回答", "Answer")),
            ("approval", ("承認", "Approval")),
        ])
}
