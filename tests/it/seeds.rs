//! The embedded corpus is the seeds, byte for byte.

use bluf::source::seeds::SEEDS;
use sha2::{Digest, Sha256};

/// SHA-256 of each seed.
const HASHES: [(&str, &str); 4] = [
    (
        "000_62f993a8aaf01e51.txt",
        "4b4ddde8e31287ec1a8a87ccf6bf8c3204490454cc98e772495c6b36438c3216",
    ),
    (
        "001_7955f991e146a58a.txt",
        "ef3c16c2813e0b45647e4a310bb1e1cae80d938b1a64597582abf9d04af8d04f",
    ),
    (
        "002_80b5d794750f3f33.txt",
        "c39dd0e0e8f81bd311db1d96283f72d45dc5f495add35afe03755c8d5e9dfcaa",
    ),
    (
        "003_77142f0cce69fa5b.txt",
        "9ef02deea69f6c0334ded86a75a0d6a756b290b82b95746d7f0d56fb5330646e",
    ),
];

#[test]
fn the_embedded_corpus_is_the_seeds_byte_for_byte() {
    let hash = |bytes: &[u8]| format!("{:x}", Sha256::digest(bytes));
    let embedded: Vec<(&str, String)> = SEEDS.iter().map(|(n, b)| (*n, hash(b))).collect();
    let expected: Vec<(&str, String)> = HASHES.iter().map(|(n, h)| (*n, (*h).to_owned())).collect();
    pretty_assertions::assert_eq!(embedded, expected);
    for (name, _) in HASHES {
        let path = format!("{}/seeds/{name}", env!("CARGO_MANIFEST_DIR"));
        let on_disk = std::fs::read(&path).unwrap();
        assert!(SEEDS.iter().any(|(n, b)| *n == name && *b == on_disk), "{path} is not embedded");
    }
}
