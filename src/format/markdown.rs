//! Markdown, with front matter, tables and footnotes: its structure as blocks. Other rooms write what they have read
//! already as Markdown through here. Never follows a link or shows a picture.

mod front;
mod write;

use super::blocks::Blocks;
use super::converted::Converted;
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use super::plain;
pub(super) use write::write;

/// Takes the text out of a Markdown file.
///
/// # Errors
/// That it is empty, no text, or took too long.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    if bytes.trim_ascii().is_empty() {
        return Err(Failure::Empty);
    }
    let encoding = plain::encoding(bytes)?;
    let (text, encoding, _) = encoding.decode(bytes);
    let (about, text) = front::split(&text);
    let mut blocks = Blocks::default();
    write(text, about.title.as_deref(), &mut blocks);
    if (limits.expired)() {
        return Err(Failure::TookTooLong { format: Format::Markdown, seconds: limits.seconds });
    }
    if blocks.is_empty() {
        return Err(Failure::Empty);
    }
    let (script, marks) = blocks.finish();
    let mut converted = Converted::new(Format::Markdown, script);
    converted.marks = marks;
    converted.about = about;
    converted.encoding = (encoding != encoding_rs::UTF_8).then(|| encoding.name().to_owned());
    Ok(converted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::about::About;
    use crate::format::converted::Script;
    use crate::text::BlockKind;

    fn lines(text: &str) -> (About, Vec<(BlockKind, String)>) {
        let converted = convert("a.md", text.as_bytes(), &Limits::default()).unwrap();
        let Script::Blocks { text, kinds } = &converted.script else { panic!() };
        let line = |&(at, kind): &(u32, BlockKind)| {
            (kind, text.get(at as usize..).and_then(|rest| rest.lines().next()).unwrap().to_owned())
        };
        let lines = kinds.iter().map(line).collect();
        (converted.about, lines)
    }

    #[test]
    fn structure_becomes_blocks() {
        use BlockKind::{Bullet, Cell, Heading, Numbered, Paragraph, Title};
        let text = "---\ntitle: \"A report\"\ndate: 2021-05-03\nauthor:\n  - Jane Doe\n  - John Roe\n---\n\
                    # A report\n\nFirst *paragraph*\ngoes on.[^1]\n\n## Part\n\n- one\n- two\n  1. inner\n\n3. three\n\n\
                    | Year | Share |\n|---|---|\n| 2019 | ~~40~~ **41** |\n\n> quoted\n\n    code\n\n\
                    <!-- gone -->\n<figcaption>A <b>caption</b></figcaption>\n\n[^1]: A note.\n";
        let (about, got) = lines(text);
        assert_eq!(about.title.as_deref(), Some("A report"));
        assert_eq!(about.published.as_deref(), Some("2021-05-03"));
        assert_eq!(about.authors, ["Jane Doe", "John Roe"]);
        let got: Vec<(BlockKind, &str)> = got.iter().map(|(k, l)| (*k, l.as_str())).collect();
        assert_eq!(
            got,
            [
                (Title, "A report"),
                (Paragraph, "First paragraph goes on.¹"),
                (Heading(2), "Part"),
                (Bullet, "• one"),
                (Bullet, "• two"),
                (Numbered, "1. inner"),
                (Numbered, "3. three"),
                (Cell, "Year | Share"),
                (Cell, "2019 | 41"),
                (Paragraph, "quoted"),
                (Paragraph, "code"),
                (Paragraph, "A caption"),
                (Paragraph, "¹ A note."),
            ]
        );
    }

    #[test]
    fn a_first_heading_alone_on_its_level_is_the_title() {
        let kinds = |text| lines(text).1.into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
        assert_eq!(
            kinds("# One\n\nwords\n\n## Two\n"),
            [BlockKind::Title, BlockKind::Paragraph, BlockKind::Heading(2)]
        );
        assert_eq!(kinds("# One\n\n# Two\n"), [BlockKind::Heading(1), BlockKind::Heading(1)]);
    }

    #[test]
    fn hostile_markdown_is_read() {
        for text in [
            format!("{}words", "> ".repeat(10_000)),
            format!("words {}", "[".repeat(100_000)),
            format!("words {}", "*a_".repeat(50_000)),
            (0..2000).map(|i| " ".repeat(2 * i) + "- words\n").collect(),
            "---\ntitle: words".to_owned(),
            "words\n|-|\n".repeat(2000),
        ] {
            assert!(lines(&text).1.iter().any(|(_, line)| line.contains("words")), "{text:.40}");
        }
    }
}
