//! What the command line asks of the explorer: plain data.

use crate::query::Lens;
use crate::signposts::Store;

/// What the command line asks of the explorer.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether colours may be used; without them bold, underline and reverse say everything.
    pub colour: bool,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// The lens to begin with.
    pub lens: Lens,
    /// How many questions are asked for practice, and what decides which.
    pub rehearse: Option<(usize, u64)>,
    /// The file of the analyst's own warning signs; none where there is no home to keep it in.
    pub signposts: Option<Store>,
    /// Whether suspending fails on purpose, to see that a failure gives the terminal back.
    pub fault: bool,
}
