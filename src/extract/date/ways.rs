//! The ways a history may go on: in come a run of the story so far and its next expression, out come the runs that it may
//! become, each with its cost. Never chooses between them.

use super::expression::{Amount, Base, Body, Edge, Expression, Lead, Opens, Part, Pick, Year};
use super::line::{Line, beside};
use super::place::{place, stepped};
use super::stamp::{Grain, Stamp};
use super::word::{Season, Unit};

/// What the run of the story makes of an expression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Turn {
    /// Where the expression lies, where the story decides it.
    pub(super) stamp: Option<Stamp>,
    /// The story does not go there: it looks back or ahead, and comes back.
    pub(super) aside: bool,
}

/// One way the story may have run so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) cost: i32,
    /// Where it stands.
    pub(super) line: Line,
    /// What it last looked aside to, and in which sentence.
    pub(super) glance: Option<(Stamp, u32)>,
    /// The year that the heading names.
    pub(super) under: Option<i32>,
    /// The line was told with its year.
    pub(super) told: bool,
    /// Nothing but the run of the story says that it looked aside.
    pub(super) unsaid: bool,
    /// Its last choice, and the step before that.
    pub(super) choice: Turn,
    pub(super) before: Option<usize>,
}

/// What it costs a date without its year to lie in the year after or before the one that the story stands in.
const NEXT_YEAR: i32 = 35;
const YEAR_BEFORE: i32 = 20;

/// What it costs to look aside to a day or month with its year, to a year, and to a year that nothing leads to.
const ASIDE: i32 = 100;
const ASIDE_YEAR: i32 = 60;
const ASIDE_NAMED: i32 = 60;

/// The same where the words say so: "had fallen in 1943", "(May 1802)" and "planned for 1976", "since 1947".
const ASIDE_SAID: i32 = 12;
const ASIDE_INSET: i32 = 32;
const ASIDE_BOUND: i32 = 20;

/// What it costs a date without its year to mean the story's after a year that was told since: who leaves a year out
/// means the one told last.
const RETURN: i32 = 17;

/// What it costs such a date to lie beside what was looked aside to, in the same sentence and in the next.
const BESIDE: i32 = 4;
const BESIDE_AFTER: i32 = 20;

/// What it costs to look back by the past perfect or in brackets, to name an end that lies ahead ("grew
/// to two hundred by December"), and to count from what was looked aside to.
const BEHIND: i32 = 13;
const BOUND: i32 = 24;
const COUNTED: i32 = 3;

/// What it costs to tell the year the story stands in once more, and begin it anew.
const AGAIN: i32 = 45;

/// What it costs to come back to the year of the heading, and to leave it for one before.
const UNDER: i32 = 10;
const ABOVE: i32 = 34;

impl Run {
    /// The run at the start of a story that opens somewhere.
    pub(super) fn new(opening: Stamp) -> Self {
        let line = Line::new(opening, Edge::None);
        let choice = Turn { stamp: None, aside: false };
        let (glance, under, before) = (None, None, None);
        Self { cost: 0, line, glance, under, told: true, unsaid: false, choice, before }
    }

    /// The ways on over the next expression; none where it does not belong to the run of the story.
    pub(super) fn ways(&self, expression: &Expression, out: &mut Vec<Self>) {
        match expression.body {
            Body::Point(Year::Given(year), part, _) => {
                if let Some(stamp) = place(part, year) {
                    self.given(expression, stamp, out);
                }
            }
            Body::Length(_, _, Year::Given(year)) => {
                if let Some(stamp) = Stamp::year(year) {
                    self.given(expression, stamp, out);
                }
            }
            // "July of the following year"
            Body::Point(Year::Step(steps, Base::Story), part, Pick::Nearest) => {
                let year = self.line.stamp.year_number().saturating_add(steps);
                if let Some(stamp) = self.placed(part, year) {
                    out.push(self.onto(Line::new(stamp, expression.edge), Some(stamp), 0));
                }
            }
            Body::Point(Year::Missing, part, pick) => self.missing(expression, part, pick, out),
            Body::Period { unit, steps, base: Base::Story } if steps != 0 => {
                self.counted(expression, unit, steps, out);
            }
            Body::Period { unit, steps: 0, .. } if expression.edge != Edge::None => {
                self.edged(expression, unit, out);
            }
            Body::Shift { amount: Amount::Exact(n), unit, sign, base: Base::Story }
                if n.fract() == 0.0 =>
            {
                self.counted(expression, unit, (n as i32).saturating_mul(i32::from(sign)), out);
            }
            _ => {}
        }
    }

    /// The run that goes on to a place.
    fn onto(&self, line: Line, stamp: Option<Stamp>, cost: i32) -> Self {
        let choice = Turn { stamp, aside: false };
        let cost = self.cost + cost;
        Self { cost, line, glance: None, told: false, unsaid: false, choice, ..*self }
    }

    /// The run that looks aside to a place.
    fn aside(&self, expression: &Expression, to: Stamp, cost: i32) -> Self {
        let choice = Turn { stamp: Some(to), aside: true };
        let glance = Some((to, expression.stretch));
        Self { cost: self.cost + cost, glance, unsaid: false, choice, ..*self }
    }

    /// Ways over a date with its year.
    fn given(&self, expression: &Expression, stamp: Stamp, out: &mut Vec<Self>) {
        let line = Line::new(stamp, expression.edge);
        let heads = expression.opens == Opens::Heading;
        let own = stamp.grain == Grain::Year && self.line.stamp.within(stamp);
        let again = if own && expression.lead == Lead::None && !heads { AGAIN } else { 0 };
        let way = self.onto(line, Some(stamp), again + self.line.travel(line, expression));
        out.push(Self { told: true, ..way });
        // "on 7 December (8 December in Asia), 1941": the year of where the story stands moves nothing.
        if own && expression.edge == Edge::None {
            out.push(self.onto(self.line, Some(stamp), 0));
        }
        if heads {
            return;
        }
        let near = self.glance.is_some_and(|(_, stretch)| stretch == expression.stretch);
        let cost = self.glancing(expression, stamp) / if near { 2 } else { 1 };
        let bounds = matches!(expression.lead, Lead::Since | Lead::Until);
        let unsaid = !expression.back && !expression.inset && !bounds;
        out.push(Self { unsaid, ..self.aside(expression, stamp, cost) });
    }

    /// What it costs to look aside to a date with its year.
    fn glancing(&self, expression: &Expression, stamp: Stamp) -> i32 {
        match expression.lead {
            _ if expression.back && stamp.day < self.line.first => ASIDE_SAID,
            _ if expression.inset => ASIDE_INSET,
            Lead::Since | Lead::Until | Lead::By => ASIDE_BOUND,
            _ if stamp.grain != Grain::Year => ASIDE,
            Lead::None => ASIDE_NAMED,
            _ => ASIDE_YEAR,
        }
    }

    /// Ways over a date without its year.
    fn missing(&self, expression: &Expression, part: Part, pick: Pick, out: &mut Vec<Self>) {
        // "tales of Ashura" are told on any day.
        if matches!(part, Part::Holiday(_)) && expression.lead == Lead::None {
            return;
        }
        let year = self.line.stamp.year_number();
        let at = |year: i32| self.placed(part, year);
        let on = |stamp: Stamp, out: &mut Vec<Self>| {
            out.push(self.goes_on(expression, stamp, 0));
        };
        match pick {
            Pick::Nearest => {
                self.nearest(expression, part, out);
                self.beside(expression, part, out);
            }
            Pick::Same => at(year).into_iter().for_each(|stamp| on(stamp, out)),
            Pick::Following => {
                let mut both = [at(year), at(year + 1)].into_iter().flatten();
                both.find(|s| s.day > self.line.last).into_iter().for_each(|s| on(s, out));
            }
            Pick::Previous => {
                let mut both = [at(year), at(year - 1)].into_iter().flatten();
                let before = both.find(|s| s.last() < self.line.first);
                out.extend(before.map(|stamp| self.aside(expression, stamp, 0)));
            }
            Pick::Last | Pick::This | Pick::Next => {}
        }
    }

    /// The run that goes on to a date without its year.
    fn goes_on(&self, expression: &Expression, stamp: Stamp, cost: i32) -> Self {
        let line = Line::new(stamp, expression.edge);
        let back = if self.unsaid { RETURN } else { 0 };
        self.onto(line, Some(stamp), cost + back + self.line.travel(line, expression))
    }

    /// Ways to the years around the story, and to that of the heading.
    fn nearest(&self, expression: &Expression, part: Part, out: &mut Vec<Self>) {
        let year = self.line.stamp.year_number();
        // Nothing under the heading of a year lies before it.
        let above =
            |year: i32| if self.under.is_some_and(|under| year < under) { ABOVE } else { 0 };
        let winter = part == Part::Season(Season::Winter);
        let before = if winter { 0 } else { YEAR_BEFORE + above(year - 1) };
        for (year, cost) in [(year, above(year)), (year + 1, NEXT_YEAR), (year - 1, before)] {
            let stamp = self.placed(part, year);
            out.extend(stamp.map(|stamp| self.goes_on(expression, stamp, cost)));
        }
        let under = self.under.filter(|under| self.told && *under != year);
        if let Some(stamp) = under.and_then(|under| self.placed(part, under)) {
            let twice = if expression.opens == Opens::Within { 2 } else { 1 };
            out.push(self.onto(Line::new(stamp, expression.edge), Some(stamp), twice * UNDER));
        }
    }

    /// Ways to look aside without saying the year.
    fn beside(&self, expression: &Expression, part: Part, out: &mut Vec<Self>) {
        // "who had taken the road in November": before the time the story stands in.
        let ends = matches!(expression.lead, Lead::By | Lead::Until);
        if expression.back && !ends || expression.inset {
            let year = self.line.stamp.year_number();
            let mut both = [year, year - 1].into_iter().filter_map(|year| self.placed(part, year));
            let before = both.find(|s| s.day <= self.line.last);
            out.extend(before.map(|stamp| self.aside(expression, stamp, BEHIND)));
        }
        let ahead = self.placed(part, self.line.stamp.year_number());
        let ahead = ahead.filter(|s| ends && s.day >= self.line.first);
        out.extend(ahead.map(|stamp| self.aside(expression, stamp, BOUND)));
        // "In 1934, a stone was set in May" beside a story of other years.
        let Some((glance, stretch)) = self.glance else { return };
        let since = expression.stretch.saturating_sub(stretch);
        if since <= 1
            && let Some(stamp) = place(part, glance.year_number())
        {
            let cost = if since == 0 { BESIDE } else { BESIDE_AFTER };
            let far = beside((stamp.day - glance.day).num_days());
            out.push(self.aside(expression, stamp, cost + far));
        }
    }

    /// The place of a part in a year; a winter of no year is named by its January, unless the story tells no more than
    /// the year.
    fn placed(&self, part: Part, year: i32) -> Option<Stamp> {
        let stamp = place(part, year)?;
        let winter = part == Part::Season(Season::Winter) && self.line.stamp.grain != Grain::Year;
        Some(if winter { Stamp { grain: Grain::Winter, ..stamp } } else { stamp })
    }

    /// "by the end of the year", "early in the month": the part of the unit that the story stands in.
    fn edged(&self, expression: &Expression, unit: Unit, out: &mut Vec<Self>) {
        let grain = match unit {
            Unit::Year => Grain::Year,
            Unit::Month => Grain::Month,
            _ => return,
        };
        let line = Line::new(Stamp::new(self.line.stamp.day, grain), expression.edge);
        out.push(self.onto(line, None, 0));
    }

    /// "two years later", "the following month", "a decade earlier".
    fn counted(&self, expression: &Expression, unit: Unit, steps: i32, out: &mut Vec<Self>) {
        let fine = matches!(self.line.stamp.grain, Grain::Day | Grain::Week | Grain::Weekend);
        if unit < Unit::Day || unit < Unit::Month && !fine {
            return;
        }
        let open = |stamp: Stamp, cost: i32| {
            let choice = Turn { stamp: None, aside: true };
            Self { choice, ..self.aside(expression, stamp, cost) }
        };
        if let Some((glance, _)) = self.glance {
            let Some(stamp) = stepped(glance, unit, steps) else { return };
            let line = Line::new(stamp, expression.edge);
            out.push(open(stamp, COUNTED));
            out.push(self.onto(line, None, COUNTED + self.line.travel(line, expression)));
            return;
        }
        let from = Stamp { day: self.line.first, ..self.line.stamp };
        let Some(stamp) = stepped(from, unit, steps) else { return };
        out.push(match steps {
            // A year that is only counted back to gives none to what follows.
            ..0 => Self { glance: None, ..open(stamp, 0) },
            _ => self.onto(Line::new(stamp, expression.edge), None, 0),
        });
    }
}
