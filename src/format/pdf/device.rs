//! Listens to a page being drawn and keeps its letters: drawing calls come in, glyphs with their places go out. Never
//! draws. Breaks off, by unwinding, a page that goes on past what it may: the library asks nobody whether to go on.

use super::glyph::{Glyph, Turn};
use hayro_interpret::font::{Glyph as Shape, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, Point};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

/// The most letters that are taken from one page.
const MOST_GLYPHS: usize = 400_000;
/// The most drawing calls of one page.
const MOST_CALLS: usize = 20_000_000;
/// How many calls pass between two looks at the clock.
const LOOK: usize = 512;

/// A letter and what has to be known of it besides.
pub(super) struct Seen {
    /// The letter, turned level.
    pub(super) glyph: Glyph,
    /// Which way its line runs.
    pub(super) turn: Turn,
    /// Whether it leaves no mark: the text laid under the picture of a page.
    pub(super) invisible: bool,
    /// Whether it stands on the page at all.
    pub(super) outside: bool,
}

/// Why a page is broken off; carried by the unwinding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The file's time is over.
    Expired,
    /// The page draws more than any page does.
    Overfull,
}

/// Collects the letters of a page.
pub(super) struct Collector<'l> {
    expired: &'l (dyn Fn() -> bool + Sync),
    page: (f32, f32),
    calls: usize,
    spaced: bool,
    /// The letters, in the order they were drawn.
    pub(super) seen: Vec<Seen>,
    /// How many letters have no known reading.
    pub(super) unread: usize,
    /// How many pictures were drawn.
    pub(super) pictures: usize,
}

impl<'l> Collector<'l> {
    /// A collector for a page of a width and height, in points.
    pub(super) fn new(expired: &'l (dyn Fn() -> bool + Sync), page: (f32, f32)) -> Self {
        let seen = Vec::new();
        Self { expired, page, calls: 0, spaced: false, seen, unread: 0, pictures: 0 }
    }

    fn tick(&mut self) {
        self.calls += 1;
        if self.calls > MOST_CALLS || self.seen.len() > MOST_GLYPHS {
            std::panic::resume_unwind(Box::new(Stop::Overfull));
        }
        if self.calls.is_multiple_of(LOOK) && (self.expired)() {
            std::panic::resume_unwind(Box::new(Stop::Expired));
        }
    }

    fn keep(&mut self, glyph: &PositionedGlyph<'_>, placed: &Placed, invisible: bool) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => Reading::of(c),
            Some(BfString::String(s)) => {
                let mut letters = s.chars().filter(|c| !c.is_control());
                match letters.next() {
                    Some(first) => {
                        let more: String = letters.collect();
                        let more = (!more.is_empty()).then(|| more.into_boxed_str());
                        Reading::Text(first, more)
                    }
                    None => Reading::Nothing,
                }
            }
            None => {
                self.unread += 1;
                guessed(glyph.char_code())
            }
        };
        match text {
            Reading::Space => self.spaced = true,
            Reading::Nothing => {}
            Reading::Text(letter, more) => {
                let (x, y) = placed.turn.seen(placed.at.0, placed.at.1);
                let (across, down) = self.page;
                let margin = placed.size;
                let outside = placed.at.0 < -margin
                    || placed.at.1 < -margin
                    || placed.at.0 > across + margin
                    || placed.at.1 > down + margin;
                let Placed { turn, width, size, .. } = *placed;
                let spaced = std::mem::take(&mut self.spaced);
                let glyph = Glyph { letter, more, x, y, width, size, spaced };
                self.seen.push(Seen { glyph, turn, invisible, outside });
            }
        }
    }
}

/// What a code of a font reads.
enum Reading {
    Text(char, Option<Box<str>>),
    Space,
    Nothing,
}

impl Reading {
    fn of(c: char) -> Self {
        match c {
            // The hyphen is drawn, so it is no soft one.
            '\u{ad}' => Self::Text('-', None),
            c if c.is_whitespace() => Self::Space,
            c if c.is_control() || c == '\u{200b}' || c == '\u{feff}' => Self::Nothing,
            c => Self::Text(c, None),
        }
    }
}

/// A code whose font does not say what it reads: old TeX fonts keep ligatures below the blank, most others letters where
/// ASCII and Latin-1 have them.
fn guessed(code: u32) -> Reading {
    match code {
        0x0b => Reading::Text('f', Some("f".into())),
        0x0c => Reading::Text('f', Some("i".into())),
        0x0d => Reading::Text('f', Some("l".into())),
        0x0e => Reading::Text('f', Some("fi".into())),
        0x0f => Reading::Text('f', Some("fl".into())),
        0..0x20 => Reading::Nothing,
        0x20 | 0xa0 => Reading::Space,
        0x21..0x7f | 0xa1..0x100 => {
            char::from_u32(code).map_or(Reading::Nothing, |c| Reading::Text(c, None))
        }
        _ => Reading::Text('\u{fffd}', None),
    }
}

/// Where a glyph stands.
struct Placed {
    at: (f32, f32),
    turn: Turn,
    width: f32,
    size: f32,
}

/// The place of a glyph; `stretch` is how much wider than high its font is set. None where it has no size to see.
fn placed(
    glyph: &PositionedGlyph<'_>,
    place: Affine,
    stretch: f64,
    column: bool,
) -> Option<Placed> {
    let origin = place * Point::ZERO;
    let (along, up) =
        (place * Point::new(1000.0, 0.0) - origin, place * Point::new(0.0, 1000.0) - origin);
    let size = up.hypot();
    let fits = |v: f64| v.is_finite() && v.abs() < 1e6;
    if !(fits(origin.x) && fits(origin.y) && fits(size) && size > 0.1) {
        return None;
    }
    let advance = match &**glyph {
        Shape::Outline(outline) => outline.advance_width(),
        Shape::Type3(drawn) => drawn.advance_width(),
    };
    // What a font does not say is about half its size.
    let advance =
        advance.filter(|a| *a > 0.0 && *a < 4000.0).map_or(0.5, |a| f64::from(a) / 1000.0);
    let at = (origin.x as f32, origin.y as f32);
    let level = Turn::along(along.x, along.y);
    if column && level == Turn::Level {
        let size = size as f32;
        return Some(Placed {
            at: (at.0, at.1 - size * 0.88),
            turn: Turn::Column,
            width: size,
            size,
        });
    }
    let width = (advance * size * stretch) as f32;
    Some(Placed { at, turn: level, width, size: size as f32 })
}

/// How much wider than high a run is set: all its glyphs alike, or else they are the stand-ins for a missing font's, each
/// pulled to the width that the font has.
fn stretch(run: &GlyphRun<'_, '_>, props: Affine) -> f64 {
    let mut found: Option<f64> = None;
    for glyph in run.glyphs() {
        let c = (props * glyph.transform()).as_coeffs();
        let ratio = c[0].hypot(c[1]) / c[2].hypot(c[3]);
        if !ratio.is_finite() || found.is_some_and(|f| (f - ratio).abs() > 0.01 * f) {
            return 1.0;
        }
        found = Some(ratio);
    }
    found.unwrap_or(1.0).clamp(0.2, 5.0)
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let stretch = stretch(run, props.transform);
        let column = run.writing_mode() == WritingMode::Vertical;
        let invisible = matches!(mode, DrawMode::Invisible);
        for glyph in run.glyphs() {
            self.tick();
            if let Some(placed) =
                placed(glyph, props.transform * glyph.transform(), stretch, column)
            {
                self.keep(glyph, &placed, invisible);
            }
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.pictures += 1;
        self.tick();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.tick();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.tick();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.tick();
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
