//! Words of local news that show in which country a text was written, from `assets/country-cues.tsv`.
//! They name no country and are no mentions; never looks at a document.

use super::iso::{Country, lines};
use std::sync::LazyLock;

/// How a cue stands to a town's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It says nothing of a town.
    None,
    /// The town's name stands before it: "Harlow Bend City Council".
    Before,
    /// The town's name stands before it and it belongs to the name: "Clinton Township".
    Within,
    /// The town's name stands after it: "City of Canton".
    After,
    /// A name stands before it that is a river's or an airport's of any country: "Barlow River".
    Closes,
    /// A name stands after it that is a lake's or a mountain's of any country: "Lake Barlow".
    Opens,
}

impl Way {
    /// Whether it makes the name of a piece of land or water of the name beside it, and speaks for no country.
    pub(super) fn names_land(self) -> bool {
        matches!(self, Self::Closes | Self::Opens)
    }
}

/// A row of the table: words that show the same.
#[derive(Debug)]
pub(super) struct Cue {
    /// Where these words are used.
    pub(super) countries: Vec<Country>,
    /// How they stand to a town's name.
    pub(super) way: Way,
    /// The words.
    pub(super) words: &'static str,
}

static CUES: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    lines(include_str!("../../../assets/country-cues.tsv")).filter_map(cue).collect()
});

/// All rows, in the table's order.
pub(super) fn all() -> &'static [Cue] {
    &CUES
}

/// How the words of a row stand to a town's name.
pub(super) fn way(row: usize) -> Way {
    CUES.get(row).map_or(Way::None, |cue| cue.way)
}

fn cue(line: &'static str) -> Option<Cue> {
    let (countries, rest) = line.split_once('\t')?;
    let (way, words) = rest.split_once('\t')?;
    let way = match way {
        "before" => Way::Before,
        "within" => Way::Within,
        "after" => Way::After,
        "closes" => Way::Closes,
        "opens" => Way::Opens,
        _ => Way::None,
    };
    Some(Cue { countries: countries.split(',').filter_map(Country::parse).collect(), way, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = lines(include_str!("../../../assets/country-cues.tsv"));
        for (row, cue) in rows.zip(all()) {
            let codes = row.split_once('\t').unwrap().0;
            let any = codes == "*" && cue.countries.is_empty() && cue.way.names_land();
            assert!(any || codes.split(',').count() == cue.countries.len(), "{row}");
            assert!(cue.words.split('|').all(|word| !word.is_empty()), "{row}");
        }
        assert!(all().len() > 10);
    }
}
