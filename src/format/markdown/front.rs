//! The head of a Markdown file between `---` (YAML) or `+++` (TOML) lines in; what it says of the file, and the rest,
//! out. Reads plain fields and lists of names; leaves out what is nested.

use crate::format::about::About;
use crate::format::day::day;

/// Parts a file into its front matter and its text.
pub(super) fn split(text: &str) -> (About, &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(fence) = ["---", "+++"]
        .into_iter()
        .find(|f| text.strip_prefix(f).is_some_and(|rest| rest.starts_with(['\n', '\r'])))
    else {
        return (About::default(), text);
    };
    let mut at = 0;
    let mut head = Vec::new();
    for (i, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        let bare = line.trim_end();
        if i > 0 && (bare == fence || bare == "...") {
            return (read(&head), text.get(at..).unwrap_or_default());
        }
        // A rule above a text is no front matter: that has fields, and few lines.
        if i > 0 && (i > 200 || !is_field(bare)) {
            break;
        }
        head.push(bare);
    }
    (About::default(), text)
}

fn is_field(line: &str) -> bool {
    let bare = line.trim_start();
    line.starts_with([' ', '\t', '-', '#', '[', ']'])
        || bare.is_empty()
        || line.contains([':', '='])
}

fn read(lines: &[&str]) -> About {
    let mut about = About::default();
    let mut list = List::None;
    for line in lines {
        let bare = line.trim_start();
        if let Some(item) = bare.strip_prefix("- ") {
            let name = value(item.strip_prefix("name:").unwrap_or(item));
            match list {
                List::Authors if !name.is_empty() => about.authors.push(name),
                List::Tags if !name.is_empty() => about.tags.push(name),
                _ => {}
            }
            continue;
        }
        let Some((key, rest)) = line.split_once([':', '=']).filter(|_| bare == *line) else {
            continue;
        };
        let (key, words) = (key.trim().to_lowercase(), value(rest));
        list = match key.as_str() {
            "author" | "authors" | "creator" if words.is_empty() => List::Authors,
            "tags" | "keywords" if words.is_empty() => List::Tags,
            _ => List::None,
        };
        if words.is_empty() {
            continue;
        }
        match key.as_str() {
            "title" => about.title = Some(words),
            "author" | "authors" | "creator" => {
                let names = words.trim_matches(['[', ']']).split([',', ';']);
                about.authors = names.map(value).filter(|name| !name.is_empty()).collect();
            }
            "tags" | "keywords" => {
                let tags = words.trim_matches(['[', ']']).split([',', ';']);
                about.tags = tags.map(value).filter(|tag| !tag.is_empty()).collect();
            }
            "date" | "published" | "pubdate" | "publishdate" => about.published = day(&words),
            "publisher" => about.publisher = Some(words),
            "url" | "canonical" | "link" if words.starts_with("http") => about.url = Some(words),
            "lang" | "language" => about.language = Some(words),
            _ => {}
        }
    }
    about
}

/// What the items of a list are.
#[derive(Clone, Copy)]
enum List {
    None,
    Authors,
    Tags,
}

/// A value without its quotation marks.
fn value(words: &str) -> String {
    words.trim().trim_matches(['"', '\'']).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_stand_in_a_line_or_a_list() {
        let tags = |head: &str| split(&format!("---\n{head}\n---\nwords\n")).0.tags;
        assert_eq!(tags("tags: [ports, \"Red Sea\"]"), ["ports", "Red Sea"]);
        assert_eq!(tags("keywords: ports, Red Sea"), ["ports", "Red Sea"]);
        let about = split("---\ntags:\n- ports\n- Red Sea\nauthors:\n- J. Roe\n---\nwords\n").0;
        assert_eq!((about.tags.len(), about.authors.len()), (2, 1));
    }
}
