//! HTML: finds the article of a page and writes it as blocks, with what the page says of itself; a page without an
//! article is written whole. Never follows a link, runs a script or looks at a style sheet.

mod about;
mod bound;
mod encoding;
mod head;
mod judge;
mod table;
mod walk;

use super::about::About;
use super::blocks::Blocks;
use super::converted::{Converted, Script};
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use crate::text::BlockKind;
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use std::borrow::Cow;
use walk::{Mode, Walk};

/// The largest page in which an article is looked for, in bytes.
const ARTICLE: usize = 8 << 20;

/// Takes the article out of a page.
///
/// # Errors
/// That there are no words in it.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    if bytes.trim_ascii().is_empty() {
        return Err(Failure::Empty);
    }
    let (html, encoding) = encoding::decode(bytes)?;
    let mut blocks = Blocks::default();
    let pieces = bound::pieces(&html);
    let mut warnings = Vec::new();
    let about = match pieces.as_slice() {
        [page] if page.len() <= ARTICLE => {
            let page = Page::new(page);
            if !page.article(&mut blocks) {
                blocks = Blocks::default();
                warnings.push("no article was found: the whole page is shown".to_owned());
                page.whole(&mut blocks);
            }
            page.about
        }
        _ => {
            warnings.push("too large to look for an article: the whole page is shown".to_owned());
            whole(&pieces, Mode::Page, &mut blocks, limits)?
        }
    };
    if blocks.is_empty() {
        return Err(Failure::NotText("a page without words".to_owned()));
    }
    let (script, marks) = blocks.finish();
    let mut converted = Converted::new(Format::Html, script);
    converted.encoding = encoding;
    converted.marks = marks;
    converted.about = about;
    converted.warnings = warnings;
    Ok(converted)
}

/// Writes a whole page without looking for an article: a chapter, the body of a message.
///
/// # Errors
/// That the time is over.
#[cfg_attr(
    not(any(feature = "mail", feature = "office")),
    expect(dead_code, reason = "for other rooms")
)]
pub(super) fn whole_page(
    html: &str,
    blocks: &mut Blocks,
    limits: &Limits<'_>,
) -> Result<About, Failure> {
    whole(&bound::pieces(html), Mode::Chapter, blocks, limits)
}

fn whole(
    pieces: &[Cow<'_, str>],
    mode: Mode,
    blocks: &mut Blocks,
    limits: &Limits<'_>,
) -> Result<About, Failure> {
    let mut said = About::default();
    for (i, piece) in pieces.iter().enumerate() {
        if (limits.expired)() {
            return Err(Failure::TookTooLong { format: Format::Html, seconds: limits.seconds });
        }
        let page = Document::from(&**piece);
        if i == 0 {
            said = about::about(&page);
        }
        if let Some(body) = page.body() {
            Walk::new(blocks, mode).write(&body);
        }
    }
    Ok(said)
}

/// A page that may hold an article.
struct Page<'h> {
    html: &'h str,
    page: Document,
    about: About,
}

impl<'h> Page<'h> {
    fn new(html: &'h str) -> Self {
        let page = Document::from(html);
        let mut about = about::about(&page);
        if let Some(heading) = head::title(&page, about.title.as_deref()) {
            about.title = Some(heading);
        }
        Self { html, page, about }
    }

    /// Writes the article; whether there is one.
    fn article(&self, blocks: &mut Blocks) -> bool {
        let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
        let Ok(mut reader) = Readability::with_document(self.page.clone(), None, Some(config))
        else {
            return false;
        };
        let Ok(article) = reader.parse() else { return false };
        if article.length * 4 < head::prose(&self.page) {
            return false;
        }
        let told = self.head(blocks);
        let content = Document::from(article.content);
        let Some(body) = content.body() else { return false };
        let before = blocks.len();
        Walk::new(blocks, Mode::Article).below(&told).write(&body);
        blocks.len() > before
    }

    /// Writes the whole page.
    fn whole(&self, blocks: &mut Blocks) {
        let told = self.head(blocks);
        if let Some(body) = self.page.body() {
            Walk::new(blocks, Mode::Page).below(&told).write(&body);
        }
    }

    /// Writes the title, and the lines on author and date as they stand on the page; gives what it wrote.
    fn head(&self, blocks: &mut Blocks) -> Vec<String> {
        let mut told = Vec::new();
        if let Some(title) = &self.about.title {
            blocks.push(BlockKind::Title, title);
            told.push(title.clone());
        }
        for line in head::lines(&self.page, &self.about) {
            blocks.push(BlockKind::Metadata, &line);
            told.push(line);
        }
        told
    }
}
