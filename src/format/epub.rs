//! EPUB: its chapters in reading order, each whole, with the title that the table of contents gives it; what the book says
//! of itself. Never opens pictures, scripts or style sheets.

use super::about::About;
use super::blocks::Blocks;
use super::converted::{Converted, Locator};
use super::day::day;
use super::failure::Failure;
use super::guard::guarded;
use super::html;
use super::kind::Format;
use super::limits::Limits;
use super::package::Package;
use rbook::Epub;
use std::collections::HashMap;
use std::io::Cursor;

/// Takes the text out of a book.
///
/// # Errors
/// That it is locked, broken, too large or empty.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let format = Format::Epub;
    let mut package = Package::open(bytes, format, limits)?;
    // Readers of books with rights management hold the keys to their chapters.
    if package.part("META-INF/rights.xml").is_some() {
        return Err(Failure::Encrypted(format));
    }
    let broken = |why: String| Failure::Broken { format, at: None, why };
    let book = guarded(format, || Epub::read(Cursor::new(bytes.to_vec())))?;
    let book = book.map_err(|e| broken(e.to_string()))?;
    let titles = guarded(format, || titles(&book))?;
    let mut blocks = Blocks::default();
    let mut warnings = Vec::new();
    for entry in book.spine() {
        let Some(chapter) = entry.manifest_entry() else { continue };
        let path = chapter.href().path().as_str().to_owned();
        let page = match chapter.read_str() {
            Ok(page) => page,
            Err(error) => {
                warnings.push(format!("{path} cannot be read: {error}"));
                continue;
            }
        };
        let title = titles.get(&path).cloned().or_else(|| html::heading(&page));
        if let Some(title) = title {
            blocks.mark(Locator::Part(title));
        }
        html::whole_page(&page, &mut blocks, limits).map_err(|failure| match failure {
            Failure::TookTooLong { seconds, .. } => Failure::TookTooLong { format, seconds },
            other => other,
        })?;
    }
    if blocks.is_empty() {
        return Err(Failure::Empty);
    }
    let (script, marks) = blocks.finish();
    let mut converted = Converted::new(format, script);
    converted.marks = marks;
    converted.about = about(&book);
    converted.warnings = warnings;
    Ok(converted)
}

/// The title of each chapter by its path, as the table of contents first names it.
fn titles(book: &Epub) -> HashMap<String, String> {
    let mut titles = HashMap::new();
    let Some(contents) = book.toc().contents() else { return titles };
    for entry in contents.flatten() {
        let label = entry.label().split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(chapter) = entry.manifest_entry().filter(|_| !label.is_empty()) {
            titles.entry(chapter.href().path().as_str().to_owned()).or_insert(label);
        }
    }
    titles
}

fn about(book: &Epub) -> About {
    let said = |words: &str| Some(words.trim().to_owned()).filter(|w| !w.is_empty());
    let data = book.metadata();
    let published = data.by_property("dc:date").next().and_then(|date| day(date.value()));
    About {
        title: data.title().and_then(|title| said(title.value())),
        authors: data.creators().filter_map(|creator| said(creator.value())).collect(),
        publisher: data.publishers().next().and_then(|publisher| said(publisher.value())),
        published,
        url: None,
        tags: data.by_property("dc:subject").filter_map(|tag| said(tag.value())).collect(),
        language: data.language().and_then(|language| said(language.value())),
    }
}

#[cfg(test)]
pub(in crate::format) mod tests {
    use super::*;
    use crate::format::converted::{Mark, Script};
    use crate::format::package::tests::pack;

    /// A book of two chapters.
    pub(in crate::format) fn epub(second: &str) -> Vec<u8> {
        let container = r#"<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;
        let package = r#"<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier><dc:title>A book</dc:title><dc:creator>Jane Doe</dc:creator><dc:publisher>A house</dc:publisher><dc:date>2021-05-03</dc:date><dc:language>en</dc:language><dc:subject>rivers</dc:subject></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="b"/><itemref idref="a"/></spine></package>"#;
        let nav = r#"<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="b.xhtml">The beginning</a></li></ol></nav></body></html>"#;
        let chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><h1>The end</h1><p>It ended.</p></body></html>";
        pack(&[
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", container),
            ("OEBPS/content.opf", package),
            ("OEBPS/nav.xhtml", nav),
            ("OEBPS/a.xhtml", chapter),
            ("OEBPS/b.xhtml", second),
        ])
    }

    #[test]
    fn chapters_come_in_reading_order_with_their_titles() {
        let book = epub("<html><body><h2>1</h2><p>It began.</p></body></html>");
        let converted = convert("a.epub", &book, &Limits::default()).unwrap();
        let Script::Blocks { text, .. } = &converted.script else { panic!() };
        assert_eq!(&**text, "1\n\nIt began.\n\nThe end\n\nIt ended.\n");
        let mark = |at, part: &str| Mark { at, locator: Locator::Part(part.to_owned()) };
        assert_eq!(converted.marks, [mark(0, "The beginning"), mark(13, "The end")]);
        let about = About {
            title: Some("A book".to_owned()),
            authors: vec!["Jane Doe".to_owned()],
            publisher: Some("A house".to_owned()),
            published: Some("2021-05-03".to_owned()),
            url: None,
            language: Some("en".to_owned()),
            tags: vec!["rivers".to_owned()],
        };
        assert_eq!(converted.about, about);
    }

    #[test]
    fn hostile_books_are_read_or_refused() {
        let deep = epub(&format!("<html><body>words {}", "<div>".repeat(3000)));
        assert!(convert("a.epub", &deep, &Limits::default()).is_ok());
        let bomb = epub(&"<p>words</p>".repeat(200_000));
        let limits = Limits { bytes: 1 << 20, ..Limits::default() };
        assert!(matches!(convert("a.epub", &bomb, &limits), Err(Failure::TooLarge { .. })));
        let locked = pack(&[("META-INF/rights.xml", "<rights/>")]);
        assert_eq!(
            convert("a.epub", &locked, &Limits::default()),
            Err(Failure::Encrypted(Format::Epub))
        );
    }
}
