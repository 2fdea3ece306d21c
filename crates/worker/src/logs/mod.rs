//! A function's log: what its processes write and what the platform says about them.
//!
//! Never here: where events are kept. Nothing here waits for the sink, and a flood is cut off and counted.

mod collector;
mod frames;
mod lines;
mod platform;
mod pump;

pub(crate) use collector::Collector;
pub(crate) use platform::{InitPhase, Line, Status};
pub(crate) use pump::Pipes;
