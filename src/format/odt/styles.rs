//! The styles of an OpenDocument text in; which paragraphs are titles and which lists are numbered out.

use super::xml::{attribute, reader};
use quick_xml::events::{BytesStart, Event};
use std::collections::{HashMap, HashSet};

/// What styles say.
#[derive(Debug, Default)]
pub(super) struct Styles {
    titles: HashSet<String>,
    /// For each style of lists, the levels that are numbered, the first being 1.
    numbered: HashMap<String, HashSet<u32>>,
}

impl Styles {
    /// Reads the styles that a part defines.
    pub(super) fn read(&mut self, xml: &str) {
        let mut reader = reader(xml);
        let mut list = String::new();
        while let Ok(event) = reader.read_event() {
            match &event {
                // Styles come before the text.
                Event::Eof => break,
                Event::Start(start) if start.name().as_ref() == "office:body" => break,
                Event::Start(start) | Event::Empty(start) => self.style(start, &mut list),
                _ => {}
            }
        }
    }

    fn style(&mut self, start: &BytesStart<'_>, list: &mut String) {
        match start.name().as_ref() {
            "style:style" => {
                let parent = attribute(start, "style:parent-style-name").unwrap_or_default();
                if let Some(name) = attribute(start, "style:name")
                    && (self.is_title(&parent) || parent == "Title")
                {
                    self.titles.insert(name);
                }
            }
            "text:list-style" => *list = attribute(start, "style:name").unwrap_or_default(),
            "text:list-level-style-number" => {
                let format = attribute(start, "style:num-format").unwrap_or_default();
                let level = attribute(start, "text:level").and_then(|l| l.parse().ok());
                if let Some(level) = level.filter(|_| !format.is_empty()) {
                    self.numbered.entry(list.clone()).or_default().insert(level);
                }
            }
            _ => {}
        }
    }

    /// Whether a style is that of the document's title.
    pub(super) fn is_title(&self, style: &str) -> bool {
        style == "Title" || self.titles.contains(style)
    }

    /// Whether a level of a list is numbered.
    pub(super) fn is_numbered(&self, list: &str, level: u32) -> bool {
        self.numbered.get(list).is_some_and(|levels| levels.contains(&level))
    }
}
