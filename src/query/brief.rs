//! A brief: one page of what the corpus says under a lens, in the order a reader in a hurry needs it. A corpus and what the lens
//! leaves come in; quotes with their numbered sources go out. Never writes a sentence that no document says: what bluf counts
//! itself is told apart, as a count.

mod choose;
mod differences;
mod facts;
mod figures;
mod form;
mod html;
mod judgements;
mod markdown;
mod page;
mod plain;
mod request;
mod signs;

pub use form::Form;
pub use page::{Brief, Line, Part, Section, Source};
pub use request::Request;

use page::Draft;

impl Brief {
    /// Makes a brief.
    pub fn new(request: Request) -> Self {
        let mut draft = Draft::default();
        judgements::bottom_line(&request, &mut draft);
        choose::events(&request, &mut draft);
        figures::add(&request, &mut draft);
        judgements::judgements(&request, &mut draft);
        judgements::scenarios(&request, &mut draft);
        signs::add(&request, &mut draft);
        differences::add(&request, &mut draft);
        facts::add(&request, &mut draft);
        draft.finish(facts::head(&request))
    }
}
