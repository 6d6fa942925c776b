//! A page in; its title, the lines on author and date as they stand on it, and how much prose it holds out.

use super::judge::folded;
use crate::format::about::About;
use crate::format::day::day;
use dom_query::{Document, NodeRef};

/// The shortest paragraph that counts as prose, in characters.
const PROSE: usize = 80;
/// The longest line on an author or a date, in characters.
const LINE: usize = 120;

/// The title that readers see: the only heading of the first level, where the page's own title shares its words.
pub(super) fn title(page: &Document, said: Option<&str>) -> Option<String> {
    let headings = page.select("h1");
    let seen: Vec<String> = headings.nodes().iter().map(words).filter(|w| !w.is_empty()).collect();
    let [only] = seen.as_slice() else { return None };
    let Some(said) = said else { return Some(only.clone()) };
    let said: Vec<String> = said.split(' ').map(folded).filter(|w| !w.is_empty()).collect();
    let own: Vec<String> = only.split(' ').map(folded).filter(|w| !w.is_empty()).collect();
    let shared = own.iter().filter(|w| said.contains(w)).count();
    (shared * 2 >= own.len().max(1) && shared > 0).then(|| only.clone())
}

/// The lines on author and date as they stand on the page, the date's where it is the day the page says of itself.
pub(super) fn lines(page: &Document, about: &About) -> Vec<String> {
    let mut lines = Vec::new();
    let bylines = page.select("[rel='author'], [itemprop='author'], .byline, .author");
    let byline = bylines.nodes().iter().map(words).find(|line| {
        let names = about.authors.iter().any(|a| folded(line).contains(&folded(a)));
        names && line.chars().count() <= LINE
    });
    lines.extend(byline);
    if let Some(published) = &about.published {
        let times = page.select("time");
        let seen = times.nodes().iter().find(|node| {
            let date = node.attr("datetime").as_deref().and_then(day).or_else(|| day(&node.text()));
            date.as_ref() == Some(published)
        });
        let line = seen.map(words).filter(|l| !l.is_empty() && l.chars().count() <= LINE);
        lines.extend(line.filter(|l| !lines.iter().any(|other| other.contains(l.as_str()))));
    }
    lines
}

/// The line on the author, where the page marks one: a name marked as such, or a line that begins with `By`.
pub(super) fn byline(page: &Document) -> Option<String> {
    let is_name = |line: &String| (2..=4).contains(&line.split(' ').count()) && line.len() <= 60;
    let is_line = |line: &String| {
        let by = line.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
        by && line.chars().count() <= 60 && !line.bytes().any(|b| b.is_ascii_digit())
    };
    let marked = page.select("[rel='author'], [itemprop='author']");
    let named = marked.nodes().iter().map(words).find(|line| is_name(line) || is_line(line));
    let bylines = page.select(".byline, .author");
    named.or_else(|| bylines.nodes().iter().map(words).find(is_line))
}

/// How many characters of prose stand on a page, links not counted.
pub(super) fn prose(page: &Document) -> usize {
    let length = |node: &NodeRef<'_>| {
        let links = node.descendants_it().filter(|n| n.has_name("a"));
        let linked: usize = links.map(|a| a.normalized_char_count()).sum();
        node.normalized_char_count().saturating_sub(linked)
    };
    let paragraphs = page.select("p");
    paragraphs.nodes().iter().map(length).filter(|length| *length >= PROSE).sum()
}

fn words(node: &NodeRef<'_>) -> String {
    node.text().split_whitespace().collect::<Vec<_>>().join(" ")
}
