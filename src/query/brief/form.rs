//! The forms of a brief on paper and screen. A brief comes in, text goes out; every quote keeps its number, every number its
//! source.

use super::page::Brief;
use super::{html, markdown, plain};
use crate::model::Corpus;

/// How a brief is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Lines of at most 78 columns.
    Plain,
    /// Markdown.
    Markdown,
    /// One page of HTML that needs nothing else.
    Html,
}

impl Brief {
    /// Writes it.
    pub fn write(&self, corpus: &Corpus, form: Form) -> String {
        match form {
            Form::Plain => plain::write(self, corpus),
            Form::Markdown => markdown::write(self, corpus),
            Form::Html => html::write(self, corpus),
        }
    }
}
