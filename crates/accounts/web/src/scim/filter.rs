//! Filters (RFC 7644, section 3.4.2.2), read within bounds. Those on the values of an attribute, in brackets, are not taken:
//! no attribute here has several of which one would be chosen.

use serde_json::Value;
use yakusho_kernel::{Invalid, Reason};

/// What is sought.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filter {
    /// All of these hold.
    All(Vec<Self>),
    /// Any of these holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// The attribute of that path is there.
    Present(String),
    /// The attribute of that path is so.
    Is(String, Operator, Value),
}

/// How an attribute is compared with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    /// Equal.
    Eq,
    /// Not equal.
    Ne,
    /// Contains.
    Co,
    /// Starts with.
    Sw,
    /// Ends with.
    Ew,
    /// Greater.
    Gt,
    /// Greater or equal.
    Ge,
    /// Less.
    Lt,
    /// Less or equal.
    Le,
}

impl Operator {
    /// Each by its name.
    pub(super) const ALL: [(&'static str, Self); 9] = [
        ("eq", Self::Eq),
        ("ne", Self::Ne),
        ("co", Self::Co),
        ("sw", Self::Sw),
        ("ew", Self::Ew),
        ("gt", Self::Gt),
        ("ge", Self::Ge),
        ("lt", Self::Lt),
        ("le", Self::Le),
    ];
}

/// How deep parentheses may lie.
const DEPTH: usize = 20;

/// How many attributes a filter may compare.
const TERMS: usize = 200;

/// That a filter cannot be read, or asks what cannot be asked.
pub(super) fn refused() -> Invalid {
    Invalid::field("filter", Reason::Code("invalidFilter"))
}

impl Filter {
    /// Reads a filter.
    ///
    /// # Errors
    /// The field `filter`, where it is none or too large.
    pub(super) fn parse(text: &str) -> Result<Self, Invalid> {
        let mut reader = Reader {
            rest: text,
            terms: 0,
        };
        let filter = reader.any(0).filter(|_| reader.rest.trim().is_empty());
        filter.ok_or_else(refused)
    }
}

/// What is still to be read.
struct Reader<'t> {
    rest: &'t str,
    terms: usize,
}

impl<'t> Reader<'t> {
    fn any(&mut self, depth: usize) -> Option<Filter> {
        let mut parts = vec![self.all(depth)?];
        while self.word("or") {
            parts.push(self.all(depth)?);
        }
        Some(one_or(parts, Filter::Any))
    }

    fn all(&mut self, depth: usize) -> Option<Filter> {
        let mut parts = vec![self.term(depth)?];
        while self.word("and") {
            parts.push(self.term(depth)?);
        }
        Some(one_or(parts, Filter::All))
    }

    fn term(&mut self, depth: usize) -> Option<Filter> {
        if self.opens() {
            return self.grouped(depth);
        }
        let before = self.rest;
        if self.word("not") && self.opens() {
            return Some(Filter::Not(Box::new(self.grouped(depth)?)));
        }
        self.rest = before;
        self.terms += 1;
        let path = self.path().filter(|_| self.terms <= TERMS)?.to_owned();
        if self.word("pr") {
            return Some(Filter::Present(path));
        }
        let (_, operator) = Operator::ALL
            .into_iter()
            .find(|(name, _)| self.word(name))?;
        Some(Filter::Is(path, operator, self.value()?))
    }

    fn grouped(&mut self, depth: usize) -> Option<Filter> {
        let inner = (depth < DEPTH).then(|| self.any(depth + 1))??;
        self.rest = self.rest.trim_start().strip_prefix(')')?;
        Some(inner)
    }

    fn opens(&mut self) -> bool {
        let inner = self.rest.trim_start().strip_prefix('(');
        self.rest = inner.unwrap_or(self.rest);
        inner.is_some()
    }

    /// Takes a word in letters of either case, if it stands here by itself.
    fn word(&mut self, word: &str) -> bool {
        let here = self.rest.trim_start();
        let (Some(begin), Some(after)) = (here.get(..word.len()), here.get(word.len()..)) else {
            return false;
        };
        let is_it = begin.eq_ignore_ascii_case(word) && !after.starts_with(in_path);
        if is_it {
            self.rest = after;
        }
        is_it
    }

    fn path(&mut self) -> Option<&'t str> {
        let here = self.rest.trim_start();
        let end = here.find(|letter| !in_path(letter)).unwrap_or(here.len());
        let (path, rest) = here.split_at(end);
        self.rest = rest;
        path.starts_with(|letter: char| letter.is_ascii_alphabetic())
            .then_some(path)
    }

    /// A text, a number, or one of true, false and null, as JSON has them. No text that is kept has a NUL, and not every
    /// database takes one.
    fn value(&mut self) -> Option<Value> {
        let here = self.rest.trim_start();
        if here.starts_with('"') {
            let mut texts = serde_json::Deserializer::from_str(here).into_iter::<String>();
            let text = texts.next()?.ok()?;
            self.rest = here.get(texts.byte_offset()..)?;
            return (!text.contains('\0')).then_some(Value::String(text));
        }
        let ends = |letter: char| letter.is_whitespace() || letter == ')';
        let (word, rest) = here.split_at(here.find(ends).unwrap_or(here.len()));
        self.rest = rest;
        let value: Value = serde_json::from_str(word).ok()?;
        (!value.is_array() && !value.is_object()).then_some(value)
    }
}

fn in_path(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, ':' | '.' | '_' | '-' | '$')
}

fn one_or(mut parts: Vec<Filter>, several: fn(Vec<Filter>) -> Filter) -> Filter {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            several(parts)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// A filter as it is written, with parentheses around whatever consists of several.
    fn written(filter: &Filter) -> String {
        let several = |parts: &[Filter], word: &str| {
            let parts = parts.iter().map(|part| match part {
                Filter::All(_) | Filter::Any(_) => format!("({})", written(part)),
                part => written(part),
            });
            parts.collect::<Vec<_>>().join(word)
        };
        match filter {
            Filter::All(parts) => several(parts, " and "),
            Filter::Any(parts) => several(parts, " OR "),
            Filter::Not(part) => format!("not ({})", written(part)),
            Filter::Present(path) => format!("{path} pr"),
            Filter::Is(path, operator, value) => {
                let mut names = Operator::ALL.into_iter();
                let (name, _) = names.find(|(_, other)| other == operator).unwrap();
                format!("{path} {name} {value}")
            }
        }
    }

    fn filters() -> impl Strategy<Value = Filter> {
        let path = "[a-zA-Z][a-zA-Z0-9]{0,8}(:[a-z0-9.]{1,5}:[a-z]{1,5})?(\\.[a-z]{1,4})?";
        let value = prop_oneof![
            "[^\\x00]*".prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<bool>().prop_map(Value::from),
            Just(Value::Null),
        ];
        let operator = (0..Operator::ALL.len()).prop_map(|place| Operator::ALL[place].1);
        let term = prop_oneof![
            path.prop_map(Filter::Present),
            (path, operator, value)
                .prop_map(|(path, operator, value)| Filter::Is(path, operator, value)),
        ];
        term.prop_recursive(4, 30, 4, |part| {
            prop_oneof![
                prop::collection::vec(part.clone(), 2..4).prop_map(Filter::All),
                prop::collection::vec(part.clone(), 2..4).prop_map(Filter::Any),
                part.prop_map(|part| Filter::Not(Box::new(part))),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(filter in filters()) {
            prop_assert_eq!(Filter::parse(&written(&filter)).unwrap(), filter);
        }

        #[test]
        fn nothing_that_is_sent_fails(text in any::<String>()) {
            let _ = Filter::parse(&text);
        }

        #[test]
        fn nothing_like_a_filter_fails(text in "[()a-c \"]{0,40}(eq|pr|not|and|or| |\\(|\\)|\"x\"){0,20}") {
            let _ = Filter::parse(&text);
        }
    }

    #[test]
    fn and_binds_before_or() {
        let present = |path: &str| Filter::Present(path.to_owned());
        assert_eq!(
            Filter::parse("a pr or b pr and c pr").unwrap(),
            Filter::Any(vec![
                present("a"),
                Filter::All(vec![present("b"), present("c")])
            ])
        );
    }

    #[test]
    fn a_name_may_begin_like_a_word() {
        assert_eq!(
            Filter::parse("(a pr and(b eq false))").unwrap(),
            Filter::All(vec![
                Filter::Present("a".to_owned()),
                Filter::Is("b".to_owned(), Operator::Eq, json!(false))
            ])
        );
        assert_eq!(
            Filter::parse("notes EQ \"a \\\"b\\\"\"").unwrap(),
            Filter::Is("notes".to_owned(), Operator::Eq, json!("a \"b\""))
        );
        assert_eq!(
            Filter::parse("not eq true").unwrap(),
            Filter::Is("not".to_owned(), Operator::Eq, json!(true))
        );
    }

    #[test]
    fn what_is_no_filter_or_too_large_is_refused() {
        let deep = format!("{}a pr{}", "(".repeat(DEPTH + 1), ")".repeat(DEPTH + 1));
        let long = vec!["a pr"; TERMS + 1].join(" or ");
        for wrong in [
            "",
            "a",
            "a eq",
            "a eq b",
            "a is \"b\"",
            "a eq {}",
            "a eq [1]",
            "a eq \"\\u0000\"",
            "a pr and",
            "(a pr",
            "a pr)",
            "1a pr",
            "emails[type eq \"work\"]",
            &deep,
            &long,
        ] {
            assert!(Filter::parse(wrong).is_err(), "{wrong}");
        }
    }
}
