//! What a PDF says of itself in its information dictionary, XMP and catalogue: fields come in; those that a person may
//! have written go out. Never gives a date: a file's dates say when it was made, not when it was published.

use super::super::about::About;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Stream, String as Words};

/// The most bytes of XMP that are looked at.
const MOST: usize = 1 << 20;

/// A PDF's own fields, where they are plausible.
pub(super) fn about(pdf: &Pdf) -> About {
    let fields = pdf.metadata();
    let xmp = xmp(pdf).unwrap_or_default();
    let given = |field: Option<&[u8]>| field.map(decode);
    let title = given(fields.title.as_deref()).filter(|t| is_title(t));
    let title = title.or_else(|| element(&xmp, "dc:title").filter(|t| is_title(t)));
    let author = given(fields.author.as_deref()).or_else(|| element(&xmp, "dc:creator"));
    let names = author.unwrap_or_default();
    let authors = names.split(';').map(tidy).filter(|name| is_person(name)).collect();
    About { title: title.map(|t| tidy(&t)), authors, language: language(pdf), ..About::default() }
}

/// The text of a field: UTF-16 or UTF-8 with a mark, or an encoding close to windows-1252.
fn decode(bytes: &[u8]) -> String {
    let encoding = encoding_rs::Encoding::for_bom(bytes).map_or(encoding_rs::WINDOWS_1252, |e| e.0);
    let (text, _, _) = encoding.decode(bytes);
    text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect()
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn xmp(pdf: &Pdf) -> Option<String> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let stream = catalog.get::<Stream<'_>>("Metadata")?;
    let bytes = stream.decoded_data().ok()?;
    Some(String::from_utf8_lossy(bytes.get(..MOST).unwrap_or(&bytes)).into_owned())
}

fn language(pdf: &Pdf) -> Option<String> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let tag = decode(catalog.get::<Words<'_>>("Lang")?.as_bytes());
    let fits = (2..=12).contains(&tag.len())
        && tag.starts_with(|c: char| c.is_ascii_alphabetic())
        && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    fits.then_some(tag)
}

/// The words within an element of XMP; several items are parted by semicolons.
fn element(xml: &str, name: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    let (inside, _) = rest.split_once(&format!("</{name}>"))?;
    let mut words = String::new();
    for part in inside.split('<') {
        let Some((tag, text)) = part.split_once('>') else { continue };
        if tag == "/rdf:li" {
            words.push(';');
        }
        words.push_str(text);
    }
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    for (entity, sign) in plain {
        words = words.replace(entity, sign);
    }
    Some(tidy(words.trim_matches(|c: char| c == ';' || c.is_whitespace())))
}

/// Titles that programs give.
const NO_TITLES: [&str; 14] = [
    "microsoft word",
    "microsoft powerpoint",
    "microsoft excel",
    "untitled",
    "powerpoint presentation",
    "document",
    "presentation",
    "slide ",
    "layout ",
    "print",
    "scan",
    "title",
    "no title",
    "unknown",
];

/// Endings of file names.
const ENDINGS: [&str; 20] = [
    ".doc", ".docx", ".dot", ".pdf", ".indd", ".qxd", ".qxp", ".dvi", ".tex", ".ps", ".rtf",
    ".txt", ".xls", ".xlsx", ".ppt", ".pptx", ".html", ".htm", ".odt", ".pmd",
];

/// Whether a title is one that a person may have given.
fn is_title(words: &str) -> bool {
    let title = tidy(words);
    let lower = title.to_lowercase();
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    let length = title.chars().count();
    let named = NO_TITLES.iter().any(|no| match lower.strip_prefix(no) {
        Some(rest) => no.starts_with("microsoft") || !rest.contains(char::is_alphabetic),
        None => false,
    });
    let file = ENDINGS.iter().any(|e| lower.ends_with(e))
        || title.contains('\\')
        || title.contains("://")
        // One word with the signs of names that programs take: "rpt_2019-04_final".
        || !title.contains(' ')
            && title.contains(|c: char| c == '_' || c == '/' || c == '%' || c.is_ascii_digit());
    (3..=300).contains(&length) && letters * 2 >= length && !named && !file
}

/// Whether an author is one: no account or program.
fn is_person(name: &str) -> bool {
    const NOBODY: [&str; 12] = [
        "admin",
        "administrator",
        "author",
        "user",
        "owner",
        "unknown",
        "none",
        "default",
        "guest",
        "anonymous",
        "root",
        "test",
    ];
    let lower = name.to_lowercase();
    let length = name.chars().count();
    (3..=120).contains(&length)
        && name.starts_with(char::is_alphabetic)
        && !NOBODY.contains(&lower.as_str())
        && !name.contains(['\\', '_', '@', '/'])
        && (name.contains(' ') || is_known_by_one_word(name))
}

/// "OECD" and "Plato", and no account: "jdoe", "ab12", "SMITHJO".
fn is_known_by_one_word(name: &str) -> bool {
    let shouted = !name.contains(char::is_lowercase);
    name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_alphabetic() || c == '-')
        && !(shouted && name.chars().count() > 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_programs_and_files_are_none() {
        for title in
            ["Trace-based Just-in-Time", "Constitution", "Report 2019", "Document on Trade"]
        {
            assert!(is_title(title), "{title}");
        }
        for title in [
            "Microsoft Word - draft.doc",
            "untitled",
            "Untitled-1",
            "rpt_2019_final",
            "main.dvi",
            "C:\\Users\\me\\x",
            "12-345",
            "Document1",
            "",
        ] {
            assert!(!is_title(title), "{title}");
        }
        assert!(
            is_person("Jane Doe")
                && is_person("OECD")
                && !is_person("jdoe")
                && !is_person("SMITHJO")
                && !is_person("Admin")
        );
    }

    #[test]
    fn fields_are_read_in_their_encodings() {
        assert_eq!(decode(b"\xfe\xff\x04\x1f\x04\x40"), "Пр");
        assert_eq!(decode(b"Caf\xe9"), "Café");
        let xml =
            "<dc:title><rdf:Alt><rdf:li xml:lang='x'>War &amp; Peace</rdf:li></rdf:Alt></dc:title>";
        assert_eq!(element(xml, "dc:title").as_deref(), Some("War & Peace"));
    }
}
