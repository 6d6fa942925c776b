//! bluf, "bottom line up front": a terminal explorer for an analyst's corpus.
//!
//! The house, from the ground up; a room imports only rooms on floors below it:
//!
//! ```text
//! floor 7   main.rs                 arguments → one of two doors → exit code
//! floor 6   ui/        cli/         two front doors; neither imports the other
//! floor 5   app/                    state, messages, update; no terminal, no disk
//! floor 4   work.rs                 raw documents → corpus, off the main thread
//! floor 3   query/                  what a lens leaves of a snapshot
//! floor 2   model/     cache.rs     documents, events, indicators; ids and tables  │  texts kept between runs
//!           signposts/              the analyst's own file
//! floor 1   extract/  source/  format/   text → findings  │  disk → bytes  │  bytes of any format → text
//! floor 0   text/      edtf.rs      bytes → clean text, spans, source map  │  EDTF → days
//! ```

pub mod app;
pub mod cache;
pub mod cli;
pub mod edtf;
pub mod extract;
pub mod format;
pub mod model;
pub mod query;
pub mod signposts;
pub mod source;
pub mod text;
pub mod ui;
pub mod work;
