//! Finds documents on disk or in the binary and hands over their bytes. Never keeps or interprets them.

pub mod manifest;
pub mod seeds;
pub mod walk;

/// One document's bytes, with where they came from.
#[derive(Debug, Clone)]
pub struct Raw {
    /// The path as the user would name it.
    pub path: String,
    /// The bytes, or why they could not be had.
    pub bytes: Result<Vec<u8>, String>,
    /// The date of publication that a manifest (`bluf.toml`) states.
    pub published: Option<chrono::NaiveDate>,
}
