//! Where other people's parsers are let at a file: what they return goes out; where one panics, that the file is broken.
//! Our own rooms stand outside: their defects are to be seen.

use super::failure::Failure;
use super::kind::Format;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs a parser.
///
/// # Errors
/// That it panicked: the file is broken in a way that it does not know.
pub(super) fn guarded<T>(format: Format, parse: impl FnOnce() -> T) -> Result<T, Failure> {
    let broken = || {
        let why = "its structure cannot be followed".to_owned();
        Failure::Broken { format, at: None, why }
    };
    catch_unwind(AssertUnwindSafe(parse)).map_err(|_| broken())
}
