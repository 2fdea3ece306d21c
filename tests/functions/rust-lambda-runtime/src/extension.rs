//! An external extension on the `lambda-extension` crate: writes what it is told of to the log.

use lambda_extension::{Error, LambdaEvent, NextEvent, run, service_fn};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    run(service_fn(told)).await
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
