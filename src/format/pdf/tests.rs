//! Small PDFs written here, read by the room and, where it matters, by the text pipeline behind it.

use super::super::{Converted, Failure, Format, Limits, Locator, Script};
use super::convert;
use crate::text::{self, BlockKind, Furniture};
use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A file of objects, the first of which is the catalogue, with a table of where they are.
fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", i + 1).unwrap();
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(out, "trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n")
        .unwrap();
    out.into_bytes()
}

fn stream(dictionary: &str, content: &str) -> String {
    format!("<< {dictionary} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// A file of pages, each of its drawing instructions, all with one fixed-width font; `page` goes into each page.
fn pdf_with(contents: &[String], page: &str, trailer: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|i| format!("{} 0 R", 5 + 2 * i)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
        "<< /Title (A Report on Trade) /Author (Jane Doe; admin) /CreationDate (D:20200101) >>"
            .to_owned(),
    ];
    for (i, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> {page} >>",
            6 + 2 * i
        ));
        objects.push(stream("", content));
    }
    file(&objects, &format!("/Info 4 0 R {trailer}"))
}

fn pdf(contents: &[String]) -> Vec<u8> {
    pdf_with(contents, "", "")
}

/// Draws words at a place, in points from the lower left.
fn at(x: f32, y: f32, size: f32, words: &str) -> String {
    format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n")
}

/// Draws lines one below the other.
fn lines(x: f32, y: f32, words: &[&str]) -> String {
    words.iter().enumerate().map(|(i, w)| at(x, y - 12.0 * i as f32, 10.0, w)).collect()
}

fn read(bytes: &[u8]) -> Result<Converted, Failure> {
    convert("a.pdf", bytes, &Limits::default())
}

fn lines_of(bytes: &[u8]) -> String {
    match read(bytes).unwrap().script {
        Script::Lines(text) => text.into(),
        other => panic!("{other:?}"),
    }
}

const LEFT: [&str; 7] = [
    "The council met on the tenth of March and",
    "spoke for two days about the trans-",
    "national movement of goods over the river",
    "and about the customs posts that three of",
    "its members had closed in the winter when",
    "prices rose and the harvest in the valley",
    "was lost to frost, as the minister said",
];
const RIGHT: [&str; 7] = [
    "in his answer to the members of the lower",
    "house on the following day. A vote on the",
    "treaty was put off until the summer, when",
    "the two neighbours are to meet again in a",
    "town on the border that has not been said",
    "so far; the opposition asked for an early",
    "vote and left the chamber without result.",
];

#[test]
fn two_columns_are_read_one_after_the_other_and_broken_words_are_joined() {
    // Drawn line by line across both columns, as some programs do.
    let mut page = at(150.0, 740.0, 16.0, "A treaty is put off");
    for (i, (left, right)) in LEFT.iter().zip(RIGHT).enumerate() {
        let y = 700.0 - 12.0 * i as f32;
        page += &at(50.0, y, 10.0, left);
        page += &at(316.0, y, 10.0, right);
    }
    let bytes = pdf(&[page]);
    let shown = lines_of(&bytes);
    let read = text::read(shown.as_bytes());
    let all = read.clean.replace('\n', " ");
    assert!(all.contains("the transnational movement of goods"), "{all}");
    assert!(all.contains("as the minister said in his answer to the members"), "{all}");
    assert!(all.contains("A treaty is put off"));
    let converted = super::super::convert("a.pdf", &bytes, &Limits::default()).unwrap();
    assert_eq!(converted.about.title.as_deref(), Some("A Report on Trade"));
    assert_eq!(converted.about.authors, ["Jane Doe"]);
    assert_eq!(converted.about.language.as_deref(), Some("en-GB"));
    assert_eq!(converted.about.published, None);
    assert!(converted.warnings.is_empty());
}

#[test]
fn raised_marks_are_marks_and_their_notes_stay_out_of_the_sentence() {
    let mut first = lines(50.0, 700.0, &LEFT);
    first += &at(50.5 + 41.0 * 6.0, 704.0, 6.0, "12");
    first += &at(50.0, 560.0, 6.0, "12");
    first += &at(56.0, 556.0, 8.0, "See the minutes of the council, page four.");
    let second = lines(50.0, 700.0, &RIGHT);
    let shown = lines_of(&pdf(&[first, second]));
    assert!(shown.contains("March and¹²\n"), "{shown}");
    assert!(shown.contains("¹²See the minutes") || shown.contains("¹² See the minutes"), "{shown}");
    let read = text::read(shown.as_bytes());
    let all = read.clean.replace('\n', " ");
    assert!(all.contains("as the minister said in his answer"), "{all}");
}

#[test]
fn pages_are_marked_and_their_heads_and_numbers_are_furniture() {
    let page = |number: usize| {
        let mut words = LEFT;
        words.rotate_left(number);
        // The foot is drawn first, the head last.
        at(300.0, 30.0, 10.0, &number.to_string())
            + &lines(50.0, 700.0, &words)
            + &at(50.0, 770.0, 10.0, "Yearbook of the Valley")
    };
    let bytes = pdf(&(1..=5).map(page).collect::<Vec<_>>());
    let converted = read(&bytes).unwrap();
    let Script::Lines(shown) = &converted.script else { panic!("lines") };
    assert_eq!(shown.matches('\u{c}').count(), 4);
    for (i, mark) in converted.marks.iter().enumerate() {
        assert_eq!(mark.locator, Locator::Page(i as u32 + 1));
        let page = shown.get(mark.at as usize..).unwrap();
        assert!(page.starts_with("Yearbook of the Valley\n\n"), "{page}");
    }
    let read = text::read(shown.as_bytes());
    let furniture = |b: &&text::Block| b.kind == BlockKind::Furniture(Furniture::RunningHead);
    assert_eq!(read.blocks.iter().filter(furniture).count(), 10, "{:?}", read.blocks);
}

#[test]
fn a_turned_page_is_read_as_it_is_seen() {
    let mut content = String::new();
    for (i, words) in LEFT.iter().enumerate() {
        let x = 100 + 12 * i;
        writeln!(content, "BT /F1 10 Tf 0 1 -1 0 {x} 50 Tm ({words}) Tj ET").unwrap();
    }
    let shown = lines_of(&pdf_with(std::slice::from_ref(&content), "/Rotate 90", ""));
    assert_eq!(shown.trim_end(), LEFT.join("\n"));
    // Without the page's own turn: a wide table on an upright page.
    assert_eq!(lines_of(&pdf(&[content])).trim_end(), LEFT.join("\n"));
}

#[test]
fn stamps_across_the_page_and_hidden_layers_stay_out_unless_there_is_nothing_else() {
    let stamp = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET\n";
    let hidden = "BT /F1 10 Tf 3 Tr 1 0 0 1 50 300 Tm (What the scanner read) Tj ET\n";
    let shown = lines_of(&pdf(&[lines(50.0, 700.0, &LEFT) + stamp + hidden]));
    assert_eq!(shown.trim_end(), LEFT.join("\n"));
    let scan = lines_of(&pdf(&[hidden.to_owned()]));
    assert_eq!(scan.trim_end(), "What the scanner read");
    let twice = lines(50.0, 700.0, &LEFT) + &lines(50.3, 700.0, &LEFT);
    assert_eq!(lines_of(&pdf(&[twice])).trim_end(), LEFT.join("\n"));
}

#[test]
fn paragraphs_are_parted_where_lines_stand_apart() {
    let page = lines(50.0, 700.0, &LEFT) + &lines(50.0, 606.0, &RIGHT);
    let shown = lines_of(&pdf(&[page]));
    assert_eq!(shown.trim_end(), format!("{}\n\n{}", LEFT.join("\n"), RIGHT.join("\n")));
}

#[test]
fn what_cannot_be_read_says_why() {
    assert_eq!(
        read(&pdf(&[String::new(), String::new()])).unwrap_err(),
        Failure::NoText { format: Format::Pdf, pages: 2 }
    );
    let lock = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 \
                /O <00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff> \
                /U <00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff> >> /ID [<00><00>]";
    let locked = pdf_with(&[lines(50.0, 700.0, &LEFT)], "", lock);
    assert_eq!(read(&locked).unwrap_err(), Failure::Encrypted(Format::Pdf));
    assert!(matches!(
        read(b"%PDF-1.7\nnothing").unwrap_err(),
        Failure::Broken { format: Format::Pdf, at: Some(16), .. }
    ));
    let two = pdf(&[lines(50.0, 700.0, &LEFT), lines(50.0, 700.0, &RIGHT)]);
    let limits = Limits { pages: 1, ..Limits::default() };
    assert_eq!(
        convert("a.pdf", &two, &limits).unwrap_err(),
        Failure::TooLarge { what: "pages", limit: 1 }
    );
}

#[test]
fn a_file_whose_time_is_over_keeps_the_pages_that_were_read() {
    let pages: Vec<String> = (0..9).map(|_| lines(50.0, 700.0, &LEFT)).collect();
    let asked = AtomicUsize::new(0);
    let expired = || asked.fetch_add(1, Ordering::Relaxed) >= 4;
    let limits = Limits { expired: &expired, ..Limits::default() };
    let converted = convert("a.pdf", &pdf(&pages), &limits).unwrap();
    assert_eq!(converted.marks.len(), 4);
    assert_eq!(converted.warnings, ["4 of 9 pages read: given up after 5 seconds"]);
    let limits = Limits { expired: &|| true, ..Limits::default() };
    let failed = convert("a.pdf", &pdf(&pages), &limits).unwrap_err();
    assert_eq!(failed, Failure::TookTooLong { format: Format::Pdf, seconds: 5 });
}

#[test]
fn a_page_that_draws_itself_comes_to_an_end() {
    // Each form draws the next twice: 2 to the power of 40 letters.
    let form = |i: usize| {
        let next = if i < 40 { "/X Do /X Do".to_owned() } else { at(9.0, 9.0, 9.0, "x") };
        let resources = format!("/Font << /F1 3 0 R >> /XObject << /X {} 0 R >>", 6 + i + 1);
        let head = "/Type /XObject /Subtype /Form /BBox [0 0 600 800]";
        stream(&format!("{head} /Resources << {resources} >>"), &next)
    };
    let page = |x: usize| {
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R \
             /Resources << /Font << /F1 3 0 R >> /XObject << /X {x} 0 R >> >> >>"
        )
    };
    let build = |x: usize, forms: Vec<String>| {
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [4 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
            page(x),
            stream("", &(at(50.0, 700.0, 10.0, "Before the forms") + "/X Do")),
        ];
        objects.extend(forms);
        file(&objects, "")
    };
    let itself = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 6 0 R >> >>",
        "/X Do",
    );
    assert_eq!(lines_of(&build(6, vec![itself])).trim_end(), "Before the forms");
    let asked = AtomicUsize::new(0);
    let expired = || asked.fetch_add(1, Ordering::Relaxed) >= 20;
    let limits = Limits { expired: &expired, ..Limits::default() };
    let bomb = build(6, (0..=40).map(form).collect());
    let failed = convert("a.pdf", &bomb, &limits).unwrap_err();
    assert_eq!(failed, Failure::TookTooLong { format: Format::Pdf, seconds: 5 });
}

#[test]
fn trees_that_loop_or_lie_are_read_as_far_as_they_go() {
    let text = stream("", &at(50.0, 700.0, 10.0, "Still here"));
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned();
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R \
                /Resources << /Font << /F1 3 0 R >> >> >>"
        .to_owned();
    for pages in [
        "<< /Type /Pages /Kids [2 0 R 4 0 R 2 0 R] /Count 3 >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 2000000000 >>",
        "<< /Type /Pages /Kids [4 0 R 99 0 R null 7] /Count -1 >>",
    ] {
        let catalog = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
        let objects = [catalog, pages.to_owned(), font.clone(), page.clone(), text.clone()];
        assert_eq!(lines_of(&file(&objects, "")).trim_end(), "Still here", "{pages}");
    }
    for deep in
        ["[".repeat(200_000), "<< /A ".repeat(200_000), "(".repeat(200_000), "q ".repeat(100_000)]
    {
        let _ = read(&pdf(&[deep.clone() + &at(50.0, 700.0, 10.0, "x")]));
        let _ = read(&pdf_with(&[at(50.0, 700.0, 10.0, "x")], &format!("/Junk {deep}"), ""));
        let _ = read(format!("%PDF-1.7\n1 0 obj\n{deep}").as_bytes());
    }
}

#[test]
fn torn_and_flipped_files_are_read_or_refused() {
    let page = |n: usize| lines(50.0, 700.0, &LEFT) + &at(50.0, 30.0, 10.0, &n.to_string());
    let whole = pdf(&(0..4).map(page).collect::<Vec<_>>());
    for tenth in 0..=10 {
        let torn = whole.get(..whole.len() * tenth / 10).unwrap();
        if let Err(Failure::Broken { at, .. }) = read(torn) {
            assert_eq!(at, Some(torn.len() as u64));
        }
    }
    // A fixed row of numbers: Knuth's MMIX generator.
    let mut seed = 20_260_101_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for _ in 0..200 {
        let mut bytes = whole.clone();
        for _ in 0..20 {
            let place = next(bytes.len());
            bytes[place] ^= 1 << next(8);
        }
        let _ = read(&bytes);
    }
}
