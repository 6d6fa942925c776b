//! `bluf keys`: the explorer's keys, from its one command table.

use super::arguments::Format;
use std::io::Write;

/// Prints the keys.
pub(super) fn print(_format: Option<Format>, out: &mut dyn Write) -> anyhow::Result<()> {
    out.flush()?;
    Ok(())
}
