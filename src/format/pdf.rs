//! PDF: the bytes of a file come in; its lines in reading order, pages marked, go out. The library knows the syntax and
//! the fonts; what stands where, and in which order it is read, is decided here. Never draws, never reads a picture.

mod about;
mod accent;
mod bidi;
mod column;
mod device;
mod glyph;
mod guard;
mod line;
mod margin;
mod page;
mod piece;
mod shows;
mod side;
#[cfg(test)]
mod tests;
mod write;

use super::converted::Converted;
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use device::{Collector, Stop};
use guard::Harm;
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret};
use hayro_syntax::content::TypedIter;
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use shows::Shows;
use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use write::Page;

/// After how many pages fonts are forgotten: a file may have new ones on every page.
const FORGET: usize = 256;

/// The most bytes of drawing instructions that are followed on one page.
const LONGEST: usize = 32 << 20;

/// The most bytes of drawing instructions that are followed without looking into them first.
const SMALL: usize = 1 << 20;

/// Takes the text out of a PDF.
///
/// # Errors
/// That it is locked, broken, unpacks to too much, has no text, or that its time was over before a page was read.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    match guard::harm(bytes, limits.bytes, &|| (limits.expired)()) {
        Some(Harm::Bomb) => {
            return Err(Failure::TooLarge { what: "bytes when unpacked", limit: limits.bytes });
        }
        Some(Harm::Nested(at)) => {
            let why = "its dictionaries are nested too deep".to_owned();
            return Err(Failure::Broken { format: Format::Pdf, at: Some(at as u64), why });
        }
        None => {}
    }
    let pdf = open(bytes)?;
    let pages = pdf.pages().len();
    if pages > limits.pages {
        return Err(Failure::TooLarge { what: "pages", limit: limits.pages });
    }
    if pages == 0 {
        return Err(broken(bytes, "it has no pages"));
    }
    let read = read(&pdf, limits);
    if read.pages.iter().all(|page| page.lines.is_empty()) {
        return Err(nothing(&read, pages, bytes, limits));
    }
    let (script, marks) = write::text(&read.pages);
    let mut converted = Converted::new(Format::Pdf, script);
    converted.marks = marks;
    converted.about = catch_unwind(AssertUnwindSafe(|| about::about(&pdf))).unwrap_or_default();
    converted.warnings = warnings(&read, pages, limits);
    Ok(converted)
}

fn open(bytes: &[u8]) -> Result<Pdf, Failure> {
    let opened = catch_unwind(|| Pdf::new(bytes.to_vec()));
    match opened {
        Ok(Ok(pdf)) => Ok(pdf),
        Ok(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => {
            Err(Failure::Encrypted(Format::Pdf))
        }
        Ok(Err(LoadPdfError::Decryption(why))) => {
            Err(broken(bytes, &format!("its encryption cannot be read ({why:?})")))
        }
        Ok(Err(LoadPdfError::Invalid)) => Err(broken(bytes, "no page can be found in it")),
        Err(_) => Err(broken(bytes, "its structure cannot be followed")),
    }
}

/// That a file is broken, and at its end if it breaks off.
fn broken(bytes: &[u8], why: &str) -> Failure {
    let whole = memchr::memmem::rfind(bytes, b"%%EOF").is_some();
    let at = (!whole).then_some(bytes.len() as u64);
    let why = if whole { why.to_owned() } else { format!("{why}, and it breaks off") };
    Failure::Broken { format: Format::Pdf, at, why }
}

/// What came of reading a file's pages.
#[derive(Default)]
struct Read {
    pages: Vec<Page>,
    /// Pages that could not be read.
    failed: Vec<u32>,
    /// Pages that draw too much to be read whole.
    overfull: Vec<u32>,
    /// Pages with pictures and no text.
    pictures: usize,
    /// Letters without a known reading, and all letters.
    unread: (usize, usize),
    /// Whether the time was over before the last page.
    expired: bool,
    /// Whether there is more text than is taken.
    cut: bool,
}

fn read(pdf: &Pdf, limits: &Limits<'_>) -> Read {
    let mut read = Read::default();
    let mut cache = InterpreterCache::new();
    let mut written = 0;
    for (i, page) in pdf.pages().iter().enumerate() {
        if (limits.expired)() {
            read.expired = true;
            break;
        }
        if i % FORGET == FORGET - 1 {
            cache = InterpreterCache::new();
        }
        let number = i as u32 + 1;
        let mut collector = Collector::new(limits.expired, page.render_dimensions());
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(pdf, page, &cache, &mut collector)));
        if let Err(payload) = drawn {
            // What unwinds through the fonts may leave them half read.
            cache = InterpreterCache::new();
            match payload.downcast_ref::<Stop>() {
                Some(Stop::Expired) => {
                    read.expired = true;
                    break;
                }
                Some(Stop::Overfull) => read.overfull.push(number),
                None => read.failed.push(number),
            }
        }
        read.unread.0 += collector.unread;
        read.unread.1 += collector.seen.len();
        let pictures = collector.pictures;
        let lines = page::read(collector.seen);
        read.pictures += usize::from(lines.is_empty() && pictures > 0);
        written += lines.iter().map(|l| l.text.len() + 24).sum::<usize>();
        if written > limits.bytes {
            read.cut = true;
            break;
        }
        read.pages.push(Page { number, lines });
    }
    read
}

/// Has the library draw a page for the collector. The page's content is unpacked here, since the library would keep it
/// for as long as the file is open.
fn draw<'a>(
    pdf: &'a Pdf,
    page: &hayro_syntax::page::Page<'a>,
    cache: &InterpreterCache<'a>,
    collector: &mut Collector<'_>,
) {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(transform, area, cache, pdf.xref(), settings);
    let drawing = content(page);
    interpret(TypedIter::new(&drawing), page.resources(), &mut context, collector);
}

/// The drawing instructions of a page, unpacked, up to where they can be followed.
fn content(page: &hayro_syntax::page::Page<'_>) -> Vec<u8> {
    const CONTENTS: &str = "Contents";
    let unpacked =
        |stream: Stream<'_>| stream.decoded_data().map(Cow::into_owned).unwrap_or_default();
    let mut all = Vec::new();
    if let Some(stream) = page.raw().get::<Stream<'_>>(CONTENTS) {
        all = unpacked(stream);
    } else if let Some(parts) = page.raw().get::<Array<'_>>(CONTENTS) {
        for stream in parts.iter::<Stream<'_>>() {
            all.extend(unpacked(stream));
            all.push(b' ');
            if all.len() > LONGEST {
                break;
            }
        }
    }
    all.truncate(LONGEST);
    if all.len() > SMALL
        && let Some(end) = Shows::default().read(&all)
    {
        all.truncate(end);
    }
    all
}

/// Why a file without a line of text has none.
fn nothing(read: &Read, pages: usize, bytes: &[u8], limits: &Limits<'_>) -> Failure {
    if read.expired {
        return Failure::TookTooLong { format: Format::Pdf, seconds: limits.seconds };
    }
    if read.failed.len() == pages {
        return broken(bytes, "none of its pages can be read");
    }
    if read.cut {
        return Failure::TooLarge { what: "bytes of text", limit: limits.bytes };
    }
    Failure::NoText { format: Format::Pdf, pages }
}

fn warnings(read: &Read, pages: usize, limits: &Limits<'_>) -> Vec<String> {
    let mut said = Vec::new();
    let done = read.pages.len();
    if read.expired {
        let seconds = limits.seconds;
        said.push(format!("{done} of {pages} pages read: given up after {seconds} seconds"));
    }
    if read.cut {
        said.push(format!(
            "{done} of {pages} pages read: they hold more than {} bytes",
            limits.bytes
        ));
    }
    if !read.failed.is_empty() {
        said.push(format!("{} could not be read whole", listed(&read.failed)));
    }
    if !read.overfull.is_empty() {
        said.push(format!(
            "{} draws more than a page can hold, and was read in part",
            listed(&read.overfull)
        ));
    }
    if read.pictures > 0 {
        let few = read.pictures;
        said.push(format!("{few} of {pages} pages have no text, only pictures"));
    }
    let (unread, all) = read.unread;
    if unread * 20 > all {
        said.push(format!("{unread} of {all} letters are of fonts that do not say what they read"));
    }
    said
}

/// "page 3", "pages 3, 4 and 9 more".
fn listed(pages: &[u32]) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<String> = pages.iter().take(SHOWN).map(u32::to_string).collect();
    let name = if pages.len() == 1 { "page" } else { "pages" };
    match pages.len().saturating_sub(SHOWN) {
        0 => format!("{name} {}", shown.join(", ")),
        more => format!("{name} {} and {more} more", shown.join(", ")),
    }
}
