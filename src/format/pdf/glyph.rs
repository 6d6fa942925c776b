//! A letter on a page and where it stands. Plain data with small questions; decides nothing.

/// A letter as a page shows it, in points; `x` grows along the line, `y` from line to line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// What it reads; a ligature's first letter.
    pub(super) letter: char,
    /// The rest of what it reads.
    pub(super) more: Option<Box<str>>,
    /// Where it begins.
    pub(super) x: f32,
    /// Its baseline.
    pub(super) y: f32,
    /// How far it reaches from `x`.
    pub(super) width: f32,
    /// The size of its font.
    pub(super) size: f32,
    /// Whether a space was drawn right before it.
    pub(super) spaced: bool,
}

/// Which way a line of text runs on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// From left to right.
    Level,
    /// From top to bottom, as on the right edge of a map.
    Down,
    /// Upside down.
    Over,
    /// From bottom to top, as on the left axis of a chart.
    Up,
    /// In columns of signs from top to bottom, as Japanese is set.
    Column,
    /// Aslant: a watermark.
    Aslant,
}

impl Turn {
    /// The turn of a line that runs along a vector, `y` growing downwards.
    pub(super) fn along(x: f64, y: f64) -> Self {
        let slant = 0.09; // five degrees: a page that was laid askew on the glass
        if y.abs() <= slant * x.abs() {
            if x >= 0.0 { Self::Level } else { Self::Over }
        } else if x.abs() <= slant * y.abs() {
            if y > 0.0 { Self::Down } else { Self::Up }
        } else {
            Self::Aslant
        }
    }

    /// A point of the page as a reader sees it who turns the page until the line is level.
    pub(super) fn seen(self, x: f32, y: f32) -> (f32, f32) {
        match self {
            Self::Level | Self::Aslant => (x, y),
            Self::Down | Self::Column => (y, -x),
            Self::Over => (-x, -y),
            Self::Up => (-y, x),
        }
    }
}

impl Glyph {
    /// Where it ends.
    pub(super) fn end(&self) -> f32 {
        self.x + self.width
    }

    /// Whether it is written from right to left.
    pub(super) fn is_rtl(&self) -> bool {
        is_rtl(self.letter)
    }

    /// Whether it belongs to a script that sets no spaces between words.
    pub(super) fn is_spaceless(&self) -> bool {
        matches!(self.letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
            || matches!(self.letter, '\u{20000}'..='\u{3ffff}')
    }

    /// Adds what it reads.
    pub(super) fn write(&self, text: &mut String) {
        text.push(self.letter);
        if let Some(more) = &self.more {
            text.push_str(more);
        }
    }
}

/// Whether a character is of a script written from right to left.
pub(super) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
        && !matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_line_is_seen_level() {
        assert_eq!(Turn::along(1.0, 0.05), Turn::Level);
        assert_eq!(Turn::along(0.0, -1.0), Turn::Up);
        assert_eq!(Turn::along(1.0, 1.0), Turn::Aslant);
        // A line going up the left edge: what is further up the page comes later on the line.
        let (first, later) = (Turn::Up.seen(10.0, 700.0), Turn::Up.seen(10.0, 600.0));
        assert!(later.0 > first.0 && (later.1 - first.1).abs() < f32::EPSILON);
        // Columns of Japanese go from right to left: the left column is the lower line.
        assert!(Turn::Column.seen(100.0, 0.0).1 > Turn::Column.seen(200.0, 0.0).1);
    }
}
