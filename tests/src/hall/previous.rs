//! A town hall as the release before left it: `tests/previous/make.sh` made it, with that release's programs.

use std::fs;
use std::path::Path;

use yakusho_testkit::postgres::Server;
use yakusho_testkit::run_script;

use super::{Database, template};

/// Under whose profile it was made.
pub(super) const CITY: &str = "nogata";

/// Copies it into `folder`, and says the address of its database where that is on PostgreSQL.
pub(super) async fn copy(database: Database, folder: &Path) -> Option<String> {
    let kind = match database {
        Database::Sqlite => "sqlite",
        Database::Postgres => "postgres",
    };
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("previous")
        .join(kind);
    for file in ["keys", template::ACCOUNTS] {
        fs::copy(kept.join(file), folder.join(file)).expect("a file of the hall before");
    }
    let dump = fs::read_to_string(kept.join("dump.sql")).expect("the dump of the hall before");
    let url = match database {
        Database::Sqlite => format!("sqlite:{}", folder.join("yakusho.db").display()),
        Database::Postgres => {
            let server = Server::connect().await;
            let url = server.create(&template::own_name(), None).await;
            server.close().await;
            url
        }
    };
    run_script(&url, &dump).await;
    (database == Database::Postgres).then_some(url)
}
