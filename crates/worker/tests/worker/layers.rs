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
    // The package has none.
    let refused = house.worker.prepare(&function()).await.unwrap_err();
    assert_eq!(refused.code, "FunctionError.InvalidEntryPoint");
    assert!(
        refused.reason.starts_with("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]")
    );
    let layered = FunctionConfig { layers: vec![layer(1), layer(2)], ..function() };
    house.worker.prepare(&layered).await.unwrap();
    let outcome = house.run(&Arc::new(layered.clone()), "1").await;
    assert_eq!(success(&outcome), r#"["/opt/bootstrap"]"#);

    // Layers are an environment's own: in another order they are others.
    let turned = FunctionConfig { layers: vec![layer(2), layer(1)], ..layered };
    assert_eq!(house.worker.prepare(&turned).await.unwrap_err().code, "InvalidZipFileException");
    let failed = house.worker.run(Arc::new(turned), house.invocation("1")).await.unwrap_err();
    assert!(matches!(failed, worker::RunError::Prepare(_)), "{failed:?}");
}
