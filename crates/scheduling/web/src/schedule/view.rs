//! What of which calendars is shown: read from the address, and written into the links to other days and views.

use futures_util::future::{TryFutureExt as _, try_join};
use time::{Date, Duration};
use yakusho_accounts::directory::{self, Outline};
use yakusho_accounts::group::{self, GroupRow};
use yakusho_kernel::{Fault, PersonId, Reason, Standing, UnitId};
use yakusho_koyomi::YearMonth;
use yakusho_scheduling::event::{self, Sheet, Span, When, Who};
use yakusho_webkit::{Answer, NamedDay, Visit};

use super::SCHEDULE;

/// How many people stand beside each other on a page: a section as a rule, and a department on several pages.
pub(crate) const BESIDE: usize = 50;

/// How many of one's groups are offered.
const GROUPS: usize = 200;

/// The value for oneself.
pub(super) const ME: &str = "me";

/// How many days are in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Range {
    Day,
    Week,
    Month,
}

impl Range {
    pub(super) const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|range| range.code() == code)
    }
}

/// What is shown.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(super) range: Range,
    pub(crate) day: Date,
    /// Whose calendars: `me`, `unit:…`, `group:…` or `person:…`.
    pub(crate) who: String,
}

/// The day that an address names, if calendars show it.
pub(crate) fn named_day(visit: &Visit) -> NamedDay<'_> {
    let shown = |day: Date| When::YEARS.contains(&day.year());
    visit
        .day("day")
        .fitting(shown, Reason::Code("before_calendars"))
}

impl View {
    /// What the address asks for; one's own section's week unless told.
    pub(crate) fn of(visit: &Visit) -> Self {
        let range = visit.query("view").and_then(Range::from_code);
        let standing = visit.cx.actor().standing();
        let own = standing.and_then(Standing::main_unit);
        let who = visit.query("who").filter(|who| !who.is_empty());
        Self {
            range: range.unwrap_or(Range::Week),
            day: named_day(visit).or_today(),
            who: who.map_or_else(
                || own.map_or_else(|| ME.to_owned(), unit_value),
                str::to_owned,
            ),
        }
    }

    /// The days in sight: a week begins with its Monday, and a month shows whole weeks.
    pub(super) fn span(&self) -> Span {
        match self.range {
            Range::Day => Span::day(self.day),
            Range::Week => Span::week(monday(self.day)),
            Range::Month => {
                let month = YearMonth::of(self.day);
                let last = monday(month.last_day());
                let until = last.checked_add(Duration::WEEK).unwrap_or(last);
                Span::new(monday(month.first_day()), until)
            }
        }
    }

    /// The calendars.
    pub(super) async fn sheet(&self, visit: &Visit) -> Answer<Sheet> {
        let (cx, span) = (&visit.cx, self.span());
        if self.who == ME {
            return Ok(event::mine(cx, span).await?);
        }
        let after = visit.after();
        Ok(event::page(cx, &self.whose()?, span, after.as_ref(), BESIDE).await?)
    }

    /// The people whose calendars they are; oneself where it is one's own.
    pub(crate) fn people(&self, me: PersonId) -> Answer<Who> {
        if self.who == ME {
            return Ok(Who::People(vec![me]));
        }
        self.whose()
    }

    fn whose(&self) -> Answer<Who> {
        let unknown = || Fault::NotFound;
        let (kind, id) = self.who.split_once(':').ok_or_else(unknown)?;
        Ok(match kind {
            "unit" => Who::Unit(id.parse().map_err(|_| unknown())?),
            "group" => Who::Group(id.parse().map_err(|_| unknown())?),
            "person" => Who::People(vec![id.parse().map_err(|_| unknown())?]),
            _ => return Err(unknown().into()),
        })
    }

    /// The same calendars on another day.
    pub(super) fn on(&self, day: Date) -> Self {
        Self {
            day,
            ..self.clone()
        }
    }

    /// The same days of other calendars, or in another range.
    pub(super) fn with(&self, range: Range, who: &str) -> Self {
        Self {
            range,
            who: who.to_owned(),
            ..self.clone()
        }
    }

    /// The view before and the one after.
    pub(super) fn beside(&self) -> [Self; 2] {
        let day = self.day;
        let by = |days: i64| day.checked_add(Duration::days(days)).unwrap_or(day);
        let (before, after) = match self.range {
            Range::Day => (by(-1), by(1)),
            Range::Week => (by(-7), by(7)),
            Range::Month => {
                let month = YearMonth::of(day);
                (month.previous().first_day(), month.next().first_day())
            }
        };
        [before, after].map(|day| self.on(day))
    }

    /// Where it is shown.
    pub(super) fn address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query
            .append_pair("view", self.range.code())
            .append_pair("day", &self.day.to_string())
            .append_pair("who", &self.who);
        format!("{SCHEDULE}?{}", query.finish())
    }
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    let since = day.weekday().number_days_from_monday();
    day.checked_sub(Duration::days(since.into())).unwrap_or(day)
}

fn unit_value(unit: UnitId) -> String {
    format!("unit:{unit}")
}

/// The calendars that there are to choose from.
pub(crate) struct Choices {
    pub(crate) outline: Outline,
    pub(crate) groups: Vec<GroupRow>,
}

impl Choices {
    /// What there is to choose from, with the way to the unit of the value that is chosen.
    pub(crate) async fn of(visit: &Visit, who: &str) -> Answer<Self> {
        let cx = &visit.cx;
        let unit: Option<UnitId> = who.strip_prefix("unit:").and_then(|id| id.parse().ok());
        let outline = directory::outline(cx, unit.as_slice()).map_err(Fault::from);
        let (outline, groups) = try_join(outline, group::list(cx, None, GROUPS)).await?;
        Ok(Self {
            outline,
            groups: groups.items,
        })
    }

    /// The name of the unit or group of that value.
    pub(crate) fn name(&self, who: &str) -> Option<&str> {
        let (_, id) = who.split_once(':')?;
        let units = self.outline.units.iter();
        let mut units = units.map(|unit| (unit.id.to_string(), &*unit.name));
        let groups = self.groups.iter();
        let mut groups = groups.map(|row| (row.id.to_string(), &*row.name));
        let found = units.find(|(known, _)| known == id);
        let found = found.or_else(|| groups.find(|(known, _)| known == id));
        found.map(|(_, name)| name)
    }

    pub(crate) fn unit_options(&self) -> impl Iterator<Item = (String, String)> {
        let units = self.outline.options();
        units.map(|(id, name)| (unit_value(id), name))
    }

    pub(crate) fn group_options(&self) -> impl Iterator<Item = (String, String)> {
        let groups = self.groups.iter();
        groups.map(|row| (format!("group:{}", row.id), row.name.clone()))
    }
}
