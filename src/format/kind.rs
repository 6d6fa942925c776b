//! What a file is, by its first bytes and, where they do not tell, by its name's ending. Never reads further.

use serde::{Deserialize, Serialize};

/// The formats bluf tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Plain text of any encoding.
    Plain,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// PDF.
    Pdf,
    /// Word since 2007.
    Docx,
    /// Word before 2007, and whatever else is an OLE file.
    Ole,
    /// OpenDocument text.
    Odt,
    /// EPUB.
    Epub,
    /// Rich Text Format.
    Rtf,
    /// A mail message.
    Mail,
    /// A table with commas, semicolons or tabs between.
    Csv,
    /// JSON objects, one a line.
    Jsonl,
    /// One gzipped file.
    Gzip,
    /// A zip archive.
    Zip,
}

/// Endings that tell a text's format, in lower case.
const ENDINGS: [(&str, Format); 15] = [
    ("csv", Format::Csv),
    ("eml", Format::Mail),
    ("htm", Format::Html),
    ("html", Format::Html),
    ("json", Format::Jsonl),
    ("jsonl", Format::Jsonl),
    ("markdown", Format::Markdown),
    ("md", Format::Markdown),
    ("ndjson", Format::Jsonl),
    ("shtml", Format::Html),
    ("tab", Format::Csv),
    ("tsv", Format::Csv),
    ("xht", Format::Html),
    ("xhtml", Format::Html),
    ("rtf", Format::Rtf),
];

/// How far into a file its mark is looked for, in bytes: PDF readers allow as much before `%PDF-`.
const NEAR: usize = 1024;

impl Format {
    /// What a file is. Bytes count before the name: a page saved as `report.pdf` is a page.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let near = bytes.get(..NEAR).unwrap_or(bytes);
        let text = near.strip_prefix(b"\xef\xbb\xbf").unwrap_or(near).trim_ascii_start();
        if near.starts_with(b"PK\x03\x04") || near.starts_with(b"PK\x05\x06") {
            return zipped(name, bytes);
        }
        if near.starts_with(b"\x1f\x8b") {
            return Self::Gzip;
        }
        if near.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Self::Ole;
        }
        if text.starts_with(br"{\rtf") {
            return Self::Rtf;
        }
        if memchr::memmem::find(near, b"%PDF-").is_some() {
            return Self::Pdf;
        }
        let ending = ending(name);
        let named = ENDINGS.iter().find(|(e, _)| *e == ending).map(|&(_, format)| format);
        // A page says so itself whatever it is called; a text about pages does not begin like one.
        let begins =
            |head: &[u8]| text.get(..head.len()).is_some_and(|t| t.eq_ignore_ascii_case(head));
        if begins(b"<!doctype html") || begins(b"<html") {
            return Self::Html;
        }
        named.filter(|f| *f != Self::Rtf).unwrap_or(Self::Plain)
    }

    /// Its name on screens, in messages and exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Ole => "Word before 2007 (OLE)",
            Self::Odt => "ODT",
            Self::Epub => "EPUB",
            Self::Rtf => "RTF",
            Self::Mail => "mail",
            Self::Csv => "CSV",
            Self::Jsonl => "JSON",
            Self::Gzip => "gzip",
            Self::Zip => "zip",
        }
    }

    /// Whether taking its text out costs more than reading it back from a cache.
    pub fn is_costly(self) -> bool {
        matches!(self, Self::Html | Self::Pdf | Self::Docx | Self::Odt | Self::Epub)
    }
}

/// A name's ending in lower case, without the dot.
fn ending(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase())
}

/// What a zip file holds: the first entry of EPUB and OpenDocument is an uncompressed `mimetype`; Word's list of entries
/// at the end names `word/document.xml`.
fn zipped(name: &str, bytes: &[u8]) -> Format {
    let first = bytes.get(30..NEAR.min(bytes.len())).unwrap_or_default();
    if first.starts_with(b"mimetypeapplication/epub+zip") {
        return Format::Epub;
    }
    if first.starts_with(b"mimetypeapplication/vnd.oasis.opendocument.text") {
        return Format::Odt;
    }
    match ending(name).as_str() {
        "docx" | "docm" | "dotx" => Format::Docx,
        "odt" | "ott" => Format::Odt,
        "epub" => Format::Epub,
        "zip" => Format::Zip,
        _ if memchr::memmem::find(bytes, b"word/document.xml").is_some() => Format::Docx,
        _ => Format::Zip,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_count_before_the_name() {
        for (name, bytes, format) in [
            ("a.txt", &b"Plain words"[..], Format::Plain),
            ("README", b"Plain words", Format::Plain),
            ("a.md", b"# Title", Format::Markdown),
            ("a.pdf", b"<!DOCTYPE HTML><p>", Format::Html),
            ("a.txt", b"\xef\xbb\xbf \n<html>", Format::Html),
            ("a", b"%PDF-1.7", Format::Pdf),
            ("a.html", b"junk\n%PDF-1.7", Format::Pdf),
            ("a.rtf", b"no such thing", Format::Plain),
            ("a.doc", br"{\rtf1 x}", Format::Rtf),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::Ole),
            ("x/a.b/c", b"PK\x03\x04", Format::Zip),
            ("a.DOCX", b"PK\x03\x04", Format::Docx),
            (
                "a.zip",
                b"PK\x03\x04..........................mimetypeapplication/epub+zip",
                Format::Epub,
            ),
            ("a.csv", b"a,b", Format::Csv),
            ("a.txt.gz", b"\x1f\x8b\x08", Format::Gzip),
        ] {
            assert_eq!(Format::of(name, bytes), format, "{name}");
        }
    }
}
