//! Dates that leave their year, month or week out: in comes what is said, out comes the place that the anchor, the
//! picking word and the tense of the clause make of it. Never changes what is remembered.

use super::expression::{Base, Body, Expression, Lead, Part, Pick, Tense, Year};
use super::place::{moved, place, weekday_of_day};
use super::resolve::{Meaning, Resolver};
use super::stamp::{Grain, Stamp, fits};
use super::word::{Season, Unit};
use chrono::{Datelike, Months, NaiveDate};

/// How many times nearer a date must be than one in the tense of its clause to be taken against it.
const AGAINST: i64 = 3;

/// The same for a day or month in the future tense.
const SURE: i64 = 30;

/// How many days a date without a year may lie before the story's last, and still be told back to; one further
/// back is the next year's.
const FORWARD: i64 = 300;

/// How many days after a date a year named in passing does not take the next date with it: "on 10 March 1975 …
/// planned for 1976 … on 11 March".
const CLOSE: i64 = 30;

impl Resolver {
    /// The place of a part of a year that is not told.
    pub(super) fn missing(&self, part: Part, pick: Pick, tense: Tense) -> Option<Stamp> {
        if let (Part::Day(month, day), None, true) = (part, self.story, self.forgets) {
            return place(part, self.days.year(month, day)?);
        }
        let anchor = match pick {
            Pick::Previous | Pick::Following | Pick::Same => {
                let story = self.base(Base::Story)?;
                if Some(story) == self.now { story } else { Stamp { grain: Grain::Day, ..story } }
            }
            _ => self.anchor()?,
        };
        match part {
            Part::Weekday(number) => {
                Some(self.weekday(number, pick, tense, self.near_day(anchor)?))
            }
            Part::WeekdayIn(number, weeks, whole) => {
                let day = self.near_day(anchor)?;
                let weeks = i64::from(weeks);
                let held = i64::from(day.weekday().number_from_monday());
                let to = i64::from(number) - held;
                let nearest = if weeks < 0 { -(-to).rem_euclid(7) } else { to.rem_euclid(7) };
                let days = 7 * weeks + if whole { to } else { nearest };
                Some(Stamp::new(moved(day, days), Grain::Day))
            }
            Part::WeekdayOfDay(weekday, day) => {
                weekday_of_day(weekday, day, self.near_day(anchor)?, tense == Tense::Future)
            }
            Part::DayOfMonth(day) => {
                let told = self.story.filter(|s| matches!(s.grain, Grain::Day | Grain::Month));
                if let Some(day) = self.day_to_come(day, tense).filter(|_| told.is_none()) {
                    return Some(day);
                }
                let month = told.or(Some(anchor).filter(|a| fits(Unit::Month, a.grain)))?.day;
                Some(Stamp::new(month.with_day(u32::from(day))?, Grain::Day))
            }
            _ => self.yearly(part, pick, tense, anchor),
        }
    }

    /// "on sale on the 15th", said on the 20th: the one of the next month.
    fn day_to_come(&self, day: u8, tense: Tense) -> Option<Stamp> {
        let now = self.now.filter(|now| now.grain == Grain::Day && tense == Tense::Future)?.day;
        let next = now.with_day(1)?.checked_add_months(Months::new(1))?;
        let next = next.with_day(u32::from(day)).filter(|_| u32::from(day) < now.day())?;
        Some(Stamp::new(next, Grain::Day))
    }

    /// The day an anchor is, where it is told by the day or the week: no weekday is counted from a year.
    fn near_day(&self, anchor: Stamp) -> Option<NaiveDate> {
        let own = self.now == Some(anchor);
        let told = if own { Some(anchor) } else { self.story.or(Some(anchor)) };
        told.filter(|s| fits(Unit::Week, s.grain)).map(|_| anchor.day)
    }

    /// Which year's candidate is meant.
    fn yearly(&self, part: Part, pick: Pick, tense: Tense, anchor: Stamp) -> Option<Stamp> {
        let year = anchor.day.year();
        let at = |year: i32| place(part, year);
        let candidates = [at(year - 1), at(year), at(year + 1)];
        let latest = |limit: &dyn Fn(&Stamp) -> bool| {
            candidates.iter().rev().flatten().copied().find(|s| limit(s))
        };
        let soonest = |limit: &dyn Fn(&Stamp) -> bool| {
            candidates.iter().flatten().copied().find(|s| limit(s))
        };
        match pick {
            // In a document of no more than its year "last March" may be this year's or the one before.
            Pick::Last | Pick::Next if candidates.iter().flatten().any(|s| s.within(anchor)) => {
                None
            }
            // Nobody knows from when it was said.
            Pick::Last | Pick::Next | Pick::This if self.now.is_none() => None,
            Pick::Last | Pick::Previous => latest(&|s| s.last() < anchor.day),
            Pick::Next | Pick::Following => soonest(&|s| s.day > anchor.last()),
            Pick::This | Pick::Same => candidates[1],
            Pick::Nearest if self.narrates => {
                self.turn.and_then(|turn| turn.stamp).or_else(|| self.told(part, anchor.day))
            }
            Pick::Nearest if tense == Tense::Since => latest(&|s| s.day <= anchor.day),
            Pick::Nearest => {
                // Tense decides between two that are about as far; a much nearer one is meant in any tense.
                let counted = matches!(part, Part::Quarter(_) | Part::Half(_));
                let against_by = match tense {
                    Tense::Past if counted => 9,
                    // "expects to report third-quarter results" has a quarter that is over; "will report in May" has
                    // a month to come.
                    Tense::Future if !counted => SURE,
                    _ => AGAINST,
                };
                let weight = |s: &Stamp| {
                    let days = (s.day - anchor.last()).num_days();
                    let gap = days.max((anchor.day - s.last()).num_days()).max(0);
                    let against = match tense {
                        Tense::Past | Tense::Since => days > 0,
                        Tense::Future => s.last() < anchor.day,
                        Tense::Unknown => false,
                    };
                    // Where no verb tells, the news looks back rather than ahead.
                    let doubtful = tense == Tense::Unknown && days > 0;
                    gap * if against { against_by } else { 1 + i64::from(doubtful) }
                };
                candidates.iter().flatten().copied().min_by_key(weight)
            }
        }
    }

    /// "The rebels, who had taken the road in November" did so before the time the story stands in.
    pub(super) fn looked_back(
        &self,
        meaning: Meaning,
        part: Part,
        expression: &Expression,
    ) -> Meaning {
        let Body::Point(Year::Missing, Part::Month(_) | Part::Day(..), Pick::Nearest) =
            expression.body
        else {
            return meaning;
        };
        // "had been repulsed by January": an end lies ahead of what led to it.
        if matches!(expression.lead, Lead::By | Lead::Until) || self.turn.is_some() {
            return meaning;
        }
        let before = |stamp: Stamp| {
            let story = self.story.filter(|s| self.narrates && s.grain != Grain::Year)?;
            let ahead = expression.back && stamp.day > story.last();
            place(part, stamp.year_number() - 1).filter(|_| ahead)
        };
        let earlier = meaning.stamp().and_then(before);
        earlier.map_or(meaning, Meaning::At)
    }

    /// In a story: the year last told; where a day or month was told, the candidate around it, for stories go on.
    fn told(&self, part: Part, anchor: NaiveDate) -> Option<Stamp> {
        let year = anchor.year();
        let same = place(part, year)?;
        let grain = self.story.map_or(Grain::Year, |s| s.grain);
        // "In 1934, a stone was set in May" has its year in its own sentence.
        if grain == Grain::Year
            && self.told_in != self.at
            && let Some(line) = self.line
        {
            let on = |year: i32| {
                let stamp = place(part, year)?;
                (0..=CLOSE).contains(&(stamp.day - line.day).num_days()).then_some(stamp)
            };
            let close = on(line.day.year()).or_else(|| on(line.day.year() + 1));
            if close.is_some() {
                return close;
            }
        }
        if part == Part::Season(Season::Winter) && grain != Grain::Year {
            // The winter that a story stands in or comes to; from January to March it began the year before.
            let begun = i32::from(anchor.month() <= 3);
            let stamp = place(part, year - begun)?;
            return Some(Stamp { grain: Grain::Winter, ..stamp });
        }
        if matches!(
            grain,
            Grain::Year | Grain::Season(_) | Grain::Winter | Grain::Half | Grain::Quarter
        ) {
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
                // Nobody calls tomorrow "next Tuesday".
                let tomorrow = ahead == 1 && pick == Pick::Next && !self.narrates;
                if ahead == 0 || tomorrow { ahead + 7 } else { ahead }
            }
            Pick::This => ahead,
            Pick::Same => i64::from(number) - held,
            Pick::Nearest if self.narrates => ahead,
            Pick::Nearest if tense == Tense::Future => ahead,
            Pick::Nearest => -back,
        };
        Stamp::new(moved(anchor, days), Grain::Day)
    }
}
