//! What is told by its distance: in come units and steps from an anchor, out come places. Nothing finer than the anchor
//! is counted from it. Never changes what is remembered.

use super::expression::{Amount, Base, Expression, Tense, Year};
use super::place::{moved, open_unit, stepped};
use super::resolve::{Meaning, Resolver};
use super::stamp::{Grain, Stamp, finer, fits};
use super::word::Unit;
use crate::extract::DateValue;
use chrono::Datelike;

/// How many days back a happening is still news.
const NEWS: i64 = 60;

impl Resolver {
    /// "the year-ago quarter", "the same period last year": the part of the year last told, in another year.
    pub(super) fn compared(&self, year: Year, quarter: bool, expression: &Expression) -> Meaning {
        let part = |s: &Stamp| {
            matches!(s.grain, Grain::Month | Grain::Quarter | Grain::Half | Grain::Season(_))
        };
        // What a report compares with the year before is over: "through the third quarter of 1990" is not.
        let over = |s: &Stamp| self.now.is_none_or(|now| s.day <= now.last());
        let near = self.near_quarter(expression);
        let last = || stepped(self.now?, Unit::Quarter, -1);
        let told = near.and_then(|s| if over(&s) { Some(s) } else { last() });
        let told = told.or(self.story.filter(part).filter(|s| !quarter && over(s)));
        let told =
            told.or_else(|| self.this_quarter().filter(|s| quarter && !self.narrates && over(s)));
        let year_of = |from: i32| match year {
            Year::Given(year) => year,
            Year::Step(steps, _) => from + steps,
            Year::Missing | Year::Short(_) => from,
        };
        let moved =
            told.and_then(|s| Some(Stamp { day: s.day.with_year(year_of(s.day.year()))?, ..s }));
        let year = || Stamp::year(year_of(self.base(Base::Story)?.day.year()));
        moved.or_else(year).map_or_else(|| Meaning::Open("XXXX".to_owned()), Meaning::At)
    }

    /// Whether a report's story stands more than a week from its own day.
    fn far_from_story(&self) -> bool {
        let (Some(story), Some(now)) = (self.story, self.now) else { return false };
        !self.narrates && (story.day - now.day).num_days().abs() > 7
    }

    /// The weekend a report speaks of: the one it appears on, else the one before, or the next in the future tense.
    fn weekend(&self, tense: Tense) -> Option<Stamp> {
        let now = self.now.filter(|now| now.grain == Grain::Day && !self.narrates)?.day;
        let over = now.weekday().num_days_from_monday() < 5 && tense != Tense::Future;
        Some(Stamp::new(moved(now, if over { -7 } else { 0 }), Grain::Weekend))
    }

    /// Whether "this weekend" is the one just over: "found this weekend", said on a Monday.
    fn just_over(&self, tense: Tense) -> bool {
        let early = |now: Stamp| now.day.weekday().num_days_from_monday() < 2;
        tense == Tense::Past && self.now.is_some_and(early)
    }

    pub(super) fn period(
        &self,
        unit: Unit,
        steps: i32,
        base: Base,
        expression: &Expression,
    ) -> Meaning {
        // "the last day of school": the news does not say when school ends.
        if expression.rule == "date.last-of" && !self.narrates {
            return Meaning::Open(open_unit(unit).to_owned());
        }
        // "the day after the attack": nor when that was, where no day was just told.
        let told = self.story.is_some_and(|s| {
            s.grain == Grain::Day && expression.stretch.saturating_sub(self.told_in) <= 1
        });
        if expression.rule == "date.day-beside-event" && !self.narrates && !told {
            return Meaning::Open(open_unit(unit).to_owned());
        }
        let spoken = expression.rule == "date.day-word" && self.narrates && self.now.is_some();
        if unit == Unit::Day
            && steps == 0
            && (spoken || self.narrates && self.now.is_none() && base == Base::Now)
        {
            return Meaning::Open("PRESENT_REF".to_owned());
        }
        let gone = steps == 0 && base == Base::Now && self.just_over(expression.tense);
        let spoken = expression.rule == "date.the-unit" || gone;
        if let (Unit::Weekend, true, Some(stamp)) = (unit, spoken, self.weekend(expression.tense)) {
            return Meaning::At(stamp);
        }
        if unit == Unit::Quarter && base == Base::Story && steps == 0 {
            let over = |s: &Stamp| self.now.is_none_or(|now| s.last() < now.last());
            let latest = expression.rule == "date.latest-quarter";
            let told = self.this_quarter().filter(|s| !latest || over(s));
            let stamp = told.or_else(|| stepped(self.now?, Unit::Quarter, -1));
            return stamp.map_or_else(|| Meaning::Open(open_unit(unit).to_owned()), Meaning::At);
        }
        // In the news "the day" after a year or a month told in passing is the day of the report.
        let of_the_story = expression.rule != "date.the-unit";
        let told = self.story.is_some_and(|s| {
            s.grain == Grain::Day && (of_the_story || self.speaks_of(s, expression))
        });
        let base = match base {
            Base::Story if unit == Unit::Day && steps == 0 && !told && !self.narrates => {
                if let Some(day) = self.near_day_told() {
                    return Meaning::At(day);
                }
                Base::Now
            }
            // "for the week" after a date told to compare is the week of the report.
            Base::Story if unit == Unit::Week && steps == 0 && self.far_from_story() => Base::Now,
            base => base,
        };
        // After "in 2004", "the next month" is no month of the calendar: the story did not say which it stood in.
        let beside = steps != 0 && unit <= Unit::Week && base == Base::Story;
        let from = if beside && !self.narrates {
            let from = self.counted_from((base, unit, steps), expression);
            from.filter(|from| self.now == Some(*from) || !finer(unit, from.grain))
        } else {
            self.counted(base, unit)
        };
        let stamp = from.and_then(|from| stepped(from, unit, steps));
        stamp.map_or_else(|| Meaning::Open(open_unit(unit).to_owned()), Meaning::At)
    }

    /// Whether a report still speaks of the day or week it told: it is news, or was told just before.
    pub(super) fn speaks_of(&self, told: Stamp, expression: &Expression) -> bool {
        let since = expression.stretch.saturating_sub(self.told_in);
        let near = |now: Stamp| (-NEWS..=7).contains(&(told.day - now.day).num_days());
        match told.grain {
            Grain::Day | Grain::Weekend | Grain::Week => since <= 1 || self.now.is_some_and(near),
            _ => since == 0,
        }
    }

    /// The day a report last told, where it is no more than a week before the report.
    pub(super) fn near_day_told(&self) -> Option<Stamp> {
        let now = self.now.filter(|_| !self.narrates)?;
        self.day.filter(|s| (0..=7).contains(&(now.day - s.day).num_days()))
    }

    /// What a distance is counted from. A report that told its last day long ago speaks from its own day again; but what
    /// came later than anything is not counted from there, where it is past.
    pub(super) fn counted_from(
        &self,
        (base, unit, sign): (Base, Unit, i32),
        expression: &Expression,
    ) -> Option<Stamp> {
        let story = match base {
            Base::Now => return self.now,
            Base::Story => self.base(Base::Story)?,
        };
        let story = self.beside(story, unit);
        let onward = sign > 0 && expression.tense != Tense::Future;
        if self.narrates || onward || unit > Unit::Week || self.speaks_of(story, expression) {
            return Some(story);
        }
        self.near_day_told().or(self.now)
    }

    pub(super) fn shift(
        &self,
        amount: Amount,
        unit: Unit,
        sign: i8,
        from: Option<Stamp>,
    ) -> Meaning {
        let vague = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
        let Amount::Exact(n) = amount else { return Meaning::Open(vague.to_owned()) };
        if unit < Unit::Day {
            return Meaning::Open(vague.to_owned());
        }
        // "half a century ago" is no century.
        let (n, unit) = match unit {
            Unit::Decade if n.fract() != 0.0 => (n * 10.0, Unit::Year),
            Unit::Century if n.fract() != 0.0 => (n * 100.0, Unit::Year),
            _ => (n, unit),
        };
        let own = from.is_some() && from == self.now;
        let from = from.filter(|from| !own || fits(unit, from.grain));
        let Some(from) = from else { return Meaning::Open(open_unit(unit).to_owned()) };
        // "In April … three days later": the story did not say from which day.
        let coarse = !matches!(from.grain, Grain::Day | Grain::Weekend | Grain::Week);
        if coarse && unit < Unit::Month {
            let year = Stamp::new(from.day, Grain::Year).timex();
            let week = matches!(unit, Unit::Week | Unit::Fortnight);
            return Meaning::Open(format!("{year}{}", if week { "-WXX" } else { "-XX-XX" }));
        }
        let steps = (n * f64::from(sign)).round().clamp(-1e7, 1e7) as i32;
        // "in 2015 … three months earlier": nor from which month; "twelve months earlier" is a year.
        let (steps, unit) = match unit {
            Unit::Month if finer(unit, from.grain) && steps % 12 == 0 => (steps / 12, Unit::Year),
            Unit::Month if finer(unit, from.grain) => {
                return Meaning::Open(open_unit(unit).to_owned());
            }
            _ => (steps, unit),
        };
        let stamp = match unit {
            Unit::Week | Unit::Fortnight => {
                let days = i64::from(steps) * if unit == Unit::Week { 7 } else { 14 };
                let grain = if steps.abs() == 1 { Grain::Day } else { Grain::Week };
                Some(Stamp::new(moved(from.day, days), grain))
            }
            _ => stepped(from, unit, steps),
        };
        let stamp = stamp.filter(|stamp| stamp.is_plain(from.day));
        stamp.map_or_else(|| Meaning::Open(vague.to_owned()), Meaning::At)
    }

    /// The stretch of time a length reaches to or from now: "the last five years".
    pub(super) fn reach(&self, (amount, unit, sign): (Amount, Unit, i8)) -> DateValue {
        let open =
            || DateValue { edtf: "XXXX".to_owned(), earliest: None, latest: None, anchored: false };
        let (Amount::Exact(n), Some(now), false) = (amount, self.now, self.narrates) else {
            return open();
        };
        if unit < Unit::Day || !fits(unit, now.grain) {
            return open();
        }
        let steps = n.ceil().min(10_000.0) as i32 * i32::from(sign);
        let (Some(far), Some(near)) = (stepped(now, unit, steps), stepped(now, unit, 0)) else {
            return open();
        };
        let (first, last) = if sign < 0 { (far, near) } else { (near, far) };
        let (from, to) = (first.edtf(), last.edtf());
        let from = from.split('/').next().unwrap_or_default();
        let to = to.rsplit('/').next().unwrap_or_default();
        DateValue {
            edtf: format!("{from}/{to}"),
            earliest: Some(first.day),
            latest: Some(last.last()),
            anchored: true,
        }
    }
}
