//! Paragraphs of an article that readability dropped though their neighbours were kept: a page and its article in, the
//! paragraphs back in their places out. Never adds what stands elsewhere on the page.

use dom_query::{Document, NodeRef};
use std::collections::HashMap;

/// The attribute by which a paragraph is known again in the article.
const NUMBER: &str = "data-paragraph";

/// How many boxes may stand around a quotation.
const BOXES: usize = 4;

/// Numbers the paragraphs of a page, before the article is taken out of it.
pub(super) fn number(page: &Document) {
    for (i, node) in page.select("p, blockquote").nodes().iter().enumerate() {
        node.set_attr(NUMBER, &i.to_string());
    }
}

/// Puts paragraphs back that stand under one element with others, most of whose words were kept.
pub(super) fn restore(page: &Document, article: &Document) {
    let kept_nodes = article.select("[data-paragraph]");
    let mut kept: HashMap<String, NodeRef<'_>> =
        kept_nodes.nodes().iter().filter_map(|n| Some((n.attr(NUMBER)?.to_string(), *n))).collect();
    let families = families(page, &kept);
    for family in families.iter().filter(|f| f.kept * 2 > f.all && f.lost) {
        let mut before: Option<NodeRef<'_>> = None;
        for (number, node) in &family.members {
            match (kept.get(number), before) {
                (Some(own), _) => before = Some(*own),
                (None, Some(last)) if node.normalized_char_count() > 0 => {
                    last.after_html(node.html());
                    if let Some(added) = last.next_element_sibling() {
                        kept.insert(number.clone(), added);
                        before = Some(added);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The paragraphs of a page by the element they stand under; a quotation in boxes of its own stands under the nearest
/// element with paragraphs.
fn families<'a>(page: &'a Document, kept: &HashMap<String, NodeRef<'_>>) -> Vec<Family<'a>> {
    let mut families: Vec<Family<'a>> = Vec::new();
    let mut known = HashMap::new();
    let paragraphs = page.select("p");
    for parent in paragraphs.nodes().iter().filter_map(NodeRef::parent) {
        known.entry(parent.id).or_insert_with(|| {
            families.push(Family::default());
            families.len() - 1
        });
    }
    for node in page.select("p, blockquote").nodes() {
        let Some(number) = node.attr(NUMBER) else { continue };
        let under = node.ancestors_it(Some(BOXES)).find_map(|a| known.get(&a.id));
        let Some(family) = under.and_then(|i| families.get_mut(*i)) else { continue };
        let length = node.normalized_char_count();
        let (is_kept, direct) = (kept.contains_key(&*number), node.has_name("p"));
        family.all += if direct { length } else { 0 };
        family.kept += if is_kept && direct { length } else { 0 };
        family.lost |= !is_kept;
        family.members.push((number.to_string(), *node));
    }
    families
}

/// Paragraphs under one element.
#[derive(Default)]
struct Family<'a> {
    /// Characters of all of them, and of those that were kept.
    all: usize,
    kept: usize,
    lost: bool,
    members: Vec<(String, NodeRef<'a>)>,
}
