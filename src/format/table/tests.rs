//! Small tables of each kind, read by the room.

use super::super::{Converted, Failure, Format, Limits, Row, Script, convert};
use std::ops::Range;

fn read(name: &str, table: &str) -> Converted {
    convert(name, table.as_bytes(), &Limits::default()).unwrap()
}

fn words<'t>(converted: &'t Converted, at: &Range<u32>) -> &'t str {
    let Script::Blocks { text, .. } = &converted.script else { panic!("blocks") };
    text.get(at.start as usize..at.end as usize).unwrap()
}

fn shown(converted: &Converted, row: &Row) -> [String; 3] {
    let cell =
        |at: &Option<Range<u32>>| at.as_ref().map_or("", |at| words(converted, at)).to_owned();
    let places = row.countries.iter().map(|p| words(converted, &p.at));
    [cell(&row.date), cell(&row.title), places.collect::<Vec<_>>().join("+")]
}

fn codes(row: &Row) -> Vec<Option<&str>> {
    row.countries.iter().map(|p| p.code.as_deref()).collect()
}

#[test]
fn rows_of_acled_are_lines_with_their_cells_known() {
    let table = "event_id_cnty;event_date;event_type;actor1;country;location;notes;fatalities\n\
                 KAZ1;05 January 2022;Riots;Rioters;Kazakhstan;Almaty;\"Rioters stormed the akimat;\nshots were fired.\";12\n\
                 KAZ2;soon;Protests;Protesters;Kazakhstan;Aktau;Protesters gathered.;0\n";
    let converted = read("acled.csv", table);
    let [first, second] = converted.rows.as_slice() else { panic!("two rows") };
    assert_eq!(
        words(&converted, &first.line),
        "Rioters stormed the akimat; shots were fired. | 05 January 2022 | Almaty | Kazakhstan | Rioters | Riots"
    );
    let cells = ["05 January 2022", "Rioters stormed the akimat; shots were fired.", "Kazakhstan"];
    assert_eq!(shown(&converted, first), cells);
    assert_eq!(first.edtf.as_deref(), Some("2022-01-05"));
    assert_eq!((first.kind.as_deref(), first.fatalities), (Some("Riots"), Some(12)));
    assert_eq!((second.edtf.as_deref(), second.fatalities), (None, Some(0)));
    assert_eq!(converted.warnings, ["line 4: no date: soon"]);
}

#[test]
fn dates_of_ucdp_are_as_exact_as_it_says() {
    let table = "id,date_start,date_end,date_prec,country,side_a,side_b,type_of_violence,best\n\
                 1,2019-03-01 00:00:00.000,2019-03-31 00:00:00.000,4,Mali,Government of Mali,JNIM,1,7\n\
                 2,2019-03-04,2019-03-10,3,Mali,Government of Mali,JNIM,1,\n";
    let converted = read("ged.csv", table);
    let dates: Vec<_> = converted.rows.iter().map(|r| r.edtf.as_deref()).collect();
    assert_eq!(dates, [Some("2019-03"), Some("2019-03-04/2019-03-10")]);
    assert_eq!(converted.rows[0].fatalities, Some(7));
    assert_eq!(shown(&converted, &converted.rows[0])[1], "Government of Mali");
}

#[test]
fn rows_of_gdelt_have_no_names_and_other_codes() {
    let mut row = vec![""; 61];
    for (i, cell) in [(0, "1"), (1, "20240131"), (6, "GERMANY"), (16, "NIGERIA"), (28, "04")] {
        row[i] = cell;
    }
    (row[52], row[53], row[60]) = ("Abuja, Nigeria", "NI", "https://example.org/a");
    let converted = read("20240131.export.CSV", &format!("{0}\n{0}\n", row.join("\t")));
    assert_eq!(converted.rows.len(), 2);
    let first = &converted.rows[0];
    assert_eq!((first.edtf.as_deref(), codes(first)), (Some("2024-01-31"), vec![Some("NG")]));
    assert_eq!(shown(&converted, first), ["20240131", "GERMANY", "NI"]);
}

#[test]
fn what_bluf_exports_it_reads() {
    let table = "{\"id\":\"a\",\"doc\":\"a.txt\",\"quote\":\"Kazakhstan and China signed.\",\"date\":\"2018-06\",\
                 \"countries\":[{\"code\":\"KZ\",\"via\":\"name\"},{\"code\":\"CN\",\"via\":\"name\"}],\
                 \"type\":\"agree\",\"title\":\"Kazakhstan and China sign\",\"mode\":\"actual\"}\n\
                 not json\n";
    let converted = read("events.jsonl", table);
    let first = &converted.rows[0];
    assert_eq!(shown(&converted, first), ["2018-06", "Kazakhstan and China sign", "KZ+CN"]);
    assert_eq!(codes(first), [Some("KZ"), Some("CN")]);
    assert_eq!(first.edtf.as_deref(), Some("2018-06"));
    assert!(converted.warnings[0].starts_with("line 2: "), "{:?}", converted.warnings);
    let csv = "date,countries,type,mode,doc,title,start,end,quote\n\
               2018-06/2018-07,KZ CN,agree,actual,a.txt,A title,0,9,\"A quote, long\"\n";
    let converted = read("events.csv", csv);
    assert_eq!(converted.rows[0].edtf.as_deref(), Some("2018-06/2018-07"));
    assert_eq!(codes(&converted.rows[0]), [Some("KZ"), Some("CN")]);
}

#[test]
fn other_tables_say_what_they_lack() {
    let failed = |name: &str, table: &str| {
        convert(name, table.as_bytes(), &Limits::default()).unwrap_err().to_string()
    };
    let why = failed("prices.csv", "date,price\n2020-01-01,3\n");
    assert!(why.starts_with("CSV: no table of events: no column for what happened"), "{why}");
    assert!(failed("a.jsonl", "[1]\n").contains("no line of it is an object"));
    assert!(failed("a.jsonl", "{\"a\":1}\n").ends_with("found a"));
    let empty = convert("a.csv", b" \n", &Limits::default()).unwrap_err();
    assert_eq!(empty, Failure::Empty);
    let limits = Limits { expired: &|| true, ..Limits::default() };
    let table = b"date,title\n2020,x\n2021,y\n";
    let converted = convert("a.csv", table, &limits);
    assert!(converted.is_ok_and(|c| c.format == Format::Csv && c.rows.len() == 2));
}

#[test]
fn torn_tables_are_read_as_far_as_they_go() {
    let table =
        "event_date,event_type,country,notes\n2022-01-05,Riots,\"Kazakhstan\",\"Shots é\nfired\"\n";
    for end in 0..=table.len() {
        let _ = convert("a.csv", table.as_bytes().get(..end).unwrap(), &Limits::default());
        let _ = convert("a.jsonl", table.as_bytes().get(end..).unwrap(), &Limits::default());
    }
}
