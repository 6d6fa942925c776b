//! The default corpus: four documents on Kazakhstan and Central Asian security, embedded byte for byte.

use super::Raw;

/// File name and bytes of each seed, in order.
pub const SEEDS: [(&str, &[u8]); 4] = [
    ("000_62f993a8aaf01e51.txt", include_bytes!("../../seeds/000_62f993a8aaf01e51.txt")),
    ("001_7955f991e146a58a.txt", include_bytes!("../../seeds/001_7955f991e146a58a.txt")),
    ("002_80b5d794750f3f33.txt", include_bytes!("../../seeds/002_80b5d794750f3f33.txt")),
    ("003_77142f0cce69fa5b.txt", include_bytes!("../../seeds/003_77142f0cce69fa5b.txt")),
];

/// The seeds as documents.
pub fn open() -> Vec<Raw> {
    SEEDS.iter().map(|&(name, bytes)| Raw::bytes(name, bytes.into())).collect()
}
