//! AWS Lambda: the operations on functions, as AWS answers them.
//!
//! One file per operation under `operations`, what each asks to be allowed under [`access`]; what several need is a module
//! beside it: [`reference`] (which function is meant), [`options`] (what a request may configure), [`policy`] (resource
//! policies), [`describe`] (what a function looks like in an answer), [`code`] (packages), [`code_source`] (where they come from), [`surroundings`] (networks, file
//! systems, snapshots), [`architecture`] (whose machine code runs here), [`preparation`] (from `Pending` to `Active`),
//! [`functions`] (configurations in memory), [`page`] (lists), [`events`] (asynchronous invocations, for whoever runs them),
//! [`streaming`] (answers that are taken while they are made).
//!
//! Never here: HTTP, signatures, running a function. A synchronous invocation of a known function asks no database.

mod access;
pub mod architecture;
mod attached;
mod by_service;
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
mod rights;
mod roles;
mod service;
mod streaming;
mod surroundings;
mod traced;
mod uuid;

pub use access::access;
pub use by_service::ServiceCaller;
pub use code_url::CodeUrls;
pub use engine::Engine;
pub use function_url::{FunctionUrl, UrlAnswer, UrlInvocation};
pub use roles::trusts_lambda;
pub use service::{Config, Deps, LambdaService};
