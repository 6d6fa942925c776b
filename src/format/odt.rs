//! OpenDocument text: headings, paragraphs, lists, tables and notes as blocks; comments, deleted text and forms left out.
//! Never opens what is embedded.

mod styles;
mod writer;
mod xml;

use super::blocks::Blocks;
use super::converted::Converted;
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use super::package::Package;
use quick_xml::events::Event;
use styles::Styles;
use writer::Writer;
use xml::{entity, reader};

/// Takes the text out of an OpenDocument text.
///
/// # Errors
/// That it is locked, broken, too large or empty.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let format = Format::Odt;
    let mut package = Package::open(bytes, format, limits)?;
    let manifest = package.part("META-INF/manifest.xml").unwrap_or_default();
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(Failure::Encrypted(format));
    }
    let broken = |why: &str| Failure::Broken { format, at: None, why: why.to_owned() };
    let content = package.part("content.xml").ok_or_else(|| broken("no content.xml"))?;
    let content = String::from_utf8_lossy(&content);
    let mut styles = Styles::default();
    if let Some(own) = package.part("styles.xml") {
        styles.read(&String::from_utf8_lossy(&own));
    }
    styles.read(&content);
    let mut blocks = Blocks::default();
    let mut writer = Writer::new(&mut blocks, &styles);
    let mut reader = reader(&content);
    let mut torn = false;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => writer.event(&event),
            Err(_) => {
                torn = true;
                break;
            }
        }
        if (limits.expired)() {
            return Err(Failure::TookTooLong { format, seconds: limits.seconds });
        }
    }
    writer.finish();
    if blocks.is_empty() {
        return Err(if torn { broken("content.xml is torn") } else { Failure::Empty });
    }
    let (script, marks) = blocks.finish();
    let mut converted = Converted::new(format, script);
    converted.marks = marks;
    if torn {
        converted.warnings.push("content.xml is torn: what stood before is shown".to_owned());
    }
    about(&package.part("meta.xml").unwrap_or_default(), &mut converted);
    Ok(converted)
}

/// Reads title, author and language out of `meta.xml`; its dates tell when the file was written.
fn about(meta: &[u8], converted: &mut Converted) {
    let meta = String::from_utf8_lossy(meta);
    let mut reader = reader(&meta);
    let mut field = String::new();
    let (mut words, mut creator) = (String::new(), None);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(start) => {
                start.name().as_ref().clone_into(&mut field);
                words.clear();
            }
            Event::Text(text) => words.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => words.extend(entity(&reference)),
            Event::End(_) => {
                let said = Some(words.trim().to_owned()).filter(|said| !said.is_empty());
                match field.as_str() {
                    "dc:title" => converted.about.title = said,
                    "meta:initial-creator" => creator = said.or(creator),
                    "dc:creator" => creator = creator.or(said),
                    "dc:language" => converted.about.language = said,
                    _ => {}
                }
                field.clear();
                words.clear();
            }
            _ => {}
        }
    }
    converted.about.authors = creator.into_iter().collect();
}

#[cfg(test)]
pub(in crate::format) mod tests {
    use super::*;
    use crate::format::converted::Script;
    use crate::format::package::tests::pack;
    use crate::text::{BlockKind, Furniture};

    /// An OpenDocument text with a body.
    pub(in crate::format) fn odt(body: &str) -> Vec<u8> {
        let styles = "<office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/>\
            <text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1'/>\
            <text:list-level-style-bullet text:level='2'/></text:list-style></office:automatic-styles>";
        let content = format!(
            "<office:document-content>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        );
        let meta = "<office:meta><dc:title>A &amp; B</dc:title><meta:initial-creator>Jane Doe</meta:initial-creator>\
            <dc:date>2021-05-03</dc:date></office:meta>";
        pack(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", &content),
            ("meta.xml", meta),
        ])
    }

    fn read(body: &str) -> Vec<(BlockKind, String)> {
        let converted = convert("a.odt", &odt(body), &Limits::default()).unwrap();
        assert_eq!(converted.about.title.as_deref(), Some("A & B"));
        assert_eq!(converted.about.authors, ["Jane Doe"]);
        assert_eq!(converted.about.published, None);
        let Script::Blocks { text, kinds } = &converted.script else { panic!() };
        let line = |&(at, kind): &(u32, BlockKind)| {
            (kind, text.get(at as usize..).and_then(|rest| rest.lines().next()).unwrap().to_owned())
        };
        kinds.iter().map(line).collect()
    }

    #[test]
    fn structure_becomes_blocks() {
        use BlockKind::{Bullet, Cell, Heading, Numbered, Paragraph, Title};
        let got = read(
            "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>\
            <text:p text:style-name='P1'>A title</text:p><text:h text:outline-level='2'>Part</text:h>\
            <text:p>One<text:s text:c='2'/>two<text:tab/>R&amp;D &#8211;<text:line-break/>x<text:note><text:note-citation>1</text:note-citation>\
            <text:note-body><text:p>A note.</text:p></text:note-body></text:note><office:annotation><text:p>comment</text:p>\
            </office:annotation> end.</text:p><text:list text:style-name='L1'><text:list-item><text:p>first</text:p>\
            <text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item>\
            <text:list-item><text:p>second</text:p></text:list-item></text:list>\
            <table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>\
            <table:table-cell><text:p>40</text:p><text:p>41</text:p></table:table-cell></table:table-row></table:table>\
            <text:table-of-content><text:index-body><text:p>Part 3</text:p></text:index-body></text:table-of-content>\
            <text:p/><draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>",
        );
        let got: Vec<(BlockKind, &str)> = got.iter().map(|(k, l)| (*k, l.as_str())).collect();
        assert_eq!(
            got,
            [
                (Title, "A title"),
                (Heading(2), "Part"),
                (Paragraph, "One two R&D – x¹ end."),
                (Paragraph, "¹ A note."),
                (Numbered, "1. first"),
                (Bullet, "• inner"),
                (Numbered, "2. second"),
                (Cell, "Year | 40 41"),
                (BlockKind::Furniture(Furniture::Boilerplate), "Part 3"),
                (Paragraph, "Boxed"),
            ]
        );
    }

    #[test]
    fn torn_and_hostile_files_are_read_or_refused() {
        assert_eq!(read("<text:p>words</text:p><text:p>more <text:s").len(), 2);
        let bomb = odt(&"<text:p>words</text:p>".repeat(100_000));
        let limits = Limits { bytes: 1 << 20, ..Limits::default() };
        assert!(matches!(convert("a.odt", &bomb, &limits), Err(Failure::TooLarge { .. })));
        let spaces = "<text:p>a<text:s text:c='4000000000'/>b</text:p>".repeat(1000);
        assert_eq!(read(&spaces).len(), 1000);
        let deep = odt(&"<text:list>".repeat(10_000));
        assert!(matches!(convert("a.odt", &deep, &Limits::default()), Err(Failure::Broken { .. })));
    }
}
