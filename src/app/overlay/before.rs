//! What Escape brings back: plain data.

use crate::app::place::Place;
use crate::query::Lens;

/// What was before a prompt opened.
#[derive(Debug, Clone)]
pub struct Before {
    /// The lens.
    pub lens: Lens,
    /// The place.
    pub place: Place,
}
