//! The shutdown phase: who is told, who has how long, and who waits for it.

use super::*;

#[tokio::test]
async fn a_runtime_and_an_extension_that_end_never_have_their_time_and_no_more() {
    let told = Told::default();
    let noted = told.clone();
    let house = house_of(move |process, name| {
        let told = noted.clone();
        async move {
            let mut api = ExtensionApi::register(&process, &name, BOTH).await;
            loop {
                let event = api.next().await;
                told.note(&name, event);
            }
        }
    });
    let function = Arc::new(with_extensions(1));
    house.run_and_settle(&function, "1").await;
    told.until(1).await;
    let begun = Instant::now();
    house.worker.retire(&function.scope, &function.name, None);
    // Its memory is not free before it is gone.
    assert_eq!(house.worker.status().memory_mb, 128);
    told.until(2).await;
    let (event, when) = told.get(1);
    // The runtime, which does not listen to SIGTERM, had its share.
    let share = when.duration_since(begun).as_millis();
    assert!((290..1_500).contains(&share), "{share} ms");
    let left = event["deadlineMs"].as_i64().unwrap() - domain::clock::SystemClock.now().0;
    assert!((0..1_710).contains(&left), "{left} ms");
    assert_eq!(house.worker.status().memory_mb, 128);
    gone(&house).await;
    let all = begun.elapsed().as_millis();
    assert!((1_950..5_000).contains(&all), "{all} ms");
    assert_eq!(told.shown()[1..], ["x0 spindown"]);
}

#[tokio::test]
async fn without_extensions_there_is_no_shutdown_phase() {
    let house = House::new(echo);
    let function = Arc::new(function());
    house.run_and_settle(&function, "1").await;
    house.worker.retire(&function.scope, &function.name, None);
    gone(&house).await;
    assert_eq!(house.count(|event| matches!(event, Event::Signaled(..) | Event::Thawed(_))), 0);
}

#[tokio::test]
async fn a_full_host_waits_for_what_is_being_shut_down() {
    let house = House::with(
        |config| config.memory_limit_mb = 128,
        playing(|process, name| async move {
            let mut api = ExtensionApi::register(&process, &name, BOTH).await;
            loop {
                api.next().await;
            }
        }),
    );
    let function = Arc::new(with_extensions(1));
    house.run_and_settle(&function, "1").await;
    // Evicted for another function, which has its turn after at most the shutdown phase.
    let other = Arc::new(FunctionConfig { name: FunctionName::new("g").unwrap(), ..(*function).clone() });
    house.run_and_settle(&other, "1").await;
    // Nothing is idle: the room of what leaves is waited for.
    house.worker.retire(&other.scope, &other.name, None);
    assert_eq!(success(&house.run(&function, "2").await), "2");
    assert_eq!(house.created(), 3);
}

#[tokio::test]
async fn the_end_of_the_server_waits_for_no_runtime_that_does_not_come_back() {
    let gate = Arc::new(Semaphore::new(0));
    let held = Arc::clone(&gate);
    let house = House::new(move |process| {
        let gate = Arc::clone(&held);
        async move {
            if let Some(name) = extension(&process) {
                let mut api = ExtensionApi::register(&process, &name, BOTH).await;
                while api.next().await["eventType"] == "INVOKE" {
                    gate.acquire().await.unwrap().forget();
                }
                return EXITED;
            }
            let mut api = Api::connect(&process).await;
            let event = api.next().await;
            api.respond(&event.id, "ok").await;
            hang().await
        }
    });
    let function = Arc::new(FunctionConfig { timeout_s: 60, ..with_extensions(1) });
    house.run(&function, "1").await;
    gate.add_permits(1);
    until("the extension is done", || house.log().iter().any(|line| line.starts_with("REPORT"))).await;
    assert!(house.worker.drain(Duration::from_secs(1)).await);
    gone(&house).await;
}

#[tokio::test]
async fn the_end_of_the_server_is_a_spindown() {
    let told = Told::default();
    let house = obedient_house(&told);
    house.run_and_settle(&Arc::new(with_extensions(1)), "1").await;
    told.until(1).await;
    assert!(house.worker.drain(Duration::from_secs(1)).await);
    assert_eq!(told.shown()[1..], ["x0 spindown"]);
    gone(&house).await;
}
