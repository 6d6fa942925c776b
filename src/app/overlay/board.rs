//! The board of warning signs: those of the analyst's file and those that the documents tell of, in one list. Plain data with
//! what can be read off it; reads no file and finds nothing itself.

use crate::app::field::Field;
use crate::app::scroll::step;
use crate::model::Corpus;
use crate::query::signposts::{Library, is_adopted};
use crate::query::{FoundSign, Index, Lens};
use crate::signposts::{Diagnosticity, Register, Signpost, State, diagnosticity};
use std::cmp::Reverse;

/// The board over the panes.
#[derive(Debug, Clone, Default)]
pub struct Board {
    /// The rows in their order.
    pub rows: Vec<Sign>,
    /// The selected row.
    pub selected: usize,
    /// First row shown.
    pub offset: usize,
    /// What they are ordered by.
    pub order: Order,
    /// Where signs are rated: the selected scenario.
    pub scenario: Option<usize>,
    /// The first scenario shown.
    pub first: usize,
    /// What is being typed.
    pub prompt: Option<Wording>,
    /// Whether the selected row is to be deleted, and has not been confirmed.
    pub deleting: bool,
    /// Whether the selection has been moved; until then it is on the first row.
    pub moved: bool,
    /// How many signs of the documents the lens hides.
    pub hidden: usize,
    /// How many signs of the documents are among the analyst's own.
    pub adopted: usize,
    /// Where the analyst's quotes stand.
    pub library: Library,
}

/// A row of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// An entry of the analyst's file, by its place in it.
    Own(usize),
    /// What a document tells of.
    Found(FoundSign),
}

/// What rows are ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// As the file has them, then as the documents do.
    #[default]
    File,
    /// What has been seen first.
    State,
    /// What tells its scenario best first.
    Diagnosticity,
}

/// A line that is being typed.
#[derive(Debug, Clone)]
pub struct Wording {
    /// What it is for.
    pub of: Worded,
    /// What is typed.
    pub field: Field,
}

/// What a line is typed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worded {
    /// The text of a new entry.
    New,
    /// A field of the selected entry.
    Field(crate::signposts::Field),
    /// The note on an observation of the selected entry.
    Note,
}

impl Order {
    /// The next one, round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::File => Self::State,
            Self::State => Self::Diagnosticity,
            Self::Diagnosticity => Self::File,
        }
    }

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "as in the file",
            Self::State => "by state",
            Self::Diagnosticity => "by diagnosticity",
        }
    }
}

impl Board {
    /// Makes the rows anew; what is selected stays selected where it is still there.
    pub fn arrange(
        &mut self,
        (corpus, index): (&Corpus, &Index),
        lens: &Lens,
        register: &Register,
    ) {
        let held = self.rows.get(self.selected).copied().filter(|_| self.moved);
        let signs = index.signs(corpus, lens);
        self.hidden = signs.total - signs.shown.len();
        let own = &register.signposts;
        let (mut found, before) = (signs.shown, self.selected);
        let all = found.len();
        found.retain(|sign| {
            let Some(told) = sign.of(corpus) else { return false };
            !own.iter().any(|own| is_adopted(own, told))
        });
        self.adopted = all - found.len();
        self.rows = (0..own.len()).map(Sign::Own).collect();
        self.rows.extend(found.into_iter().map(Sign::Found));
        self.sort(register);
        let quotes = own.iter().flat_map(|sign| {
            sign.source.iter().chain(sign.observations.iter().filter_map(|o| o.cited.as_ref()))
        });
        self.library = Library::new(corpus, quotes);
        let at = held.and_then(|held| self.rows.iter().position(|row| *row == held));
        self.selected = at.unwrap_or(before);
        self.step(0);
        if register.scenarios.is_empty() || own.is_empty() {
            self.scenario = None;
        }
        self.scenario = self.scenario.map(|at| step(at, 0, register.scenarios.len()));
    }

    fn sort(&mut self, register: &Register) {
        let own = |row: &Sign| match row {
            Sign::Own(at) => register.signposts.get(*at),
            Sign::Found(_) => None,
        };
        match self.order {
            Order::File => {}
            Order::State => {
                self.rows.sort_by_key(|row| own(row).map_or(4, |sign| rank(sign.state)));
            }
            Order::Diagnosticity => self.rows.sort_by_key(|row| {
                let sum = own(row).map(|sign| diagnosticity(sign, &register.scenarios));
                Reverse(match sum {
                    Some(Diagnosticity::Sum { sum, .. }) => i64::from(sum) + 2,
                    Some(Diagnosticity::NotRated) => 1,
                    Some(Diagnosticity::NotOfItsOwn) => 0,
                    None => -1,
                })
            }),
        }
    }

    /// Orders the rows by something else; what is selected stays selected.
    pub fn reorder(&mut self, register: &Register) {
        let held = self.rows.get(self.selected).copied();
        self.order = self.order.next();
        self.rows.sort_by_key(|row| match row {
            Sign::Own(at) => (0, *at, None),
            Sign::Found(found) => (1, 0, Some(*found)),
        });
        self.sort(register);
        let at = held.and_then(|held| self.rows.iter().position(|row| *row == held));
        self.selected = at.unwrap_or(0);
    }

    /// Selects an entry of the file.
    pub fn select(&mut self, register: &Register, id: &str) {
        let is = |row: &Sign| matches!(row, Sign::Own(at) if register.signposts.get(*at).is_some_and(|s| s.id == id));
        if let Some(at) = self.rows.iter().position(is) {
            (self.selected, self.moved) = (at, true);
        }
    }

    /// The selected row.
    pub fn sign(&self) -> Option<Sign> {
        self.rows.get(self.selected).copied()
    }

    /// The selected entry of the file.
    pub fn own<'a>(&self, register: &'a Register) -> Option<&'a Signpost> {
        match self.sign()? {
            Sign::Own(at) => register.signposts.get(at),
            Sign::Found(_) => None,
        }
    }

    /// Moves the selection by rows; where signs are rated only over the analyst's own.
    pub fn step(&mut self, by: isize) {
        self.deleting = false;
        self.moved |= by != 0;
        if self.scenario.is_none() {
            self.selected = step(self.selected, by, self.rows.len());
            return;
        }
        let own = |at: &usize| matches!(self.rows.get(*at), Some(Sign::Own(_)));
        let all: Vec<usize> = (0..self.rows.len()).filter(own).collect();
        let at =
            all.iter().position(|at| *at >= self.selected).unwrap_or(all.len().saturating_sub(1));
        self.selected = all.get(step(at, by, all.len())).copied().unwrap_or(self.selected);
    }

    /// Moves between scenarios.
    pub fn step_scenario(&mut self, by: isize, count: usize) {
        self.scenario = self.scenario.map(|at| step(at, by, count));
    }
}

/// Where a state stands in the order.
fn rank(state: State) -> u8 {
    match state {
        State::Seen => 0,
        State::Emerging => 1,
        State::Reversed => 2,
        State::NotSeen => 3,
    }
}
