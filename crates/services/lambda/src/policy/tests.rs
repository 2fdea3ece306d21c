use super::*;

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:fn";

fn grant<'a>(principal: &'a str, conditions: Conditions<'a>) -> Grant<'a> {
    Grant {
        sid: "s1",
        principal,
        action: "lambda:InvokeFunction",
        resource: FUNCTION,
        partition: "aws",
        conditions,
    }
}

#[test]
fn principals_as_lambda_writes_them() {
    for (given, partition, wanted) in [
        ("*", "aws", json!("*")),
        ("123456789012", "aws", json!({ "AWS": "arn:aws:iam::123456789012:root" })),
        ("123456789012", "aws-cn", json!({ "AWS": "arn:aws-cn:iam::123456789012:root" })),
        ("s3.amazonaws.com", "aws", json!({ "Service": "s3.amazonaws.com" })),
        ("s3.amazonaws.com.cn", "aws-cn", json!({ "Service": "s3.amazonaws.com.cn" })),
        ("logs.us-east-1.amazonaws.com", "aws", json!({ "Service": "logs.us-east-1.amazonaws.com" })),
        ("alexa-appkit.amazon.com", "aws", json!({ "Service": "alexa-appkit.amazon.com" })),
    ] {
        assert_eq!(principal(given, partition).unwrap(), wanted, "{given}");
    }
    for arn in [
        "arn:aws:iam::123456789012:root",
        "arn:aws:iam::123456789012:user/path/u",
        "arn:aws-us-gov:iam::123456789012:role/r",
        "arn:aws:sts::123456789012:assumed-role/r/session",
        "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity X",
    ] {
        assert_eq!(principal(arn, "aws").unwrap(), json!({ "AWS": arn }));
    }
    for wrong in [
        "",
        "lambda",
        "invalid.nonaws.com",
        ".amazonaws.com",
        "a b.amazonaws.com",
        "12345678901",
        "1234567890123",
        "arn:aws:iam::123456789012:group/g",
        "arn:aws:iam::123456789012:role/",
        "arn:aws:iam::1234:root",
        "arn:aws:iam:us-east-1:123456789012:root",
        "arn:aws:lambda:us-east-1:123456789012:function:f",
        "arn:aws:sts::123456789012:root",
        "urn:aws:iam::123456789012:root",
        "**",
    ] {
        let error = principal(wrong, "aws").unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (400, "InvalidParameterValueException"), "{wrong}");
        let text = "The provided principal was invalid. Please check the principal and try again.";
        assert_eq!(error.message, text);
    }
}

#[test]
fn statements_byte_for_byte() {
    let head = |principal: &str| {
        format!(
            r#"{{"Sid":"s1","Effect":"Allow","Principal":{principal},"Action":"lambda:InvokeFunction","Resource":"{FUNCTION}""#
        )
    };
    let s3 = r#"{"Service":"s3.amazonaws.com"}"#;
    let none = Conditions::default();
    for (principal, conditions, wanted) in [
        ("s3.amazonaws.com", none, format!("{}}}", head(s3))),
        (
            "s3.amazonaws.com",
            Conditions { source_arn: Some("arn:aws:s3:::b"), source_account: Some("123456789012"), ..none },
            format!(
                r#"{},"Condition":{{"StringEquals":{{"AWS:SourceAccount":"123456789012"}},"ArnLike":{{"AWS:SourceArn":"arn:aws:s3:::b"}}}}}}"#,
                head(s3)
            ),
        ),
        (
            "*",
            Conditions { organization: Some("o-a1b2c3d4e5"), ..none },
            format!(
                r#"{},"Condition":{{"StringEquals":{{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}}}}}"#,
                head(r#""*""#)
            ),
        ),
        (
            "*",
            Conditions { url_auth_type: Some("NONE"), event_source_token: Some("t"), ..none },
            format!(
                r#"{},"Condition":{{"StringEquals":{{"lambda:FunctionUrlAuthType":"NONE","lambda:EventSourceToken":"t"}}}}}}"#,
                head(r#""*""#)
            ),
        ),
        (
            "*",
            Conditions { via_url: Some(true), ..none },
            format!(
                r#"{},"Condition":{{"Bool":{{"lambda:InvokedViaFunctionUrl":"true"}}}}}}"#,
                head(r#""*""#)
            ),
        ),
    ] {
        assert_eq!(statement(&grant(principal, conditions)).unwrap().to_string(), wanted);
    }
}

#[test]
fn documents_grow_and_shrink() {
    let mut document = Document::new();
    assert_eq!(document.text(), r#"{"Version":"2012-10-17","Id":"default","Statement":[]}"#);
    let a = document.add(&Grant { sid: "a", ..grant("*", Conditions::default()) }).unwrap();
    let b = document.add(&Grant { sid: "b", ..grant("*", Conditions::default()) }).unwrap();
    let twice = document.clone().add(&Grant { sid: "a", ..grant("?", Conditions::default()) }).unwrap_err();
    assert_eq!((twice.status, twice.code.as_str()), (409, "ResourceConflictException"));
    assert_eq!(
        twice.message,
        "The statement id (a) provided already exists. Please provide a new statement id, or remove the existing \
         statement."
    );
    let text = document.text();
    assert_eq!(Document::kept(&text).unwrap(), document);
    assert!(text.ends_with(&format!(r#""Statement":[{a},{b}]}}"#)), "{text}");
    document.remove("a").unwrap();
    let missing = document.remove("a").unwrap_err();
    assert_eq!(missing.message, "Statement a is not found in resource policy.");
    assert_eq!(document.statements(), [b]);
}

#[test]
fn the_order_of_a_given_document_stays() {
    let text = r#"{"Statement":{"Sid":"x"},"Version":"2008-10-17"}"#;
    let read = Document::read(text).unwrap();
    assert_eq!(read.text(), r#"{"Statement":[{"Sid":"x"}],"Version":"2008-10-17"}"#);
    assert_eq!(read.frame().count(), 1);
    for wrong in ["", "[]", "{}", "1", r#"{"Statement":1}"#, r#"{"Statement":null}"#] {
        assert!(Document::read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn twenty_kilobytes_and_no_more() {
    let size = |length: usize| {
        let token = "t".repeat(length);
        let conditions = Conditions { event_source_token: Some(&token), ..Conditions::default() };
        let mut document = Document::new();
        document.add(&grant("*", conditions)).map(|_| document.text().len())
    };
    let rest = MAX_POLICY - size(0).unwrap();
    assert_eq!(size(rest), Ok(MAX_POLICY));
    let error = size(rest + 1).unwrap_err();
    assert_eq!((error.status, error.code.as_str()), (400, "PolicyLengthExceededException"));
    assert_eq!(error.message, "The final policy size (20481) is bigger than the limit (20480).");
}
