//! Passkeys: public keys of accounts, and the questions that are put to them.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{IndexCreateStatement, TableCreateStatement};

use crate::schema::{
    Step, added, bigint, bytes, id, index, json, opt, references, table, text, timestamp, unique,
    uuid,
};

/// The migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        columns: || vec![added("sign_in_challenges", bytes("passkey_question"))],
        indexes,
        ..Step::named("accounts_passkeys_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    let mut passkeys = table(
        "passkeys",
        [
            id(),
            uuid("account"),
            bytes("credential"),
            text("name"),
            json("key"),
            bigint("counter"),
            timestamp("made_at"),
            opt(timestamp("used_at")),
        ],
    );
    // A passkey that is being added: its name, and the question that was put to it.
    let mut begun = table(
        "passkeys_begun",
        [
            uuid("account").primary_key().take(),
            text("name"),
            bytes("question"),
            timestamp("made_at"),
        ],
    );
    for table in [&mut passkeys, &mut begun] {
        references(table, "account", "accounts");
    }
    vec![passkeys, begun]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("passkeys_credential", "passkeys", &["credential"]),
        index("passkeys_account", "passkeys", &["account", "id"]),
        index("passkeys_begun_at", "passkeys_begun", &["made_at"]),
    ]
}
