//! Turns bytes into clean text and names places in it: reflow, joined words, blocks, sentences, the source map.
//! Never knows a date, a file or a screen.

mod abbreviation;
pub mod block;
mod classify;
mod compose;
mod cue;
mod decode;
mod intrusion;
mod join;
mod label;
mod line;
pub mod map;
mod mark;
mod print;
mod read;
pub mod reading;
mod reflow;
mod reunite;
mod sentence;
mod shape;
pub mod span;
pub mod vocabulary;
mod words;

pub use block::{Block, BlockKind, Furniture};
pub use map::{Piece, SourceMap};
pub use read::read;
pub use reading::Text;
pub use span::{SourceSpan, Span};
pub use vocabulary::Vocabulary;
