//! Two versions of a text in one: what was removed, what was added.

use std::time::Duration;

use maud::{Markup, html};
use similar::{ChangeTag, DiffOp, TextDiff};

use crate::Lang;
use crate::text::Common;

/// How many unchanged lines stand around a change.
const CONTEXT: usize = 3;

/// Below this likeness a line is shown as replaced, not as changed within.
const ALIKE: f32 = 0.5;

/// Texts made to be hard to compare get a coarser comparison after this long.
const PATIENCE: Duration = Duration::from_millis(200);

/// The difference between two texts, line by line; within lines that are alike, character by
/// character. Words say what colour shows: each changed line begins with 削除 or 追加.
pub fn diff(lang: Lang, old: &str, new: &str) -> Markup {
    let lines = TextDiff::configure().timeout(PATIENCE).diff_lines(old, new);
    let groups = lines.grouped_ops(CONTEXT);
    if groups
        .iter()
        .flatten()
        .all(|op| matches!(op, DiffOp::Equal { .. }))
    {
        return html! { p { (Common::NoDifference.to(lang)) } };
    }
    let start = |group: &Vec<DiffOp>| group.first().map_or(0, |op| op.old_range().start);
    let end = |group: &Vec<DiffOp>| group.last().map_or(0, |op| op.old_range().end);
    html! {
        div.diff {
            @for (at, group) in groups.iter().enumerate() {
                (skipped(lang, start(group) - at.checked_sub(1).map_or(0, |before| end(&groups[before]))))
                @for op in group { (block(lang, &lines, op)) }
            }
            (skipped(lang, lines.old_len() - groups.last().map_or(0, end)))
        }
    }
}

fn skipped(lang: Lang, n: usize) -> Markup {
    html! { @if n > 0 { p.diff-skipped { (Common::Unchanged { n }.to(lang)) } } }
}

/// What one step of the comparison removes, and then what it adds.
fn block(lang: Lang, lines: &TextDiff<'_, '_, str>, op: &DiffOp) -> Markup {
    let of = |tag: ChangeTag| -> Vec<&str> {
        let changes = lines.iter_changes(op).filter(|change| change.tag() == tag);
        changes
            .map(|change| change.value().trim_end_matches(['\n', '\r']))
            .collect()
    };
    let (old, new) = (of(ChangeTag::Delete), of(ChangeTag::Insert));
    let removed = Common::Removed.to(lang);
    let added = Common::Added.to(lang);
    html! {
        @for line in of(ChangeTag::Equal) { p.diff-same { (line) } }
        @for (at, line) in old.iter().enumerate() {
            p.diff-removed {
                span.diff-word { "− " (removed) }
                del { (within(line, new.get(at).copied(), ChangeTag::Delete)) }
            }
        }
        @for (at, line) in new.iter().enumerate() {
            p.diff-added {
                span.diff-word { "+ " (added) }
                ins { (within(line, old.get(at).copied(), ChangeTag::Insert)) }
            }
        }
    }
}

/// A changed line, with the characters marked that its counterpart lacks.
fn within(line: &str, other: Option<&str>, side: ChangeTag) -> Markup {
    let Some(other) = other else {
        return html! { (line) };
    };
    let (old, new) = if side == ChangeTag::Delete {
        (line, other)
    } else {
        (other, line)
    };
    let chars = TextDiff::configure().timeout(PATIENCE).diff_chars(old, new);
    if chars.ratio() < ALIKE {
        return html! { (line) };
    }
    // Neighbouring characters of a kind share one mark.
    let mut runs: Vec<(bool, String)> = Vec::new();
    for change in chars.iter_all_changes() {
        let marked = change.tag() == side;
        if !marked && change.tag() != ChangeTag::Equal {
            continue;
        }
        match runs.last_mut() {
            Some((last, run)) if *last == marked => run.push_str(change.value()),
            _ => runs.push((marked, change.value().to_owned())),
        }
    }
    html! {
        @for (marked, run) in runs {
            @if marked { mark { (run) } } @else { (run) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        diff(Lang::Ja, old, new).into_string()
    }

    #[test]
    fn what_changed_within_a_line_is_marked() {
        let html = shown("会議は午前10時から\n以上\n", "会議は午後10時から\n以上\n");
        assert!(
            html.contains("<del>会議は午<mark>前</mark>10時から</del>"),
            "{html}"
        );
        assert!(
            html.contains("<ins>会議は午<mark>後</mark>10時から</ins>"),
            "{html}"
        );
        assert!(html.contains("<p class=\"diff-same\">以上</p>"), "{html}");
    }

    #[test]
    fn unlike_lines_are_replaced_whole_and_escaped() {
        let html = shown("あいうえお", "<b>かきくけこ</b>");
        assert!(html.contains("<del>あいうえお</del>"), "{html}");
        assert!(
            html.contains("<ins>&lt;b&gt;かきくけこ&lt;/b&gt;</ins>"),
            "{html}"
        );
    }

    #[test]
    fn long_stretches_without_change_are_left_out() {
        let lines: Vec<String> = (1..=20).map(|n| format!("{n}行目")).collect();
        let old = lines.join("\n");
        let html = shown(&old, &old.replace("10行目", "十行目"));
        assert_eq!(html.matches("変更のない6行を省略").count(), 1, "{html}");
        assert_eq!(html.matches("変更のない7行を省略").count(), 1, "{html}");
        assert!(html.contains("7行目") && !html.contains("<p class=\"diff-same\">6行目"));
    }

    #[test]
    fn equal_texts_say_so() {
        assert!(shown("同じ", "同じ").contains("違いはありません"));
        assert!(shown("", "").contains("違いはありません"));
    }
}
