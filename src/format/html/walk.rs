//! The elements of a page in, blocks out, in the order of the page. Decides which elements part words, what an item, a
//! row and a caption is. Never decides what is an article.

use super::judge;
use super::table;
use crate::format::blocks::Blocks;
use crate::format::prose;
use crate::format::raised::raised;
use crate::text::{BlockKind, Furniture};
use dom_query::NodeRef;
use std::collections::HashSet;

/// How much of a page is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// An article: what surrounds it is folded.
    Article,
    /// A page in which no article was found: its menus are left out, the rest is judged as in an article.
    Page,
    /// A chapter or a message: all of it.
    Chapter,
}

/// Elements deeper than this are taken as running words; the parser is given none.
const DEEPEST: usize = 1000;

/// The shortest block that is not said twice, in bytes of its letters.
const REPEATED: usize = 80;

/// Elements without words to read.
const SILENT: [&str; 25] = [
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object",
    "embed", "video", "audio", "canvas", "map", "button", "select", "input", "textarea",
    "datalist", "progress", "dialog", "meter", "rp", "rt",
];
/// Elements that part the words before them from those behind.
const BLOCKS: [&str; 41] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tr",
    "td",
    "ul",
];
/// Elements around what a page is about.
const AROUND: [&str; 5] = ["nav", "header", "footer", "aside", "form"];

/// Writes the words under an element as blocks.
pub(super) struct Walk<'b> {
    blocks: &'b mut Blocks,
    mode: Mode,
    /// Title, author and date where they were written before: a heading or a line that repeats them is left out.
    told: Vec<String>,
    run: String,
    /// Bytes of the run that stand in links.
    linked: usize,
    /// Line breaks at the end of the run.
    breaks: usize,
    /// The letters of the blocks so far.
    seen: HashSet<String>,
    /// The mark of a list's item before its first words.
    item: Option<String>,
}

/// What an element inherits.
#[derive(Clone, Copy)]
struct Place {
    kind: BlockKind,
    folded: Option<Furniture>,
    depth: usize,
    linked: bool,
    /// A number of the list around, where it is a numbered one.
    style: Option<char>,
}

impl<'b> Walk<'b> {
    pub(super) fn new(blocks: &'b mut Blocks, mode: Mode) -> Self {
        Self {
            blocks,
            mode,
            told: Vec::new(),
            run: String::new(),
            linked: 0,
            breaks: 0,
            seen: HashSet::new(),
            item: None,
        }
    }

    /// Notes what was written already.
    pub(super) fn below(mut self, told: &[String]) -> Self {
        self.told = told.iter().map(|t| judge::folded(t)).collect();
        self
    }

    /// Writes an element and what is in it.
    pub(super) fn write(mut self, root: &NodeRef<'_>) {
        let place = Place {
            kind: BlockKind::Paragraph,
            folded: None,
            depth: 0,
            linked: false,
            style: None,
        };
        self.children(root, place);
        self.flush(place);
    }

    fn children(&mut self, node: &NodeRef<'_>, place: Place) {
        let place = Place { depth: place.depth + 1, ..place };
        let mut number = list_start(node);
        for child in node.children_it(false) {
            if child.is_text() {
                self.words(&child.text(), place);
            } else if child.is_element() {
                let Some(name) = child.node_name() else { continue };
                if &*name == "li" {
                    number = child.attr("value").and_then(|v| v.parse().ok()).unwrap_or(number);
                    self.list_item(&child, place, number);
                    number = number.saturating_add(1);
                } else {
                    self.element(&child, &name, place);
                }
            }
        }
    }

    fn words(&mut self, text: &str, place: Place) {
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        self.run.push_str(text);
        if place.linked {
            self.linked += text.trim().len();
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, place: Place) {
        if place.depth > DEEPEST {
            return self.words(&node.text(), place);
        }
        match name {
            "br" => self.line_break(place),
            "sup" => self.raised(node, place),
            "a" => self.children(node, Place { linked: node.has_attr("href"), ..place }),
            "pre" => self.preformatted(node, place),
            _ if SILENT.contains(&name) || judge::is_hidden(node) => {}
            _ if BLOCKS.contains(&name) || name == "th" => self.block(node, name, place),
            _ => self.children(node, place),
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, name: &str, place: Place) {
        if self.mode == Mode::Page && AROUND.contains(&name) && !judge::has_title(node) {
            return;
        }
        self.flush(place);
        let mut inner = place;
        inner.kind = match name {
            "h1" => BlockKind::Heading(1),
            "h2" => BlockKind::Heading(2),
            "h3" => BlockKind::Heading(3),
            "h4" => BlockKind::Heading(4),
            "h5" => BlockKind::Heading(5),
            "h6" => BlockKind::Heading(6),
            "figcaption" | "caption" => BlockKind::Caption,
            _ => place.kind,
        };
        if name == "ol" {
            let style = node.attr("type").and_then(|t| t.chars().next());
            inner.style = Some(style.unwrap_or('1'));
        } else if matches!(name, "ul" | "menu" | "dir") {
            inner.style = None;
        }
        if self.mode != Mode::Chapter && inner.folded.is_none() {
            match judge::element(node, name) {
                Some(BlockKind::Furniture(furniture)) => inner.folded = Some(furniture),
                Some(kind) => inner.kind = kind,
                None => {}
            }
        }
        if name == "table" && table::is_data(node) {
            self.rows(node, inner);
        } else {
            self.children(node, inner);
        }
        self.flush(inner);
    }

    fn rows(&mut self, node: &NodeRef<'_>, place: Place) {
        for (kind, row) in table::rows(node) {
            self.blocks.push(place.folded.map_or(kind, BlockKind::Furniture), &row);
        }
    }

    fn list_item(&mut self, node: &NodeRef<'_>, place: Place, number: u32) {
        if judge::is_hidden(node) || place.depth > DEEPEST {
            return;
        }
        self.flush(place);
        let (kind, mark) = match place.style {
            Some(style) => (BlockKind::Numbered, numbered(style, number)),
            None => (BlockKind::Bullet, "•".to_owned()),
        };
        self.item = Some(mark);
        let inner = Place { kind, ..place };
        self.children(node, inner);
        self.flush(inner);
        self.item = None;
    }

    /// One break is white space, two part paragraphs.
    fn line_break(&mut self, place: Place) {
        self.breaks += 1;
        self.run.push('\n');
        if self.breaks >= 2 {
            self.flush(place);
        }
    }

    /// A raised number of a note or a unit is written raised, so that it is not read on with the word before it.
    fn raised(&mut self, node: &NodeRef<'_>, place: Place) {
        match raised(&node.text()) {
            Some(number) => self.run.push_str(&number),
            None => self.children(node, place),
        }
    }

    fn preformatted(&mut self, node: &NodeRef<'_>, place: Place) {
        self.flush(place);
        let kind = place.folded.map_or(BlockKind::Paragraph, BlockKind::Furniture);
        let mut lines = String::new();
        for inner in node.descendants_it() {
            if inner.is_text() {
                lines.push_str(&inner.text());
            } else if inner.has_name("br") {
                lines.push('\n');
            }
        }
        prose::write(&lines, kind, self.blocks);
    }

    /// Whether the same words were a block before: pages show a picture's text beside it and in a gallery again.
    fn is_repeated(&mut self, words: &str) -> bool {
        let ends = words.trim_end().ends_with('.');
        let goes_on = || {
            words.match_indices(". ").any(|(at, dot)| {
                words.get(at + dot.len()..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
            })
        };
        let letters = judge::folded(words);
        (ends || goes_on()) && letters.len() >= REPEATED && !self.seen.insert(letters)
    }

    /// Ends a block.
    fn flush(&mut self, place: Place) {
        self.breaks = 0;
        let linked = std::mem::take(&mut self.linked);
        if self.run.trim().is_empty() {
            self.run.clear();
            return;
        }
        let words = std::mem::take(&mut self.run);
        if words.len() < 400 && !self.told.is_empty() && self.told.contains(&judge::folded(&words))
        {
            return;
        }
        let mut kind = match (place.kind, &self.item) {
            // The second paragraph of an item has no mark.
            (BlockKind::Bullet | BlockKind::Numbered, None) => BlockKind::Paragraph,
            (kind, _) => kind,
        };
        if let Some(folded) = place.folded {
            kind = BlockKind::Furniture(folded);
        } else if self.mode != Mode::Chapter {
            kind = judge::words(kind, words.trim(), linked).unwrap_or(kind);
            if kind.is_body() && self.is_repeated(&words) {
                kind = BlockKind::Furniture(Furniture::Boilerplate);
            }
        }
        match self.item.take() {
            Some(mark) => self.blocks.push(kind, &format!("{mark} {words}")),
            None => self.blocks.push(kind, &words),
        }
    }
}

/// The number of a list's first item.
fn list_start(node: &NodeRef<'_>) -> u32 {
    node.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1)
}

/// The mark of a numbered item.
fn numbered(style: char, number: u32) -> String {
    let letter = |first: u8| char::from(first + (number.saturating_sub(1) % 26) as u8);
    match style {
        'a' => format!("{}.", letter(b'a')),
        'A' => format!("{}.", letter(b'A')),
        _ => format!("{number}."),
    }
}
