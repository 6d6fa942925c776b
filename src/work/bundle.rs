//! How much is read together: things in their order and their sizes come in, the next few go out. Knows no files.

use std::iter::Peekable;

/// How much is read together, in bytes: more brings nothing, and takes room.
pub(super) const TOGETHER: u64 = 1 << 19;

/// The next of the rest that fit into so much room, the first of them always, and their size together; none where nothing
/// is left.
pub(super) fn next<T>(
    rest: &mut Peekable<impl Iterator<Item = T>>,
    room: u64,
    size: impl Fn(&T) -> u64,
) -> (Vec<T>, u64) {
    let mut bundle: Vec<T> = rest.next().into_iter().collect();
    let mut bytes = bundle.iter().map(&size).sum();
    while let Some(next) = rest.next_if(|next| bytes + size(next) <= room) {
        bytes += size(&next);
        bundle.push(next);
    }
    (bundle, bytes)
}
