//! The case that the words of a text would have, where all of it stands in capitals as in cables and monitored broadcasts: in
//! comes a text, out comes a copy to find things in, letter for letter in the same places. Never shown, and never made of a
//! text that has small letters.

use super::{Trace, country, date};
use crate::text::lists::word_lists;
use crate::text::runs::Runs;
use crate::text::{Span, Text, is_english, stands_in_capitals};
use std::borrow::Cow;
use std::collections::HashSet;

word_lists! { "../../assets/case-words.tsv":
    CALENDAR = "calendar",
    MONTH = "month",
    SMALL = "small",
}

/// The text to find things in: itself, or its copy where it stands in capitals.
pub(super) fn restored(text: &Text) -> Cow<'_, Text> {
    if !stands_in_capitals(&text.clean) {
        return Cow::Borrowed(text);
    }
    let mut clean = text.clean.to_ascii_lowercase().into_bytes();
    let acronyms = acronyms(&text.clean);
    for word in words(&text.clean) {
        let letters = word.of(&text.clean);
        let kept = match kind(&text.clean, word, &acronyms) {
            Kind::Small => 0,
            Kind::Name => 1,
            Kind::Letters => letters.len(),
        };
        raise(&mut clean, word.start as usize, kept);
    }
    for sentence in &text.sentences {
        let words = text.words(*sentence);
        for begins in [0, behind_dateline(words)] {
            let first = words.get(begins..).and_then(|w| w.find(|c: char| c.is_ascii_alphabetic()));
            raise(&mut clean, sentence.start as usize + begins + first.unwrap_or_default(), 1);
        }
    }
    for place in country::find(text, &mut Trace::off()) {
        let name = text.words(place.span);
        for word in words(name) {
            // "US", "UAE"
            let short = word.len() == name.len() && name.len() < 4;
            let first = usize::from(!SMALL.has(word.of(name)));
            let raised = if short { name.len() } else { first };
            raise(&mut clean, (place.span.start + word.start) as usize, raised);
        }
    }
    for date in date::find(text, &Runs::of(text), None, &mut Trace::off()) {
        let told = text.words(date.span);
        for month in words(told).filter(|word| MONTH.has(word.of(told))) {
            raise(&mut clean, (date.span.start + month.start) as usize, 1);
        }
    }
    let clean = String::from_utf8(clean).unwrap_or_else(|_| text.clean.to_string());
    Cow::Owned(Text { clean: clean.into(), ..text.clone() })
}

/// Where a report begins behind its dateline and what brackets say of it: `LIMA, 9 JAN 90 -- [TEXT] THE ARMY`; 0 without.
fn behind_dateline(words: &str) -> usize {
    let Some(dash) = words.find("-- ").filter(|at| *at < DATELINE) else { return 0 };
    let mut at = dash + "-- ".len();
    while let Some(note) = words.get(at..).filter(|rest| rest.starts_with('[')) {
        let Some(end) = note.find("] ") else { break };
        at += end + "] ".len();
    }
    at
}

/// The longest dateline, in bytes.
const DATELINE: usize = 100;

/// What the letters of a word stand for.
enum Kind {
    /// Small letters.
    Small,
    /// A first capital.
    Name,
    /// Capitals all along.
    Letters,
}

fn kind(text: &str, word: Span, acronyms: &HashSet<&str>) -> Kind {
    let letters = word.of(text);
    let dotted = text.as_bytes().get(word.end as usize) == Some(&b'.');
    if letters == "I" || letters.len() == 1 && dotted || acronyms.contains(letters) {
        return Kind::Letters;
    }
    let lower = letters.to_ascii_lowercase();
    if SMALL.has(letters) || is_english(&lower) && !CALENDAR.has(letters) {
        return Kind::Small;
    }
    let spoken = letters.bytes().any(|byte| b"AEIOUY".contains(&byte));
    if spoken && letters.len() > 2 { Kind::Name } else { Kind::Letters }
}

/// The short forms that brackets give: `[FMLN]`, `(PCN)`.
fn acronyms(text: &str) -> HashSet<&str> {
    let bytes = text.as_bytes();
    let short = |word: &Span| {
        let before = (word.start as usize).checked_sub(1).and_then(|at| bytes.get(at));
        let after = bytes.get(word.end as usize);
        (2..=8).contains(&word.len())
            && matches!((before, after), (Some(b'['), Some(b']')) | (Some(b'('), Some(b')')))
    };
    let found = words(text).filter(short).map(|word| word.of(text));
    found.filter(|word| !is_english(&word.to_ascii_lowercase())).collect()
}

/// The runs of ASCII letters.
fn words(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(at..)?;
        let start = at + rest.iter().position(u8::is_ascii_alphabetic)?;
        let run = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_alphabetic());
        at = start + run.count();
        Some(Span::new(start, at))
    })
}

/// Gives the first letters at a place back their capitals.
fn raise(clean: &mut [u8], at: usize, letters: usize) {
    if let Some(word) = clean.get_mut(at..at + letters) {
        word.make_ascii_uppercase();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    #[test]
    fn names_days_and_short_forms_keep_their_capitals() {
        let words = "SAN SALVADOR, 3 JAN 90 -- [TEXT] THE ARCE BATTALION COMMAND HAS REPORTED THAT ABOUT 50 PEASANTS HAVE BEEN \
            KIDNAPPED BY TERRORISTS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN] IN USULUTAN ON FRIDAY. A \
            U.S. OFFICIAL MAY LEAVE CHINA IN MAY; THE FMLN, HE SAID, MARCHED TO PARIS.  THE SOURCE ADDED THAT THE \
            TERRORISTS FORCED THE INDIVIDUALS OUT OF THEIR RESIDENCES AND THAT NOBODY KNEW OF IT UNTIL THE MORNING.";
        let text = read(words.as_bytes());
        let restored = restored(&text);
        for part in [
            "San Salvador, 3 Jan 90 -- [text] The",
            "The Arce battalion command",
            "about 50 peasants have been kidnapped by terrorists of the Farabundo Marti national liberation front [FMLN]",
            "in Usulutan on Friday. A U.S. official may leave China in May;",
            "the FMLN, he said, marched to Paris",
            "The source added",
        ] {
            assert!(restored.clean.contains(part), "{part}: {}", restored.clean);
        }
        assert_eq!(restored.clean.len(), text.clean.len());
    }

    #[test]
    fn a_text_with_small_letters_is_left_alone() {
        for words in ["A SHORT HEADING", &"Plain words of a report. ".repeat(40)] {
            assert!(matches!(restored(&read(words.as_bytes())), Cow::Borrowed(_)));
        }
    }
}
