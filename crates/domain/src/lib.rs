//! The nouns of the product: what a function, a version, an invocation and an
//! outcome are, in the words that AWS Lambda uses.
//!
//! Never here: input or output, serialisation, threads, the system clock.
//! Every other crate may import this one; this one imports none of ours.

pub mod alias;
pub mod arn;
pub mod clock;
pub mod code_signing;
pub mod egress;
pub mod event_source;
pub mod fnv;
pub mod function;
pub mod hex;
pub mod integrity;
pub mod invocation;
pub mod layer;
pub mod limits;
pub mod log;
pub mod meter;
pub mod name;
mod promptly;
pub mod runtime;
pub mod scope;
pub mod segment;
pub mod trace;

pub use alias::{Alias, Routing};
pub use arn::FunctionArn;
pub use clock::{Clock, Timestamp};
pub use code_signing::CodeSigningConfig;
pub use event_source::{EventSourceMapping, MappingState};
pub use function::{CodeRef, FunctionConfig, FunctionState, LastUpdate, LayerRef, Sha256, Version};
pub use invocation::{Invocation, InvocationId, InvocationType, Outcome};
pub use layer::{LayerArn, LayerName, LayerVersion, LayerVersionArn};
pub use name::{FunctionName, FunctionRef, Qualifier};
pub use promptly::promptly;
pub use scope::{AccountId, Region, Scope};
pub use segment::{Segment, SegmentSink};
pub use trace::{Trace, TraceId};
