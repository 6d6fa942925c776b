//! The kinds of block a document is made of: what is read, what is folded away. Plain data.

use super::span::Span;
use serde::{Deserialize, Serialize};

/// A paragraph, heading, item or piece of furniture, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the reading text, without the line ends around it.
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// The document's own title.
    Title,
    /// A heading; level 1 is the highest, 6 the lowest.
    Heading(u8),
    /// Running prose.
    Paragraph,
    /// An item of a bulleted list, its mark inside the span.
    Bullet,
    /// An item of a numbered list, its number inside the span.
    Numbered,
    /// The text of a picture or table: "Table 1: …", "(L-R) Representatives …".
    Caption,
    /// A cell or line of a table.
    Cell,
    /// A line about the document: "Published on: …", "By …", "Source: …".
    Metadata,
    /// Page furniture: shown dimmed and folded, never part of the model.
    Furniture(Furniture),
}

/// Why a block is furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Furniture {
    /// A page's running head or foot, with its page number.
    RunningHead,
    /// A quote set apart from the text it repeats.
    PullQuote,
    /// Adverts and invitations to buy, subscribe or get in touch.
    Advert,
    /// Menus, sharing links, notes on the author or the site: what surrounds an article on a web page.
    Boilerplate,
}

impl BlockKind {
    /// Whether the model may be fed from it.
    pub fn is_body(self) -> bool {
        !matches!(self, Self::Furniture(_))
    }

    /// Whether it names the section that follows.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Title | Self::Heading(_))
    }
}
