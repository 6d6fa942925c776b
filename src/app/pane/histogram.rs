//! How many events begin in each year. Outliers do not squeeze the rest: where a few events far off would take more
//! than half of the years, they are only counted.

use super::year::{Period, Year};

/// How many events begin in each year, without gaps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram {
    /// The first year.
    pub first: i32,
    /// For each year on from there: events under the lens, and events in all.
    pub years: Vec<(u32, u32)>,
    /// Events under the lens before the first year.
    pub earlier: u32,
    /// Events under the lens after the last year.
    pub later: u32,
}

/// The years a histogram reaches over at most.
const REACH: std::ops::RangeInclusive<i32> = -4999..=9999;

/// Years that are shown in any case.
const ENOUGH: i32 = 60;

impl Histogram {
    /// Counts groups of events under the lens and of events in all, each list with its number of events.
    pub(super) fn new(
        (shown, shown_len): (&[Year], usize),
        (all, all_len): (&[Year], usize),
    ) -> Self {
        let (shown, all) = (counted(shown, shown_len), counted(all, all_len));
        let kept = clipped(&all);
        let (Some(&(first, _)), Some(&(last, _))) = (kept.first(), kept.last()) else {
            return Self::default();
        };
        let years = vec![(0, 0); (last - first) as usize + 1];
        let mut histogram = Self { first, years, ..Self::default() };
        for (year, n) in shown {
            match histogram.slot(year) {
                Some(slot) => slot.0 += n,
                None if year < first => histogram.earlier += n,
                None => histogram.later += n,
            }
        }
        for &(year, n) in kept {
            if let Some(slot) = histogram.slot(year) {
                slot.1 += n;
            }
        }
        histogram
    }

    fn slot(&mut self, year: i32) -> Option<&mut (u32, u32)> {
        self.years.get_mut(usize::try_from(year - self.first).ok()?)
    }
}

/// The years of the groups that have one, with their events.
fn counted(years: &[Year], len: usize) -> Vec<(i32, u32)> {
    let ends = years.iter().skip(1).map(|y| y.first).chain([len]);
    let sized = years.iter().zip(ends).map(|(y, end)| (y.period, (end - y.first) as u32));
    sized
        .filter_map(|(period, n)| match period {
            Period::Year(year) if REACH.contains(&year) => Some((year, n)),
            Period::Year(_) | Period::Until | Period::Undated => None,
        })
        .collect()
}

/// The years without those at either end that hold at most one event in fifty there and take more than half of the
/// span.
fn clipped(all: &[(i32, u32)]) -> &[(i32, u32)] {
    let total: u32 = all.iter().map(|y| y.1).sum();
    let spare = if total < 20 { 0 } else { (total / 50).max(1) };
    let within = |sum: &mut u32, n: u32| {
        *sum += n;
        (*sum <= spare).then_some(())
    };
    let start = all.iter().scan(0, |sum, y| within(sum, y.1)).count();
    let end = all.len() - all.iter().rev().scan(0, |sum, y| within(sum, y.1)).count();
    let cut = |from: usize, to: usize| all.get(from..to).unwrap_or_default();
    let shorter = |part: &[(i32, u32)], whole: &[(i32, u32)]| {
        !part.is_empty() && span(whole) > ENOUGH && span(part) * 2 < span(whole)
    };
    let (whole, late, early, middle) = (all, cut(start, all.len()), cut(0, end), cut(start, end));
    match (shorter(late, whole), shorter(early, whole)) {
        (true, _) if shorter(middle, late) => middle,
        (true, _) => late,
        (false, true) if shorter(middle, early) => middle,
        (false, true) => early,
        (false, false) if shorter(middle, whole) => middle,
        (false, false) => whole,
    }
}

fn span(years: &[(i32, u32)]) -> i32 {
    match (years.first(), years.last()) {
        (Some(first), Some(last)) => last.0 - first.0 + 1,
        (None, _) | (_, None) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_events_far_off_do_not_squeeze_the_rest() {
        let recent: Vec<(i32, u32)> = (1990..2026).map(|y| (y, 9)).collect();
        let with = |before: &[(i32, u32)], after: &[(i32, u32)]| {
            let all = [before, &recent, after].concat();
            let kept = clipped(&all);
            (kept[0].0, kept[kept.len() - 1].0)
        };
        assert_eq!(with(&[], &[]), (1990, 2025));
        assert_eq!(with(&[(0, 1)], &[]), (1990, 2025));
        assert_eq!(with(&[(0, 1), (1492, 2)], &[(2050, 1)]), (1990, 2050));
        assert_eq!(with(&[(0, 1)], &[(9999, 1)]), (1990, 2025));
        assert_eq!(with(&[(1960, 1)], &[]), (1960, 2025), "not worth a cut");
        assert_eq!(with(&[(1700, 90)], &[]), (1700, 2025), "too many to be outliers");
        assert_eq!(clipped(&[(0, 1), (1990, 9)]).len(), 2, "too few events to tell");
    }
}
