//! A facility: where it is, when it is open, by which rules it is booked, and who keeps it.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_kernel::PostId;
use yakusho_scheduling::facility::{
    self, Blackout, Facility as Found, FacilityId, FacilityRow, MOST_DAYS, Photo,
};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Button, Icon, Tag, Tone, buttons, definitions, section};
use yakusho_webkit::{Answer, Visit};

use super::texts::{Text as Facility, WEEK, kind, length, time, weekday};
use super::{FACILITIES, facility_page, page_of};
use crate::booking;

yakusho_webkit::texts! {
    /// What the page says.
    enum Text {
        Week: "空き状況を見る・予約する" / "Availability and booking";
        About: "施設の概要" / "About it";
        Rules: "予約のきまり" / "How it is booked";
        Rights: "予約・閲覧できる人" / "Who may book and see it";
        Manage: "管理" / "Keeping it";
        OnHolidays: "祝日、年末年始、閉庁日" / "Holidays and closed days";
        ClosedThen: "利用できません" / "closed";
        OpenThen: "曜日どおりに利用できます" / "open as on that day of the week";
        Window: "いつから予約できるか" / "How far ahead";
        Days { n: i32 }: "{n}日後の分まで予約できます" / "up to {n} day ahead" | "up to {n} days ahead" by n;
        AnyTime: "制限はありません" / "any time ahead";
        Longest: "1回の最長時間" / "At most";
        Buffers: "準備・片付け" / "To make ready and clear";
        Before { time: String }: "予約の前に{time}" / "{time} before each booking";
        After { time: String }: "予約の後に{time}" / "{time} after each booking";
        NoBuffers: "なし" / "none";
        Approval: "承認" / "Approval";
        NoApproval: "承認は要りません。予約するとすぐに確定します。" / "None: what is booked is confirmed at once.";
        ApprovedBy { post: String }: "{post}が承認します。承認されるまでは仮の予約です。" / "By {post}; until then the booking is tentative.";
        OwnToo: "承認者自身の予約は、すぐに確定します。" / "What the approver books is confirmed at once.";
        Lending: "貸出・返却" / "Lending";
        IsLent: "使い始めに貸出、使い終わりに返却の記録をします。" / "It is handed out and brought back.";
        Bookers: "予約できる人" / "Who may book it";
        Viewers: "予約状況を見られる人" / "Who may see it";
        Manager: "管理する職" / "Kept by";
        Administrator: "システム管理者" / "the system administrator";
        Edit: "変更" / "Edit";
        SetBlackouts: "利用できない期間の設定" / "Set blackouts";
        SetPhoto: "写真の設定" / "Picture";
        Close: "利用停止にする" / "Close";
        Reopen: "利用を再開する" / "Open it again";
        Picture { name: String }: "{name}の写真" / "Picture of {name}";
    }
}

/// `GET /facilities/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<FacilityId>) -> Answer<Html<Markup>> {
    let (cx, lang) = (&visit.cx, visit.lang);
    let row = facility::get(cx, id).await?;
    let photo = facility::photo(cx, id).await?;
    let blackouts = facility::blackouts(cx, id).await?;
    let categories = facility::categories(cx).await?;
    let set = &row.facility.settings;
    let category = categories.iter().find(|one| one.id == set.category);
    let view = View {
        visit: &visit,
        row: &row,
        posts: Posts::of(&visit, &row.facility).await?,
        bookers: yakusho_audience::names(&visit, &set.bookers).await?,
        viewers: yakusho_audience::names(&visit, &set.viewers).await?,
        category: category.map_or("", |category| category.name(lang)),
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, row.facility.name(lang))
        .crumb(FACILITIES, Facility::Facilities.to(lang))
        .tags(view.tags())
        .actions(html! {
            @if row.bookable {
                (Button::link(booking::facility_page(id), Text::Week.to(lang)).primary().icon(Icon::Calendar))
            }
        });
    Ok(Html(page.render(html! {
        (view.picture(photo.as_ref()))
        @if !set.notes.is_empty() { (section(Facility::Notes.to(lang), html! { p.prose { (set.notes) } })) }
        (section(Text::About.to(lang), view.about()))
        (section(Facility::Hours.to(lang), view.hours()))
        (view.blackouts(&blackouts))
        (section(Text::Rules.to(lang), view.rules()))
        (section(Text::Rights.to(lang), view.rights()))
        (view.management())
    })))
}

/// The posts that keep it and approve its bookings, in words.
struct Posts {
    manager: Option<String>,
    approval: Option<String>,
}

impl Posts {
    async fn of(visit: &Visit, facility: &Found) -> Answer<Self> {
        let (manager, approval) = (facility.settings.manager, facility.settings.approval);
        let ids: Vec<PostId> = manager.into_iter().chain(approval).collect();
        let cards = directory::post_cards(&visit.cx.reader(), visit.cx.today(), &ids).await?;
        let named = |id: Option<PostId>| {
            let card = cards.get(&id?)?;
            Some(format!("{} {}", card.unit_name, card.title))
        };
        Ok(Self {
            manager: named(manager),
            approval: named(approval),
        })
    }
}

struct View<'v> {
    visit: &'v Visit,
    row: &'v FacilityRow,
    posts: Posts,
    bookers: Vec<String>,
    viewers: Vec<String>,
    category: &'v str,
}

impl View<'_> {
    fn tags(&self) -> Markup {
        let (lang, row) = (self.visit.lang, self.row);
        html! {
            @if row.facility.retired { (Tag::new(Tone::Neutral, Facility::Closed.to(lang))) }
            @else if !row.bookable { (Tag::new(Tone::Neutral, Facility::NotBookable.to(lang))) }
            @else if row.facility.settings.approval.is_some() {
                (Tag::new(Tone::Warning, Facility::NeedsApproval.to(lang)))
            }
        }
    }

    fn picture(&self, photo: Option<&Photo>) -> Markup {
        let (lang, facility) = (self.visit.lang, &self.row.facility);
        let name = facility.name(lang).to_owned();
        html! {
            @if let Some(photo) = photo {
                // The address changes with the picture, so that no browser shows the one before.
                p.picture {
                    img src=(format!("{}?v={}", page_of(facility.id, "picture"), photo.hash))
                        alt=(Text::Picture { name }.to(lang));
                }
            }
        }
    }

    fn about(&self) -> Markup {
        let (lang, set) = (self.visit.lang, &self.row.facility.settings);
        let mut rows = vec![
            (
                Facility::Category,
                html! { (self.category) " (" (kind(lang, set.kind)) ")" },
            ),
            (Facility::Code, html! { (set.code) }),
        ];
        if !set.place.is_empty() {
            rows.push((Facility::Place, html! { (set.place) }));
        }
        if let Some(n) = set.capacity {
            rows.push((
                Facility::Capacity,
                html! { (Facility::Seats { n }.to(lang)) },
            ));
        }
        if !set.kind.is_exclusive() {
            let n = set.units;
            rows.push((Facility::Units, html! { (Facility::Pieces { n }.to(lang)) }));
        }
        definitions(rows.into_iter().map(|(term, said)| (term.to(lang), said)))
    }

    fn hours(&self) -> Markup {
        let (lang, opening) = (self.visit.lang, &self.row.facility.settings.opening);
        let holidays = if opening.closed_on_holidays {
            Text::ClosedThen
        } else {
            Text::OpenThen
        };
        let days = WEEK.map(|(day, _)| {
            let said = match opening.on(day).map(facility::Minutes::written) {
                None => html! { (Facility::ClosedDay.to(lang)) },
                Some((from, until)) if from == "00:00" && until == "24:00" => {
                    html! { (Facility::AllDay.to(lang)) }
                }
                Some((from, until)) => html! { (from) " " (Facility::To.to(lang)) " " (until) },
            };
            (weekday(lang, day).into(), said)
        });
        let holidays = (Text::OnHolidays.to(lang), html! { (holidays.to(lang)) });
        definitions(days.into_iter().chain([holidays]))
    }

    fn blackouts(&self, blackouts: &[Blackout]) -> Markup {
        let lang = self.visit.lang;
        html! {
            @if !blackouts.is_empty() {
                (section(Facility::Blackouts.to(lang), html! {
                    ul { @for one in blackouts { li { (time(lang, one.slot)) ": " (one.reason) } } }
                }))
            }
        }
    }

    fn rules(&self) -> Markup {
        let (lang, set) = (self.visit.lang, &self.row.facility.settings);
        let window = match set.window_days {
            Some(n) => Text::Days { n },
            None => Text::AnyTime,
        };
        let longest = set.longest_minutes.unwrap_or(MOST_DAYS * 24 * 60);
        let buffers = [
            (
                set.before_minutes,
                Text::Before {
                    time: length(lang, set.before_minutes),
                },
            ),
            (
                set.after_minutes,
                Text::After {
                    time: length(lang, set.after_minutes),
                },
            ),
        ];
        let buffers: Vec<_> = buffers
            .iter()
            .filter(|(minutes, _)| *minutes > 0)
            .map(|(_, text)| text.to(lang))
            .collect();
        let approval = match &self.posts.approval {
            Some(post) => Text::ApprovedBy { post: post.clone() },
            None => Text::NoApproval,
        };
        let mut rows = vec![
            (Text::Window, html! { (window.to(lang)) }),
            (Text::Longest, html! { (length(lang, longest)) }),
            (
                Text::Buffers,
                html! {
                    @if buffers.is_empty() { (Text::NoBuffers.to(lang)) }
                    @else { (buffers.join(if lang == yakusho_webkit::Lang::Ja { "、" } else { ", " })) }
                },
            ),
            (
                Text::Approval,
                html! {
                    (approval.to(lang))
                    @if set.approval.is_some() && set.own_approval { " " (Text::OwnToo.to(lang)) }
                },
            ),
        ];
        if set.kind.is_lent() {
            rows.push((Text::Lending, html! { (Text::IsLent.to(lang)) }));
        }
        definitions(rows.into_iter().map(|(term, said)| (term.to(lang), said)))
    }

    fn rights(&self) -> Markup {
        let lang = self.visit.lang;
        let manager = self.posts.manager.clone();
        let manager = manager.unwrap_or_else(|| Text::Administrator.to(lang).into_owned());
        let listed = |names: &[String]| html! { (names.join(if lang == yakusho_webkit::Lang::Ja { "、" } else { ", " })) };
        let rows = [
            (Text::Bookers, listed(&self.bookers)),
            (Text::Viewers, listed(&self.viewers)),
            (Text::Manager, html! { (manager) }),
        ];
        definitions(rows.into_iter().map(|(term, said)| (term.to(lang), said)))
    }

    /// The ways of those who keep it.
    fn management(&self) -> Markup {
        let (lang, facility) = (self.visit.lang, &self.row.facility);
        let to = |what: &str, text: Text| Button::link(page_of(facility.id, what), text.to(lang));
        let reopen = Button::post(
            page_of(facility.id, "reopen"),
            self.visit.csrf(),
            Text::Reopen.to(lang),
        );
        html! {
            @if self.row.managed {
                (section(Text::Manage.to(lang), buttons(html! {
                    (to("edit", Text::Edit).icon(Icon::Edit))
                    (to("blackouts", Text::SetBlackouts).icon(Icon::Clock))
                    (to("photo", Text::SetPhoto).icon(Icon::Upload))
                    @if facility.retired {
                        (reopen.field("revision", facility.revision.to_string()).icon(Icon::Check))
                    } @else {
                        (to("close", Text::Close).icon(Icon::Lock))
                    }
                })))
            }
        }
    }
}

/// The way back to the page of a facility.
pub(super) fn crumbs<'s>(page: Page<'s>, visit: &Visit, facility: &Found) -> Page<'s> {
    let lang = visit.lang;
    page.crumb(FACILITIES, Facility::Facilities.to(lang))
        .crumb(facility_page(facility.id), facility.name(lang))
}
