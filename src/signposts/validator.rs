//! How well a warning sign tells its own scenario from the others, as the Indicators Validator counts it. Ratings come in,
//! a sum goes out; whatever is not rated is said, never guessed.
//!
//! Source: R. H. Pherson's Indicators Validator, in Heuer and Pherson, *Structured Analytic Techniques for Intelligence
//! Analysis*: where a sign is highly likely in its home scenario, each other scenario adds 0 (highly likely), 1 (likely),
//! 2 (could be either), 4 (unlikely) or 6 (highly unlikely); where it is likely at home, 0, 0, 1, 3 or 5.

use super::record::{Rating, Signpost};

/// How well a warning sign tells its own scenario from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Diagnosticity {
    /// It has no home scenario, or its home is not rated, or no other scenario is.
    NotRated,
    /// It is less than likely in its own scenario: no sign of that.
    NotOfItsOwn,
    /// The sum over the other scenarios: the more, the better it tells them apart; 0 is not diagnostic.
    Sum {
        /// The sum.
        sum: u32,
        /// How many other scenarios are rated.
        rated: usize,
        /// How many others there are.
        of: usize,
    },
}

impl Diagnosticity {
    /// The sum, where there is one.
    pub fn sum(self) -> Option<u32> {
        match self {
            Self::Sum { sum, .. } => Some(sum),
            Self::NotRated | Self::NotOfItsOwn => None,
        }
    }
}

/// Counts the diagnosticity of a warning sign over these scenarios.
pub fn diagnosticity(signpost: &Signpost, scenarios: &[String]) -> Diagnosticity {
    let home = signpost.rating(&signpost.scenario).filter(|_| !signpost.scenario.is_empty());
    let Some(home) = home else { return Diagnosticity::NotRated };
    if home > Rating::Likely {
        return Diagnosticity::NotOfItsOwn;
    }
    let others = || scenarios.iter().filter(|name| **name != signpost.scenario);
    let ratings: Vec<Rating> = others().filter_map(|name| signpost.rating(name)).collect();
    if ratings.is_empty() {
        return Diagnosticity::NotRated;
    }
    let sum = ratings.iter().map(|&other| points(home, other)).sum();
    Diagnosticity::Sum { sum, rated: ratings.len(), of: others().count() }
}

/// What another scenario's rating adds.
fn points(home: Rating, other: Rating) -> u32 {
    let highly = home == Rating::HighlyLikely;
    match other {
        Rating::HighlyLikely => 0,
        Rating::Likely => u32::from(highly),
        Rating::CouldBe => 1 + u32::from(highly),
        Rating::Unlikely => 3 + u32::from(highly),
        Rating::HighlyUnlikely => 5 + u32::from(highly),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rated(ratings: &str) -> Signpost {
        let ratings = ratings.split_whitespace().zip(["home", "b", "c", "d", "e", "f"]);
        let ratings = ratings.filter_map(|(r, name)| Some((name.to_owned(), Rating::parse(r)?)));
        Signpost { scenario: "home".into(), ratings: ratings.collect(), ..Signpost::default() }
    }

    /// The first rating is that of the home scenario; `-` is not rated.
    fn count(ratings: &str) -> Diagnosticity {
        let all = ["home", "b", "c", "d", "e", "f"];
        let names: Vec<String> =
            all.iter().take(ratings.split_whitespace().count()).map(|&n| n.to_owned()).collect();
        diagnosticity(&rated(ratings), &names)
    }

    #[test]
    fn every_rating_adds_what_the_validator_says() {
        for (ratings, sum) in [
            ("HL HL", 0),
            ("HL L", 1),
            ("HL C", 2),
            ("HL U", 4),
            ("HL HU", 6),
            ("L HL", 0),
            ("L L", 0),
            ("L C", 1),
            ("L U", 3),
            ("L HU", 5),
            ("HL HL L C U HU", 13),
            ("L HL L C U HU", 9),
            ("HL HU HU HU", 18),
            ("HL HL HL HL", 0),
        ] {
            assert_eq!(count(ratings).sum(), Some(sum), "{ratings}");
        }
    }

    #[test]
    fn what_is_not_rated_is_said() {
        assert_eq!(count("HL - U"), Diagnosticity::Sum { sum: 4, rated: 1, of: 2 });
        assert_eq!(count("HL - -"), Diagnosticity::NotRated);
        assert_eq!(count("- U U"), Diagnosticity::NotRated);
        assert_eq!(count("HL"), Diagnosticity::NotRated);
        for home in ["C", "U", "HU"] {
            assert_eq!(count(&format!("{home} HU")), Diagnosticity::NotOfItsOwn);
        }
        let homeless = Signpost { scenario: String::new(), ..rated("HL HU") };
        assert_eq!(diagnosticity(&homeless, &["home".into(), "b".into()]), Diagnosticity::NotRated);
    }
}
