//! A place as it is cited: the words, the document and where in it. A document and a span come in, words go out. Never
//! shortens a quote.

use crate::format::Locator;
use crate::model::Document;
use crate::text::{SourceSpan, Span};

/// Everything that leads to a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation<'a> {
    /// The words, as they read: torn words joined, hedges kept.
    pub quote: &'a str,
    /// What the document is called.
    pub title: &'a str,
    /// Its file.
    pub path: &'a str,
    /// The section's heading.
    pub section: Option<&'a str>,
    /// The page, or the part of the file, where it has any: "p. 3".
    pub locator: Option<String>,
    /// The paragraph, from 1, on its page or in its part where the file has any.
    pub paragraph: usize,
    /// The line of the file, from 1; nothing where the text was taken out of the file.
    pub line: Option<u32>,
    /// The date of publication, as EDTF; nothing for an undated document.
    pub published: Option<&'a str>,
    /// The bytes the words were made of, of the file or of the text that was taken out of it.
    pub bytes: Vec<SourceSpan>,
    /// Whether these are bytes of a text that was taken out of the file.
    pub taken: bool,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
}

impl<'a> Citation<'a> {
    /// The citation of a span of a document's reading text.
    pub fn of(document: &'a Document, span: Span) -> Self {
        let section = document.section_at(span.start).and_then(|at| document.sections.get(at));
        let section = section.filter(|section| section.level > 0);
        let bytes = document.text.map.parts(span);
        let first = document.text.source(span).start;
        let taken = document.origin.taken;
        Self {
            quote: document.text.words(span),
            title: document.title().unwrap_or_else(|| document.name()),
            path: &document.path,
            section: section.map(|section| document.text.words(section.heading)),
            locator: document.locator(span.start).map(Locator::cited),
            paragraph: document.paragraph(span.start).0,
            line: (!taken).then(|| document.line(first)),
            published: document.published.as_ref().map(|date| date.edtf.as_str()),
            bytes,
            taken,
            sha256: document.origin.sha256.to_string(),
        }
    }

    /// Where it stands: "Background Information, ¶ 6, line 15".
    pub fn place(&self) -> String {
        let mut place = Vec::new();
        place.extend(self.section.map(|section| format!("§ {section}")));
        place.extend(self.locator.clone());
        place.push(format!("¶ {}", self.paragraph));
        place.extend(self.line.map(|line| format!("line {line}")));
        place.join(", ")
    }

    /// The date of publication, or "undated".
    pub fn dated(&self) -> &'a str {
        self.published.unwrap_or("undated")
    }

    /// In one line: the words, then the document, its date and the place.
    pub fn plain(&self) -> String {
        format!("“{}” ({})", self.quote, self.source())
    }

    /// As Markdown: a block quote, its source below.
    pub fn markdown(&self) -> String {
        let quote: Vec<String> =
            self.quote.lines().map(|line| format!("> {}", escaped(line))).collect();
        format!("{}\n>\n> — {}\n", quote.join("\n"), escaped(&self.source()))
    }

    /// The byte ranges: "bytes 1204–1260, 1290–1310 of the file".
    pub fn told_bytes(&self) -> String {
        let ranges: Vec<String> =
            self.bytes.iter().map(|span| format!("{}–{}", span.start, span.end)).collect();
        let of = if self.taken { "the text taken out of it (bluf text)" } else { "the file" };
        format!("bytes {} of {of}", ranges.join(", "))
    }

    /// The document, its date and the place: what stands behind a quote.
    pub fn source(&self) -> String {
        format!("{}, {}", self.work(), self.place())
    }

    /// The document and its date: "Border Review, review.txt, 2025-04".
    pub fn work(&self) -> String {
        let named = if self.title == self.path || self.path.starts_with(self.title) {
            self.path.to_owned()
        } else {
            format!("{}, {}", self.title, self.path)
        };
        format!("{named}, {}", self.dated())
    }
}

/// A text without what Markdown would take for marks of its own.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
