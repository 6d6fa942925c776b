//! Signs to watch: what documents say is to be watched.

use super::page::{Draft, Section};
use super::request::Request;

/// Adds the signs.
pub(super) fn add(request: &Request, draft: &mut Draft) {
    let _ = request;
    draft.part(Section::Signs, Vec::new(), 0, vec!["No sign.".to_owned()]);
}
