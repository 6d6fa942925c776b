//! HTML: finds the article of a page and writes it as blocks, with what the page says of itself; a page without an
//! article is written whole. Never follows a link, runs a script or looks at a style sheet.

mod about;
mod bound;
mod encoding;
mod head;
mod judge;
mod restore;
mod table;
mod walk;

use super::about::About;
use super::blocks::Blocks;
use super::converted::Converted;
use super::failure::Failure;
use super::guard::guarded;
use super::kind::Format;
use super::limits::Limits;
use crate::text::BlockKind;
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use std::borrow::Cow;
use walk::{Mode, Walk};

/// The largest page in which an article is looked for, in bytes.
const ARTICLE: usize = 8 << 20;
/// The most it may cost to look for an article; a long page costs a twentieth of it.
const EFFORT: usize = 1_000_000;

/// The shortest article that is taken without looking at the rest, in bytes.
const SHORT: usize = 200;

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
    let (pieces, effort) = bound::pieces(&html);
    let mut warnings = Vec::new();
    let about = match pieces.as_slice() {
        [page] if page.len() <= ARTICLE && effort <= EFFORT => {
            let page = Page::new(page);
            let found = page.article(&mut blocks);
            // An article that short may be a box beside what the page is for.
            if !found || blocks.body() < SHORT {
                let mut all = Blocks::default();
                page.whole(&mut all);
                if !found || all.body() > blocks.body() * 4 {
                    blocks = all;
                    warnings.push("no article was found: the whole page is shown".to_owned());
                }
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
    not(any(feature = "mail", feature = "office", test)),
    expect(dead_code, reason = "for other rooms")
)]
pub(super) fn whole_page(
    html: &str,
    blocks: &mut Blocks,
    limits: &Limits<'_>,
) -> Result<About, Failure> {
    whole(&bound::pieces(html).0, Mode::Chapter, blocks, limits)
}

/// The first heading of a page, else its title: what a chapter is called.
#[cfg(feature = "office")]
pub(super) fn heading(html: &str) -> Option<String> {
    let (pieces, _) = bound::pieces(html);
    let page = Document::from(&**pieces.first()?);
    let words = |selector: &str| {
        let text = page.select_single(selector).text();
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(words).filter(|words| !words.is_empty() && words.chars().count() <= 200)
    };
    words("h1").or_else(|| words("h2")).or_else(|| words("h3")).or_else(|| words("title"))
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
struct Page {
    page: Document,
    about: About,
}

impl Page {
    fn new(html: &str) -> Self {
        let page = Document::from(html);
        let mut about = about::about(&page);
        if let Some(heading) = head::title(&page, about.title.as_deref()) {
            about.title = Some(heading);
        }
        if about.authors.is_empty() {
            about.authors = head::byline(&page).map(|line| about::names(&line)).unwrap_or_default();
        }
        restore::number(&page);
        Self { page, about }
    }

    /// Writes the article; whether there is one.
    fn article(&self, blocks: &mut Blocks) -> bool {
        let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
        let Ok(mut reader) = Readability::with_document(self.page.clone(), None, Some(config))
        else {
            return false;
        };
        // A page that it cannot follow is shown whole.
        let Ok(Ok(article)) = guarded(Format::Html, || reader.parse()) else { return false };
        if article.length * 4 < head::prose(&self.page) {
            return false;
        }
        let told = self.head(blocks);
        let content = Document::from(article.content);
        restore::restore(&self.page, &content);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::converted::Script;

    fn page(html: &str) -> Converted {
        convert("page.html", html.as_bytes(), &Limits::default()).unwrap()
    }

    fn lines(converted: &Converted) -> Vec<(BlockKind, &str)> {
        let Script::Blocks { text, kinds } = &converted.script else { panic!() };
        let line = |&(at, kind): &(u32, BlockKind)| {
            (kind, text.get(at as usize..).and_then(|rest| rest.lines().next()).unwrap())
        };
        kinds.iter().map(line).collect()
    }

    const ARTICLE: &str = include_str!("../../tests/fixtures/format/article.html");

    #[test]
    fn an_article_is_read_without_what_surrounds_it() {
        use BlockKind::{Bullet, Caption, Cell, Heading, Metadata, Numbered, Paragraph, Title};
        let converted = page(ARTICLE);
        assert_eq!(converted.warnings, [""; 0]);
        let about = About {
            title: Some("Ministers sign the river treaty".to_owned()),
            authors: vec!["Jane Doe".to_owned(), "John Roe".to_owned()],
            publisher: Some("The Daily Example".to_owned()),
            published: Some("2021-05-03".to_owned()),
            url: Some("https://example.org/river".to_owned()),
            language: Some("en-GB".to_owned()),
            tags: Vec::new(),
        };
        assert_eq!(converted.about, about);
        let all = lines(&converted);
        let kept: Vec<_> = all.iter().filter(|(kind, _)| kind.is_body()).copied().collect();
        let begins: Vec<_> = kept.iter().map(|(k, l)| (*k, l.get(..18).unwrap_or(l))).collect();
        assert_eq!(
            begins,
            [
                (Title, "Ministers sign the"),
                (Metadata, "By Jane Doe and Jo"),
                (Metadata, "3 May 2021"),
                (Caption, "The ministers in t"),
                (Paragraph, "The foreign minist"),
                (Paragraph, "A second paragraph"),
                (Heading(2), "What was agreed"),
                (Bullet, "• Water is share"),
                (Bullet, "• Dams are repor"),
                (Numbered, "3. The third artic"),
                (Paragraph, "“We waited for t"),
                (Cell, "Year | Share"),
                (Cell, "2019 | 40 %"),
                (Cell, "2020 | 45 %"),
                (Paragraph, "The treaty must be"),
            ]
        );
        assert!(all.iter().any(|(kind, line)| !kind.is_body() && line.contains("dam")));
    }

    #[test]
    fn a_page_without_an_article_is_shown_whole_and_says_so() {
        let item = |i: usize| format!("<div>Report {i} of 2020 <a href=/{i}>open</a></div>");
        let items = (0..40).map(item).collect::<Vec<_>>().concat();
        let html = "<title>All reports</title><nav>Menu</nav><div role=dialog aria-modal=true>";
        let converted = page(&format!("{html}{items}</div>"));
        assert_eq!(converted.warnings, ["no article was found: the whole page is shown"]);
        assert!(lines(&converted).iter().any(|(_, line)| line.starts_with("Report 39 of 2020")));
    }

    #[test]
    fn nothing_to_read_is_a_failure() {
        let fails =
            |html: &str| convert("page.html", html.as_bytes(), &Limits::default()).unwrap_err();
        assert_eq!(fails(" \n"), Failure::Empty);
        assert_eq!(
            fails("<html><script>var x = 1;</script>"),
            Failure::NotText("a page without words".to_owned())
        );
    }

    #[test]
    fn hostile_pages_are_read_all_the_same() {
        let deep = |tag: &str| format!("<p>words {}inside", format!("<{tag}>").repeat(10_000));
        let mut pages: Vec<String> =
            ["div", "table", "ul><li", "b", "font", "blockquote", "svg><g", "select><option"]
                .map(deep)
                .into();
        let fonts = (0..10_000).map(|i| format!("<font size={i}><p>word {i}"));
        pages.push(fonts.collect::<Vec<_>>().concat());
        pages.push(format!("words <div {}>", "a b=c ".repeat(100_000)));
        pages.push(format!("words <table><tr><td>{}", "<tr><td>x".repeat(20_000)));
        pages.push(format!("words <a title=\"{}", "x".repeat(1_000_000)));
        pages.push(format!(
            "<script type='application/ld+json'>{}</script>words",
            "[".repeat(100_000)
        ));
        for html in pages {
            let converted = page(&html);
            assert!(lines(&converted).iter().any(|(_, line)| line.contains("word")), "{html:.60}");
        }
    }

    #[test]
    fn a_chapter_is_written_whole() {
        let mut blocks = Blocks::default();
        let html = "<h1>One</h1><p>Read more<sup>12</sup></p><aside>Aside</aside>one<br>line<br><br>two<pre>a\nb</pre>";
        whole_page(html, &mut blocks, &Limits::default()).unwrap();
        let (script, _) = blocks.finish();
        let converted = Converted::new(Format::Html, script);
        let lines: Vec<&str> = lines(&converted).into_iter().map(|(_, line)| line).collect();
        assert_eq!(lines, ["One", "Read more¹²", "Aside", "one line", "two", "a", "b"]);
    }
}
