//! What several test files share: the reference figures, scenes drawn from a seed, and a plain twin of the core.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod figures;
pub mod plain;
pub mod scenes;
