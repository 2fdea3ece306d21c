//! An external extension on the `lambda-extension` crate: writes what it is told of to the log. Where the variable
//! `SUBSCRIBE` says `telemetry` or `logs`, it is told of these too.

use lambda_extension::{
    Error, Extension, LambdaEvent, LambdaLog, LambdaTelemetry, NextEvent, SharedService, run, service_fn,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let extension = Extension::new().with_events_processor(service_fn(told));
    // Not what extensions write: it would come back for ever.
    let types = &["platform", "function"];
    match std::env::var("SUBSCRIBE").as_deref() {
        Ok("telemetry") => {
            let extension = extension.with_telemetry_processor(SharedService::new(service_fn(telemetry)));
            extension.with_telemetry_types(types).run().await
        }
        Ok("logs") => {
            let extension = extension.with_logs_processor(SharedService::new(service_fn(logs)));
            extension.with_log_types(types).run().await
        }
        _ => run(service_fn(told)).await,
    }
}

async fn told(event: LambdaEvent) -> Result<(), Error> {
    match event.next {
        NextEvent::Invoke(invoke) => {
            println!("rust extension: INVOKE {} {}", invoke.request_id, invoke.tracing.value);
        }
        NextEvent::Shutdown(shutdown) => {
            println!("rust extension: SHUTDOWN {} {}", shutdown.shutdown_reason, shutdown.deadline_ms);
            std::process::exit(0);
        }
    }
    Ok(())
}

async fn telemetry(events: Vec<LambdaTelemetry>) -> Result<(), Error> {
    events.iter().for_each(|event| println!("rust telemetry: {:?}", event.record));
    Ok(())
}

async fn logs(events: Vec<LambdaLog>) -> Result<(), Error> {
    events.iter().for_each(|event| println!("rust logs: {:?}", event.record));
    Ok(())
}
