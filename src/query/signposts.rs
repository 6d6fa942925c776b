//! Which warning signs of the text a lens leaves. A corpus, its index and a lens come in; places of findings and how many
//! are hidden go out; of the analyst's quotes, where they stand in the corpus.

use super::index::Matches;
use super::{Index, Lens};
use crate::extract::SignpostFinding;
use crate::model::{Corpus, Day, DocId, Document};
use crate::signposts::{Quoted, Signpost};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A warning sign that a document tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundSign {
    /// The document.
    pub document: DocId,
    /// Which of its [`Document::signposts`].
    pub at: u32,
}

impl FoundSign {
    /// Its document and the finding.
    pub fn of(self, corpus: &Corpus) -> Option<(&Document, &SignpostFinding)> {
        let document = corpus.document(self.document)?;
        Some((document, document.signposts().get(self.at as usize)?))
    }
}

/// The warning signs that a lens leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signs {
    /// By document and place.
    pub shown: Vec<FoundSign>,
    /// How many there are in all.
    pub total: usize,
    /// How many of the hidden ones stand in a document without a date, where the lens asks for dates.
    pub undated: usize,
}

impl Signs {
    /// The warning signs that a lens leaves, for a single question. Where many follow, keep an [`Index`] and ask it.
    pub fn new(corpus: &Corpus, lens: &Lens) -> Self {
        Index::for_lens(corpus, lens).signs(corpus, lens)
    }
}

impl Index {
    /// What the documents say is to be watched, under a lens: its countries are the sign's, its words those of the sentence,
    /// its dates the document's date of publication.
    ///
    /// Each document is read for signs when it is first asked for them.
    pub fn signs(&self, corpus: &Corpus, lens: &Lens) -> Signs {
        let text = (!lens.text.is_empty()).then(|| self.matches(corpus, &lens.text));
        let mut signs = Signs::default();
        for (document, id) in corpus.documents.iter().zip((0..).map(DocId)) {
            for (sign, at) in document.signposts().iter().zip(0..) {
                signs.total += 1;
                let said = self.says(corpus, (id, sign), text.as_ref());
                let concerned = lens.countries.matches(sign.countries.iter().copied());
                if !said || !concerned {
                    continue;
                }
                match in_time(document, lens) {
                    Some(true) => signs.shown.push(FoundSign { document: id, at }),
                    Some(false) => {}
                    None => signs.undated += 1,
                }
            }
        }
        signs
    }

    fn says(
        &self,
        corpus: &Corpus,
        (id, sign): (DocId, &SignpostFinding),
        text: Option<&Matches>,
    ) -> bool {
        text.is_none_or(|text| text.leaves(self.sentence_at(corpus, id, sign.span)))
    }
}

/// Whether a document was published when the lens asks; nothing where it has no date and the lens asks for one.
fn in_time(document: &Document, lens: &Lens) -> Option<bool> {
    let Some(range) = &lens.dates else { return Some(true) };
    let date = document.published.as_ref().filter(|date| date.anchored)?;
    Some(range.overlaps(Day::earliest(date.earliest), Day::latest(date.latest)))
}

/// The codes of a sign's countries.
pub fn codes(sign: &SignpostFinding) -> Vec<&str> {
    sign.countries.iter().map(|(country, _)| country.code()).collect()
}

/// Where a quote of the analyst's file stands in the corpus that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Here.
    Here(DocId, Span),
    /// Its document is here, but is another file by now.
    Changed(DocId),
    /// Its document is not here.
    Absent,
}

/// The documents that quotes lead to, found once for all of them.
#[derive(Debug, Clone, Default)]
pub struct Library {
    by_sum: BTreeMap<String, DocId>,
    by_path: BTreeMap<String, DocId>,
}

impl Library {
    /// Finds the documents of quotes in a corpus.
    pub fn new<'a>(corpus: &Corpus, quotes: impl Iterator<Item = &'a Quoted>) -> Self {
        let (mut sums, mut paths) = (BTreeSet::new(), BTreeSet::new());
        for quote in quotes {
            sums.insert(&*quote.sha256);
            paths.insert(&*quote.doc);
        }
        let mut library = Self::default();
        if sums.is_empty() {
            return library;
        }
        for (document, id) in corpus.documents.iter().zip((0..).map(DocId)) {
            let sum = document.origin.sha256.to_string();
            if sums.contains(&*sum) {
                library.by_sum.entry(sum).or_insert(id);
            }
            if paths.contains(&*document.path) {
                library.by_path.entry(document.path.to_string()).or_insert(id);
            }
        }
        library
    }

    /// Where a quote stands.
    pub fn find(&self, corpus: &Corpus, quote: &Quoted) -> Standing {
        let Some(&id) = self.by_sum.get(&quote.sha256) else {
            let changed = self.by_path.get(&quote.doc);
            return changed.map_or(Standing::Absent, |&id| Standing::Changed(id));
        };
        let Some(document) = corpus.document(id) else { return Standing::Absent };
        let (start, end) =
            (document.text.map.clean_at(quote.start), document.text.map.clean_at(quote.end));
        let span = Span { start, end: end.max(start) };
        let here = document.text.words(span) == quote.quote;
        if here { Standing::Here(id, span) } else { Standing::Changed(id) }
    }
}

/// A quote of a document for the analyst's file; `words` is the part of it that is meant.
pub fn quoted(document: &Document, span: Span, words: &str) -> Quoted {
    let at = document.text.source(span);
    Quoted {
        doc: document.path.to_string(),
        sha256: document.origin.sha256.to_string(),
        start: at.start,
        end: at.end,
        quote: document.text.words(span).to_owned(),
        words: words.to_owned(),
    }
}

/// Whether one of the analyst's own was adopted from a sign of the text.
pub fn is_adopted(own: &Signpost, (document, sign): (&Document, &SignpostFinding)) -> bool {
    own.source.as_ref().is_some_and(|source| {
        let at = document.text.source(sign.sentence);
        (source.start, source.end) == (at.start, at.end)
            && source.words == document.text.words(sign.span)
            && source.sha256 == document.origin.sha256.to_string()
    })
}
