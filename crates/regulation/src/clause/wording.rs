//! A clause in words: 第34条の3第1項, article 34-3, paragraph 1.

use super::{ArticleNumber, ClauseId, Items};
use crate::Lang;

impl ArticleNumber {
    /// 第34条の3, article 34-3.
    pub fn wording(self, lang: Lang) -> String {
        let Self { article, branch } = self;
        match (lang, branch) {
            (Lang::Ja, None) => format!("第{article}条"),
            (Lang::Ja, Some(branch)) => format!("第{article}条の{branch}"),
            (Lang::En, None) => format!("article {article}"),
            (Lang::En, Some(branch)) => format!("article {article}-{branch}"),
        }
    }
}

impl ClauseId {
    /// The clause as a sentence names it, without its regulation: 第2条第4号から第7号まで, article 2, items 4 to 7.
    pub fn wording(&self, lang: Lang) -> String {
        let article = self.article.wording(lang);
        let paragraph = self.paragraph.map(|number| match lang {
            Lang::Ja => format!("第{number}項"),
            Lang::En => format!(", paragraph {number}"),
        });
        let items: Vec<_> = self.items.iter().map(|items| items.wording(lang)).collect();
        let items = match (lang, self.items.as_slice()) {
            (_, []) => String::new(),
            (Lang::Ja, _) => list(&items, "、", "及び"),
            (Lang::En, [one]) if one.first == one.last => format!(", item {}", one.first),
            (Lang::En, _) => format!(", items {}", list(&items, ", ", " and ")),
        };
        format!("{article}{}{items}", paragraph.unwrap_or_default())
    }
}

impl Items {
    /// 第4号から第7号まで; in English the numbers alone, 4 to 7.
    fn wording(self, lang: Lang) -> String {
        let Self { first, last } = self;
        match lang {
            Lang::Ja if first == last => format!("第{first}号"),
            Lang::Ja => format!("第{first}号から第{last}号まで"),
            Lang::En if first == last => first.to_string(),
            Lang::En => format!("{first} to {last}"),
        }
    }
}

/// The parts in a row, the last joined by a word of its own.
pub(crate) fn list(parts: &[String], comma: &str, and: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(comma)),
    }
}
