//! The lists of `assets/assessment/turns.tsv`: words beside a word of judgement that make it another thing. Looks at no text.

use crate::text::lists::word_lists;

word_lists! { "../../../assets/assessment/turns.tsv":
    /// What a speaker goes on with who has nothing to sum up.
    COURTESY = "courtesy",
    /// Turns of speech that oblige nobody.
    PHRASE = "phrase",
    /// Words that turn what one fears away.
    AVERT = "avert",
    /// Words before "need" where it is a noun.
    NEED = "need",
    /// Words before "will" where it is a noun.
    WILL = "will",
    /// Words before "May" where it is the month.
    MONTH = "month",
    /// What stands before a word of likelihood and denies it.
    NEGATION = "negation",
    /// Verbs that an adjective is said with.
    COPULA = "copula",
    /// Units of time that "next" goes on to.
    UNIT = "unit",
    /// Prepositions before the day that a judgement looks to.
    AHEAD = "ahead",
    /// Auxiliaries before "need" and the like that tell what was.
    AUXILIARY = "auxiliary",
    /// Words that open an indirect question.
    QUESTION = "question",
    /// What "may" and "could" go on with where they say nothing of what is to come.
    WISHED = "wished",
    /// What stands before "may be" where it does not.
    SUPPOSED = "supposed",
}
