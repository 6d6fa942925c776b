//! How well each sentence meets one part of a question, as sets: for each grade, the sentences that meet the part so well
//! or better. Sentences and matches come in, sets and marks go out. Knows nothing of words.

use super::answer::Match;
use crate::query::bits::Bits;

/// The grades a sentence itself can have, the weakest first.
pub(super) const GRADES: [Match; 5] =
    [Match::Fuzzy, Match::Start, Match::Related, Match::Form, Match::Word];

/// Sets of sentences, one for each grade.
#[derive(Debug, Clone, Default)]
pub(super) struct Grades {
    sets: [Bits; GRADES.len()],
}

impl Grades {
    /// No sentence meets the part.
    pub(super) fn none(sentences: usize) -> Self {
        Self { sets: [(); GRADES.len()].map(|()| Bits::none(sentences)) }
    }

    /// Notes that a sentence meets the part, until [`Grades::settle`] for this grade only.
    pub(super) fn raise(&mut self, sentence: u32, matched: Match) {
        if let Some(set) = self.set_mut(matched) {
            set.insert(sentence as usize);
        }
    }

    /// The set to add sentences to that meet the part like this; nothing where no sentence can.
    pub(super) fn set_mut(&mut self, matched: Match) -> Option<&mut Bits> {
        let at = GRADES.iter().position(|grade| *grade == matched)?;
        self.sets.get_mut(at)
    }

    /// Lets what meets the part better count as meeting it less well too.
    pub(super) fn settle(&mut self) {
        let mut above: Option<&Bits> = None;
        for set in self.sets.iter_mut().rev() {
            if let Some(above) = above {
                set.unite(above);
            }
            above = Some(set);
        }
    }

    /// The sentences that meet the part so well or better.
    pub(super) fn at_least(&self, matched: Match) -> &Bits {
        static NOTHING: Bits = Bits::nothing();
        let at = GRADES.iter().position(|grade| *grade >= matched);
        at.and_then(|at| self.sets.get(at)).unwrap_or(&NOTHING)
    }

    /// The sentences that meet the part.
    pub(super) fn met(&self) -> &Bits {
        self.at_least(Match::Fuzzy)
    }

    /// Keeps what another part has as well too, as the weaker of both.
    pub(super) fn intersect(&mut self, other: &Self) {
        self.sets.iter_mut().zip(&other.sets).for_each(|(set, other)| set.intersect(other));
    }

    /// Adds what meets another part, at most as well as said.
    pub(super) fn unite(&mut self, other: &Self, most: Match) {
        for ((set, other), _) in
            self.sets.iter_mut().zip(&other.sets).zip(GRADES).filter(|(_, grade)| *grade <= most)
        {
            set.unite(other);
        }
    }

    /// How well a sentence meets the part, as the number of a [`Match`].
    pub(super) fn mark(&self, sentence: usize) -> u8 {
        let mut sets = self.sets.iter().zip(GRADES).rev();
        sets.find(|(set, _)| set.contains(sentence)).map_or(0, |(_, grade)| grade as u8)
    }
}
