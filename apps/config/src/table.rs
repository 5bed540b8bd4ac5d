//! The settings: a line of one table each.

/// What the environment's variables begin with.
pub(crate) const PREFIX: &str = "YAKUSHO_";

/// What variables with the prefix are called after it that are no settings: of the command line, of marks, and of tests.
pub(crate) const FOREIGN: [&str; 16] = [
    "CONFIG",
    "MARKS",
    "MARKS_TEST",
    "MARKS_CHILD",
    "RULE_OFF",
    "BIN_DIR",
    "POSTGRES",
    "CHROMIUM",
    "CHROMEDRIVER",
    "AXE",
    "OIDC_PROVIDER",
    "SCHEMATHESIS",
    "VDIRSYNCER",
    "CALDAV_TESTS",
    "SCIM2",
    "AIOSMTPD",
];

/// What more variables of tests begin with, after the prefix.
pub(crate) const FOREIGN_TESTS: &str = "TEST_";

/// Key, default, and what it is for. A key with no default may be left out.
pub(crate) const SETTINGS: [(&str, Option<&str>, &str); 45] = [
    ("listen", Some("127.0.0.1:8080"), "where the server listens"),
    (
        "data",
        Some("var/yakusho"),
        "the folder for everything kept on disk",
    ),
    (
        "database_url",
        None,
        "sqlite:PATH or postgres://…, whose hosts may be several, separated by commas; a file in the data folder if left out",
    ),
    (
        "key_file",
        None,
        "keys that seal secrets in the database, the newest first; made in the data folder if left out",
    ),
    (
        "city",
        Some("model"),
        "model, nogata, shiroishi, muko, or the path of a profile",
    ),
    (
        "migrate_at_start",
        Some("true"),
        "whether the server brings the schema up to date when it starts",
    ),
    ("log.format", Some("text"), "text or json"),
    ("log.filter", Some("info"), "which log lines are written"),
    (
        "trusted_proxies",
        Some(""),
        "addresses of proxies, separated by commas, that say who the client is",
    ),
    (
        "address",
        None,
        "what browsers know the server by, e.g. https://groupware.example, for passkeys and for links in mails",
    ),
    (
        "cookie_secure",
        Some("false"),
        "whether cookies are sent over HTTPS alone: true behind a proxy that speaks it; always so with tls.certificate",
    ),
    (
        "upload_limit",
        Some("2200000000"),
        "the largest request that brings files, in bytes: as many of the largest size as a form takes",
    ),
    (
        "attempts_per_minute",
        Some("60"),
        "how many times a minute one address may try to sign in",
    ),
    (
        "job_lease_seconds",
        Some("120"),
        "how long a nightly run that died keeps the next one out, at least 4 seconds",
    ),
    (
        "metrics.listen",
        None,
        "where metrics for Prometheus are served, e.g. 127.0.0.1:9464; nowhere if left out",
    ),
    (
        "audit.key",
        None,
        "the file of the key that signs the audit trail; audit.key in the data folder if left out",
    ),
    (
        "audit.heads",
        None,
        "a folder out of this machine's reach, to which the nightly job writes signed heads",
    ),
    (
        "audit.mail",
        None,
        "addresses, separated by commas, to which the nightly job mails signed heads",
    ),
    (
        "tls.certificate",
        None,
        "a PEM file of the certificate and those above it; with it the server speaks HTTPS itself",
    ),
    ("tls.key", None, "a PEM file of the certificate's key"),
    (
        "mail.relay",
        None,
        "host and port of the relay that takes mail, e.g. mail.example:25",
    ),
    ("mail.from", None, "the sender's address of mail"),
    (
        "mail.user",
        None,
        "the name by which the relay knows the system, where it asks for one; it needs mail.password",
    ),
    ("mail.password", None, "the password of mail.user"),
    (
        "mail.notices",
        Some("false"),
        "whether notices are mailed to those who want it; it needs address",
    ),
    (
        "mail.tls",
        Some("starttls"),
        "how the relay is spoken to: none, starttls or tls",
    ),
    (
        "mail.authority",
        None,
        "a PEM file of the authority by which the relay's certificate is known",
    ),
    (
        "oidc.issuer",
        None,
        "the address of the city's identity provider (OpenID Connect), by which people sign in as well; it needs address",
    ),
    (
        "oidc.client_id",
        None,
        "how the identity provider knows this program",
    ),
    ("oidc.client_secret", None, "the secret of oidc.client_id"),
    (
        "oidc.authority",
        None,
        "a PEM file of the authority by which the provider's certificate is known; those of the system if left out",
    ),
    (
        "oidc.claim",
        Some("preferred_username"),
        "the claim of the provider's ID token that is the login ID; one that its owner cannot change",
    ),
    (
        "oidc.scopes",
        Some("profile"),
        "the scopes that are asked for beside openid, separated by commas",
    ),
    (
        "oidc.acr",
        None,
        "how strongly the provider must say that it made sure of who somebody is; anything if left out",
    ),
    (
        "oidc.second_factor",
        Some("here"),
        "here: accounts that have a second factor are asked for it, as after a password; provider: its own stands for it",
    ),
    (
        "oidc.name",
        Some("庁内アカウント"),
        "what people call the provider, in Japanese",
    ),
    (
        "oidc.name_en",
        Some("your city account"),
        "the same in English",
    ),
    ("blobs.store", Some("disk"), "disk or s3"),
    (
        "blobs.folder",
        None,
        "the folder of files; blobs in the data folder if left out",
    ),
    (
        "blobs.endpoint",
        None,
        "the address of the S3-compatible store",
    ),
    ("blobs.region", Some("us-east-1"), "its region"),
    ("blobs.bucket", None, "the bucket"),
    ("blobs.prefix", Some(""), "what every key in it begins with"),
    ("blobs.access_key_id", None, "the name of the access key"),
    (
        "blobs.secret_access_key",
        None,
        "the secret of the access key",
    ),
];

/// What a variable's name ends with that names a file with a secret, instead of holding it.
pub(crate) const SEALED: &str = "_FILE";

/// Settings that are paths; and so may be `city` and what stands in `database_url`.
pub(crate) const PATHS: [&str; 10] = [
    "data",
    "key_file",
    "city",
    "audit.key",
    "audit.heads",
    "tls.certificate",
    "tls.key",
    "mail.authority",
    "oidc.authority",
    "blobs.folder",
];

/// Settings whose values are not shown.
pub(crate) const SECRETS: [&str; 4] = [
    "database_url",
    "blobs.secret_access_key",
    "mail.password",
    "oidc.client_secret",
];
