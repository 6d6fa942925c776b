//! Tells what a file is and takes its text out: the bytes of a file of any format come in; blocks or lines of text with
//! their places, what the file says of itself and what went wrong go out. One room a format, all with one signature.
//! Never opens a file, looks at a clock or looks for meaning.

mod about;
mod archive;
mod blocks;
mod converted;
mod day;
#[cfg(feature = "office")]
mod docx;
#[cfg(feature = "office")]
mod epub;
mod failure;
#[cfg(any(feature = "html", feature = "mail", feature = "office"))]
mod guard;
#[cfg(feature = "html")]
mod html;
mod kind;
mod limits;
#[cfg(feature = "mail")]
mod mail;
mod markdown;
#[cfg(feature = "office")]
mod odt;
#[cfg(feature = "office")]
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod prose;
mod raised;
mod rtf;
mod safe;
mod table;

pub use about::About;
pub use blocks::Blocks;
pub use converted::{Converted, Locator, Mark, Member, Place, Row, Script};
pub use failure::Failure;
pub use kind::Format;
pub use limits::Limits;

/// Looks at the first bytes of a file before the rest of it is read.
///
/// # Errors
/// That the file is no text and of no format known, or empty.
pub fn glance(name: &str, head: &[u8]) -> Result<(), Failure> {
    match Format::of(name, head) {
        Format::Plain => plain::encoding(head).map(|_| ()).map_err(safe::failure),
        _ => Ok(()),
    }
}

/// Takes the text out of a file. `name` is the file's name, whose ending tells what the bytes alone do not.
///
/// # Errors
/// Why there is no text to be had: the file is locked, broken, too large, no text at all, or of a format this build
/// does not read.
pub fn convert(name: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    room(name, bytes, limits).map(safe::converted).map_err(safe::failure)
}

fn room(name: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    match Format::of(name, bytes) {
        Format::Plain => plain::convert(name, bytes, limits),
        #[cfg(feature = "html")]
        Format::Html => html::convert(name, bytes, limits),
        #[cfg(feature = "office")]
        Format::Docx => docx::convert(name, bytes, limits),
        #[cfg(feature = "office")]
        Format::Epub => epub::convert(name, bytes, limits),
        #[cfg(feature = "office")]
        Format::Odt => odt::convert(name, bytes, limits),
        Format::Rtf => rtf::convert(name, bytes, limits),
        #[cfg(feature = "mail")]
        Format::Mail => mail::convert(name, bytes, limits),
        Format::Markdown => markdown::convert(name, bytes, limits),
        Format::Gzip => archive::gzip(name, bytes, limits),
        Format::Zip => archive::zip(name, bytes, limits),
        Format::Csv => table::csv(name, bytes, limits),
        Format::Jsonl => table::jsonl(name, bytes, limits),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::convert(name, bytes, limits),
        format => Err(Failure::NotRead(format)),
    }
}
