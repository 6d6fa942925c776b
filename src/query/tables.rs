//! Which tables a lens leaves: those with a sentence of theirs, or of their caption, among its hits. Never cuts a table.

use super::{Lens, View};
use crate::extract::Table;
use crate::model::{Corpus, DocId};
use crate::text::Span;

/// The tables that a lens leaves, by document and place.
pub fn left<'a>(corpus: &'a Corpus, lens: &Lens, view: &View) -> Vec<(DocId, &'a Table)> {
    let of = |&id: &DocId| {
        let tables = corpus.document(id).map_or(&[][..], |d| d.tables.as_slice());
        tables.iter().map(move |table| (id, table))
    };
    let all = view.documents.iter().flat_map(of);
    all.filter(|(id, table)| lens.is_empty() || is_hit(view, *id, table)).collect()
}

fn is_hit(view: &View, id: DocId, table: &Table) -> bool {
    let hit = |span: Span| {
        let at = view.hits.partition_point(|h| (h.document, h.sentence.end) <= (id, span.start));
        view.hits.get(at).is_some_and(|h| h.document == id && h.sentence.overlaps(span))
    };
    hit(table.span()) || table.caption.is_some_and(hit)
}
