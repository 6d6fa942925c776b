//! What the grammar reads before the calendar is asked: typed temporal expressions with the hints of their clause.
//! Plain data.

use super::word::{Reference, Season, Unit};
use crate::extract::Rule;
use crate::text::Span;

/// A year as far as the words give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Year {
    /// Nothing said.
    #[default]
    Missing,
    /// In astronomical numbering: 0 is 1 BC.
    Given(i32),
    /// The last two digits.
    Short(u8),
    /// Years from that of the anchor: "last year's".
    Step(i32, Base),
}

/// What part of its year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The year itself.
    Whole,
    /// Ten years; the number is the year without its last digit, below 10 that digit alone ("the '60s").
    Decade(i32),
    /// A hundred years; the number is the year without its last two digits, negative before Christ.
    Century(i32),
    Month(u8),
    Day(u8, u8),
    /// The last day of a month.
    LastDay(u8),
    /// Two numbers whose order is not clear by themselves: 3/4/2025.
    Ambiguous(u8, u8, bool),
    /// A day of a month that is not named: "the 13th".
    DayOfMonth(u8),
    Weekday(u8),
    /// A weekday and a day of a month that is not named: "Friday the 13th".
    WeekdayOfDay(u8, u8),
    Season(Season),
    Quarter(u8),
    /// A quarter that is not numbered: "the final quarter" is 4.
    Half(u8),
    Week(u8),
    /// The week, or the weekend, that a day lies in: "the week of March 11".
    WeekOfDay(u8, u8, bool),
    /// The nth week of a month; 0 is its last.
    WeekOfMonth(u8, u8),
    /// The nth weekday of a month; 0 is the last: "the first Tuesday in September".
    NthDay(u8, u8, u8),
    /// A weekday some weeks away, of the calendar's weeks ("Thursday of last week") or counted from the nearest one ("a week
    /// from Monday").
    WeekdayIn(u8, i8, bool),
    /// An entry of the table of holidays.
    Holiday(u16),
    /// The weekend at a holiday: "Labor Day weekend".
    WeekendOf(u16),
}

/// Which of several possible points is meant where the year is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Pick {
    /// Tense and neighbourhood decide.
    #[default]
    Nearest,
    /// "last Friday".
    Last,
    /// "this Friday".
    This,
    /// "next Friday".
    Next,
    /// "the previous April": before the story's time.
    Previous,
    /// "the following spring": after the story's time.
    Following,
    /// "that autumn": in the story's time.
    Same,
}

/// What a relative expression is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of speaking: the document's own date.
    Now,
    /// The date last told.
    Story,
}

/// A number of units, perhaps vague.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    Exact(f64),
    /// "several", "a few".
    Vague,
}

/// A time of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clock {
    /// As TIMEX3 writes it after the T: `17:00`, `12:00Z`.
    At(String),
    /// The same without a word that says which half of the day is meant: `05:30`.
    Bare(String),
    /// A part of the day by its two letters.
    Part(&'static str),
}

/// What the words say.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Body {
    /// A place on the calendar, named.
    Point(Year, Part, Pick),
    /// A whole unit some steps from the anchor: "last month", "the following year", "yesterday".
    Period { unit: Unit, steps: i32, base: Base },
    /// A distance from the anchor: "two days later"; negative is back.
    Shift { amount: Amount, unit: Unit, sign: i8, base: Base },
    /// The part of a year last told, in another year: "the same period last year"; a quarter, where it is named.
    Compared { year: Year, quarter: bool },
    /// The date last told: "at the same time".
    Same,
    /// Past, present or future as such.
    Reference(Reference),
    /// A length of time, as TIMEX3 writes it; the sign tells on which side of now it lies ("the last five years"),
    /// the year in which one it lies ("the first ten months of 1915").
    Length(String, Option<(Amount, Unit, i8)>, Year),
    /// A recurring time, as TIMEX3 writes it.
    Set(String),
    /// A time of day alone; the day comes from the text before.
    Time,
}

/// The tense of the clause an expression stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Tense {
    #[default]
    Unknown,
    Past,
    /// Nothing but the past: after "since".
    Since,
    Future,
}

/// The word before an expression, where it opens or closes an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Lead {
    #[default]
    None,
    /// "since 2018": no end.
    Since,
    /// "until 2029": no known start.
    Until,
    /// "before 2012": over before it began.
    Before,
    /// "by 2030": some time before its end.
    By,
    /// "from 2008", "between March": a range may follow.
    From,
    /// "on", "at": a point.
    Point,
    /// "said on Tuesday", "figures released Monday": when somebody said what is told.
    Said,
    /// "in", "during": a stretch that what is told lies in.
    In,
}

/// Which part of what an expression names is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Edge {
    /// All of it.
    #[default]
    None,
    /// "early", "the beginning of".
    Early,
    /// "mid", "the middle of".
    Mid,
    /// "late", "the end of".
    Late,
}

/// Where an expression stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Opens {
    /// Another one of the same paragraph stands before it.
    #[default]
    Within,
    /// It is the first of its paragraph.
    Paragraph,
    /// It is the first after a heading.
    Section,
    /// It stands in a heading.
    Heading,
}

/// How an expression is tied to the one that follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Link {
    #[default]
    None,
    /// "2011-2012", "from 2008 to 2013": one range of two.
    Range,
    /// "April 25 and 26": the parts that are missing on one side are those of the other.
    And,
}

/// An expression of the text, before resolution.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Expression {
    pub(super) span: Span,
    pub(super) body: Body,
    pub(super) clock: Option<Clock>,
    pub(super) rule: Rule,
    pub(super) tense: Tense,
    pub(super) lead: Lead,
    pub(super) link: Link,
    /// The words say "about" or "circa".
    pub(super) about: bool,
    /// The words look back from the story: "had fallen in 1943", "the August 1792 uprising".
    pub(super) back: bool,
    /// It stands in brackets, or something is set for it: "planned for 1976".
    pub(super) inset: bool,
    /// Which part of what it names is meant.
    pub(super) edge: Edge,
    /// Where it stands in the text.
    pub(super) opens: Opens,
    /// The number of the sentence-like stretch it stands in; a full stop parts two.
    pub(super) stretch: u32,
}

/// What a rule of the grammar found: where it ends (a token's index) and what it says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) body: Body,
    pub(super) clock: Option<Clock>,
    pub(super) rule: Rule,
    pub(super) about: bool,
}

impl Found {
    pub(super) fn new(end: usize, body: Body, rule: Rule) -> Self {
        Self { end, body, clock: None, rule, about: false }
    }

    pub(super) fn point(end: usize, year: Year, part: Part, rule: Rule) -> Self {
        Self::new(end, Body::Point(year, part, Pick::Nearest), rule)
    }
}

/// The most days a month can have.
pub(super) fn days_of(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Gives each of two linked bodies what the other says for both: a year, or the month of a day. A range runs forward:
/// "November to February 1945" began in 1944, "December 1941 to March" ended in 1942.
pub(super) fn share(left: &mut Body, right: &mut Body, link: Link) {
    let (Body::Point(left_year, left_part, _), Body::Point(right_year, right_part, _)) =
        (left, right)
    else {
        return;
    };
    match (&*left_part, &*right_part) {
        (Part::DayOfMonth(day), Part::Day(month, _)) => *left_part = Part::Day(*month, *day),
        (Part::Day(month, _), Part::DayOfMonth(day)) => *right_part = Part::Day(*month, *day),
        // "the 460s and 450s BC"
        (Part::Decade(decade @ 10..=99), Part::Decade(..0)) => {
            *left_part = Part::Decade(-decade * 10);
        }
        // "the 1920s and 30s", "the 80s and 1990s"
        (Part::Decade(full @ 100..), Part::Decade(short @ 0..10)) => {
            *right_part = Part::Decade(full / 10 * 10 + short);
        }
        (Part::Decade(short @ 0..10), Part::Decade(full @ 100..)) => {
            *left_part = Part::Decade(full / 10 * 10 + short);
        }
        _ => {}
    }
    let within = |part: &Part| {
        !matches!(
            part,
            Part::Whole
                | Part::Decade(_)
                | Part::Century(_)
                | Part::Weekday(_)
                | Part::WeekdayIn(..)
                | Part::DayOfMonth(_)
        )
    };
    if !within(left_part) || !within(right_part) {
        return;
    }
    let over = link == Link::Range
        && matches!((month_of(*left_part), month_of(*right_part)), (Some(a), Some(b)) if a > b);
    match (*left_year, *right_year) {
        (Year::Missing, Year::Given(year)) => *left_year = Year::Given(year - i32::from(over)),
        (Year::Given(year), Year::Missing) => *right_year = Year::Given(year + i32::from(over)),
        _ => {}
    }
}

fn month_of(part: Part) -> Option<u8> {
    match part {
        Part::Month(month) | Part::LastDay(month) | Part::Day(month, _) => Some(month),
        _ => None,
    }
}
