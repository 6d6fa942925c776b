//! Reading text from torn pages: stories as data under `tests/fixtures/text`, the seeds, and properties.

use bluf::text::{BlockKind, Furniture, Piece, Span, Text, read};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A text as a reader sees it: one block after another with its kind, its sentences parted by " | ".
fn print(text: &Text) -> String {
    let mut shown = String::new();
    for block in &text.blocks {
        let kind = match block.kind {
            BlockKind::Heading(level) => format!("heading {level}"),
            BlockKind::Furniture(Furniture::RunningHead) => "~running head".into(),
            BlockKind::Furniture(Furniture::PullQuote) => "~pull quote".into(),
            BlockKind::Furniture(Furniture::Advert) => "~advert".into(),
            BlockKind::Furniture(Furniture::Boilerplate) => "~boilerplate".into(),
            kind => format!("{kind:?}").to_lowercase(),
        };
        let sentences: Vec<&str> =
            text.sentences_in(block.span).iter().map(|s| text.words(*s)).collect();
        let words = text.words(block.span);
        writeln!(shown, "{kind}: {words}").unwrap();
        if sentences.len() != 1 || sentences[0] != words {
            for sentence in sentences {
                writeln!(shown, "  | {sentence}").unwrap();
            }
        }
    }
    shown
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn bytes_of(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let mut paths: Vec<_> = entries.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    paths
}

/// Compares with the file of that name; writes it when it is missing, to be reviewed.
fn compare(expected: &Path, shown: &str) {
    if !expected.exists() {
        fs::write(expected, shown).unwrap();
        return;
    }
    let wanted = String::from_utf8(bytes_of(expected)).unwrap();
    pretty_assertions::assert_str_eq!(wanted, shown, "{}", expected.display());
}

#[test]
fn every_fixture_reads_as_expected() {
    for path in texts(&folder("tests/fixtures/text")) {
        let bytes = bytes_of(&path);
        let text = read(&bytes);
        sound(&bytes, &text);
        compare(&path.with_extension("expected"), &print(&text));
    }
}

fn seeds() -> Vec<(String, Vec<u8>, Text)> {
    let paths = texts(&folder("seeds"));
    let read = |path: &PathBuf| {
        let bytes = bytes_of(path);
        let text = read(&bytes);
        (path.file_stem().unwrap().to_string_lossy().into_owned(), bytes, text)
    };
    paths.iter().map(read).collect()
}

#[test]
fn the_seeds_read_as_expected() {
    for (name, bytes, text) in seeds() {
        sound(&bytes, &text);
        let expected = folder("tests/fixtures/text/seeds").join(name).with_extension("expected");
        fs::create_dir_all(expected.parent().unwrap()).unwrap();
        compare(&expected, &print(&text));
    }
}

/// What holds of every text, whatever the bytes.
fn sound(bytes: &[u8], text: &Text) {
    let mut at = 0;
    for piece in text.map.pieces() {
        let Piece { clean, source, verbatim } = *piece;
        assert_eq!(clean.start, at, "pieces leave no gap");
        assert!(clean.end > clean.start && source.end as usize <= bytes.len(), "{piece:?}");
        let words = text.clean.get(clean.range()).unwrap();
        if verbatim {
            assert_eq!(words.as_bytes(), &bytes[source.range()], "{piece:?}");
        }
        at = clean.end;
        assert_eq!(text.map.clean_at(source.start), clean.start, "{piece:?}");
        if verbatim {
            let back = text.map.clean_at(source.end - 1);
            assert_eq!(back, clean.end - 1, "{piece:?}");
        }
    }
    assert_eq!(at as usize, text.clean.len(), "pieces cover the text");
    assert!(!text.clean.contains(|c: char| c.is_control() && c != '\n'), "{:?}", text.clean);
    rising(text, text.blocks.iter().map(|b| b.span));
    rising(text, text.sentences.iter().copied());
    rising(text, text.marks.iter().copied());
    for sentence in &text.sentences {
        let block = text.block_at(sentence.start).unwrap();
        assert!(text.blocks[block].span.covers(*sentence) && text.blocks[block].kind.is_body());
        let words = text.words(*sentence);
        assert_eq!(words.trim(), words);
    }
    for block in &text.blocks {
        assert!(!text.words(block.span).contains('\n'), "blocks are parted by line ends");
    }
}

fn rising(text: &Text, spans: impl Iterator<Item = Span>) {
    let mut at = 0;
    for span in spans {
        assert!(span.start >= at && span.end > span.start, "{span:?} after {at}");
        assert!(text.clean.get(span.range()).is_some(), "{span:?} on boundaries");
        at = span.end;
    }
}

/// Words, breaks and dirt that torn pages are made of.
fn torn() -> impl Strategy<Value = String> {
    let shreds = prop::sample::select(vec![
        "the ",
        "Kazakh-\n",
        "stan ",
        "\n",
        "\n\n",
        "A Heading\n",
        "of ",
        "word.1 ",
        "people,2 ",
        "20053 ",
        "4\n",
        "• item\n",
        "1. First\n",
        "2. Second\n",
        "\u{a0}",
        "\u{ad}",
        "\u{ad}\n",
        "ﬁn ",
        "\r\n",
        "\u{c}",
        "\u{1b}[31m",
        "\u{7}",
        "“Quote.” ",
        "Table 1: Cells\n",
        "Source: us\n",
        "116 Running Head\n",
        "subscribe to our newsletter\n",
        "op-\n",
        " erational ",
        "long lines of prose that go on and on until the measure of the page is full\n",
        "…",
        "\t",
        "  ",
        "é",
        "漢字",
        "\u{2028}",
        "U.S. ",
        "p. 5 ",
        "END. ",
        "and so it went on with the text of the page until\n",
        "its own words\n",
        "-",
        "–",
        "\u{feff}",
    ]);
    prop::collection::vec(shreds, 0..60).prop_map(|shreds| shreds.concat())
}

fn check(bytes: &[u8]) {
    let text = read(bytes);
    sound(bytes, &text);
    let again = read(bytes);
    assert_eq!(
        (&text.clean, &text.blocks, &text.sentences),
        (&again.clean, &again.blocks, &again.sentences)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&bytes);
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,200}") {
        check(text.as_bytes());
    }

    #[test]
    fn torn_pages_are_read(text in torn()) {
        check(text.as_bytes());
    }
}

#[test]
fn a_sentence_torn_by_a_quote_and_a_page_break_is_whole_and_leads_to_its_parts() {
    let seeds = seeds();
    let (_, bytes, text) = seeds.iter().find(|(name, ..)| name.starts_with("001")).unwrap();
    let begins = |s: &&Span| text.words(**s).starts_with("First is the establishment");
    let sentence = *text.sentences.iter().find(begins).unwrap();
    assert_eq!(
        text.words(sentence),
        "First is the establishment of the Conference on Interaction and Confidence Building Measures in Asia in 1992, \
         a forum which attempts to mitigate mutual distrust among Asian countries."
    );
    let parts: Vec<_> = text.map.parts(sentence).into_iter().map(|p| &bytes[p.range()]).collect();
    assert_eq!(parts.len(), 2);
    assert!(
        parts[0].ends_with(b"Conference on Inter")
            && parts[1].starts_with(b"action and Confidence")
    );
}

#[test]
fn the_footnotes_of_a_torn_article_count_from_first_to_last() {
    for (name, _, text) in seeds() {
        let marks: Vec<&str> = text.marks.iter().map(|m| text.words(*m)).collect();
        assert_eq!(marks.len(), if name.starts_with("001") { 42 } else { 0 }, "{name}: {marks:?}");
    }
}
