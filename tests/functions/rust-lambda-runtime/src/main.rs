//! A function on the `lambda_runtime` crate: answers with its event and what its context says, or streams as many blocks
//! of 64 KiB as its event asks for (`{"stream": N}`, or `/N` of a function URL).

use lambda_runtime::streaming::{Body, channel};
use lambda_runtime::{
    Error, FunctionResponse, LambdaEvent, MetadataPrelude, StreamResponse, run, service_fn,
};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

static INVOCATIONS: AtomicU64 = AtomicU64::new(0);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    run(service_fn(handle)).await
}

type Response = FunctionResponse<Value, Body>;

async fn handle(event: LambdaEvent<Value>) -> Result<Response, Error> {
    let path = event.payload["rawPath"].as_str().and_then(|path| path[1..].parse().ok());
    if let Some(blocks) = event.payload["stream"].as_u64().or(path) {
        return stream(blocks);
    }
    let count = INVOCATIONS.fetch_add(1, Ordering::Relaxed) + 1;
    println!("invocation {count}");
    if event.payload["fail"] == true {
        return Err("asked to fail".into());
    }
    Ok(FunctionResponse::BufferedResponse(json!({
        "echo": event.payload,
        "count": count,
        "request_id": event.context.request_id,
        "arn": event.context.invoked_function_arn,
        "memory": event.context.env_config.memory,
    })))
}

/// Blocks of one byte each: their number.
fn stream(blocks: u64) -> Result<Response, Error> {
    let (mut sender, stream) = channel();
    tokio::spawn(async move {
        for block in 0..blocks {
            let byte = u8::try_from(block % 251).unwrap_or_default();
            if sender.send_data(vec![byte; 65_536].into()).await.is_err() {
                return;
            }
        }
    });
    let mut metadata_prelude = MetadataPrelude { cookies: vec!["a=1".to_owned()], ..Default::default() };
    metadata_prelude.status_code = 203_u16.try_into()?;
    Ok(FunctionResponse::StreamingResponse(StreamResponse { metadata_prelude, stream }))
}
