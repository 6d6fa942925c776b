//! The number of a note in; the same number raised, as print has it, out.

/// A number of one to three digits in superscript; nothing where it is none.
pub(super) fn raised(number: &str) -> Option<String> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |b: u8| RAISED.get(usize::from(b.wrapping_sub(b'0'))).copied();
    let number = number.trim();
    (1..=3).contains(&number.len()).then(|| number.bytes().map(digit).collect())?
}
