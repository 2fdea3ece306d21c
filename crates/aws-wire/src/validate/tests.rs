//! AWS's recorded answers (LocalStack's snapshots of the real service, Apache-2.0), and rules around them. Where the
//! model's pattern has changed since a recording, the start that both share is compared.

use crate::generated::{iam, lambda, logs};
use crate::model::ServiceModel;
use crate::service::ApiError;
use bytes::Bytes;
use http::Request;

/// Routes, decodes and validates, as the gateway does.
fn refusal(model: &'static ServiceModel, method: &str, uri: &str, body: &str) -> Option<ApiError> {
    let request = Request::builder().method(method).uri(uri);
    let request = match model.target_prefix {
        "" => request,
        prefix => request.header("x-amz-target", format!("{prefix}.{}", uri.trim_start_matches('/'))),
    };
    let parts = request.body(()).unwrap().into_parts().0;
    let route = model.route(&parts, body.as_bytes()).unwrap();
    route.operation.decode(model, &parts, &route.labels, Bytes::copy_from_slice(body.as_bytes())).err()
}

fn lambda_message(method: &str, uri: &str, body: &str) -> String {
    let error = refusal(&lambda::MODEL, method, uri, body).unwrap();
    assert_eq!((error.status, &*error.code), (400, "ValidationException"), "{error}");
    error.message
}

const ROLE: &str = "arn:aws:iam::111111111111:role/r";
const FUNCTIONS: &str = "/2015-03-31/functions";
const LAMBDA_NAME: &str = r"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?";

/// `…failed to satisfy constraint: …` of one violation.
fn one(value: &str, place: &str, constraint: &str) -> String {
    format!(
        "1 validation error detected: Value {value} at '{place}' failed to satisfy constraint: {constraint}"
    )
}

#[test]
fn recorded_answers_to_create_function() {
    let create = |more: &str| {
        let name = if more.contains("FunctionName") { "" } else { r#""FunctionName":"f","# };
        let role = if more.contains("\"Role\"") { String::new() } else { format!(r#""Role":"{ROLE}","#) };
        lambda_message("POST", FUNCTIONS, &format!(r#"{{{name}{role}"Code":{{}},{more}}}"#))
    };
    let role = r"Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+";
    assert_eq!(create(r#""Role":"r1""#), one("'r1'", "role", role));
    let one_only = "Member must have length less than or equal to 1";
    assert_eq!(
        create(r#""Architectures":["x86_64","arm64"]"#),
        one("'[x86_64, arm64]'", "architectures", one_only)
    );
    let architectures = "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]";
    assert_eq!(create(r#""Architectures":["X86_64"]"#), one("'[X86_64]'", "architectures", architectures));
    let apply_on = "Member must satisfy enum value set: [PublishedVersions, None]";
    assert_eq!(
        create(r#""SnapStart":{"ApplyOn":"invalidOption"}"#),
        one("'invalidOption'", "snapStart.applyOn", apply_on)
    );
    let subnets = "Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: subnet-[0-9a-z]*]";
    assert_eq!(create(r#""VpcConfig":{"SubnetIds":["x"]}"#), one("'[x]'", "vpcConfig.subnetIds", subnets));
    let groups = "Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: sg-[0-9a-zA-Z]*]";
    assert_eq!(
        create(r#""VpcConfig":{"SecurityGroupIds":["x"]}"#),
        one("'[x]'", "vpcConfig.securityGroupIds", groups)
    );
    let layer = "arn:aws:lambda:us-east-1:111111111111:layer:l";
    let layers = r"Member must satisfy constraint: [Member must have length less than or equal to 2048, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-";
    let message = create(&format!(r#""Layers":["{layer}"]"#));
    assert!(message.starts_with(&one(&format!("'[{layer}]'"), "layers", layers)), "{message}");
    assert!(message.ends_with(", Member must not be null]"), "{message}");
    let name = format!("Member must satisfy regular expression pattern: {LAMBDA_NAME}");
    assert_eq!(
        create(r#""FunctionName":"invalid:function:name""#),
        one("'invalid:function:name'", "functionName", &name)
    );
    let long = format!("arn:aws:lambda:us-east-1:111111111111:function:{}", "a".repeat(120));
    let too_long = "Member must have length less than or equal to 140";
    assert_eq!(
        create(&format!(r#""FunctionName":"{long}""#)),
        one(&format!("'{long}'"), "functionName", too_long)
    );
}

#[test]
fn recorded_answers_to_operations_on_layers() {
    const LAYERS: &str = "/2018-10-31/layers";
    let starts = |message: String, expected: &str| assert!(message.starts_with(expected), "{message}");
    let known = "Member must satisfy enum value set: [ruby3.5, ruby2.6, dotnetcore1.0, python3.7, nodejs8.10, nasa, \
                 ruby2.7, python2.7-greengrass, dotnetcore2.0, ";
    let unknown = one("'runtimedoesnotexist'", "compatibleRuntime", known);
    for uri in [LAYERS, "/2018-10-31/layers/l/versions"] {
        let message = |query: &str| lambda_message("GET", &format!("{uri}?{query}"), "");
        starts(message("CompatibleRuntime=runtimedoesnotexist"), &unknown);
        let set = "Member must satisfy enum value set: [x86_64, arm64]";
        assert_eq!(
            message("CompatibleArchitecture=archdoesnotexist"),
            one("'archdoesnotexist'", "compatibleArchitecture", set)
        );
    }
    let arn = "arn:aws:lambda:us-east-1:111111111111:layer:l";
    let pattern = r"Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)";
    let uri = format!("{LAYERS}?find=LayerVersion&Arn={arn}");
    assert_eq!(lambda_message("GET", &uri, ""), one(&format!("'{arn}'"), "arn", pattern));
    for good in [&format!("{arn}:1"), "arn:aws:lambda:::awslayer:Name"] {
        let uri = format!("{LAYERS}?find=LayerVersion&Arn={good}");
        assert!(refusal(&lambda::MODEL, "GET", &uri, "").is_none(), "{good}");
    }

    let publish = |more: &str| format!(r#"{{"Content":{{"ZipFile":"AA=="}},{more}}}"#);
    let uri = "/2018-10-31/layers/l/versions";
    let runtimes = |list: &str| {
        format!(
            "Value '{list}' at 'compatibleRuntimes' failed to satisfy constraint: Member must satisfy enum value \
             set: [nodejs20.x, python3.14, provided.al2023, "
        )
    };
    let body =
        publish(r#""CompatibleRuntimes":["invalidruntime"],"CompatibleArchitectures":["invalidarch"]"#);
    let message = lambda_message("POST", uri, &body);
    let architectures = "; Value '[invalidarch]' at 'compatibleArchitectures' failed to satisfy constraint: \
                         Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64]]";
    assert!(message.ends_with(architectures), "{message}");
    starts(message, &format!("2 validation errors detected: {}", runtimes("[invalidruntime]")));
    let list = r#""CompatibleRuntimes":["invalidruntime","invalidruntime2","nodejs20.x"]"#;
    starts(
        lambda_message("POST", uri, &publish(list)),
        &format!(
            "1 validation error detected: {}",
            runtimes("[invalidruntime, invalidruntime2, nodejs20.x]")
        ),
    );
    for good in [
        r#""CompatibleRuntimes":["python3.7","nodejs20.x"]"#,
        r#""CompatibleRuntimes":[],"CompatibleArchitectures":null"#,
        r#""CompatibleArchitectures":["arm64","x86_64"]"#,
    ] {
        assert!(refusal(&lambda::MODEL, "POST", uri, &publish(good)).is_none(), "{good}");
    }
    let too_many = ["\"python3.12\""; 16].join(",");
    let message = lambda_message("POST", uri, &publish(&format!(r#""CompatibleRuntimes":[{too_many}]"#)));
    assert!(message.ends_with("Member must have length less than or equal to 15"), "{message}");

    let uri = "/2018-10-31/layers/l/versions/1/policy";
    let body = r#"{"StatementId":"s1","Action":"*","Principal":"*"}"#;
    let action = "Member must satisfy regular expression pattern: lambda:GetLayerVersion";
    assert_eq!(lambda_message("POST", uri, body), one("'*'", "action", action));
}

#[test]
fn recorded_answers_to_other_operations() {
    let arn = "arn:aws:lambda:us-east-1:123400000000@function:myfn";
    let invoke = r"Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?";
    let uri = format!("{FUNCTIONS}/{arn}/invocations");
    assert_eq!(lambda_message("POST", &uri, "{}"), one(&format!("'{arn}'"), "functionName", invoke));
    let all = "Member must satisfy enum value set: [ALL]";
    let uri = format!("{FUNCTIONS}?FunctionVersion=invalid");
    assert_eq!(lambda_message("GET", &uri, ""), one("'invalid'", "functionVersion", all));
    let uri = "/2017-03-31/tags/arn%3Aaws%3Asomething";
    let message = lambda_message("GET", uri, "");
    let tags = r"Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:(function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?|";
    assert!(message.starts_with(&one("'arn:aws:something'", "resource", tags)), "{message}");
    let function = "/2017-03-31/tags/arn:aws:lambda:us-east-1:111111111111:function:f";
    assert_eq!(lambda_message("DELETE", function, ""), one("null", "tagKeys", "Member must not be null"));
    let uri = "/2019-09-30/functions/f/provisioned-concurrency?Qualifier=1";
    let message = lambda_message("PUT", uri, r#"{"ProvisionedConcurrentExecutions":0}"#);
    let at_least = "Member must have value greater than or equal to 1";
    assert_eq!(message, one("'0'", "provisionedConcurrentExecutions", at_least));
    let recursion = "Member must satisfy enum value set: [Terminate, Allow]";
    let uri = "/2024-08-31/functions/f/recursion-config";
    let message = lambda_message("PUT", uri, r#"{"RecursiveLoop":"InvalidValue"}"#);
    assert_eq!(message, one("'InvalidValue'", "recursiveLoop", recursion));
    let position = "Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]";
    let uri = "/2015-03-31/event-source-mappings/";
    let message = lambda_message("POST", uri, r#"{"FunctionName":"f","StartingPosition":"invalid"}"#);
    assert_eq!(message, one("'invalid'", "startingPosition", position));
}

#[test]
fn recorded_answers_about_aliases() {
    let alias = |routing: &str| {
        let body = format!(r#"{{"RoutingConfig":{{"AdditionalVersionWeights":{routing}}}}}"#);
        lambda_message("PUT", &format!("{FUNCTIONS}/f/aliases/a"), &body)
    };
    let place = "routingConfig.additionalVersionWeights";
    let weights = "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]";
    assert_eq!(alias(r#"{"2":2}"#), one("'{2=2.0}'", place, weights));
    assert_eq!(alias(r#"{"2":-1.0}"#), one("'{2=-1.0}'", place, weights));
    let keys = "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]";
    assert_eq!(alias(r#"{"$LATEST":0.5}"#), one("'{$LATEST=0.5}'", place, keys));
    let message =
        lambda_message("POST", &format!("{FUNCTIONS}/f/aliases"), r#"{"Name":"2024","FunctionVersion":"1"}"#);
    let name = "Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)";
    assert_eq!(message, one("'2024'", "name", name));
    for qualifier in ["1", "$LATEST"] {
        let uri = format!("/2021-10-31/functions/f/url?Qualifier={qualifier}");
        let pattern = r"Member must satisfy regular expression pattern: ((?!^\d+$)^[0-9a-zA-Z-_]+$)";
        assert_eq!(lambda_message("GET", &uri, ""), one(&format!("'{qualifier}'"), "qualifier", pattern));
    }
}

#[test]
fn violations_are_counted_and_listed_in_the_models_order() {
    let message = lambda_message("POST", FUNCTIONS, r#"{"FunctionName":"","Timeout":0}"#);
    assert!(
        message.starts_with("5 validation errors detected: Value '' at 'functionName' failed"),
        "{message}"
    );
    let rest = "; Value null at 'role' failed to satisfy constraint: Member must not be null; Value null at 'code' \
                failed to satisfy constraint: Member must not be null; Value '0' at 'timeout' failed to satisfy \
                constraint: Member must have value greater than or equal to 1";
    assert!(message.ends_with(rest), "{message}");
}

#[test]
fn secrets_are_not_repeated() {
    let body = r#"{"Environment":{"Variables":{"1":"hunter2"}}}"#;
    let message = lambda_message("PUT", &format!("{FUNCTIONS}/f/configuration"), body);
    let expected = "1 validation error detected: Value at 'environment.variables' failed to satisfy constraint: Map \
                    keys must satisfy constraint: [";
    assert!(message.starts_with(expected), "{message}");
    assert!(!message.contains("hunter2"));
}

#[test]
fn a_flood_of_violations_makes_a_short_answer() {
    let items = vec![r#"{"timestamp":-1,"message":""}"#; 9_000].join(",");
    let body = format!(r#"{{"logGroupName":"g","logStreamName":"s","logEvents":[{items}]}}"#);
    let error = refusal(&logs::MODEL, "POST", "/PutLogEvents", &body).unwrap();
    assert_eq!(error.code, "InvalidParameterException");
    let start = "18000 validation errors detected: Value '-1' at 'logEvents.1.member.timestamp' failed to satisfy \
                 constraint: Member must have value greater than or equal to 0; Value '' at \
                 'logEvents.1.member.message' failed to satisfy constraint: Member must have length greater than or \
                 equal to 1; ";
    assert!(error.message.starts_with(start), "{}", &error.message[..400]);
    assert!(error.message.len() < 10_000);
}

#[test]
fn each_service_has_its_own_code() {
    let error = refusal(&logs::MODEL, "POST", "/CreateLogGroup", r#"{"logGroupName":"a b"}"#).unwrap();
    let expected =
        one("'a b'", "logGroupName", r"Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+");
    assert_eq!((error.status, &*error.code, error.message), (400, "InvalidParameterException", expected));
    let role = |name: &str| {
        refusal(&iam::MODEL, "POST", "/", &format!("Action=GetRole&Version=2010-05-08{name}")).unwrap()
    };
    assert_eq!(role("").message, one("null", "roleName", "Member must not be null"));
    assert_eq!(role("").code, "ValidationError");
    let text = "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-";
    assert_eq!(role("&RoleName=a%20b").message, text);
    // Values are not repeated.
    assert_eq!(
        role(&format!("&RoleName={}", "a".repeat(65))).message,
        "1 validation error detected: Value at 'roleName' failed to satisfy constraint: Member must have length less than \
         or equal to 64"
    );
}

#[test]
fn what_is_good_is_accepted() {
    let body = format!(
        r#"{{"FunctionName":"f","Role":"{ROLE}","Code":{{"ZipFile":"UEsFBg=="}},"Runtime":"python3.99",
        "Handler":"a.b","Layers":[],"Tags":{{"a":"Größe"}},"Environment":{{"Variables":{{"A_1":""}}}},
        "VpcConfig":{{"SubnetIds":[null]}},"MemorySize":10240,"Timeout":900}}"#
    );
    // Runtimes are the operation's to judge, in a text of its own.
    assert_eq!(refusal(&lambda::MODEL, "POST", FUNCTIONS, &body), None);
    assert_eq!(refusal(&lambda::MODEL, "GET", &format!("{FUNCTIONS}/f:1?Qualifier=$LATEST"), ""), None);
    assert_eq!(refusal(&lambda::MODEL, "POST", &format!("{FUNCTIONS}/f/invocations"), "not json"), None);
}
