//! DOCX: undoc reads it into Markdown (tracked changes accepted, comments, headers and footers left out), which is written
//! as blocks. Never opens what is embedded.

use super::blocks::Blocks;
use super::converted::Converted;
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use super::markdown;
use super::package::Package;
use undoc::render::{RenderOptions, to_markdown};

/// Takes the text out of a Word file.
///
/// # Errors
/// That it is locked, broken, too large or empty.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let format = Format::Docx;
    Package::open(bytes, format, limits)?;
    let failure = |error: undoc::Error| match error.kind() {
        undoc::ErrorKind::Encrypted => Failure::Encrypted(format),
        _ => Failure::Broken { format, at: None, why: error.to_string() },
    };
    let document = undoc::parse_bytes(bytes).map_err(failure)?;
    let options = RenderOptions::new().with_images(false).with_max_heading(6);
    let text = to_markdown(&document, &options).map_err(failure)?;
    if (limits.expired)() {
        return Err(Failure::TookTooLong { format, seconds: limits.seconds });
    }
    let mut blocks = Blocks::default();
    let said = |field: Option<String>| field.filter(|words| !words.trim().is_empty());
    let title = said(document.metadata.title);
    // A title among the properties counts as the document's where the text begins with it.
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let shown = title
        .as_deref()
        .filter(|t| first.trim_start_matches(['#', '*', ' ']).trim_end_matches('*') == t.trim());
    markdown::write(&text, shown, &mut blocks);
    if blocks.is_empty() {
        return Err(Failure::Empty);
    }
    let (script, marks) = blocks.finish();
    let mut converted = Converted::new(format, script);
    converted.marks = marks;
    converted.about.title = title;
    converted.about.authors = said(document.metadata.author).into_iter().collect();
    Ok(converted)
}
