//! Turns bytes into clean text and names places in it: reflow, joined words, blocks, sentences, the source map.
//! Never knows a date, a file or a screen.

pub mod block;
pub mod map;
mod plain;
pub mod reading;
pub mod span;
pub mod vocabulary;

pub use block::{Block, BlockKind, Furniture};
pub use map::{Piece, SourceMap};
pub use plain::read;
pub use reading::Text;
pub use span::{SourceSpan, Span};
pub use vocabulary::Vocabulary;
