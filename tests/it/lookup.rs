//! Questions in plain words, and the sentences that answer them.

use bluf::query::lookup::{Answer, Changes, Match};
use bluf::query::{Index, Lookup, Roster};
use bluf::source::seeds;
use bluf::work;
use proptest::prelude::*;
use std::sync::Arc;

fn lookup() -> Lookup {
    let corpus = Arc::new(work::load(seeds::open(), None));
    let index = Arc::new(Index::new(&corpus));
    Lookup::new(corpus, index)
}

fn quotes(lookup: &Lookup, answer: &Answer) -> Vec<String> {
    answer.rows.iter().map(|row| row.quote(lookup.corpus()).to_owned()).collect()
}

#[test]
fn what_a_briefer_asks_is_answered() {
    let mut lookup = lookup();
    let mut wrong = Vec::new();
    for line in include_str!("../fixtures/lookup/questions.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut cells = line.split('\t');
        let [question, place, words] = [(); 3].map(|()| cells.next().unwrap_or_default());
        let answer = lookup.ask(question, &Changes::new(), 10);
        let found = quotes(&lookup, &answer);
        let most = place.parse().unwrap_or(0);
        let right = match place {
            "no" => found.is_empty() && answer.no.is_some(),
            _ => found.iter().take(most).any(|quote| quote.contains(words)),
        };
        if !right {
            wrong.push(format!("{question}: {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_key_gives_the_answer_of_the_whole_question() {
    let mut typing = lookup();
    for question in ["recruits stopped 2016", "tajik border 2025 !draft", "“border agreement”"]
    {
        for (at, c) in question.char_indices() {
            let typed = question.get(..at + c.len_utf8()).unwrap();
            let answer = typing.ask(typed, &Changes::new(), 10);
            assert_eq!(answer, lookup().ask(typed, &Changes::new(), 10), "{typed}");
        }
    }
}

#[test]
fn better_matches_come_first_and_say_how_they_match() {
    let mut lookup = lookup();
    let answer = lookup.ask("kazakhstan", &Changes::new(), 400);
    let kinds: Vec<Match> = answer.rows.iter().map(|row| row.matched).collect();
    assert!(kinds.windows(2).all(|pair| pair[0] >= pair[1]), "{kinds:?}");
    assert_eq!(kinds.first(), Some(&Match::Exact));
    assert_eq!(answer.rows.len() - 1, answer.matching);
}

#[test]
fn a_no_says_what_was_tried() {
    let mut lookup = lookup();
    let answer = lookup.ask("recruits stopped 2019", &Changes::new(), 10);
    let no = answer.no.as_ref().unwrap();
    assert_eq!(answer.searched.documents, 4);
    assert!(answer.told_tried()[1].contains("disallowed"), "{:?}", answer.told_tried());
    let nearest: Vec<String> = no.nearest.iter().map(|n| answer.told_nearest(n)).collect();
    assert!(nearest.contains(&"without 2019: 1 sentence".to_owned()), "{nearest:?}");
    let gap = |&(id, span): &(bluf::model::DocId, bluf::text::Span)| {
        lookup.corpus().document(id).unwrap().text.words(span).to_owned()
    };
    assert!(no.gaps.iter().map(gap).any(|gap| gap.contains("not provided")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_typed_is_answered_and_every_light_is_in_its_sentence(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "the", "Kazakh", "border", "2016", "since 2018", "\"", "'law", "!draft", "kz", "KZ", "CSTO", "how many",
                "recr", "terorism", "multi-vector", "é外", "9999", "who", "агентство", "…", "-", "a b", "\u{301}",
            ]),
            0..6,
        ),
        limit in 0usize..20,
    ) {
        let mut lookup = LOOKUP.with(Clone::clone);
        let typed = words.join(" ");
        let answer = lookup.ask(&typed, &Changes::new(), limit);
        prop_assert!(answer.rows.len() <= limit.max(answer.rows.len().min(limit)));
        for row in &answer.rows {
            let Some((id, sentence)) = row.place else { continue };
            let document = lookup.corpus().document(id).unwrap();
            for lit in &row.lit {
                prop_assert!(sentence.overlaps(*lit) || sentence.is_empty(), "{} {:?}", typed, row);
                prop_assert!(!document.text.words(*lit).is_empty(), "{} {:?}", typed, row);
            }
        }
    }
}

thread_local! {
    static LOOKUP: Lookup = {
        let mut lookup = lookup();
        lookup.meet(Arc::new(Roster::new(lookup.corpus())));
        lookup
    };
}
