//! From a question to what can be quoted: keys and what is then on screen, citations, proofs, series, rehearsals.

use crate::support::{loaded, press, script};
use bluf::app::overlay::Overlay;
use bluf::app::{App, Effect, Key, Message, update};
use bluf::cli::{self, Arguments};
use bluf::model::{Corpus, DocId, IndicatorId};
use bluf::query::lookup::Changes;
use bluf::query::{Citation, Index, Lens, Lookup, Roster, proof, rehearsal, series};
use bluf::source::seeds;
use bluf::work::{self, Ask, Asked, Desk, Told};
use clap::Parser;
use pretty_assertions::assert_eq;
use ratatui::layout::Size;
use std::fs;
use std::sync::{Arc, mpsc};

/// An explorer of the embedded corpus.
fn explorer() -> App {
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    let corpus = work::load(seeds::open(), None);
    let index = Index::new(&corpus);
    update(&mut app, Message::Loaded(Arc::new(corpus), Arc::new(index)));
    app
}

/// Types a question key by key until a sentence that has these words is the first row, and takes it; keys pressed in all.
fn keys_to(question: &str, words: &str) -> Option<usize> {
    let mut app = explorer();
    let mut keys = 1;
    press(&mut app, Key::parse("space").unwrap());
    for c in question.chars() {
        let key = if c == ' ' { "space".to_owned() } else { c.to_string() };
        press(&mut app, Key::parse(&key).unwrap());
        keys += 1;
        let Some(Overlay::Palette(palette)) = &app.overlay else { panic!("no lookup") };
        let first = palette.pick().and_then(|pick| palette.row(pick));
        if first.is_some_and(|row| row.quote(&app.corpus).contains(words)) {
            press(&mut app, Key::parse("enter").unwrap());
            let Some(Overlay::Card(card)) = &app.overlay else { panic!("no card") };
            let text = &app.corpus.document(card.document).unwrap().text;
            assert!(text.words(card.sentence).contains(words));
            return Some(keys + 1);
        }
    }
    None
}

/// A question, words of its answer, and the most keys it may take, the first and the last included. When one takes more,
/// something has made lookups longer.
const BUDGET: &[(&str, &str, usize)] = &[
    ("recruits 2016", "2016: 91 recruits", 6),
    ("how many recruits were stopped in 2016", "2016: 91 recruits", 15),
    ("died aktobe", "17 and 5 people", 5),
    ("head of csto", "Imangali Tasmagambetov", 12),
    ("caspian", "protocol on cooperation", 5),
    ("border agreement", "historic border agreement", 8),
    ("migration balance", "positive migration balance", 13),
    ("dafi", "DAFI scholarship", 5),
];

#[test]
fn no_question_takes_more_keys_than_before() {
    let taken = |&(question, words, most): &(&'static str, &str, usize)| {
        (question, keys_to(question, words), most)
    };
    let over = BUDGET.iter().map(taken).filter(|(_, keys, most)| keys.is_none_or(|k| k > *most));
    assert_eq!(over.collect::<Vec<_>>(), []);
}

#[test]
fn a_hasty_enter_takes_the_answer_to_what_was_typed_last() {
    let mut app = explorer();
    let mut asked = Vec::new();
    for key in ["space", "d", "a", "f", "i", "enter"] {
        let effects = update(&mut app, Message::Key(Key::parse(key).unwrap()));
        asked.extend(effects.into_iter().filter_map(|effect| match effect {
            Effect::Ask(ask) => Some(ask),
            _ => None,
        }));
    }
    assert!(matches!(app.overlay, Some(Overlay::Palette(_))), "there is no answer yet");
    let mut lookup = Lookup::new(Arc::clone(&app.corpus), Arc::clone(&app.index));
    for ask in asked {
        let answer = lookup.ask(&ask.question, &ask.changes, ask.limit);
        let corpus = Arc::clone(&app.corpus);
        update(&mut app, Message::Answered(ask.ticket, corpus, Ok(Arc::new(answer))));
    }
    let Some(Overlay::Card(card)) = &app.overlay else { panic!("no card") };
    let text = &app.corpus.document(card.document).unwrap().text;
    assert!(text.words(card.sentence).contains("DAFI"));
}

#[test]
fn an_enter_before_the_answer_means_what_was_typed_then() {
    let mut app = explorer();
    let mut asked = Vec::new();
    for key in ["space", "d", "enter", "a", "f", "i"] {
        let effects = update(&mut app, Message::Key(Key::parse(key).unwrap()));
        asked.extend(effects.into_iter().filter_map(|effect| match effect {
            Effect::Ask(ask) => Some(ask),
            _ => None,
        }));
    }
    let mut lookup = Lookup::new(Arc::clone(&app.corpus), Arc::clone(&app.index));
    let ask = asked.last().unwrap();
    let answer = lookup.ask(&ask.question, &ask.changes, ask.limit);
    let corpus = Arc::clone(&app.corpus);
    update(&mut app, Message::Answered(ask.ticket, corpus, Ok(Arc::new(answer))));
    assert!(matches!(app.overlay, Some(Overlay::Palette(_))), "who types on has not chosen yet");
}

#[test]
fn a_citation_is_copied_with_all_that_leads_to_it() {
    let mut app = explorer();
    let mut effects = script(&mut app, "<space> recruits <space> stopped <space> 2016 <enter> y Y");
    let copies: Vec<String> = effects
        .drain(..)
        .filter_map(|effect| match effect {
            Effect::Copy(text) => Some(text),
            _ => None,
        })
        .collect();
    let [plain, markdown] = copies.as_slice() else { panic!("{copies:?}") };
    assert!(plain.starts_with("“During the last four years, 440 Kazakhstani recruits"), "{plain}");
    let source = "001_7955f991e146a58a.txt, undated, § Introduction, ¶ 8, line 46)";
    assert!(plain.ends_with(source), "{plain}");
    assert!(markdown.starts_with("> During the last four years"), "{markdown}");
}

#[test]
fn what_is_found_leads_back_to_its_bytes() {
    let corpus = work::load(seeds::open(), None);
    for document in &corpus.documents {
        let bytes = document.bytes.held().unwrap();
        for &sentence in &document.text.sentences {
            assert_eq!(proof::check(document, bytes, sentence), Ok(()));
        }
    }
    let document = &corpus.documents[1];
    let mut forged = document.bytes.held().unwrap().to_vec();
    let at = document.text.source(document.text.sentences[3]).start as usize;
    forged[at] = b'#';
    assert!(proof::check(document, &forged, document.text.sentences[3]).is_err());
    assert!(proof::check(document, &forged[..at], document.text.sentences[9]).is_err());
    let cited = Citation::of(document, document.text.sentences[3]);
    assert_eq!(cited.sha256, document.origin.sha256.to_string());
}

#[test]
fn a_figure_stands_among_those_of_its_series_and_of_other_documents() {
    let one = "Arrests of smugglers in Kenya rose. In 2014 Kenya had 136 arrests of smugglers. In 2015 Kenya had 151 \
        arrests of smugglers. In 2016 Kenya had 91 arrests of smugglers.";
    let two = "Last year was calm. In 2016 Kenya had 93 arrests of smugglers. In 2016 Uganda had 7 arrests of smugglers.";
    let corpus = loaded(&[("one.txt", one), ("two.txt", two)]);
    let find = |value: f64| {
        let at = corpus.indicators.iter().position(|row| row.value.to_bits() == value.to_bits());
        at.map(|at| IndicatorId(at as u32))
    };
    let (first, other) = (find(91.0).expect("91"), find(93.0).expect("93"));
    let restated = series::restated(&corpus, first);
    assert_eq!(restated.iter().map(|r| r.other).collect::<Vec<_>>(), [other]);
    assert_eq!(restated[0].differs.names().collect::<Vec<_>>(), ["values"]);
    let values: Vec<f64> = series::series(&corpus, first)
        .iter()
        .map(|id| corpus.indicators[id.index()].value)
        .collect();
    assert_eq!(values, [136.0, 151.0, 91.0, 93.0], "what differs stands beside");
}

#[test]
fn a_rehearsal_asks_what_the_corpus_answers() {
    let corpus = work::load(seeds::open(), None);
    let roster = Roster::new(&corpus);
    let drills = rehearsal::draw(&corpus, &roster, 12, 7);
    assert_eq!(drills.len(), 12);
    assert_eq!(
        drills,
        rehearsal::draw(&corpus, &roster, 12, 7),
        "the same number, the same questions"
    );
    assert_ne!(drills, rehearsal::draw(&corpus, &roster, 12, 8));
    assert!(drills.iter().all(|drill| !drill.answers.is_empty()));
}

#[test]
fn a_rehearsal_counts_keys_until_the_answer_is_on_screen() {
    let mut app = explorer();
    let mut rehearsal = bluf::app::rehearsal::Rehearsal { count: 3, seed: 1, ..Default::default() };
    rehearsal.draw(&app.corpus, &Roster::new(&app.corpus), std::time::Duration::ZERO);
    let question = rehearsal.drills[0].question.clone();
    app.rehearsal = Some(rehearsal);
    for key in
        format!(" {question}").chars().map(|c| Key::parse(&c.to_string().replace(' ', "space")))
    {
        press(&mut app, key.unwrap());
    }
    press(&mut app, Key::parse("enter").unwrap());
    let keys = question.chars().count() + 2;
    let scores = app.rehearsal.as_ref().unwrap().scores.clone();
    assert_eq!(scores.iter().map(|s| (s.keys, s.found)).collect::<Vec<_>>(), [(keys, true)]);
    script(&mut app, "<esc> <ctrl-g>");
    assert!(!app.rehearsal.as_ref().unwrap().scores[1].found);
}

#[test]
fn the_desk_answers_the_newest_question_and_knows_names_later() {
    let (outbox, inbox) = mpsc::channel();
    let desk = Desk::open(move |told| outbox.send(told).is_ok()).unwrap();
    let corpus = Arc::new(work::load(seeds::open(), None));
    let index = Arc::new(Index::new(&corpus));
    let ask = |ticket: u64, question: &str| {
        let (corpus, index) = (Arc::clone(&corpus), Arc::clone(&index));
        let question = question.to_owned();
        let ask = Ask { ticket, question, changes: Changes::new(), limit: 9 };
        desk.ask(Asked { ask, corpus, index, whole: true });
    };
    for (ticket, question) in ["c", "cs", "cst", "csto"].iter().enumerate() {
        ask(ticket as u64, question);
    }
    let (mut last, mut named) = (None, false);
    while !named {
        match inbox.recv().unwrap() {
            Told::Answer(ticket, _, answer) => {
                let answer = answer.unwrap();
                assert!(last.is_none_or(|last| last <= ticket));
                last = Some(ticket);
                // On a busy machine names may be known before all has been asked.
                let knows = answer.rows.iter().any(|row| row.subject.name() == "organisation");
                named = ticket == 3 && knows;
            }
            Told::Narrative(..) => panic!("nobody asked"),
            Told::Roster(of, roster) => {
                assert!(Arc::ptr_eq(&of, &corpus) && !roster.entries().is_empty());
            }
        }
    }
    assert_eq!(last, Some(3));
}

/// Runs a command; what it prints on either side, and how it ends.
fn run(arguments: &[&str]) -> (String, String, cli::Outcome) {
    let arguments = Arguments::parse_from(std::iter::once("bluf").chain(arguments.iter().copied()));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = cli::run(&arguments.command.unwrap(), &mut out, &mut err).unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(out), text(err), outcome)
}

#[test]
fn find_prints_rows_that_verify_checks() {
    let (rows, _, outcome) = run(&[
        "find",
        "how many recruits were stopped in 2016",
        "--limit",
        "1",
        "--format",
        "jsonl",
    ]);
    assert_eq!(outcome, cli::Outcome::Found);
    let row: serde_json::Value = serde_json::from_str(rows.trim()).unwrap();
    assert_eq!(
        (&row["kind"], &row["match"], &row["line"]),
        (&"indicator".into(), &"related".into(), &46.into())
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rows.jsonl");
    let path = file.to_str().unwrap();
    fs::write(&file, &rows).unwrap();
    assert_eq!(run(&["verify", "--rows", path]).2, cli::Outcome::Found);
    fs::write(&file, rows.replace("91 recruits", "92 recruits")).unwrap();
    let (_, err, outcome) = run(&["verify", "--rows", path]);
    assert_eq!(outcome, cli::Outcome::Errors);
    assert!(err.contains("is not what stands there"), "{err}");
    assert_eq!(run(&["verify"]).2, cli::Outcome::Found);
}

#[test]
fn a_no_is_proven_on_standard_error() {
    let (rows, err, outcome) = run(&["find", "recruits stopped 2019", "--format", "jsonl"]);
    assert_eq!((rows.as_str(), outcome), ("", cli::Outcome::Nothing));
    for said in [
        "no answer to: recruits* · stopped* · 2019",
        "searched: 4 documents",
        "tried: ",
        "nearest, without 2019",
    ] {
        assert!(err.contains(said), "{said}: {err}");
    }
}

#[test]
fn a_card_says_who_else_says_so() {
    let one = "In March 2025, Kenya and Uganda signed a border agreement in Nairobi.";
    let two = "The border agreement of March 2025 was signed by Kenya, Uganda and Tanzania.";
    let mut app = App::new(Size { width: 100, height: 30 }, Lens::default());
    let corpus: Corpus = loaded(&[("one.txt", one), ("two.txt", two)]);
    let index = Index::new(&corpus);
    update(&mut app, Message::Loaded(Arc::new(corpus), Arc::new(index)));
    script(&mut app, "3 gg <enter>");
    let Some(Overlay::Card(card)) = &app.overlay else { panic!("no card") };
    assert_eq!(card.document, DocId(0));
    let screen = crate::support::text(&app);
    assert!(screen.contains("possibly the same, countries KE UG / KE TZ UG"), "{screen}");
    script(&mut app, "1");
    let Some(Overlay::Card(card)) = &app.overlay else { panic!("no card") };
    assert_eq!(card.document, DocId(1), "a digit takes the other report");
    script(&mut app, "<esc>");
    let Some(Overlay::Card(card)) = &app.overlay else { panic!("no card") };
    assert_eq!(card.document, DocId(0), "and Escape comes back");
}
