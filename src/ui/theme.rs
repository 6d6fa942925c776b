//! The roles of everything on screen and their looks: the terminal's own sixteen colours, and for every meaning a
//! bold, underline or reverse that says it without colour. The only place that names a colour.

use ratatui::style::{Color, Modifier, Style};

/// A look for each role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Styles {
    /// Running text.
    pub text: Style,
    /// What matters less: rules, furniture, hints' words, footnote marks.
    pub dim: Style,
    /// Headings and titles of documents.
    pub heading: Style,
    /// The title of a pane.
    pub title: Style,
    /// The title of the pane with the focus.
    pub title_focused: Style,
    /// Dates in the text.
    pub date: Style,
    /// Countries in the text and their codes in lists.
    pub country: Style,
    /// Figures in the text.
    pub figure: Style,
    /// Words of likelihood, doubt and obligation.
    pub likelihood: Style,
    /// What made something match.
    pub hit: Style,
    /// The same on a selected row.
    pub hit_selected: Style,
    /// The lit sentence.
    pub lit: Style,
    /// The bar beside it.
    pub bar: Style,
    /// The selected row of the focused list.
    pub selected: Style,
    /// The selected row of another list.
    pub selected_elsewhere: Style,
    /// A heading in a list.
    pub group: Style,
    /// The type of an event.
    pub kind: Style,
    /// What is planned, supposed or denied.
    pub mode: Style,
    /// The histogram's columns.
    pub column: Style,
    /// The histogram's column of the selected event.
    pub column_selected: Style,
    /// The status line.
    pub status: Style,
    /// A key in a hint.
    pub key: Style,
    /// What went wrong.
    pub error: Style,
}

impl Styles {
    /// The looks, with colours or without.
    pub fn new(colour: bool) -> Self {
        use Modifier as M;
        let plain = Style::new();
        let with = |modifier, color| {
            let style = plain.add_modifier(modifier);
            if colour { style.fg(color) } else { style }
        };
        Self {
            text: plain,
            dim: plain.add_modifier(M::DIM),
            heading: with(M::BOLD, Color::Reset),
            title: plain.add_modifier(M::DIM),
            title_focused: plain.add_modifier(M::BOLD | M::REVERSED),
            date: with(M::UNDERLINED, Color::Cyan),
            country: with(M::BOLD, Color::Green),
            figure: with(M::BOLD | M::UNDERLINED, Color::Yellow),
            likelihood: with(M::ITALIC | M::UNDERLINED, Color::Magenta),
            hit: with(M::REVERSED | M::BOLD, Color::Yellow),
            hit_selected: plain.add_modifier(M::BOLD | M::UNDERLINED).remove_modifier(M::REVERSED),
            lit: plain.add_modifier(M::BOLD),
            bar: with(M::BOLD, Color::Magenta),
            selected: plain.add_modifier(M::REVERSED),
            selected_elsewhere: plain.add_modifier(M::BOLD),
            group: with(M::BOLD, Color::Blue),
            kind: plain,
            mode: with(M::BOLD, Color::Magenta),
            column: with(M::empty(), Color::Blue),
            column_selected: with(M::BOLD | M::REVERSED, Color::Magenta),
            status: plain.add_modifier(M::REVERSED),
            key: plain.add_modifier(M::BOLD),
            error: with(M::BOLD, Color::Red),
        }
    }
}
