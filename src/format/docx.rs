//! DOCX: undoc reads it into Markdown (tracked changes accepted, comments, headers and footers left out), which is written
//! as blocks. Never opens what is embedded.

use super::blocks::Blocks;
use super::converted::Converted;
use super::failure::Failure;
use super::guard::guarded;
use super::kind::Format;
use super::limits::Limits;
use super::markdown;
use super::package::Package;
use undoc::render::{RenderOptions, to_markdown};

/// Takes the text out of a Word file.
///
/// # Errors
/// That it is locked, broken, too large or empty.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let format = Format::Docx;
    Package::open(bytes, format, limits)?;
    let failure = |error: undoc::Error| match error.kind() {
        undoc::ErrorKind::Encrypted => Failure::Encrypted(format),
        _ => Failure::Broken { format, at: None, why: error.to_string() },
    };
    let document = guarded(format, || undoc::parse_bytes(bytes))?.map_err(failure)?;
    let options = RenderOptions::new().with_images(false).with_max_heading(6);
    let text = guarded(format, || to_markdown(&document, &options))?.map_err(failure)?;
    if (limits.expired)() {
        return Err(Failure::TookTooLong { format, seconds: limits.seconds });
    }
    let mut blocks = Blocks::default();
    let said = |field: Option<String>| field.filter(|words| !words.trim().is_empty());
    let title = said(document.metadata.title);
    // A title among the properties counts as the document's where the text begins with it.
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let shown = title
        .as_deref()
        .filter(|t| first.trim_start_matches(['#', '*', ' ']).trim_end_matches('*') == t.trim());
    let rest = shown.and_then(|_| text.split_once(first)).map_or(text.as_str(), |(_, rest)| rest);
    markdown::write(rest, shown, &mut blocks);
    if blocks.is_empty() {
        return Err(Failure::Empty);
    }
    let (script, marks) = blocks.finish();
    let mut converted = Converted::new(format, script);
    converted.marks = marks;
    converted.about.title = title;
    converted.about.authors = said(document.metadata.author).into_iter().collect();
    Ok(converted)
}

#[cfg(test)]
pub(in crate::format) mod tests {
    use super::*;
    use crate::format::converted::Script;
    use crate::format::package::tests::pack;
    use crate::text::BlockKind;

    /// A Word file with a body.
    pub(in crate::format) fn docx(body: &str) -> Vec<u8> {
        let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let rels = format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#
        );
        let own = format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="{relation}/styles" Target="styles.xml"/></Relationships>"#
        );
        let w = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
        let document = format!("<w:document {w}><w:body>{body}</w:body></w:document>");
        let notes = format!(
            r#"<w:footnotes {w}><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"#
        );
        let styles = format!(
            r#"<w:styles {w}><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>"#
        );
        let core = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>A title</dc:title><dc:creator>Jane Doe</dc:creator><dcterms:created>2021-05-03T00:00:00Z</dcterms:created></cp:coreProperties>"#;
        pack(&[
            ("[Content_Types].xml", types),
            ("_rels/.rels", &rels),
            ("word/_rels/document.xml.rels", &own),
            ("word/document.xml", &document),
            ("word/footnotes.xml", &notes),
            ("word/styles.xml", &styles),
            ("docProps/core.xml", core),
        ])
    }

    /// A body with some of everything.
    pub(in crate::format) const BODY: &str = r#"<w:p><w:r><w:t>A title</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Part</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">One_two *three* </w:t></w:r><w:del><w:r><w:delText>cut </w:delText></w:r></w:del><w:ins><w:r><w:t>put in</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Share</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>2019</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>40 %</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;

    #[test]
    fn structure_becomes_blocks() {
        use BlockKind::{Cell, Heading, Paragraph, Title};
        let converted = convert("a.docx", &docx(BODY), &Limits::default()).unwrap();
        assert_eq!(converted.about.title.as_deref(), Some("A title"));
        assert_eq!(converted.about.authors, ["Jane Doe"]);
        assert_eq!(converted.about.published, None);
        let Script::Blocks { text, kinds } = &converted.script else { panic!() };
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let kinds: Vec<BlockKind> = kinds.iter().map(|(_, kind)| *kind).collect();
        assert_eq!(
            lines,
            [
                "A title",
                "Part",
                "One_two *three* put in¹.",
                "Year | Share",
                "2019 | 40 %",
                "¹ A note."
            ]
        );
        assert_eq!(kinds, [Title, Heading(2), Paragraph, Cell, Cell, Paragraph]);
    }

    #[test]
    fn hostile_files_are_refused() {
        let deep = docx(&"<w:tbl><w:tr><w:tc>".repeat(10_000));
        assert!(matches!(
            convert("a.docx", &deep, &Limits::default()),
            Err(Failure::Broken { .. })
        ));
        let bomb = docx(&"<w:p><w:r><w:t>words</w:t></w:r></w:p>".repeat(100_000));
        let limits = Limits { bytes: 1 << 20, ..Limits::default() };
        assert!(matches!(convert("a.docx", &bomb, &limits), Err(Failure::TooLarge { .. })));
    }
}
