//! What hostile function code tries, and how each attempt ended: for the end-to-end tests, which judge it from outside.
//!
//! Every attempt opens but does not write, or passes arguments that no kernel accepts: one that wins harms nothing. Each
//! runs in a process of its own, forked from whoever asks, with its rights, memory and descriptors.

mod attempt;
mod attributes;
mod exhaustion;
mod facts;
mod files;
mod kernel;
mod namespaces;
mod network;
mod processes;
mod secrets;
mod sockets;

use std::ffi::{CStr, CString, c_char};

use attempt::Attempt;
use facts::Facts;
use serde_json::{Value, json};

/// All attempts of one event: `{"do": "attempt", …facts}`, or one exhaustion: `{"do": "exhaust", "what": NAME}`, some of
/// which need `targets`.
pub fn serve(event: &Value) -> Value {
    match event["do"].as_str() {
        Some("attempt") => match serde_json::from_value::<Facts>(event.clone()) {
            Ok(facts) => json!(attempt::run_all(&every(), &facts)),
            Err(error) => json!({"errorType": "Facts", "errorMessage": error.to_string()}),
        },
        Some("exhaust") => exhaustion::run(event["what"].as_str().unwrap_or_default(), &event["targets"]),
        Some("exhaustions") => json!(exhaustion::names()),
        Some("exhaustions outward") => json!(exhaustion::names_outward()),
        _ => json!(null),
    }
}

fn every() -> Vec<Attempt> {
    let mut all = Vec::new();
    for group in [
        files::ATTEMPTS,
        attributes::ATTEMPTS,
        namespaces::ATTEMPTS,
        kernel::ATTEMPTS,
        processes::ATTEMPTS,
        network::ATTEMPTS,
        secrets::ATTEMPTS,
        sockets::ATTEMPTS,
    ] {
        all.extend_from_slice(group);
    }
    all
}

/// For interpreters: takes an event and gives an answer, both JSON. The answer is never freed.
///
/// # Safety
/// `event` is a terminated string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn attempts_serve(event: *const c_char) -> *const c_char {
    // SAFETY: the caller's promise.
    let text = unsafe { CStr::from_ptr(event) }.to_string_lossy();
    let answer = serve(&serde_json::from_str(&text).unwrap_or(Value::Null)).to_string();
    CString::new(answer).unwrap_or_default().into_raw()
}
