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
use super::holiday;
use super::stamp::{Grain, Stamp};
use super::word::{Reference, Season, Unit};
use crate::extract::DateValue;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// What resolution remembers while it goes through a document.
pub(super) struct Resolver {
    pub(super) now: Option<NaiveDate>,
    /// The document takes missing years from its story.
    pub(super) narrates: bool,
    /// The date last told, no coarser than a year.
    pub(super) story: Option<Stamp>,
    /// Day before month in figures.
    pub(super) day_first: Option<bool>,
}

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
            Body::Shift { amount, unit, sign, base } => self.shift(*amount, *unit, *sign, *base),
            Body::Reference(to) => Meaning::Open(reference(*to).to_owned()),
            Body::Time => self.today(),
            Body::Length(..) | Body::Set(_) => return None,
        };
        if let Meaning::At(stamp) = &meaning
            && !matches!(stamp.grain, Grain::Decade | Grain::Century)
        {
            self.story = Some(*stamp);
        }
        Some(meaning)
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
            Base::Now if self.narrates && self.story.is_some() => self.story,
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
            Pick::Nearest => match tense {
                Tense::Past => latest(&|s| s.day <= anchor),
                Tense::Future => soonest(&|s| s.last() >= anchor),
                Tense::Unknown => candidates
                    .iter()
                    .flatten()
                    .copied()
                    .min_by_key(|s| (s.day - anchor).num_days().abs()),
            },
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
        if behind > 240 {
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
        let from = self.base(base);
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
            Base::Now => self.now.map(|day| Stamp::new(day, Grain::Day)).or(self.story),
            Base::Story => self.base(Base::Story),
        };
        let from = match (from, self.story) {
            (Some(_), Some(told))
                if unit == Unit::Year && n <= 1.0 && told.grain == Grain::Quarter =>
            {
                Some(told)
            }
            (from, _) => from,
        };
        let Some(from) = from else { return Meaning::Open(open_unit(unit).to_owned()) };
        let coarse =
            matches!(from.grain, Grain::Year | Grain::Season(_) | Grain::Half | Grain::Quarter);
        if coarse && unit < Unit::Month {
            return Meaning::Open(format!("{}-XX-XX", Stamp::new(from.day, Grain::Year).timex()));
        }
        let steps = (n * f64::from(sign)).round() as i32;
        let stamp = match unit {
            Unit::Year if from.grain == Grain::Quarter => {
                years(from.day, steps).map(|day| Stamp::new(day, Grain::Quarter))
            }
            Unit::Week | Unit::Fortnight => {
                let days = i64::from(steps) * if unit == Unit::Week { 7 } else { 14 };
                let grain = if steps.abs() == 1 { Grain::Day } else { Grain::Week };
                Some(Stamp::new(moved(from.day, days), grain))
            }
            _ => stepped(from, unit, steps),
        };
        stamp.map_or_else(|| Meaning::Open(vague.to_owned()), Meaning::At)
    }
}

impl Resolver {
    /// The stretch of time a length reaches to or from now: "the last five years".
    pub(super) fn reach(&self, (amount, unit, sign): (Amount, Unit, i8)) -> DateValue {
        let open =
            || DateValue { edtf: "XXXX".to_owned(), earliest: None, latest: None, anchored: false };
        let (Amount::Exact(n), Some(now)) = (amount, self.base(Base::Now)) else { return open() };
        if unit < Unit::Day {
            return open();
        }
        let steps = n.ceil().min(10_000.0) as i32 * i32::from(sign);
        let Some(far) = stepped(Stamp::new(now.day, Grain::Day), unit, steps) else {
            return open();
        };
        let near = Stamp::new(now.day, far.grain);
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

/// The unit some steps from the one a day lies in.
fn stepped(from: Stamp, unit: Unit, steps: i32) -> Option<Stamp> {
    let day = from.day;
    let months = |n: i32, grain| {
        let months = Months::new(n.unsigned_abs());
        let moved =
            if n < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) };
        moved.map(|day| Stamp::new(day, grain))
    };
    let first = |grain| Stamp::new(day, grain).day;
    match unit {
        Unit::Day | Unit::Night => Some(Stamp::new(moved(day, i64::from(steps)), Grain::Day)),
        Unit::Week => Some(Stamp::new(moved(day, 7 * i64::from(steps)), Grain::Week)),
        Unit::Fortnight => Some(Stamp::new(moved(day, 14 * i64::from(steps)), Grain::Week)),
        Unit::Weekend => {
            // On a weekday "the weekend" of a report is the one before.
            Some(Stamp::new(moved(day, 7 * i64::from(steps)), Grain::Weekend))
        }
        Unit::Month => months(steps, Grain::Month),
        Unit::Quarter => months(3 * steps, Grain::Quarter),
        Unit::Year => Stamp::year(first(Grain::Year).year() + steps),
        Unit::Decade => Stamp::decade(day.year().div_euclid(10) + steps),
        Unit::Century => {
            let century = day.year().div_euclid(100) + steps;
            let day = NaiveDate::from_ymd_opt(century * 100, 1, 1)?;
            Some(Stamp { day, grain: Grain::Century })
        }
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => None,
    }
}

fn years(day: NaiveDate, steps: i32) -> Option<NaiveDate> {
    day.with_day(1)?.with_year(day.year() + steps)
}

/// A day some days away; the same day where the calendar ends.
fn moved(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day)
}

/// The place of a part in a year.
fn place(part: Part, year: i32) -> Option<Stamp> {
    let month =
        |month: u32, grain| Some(Stamp::new(NaiveDate::from_ymd_opt(year, month, 1)?, grain));
    match part {
        Part::Whole => Stamp::year(year),
        Part::Month(number) => month(u32::from(number), Grain::Month),
        Part::Day(number, day) => {
            let day = NaiveDate::from_ymd_opt(year, u32::from(number), u32::from(day))?;
            Some(Stamp::new(day, Grain::Day))
        }
        Part::Season(season) => Stamp::season(season, year),
        Part::Quarter(n) => month(u32::from(n.clamp(1, 4)) * 3 - 2, Grain::Quarter),
        Part::Half(n) => month(if n == 1 { 1 } else { 7 }, Grain::Half),
        Part::Week(week) => {
            let day = NaiveDate::from_isoywd_opt(year, u32::from(week), Weekday::Mon)?;
            Some(Stamp::new(day, Grain::Week))
        }
        Part::WeekOfMonth(number, n) => week_of_month(year, number, n),
        Part::Holiday(index) => Some(Stamp::new(holiday::day(index, year)?, Grain::Day)),
        Part::Ambiguous(first, second, _) => place(Part::Day(first, second), year),
        Part::Decade(_) | Part::Century(_) | Part::DayOfMonth(_) | Part::Weekday(_) => None,
    }
}

/// The nth week of a month that has its Thursday in it; 0 is the last.
fn week_of_month(year: i32, month: u8, n: u8) -> Option<Stamp> {
    let day = if n == 0 {
        super::edtf::last_day(year, u32::from(month))?
    } else {
        let first = NaiveDate::from_ymd_opt(year, u32::from(month), 4)?;
        moved(first, 7 * (i64::from(n) - 1))
    };
    Some(Stamp::new(day, Grain::Week))
}

fn before_christ(year: i32, grain: Grain) -> Option<Stamp> {
    let first = if grain == Grain::Century { year + 1 } else { year - 9 + 10 };
    Some(Stamp { day: NaiveDate::from_ymd_opt(first, 1, 1)?, grain })
}

/// The TIMEX3 value of a part whose year nothing tells.
fn open(part: Part) -> String {
    match part {
        Part::Whole | Part::Decade(_) | Part::Century(_) => "XXXX".to_owned(),
        Part::Month(month) => format!("XXXX-{month:02}"),
        Part::Day(month, day) | Part::Ambiguous(month, day, _) => {
            format!("XXXX-{month:02}-{day:02}")
        }
        Part::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Part::Weekday(number) => format!("XXXX-WXX-{number}"),
        Part::Season(season) => format!("XXXX-{}", super::length::letters(season)),
        Part::Quarter(n) => format!("XXXX-Q{n}"),
        Part::Half(n) => format!("XXXX-H{n}"),
        Part::Week(week) => format!("XXXX-W{week:02}"),
        Part::WeekOfMonth(..) => "XXXX-WXX".to_owned(),
        Part::Holiday(_) => "XXXX-XX-XX".to_owned(),
    }
}

fn open_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => "XXXX",
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => "XXXX-XX-XX",
    }
}

fn reference(to: Reference) -> &'static str {
    match to {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

/// Kept with the seasons so that their order stays that of EDTF's codes.
const _: () = assert!(Season::Spring as u8 == 0 && Season::Winter as u8 == 3);
