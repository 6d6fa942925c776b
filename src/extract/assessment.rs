//! Finds what authors judge, expect, fear and recommend: by the structure of the document (headings, items, labels, tables) and
//! by the sentence itself. A text with its dates and countries comes in, findings go out, rising by place. Gives no likelihood
//! a number.

mod concern;
mod expressions;
mod heading;
mod lexicon;
pub mod scale;
mod sentence;
mod structure;
mod told;
mod turns;

pub use scale::{Band, Class, Scale, Term};
pub use told::{AssessmentFinding, AssessmentKind, Case, Expression, Reach, Sense};

use super::finding::Table;
use super::{CountryMention, DateMention};
use crate::text::runs::{Run, Runs};
use crate::text::{Block, BlockKind, Span, Text};
use concern::Concern;
use heading::{Promise, Share, promises};
use lexicon::{Found, WORDS, scan};
use sentence::{Judged, Sentence};
use structure::{Structure, bare, case, label, leads};

/// The assessments of a document; its runs of letters, dates, countries and tables come in.
pub fn find(
    text: &Text,
    runs: &Runs,
    (dates, countries): (&[DateMention], &[CountryMention]),
    tables: &[Table],
) -> Vec<AssessmentFinding> {
    let mut finder = Finder {
        text,
        runs,
        dates,
        structure: Structure::default(),
        concern: Concern::new(text, countries),
        words: Vec::new(),
        found: Vec::new(),
    };
    for (at, block) in text.blocks.iter().enumerate() {
        finder.read(block, &runs.of_block(text, at));
    }
    if !tables.is_empty() {
        for table in tables {
            finder.table(table);
        }
        finder.found.sort_by_key(|finding| finding.span);
    }
    finder.found
}

struct Finder<'a> {
    text: &'a Text,
    runs: &'a Runs,
    dates: &'a [DateMention],
    structure: Structure,
    concern: Concern<'a>,
    /// The words found in the block at hand.
    words: Vec<Found>,
    found: Vec<AssessmentFinding>,
}

impl Finder<'_> {
    fn read(&mut self, block: &Block, runs: &[Run]) {
        match block.kind {
            BlockKind::Heading(_) => {
                self.structure.head(self.text, block);
                self.concern.under(block.span);
            }
            BlockKind::Paragraph => self.paragraph(block.span, runs),
            BlockKind::Bullet | BlockKind::Numbered => self.item(block.span, runs),
            BlockKind::Title
            | BlockKind::Caption
            | BlockKind::Cell
            | BlockKind::Metadata
            | BlockKind::Furniture(_) => {}
        }
    }

    fn scan(&mut self, span: Span, runs: &[Run]) {
        self.words.clear();
        let text = self.text.clean.get(..span.end as usize).unwrap_or_default();
        scan(&WORDS, text, runs, &mut self.words);
    }

    /// An item of a list is one judgement, however many sentences it has.
    fn item(&mut self, block: Span, runs: &[Run]) {
        let span = bare(self.text, block);
        let words = self.text.words(span);
        if words.len() <= LABEL
            && let Some(promised) = leads(words)
        {
            self.structure.lead(promised);
            return;
        }
        self.scan(block, runs);
        if let Some(label) = label(words) {
            self.add(span, block, (label.kind, "assessment.label"), label.case);
        } else if let Some(kind) = self.promised_item(span) {
            let case = if kind == AssessmentKind::Scenario { case(words) } else { None };
            self.add(span, block, (kind, "assessment.item"), case);
        } else {
            self.sentences(block, &[]);
        }
    }

    /// A cell under a head such as "Weaknesses" is what that says.
    fn table(&mut self, table: &Table) {
        if let Some(caption) = table.caption {
            self.concern.under(caption);
        }
        for (head, column) in table.heads.iter().zip(&table.columns) {
            let promised = promises(self.text.words(*head));
            let [promise] = promised.as_slice() else { continue };
            for &cell in column.iter().filter(|cell| self.text.words(**cell).contains(' ')) {
                if self.found.iter().all(|finding| !finding.span.overlaps(cell)) {
                    self.scan(cell, &self.runs.within(self.text, cell));
                    self.add(cell, cell, (promise.kind, "assessment.table"), None);
                }
            }
        }
    }

    /// What an item under a heading is: of two kinds promised, the one that it has words of, else the first.
    fn promised_item(&self, span: Span) -> Option<AssessmentKind> {
        let promised = self.structure.promised();
        let (first, second) = (promised.first()?, promised.get(1));
        let Some(second) = second else { return Some(first.kind) };
        let opposed = [AssessmentKind::Strength, AssessmentKind::Weakness];
        let sentence = self.sentence(span);
        if opposed.contains(&first.kind) {
            return sentence.judge().map(|(kind, _)| kind);
        }
        let fits = |promise: &Promise| sentence.fits(promise.kind);
        let fit = [first, second].into_iter().find(|promise| fits(promise));
        Some(fit.unwrap_or(first).kind)
    }

    fn paragraph(&mut self, block: Span, runs: &[Run]) {
        let words = self.text.words(block);
        let lead = leads(words);
        let promised = lead.unwrap_or_default();
        self.structure.lead(Vec::new());
        self.scan(block, runs);
        let sections = self.structure.promised().to_vec();
        match label(words).filter(|_| words.len() <= LONGEST) {
            Some(label) => self.add(block, block, (label.kind, "assessment.label"), label.case),
            None => self.sentences(block, &sections),
        }
        self.structure.lead(promised);
    }

    /// The sentences of a block, each by what its section promises and by itself.
    fn sentences(&mut self, block: Span, promised: &[Promise]) {
        let sentences = self.text.sentences_in(block);
        for (at, &span) in sentences.iter().enumerate() {
            let sentence = self.sentence(span);
            let judged = under(promised, at == 0, &sentence).or_else(|| sentence.judge());
            if let Some(judged) = judged {
                let scenario = judged.0 == AssessmentKind::Scenario;
                let case = if scenario { case(self.text.words(span)) } else { None };
                self.add(span, block, judged, case);
            }
        }
    }

    fn sentence(&self, span: Span) -> Sentence<'_> {
        let first = self.words.partition_point(|f| f.span.start < span.start);
        let last = self.words.partition_point(|f| f.span.end <= span.end);
        let found = self.words.get(first..last).unwrap_or_default();
        Sentence::new(self.text.words(span), span, found)
    }

    fn add(&mut self, span: Span, block: Span, (kind, rule): Judged, case: Option<Case>) {
        let (countries, reach) = self.concern.of(span, block, &self.words);
        self.found.push(AssessmentFinding {
            span,
            kind,
            case,
            likelihood: expressions::expressions(self.text, span, &self.words),
            horizon: expressions::horizon(self.text, span, &self.words, self.dates),
            countries,
            reach,
            rule,
        });
    }
}

/// What a sentence of prose is under a heading that promises something.
fn under(promised: &[Promise], first: bool, sentence: &Sentence) -> Option<Judged> {
    let [promise] = promised else { return None };
    if sentence.is_question() || sentence.is_of_itself() {
        return None;
    }
    match promise.share {
        Share::All => Some((promise.kind, "assessment.section")),
        Share::First if first => Some((promise.kind, "assessment.section-opening")),
        Share::Fits if sentence.fits(promise.kind) => {
            let own = sentence.judge();
            let says = own.filter(|(kind, _)| *kind == promise.kind || PLAIN.contains(kind));
            says.or(Some((promise.kind, "assessment.section-words")))
        }
        Share::First | Share::Fits => None,
    }
}

/// What a sentence says so plainly that no heading makes it anything else.
const PLAIN: &[AssessmentKind] =
    &[AssessmentKind::Gap, AssessmentKind::Recommendation, AssessmentKind::Scenario];

/// The most bytes of an item that only leads in others.
const LABEL: usize = 80;

/// The most bytes of a paragraph that its label is the label of all of.
const LONGEST: usize = 600;
