//! Markdown in, blocks out. Never keeps markup, links or pictures.

use crate::format::blocks::Blocks;
use crate::format::prose;
use crate::format::raised::raised;
use crate::text::BlockKind;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Writes a text as blocks. A title that is known is written first, and a heading that repeats it is left out; without
/// one, a heading that begins the text and is alone on the first level is it.
pub(in crate::format) fn write(text: &str, title: Option<&str>, blocks: &mut Blocks) {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::new(blocks, title.map(str::to_owned), is_titled(text));
    if let Some(title) = title {
        writer.blocks.push(BlockKind::Title, title);
    }
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(tag) => writer.start(&tag),
            Event::End(tag) => writer.end(tag),
            event => writer.words(event),
        }
    }
    writer.flush();
}

/// Whether a text begins with a heading of the first level and has no other of it.
fn is_titled(text: &str) -> bool {
    let is_first = |line: &str| line.starts_with("# ");
    text.trim_start().starts_with("# ") && text.lines().filter(|line| is_first(line)).count() == 1
}

struct Writer<'b> {
    blocks: &'b mut Blocks,
    title: Option<String>,
    /// Whether the next heading of the first level is the title.
    titled: bool,
    run: String,
    kind: BlockKind,
    /// For each list that is open, the number of its next item, where it has numbers.
    lists: Vec<Option<u64>>,
    /// The mark before the next words.
    mark: Option<String>,
    /// How many pictures and struck words are open: their words are left out.
    silent: usize,
    preformatted: bool,
    /// A comment that does not end where it begins.
    comment: bool,
}

impl<'b> Writer<'b> {
    fn new(blocks: &'b mut Blocks, title: Option<String>, titled: bool) -> Self {
        Self {
            blocks,
            titled: titled && title.is_none(),
            title,
            run: String::new(),
            kind: BlockKind::Paragraph,
            lists: Vec::new(),
            mark: None,
            silent: 0,
            preformatted: false,
            comment: false,
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.kind = self.heading(*level);
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.flush();
                self.item();
            }
            Tag::FootnoteDefinition(label) => {
                self.flush();
                self.mark = Some(note(label) + " ");
                self.kind = BlockKind::Paragraph;
            }
            Tag::Table(_) | Tag::TableHead | Tag::TableRow => {
                self.flush();
                self.kind = BlockKind::Cell;
            }
            Tag::TableCell if !self.run.is_empty() => self.run.push_str(" | "),
            // A first cell that is empty is still one.
            Tag::TableCell => self.run.push(' '),
            Tag::CodeBlock(_) => {
                self.flush();
                self.preformatted = true;
            }
            Tag::Image { .. } | Tag::Strikethrough => self.silent += 1,
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow | TagEnd::Table => {
                self.flush();
                self.kind = BlockKind::Paragraph;
            }
            TagEnd::CodeBlock => {
                let lines = std::mem::take(&mut self.run);
                self.preformatted = false;
                prose::write(&lines, BlockKind::Paragraph, self.blocks);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.flush();
                self.mark = None;
                self.kind = BlockKind::Paragraph;
            }
            TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::HtmlBlock => self.flush(),
            TagEnd::Image | TagEnd::Strikethrough => self.silent = self.silent.saturating_sub(1),
            _ => {}
        }
    }

    fn words(&mut self, event: Event<'_>) {
        if self.silent > 0 {
            return;
        }
        match event {
            Event::Text(words) | Event::Code(words) => self.run.push_str(&words),
            Event::SoftBreak | Event::HardBreak => self.run.push('\n'),
            Event::FootnoteReference(label) => self.run.push_str(&note(&label)),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) -> BlockKind {
        if level == HeadingLevel::H1 && self.titled {
            self.titled = false;
            return BlockKind::Title;
        }
        BlockKind::Heading(level as u8)
    }

    fn item(&mut self) {
        let numbered = self.lists.last_mut().and_then(Option::as_mut);
        let (kind, mark) = match numbered {
            Some(number) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                (BlockKind::Numbered, mark)
            }
            None => (BlockKind::Bullet, "• ".to_owned()),
        };
        self.kind = kind;
        self.mark = Some(mark);
    }

    /// Adds the words of HTML, its tags and comments left out.
    fn html(&mut self, html: &CowStr<'_>) {
        let mut rest = &**html;
        loop {
            if self.comment {
                let Some((_, behind)) = rest.split_once("-->") else { return };
                self.comment = false;
                rest = behind;
            }
            let Some((words, tag)) = rest.split_once('<') else {
                self.run.push_str(rest);
                return;
            };
            self.run.push_str(words);
            if let Some(comment) = tag.strip_prefix("!--") {
                self.comment = true;
                rest = comment;
                continue;
            }
            if tag.starts_with("br") || tag.starts_with("/p") || tag.starts_with("/td") {
                self.run.push(' ');
            }
            let Some((_, behind)) = tag.split_once('>') else { return };
            rest = behind;
        }
    }

    fn flush(&mut self) {
        if self.preformatted || self.run.trim().is_empty() {
            self.run.clear();
            return;
        }
        let words = std::mem::take(&mut self.run);
        let heading = matches!(self.kind, BlockKind::Heading(_));
        if heading && self.title.as_deref().is_some_and(|title| title.trim() == words.trim()) {
            return;
        }
        let kind = match (self.kind, &self.mark) {
            // The second paragraph of an item has no mark.
            (BlockKind::Bullet | BlockKind::Numbered, None) => BlockKind::Paragraph,
            (kind, _) => kind,
        };
        match self.mark.take() {
            Some(mark) => self.blocks.push(kind, &format!("{mark}{words}")),
            None => self.blocks.push(kind, &words),
        }
    }
}

/// The mark of a note: a number is written raised, a name in brackets.
fn note(label: &str) -> String {
    raised(label).unwrap_or_else(|| format!("[{label}]"))
}
