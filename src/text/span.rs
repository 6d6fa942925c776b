//! Names places in text: byte ranges of the reading text and of the original file, kept apart by type.
//! Never looks at what the bytes say.

/// A byte range of a document's reading text, end exclusive, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A byte range of the original file, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

macro_rules! byte_range {
    ($name:ident) => {
        impl $name {
            /// A range from byte offsets; offsets past 4 GiB saturate.
            pub fn new(start: usize, end: usize) -> Self {
                let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                Self { start: cut(start), end: cut(end.max(start)) }
            }

            /// The range as `usize`, for indexing.
            pub fn range(self) -> std::ops::Range<usize> {
                self.start as usize..self.end as usize
            }

            /// Length in bytes.
            pub fn len(self) -> usize {
                self.end.saturating_sub(self.start) as usize
            }

            /// Whether no byte is inside.
            pub fn is_empty(self) -> bool {
                self.end <= self.start
            }

            /// Whether a byte offset lies inside.
            pub fn contains(self, at: u32) -> bool {
                self.start <= at && at < self.end
            }

            /// Whether `other` lies wholly inside.
            pub fn covers(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether at least one byte is shared.
            pub fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// The smallest range that covers both.
            #[must_use]
            pub fn hull(self, other: Self) -> Self {
                Self { start: self.start.min(other.start), end: self.end.max(other.end) }
            }
        }
    };
}

byte_range!(Span);
byte_range!(SourceSpan);

impl Span {
    /// The words at this place; empty when the place is not inside `text` or cuts a character.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}
