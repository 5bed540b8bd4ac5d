//! The words for what contracts say in codes: conflicts, faults of fields, acts and things.

use yakusho_webkit::Words;

yakusho_webkit::texts! {
    enum Text {
        ClausesMissing: "個人情報の保護に関する条項の番号と文を契約に入力してください。" / "Enter which clauses of the contract are on personal information, and what they say.";
        Concluded: "この契約はすでに締結済みです。" / "The contract was concluded already.";
    }
}

/// The words of every code of contracts.
pub(crate) fn words() -> Words {
    Words::default()
        .code("clauses_missing", |lang| Text::ClausesMissing.to(lang))
        .code("contract_concluded", |lang| Text::Concluded.to(lang))
        .acts([
            ("outsourcing.", ("外部委託", "Outsourcing")),
            ("outsourcing.add", ("契約の登録", "Contract registered")),
            ("outsourcing.change", ("契約の修正", "Contract changed")),
            (
                "outsourcing.conclude",
                ("締結済みの登録", "Contract registered as concluded"),
            ),
        ])
        .things([("compliance.contract", ("委託契約", "Outsourcing contract"))])
}
