//! Made-up values for tests that await, which proptest's own macro cannot hold.

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
