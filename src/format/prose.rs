//! Plain lines that stand inside another format (a message's body, preformatted words of a page) in, blocks out: what
//! blank lines part, wrapped lines joined. Never guesses at headings.

use super::blocks::Blocks;
use crate::text::BlockKind;

/// The fewest columns of a line that was wrapped.
const WRAPPED: usize = 50;
/// The most columns to which people wrap lines.
const WIDEST: usize = 100;

/// Writes lines as blocks of a kind. Lines quoted with `>` are paragraphs of their own, without their marks.
pub(super) fn write(lines: &str, kind: BlockKind, blocks: &mut Blocks) {
    let mut paragraph = Joined::default();
    for line in lines.lines() {
        let (depth, words) = quoted(line);
        let open = paragraph.goes_on(depth, words);
        if !open {
            paragraph.end(kind, blocks);
        }
        paragraph.add(depth, words);
    }
    paragraph.end(kind, blocks);
}

/// How often a line is quoted, and its words.
fn quoted(line: &str) -> (usize, &str) {
    let (mut depth, mut words) = (0, line);
    while let Some(rest) = words.strip_prefix('>') {
        depth += 1;
        words = rest.strip_prefix(' ').unwrap_or(rest);
    }
    (depth, words)
}

/// Lines of one paragraph.
#[derive(Default)]
struct Joined {
    words: String,
    depth: usize,
    /// Columns of the line last added; with a space at its end it was wrapped however short (RFC 3676).
    last: usize,
    flows: bool,
}

impl Joined {
    fn goes_on(&self, depth: usize, words: &str) -> bool {
        let wrapped = self.flows || (WRAPPED..=WIDEST).contains(&self.last);
        let begins = words.trim_start();
        let item = begins.starts_with(['-', '*', '•', '·'])
            || begins.split_once(['.', ')']).is_some_and(|(n, rest)| {
                !n.is_empty()
                    && n.len() < 4
                    && n.bytes().all(|b| b.is_ascii_digit())
                    && rest.starts_with(' ')
            });
        depth == self.depth && wrapped && !begins.is_empty() && !item
    }

    fn add(&mut self, depth: usize, words: &str) {
        self.depth = depth;
        self.flows = words.ends_with(' ') && words != "-- ";
        self.last = words.trim_end().chars().count();
        self.words.push_str(words);
        self.words.push('\n');
    }

    fn end(&mut self, kind: BlockKind, blocks: &mut Blocks) {
        blocks.push(kind, &self.words);
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::converted::Script;

    #[test]
    fn wrapped_lines_are_joined_and_short_ones_stay_apart() {
        let mut blocks = Blocks::default();
        let lines = "Dear all,\nthe committee met on 3 May 2021 in Geneva and agreed on\nthree points:\n- the first of them is \
                     a little longer than the next\n- the second\n\n> quoted words that were wrapped by the program of a reader\n\
                     > go on\n>> deeper\nKind regards\nA. B.\nflowed \nwords\n";
        write(lines, BlockKind::Paragraph, &mut blocks);
        let (Script::Blocks { text, .. }, _) = blocks.finish() else { panic!() };
        let got: Vec<&str> = text.lines().filter(|l| !l.is_empty()).collect();
        assert_eq!(
            got,
            [
                "Dear all,",
                "the committee met on 3 May 2021 in Geneva and agreed on three points:",
                "- the first of them is a little longer than the next",
                "- the second",
                "quoted words that were wrapped by the program of a reader go on",
                "deeper",
                "Kind regards",
                "A. B.",
                "flowed words",
            ]
        );
    }
}
