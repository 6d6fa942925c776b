//! What extraction reports: plain values with spans of the reading text. Finds nothing itself.

use crate::edtf;
use crate::extract::assessment::AssessmentFinding;
use crate::extract::country::Country;
use crate::extract::via::{Rule, Via};
use crate::text::Span;
use chrono::NaiveDate;

/// What was found in one document. All lists rise by place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    /// Title, date, authors, publisher.
    pub front: Front,
    /// Dates, times, durations and sets.
    pub dates: Vec<DateMention>,
    /// Countries, and what leads to them.
    pub countries: Vec<CountryMention>,
    /// Numbers with what they count.
    pub quantities: Vec<Quantity>,
    /// Figures worth a row of their own.
    pub indicators: Vec<IndicatorFinding>,
    /// Dated happenings.
    pub events: Vec<EventFinding>,
    /// What the authors judge, expect, fear and recommend.
    pub assessments: Vec<AssessmentFinding>,
    /// Tables whose rows and columns are certain.
    pub tables: Vec<Table>,
    /// Whether the text is plainly not English: then no figures, events and judgements are made of what stands in it.
    pub foreign: bool,
}

/// A table whose structure the file tells, or its words leave no doubt of.
///
/// Cells are places of the text; what was torn apart is put together by them alone, and the text stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its caption.
    pub caption: Option<Span>,
    /// The heads, one a column, empty spans where a column has none; none at all where no row is plainly one of heads.
    pub heads: Vec<Span>,
    /// The columns, two and more, each with its cells from top to bottom; an empty cell is an empty span. Torn columns may
    /// differ in length.
    pub columns: Vec<Vec<Span>>,
    /// The line that says where it is from.
    pub source: Option<Span>,
    /// The rule that found it.
    pub rule: Rule,
}

/// What a document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// The title's words.
    pub title: Option<Span>,
    /// The words of the date of publication, and the day or the month.
    pub published: Option<(Span, DateValue)>,
    /// One span for each author.
    pub authors: Vec<Span>,
    /// Who published it.
    pub publisher: Option<Span>,
    /// The words that mark it as paid for: "Promoted content".
    pub promoted: Option<Span>,
    /// The tags that it gives itself: one span for each, rising.
    pub tags: Vec<Span>,
}

/// The four types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexKind {
    /// A calendar date of any precision.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// A temporal expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// The words.
    pub span: Span,
    /// Which of the four types.
    pub kind: TimexKind,
    /// The TIMEX3 value: `2025-04-25`, `P5Y`, `PAST_REF`, `XXXX-XX-XX`.
    pub value: String,
    /// The calendar reading, for what can be put on a time axis or could be if it were anchored.
    pub date: Option<DateValue>,
    /// The rule that found it.
    pub rule: Rule,
}

/// A date as EDTF with its bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateValue {
    /// EDTF, level 1: `2025-04`, `2011/2012`, `2018/..`, `/2029`, `199X`; `XXXX`, or `XXXX-04-25`, when unanchored.
    pub edtf: String,
    /// The first day it can mean; `None` where it has no start or is unanchored.
    pub earliest: Option<NaiveDate>,
    /// The last day it can mean; `None` where it has no end or is unanchored.
    pub latest: Option<NaiveDate>,
    /// Whether it stands on the calendar. A relative date in an undated document does not.
    pub anchored: bool,
}

/// A mention of a country. A group gives one mention for each member, all with the same span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountryMention {
    /// The words.
    pub span: Span,
    /// Which country.
    pub country: Country,
    /// How the words lead to it.
    pub via: Via,
    /// The rule that found it.
    pub rule: Rule,
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number with its qualifier and unit, without the counted noun: "more than 15,000", "about $5".
    pub span: Span,
    /// The number alone, as written: "15,000", "2.7 million"; both ends of a range or change and what is between.
    pub number: Span,
    /// Its value, scale words multiplied in: 2700000. The first end of a range or change.
    pub value: f64,
    /// The other end where the words give a range ("33–41"), a change ("from 27 to 171") or an order of magnitude.
    pub upper: Option<f64>,
    /// The two numbers of a range or change, each alone.
    pub ends: Option<(Span, Span)>,
    /// `=`, `>`, `<`, `>=`, `<=` or `~`, from the words around it.
    pub qualifier: &'static str,
    /// Unit in the singular, normalised: "percent", "US dollar", "square kilometre"; `None` for a bare count.
    pub unit: Option<String>,
    /// The counted noun, as written: "information stories".
    pub counted: Option<Span>,
    /// The rule that found it.
    pub rule: Rule,
}

/// A figure worth a row: a quantity that counts something, with country and period where the text gives them.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorFinding {
    /// Index of the number in [`Findings::quantities`].
    pub quantity: usize,
    /// The number of this row as written; one end of it where the quantity is a change.
    pub number: Span,
    /// Its value.
    pub value: f64,
    /// The clause it stands in.
    pub clause: Span,
    /// What it measures, in the document's own words; one or more spans read in order.
    pub name: Vec<Span>,
    /// Country it is about, and how the text says so.
    pub country: Option<(Country, Via)>,
    /// Index of its period in [`Findings::dates`]; `None` where no period is stated.
    pub period: Option<usize>,
    /// The one end that is meant, where that date is read as the start of a range: 27 in 2008 of "from 2008 to 2013".
    pub end: Option<DateValue>,
    /// The rule that found it.
    pub rule: Rule,
}

/// The types of the compact event scheme, but for boilerplate, which is never an event, and one for what has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventKind {
    /// Treaty, protocol, border deal concluded.
    Agreement,
    /// Summit, talks, visit, a standing forum's session.
    Meeting,
    /// Forum founded, mediation, negotiation process.
    Initiative,
    /// Terrorist or other violent act.
    Attack,
    /// Incident or fighting between states or armies.
    Conflict,
    /// Prevention, detention, blocking.
    Counterterror,
    /// Law, decree, concept adopted.
    Law,
    /// Programme of a state or organisation over a period, fund.
    Programme,
    /// Address, announcement of policy.
    Statement,
    /// Dated statistical milestone or trend in figures.
    Statistic,
    /// Broad dated shift.
    Trend,
    /// The publication of a document.
    Publication,
    /// A happening of none of these kinds: an election, an appointment, an accident, a disaster, a death, a sale.
    Other,
}

/// Whether the happening is told as past, planned, supposed or denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// It happened, or is happening.
    Historical,
    /// It is to come, as told.
    Planned,
    /// It might.
    Hypothetical,
    /// It did not.
    Negated,
}

/// A dated happening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFinding {
    /// The sentence it stands in, as an index of the text's sentences.
    pub sentence: usize,
    /// Its date, as an index of [`Findings::dates`].
    pub date: usize,
    /// The countries concerned, in alphabetical order, once each, with the most direct way they are named.
    pub countries: Vec<(Country, Via)>,
    /// Its type.
    pub kind: EventKind,
    /// Past, planned, supposed or denied.
    pub mode: Mode,
    /// A short title: spans of the document's own words, read in order with a space between.
    pub title: Vec<Span>,
    /// The rule that found it.
    pub rule: Rule,
}

impl Table {
    /// How many rows it has: as many as its longest column.
    pub fn rows(&self) -> usize {
        self.columns.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The cell of a row and column, both from 0.
    pub fn cell(&self, row: usize, column: usize) -> Option<Span> {
        self.columns.get(column).and_then(|cells| cells.get(row)).copied()
    }

    /// The smallest range of reading text that holds heads and cells, without caption and source.
    pub fn span(&self) -> Span {
        let mut all = self.columns.iter().flatten().chain(&self.heads).copied();
        let first = all.next().unwrap_or_default();
        all.fold(first, Span::hull)
    }
}

impl DateValue {
    /// A day of the calendar.
    pub fn day(day: NaiveDate) -> Self {
        let edtf = day.format("%Y-%m-%d").to_string();
        Self { edtf, earliest: Some(day), latest: Some(day), anchored: true }
    }

    /// What an EDTF value says; nothing where it is none.
    pub fn parse(edtf: &str) -> Option<Self> {
        let (earliest, latest) = edtf::bounds(edtf)?;
        Some(Self { edtf: edtf.to_owned(), earliest, latest, anchored: true })
    }

    /// The day, where it is one.
    pub fn as_day(&self) -> Option<NaiveDate> {
        self.earliest.filter(|_| self.anchored && self.earliest == self.latest)
    }
}

impl TimexKind {
    /// The word of `TimeML`: `DATE`, `TIME`, `DURATION`, `SET`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

impl EventKind {
    /// All of them.
    const ALL: [Self; 13] = [
        Self::Agreement,
        Self::Meeting,
        Self::Initiative,
        Self::Attack,
        Self::Conflict,
        Self::Counterterror,
        Self::Law,
        Self::Programme,
        Self::Statement,
        Self::Statistic,
        Self::Trend,
        Self::Publication,
        Self::Other,
    ];

    /// The kind of a word of exports; `None` where it is none.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The word of exports and screens: `agreement`, `meeting`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Meeting => "meeting",
            Self::Initiative => "initiative",
            Self::Attack => "attack",
            Self::Conflict => "conflict",
            Self::Counterterror => "counterterror",
            Self::Law => "law",
            Self::Programme => "programme",
            Self::Statement => "statement",
            Self::Statistic => "statistic",
            Self::Trend => "trend",
            Self::Publication => "publication",
            Self::Other => "other",
        }
    }
}

impl Mode {
    /// The mode of a word of exports; `None` where it is none.
    pub fn parse(name: &str) -> Option<Self> {
        let all = [Self::Historical, Self::Planned, Self::Hypothetical, Self::Negated];
        all.into_iter().find(|mode| mode.name() == name)
    }

    /// The word of exports and screens: `historical`, `planned`, `hypothetical`, `negated`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Historical => "historical",
            Self::Planned => "planned",
            Self::Hypothetical => "hypothetical",
            Self::Negated => "negated",
        }
    }
}
