//! Figures held together: groups, series, totals, what is newer, what is computed. Small texts in, one line a fact out.

use crate::support::loaded;
use bluf::model::{Corpus, IndicatorId};
use bluf::query::Figures;
use bluf::query::figures::{Derived, change, series_of};
use pretty_assertions::assert_eq;

fn value(corpus: &Corpus, id: IndicatorId) -> String {
    let row = &corpus.indicators[id.index()];
    let qualifier = corpus.string(row.qualifier);
    format!("{}{}", if qualifier == "=" { "" } else { qualifier }, row.value)
}

fn values(corpus: &Corpus, ids: &[IndicatorId]) -> String {
    ids.iter().map(|id| value(corpus, *id)).collect::<Vec<_>>().join(" ")
}

fn computed(corpus: &Corpus, derived: &Derived) -> String {
    let of = values(corpus, &derived.operands);
    let qualifier = if derived.qualifier == "=" { "" } else { derived.qualifier };
    format!("derived {} {qualifier}{} of {of}", derived.formula.name(), derived.value)
}

/// All that is known beside the figures themselves.
fn facts(documents: &[(&'static str, &str)]) -> Vec<String> {
    let corpus = loaded(documents);
    let figures = Figures::new(&corpus);
    let mut facts = Vec::new();
    for group in figures.groups.iter().filter(|group| group.rows.len() > 1) {
        facts.push(format!("group {}", values(&corpus, &group.rows)));
        for series in &group.series {
            let steps = series.steps(&corpus);
            let points: Vec<String> =
                steps.iter().map(|(at, id)| format!("{at}:{}", value(&corpus, *id))).collect();
            facts.push(format!("series by {} {}", series.grain.name(), points.join(" ")));
            facts.extend(change(&corpus, series).iter().map(|d| computed(&corpus, d)));
        }
        let pairs = group.conflicts.iter();
        facts.extend(pairs.map(|pair| format!("conflict {}", values(&corpus, pair))));
        let pairs = group.superseded.iter();
        facts.extend(pairs.map(|pair| format!("newer {}", values(&corpus, pair))));
    }
    for total in &figures.totals {
        let parts = values(&corpus, &total.parts);
        let sum = if total.agrees { "=" } else { "≠" };
        facts.push(format!("total {} {sum} {}: {parts}", value(&corpus, total.total), total.sum));
    }
    facts.extend(figures.pairs.iter().map(|derived| computed(&corpus, derived)));
    for at in 0..corpus.indicators.len() {
        let id = IndicatorId(at as u32);
        let all = figures.series(&corpus, id).cloned();
        assert_eq!(series_of(&corpus, id), all, "one figure's series is that of all");
    }
    facts
}

fn told(text: &str) -> Vec<String> {
    facts(&[("a.txt", text)])
}

#[test]
fn a_series_runs_along_the_calendar() {
    let text = "In 2014, 136 recruits were turned back in Kenya. In 2015, 151 recruits were turned back in Kenya. \
        In 2018, 91 recruits were turned back in Kenya. In March 2018, 9 recruits were turned back in Kenya.";
    assert_eq!(
        told(text),
        [
            "group 136 151 91 9",
            "series by year 0:136 1:151 4:91",
            "derived change -45 of 136 91",
            "derived change in percent -33.0882352941 of 136 91",
            "newer 136 91",
            "newer 151 91",
        ]
    );
}

#[test]
fn unlike_units_and_countries_stay_apart() {
    let text = "In 2014, exports of tea from Kenya were $5 million. In 2015, exports of tea from Kenya were 7,000 tonnes.\n\n\
        In 2014, 136 recruits were turned back in Kenya. In 2015, 151 recruits were turned back in Uganda.";
    assert_eq!(told(text), Vec::<String>::new());
}

#[test]
fn a_name_that_only_adds_its_country_is_of_its_own_document() {
    let one = "In 2016, 91 Kenyan refugees went home. In 2015, 12 Kenyan refugees went home.";
    let two = "In 2016, 95 Kenyan refugees were counted. In 2014, 60 percent of the population of Kenya was young.";
    let three = "In 2014, 40 percent of the population of Kenya was poor.";
    let all = facts(&[("one.txt", one), ("two.txt", two), ("three.txt", three)]);
    assert!(all.iter().all(|fact| !fact.starts_with("conflict")), "{all:?}");
}

#[test]
fn a_vague_name_makes_no_series() {
    let text = "In 2014, there were 17 people in Kenya. In 2016, there were 5 people in Kenya.";
    assert!(told(text).iter().all(|fact| !fact.starts_with("series")), "{:?}", told(text));
}

#[test]
fn a_change_is_no_level() {
    let text = "In 2014, exports of tea from Kenya were 40 percent of output. \
        In 2015, exports of tea from Kenya fell by about 12 percent.";
    assert_eq!(told(text), Vec::<String>::new());
}

#[test]
fn documents_that_differ_are_both_shown() {
    let one = "In 2016, 91 recruits were turned back in Kenya. In 2015, 151 recruits were turned back in Kenya.";
    let two = "In 2016, 93 recruits were turned back in Kenya. In 2015, over 150 recruits were turned back in Kenya.";
    assert_eq!(
        facts(&[("one.txt", one), ("two.txt", two)]),
        [
            "group 151 >150 91 93",
            "series by year 0:151 0:>150 1:91 1:93",
            "conflict 91 93",
            "conflict 93 91",
            "newer 151 93",
            "newer >150 93",
        ]
    );
}

#[test]
fn a_total_is_checked_against_its_parts() {
    let text = "During the last four years, 440 recruits were turned back in Kenya (2014: 136 recruits, 2015: 151 \
        recruits, 2016: 91 recruits, 2017: 62 recruits).";
    let totals = |text: &str| -> Vec<String> {
        told(text).into_iter().filter(|fact| fact.starts_with("total")).collect()
    };
    assert_eq!(totals(text), ["total 440 = 440: 136 151 91 62"]);
    let wrong = text.replace("440", "450");
    assert_eq!(totals(&wrong), ["total 450 ≠ 440: 136 151 91 62"]);
    let about = text.replace("440", "more than 400");
    assert_eq!(totals(&about), ["total >400 = 440: 136 151 91 62"]);
    // What is far off, of another time, or only near by was not meant to be the sum.
    for text in [
        text.replace("440", "900"),
        "In 2017, 440 recruits were turned back in Kenya (2014: 136 recruits, 2015: 151 recruits, 2016: 153 recruits)."
            .to_owned(),
        "In 2017, Kenya trained 500 officers. It bought 300 lorries and 200 boats.".to_owned(),
    ] {
        assert_eq!(totals(&text), Vec::<String>::new(), "{text}");
    }
    let meant = "In 2017, Kenya trained a total of 440 officers, including 136 women and 304 men.";
    assert_eq!(totals(meant), ["total 440 = 440: 136 304"]);
    let after = "In 2017, Kenya trained 136 women and 304 men, 440 officers in all.";
    assert_eq!(totals(after), ["total 440 = 440: 136 304"]);
}

#[test]
fn a_later_document_is_newer_where_no_period_is_stated() {
    let one = "Kenya at a Glance\n\nPublished on: 3 May 2018\n\nKenya has a population of 47,600,000 people.";
    let two = "Kenya at a Glance\n\nPublished on: 9 June 2021\n\nKenya has a population of 53,000,000 people.";
    assert_eq!(
        facts(&[("one.txt", one), ("two.txt", two)]),
        ["group 47600000 53000000", "newer 47600000 53000000"]
    );
}

#[test]
fn what_is_computed_keeps_its_operands_and_its_bounds() {
    let text = "In 2023, Kenya recorded over 25,000 arrivals versus 16,000 departures.";
    assert_eq!(
        told(text),
        ["derived net >9000 of >25000 16000", "derived ratio >1.5625 of >25000 16000"]
    );
    let share = "Kenya ratified 15 of the 19 resolutions on piracy.";
    let share = told(share);
    assert_eq!(share.last().unwrap(), "derived share in percent 78.9473684211 of 15 19");
}
