//! Draws the state and feeds the loop; owns the terminal. Never changes state.
