//! The names of a table's columns in; what each of them holds out. Knows the names by `assets/tables.toml` alone.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    /// When it happened, or when that began.
    Date,
    /// When it ended.
    End,
    /// How exact the date is, as UCDP counts.
    Precision,
    /// How exact the date is, as ACLED counts.
    TimePrecision,
    /// The country's name.
    Country,
    /// ISO 3166-1 alpha-2 codes.
    Alpha2,
    /// An ISO 3166-1 alpha-3 code.
    Alpha3,
    /// A FIPS 10-4 code.
    Fips,
    /// What it is called.
    Title,
    /// What is told of it.
    Notes,
    /// Its type.
    Kind,
    /// Its type, closer.
    Subkind,
    /// Whether it is told as past, planned, supposed or denied.
    Mode,
    /// Who did it.
    Actor1,
    /// To whom.
    Actor2,
    /// Where.
    Place,
    /// The province around it.
    Region,
    /// How many were killed.
    Fatalities,
    /// Who reports it.
    Source,
}

#[derive(Deserialize)]
struct Tables {
    columns: BTreeMap<Role, Vec<String>>,
    headless: Vec<Headless>,
}

#[derive(Deserialize)]
struct Headless {
    columns: usize,
    #[serde(flatten)]
    roles: BTreeMap<Role, usize>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let read = toml::from_str(include_str!("../../../assets/tables.toml"));
    read.unwrap_or(Tables { columns: BTreeMap::new(), headless: Vec::new() })
});

/// Which column holds what.
pub(super) type Columns = BTreeMap<Role, usize>;

/// The columns of a table by their names.
pub(super) fn named<'n>(names: impl Iterator<Item = &'n str>) -> Columns {
    let names: Vec<String> =
        names.map(|n| n.trim_matches(['\u{feff}', ' ', '"', '#']).to_lowercase()).collect();
    let find =
        |wanted: &Vec<String>| wanted.iter().find_map(|name| names.iter().position(|n| n == name));
    TABLES.columns.iter().filter_map(|(role, wanted)| Some((*role, find(wanted)?))).collect()
}

/// The columns of a table without names: those of GDELT, if a row has as many columns and a day where it should.
pub(super) fn headless(row: &[&str]) -> Option<Columns> {
    let table = TABLES.headless.iter().find(|t| t.columns == row.len())?;
    let day = table.roles.get(&Role::Date).and_then(|i| row.get(*i))?;
    (day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit())).then(|| table.roles.clone())
}

/// What a table lacks to be one of events: a sentence for the person who brought it; `None` where it lacks nothing.
pub(super) fn lacks(columns: &Columns, names: &[String]) -> Option<String> {
    const MOST: usize = 12;
    let has = |role: &Role| columns.contains_key(role);
    let called = |role: Role| TABLES.columns.get(&role).map(|n| n.join(", ")).unwrap_or_default();
    let mut missing = Vec::new();
    if !has(&Role::Date) {
        missing.push(format!("a date ({})", called(Role::Date)));
    }
    if ![Role::Title, Role::Notes, Role::Kind, Role::Actor1].iter().any(has) {
        let (kind, title) = (called(Role::Kind), called(Role::Title));
        missing.push(format!("what happened ({title}, {kind})"));
    }
    if missing.is_empty() {
        return None;
    }
    let mut found = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > MOST {
        found.push_str(", …");
    }
    Some(format!("no column for {}; found {found}", missing.join(" and ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_names_is_whole_and_known_tables_are_mapped() {
        let tables: Tables = toml::from_str(include_str!("../../../assets/tables.toml")).unwrap();
        assert!(tables.columns.len() >= 18 && tables.headless.len() == 3);
        let acled = named(
            "event_date,sub_event_type,EVENT_TYPE,actor1,country,notes,fatalities".split(','),
        );
        assert_eq!(acled[&Role::Kind], 2);
        assert_eq!(lacks(&acled, &[]), None);
        let prices = ["date".to_owned(), "price".to_owned()];
        let why = lacks(&named(prices.iter().map(String::as_str)), &prices).unwrap();
        assert!(why.contains("what happened") && why.ends_with("found date, price"), "{why}");
    }
}
