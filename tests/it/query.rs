//! What a lens promises: it leaves only what matches, in its own order, counts what it hides, and lights why.

mod fixture;

use MatchKind::{Exact, Fuzzy, Inside, Prefix, Start, Word};
use bluf::extract::Via;
use bluf::extract::country::Country;
use bluf::model::{Corpus, DocId, EventId};
use bluf::query::{
    CountryFilter, DateRange, Index, Lens, Listed, MatchKind, Pattern, Ranked, View, Why, Years,
    summary,
};
use fixture::{Told, corpus, told};
use pretty_assertions::assert_eq;
use proptest::prelude::*;

fn lens(text: &str, countries: &str, dates: &str) -> Lens {
    Lens {
        text: Pattern::parse(text),
        countries: CountryFilter::parse(countries).unwrap(),
        dates: (!dates.is_empty()).then(|| DateRange::parse(dates).unwrap()),
    }
}

/// Two documents; the first word of a sentence names its event.
fn two() -> Corpus {
    corpus(&[
        &[
            told("Alpha talks opened in Tashkent in April 2025.").on("April 2025", "2025-04").of(
                "Tashkent",
                "UZ",
                Via::Capital,
            ),
            told("Nothing dated stands here about Tashkent."),
            told("Beta fund for the Central Asian states runs since 2018.")
                .on("since 2018", "2018/..")
                .of("Central Asian states", "KZ", Via::Group)
                .of("Central Asian states", "UZ", Via::Group),
        ],
        &[
            told("Gamma agreement of the Kazakh and Uzbek sides was signed on 31 March 2025.")
                .on("31 March 2025", "2025-03-31")
                .of("Kazakh", "KZ", Via::Demonym)
                .of("Uzbek", "UZ", Via::Demonym),
            told("Delta was held last year in Astana.").unanchored("last year").of(
                "Astana",
                "KZ",
                Via::Capital,
            ),
            told("Epsilon came before 1999 ended.").on("1998", "1998"),
        ],
    ])
}

/// The first words of what a view leaves: events, then hits.
fn left(corpus: &Corpus, view: &View) -> (Vec<String>, Vec<String>) {
    let word = |text: &str| text.split(' ').next().unwrap().to_owned();
    let events = view.events.iter().map(|&id| word(corpus.sentence(corpus.event(id).unwrap())));
    let hits =
        view.hits.iter().map(|h| word(corpus.document(h.document).unwrap().text.words(h.sentence)));
    (events.collect(), hits.collect())
}

#[test]
fn a_lens_leaves_what_matches_in_order_of_time() {
    let corpus = two();
    let check = |text, countries, dates, events: &[&str], hits: &[&str]| {
        let view = View::new(&corpus, &lens(text, countries, dates));
        let (e, h) = left(&corpus, &view);
        assert_eq!(
            (e, h),
            (
                events.iter().map(ToString::to_string).collect(),
                hits.iter().map(ToString::to_string).collect()
            ),
            "{text} {countries} {dates}"
        );
    };
    check("", "", "", &["Epsilon", "Beta", "Gamma", "Alpha", "Delta"], &[]);
    check("tashkent", "", "", &["Alpha"], &["Alpha", "Nothing"]);
    check("tashkent | fund", "", "", &["Beta", "Alpha"], &["Alpha", "Nothing", "Beta"]);
    check("!tashkent", "", "2018..", &["Beta", "Gamma"], &["Beta", "Gamma"]);
    check("", "KZ", "", &["Beta", "Gamma", "Delta"], &["Beta", "Gamma", "Delta"]);
    check("", "KZ", "2025", &["Beta", "Gamma"], &["Beta", "Gamma"]);
    check("", "UZ", "2025-04", &["Beta", "Alpha"], &["Alpha", "Beta"]);
    check("", "", "until 2017", &["Epsilon"], &["Epsilon"]);
    check("tashkent", "KZ", "", &[], &[]);
    check("zzz", "", "", &[], &[]);
}

#[test]
fn what_is_hidden_is_counted_and_said() {
    let corpus = two();
    let said = |text, countries, dates| {
        let lens = lens(text, countries, dates);
        summary(&View::new(&corpus, &lens), &lens, Listed::Events)
    };
    assert_eq!(said("", "", ""), "5 events");
    assert_eq!(said("", "KZ", ""), "3 of 5 events, 2 hidden by KZ");
    assert_eq!(said("", "KZ", "2025"), "2 of 5 events, 3 hidden by KZ, 2025 (1 undated)");
    assert_eq!(
        said("tash", "KZ,UZ", "since  2020"),
        "1 of 5 events, 4 hidden by “tash”, KZ or UZ, since 2020"
    );
    let view = View::new(&corpus, &lens("", "KZ", "2025"));
    let counts = view.counts;
    assert_eq!((counts.events_shown, counts.events_hidden(), counts.events_undated), (2, 3, 1));
    assert_eq!((counts.documents_shown, counts.documents_hidden(), counts.sentences), (2, 0, 6));
    let second = view.per_document[1];
    assert_eq!((second.events_shown, second.events_total, second.hits), (1, 3, 1));
    let view = View::new(&corpus, &lens("nothing", "", ""));
    assert_eq!((view.documents, view.counts.hits), (vec![DocId(0)], 1));
}

#[test]
fn all_countries_and_names_alone_can_be_asked_for() {
    let corpus = two();
    let events = |all, strict| {
        let countries = CountryFilter { all, strict, ..CountryFilter::parse("KZ,UZ").unwrap() };
        left(&corpus, &View::new(&corpus, &Lens { countries, ..Lens::default() })).0
    };
    assert_eq!(events(false, false), ["Beta", "Gamma", "Alpha", "Delta"]);
    assert_eq!(events(true, false), ["Beta", "Gamma"]);
    assert_eq!(events(true, true), ["Gamma"]);
    assert_eq!(events(false, true), ["Gamma", "Alpha", "Delta"]);
}

#[test]
fn the_picker_counts_under_the_rest_of_the_lens() {
    let corpus = two();
    let counts = |text, countries, dates| {
        let counts = View::country_counts(&corpus, &lens(text, countries, dates));
        counts.iter().map(|(c, n)| format!("{}{n}", c.code())).collect::<Vec<_>>().join(" ")
    };
    let mut both = counts("", "TJ", "");
    assert!(["KZ3 UZ3", "UZ3 KZ3"].contains(&both.as_str()), "{both}");
    both = counts("", "", "2025-04");
    assert_eq!(both, "UZ2 KZ1");
    assert_eq!(counts("alpha", "", ""), "UZ1");
}

#[test]
fn years_show_the_empty_ones_and_count_what_stands_nowhere() {
    let corpus = two();
    let years = Years::new(&corpus, &View::new(&corpus, &Lens::default()).events);
    assert_eq!(years.unanchored, 1);
    assert_eq!(years.bars.len(), 2025 - 1998 + 1);
    let full: Vec<_> = years.bars.iter().filter(|(_, n)| *n > 0).copied().collect();
    assert_eq!(full, [(1998, 1), (2018, 1), (2025, 2)]);
    assert_eq!(Years::new(&corpus, &[]), Years::default());
}

#[test]
fn everything_that_made_a_sentence_match_is_lit() {
    let corpus = two();
    let document = corpus.document(DocId(1)).unwrap();
    let sentence = document.text.sentences[0];
    let lit = |text, countries, dates| {
        let lights = lens(text, countries, dates).lights(document, sentence);
        lights.iter().map(|l| (document.text.words(l.span), l.why)).collect::<Vec<_>>()
    };
    assert_eq!(
        lit("agreem sign", "KZ", "2025"),
        [
            ("agreem", Why::Text),
            ("Kazakh", Why::Country),
            ("sign", Why::Text),
            ("31 March 2025", Why::Date)
        ]
    );
    assert_eq!(lit("!agreement", "TJ", "2024"), []);
}

/// Whether an index finds a sentence, `others` standing beside it.
fn indexed(text: &str, typed: &str, others: &str) -> bool {
    let corpus = corpus(&[&[told(others), told(text).on("", "2025")]]);
    let view = Index::new(&corpus).view(&corpus, &lens(typed, "", ""));
    view.position(EventId(0)).is_some()
}

/// What is typed, a text, how it matches and what is lit.
const TERMS: &[(&str, &str, Option<MatchKind>, &str)] = &[
    ("tash intel", "the Tashkent intelligence community", Some(Start), "Tash|intel"),
    ("tashkentinte", "the Tashkent intelligence community", Some(Fuzzy), "Tashkent|inte"),
    ("tashint", "the Tashkent Intelligence community", Some(Fuzzy), "Tash|Int"),
    ("tashkent", "TASHKENT, Uzbekistan", Some(Prefix), "TASHKENT"),
    ("Tashkent", "in tashkent", Some(Word), "tashkent"),
    ("turkiye", "to Türkiye", Some(Word), "Türkiye"),
    ("Türkiye", "to TURKIYE's", Some(Word), "TURKIYE"),
    ("kent", "in Tashkent", Some(Inside), "kent"),
    ("tashkent", "Tashkent", Some(Exact), "Tashkent"),
    ("kazkhstan", "of Kazakhstan", Some(Fuzzy), "Kaz|khstan"),
    ("multivector", "a multi-vector policy", Some(Start), "multi|vector"),
    ("multi-vector", "a multivector policy", Some(Word), "multivector"),
    ("kazakhstans", "Kazakhstan’s path", Some(Start), "Kazakhstan|s"),
    ("sco", "the Shanghai Cooperation Organization", Some(Fuzzy), "S|C|O"),
    ("CIS", "the Commonwealth of Independent States", Some(Fuzzy), "C|I|S"),
    ("US", "the U.S. side", Some(Start), "U|S"),
    ("US", "tell us more", None, ""),
    ("US", "a RUSSIA desk", None, ""),
    ("us", "Russia", Some(Inside), "us"),
    ("WHO", "those who came", None, ""),
    ("war", "with all respect", None, ""),
    ("sco", "so can others", None, ""),
    ("trade", "traditional economy", None, ""),
    ("states", "the state security of it", None, ""),
    ("regional", "the region also grew", None, ""),
    ("tsk", "the Tashkent accord", None, ""),
    ("agreement", "a great deal is set to be moved in ten days", None, ""),
    ("intel", "in the capital", None, ""),
    ("tashkentinte", "Tashkent, intense", None, ""),
    ("'tash", "in Tashkent", Some(Start), "Tash"),
    ("'kazkhstan", "of Kazakhstan", None, ""),
    ("'tash'", "in Tashkent", None, ""),
    ("'tashkent'", "in Tashkent.", Some(Word), "Tashkent"),
    ("^in", "“In Tashkent", Some(Prefix), "In"),
    ("^tash", "in Tashkent", None, ""),
    ("tashkent$", "talks in Tashkent.”", Some(Word), "Tashkent"),
    ("talks$", "talks in Tashkent", None, ""),
    ("^in\\ tashkent$", "In Tashkent.", Some(Exact), "In Tashkent"),
    ("^tash$", "Tashkent", None, ""),
    ("!tash", "in Almaty", Some(Exact), ""),
    ("!tash", "in Tashkent", None, ""),
    ("!^in talks", "in talks", None, "talks"),
    ("a\\ b", "a b", Some(Exact), "a b"),
    ("almaty | tashkent talks", "Tashkent talks", Some(Word), "Tashkent|talks"),
    ("astana almaty", "Astana", None, "Astana"),
    ("2011-2012", "in 2011–2012", Some(Word), "2011–2012"),
    ("", "anything", Some(Exact), ""),
    ("!", "anything", Some(Exact), ""),
];

#[test]
fn a_term_finds_what_a_reader_would_expect() {
    for &(typed, text, kind, lit) in TERMS {
        assert_eq!(indexed(text, typed, ""), kind.is_some(), "{typed} read for in {text}");
        let many = "other ".repeat(2_000);
        assert_eq!(
            indexed(text, typed, many.trim()),
            kind.is_some(),
            "{typed} looked up in {text}"
        );
        let pattern = Pattern::parse(typed);
        assert_eq!(pattern.kind(text), kind, "{typed} in {text}");
        let found = pattern.highlights(text);
        let words: Vec<&str> = found.into_iter().map(|r| text.get(r).unwrap()).collect();
        if kind.is_some() || !lit.is_empty() {
            assert_eq!(words.join("|"), lit, "{typed} in {text}");
        }
    }
}

#[test]
fn better_kinds_of_match_score_higher() {
    let pattern = Pattern::parse("kazakhstan");
    let texts = [
        "Kazakhstan",
        "Kazakhstan today",
        "in Kazakhstan",
        "Kazakhstani",
        "Kazkhstan",
        "Uzbekistan",
    ];
    let scores = texts.map(|text| pattern.score(text));
    assert!(scores[0] > scores[1] && scores[1] > scores[2], "{scores:?}");
    assert_eq!(scores[5], None);
    let fuzzy = Pattern::parse("kazkstan");
    assert!(fuzzy.score("in Kazakhstan") < pattern.score("in Kazakhstan"));
}

#[test]
fn text_names_the_countries_of_an_event_but_no_member_of_a_group() {
    let name = |country: &str| Country::parse(country).unwrap();
    let pattern = Pattern::parse("KZ");
    // The names of countries are the extractor's; here only the code is asked for.
    if Country::all().is_empty() {
        return;
    }
    assert!(pattern.names(name("KZ"), Via::Capital) && !pattern.names(name("KZ"), Via::Group));
    assert!(
        !pattern.names(name("UZ"), Via::Name) && !Pattern::parse("kz").names(name("KZ"), Via::Name)
    );
    assert!(Pattern::parse("kazakhst").names(name("KZ"), Via::Demonym));
    let corpus = two();
    assert_eq!(
        left(&corpus, &View::new(&corpus, &lens("kazakhstan", "", ""))).0,
        ["Gamma", "Delta"]
    );
    assert_eq!(
        left(&corpus, &View::new(&corpus, &lens("!kazakhstan", "", ""))).0,
        ["Epsilon", "Beta", "Alpha"]
    );
}

const WORDS: [&str; 20] = [
    "Tashkent",
    "TASHKENT",
    "intelligence",
    "multi-vector",
    "multivector",
    "U.S.",
    "us",
    "of",
    "Türkiye’s",
    "state",
    "security",
    "Security",
    "2011–2012",
    "Central",
    "Asia",
    "Kazakhstan",
    "(the",
    "end)",
    "naïve",
    "straße",
];

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..8).prop_map(|words| words.join(" "))
}

/// A term as somebody might type it: a piece of a word, or of two, with an operator.
fn term() -> impl Strategy<Value = String> {
    let word = prop::sample::select(&WORDS[..]);
    let piece = (word.clone(), word, 1..9usize, 0..6usize).prop_map(|(a, b, n, m)| {
        let (a, b): (String, String) = (a.chars().take(n).collect(), b.chars().take(m).collect());
        a + &b
    });
    let operator = prop::sample::select(&["", "", "", "'", "^", "!", "!^"][..]);
    let end = prop::sample::select(&["", "", "", "$", "'"][..]);
    (operator, piece, end).prop_map(|(o, p, e)| format!("{o}{p}{e}"))
}

fn query() -> impl Strategy<Value = String> {
    let joint = prop::sample::select(&[" ", " ", " | ", "\\ "][..]);
    prop::collection::vec((term(), joint), 1..4)
        .prop_map(|terms| terms.into_iter().flat_map(|(t, j)| [t, j.to_owned()]).collect())
}

/// Holds the best of an index against every sentence scored by itself.
fn best_of_all(corpus: &Corpus, typed: &str, count: usize) {
    let pattern = Pattern::parse(typed);
    let mut expected = Vec::new();
    for (at, document) in corpus.documents.iter().enumerate() {
        for (sentence, &span) in document.text.sentences.iter().enumerate() {
            let score = pattern.score(document.text.words(span));
            let document = DocId(at as u32);
            expected.extend(score.map(|score| Ranked { document, sentence, score }));
        }
    }
    expected.sort_by_key(|ranked| std::cmp::Reverse(ranked.score));
    expected.truncate(count);
    assert_eq!(Index::new(corpus).best(corpus, &pattern, count), expected, "{typed}");
}

#[test]
fn the_best_of_the_seeds_are_those_of_scoring_all() {
    let corpus = bluf::work::load(bluf::source::seeds::open(), None);
    for typed in [
        "tash",
        "t",
        "minister",
        "central asia",
        "tash intel",
        "terr",
        "eer",
        "multi-vector",
        "^the",
        "!the asia",
        "US",
        "kazakh | uzbek",
        "2025",
        "'border'",
        "presid",
        "russia china gas",
    ] {
        for count in [1, 10, 100] {
            best_of_all(&corpus, typed, count);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_index_agrees_with_the_pattern_on_every_sentence(others in any::<bool>(), sentences in prop::collection::vec(sentence(), 1..6), typed in query()) {
        // Among many other words a term is rare and is looked up, among few it is read for: both ways are tried.
        let many = "other ".repeat(2_000).trim_end().to_owned();
        let sentences: Vec<String> = others.then_some(many).into_iter().chain(sentences).collect();
        let rows: Vec<Told> = sentences.iter().map(|s| told(s)).collect();
        let corpus = corpus(&[&rows]);
        let lens = lens(&typed, "", "");
        let view = Index::new(&corpus).view(&corpus, &lens);
        let document = &corpus.documents[0].text;
        let matching: Vec<&str> = view.hits.iter().map(|h| document.words(h.sentence)).collect();
        let expected: Vec<&str> = if lens.is_empty() { Vec::new() } else {
            sentences.iter().map(String::as_str).filter(|s| lens.text.matches(s)).collect()
        };
        prop_assert_eq!(matching, expected, "{}", typed);
    }

    #[test]
    fn the_best_are_those_of_scoring_all(sentences in prop::collection::vec(sentence(), 1..40), typed in query(), count in 0..9usize) {
        let rows: Vec<Told> = sentences.iter().map(|s| told(s)).collect();
        best_of_all(&corpus(&[&rows, &rows[..rows.len() / 2]]), &typed, count);
    }

    #[test]
    fn a_view_is_part_of_the_corpus_in_its_order(sentences in prop::collection::vec(sentence(), 1..9), typed in query(), more in term()) {
        let years = ["1999", "2025", "2018/.."];
        let rows: Vec<Told> = sentences.iter().zip(years.iter().cycle()).map(|(s, y)| told(s).on("the", y)).collect();
        let corpus = corpus(&[&rows[..1], &rows]);
        let index = Index::new(&corpus);
        let typed = typed.trim_end_matches([' ', '|', '\\']).to_owned();
        let view = index.view(&corpus, &lens(&typed, "", ""));
        prop_assert!(view.events.is_sorted_by(|a, b| a < b));
        prop_assert!(view.events.iter().all(|&id| corpus.event(id).is_some()));
        prop_assert!(view.hits.is_sorted_by_key(|h| (h.document, h.sentence)));
        prop_assert!(view.documents.is_sorted());
        prop_assert_eq!(view.counts.events_shown + view.counts.events_hidden(), corpus.events.len());

        let narrower = index.view(&corpus, &lens(&format!("{typed} {more}"), "", ""));
        prop_assert!(narrower.events.iter().all(|e| view.position(*e).is_some()), "{typed} + {more}");

        let plain = more.trim_start_matches(['!', '^', '\'']).trim_end_matches(['$', '\'']);
        let with = index.view(&corpus, &lens(plain, "", "")).events;
        let without = index.view(&corpus, &lens(&format!("!{plain}"), "", "")).events;
        let mut both: Vec<EventId> = with.into_iter().chain(without).collect();
        both.sort_unstable();
        both.dedup();
        prop_assert_eq!(both.len(), corpus.events.len(), "{}", plain);
    }

    #[test]
    fn highlights_stand_inside_the_text_on_characters(text in r"\PC{0,40}", typed in r"\PC{0,12}") {
        let pattern = Pattern::parse(&typed);
        let _ = pattern.score(&text);
        let mut from = 0;
        for range in pattern.highlights(&text) {
            prop_assert!(range.start >= from && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some());
            from = range.end;
        }
        let itself = Pattern::parse(&text.replace(['\\', '|', '!', '^', '$', '\''], "").replace(' ', "\\ "));
        prop_assert!(itself.matches(&text) || text.contains(['\\', '|', '!', '^', '$', '\'']) || text.chars().any(char::is_whitespace));
    }
}
