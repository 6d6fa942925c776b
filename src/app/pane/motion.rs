//! Moves within a pane, whatever it shows. Knows no pane.

/// A move within a pane, in rows or pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// So many rows.
    Rows(isize),
    /// So many half panes.
    Halves(isize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Motion {
    /// The move in rows within a pane of this height; a page leaves one row in common.
    pub fn rows(self, height: usize) -> isize {
        match self {
            Self::Rows(rows) => rows,
            Self::Halves(halves) if halves % 2 == 0 => halves / 2 * (height as isize - 1).max(1),
            Self::Halves(halves) => halves * (height as isize / 2).max(1),
            Self::First => isize::MIN / 2,
            Self::Last => isize::MAX / 2,
        }
    }
}
