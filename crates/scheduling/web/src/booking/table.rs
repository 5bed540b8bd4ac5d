//! Plans as tables: facilities or days below each other, hours beside each other.

use maud::{Markup, html};
use time::Date;
use yakusho_scheduling::booking::{BookedTime, BookingState};
use yakusho_scheduling::facility::{FacilityId, Slot};
use yakusho_webkit::Lang;
use yakusho_webkit::ui::{Button, Icon, buttons};

use super::booking_page;
use super::choice::{Choice, MARK, form_for};
use super::grid::{Cell, Hours, What, reach};
use super::texts::{self, Text, hour, times};

yakusho_webkit::texts! {
    enum Words {
        BookFrom { name: String, at: String }: "{name} {at}から予約する" / "Book {name} from {at}";
        BookUntil { at: String }: "{at}まで" / "until {at}";
        Left: "残り" / "free";
        None: "空きなし" / "None left";
        Preparing: "準備・片付け" / "Made ready or cleared";
        Closed: "利用時間外" / "Closed";
        BlackedOut: "利用不可" / "Not to be had";
        Begin: "開始" / "Start";
        Choose { at: String }: "{at}から予約します。終わりの時刻を選んでください。" / "From {at}. Choose when it ends.";
        GiveUp: "選び直す" / "Choose again";
        Legend: "表の見方" / "What the plan shows";
        Free: "空き(押すと予約できます)" / "Free: press it to book";
        Booked: "予約あり" / "Booked";
        Own: "自分の予約" / "Yours";
        NotOpen: "利用時間外・休館" / "Closed";
        NoLonger: "予約できない時間(過ぎた時間・予約の期間外など)" / "Not to be booked: past, or too far ahead";
        Hour: "時刻" / "Hours";
    }
}

/// A row of a plan: what it is of, and its day.
pub(super) struct Line<'r> {
    pub(super) head: Markup,
    /// What a screen reader says of its cells.
    pub(super) name: String,
    pub(super) facility: FacilityId,
    pub(super) day: Date,
    pub(super) cells: Vec<Cell<'r>>,
    pub(super) exclusive: bool,
}

/// A plan.
pub(super) struct Table<'t> {
    pub(super) lang: Lang,
    pub(super) caption: String,
    pub(super) hours: Hours,
    pub(super) choice: Option<Choice>,
    /// Where one comes to by choosing a beginning, and by giving it up.
    pub(super) address: &'t (dyn Fn(Option<Choice>) -> String + Sync),
}

impl Table<'_> {
    /// The table with these rows.
    pub(super) fn render(&self, lines: &[Line<'_>]) -> Markup {
        let lang = self.lang;
        html! {
            div.calendar-frame {
                table.calendar.plan {
                    caption.visually-hidden { (self.caption) }
                    colgroup {
                        col.plan-head;
                        @for _ in self.hours.from * 2..self.hours.until * 2 { col; }
                    }
                    thead {
                        tr {
                            td { span.visually-hidden { (Words::Hour.to(lang)) } }
                            @for hour in self.hours.from..self.hours.until {
                                th scope="col" colspan="2" { (hour) span.visually-hidden { ":00" } }
                            }
                        }
                    }
                    tbody { @for line in lines { (self.line(line)) } }
                }
            }
            (legend(lang))
        }
    }

    fn line(&self, line: &Line<'_>) -> Markup {
        let chosen = self
            .choice
            .filter(|choice| choice.facility == line.facility && choice.from.date() == line.day);
        let reached = chosen.map(|choice| reach(&line.cells, choice.from));
        let reached = reached
            .filter(|reached| !reached.is_empty())
            .unwrap_or_default();
        let whole = |cell: &Cell<'_>| {
            let first = reached.first();
            first.and_then(|first| Slot::new(first.slot.starts_at, cell.slot.ends_at))
        };
        let is_reached = |cell: &Cell<'_>| {
            reached
                .iter()
                .any(|one| one.slot.starts_at == cell.slot.starts_at)
        };
        html! {
            tr id=[(!reached.is_empty()).then_some(MARK)] {
                th scope="row" { (line.head) }
                @for cell in &line.cells {
                    @match whole(cell).filter(|_| is_reached(cell)) {
                        Some(slot) => (self.end(line, cell, slot)),
                        None => (self.cell(line, cell)),
                    }
                }
            }
            @if let Some(first) = reached.first() {
                tr.plan-choice {
                    td colspan=((self.hours.until - self.hours.from) * 2 + 1) {
                        p { strong { (Words::Choose { at: hour(line.day, first.slot.starts_at) }.to(self.lang)) } }
                        (buttons(html! {
                            @for cell in &reached {
                                @if let Some(slot) = whole(cell) {
                                    (Button::link(form_for(line.facility, slot), times(self.lang, slot)).small())
                                }
                            }
                            (Button::link((self.address)(None), Words::GiveUp.to(self.lang)).tertiary().small())
                        }))
                    }
                }
            }
        }
    }

    /// A cell with which the booking whose beginning was chosen may end.
    fn end(&self, line: &Line<'_>, cell: &Cell<'_>, slot: Slot) -> Markup {
        let until = Words::BookUntil {
            at: hour(line.day, slot.ends_at),
        };
        let begins = slot.starts_at == cell.slot.starts_at;
        html! {
            td.free.reached colspan=(cell.width()) {
                a href=(form_for(line.facility, slot)) {
                    @if begins { (Words::Begin.to(self.lang)) span.visually-hidden { " " (until.to(self.lang)) } }
                    @else { span.short { (hour(line.day, slot.ends_at)) } span.visually-hidden { (until.to(self.lang)) } }
                }
            }
        }
    }

    fn cell(&self, line: &Line<'_>, cell: &Cell<'_>) -> Markup {
        let lang = self.lang;
        let width = cell.width();
        let said = |class: &str, words: &Words| {
            html! {
                td class=(class) colspan=(width) {
                    span.clock { (times(lang, cell.slot)) " " } span.word { (words.to(lang)) }
                }
            }
        };
        match &cell.what {
            What::Free(left) => self.free(line, cell, *left),
            What::Idle => html! { td.idle colspan=(width) {} },
            What::Closed if line.cells.len() == 1 => said("shut whole", &Words::Closed),
            What::Closed => said("shut", &Words::Closed),
            What::Full if line.exclusive => said("full", &Words::Preparing),
            What::Full => said("full", &Words::None),
            What::BlackedOut(blackout) => html! {
                td.out colspan=(width) {
                    span.clock { (times(lang, cell.slot)) " " } (Words::BlackedOut.to(lang)) ": " (blackout.reason)
                }
            },
            What::Booked(booked) => html! {
                td.taken.tight[width < 4] colspan=(width) {
                    ul.items { @for one in booked { li { (item(lang, one)) } } }
                }
            },
        }
    }

    fn free(&self, line: &Line<'_>, cell: &Cell<'_>, left: i32) -> Markup {
        let choice = Choice {
            facility: line.facility,
            from: cell.slot.starts_at,
        };
        let to = format!("{}#{MARK}", (self.address)(Some(choice)));
        let at = hour(line.day, cell.slot.starts_at);
        let words = Words::BookFrom {
            name: line.name.clone(),
            at: at.clone(),
        };
        let words = words.to(self.lang);
        html! {
            td.free colspan=(cell.width()) {
                a href=(to) title=(words) {
                    span.clock aria-hidden="true" { (at) }
                    @if line.exclusive { (Icon::Plus) } @else { span.left { (Words::Left.to(self.lang)) wbr; (left) } }
                    span.visually-hidden { (words) }
                }
            }
        }
    }
}

/// A booking in a plan.
fn item(lang: Lang, one: &BookedTime) -> Markup {
    let unsure = one.state == BookingState::Tentative;
    let told = told(lang, one);
    let whole = format!("{} {told}", times(lang, one.slot));
    html! {
        a.item.unsure[unsure].own[one.mine] href=(booking_page(one.id)) title=(whole) {
            span.times { (times(lang, one.slot)) } " " (told)
            @if one.state != BookingState::Confirmed { " (" (texts::state(lang, one.state)) ")" }
            @if one.mine { span.visually-hidden { " (" (Words::Own.to(lang)) ")" } }
        }
    }
}

/// What a booking is for, and whose it is, as far as the reader may see it.
pub(super) fn told(lang: Lang, one: &BookedTime) -> String {
    if one.name.is_empty() {
        Text::Taken.to(lang).into_owned()
    } else {
        format!("{} {}", one.purpose, one.name)
    }
}

fn legend(lang: Lang) -> Markup {
    let marks = [
        ("free", Words::Free.to(lang)),
        ("item", Words::Booked.to(lang)),
        ("item own", Words::Own.to(lang)),
        ("item unsure", Text::Tentative.to(lang)),
        ("out", Words::BlackedOut.to(lang)),
        ("full", Words::Preparing.to(lang)),
        ("shut", Words::NotOpen.to(lang)),
        ("idle", Words::NoLonger.to(lang)),
    ];
    html! {
        section.plan-legend {
            h2 { (Words::Legend.to(lang)) }
            ul {
                @for (class, words) in marks {
                    li { span class={ "swatch " (class) } aria-hidden="true" {} (words) }
                }
            }
        }
    }
}
