//! The words for what provisions say in codes: refusals, conflicts, faults of fields, acts, things and facts.

use yakusho_webkit::Words;

yakusho_webkit::texts! {
    enum Text {
        NotSectionMember: "記録できるのは、データを所管する課の職員だけです。" / "Only the staff of the section that owns the data may do this.";
        NoAgreement: "この日に効力のある協定がないため、データを引き渡せません。" / "No agreement was in force on that day, and so no data can be released.";
        OthersData: "外部に提供できるのは、自分の課が所管するデータだけです。" / "Data are provided outside by the section that owns them.";
        OutsideProvision: "認められた提供の期間の中で指定してください。" / "It has to lie within the days that were granted.";
        ConditionMissing: "この条件が協定にありません。" / "The agreement lacks this condition.";
        NoSha256: "SHA-256は16進数64桁で入力してください。" / "A SHA-256 has 64 hexadecimal digits.";
        NoCertificate: "返還又は廃棄の証明書を添付してください。" / "Attach the certificate of the return or disposal.";
        ReleasedSince: "この日以後の引渡しが記録されています。" / "A release on that day or later is on record.";
        AgreementOver: "協定の末日より後の日には締結できません。" / "It cannot be concluded after its last day.";
        NothingMore: "「ほかに必要な事項はない」を選んだときは、条文を入力しないでください。" / "Leave this empty where nothing more is needed.";

        AgreementMissing: "協定が作成されていません。" / "No agreement was drawn up.";
        AgreementExists: "協定はすでに作成されています。" / "There is an agreement already.";
        AgreementIncomplete: "協定の条件が揃っていません。" / "The agreement lacks conditions.";
        AgreementWaits: "第8号について総括管理責任者の判断が記録されていません。" / "The general manager's word on item 8 is not on record.";
        AgreementNotConcluded: "協定が締結されていません。" / "The agreement is not concluded.";
        AgreementConcluded: "協定はすでに締結されています。" / "The agreement was concluded already.";
        AgreementClosed: "返還又は廃棄が記録され、この提供は完了しています。" / "Return or disposal is on record, and the provision is closed.";
        AgreementEnded: "協定はすでに終了しています。" / "The agreement has ended already.";
        NothingOwed: "返還又は廃棄を要するものがありません。" / "Nothing is to be returned or disposed of.";
    }
}

/// The words of every code of provisions.
pub(crate) fn words() -> Words {
    named(
        Words::default()
            .code("not_section_member", |lang| Text::NotSectionMember.to(lang))
            .code("no_agreement", |lang| Text::NoAgreement.to(lang))
            .code("others_data", |lang| Text::OthersData.to(lang))
            .code("outside_provision", |lang| Text::OutsideProvision.to(lang))
            .code("condition_missing", |lang| Text::ConditionMissing.to(lang))
            .code("no_sha256", |lang| Text::NoSha256.to(lang))
            .code("no_certificate", |lang| Text::NoCertificate.to(lang))
            .code("released_since", |lang| Text::ReleasedSince.to(lang))
            .code("agreement_over", |lang| Text::AgreementOver.to(lang))
            .code("nothing_more", |lang| Text::NothingMore.to(lang))
            .code("agreement_missing", |lang| Text::AgreementMissing.to(lang))
            .code("agreement_exists", |lang| Text::AgreementExists.to(lang))
            .code("agreement_incomplete", |lang| {
                Text::AgreementIncomplete.to(lang)
            })
            .code("agreement_waits_for_word", |lang| {
                Text::AgreementWaits.to(lang)
            })
            .code("agreement_not_concluded", |lang| {
                Text::AgreementNotConcluded.to(lang)
            })
            .code("agreement_concluded", |lang| {
                Text::AgreementConcluded.to(lang)
            })
            .code("agreement_closed", |lang| Text::AgreementClosed.to(lang))
            .code("agreement_ended", |lang| Text::AgreementEnded.to(lang))
            .code("nothing_owed", |lang| Text::NothingOwed.to(lang)),
    )
}

/// What acts, things and facts are called in the audit trail.
fn named(words: Words) -> Words {
    words
        .acts([
            ("provision.", ("データの外部提供", "Data provided outside")),
            (
                "provision.draw_up_agreement",
                ("協定の作成", "Agreement drawn up"),
            ),
            (
                "provision.change_agreement",
                ("協定の修正", "Agreement changed"),
            ),
            (
                "provision.give_word",
                ("協定の第8号の判断", "Word on an agreement's item 8"),
            ),
            ("provision.conclude", ("協定の締結", "Agreement concluded")),
            (
                "provision.end_early",
                ("協定の途中での終了", "Agreement ended early"),
            ),
            ("provision.release", ("データの引渡し", "Data released")),
            (
                "provision.record_event",
                ("検査又は事故の記録", "Inspection or accident recorded"),
            ),
            (
                "provision.return_data",
                ("返還又は廃棄の記録", "Return or disposal recorded"),
            ),
            (
                "provision.remind",
                ("返還又は廃棄の督促", "Reminders of return or disposal"),
            ),
        ])
        .things([
            ("compliance.provision", ("外部提供", "Provision outside")),
            ("compliance.agreement", ("協定", "Agreement")),
            ("compliance.release", ("引渡し", "Release")),
            (
                "compliance.provision_event",
                ("検査・事故・返還", "Inspection, accident or return"),
            ),
        ])
        .facts([
            ("state", ("状態", "State")),
            ("release", ("引渡し", "Release")),
            ("records", ("件数", "Records")),
            ("sha256", ("SHA-256", "SHA-256")),
            ("event", ("出来事", "Event")),
        ])
}
