//! Holds everything the screen can show and changes it in one place. Never prints, waits, locks or spawns.
