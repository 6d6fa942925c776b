//! EPUB: its chapters in reading order, each whole, with the title that the table of contents gives it; what the book says
//! of itself. Never opens pictures, scripts or style sheets.

use super::about::About;
use super::blocks::Blocks;
use super::converted::{Converted, Locator};
use super::day::day;
use super::failure::Failure;
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
    let book = Epub::read(Cursor::new(bytes.to_vec())).map_err(|e| broken(e.to_string()))?;
    let titles = titles(&book);
    let mut blocks = Blocks::default();
    let mut warnings = Vec::new();
    for entry in book.spine().iter() {
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
    let date = data.by_property("dc:date").next().and_then(|date| day(date.value()));
    About {
        title: data.title().and_then(|title| said(title.value())),
        authors: data.creators().filter_map(|creator| said(creator.value())).collect(),
        publisher: data.publishers().next().and_then(|publisher| said(publisher.value())),
        published: date,
        url: None,
        language: data.language().and_then(|language| said(language.value())),
    }
}
