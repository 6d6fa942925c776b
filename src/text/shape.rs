//! The first words of a line in; whether it is a list item, a numbered heading, a table row or a page's head out.
//! Never looks at more than one line.

use super::block::BlockKind;
use memchr::memmem;
use std::sync::LazyLock;

/// Three blanks, which part the cells of a row; a searcher is dear to make.
static WIDE: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(b"   "));

/// The mark of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// Bullet or numbered.
    pub(super) kind: BlockKind,
    /// Its number: 3 for "3.", "(c)" and "iii)"; 0 for a bullet.
    pub(super) number: u32,
    /// Bytes up to its first word.
    pub(super) len: usize,
}

const BULLETS: [char; 17] =
    ['•', '‣', '▪', '●', '■', '◦', '○', '►', '▶', '·', '∙', '\u{f0b7}', '✓', '-', '–', '—', '*'];

/// The mark of a list item at the head of a line.
pub(super) fn item(words: &str) -> Option<Item> {
    let first = words.chars().next()?;
    if first == '-' && is_page_number(words) {
        return None;
    }
    if BULLETS.contains(&first) {
        let rest = words.get(first.len_utf8()..)?;
        let body = rest.trim_start();
        let apart =
            body.len() < rest.len() || matches!(first, '•' | '‣' | '▪' | '●' | '■' | '\u{f0b7}');
        if !apart || body.is_empty() || !body.chars().any(char::is_alphanumeric) {
            return None;
        }
        return Some(Item { kind: BlockKind::Bullet, number: 0, len: words.len() - body.len() });
    }
    numbered(words)
}

/// "3. ", "3) ", "(3) ", "c) ", "(c) ", "iv. ", "2.1 ".
fn numbered(words: &str) -> Option<Item> {
    let open = words.starts_with('(');
    let inner = if open { words.get(1..)? } else { words };
    let label_len = inner.bytes().take_while(u8::is_ascii_alphanumeric).take(5).count();
    let label = inner.get(..label_len)?;
    let after = inner.get(label_len..)?;
    let stop = after.chars().next()?;
    let fits = if open { stop == ')' } else { matches!(stop, '.' | ')') };
    let rest = after.get(1..).filter(|_| fits)?;
    if !rest.starts_with([' ', '\t']) || label.is_empty() {
        return None;
    }
    let letters = label.bytes().all(|b| b.is_ascii_lowercase());
    let number = match label.parse::<u32>() {
        Ok(number) if label.len() <= 3 => number,
        Err(_) if letters && (open || stop == ')') => letter_number(label)?,
        Err(_) if label.len() > 1 || label == "i" => roman(label)?,
        _ => return None,
    };
    let len = words.len() - rest.trim_start().len();
    Some(Item { kind: BlockKind::Numbered, number, len })
}

fn letter_number(label: &str) -> Option<u32> {
    match label.as_bytes() {
        [b'i' | b'v' | b'x'] | [_, _, ..] => roman(label),
        [b] => Some(u32::from(b - b'a') + 1),
        [] => None,
    }
}

/// Roman units.
const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

/// The value of a lower- or upper-case roman number up to 39.
pub(super) fn roman(label: &str) -> Option<u32> {
    let label = if label.bytes().all(|b| b.is_ascii_uppercase()) {
        label.to_ascii_lowercase()
    } else {
        label.into()
    };
    let units = label.trim_start_matches('x');
    let tens = (label.len() - units.len()) as u32;
    let unit = UNITS.iter().position(|u| *u == units)? as u32;
    Some(tens * 10 + unit).filter(|n| (1..40).contains(n))
}

/// The number of a numbered heading ("2.", "2.1", "IV.", "Chapter 3") as its depth, 1 to 6.
pub(super) fn heading_depth(words: &str) -> Option<u8> {
    let label = words.split([' ', '\t']).next()?;
    if let [first, rest @ ..] = label.as_bytes()
        && (first.is_ascii_lowercase()
            || rest.len() > 8 && rest.iter().all(u8::is_ascii_alphabetic))
    {
        return None; // a word, and no name of a part
    }
    if (1..=6).contains(&label.len()) && label.bytes().all(|b| b == b'#') {
        return Some(label.len() as u8); // Markdown
    }
    let rest = words.get(label.len()..)?.trim_start();
    let named = ["Chapter", "Part", "Section", "Annex", "Appendix", "Article", "CHAPTER", "PART"];
    if named.contains(&label) || ["SECTION", "ANNEX", "APPENDIX", "ARTICLE"].contains(&label) {
        let number = rest.split([' ', '.', ':', '\t']).next()?;
        let counted = number.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        return (counted && number.len() <= 5 && !number.is_empty()).then_some(1);
    }
    let bare = label.strip_suffix(['.', ')']);
    let parts: Vec<&str> = bare.unwrap_or(label).split('.').collect();
    let number = |p: &&str| !p.is_empty() && p.len() <= 2 && p.bytes().all(|b| b.is_ascii_digit());
    let digits = parts.iter().all(number) && (bare.is_some() || parts.len() > 1);
    let letter = |p: &str| p.len() == 1 && p.bytes().all(|b| b.is_ascii_uppercase());
    let romans =
        bare.is_some_and(|b| roman(b).is_some() && b.bytes().all(|c| c.is_ascii_uppercase()));
    let head = rest.chars().next().is_some_and(|c| c.is_uppercase() || c == '‘' || c == '“');
    if !head {
        return None;
    }
    match (digits, romans || bare.is_some_and(letter)) {
        (true, _) => Some(parts.len().min(6) as u8),
        (_, true) => Some(1),
        _ => None,
    }
}

/// Whether a text holds anything that a row of a table is known by.
pub(super) fn may_have_rows(text: &str) -> bool {
    memchr::memchr2(b'\t', b'|', text.as_bytes()).is_some() || WIDE.find(text.as_bytes()).is_some()
}

/// Whether a line is a row of a table: cells parted by tabs or by three and more blanks.
pub(super) fn is_table_row(words: &str) -> bool {
    if words.len() > 2 && words.starts_with('|') && words.ends_with('|') {
        return true; // Markdown
    }
    let bytes = words.as_bytes();
    let apart = || memchr::memchr(b'\t', bytes).is_some() || WIDE.find(bytes).is_some();
    if words.len() > 400 || !apart() {
        return false;
    }
    let cells =
        words.split('\t').flat_map(|part| part.split("   ")).filter(|cell| !cell.trim().is_empty());
    let (mut count, mut longest) = (0, 0);
    for cell in cells {
        count += 1;
        longest = longest.max(cell.trim().len());
    }
    count >= 3 && longest <= 40 || count == 2 && words.contains('\t') && longest <= 40
}

/// Whether a line is drawn: "__________".
pub(super) fn is_rule(words: &str) -> bool {
    words.len() >= 5 && words.bytes().all(|b| b == b'_')
}

/// Whether a line is nothing but a page number: "12", "- 12 -", "Page 3 of 10", `[4]`.
pub(super) fn is_page_number(words: &str) -> bool {
    let bare =
        words.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '[' | ']' | '|' | ' ' | '.'));
    let bare = bare.strip_prefix("Page ").or_else(|| bare.strip_prefix("page ")).unwrap_or(bare);
    let mut numbers = bare.split(" of ").flat_map(|part| part.split('/'));
    let number = |n: &str| !n.is_empty() && n.len() <= 4 && n.bytes().all(|b| b.is_ascii_digit());
    words.len() <= 20 && numbers.all(number)
}

/// "1.", "2.3", "2.3.": the number of a section, alone on its line.
pub(super) fn is_section_number(words: &str) -> bool {
    let bare = words.strip_suffix('.').unwrap_or(words);
    let part = |p: &str| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit());
    words.contains('.') && words.len() <= 12 && bare.split('.').all(part)
}

/// "116 Insight Turkey", "Insight Turkey 117", "Vol. 3 | 12": a page number with a running title.
pub(super) fn is_running_head(words: &str) -> bool {
    if words.len() > 100 || words.ends_with(['.', ',', ';', ':', '-']) {
        return false;
    }
    let number = |n: &str| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
    let mut tokens = words.split_whitespace();
    let first = tokens.next().unwrap_or_default();
    let last = tokens.next_back().unwrap_or_default();
    let inner = if number(first) {
        words.get(first.len()..)
    } else if number(last) {
        words.get(..words.len() - last.len())
    } else {
        return false;
    };
    inner.is_some_and(|title| title.trim().chars().next().is_some_and(char::is_uppercase))
}

/// "A/70/PV.23 01/10/2015", "S/2018/865 3/12": a document's number with a date or page, and nothing else.
pub(super) fn is_folio(words: &str) -> bool {
    let counted =
        |t: &str| t.bytes().any(|b| b.is_ascii_digit()) && !t.contains(char::is_lowercase);
    let number =
        |t: &str| t.contains('/') && t.starts_with(|c: char| c.is_ascii_uppercase()) && counted(t);
    let mut tokens = words.split_whitespace();
    words.len() <= 60
        && words.split_whitespace().any(number)
        && words.split_whitespace().count() >= 2
        && tokens.all(|t| counted(t) || matches!(t, "-" | "–" | "|" | "/"))
}

/// How many letters tell whether a text stands in capitals.
const CAPITALS: usize = 200;

/// Of so many letters of such a text one may be small.
const SMALL_IN: usize = 12;

/// Whether a text of a few lines or more stands in capitals, by its first letters and then by all.
pub fn stands_in_capitals(text: &str) -> bool {
    let capitals = |letters: usize| {
        let (mut small, mut all) = (0, 0);
        for byte in text.bytes().filter(u8::is_ascii_alphabetic).take(letters) {
            small += usize::from(byte.is_ascii_lowercase());
            all += 1;
        }
        all >= CAPITALS && small * SMALL_IN <= all
    };
    capitals(CAPITALS) && capitals(usize::MAX)
}

/// Whether the letters are capitals, and at least four.
pub(super) fn is_shouted(words: &str) -> bool {
    let (mut upper, mut lower) = (0, 0);
    for c in words.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    upper >= 4 && lower * 8 <= upper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_items_are_told_from_words() {
        for (words, expected) in [
            ("• Shared worries", Some(0)),
            ("- Maintain engagement", Some(0)),
            ("-5 degrees", None),
            ("*Cover image: x", None),
            ("3. Facing rivals", Some(3)),
            ("12) twelve", Some(12)),
            ("(iv) fourth", Some(4)),
            ("(c) third", Some(3)),
            ("b) second", Some(2)),
            ("2013. The year", None),
            ("U.S. forces", None),
            ("A. Smith said", None),
            ("word. Next", None),
            ("- – -", None),
            ("- 12 -", None),
        ] {
            assert_eq!(item(words).map(|i| i.number), expected, "{words}");
        }
    }

    #[test]
    fn numbered_headings_tell_their_depth() {
        for (words, expected) in [
            ("1. BLUF (Bottom Line Up Front)", Some(1)),
            ("2.1 Background", Some(2)),
            ("2.1.3. Sources", Some(3)),
            ("IV. RESULTS", Some(1)),
            ("Chapter 3", Some(1)),
            ("Annex B: Maps", Some(1)),
            ("## Summary", Some(2)),
            ("2013 was a year", None),
            ("Part of the plan", None),
            ("3.5 million people", None),
        ] {
            assert_eq!(heading_depth(words), expected, "{words}");
        }
    }

    #[test]
    fn page_numbers_and_running_heads_have_their_shapes() {
        for words in ["12", "- 12 -", "Page 3 of 10"] {
            assert!(is_page_number(words), "{words}");
        }
        assert!(is_running_head("116 Insight Turkey") && is_running_head("Insight Turkey 117"));
        assert!(!is_running_head("30 terrorist actions have been") && !is_running_head("In 2015."));
        assert!(
            is_shouted("AIDAR KURMASHEV, and HOUMAN SADRIARTICLE") && !is_shouted("USA beats Iran")
        );
    }
}
