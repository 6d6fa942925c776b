//! Documents that are zip archives inside: their parts, within the limits. Looks at every part once before a reader that
//! knows no limits sees them. Never looks for words.

use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use memchr::{memchr, memmem};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes of markup: what is made of it in memory is several times as large.
const MARKUP: usize = 64 << 20;
/// The same for Word: undoc makes twenty-five times as much of a table.
const WORD_MARKUP: usize = 24 << 20;
/// How deep the elements of a part may be nested: readers go down by recursion.
const DEPTH: usize = 256;
/// The same for pages, in which many an element is never closed.
const PAGE_DEPTH: usize = 4000;

/// A document's parts.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    format: Format,
    most: usize,
}

impl<'a> Package<'a> {
    /// Opens a document and looks at every part of it.
    ///
    /// # Errors
    /// That it is no archive or locked, that its parts unpack to too much, or that their elements are nested too deep.
    pub(super) fn open(
        bytes: &'a [u8],
        format: Format,
        limits: &Limits<'_>,
    ) -> Result<Self, Failure> {
        let broken = |why: String| Failure::Broken { format, at: None, why };
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
        if archive.len() > limits.members {
            return Err(Failure::TooLarge { what: "parts", limit: limits.members });
        }
        let mut package = Self { archive, format, most: limits.bytes };
        package.look(limits)?;
        Ok(package)
    }

    /// A part by its name, if there is one that can be read.
    pub(super) fn part(&mut self, name: &str) -> Option<Vec<u8>> {
        let file = self.archive.by_name(name).ok()?;
        let mut bytes = Vec::new();
        file.take(self.most as u64).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    fn look(&mut self, limits: &Limits<'_>) -> Result<(), Failure> {
        let format = self.format;
        let most_markup = if format == Format::Docx { WORD_MARKUP } else { MARKUP };
        let (mut left, mut markup_left) = (limits.bytes, most_markup.min(limits.bytes));
        for index in 0..self.archive.len() {
            if (limits.expired)() {
                return Err(Failure::TookTooLong { format, seconds: limits.seconds });
            }
            let mut file = match self.archive.by_index(index) {
                Ok(file) => file,
                Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                    return Err(Failure::Encrypted(format));
                }
                // Whether the part was needed is for the reader to say.
                Err(_) => continue,
            };
            let name = file.name().map(Cow::into_owned).unwrap_or_default();
            let kind = Part::of(&name);
            let most = if kind == Part::Other { left } else { left.min(markup_left) };
            let mut part = Vec::new();
            let mut bounded = file.by_ref().take(most as u64 + 1);
            let read = if kind == Part::Other {
                std::io::copy(&mut bounded, &mut std::io::sink()).unwrap_or_default() as usize
            } else {
                bounded.read_to_end(&mut part).unwrap_or(part.len())
            };
            if read > most {
                return Err(Failure::TooLarge { what: "bytes when unpacked", limit: most });
            }
            left -= read;
            if kind != Part::Other {
                markup_left -= read;
            }
            if kind.is_too_deep(&part) {
                let why = format!("elements nested too deep in {name}");
                return Err(Failure::Broken { format, at: None, why });
            }
        }
        Ok(())
    }
}

/// What a part holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Markup,
    Page,
    Other,
}

impl Part {
    fn of(name: &str) -> Self {
        match name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "xml" | "rels" | "opf" | "ncx" => Self::Markup,
            "xhtml" | "html" | "htm" => Self::Page,
            _ => Self::Other,
        }
    }

    fn is_too_deep(self, part: &[u8]) -> bool {
        match self {
            Self::Markup => depth(part) > DEPTH,
            Self::Page => depth(part) > PAGE_DEPTH,
            Self::Other => false,
        }
    }
}

/// How deep elements are nested; a part in two bytes a letter is looked at by its letters.
fn depth(part: &[u8]) -> usize {
    let wide: Vec<u8>;
    let part = if part.starts_with(b"\xff\xfe")
        || part.starts_with(b"\xfe\xff")
        || part.get(..2) == Some(b"<\0")
        || part.get(..2) == Some(b"\0<")
    {
        wide = part.iter().copied().filter(|b| *b != 0).collect();
        &wide
    } else {
        part
    };
    let (mut at, mut open, mut deepest) = (0usize, 0usize, 0usize);
    while let Some(next) = part.get(at..).and_then(|rest| memchr(b'<', rest)) {
        at += next + 1;
        match part.get(at) {
            Some(b'/') => open = open.saturating_sub(1),
            Some(b'!') => {
                let rest = part.get(at..).unwrap_or_default();
                let aside = [(&b"!--"[..], &b"-->"[..]), (b"![CDATA[", b"]]>")];
                let ends = aside.iter().find(|(begin, _)| rest.starts_with(begin));
                let Some((_, end)) = ends else { continue };
                let Some(length) = memmem::find(rest, end) else { break };
                at += length;
            }
            Some(b'?') | None => {}
            Some(_) => {
                let end = part.get(at..).and_then(|rest| memchr(b'>', rest)).map(|end| at + end);
                let Some(end) = end else { break };
                at = end;
                if part.get(end - 1) != Some(&b'/') {
                    open += 1;
                    deepest = deepest.max(open);
                }
            }
        }
    }
    deepest
}

#[cfg(test)]
pub(in crate::format) mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// An archive of parts.
    pub(in crate::format) fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn open(parts: &[(&str, &str)], bytes: usize) -> Result<(), Failure> {
        let limits = Limits { bytes, ..Limits::default() };
        Package::open(&pack(parts), Format::Odt, &limits).map(|_| ())
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let zeros = "\0".repeat(10 << 20);
        let too_large = Failure::TooLarge { what: "bytes when unpacked", limit: 1 << 20 };
        assert_eq!(open(&[("a.png", &zeros)], 1 << 20), Err(too_large.clone()));
        assert_eq!(open(&[("a.xml", &zeros)], 1 << 20), Err(too_large));
        assert_eq!(open(&[("a.xml", "<a/>")], 1 << 20), Ok(()));
    }

    #[test]
    fn elements_nested_too_deep_are_refused() {
        let deep = format!("{}x{}", "<a>".repeat(10_000), "</a>".repeat(10_000));
        assert!(matches!(open(&[("a.xml", &deep)], 1 << 20), Err(Failure::Broken { .. })));
        let flat = "<a><b/></a><!-- < -->".repeat(10_000);
        assert_eq!(open(&[("a.xml", &flat)], 1 << 20), Ok(()));
    }

    #[test]
    fn what_is_no_archive_says_so() {
        let failed = Package::open(b"PK\x03\x04 torn", Format::Docx, &Limits::default());
        assert!(matches!(failed.map(|_| ()), Err(Failure::Broken { format: Format::Docx, .. })));
    }
}
