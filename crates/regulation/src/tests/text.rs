//! The three texts, parsed.

use crate::text::{Provision, Text};
use crate::{ArticleNumber, City, ClauseId, Lang};

fn text(city: &str) -> Text {
    let city = City::builtin(city).unwrap();
    city.regulations()[0].text().clone()
}

fn article(text: &Text, id: &str) -> crate::text::Article {
    let id: ClauseId = id.parse().unwrap();
    text.article(id.article()).unwrap().clone()
}

#[test]
fn the_built_in_texts_are_read_whole() {
    let sources = [
        ("nogata", include_str!("../../data/texts/nogata.txt"), 13, 1),
        (
            "shiroishi",
            include_str!("../../data/texts/shiroishi.txt"),
            35,
            6,
        ),
        ("muko", include_str!("../../data/texts/muko.txt"), 34, 11),
    ];
    for (city, source, articles, supplements) in sources {
        let (text, faults) = Text::parse(source);
        assert!(faults.is_empty(), "{city}: {faults:?}");
        assert_eq!(text.articles().count(), articles, "{city}");
        assert_eq!(text.supplements.len(), supplements, "{city}");
        assert!(
            text.supplements
                .iter()
                .all(|supplement| !supplement.lines.is_empty())
        );
    }
}

#[test]
fn no_article_is_lost_between_the_first_and_the_last() {
    for city in ["nogata", "shiroishi", "muko"] {
        let text = text(city);
        let mut next = 1;
        for provision in text.chapters.iter().flat_map(|chapter| &chapter.provisions) {
            let (first, last) = match provision {
                Provision::Article(article) => (article.number, article.number),
                Provision::Deleted { first, last } => (*first, *last),
            };
            if first.branch.is_none() {
                assert_eq!(first.article, next, "{city}");
                next = last.article + 1;
            } else {
                assert_eq!(first.article, next - 1, "{city}");
            }
        }
    }
}

#[test]
fn every_clause_of_the_register_is_in_its_text() {
    for id in City::BUILTIN {
        let city = City::builtin(id).unwrap();
        for regulation in city.regulations() {
            for clause in regulation.register().clauses() {
                assert!(regulation.text().contains(clause.id()), "{}", clause.id());
            }
        }
    }
}

#[test]
fn chapters_deleted_ranges_and_branches_are_read() {
    let muko = text("muko");
    let headings: Vec<_> = muko
        .chapters
        .iter()
        .filter_map(|chapter| Some(chapter.heading.as_ref()?.ja.as_str()))
        .collect();
    assert_eq!(headings.len(), 10);
    assert_eq!(
        headings[4..7],
        [
            "第5章 削除",
            "第6章 電子計算組織の管理",
            "第6章の2 電算室の管理"
        ]
    );
    let deleted: Vec<_> = muko
        .chapters
        .iter()
        .flat_map(|chapter| &chapter.provisions)
        .filter_map(|provision| match provision {
            Provision::Deleted { first, last } => Some((first.article, last.article)),
            Provision::Article(_) => None,
        })
        .collect();
    assert_eq!(deleted, [(19, 24), (25, 26)]);
    let room = muko.chapters[6].heading.as_ref().unwrap();
    assert_eq!(room.wording(Lang::En), "Management of the computer room");
    let entry = article(&muko, "muko:34.3");
    assert_eq!(
        entry.heading.as_ref().map(|one| one.wording(Lang::Ja)),
        Some("入室の制限")
    );
    assert_eq!(entry.paragraphs.len(), 2);
    assert!(
        muko.article(ArticleNumber {
            article: 20,
            branch: None
        })
        .is_none()
    );
    assert_eq!(text("nogata").chapters.len(), 1);
    assert_eq!(text("nogata").chapters[0].heading, None);
}

#[test]
fn paragraphs_items_and_details_are_read() {
    let nogata = text("nogata");
    assert_eq!(nogata.title, "直方市グループウェアシステム運用管理規程");
    assert_eq!(nogata.preamble, ["令和3年6月28日", "庁達第4号"]);
    let administrator = article(&nogata, "nogata:5");
    assert_eq!(
        administrator
            .heading
            .as_ref()
            .map(|one| one.wording(Lang::En)),
        Some("System administrator")
    );
    let numbers: Vec<_> = administrator
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.number)
        .collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(
        administrator.paragraphs[1].items[2].text,
        "各機能における追加及び変更に関すること並びに権限管理に関すること。"
    );
    let documents = &article(&nogata, "nogata:9").paragraphs[0].items[6];
    assert_eq!(documents.number, 7);
    assert_eq!(documents.details.len(), 5);
    assert_eq!(documents.details[0], "庁内で利用する各種様式");
}

#[test]
fn supplementary_provisions_name_their_amendment() {
    let shiroishi = text("shiroishi");
    assert_eq!(shiroishi.supplements[0].amendment, None);
    assert_eq!(
        shiroishi.supplements[5].amendment.as_deref(),
        Some("令和5年3月10日訓令甲第2号")
    );
}

#[test]
fn what_the_source_lacks_is_said_in_tortoise_shell_brackets() {
    let shiroishi = text("shiroishi");
    assert_eq!(
        article(&shiroishi, "shiroishi:2").paragraphs[0].text,
        "〔この条の見出し及び柱書きは、底本にない。〕"
    );
    assert_eq!(
        article(&shiroishi, "shiroishi:15").paragraphs[1].text,
        "〔この項は、底本にない。〕"
    );
}

#[test]
fn a_text_out_of_form_is_refused_with_its_lines() {
    let source =
        "○規程\n令和8年\n(趣旨)\n(1) 号\n第1条 本文\n3 三項\n(2) 二号\n 内訳\n第1章なし\nなにか\n";
    let (_, faults) = Text::parse(source);
    let lines: Vec<_> = faults.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [4, 6, 7, 8, 10]);
    let (_, faults) = Text::parse("第1条 本文\n");
    assert_eq!(faults, [(1, "expected ○ and the title first".to_owned())]);
}
