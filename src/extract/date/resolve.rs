//! Puts expressions on the calendar: in come what the words say and the document's date, out come values.
//!
//! What the words leave out comes from one of two anchors. *Now* is the document's date; without one, nothing that
//! is counted from it is anchored. The *story* is the date last told. A date without its year takes it from now, by
//! tense, in a document that speaks of its own day, and from the story in one that narrates (see
//! [`super::context::narrates`]) or that has no date.
//!
//! Figures whose order is open (3/4/2025) are read in the order that the document's other dates in figures show;
//! where none does, month first with slashes and hyphens, day first with full stops.

use super::expression::{Amount, Base, Body, Expression, Part, Pick, Tense, Year};
use super::place::{
    before_christ, moved, open, open_unit, place, reference, stepped, weekday_of_day, years,
};
use super::stamp::{Grain, Stamp};
use super::word::Unit;
use crate::extract::DateValue;
use chrono::{Datelike, NaiveDate};

/// What resolution remembers while it goes through a document.
pub(super) struct Resolver {
    pub(super) now: Option<NaiveDate>,
    /// The document takes missing years from its story.
    pub(super) narrates: bool,
    /// The date last told, no coarser than a year.
    pub(super) story: Option<Stamp>,
    /// The quarter last told, and the stretch it was told in.
    pub(super) quarter: Option<(Stamp, u32)>,
    /// The last bare year that was too far from the story to move it.
    pub(super) stray: Option<Stamp>,
    /// Day before month in figures.
    pub(super) day_first: Option<bool>,
}

/// How many times nearer a date must be than one in the tense of its clause to be taken against it.
const AGAINST: i64 = 3;

/// How many years a bare year may lie from the story and still move it.
const NEAR: i32 = 3;

/// How many days a date without a year may lie before the story's last, and still be told back to; one further
/// back is the next year's.
const FORWARD: i64 = 300;

/// What an expression means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// A place on the calendar.
    At(Stamp),
    /// No place: the value TIMEX3 writes for it.
    Open(String),
}

impl Resolver {
    /// The meaning of an expression that is a date.
    pub(super) fn date(&mut self, expression: &Expression) -> Option<Meaning> {
        let meaning = match &expression.body {
            Body::Point(year, part, pick) => self.point(*year, *part, *pick, expression.tense),
            Body::Period { unit, steps, base } => self.period(*unit, *steps, *base),
            Body::Shift { unit: Unit::Year, amount, sign: -1, .. }
                if *amount == Amount::Exact(1.0) && self.near_quarter(expression).is_some() =>
            {
                let quarter = self.near_quarter(expression)?;
                Meaning::At(Stamp::new(years(quarter.day, -1)?, Grain::Quarter))
            }
            Body::Shift { amount, unit, sign, base } => self.shift(*amount, *unit, *sign, *base),
            Body::Reference(to) => Meaning::Open(reference(*to).to_owned()),
            Body::Time => self.today(),
            Body::Length(..) | Body::Set(_) => return None,
        };
        if let Meaning::At(stamp) = &meaning {
            self.remember(*stamp, expression);
        }
        Some(meaning)
    }

    /// Keeps what later expressions may lean on. A look back by a year compares, and moves no story.
    fn remember(&mut self, stamp: Stamp, expression: &Expression) {
        let compares = match expression.body {
            Body::Shift { unit: Unit::Year, sign, .. } => sign < 0 && !self.narrates,
            Body::Period { unit: Unit::Year, steps, .. }
            | Body::Point(Year::Step(steps, _), ..) => steps < 0 && !self.narrates,
            _ => false,
        };
        if compares || matches!(stamp.grain, Grain::Decade | Grain::Century) {
            return;
        }
        if self.strays(stamp) {
            self.stray = Some(stamp);
            return;
        }
        self.story = Some(stamp);
        if stamp.grain == Grain::Quarter {
            self.quarter = Some((stamp, expression.stretch));
        }
    }

    /// Whether a bare year lies so far from the story that one mention of it moves nothing: "declassified in 2005".
    /// A second one near the first does.
    fn strays(&self, stamp: Stamp) -> bool {
        let far = |from: Option<Stamp>| {
            from.is_some_and(|s| (s.day.year() - stamp.day.year()).abs() > NEAR)
        };
        self.narrates
            && stamp.grain == Grain::Year
            && far(self.story)
            && (self.stray.is_none() || far(self.stray))
    }

    /// The quarter told in this sentence or the two before it, which "a year ago" then means.
    fn near_quarter(&self, expression: &Expression) -> Option<Stamp> {
        let (stamp, stretch) = self.quarter?;
        (expression.stretch.saturating_sub(stretch) <= 2 && !self.narrates).then_some(stamp)
    }

    /// "the quarter", "the latest quarter": the one told, or the last that is over.
    fn this_quarter(&self) -> Option<Stamp> {
        let told = self.quarter.map(|(stamp, _)| stamp);
        told.or_else(|| stepped(Stamp::new(self.now?, Grain::Day), Unit::Quarter, -1))
    }

    /// The day a time of day without a date belongs to.
    fn today(&self) -> Meaning {
        let day = self.story.filter(|s| s.grain == Grain::Day).map(|s| s.day);
        let now = if self.narrates { None } else { self.now };
        match day.or(now) {
            Some(day) => Meaning::At(Stamp::new(day, Grain::Day)),
            None => Meaning::Open("XXXX-XX-XX".to_owned()),
        }
    }

    /// The day that missing parts are taken from.
    fn anchor(&self) -> Option<NaiveDate> {
        if self.narrates { self.story.map(|s| s.day).or(self.now) } else { self.now }
    }

    fn base(&self, base: Base) -> Option<Stamp> {
        let now = self.now.map(|day| Stamp::new(day, Grain::Day));
        match base {
            // A dated history speaks from its story; without a date nobody knows what "last year" is.
            Base::Now if self.narrates && now.is_some() => self.story.or(now),
            Base::Now => now,
            Base::Story => self.story.or(now),
        }
    }

    fn point(&self, year: Year, part: Part, pick: Pick, tense: Tense) -> Meaning {
        let part = self.ordered(part);
        let year = match year {
            Year::Given(year) => Some(year),
            Year::Short(year) => Some(self.century(i32::from(year))),
            Year::Step(steps, base) => match self.base(base) {
                Some(stamp) => Some(stamp.day.year() + steps),
                None => return Meaning::Open(open(part)),
            },
            Year::Missing => None,
        };
        let stamp = match (part, year) {
            (Part::Decade(decade), _) if (0..10).contains(&decade) => {
                Stamp::decade(self.century(decade * 10) / 10)
            }
            (Part::Decade(decade), _) if decade < 0 => before_christ(-decade - 9, Grain::Decade),
            (Part::Decade(decade), _) => Stamp::decade(decade),
            (Part::Century(century), _) if century < 0 => {
                before_christ(century * 100, Grain::Century)
            }
            (Part::Century(century), _) => NaiveDate::from_ymd_opt(century * 100, 1, 1)
                .map(|day| Stamp { day, grain: Grain::Century }),
            (_, Some(year)) => place(part, year),
            (_, None) => self.missing(part, pick, tense),
        };
        stamp.map_or_else(|| Meaning::Open(open(part)), Meaning::At)
    }

    fn ordered(&self, part: Part) -> Part {
        let Part::Ambiguous(first, second, dots) = part else { return part };
        if self.day_first.unwrap_or(dots) {
            Part::Day(second, first)
        } else {
            Part::Day(first, second)
        }
    }

    /// The full year for two digits: the one nearest to the anchor, thirty years ahead at most.
    fn century(&self, short: i32) -> i32 {
        let anchor = self.anchor().map_or(2000, |day| day.year());
        let ahead = if self.narrates { 50 } else { 20 };
        let same = anchor.div_euclid(100) * 100 + short;
        match same - anchor {
            n if n > ahead => same - 100,
            n if n <= ahead - 100 => same + 100,
            _ => same,
        }
    }

    /// The place of a part of a year that is not told.
    fn missing(&self, part: Part, pick: Pick, tense: Tense) -> Option<Stamp> {
        let anchor = match pick {
            Pick::Previous | Pick::Following | Pick::Same => self.base(Base::Story)?.day,
            _ => self.anchor()?,
        };
        match part {
            Part::Weekday(number) => Some(self.weekday(number, pick, tense, anchor)),
            Part::WeekdayOfDay(weekday, day) => {
                weekday_of_day(weekday, day, anchor, tense == Tense::Future)
            }
            Part::DayOfMonth(day) => {
                let told = self.story.filter(|s| matches!(s.grain, Grain::Day | Grain::Month));
                let month = told.map_or(anchor, |s| s.day);
                Some(Stamp::new(month.with_day(u32::from(day))?, Grain::Day))
            }
            _ => self.yearly(part, pick, tense, anchor),
        }
    }

    /// Which year's candidate is meant.
    fn yearly(&self, part: Part, pick: Pick, tense: Tense, anchor: NaiveDate) -> Option<Stamp> {
        let year = anchor.year();
        let at = |year: i32| place(part, year);
        let candidates = [at(year - 1), at(year), at(year + 1)];
        let latest = |limit: &dyn Fn(&Stamp) -> bool| {
            candidates.iter().rev().flatten().copied().find(|s| limit(s))
        };
        let soonest = |limit: &dyn Fn(&Stamp) -> bool| {
            candidates.iter().flatten().copied().find(|s| limit(s))
        };
        match pick {
            Pick::Last | Pick::Previous => latest(&|s| s.last() < anchor),
            Pick::Next | Pick::Following => soonest(&|s| s.day > anchor),
            Pick::This | Pick::Same => candidates[1],
            Pick::Nearest if self.narrates => self.told(part, anchor),
            Pick::Nearest => {
                // Tense decides between two that are about as far; a much nearer one is meant in any tense.
                let against_by = if matches!(part, Part::Quarter(_)) && tense == Tense::Past {
                    9
                } else {
                    AGAINST
                };
                let weight = |s: &Stamp| {
                    let days = (s.day - anchor).num_days();
                    let gap = days.max((anchor - s.last()).num_days()).max(0);
                    let against = match tense {
                        Tense::Past => days > 0,
                        Tense::Future => s.last() < anchor,
                        Tense::Unknown => false,
                    };
                    gap * if against { against_by } else { 1 }
                };
                candidates.iter().flatten().copied().min_by_key(weight)
            }
        }
    }

    /// In a story: the year last told; where a day or month was told, the candidate around it, for stories go on.
    fn told(&self, part: Part, anchor: NaiveDate) -> Option<Stamp> {
        let year = anchor.year();
        let same = place(part, year)?;
        let grain = self.story.map_or(Grain::Year, |s| s.grain);
        if matches!(grain, Grain::Year | Grain::Season(_) | Grain::Half | Grain::Quarter) {
            return Some(same);
        }
        let behind = (anchor - same.day).num_days();
        if behind > FORWARD {
            return place(part, year + 1);
        }
        Some(same)
    }

    fn weekday(&self, number: u8, pick: Pick, tense: Tense, anchor: NaiveDate) -> Stamp {
        let held = i64::from(anchor.weekday().number_from_monday());
        let ahead = (i64::from(number) - held).rem_euclid(7);
        let back = (held - i64::from(number)).rem_euclid(7);
        let days = match pick {
            Pick::Last | Pick::Previous => -(if back == 0 { 7 } else { back }),
            Pick::Next | Pick::Following => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Pick::This => ahead,
            Pick::Same => i64::from(number) - held,
            Pick::Nearest if self.narrates => ahead,
            Pick::Nearest if tense == Tense::Future => ahead,
            Pick::Nearest => -back,
        };
        Stamp::new(moved(anchor, days), Grain::Day)
    }

    fn period(&self, unit: Unit, steps: i32, base: Base) -> Meaning {
        if unit == Unit::Day && base == Base::Now && self.narrates && steps == 0 {
            return Meaning::Open("PRESENT_REF".to_owned());
        }
        if unit == Unit::Quarter && base == Base::Story && steps == 0 {
            let stamp = self.this_quarter();
            return stamp.map_or_else(|| Meaning::Open(open_unit(unit).to_owned()), Meaning::At);
        }
        // In the news "the day" after a year or a month told in passing is the day of the report.
        let told = self.story.is_some_and(|s| s.grain == Grain::Day);
        let base = match base {
            Base::Story if unit == Unit::Day && steps == 0 && !told && !self.narrates => Base::Now,
            base => base,
        };
        // After "in 2004", "the next month" is no month of the calendar: the story did not say which it stood in.
        let from = self.base(base).filter(|from| !finer(unit, from.grain));
        let stamp = from.and_then(|from| stepped(from, unit, steps));
        stamp.map_or_else(|| Meaning::Open(open_unit(unit).to_owned()), Meaning::At)
    }

    fn shift(&self, amount: Amount, unit: Unit, sign: i8, base: Base) -> Meaning {
        let vague = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
        let Amount::Exact(n) = amount else { return Meaning::Open(vague.to_owned()) };
        if unit < Unit::Day {
            return Meaning::Open(vague.to_owned());
        }
        let from = match base {
            Base::Now => self.now.map(|day| Stamp::new(day, Grain::Day)),
            Base::Story => self.base(Base::Story),
        };
        let Some(from) = from else { return Meaning::Open(open_unit(unit).to_owned()) };
        let coarse =
            matches!(from.grain, Grain::Year | Grain::Season(_) | Grain::Half | Grain::Quarter);
        if coarse && unit < Unit::Month {
            return Meaning::Open(format!("{}-XX-XX", Stamp::new(from.day, Grain::Year).timex()));
        }
        let steps = (n * f64::from(sign)).round().clamp(-1e7, 1e7) as i32;
        let stamp = match unit {
            Unit::Week | Unit::Fortnight => {
                let days = i64::from(steps) * if unit == Unit::Week { 7 } else { 14 };
                let grain = if steps.abs() == 1 { Grain::Day } else { Grain::Week };
                Some(Stamp::new(moved(from.day, days), grain))
            }
            _ => stepped(from, unit, steps),
        };
        let stamp = stamp.filter(|stamp| stamp.is_plain());
        stamp.map_or_else(|| Meaning::Open(vague.to_owned()), Meaning::At)
    }
}

impl Resolver {
    /// The stretch of time a length reaches to or from now: "the last five years".
    pub(super) fn reach(&self, (amount, unit, sign): (Amount, Unit, i8)) -> DateValue {
        let open =
            || DateValue { edtf: "XXXX".to_owned(), earliest: None, latest: None, anchored: false };
        let (Amount::Exact(n), Some(now), false) = (amount, self.now, self.narrates) else {
            return open();
        };
        let now = Stamp::new(now, Grain::Day);
        if unit < Unit::Day {
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

/// Whether a unit is too fine to be counted from something of this grain.
fn finer(unit: Unit, grain: Grain) -> bool {
    match grain {
        Grain::Day | Grain::Weekend | Grain::Week => false,
        Grain::Month => unit < Unit::Week,
        Grain::Quarter | Grain::Season(_) | Grain::Half | Grain::Year => unit < Unit::Quarter,
        Grain::Decade | Grain::Century => unit < Unit::Decade,
    }
}
