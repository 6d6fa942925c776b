//! What the structure of a document promises: the heading one is under, the line that leads a list in, the label in front of an
//! item. Blocks come in one after another; what they promise of the text goes out. Judges no sentence.

use super::heading::{Promise, promises};
use super::told::{AssessmentKind, Case};
use crate::text::{Block, BlockKind, Span, Text};

/// What is promised where one stands.
#[derive(Default)]
pub(super) struct Structure {
    /// Of the headings, the outermost first.
    sections: Vec<(u8, Vec<Promise>)>,
    /// Of the line that leads the list at hand in.
    lead: Vec<Promise>,
}

/// The start of an item or paragraph that says what the rest is: "Best Case: …".
pub(super) struct Label {
    pub(super) kind: AssessmentKind,
    pub(super) case: Option<Case>,
}

impl Structure {
    /// Goes under a heading.
    pub(super) fn head(&mut self, text: &Text, block: &Block) {
        let BlockKind::Heading(level) = block.kind else { return };
        self.lead.clear();
        self.sections.retain(|(above, _)| *above < level);
        self.sections.push((level, promises(text.words(block.span))));
    }

    /// Notes a line that leads a list in; any other paragraph ends what such a line promised.
    pub(super) fn lead(&mut self, promised: Vec<Promise>) {
        self.lead = promised;
    }

    /// What the nearest heading that promises anything says of what stands here, a line that leads in before it.
    pub(super) fn promised(&self) -> &[Promise] {
        if !self.lead.is_empty() {
            return &self.lead;
        }
        let mut inner = self.sections.iter().rev();
        inner.find(|(_, promised)| !promised.is_empty()).map_or(&[], |(_, promised)| promised)
    }
}

/// An item without its mark: "• ", "- ", "3. ", "(iv) ".
pub(super) fn bare(text: &Text, span: Span) -> Span {
    let words = text.words(span);
    let opened =
        words.trim_start_matches(['•', '-', '–', '—', '*', '·', '▪', '◦', ' ', '\u{a0}', '(']);
    let mark = opened.find(|c: char| !c.is_alphanumeric()).filter(|&end| {
        let head = opened.get(..end).unwrap_or_default();
        let number = !head.is_empty()
            && head.len() <= 4
            && (head.bytes().all(|b| b.is_ascii_digit())
                || head.bytes().all(|b| b"ivx".contains(&b))
                || head.len() == 1);
        number && opened.get(end..).is_some_and(|rest| rest.starts_with(['.', ')']))
    });
    let rest = mark.and_then(|end| opened.get(end + 1..)).map_or(opened, str::trim_start);
    Span { start: span.end - rest.len() as u32, end: span.end }
}

/// The label in front of a text: up to five words, a colon, and something behind it.
pub(super) fn label(words: &str) -> Option<Label> {
    let (head, rest) = words.split_once(':')?;
    let count = head.split_whitespace().count();
    if rest.trim().is_empty() || count == 0 || count > 5 || head.contains(['.', '?', ';']) {
        return None;
    }
    if let Some(case) = case(head) {
        return Some(Label { kind: AssessmentKind::Scenario, case: Some(case) });
    }
    // "It has two advantages:" goes on with a sentence; a label is hardly more than its word.
    let promised = promises(head).into_iter().next().filter(|promise| count <= promise.words + 2);
    promised.map(|promise| Label { kind: promise.kind, case: None })
}

/// Whether a block only leads in what follows: it ends with a colon.
pub(super) fn leads(words: &str) -> Option<Vec<Promise>> {
    let head = words.trim_end().strip_suffix(':')?;
    // The last clause is what the list is of: "In view of this, the report makes three recommendations".
    let clause = head.rsplit(['.', ';']).next().unwrap_or(head);
    let last: Vec<&str> = clause.split_whitespace().collect();
    let tail = last.get(last.len().saturating_sub(8)..).unwrap_or_default().join(" ");
    Some(promises(&tail))
}

/// The case that words name: "Best Case", "Worst-case scenario", "Most likely", "Scenario 2".
pub(super) fn case(words: &str) -> Option<Case> {
    let lower = words.to_lowercase().replace('-', " ");
    let has = |part: &str| lower.contains(part);
    let scenario = has("scenario") || has(" case") || has("outcome");
    if has("most likely") || has("most probable") || has("most plausible") {
        Some(Case::MostLikely)
    } else if has("best case") || scenario && (has("optimistic") || has("best ")) && !has("base") {
        Some(Case::Best)
    } else if has("worst case") || scenario && (has("pessimistic") || has("worst ")) {
        Some(Case::Worst)
    } else if has("scenario") || has("base case") || has("baseline case") {
        Some(Case::Other)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_says_what_stands_behind_it() {
        let told = |words: &str| label(words).map(|l| (l.kind.name(), l.case.map(Case::name)));
        for (words, expected) in [
            ("Best Case: reforms succeed.", Some(("scenario", Some("best")))),
            ("Worst-case scenario: the pact fails.", Some(("scenario", Some("worst")))),
            ("Most Likely: talks go on.", Some(("scenario", Some("most-likely")))),
            ("Scenario 2 – Drift: nothing moves.", Some(("scenario", Some("other")))),
            ("Outlook: growth will slow.", Some(("forecast", None))),
            ("Recommendation 3: open the road.", Some(("recommendation", None))),
            ("He said: the risk is real.", None),
            ("Risks:", None),
            ("Small engines have two advantages: they are light.", None),
        ] {
            assert_eq!(told(words), expected, "{words}");
        }
    }
}
