//! What surrounds an article and was left in it: share bars, lists of links, newsletter boxes. An element or a block in,
//! whether it is furniture out. Never removes anything.

use crate::text::{BlockKind, Furniture, furniture};
use dom_query::NodeRef;

/// Words in the class or the id of what is furniture.
const ADVERTS: [&str; 11] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "newsletter",
    "promo",
    "promotion",
    "signup",
    "sponsor",
    "sponsored",
    "subscribe",
];
const AROUND: [&str; 14] = [
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "cookie",
    "disclaimer",
    "related",
    "recommended",
    "share",
    "sharing",
    "sidebar",
    "social",
    "tags",
    "toolbar",
    "trending",
];

/// Why an element is furniture as a whole.
pub(super) fn element(node: &NodeRef<'_>, name: &str) -> Option<Furniture> {
    if matches!(name, "body" | "article" | "main") {
        return None;
    }
    let by_name = named(node);
    if by_name.is_some() && node.normalized_char_count() < 1500 {
        return by_name;
    }
    if matches!(name, "nav" | "footer") && node.normalized_char_count() < 1500 {
        return Some(Furniture::Boilerplate);
    }
    (matches!(name, "ul" | "ol") && is_links(node)).then_some(Furniture::Boilerplate)
}

fn named(node: &NodeRef<'_>) -> Option<Furniture> {
    let class = node.class().unwrap_or_default();
    let id = node.id_attr().unwrap_or_default();
    let parts = class.split(|c: char| !c.is_alphanumeric());
    for part in parts.chain(id.split(|c: char| !c.is_alphanumeric())) {
        let part = part.to_ascii_lowercase();
        if ADVERTS.contains(&part.as_str()) {
            return Some(Furniture::Advert);
        }
        if AROUND.contains(&part.as_str()) {
            return Some(Furniture::Boilerplate);
        }
    }
    None
}

/// Whether a list is nothing but links.
fn is_links(list: &NodeRef<'_>) -> bool {
    let all = list.normalized_char_count();
    let links = list.descendants_it().filter(|n| n.has_name("a") && n.has_attr("href"));
    let linked: usize = links.map(|a| a.normalized_char_count()).sum();
    all > 0 && linked * 10 >= all * 8
}

/// Why a block is furniture by its own words, `linked` bytes of which stand in links.
pub(super) fn words(kind: BlockKind, words: &str, linked: usize) -> Option<Furniture> {
    if kind == BlockKind::Caption {
        return None;
    }
    let whole = linked * 10 >= words.len() * 9;
    if kind == BlockKind::Paragraph && whole && words.len() < 300 {
        return Some(Furniture::Boilerplate);
    }
    furniture(words)
}

/// Whether an element is not to be seen.
pub(super) fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").unwrap_or_default();
    node.has_attr("hidden")
        || style.contains("display:none")
        || style.contains("display: none")
        || style.contains("visibility:hidden")
        || style.contains("visibility: hidden")
}

/// Whether the page's own title stands in an element.
pub(super) fn has_title(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|n| n.has_name("h1"))
}

/// A title's letters and digits, to be compared.
pub(super) fn folded(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
