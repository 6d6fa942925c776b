//! Finds countries, and what leads to them, in running text. PROVISIONAL: names nothing yet.

use super::CountryMention;
use crate::text::Text;

/// A country or territory of ISO 3166-1, as its two capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// From an alpha-2 code in either case; `None` where it is none of ISO 3166-1's.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        let code = bytes.map(|b| b.to_ascii_uppercase());
        code.iter().all(u8::is_ascii_uppercase).then_some(Self(code))
    }

    /// The alpha-2 code: "KZ".
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The usual English short name: "Kazakhstan".
    pub fn name(self) -> &'static str {
        "?"
    }

    /// All of ISO 3166-1, by code.
    pub fn all() -> &'static [Self] {
        &[]
    }
}

/// Finds every mention of a country in the body of a document, rising by place.
pub fn find(_text: &Text) -> Vec<CountryMention> {
    Vec::new()
}
