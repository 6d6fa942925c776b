//! The way from a file's bytes to its reading text: decode, lines, paragraphs, kinds, words, marks, sentences.
//! One pass each, linear in the file; never fails. What each step decides is in its own room.

use super::block::BlockKind;
use super::classify::{alone, classify};
use super::compose::compose;
use super::cue;
use super::decode::{Decoded, decode, decode_in};
use super::intrusion;
use super::join::first_half;
use super::line::Closes;
use super::map::SourceMap;
use super::mark;
use super::note;
use super::print::{Paragraph, Print};
use super::reading::Text;
use super::reflow;
use super::reunite::reunite;
use super::running;
use super::sentence;
use super::vocabulary::Vocabulary;
use encoding_rs::Encoding;

/// Reads the bytes of a plain-text file in UTF-8; never fails. Bytes that are no UTF-8 show as U+FFFD.
pub fn read(bytes: &[u8]) -> Text {
    print(&decode(bytes), bytes)
}

/// Reads the bytes of a plain-text file in an encoding; never fails. Places lead to the bytes of the file, words of
/// other letters than ASCII's as wholes.
pub fn read_encoded(bytes: &[u8], encoding: &'static Encoding) -> Text {
    let decoded = decode_in(bytes, encoding);
    print(&decoded, decoded.text.as_bytes())
}

/// Reads text whose blocks are known: one line each, with the byte it begins at and its kind, rising. A paragraph that
/// plainly is a caption or a line about the document becomes one.
pub fn read_blocks(text: &str, kinds: &[(u32, BlockKind)]) -> Text {
    let decoded = decode(text.as_bytes());
    let print = Print::new(&decoded);
    let kind = |line: usize| {
        let at = print.lines.get(line).map_or(0, |l| decoded.source(l.start));
        let before = kinds.partition_point(|(start, _)| *start <= at).checked_sub(1);
        before.and_then(|i| kinds.get(i)).map_or(BlockKind::Paragraph, |&(_, kind)| kind)
    };
    let whole = |line: usize| {
        let here = line as u32;
        let kind = kind(line);
        let mut paragraph =
            Paragraph { first: here, last: here, kind, next: None, continues: false };
        if kind == BlockKind::Paragraph {
            paragraph.kind = alone(&print, &paragraph).unwrap_or(kind);
        }
        paragraph
    };
    let paragraphs: Vec<Paragraph> = (0..print.lines.len()).map(whole).collect();
    write(&print, &paragraphs, &Vocabulary::default())
}

/// Reads lines as print has them, by the words of the document.
fn print(decoded: &Decoded<'_>, document: &[u8]) -> Text {
    let mut print = Print::new(decoded);
    let torn = |line: &usize| print.lines.get(*line).is_some_and(|l| l.closes == Closes::Hyphen);
    let halves = (0..print.lines.len()).filter(torn).map(|line| first_half(print.words(line)));
    let vocabulary = &Vocabulary::of(document, halves);
    print.wrapped = reflow::is_wrapped(&print);
    intrusion::find(&mut print, vocabulary);
    running::find(&mut print);
    note::find(&mut print);
    let mut paragraphs = reflow::paragraphs(&print);
    reunite(&print, &mut paragraphs);
    cue::fold(&print, &mut paragraphs);
    classify(&print, &mut paragraphs);
    write(&print, &paragraphs, vocabulary)
}

/// Writes the reading text of paragraphs whose kinds are known.
fn write(print: &Print<'_>, paragraphs: &[Paragraph], vocabulary: &Vocabulary<'_>) -> Text {
    let mut draft = compose(print, paragraphs, vocabulary);
    let marks = mark::raise(&mut draft);
    let mut sentences = Vec::new();
    for block in draft.blocks.iter().filter(|b| b.kind.is_body()) {
        match block.kind {
            BlockKind::Title | BlockKind::Heading(_) | BlockKind::Metadata => {
                sentence::whole(&draft.clean, block.span, &mut sentences);
            }
            _ => sentence::sentences(&draft.clean, block.span, &mut sentences),
        }
    }
    draft.pieces.shrink_to_fit();
    draft.blocks.shrink_to_fit();
    sentences.shrink_to_fit();
    Text {
        clean: draft.clean.into(),
        map: SourceMap::new(draft.pieces),
        blocks: draft.blocks,
        sentences,
        marks,
    }
}
