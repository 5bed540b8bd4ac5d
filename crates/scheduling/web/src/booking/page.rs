//! The page of one booking.

use std::borrow::Cow;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_kernel::{PersonId, PostId};
use yakusho_scheduling::booking::{self, BookingId, BookingRow, BookingState, Happened};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Disclosure, Icon, buttons, definitions, link, moment, section, short_moment,
    status_list,
};
use yakusho_webkit::{Answer, Lang, Typed, Visit};

use super::acts::{Part, cancel_page, is_mine};
use super::texts::{Text, short_slot, slot, tag};
use super::{BOOKINGS, booking_page, facility_page};
use crate::schedule;

yakusho_webkit::texts! {
    enum Words {
        Change: "変更" / "Change";
        CancelIt: "取り消し" / "Call off";
        CancelThis: "この日だけ取り消し" / "Call off this one alone";
        CancelFollowing: "この日以降を取り消し" / "Call off this and after";
        CancelAll: "全体を取り消し" / "Call off the whole series";
        Series: "繰り返しの予約" / "Series";
        OtherDates { n: usize }: "繰り返しの予約の日({n}件)" / "Dates of the series ({n})";
        SeriesHelp: "どの日を取り消すかを選んでください。日時を変えるときは、日ごとに「変更」を押します。" / "Choose what to call off. Dates are changed one by one.";
        MadeBy: "登録した人" / "Entered by";
        MadeAt: "予約した日時" / "Booked at";
        ApprovedBy: "承認する人" / "Approved by";
        Holder { post: String, names: String }: "{post}({names})" / "{post} ({names})";
        Reason: "理由" / "Reason";
        Event: "予定" / "Event";
        ToEvent: "予定を見る(日時の変更・取り消しは予定で行います)" / "See the event: it is moved and called off there";
        Queue: "順番" / "Place in the queue";
        Nth { n: usize }: "この時間の{n}番目" / "no. {n} for this time";
        QueueNote: "空きができると、順番に予約になり、通知が届きます。" / "When it becomes free, the first in the queue gets it, and is told.";
        TentativeNote: "承認されるまでは仮の予約です。この時間は、ほかの人には予約できません。" / "Tentative until approved. Nobody else can book the time.";
        Decide: "この予約を承認しますか" / "Approve this booking?";
        Approve: "承認する" / "Approve";
        RefuseIt: "承認しない" / "Refuse";
        ReasonToRefuse: "承認しない理由" / "Reason for refusing";
        ReasonHelp: "予約した人に通知されます。" / "Whoever booked it is told.";
        Lend: "貸し出す" / "Hand out";
        TakeBack: "返却を受け付ける" / "Take back";
        LendNote: "貸し出しは、予約の時間になってから(準備の時間を含む)記録できます。" / "It is handed out from the beginning of its time on.";
        LentNote { at: String }: "返却の期限は{at}です。" / "To be brought back by {at}.";
        History: "この予約の経過" / "What happened";
        System: "自動" / "by itself";
        Hidden: "非公開の予約です。予約した人と用件は表示されません。" / "A private booking: whose it is and what for is not shown.";
        PrivateNote: "非公開の予約です。ほかの人には「予約あり」とだけ表示されます。" / "Private: others see that it is booked, and nothing else.";
    }
}

/// `GET /bookings/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<BookingId>) -> Answer {
    shown(&visit, id, visit.typed()).await
}

/// The page, with what was typed into its form.
pub(super) async fn shown(visit: &Visit, id: BookingId, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let row = booking::show(&visit.cx, id).await?;
    let series = match row.booking.series.filter(|_| row.rights.see) {
        Some(series) => booking::of_series(&visit.cx, series).await?,
        None => Vec::new(),
    };
    let sight = Sight {
        visit,
        row: &row,
        history: booking::history(&visit.cx, id).await?,
        series,
    };
    let about = sight.about().await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, row.facility.name(lang))
        .crumb(BOOKINGS, Text::Bookings.to(lang))
        .tags(html! { (tag(lang, row.booking.state)) })
        .actions(sight.actions());
    Ok(typed.page(page.render(html! {
        (sight.notes())
        (sight.decision(&typed))
        (about)
        (sight.lending())
        (sight.dates())
        (sight.history())
    })))
}

/// The post, with who holds it today.
async fn holders(visit: &Visit, post: PostId) -> Answer<String> {
    let (on, today) = (visit.cx.reader(), visit.cx.today());
    let cards = directory::post_cards(&on, today, &[post]).await?;
    let holders = directory::holders(&on, today, &[post]).await?;
    let people: Vec<PersonId> = holders.iter().map(|holder| holder.person).collect();
    let people = directory::people(&on, today, &people).await?;
    let names: Vec<&str> = people.values().map(|card| &*card.name).collect();
    let post = cards.get(&post).map_or_else(String::new, |card| {
        format!("{} {}", card.unit_name, card.title)
    });
    if names.is_empty() {
        return Ok(post);
    }
    let names = names.join("、");
    Ok(Words::Holder { post, names }.to(visit.lang).into_owned())
}

/// What the page is made of.
struct Sight<'p> {
    visit: &'p Visit,
    row: &'p BookingRow,
    history: Vec<Happened>,
    series: Vec<BookingRow>,
}

impl Sight<'_> {
    fn lang(&self) -> Lang {
        self.visit.lang
    }

    fn id(&self) -> BookingId {
        self.row.booking.id
    }

    fn actions(&self) -> Markup {
        let (lang, rights) = (self.lang(), self.row.rights);
        let edit = format!("{}/edit", booking_page(self.id()));
        html! {
            @if rights.change { (Button::link(edit, Words::Change.to(lang)).icon(Icon::Edit)) }
            @if rights.cancel && self.row.booking.series.is_none() {
                (Button::link(cancel_page(self.id(), Part::This), Words::CancelIt.to(lang)).icon(Icon::Trash))
            }
            (Button::print(Common::Print.to(lang)))
        }
    }

    fn notes(&self) -> Markup {
        let (lang, booking) = (self.lang(), &self.row.booking);
        html! {
            @if !self.row.rights.see { (Alert::info(lang, Words::Hidden.to(lang))) }
            @else if booking.private { (Alert::info(lang, Words::PrivateNote.to(lang))) }
            @match booking.state {
                BookingState::Tentative => (Alert::info(lang, Words::TentativeNote.to(lang))),
                BookingState::Waiting => (Alert::info(lang, Words::QueueNote.to(lang))),
                _ => {}
            }
        }
    }

    async fn about(&self) -> Answer<Markup> {
        let (lang, booking) = (self.lang(), &self.row.booking);
        let mut rows: Vec<(Cow<'static, str>, Markup)> = Vec::new();
        let mut row = |term: Cow<'static, str>, what: Markup| rows.push((term, what));
        let facility = &self.row.facility;
        let place = &facility.settings.place;
        row(
            Text::Facility.to(lang),
            html! { (link(facility_page(facility.id), facility.name(lang))) " " span.meta { (place) } },
        );
        row(Text::When.to(lang), slot(lang, booking.slot));
        if !facility.settings.kind.is_exclusive() {
            let n = booking.quantity;
            row(
                Text::Quantity.to(lang),
                html! { (Text::Pieces { n }.to(lang)) },
            );
        }
        if self.row.rights.see {
            row(Text::Purpose.to(lang), html! { (booking.purpose) });
            row(Text::Whose.to(lang), html! { (self.row.name) });
            if booking.by.hand != booking.by.owner {
                let hand = booking.by.hand;
                let on = self.visit.cx.reader();
                let cards = directory::people(&on, self.visit.cx.today(), &[hand]).await?;
                let name = cards.get(&hand).map(|card| card.name.clone());
                row(Words::MadeBy.to(lang), html! { (name.unwrap_or_default()) });
            }
            row(
                Words::MadeAt.to(lang),
                moment(lang, booking.created_at.local()),
            );
        }
        if let Some(post) = booking.approval {
            let approver = holders(self.visit, post).await?;
            row(Words::ApprovedBy.to(lang), html! { (approver) });
        }
        if booking.state == BookingState::Waiting {
            let n = self.place().await?;
            row(Words::Queue.to(lang), html! { (Words::Nth { n }.to(lang)) });
        }
        if !booking.reason.is_empty() {
            row(Words::Reason.to(lang), html! { (booking.reason) });
        }
        if let Some(event) = self.event() {
            row(Words::Event.to(lang), link(event, Words::ToEvent.to(lang)));
        }
        Ok(definitions(
            rows.iter()
                .map(|(term, what)| (term.as_ref(), what.clone())),
        ))
    }

    /// The page of the event that it belongs to, if the visitor sees that.
    fn event(&self) -> Option<String> {
        let booking = &self.row.booking;
        let sees = !booking.private || is_mine(self.visit, self.row);
        let event = booking.event.filter(|_| sees)?;
        let is_on = self.visit.is_on(schedule::FUNCTION);
        is_on.then(|| schedule::event_page(event))
    }

    /// Its place among those who wait for a part of the same time.
    async fn place(&self) -> Answer<usize> {
        let slot = self.row.booking.slot;
        let queue = booking::waiting(&self.visit.cx, self.row.facility.id).await?;
        let before = queue.iter().take_while(|one| one.booking.id != self.id());
        Ok(before.filter(|one| one.booking.slot.meets(slot)).count() + 1)
    }

    /// The question to whoever approves it.
    fn decision(&self, typed: &Typed<'_>) -> Markup {
        let lang = self.lang();
        if !self.row.rights.decide {
            return html! {};
        }
        let form = typed.form(self.visit, self.to("decide"));
        let refusal = html! {
            (form.revision(self.row.booking.revision))
            (form.textarea("reason", Words::ReasonToRefuse.to(lang)).required().rows(3).max_chars(2_000)
                .help(Words::ReasonHelp.to(lang)))
            (buttons(html! { (Button::submit(Words::RefuseIt.to(lang)).danger().field("decision", "refuse")) }))
        };
        let open = form.has_errors();
        html! {
            div.act-box {
                h2 { (Words::Decide.to(lang)) }
                (buttons(self.press("decide", &Words::Approve).primary()))
                (Disclosure::new(Words::RefuseIt.to(lang), form.render(refusal)).open(open))
            }
        }
    }

    /// Handing it out and taking it back.
    fn lending(&self) -> Markup {
        let (lang, rights) = (self.lang(), self.row.rights);
        let due = yakusho_webkit::text::moment(lang, self.row.booking.slot.ends_at.local());
        html! {
            @if rights.lend {
                div.act-box {
                    p { (Words::LendNote.to(lang)) }
                    (buttons(self.press("lend", &Words::Lend)))
                }
            }
            @if rights.take_back {
                div.act-box {
                    p { (Words::LentNote { at: due }.to(lang)) }
                    (buttons(self.press("return", &Words::TakeBack).primary()))
                }
            }
        }
    }

    /// The other dates of its series, and calling them off.
    fn dates(&self) -> Markup {
        let lang = self.lang();
        if self.row.booking.series.is_none() || !self.row.rights.see {
            return html! {};
        }
        let way = |part: Part, label: &Words| {
            Button::link(cancel_page(self.id(), part), label.to(lang)).icon(Icon::Trash)
        };
        let rows = self.series.iter().map(|one| {
            let at = html! {
                @if one.booking.id == self.id() { strong { (short_slot(lang, one.booking.slot)) } }
                @else { a href=(booking_page(one.booking.id)) { (short_slot(lang, one.booking.slot)) } }
            };
            (at, tag(lang, one.booking.state), html! {})
        });
        let n = self.series.len();
        section(
            Words::Series.to(lang),
            html! {
                @if self.row.rights.cancel {
                    p { (Words::SeriesHelp.to(lang)) }
                    (buttons(html! {
                        (way(Part::This, &Words::CancelThis))
                        (way(Part::Following, &Words::CancelFollowing))
                        (way(Part::All, &Words::CancelAll))
                    }))
                }
                (Disclosure::new(Words::OtherDates { n }.to(lang), status_list(rows)))
            },
        )
    }

    fn history(&self) -> Markup {
        let lang = self.lang();
        let words = self.visit.site().words();
        let rows = self.history.iter().filter_map(|one| {
            let act = words.of_act(&one.act, lang).unwrap_or(&one.act);
            let by = one.by.clone();
            let by = by.unwrap_or_else(|| Words::System.to(lang).into_owned());
            let what = html! {
                (act) " " span.meta { (by) }
                @if let Some(slot) = one.slot { " " span.meta { (short_slot(lang, slot)) } }
            };
            Some((
                what,
                tag(lang, one.state?),
                short_moment(lang, one.at.local()),
            ))
        });
        let rows: Vec<_> = rows.collect();
        html! {
            @if !rows.is_empty() { (section(Words::History.to(lang), status_list(rows))) }
        }
    }

    fn to(&self, act: &str) -> String {
        format!("{}/{act}", booking_page(self.id()))
    }

    /// A button that does something to the booking as it is shown.
    fn press(&self, act: &str, label: &Words) -> Button {
        Button::post(self.to(act), self.visit.csrf(), label.to(self.lang()))
            .field("revision", self.row.booking.revision.to_string())
    }
}
