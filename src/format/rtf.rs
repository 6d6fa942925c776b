//! Rich Text Format: paragraphs, headings, lists, tables and notes as blocks. Never opens pictures or objects, and never
//! gives up on a torn file: what stands before the tear is shown.

mod charset;
mod destination;
mod reader;
mod token;

use super::blocks::Blocks;
use super::converted::Converted;
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use reader::Rtf;
use token::Tokens;

/// How many tokens are read between two looks at the clock.
const BETWEEN: usize = 4096;

/// Takes the text out of a Rich Text file.
///
/// # Errors
/// That there is no text in it or that it took too long.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let format = Format::Rtf;
    let mut blocks = Blocks::default();
    let mut rtf = Rtf::new(&mut blocks);
    for (i, token) in Tokens::new(bytes).enumerate() {
        if i % BETWEEN == 0 && (limits.expired)() {
            return Err(Failure::TookTooLong { format, seconds: limits.seconds });
        }
        rtf.token(token);
    }
    let (about, torn) = rtf.finish();
    if blocks.is_empty() {
        return Err(Failure::Empty);
    }
    let (script, marks) = blocks.finish();
    let mut converted = Converted::new(format, script);
    converted.marks = marks;
    converted.about = about;
    if torn {
        converted.warnings.push("the file ends before its text does".to_owned());
    }
    Ok(converted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::converted::Script;
    use crate::text::BlockKind;

    fn read(rtf: &str) -> (Converted, Vec<(BlockKind, String)>) {
        let converted = convert("a.rtf", rtf.as_bytes(), &Limits::default()).unwrap();
        let Script::Blocks { text, kinds } = &converted.script else { panic!() };
        let line = |&(at, kind): &(u32, BlockKind)| {
            (kind, text.get(at as usize..).and_then(|rest| rest.lines().next()).unwrap().to_owned())
        };
        let lines = kinds.iter().map(line).collect();
        (converted, lines)
    }

    #[track_caller]
    fn check(body: &str, expected: &[(BlockKind, &str)]) {
        let (_, lines) = read(&format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0{body}}}"));
        let lines: Vec<(BlockKind, &str)> = lines.iter().map(|(k, l)| (*k, l.as_str())).collect();
        assert_eq!(lines, expected, "{body}");
    }

    use BlockKind::{Bullet, Cell, Heading, Numbered, Paragraph, Title};

    #[test]
    fn letters_come_from_code_pages_and_unicode() {
        let fonts =
            r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 Gothic;}}";
        check(
            &format!(r"{fonts} caf\'e9 \f1\'cc\'e8\'f0\f0  \f2\'93\'fa\par"),
            &[(Paragraph, "café Мир 日")],
        );
        check(
            r"\u8216\'93hi\u8217\'94 {\uc2\u228\'E8ab} \u-10179?\u-8704? \u945?x\par",
            &[(Paragraph, "‘hi’ äb 😀 αx")],
        );
        check(
            r"a\~b\_c\-d \emdash  \{x\}\\\par",
            &[(Paragraph, "a b‑cd —  {x}\\".replace("  ", " ").as_str())],
        );
    }

    #[test]
    fn structure_becomes_blocks() {
        let styles = r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\sbasedon0 Title;}}";
        let info = r"{\info{\title A title}{\author Jane Doe}{\operator X}{\creatim\yr2021}}";
        let body = format!(
            "{styles}{info}\\pard\\s2 A title\\par\\pard\\s1 Part\\par\\pard\\plain One\\line two {{\\*\\comment gone}}{{\\v hidden}}{{\\deleted cut}}end.\\par\
             {{\\listtext 1.\\tab}}first\\par{{\\pntext\\f3\\'b7\\tab}}second\\par\\pard\\ls1 third\\par\\pard\
             \\trowd\\intbl Year\\cell 40\\par 41\\cell\\row\\pard text{{\\super\\chftn}}{{\\footnote\\pard {{\\super\\chftn}} A note.}} goes on\\par\
             {{\\field{{\\*\\fldinst HYPERLINK \"x\"}}{{\\fldrslt link}}}}{{\\pict 0102}}{{\\header H\\par}}"
        );
        check(
            &body,
            &[
                (Title, "A title"),
                (Heading(1), "Part"),
                (Paragraph, "One two end."),
                (Numbered, "1. first"),
                (Bullet, "• second"),
                (Bullet, "• third"),
                (Cell, "Year | 40 41"),
                (Paragraph, "text¹ goes on"),
                (Paragraph, "¹ A note."),
                (Paragraph, "link"),
            ],
        );
        let (converted, _) = read(&format!("{{\\rtf1{body}}}"));
        assert_eq!(converted.about.title.as_deref(), Some("A title"));
        assert_eq!(converted.about.authors, ["Jane Doe"]);
    }

    #[test]
    fn nested_tables_are_rows_of_their_own() {
        check(
            r"\trowd\intbl\itap2 A\nestcell B\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables no\par}\itap1 after\cell\row\pard out\par",
            &[(Cell, "A | B"), (Paragraph, "after"), (Paragraph, "out")],
        );
    }

    #[test]
    fn torn_and_hostile_files_are_read() {
        let (converted, _) = read(r"{\rtf1 words {\b more");
        assert_eq!(converted.warnings, ["the file ends before its text does"]);
        let deep = format!("{{\\rtf1 words {}x{}}}", "{\\b ".repeat(100_000), "}".repeat(100_000));
        assert_eq!(read(&deep).1, [(Paragraph, "words x".to_owned())]);
        for odd in [
            r"\bin99999999 x",
            r"\u99999999999?",
            r"\'zz",
            r"\'",
            "\\",
            r"\uc-5 \u65 b",
            r"}}}}words",
            r"\ansicpg99",
        ] {
            let _ =
                convert("a.rtf", format!("{{\\rtf1 words {odd}").as_bytes(), &Limits::default());
        }
        assert_eq!(convert("a.rtf", br"{\rtf1 }", &Limits::default()), Err(Failure::Empty));
    }
}
