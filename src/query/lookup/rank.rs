//! Puts the sentences that meet a question in order. Marks for each part come in; numbers of sentences, the best first, go
//! out. The order is: what is asked for is there; how well all parts are met; how many of the liked words are there; the
//! sum of how well; what it is; how close the words stand together; how recent it is; its place.

use super::answer::Match;
use super::book::Holds;
use super::forms::Words;
use super::gather::Met;
use super::question::{Question, Role};
use super::tables::Want;
use crate::model::Day;
use std::cmp::Reverse;

/// The marks of all parts of a question.
pub(super) struct Marks<'a> {
    pub(super) question: &'a Question,
    /// For each part what meets it; nothing for a part that is left out.
    pub(super) met: Vec<Option<&'a Met>>,
    /// The words the question was typed with, as numbers of the vocabulary that each can be.
    pub(super) typed: Vec<std::ops::Range<u32>>,
}

/// A sentence and how well it meets a question: higher is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ranked {
    /// All but closeness and recency.
    pub(super) rank: u32,
    /// How close the words stand together: 31 for side by side.
    pub(super) close: u32,
    /// The last day it tells of.
    recent: Day,
    /// Its number; earlier ones first.
    pub(super) sentence: Reverse<u32>,
}

/// Bits of a rank: closeness takes the lowest five of a score.
const CLOSE: u32 = 5;
const KIND: u32 = 0;
const SUM: u32 = 2;
const LIKED: u32 = 10;
const CLASS: u32 = 13;
const WANTED: u32 = 17;

impl Ranked {
    /// How the question is met.
    pub(super) fn matched(self) -> Match {
        Match::of((self.rank >> CLASS & 15) as u8)
    }

    /// The same, a part of the question not being met.
    pub(super) fn as_partial(self) -> Self {
        let rank = self.rank & !(15 << CLASS) | (Match::Partial as u32) << CLASS;
        Self { rank, ..self }
    }

    /// A number that is higher for a better row.
    pub(super) fn score(self) -> u32 {
        self.rank << CLOSE | self.close
    }
}

/// The score of what goes by a name and is matched like this, its parts like those; whether it is what is asked for.
pub(super) fn score_of(matched: Match, parts: &[Match], wanted: bool) -> u32 {
    let sum: u32 = parts.iter().map(|matched| *matched as u32).sum();
    let class = (matched as u32) << CLASS;
    (u32::from(wanted) << WANTED | class | sum.min(255) << SUM | 3 << KIND) << CLOSE
}

impl Marks<'_> {
    /// How many sentences meet the question, and the `limit` best of them. One part may be dropped.
    pub(super) fn best(
        &self,
        words: Words<'_>,
        dropped: Option<usize>,
        limit: usize,
    ) -> (usize, Vec<Ranked>) {
        let class = self.classes(dropped);
        let mut found: Vec<(u32, u32)> = Vec::new();
        for (sentence, &class) in class.iter().enumerate().filter(|(_, class)| **class > 0) {
            found.push((self.rank(words, sentence, class), sentence as u32));
        }
        (found.len(), self.order(words, found, limit))
    }

    /// The best of these sentences, by rank, then closeness, recency and place.
    pub(super) fn order(
        &self,
        words: Words<'_>,
        mut found: Vec<(u32, u32)>,
        limit: usize,
    ) -> Vec<Ranked> {
        if limit == 0 || found.is_empty() {
            return Vec::new();
        }
        // Only what is as good as the last one that can be shown is looked at closely.
        if found.len() > limit {
            let (_, &mut (last, _), _) =
                found.select_nth_unstable_by(limit - 1, |a, b| b.0.cmp(&a.0));
            found.retain(|(rank, _)| *rank >= last);
        }
        let mut ranked: Vec<Ranked> = found
            .into_iter()
            .map(|(rank, sentence)| Ranked {
                rank,
                close: self.close(words, sentence),
                recent: words.book.recent.get(sentence as usize).copied().unwrap_or(Day::MIN),
                sentence: Reverse(sentence),
            })
            .collect();
        let better = |a: &Ranked, b: &Ranked| b.cmp(a);
        if ranked.len() > limit {
            ranked.select_nth_unstable_by(limit - 1, better);
            ranked.truncate(limit);
        }
        ranked.sort_unstable_by(better);
        ranked
    }

    /// For each sentence the weakest of its marks; 0 where a part is not met, or one that must not be is.
    fn classes(&self, dropped: Option<usize>) -> Vec<u8> {
        let mut class: Option<Vec<u8>> = None;
        for (at, (part, met)) in self.parts().enumerate() {
            if part.is_required() && Some(at) != dropped {
                match &mut class {
                    None => class = Some(met.marks.clone()),
                    Some(class) => {
                        class.iter_mut().zip(&met.marks).for_each(|(c, mark)| *c = (*c).min(*mark));
                    }
                }
            }
        }
        let mut class = class.unwrap_or_default();
        for (part, met) in self.parts() {
            if part.role == Role::Without {
                let pairs = class.iter_mut().zip(&met.marks);
                pairs.filter(|(_, mark)| **mark > 0).for_each(|(class, _)| *class = 0);
            }
        }
        class
    }

    /// The parts and what meets them.
    fn parts(&self) -> impl Iterator<Item = (&super::question::Part, &Met)> {
        static NOTHING: Met =
            Met { marks: Vec::new(), words: std::collections::BTreeMap::new(), runs: Vec::new() };
        self.question.parts.iter().zip(self.met.iter().map(|met| met.unwrap_or(&NOTHING)))
    }

    /// The rank of a sentence whose weakest mark is known.
    pub(super) fn rank(&self, words: Words<'_>, sentence: usize, class: u8) -> u32 {
        let holds = words.book.holds.get(sentence).copied().unwrap_or_default();
        let wanted = match self.question.want {
            Some(Want::Figure) => holds.any(Holds::INDICATOR),
            Some(Want::Date) => holds.any(Holds::EVENT),
            Some(Want::Person) => holds.any(Holds::PERSON),
            Some(Want::Place) | None => false,
        };
        // What stands beside a sentence is no reason to put it before one that says it.
        let wanted = wanted && class > Match::Near as u8;
        let kind = match holds {
            _ if holds.any(Holds::EVENT | Holds::INDICATOR) => 2,
            _ if holds.any(Holds::HEADING) => 0,
            _ => 1,
        };
        let (mut sum, mut liked) = (0u32, 0u32);
        for (part, met) in self.parts() {
            let mark = met.marks.get(sentence).copied().unwrap_or_default();
            match part.role {
                Role::Weak => liked += u32::from(mark > Match::Start as u8),
                Role::Without | Role::Out => {}
                _ => sum += u32::from(mark),
            }
        }
        let class = self.opening(words, sentence as u32).map_or(class, |o| class.max(o as u8));
        u32::from(wanted) << WANTED
            | u32::from(class) << CLASS
            | liked.min(7) << LIKED
            | sum.min(255) << SUM
            | kind << KIND
    }

    /// Whether a sentence begins with what was typed, or is that.
    fn opening(&self, words: Words<'_>, sentence: u32) -> Option<Match> {
        if self.typed.is_empty() {
            return None;
        }
        let mut tokens = words.index.tokens(sentence);
        let length = tokens.len();
        let same = self.typed.iter().all(|numbers| {
            tokens.next().is_some_and(|token| numbers.contains(&token.word_number()))
        });
        same.then_some(if length == self.typed.len() { Match::Exact } else { Match::Prefix })
    }

    /// How close the words that meet the parts stand together: 31 less the words between the outermost of the closest.
    fn close(&self, words: Words<'_>, sentence: u32) -> u32 {
        let parts = self.parts().filter(|(part, _)| part.is_required());
        let places: Vec<Vec<(usize, usize)>> = parts
            .map(|(_, met)| met.places(words, sentence))
            .filter(|places| !places.is_empty())
            .collect();
        if places.len() < 2 {
            return 31;
        }
        let taken: usize = places.iter().filter_map(|places| places.first()).map(|p| p.1).sum();
        31 - u32::try_from(window(&places).saturating_sub(taken)).unwrap_or(31).min(31)
    }
}

/// The fewest words that hold one place of each list.
fn window(lists: &[Vec<(usize, usize)>]) -> usize {
    let mut all: Vec<(usize, usize, usize)> = lists
        .iter()
        .enumerate()
        .flat_map(|(list, places)| places.iter().map(move |&(at, length)| (at, at + length, list)))
        .collect();
    all.sort_unstable();
    let mut last: Vec<Option<(usize, usize)>> = vec![None; lists.len()];
    let mut fewest = usize::MAX;
    for (start, end, list) in all {
        if let Some(last) = last.get_mut(list) {
            *last = Some((start, end));
        }
        if last.iter().all(Option::is_some) {
            let first = last.iter().flatten().map(|place| place.0).min().unwrap_or(start);
            let end = last.iter().flatten().map(|place| place.1).max().unwrap_or(end);
            fewest = fewest.min(end - first);
        }
    }
    fewest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_places_count() {
        let lists = [vec![(0, 1), (10, 1)], vec![(12, 1), (40, 1)]];
        assert_eq!(window(&lists), 3);
        assert_eq!(window(&[vec![(4, 2)], vec![(6, 1)]]), 3);
    }
}
