//! What surrounds an article and was left in it: share bars, lists of links, newsletter boxes, credits of pictures. An
//! element or a block in, what it is out. Never removes anything.

use crate::text::{BlockKind, Furniture, furniture};
use dom_query::NodeRef;

/// Words in the class or the id of what sells something.
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
/// Words in the class or the id of what stands around an article.
const AROUND: [&str; 20] = [
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "cookie",
    "disclaimer",
    "outbrain",
    "rail",
    "recirc",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "social",
    "taboola",
    "tags",
    "teaser",
    "toolbar",
    "trending",
];
/// Words in the class of the text of a picture.
const CAPTIONS: [&str; 4] = ["caption", "credit", "credits", "cutline"];
/// Classes of words for programs that read a screen aloud.
const UNSEEN: [&str; 6] = [
    "off-screen",
    "screen-reader-text",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "u-hidden-visually",
];

/// The longest element that is furniture by its class, in characters: an article in an element called `related` is one.
const BOX: usize = 1500;
/// The longest text of a picture.
const CAPTION: usize = 600;

/// What an element is as a whole.
pub(super) fn element(node: &NodeRef<'_>, name: &str) -> Option<BlockKind> {
    if matches!(name, "body" | "article" | "main") {
        return None;
    }
    let boilerplate = Some(BlockKind::Furniture(Furniture::Boilerplate));
    let named = named(node);
    if named.is_some() || matches!(name, "nav" | "footer") {
        let length = node.normalized_char_count();
        match named {
            Some(BlockKind::Caption) if length < CAPTION => return named,
            Some(BlockKind::Furniture(_)) if length < BOX => return named,
            None if length < BOX => return boilerplate,
            _ => {}
        }
    }
    boilerplate.filter(|_| matches!(name, "ul" | "ol") && is_links(node))
}

/// What the words of an element's class and id say.
fn named(node: &NodeRef<'_>) -> Option<BlockKind> {
    let class = node.class().unwrap_or_default();
    let id = node.id_attr().unwrap_or_default();
    let parts = class.split(|c: char| !c.is_alphanumeric());
    for part in parts.chain(id.split(|c: char| !c.is_alphanumeric())) {
        let part = part.to_ascii_lowercase();
        if ADVERTS.contains(&part.as_str()) {
            return Some(BlockKind::Furniture(Furniture::Advert));
        }
        if AROUND.contains(&part.as_str()) {
            return Some(BlockKind::Furniture(Furniture::Boilerplate));
        }
        if CAPTIONS.contains(&part.as_str()) {
            return Some(BlockKind::Caption);
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

/// What a block is by its own words, `linked` bytes of which stand in links.
pub(super) fn words(kind: BlockKind, words: &str, linked: usize) -> Option<BlockKind> {
    if kind == BlockKind::Caption {
        return None;
    }
    if is_counter(words) || kind == BlockKind::Paragraph && is_pointer(words, linked) {
        return Some(BlockKind::Furniture(Furniture::Boilerplate));
    }
    if kind == BlockKind::Paragraph && is_credit(words) {
        return Some(BlockKind::Caption);
    }
    if kind == BlockKind::Paragraph && is_dated(words) {
        return Some(BlockKind::Metadata);
    }
    furniture(words).map(BlockKind::Furniture)
}

/// Whether a paragraph is nothing but a link to another page, with no more before it than `Read more:`.
fn is_pointer(words: &str, linked: usize) -> bool {
    if linked == 0 || words.len() > 300 {
        return false;
    }
    let head =
        words.get(..words.len().min(30)).and_then(|near| near.find(':')).map_or(0, |at| at + 1);
    let sentence = words.ends_with('.') && head == 0;
    !sentence && (linked + head + 2) * 20 >= words.len() * 19
}

/// `Image 1 of 8`.
fn is_counter(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty());
    let number = |part: Option<&str>| part.is_some_and(|p| p.bytes().all(|b| b.is_ascii_digit()));
    let of = |part: Option<&str>| part.is_some_and(|p| p.eq_ignore_ascii_case("of"));
    let picture = |part: Option<&str>| {
        let names = ["image", "photo", "slide", "picture", "page"];
        part.is_some_and(|p| names.iter().any(|name| p.eq_ignore_ascii_case(name)))
    };
    words.len() < 30
        && picture(parts.next())
        && number(parts.next())
        && of(parts.next())
        && number(parts.next())
        && parts.next().is_none()
}

/// Whether a paragraph ends in who made a picture, or is nothing but that.
fn is_credit(words: &str) -> bool {
    const AGENCIES: [&str; 10] = [
        "getty",
        "ap photo",
        "associated press photo",
        "reuters/",
        "afp/",
        "afp via",
        "shutterstock",
        "istock",
        "image:",
        "photo:",
    ];
    const HEADS: [&str; 8] = [
        "photo by ",
        "photo credit",
        "image credit",
        "image copyright",
        "file photo",
        "photograph by ",
        "picture by ",
        "credit: ",
    ];
    let folded = words.to_lowercase();
    if words.len() <= 80 {
        let bare = folded.trim_start_matches(['(', '[']);
        let headed = HEADS.iter().any(|head| bare.starts_with(head));
        let agency = !words.ends_with(['.', '?', '!', '”', '"'])
            && AGENCIES.iter().any(|agency| folded.contains(agency));
        return headed || agency;
    }
    let bracket = folded.trim_end_matches('.').strip_suffix([')', ']']);
    let inside = bracket.and_then(|open| open.rsplit_once(['(', '['])).map(|(_, inside)| inside);
    words.len() <= CAPTION
        && inside.is_some_and(|i| i.len() <= 80 && AGENCIES.iter().any(|agency| i.contains(agency)))
}

/// Whether a line says who wrote the page or when: `Updated 5:27 am CST, Wednesday, November 20, 2019`.
fn is_dated(words: &str) -> bool {
    const HEADS: [&str; 9] =
        ["by", "created", "first", "last", "modified", "posted", "published", "updated", "written"];
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut tokens = words.split_whitespace();
    let head = tokens.next().unwrap_or_default().trim_end_matches(':').to_lowercase();
    let named = tokens.next().is_some_and(|t| t.starts_with(char::is_uppercase));
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    words.len() <= 120
        && HEADS.contains(&head.as_str())
        && (named || head != "by")
        && digits >= 3
        && tokens.count() <= 16
        && (!words.ends_with(['.', '?', '!', ':']) || words.ends_with(".m."))
}

/// Whether an element is not to be seen.
pub(super) fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").unwrap_or_default();
    let styled = ["display:none", "display: none", "visibility:hidden", "visibility: hidden"];
    let class = node.class().unwrap_or_default();
    node.has_attr("hidden")
        || styled.iter().any(|rule| style.contains(rule))
        || class.split_whitespace().any(|c| UNSEEN.contains(&c))
}

/// Whether the page's own title stands in an element.
pub(super) fn has_title(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|n| n.has_name("h1"))
}

/// A title's letters and digits, to be compared.
pub(super) fn folded(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_judged_by_their_words() {
        let boilerplate = Some(BlockKind::Furniture(Furniture::Boilerplate));
        for (text, linked, expected) in [
            ("Image 1 of / 8", 0, boilerplate),
            ("Related: How the talks failed", 19, boilerplate),
            ("How the talks failed", 20, boilerplate),
            ("See the report of the commission.", 33, None),
            (
                "Officials met on Monday in the capital (AP Photo/A. Name, File)",
                0,
                Some(BlockKind::Caption),
            ),
            ("Photo by A. Name", 0, Some(BlockKind::Caption)),
            ("Updated 5:27 am CST, Wednesday, November 20, 2019", 0, Some(BlockKind::Metadata)),
            ("By Jane Doe - 11/18/19 11:04 PM EST", 0, Some(BlockKind::Metadata)),
            ("By the end of 2019 it was over", 0, None),
            ("Advertisement", 0, Some(BlockKind::Furniture(Furniture::Advert))),
            ("The ministers met on Monday.", 0, None),
        ] {
            assert_eq!(words(BlockKind::Paragraph, text, linked), expected, "{text}");
        }
    }
}
