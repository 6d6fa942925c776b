//! The first words of a line in; whether they label a picture or table, or tell about the document: caption, byline,
//! date line, source; and whether its last word wants another. Never looks at more than one line.

use super::lists::list;
use std::sync::LazyLock;

/// The lists of `assets/lines.tsv`.
struct Labels {
    /// What numbered captions begin with.
    numbered: Vec<&'static str>,
    /// What captions without a number begin with.
    named: Vec<&'static str>,
    /// Names of lines about the document.
    fields: Vec<&'static str>,
    /// Letters that months, days and time zones begin with.
    clock: Vec<&'static str>,
    /// Words that want another after them.
    wanting: Vec<&'static str>,
}

static LABELS: LazyLock<Labels> = LazyLock::new(|| {
    let words = |name| list(include_str!("../../assets/lines.tsv"), name).collect();
    Labels {
        numbered: words("numbered"),
        named: words("named"),
        fields: words("field"),
        clock: words("clock"),
        wanting: words("wanting"),
    }
});

/// "Table 1: …", "Figure 2. …", "(L-R) …", "*Cover image: …", "Photo by …".
pub(super) fn is_caption(words: &str) -> bool {
    let bare = words.trim_start_matches(['*', '(', '[', '_', '▲', '▼', ' ']);
    // No caption's head begins with any other letter.
    if !bare.starts_with(|c: char| "tfmcbgepdil".contains(c.to_ascii_lowercase())) {
        return false;
    }
    for head in &LABELS.numbered {
        if let Some(rest) = after(bare, head) {
            let number = rest.trim_start_matches(|c: char| {
                c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X' | '.' | '-')
            });
            let counted = number.len() < rest.len();
            let before = rest.get(..rest.len() - number.len()).unwrap_or_default();
            if counted
                && (before.ends_with('.')
                    || number.starts_with([':', '–', '—', '|'])
                    || number.starts_with(" –"))
            {
                return true;
            }
        }
    }
    LABELS.named.iter().any(|head| after(bare, head).is_some())
}

/// What follows a head that words begin with in any ASCII case.
fn after<'a>(words: &'a str, head: &str) -> Option<&'a str> {
    // Of many heads nearly all begin with another letter.
    if !words.as_bytes().first()?.eq_ignore_ascii_case(head.as_bytes().first()?) {
        return None;
    }
    let (first, rest) = words.split_at_checked(head.len())?;
    first.eq_ignore_ascii_case(head).then_some(rest)
}

/// Whether the last word wants another: "of", "the", "and".
pub(super) fn trails_off(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    LABELS.wanting.contains(&last)
}

/// Whether a caption is that of a table.
pub(super) fn is_table_caption(words: &str) -> bool {
    words
        .trim_start_matches(['*', '(', '['])
        .get(..6)
        .is_some_and(|head| head.eq_ignore_ascii_case("table "))
}

/// "Source: …", "Sources: …": what ends a table.
pub(super) fn is_source(words: &str) -> bool {
    words.starts_with("Source:") || words.starts_with("Sources:") || words.starts_with("SOURCE:")
}

/// Whether a line tells about the document: "Published on: …", "By Jane Doe", "March 06, 2008".
pub(super) fn is_metadata(words: &str) -> bool {
    words.len() <= 300
        && (is_field(words) || is_byline(words) || is_date_line(words) || is_dated(words))
}

/// "Updated January 31, 2020", "Last updated 2 May 2024": a name of the list in front of nothing but a date.
fn is_dated(words: &str) -> bool {
    let named = |name: &str| LABELS.fields.contains(&name.to_ascii_lowercase().as_str());
    let short = words.len() <= 60 && words.bytes().any(|b| b.is_ascii_digit());
    let mut blanks = words.match_indices(' ').take(2).map(|(at, _)| at);
    short
        && blanks.any(|at| {
            words.split_at_checked(at).is_some_and(|(name, date)| named(name) && is_date_line(date))
        })
}

/// "Published on: …", "Source: …": a name of the list and a colon.
pub(super) fn is_field(words: &str) -> bool {
    // Twenty characters are at most eighty bytes, and nearly no line has a colon there.
    let near = words.as_bytes().get(..80).unwrap_or(words.as_bytes());
    if memchr::memchr(b':', near).is_none() {
        return false;
    }
    let mut head = words.char_indices().take(20);
    let Some(name) = head.find(|(_, c)| *c == ':').and_then(|(colon, _)| words.get(..colon)) else {
        return false;
    };
    let folded = name.trim_matches(['*', '_', ' ', '[', '(']).to_lowercase();
    LABELS.fields.contains(&folded.as_str())
}

/// "By Jane Doe", "By Jane Doe and John Roe, Staff Writers".
fn is_byline(words: &str) -> bool {
    let Some(names) = words.strip_prefix("By ").or_else(|| words.strip_prefix("BY ")) else {
        return false;
    };
    let mut tokens = names.split([' ', ',']).filter(|t| !t.is_empty()).peekable();
    let count = names.split_whitespace().count();
    let name = |t: &str| {
        t.starts_with(char::is_uppercase)
            || matches!(t, "and" | "de" | "van" | "von" | "bin" | "al" | "of" | "for" | "&")
    };
    (2..=10).contains(&count)
        && tokens.peek().is_some_and(|t| t.starts_with(char::is_uppercase))
        && tokens.all(name)
        && !names.ends_with(['.', ',', ':', ';'])
}

/// A line that is nothing but a date: "March 06, 2008", "2025-05-26", "Monday, 3 May 2021", "12/05/2019 14:30".
fn is_date_line(words: &str) -> bool {
    if words.len() > 40 || !words.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let (mut year, mut named, mut count) = (false, false, 0);
    for token in words
        .split([' ', ',', '/', '-', '.', ':', '|', '–', '\t', '(', ')'])
        .filter(|t| !t.is_empty())
    {
        let folded = token.to_ascii_lowercase();
        let month = folded.get(..3).is_some_and(|head| LABELS.clock.contains(&head))
            && folded.bytes().all(|b| b.is_ascii_alphabetic());
        let number = folded.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let digits = !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
            && folded.len() <= number.len() + 3;
        year |= digits && number.len() == 4;
        named |= month;
        count += 1;
        if !(month || digits || matches!(folded.as_str(), "pm" | "edt" | "pst" | "at" | "of")) {
            return false;
        }
    }
    year && (named || count >= 3 && words.contains(['-', '/', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_have_their_shapes() {
        for words in [
            "Table 1: Factors",
            "Figure 2. Growth",
            "(L-R) Representatives",
            "*Cover image: The first",
        ] {
            assert!(is_caption(words), "{words}");
        }
        for words in ["Table 1 shows that", "Maps of the region", "Photos were taken"] {
            assert!(!is_caption(words), "{words}");
        }
    }

    #[test]
    fn lines_about_the_document_are_told_from_prose() {
        for words in [
            "Published on: 2025-05-26",
            "By Jane Doe",
            "By JANE DOE and John van Roe",
            "Source: State Program",
            "March 06, 2008",
            "2025-05-26",
            "Monday, 3 May 2021",
            "12/05/2019 14:30",
        ] {
            assert!(is_metadata(words), "{words}");
        }
        for words in [
            "By 2018 it was over",
            "By the end.",
            "2018",
            "May 12",
            "In March 2008",
            "Source of it all",
        ] {
            assert!(!is_metadata(words), "{words}");
        }
    }
}
