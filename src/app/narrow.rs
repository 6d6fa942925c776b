//! Changing the lens: the view anew, what was selected still selected where it is left, the reader following.

use super::App;
use super::place::Place;
use crate::query::Lens;

impl App {
    /// Looks through another lens.
    pub fn look_through(&mut self, lens: Lens) {
        if lens == self.lens {
            return;
        }
        self.lens = lens;
        self.refresh();
        self.glance();
    }

    /// Clears the lens, or brings the cleared one back where there is none.
    pub fn clear_lens(&mut self) {
        if self.looks_around().is_some()
            && let Some(around) = self.around.take()
        {
            // What is cleared is the lens before, not the days that were looked at for a while.
            self.cleared = if around.lens.is_empty() { self.cleared.clone() } else { around.lens };
            self.look_through(Lens::default());
            return;
        }
        let next = if self.lens.is_empty() { self.cleared.clone() } else { Lens::default() };
        let old = std::mem::replace(&mut self.lens, next);
        self.cleared = old;
        self.refresh();
        self.glance();
    }

    /// Computes everything that hangs on corpus and lens.
    pub fn refresh(&mut self) {
        self.view = self.index.view(&self.corpus, &self.lens);
        self.events.group(&self.corpus, &self.view);
        self.events.anchor = self.events.anchor.or_else(|| self.view.events.first().copied());
        self.events.find_anchor(&self.view);
        self.indicators.stale();
        self.lay();
        self.assessments.list(&self.corpus, &self.view);
        self.documents.anchor = self.documents.anchor.or(self.view.documents.first().copied());
        self.documents.find_anchor(&self.view);
        if self.reader.document.is_none()
            && let Some(&first) = self.view.documents.first()
        {
            self.reader.open(&self.corpus, first);
        }
    }

    /// While words are typed: lets the reader show the selected event of those left, or else the first hit at or after
    /// where the typing began.
    pub fn preview_hit(&mut self, from: Place) {
        if self.lens.text.is_empty() {
            self.restore(from);
        } else if !self.glance()
            && let Some(document) = from.document
        {
            let at = from.sentence.and_then(|s| {
                self.corpus.document(document)?.text.sentences.get(s).map(|s| s.start)
            });
            let at = at.unwrap_or(0);
            let here = self.view.hit_at(document, at);
            let next = here.or_else(|| Some(self.view.next_hit(document, at)?.hit));
            if let Some(hit) = next.and_then(|i| self.view.hits.get(i)).copied() {
                self.reader.show(&self.corpus, hit.document, hit.sentence.start, true);
            }
        }
    }
}
