//! The bytes of a PDF in; whether what is packed in it unpacks to more than is taken out, out. Looks, before any of it is
//! unpacked to keep, at the streams that are large enough to do harm: the library itself has no limit.

use flate2::read::ZlibDecoder;
use memchr::memmem::{self, Finder};
use std::io::Read;

/// What a byte of deflate unpacks to at most.
const RATIO: usize = 1032;
/// What a byte of LZW unpacks to at most, on the average of a full table.
const RATIO_LZW: usize = 1400;
/// How far before its data a stream's dictionary is looked for.
const DICTIONARY: usize = 1024;

/// Whether a stream of the file unpacks to more than `most` bytes, or the time is over before that is known.
pub(super) fn is_bomb(bytes: &[u8], most: usize, expired: &dyn Fn() -> bool) -> bool {
    let (ends, begins) = (Finder::new(b"endstream"), Finder::new(b"stream"));
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| begins.find(rest)) {
        let start = at + found;
        let body = start + b"stream".len();
        let rest = bytes.get(body..).unwrap_or_default();
        let len = ends.find(rest).unwrap_or(rest.len());
        let data = rest.get(..len).unwrap_or_default();
        let from = start.saturating_sub(DICTIONARY);
        let before = bytes.get(from..start).unwrap_or_default();
        let dictionary =
            memmem::rfind(before, b"obj").and_then(|i| before.get(i..)).unwrap_or(before);
        if unpacks_past(dictionary, data.trim_ascii_start(), most, expired) {
            return true;
        }
        at = body + len + b"endstream".len();
    }
    false
}

fn unpacks_past(dictionary: &[u8], data: &[u8], most: usize, expired: &dyn Fn() -> bool) -> bool {
    let times = |name: &[u8]| memmem::find_iter(dictionary, name).count();
    let flate = times(b"/FlateDecode") + times(b"/Fl ");
    let lzw = times(b"LZWDecode");
    if flate > 1 {
        // Packed twice: a few bytes may be millions.
        let inner = ZlibDecoder::new(ZlibDecoder::new(data));
        return data.len() > most / RATIO / RATIO && is_longer(inner, most, expired);
    }
    if lzw > 0 {
        return data.len() > most / RATIO_LZW * 8;
    }
    // Pictures are never unpacked.
    let picture = times(b"/Image") > 0;
    flate == 1
        && !picture
        && data.len() > most / RATIO
        && is_longer(ZlibDecoder::new(data), most, expired)
}

fn is_longer(mut from: impl Read, most: usize, expired: &dyn Fn() -> bool) -> bool {
    let mut buffer = vec![0u8; 1 << 16];
    let mut all = 0;
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        all += read;
        if all > most || expired() {
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

    #[test]
    fn bombs_are_known_before_they_go_off() {
        let zeros = vec![0u8; 4 << 20];
        let once = packed(&zeros);
        let bomb = file("/Filter /FlateDecode", &once);
        assert!(is_bomb(&bomb, 1 << 20, &|| false) && !is_bomb(&bomb, 8 << 20, &|| false));
        let twice = file("/Filter [/FlateDecode /FlateDecode]", &packed(&once));
        assert!(is_bomb(&twice, 1 << 20, &|| false) && !is_bomb(&twice, 8 << 20, &|| false));
        let picture = file("/Subtype /Image /Filter /FlateDecode", &once);
        assert!(!is_bomb(&picture, 1 << 20, &|| false));
        assert!(
            !is_bomb(b"stream", 1, &|| false) && !is_bomb(b"streamendstreamstream", 1, &|| false)
        );
    }
}
