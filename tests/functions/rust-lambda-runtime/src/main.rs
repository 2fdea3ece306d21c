//! A function on the `lambda_runtime` crate: answers with its event and what its context says.

use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

static INVOCATIONS: AtomicU64 = AtomicU64::new(0);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    run(service_fn(handle)).await
}

async fn handle(event: LambdaEvent<Value>) -> Result<Value, Error> {
    let count = INVOCATIONS.fetch_add(1, Ordering::Relaxed) + 1;
    println!("invocation {count}");
    if event.payload["fail"] == true {
        return Err("asked to fail".into());
    }
    Ok(json!({
        "echo": event.payload,
        "count": count,
        "request_id": event.context.request_id,
        "arn": event.context.invoked_function_arn,
        "memory": event.context.env_config.memory,
    }))
}
