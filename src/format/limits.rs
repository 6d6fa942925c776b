//! What a file may cost before it is given up. Plain data; the clock is the caller's.

/// The most that is taken from one file.
#[derive(Clone, Copy)]
pub struct Limits<'a> {
    /// Bytes of all text and members taken out of it; a text that is the file itself may be longer.
    pub bytes: usize,
    /// Pages.
    pub pages: usize,
    /// Documents inside it.
    pub members: usize,
    /// Seconds given to it, for the message; `expired` tells when they are over.
    pub seconds: u64,
    /// Whether the time given to the file is over.
    pub expired: &'a (dyn Fn() -> bool + Sync),
}

impl Default for Limits<'_> {
    /// 256 MiB, 20,000 pages, 10,000 members, no clock.
    fn default() -> Self {
        Self { bytes: 256 << 20, pages: 20_000, members: 10_000, seconds: 5, expired: &|| false }
    }
}

impl std::fmt::Debug for Limits<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { bytes, pages, members, seconds, .. } = self;
        write!(
            f,
            "Limits {{ bytes: {bytes}, pages: {pages}, members: {members}, seconds: {seconds} }}"
        )
    }
}
