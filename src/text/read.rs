//! The way from a file's bytes to its reading text: decode, lines, paragraphs, kinds, words, marks, sentences.
//! One pass each, linear in the file; never fails. What each step decides is in its own room.

use super::block::BlockKind;
use super::classify::classify;
use super::compose::compose;
use super::cue;
use super::decode::decode;
use super::intrusion;
use super::map::SourceMap;
use super::mark;
use super::note;
use super::print::Print;
use super::reading::Text;
use super::reflow;
use super::reunite::reunite;
use super::running;
use super::sentence;
use super::vocabulary::Vocabulary;

/// Reads the bytes of a plain-text file; never fails. Invalid UTF-8 shows as U+FFFD.
pub fn read(bytes: &[u8]) -> Text {
    let vocabulary = Vocabulary::of(bytes);
    let decoded = decode(bytes);
    let mut print = Print::new(&decoded);
    print.wrapped = reflow::is_wrapped(&print);
    intrusion::find(&mut print, &vocabulary);
    running::find(&mut print);
    note::find(&mut print);
    let mut paragraphs = reflow::paragraphs(&print);
    reunite(&print, &mut paragraphs);
    cue::fold(&print, &mut paragraphs);
    classify(&print, &mut paragraphs);
    let mut draft = compose(&print, &paragraphs, &vocabulary);
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
    Text {
        clean: draft.clean.into(),
        map: SourceMap::new(draft.pieces),
        blocks: draft.blocks,
        sentences,
        marks,
    }
}
