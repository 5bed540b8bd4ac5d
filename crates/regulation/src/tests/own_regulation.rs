//! A city with a regulation of its own: text and register beside the profile.

use time::macros::date;

use super::{SMALL, faults_of, load_with};
use crate::{ClauseId, Kind, Lang, Rule, Standing};

const TEXT: &str = "○大和市グループウェア規程
令和8年告示第1号
(ID)
第1条 IDは、電子計算課長が定める。
2 次に掲げる行為をしてはならない。
(1) パスワードを漏らすこと。
附則
この規程は、令和9年4月1日から施行する。
";

const REGISTER: &str = "# clauses of Yamato
yamato:1-1\tenforce\taccount.id_by_administrator\tThe section head sets the ID.\tIDは課長が定める。
yamato:1-2(1)\tenforce\tpassword.not_leaked\tNo leaks.\t漏えいの禁止。
";

fn profile() -> String {
    SMALL
        .replace(
            "key = \"nogata\"",
            "key = \"yamato\"\ntext = \"rules.txt\"\nregister = \"duties.tsv\"",
        )
        .replace("suspension.by_supervisor", "account.id_by_administrator")
        .replace("nogata:11", "yamato:1-1")
}

#[test]
fn its_articles_are_cited_and_read() {
    let city = load_with(&profile(), &[("rules.txt", TEXT), ("duties.tsv", REGISTER)])
        .unwrap_or_else(|error| panic!("{error}"));
    let day = date!(2027 - 04 - 01);
    let basis = city.in_force(Rule::IdSetByAdministrator, day).unwrap();
    assert_eq!(basis.text(Lang::Ja), "大和市規程第1条第1項");
    let id: ClauseId = "yamato:1-2(1)".parse().unwrap();
    let regulation = city.regulation("yamato").unwrap();
    let clause = regulation.register().clause(&id).unwrap();
    assert_eq!(clause.kind(), Kind::Enforce);
    assert_eq!(
        *clause.standing(),
        Standing::Kept(vec![Rule::PasswordNotLeaked])
    );
    assert_eq!(
        regulation.text().article(id.article()).unwrap().paragraphs[1].items[0].text,
        "パスワードを漏らすこと。"
    );
    assert_eq!(
        city.in_force(Rule::PasswordNotLeaked, day)
            .unwrap()
            .to_string(),
        "house"
    );
}

#[test]
fn its_files_are_needed() {
    assert_eq!(
        faults_of(&SMALL.replace("nogata", "yamato"), &[]),
        [
            "yamato.toml:6:1: the key \"register\" is missing",
            "yamato.toml:6:1: the key \"text\" is missing",
        ]
    );
    let faults = faults_of(&profile(), &[("rules.txt", TEXT)]);
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("yamato.toml:9:12: "), "{faults:?}");
    assert!(
        faults[0].contains("duties.tsv cannot be read: "),
        "{faults:?}"
    );
}

#[test]
fn the_faults_of_its_files_are_told_with_file_and_line() {
    let text = TEXT.replace("2 次に", "3 次に");
    let register = "yamato:1-1\tenforce\taccount.id\tThe ID.\tID。
yamato:1-1\tenforce\tplanned\tThe ID.\tID。
yamato:1-1\tenforce\tplanned\tThe ID.\tID。
yamato:2\tenforce\tplanned\tNo such article.\tない条。
muko:1\tnote\texception\tAnother's.\t他市の条。
yamato:1-3\tnote\tplanned\tA note.\t趣旨。
yamato:1-3\tduty\tplanned\tA duty.\t義務。
yamato:1-3\tenforce\tplanned\t\t訳がない。
yamato:1-3\tenforce\tplanned
yamato:一\tenforce\tplanned\tNo number.\t番号がない。
";
    assert_eq!(
        faults_of(
            &profile(),
            &[("rules.txt", &text), ("duties.tsv", register)]
        ),
        [
            "duties.tsv:1:1: unknown rule \"account.id\"",
            "duties.tsv:3:1: clause yamato:1-1 stands here twice",
            "duties.tsv:4:1: yamato:2 is not in the text",
            "duties.tsv:5:1: muko:1 is no clause of \"yamato\"",
            "duties.tsv:6:1: a clause of kind note is an exception",
            "duties.tsv:7:1: unknown kind \"duty\"",
            "duties.tsv:8:1: the duty is missing in one language",
            "duties.tsv:9:1: expected 5 columns with tabs between, found 3",
            "duties.tsv:10:1: \"yamato:一\" is no clause: expected \
             regulation:article[.branch][-paragraph][(item)...], such as \"nogata:9(4)\"",
            "rules.txt:5:1: paragraphs are numbered in order, the first without its number",
            "yamato.toml:16:12: the register does not say that account.id_by_administrator keeps yamato:1-1",
        ]
    );
}
