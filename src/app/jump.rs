//! Going to places: an event's sentence, a document, a section, the next hit.

use super::pane::Item;
use super::{App, Pane, geometry};
use crate::model::{AssessmentId, DocId, IndicatorId};
use crate::query::Hit;
use crate::text::Span;

impl App {
    /// Opens what is selected: a document or a section; of an event or a sentence its card.
    pub fn open(&mut self) {
        match self.focus {
            Pane::Documents => self.open_selected(),
            _ => self.open_card(),
        }
    }

    /// Opens what is selected in the focused list and goes on to the text.
    pub fn open_selected(&mut self) {
        match self.focus {
            Pane::Documents => match self.documents.selected {
                Item::Document(i) => self.open_document(i),
                Item::Section(i) => self.open_section(i),
            },
            Pane::Reader => {}
            Pane::Events | Pane::Indicators | Pane::Assessments => self.open_finding(),
        }
    }

    fn open_finding(&mut self) {
        let Some(hit) = self.selected_finding() else { return };
        self.leave_place();
        if self.findings == Pane::Events {
            self.events.anchor = self.selected_event();
        }
        self.show_hit(hit);
        self.focus_on(Pane::Reader);
    }

    fn open_document(&mut self, index: usize) {
        if let Some(&id) = self.view.documents.get(index) {
            self.read_document(id);
        }
    }

    /// Puts the reader on a document, also on one that the lens hides.
    pub fn read_document(&mut self, id: DocId) {
        self.leave_place();
        self.documents.anchor = Some(id);
        self.reader.open(&self.corpus, id);
        self.focus_on(Pane::Reader);
    }

    fn open_section(&mut self, index: usize) {
        let Some(section) = self.document().and_then(|d| d.sections.get(index)).copied() else {
            return;
        };
        self.leave_place();
        self.reader.go_to(&self.corpus, section.heading.start);
        self.focus_on(Pane::Reader);
    }

    /// Puts the reader on a sentence and lights it.
    pub fn show_hit(&mut self, hit: Hit) {
        self.reader.show(&self.corpus, hit.document, hit.sentence.start, false);
    }

    /// The sentence of what is selected in the list of findings.
    pub fn selected_finding(&self) -> Option<Hit> {
        match self.findings {
            Pane::Documents | Pane::Reader => None,
            Pane::Events => self
                .selected_event()
                .and_then(|id| self.corpus.event(id))
                .map(|event| Hit { document: event.document, sentence: event.sentence }),
            Pane::Indicators => {
                let row = self.corpus.indicators.get(self.selected_indicator()?.index())?;
                self.sentence_at(row.document, row.number)
            }
            Pane::Assessments => {
                let id = self.selected_assessment()?;
                let document = self.corpus.assessments.get(id.index())?.document;
                self.sentence_at(document, self.corpus.assessment(id)?.1.span)
            }
        }
    }

    /// The selected figure.
    pub fn selected_indicator(&self) -> Option<IndicatorId> {
        self.indicators.selected()
    }

    /// The selected assessment.
    pub fn selected_assessment(&self) -> Option<AssessmentId> {
        self.assessments.selected()
    }

    /// The sentence that a place of a document begins in.
    pub(super) fn sentence_at(&self, id: DocId, span: Span) -> Option<Hit> {
        let text = &self.corpus.document(id)?.text;
        let sentence = text.sentence_at(span.start).and_then(|at| text.sentences.get(at));
        Some(Hit { document: id, sentence: sentence.copied().unwrap_or(span) })
    }

    /// While findings are looked through: lets the reader show the selected one's sentence, without going there.
    /// Whether there is one.
    pub fn glance(&mut self) -> bool {
        let Some(hit) = self.selected_finding().filter(|_| self.focus.is_findings()) else {
            return false;
        };
        self.reader.show(&self.corpus, hit.document, hit.sentence.start, true);
        true
    }

    /// Shows the file's own bytes, or the reading text again.
    pub fn toggle_raw(&mut self) {
        let (raw, folded) = (!self.reader.raw, self.reader.folded);
        self.reader.raw = raw;
        let text = geometry::areas(self.size, self).text;
        self.reader.raw = !raw;
        if !text.is_empty() {
            self.reader.size = (text.width.into(), text.height.into());
        }
        self.reader.switch(&self.corpus, raw, folded);
    }

    /// Which hit the lit sentence is, as an index of the view's hits.
    pub fn current_hit(&self) -> Option<usize> {
        let lit = self.reader.lit(self.document()?)?;
        self.view.hit_at(self.reader.document?, lit.start)
    }

    /// Runs to the next or previous hit, on through all documents and round at either end.
    pub fn sweep(&mut self, forward: bool) {
        let at = self.document().and_then(|d| self.reader.lit(d)).map_or(0, |s| s.start);
        let Some(document) = self.reader.document else { return };
        let view = &self.view;
        let step =
            if forward { view.next_hit(document, at) } else { view.previous_hit(document, at) };
        let Some(step) = step else { return };
        let Some(&hit) = view.hits.get(step.hit) else { return };
        if step.wrapped {
            let end = if forward {
                "last hit passed: on from the first"
            } else {
                "first hit passed: on from the last"
            };
            self.notice = Some(end.into());
        }
        if !self.sweeping {
            self.leave_place();
        }
        self.show_hit(hit);
    }

    /// Steps to a neighbouring section.
    pub fn step_section(&mut self, forward: bool) {
        let Some(document) = self.document() else { return };
        let at = self.reader.lit(document).map_or(0, |s| s.start);
        let sections = &document.sections;
        let after = sections.partition_point(|s| s.heading.start <= at);
        let target = if forward {
            sections.get(after)
        } else {
            let here = after.checked_sub(1).and_then(|i| sections.get(i));
            let first = here.map(|s| document.text.sentences_in(s.span));
            let lit_first = first.and_then(|s| s.first()).is_some_and(|s| at <= s.start);
            after.checked_sub(if lit_first { 2 } else { 1 }).and_then(|i| sections.get(i))
        };
        match target.copied() {
            Some(section) => self.reader.go_to(&self.corpus, section.heading.start),
            None => {
                self.notice = Some(if forward { "last section" } else { "first section" }.into());
            }
        }
    }

    /// Lights a neighbouring sentence, or the first one of a neighbouring paragraph.
    pub fn step_sentence(&mut self, by: isize, paragraph: bool) {
        let (Some(document), Some(at)) = (self.document(), self.reader.sentence) else { return };
        let sentences = &document.text.sentences;
        let block = |i: usize| sentences.get(i).and_then(|s| document.text.block_at(s.start));
        let mut next = at.saturating_add_signed(by);
        if paragraph {
            let start = |i: usize| i == 0 || block(i - 1) != block(i);
            while next > 0 && next < sentences.len() && !start(next) {
                next = next.saturating_add_signed(by);
            }
        }
        if next < sentences.len() {
            self.reader.light(&self.corpus, next);
        }
    }
}
