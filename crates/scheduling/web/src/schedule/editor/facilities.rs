//! The facilities that an event is to have: in its form, which are free, and why one is not to be had.

use std::collections::HashSet;

use maud::{Markup, Render as _, html};
use time::Duration;
use yakusho_scheduling::booking::{self, Clash, Wanted};
use yakusho_scheduling::event::When;
use yakusho_scheduling::facility::{self, Facility, FacilityId, Slot};
use yakusho_webkit::ui::{Button, Disclosure, Form};
use yakusho_webkit::{Answer, Fields, Lang, Reader, Visit};

use super::form::Held;
use crate::booking::FUNCTION;
use crate::clashes;

/// The button that shows which are free at the time that was typed.
pub(super) const FREE: &str = "facilities_free";

/// What stands before the id of a facility in the name of its field.
const FIELD: &str = "facilities.";

/// How many clashes of one facility are named.
const NAMED: usize = 10;

yakusho_webkit::texts! {
    enum Words {
        Open: "会議室・備品・車を一緒に予約する" / "Book rooms, equipment or cars with it";
        Help: "予定の日時で予約します。予定を変更・取り消しすると、予約も一緒に変わります。" / "Booked for the time of the event, moved and called off with it.";
        ShowFree: "この日時の空きを表示" / "Show what is free then";
        ShowFreeHelp: "上で入力した日時(繰り返しは最初の日)に空いているものが分かります。1日のうちに終わる予定で使えます。" / "For the date and hours typed above, of one day; of a series, its first date.";
        IsFree: "空いています" / "free then";
        IsTaken: "空いていません" / "not free then";
        HowMany { name: String, most: i32 }: "{name}の数(全部で{most})" / "How many of {name}, of {most}";
        Seats { n: i32 }: "定員{n}人" / "{n} seats";
        Approval: "予約には承認が必要です" / "needs approval";
        More { n: usize }: "ほかに{n}件あります。" / "There are {n} more.";
    }
}

/// Whether the form was sent to see what is free, and not to be done.
pub(super) fn is_looking(fields: &Fields) -> bool {
    fields.has(FREE)
}

/// The facilities that the form offers.
pub(super) struct Offer {
    /// By category.
    groups: Vec<(String, Vec<Facility>)>,
    /// Which are free at the time that was typed, where that was asked.
    free: Option<HashSet<FacilityId>>,
}

impl Offer {
    /// Those that the visitor may book, and those that the event has; none where facilities are not booked.
    pub(super) async fn of(visit: &Visit, held: &Held) -> Answer<Self> {
        if !visit.is_on(FUNCTION) {
            return Ok(Self {
                groups: Vec::new(),
                free: None,
            });
        }
        let mut rows = facility::list(&visit.cx, None, None).await?;
        rows.retain(|row| row.bookable || held.wanted(row.facility.id).is_some());
        let categories = facility::categories(&visit.cx).await?;
        let groups = categories.iter().map(|category| {
            let own = rows.iter().map(|row| &row.facility);
            let own = own.filter(|facility| facility.settings.category == category.id);
            let name = category.name(visit.lang).to_owned();
            (name, own.cloned().collect::<Vec<_>>())
        });
        Ok(Self {
            groups: groups.filter(|(_, own)| !own.is_empty()).collect(),
            free: None,
        })
    }

    /// Notes which are free then, within one day.
    pub(super) async fn look(&mut self, visit: &Visit, when: &When) -> Answer<()> {
        let (from, until) = when.span();
        let Some(slot) = Slot::new(from, until).filter(|slot| slot.length() < Duration::DAY) else {
            return Ok(());
        };
        let ids: Vec<FacilityId> = self.all().map(|facility| facility.id).collect();
        let busy = booking::busy(&visit.cx.reader(), &visit.cx, &ids, slot, 1).await?;
        let free = busy.into_iter();
        let free = free.filter(|one| !one.times.iter().any(|taken| taken.meets(slot)));
        self.free = Some(free.map(|one| one.facility.id).collect());
        Ok(())
    }

    fn all(&self) -> impl Iterator<Item = &Facility> {
        self.groups.iter().flat_map(|(_, facilities)| facilities)
    }

    /// Those that were chosen. What the event has and the visitor is not offered stays.
    pub(super) fn read(&self, read: &mut Reader<'_>, fields: &Fields, held: &Held) -> Vec<Wanted> {
        let offered: HashSet<FacilityId> = self.all().map(|facility| facility.id).collect();
        let kept = held.facilities.iter().copied();
        let mut wanted: Vec<Wanted> = kept
            .filter(|one| !offered.contains(&one.facility))
            .collect();
        for facility in self.all() {
            let name = field(facility.id);
            let quantity = if is_counted(facility) {
                read.one(&name).unwrap_or(0)
            } else {
                i32::from(fields.has(&name))
            };
            if quantity != 0 {
                wanted.push(Wanted {
                    facility: facility.id,
                    quantity,
                });
            }
        }
        wanted
    }

    /// What stands against each, by the fields of the form.
    pub(super) fn against(&self, lang: Lang, clashes: &[Clash]) -> Vec<(String, String)> {
        let mut against = Vec::new();
        for facility in self.all() {
            let own = clashes.iter().filter(|clash| clash.facility == facility.id);
            let words: Vec<String> = own
                .map(|clash| clashes::in_words(lang, facility, clash))
                .collect();
            let more = words.len().saturating_sub(NAMED);
            let named = words.into_iter().take(NAMED);
            let more = (more > 0).then(|| Words::More { n: more }.to(lang).into_owned());
            against.extend(named.chain(more).map(|words| (field(facility.id), words)));
        }
        against
    }

    /// The part of the form.
    pub(super) fn fields(&self, form: &Form, lang: Lang, held: &Held) -> Markup {
        if self.groups.is_empty() {
            return html! {};
        }
        let in_use = |own: &[Facility]| {
            own.iter().any(|one| held.wanted(one.id).is_some())
                || form.uses(|name| {
                    let id = name.strip_prefix(FIELD)?;
                    own.iter().any(|one| one.id.to_string() == id).then_some("")
                })
        };
        let open = self.free.is_some() || self.groups.iter().any(|(_, own)| in_use(own));
        let alone = self.groups.len() == 1;
        let body = html! {
            p.meta { (Words::Help.to(lang)) }
            p { (Button::submit(Words::ShowFree.to(lang)).field(FREE, "1").small()) }
            p.meta { (Words::ShowFreeHelp.to(lang)) }
            @for (name, own) in &self.groups {
                @let fields = html! { @for one in own { (self.field(form, lang, one, held)) } };
                (Disclosure::new(&**name, fields).open(alone || self.free.is_some() || in_use(own)))
            }
        };
        Disclosure::new(Words::Open.to(lang), body)
            .open(open)
            .render()
    }

    fn field(&self, form: &Form, lang: Lang, facility: &Facility, held: &Held) -> Markup {
        let (name, set) = (field(facility.id), &facility.settings);
        let shown = facility.name(lang);
        let free = self.free.as_ref().map(|free| {
            if free.contains(&facility.id) {
                Words::IsFree.to(lang).into_owned()
            } else {
                Words::IsTaken.to(lang).into_owned()
            }
        });
        let seats = set
            .capacity
            .map(|n| Words::Seats { n }.to(lang).into_owned());
        let place = Some(set.place.clone()).filter(|place| !place.is_empty());
        let approval = set.approval.map(|_| Words::Approval.to(lang).into_owned());
        let about: Vec<String> = [free, place, seats, approval]
            .into_iter()
            .flatten()
            .collect();
        let about = about.join(match lang {
            Lang::Ja => "、",
            Lang::En => ", ",
        });
        let wanted = held.wanted(facility.id);
        if is_counted(facility) {
            let label = Words::HowMany {
                name: shown.to_owned(),
                most: set.units,
            };
            form.number(&name, label.to(lang))
                .help(about)
                .values(wanted.map(|one| one.quantity.to_string()))
                .render()
        } else {
            form.checkbox(&name, shown)
                .help(about)
                .checked(wanted.is_some())
                .render()
        }
    }
}

/// The field of a facility, which is also where the domain says what is wrong with it.
fn field(id: FacilityId) -> String {
    format!("{FIELD}{id}")
}

/// Whether one says how many.
fn is_counted(facility: &Facility) -> bool {
    !facility.settings.kind.is_exclusive()
}
