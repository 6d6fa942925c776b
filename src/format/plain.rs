//! Plain text: tells its encoding, and whether it is text at all. The bytes are the text; nothing is taken out of them.

use super::converted::{Converted, Script};
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are looked at for a NUL: as many as grep and git look at.
const HEAD: usize = 8192;
/// How many bytes the encoding of a text that is no UTF-8 is told by.
const TOLD_BY: usize = 1 << 20;

/// Tells the encoding of a text.
///
/// # Errors
/// That it is empty, or no text.
pub(super) fn convert(_: &str, bytes: &[u8], _: &Limits<'_>) -> Result<Converted, Failure> {
    if bytes.trim_ascii().is_empty() {
        return Err(Failure::Empty);
    }
    let encoding = encoding(bytes)?;
    let mut converted = Converted::new(Format::Plain, Script::Own);
    if encoding != UTF_8 {
        converted.encoding = Some(encoding.name().to_owned());
    }
    Ok(converted)
}

/// The encoding of a text: a byte-order mark's, UTF-8 where a tenth of one per cent of its bytes or less is none,
/// else the most likely of the legacy encodings that browsers read.
pub(super) fn encoding(bytes: &[u8]) -> Result<&'static Encoding, Failure> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if let Some(at) = memchr::memchr(0, head) {
        let wide = wide(head);
        return wide.ok_or_else(|| Failure::NotText(format!("a NUL byte at byte {at}")));
    }
    // Nearly every text is UTF-8 throughout, which is known sooner than how much of it is not.
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    let foreign: usize = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    if foreign * 1000 <= bytes.len() {
        return Ok(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..TOLD_BY).unwrap_or(bytes), true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    let controls = head.iter().filter(|b| b.is_ascii_control() && !b.is_ascii_whitespace()).count();
    // Text in any of these encodings has no control characters to speak of; a picture has them everywhere.
    if guessed != encoding_rs::ISO_2022_JP && controls * 50 > head.len() {
        return Err(Failure::NotText("bytes that are text in no encoding".to_owned()));
    }
    Ok(guessed)
}

/// UTF-16 without a mark: nearly all of its letters have a zero for one of their bytes, and always for the same.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = head.len() / 2;
    if odd * 10 > half * 6 && even * 20 < half {
        return Some(UTF_16LE);
    }
    (even * 10 > half * 6 && odd * 20 < half).then_some(UTF_16BE)
}
