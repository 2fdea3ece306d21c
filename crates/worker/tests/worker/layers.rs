//! Functions with layers.

use crate::support::*;
use domain::*;
use std::sync::Arc;

#[tokio::test]
async fn a_bootstrap_may_come_from_a_layer() {
    let house = House::new(|process| async move {
        let mut api = Api::connect(&process).await;
        let event = api.next().await;
        api.respond(&event.id, format!("{:?}", process.process.argv)).await;
        hang().await
    });
    // The package has none, which its caller is told.
    let empty = FunctionConfig { code: EMPTY, ..function() };
    house.worker.prepare(&empty).await.unwrap();
    let invocation = house.invocation("1");
    let id = invocation.id.clone();
    let outcome = house.worker.run(Arc::new(empty.clone()), invocation).await.unwrap();
    let text = "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]";
    let payload = format!(
        r#"{{"errorType":"Runtime.InvalidEntrypoint","errorMessage":"RequestId: {id} Error: {text}"}}"#
    );
    assert_eq!(error(&outcome), ("Runtime.InvalidEntrypoint", &*payload));
    let log = tail(&outcome);
    let lines: Vec<_> = log.lines().map(|line| line.split([' ', '\t']).next().unwrap()).collect();
    let expected =
        ["INIT_START", "INIT_REPORT", "INIT_REPORT", "START", "RequestId:", "Runtime.InvalidEntrypoint"];
    assert_eq!(lines[..6], expected);
    let layered = FunctionConfig { layers: vec![layer(1), layer(2)], ..empty };
    house.worker.prepare(&layered).await.unwrap();
    let outcome = house.run(&Arc::new(layered.clone()), "1").await;
    assert_eq!(success(&outcome), r#"["/opt/bootstrap"]"#);

    // Layers are an environment's own: in another order they are others.
    let turned = FunctionConfig { layers: vec![layer(2), layer(1)], ..layered };
    assert_eq!(house.worker.prepare(&turned).await.unwrap_err().code, "InvalidZipFileException");
    let failed = house.worker.run(Arc::new(turned), house.invocation("1")).await.unwrap_err();
    assert!(matches!(failed, worker::RunError::Prepare(_)), "{failed:?}");
}
