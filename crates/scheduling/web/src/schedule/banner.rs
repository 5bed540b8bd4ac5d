//! Periods: each is one banner over its days, in lanes one below the other.

use maud::{Markup, html};
use time::Date;
use yakusho_scheduling::event::Item;
use yakusho_webkit::Lang;

use super::entry::entry;

/// Whether it is shown as a banner: it takes more days than one.
pub(super) fn is_period(item: &Item) -> bool {
    item.first < item.last
}

/// A period within the days that stand beside each other.
struct Banner<'i> {
    /// The places of its first and of its last day among them.
    from: usize,
    until: usize,
    item: &'i Item,
    /// Whose it is, where several people's stand together.
    whose: Option<&'i str>,
}

/// The periods of some days that stand beside each other.
pub(super) struct Banners<'i> {
    lanes: Vec<Vec<Banner<'i>>>,
}

impl<'i> Banners<'i> {
    /// Those among the items that meet the days; each takes the first lane that is free through all of its days.
    pub(super) fn of(
        days: &[Date],
        items: impl IntoIterator<Item = (Option<&'i str>, &'i Item)>,
    ) -> Self {
        let mut lanes: Vec<Vec<Banner<'i>>> = Vec::new();
        let periods = items.into_iter().filter(|(_, item)| is_period(item));
        let mut banners: Vec<Banner<'i>> = periods
            .filter_map(|(whose, item)| {
                let on = |day: &Date| (item.first..=item.last).contains(day);
                Some(Banner {
                    from: days.iter().position(on)?,
                    until: days.iter().rposition(on)?,
                    item,
                    whose,
                })
            })
            .collect();
        banners.sort_by_key(|banner| (banner.from, std::cmp::Reverse(banner.until)));
        for banner in banners {
            let free = |lane: &&mut Vec<Banner<'_>>| {
                lane.last().is_none_or(|last| last.until < banner.from)
            };
            match lanes.iter_mut().find(free) {
                Some(lane) => lane.push(banner),
                None => lanes.push(vec![banner]),
            }
        }
        Self { lanes }
    }

    /// Whether any lies over the day at that place.
    pub(super) fn are_at(&self, place: usize) -> bool {
        self.lanes.iter().any(|lane| over(lane, place).is_some())
    }

    /// The part of them in the cell of the day at that place. A banner begins in the cell of its first day and reaches over
    /// those of the others; in these it stands again for where the cells are not beside each other.
    pub(super) fn at(&self, lang: Lang, days: &[Date], place: usize) -> Markup {
        let Some(day) = days.get(place) else {
            return html! {};
        };
        html! {
            @if !self.lanes.is_empty() {
                ul.items.lanes {
                    @for lane in &self.lanes {
                        @match over(lane, place) {
                            Some(banner) if banner.from == place => {
                                li class={ "banner days-" (banner.until - banner.from + 1) } {
                                    (entry(lang, banner.item, *day, banner.whose))
                                }
                            }
                            Some(banner) => {
                                li.lane { div.again { (entry(lang, banner.item, *day, banner.whose)) } }
                            }
                            None => li.lane {},
                        }
                    }
                }
            }
        }
    }
}

/// The banner of a lane that lies over the day at that place.
fn over<'b, 'i>(lane: &'b [Banner<'i>], place: usize) -> Option<&'b Banner<'i>> {
    let mut lane = lane.iter();
    lane.find(|banner| (banner.from..=banner.until).contains(&place))
}

#[cfg(test)]
mod tests {
    use time::macros::date;
    use yakusho_kernel::Timestamp;

    use super::*;

    /// Of November 2026, from one day to another.
    fn period(from: u8, until: u8) -> Item {
        let day = |day| Date::from_calendar_date(2026, time::Month::November, day).unwrap();
        let (first, last) = (day(from), day(until));
        Item {
            start: Timestamp::start_of(first),
            end: Timestamp::start_of(last.next_day().unwrap()),
            first,
            last,
            is_days: true,
            seen: None,
        }
    }

    #[test]
    fn periods_that_meet_lie_in_lanes_of_their_own() {
        let days: Vec<Date> = (0..7)
            .map(|n| date!(2026 - 11 - 23) + time::Duration::days(n))
            .collect();
        // One from before, one that meets it, one that fits behind the first, one of a day, one outside.
        let items = [
            period(20, 24),
            period(24, 27),
            period(25, 30),
            period(26, 26),
            period(1, 3),
        ];
        let banners = Banners::of(&days, items.iter().map(|item| (None, item)));
        let places: Vec<Vec<(usize, usize)>> = banners
            .lanes
            .iter()
            .map(|lane| lane.iter().map(|one| (one.from, one.until)).collect())
            .collect();
        assert_eq!(places, [vec![(0, 1), (2, 6)], vec![(1, 4)]]);
        assert!((0..7).all(|place| banners.are_at(place)));
        assert!(!Banners::of(&days[..2], [(None, &items[2])]).are_at(1));
    }
}
