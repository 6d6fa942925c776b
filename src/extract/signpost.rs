//! Warning signs that a text itself names: what it says is to be watched, by its lists and by its sentences. A text and
//! its countries come in; spans with what they point to go out. Measures ("economic indicators"), missions that monitor
//! and duties that are monitored are no signs.
//!
//! Nothing is looked at in a sentence without a cue: a text without one costs a single scan.

mod class;
mod factors;
mod finding;
mod lexicon;
mod list;
mod noun;
mod phrase;
mod place;
mod reading;
mod sentence;
mod word;

use super::{CountryMention, Trace};
use crate::text::{Span, Text};
use lexicon::LEXICON;

pub use factors::Column;
pub use finding::{SignpostFinding, SignpostKind, Told};

/// The warning signs of a text, rising by place. `title` is the words of its title, `columns` are those of its tables; what
/// the rules weighed and left goes to `trace`.
pub fn find(
    text: &Text,
    (countries, title): (&[CountryMention], Option<Span>),
    columns: &[Column<'_>],
    trace: &mut Trace,
) -> Vec<SignpostFinding> {
    let Some(gate) = &LEXICON.gate else { return Vec::new() };
    let mut found = Vec::new();
    let mut from = 0;
    // What stands in a table or a list is not read as a sentence again.
    let mut listed = factors::find(text, columns);
    listed.extend(list::find(text));
    for cue in gate.find_iter(&*text.clean) {
        if cue.start() < from {
            continue;
        }
        let Some(&sentence) =
            text.sentence_at(cue.start() as u32).and_then(|at| text.sentences.get(at))
        else {
            continue;
        };
        from = sentence.end as usize;
        if listed.iter().any(|item| item.sentence.overlaps(sentence)) {
            continue;
        }
        let words = word::words(text, sentence);
        let (sign, refused) = sentence::find(&words);
        for loss in refused {
            trace.lose(loss.span, loss.rule, loss.guard);
        }
        if let Some(sign) = sign {
            found.extend(sign.watched.into_iter().map(|span| SignpostFinding {
                span,
                sentence,
                points_to: sign.points_to,
                under: None,
                kind: None,
                countries: Vec::new(),
                told: None,
                rule: sign.rule,
            }));
        }
    }
    found.extend(listed);
    found.sort_by_key(|sign| (sign.span, sign.sentence));
    let places = place::Places::new(text, countries, title);
    for sign in &mut found {
        places.complete(sign);
    }
    found
}
