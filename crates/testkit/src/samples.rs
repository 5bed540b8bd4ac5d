//! Made-up values for tests that await, which proptest's own macro cannot hold.

use proptest::prelude::{Just, any};
use proptest::prop_oneof;
use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::{Config, TestRunner};

/// Values of that strategy: `usual` of them, or as many as `PROPTEST_CASES` says. A test that fails has to say of which
/// it was, since nothing is shrunk.
///
/// # Panics
/// Where the strategy refuses too many of its own values.
pub fn samples<S: Strategy>(strategy: S, usual: u32) -> impl Iterator<Item = S::Value> {
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => Config::default().cases,
        None => usual,
    };
    let mut runner = TestRunner::new(Config::default());
    (0..cases).map(move |_| {
        let tree = strategy.new_tree(&mut runner);
        tree.unwrap_or_else(|reason| panic!("no value: {reason}"))
            .current()
    })
}

/// Text of any kind, and such as databases, browsers and people trip over.
pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[\\x00-\\x1f%_\\\\'\"<>&;]{1,8}",
        "[ぁ-んァ-ヶｦ-ﾟ゙゚一-龠]{1,12}",
        "[0-9-]{1,25}",
        "[A-Za-z0-9_-]{1,60}",
        Just("\u{0}".to_owned()),
        Just("か\u{3099}\u{202e}𠮷\u{e0100}".to_owned()),
        Just("2026-02-30".to_owned()),
        Just("-9999-01-01".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("あ".repeat(1_000)),
    ]
}
