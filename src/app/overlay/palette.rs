//! The lookup: a question, the answer to it, and the commands it may mean. Plain data with what can be read off it; never
//! searches.

use crate::app::Action;
use crate::app::field::Field;
use crate::query::lookup::{Answer, Changes, Match, Row};
use std::sync::Arc;

/// The lookup over the panes.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    /// What is typed.
    pub field: Field,
    /// The last answer that came, of this question or of what was typed before; none yet.
    pub answer: Option<Arc<Answer>>,
    /// The commands that what is typed can mean, the best first.
    pub commands: Vec<(Match, Action)>,
    /// The selected row.
    pub selected: usize,
    /// First row shown.
    pub offset: usize,
    /// Whether the user has gone into the list, where digits take a row.
    pub listing: bool,
    /// How the user wants parts of the question to be taken.
    pub changes: Changes,
    /// The part of the question whose reading the user looks at, as an index of its parts.
    pub part: Option<usize>,
    /// The ticket of the question on its way; the answer that has it is the one to it.
    pub waiting: Option<u64>,
    /// Whether the best row is to be taken as soon as the answer is there.
    pub hasty: bool,
    /// What was asked last.
    pub(super) asked: Option<(String, Changes)>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy)]
pub enum Pick<'a> {
    /// A row of the answer.
    Row(&'a Row),
    /// The nearest row where a part of the question is dropped, as an index of the no's.
    Nearest(usize),
    /// A sentence that speaks of a gap, as an index of the no's.
    Gap(usize),
    /// A command.
    Command(Action),
}

/// The sign before which only commands are meant.
pub(super) const COMMAND: char = '>';

impl Palette {
    /// The rows of the list, the best first.
    pub fn picks(&self) -> Vec<Pick<'_>> {
        let mut picks = Vec::new();
        let mut commands = self.commands.iter().peekable();
        if let Some(answer) = self.answer.as_ref().filter(|_| !self.only_commands()) {
            for row in &answer.rows {
                while let Some((_, action)) = commands.next_if(|(m, _)| *m > row.matched) {
                    picks.push(Pick::Command(*action));
                }
                picks.push(Pick::Row(row));
            }
            if let Some(no) = &answer.no {
                picks.extend((0..no.nearest.len()).map(Pick::Nearest));
                picks.extend((0..no.gaps.len()).map(Pick::Gap));
            }
        }
        picks.extend(commands.map(|(_, action)| Pick::Command(*action)));
        picks
    }

    /// The selected row.
    pub fn pick(&self) -> Option<Pick<'_>> {
        self.picks().get(self.selected).copied()
    }

    /// The row of the answer that a pick shows, nearest ones included.
    pub fn row<'a>(&'a self, pick: Pick<'a>) -> Option<&'a Row> {
        match pick {
            Pick::Row(row) => Some(row),
            Pick::Nearest(at) => {
                let no = self.answer.as_ref()?.no.as_ref()?;
                no.nearest.get(at).map(|nearest| &nearest.row)
            }
            Pick::Gap(_) | Pick::Command(_) => None,
        }
    }

    /// Whether only commands are asked for.
    pub fn only_commands(&self) -> bool {
        self.field.text().starts_with(COMMAND)
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// Whether a digit typed now takes a row: in the list, or right behind a word that no word of the corpus goes on
    /// from with that digit. `known` says whether one does.
    pub fn takes(&self, digit: char, known: impl Fn(&str) -> bool) -> Option<usize> {
        let row = digit.to_digit(10).filter(|n| *n > 0)? as usize - 1;
        let text = self.field.text();
        let behind = text.ends_with(|c: char| c.is_alphabetic()) && self.field.at_end();
        let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let free = behind && word.chars().count() > 2 && !known(&format!("{word}{digit}"));
        (row < self.picks().len() && (self.listing || free)).then_some(row)
    }

    /// Takes the question that is to be asked now, where it is another than the last.
    pub fn due(&mut self) -> Option<(String, Changes)> {
        let now = (self.field.text().to_owned(), self.changes.clone());
        if self.asked.as_ref() == Some(&now) {
            return None;
        }
        self.asked = Some(now.clone());
        Some(now)
    }

    /// Asks again: the corpus is another.
    pub fn again(&mut self) {
        (self.asked, self.answer) = (None, None);
    }

    /// Goes to the next part of the question that can be taken in another way.
    pub fn next_part(&mut self) {
        let parts = self.answer.as_ref().map_or(0, |answer| answer.question.parts.len());
        let next = self.part.map_or(0, |part| part + 1);
        self.part = (next < parts).then_some(next);
    }

    /// Takes the part that is looked at, or else the first, in another way.
    pub fn change_part(&mut self) {
        let at = self.part.unwrap_or(0);
        let Some(answer) = self.answer.clone() else { return };
        let Some(part) = answer.question.parts.get(at) else { return };
        self.part = Some(at);
        match part.next(self.changes.get(&part.text).copied()) {
            Some(change) => self.changes.insert(part.text.clone(), change),
            None => self.changes.remove(&part.text),
        };
    }
}
