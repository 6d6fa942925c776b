//! Finds what stands at the foot of a page without being text of the column: footnotes, and the notice of copyright
//! below a first page. Only flags lines, in wrapped files only; the marks in the text are left as they are.

use super::line::{Closes, Opens};
use super::mark::is_raised;
use super::print::{Print, Way};

/// How far above a note its mark may stand, in lines.
const REACH: usize = 100;
/// How many lines may be looked at for notes: keeps the work linear.
const MOST: usize = 4096;
/// The fewest notes that make a count.
const FEWEST: usize = 3;

/// Flags footnotes and notices.
pub(super) fn find(print: &mut Print<'_>) {
    if !print.wrapped {
        return;
    }
    let notes = notes(print);
    for &first in &notes {
        let end = print.chunk_end(first);
        for line in first..end {
            if line > first && notes.binary_search(&line).is_ok() {
                break;
            }
            if print.way(line) == Way::Text {
                print.set_way(line, if line == first { Way::Note } else { Way::NoteGoesOn });
            }
        }
    }
    notices(print);
}

/// The first lines of notes: raised numbers whose mark stands in the text above, and plain ones that count up from one,
/// each after its mark.
fn notes(print: &Print<'_>) -> Vec<usize> {
    let mut counted: Vec<usize> = Vec::new();
    let mut raised: Vec<usize> = Vec::new();
    let mut looked = 0;
    for i in 1..print.lines.len() {
        if !print.lines.get(i).is_some_and(|l| l.opens == Opens::Digit) {
            continue;
        }
        let words = print.words(i);
        let label = raised_label(words);
        if label.is_none() && number(words) != Some(counted.len() as u32 + 1) {
            continue;
        }
        looked += 1;
        if looked > MOST {
            break;
        }
        let above = || (i.saturating_sub(REACH)..i).map(|line| print.words(line));
        if let Some(label) = label {
            if above().any(|line| has_raised(line, label)) {
                raised.push(i);
            }
            continue;
        }
        let mark = (counted.len() + 1).to_string();
        if above().any(|line| has_mark(line, &mark)) {
            counted.push(i);
        }
    }
    if counted.len() >= FEWEST {
        raised.append(&mut counted);
        raised.sort_unstable();
    }
    raised
}

/// The raised number that begins a note: "¹² The magnitude of the command".
fn raised_label(words: &str) -> Option<&str> {
    let rest = words.trim_start_matches(is_raised);
    let label = words.get(..words.len() - rest.len())?;
    let begins = rest.trim_start().starts_with(|c: char| !c.is_numeric());
    (!label.is_empty() && label.chars().count() <= 3 && begins && rest.len() > 3).then_some(label)
}

/// Whether a raised number stands in a line, whole and after a word.
fn has_raised(words: &str, label: &str) -> bool {
    words.match_indices(label).any(|(at, _)| {
        let before = words.get(..at).and_then(|head| head.chars().next_back());
        let after = words.get(at + label.len()..).and_then(|tail| tail.chars().next());
        before.is_some_and(|c| !is_raised(c) && !c.is_whitespace()) && !after.is_some_and(is_raised)
    })
}

/// The number of a line like "5 Stall warning is given by": bare, and a capital word after it.
fn number(words: &str) -> Option<u32> {
    let (label, rest) = words.split_once(' ')?;
    let fits = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit());
    let begins = rest.trim_start_matches(['“', '‘', '"', '\'']).starts_with(char::is_uppercase);
    (fits && begins && rest.len() > 12).then(|| label.parse().ok()).flatten()
}

/// Whether a mark stands in a line: "alert,5 and", "action.6", "system 2 generated"; never a number that begins it.
fn has_mark(words: &str, mark: &str) -> bool {
    words.split(' ').enumerate().any(|(n, token)| {
        let bare = token.trim_end_matches(|c: char| c.is_ascii_punctuation());
        bare.strip_suffix(mark).is_some_and(|before| {
            before.is_empty() && n > 0
                || before.ends_with(['.', ',', ';', ':', ')', '”', '’', '"', '\''])
                    && before.chars().any(char::is_alphabetic)
                || before.len() > 2 && before.bytes().all(|b| b.is_ascii_lowercase())
        })
    })
}

/// What a notice begins with; each is a formula that running prose does not begin with.
const NOTICES: [&str; 6] =
    ["Permission to make digital", "Permission to copy", "Copyright ", "© ", "(c) 19", "(c) 20"];

/// Flags the runs of lines that begin with a notice and part a sentence.
fn notices(print: &mut Print<'_>) {
    for first in 1..print.lines.len() {
        let here = print.words(first);
        if print.gap(first) == 0 || !NOTICES.iter().any(|n| here.starts_with(n)) {
            continue;
        }
        let end = print.chunk_end(first);
        let open = |line: usize| {
            print.lines.get(line).is_some_and(|l| !matches!(l.closes, Closes::Stop | Closes::Colon))
        };
        let below = print.lines.get(end).is_some_and(|l| l.opens == Opens::Lower);
        if end - first <= 16 && open(first - 1) && below {
            for line in first..end {
                print.set_way(line, Way::Notice);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_numbers() {
        for (words, mark) in [
            ("altitude disagree alert,5 and may", "5"),
            ("interim corrective action.6 The", "6"),
            ("flight control system 2 generated", "2"),
            ("the inspectors3 wrote", "3"),
        ] {
            assert!(has_mark(words, mark), "{words}");
        }
        for (words, mark) in
            [("5 Stall warning", "5"), ("in 2015 it", "5"), ("rose by 1,5 percent", "5")]
        {
            assert!(!has_mark(words, mark), "{words}");
        }
        assert_eq!(raised_label("¹² The magnitude"), Some("¹²"));
        assert_eq!(raised_label("²005 was"), None);
        assert!(has_raised("would limit¹² the", "¹²") && !has_raised("would limit¹² the", "¹"));
        assert!(!has_raised("¹² The magnitude", "¹²"));
        assert_eq!(number("7 Ethiopian Aircraft Accident"), Some(7));
        assert_eq!(number("7 aircraft were lost in the"), None);
    }
}
