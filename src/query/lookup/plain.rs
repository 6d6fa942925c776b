//! The lookup in its plainest form, for tests: each sentence is judged for each part, word by word, and all are sorted.
//! Remembers nothing and keeps no sets; must come to the very answers of [`Lookup`].

use super::answer::{Answer, Match, Nearest, No};
use super::forms::{Forms, Words};
use super::gather::Met;
use super::question::{Part, Question, Role};
use super::rank::{CLASS, KIND, LIKED, Marks, Ranked, SUM, WANTED, window};
use super::row::Maker;
use super::tables::Want;
use super::{LONG, Lookup, PARTIAL, add_partial, names, no, typed_words};
use crate::extract::Via;
use crate::model::{Day, EventId, IndicatorId};
use crate::query::DateRange;
use crate::query::pattern::closeness;
use std::cmp::Reverse;

/// What meets a part, judged sentence by sentence.
struct Judged {
    marks: Vec<u8>,
    forms: Vec<Forms>,
    /// Whether the forms are slips.
    slips: bool,
}

struct Plain<'a> {
    lookup: &'a Lookup,
    words: Words<'a>,
    question: &'a Question,
    judged: Vec<Option<Judged>>,
    typed: Vec<std::ops::Range<u32>>,
}

fn mark(forms: &Forms, words: Words<'_>, sentence: u32) -> u8 {
    let tokens = words.index.tokens(sentence);
    let single = tokens.iter().filter_map(|token| forms.words.get(&token.word_number()));
    let runs = forms.runs.iter().filter(|run| run.places(tokens).next().is_some());
    single.copied().chain(runs.map(|run| run.matched)).max().unwrap_or_default() as u8
}

impl<'a> Plain<'a> {
    fn new(lookup: &'a Lookup, question: &'a Question) -> Self {
        let (words, typed) = (lookup.words(), typed_words(question, &lookup.index));
        let mut plain = Self { lookup, words, question, judged: Vec::new(), typed };
        plain.judged = question.parts.iter().map(|part| plain.judge(part)).collect();
        plain
    }

    fn sentences(&self) -> u32 {
        self.lookup.index.sentence_count() as u32
    }

    fn judge(&self, part: &Part) -> Option<Judged> {
        if part.role == Role::Out {
            return None;
        }
        let forms = Forms::of(part, self.words);
        let mut marks: Vec<u8> = (0..self.sentences())
            .map(|s| mark(&forms, self.words, s).max(self.of_items(part, s) as u8))
            .collect();
        let mut all = vec![forms];
        if part.role == Role::Word && part.words.len() > 1 {
            let singles: Vec<Forms> =
                part.single_words().map(|one| Forms::of(&one, self.words)).collect();
            for (sentence, known) in marks.iter_mut().enumerate() {
                let weakest = singles.iter().map(|f| mark(f, self.words, sentence as u32)).min();
                *known = (*known).max(weakest.unwrap_or(0).min(Match::Form as u8));
            }
            // Of the words apart, only single ones are lit.
            all.extend(singles.into_iter().map(|f| Forms { runs: Vec::new(), ..f }));
        }
        let slips = part.role == Role::Word && marks.iter().all(|mark| *mark == 0);
        if slips {
            let mut forms = Forms::default();
            forms.slips(part, self.words);
            marks = (0..self.sentences()).map(|s| mark(&forms, self.words, s)).collect();
            all = vec![forms];
        }
        Some(Judged { marks, forms: all, slips })
    }

    fn of_items(&self, part: &Part, number: u32) -> Match {
        let (id, at) = self.lookup.index.sentence(number).unwrap();
        let (corpus, index) = (&self.lookup.corpus, &self.lookup.index);
        let document = corpus.document(id).unwrap();
        let here = |start: u32| document.text.sentence_at(start) == Some(at);
        let events = || {
            let all = corpus.events.iter().enumerate();
            let here = |at| index.sentence_of(EventId(at as u32)) == number as usize;
            all.filter(move |(at, _)| here(*at)).map(|(_, event)| event)
        };
        let figures = || {
            let all = corpus.indicators.iter().enumerate();
            let here = |at| index.sentence_of_indicator(IndicatorId(at as u32)) == number as usize;
            all.filter(move |(at, _)| here(*at)).map(|(_, row)| row)
        };
        let mut all = vec![Match::None];
        match &part.role {
            Role::Country(country) => {
                let matched = |via: Via| match via {
                    Via::Name | Via::Demonym => Match::Word,
                    Via::Group => Match::Related,
                    _ => Match::Form,
                };
                let named = document.countries.iter().filter(|m| here(m.span.start));
                all.extend(named.filter(|m| m.country == *country).map(|m| matched(m.via)));
                let told = events().flat_map(|event| corpus.countries(event)).copied();
                let told = told.chain(figures().filter_map(|row| row.country));
                let told = told.filter(|(of, _)| of == country);
                all.extend(told.map(|(_, via)| matched(via).min(Match::Form)));
            }
            Role::Dates(range) => {
                let dates = document.dates.iter().filter(|m| here(m.span.start) && range.holds(m));
                let days = dates
                    .filter_map(|m| m.date.as_ref())
                    .map(|date| (Day::earliest(date.earliest), Day::latest(date.latest)));
                let told = events().filter(|event| event.is_dated());
                let told = told.map(|event| (event.earliest, event.latest));
                let said = figures().filter(|row| row.is_dated());
                let said = said.map(|row| (row.earliest, row.latest));
                all.extend(days.chain(told).chain(said).map(|days| dated(range, days)));
            }
            _ => {}
        }
        all.into_iter().max().unwrap()
    }

    fn mark(&self, part: usize, sentence: u32) -> u8 {
        self.judged[part].as_ref().map_or(0, |judged| judged.marks[sentence as usize])
    }

    /// How well a sentence meets the question, one part dropped.
    fn class(&self, sentence: u32, dropped: Option<usize>) -> u8 {
        let parts = || self.question.parts.iter().enumerate();
        let out =
            |(at, part): (usize, &Part)| part.role == Role::Without && self.mark(at, sentence) > 0;
        if parts().any(out) {
            return 0;
        }
        let required = parts().filter(|(at, part)| part.is_required() && Some(*at) != dropped);
        required.map(|(at, _)| self.mark(at, sentence)).min().unwrap_or(0)
    }

    fn ranked(&self, sentence: u32, class: u8) -> Ranked {
        let book = &self.lookup.book;
        let at = sentence as usize;
        let told = book.events.contains(at) || book.figures.contains(at);
        let wanted = match self.question.want {
            Some(Want::Figure) => book.figures.contains(at),
            Some(Want::Date) => book.events.contains(at),
            Some(Want::Person) => book.persons.contains(at),
            _ => false,
        };
        let kind = if told { 2 } else { u32::from(!book.headings.contains(at)) };
        let tokens = self.words.index.tokens(sentence);
        let numbers: Vec<u32> = tokens.iter().map(|token| token.word_number()).collect();
        let (mut sum, mut liked, mut score) = (0, 0, 0);
        let mut places: Vec<Vec<(usize, usize)>> = Vec::new();
        for (n, part) in self.question.parts.iter().enumerate() {
            let Some(judged) = &self.judged[n] else { continue };
            let mark = u32::from(judged.marks[at]);
            match part.role {
                Role::Weak => liked += u32::from(mark > Match::Start as u32),
                Role::Without | Role::Out => {}
                _ => sum += mark,
            }
            if part.is_required() {
                places.push(judged.places(self.words, sentence));
                if judged.slips {
                    let words = numbers.iter().filter(|n| judged.forms[0].words.contains_key(n));
                    let word = |n: &u32| self.words.index.vocabulary().word(*n);
                    score += words.map(|n| closeness(word(n), &part.text)).max().unwrap_or(0);
                }
            }
        }
        places.retain(|places| !places.is_empty());
        let taken: usize = places.iter().map(|places| places[0].1).sum();
        let between = if places.len() < 2 { 0 } else { window(&places).saturating_sub(taken) };
        let begins = !self.typed.is_empty()
            && numbers.len() >= self.typed.len()
            && self.typed.iter().zip(&numbers).all(|(range, number)| range.contains(number));
        let class = match begins {
            true if numbers.len() == self.typed.len() => Match::Exact as u8,
            true => Match::Prefix as u8,
            false => class,
        };
        let wanted = wanted && class > Match::Near as u8;
        let rank = u32::from(wanted) << WANTED
            | u32::from(class) << CLASS
            | liked.min(7) << LIKED
            | sum.min(255) << SUM
            | kind << KIND;
        let close = 31 - between.min(31) as u32;
        let recent = book.recent[at];
        Ranked { rank, score: score.min(511), close, recent, sentence: Reverse(sentence) }
    }

    /// All that meet the question, one part dropped, the best first.
    fn all(&self, dropped: Option<usize>) -> Vec<Ranked> {
        let met = (0..self.sentences()).map(|s| (s, self.class(s, dropped)));
        let met = met.filter(|(_, class)| *class > 0);
        let mut ranked: Vec<Ranked> = met.map(|(s, class)| self.ranked(s, class)).collect();
        ranked.sort_by_key(|ranked| Reverse(*ranked));
        ranked
    }

    /// All that meet the question with what stands beside them, the best first.
    fn beside(&self) -> Vec<(Ranked, Vec<usize>)> {
        let parts = self.question.parts.iter().enumerate();
        let required: Vec<usize> = parts.filter(|(_, p)| p.is_required()).map(|(n, _)| n).collect();
        let most = if required.len() > 3 { 2 } else { 1 };
        let spoken =
            |part: usize| matches!(self.question.parts[part].role, Role::Word | Role::Verbatim);
        let any = (0..self.question.parts.len()).any(spoken);
        let mut found = Vec::new();
        for sentence in (0..self.sentences()).filter(|_| required.len() > 1) {
            let unmet = |&part: &usize| self.mark(part, sentence) == 0;
            let missing: Vec<usize> = required.iter().copied().filter(unmet).collect();
            let tells = (0..self.question.parts.len()).any(|p| spoken(p) && !missing.contains(&p));
            if (1..=most).contains(&missing.len())
                && (!any || tells)
                && missing.iter().all(|&part| self.is_beside(part, sentence))
            {
                found.push((self.ranked(sentence, Match::Near as u8), missing));
            }
        }
        let fewest = found.iter().map(|(_, missing): &(Ranked, Vec<usize>)| missing.len()).min();
        found.retain(|(_, missing)| Some(missing.len()) == fewest);
        found.sort_by_key(|(ranked, _)| Reverse(*ranked));
        found
    }

    fn is_beside(&self, part: usize, number: u32) -> bool {
        let (id, sentence) = self.lookup.index.sentence(number).unwrap();
        let document = self.lookup.corpus.document(id).unwrap();
        let text = &document.text;
        let good = |at: usize| {
            let number = self.lookup.index.sentence_number(id, at);
            number.is_some_and(|number| self.mark(part, number) >= Match::Form as u8)
        };
        let start = |at: usize| text.sentences.get(at).map(|span| span.start);
        let paragraph = |at: usize| start(at).and_then(|start| text.block_at(start));
        let neighbour = |at: usize| paragraph(at) == paragraph(sentence) && good(at);
        let place = |start: u32| text.sentences.partition_point(|s| s.start < start);
        let section = start(sentence).and_then(|start| document.section_at(start));
        let heading = section.map(|at| place(document.sections[at].heading.start));
        let range = match &self.question.parts[part].role {
            Role::Dates(range) => Some(range),
            _ => None,
        };
        let published = document.published.as_ref().zip(range);
        sentence.checked_sub(1).is_some_and(neighbour)
            || neighbour(sentence + 1)
            || heading.is_some_and(good)
            || document.front.title.is_some_and(|title| good(place(title.start)))
            || published.is_some_and(|(day, range)| {
                range.overlaps(Day::earliest(day.earliest), Day::latest(day.latest))
            })
            || matches!(&self.question.parts[part].role, Role::Country(country) if {
                let named = document.countries.iter().filter(|m| m.via != Via::Group);
                let own = named.clone().filter(|m| m.country == *country).count();
                own > 2 && own * 3 >= named.count()
            })
    }

    fn answer(&self, limit: usize) -> Answer {
        let corpus = &self.lookup.corpus;
        let met: Vec<Option<Met>> = (self.question.parts.iter().zip(&self.judged))
            .map(|(part, judged)| judged.as_ref().map(|_| Met::of(part, corpus, self.words)))
            .collect();
        let marks = Marks {
            question: self.question,
            met: met.iter().map(Option::as_ref).collect(),
            typed: self.typed.clone(),
        };
        let maker = Maker { corpus, words: self.words, marks: &marks };
        let all = self.all(None);
        let mut answer = Answer { matching: all.len(), ..Answer::default() };
        answer.question = self.question.clone();
        answer.searched = self.lookup.searched();
        let best = all.into_iter().take(limit);
        answer.rows = best.filter_map(|r| maker.row(r, Vec::new(), Vec::new())).collect();
        if answer.rows.iter().all(|row| row.matched < Match::Form) {
            let room = limit - answer.rows.len();
            for (ranked, missing) in self.beside().into_iter().take(room) {
                answer.rows.extend(maker.row(ranked, missing, Vec::new()));
            }
            answer.rows.sort_by_key(|row| Reverse(row.score));
        }
        if answer.rows.is_empty() && self.question.required().count() >= LONG {
            add_partial(&maker, &mut answer, limit);
            assert!(answer.rows.len() <= PARTIAL);
        }
        names::add(&maker, None, &mut answer, limit);
        for (judged, met) in self.judged.iter().zip(&met) {
            let mut tried = met.as_ref().map(|met| met.tried.clone()).unwrap_or_default();
            let marks = judged.iter().flat_map(|judged| &judged.marks);
            tried.sentences = marks.filter(|mark| **mark > 0).count();
            answer.tried.push(tried);
        }
        if answer.rows.is_empty() {
            let gaps = no::prove(&maker).gaps;
            answer.no = Some(No { nearest: self.nearest(&maker), gaps });
        }
        answer
    }

    fn nearest(&self, maker: &Maker<'_>) -> Vec<Nearest> {
        let mut nearest = Vec::new();
        for (dropped, part) in self.question.parts.iter().enumerate() {
            if part.is_required() && self.question.required().count() > 1 {
                let all = self.all(Some(dropped));
                let row = all.first().and_then(|r| maker.row(*r, Vec::new(), vec![dropped]));
                nearest.extend(row.map(|row| Nearest { dropped, sentences: all.len(), row }));
            }
        }
        nearest.sort_by_key(|nearest| Reverse(nearest.row.score));
        nearest
    }
}

impl Judged {
    fn places(&self, words: Words<'_>, sentence: u32) -> Vec<(usize, usize)> {
        let tokens = words.index.tokens(sentence);
        let held = |n: u32| self.forms.iter().any(|forms| forms.words.contains_key(&n));
        let single = tokens.iter().enumerate().filter(|(_, t)| held(t.word_number()));
        let mut places: Vec<(usize, usize)> = single.map(|(at, _)| (at, 1)).collect();
        for run in self.forms.iter().flat_map(|forms| &forms.runs) {
            places.extend(run.places(tokens).map(|at| (at, run.words.len())));
        }
        places.sort_unstable();
        places
    }
}

fn dated(range: &DateRange, (earliest, latest): (Day, Day)) -> Match {
    let inside = range.earliest <= earliest && latest <= range.latest;
    match (inside, range.overlaps(earliest, latest)) {
        (true, _) => Match::Word,
        (_, true) => Match::Related,
        _ => Match::None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::question::Changes;
    use super::*;
    use crate::query::Index;
    use crate::source::seeds;
    use crate::work;
    use proptest::prelude::*;
    use std::sync::{Arc, LazyLock};

    static SEEDS: LazyLock<Lookup> = LazyLock::new(|| {
        let corpus = Arc::new(work::load(seeds::open(), None));
        let index = Arc::new(Index::new(&corpus));
        Lookup::new(corpus, index)
    });

    /// Asks both engines, one of them key by key.
    fn check(typing: &mut Lookup, typed: &str, limit: usize) {
        let question = Question::parse(typed, &Changes::new());
        let answer = typing.ask(typed, &Changes::new(), limit);
        if question.is_empty() {
            assert!(answer.rows.is_empty());
            return;
        }
        assert_eq!(answer, Plain::new(&SEEDS, &question).answer(limit), "{typed}");
    }

    #[test]
    fn the_answers_are_those_of_a_plain_search() {
        let mut lookup = SEEDS.clone();
        for line in include_str!("../../../tests/fixtures/lookup/questions.tsv").lines() {
            let question = line.split('\t').next().unwrap_or_default();
            for limit in [1, 10, 400] {
                check(&mut lookup, question, limit);
            }
        }
        for question in
            ["how many recruits stopped 2016", "tajkistan bordr agremeent 2025 !draft", "russi"]
        {
            for (at, c) in question.char_indices() {
                check(&mut lookup, question.get(..at + c.len_utf8()).unwrap(), 7);
            }
        }
    }

    /// The words of the seeds, and what makes other words of them.
    fn word() -> impl Strategy<Value = String> {
        let vocabulary = SEEDS.index.vocabulary();
        let words: Vec<String> =
            (0..vocabulary.len() as u32).map(|n| vocabulary.word(n).to_owned()).collect();
        let of_all = prop::sample::select(words);
        let common =
            vec!["kazakhstan", "russia", "border", "2025", "uzbek", "who", "when", "csto", "said"];
        let common = prop::sample::select(common).prop_map(str::to_owned);
        (prop_oneof![of_all, common], 0..12u8, 0..8usize).prop_map(|(word, change, at)| {
            let mut letters: Vec<char> = word.chars().collect();
            let at = at.min(letters.len() - 1);
            match change {
                0 => letters.truncate(at + 1),
                1 => drop(letters.remove(at)),
                2 => letters[at] = 'q',
                3 if at > 0 => letters.swap(at, at - 1),
                4 => letters.insert(0, '!'),
                5 => return format!("\u{201c}{word}\u{201d}"),
                6 => return word.to_uppercase(),
                _ => {}
            }
            letters.into_iter().collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn any_words_are_answered_as_by_a_plain_search(
            words in prop::collection::vec(word(), 1..6), limit in 1..60usize, space in any::<bool>(),
        ) {
            let typed = words.join(" ") + if space { " " } else { "" };
            check(&mut SEEDS.clone(), &typed, limit);
        }
    }
}
