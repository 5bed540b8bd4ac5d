//! What to do about a time that is taken: another facility, the waiting list, or the other dates of a series.

use maud::{Markup, Render as _, html};
use yakusho_scheduling::booking::{self, Clash, Obstacle};
use yakusho_scheduling::facility::{self, Facility, Slot};
use yakusho_webkit::ui::{Alert, Button, buttons, day};
use yakusho_webkit::{Answer, Lang, Visit};

use super::super::booking_page;
use super::super::texts::{Text, times};
use super::enter::Asked;

/// The name of the button that books another facility instead.
pub(super) const INSTEAD: &str = "instead";

/// The name of the button that joins the waiting list.
pub(super) const WAIT: &str = "wait";

/// The name of the button that books the dates which are free.
pub(super) const REST: &str = "rest";

/// How many other facilities are offered.
const OFFERED: usize = 6;

/// How many dates are named.
const NAMED: usize = 40;

yakusho_webkit::texts! {
    enum Words {
        TakenAt { name: String }: "{name}は、その時間には予約できません" / "{name} is not to be had then";
        TakenOn { name: String, n: usize }: "{name}は、次の{n}日に予約できません" / "{name} is not to be had on {n} date" | "{name} is not to be had on {n} dates" by n;
        By { at: String, what: String, name: String }: "{at} {name}さんの予約「{what}」" / "{at}: booked by {name}, “{what}”";
        BySomebody { at: String }: "{at} ほかの人の予約" / "{at}: booked by somebody";
        BlackedOut { at: String, why: String }: "{at} 利用不可({why})" / "{at}: not to be had ({why})";
        Closed: "開いている時間ではありません。" / "It is not open then.";
        Others { n: usize }: "ほか{n}日" / "and {n} more";
        Free: "同じ時間に空いている施設に替える(押すと、その施設で予約します)" / "Free at that time: press one to book it instead";
        Wait: "キャンセル待ちに登録する" / "Join the waiting list";
        WaitHelp: "空きができると、順番に予約になり、通知が届きます。" / "When it becomes free, the first in the queue gets it and is told.";
        Rest: "取れない日を除いて、ほかの日を予約する" / "Book the other dates";
        Change: "日時や施設を変えて、もう一度予約することもできます。" / "Or change the time or the facility below, and book again.";
    }
}

/// What is taken, and what there is instead.
pub(super) struct Taken {
    facility: Option<Facility>,
    dates: Vec<(Slot, Vec<Obstacle>)>,
    /// Whether it is a series.
    repeats: bool,
    /// Whether one may wait for it.
    may_wait: bool,
    /// Whether the dates that are free may be booked.
    may_book_rest: bool,
    free: Vec<Facility>,
}

impl Taken {
    pub(super) async fn of(
        visit: &Visit,
        asked: &Asked,
        clashes: Vec<Clash>,
        is_new: bool,
    ) -> Answer<Self> {
        let repeats = asked.repeat.is_some() && is_new;
        let for_good = |clash: &Clash| !matches!(clash.obstacle, Obstacle::Booked { .. });
        let may_wait = !repeats && asked.event.is_none() && !clashes.iter().any(for_good);
        let mut dates: Vec<(Slot, Vec<Obstacle>)> = Vec::new();
        for clash in clashes {
            match dates.iter_mut().find(|(slot, _)| *slot == clash.wanted) {
                Some((_, obstacles)) => obstacles.push(clash.obstacle),
                None => dates.push((clash.wanted, vec![clash.obstacle])),
            }
        }
        dates.sort_by_key(|(slot, _)| *slot);
        let all = facility::list(&visit.cx, None, None).await?;
        let mut known = all.iter();
        let known = known.find(|row| row.facility.id == asked.form.facility);
        let facility = known.map(|row| row.facility.clone());
        let free = match (&facility, asked.slot().filter(|_| !repeats && is_new)) {
            (Some(facility), Some(slot)) => free(visit, facility, slot, asked).await?,
            _ => Vec::new(),
        };
        Ok(Self {
            may_book_rest: repeats && asked.on_taken == booking::OnTaken::Refuse,
            facility,
            dates,
            repeats,
            may_wait,
            free,
        })
    }

    pub(super) fn render(&self, lang: Lang) -> Markup {
        let name = self.facility.as_ref();
        let name = name.map_or_else(String::new, |one| one.name(lang).to_owned());
        let title = if self.repeats {
            let n = self.dates.len();
            Words::TakenOn { name, n }
        } else {
            Words::TakenAt { name }
        };
        let more = self.dates.len().saturating_sub(NAMED);
        let body = html! {
            ul {
                @for (slot, obstacles) in self.dates.iter().take(NAMED) {
                    @for obstacle in obstacles {
                        li { @if self.repeats { (day(lang, slot.starts_at.date())) " " } (said(lang, *slot, obstacle)) }
                    }
                }
                @if more > 0 { li { (Words::Others { n: more }.to(lang)) } }
            }
            @if !self.free.is_empty() {
                p { strong { (Words::Free.to(lang)) } }
                (buttons(html! {
                    @for one in &self.free {
                        (Button::submit(label(lang, one)).field(INSTEAD, one.id.to_string()).small())
                    }
                }))
            }
            @if self.may_wait {
                p { (Words::WaitHelp.to(lang)) }
                (buttons(Button::submit(Words::Wait.to(lang)).field(WAIT, "1").small()))
            }
            @if self.may_book_rest {
                (buttons(Button::submit(Words::Rest.to(lang)).field(REST, "1")))
            }
            p { (Words::Change.to(lang)) }
        };
        let alert = Alert::warning(lang, title.to(lang)).body(html! { div.plan-taken { (body) } });
        alert.render()
    }
}

fn label(lang: Lang, facility: &Facility) -> String {
    let name = facility.name(lang);
    match facility.settings.capacity {
        Some(n) => format!("{name} ({})", Text::Capacity { n }.to(lang)),
        None => name.to_owned(),
    }
}

/// What stands against it, in words.
fn said(lang: Lang, wanted: Slot, obstacle: &Obstacle) -> Markup {
    match obstacle {
        Obstacle::Booked { held, whose, .. } => {
            let at = times(lang, *held);
            if let Some(whose) = whose {
                let (what, name) = (whose.purpose.clone(), whose.name.clone());
                let words = Words::By { at, what, name };
                html! { a href=(booking_page(whose.booking)) { (words.to(lang)) } }
            } else {
                html! { (Words::BySomebody { at }.to(lang)) }
            }
        }
        Obstacle::BlackedOut { slot, reason } => {
            let (at, why) = (times(lang, *slot), reason.clone());
            html! { (Words::BlackedOut { at, why }.to(lang)) }
        }
        Obstacle::Closed => html! { (times(lang, wanted)) " " (Words::Closed.to(lang)) },
    }
}

/// Other facilities of the same kind that are free then, those of the same category first.
async fn free(
    visit: &Visit,
    facility: &Facility,
    slot: Slot,
    asked: &Asked,
) -> Answer<Vec<Facility>> {
    let (cx, set) = (&visit.cx, &facility.settings);
    let mut others = facility::list(cx, None, Some(set.kind)).await?;
    others.retain(|row| row.bookable && row.facility.id != facility.id);
    others.retain(|row| row.facility.settings.units >= asked.form.quantity);
    others.sort_by_key(|row| row.facility.settings.category != set.category);
    let ids: Vec<_> = others.iter().map(|row| row.facility.id).collect();
    let busy = booking::busy(&cx.reader(), cx, &ids, slot, asked.form.quantity).await?;
    let is_free = |other: &Facility| {
        let found = busy.iter().find(|busy| busy.facility.id == other.id);
        found.is_some_and(|busy| !busy.times.iter().any(|time| time.meets(slot)))
    };
    let others = others.into_iter().map(|row| row.facility);
    Ok(others.filter(is_free).take(OFFERED).collect())
}
