//! Whoever changes the title of an event changes nothing else: the form gives back what it shows.

use scraper::{ElementRef, Html, Selector};
use time::macros::{date, datetime};
use yakusho_scheduling::event::{self, Content, EventForm, EventId, Owner, RecurrenceForm, When};
use yakusho_scheduling::recurrence::{Local, OnClosed, Zone};

use crate::site::Site;

/// What a browser sends of the form that has that field, if nobody touches it.
fn fields(page: &str, with: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(page);
    let of = |selector: &str| Selector::parse(selector).unwrap();
    let (forms, with) = (of("form"), of(&format!("[name={with}]")));
    let (all, chosen) = (of("input, textarea, select"), of("option[selected]"));
    let option = of("option");
    let attr = |field: ElementRef<'_>, name: &str| field.attr(name).map(str::to_owned);
    let mut forms = page.select(&forms);
    let form = forms.find(|form| form.select(&with).next().is_some());
    let all = form.unwrap().select(&all);
    let sent = all.filter_map(|field| {
        let kind = field.attr("type").unwrap_or_default();
        let value = match (field.value().name(), kind) {
            ("textarea", _) => Some(field.text().collect()),
            ("select", _) => {
                let chosen = field.select(&chosen).next();
                let chosen = chosen.or_else(|| field.select(&option).next());
                chosen.and_then(|option| attr(option, "value"))
            }
            (_, "file") => None,
            (_, "checkbox" | "radio") if field.attr("checked").is_none() => None,
            (_, "checkbox" | "radio") => Some(attr(field, "value").unwrap_or("on".to_owned())),
            _ => Some(attr(field, "value").unwrap_or_default()),
        };
        Some((attr(field, "name")?, value?))
    });
    sent.collect()
}

impl Site {
    /// Writes an event of the clerk, with what the test changes of it.
    async fn of_clerk(&self, change: impl FnOnce(&mut EventForm)) -> EventId {
        let owner = Owner::Person(self.town.person("clerk"));
        let when = When::Days {
            first: date!(2026 - 11 - 25),
            last: date!(2026 - 11 - 25),
        };
        let mut form = EventForm::new(owner, "打合せ", when);
        change(&mut form);
        let cx = self.town.cx("clerk").await;
        event::create(&cx, &form).await.unwrap().into_inner()
    }

    async fn content(&self, id: EventId) -> Content {
        let cx = self.town.cx("clerk").await;
        event::show(&cx, id).await.unwrap().event.content
    }

    /// Changes the title in the form, and nothing else; what the event was and what it is.
    async fn retitled(&self, id: EventId) -> (Content, Content) {
        let before = self.content(id).await;
        let edit = format!("/schedule/{id}/edit");
        let page = self.get("clerk", &edit).await;
        let mut fields = fields(&page.text, "title");
        let title = fields.iter_mut().find(|(name, _)| name == "title");
        "変更後の件名".clone_into(&mut title.unwrap().1);
        let sent: Vec<_> = fields
            .iter()
            .map(|(name, value)| (&**name, &**value))
            .collect();
        let _ = self.post("clerk", &edit, &sent).await.leads();
        let after = self.content(id).await;
        assert_eq!(after.title, "変更後の件名");
        (before, after)
    }
}

fn timed(start: Local, end: Local, zone: Zone) -> When {
    When::Timed { start, end, zone }
}

#[tokio::test]
async fn the_clock_of_another_zone() {
    let site = Site::of("nogata").await;
    let zone = "America/New_York".parse().unwrap();
    let (start, end) = (datetime!(2026-11-25 9:00), datetime!(2026-11-25 10:30));
    let id = site
        .of_clerk(|form| form.when = timed(start, end, zone))
        .await;
    site.get("clerk", &format!("/schedule/{id}/edit"))
        .await
        .says(&["時刻はAmerica/New_Yorkの時刻です。"]);
    let (before, after) = site.retitled(id).await;
    assert_eq!(after.when, before.when);
}

#[tokio::test]
async fn the_end_of_a_series_that_another_program_wrote() {
    let site = Site::of("nogata").await;
    let (start, end) = (datetime!(2026-11-25 8:30), datetime!(2026-11-25 9:00));
    let id = site
        .of_clerk(|form| {
            form.when = timed(start, end, Zone::JAPAN);
            form.recurrence = Some(RecurrenceForm {
                // The last is on the 1st of December at 8:30.
                rule: "FREQ=DAILY;UNTIL=20261130T233000Z".to_owned(),
                on_closed: OnClosed::Keep,
            });
        })
        .await;
    site.get("clerk", &format!("/schedule/{id}"))
        .await
        .says(&["12月1日"]);
    let (before, after) = site.retitled(id).await;
    assert_eq!(after.recurrence, before.recurrence);

    // At another time of day it still ends on the day that is shown.
    let edit = format!("/schedule/{id}/edit");
    let page = site.get("clerk", &edit).await;
    page.says(&["value=\"2026-12-01\""]);
    let mut later = fields(&page.text, "title");
    for (name, value) in &mut later {
        match name.as_str() {
            "start" => "17:00".clone_into(value),
            "end" => "17:30".clone_into(value),
            _ => {}
        }
    }
    let later: Vec<_> = later
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    let _ = site.post("clerk", &edit, &later).await.leads();
    let cx = site.town.cx("clerk").await;
    let series = event::show(&cx, id).await.unwrap().event.series();
    assert!(series.has(datetime!(2026-12-01 17:00)));
    assert!(!series.has(datetime!(2026-12-02 17:00)));
}

#[tokio::test]
async fn every_date_among_which_is_decided() {
    let site = Site::of("nogata").await;
    let days = |first, last| When::Days { first, last };
    let mut candidates: Vec<When> = (10..16)
        .map(|hour| {
            let start = datetime!(2026-11-25 0:00) + time::Duration::hours(hour);
            timed(start, start + time::Duration::HOUR, Zone::JAPAN)
        })
        .collect();
    candidates.push(timed(
        datetime!(2026-11-26 22:00),
        datetime!(2026-11-27 6:00),
        Zone::JAPAN,
    ));
    candidates.push(days(date!(2026 - 11 - 30), date!(2026 - 12 - 02)));
    let id = site.of_clerk(|form| form.candidates = candidates).await;
    let (before, after) = site.retitled(id).await;
    assert_eq!(after.candidates, before.candidates);

    let candidates = vec![
        days(date!(2026 - 12 - 07), date!(2026 - 12 - 08)),
        days(date!(2026 - 12 - 14), date!(2026 - 12 - 16)),
    ];
    let id = site.of_clerk(|form| form.candidates = candidates).await;
    let (before, after) = site.retitled(id).await;
    assert_eq!(after.candidates, before.candidates);
}
