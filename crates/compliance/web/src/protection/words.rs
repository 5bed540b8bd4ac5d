//! The words for what the protection of systems says in codes: conflicts, refusals, acts, things and facts.

use yakusho_webkit::Words;

yakusho_webkit::texts! {
    enum Text {
        NotProtector: "措置を登録し、見直すのは、情報システム管理者と、システムを受け持つ課の長です。" / "Measures are entered and reviewed by the system manager and by the manager who answers for the system.";
        Ended: "この措置はすでに終了しています。" / "The measure has ended already.";
    }
}

/// The words of every code of the protection of systems.
pub(crate) fn words() -> Words {
    Words::default()
        .code("not_protector", |lang| Text::NotProtector.to(lang))
        .code("measure_ended", |lang| Text::Ended.to(lang))
        .acts([
            ("protection.", ("システムの保護", "Protection of systems")),
            ("protection.add", ("保護の措置の登録", "Measure entered")),
            (
                "protection.review",
                ("保護の措置の見直し", "Measure reviewed"),
            ),
            ("protection.end", ("保護の措置の終了", "Measure ended")),
            (
                "protection.export",
                ("保護の措置のCSVへの出力", "Measures exported"),
            ),
            (
                "protection.set_methods",
                ("セキュリティの方式の定め", "Security methods set"),
            ),
        ])
        .things([
            ("compliance.measure", ("保護の措置", "Measure")),
            (
                "compliance.security_methods",
                ("セキュリティの方式", "Security methods"),
            ),
        ])
        .facts([("system", ("システム", "System"))])
}
