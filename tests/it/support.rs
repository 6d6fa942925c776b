//! What the stories of the explorer share: a small corpus made by hand, key scripts, a printer of screens.

mod corpus;
mod screen;
mod script;

pub use corpus::{corpus, figures, loaded};
pub use screen::{picture, text};
pub use script::{actions, analyst, analysts_file, keys, press, script, started};
