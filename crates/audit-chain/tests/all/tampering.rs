//! Six kinds of tampering with what is sealed before a head, 200 times each: all are found, and the report says which
//! entry it was and for what the head still vouches.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use yakusho_audit_chain::{
    Chain, Content, Finding, Head, Header, Line, Link, Report, SignedHead, Signer, check,
};

/// Entries before the head, and after it.
const SEALED: u64 = 60;
const BEYOND: u64 = 5;

fn entry(seq: u64, act: &str) -> Map<String, Value> {
    let value = json!({ "act": act, "at": format!("2026-11-22T00:00:{seq:02}Z"), "detail": {"number": seq} });
    value.as_object().cloned().unwrap_or_default()
}

fn signer() -> Signer {
    Signer::from_seed([7; 32])
}

/// A trail in memory: the lines are what is tampered with.
#[derive(Clone)]
struct Trail {
    header: Header,
    links: Vec<Link>,
    head: SignedHead,
    earlier: SignedHead,
}

fn trail() -> Trail {
    static SEALED: LazyLock<Trail> = LazyLock::new(seal);
    SEALED.clone()
}

fn seal() -> Trail {
    let mut chain = Chain::begin("402044");
    let header = Header::of(&chain, "2026-11-23T00:00:00Z");
    let mut links = Vec::new();
    let mut heads = Vec::new();
    for seq in 1..=SEALED + BEYOND {
        links.push(chain.seal(&entry(seq, "board.publish")));
        if seq == SEALED / 2 || seq == SEALED {
            heads.push(signer().sign_head(&Head::of(&chain, "2026-11-22T15:00:00Z")));
        }
    }
    let [earlier, head] = heads.try_into().unwrap();
    Trail {
        header,
        links,
        head,
        earlier,
    }
}

impl Trail {
    fn file(&self) -> String {
        let lines = self.links.iter().map(Link::to_line);
        let lines: Vec<_> = std::iter::once(self.header.to_line())
            .chain(lines)
            .collect();
        lines.join("\n") + "\n"
    }

    fn check(&self) -> Report {
        self.check_against(std::slice::from_ref(&self.head))
    }

    fn check_against(&self, heads: &[SignedHead]) -> Report {
        check(self.file().as_bytes(), &signer().public(), heads).unwrap()
    }

    /// Seals again from that entry on, as one who knows how it is done but has no key.
    fn seal_again(&mut self, from: u64, upto: u64) {
        let mut chain = Chain {
            trail: self.header.trail.clone(),
            seq: from - 1,
            hash: self.links[index(from)].prev,
        };
        for link in &mut self.links[index(from)..=index(upto)] {
            if let Content::Entry(entry) = &link.content {
                *link = chain.seal(&entry.clone());
            }
        }
    }
}

fn index(seq: u64) -> usize {
    usize::try_from(seq - 1).unwrap()
}

/// The line on which an entry stands in a file that was not tampered with.
fn line(seq: u64) -> usize {
    index(seq) + 2
}

#[test]
fn nothing_is_found_where_nothing_was_done() {
    let report = trail().check();
    assert_eq!(report.findings, []);
    assert_eq!((report.vouched, report.beyond), (vec![1..=SEALED], BEYOND));
}

#[test]
fn an_export_of_some_entries_is_as_good_a_proof() {
    let mut trail = trail();
    for link in trail.links.iter_mut().filter(|link| link.seq % 3 != 0) {
        *link = link.clone().without_entry();
    }
    let report = trail.check();
    assert_eq!(
        (report.findings, report.vouched),
        (vec![], vec![1..=SEALED])
    );
}

#[test]
fn an_export_of_a_period_is_vouched_for_from_where_it_begins() {
    let mut trail = trail();
    let before = trail.links[9].clone();
    let chain = Chain {
        trail: trail.header.trail.clone(),
        seq: 10,
        hash: before.hash,
    };
    trail.header = Header::of(&chain, "2026-11-23T00:00:00Z");
    trail.links.drain(..10);
    let report = trail.check();
    assert_eq!(
        (report.findings, report.vouched),
        (vec![], vec![11..=SEALED])
    );
}

#[test]
fn a_later_file_that_hides_its_beginning_cannot_call_it_the_first() {
    let mut trail = trail();
    trail.links.drain(..10);
    let report = trail.check();
    let gone = Finding::Removed { from: 1, to: 10 };
    assert_eq!(
        (report.findings, report.vouched),
        (vec![gone], vec![11..=SEALED])
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn an_edited_entry_is_found(seq in 1..=SEALED) {
        let mut trail = trail();
        trail.links[index(seq)].content = Content::Entry(entry(seq, "board.remove"));
        let report = trail.check();
        prop_assert_eq!(report.findings, vec![Finding::Edited { seq }]);
        let vouched: Vec<_> = (seq < SEALED).then_some(seq + 1..=SEALED).into_iter().collect();
        prop_assert_eq!(report.vouched, vouched);
    }

    #[test]
    fn an_entry_edited_with_its_hash_is_found(seq in 1..=SEALED) {
        let mut trail = trail();
        trail.links[index(seq)].content = Content::Entry(entry(seq, "board.remove"));
        trail.seal_again(seq, seq);
        let report = trail.check();
        prop_assert_eq!(report.findings, vec![Finding::Rewritten { upto: seq }]);
        prop_assert!(report.vouched.iter().all(|range| *range.start() > seq));
    }

    #[test]
    fn a_removed_entry_is_found(seq in 1..=SEALED) {
        let mut trail = trail();
        trail.links.remove(index(seq));
        let report = trail.check();
        prop_assert_eq!(report.findings, vec![Finding::Removed { from: seq, to: seq }]);
    }

    #[test]
    fn a_removed_entry_is_found_although_the_rest_was_renumbered(seq in 1..SEALED) {
        let mut trail = trail();
        trail.links.remove(index(seq));
        for link in &mut trail.links[index(seq)..] {
            link.seq -= 1;
        }
        let report = trail.check();
        prop_assert!(report.findings.contains(&Finding::Removed { from: seq, to: seq }), "{:?}", report.findings);
    }

    #[test]
    fn an_inserted_entry_is_found(seq in 1..=SEALED, linked: bool) {
        let mut trail = trail();
        let mut false_one = trail.links[index(seq)].clone();
        false_one.content = Content::Entry(entry(seq, "board.remove"));
        trail.links.insert(index(seq), false_one);
        if linked {
            trail.seal_again(seq, seq);
        }
        let report = trail.check();
        prop_assert_eq!(report.findings, vec![Finding::Inserted { line: line(seq) }]);
        prop_assert_eq!(report.vouched, vec![1..=SEALED]);
    }

    #[test]
    fn swapped_entries_are_found(one in 1..=SEALED, other in 1..=SEALED, renumbered: bool) {
        prop_assume!(one != other);
        let mut trail = trail();
        trail.links.swap(index(one), index(other));
        if renumbered {
            trail.links[index(one)].seq = one;
            trail.links[index(other)].seq = other;
        }
        let report = trail.check();
        for (seq, at) in [(one, other), (other, one)] {
            let moved = Finding::Moved { seq, line: line(at) };
            prop_assert!(report.findings.contains(&moved), "{:?}", report.findings);
            let renamed = Finding::Renumbered { seq, as_seq: at };
            prop_assert_eq!(report.findings.contains(&renamed), renumbered);
        }
        prop_assert_eq!(report.vouched, vec![1..=SEALED]);
    }

    #[test]
    fn a_cut_tail_is_found(after in 0..SEALED) {
        let mut trail = trail();
        trail.links.truncate(index(after + 1));
        let report = trail.check();
        prop_assert_eq!(report.findings, vec![Finding::Cut { after, head: SEALED }]);
        prop_assert_eq!(report.vouched, vec![]);
        // An earlier head still vouches for what it saw.
        let report = trail.check_against(&[trail.earlier.clone(), trail.head.clone()]);
        let vouched: Vec<_> = (after >= SEALED / 2).then_some(1..=SEALED / 2).into_iter().collect();
        prop_assert_eq!(report.vouched, vouched);
    }

    #[test]
    fn a_trail_that_was_written_anew_is_found(from in 1..=SEALED) {
        let mut trail = trail();
        for link in &mut trail.links[index(from)..] {
            link.content = Content::Entry(entry(link.seq, "board.remove"));
        }
        trail.seal_again(from, SEALED + BEYOND);
        let report = trail.check();
        prop_assert_eq!(report.findings, vec![Finding::Rewritten { upto: SEALED }]);
        prop_assert_eq!(report.vouched, vec![]);
        let report = trail.check_against(&[trail.head.clone(), trail.earlier.clone()]);
        let vouched: Vec<_> = (from > SEALED / 2).then_some(1..=SEALED / 2).into_iter().collect();
        prop_assert_eq!(report.vouched, vouched);
    }

    #[test]
    fn lines_of_nonsense_are_told(at in 0..SEALED, bytes: Vec<u8>) {
        let trail = trail();
        let nonsense: Vec<u8> = bytes.into_iter().filter(|byte| *byte != b'\n').chain([b'\xff']).collect();
        let mut lines: Vec<Vec<u8>> = trail.file().lines().map(|line| line.as_bytes().to_vec()).collect();
        lines.insert(index(at + 1) + 1, nonsense);
        let file = lines.join(&b'\n');
        let report = check(&file[..], &signer().public(), &[trail.head]).unwrap();
        prop_assert_eq!(report.findings, vec![Finding::Unreadable { line: index(at + 1) + 2 }]);
        prop_assert_eq!(report.vouched, vec![1..=SEALED]);
    }

    #[test]
    fn no_line_that_anybody_writes_breaks_the_reader(text: String) {
        let _ = Line::from_line(&text);
        let _ = Header::from_line(&text);
        let _ = text.parse::<SignedHead>();
    }
}
