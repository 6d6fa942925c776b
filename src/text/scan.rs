//! Bytes in; where the next one of a class stands out. Passes over what cannot matter eight bytes at a time.
//! Never knows what the bytes mean.

const ONES: u64 = 0x0101_0101_0101_0101;
pub(super) const HIGH: u64 = 0x8080_8080_8080_8080;
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// The first ASCII digit at or after `from`.
///
/// ```
/// assert_eq!(bluf::text::scan::next_digit("“in the year” 1991".as_bytes(), 3), Some(18));
/// assert_eq!(bluf::text::scan::next_digit(b"in 1991", 7), None);
/// ```
pub fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    first(bytes, from, digits_of, u8::is_ascii_digit)
}

/// The next capital, or first byte of a letter that is not ASCII, at or after `from`.
pub fn next_capital(bytes: &[u8], from: usize) -> Option<usize> {
    const UP_TO_A: u64 = 0x3F3F_3F3F_3F3F_3F3F;
    const UP_TO_Z: u64 = 0x2525_2525_2525_2525;
    let starts = |b: &u8| matches!(b, b'A'..=b'Z' | 0xC3..);
    let (eights, rest) = bytes.get(from..)?.as_chunks::<8>();
    for (i, eight) in eights.iter().enumerate() {
        let word = u64::from_le_bytes(*eight);
        let low = word & !HIGH;
        let capitals = (low + UP_TO_A) & !(low + UP_TO_Z) & HIGH;
        if word & HIGH == 0 {
            if capitals != 0 {
                return Some(from + i * 8 + capitals.trailing_zeros() as usize / 8);
            }
        } else if let Some(at) = eight.iter().position(starts) {
            return Some(from + i * 8 + at);
        }
    }
    let at = rest.iter().position(starts)?;
    Some(from + eights.len() * 8 + at)
}

/// The first byte at or after `from` that is no printable ASCII: a control character, DEL, or part of a character
/// beyond ASCII.
pub(super) fn next_unprintable(bytes: &[u8], from: usize) -> Option<usize> {
    first(bytes, from, unprintable, |b| !(0x20..0x7f).contains(b))
}

/// One past the last ASCII letter or digit of the run that begins at `from`; `from` where none stands there.
///
/// ```
/// assert_eq!(bluf::text::scan::word(b"G20 summit", 0), 3);
/// ```
pub fn word(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let run = run_of(u64::from_le_bytes(*eight));
        at += run;
        if run < 8 {
            return at;
        }
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count()
}

/// How many of eight bytes are ASCII letters or digits, up to the first that is none.
#[inline]
pub(super) fn run_of(eight: u64) -> usize {
    let ends = (letters_of(eight) | digits_of(eight)) ^ HIGH;
    ends.trailing_zeros() as usize / 8
}

/// `mark` sets the highest bit of each of eight bytes that `is` holds.
fn first(
    bytes: &[u8],
    from: usize,
    mark: impl Fn(u64) -> u64,
    is: impl Fn(&u8) -> bool,
) -> Option<usize> {
    let (eights, rest) = bytes.get(from..)?.as_chunks::<8>();
    for (n, eight) in eights.iter().enumerate() {
        let marked = mark(u64::from_le_bytes(*eight));
        if marked != 0 {
            return Some(from + n * 8 + marked.trailing_zeros() as usize / 8);
        }
    }
    rest.iter().position(is).map(|at| from + eights.len() * 8 + at)
}

/// Sets the highest bit of each of eight bytes that is an ASCII digit.
#[inline]
pub(super) fn digits_of(eight: u64) -> u64 {
    let ascii = eight & LOW;
    let from_zero = ascii + ONES * (0x80 - 0x30);
    let past_nine = ascii + ONES * (0x7f - 0x39);
    from_zero & !past_nine & !eight & HIGH
}

/// Sets the highest bit of each of eight bytes that is an ASCII letter.
#[inline]
pub(super) fn letters_of(eight: u64) -> u64 {
    let small = (eight | (ONES * 0x20)) & LOW;
    let from_a = small + ONES * (0x80 - 0x61);
    let past_z = small + ONES * (0x7f - 0x7a);
    from_a & !past_z & !eight & HIGH
}

fn unprintable(eight: u64) -> u64 {
    let ascii = eight & LOW;
    let from_space = ascii + ONES * (0x80 - 0x20);
    let delete = ascii + ONES;
    (!from_space | delete | eight) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_scan_finds_what_a_look_at_each_byte_finds(
            bytes in prop::collection::vec(any::<u8>(), 0..40),
            from in 0..44usize,
        ) {
            let look = |is: fn(&u8) -> bool| {
                bytes.get(from..)?.iter().position(is).map(|at| from + at)
            };
            prop_assert_eq!(next_digit(&bytes, from), look(u8::is_ascii_digit));
            let run = bytes.get(from..).unwrap_or_default();
            let run = run.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            prop_assert_eq!(word(&bytes, from), from + run);
            let odd = look(|b| !(0x20..0x7f).contains(b));
            prop_assert_eq!(next_unprintable(&bytes, from), odd);
        }
    }
}
