//! The tokens of a Rich Text file in, blocks out. Never goes down by recursion: groups are a stack of bounded height.

use super::charset;
use super::destination::{self, Destination};
use super::token::Token;
use crate::format::about::About;
use crate::format::blocks::Blocks;
use crate::format::raised::raised;
use crate::text::BlockKind;
use encoding_rs::Encoding;
use std::collections::HashMap;

/// The most groups whose state is kept; those inside share that of the innermost kept.
const DEPTH: usize = 1000;

/// What a group may change for itself.
#[derive(Debug, Clone, Copy)]
struct Group {
    to: Destination,
    hidden: bool,
    deleted: bool,
    font: i32,
    /// How many letters stand for a Unicode one where that cannot be shown.
    spare: usize,
}

/// What a paragraph is, as its control words say; they hold until `\pard`.
#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    style: i32,
    /// The level of a heading, from 0.
    outline: Option<i32>,
    listed: bool,
}

/// Reads tokens.
pub(super) struct Rtf<'b> {
    blocks: &'b mut Blocks,
    about: About,
    group: Group,
    groups: Vec<Group>,
    /// Groups open beyond those kept.
    beyond: usize,
    /// Whether the group has just been opened, and whether `\*` was its first sign.
    head: bool,
    starred: bool,
    page: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    /// Titles and headings among the styles.
    styles: HashMap<i32, BlockKind>,
    shape: Shape,
    /// Bytes of one encoding that have not been decoded yet.
    bytes: Vec<u8>,
    high: Option<u16>,
    /// Letters still to be left out behind a Unicode one.
    spare: usize,
    /// The words of the destination that is open.
    field: String,
    run: String,
    label: String,
    cells: Vec<String>,
    nested: Vec<String>,
    notes: Vec<String>,
    counted: usize,
}

impl<'b> Rtf<'b> {
    pub(super) fn new(blocks: &'b mut Blocks) -> Self {
        let to = Destination::Body;
        Self {
            blocks,
            about: About::default(),
            group: Group { to, hidden: false, deleted: false, font: 0, spare: 1 },
            groups: Vec::new(),
            beyond: 0,
            head: false,
            starred: false,
            page: encoding_rs::WINDOWS_1252,
            fonts: HashMap::new(),
            styles: HashMap::new(),
            shape: Shape::default(),
            bytes: Vec::new(),
            high: None,
            spare: 0,
            field: String::new(),
            run: String::new(),
            label: String::new(),
            cells: Vec::new(),
            nested: Vec::new(),
            notes: Vec::new(),
            counted: 0,
        }
    }

    /// Takes what comes next.
    pub(super) fn token(&mut self, token: Token<'_>) {
        let head = std::mem::take(&mut self.head);
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Word(word, number) => self.word(word, number, head),
            Token::Sign(b'*') => {
                self.starred = head;
                self.head = head;
            }
            Token::Sign(sign) => self.sign(sign),
            Token::Byte(byte) => {
                if self.spare > 0 {
                    self.spare -= 1;
                } else {
                    self.letter(byte);
                }
            }
            Token::Letters(letters) => {
                for &byte in letters.iter().filter(|b| !matches!(b, b'\r' | b'\n' | 0)) {
                    if self.spare > 0 {
                        self.spare -= 1;
                    } else {
                        self.letter(byte);
                    }
                }
            }
        }
    }

    /// Ends the text; what it says of itself, and whether groups were left open.
    pub(super) fn finish(mut self) -> (About, bool) {
        let torn = !self.groups.is_empty();
        while !self.groups.is_empty() {
            self.close();
        }
        if !self.cells.is_empty() {
            self.cell();
            self.row();
        }
        self.paragraph();
        (self.about, torn)
    }

    fn open(&mut self) {
        self.decode();
        self.spare = 0;
        if self.groups.len() >= DEPTH {
            self.beyond += 1;
        } else {
            self.groups.push(self.group);
            self.head = true;
            self.starred = false;
        }
    }

    fn close(&mut self) {
        self.decode();
        self.spare = 0;
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(outer) = self.groups.pop() else { return };
        let to = std::mem::replace(&mut self.group, outer).to;
        if to == outer.to && to != Destination::Styles {
            return;
        }
        let field = std::mem::take(&mut self.field);
        let words = field.trim();
        match to {
            Destination::Title => {
                self.about.title = Some(words.to_owned()).filter(|w| !w.is_empty());
            }
            Destination::Author => {
                self.about.authors =
                    Some(words.to_owned()).filter(|w| !w.is_empty()).into_iter().collect();
            }
            Destination::Styles => self.name_style(words),
            Destination::Label => words.clone_into(&mut self.label),
            Destination::Note => self.notes.push(words.to_owned()),
            _ => {}
        }
    }

    /// Notes what a style is by its name: `heading 1`, `Title`.
    fn name_style(&mut self, name: &str) {
        let name = name.trim_end_matches(';').trim().to_lowercase();
        let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
        let kind = match level {
            Some(level @ 1..=6u8) => BlockKind::Heading(level),
            _ if name == "title" => BlockKind::Title,
            _ => return,
        };
        self.styles.insert(self.shape.style, kind);
    }

    fn word(&mut self, word: &str, number: Option<i32>, head: bool) {
        let starred = std::mem::take(&mut self.starred);
        if (head || starred)
            && let Some(to) = destination::of(word, starred)
        {
            self.decode();
            // Nothing inside a group that is left out, or whose words go elsewhere, is the text's.
            if self.group.to == Destination::Body || word == "ud" {
                self.group.to = to;
                self.field.clear();
            } else if to == Destination::Nowhere {
                self.group.to = to;
            }
            if to == Destination::Note {
                self.shape.listed = false;
            }
            return;
        }
        match (self.group.to, word) {
            (Destination::Info, "title") if head => self.group.to = Destination::Title,
            (Destination::Info, "author") if head => self.group.to = Destination::Author,
            (Destination::Fonts, "fcharset") => {
                if let Some(encoding) = number.and_then(charset::of_set) {
                    self.fonts.insert(self.group.font, encoding);
                }
            }
            (Destination::Styles, "s") => self.shape.style = number.unwrap_or(0),
            _ => self.format(word, number),
        }
    }

    /// A control word that changes how letters are read or what a paragraph is.
    fn format(&mut self, word: &str, number: Option<i32>) {
        let on = number != Some(0);
        match word {
            "ansicpg" => self.page = charset::of_page(number.unwrap_or(1252)),
            "mac" => self.page = encoding_rs::MACINTOSH,
            "f" => {
                self.decode();
                self.group.font = number.unwrap_or(0);
            }
            "plain" => {
                self.decode();
                (self.group.hidden, self.group.deleted) = (false, false);
            }
            "v" => {
                self.decode();
                self.group.hidden = on;
            }
            "deleted" => {
                self.decode();
                self.group.deleted = on;
            }
            "uc" => self.group.spare = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
            "u" => self.unicode(number.unwrap_or(0)),
            "pard" if self.group.to == Destination::Body => self.shape = Shape::default(),
            "s" => self.shape.style = number.unwrap_or(0),
            "outlinelevel" => self.shape.outline = number.filter(|n| (0..9).contains(n)),
            "ls" => self.shape.listed = true,
            _ => self.sign_word(word),
        }
    }

    /// A control word that stands for a letter or ends something.
    fn sign_word(&mut self, word: &str) {
        let letter = match word {
            "tab" | "line" | "emspace" | "enspace" | "qmspace" => ' ',
            "emdash" => '—',
            "endash" => '–',
            "lquote" => '‘',
            "rquote" => '’',
            "ldblquote" => '“',
            "rdblquote" => '”',
            "bullet" => '•',
            "chftn" => return self.note_mark(),
            "par" | "sect" | "page" | "column" | "cell" | "row" | "nestcell" | "nestrow" => {
                return self.end(word);
            }
            _ => return,
        };
        self.push(letter);
    }

    fn end(&mut self, word: &str) {
        self.decode();
        match (self.group.to, word) {
            // A cell holds paragraphs, and so does a note.
            (Destination::Body, "par") if !self.cells.is_empty() => self.run.push(' '),
            (Destination::Body, "par" | "sect" | "page" | "column") => self.paragraph(),
            (Destination::Body, "cell") => self.cell(),
            (Destination::Body, "row") => self.row(),
            (Destination::Body, "nestcell") => self.nested.push(std::mem::take(&mut self.run)),
            (Destination::Body, "nestrow") => {
                let row = std::mem::take(&mut self.nested);
                write_row(self.blocks, &row);
            }
            _ => self.push(' '),
        }
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'~' => self.push('\u{a0}'),
            b'_' => self.push('\u{2011}'),
            b'{' | b'}' | b'\\' => self.letter(sign),
            _ => {}
        }
    }

    fn letter(&mut self, byte: u8) {
        self.high = None;
        self.bytes.push(byte);
    }

    fn unicode(&mut self, number: i32) {
        self.decode();
        self.spare = self.group.spare;
        // Numbers beyond 32,767 are written as negative ones.
        let unit = (number & 0xffff) as u16;
        let high = self.high.take();
        match char::decode_utf16(high.into_iter().chain([unit])).next() {
            Some(Ok(letter)) => self.push(letter),
            _ if (0xd800..0xdc00).contains(&unit) => self.high = Some(unit),
            _ => {}
        }
    }

    /// The number of a note: beside the text and, again, before the note.
    fn note_mark(&mut self) {
        self.decode();
        if self.group.to == Destination::Body {
            self.counted += 1;
        }
        for letter in raised(&self.counted.to_string()).unwrap_or_default().chars() {
            self.push(letter);
        }
    }

    /// Decodes the bytes so far.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding = self.fonts.get(&self.group.font).copied().unwrap_or(self.page);
        let (words, _) = encoding.decode_without_bom_handling(&bytes);
        self.write(&words);
    }

    fn push(&mut self, letter: char) {
        self.decode();
        self.write(letter.encode_utf8(&mut [0; 4]));
    }

    fn write(&mut self, words: &str) {
        match self.group.to {
            _ if self.group.hidden || self.group.deleted => {}
            Destination::Body => self.run.push_str(words),
            Destination::Nowhere | Destination::Fonts | Destination::Info => {}
            _ => self.field.push_str(words),
        }
    }

    fn cell(&mut self) {
        self.decode();
        self.label.clear();
        self.cells.push(std::mem::take(&mut self.run));
    }

    fn row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        write_row(self.blocks, &cells);
        self.write_notes();
    }

    fn paragraph(&mut self) {
        self.decode();
        let words = std::mem::take(&mut self.run);
        let label = std::mem::take(&mut self.label);
        let styled = self.styles.get(&self.shape.style).copied();
        let outlined =
            self.shape.outline.map(|level| BlockKind::Heading(level.clamp(0, 5) as u8 + 1));
        if let Some(kind) = outlined.or(styled) {
            self.blocks.push(kind, &format!("{label} {words}"));
        } else if label.contains(char::is_alphanumeric) && label != "o" {
            self.blocks.push(BlockKind::Numbered, &format!("{label} {words}"));
        } else if !label.is_empty() || self.shape.listed {
            self.blocks.push(BlockKind::Bullet, &format!("• {words}"));
        } else {
            self.blocks.push(BlockKind::Paragraph, &words);
        }
        self.write_notes();
    }

    /// Writes the notes of the paragraph before.
    fn write_notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            self.blocks.push(BlockKind::Paragraph, &note);
        }
    }
}

/// Writes a row of cells; one alone only frames its text.
fn write_row(blocks: &mut Blocks, cells: &[String]) {
    let kind = if cells.len() > 1 { BlockKind::Cell } else { BlockKind::Paragraph };
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
    blocks.push(kind, &cells.join(" | "));
}
