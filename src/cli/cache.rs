//! `bluf cache`: where text taken out of files is kept, how much there is, and its removal.

use crate::cache::Cache;
use anyhow::Context;
use std::io::Write;

/// Says what the cache holds, or removes it.
///
/// # Errors
/// When there is no folder for it, something cannot be removed, or `out` cannot be written.
pub(super) fn run(clear: bool, out: &mut dyn Write) -> anyhow::Result<()> {
    let cache = Cache::own().context("no cache: there is no home folder")?;
    let folder = cache.folder().display().to_string();
    let usage = if clear {
        cache.clear().with_context(|| format!("{folder}: cannot be cleared"))?
    } else {
        cache.usage()
    };
    let done = if clear { "removed" } else { "kept" };
    writeln!(out, "{folder}\t{} texts {done}\t{} bytes", usage.entries, usage.bytes)?;
    Ok(())
}
