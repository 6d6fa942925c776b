//! The bytes of a PDF in; whether reading it would do harm, out: it unpacks to more than is taken out, or is nested so
//! deep that looking for its objects takes forever. The library itself has no limit and asks nobody.

use super::shows::Shows;
use flate2::read::ZlibDecoder;
use memchr::memmem::{self, Finder};
use std::io::Read;

/// What a byte of deflate unpacks to at most.
const RATIO: usize = 1032;
/// What a byte of LZW unpacks to at most, on the average of a full table.
const RATIO_LZW: usize = 1400;
/// The most bytes of drawing instructions that can do no harm, however they are packed.
const SMALL: usize = 1000;
/// How far before its data a stream's dictionary is looked for.
const DICTIONARY: usize = 4096;

/// How deep dictionaries may lie in dictionaries.
const DEEPEST: usize = 256;

/// Why a file is better left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Harm {
    /// A stream of it unpacks to more than is taken, or the time was over before that was known.
    Bomb,
    /// The byte where its dictionaries are nested too deep.
    Nested(usize),
}

/// The harm that a file would do. Looks at what is between its streams, and at those that are large enough.
pub(super) fn harm(bytes: &[u8], most: usize, expired: &dyn Fn() -> bool) -> Option<Harm> {
    let (ends, begins) = (Finder::new(b"endstream"), Finder::new(b"stream"));
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| begins.find(rest)) {
        let start = at + found;
        if let Some(deep) = bytes.get(at..start).and_then(nested) {
            return Some(Harm::Nested(at + deep));
        }
        let body = start + b"stream".len();
        let rest = bytes.get(body..).unwrap_or_default();
        let len = ends.find(rest).unwrap_or(rest.len());
        let data = rest.get(..len).unwrap_or_default();
        let from = start.saturating_sub(DICTIONARY);
        let before = bytes.get(from..start).unwrap_or_default();
        let dictionary =
            memmem::rfind(before, b"obj").and_then(|i| before.get(i..)).unwrap_or(before);
        if unpacks_past(dictionary, data.trim_ascii_start(), most, expired) {
            return Some(Harm::Bomb);
        }
        at = (body + len + b"endstream".len()).min(bytes.len());
    }
    bytes.get(at..).and_then(nested).map(|deep| Harm::Nested(at + deep))
}

/// Where dictionaries are nested too deep within one object.
fn nested(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut at) = (0usize, 0);
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr::memchr3(b'<', b'>', b'j', rest))
    {
        at += next;
        match bytes.get(at..at + 2) {
            Some(b"<<") => depth += 1,
            Some(b">>") => depth = depth.saturating_sub(1),
            _ if bytes.get(..=at).is_some_and(|head| head.ends_with(b"obj")) => depth = 0,
            _ => {
                at += 1;
                continue;
            }
        }
        if depth > DEEPEST {
            return Some(at);
        }
        at += if bytes.get(at) == Some(&b'j') { 1 } else { 2 };
    }
    None
}

fn unpacks_past(dictionary: &[u8], data: &[u8], most: usize, expired: &dyn Fn() -> bool) -> bool {
    let times = |name: &[u8]| memmem::find_iter(dictionary, name).count();
    let flate = times(b"/FlateDecode") + times(b"/Fl ");
    let idle = |_: &[u8]| expired();
    if flate > 1 {
        // Packed twice: a few bytes may be millions.
        let inner = ZlibDecoder::new(ZlibDecoder::new(data));
        return data.len() > most / RATIO / RATIO && is_longer(inner, most, idle);
    }
    if times(b"LZWDecode") > 0 {
        return data.len() > most / RATIO_LZW * 8;
    }
    // What a page draws by name is unpacked and followed by the library alone.
    if times(b"/Form") > 0 && data.len() > SMALL {
        let mut shows = Shows::default();
        let too_much = |piece: &[u8]| expired() || shows.read(piece).is_some();
        return match flate {
            0 => Shows::default().read(data).is_some(),
            _ => is_longer(ZlibDecoder::new(data), most, too_much),
        };
    }
    // Pictures are never unpacked.
    let picture = times(b"/Image") > 0;
    let large = data.len() > most / RATIO;
    flate == 1 && !picture && large && is_longer(ZlibDecoder::new(data), most, idle)
}

/// Whether there is more than `most` to read, or a piece of it is one that is not to be read.
fn is_longer(mut from: impl Read, most: usize, mut bad: impl FnMut(&[u8]) -> bool) -> bool {
    let mut buffer = vec![0u8; 1 << 16];
    let mut all = 0;
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        all += read;
        if all > most || bad(buffer.get(..read).unwrap_or_default()) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn file(dictionary: &str, data: &[u8]) -> Vec<u8> {
        let mut file = format!("%PDF-1.7\n1 0 obj\n<< {dictionary} >>\nstream\n").into_bytes();
        file.extend(data);
        file.extend(b"\nendstream\nendobj\n");
        file
    }

    fn is_bomb(bytes: &[u8], most: usize) -> bool {
        harm(bytes, most, &|| false) == Some(Harm::Bomb)
    }

    #[test]
    fn what_is_nested_too_deep_is_known_by_its_place() {
        let deep = |n: usize| "<< /A ".repeat(n);
        let harm = |file: String| harm(file.as_bytes(), 1 << 20, &|| false);
        assert_eq!(harm(deep(300)), Some(Harm::Nested(256 * 6)));
        assert_eq!(harm(format!("{}1 0 obj{}", deep(200), deep(200))), None);
        assert_eq!(harm("<< /A << >> >>".repeat(300)), None);
    }

    #[test]
    fn bombs_are_known_before_they_go_off() {
        let zeros = vec![0u8; 4 << 20];
        let once = packed(&zeros);
        let bomb = file("/Filter /FlateDecode", &once);
        assert!(is_bomb(&bomb, 1 << 20) && !is_bomb(&bomb, 8 << 20));
        let twice = file("/Filter [/FlateDecode /FlateDecode]", &packed(&once));
        assert!(is_bomb(&twice, 1 << 20) && !is_bomb(&twice, 8 << 20));
        let picture = file("/Subtype /Image /Filter /FlateDecode", &once);
        assert!(!is_bomb(&picture, 1 << 20));
        assert!(!is_bomb(b"stream", 1) && !is_bomb(b"streamendstreamstream", 1));
    }
}
