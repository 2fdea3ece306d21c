//! A function's log: what its processes write and what the platform says about them.
//!
//! Never here: where events are kept. Nothing here waits for the sink, and a flood is cut off and counted.

mod collector;
mod event;
mod frames;
mod lines;
mod pump;

pub(crate) use collector::{Collector, Origin};
pub(crate) use event::{Api, Event, Init, InitPhase, Schema, Span, Starting, Status};
pub(crate) use pump::Pipes;
