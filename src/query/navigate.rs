//! Moves through a view: the next hit, the place of an event, what to select when the selected one is gone.
//! Places come in, places go out. Never changes a view.

use super::View;
use crate::model::{DocId, EventId};

/// Where a step through the hits leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The hit, as an index of [`View::hits`].
    pub hit: usize,
    /// Whether the end was passed and the other end is where it goes on.
    pub wrapped: bool,
}

impl View {
    /// The first hit that begins after an offset of a document's reading text, across documents, around the end;
    /// `None` where there is no hit at all.
    pub fn next_hit(&self, document: DocId, at: u32) -> Option<Step> {
        let next = self.hits.partition_point(|h| (h.document, h.sentence.start) <= (document, at));
        let wrapped = next == self.hits.len();
        (!self.hits.is_empty()).then_some(Step { hit: if wrapped { 0 } else { next }, wrapped })
    }

    /// The last hit that begins before an offset of a document's reading text, across documents, around the start.
    pub fn previous_hit(&self, document: DocId, at: u32) -> Option<Step> {
        let next = self.hits.partition_point(|h| (h.document, h.sentence.start) < (document, at));
        let last = self.hits.len().checked_sub(1)?;
        Some(Step { hit: next.checked_sub(1).unwrap_or(last), wrapped: next == 0 })
    }

    /// The hit whose sentence holds an offset, as an index of [`View::hits`]: the "4" of "4/14".
    pub fn hit_at(&self, document: DocId, at: u32) -> Option<usize> {
        let next = self.hits.partition_point(|h| (h.document, h.sentence.start) <= (document, at));
        let hit = next.checked_sub(1)?;
        self.hits
            .get(hit)
            .filter(|h| h.document == document && h.sentence.contains(at))
            .map(|_| hit)
    }

    /// Where an event stands in [`View::events`]; `None` where the lens hides it.
    pub fn position(&self, event: EventId) -> Option<usize> {
        self.events.binary_search(&event).ok()
    }

    /// Where to put the selection: on the event itself while it is left, else on the one that follows it in time,
    /// else on the last; `None` where none is left.
    pub fn nearest(&self, event: EventId) -> Option<usize> {
        let at = self.events.binary_search(&event).unwrap_or_else(|after| after);
        Some(at.min(self.events.len().checked_sub(1)?))
    }

    /// Where a document stands in [`View::documents`]; `None` where the lens hides it.
    pub fn document_position(&self, document: DocId) -> Option<usize> {
        self.documents.binary_search(&document).ok()
    }

    /// Like [`View::nearest`], for documents.
    pub fn nearest_document(&self, document: DocId) -> Option<usize> {
        let at = self.documents.binary_search(&document).unwrap_or_else(|after| after);
        Some(at.min(self.documents.len().checked_sub(1)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Hit;
    use crate::text::Span;

    fn view() -> View {
        let hit = |document, start| Hit {
            document: DocId(document),
            sentence: Span::new(start, start + 10),
        };
        View {
            events: [2, 4, 7].map(EventId).to_vec(),
            documents: [0, 3].map(DocId).to_vec(),
            hits: vec![hit(0, 10), hit(0, 50), hit(3, 5)],
            ..View::default()
        }
    }

    #[test]
    fn hits_run_across_documents_and_around_the_end() {
        let view = view();
        let step = |hit, wrapped| Some(Step { hit, wrapped });
        assert_eq!(view.next_hit(DocId(0), 0), step(0, false));
        assert_eq!(view.next_hit(DocId(0), 10), step(1, false));
        assert_eq!(view.next_hit(DocId(0), 60), step(2, false));
        assert_eq!(view.next_hit(DocId(1), 9), step(2, false));
        assert_eq!(view.next_hit(DocId(3), 5), step(0, true));
        assert_eq!(view.previous_hit(DocId(3), 5), step(1, false));
        assert_eq!(view.previous_hit(DocId(0), 10), step(2, true));
        assert_eq!(View::default().next_hit(DocId(0), 0), None);
        assert_eq!(View::default().previous_hit(DocId(0), 0), None);
        assert_eq!(view.hit_at(DocId(0), 59), Some(1));
        assert_eq!(view.hit_at(DocId(0), 45), None);
        assert_eq!(view.hit_at(DocId(1), 50), None);
    }

    #[test]
    fn the_selection_stays_or_moves_to_what_follows() {
        let view = view();
        assert_eq!(view.position(EventId(4)), Some(1));
        assert_eq!(view.position(EventId(5)), None);
        assert_eq!(view.nearest(EventId(4)), Some(1));
        assert_eq!(view.nearest(EventId(5)), Some(2));
        assert_eq!(view.nearest(EventId(9)), Some(2));
        assert_eq!(View::default().nearest(EventId(0)), None);
        assert_eq!(view.nearest_document(DocId(1)), Some(1));
    }
}
