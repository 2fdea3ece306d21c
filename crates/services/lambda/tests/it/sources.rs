//! Code from buckets.

use crate::house::{House, create_body, with, zip, zip_base64};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const FUNCTIONS: &str = "/2015-03-31/functions";
const CODE: &str = "/2015-03-31/functions/fn/code";

fn sha256(content: &str) -> String {
    BASE64.encode(Sha256::digest(zip(content)))
}

fn put(house: &House, name: &str, bytes: Vec<u8>) {
    house.objects.0.lock().unwrap().insert(name.to_owned(), bytes.into());
}

fn from(bucket: &str, key: &str) -> Value {
    with(create_body("fn"), json!({ "Code": { "S3Bucket": bucket, "S3Key": key } }))
}

#[tokio::test]
async fn a_function_is_made_and_updated_from_a_bucket() {
    let house = House::new();
    put(&house, "bkt/a/one.zip", zip("one"));
    put(&house, "bkt/a/one.zip?v2", zip("two"));
    let created = house.json("POST", FUNCTIONS, from("bkt", "a/one.zip")).await.unwrap();
    assert_eq!(created["CodeSha256"], sha256("one"));
    assert_eq!(created["CodeSize"], zip("one").len());
    house.settled("fn").await;

    let second = json!({ "S3Bucket": "bkt", "S3Key": "a/one.zip", "S3ObjectVersion": "v2", "S3ObjectStorageMode": "COPY" });
    let dry = with(second.clone(), json!({ "DryRun": true }));
    let tried = house.json("PUT", CODE, dry).await.unwrap();
    assert_eq!(tried["CodeSha256"], sha256("two"));
    assert_eq!(house.get("fn").await.unwrap()["CodeSha256"], sha256("one"));
    assert_eq!(house.blobs.0.lock().unwrap().len(), 1, "a dry run keeps nothing");

    let updated = house.json("PUT", CODE, second).await.unwrap();
    assert_eq!(
        (&updated["CodeSha256"], &updated["LastUpdateStatus"]),
        (&json!(sha256("two")), &json!("InProgress"))
    );
    house.settled("fn").await;
    // It is kept here: what becomes of the object does not matter.
    house.objects.0.lock().unwrap().clear();
    assert_eq!(house.settled("fn").await["CodeSha256"], sha256("two"));
}

#[tokio::test]
async fn a_package_from_a_bucket_may_be_larger_than_an_upload() {
    let house = House::new();
    // Stored as it is: one byte more than may be sent, and far less than may be unpacked.
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    writer.start_file("index.py", stored).unwrap();
    std::io::Write::write_all(&mut writer, &vec![b'#'; 52_428_800]).unwrap();
    let large = writer.finish().unwrap().into_inner();
    put(&house, "bkt/large", large.clone());
    put(&house, "bkt/too-large", vec![0; 262_144_001]);
    let created = house.json("POST", FUNCTIONS, from("bkt", "large")).await.unwrap();
    assert_eq!(created["CodeSize"], large.len());
    let error = house
        .json("POST", FUNCTIONS, with(from("bkt", "too-large"), json!({ "FunctionName": "new" })))
        .await
        .unwrap_err();
    assert_eq!(error.message, "Unzipped size must be smaller than 262144000 bytes");
    let upload = json!({ "Code": { "ZipFile": BASE64.encode(&large) } });
    let error = house.json("POST", FUNCTIONS, with(create_body("new"), upload)).await.unwrap_err();
    assert_eq!((error.status, error.code.as_str()), (413, "RequestEntityTooLargeException"));
    assert_eq!(error.message, "Zipped size must be smaller than 52428800 bytes");
}

#[tokio::test]
async fn what_a_bucket_does_not_give() {
    let house = House::new();
    house.create("fn").await;
    put(&house, "bkt/text", b"this is no zip".to_vec());
    put(&house, "bkt/k", zip("x"));
    let invalid = "InvalidParameterValueException";
    let source = "Please provide a source for function code.";
    let both = "Please do not provide other FunctionCode parameters when providing a ZipFile.";
    for (code, status, error, message) in [
        (
            json!({ "S3Bucket": "bkt", "S3Key": "NoSuchKey" }),
            400,
            invalid,
            "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: NoSuchKey it is.",
        ),
        (
            json!({ "S3Bucket": "bkt", "S3Key": "k", "S3ObjectVersion": "1" }),
            400,
            invalid,
            "Error occurred while GetObject. S3 Error Code: k. S3 Error Message: k it is.",
        ),
        (
            json!({ "S3Bucket": "bkt", "S3Key": "AccessDenied" }),
            403,
            "AccessDeniedException",
            "Your access has been denied by S3, please make sure your request credentials have permission to GetObject \
             for bkt/AccessDenied. S3 Error Code: AccessDenied. S3 Error Message: AccessDenied it is.",
        ),
        (
            json!({ "S3Bucket": "bkt", "S3Key": "down" }),
            500,
            "ServiceException",
            "Error occurred while GetObject. S3 is not available.",
        ),
        (
            json!({ "S3Bucket": "bkt", "S3Key": "text" }),
            400,
            invalid,
            "Could not unzip uploaded file. Please check your file, then try to upload again.",
        ),
        (json!({ "S3Bucket": "bkt" }), 400, invalid, source),
        (json!({ "S3Key": "k" }), 400, invalid, source),
        (json!({ "S3Bucket": "bkt", "S3Key": "k", "ZipFile": zip_base64("x") }), 400, invalid, both),
        (
            json!({ "S3Bucket": "bkt", "S3Key": "k", "S3ObjectStorageMode": "REFERENCE" }),
            400,
            invalid,
            "S3ObjectStorageMode REFERENCE is not built in Tenfold yet.",
        ),
        (
            json!({ "S3Bucket": "bkt.", "S3Key": "k" }),
            400,
            "ValidationException",
            "1 validation error detected: Value 'bkt.' at '{where}s3Bucket' failed to satisfy constraint: Member must \
             satisfy regular expression pattern: [0-9A-Za-z\\.\\-_]*(?<!\\.)",
        ),
    ] {
        let create = with(create_body("new"), json!({ "Code": code.clone() }));
        for (method, uri, body, at) in [("POST", FUNCTIONS, create, "code."), ("PUT", CODE, code, "")] {
            let seen = format!("{method} {:.200}", body.to_string());
            let got = house.json(method, uri, body).await.unwrap_err();
            assert_eq!((got.status, got.code.as_str()), (status, error), "{seen}: {}", got.message);
            assert_eq!(got.message, message.replace("{where}", at), "{seen}");
        }
    }
    assert_eq!(house.blobs.0.lock().unwrap().len(), 1, "nothing of all that was kept");
}
