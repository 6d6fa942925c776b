//! A table of a page in; whether it holds data or only arranges a page, and its rows out. Never looks outside of it.

use crate::text::BlockKind;
use dom_query::NodeRef;

/// The longest cell of a table of data, in bytes.
const LONGEST: usize = 400;

/// Whether a table holds data: rows of two short cells and more, none of which holds another table.
pub(super) fn is_data(table: &NodeRef<'_>) -> bool {
    let (mut rows, mut cells, mut widest) = (0, 0, 0);
    for node in table.descendants_it().filter(NodeRef::is_element) {
        let Some(name) = node.node_name() else { continue };
        match &*name {
            "table" => return false,
            "tr" => rows += 1,
            "td" | "th" => {
                let length = node.normalized_char_count();
                if length > LONGEST {
                    return false;
                }
                cells += 1;
                widest = widest.max(length);
            }
            _ => {}
        }
    }
    rows > 0 && cells >= rows * 2 && widest > 0
}

/// The rows of a table of data, its cells parted by bars, and its caption.
pub(super) fn rows(table: &NodeRef<'_>) -> Vec<(BlockKind, String)> {
    let mut rows = Vec::new();
    for node in table.descendants_it().filter(NodeRef::is_element) {
        if node.has_name("caption") {
            rows.push((BlockKind::Caption, words(&node)));
        } else if node.has_name("tr") {
            let cells = node.children_it(false).filter(|n| n.has_name("td") || n.has_name("th"));
            let cells: Vec<String> = cells.map(|cell| words(&cell)).collect();
            rows.push((BlockKind::Cell, cells.join(" | ")));
        }
    }
    rows
}

/// The words of a cell, its parts kept apart.
fn words(cell: &NodeRef<'_>) -> String {
    let mut words = String::new();
    for node in cell.descendants_it() {
        if node.is_text() {
            let silent = node.parent().is_some_and(|p| p.has_name("style") || p.has_name("script"));
            if !silent {
                words.push_str(&node.text());
            }
        } else if ["br", "p", "div", "li"].iter().any(|name| node.has_name(name)) {
            words.push(' ');
        }
    }
    words.trim().to_owned()
}
