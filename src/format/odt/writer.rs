//! The elements of an OpenDocument text in, one after the other; blocks out. Never fails: what it does not know it takes
//! for a box around what it knows.

use super::styles::Styles;
use super::xml::{attribute, entity};
use crate::format::blocks::Blocks;
use crate::format::raised::raised;
use crate::text::{BlockKind, Furniture};
use quick_xml::events::{BytesStart, Event};

/// Elements whose words are not the document's: comments, deleted text, forms, drawings' alternative words.
const SILENT: [&str; 12] = [
    "office:annotation",
    "text:tracked-changes",
    "office:forms",
    "text:sequence-decls",
    "text:variable-decls",
    "text:user-field-decls",
    "svg:title",
    "svg:desc",
    "draw:object",
    "text:hidden-text",
    "office:scripts",
    "text:ruby-text",
];
/// Lists of contents and keywords.
const INDEXES: [&str; 7] = [
    "text:table-of-content",
    "text:alphabetical-index",
    "text:illustration-index",
    "text:table-index",
    "text:object-index",
    "text:user-index",
    "text:bibliography",
];

/// Writes a text's elements as blocks.
pub(super) struct Writer<'b> {
    blocks: &'b mut Blocks,
    styles: &'b Styles,
    /// Elements open inside one whose words are left out, itself counted.
    silent: usize,
    indexes: usize,
    /// Whether the body has begun.
    body: bool,
    /// Paragraphs that are open, the innermost last: one may stand in a box inside another.
    open: Vec<Paragraph>,
    lists: Vec<List>,
    /// The mark of an item before its first words.
    mark: Option<(BlockKind, String)>,
    /// The cells of rows that are open, the innermost last.
    rows: Vec<Vec<String>>,
    notes: Vec<Note>,
    /// Notes whose marks stand in the paragraph that is open.
    below: Vec<String>,
}

#[derive(Debug)]
struct Paragraph {
    kind: BlockKind,
    words: String,
}

#[derive(Debug)]
struct List {
    style: String,
    number: u32,
}

/// A note that is open.
#[derive(Debug, Default)]
struct Note {
    mark: String,
    citation: bool,
    words: Option<String>,
    /// Paragraphs that were open when it began.
    around: usize,
}

impl<'b> Writer<'b> {
    pub(super) fn new(blocks: &'b mut Blocks, styles: &'b Styles) -> Self {
        Self {
            blocks,
            styles,
            silent: 0,
            indexes: 0,
            body: false,
            open: Vec::new(),
            lists: Vec::new(),
            mark: None,
            rows: Vec::new(),
            notes: Vec::new(),
            below: Vec::new(),
        }
    }

    /// Takes what comes next.
    pub(super) fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(start) if self.silent > 0 || SILENT.contains(&start.name().as_ref()) => {
                self.silent += 1;
            }
            Event::End(_) if self.silent > 0 => self.silent -= 1,
            _ if self.silent > 0 => {}
            Event::Start(start) => self.start(start),
            Event::Empty(start) => self.empty(start),
            Event::End(end) => self.end(end.name().as_ref()),
            Event::Text(text) => self.words(&text.xml10_content()),
            Event::CData(text) => self.words(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                if let Some(letter) = entity(reference) {
                    self.words(letter.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }

    /// Writes what a torn text left open.
    pub(super) fn finish(mut self) {
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        while !self.rows.is_empty() {
            self.end_row();
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        let name = start.name();
        match name.as_ref() {
            "office:text" => self.body = true,
            "text:p" | "text:h" => self.paragraph(start),
            "text:list" => self.list(start),
            "text:list-item" => self.item(start),
            "table:table-row" => self.rows.push(Vec::new()),
            "table:table-cell" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            "text:note" => {
                self.notes.push(Note { around: self.open.len(), ..Note::default() });
            }
            "text:note-citation" => self.cite(true),
            "text:note-body" => {
                if let Some(note) = self.notes.last_mut() {
                    note.words = Some(String::new());
                }
            }
            name if INDEXES.contains(&name) => self.indexes += 1,
            _ => self.empty(start),
        }
    }

    /// An element without words of its own.
    fn empty(&mut self, start: &BytesStart<'_>) {
        match start.name().as_ref() {
            "text:s" | "text:tab" | "text:line-break" => self.words(" "),
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "text:p" | "text:h" => self.end_paragraph(),
            "text:list" => {
                self.lists.pop();
            }
            "text:list-item" => self.mark = None,
            "table:table-row" => self.end_row(),
            "text:note-citation" => self.cite(false),
            "text:note" => self.end_note(),
            "office:text" => self.body = false,
            name if INDEXES.contains(&name) => self.indexes = self.indexes.saturating_sub(1),
            _ => {}
        }
    }

    fn paragraph(&mut self, start: &BytesStart<'_>) {
        let style = attribute(start, "text:style-name").unwrap_or_default();
        let level = attribute(start, "text:outline-level").and_then(|level| level.parse().ok());
        let kind = match start.name().as_ref() {
            "text:h" => BlockKind::Heading(level.unwrap_or(1u8).clamp(1, 6)),
            _ if self.styles.is_title(&style) => BlockKind::Title,
            _ => BlockKind::Paragraph,
        };
        self.open.push(Paragraph { kind, words: String::new() });
    }

    fn words(&mut self, words: &str) {
        if let Some(note) = self.notes.last_mut().filter(|note| note.citation) {
            note.mark.push_str(words);
        } else if self.body
            && let Some(paragraph) = self.open.last_mut()
        {
            paragraph.words.push_str(words);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(Paragraph { kind, words }) = self.open.pop() else { return };
        let around = self.open.len();
        if let Some(note) = self.notes.last_mut().filter(|note| note.around <= around)
            && let Some(body) = &mut note.words
        {
            body.push_str(&words);
            body.push(' ');
            return;
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push_str(&words);
            cell.push(' ');
        } else if self.indexes > 0 {
            self.blocks.push(BlockKind::Furniture(Furniture::Boilerplate), &words);
        } else if let Some((kind, mark)) = self.mark.take_if(|_| kind == BlockKind::Paragraph) {
            self.blocks.push(kind, &format!("{mark} {words}"));
        } else {
            self.blocks.push(kind, &words);
        }
        if around == 0 && self.rows.is_empty() {
            self.write_notes();
        }
    }

    /// Writes the notes that the words before them refer to.
    fn write_notes(&mut self) {
        for note in std::mem::take(&mut self.below) {
            self.blocks.push(BlockKind::Paragraph, &note);
        }
    }

    fn cite(&mut self, begins: bool) {
        let Some(note) = self.notes.last_mut() else { return };
        note.citation = begins;
        if !begins {
            let mark = raised(&note.mark).unwrap_or_else(|| format!("[{}]", note.mark.trim()));
            note.mark.clone_from(&mark);
            self.words(&mark);
        }
    }

    fn end_note(&mut self) {
        if let Some(Note { mark, words: Some(words), .. }) = self.notes.pop() {
            self.below.push(format!("{mark} {words}"));
        }
    }

    fn list(&mut self, start: &BytesStart<'_>) {
        let own = attribute(start, "text:style-name");
        let around = self.lists.last().map(|list| list.style.clone());
        self.lists.push(List { style: own.or(around).unwrap_or_default(), number: 0 });
    }

    fn item(&mut self, start: &BytesStart<'_>) {
        let level = self.lists.len() as u32;
        let Some(list) = self.lists.last_mut() else { return };
        let first = attribute(start, "text:start-value").and_then(|value| value.parse().ok());
        list.number = first.unwrap_or(list.number.saturating_add(1));
        self.mark = Some(if self.styles.is_numbered(&list.style, level) {
            (BlockKind::Numbered, format!("{}.", list.number))
        } else {
            (BlockKind::Bullet, "•".to_owned())
        });
    }

    fn end_row(&mut self) {
        let Some(cells) = self.rows.pop() else { return };
        let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
        // A table of one column only frames its text.
        let kind = if cells.len() > 1 { BlockKind::Cell } else { BlockKind::Paragraph };
        let words = cells.join(" | ");
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push_str(&words);
        } else {
            self.blocks.push(kind, &words);
            self.write_notes();
        }
    }
}
