//! The fields of a facility.

use maud::{Markup, html};
use yakusho_accounts::directory::Audience;
use yakusho_audience::{self as audience, Offer, PostOffer};
use yakusho_kernel::{Invalid, Reason};
use yakusho_scheduling::facility::{
    Category, FacilityForm, FacilityKind, FacilityRow, FacilitySettings, Minutes, Opening,
};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Control, Form, Frame, buttons};
use yakusho_webkit::{Answer, Fields, Reader, Visit};

use crate::facility::texts::{Text as Facility, WEEK, kind, weekday};

pub(super) const VIEWERS: &str = "viewers";
pub(super) const BOOKERS: &str = "bookers";
pub(super) const MANAGER: &str = "manager";
pub(super) const APPROVAL: &str = "approval";

/// The longest of what is named, and of notes, in characters.
const NAME: usize = 60;
const NOTES: usize = 2_000;

/// The end of a day, as a field for times writes it, and as hours are written.
const MIDNIGHT: (&str, &str) = ("00:00", "24:00");

yakusho_webkit::texts! {
    enum Text {
        About: "施設の概要" / "About it";
        KindHelp: "登録した後は変えられません。" / "It cannot be changed later.";
        CategoryHelp: "分類は、一覧の「分類の設定」で追加できます。" / "Categories are added from the list.";
        CodeHelp: "ほかの施設と重ならない番号です(例:R-101)。CSVで登録・変更するときの目印になります。" / "No two alike, such as R-101. Files know the facility by it.";
        PlaceHelp: "例:本庁舎3階" / "Such as: main building, third floor";
        CapacityHelp: "人数。決まっていなければ空欄にします。" / "How many people. Empty if that is not known.";
        UnitsHelp: "備品は、同じ物がいくつあるか。部屋と車は1です。" / "Of equipment, how many there are. 1 of rooms and cars.";
        NotesHelp: "予約する人に知らせること。施設のページと予約の画面に表示します。" / "What those who book it should know.";
        Hours: "利用できる時間" / "When it is open";
        HoursHelp: "利用できない曜日は、両方とも空欄にします。1日中なら00:00から00:00までとします。" / "Leave both empty where it is closed. From 00:00 to 00:00 is the whole day.";
        From: "開始" / "from";
        Until: "終了" / "until";
        ClosedOnHolidays: "祝日、年末年始、閉庁日は利用できない" / "Closed on public holidays, around the new year, and on the days that the city closes";
        Rules: "予約のきまり" / "How it is booked";
        Window: "何日先まで予約できるか" / "How many days ahead";
        WindowHelp: "例:90。空欄なら制限しません。" / "Such as 90. Empty: any number.";
        Longest: "1回の最長時間(分)" / "The longest time (minutes)";
        LongestHelp: "例:240(4時間)。空欄なら92日までです。" / "Such as 240 (four hours). Empty: 92 days.";
        Before: "予約の前の準備(分)" / "To make it ready before (minutes)";
        After: "予約の後の片付け(分)" / "To clear it after (minutes)";
        BufferHelp: "この間は、ほかの人が予約できません。要らなければ0です。" / "Nobody else has it then. 0 if none is needed.";
        Rights: "予約・閲覧できる人" / "Who may book and see it";
        Bookers: "予約できる人" / "Who may book it";
        BookersHelp: "部や課を選ぶと、その下の係まで含みます。職を選ぶと、その職に就いている人が予約できます。" / "A unit includes those below it. A post means whoever holds it.";
        Viewers: "予約状況を見られる人" / "Who may see it";
        ViewersHelp: "予約できる人は、選んでいなくても見られます。" / "Whoever may book it also sees it.";
        Keepers: "管理と承認" / "Keeping and approving";
        Manager: "管理する職" / "Kept by";
        ManagerHelp: "その職に就いている人が、設定の変更、貸出・返却、利用停止ができます。システム管理者は、いつでもできます。" / "Whoever holds the post sets it, hands it out and closes it. So does the system administrator.";
        Approval: "予約を承認する職" / "Approved by";
        ApprovalHelp: "選ぶと、その職に就いている人が承認するまで、予約は仮の予約になります。" / "If one is chosen, a booking is tentative until whoever holds the post approves it.";
        OwnApproval: "承認者自身の予約は、承認なしで確定する" / "What the approver books is confirmed at once";
    }
}

/// A facility of which nothing is said yet: everyone may book it in office hours.
pub(super) fn fresh() -> FacilityForm {
    let everyone = Audience {
        everyone: true,
        ..Audience::default()
    };
    let office = Minutes::parse("08:30", "17:15");
    FacilityForm {
        units: 1,
        viewers: everyone.clone(),
        bookers: everyone,
        opening: Opening {
            weekdays: [office, office, office, office, office, None, None],
            closed_on_holidays: true,
        },
        ..FacilityForm::default()
    }
}

/// Whom the form offers to choose from.
pub(super) struct Offers {
    viewers: Offer,
    bookers: Offer,
    manager: PostOffer,
    approval: PostOffer,
}

impl Offers {
    pub(super) async fn of(
        visit: &Visit,
        typed: Option<&Fields>,
        set: &FacilityForm,
    ) -> Answer<Self> {
        Ok(Self {
            viewers: Offer::of(visit, VIEWERS, typed, &set.viewers).await?,
            bookers: Offer::of(visit, BOOKERS, typed, &set.bookers).await?,
            manager: PostOffer::of(visit, MANAGER, typed, set.manager).await?,
            approval: PostOffer::of(visit, APPROVAL, typed, set.approval).await?,
        })
    }
}

/// The form: what it is about, and what it offers.
pub(super) struct Editor<'e> {
    pub(super) visit: &'e Visit,
    pub(super) row: Option<&'e FacilityRow>,
    pub(super) set: &'e FacilityForm,
    pub(super) categories: &'e [Category],
    pub(super) offers: &'e Offers,
    pub(super) typed: Option<&'e Fields>,
}

impl Editor<'_> {
    pub(super) fn render(&self, form: &Form, back: &str) -> Markup {
        let lang = self.visit.lang;
        form.render(html! {
            // Enter in a field looks for people and posts, and never saves what is half written.
            button type="submit" name={ (BOOKERS) "_words-find" } value="1" hidden {}
            @if let Some(row) = self.row { (form.revision(row.facility.revision)) }
            (group(&Text::About.to(lang), &self.about(form)))
            (group(&Text::Hours.to(lang), &self.hours(form)))
            (group(&Text::Rules.to(lang), &self.rules(form)))
            (group(&Text::Rights.to(lang), &self.rights(form)))
            (group(&Text::Keepers.to(lang), &self.keepers(form)))
            (buttons(html! {
                (Button::submit(Common::Save.to(lang)).primary())
                (Button::link(back, Common::Cancel.to(lang)).tertiary())
            }))
        })
    }

    fn about(&self, form: &Form) -> Markup {
        let (lang, set) = (self.visit.lang, self.set);
        let open = self.categories.iter();
        let open = open.filter(|one| !one.retired || Some(one.id) == set.category);
        let categories = open.map(|one| (one.id.to_string(), one.name(lang).to_owned()));
        let kinds = FacilityKind::ALL.map(|one| (one.code(), kind(lang, one)));
        let number = |number: Option<i32>| number.map(|number| number.to_string());
        html! {
            // What it is never changes.
            @if self.row.is_none() {
                (form.radios("kind", Facility::Kind.to(lang)).required().options(kinds)
                    .value(set.kind.code()).help(Text::KindHelp.to(lang)))
            }
            (form.select("category", Facility::Category.to(lang)).required().options(categories)
                .value(set.category.map(|id| id.to_string()).unwrap_or_default()).help(Text::CategoryHelp.to(lang)))
            (form.text("name_ja", Facility::NameJa.to(lang)).required().max_chars(NAME).value(&*set.name_ja))
            (form.text("name_en", Facility::NameEn.to(lang)).max_chars(NAME).value(&*set.name_en)
                .help(Facility::NameEnHelp.to(lang)))
            (form.text("code", Facility::Code.to(lang)).required().max_chars(NAME).value(&*set.code)
                .help(Text::CodeHelp.to(lang)))
            (form.text("place", Facility::Place.to(lang)).max_chars(NAME).value(&*set.place)
                .help(Text::PlaceHelp.to(lang)))
            (form.number("capacity", Facility::Capacity.to(lang)).values(number(set.capacity))
                .help(Text::CapacityHelp.to(lang)))
            @if self.row.is_none() || !set.kind.is_exclusive() {
                (form.number("units", Facility::Units.to(lang)).required().value(set.units.to_string())
                    .help(Text::UnitsHelp.to(lang)))
            }
            (form.number("position", Facility::Position.to(lang)).value(set.position.to_string())
                .help(Facility::PositionHelp.to(lang)))
            (form.textarea("notes", Facility::Notes.to(lang)).rows(4).max_chars(NOTES).value(&*set.notes)
                .help(Text::NotesHelp.to(lang)))
        }
    }

    fn hours(&self, form: &Form) -> Markup {
        let (lang, opening) = (self.visit.lang, &self.set.opening);
        html! {
            p.meta { (Text::HoursHelp.to(lang)) }
            div.hours {
                @for (day, name) in WEEK {
                    (form.field(name, weekday(lang, day), Hours {
                        name,
                        labels: [Text::From.to(lang).into_owned(), Text::Until.to(lang).into_owned()],
                        times: self.times(name, opening.on(day)),
                    }))
                }
            }
            (form.checkbox("closed_on_holidays", Text::ClosedOnHolidays.to(lang)).checked(opening.closed_on_holidays))
        }
    }

    /// The hours of a day as they were typed, or else as they are set.
    fn times(&self, name: &str, hours: Option<Minutes>) -> [String; 2] {
        if let Some(fields) = self.typed {
            return field_names(name).map(|name| fields.text(&name));
        }
        let Some((from, until)) = hours.map(Minutes::written) else {
            return Default::default();
        };
        let until = if until == MIDNIGHT.1 {
            MIDNIGHT.0.to_owned()
        } else {
            until
        };
        [from, until]
    }

    fn rules(&self, form: &Form) -> Markup {
        let (lang, set) = (self.visit.lang, self.set);
        let number = |number: Option<i32>| number.map(|number| number.to_string());
        html! {
            (form.number("window_days", Text::Window.to(lang)).values(number(set.window_days))
                .help(Text::WindowHelp.to(lang)))
            (form.number("longest_minutes", Text::Longest.to(lang)).values(number(set.longest_minutes))
                .help(Text::LongestHelp.to(lang)))
            (form.number("before_minutes", Text::Before.to(lang)).value(set.before_minutes.to_string())
                .help(Text::BufferHelp.to(lang)))
            (form.number("after_minutes", Text::After.to(lang)).value(set.after_minutes.to_string())
                .help(Text::BufferHelp.to(lang)))
        }
    }

    fn rights(&self, form: &Form) -> Markup {
        let (lang, set, offers) = (self.visit.lang, self.set, self.offers);
        let (bookers, viewers) = (Text::BookersHelp.to(lang), Text::ViewersHelp.to(lang));
        html! {
            (offers.bookers.field(form, Text::Bookers.to(lang), bookers, &set.bookers, true))
            (offers.viewers.field(form, Text::Viewers.to(lang), viewers, &set.viewers, false))
        }
    }

    fn keepers(&self, form: &Form) -> Markup {
        let (lang, set, offers) = (self.visit.lang, self.set, self.offers);
        let (manager, approval) = (Text::ManagerHelp.to(lang), Text::ApprovalHelp.to(lang));
        html! {
            // Who keeps it is the administrator's to choose.
            @if crate::facility::keeps_all(self.visit) {
                (offers.manager.field(form, lang, Text::Manager.to(lang), manager, set.manager))
            }
            (offers.approval.field(form, lang, Text::Approval.to(lang), approval, set.approval))
            (form.checkbox("own_approval", Text::OwnApproval.to(lang)).checked(set.own_approval))
        }
    }
}

fn group(legend: &str, body: &Markup) -> Markup {
    html! { fieldset.group { legend { (legend) } (body) } }
}

/// The two fields of a day.
fn field_names(name: &str) -> [String; 2] {
    [format!("{name}_from"), format!("{name}_until")]
}

/// From when until when, on one day of the week.
struct Hours {
    name: &'static str,
    labels: [String; 2],
    times: [String; 2],
}

impl Control for Hours {
    const GROUP: bool = true;

    fn control(&self, frame: &Frame<'_>, _: &Markup) -> Markup {
        let names = field_names(self.name);
        let fields = names.iter().zip(&self.labels).zip(&self.times);
        html! {
            div.times {
                @for (at, ((name, label), time)) in fields.enumerate() {
                    @let id = if at == 0 { frame.id.to_owned() } else { format!("{}-{at}", frame.id) };
                    label for=(id) { (label) }
                    input.input type="time" id=(id) name=(name) value=(time)
                        aria-describedby=[frame.described_by] aria-invalid=[frame.aria_invalid()];
                }
            }
        }
    }
}

/// The facility that was entered. What the form does not ask of one that is there already stays as it is.
pub(super) fn read(
    fields: &Fields,
    before: Option<&FacilitySettings>,
) -> Result<FacilityForm, Invalid> {
    let mut read = fields.reader();
    let kind = match before {
        Some(before) => before.kind,
        None => read
            .with("kind", FacilityKind::from_code)
            .unwrap_or_default(),
    };
    let manager = match fields.first(MANAGER) {
        Some(_) => read.one(MANAGER),
        None => before.and_then(|before| before.manager),
    };
    let form = FacilityForm {
        code: fields.code("code"),
        kind,
        category: read.one("category"),
        name_ja: fields.text("name_ja"),
        name_en: fields.text("name_en"),
        place: fields.text("place"),
        capacity: read.one("capacity"),
        units: read.one("units").unwrap_or(1),
        notes: fields.text("notes"),
        opening: opening(fields, &mut read),
        window_days: read.one("window_days"),
        longest_minutes: read.one("longest_minutes"),
        before_minutes: read.one("before_minutes").unwrap_or_default(),
        after_minutes: read.one("after_minutes").unwrap_or_default(),
        viewers: audience::read(&mut read, VIEWERS),
        bookers: audience::read(&mut read, BOOKERS),
        manager,
        approval: read.one(APPROVAL),
        own_approval: fields.has("own_approval"),
        position: read.one("position").unwrap_or_default(),
    };
    read.finish()?;
    Ok(form)
}

fn opening(fields: &Fields, read: &mut Reader<'_>) -> Opening {
    let weekdays = WEEK.map(|(_, name)| {
        let [from, until] = field_names(name).map(|name| fields.text(&name));
        if from.is_empty() && until.is_empty() {
            return None;
        }
        let until = if until == MIDNIGHT.0 {
            MIDNIGHT.1
        } else {
            &*until
        };
        let hours = Minutes::parse(&from, until);
        if hours.is_none() {
            read.wrong(name, Reason::Code("hours"));
        }
        hours
    });
    Opening {
        weekdays,
        closed_on_holidays: fields.has("closed_on_holidays"),
    }
}
