//! Responses that stream, from the runtime to whoever runs the function.

use crate::support::*;
use bytes::Bytes;
use domain::invocation::Ended;
use domain::{FunctionConfig, Outcome};
use sandbox::ExitStatus;
use sandbox::simulated::SimulatedProcess;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use worker::{Part, ResponseParts, StreamRate, response_stream};

/// Streams `one`, waits for a permit, and ends as the event says.
async fn streams(process: SimulatedProcess, go_on: Arc<Semaphore>) -> ExitStatus {
    let mut api = Api::connect(&process).await;
    loop {
        let event = api.next().await;
        if event.text() == "whole" {
            api.respond(&event.id, "whole").await;
            continue;
        }
        api.begin_stream(&event.id).await;
        api.stream("one").await;
        match event.text() {
            "pour" => while api.stream(&"x".repeat(1 << 16)).await {},
            "hang" => return hang().await,
            _ => {}
        }
        go_on.acquire().await.unwrap().forget();
        if event.text() == "exit" {
            return ExitStatus::Exited(3);
        }
        api.stream("two").await;
        assert_eq!(api.end_stream().await, 202);
    }
}

struct Stage {
    house: Arc<House>,
    go_on: Arc<Semaphore>,
}

impl Stage {
    fn new() -> Self {
        let go_on = Arc::new(Semaphore::new(0));
        let permits = Arc::clone(&go_on);
        let house = House::new(move |process| streams(process, Arc::clone(&permits)));
        Self { house: Arc::new(house), go_on }
    }

    fn run(&self, function: FunctionConfig, event: &str) -> (ResponseParts, JoinHandle<Outcome<Bytes>>) {
        let (sink, parts) = response_stream(StreamRate::default());
        let (worker, invocation) = (Arc::clone(&self.house.worker), self.house.invocation(event));
        let running =
            async move { worker.run_streaming(Arc::new(function), invocation, sink).await.unwrap() };
        (parts, tokio::spawn(running))
    }

    fn busy(&self) -> usize {
        self.house.worker.status().pools.iter().map(|pool| pool.busy).sum()
    }
}

async fn first(parts: &mut ResponseParts) {
    assert_eq!(parts.recv().await, Some(Part::Head { content_type: None }));
    assert_eq!(parts.recv().await, Some(Part::Chunk(Bytes::from_static(b"one"))));
}

#[tokio::test]
async fn pieces_come_before_the_end_and_the_environment_is_free_after_it() {
    let stage = Stage::new();
    for _ in 0..3 {
        let (mut parts, running) = stage.run(function(), "");
        first(&mut parts).await;
        assert_eq!((stage.busy(), running.is_finished()), (1, false));
        stage.go_on.add_permits(1);
        assert_eq!(parts.recv().await, Some(Part::Chunk(Bytes::from_static(b"two"))));
        let outcome = running.await.unwrap();
        assert_eq!(success(&outcome), "");
        assert!(tail(&outcome).contains("REPORT RequestId"));
        assert_eq!(parts.recv().await, None);
        stage.house.settled().await;
    }
    assert_eq!(stage.house.created(), 1);
}

#[tokio::test]
async fn without_a_sink_or_a_stream_all_is_in_the_outcome() {
    let stage = Stage::new();
    stage.go_on.add_permits(1);
    assert_eq!(success(&stage.house.run_and_settle(&Arc::new(function()), "").await), "onetwo");
    let (mut parts, running) = stage.run(function(), "whole");
    assert_eq!(success(&running.await.unwrap()), "whole");
    assert_eq!(parts.recv().await, None);
}

#[tokio::test]
async fn a_process_that_ends_in_the_middle() {
    let stage = Stage::new();
    let (mut parts, running) = stage.run(function(), "exit");
    first(&mut parts).await;
    stage.go_on.add_permits(1);
    let outcome = running.await.unwrap();
    assert_eq!(error(&outcome).0, "Runtime.ExitError");
    assert_eq!(parts.recv().await, None);
    stage.go_on.add_permits(1);
    assert_eq!(success(&stage.house.run_and_settle(&Arc::new(function()), "").await), "onetwo");
}

#[tokio::test]
async fn the_time_limit_holds_though_nobody_takes_anything() {
    for event in ["pour", "hang"] {
        let stage = Stage::new();
        let (mut parts, running) = stage.run(FunctionConfig { timeout_s: 1, ..function() }, event);
        let outcome = running.await.unwrap();
        assert_eq!(error(&outcome).0, "Sandbox.Timedout");
        assert!(parts.len() <= parts.max_capacity());
        first(&mut parts).await;
        while parts.recv().await.is_some() {}
        stage.go_on.add_permits(1);
        assert_eq!(success(&stage.house.run_and_settle(&Arc::new(function()), "").await), "onetwo");
    }
}

#[tokio::test]
async fn nobody_listens_and_the_function_ends_as_ever() {
    let stage = Stage::new();
    let (mut parts, running) = stage.run(function(), "");
    first(&mut parts).await;
    drop(parts);
    stage.go_on.add_permits(1);
    let Outcome { ended: Ended::Success(payload), .. } = running.await.unwrap() else { panic!("an error") };
    assert!(payload.is_empty());
    stage.house.settled().await;
    assert_eq!(stage.house.created(), 1);
}
