//! Operations that are not built, and those of the models that share Lambda's signing name: an error of the
//! protocol, with the operation's name, whatever else is wrong with the request.

use crate::house::House;
use crate::snapshot::{Request, get};
use aws_wire::Service;
use serde_json::{Value, json};

async fn refused(house: &House, method: &'static str, template: &str, service: &str, name: &str) {
    let uri = template.replace("+}", "}").replace(['{', '}'], "_");
    for body in ["", "{}", "no JSON"] {
        let response = house.exchange(&Request::new(method, uri.as_str(), body)).await;
        assert_eq!(response.status(), 501, "{name}");
        assert_eq!(response.headers()["x-amzn-errortype"], "NotImplementedException", "{name}");
        assert_eq!(response.headers()["content-type"], "application/json", "{name}");
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        let text = format!("The operation {name} of {service} is not implemented by Tenfold yet.");
        assert_eq!(body, json!({ "message": text }));
    }
}

#[tokio::test]
async fn lambdas_own() {
    let house = House::new();
    for operation in house.service.model().operations.iter().filter(|o| !o.built) {
        refused(&house, operation.method, operation.uri, "lambda", operation.name).await;
    }
    let uri = "/2025-11-30/functions/fn/function-scaling-config";
    house.snapshot("GetFunctionScalingConfig/not-built", get(uri)).await;
}

#[tokio::test]
async fn those_of_siblings() {
    let house = House::new();
    let siblings = house.service.model().siblings;
    for sibling in siblings {
        refused(&house, sibling.method, sibling.uri, sibling.service, sibling.operation).await;
    }
    for service in ["lambda-core", "lambda-microvms", "lambda-web"] {
        assert!(siblings.iter().any(|sibling| sibling.service == service), "{service}");
    }
}

#[tokio::test]
async fn what_nobody_knows() {
    let house = House::new();
    let response = house.exchange(&get("/2015-03-31/no-such-thing")).await;
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["x-amzn-errortype"], "UnknownOperationException");
    assert_eq!(response.headers()["content-type"], "application/json");
}
