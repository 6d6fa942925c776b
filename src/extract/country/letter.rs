//! Tells letters from all else: a byte comes in, the length of the letter it begins goes out. Never decodes one.

/// Bytes of the letter or digit at a place, 0 where there is none. Of what is not ASCII, punctuation and
/// superscripts (U+00xx, U+2xxx, U+Fxxx) are none.
pub(super) fn letter(bytes: &[u8], at: usize) -> usize {
    bytes.get(at).map_or(0, |b| LETTERS.get(usize::from(*b)).map_or(0, |n| usize::from(*n)))
}

/// For each byte, how many bytes the letter has that begins with it.
static LETTERS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => 1,
            0xC3..=0xDF => 2,
            0xE0 | 0xE1 | 0xE4..=0xEE => 3,
            0xF0..=0xF4 => 4,
            _ => 0,
        };
        byte += 1;
    }
    table
};
