//! Work over other people's documents, of which none may take the program down: it comes in, what it gives goes out. Never
//! says what went wrong.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What `work` gives, or nothing where it panics.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
