//! The narrative of a term: what is typed, what is told of it, which part of that is shown and which row is selected.
//! Plain data with what can be read off it; counts nothing itself.

use crate::app::field::Field;
use crate::app::scroll::{follow, step};
use crate::extract::country::Country;
use crate::model::DocId;
use crate::query::narrative::{Companion, Narrative, Order, Share, Use, Window};
use crate::query::{Index, Lens};
use std::sync::Arc;

/// The parts of a narrative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// Each use with its context.
    #[default]
    Lines,
    /// Words that go with the term.
    Words,
    /// How often, by document.
    Documents,
    /// How often, by the year a document was published.
    Published,
    /// How often, by the years of the dates in the sentence.
    Told,
    /// How often, by the countries that the sentence names.
    Countries,
}

/// What a row counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A document.
    Document(DocId),
    /// A year of publication; none for undated documents.
    Published(Option<i32>),
    /// A year of the dates in the sentence; none where there are none.
    Told(Option<i32>),
    /// A country; none where the sentence names none.
    Country(Option<Country>),
}

/// The narrative over the panes.
#[derive(Debug, Clone, Default)]
pub struct Telling {
    /// What is typed.
    pub field: Field,
    /// What is told of it, or of what was typed before; none yet.
    pub narrative: Option<Arc<Narrative>>,
    /// The part that is shown.
    pub part: Part,
    /// The order of lines.
    pub order: Order,
    /// How far words that go with the term may stand.
    pub window: Window,
    /// Whether rows of counts are ordered by rate.
    pub by_rate: bool,
    /// The lines that are shown, in order, as places in the narrative's uses.
    pub lines: Vec<u32>,
    /// The word that lines must have beside the term.
    pub beside: Option<Companion>,
    /// The selected row of the part.
    pub selected: usize,
    /// First row shown.
    pub offset: usize,
    /// The ticket of the question on its way.
    pub waiting: Option<u64>,
    /// What was asked last.
    pub(super) asked: Option<(String, Lens)>,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Lines, Self::Words, Self::Documents, Self::Published, Self::Told, Self::Countries];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lines => "Lines",
            Self::Words => "Words with it",
            Self::Documents => "Documents",
            Self::Published => "Published",
            Self::Told => "Told of",
            Self::Countries => "Countries",
        }
    }

    fn step(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|part| *part == self).unwrap_or(0);
        let count = Self::ALL.len();
        let next = (at + count).saturating_add_signed(by) % count;
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

impl Telling {
    /// A narrative of a term that is still to be told.
    pub fn of(term: &str) -> Self {
        Self { field: Field::new(term), ..Self::default() }
    }

    /// Takes what is to be asked now, where it is another question than the last.
    pub fn due(&mut self, lens: &Lens) -> Option<String> {
        let now = (self.field.text().trim().to_owned(), lens.clone());
        if self.asked.as_ref() == Some(&now) {
            return None;
        }
        self.asked = Some(now.clone());
        Some(now.0)
    }

    /// Asks again: the corpus is another.
    pub fn again(&mut self) {
        (self.asked, self.narrative, self.beside) = (None, None, None);
        self.lines.clear();
    }

    /// Takes what is told.
    pub fn take(&mut self, narrative: Arc<Narrative>, index: &Index) {
        let same = self.narrative.as_ref().is_some_and(|old| old.typed == narrative.typed);
        self.narrative = Some(narrative);
        (self.waiting, self.beside) = (None, None);
        if !same {
            (self.selected, self.offset) = (0, 0);
        }
        self.arrange(index);
    }

    /// Shows another part.
    pub fn turn(&mut self, by: isize) {
        self.part = self.part.step(by);
        (self.selected, self.offset) = (0, 0);
    }

    /// Orders the part in another way: lines by place or neighbours, words by another window, counts by number or rate.
    pub fn reorder(&mut self, index: &Index) {
        match self.part {
            Part::Lines => self.order = self.order.next(),
            Part::Words => self.window = self.window.next(),
            Part::Documents | Part::Countries => self.by_rate = !self.by_rate,
            Part::Published | Part::Told => return,
        }
        (self.selected, self.offset) = (0, 0);
        self.arrange(index);
    }

    /// Leaves only the lines that have a word beside the term, or all again.
    pub fn narrow(&mut self, beside: Option<Companion>, index: &Index) {
        self.beside = beside;
        self.part = Part::Lines;
        (self.selected, self.offset) = (0, 0);
        self.arrange(index);
    }

    fn arrange(&mut self, index: &Index) {
        let Some(narrative) = &self.narrative else { return };
        self.lines = narrative.ordered(index, self.order);
        if let Some(beside) = self.beside {
            let holds = |place: &u32| {
                let one = narrative.uses.get(*place as usize);
                one.is_some_and(|one| narrative.stands_beside(index, one, (beside, self.window)))
            };
            self.lines.retain(holds);
        }
        self.selected = step(self.selected, 0, self.count());
    }

    /// How many rows the part has.
    pub fn count(&self) -> usize {
        match self.part {
            Part::Lines => self.lines.len(),
            Part::Words => self.companions().len(),
            _ => self.rows().len(),
        }
    }

    /// The use of a line.
    pub fn line(&self, at: usize) -> Option<&Use> {
        let place = self.lines.get(at)?;
        self.narrative.as_ref()?.uses.get(*place as usize)
    }

    /// The words that go with the term, within the window chosen.
    pub fn companions(&self) -> &[Companion] {
        self.narrative.as_ref().map_or(&[], |narrative| narrative.companions(self.window))
    }

    /// The rows of counts of the part, in order.
    pub fn rows(&self) -> Vec<(Key, Share)> {
        let Some(shares) = self.narrative.as_ref().map(|narrative| &narrative.shares) else {
            return Vec::new();
        };
        let mut rows: Vec<(Key, Share)> = match self.part {
            Part::Lines | Part::Words => return Vec::new(),
            Part::Documents => {
                shares.documents.iter().map(|(id, share)| (Key::Document(*id), *share)).collect()
            }
            Part::Published => shares
                .published
                .iter()
                .map(|(year, share)| (Key::Published(*year), *share))
                .collect(),
            Part::Told => {
                shares.told.iter().map(|(year, share)| (Key::Told(*year), *share)).collect()
            }
            Part::Countries => {
                shares.countries.iter().map(|(c, share)| (Key::Country(*c), *share)).collect()
            }
        };
        if self.by_rate && matches!(self.part, Part::Documents | Part::Countries) {
            rows.sort_by(|a, b| b.1.rate().total_cmp(&a.1.rate()));
        }
        rows
    }

    /// Moves the selection.
    pub fn step(&mut self, by: isize) {
        self.selected = step(self.selected, by, self.count());
    }

    /// Keeps the selection in sight of so many rows.
    pub fn settle(&mut self, height: usize) {
        self.step(0);
        self.offset = follow(self.selected, self.offset, height, self.count());
    }
}
