//! AWS Lambda: the operations on functions, as AWS answers them.
//!
//! One file per operation under `operations`; what several need is a module beside it: [`reference`] (which function is
//! meant), [`options`] (what a request may configure), [`policy`] (resource policies), [`describe`] (what a function looks
//! like in an answer), [`code`] (packages), [`code_source`] (where they come from), [`surroundings`] (networks, file
//! systems, snapshots), [`architecture`] (whose machine code runs here), [`preparation`] (from `Pending` to `Active`),
//! [`functions`] (configurations in memory), [`page`] (lists), [`events`] (asynchronous invocations, for whoever runs them),
//! [`streaming`] (answers that are taken while they are made).
//!
//! Never here: HTTP, signatures, running a function. A synchronous invocation of a known function asks no database.

pub mod architecture;
mod attached;
mod code;
mod code_source;
pub mod code_url;
mod concurrency;
mod describe;
mod engine;
mod errors;
mod events;
mod function_url;
mod functions;
mod layers;
mod operations;
mod options;
mod page;
mod policy;
mod preparation;
mod reference;
mod service;
mod streaming;
mod surroundings;
mod uuid;

pub use code_url::CodeUrls;
pub use engine::Engine;
pub use function_url::{FunctionUrl, UrlAnswer, UrlInvocation};
pub use service::{Config, Deps, LambdaService};
