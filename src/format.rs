//! Tells what a file is and takes its text out: the bytes of a file of any format come in; blocks or lines of text with
//! their places, what the file says of itself and what went wrong go out. One room a format, all with one signature.
//! Never opens a file, looks at a clock or looks for meaning.

mod about;
mod archive;
mod blocks;
mod converted;
mod day;
#[cfg(feature = "office")]
mod docx;
#[cfg(feature = "office")]
mod epub;
mod failure;
#[cfg(feature = "html")]
mod html;
mod kind;
mod limits;
#[cfg(feature = "mail")]
mod mail;
mod markdown;
#[cfg(feature = "office")]
mod odt;
#[cfg(feature = "office")]
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod prose;
mod raised;
mod rtf;
mod table;

pub use about::About;
pub use blocks::Blocks;
pub use converted::{Converted, Locator, Mark, Member, Place, Row, Script};
pub use failure::Failure;
pub use kind::Format;
pub use limits::Limits;

/// Looks at the first bytes of a file before the rest of it is read.
///
/// # Errors
/// That the file is no text and of no format known, or empty.
pub fn glance(name: &str, head: &[u8]) -> Result<(), Failure> {
    match Format::of(name, head) {
        Format::Plain => plain::encoding(head).map(|_| ()),
        _ => Ok(()),
    }
}

/// Takes the text out of a file. `name` is the file's name, whose ending tells what the bytes alone do not.
///
/// # Errors
/// Why there is no text to be had: the file is locked, broken, too large, no text at all, or of a format this build
/// does not read.
pub fn convert(name: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    match Format::of(name, bytes) {
        Format::Plain => plain::convert(name, bytes, limits),
        #[cfg(feature = "html")]
        Format::Html => html::convert(name, bytes, limits),
        #[cfg(feature = "office")]
        Format::Docx => docx::convert(name, bytes, limits),
        #[cfg(feature = "office")]
        Format::Epub => epub::convert(name, bytes, limits),
        #[cfg(feature = "office")]
        Format::Odt => odt::convert(name, bytes, limits),
        Format::Rtf => rtf::convert(name, bytes, limits),
        #[cfg(feature = "mail")]
        Format::Mail => mail::convert(name, bytes, limits),
        Format::Markdown => markdown::convert(name, bytes, limits),
        Format::Gzip => archive::gzip(name, bytes, limits),
        Format::Zip => archive::zip(name, bytes, limits),
        Format::Csv => table::csv(name, bytes, limits),
        Format::Jsonl => table::jsonl(name, bytes, limits),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::convert(name, bytes, limits),
        format => Err(Failure::NotRead(format)),
    }
}

#[cfg(all(test, feature = "html", feature = "mail", feature = "office"))]
mod tests {
    use super::*;

    /// Small files of all formats.
    fn files() -> Vec<(&'static str, Vec<u8>)> {
        let mail = "From: A <a@example.org>\r\nSubject: =?utf-8?q?=C3=A9?=\r\nDate: Mon, 3 May 2021 23:10:00 -0500\r\n\
                    Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>words\r\n\
                    --x\r\nContent-Transfer-Encoding: base64\r\n\r\nd29yZHM=\r\n--x--\r\n";
        let rtf = r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 A;}}{\info{\title T}}\pard\f0 \'cc\'e8\'f0 \u945?{\footnote n}\par\trowd a\cell b\cell\row}";
        let markdown = "---\ntitle: T\n---\n# One\n\n- two[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: note\n<b>x</b>\n";
        let odt = "<text:h>One</text:h><text:list><text:list-item><text:p>two&amp;</text:p></text:list-item></text:list>";
        vec![
            ("a.html", include_bytes!("../tests/fixtures/format/article.html").to_vec()),
            ("a.md", markdown.into()),
            ("a.docx", docx::tests::docx(docx::tests::BODY)),
            ("a.odt", odt::tests::odt(odt)),
            ("a.epub", epub::tests::epub("<html><body><h2>1</h2><p>It began.</p></body></html>")),
            ("a.eml", mail.into()),
            ("a.rtf", rtf.into()),
        ]
    }

    /// A row of numbers that is the same every time.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, most: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 % most.max(1) as u64) as usize
        }
    }

    #[test]
    fn no_room_falls_over_a_torn_file() {
        let limits = Limits { bytes: 1 << 20, ..Limits::default() };
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        for (name, whole) in files() {
            assert!(convert(name, &whole, &limits).is_ok(), "{name}");
            for round in 0..60 {
                let mut bytes = whole.clone();
                match round % 3 {
                    0 => (0..=round / 3).for_each(|_| {
                        let at = dice.below(bytes.len());
                        bytes[at] ^= 1 << dice.below(8);
                    }),
                    1 => bytes.truncate(dice.below(whole.len())),
                    _ => {
                        let (from, to) = (dice.below(whole.len()), dice.below(whole.len()));
                        bytes.drain(from.min(to)..from.max(to));
                    }
                }
                // Whatever it says, it says it.
                let _ = convert(name, &bytes, &limits);
            }
        }
    }
}
