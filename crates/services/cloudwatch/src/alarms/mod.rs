//! Alarms: what they watch, how they stand, and what they do about it.
//!
//! `evaluate` decides, `rule` is the language of composite alarms, `watch` looks at the right times, `change` writes a new
//! state and has the actions carried out.

pub(crate) mod actions;
pub(crate) mod change;
pub(crate) mod describe;
pub(crate) mod evaluate;
pub(crate) mod kept;
pub(crate) mod operations;
pub(crate) mod order;
pub(crate) mod put;
pub(crate) mod rule;
pub(crate) mod tags;
pub(crate) mod watch;
