//! Events that come back, in forms and on pages. The clock stands at Friday, 20 November 2026, 9:00.

use serde_json::json;
use yakusho_webkit::testing::Told;

use crate::site::Site;

/// Every Monday from the 16th on, four times, moved to the next working day: the 23rd is a public holiday.
const MONDAYS: [(&str, &str); 11] = [
    ("title", "定例会議"),
    ("first", "2026-11-16"),
    ("start", "10:00"),
    ("end", "11:00"),
    ("repeat", "weekly"),
    ("weekdays", "MO"),
    ("every", "1"),
    ("ends", "count"),
    ("times", "4"),
    ("on_closed", "next"),
    ("status", "confirmed"),
];

const MONTH: &str = "/schedule?view=month&day=2026-11-20&who=me";

impl Site {
    async fn mondays(&self) -> String {
        let owner = format!("person:{}", self.town.person("clerk"));
        let mut fields = vec![("owner", &*owner)];
        fields.extend(MONDAYS);
        let written = self.post("clerk", "/schedule/new", &fields).await;
        written.leads().to_owned()
    }

    async fn month(&self) -> Told {
        self.get("clerk", MONTH).await
    }
}

/// The addresses of the dates on the page of a month.
fn dates(month: &Told) -> Vec<String> {
    let parts = month.text.split("?date=").skip(1);
    parts
        .map(|part| part.split('"').next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_series_shows_its_dates_where_closed_days_move_them() {
    let site = Site::of("nogata").await;
    let page = site.mondays().await;
    let month = site.month().await;
    assert_eq!(
        dates(&month),
        [
            "2026-11-16T10:00:00",
            "2026-11-23T10:00:00",
            "2026-11-30T10:00:00"
        ]
    );
    site.get("clerk", &format!("{page}?date=2026-11-23T10:00:00"))
        .await
        .says(&[
            "11月24日（火）</time> 10:00",
            "毎週 月曜日",
            "4回",
            "次の開庁日に移す",
            "この日だけ変更",
        ]);
    for wrong in ["2026-11-24T10:00:00", "yesterday"] {
        let path = format!("{page}?date={wrong}");
        site.get("clerk", &path).await.is(404, &[]);
    }
}

#[tokio::test]
async fn one_date_those_that_follow_and_all_are_changed() {
    let site = Site::of("nogata").await;
    let page = site.mondays().await;
    let owner = format!("person:{}", site.town.person("clerk"));

    let this = format!("{page}/edit?part=this&date=2026-11-16T10:00:00");
    let form = site.get("clerk", &this).await;
    form.says(&["この日の予定だけを変更します", "value=\"2026-11-16\""])
        .hides(&["name=\"repeat\""]);
    let revision = form.hidden("revision");
    let mut fields = vec![("owner", &*owner), ("revision", &*revision)];
    fields.extend(MONDAYS.into_iter().take(4));
    fields[2] = ("title", "臨時の会議");
    let alone = site.post("clerk", &this, &fields).await;
    assert_ne!(alone.leads(), page);
    let month = site.month().await;
    month.says(&["臨時の会議"]);
    assert_eq!(dates(&month).len(), 2, "{month:?}");

    let following = format!("{page}/edit?part=following&date=2026-11-30T10:00:00");
    let form = site.get("clerk", &following).await;
    form.says(&["この日と、これより後の日", "name=\"repeat\""]);
    let revision = form.hidden("revision");
    let mut fields = vec![("owner", &*owner), ("revision", &*revision)];
    fields.extend(MONDAYS);
    fields[2] = ("title", "新しい定例");
    fields[3] = ("first", "2026-11-30");
    let split = site.post("clerk", &following, &fields).await;
    assert_ne!(split.leads(), page);
    site.month().await.says(&["新しい定例", "定例会議"]);

    let form = site.get("clerk", &format!("{page}/edit")).await;
    form.says(&["繰り返しのすべての日", "value=\"weekly\" selected"]);
}

#[tokio::test]
async fn one_date_and_the_rest_are_called_off() {
    let site = Site::of("nogata").await;
    let page = site.mondays().await;
    let this = format!("{page}/cancel?part=this&date=2026-11-16T10:00:00");
    let question = site.get("clerk", &this).await;
    question.says(&["この日の予定だけを取り消します"]);
    let revision = question.hidden("revision");
    let done = site.post("clerk", &this, &[("revision", &revision)]).await;
    assert_eq!(done.leads(), "/schedule");
    assert_eq!(dates(&site.month().await).len(), 2);
    let rest = format!("{page}/cancel?part=following&date=2026-11-30T10:00:00");
    let revision = site.get("clerk", &rest).await.hidden("revision");
    let done = site.post("clerk", &rest, &[("revision", &revision)]).await;
    assert_eq!(done.leads(), "/schedule");
    assert_eq!(dates(&site.month().await), ["2026-11-23T10:00:00"]);
}

#[tokio::test]
async fn each_way_of_repeating_comes_back_to_its_form() {
    let site = Site::of("nogata").await;
    let owner = format!("person:{}", site.town.person("clerk"));
    for (way, words) in [
        ("daily", "毎日"),
        ("weekly", "毎週"),
        ("month_day", "毎月 16日"),
        ("month_weekday", "毎月 第3月曜日"),
        ("month_end", "毎月 末日"),
        ("yearly", "毎年"),
    ] {
        let mut fields = vec![("owner", &*owner)];
        fields.extend(MONDAYS);
        fields[5] = ("repeat", way);
        fields[6] = ("weekdays", "");
        fields[8] = ("ends", "until");
        fields[9] = ("until", "2027-03-31");
        let written = site.post("clerk", "/schedule/new", &fields).await;
        let page = written.leads().to_owned();
        let shown = site.get("clerk", &page).await;
        shown.says(&[words, "令和9年（2027年）3月31日（水）</time>まで"]);
        let form = site.get("clerk", &format!("{page}/edit")).await;
        let chosen = format!("value=\"{way}\" selected");
        form.says(&[&chosen, "value=\"2027-03-31\""]);
    }
    let mut open = vec![("owner", &*owner)];
    open.extend(MONDAYS);
    open[9] = ("times", "");
    let again = site.post("clerk", "/schedule/new", &open).await;
    again.is(422, &["href=\"#f-times\""]);
}

#[tokio::test]
async fn whoever_takes_part_answers_one_date_or_all_of_them() {
    let site = Site::of("nogata").await;
    let owner = format!("person:{}", site.town.person("clerk"));
    let colleague = site.town.person("colleague").to_string();
    let mut fields = vec![("owner", &*owner), ("participants", &*colleague)];
    fields.extend(MONDAYS);
    let written = site.post("clerk", "/schedule/new", &fields).await;
    let page = written.leads().to_owned();
    let date = "2026-11-30T10:00:00";
    let monday = format!("{page}?date={date}");
    let (this, whole) = (
        "この日についてのあなたの回答",
        "繰り返し全体についてのあなたの回答",
    );
    site.get("colleague", &monday).await.says(&[this, whole]);
    site.get("colleague", &page)
        .await
        .says(&[whole])
        .hides(&[this]);

    let answer = format!("{page}/answer?part=this&date={date}");
    let said = site
        .post("colleague", &answer, &[("answer", "declined")])
        .await;
    assert_eq!(said.leads(), monday);
    site.get("clerk", &monday).await.says(&["不参加"]);
    site.get("clerk", &page).await.hides(&["不参加"]);
    site.get("clerk", "/notifications")
        .await
        .says(&["11月30日", "「不参加」"]);

    let id = page.rsplit('/').next().unwrap();
    let path = format!("/events/{id}");
    let shown = site.must("read:clerk", ("GET", &path), None, 200).await;
    let dates = json!([{"date": date, "answer": "declined"}]);
    assert_eq!(shown["participants"][0]["dates"], dates);
    let post = ("POST", &*format!("{path}/answer"));
    let back = json!({"answer": "accepted", "date": "2026-12-07T10:00:00"});
    site.must("write:colleague", post, Some(back), 204).await;
    for (date, status) in [("2026-12-08T10:00:00", 404), ("yesterday", 422)] {
        let wrong = json!({"answer": "accepted", "date": date});
        site.must("write:colleague", post, Some(wrong), status)
            .await;
    }
    let all = json!({"answer": "tentative"});
    site.must("write:colleague", post, Some(all), 204).await;
    let shown = site.must("read:clerk", ("GET", &path), None, 200).await;
    let participant = &shown["participants"][0];
    assert_eq!(
        (&participant["answer"], &participant["dates"]),
        (&json!("tentative"), &json!([]))
    );
}
