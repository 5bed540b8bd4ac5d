//! Ports for servers under test.

use std::net::TcpListener;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

/// The first of them, and how many: below those that systems give to outgoing connections (from 32768 on Linux), which
/// would take one between its being found free and its being listened on.
const FIRST: u16 = 20_000;
const COUNT: u32 = 12_000;

/// How far apart the processes of tests begin to look, which have numbers one after the other.
const APART: u32 = 17;

/// A port of 127.0.0.1 that nobody listens on, and that no other test is likely to be given at the same time.
pub fn free_port() -> u16 {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    let begin = process::id().wrapping_mul(APART);
    let mut ports = std::iter::repeat_with(|| {
        let place = begin.wrapping_add(GIVEN.fetch_add(1, Ordering::Relaxed)) % COUNT;
        FIRST + u16::try_from(place).expect("less than the count")
    });
    let free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    ports.find(free).expect("a free port")
}
