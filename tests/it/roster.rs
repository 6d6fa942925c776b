//! Who is named in a corpus: what is held together across documents, and what is not.

use crate::support::loaded;
use bluf::extract::EntityKind;
use bluf::model::{Corpus, DocId};
use bluf::query::{Entry, Index, Lens, Roster, View};
use pretty_assertions::assert_eq;

/// The texts as a corpus.
fn read(texts: &[&str]) -> Corpus {
    let names: Vec<String> = (0..texts.len()).map(|n| format!("{n:05}.txt")).collect();
    let texts: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(texts.iter().copied()).collect();
    loaded(&texts)
}

/// An entry as "P name: form ×count, … <office> ?whom it may be".
fn told(corpus: &Corpus, roster: &Roster, entry: &Entry) -> String {
    let kind = if entry.kind == EntityKind::Person { "P" } else { "O" };
    let forms: Vec<String> = entry
        .variants
        .iter()
        .map(|form| format!("{} ×{}", form.words.of(corpus), form.count))
        .collect();
    let mut told = format!("{kind} {}: {}", entry.name.of(corpus), forms.join(", "));
    for office in &entry.offices {
        told.extend([" <", office.words.of(corpus), ">"]);
    }
    for &may in &entry.perhaps {
        told.extend([" ?", roster.entries()[may as usize].name.of(corpus)]);
    }
    told
}

/// The rosters of some texts, entries in the order of their first mention.
fn check(texts: &[&str], expected: &[&str]) {
    let corpus = read(texts);
    let roster = Roster::new(&corpus);
    let mut entries: Vec<&Entry> = roster.entries().iter().collect();
    entries.sort_by_key(|entry| roster.mentions(entry).first().copied());
    let found: Vec<String> = entries.iter().map(|entry| told(&corpus, &roster, entry)).collect();
    assert_eq!(found, expected, "{texts:#?}");
}

#[test]
fn a_person_is_one_under_all_spellings_with_every_office() {
    check(
        &[
            "On Monday Dorlan Secretary General Imangali Vostrovskoy left. Vostrovskoy was tired.",
            "President Qasym-Zhomart Toqayen came. They saw Imangali Vostrovskoi there.",
            "Former President Kasym-Jomart Tokaen left. Mr. Vostrovskoy came.",
        ],
        &[
            "P Imangali Vostrovskoy: Vostrovskoy ×2, Imangali Vostrovskoy ×1, Imangali Vostrovskoi ×1 <Dorlan Secretary General>",
            "P Qasym-Zhomart Toqayen: Qasym-Zhomart Toqayen ×1, Kasym-Jomart Tokaen ×1 <President>",
        ],
    );
}

#[test]
fn a_surname_that_two_have_is_given_to_neither() {
    check(
        &[
            "They met George Bramwell in town.",
            "They met Laura Bramwell in town.",
            "They met Mr. Bramwell in town.",
        ],
        &[
            "P George Bramwell: George Bramwell ×1",
            "P Laura Bramwell: Laura Bramwell ×1",
            "P Bramwell: Bramwell ×1 ?George Bramwell ?Laura Bramwell",
        ],
    );
}

#[test]
fn a_surname_goes_to_the_one_whom_its_own_document_names() {
    check(
        &[
            "They met George Bramwell. Bramwell was well.",
            "They met Laura Bramwell. Bramwell left.",
        ],
        &[
            "P George Bramwell: George Bramwell ×1, Bramwell ×1",
            "P Laura Bramwell: Laura Bramwell ×1, Bramwell ×1",
        ],
    );
}

#[test]
fn names_with_other_words_between_are_two() {
    check(
        &[
            "They met George Walker Bramwell in town.",
            "They met George Herbert Bramwell in town.",
            "They met George W. Bramwell in town.",
            "They met George Bramwell in town.",
        ],
        &[
            "P George Walker Bramwell: George Walker Bramwell ×1, George W. Bramwell ×1",
            "P George Herbert Bramwell: George Herbert Bramwell ×1",
            "P George Bramwell: George Bramwell ×1",
        ],
    );
}

#[test]
fn an_office_of_another_keeps_a_surname_apart() {
    check(
        &["They met Finance Minister Jane Dorval in town.", "They met President Dorval in town."],
        &[
            "P Jane Dorval: Jane Dorval ×1 <Finance Minister>",
            "P Dorval: Dorval ×1 <President> ?Jane Dorval",
        ],
    );
}

#[test]
fn an_office_tells_which_of_two_a_surname_means() {
    check(
        &[
            "They met Vice President George Bramwell in town.",
            "Then Vice President Bramwell left. It was for his son Robert Bramwell that he came.",
            "They met Minister Bramwell in town.",
        ],
        &[
            "P George Bramwell: George Bramwell ×1, Bramwell ×1 <Vice President>",
            "P Robert Bramwell: Robert Bramwell ×1",
            "P Bramwell: Bramwell ×1 <Minister> ?George Bramwell ?Robert Bramwell",
        ],
    );
}

#[test]
fn a_pope_is_nobodys_surname() {
    check(
        &[
            "They met Jane Clement in town.",
            "They met Pope Clement in town.",
            "Pope Clement left again.",
        ],
        &["P Jane Clement: Jane Clement ×1", "P Clement: Clement ×2 <Pope>"],
    );
}

#[test]
fn a_body_is_one_under_all_spellings_and_its_own_initials() {
    check(
        &[
            "The Dorlan Security Organisation (DSO) met. DSO left.",
            "The Dorlan Security Organization met.",
            "Then DSO sent them home, and BSG stayed.",
        ],
        &[
            "O Dorlan Security Organisation: DSO ×3, Dorlan Security Organisation ×1, Dorlan Security Organization ×1",
        ],
    );
}

#[test]
fn initials_of_two_bodies_are_given_to_neither() {
    let texts = [
        "The Border Security Agency (BSA) met.",
        "The Bank Supervision Authority (BSA) met. BSA left.",
        "Then BSA sent them home.",
    ];
    check(
        &texts,
        &[
            "O Border Security Agency: Border Security Agency ×1, BSA ×1",
            "O Bank Supervision Authority: BSA ×2, Bank Supervision Authority ×1",
        ],
    );
    let corpus = read(&texts);
    let roster = Roster::new(&corpus);
    let said: Vec<&str> = roster.gloss("BSA").iter().map(|gloss| gloss.long.of(&corpus)).collect();
    assert_eq!(said, ["Border Security Agency", "Bank Supervision Authority"]);
}

#[test]
fn a_gloss_is_the_corpus_own_words_with_their_place() {
    let corpus = read(&[
        "The gross domestic product (GDP) grew.",
        "Dorlan’s Gross Domestic Product (GDP) fell. All GDPs fall.",
        "The CSTO met.",
    ]);
    let roster = Roster::new(&corpus);
    let [gloss] = roster.gloss("GDPs") else { panic!("{:?}", roster.gloss("GDPs")) };
    assert_eq!(gloss.long.of(&corpus), "gross domestic product");
    assert_eq!(gloss.told.of(&corpus), "gross domestic product (GDP");
    assert_eq!((gloss.told.document, gloss.documents), (DocId(0), 2));
    assert!(roster.gloss("CSTO").is_empty(), "what a table knows is not what the corpus says");
}

#[test]
fn each_mention_is_found_at_its_place() {
    let corpus = loaded(&[
        ("a.txt", "They met George Bramwell. Bramwell left."),
        ("b.txt", "George Bramwell slept."),
    ]);
    let roster = Roster::new(&corpus);
    let [entry] = roster.entries() else { panic!("{:?}", roster.entries()) };
    assert_eq!((entry.count(), entry.documents), (3, 2));
    for words in roster.mentions(entry) {
        assert!(words.of(&corpus).ends_with("Bramwell"));
        assert_eq!(roster.at(words.document, words.span.start), Some(entry));
        assert_eq!(roster.at(words.document, words.span.end - 1), Some(entry));
        assert_eq!(roster.at(words.document, words.span.end), None);
    }
    assert_eq!(roster.mentions_in(DocId(0)).len(), 2);
    assert_eq!(roster.at(DocId(9), 0), None);
}

#[test]
fn nobody_is_looked_for_until_somebody_asks() {
    let corpus = read(&["They met Jane Dorval."]);
    let index = Index::new(&corpus);
    let view = View::new(&corpus, &Lens::default());
    drop((index, view));
    assert!(corpus.documents.iter().all(|document| !document.has_names()));
    let later = corpus.clone();
    Roster::new(&corpus);
    assert!(later.documents.iter().all(|document| document.has_names()), "snapshots share them");
}

#[test]
fn a_thousand_persons_of_one_surname_cost_no_more_than_their_number() {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    let texts: Vec<String> = (0..3000)
        .map(|n| {
            let name: String = [n / 676, n / 26, n].into_iter().map(letter).collect();
            format!("They met President J{name}z Dorvalov. Mr. Dorvalov left, and Dorval Steel Inc. grew.")
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let corpus = read(&texts);
    let roster = Roster::new(&corpus);
    assert!(roster.entries().len() > 1000);
}
