//! A number as it stands in the text: its place, its value and how it is written. Never reads one.

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// 1,234.5
    Digits,
    /// forty-two
    Spelled,
    /// half, two-thirds, 1/16
    Part,
    /// tens of thousands
    Order,
    /// a couple of, a score of
    Group,
    /// threefold
    Fold,
}

/// A number with its place in the block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte, scale words included.
    pub(super) end: usize,
    /// Its value.
    pub(super) value: f64,
    /// The value before scale words: 2.7 of "2.7 million".
    pub(super) mantissa: f64,
    /// The upper end, for an order of magnitude.
    pub(super) upper: Option<f64>,
    /// How it is written.
    pub(super) shape: Shape,
    /// Written with separators or decimals, as names and years never are.
    pub(super) grouped: bool,
}

impl Number {
    pub(super) fn new(start: usize, end: usize, value: f64, shape: Shape) -> Self {
        Self { start, end, value, mantissa: value, upper: None, shape, grouped: false }
    }

    /// Whether a scale word or suffix multiplies it.
    pub(super) fn scaled(&self) -> bool {
        (self.value - self.mantissa).abs() > f64::EPSILON
    }

    /// Multiplies by a scale that ends at `end`.
    pub(super) fn scale(&mut self, by: f64, end: usize) {
        self.value = tidy(self.value * by);
        self.end = end;
    }
}

/// A product without the noise of its last binary digits: 435000, not 434999.99999999994.
fn tidy(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}
