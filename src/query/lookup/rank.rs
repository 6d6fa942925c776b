//! Puts the sentences that meet a question in order. Grades for each part come in; numbers of sentences, the best first, go
//! out. The order is: what is asked for is there; how well all parts are met; how many of the liked words are there; the
//! sum of how well; what it is; fuzzy-matcher's score where a slip is met; how close the words stand together; how recent it
//! is; its place. Only the sentences that share the last places are looked at one by one.

use super::answer::Match;
use super::forms::Words;
use super::gather::Met;
use super::grades::GRADES;
use super::planes::{self, Planes};
use super::question::{Question, Role};
use super::tables::Want;
use crate::model::Day;
use crate::query::Index;
use crate::query::bits::Bits;
use crate::query::projection::Token;
use std::borrow::Cow;
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
    /// All but what follows here.
    pub(super) rank: u32,
    /// Fuzzy-matcher's score of what is a slip away.
    pub(super) score: u32,
    /// How close the words stand together: 31 for side by side.
    pub(super) close: u32,
    /// The last day it tells of.
    pub(super) recent: Day,
    /// Its number; earlier ones first.
    pub(super) sentence: Reverse<u32>,
}

/// Bits of a row's score: closeness takes the lowest five, fuzzy-matcher's score the next nine.
const CLOSE: u32 = 5;
const SCORE: u32 = 9;
/// Bits of a rank.
pub(super) const KIND: u32 = 0;
pub(super) const SUM: u32 = 2;
pub(super) const LIKED: u32 = 10;
pub(super) const CLASS: u32 = 13;
pub(super) const WANTED: u32 = 17;

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
        (self.rank << SCORE | self.score) << CLOSE | self.close
    }
}

/// The score of what goes by a name and is matched like this, its parts like those; whether it is what is asked for.
pub(super) fn score_of(matched: Match, parts: &[Match], wanted: bool) -> u32 {
    let sum: u32 = parts.iter().map(|matched| *matched as u32).sum();
    let class = (matched as u32) << CLASS;
    (u32::from(wanted) << WANTED | class | sum.min(255) << SUM | 3 << KIND) << (SCORE + CLOSE)
}

/// How many sentences meet a question, by how well, and what they begin with.
struct Classes {
    /// Those that meet it.
    all: Bits,
    /// Those of them that are the question; begin with it or are it; and so on for each grade, the best first.
    falling: Vec<(Match, Bits)>,
}

/// The fewest of the best, all equal, that are gone through from the most recent one.
const MANY: usize = 2048;

impl Marks<'_> {
    /// How many sentences meet the question, and the `limit` best of them. One part may be dropped.
    pub(super) fn best(
        &self,
        words: Words<'_>,
        dropped: Option<usize>,
        limit: usize,
    ) -> (usize, Vec<Ranked>) {
        let classes = self.classes(words, dropped);
        (classes.all.count(), self.order(words, &classes, limit))
    }

    /// The best of these sentences, which all meet the question beside them only.
    pub(super) fn best_beside(
        &self,
        words: Words<'_>,
        sentences: Bits,
        limit: usize,
    ) -> Vec<Ranked> {
        let mut falling = self.opened(words, &sentences);
        falling.push((Match::Near, sentences.clone()));
        self.order(words, &Classes { all: sentences, falling }, limit)
    }

    /// The best of the sentences, by rank, then what comes behind it.
    fn order(&self, words: Words<'_>, classes: &Classes, limit: usize) -> Vec<Ranked> {
        if limit == 0 || classes.all.is_empty() {
            return Vec::new();
        }
        let ranks = self.planes(words, classes);
        let (sure, equal) = planes::best(classes.all.clone(), ranks.iter().map(Cow::as_ref), limit);
        let class = |sentence: usize| {
            let mut falling = classes.falling.iter();
            falling.find(|(_, set)| set.contains(sentence)).map_or(0, |(class, _)| *class as u8)
        };
        let mut closeness = Closeness::new(self, words);
        let mut ranked: Vec<Ranked> = sure
            .iter()
            .map(|at| closeness.ranked(self.rank(words, at, class(at)), at as u32))
            .collect();
        if let Some(first) = equal.iter().next() {
            let rank = self.rank(words, first, class(first));
            ranked.extend(closeness.best(rank, &equal, limit - ranked.len()));
        }
        let better = |a: &Ranked, b: &Ranked| b.cmp(a);
        if ranked.len() > limit {
            ranked.select_nth_unstable_by(limit - 1, better);
            ranked.truncate(limit);
        }
        ranked.sort_unstable_by(better);
        ranked
    }

    /// The sets that part better ranks from others, what counts most first.
    fn planes<'a>(&'a self, words: Words<'a>, classes: &'a Classes) -> Vec<Cow<'a, Bits>> {
        let book = words.book;
        let mut ranks: Vec<Cow<'a, Bits>> = Vec::new();
        // What stands beside a sentence is no reason to put it before one that says it.
        let said = classes.falling.iter().rev().find(|(class, _)| *class > Match::Near);
        if let Some((wanted, (_, said))) = self.wanted(words).zip(said) {
            let mut wanted = wanted.clone();
            wanted.intersect(said);
            ranks.push(Cow::Owned(wanted));
        }
        ranks.extend(classes.falling.iter().map(|(_, set)| Cow::Borrowed(set)));
        let (mut sum, mut liked) = (Planes::default(), Planes::default());
        for (part, met) in self.parts() {
            match part.role {
                Role::Weak => liked.add(met.grades.at_least(Match::Related), 0),
                Role::Without | Role::Out => {}
                _ => {
                    let mut below = 0;
                    for grade in GRADES {
                        let step = grade as usize - below;
                        below = grade as usize;
                        // A step of one or two is one bit.
                        sum.add(met.grades.at_least(grade), step - 1);
                    }
                }
            }
        }
        ranks.extend(liked.falling(3).into_iter().map(Cow::Owned));
        ranks.extend(sum.falling(8).into_iter().map(Cow::Owned));
        let mut told = book.events.clone();
        told.unite(&book.figures);
        let mut said = told.clone();
        said.unite_rest(&book.headings);
        ranks.extend([Cow::Owned(told), Cow::Owned(said)]);
        ranks
    }

    /// For each grade the sentences that meet the question so well or better; those that begin with it before.
    fn classes(&self, words: Words<'_>, dropped: Option<usize>) -> Classes {
        let parts = self.question.parts.iter().zip(&self.met).enumerate();
        let required: Vec<&Met> = parts
            .filter(|(at, (part, _))| part.is_required() && Some(*at) != dropped)
            .filter_map(|(_, (_, met))| *met)
            .collect();
        let without = self.parts().filter(|(part, _)| part.role == Role::Without);
        let without: Vec<&Met> = without.map(|(_, met)| met).collect();
        let class = |grade: Match| {
            let mut sets = required.iter().map(|met| met.grades.at_least(grade));
            let mut all = sets.next()?.clone();
            sets.for_each(|set| all.intersect(set));
            for met in &without {
                all.subtract(met.grades.met());
            }
            Some((grade, all))
        };
        let graded: Vec<(Match, Bits)> = GRADES.into_iter().rev().filter_map(class).collect();
        let all = graded.last().map(|(_, all)| all.clone()).unwrap_or_default();
        let mut falling = self.opened(words, &all);
        // What begins with the question is as good as that, however its parts are met.
        let opening = falling.last().map(|(_, opening)| opening.clone());
        falling.extend(graded);
        if let Some(opening) = opening {
            falling.iter_mut().skip(2).for_each(|(_, set)| set.unite(&opening));
        }
        Classes { all, falling }
    }

    /// The sentences of a set that are what was typed, and those that begin with it or are it.
    fn opened(&self, words: Words<'_>, all: &Bits) -> Vec<(Match, Bits)> {
        let Some(first) = self.typed.first() else { return Vec::new() };
        let mut exact = Bits::none(all.len());
        let mut opening = exact.clone();
        let inside = |&&sentence: &&u32| all.contains(sentence as usize);
        for &sentence in words.book.opened_by(words.index, first).iter().filter(inside) {
            let matched = self.opening(words.index, sentence);
            if matched.is_some() {
                opening.insert(sentence as usize);
            }
            if matched == Some(Match::Exact) {
                exact.insert(sentence as usize);
            }
        }
        vec![(Match::Exact, exact), (Match::Prefix, opening)]
    }

    /// The parts and what meets them, but for those that are left out.
    fn parts(&self) -> impl Iterator<Item = (&super::question::Part, &Met)> {
        let parts = self.question.parts.iter().zip(&self.met);
        parts.filter_map(|(part, met)| Some((part, (*met)?)))
    }

    /// The sentences that hold what is asked for.
    fn wanted<'a>(&self, words: Words<'a>) -> Option<&'a Bits> {
        match self.question.want? {
            Want::Figure => Some(&words.book.figures),
            Want::Date => Some(&words.book.events),
            Want::Person => Some(&words.book.persons),
            Want::Place => None,
        }
    }

    /// The rank of a sentence that meets the question like this.
    fn rank(&self, words: Words<'_>, sentence: usize, class: u8) -> u32 {
        let book = words.book;
        let wanted = class > Match::Near as u8
            && self.wanted(words).is_some_and(|set| set.contains(sentence));
        let kind = match () {
            () if book.events.contains(sentence) || book.figures.contains(sentence) => 2,
            () if book.headings.contains(sentence) => 0,
            () => 1,
        };
        let (mut sum, mut liked) = (0u32, 0u32);
        for (part, met) in self.parts() {
            let mark = met.grades.mark(sentence);
            match part.role {
                Role::Weak => liked += u32::from(mark > Match::Start as u8),
                Role::Without | Role::Out => {}
                _ => sum += u32::from(mark),
            }
        }
        u32::from(wanted) << WANTED
            | u32::from(class) << CLASS
            | liked.min(7) << LIKED
            | sum.min(255) << SUM
            | kind << KIND
    }

    /// Whether a sentence begins with what was typed, or is that.
    fn opening(&self, index: &Index, sentence: u32) -> Option<Match> {
        let tokens = index.tokens(sentence);
        let mut pairs = self.typed.iter().zip(tokens);
        let same = tokens.len() >= self.typed.len()
            && pairs.all(|(numbers, token)| numbers.contains(&token.word_number()));
        same.then_some(if tokens.len() == self.typed.len() { Match::Exact } else { Match::Prefix })
    }
}

/// What is looked up of single sentences: how close the words that meet the parts stand together, what fuzzy-matcher says.
struct Closeness<'a> {
    words: Words<'a>,
    /// What meets the parts that have words.
    spoken: Vec<&'a Met>,
    /// What meets the parts of which a word is a slip away only.
    fuzzy: Vec<&'a Met>,
    /// For each of the parts the places of one sentence, kept for their room.
    places: Vec<Vec<(usize, usize)>>,
}

impl<'a> Closeness<'a> {
    fn new(marks: &'a Marks<'a>, words: Words<'a>) -> Self {
        let spoken = marks.parts().filter(|(part, _)| part.is_required());
        let spoken: Vec<&Met> = spoken.map(|(_, met)| met).collect();
        let fuzzy = spoken.iter().copied().filter(|met| met.is_scored()).collect();
        Self { words, places: vec![Vec::new(); spoken.len()], spoken, fuzzy }
    }

    /// A sentence whose rank is known.
    fn ranked(&mut self, rank: u32, sentence: u32) -> Ranked {
        let tokens = self.words.index.tokens(sentence);
        let score: u32 = self.fuzzy.iter().map(|met| met.score(tokens)).sum();
        Ranked {
            rank,
            score: score.min((1 << SCORE) - 1),
            close: self.close(tokens),
            recent: self.words.book.recent.get(sentence as usize).copied().unwrap_or(Day::MIN),
            sentence: Reverse(sentence),
        }
    }

    /// The best of sentences of one rank, in no order, and others.
    fn best(&mut self, rank: u32, equal: &Bits, room: usize) -> Vec<Ranked> {
        let mut ranked = Vec::new();
        if !self.fuzzy.is_empty() || equal.count() < MANY {
            ranked.extend(equal.iter().map(|at| self.ranked(rank, at as u32)));
            return ranked;
        }
        // No sentence further on is more recent: once enough are as close as can be, none is better.
        let mut closest = 0;
        for &sentence in &self.words.book.by_recency {
            if closest >= room {
                break;
            }
            if equal.contains(sentence as usize) {
                let one = self.ranked(rank, sentence);
                closest += usize::from(one.close == CLOSEST);
                ranked.push(one);
            }
        }
        ranked
    }

    /// How close the words stand together: 31 less the words between the outermost of the closest.
    fn close(&mut self, tokens: &[Token]) -> u32 {
        if self.spoken.len() < 2 {
            return CLOSEST;
        }
        let mut used = 0;
        for met in &self.spoken {
            let Some(places) = self.places.get_mut(used) else { break };
            places.clear();
            met.add_places(tokens, places);
            used += usize::from(!places.is_empty());
        }
        let Some(places) = self.places.get(..used).filter(|places| places.len() > 1) else {
            return CLOSEST;
        };
        let taken: usize = places.iter().filter_map(|places| places.first()).map(|p| p.1).sum();
        let between = u32::try_from(window(places).saturating_sub(taken)).unwrap_or(CLOSEST);
        CLOSEST - between.min(CLOSEST)
    }
}

/// Side by side.
const CLOSEST: u32 = 31;

/// The fewest words that hold one place of each list.
pub(super) fn window(lists: &[Vec<(usize, usize)>]) -> usize {
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
