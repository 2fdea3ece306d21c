//! Every operation's exchanges on the wire: what succeeds, and every error that can happen. Those that cannot stand
//! with their reason in `tests/snapshots/cannot-happen.json`; `cargo xtask generate --check` says what is missing.

mod aliases;
mod code_signing;
mod concurrency;
mod event_invoke;
mod event_source_mappings;
mod function_urls;
mod functions;
mod invoke;
mod invoke_with_response_stream;
mod layers;
mod not_built;
mod permissions;
mod settings;
mod sources;
mod store_fails;
mod tags;
mod updates;
mod versions;

const F: &str = "/2015-03-31/functions";
/// The model lets it through, and the operations do not.
const LONG: &str = "a-name-of-more-than-sixty-four-characters-which-the-model-lets-through";
