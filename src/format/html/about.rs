//! What a page says of itself, in its head and in linked data, in; title, authors, publisher, date, address, language,
//! tags out. Never takes a date of change for one of publication.

use crate::format::about::About;
use crate::format::day::day;
use dom_query::{Document, NodeRef};
use serde_json::Value;

/// How many values of linked data are looked at.
const VALUES: usize = 20_000;

const TITLE: [&str; 5] =
    ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title"];
const AUTHOR: [&str; 8] = [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "citation_author",
];
const PUBLISHER: [&str; 4] =
    ["og:site_name", "dc.publisher", "dcterms.publisher", "application-name"];
const TAGS: [&str; 6] =
    ["article:tag", "keywords", "news_keywords", "citation_keywords", "dc.subject", "parsely-tags"];
/// The most tags of a page that are looked at.
const MOST_TAGS: usize = 100;
const PUBLISHED: [&str; 15] = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "publish-date",
    "pubdate",
    "publication_date",
    "date",
];

/// Reads a page's fields.
pub(super) fn about(page: &Document) -> About {
    let fields = fields(page);
    let data = linked(page);
    let field = |names: &[&str]| {
        let value = |name: &&str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
        names.iter().find_map(value)
    };
    let published = field(&PUBLISHED[..1]).as_deref().and_then(day);
    let published = published.or_else(|| data.published.as_deref().and_then(day));
    let any = || PUBLISHED.iter().find_map(|name| field(&[name]).as_deref().and_then(day));
    let mut authors = data.authors;
    if authors.is_empty() {
        let named = fields.iter().filter(|(name, _)| AUTHOR.contains(&name.as_str()));
        let named = named.map(|(_, value)| value).find(|v| !v.contains("://") && !v.contains('@'));
        authors = named.map(|v| names(v)).unwrap_or_default();
    }
    About {
        title: data.title.or_else(|| field(&TITLE)).or_else(|| head_title(page)),
        authors,
        publisher: field(&PUBLISHER).or(data.publisher),
        published: published.or_else(any).or_else(|| marked(page)),
        url: url(page).or_else(|| field(&["og:url"]).filter(|u| u.starts_with("http"))),
        language: language(page),
        tags: tags(&fields),
    }
}

/// The tags of a page: of each of its fields of them one or several, with commas between; no tag twice.
fn tags(fields: &[(String, String)]) -> Vec<String> {
    let named = fields.iter().filter(|(name, _)| TAGS.contains(&name.as_str()));
    let all = named.flat_map(|(_, value)| value.split([',', ';'])).map(str::trim);
    let mut tags: Vec<String> = Vec::new();
    for tag in all.filter(|tag| (2..=60).contains(&tag.len())).take(MOST_TAGS) {
        if !tags.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// The names in a line: `By A B, C D and E F`.
pub(super) fn names(line: &str) -> Vec<String> {
    let line = line.trim();
    let bare =
        line.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).and_then(|_| line.get(3..));
    let line = bare.unwrap_or(line).trim();
    let parts: Vec<&str> =
        line.split(" and ").flat_map(|p| p.split([',', ';'])).map(str::trim).collect();
    // Only a line of full names falls apart: "Smith, John" and "Reuters, Paris" stay whole.
    let full = parts.iter().filter(|p| !p.is_empty()).all(|p| p.contains(' '));
    let parts = if full { parts } else { vec![line] };
    let posts = [
        "Writer",
        "Editor",
        "Reporter",
        "Correspondent",
        "Business",
        "News",
        "Press",
        "Media",
        "Staff",
    ];
    let is_post = |part: &str| part.split(' ').any(|word| posts.contains(&word));
    let kept = parts.into_iter().enumerate().filter(|(i, p)| *i == 0 || !is_post(p));
    kept.map(|(_, p)| p).filter(|p| !p.is_empty() && p.len() < 120).map(str::to_owned).collect()
}

/// The `meta` fields: names in lower case, values that are not empty.
fn fields(page: &Document) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for meta in page.select("meta[content]").nodes() {
        let content = meta.attr("content").unwrap_or_default();
        let content = content.split_whitespace().collect::<Vec<_>>().join(" ");
        if content.is_empty() {
            continue;
        }
        for attribute in ["property", "name", "itemprop"] {
            if let Some(name) = meta.attr(attribute) {
                fields.push((name.trim().to_ascii_lowercase(), content.clone()));
            }
        }
    }
    fields
}

/// What linked data says.
#[derive(Default)]
struct Linked {
    title: Option<String>,
    authors: Vec<String>,
    publisher: Option<String>,
    published: Option<String>,
}

/// Reads the linked data of an article, else of a page.
fn linked(page: &Document) -> Linked {
    let mut best: Option<(bool, Value)> = None;
    for script in page.select("script[type='application/ld+json']").nodes() {
        let text = script.text();
        let Ok(value) = serde_json::from_str::<Value>(text.trim()) else { continue };
        let mut open = vec![&value];
        let mut left = VALUES;
        while let Some(value) = open.pop() {
            left = left.saturating_sub(1);
            if left == 0 {
                break;
            }
            match value {
                Value::Array(values) => open.extend(values.iter().rev()),
                Value::Object(object) => {
                    let article = is_article(object.get("@type"));
                    if object.contains_key("datePublished")
                        && best.as_ref().is_none_or(|(b, _)| article && !b)
                    {
                        best = Some((article, value.clone()));
                    }
                    open.extend(object.get("mainEntity"));
                    open.extend(object.get("@graph"));
                }
                _ => {}
            }
        }
    }
    let Some((article, value)) = best else { return Linked::default() };
    let text = |value: Option<&Value>| {
        let text = value.and_then(Value::as_str).map(str::trim).filter(|t| !t.is_empty());
        text.map(str::to_owned)
    };
    Linked {
        title: text(value.get("headline")).filter(|_| article),
        authors: people(value.get("author")),
        publisher: text(value.get("publisher").and_then(|p| p.get("name"))),
        published: text(value.get("datePublished")),
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    let is = |v: &Value| {
        v.as_str().is_some_and(|t| ["Article", "Posting", "Report"].iter().any(|a| t.ends_with(a)))
    };
    kind.is_some_and(|kind| is(kind) || kind.as_array().is_some_and(|all| all.iter().any(is)))
}

fn people(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(all)) => all.iter().take(50).flat_map(|v| people(Some(v))).collect(),
        Some(Value::Object(person)) => people(person.get("name")),
        Some(Value::String(name)) if !name.contains("://") => names(name),
        _ => Vec::new(),
    }
}

/// The title of the head, without the site's name behind a bar or a dash.
fn head_title(page: &Document) -> Option<String> {
    let title = page.select_single("head title").text();
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let parted =
        [" | ", " – ", " — ", " - ", " :: ", " » "].iter().find_map(|bar| title.rsplit_once(bar));
    let whole =
        parted.filter(|(own, _)| own.split(' ').count() > 3).map_or(title.as_str(), |(own, _)| own);
    Some(whole.to_owned()).filter(|t| !t.is_empty())
}

/// A date of publication that is marked in the page itself.
fn marked(page: &Document) -> Option<String> {
    let date = |node: &NodeRef<'_>| {
        let attribute = node.attr("datetime").or_else(|| node.attr("content"));
        attribute.as_deref().and_then(day).or_else(|| day(&node.text()))
    };
    let all = |selector: &str| page.select(selector).nodes().iter().find_map(date);
    let modified = |node: &&NodeRef<'_>| {
        let class = node.class().unwrap_or_default().to_ascii_lowercase();
        let prop = node.attr("itemprop").unwrap_or_default();
        !class.contains("modif") && !class.contains("updat") && !prop.contains("dateModified")
    };
    let times = page.select("time[datetime]");
    all("[itemprop='datePublished']")
        .or_else(|| all("time[pubdate]"))
        .or_else(|| times.nodes().iter().find(modified).and_then(date))
}

fn url(page: &Document) -> Option<String> {
    let href = page.select_single("link[rel='canonical']").attr("href")?;
    Some(href.trim().to_owned()).filter(|u| u.starts_with("http"))
}

/// The language, where it looks like one: `en`, `ru-RU`.
fn language(page: &Document) -> Option<String> {
    let lang = page
        .select_single("html")
        .attr("lang")
        .or_else(|| page.select_single("html").attr("xml:lang"))?;
    let lang = lang.trim().replace('_', "-");
    let fine = (2..=20).contains(&lang.len())
        && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && lang.split('-').next().is_some_and(|l| (2..=3).contains(&l.len()));
    fine.then_some(lang)
}
