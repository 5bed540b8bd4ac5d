//! The pages of the schedule. The clock stands at Friday, 20 November 2026, 9:00; the 23rd is a public holiday.

use yakusho_accounts::group::{self, GroupDraft, Member};

use crate::site::Site;

/// The fields of a meeting on Tuesday, the 24th, from 10 to 11.
fn meeting<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("title", "予算の打合せ"),
        ("place", "第1会議室"),
        ("first", "2026-11-24"),
        ("start", "10:00"),
        ("last", ""),
        ("end", "11:00"),
        ("status", "confirmed"),
    ];
    fields.extend_from_slice(more);
    fields
}

impl Site {
    fn owner(&self, who: &str) -> String {
        format!("person:{}", self.town.person(who))
    }

    /// Writes an event as that person, and says where its page is.
    async fn written(&self, who: &str, fields: &[(&str, &str)]) -> String {
        let owner = self.owner(who);
        let mut all = vec![("owner", &*owner)];
        all.extend_from_slice(fields);
        let written = self.post(who, "/schedule/new", &all).await;
        written.leads().to_owned()
    }
}

#[tokio::test]
async fn all_of_a_section_or_of_ones_group_are_chosen_at_once() {
    let site = Site::of("nogata").await;
    let stranger = site.town.person("stranger");
    let draft = GroupDraft {
        name: "予算班".to_owned(),
        unit: None,
        members: vec![Member::Person(stranger)],
    };
    let cx = site.town.cx("clerk").await;
    let group = group::make(&cx, draft).await.unwrap().into_inner();
    let (section, group) = (
        site.town.unit("citizens").to_string(),
        format!("group:{group}"),
    );
    let colleague = site.town.person("colleague");
    for (of, person) in [(section, colleague), (group, stranger)] {
        let all = [
            ("participants_words-section", &*of),
            ("participants_words-all", "1"),
        ];
        let page = site.post("clerk", "/schedule/new", &meeting(&all)).await;
        page.says(&["value=\"予算の打合せ\"", "グループ「予算班」"]);
        let (_, rest) = page
            .text
            .split_once(&format!("value=\"{person}\""))
            .unwrap();
        let (input, _) = rest.split_once('>').unwrap();
        assert!(input.contains("checked"), "{input}");
        let show = [
            ("participants_words-section", &*of),
            ("participants_words-show", "1"),
        ];
        let page = site.post("clerk", "/schedule/new", &meeting(&show)).await;
        page.says(&[&format!("value=\"{person}\"")]);
    }
}

#[tokio::test]
async fn a_day_that_no_calendar_shows_is_said_to_be_so() {
    let site = Site::of("nogata").await;
    for (page, today) in [
        ("/schedule", "11/20(金)"),
        ("/schedule/day-list", "11月20日"),
        ("/bookings", "11月20日"),
    ] {
        for (day, words) in [
            (
                "1980-01-01",
                "1990年から2200年までの日付を入力してください。",
            ),
            ("xyz", "日付は実在する日付で入力してください"),
        ] {
            let shown = site.get("clerk", &format!("{page}?day={day}")).await;
            let kept = format!("value=\"{day}\"");
            shown.says(&[words, &kept, today]);
        }
        site.get("clerk", &format!("{page}?day="))
            .await
            .hides(&["field-error"]);
    }
}

/// The week of the 23rd.
const WEEK: &str = "/schedule?day=2026-11-24";

#[tokio::test]
async fn an_event_stands_in_the_week_of_the_section_of_all_who_take_part() {
    let site = Site::of("nogata").await;
    site.get("clerk", "/schedule/new?day=2026-11-24")
        .await
        .says(&["value=\"2026-11-24\"", "value=\"09:00\"", "佐藤 花子(自分)"]);
    let colleague = site.town.person("colleague").to_string();
    let page = site
        .written("clerk", &meeting(&[("participants", &colleague)]))
        .await;
    let week = site.get("clerk", WEEK).await;
    week.says(&[
        "10:00〜11:00",
        "予算の打合せ",
        "第1会議室",
        "勤労感謝の日",
        "閉庁日",
        "市民課",
        "加藤 健",
    ]);
    assert_eq!(week.text.matches("予算の打合せ").count(), 2, "{week:?}");
    site.get("clerk/en", WEEK).await.says(&[
        "10:00–11:00",
        "Labour Thanksgiving Day",
        "Week before",
    ]);

    site.get("colleague", &page)
        .await
        .says(&["参加するかどうかを回答してください。", "未回答"]);
    let answer = format!("{page}/answer");
    let answered = site
        .post("colleague", &answer, &[("answer", "accepted")])
        .await;
    assert_eq!(answered.leads(), page);
    site.get("clerk", &page).await.says(&["加藤 健", "参加"]);
    site.get("clerk", "/notifications")
        .await
        .says(&["加藤 健さんが予定「予算の打合せ」(令和8年（2026年）11月24日（火）10:00)に「参加」と回答しました。"]);
    let stranger = site
        .post("supervisor", &answer, &[("answer", "accepted")])
        .await;
    stranger.is(403, &["この予定の参加者ではありません。"]);
}

#[tokio::test]
async fn of_a_private_event_others_see_that_the_time_is_taken() {
    let site = Site::of("nogata").await;
    let page = site.written("clerk", &meeting(&[("closed", "on")])).await;
    site.get("clerk", WEEK)
        .await
        .says(&["予算の打合せ", "非公開"]);
    site.get("colleague", WEEK)
        .await
        .says(&["10:00〜11:00", "予定あり"])
        .hides(&["予算の打合せ", "第1会議室"]);
    site.get("colleague", &page).await.is(404, &[]);
}

#[tokio::test]
async fn days_weeks_and_months_lead_to_each_other() {
    let site = Site::of("nogata").await;
    let _ = site.written("clerk", &meeting(&[])).await;
    let trip = [
        ("title", "視察"),
        ("first", "2026-11-26"),
        ("last", "2026-12-01"),
        ("whole_day", "on"),
    ];
    let _ = site.written("clerk", &trip).await;
    let day = "/schedule?view=day&day=2026-11-24&who=me";
    site.get("clerk", day)
        .await
        .says(&["予算の打合せ", "前の日", "day=2026-11-23", "day=2026-11-25"])
        .hides(&["視察"]);
    let month = "/schedule?view=month&day=2026-11-24&who=me";
    let november = site.get("clerk", month).await;
    november.says(&[
        "令和8年(2026年)11月",
        "day=2026-10-01",
        "day=2026-12-01",
        "予算の打合せ",
    ]);
    assert_eq!(november.text.matches("視察").count(), 6, "{november:?}");
    // The banner of the first week ends with its Sunday, and goes on in the next.
    november.says(&["banner days-4", "banner days-2", "11/26(木)〜12/1(火)"]);
    for wrong in ["who=nobody", "who=unit:1", "who=group:x"] {
        let path = format!("/schedule?{wrong}");
        site.get("clerk", &path).await.is(404, &[]);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
    let site = Site::of("nogata").await;
    let owner = site.owner("clerk");
    let fields = [
        ("owner", &*owner),
        ("title", ""),
        ("place", "第1会議室"),
        ("first", "2026-11-24"),
        ("start", "10:00"),
        ("end", "9:00"),
    ];
    let again = site.post("clerk", "/schedule/new", &fields).await;
    again.is(
        422,
        &["件名を入力してください", "href=\"#f-title\"", "第1会議室"],
    );
    again.is(422, &["href=\"#f-end\""]);
    let found = site
        .post(
            "clerk",
            "/schedule/new",
            &meeting(&[
                ("owner", &owner),
                ("participants_words", "加藤"),
                ("participants_words-find", "1"),
            ]),
        )
        .await;
    found.says(&["「加藤」の検索結果", "加藤 健", "予算の打合せ"]);
    site.get("clerk", WEEK).await.hides(&["予算の打合せ"]);
}

#[tokio::test]
async fn personal_information_is_a_step_of_its_own_with_its_clause() {
    let site = Site::of("nogata").await;
    let owner = site.owner("clerk");
    let fields = [
        ("owner", &*owner),
        ("title", "山田様 090-1234-5678"),
        ("first", "2026-11-24"),
        ("start", "10:00"),
        ("end", "11:00"),
    ];
    let warned = site.post("clerk", "/schedule/new", &fields).await;
    warned.is(
        422,
        &[
            "電話番号と思われる記載があります。",
            "第9条第4号",
            "このまま登録する",
        ],
    );
    site.get("clerk", WEEK).await.hides(&["090-1234-5678"]);
    let mut decided = fields.to_vec();
    decided.push(("all_the_same", "1"));
    let page = site.post("clerk", "/schedule/new", &decided).await;
    let page = page.leads().to_owned();
    site.get("clerk", &page)
        .await
        .says(&["登録する人の判断で登録されています"]);
}

#[tokio::test]
async fn an_event_is_changed_and_called_off_by_its_owner_alone() {
    let site = Site::of("nogata").await;
    let page = site.written("clerk", &meeting(&[])).await;
    site.get("colleague", &page)
        .await
        .says(&["予算の打合せ"])
        .hides(&["/edit", "/cancel"]);
    let edit = format!("{page}/edit");
    let cancel = format!("{page}/cancel");
    for path in [&edit, &cancel] {
        site.get("colleague", path).await.is(404, &[]);
    }
    let form = site.get("clerk", &edit).await;
    form.says(&["value=\"予算の打合せ\"", "value=\"10:00\""]);
    let revision = form.hidden("revision");
    let owner = site.owner("clerk");
    let mut fields = meeting(&[("revision", &revision), ("owner", &owner)]);
    fields[3] = ("start", "10:30");
    let refused = site.post("colleague", &edit, &fields).await;
    refused.is(404, &[]);
    let changed = site.post("clerk", &edit, &fields).await;
    assert_eq!(changed.leads(), page);
    site.get("clerk", WEEK).await.says(&["10:30〜11:00"]);
    let stale = site.post("clerk", &edit, &fields).await;
    stale.is(409, &["10:30"]);

    let question = site.get("clerk", &cancel).await;
    question.says(&["「予算の打合せ」を取り消しますか"]);
    let revision = question.hidden("revision");
    let cancelled = site
        .post("clerk", &cancel, &[("revision", &revision)])
        .await;
    assert_eq!(cancelled.leads(), "/schedule");
    site.get("clerk", WEEK).await.hides(&["予算の打合せ"]);
    site.get("clerk", &page)
        .await
        .says(&["この予定は取り消されました。"]);
}

#[tokio::test]
async fn a_date_is_decided_among_candidates() {
    let site = Site::of("nogata").await;
    let colleague = site.town.person("colleague").to_string();
    let more = [
        ("participants", &*colleague),
        ("candidate2", "2026-11-25"),
        ("candidate2_start", "13:00"),
        ("candidate2_end", "14:00"),
    ];
    let page = site.written("clerk", &meeting(&more)).await;
    site.get("clerk", WEEK)
        .await
        .says(&["13:00〜14:00", "(候補)"]);
    let shown = site.get("colleague", &page).await;
    shown.says(&["日程調整中", "候補の日時", "都合を回答する"]);
    let second = shown.text.rsplit("<select").next().unwrap();
    let (_, second) = second.split_once("name=\"").unwrap();
    let second = second.split('"').next().unwrap();
    let suits = site
        .post(
            "colleague",
            &format!("{page}/candidates"),
            &[(second, "accepted")],
        )
        .await;
    assert_eq!(suits.leads(), page);
    let shown = site.get("clerk", &page).await;
    shown.says(&["参加できる 1人"]);
    let revision = shown.hidden("revision");
    let decide = [("revision", &*revision), ("candidate", second)];
    let decided = site.post("clerk", &format!("{page}/decide"), &decide).await;
    assert_eq!(decided.leads(), page);
    site.get("clerk", WEEK)
        .await
        .says(&["13:00〜14:00"])
        .hides(&["(候補)", "10:00〜11:00"]);
}

#[tokio::test]
async fn a_proposed_event_is_confirmed() {
    let site = Site::of("nogata").await;
    let mut fields = meeting(&[]);
    fields[6] = ("status", "proposed");
    let page = site.written("clerk", &fields).await;
    let shown = site.get("clerk", &page).await;
    shown.says(&["確定待ち", "この予定を確定する"]);
    let revision = shown.hidden("revision");
    let confirm = format!("{page}/confirm");
    let confirmed = site
        .post("clerk", &confirm, &[("revision", &revision)])
        .await;
    assert_eq!(confirmed.leads(), page);
    site.get("clerk", &page).await.hides(&["確定待ち"]);
}

#[tokio::test]
async fn todays_events_stand_on_the_portal() {
    let site = Site::of("nogata").await;
    site.get("clerk", "/")
        .await
        .says(&["今日の予定はありません。"]);
    let mut fields = meeting(&[]);
    fields[2] = ("first", "2026-11-20");
    let _ = site.written("clerk", &fields).await;
    site.get("clerk", "/")
        .await
        .says(&["今日の予定", "予算の打合せ", "スケジュールを見る"]);
}

#[tokio::test]
async fn versions_of_an_event_are_listed_and_compared() {
    let site = Site::of("nogata").await;
    let page = site
        .written("clerk", &meeting(&[("text", "資料は各自"), ("away", "on")]))
        .await;
    site.get("clerk", &page).await.says(&["不在", "変更の履歴"]);
    let edit = format!("{page}/edit");
    let revision = site.get("clerk", &edit).await.hidden("revision");
    let owner = site.owner("clerk");
    let more = [
        ("revision", &*revision),
        ("owner", &owner),
        ("text", "資料は当日配付"),
    ];
    let mut fields = meeting(&more);
    fields[1] = ("place", "第2会議室");
    let _ = site.post("clerk", &edit, &fields).await.leads();
    let versions = format!("{page}/versions");
    site.get("clerk", &versions)
        .await
        .says(&["第1版", "第2版", "前の版との違い"]);
    let compared = format!("{versions}/compare?before=1&after=2");
    site.get("clerk", &compared)
        .await
        .says(&["第1会議室", "第2会議室", "変更前", "<ins>", "当日配付"])
        .hides(&["予定の状態"]);
    for path in [&versions, &compared] {
        site.get("colleague", path).await.is(404, &[]);
    }
    let unknown = format!("{versions}/compare?before=1&after=9");
    site.get("clerk", &unknown).await.is(404, &[]);
}

#[tokio::test]
async fn the_day_of_a_section_is_a_list() {
    let site = Site::of("nogata").await;
    let colleague = site.town.person("colleague").to_string();
    let _ = site
        .written("clerk", &meeting(&[("participants", &colleague)]))
        .await;
    let _ = site
        .written("head", &meeting(&[("title", "議会"), ("closed", "on")]))
        .await;
    let list = "/schedule/day-list?day=2026-11-24";
    let day = site.get("stranger", &format!("{list}&who=me")).await;
    day.says(&["予定はありません。"]);
    let day = site.get("clerk", list).await;
    day.says(&["市民課の予定", "10:00〜11:00", "第1会議室", "予定あり"])
        .hides(&["議会"]);
    assert_eq!(day.text.matches("予算の打合せ").count(), 1, "{day:?}");
}
