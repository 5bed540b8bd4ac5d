//! Words for the codes of compliance.

use yakusho_webkit::Words;

pub(crate) fn words() -> Words {
    Words::default().things([
        ("compliance.system", ("情報システム", "Information system")),
        ("compliance.connection", ("接続", "Connection")),
        ("compliance.data_set", ("データ", "Data set")),
    ])
}
