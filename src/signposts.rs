//! The analyst's own warning signs: a TOML file that people edit by hand and bluf by key. Lies in the user's state folder
//! (XDG), never in the corpus unless asked. Only this room writes it, and only whole: an error leaves the file that was
//! there. One change goes in at a time and is made in the file as it is then, so that what a hand wrote meanwhile stays,
//! comments and order too; a file that cannot be read is never written.

mod change;
mod read;
mod record;
mod store;
mod validator;

pub use change::{Change, Field};
pub use record::{Flaw, Observation, Quoted, Rating, Register, Signpost, State};
pub use store::{Kept, Store, Task, Undo};
pub use validator::{Diagnosticity, diagnosticity};
