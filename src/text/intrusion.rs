//! Finds the printed lines that stand in the way of the text: quotes set apart that repeat words of the text, and
//! whatever stands between the two halves of a broken word. Only flags lines; moves nothing.
//! Looks at wrapped files only: in others no line interrupts another.

use super::hash::SMALL;
use super::join::is_known;
use super::line::{Closes, Opens};
use super::print::{Print, Way};
use super::scan;
use super::vocabulary::Vocabulary;

/// The fewest letters that a quote set apart shares with the text it repeats.
const SHARED: usize = 24;
/// How far below a broken word its other half may stand, in lines.
const REACH: usize = 32;
/// How many lines, and how many repetitions of one line, are looked at: keeps the work linear.
const MOST: usize = 4096;

/// Flags every line that interrupts.
pub(super) fn find(print: &mut Print<'_>, vocabulary: &Vocabulary<'_>) {
    if print.wrapped {
        repeats(print);
        torn_words(print, vocabulary);
    }
}

/// Letters and digits of all lines in one row, folded: equal words are equal rows wherever the lines end.
struct Letters {
    row: Vec<u8>,
    /// Where each line begins in the row; one more for the end.
    starts: Vec<u32>,
}

impl Letters {
    fn new(print: &Print<'_>) -> Self {
        let bytes: usize = (0..print.lines.len()).map(|line| print.words(line).len()).sum();
        let mut letters =
            Self { row: vec![0; bytes + 8], starts: Vec::with_capacity(print.lines.len() + 1) };
        let mut end = 0;
        for line in 0..print.lines.len() {
            letters.starts.push(end as u32);
            end = letters.add(print.words(line), end);
        }
        letters.starts.push(end as u32);
        letters.row.truncate(end);
        letters
    }

    /// Writes the letters of some words from `end` on, in lower case; where they end then. Bytes beyond ASCII are kept as they
    /// stand but for general punctuation, whose first byte no letter has.
    fn add(&mut self, words: &str, mut end: usize) -> usize {
        let bytes = words.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let eight = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>());
            let (eight, run) = match eight {
                Some(eight) => {
                    let eight = u64::from_le_bytes(*eight);
                    (eight, scan::run_of(eight))
                }
                None => (u64::from(*byte), usize::from(byte.is_ascii_alphanumeric())),
            };
            if run > 0 {
                self.put(eight | SMALL, end);
                (at, end) = (at + run, end + run);
                continue;
            }
            match byte {
                0xc2 => at += 2,
                0xe2 => at += 3,
                0x80.. => {
                    self.put(u64::from(*byte), end);
                    (at, end) = (at + 1, end + 1);
                }
                _ => at += 1,
            }
        }
        end
    }

    /// Writes eight bytes; what is written past those that count is written over.
    fn put(&mut self, eight: u64, end: usize) {
        if let Some(place) = self.row.get_mut(end..end + 8) {
            place.copy_from_slice(&eight.to_le_bytes());
        }
    }

    fn start(&self, line: usize) -> usize {
        self.starts.get(line).map_or(self.row.len(), |s| *s as usize)
    }

    /// The first letters of the lines `first..end`; none where they are fewer than a quote shares with the text.
    fn head(&self, first: usize, end: usize) -> Option<Head> {
        let letters = self.row.get(self.start(first)..self.start(end))?;
        letters.first_chunk().copied().filter(|_| letters.len() >= SHARED)
    }

    /// How many letters from `a` to `end` are also found from `b` on.
    fn shared(&self, a: usize, end: usize, b: usize) -> usize {
        let here = self.row.get(a..end).unwrap_or_default();
        let there = self.row.get(b..).unwrap_or_default();
        here.iter().zip(there).take_while(|(x, y)| x == y).count()
    }
}

/// The letters that a repetition is first known by.
type Head = [u8; 16];

/// Heads to be looked for in a row of letters. Of the eight bytes at each eighth place of the row only one look is
/// taken: wherever a head stands, one of its eights lies there.
struct Heads {
    /// A bit for each hash that an eight of some head has.
    seen: [u64; 1024],
    /// An eight of a head, where it stands in it, the head, and which of the list that is; rising.
    rows: Vec<(u64, usize, Head, usize)>,
}

impl Heads {
    fn new(list: impl Iterator<Item = Option<Head>>) -> Self {
        let mut heads = Self { seen: [0; 1024], rows: Vec::new() };
        for (n, head) in list.enumerate().filter_map(|(n, head)| Some((n, head?))) {
            for (shift, eight) in head.windows(8).take(8).enumerate() {
                let Some(eight) = eight.first_chunk().map(|e| u64::from_le_bytes(*e)) else {
                    continue;
                };
                let (slot, bit) = Self::place(eight);
                if let Some(bits) = heads.seen.get_mut(slot) {
                    *bits |= bit;
                }
                heads.rows.push((eight, shift, head, n));
            }
        }
        heads.rows.sort_unstable();
        heads
    }

    fn place(eight: u64) -> (usize, u64) {
        let hash = eight.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    /// Tells of each head that stands in the row, where it begins.
    fn find(&self, row: &[u8], mut tell: impl FnMut(usize, usize)) {
        for (at, eight) in row.as_chunks::<8>().0.iter().enumerate() {
            let eight = u64::from_le_bytes(*eight);
            let (slot, bit) = Self::place(eight);
            if self.seen.get(slot).is_none_or(|bits| bits & bit == 0) {
                continue;
            }
            let first = self.rows.partition_point(|r| r.0 < eight);
            for (_, shift, head, n) in self.rows.iter().skip(first).take_while(|r| r.0 == eight) {
                let Some(start) = (at * 8).checked_sub(*shift) else { continue };
                if row.get(start..).is_some_and(|letters| letters.starts_with(head)) {
                    tell(*n, start);
                }
            }
        }
    }
}

/// Flags the lines at the head of a narrow run that stand again, word for word, inside the text.
fn repeats(print: &mut Print<'_>) {
    let narrow = print.measure * 3 / 4;
    let begins = |i: usize| print.gap(i) > 0 || i == 0;
    let anchors: Vec<usize> = (0..print.lines.len())
        .filter(|&i| {
            begins(i) && print.lines.get(i).is_some_and(|l| l.width <= narrow && l.width >= 8)
        })
        .take(MOST)
        .collect();
    if anchors.is_empty() {
        return;
    }
    let letters = Letters::new(print);
    let heads = Heads::new(anchors.iter().map(|&i| letters.head(i, print.chunk_end(i))));
    let mut shared = vec![(0usize, 0usize); anchors.len()];
    heads.find(&letters.row, |n, start| {
        let (Some(&anchor), Some(best)) = (anchors.get(n), shared.get_mut(n)) else { return };
        let at_line = letters.starts.binary_search(&(start as u32)).is_ok_and(begins);
        // A line without letters begins where the next one does: its head stands there without being repeated.
        if at_line || best.1 >= 8 || start == letters.start(anchor) {
            return;
        }
        let end = letters.start(print.chunk_end(anchor));
        best.0 = best.0.max(letters.shared(letters.start(anchor), end, start));
        best.1 += 1;
    });
    let found: Vec<(usize, usize)> = anchors
        .iter()
        .zip(shared)
        .filter_map(|(&anchor, (count, _))| {
            repeated(print, &letters, anchor, count).map(|end| (anchor, end))
        })
        .collect();
    for line in found.into_iter().flat_map(|(first, end)| first..end) {
        print.set_way(line, Way::Repeats);
    }
}

/// The end of the lines from `anchor` on that are wholly repeated, when that is a quote and no accident.
fn repeated(print: &Print<'_>, letters: &Letters, anchor: usize, count: usize) -> Option<usize> {
    let first = letters.start(anchor);
    let chunk = print.chunk_end(anchor);
    let end = (anchor..chunk).take_while(|&i| letters.start(i + 1) <= first + count).last()? + 1;
    let above = anchor.checked_sub(1).and_then(|i| print.lines.get(i));
    let interrupts = above.is_some_and(|l| l.closes != Closes::Stop && l.closes != Closes::Colon);
    let alone = end == chunk && end - anchor >= 3;
    let enough = letters.start(end) - first >= SHARED;
    (enough && (alone || interrupts && end - anchor >= 2)).then_some(end)
}

/// Flags what stands between the halves of a word, and the line that takes the word up again.
fn torn_words(print: &mut Print<'_>, vocabulary: &Vocabulary<'_>) {
    let mut at = 0;
    while at < print.lines.len() {
        let torn = print.lines.get(at).is_some_and(|l| l.closes == Closes::Hyphen)
            && print.way(at) != Way::Repeats;
        let Some(other) = torn.then(|| other_half(print, vocabulary, at)).flatten() else {
            at += 1;
            continue;
        };
        for line in at + 1..other {
            if print.way(line) == Way::Text {
                print.set_way(line, Way::Intrudes);
            }
        }
        print.set_way(other, Way::Resumes);
        at = other;
    }
}

/// The line below an interruption that completes the word broken at the end of `at`.
fn other_half(print: &Print<'_>, vocabulary: &Vocabulary<'_>, at: usize) -> Option<usize> {
    let above = print.words(at);
    let width = print.lines.get(at)?.width;
    if print.way(at + 1) == Way::Text && completes(print, vocabulary, above, at + 1) {
        return None;
    }
    for line in at + 1..(at + REACH).min(print.lines.len()) {
        let here = print.lines.get(line)?;
        let intrudes = print.way(line) == Way::Repeats;
        if line > at + 1
            && !intrudes
            && here.opens == Opens::Lower
            && completes(print, vocabulary, above, line)
        {
            return Some(line);
        }
        let alone = here.gap > 0 && print.gap(line + 1) > 0;
        if !(intrudes || alone || here.width * 5 <= width * 4) {
            return None;
        }
    }
    None
}

fn completes(print: &Print<'_>, vocabulary: &Vocabulary<'_>, above: &str, below: usize) -> bool {
    let words = print.words(below);
    let letters = words.bytes().take_while(|b| b.is_ascii_alphabetic() || *b >= 0x80).count();
    letters >= 2 && is_known(above, words, vocabulary)
}
