//! A question as it is typed.
//!
//! Words stand side by side, and all of them are to be found. What is in quotation marks is found as it stands, and what
//! has a hyphen before it is not to be there: `会議室 "令和8年" -案`.

use crate::terms::{Class, Run, last, pairs, runs, word};

/// The longest question, in characters; what is beyond is not asked.
pub const LONGEST: usize = 400;

/// The most words of a question; those beyond are not asked.
const MOST: usize = 16;

/// A question, taken apart. Anything that is typed is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(crate) wanted: Vec<Phrase>,
    pub(crate) unwanted: Vec<Phrase>,
}

/// Terms that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) terms: Vec<String>,
    /// Whether the last is how a term begins, and not a whole one.
    pub(crate) begins: bool,
    /// The runs that it is made of, for marking.
    pub(crate) runs: Vec<Run>,
}

impl Query {
    /// Takes a question apart.
    pub fn of(text: &str) -> Self {
        let mut query = Self::default();
        let typed: Vec<char> = text.chars().take(LONGEST).collect();
        let mut rest = &typed[..];
        while query.wanted.len() + query.unwanted.len() < MOST {
            rest = after(rest, char::is_whitespace);
            if rest.is_empty() {
                break;
            }
            let unwanted = is_minus(rest[0]) && rest.len() > 1 && !rest[1].is_whitespace();
            if unwanted {
                rest = &rest[1..];
            }
            let quoted = is_quote(rest[0]);
            let ends = |c: char| is_quote(c) || !quoted && c.is_whitespace();
            let from = usize::from(quoted);
            let length = rest[from..].iter().take_while(|c| !ends(**c)).count();
            let said: String = rest[from..from + length].iter().collect();
            rest = &rest[from + length..];
            if quoted {
                rest = rest.get(1..).unwrap_or_default();
            }
            let Some(phrase) = Phrase::of(&said, quoted) else {
                continue;
            };
            if unwanted {
                query.unwanted.push(phrase);
            } else {
                query.wanted.push(phrase);
            }
        }
        query
    }

    /// Whether nothing is to be found by it.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// The words that are to be there, with spaces between.
    pub fn words(&self) -> String {
        let words = self.wanted.iter().map(Phrase::text);
        words.collect::<Vec<_>>().join(" ")
    }

    /// The terms of which each is a whole one; none where some are only how one begins.
    pub(crate) fn whole_terms(&self) -> Option<Vec<&str>> {
        if self.wanted.iter().any(|phrase| phrase.begins) {
            return None;
        }
        let terms = self.wanted.iter().flat_map(|phrase| &phrase.terms);
        Some(terms.map(String::as_str).collect())
    }
}

fn after(text: &[char], skip: impl Fn(char) -> bool) -> &[char] {
    let skipped = text.iter().take_while(|c| skip(**c)).count();
    &text[skipped..]
}

const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2012}' | '\u{2212}' | '\u{ff0d}')
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}'..='\u{201f}' | '\u{ff02}')
}

impl Phrase {
    /// The terms of words; none where there is neither letter nor digit in them.
    fn of(said: &str, quoted: bool) -> Option<Self> {
        let runs: Vec<Run> = runs(said).collect();
        let (end, before) = runs.split_last()?;
        let mut terms = Vec::new();
        let mut add = |term: &str| terms.push(term.to_owned());
        for run in before {
            match run.class {
                Class::Joined => {
                    pairs(&run.text, &mut add);
                    add(last(&run.text));
                }
                Class::Spaced | Class::Gap => add(word(&run.text)),
            }
        }
        let begins = match end.class {
            // In a text it may go on, so nothing is asked of what follows it.
            Class::Joined => {
                pairs(&end.text, &mut add);
                let alone = last(&end.text) == end.text;
                if alone {
                    add(&end.text);
                }
                alone
            }
            Class::Spaced | Class::Gap => {
                add(word(&end.text));
                !quoted
                    && end
                        .text
                        .chars()
                        .next_back()
                        .is_some_and(char::is_alphabetic)
            }
        };
        Some(Self {
            terms,
            begins,
            runs,
        })
    }

    fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is asked, as one line: `+terms`, with `*` where the last is how one begins.
    fn asked(text: &str) -> String {
        let query = Query::of(text);
        let show = |sign: char, phrase: &Phrase| {
            let star = if phrase.begins { "*" } else { "" };
            format!("{sign}{}{star}", phrase.terms.join("_"))
        };
        let wanted = query.wanted.iter().map(|phrase| show('+', phrase));
        let unwanted = query.unwanted.iter().map(|phrase| show('-', phrase));
        wanted.chain(unwanted).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        for (text, terms) in [
            ("会議", "+会議"),
            ("会議室", "+会議_議室"),
            ("税", "+税*"),
            ("会議　室内", "+会議 +室内"),
            ("予算 -案", "+予算 -案*"),
            ("予算 －\"昨年度 の\"", "+予算 -昨年_年度_度_の*"),
            ("令和8年", "+令和_和_8_年*"),
            ("yaku", "+yaku*"),
            ("\"yaku\"", "+yaku"),
            ("A4", "+a4"),
            ("covid-19", "+covid_19"),
            ("“会議 の 記録", "+会議_議_の_記録"),
            ("- 会議", "+会議"),
            ("\"\" --会議", "-会議"),
            ("-会議", "-会議"),
            ("、。 ・", ""),
            ("", ""),
        ] {
            assert_eq!(asked(text), terms, "{text}");
        }
    }

    #[test]
    fn a_question_has_an_end() {
        let query = Query::of(&"会議 室内 ".repeat(1_000));
        assert_eq!(query.wanted.len(), MOST);
        let query = Query::of(&"会".repeat(100_000));
        assert_eq!(query.wanted[0].terms.len(), LONGEST - 1);
    }

    proptest! {
        #[test]
        fn nonsense_is_a_question_too(text in any::<String>()) {
            let query = Query::of(&text);
            for phrase in query.wanted.iter().chain(&query.unwanted) {
                prop_assert!(!phrase.terms.is_empty());
            }
        }
    }
}
