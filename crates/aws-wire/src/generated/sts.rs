// Written by `cargo xtask generate`. Do not edit.

use crate::model::*;
use serde::{Deserialize, Serialize};

/// AWS Security Token Service.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "sts",
    service_id: "STS",
    api_version: "2011-06-15",
    target_prefix: "",
    xml_namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    protocol: Protocol::Query,
    dialects: &[],
    operations: &OPERATIONS,
    shapes: &SHAPES,
    siblings: &SIBLINGS,
};

static OPERATIONS: [Operation; 12] = [
    Operation { name: "AssumeRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(0)), output: Some(ShapeId(1)), result_wrapper: "AssumeRoleResult", errors: &[ShapeId(13), ShapeId(34), ShapeId(41), ShapeId(45), ShapeId(49)], built: true },
    Operation { name: "AssumeRoleWithSAML", method: "POST", uri: "/", status: 200, input: Some(ShapeId(2)), output: Some(ShapeId(3)), result_wrapper: "AssumeRoleWithSAMLResult", errors: &[ShapeId(13), ShapeId(31), ShapeId(36), ShapeId(41), ShapeId(45), ShapeId(49)], built: false },
    Operation { name: "AssumeRoleWithWebIdentity", method: "POST", uri: "/", status: 200, input: Some(ShapeId(4)), output: Some(ShapeId(5)), result_wrapper: "AssumeRoleWithWebIdentityResult", errors: &[ShapeId(13), ShapeId(30), ShapeId(31), ShapeId(36), ShapeId(41), ShapeId(45), ShapeId(49)], built: true },
    Operation { name: "AssumeRoot", method: "POST", uri: "/", status: 200, input: Some(ShapeId(6)), output: Some(ShapeId(7)), result_wrapper: "AssumeRootResult", errors: &[ShapeId(13), ShapeId(49)], built: false },
    Operation { name: "DecodeAuthorizationMessage", method: "POST", uri: "/", status: 200, input: Some(ShapeId(11)), output: Some(ShapeId(12)), result_wrapper: "DecodeAuthorizationMessageResult", errors: &[ShapeId(33)], built: true },
    Operation { name: "GetAccessKeyInfo", method: "POST", uri: "/", status: 200, input: Some(ShapeId(16)), output: Some(ShapeId(17)), result_wrapper: "GetAccessKeyInfoResult", errors: &[], built: true },
    Operation { name: "GetCallerIdentity", method: "POST", uri: "/", status: 200, input: Some(ShapeId(18)), output: Some(ShapeId(19)), result_wrapper: "GetCallerIdentityResult", errors: &[], built: true },
    Operation { name: "GetDelegatedAccessToken", method: "POST", uri: "/", status: 200, input: Some(ShapeId(20)), output: Some(ShapeId(21)), result_wrapper: "GetDelegatedAccessTokenResult", errors: &[ShapeId(14), ShapeId(45), ShapeId(49)], built: false },
    Operation { name: "GetFederationToken", method: "POST", uri: "/", status: 200, input: Some(ShapeId(22)), output: Some(ShapeId(23)), result_wrapper: "GetFederationTokenResult", errors: &[ShapeId(41), ShapeId(45), ShapeId(49)], built: true },
    Operation { name: "GetScopedCredentials", method: "POST", uri: "/", status: 200, input: Some(ShapeId(24)), output: Some(ShapeId(25)), result_wrapper: "GetScopedCredentialsResult", errors: &[ShapeId(32), ShapeId(37), ShapeId(41), ShapeId(45)], built: false },
    Operation { name: "GetSessionToken", method: "POST", uri: "/", status: 200, input: Some(ShapeId(26)), output: Some(ShapeId(27)), result_wrapper: "GetSessionTokenResult", errors: &[ShapeId(49)], built: true },
    Operation { name: "GetWebIdentityToken", method: "POST", uri: "/", status: 200, input: Some(ShapeId(28)), output: Some(ShapeId(29)), result_wrapper: "GetWebIdentityTokenResult", errors: &[ShapeId(40), ShapeId(44), ShapeId(53)], built: false },
];

static SIBLINGS: [Sibling; 0] = [
];

static PATTERNS: [Pattern; 13] = [
    Pattern::new("[\\d]*"),
    Pattern::new("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"),
    Pattern::new("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"),
    Pattern::new("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+"),
    Pattern::new("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"),
    Pattern::new("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"),
    Pattern::new("[\\w+=,.@-]*"),
    Pattern::new("[\\w+=,.@:-]*"),
    Pattern::new("[\\w+=,.@:\\/-]*"),
    Pattern::new("[\\w+=,.@\\:-]*"),
    Pattern::new("[\\w+=/:,.@-]*"),
    Pattern::new("[\\w]*"),
    Pattern::new("[\\x21\\x23-\\x2B\\x2D-\\x5B\\x5D-\\x7E]+( [\\x21\\x23-\\x2B\\x2D-\\x5B\\x5D-\\x7E]+)*"),
];

static SHAPES: [Shape; 125] = [
    Shape { name: "AssumeRoleRequest", kind: Kind::Structure(&M0), sensitive: false, error: None },
    Shape { name: "AssumeRoleResponse", kind: Kind::Structure(&M1), sensitive: false, error: None },
    Shape { name: "AssumeRoleWithSAMLRequest", kind: Kind::Structure(&M2), sensitive: false, error: None },
    Shape { name: "AssumeRoleWithSAMLResponse", kind: Kind::Structure(&M3), sensitive: false, error: None },
    Shape { name: "AssumeRoleWithWebIdentityRequest", kind: Kind::Structure(&M4), sensitive: false, error: None },
    Shape { name: "AssumeRoleWithWebIdentityResponse", kind: Kind::Structure(&M5), sensitive: false, error: None },
    Shape { name: "AssumeRootRequest", kind: Kind::Structure(&M6), sensitive: false, error: None },
    Shape { name: "AssumeRootResponse", kind: Kind::Structure(&M7), sensitive: false, error: None },
    Shape { name: "AssumedRoleUser", kind: Kind::Structure(&M8), sensitive: false, error: None },
    Shape { name: "Audience", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Credentials", kind: Kind::Structure(&M10), sensitive: false, error: None },
    Shape { name: "DecodeAuthorizationMessageRequest", kind: Kind::Structure(&M11), sensitive: false, error: None },
    Shape { name: "DecodeAuthorizationMessageResponse", kind: Kind::Structure(&M12), sensitive: false, error: None },
    Shape { name: "ExpiredTokenException", kind: Kind::Structure(&M13), sensitive: false, error: Some(ErrorTrait { code: "ExpiredTokenException", status: 400, sender_fault: true }) },
    Shape { name: "ExpiredTradeInTokenException", kind: Kind::Structure(&M14), sensitive: false, error: Some(ErrorTrait { code: "ExpiredTradeInTokenException", status: 400, sender_fault: true }) },
    Shape { name: "FederatedUser", kind: Kind::Structure(&M15), sensitive: false, error: None },
    Shape { name: "GetAccessKeyInfoRequest", kind: Kind::Structure(&M16), sensitive: false, error: None },
    Shape { name: "GetAccessKeyInfoResponse", kind: Kind::Structure(&M17), sensitive: false, error: None },
    Shape { name: "GetCallerIdentityRequest", kind: Kind::Structure(&M18), sensitive: false, error: None },
    Shape { name: "GetCallerIdentityResponse", kind: Kind::Structure(&M19), sensitive: false, error: None },
    Shape { name: "GetDelegatedAccessTokenRequest", kind: Kind::Structure(&M20), sensitive: false, error: None },
    Shape { name: "GetDelegatedAccessTokenResponse", kind: Kind::Structure(&M21), sensitive: false, error: None },
    Shape { name: "GetFederationTokenRequest", kind: Kind::Structure(&M22), sensitive: false, error: None },
    Shape { name: "GetFederationTokenResponse", kind: Kind::Structure(&M23), sensitive: false, error: None },
    Shape { name: "GetScopedCredentialsRequest", kind: Kind::Structure(&M24), sensitive: false, error: None },
    Shape { name: "GetScopedCredentialsResponse", kind: Kind::Structure(&M25), sensitive: false, error: None },
    Shape { name: "GetSessionTokenRequest", kind: Kind::Structure(&M26), sensitive: false, error: None },
    Shape { name: "GetSessionTokenResponse", kind: Kind::Structure(&M27), sensitive: false, error: None },
    Shape { name: "GetWebIdentityTokenRequest", kind: Kind::Structure(&M28), sensitive: false, error: None },
    Shape { name: "GetWebIdentityTokenResponse", kind: Kind::Structure(&M29), sensitive: false, error: None },
    Shape { name: "IDPCommunicationErrorException", kind: Kind::Structure(&M30), sensitive: false, error: Some(ErrorTrait { code: "IDPCommunicationError", status: 400, sender_fault: true }) },
    Shape { name: "IDPRejectedClaimException", kind: Kind::Structure(&M31), sensitive: false, error: Some(ErrorTrait { code: "IDPRejectedClaim", status: 403, sender_fault: true }) },
    Shape { name: "InsufficientSessionLifetimeException", kind: Kind::Structure(&M32), sensitive: false, error: Some(ErrorTrait { code: "InsufficientSessionLifetime", status: 400, sender_fault: true }) },
    Shape { name: "InvalidAuthorizationMessageException", kind: Kind::Structure(&M33), sensitive: false, error: Some(ErrorTrait { code: "InvalidAuthorizationMessageException", status: 400, sender_fault: true }) },
    Shape { name: "InvalidContextAssertionException", kind: Kind::Structure(&M34), sensitive: false, error: Some(ErrorTrait { code: "InvalidContextAssertion", status: 400, sender_fault: true }) },
    Shape { name: "InvalidContextAssertionMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "InvalidIdentityTokenException", kind: Kind::Structure(&M36), sensitive: false, error: Some(ErrorTrait { code: "InvalidIdentityToken", status: 400, sender_fault: true }) },
    Shape { name: "InvalidSubjectCredentialsException", kind: Kind::Structure(&M37), sensitive: false, error: Some(ErrorTrait { code: "InvalidSubjectCredentials", status: 400, sender_fault: true }) },
    Shape { name: "InvalidSubjectCredentialsMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Issuer", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "JWTPayloadSizeExceededException", kind: Kind::Structure(&M40), sensitive: false, error: Some(ErrorTrait { code: "JWTPayloadSizeExceededException", status: 400, sender_fault: true }) },
    Shape { name: "MalformedPolicyDocumentException", kind: Kind::Structure(&M41), sensitive: false, error: Some(ErrorTrait { code: "MalformedPolicyDocument", status: 400, sender_fault: true }) },
    Shape { name: "NameQualifier", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "OriginIdentity", kind: Kind::Structure(&M43), sensitive: false, error: None },
    Shape { name: "OutboundWebIdentityFederationDisabledException", kind: Kind::Structure(&M44), sensitive: false, error: Some(ErrorTrait { code: "OutboundWebIdentityFederationDisabledException", status: 403, sender_fault: true }) },
    Shape { name: "PackedPolicyTooLargeException", kind: Kind::Structure(&M45), sensitive: false, error: Some(ErrorTrait { code: "PackedPolicyTooLarge", status: 400, sender_fault: true }) },
    Shape { name: "PolicyDescriptorType", kind: Kind::Structure(&M46), sensitive: false, error: None },
    Shape { name: "ProvidedContext", kind: Kind::Structure(&M47), sensitive: false, error: None },
    Shape { name: "ProvidedContextsListType", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(47), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RegionDisabledException", kind: Kind::Structure(&M49), sensitive: false, error: Some(ErrorTrait { code: "RegionDisabledException", status: 403, sender_fault: true }) },
    Shape { name: "RootDurationSecondsType", kind: Kind::Integer(Whole { min: Some(0), max: Some(900) }), sensitive: false, error: None },
    Shape { name: "SAMLAssertionType", kind: Kind::String(Text { length: Length { min: Some(4), max: Some(100000) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "ScopedSession", kind: Kind::Structure(&M52), sensitive: false, error: None },
    Shape { name: "SessionDurationEscalationException", kind: Kind::Structure(&M53), sensitive: false, error: Some(ErrorTrait { code: "SessionDurationEscalationException", status: 403, sender_fault: true }) },
    Shape { name: "Subject", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SubjectType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Tag", kind: Kind::Structure(&M56), sensitive: false, error: None },
    Shape { name: "TargetPrincipalType", kind: Kind::String(Text { length: Length { min: Some(12), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TransactionContext", kind: Kind::Structure(&M58), sensitive: false, error: None },
    Shape { name: "TrustedIdentityPropagationContext", kind: Kind::Structure(&M59), sensitive: true, error: None },
    Shape { name: "accessKeyIdType", kind: Kind::String(Text { length: Length { min: Some(16), max: Some(128) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "accessKeySecretType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "accountType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "arnType", kind: Kind::String(Text { length: Length { min: Some(20), max: Some(2048) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "assumedRoleIdType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(193) }, pattern: Some(&PATTERNS[7]), values: &[] }), sensitive: false, error: None },
    Shape { name: "clientTokenType", kind: Kind::String(Text { length: Length { min: Some(4), max: Some(20000) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "contextAssertionType", kind: Kind::String(Text { length: Length { min: Some(4), max: Some(3072) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "dateType", kind: Kind::Timestamp, sensitive: false, error: None },
    Shape { name: "decodedMessageType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "durationSecondsType", kind: Kind::Integer(Whole { min: Some(900), max: Some(129600) }), sensitive: false, error: None },
    Shape { name: "encodedMessageType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(10240) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "expiredIdentityTokenMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "expiredTradeInTokenExceptionMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "externalIdType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(1224) }, pattern: Some(&PATTERNS[8]), values: &[] }), sensitive: false, error: None },
    Shape { name: "federatedIdType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(193) }, pattern: Some(&PATTERNS[9]), values: &[] }), sensitive: false, error: None },
    Shape { name: "idpCommunicationErrorMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "idpRejectedClaimMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "insufficientSessionLifetimeMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "invalidAuthorizationMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "invalidIdentityTokenMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "jwtAlgorithmType", kind: Kind::String(Text { length: Length { min: Some(5), max: Some(5) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "jwtPayloadSizeExceededException", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "malformedPolicyDocumentMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "minimumSessionTokenSizeType", kind: Kind::Integer(Whole { min: Some(0), max: Some(4096) }), sensitive: false, error: None },
    Shape { name: "nonNegativeIntegerType", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "originIdentityIssuerType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "originIdentitySubjectType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "originIdentitySubjectTypeType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "outboundWebIdentityFederationDisabledException", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "packedPolicyTooLargeMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "policyDescriptorListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(46), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "regionDisabledMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "roleDurationSecondsType", kind: Kind::Integer(Whole { min: Some(900), max: Some(43200) }), sensitive: false, error: None },
    Shape { name: "roleSessionNameType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(64) }, pattern: Some(&PATTERNS[6]), values: &[] }), sensitive: false, error: None },
    Shape { name: "scopedCredentialDurationSecondsType", kind: Kind::Integer(Whole { min: Some(1), max: Some(129600) }), sensitive: false, error: None },
    Shape { name: "scopedPoliciesCountType", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "scopedSessionDescriptionType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(256) }, pattern: Some(&PATTERNS[4]), values: &[] }), sensitive: false, error: None },
    Shape { name: "scopedSessionIdType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(193) }, pattern: Some(&PATTERNS[7]), values: &[] }), sensitive: false, error: None },
    Shape { name: "serialNumberType", kind: Kind::String(Text { length: Length { min: Some(9), max: Some(256) }, pattern: Some(&PATTERNS[10]), values: &[] }), sensitive: false, error: None },
    Shape { name: "sessionDurationEscalationException", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "sessionPolicyDocumentType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[5]), values: &[] }), sensitive: false, error: None },
    Shape { name: "sessionTokenSizeType", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "sessionTokenUtilizationType", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "sourceIdentityType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(256) }, pattern: Some(&PATTERNS[6]), values: &[] }), sensitive: false, error: None },
    Shape { name: "tagKeyListType", kind: Kind::List(List { length: Length { min: None, max: Some(50) }, item: ShapeId(105), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "tagKeyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[2]), values: &[] }), sensitive: false, error: None },
    Shape { name: "tagListType", kind: Kind::List(List { length: Length { min: None, max: Some(50) }, item: ShapeId(56), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "tagValueType", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: Some(&PATTERNS[1]), values: &[] }), sensitive: false, error: None },
    Shape { name: "tokenCodeType", kind: Kind::String(Text { length: Length { min: Some(6), max: Some(6) }, pattern: Some(&PATTERNS[0]), values: &[] }), sensitive: false, error: None },
    Shape { name: "tokenType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "tradeInTokenType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "transactionContextIdentityProviderMapType", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(112), value: ShapeId(113) }), sensitive: false, error: None },
    Shape { name: "transactionContextKeyType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "transactionContextValueType", kind: Kind::String(Text { length: Length { min: None, max: Some(128) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "unrestrictedSessionPolicyDocumentType", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: Some(&PATTERNS[5]), values: &[] }), sensitive: false, error: None },
    Shape { name: "urlType", kind: Kind::String(Text { length: Length { min: Some(4), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "userIdType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "userNameType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(32) }, pattern: Some(&PATTERNS[6]), values: &[] }), sensitive: false, error: None },
    Shape { name: "webIdentitySubjectType", kind: Kind::String(Text { length: Length { min: Some(6), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "webIdentityTokenAudienceListType", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(120), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "webIdentityTokenAudienceStringType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "webIdentityTokenDurationSecondsType", kind: Kind::Integer(Whole { min: Some(60), max: Some(3600) }), sensitive: false, error: None },
    Shape { name: "webIdentityTokenScopeType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[12]), values: &[] }), sensitive: false, error: None },
    Shape { name: "webIdentityTokenSubjectModeType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["OriginIdentity", "AWSIdentity"] }), sensitive: false, error: None },
    Shape { name: "webIdentityTokenType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
];

static M0: [Member; 13] = [
    Member { name: "RoleArn", wire: "RoleArn", shape: ShapeId(63), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RoleSessionName", wire: "RoleSessionName", shape: ShapeId(93), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArns", wire: "PolicyArns", shape: ShapeId(90), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Policy", wire: "Policy", shape: ShapeId(114), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurationSeconds", wire: "DurationSeconds", shape: ShapeId(92), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(106), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TransitiveTagKeys", wire: "TransitiveTagKeys", shape: ShapeId(104), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExternalId", wire: "ExternalId", shape: ShapeId(73), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(98), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TokenCode", wire: "TokenCode", shape: ShapeId(108), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceIdentity", wire: "SourceIdentity", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ProvidedContexts", wire: "ProvidedContexts", shape: ShapeId(48), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MinimumSessionTokenSize", wire: "MinimumSessionTokenSize", shape: ShapeId(83), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M1: [Member; 6] = [
    Member { name: "Credentials", wire: "Credentials", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AssumedRoleUser", wire: "AssumedRoleUser", shape: ShapeId(8), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PackedPolicySize", wire: "PackedPolicySize", shape: ShapeId(84), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceIdentity", wire: "SourceIdentity", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenUtilization", wire: "SessionTokenUtilization", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenSize", wire: "SessionTokenSize", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M2: [Member; 7] = [
    Member { name: "RoleArn", wire: "RoleArn", shape: ShapeId(63), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PrincipalArn", wire: "PrincipalArn", shape: ShapeId(63), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SAMLAssertion", wire: "SAMLAssertion", shape: ShapeId(51), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArns", wire: "PolicyArns", shape: ShapeId(90), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Policy", wire: "Policy", shape: ShapeId(100), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurationSeconds", wire: "DurationSeconds", shape: ShapeId(92), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MinimumSessionTokenSize", wire: "MinimumSessionTokenSize", shape: ShapeId(83), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M3: [Member; 12] = [
    Member { name: "Credentials", wire: "Credentials", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AssumedRoleUser", wire: "AssumedRoleUser", shape: ShapeId(8), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PackedPolicySize", wire: "PackedPolicySize", shape: ShapeId(84), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Subject", wire: "Subject", shape: ShapeId(54), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SubjectType", wire: "SubjectType", shape: ShapeId(55), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Issuer", wire: "Issuer", shape: ShapeId(39), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Audience", wire: "Audience", shape: ShapeId(9), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NameQualifier", wire: "NameQualifier", shape: ShapeId(42), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceIdentity", wire: "SourceIdentity", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenUtilization", wire: "SessionTokenUtilization", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenSize", wire: "SessionTokenSize", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TrustedIdentityPropagationContext", wire: "TrustedIdentityPropagationContext", shape: ShapeId(59), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M4: [Member; 8] = [
    Member { name: "RoleArn", wire: "RoleArn", shape: ShapeId(63), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RoleSessionName", wire: "RoleSessionName", shape: ShapeId(93), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "WebIdentityToken", wire: "WebIdentityToken", shape: ShapeId(65), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ProviderId", wire: "ProviderId", shape: ShapeId(115), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArns", wire: "PolicyArns", shape: ShapeId(90), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Policy", wire: "Policy", shape: ShapeId(100), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurationSeconds", wire: "DurationSeconds", shape: ShapeId(92), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MinimumSessionTokenSize", wire: "MinimumSessionTokenSize", shape: ShapeId(83), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M5: [Member; 10] = [
    Member { name: "Credentials", wire: "Credentials", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SubjectFromWebIdentityToken", wire: "SubjectFromWebIdentityToken", shape: ShapeId(118), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AssumedRoleUser", wire: "AssumedRoleUser", shape: ShapeId(8), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PackedPolicySize", wire: "PackedPolicySize", shape: ShapeId(84), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Provider", wire: "Provider", shape: ShapeId(39), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Audience", wire: "Audience", shape: ShapeId(9), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceIdentity", wire: "SourceIdentity", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenUtilization", wire: "SessionTokenUtilization", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenSize", wire: "SessionTokenSize", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TrustedIdentityPropagationContext", wire: "TrustedIdentityPropagationContext", shape: ShapeId(59), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M6: [Member; 4] = [
    Member { name: "TargetPrincipal", wire: "TargetPrincipal", shape: ShapeId(57), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TaskPolicyArn", wire: "TaskPolicyArn", shape: ShapeId(46), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "DurationSeconds", wire: "DurationSeconds", shape: ShapeId(50), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MinimumSessionTokenSize", wire: "MinimumSessionTokenSize", shape: ShapeId(83), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M7: [Member; 4] = [
    Member { name: "Credentials", wire: "Credentials", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceIdentity", wire: "SourceIdentity", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenUtilization", wire: "SessionTokenUtilization", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenSize", wire: "SessionTokenSize", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M8: [Member; 2] = [
    Member { name: "AssumedRoleId", wire: "AssumedRoleId", shape: ShapeId(64), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(63), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M10: [Member; 4] = [
    Member { name: "AccessKeyId", wire: "AccessKeyId", shape: ShapeId(60), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SecretAccessKey", wire: "SecretAccessKey", shape: ShapeId(61), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SessionToken", wire: "SessionToken", shape: ShapeId(109), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Expiration", wire: "Expiration", shape: ShapeId(67), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M11: [Member; 1] = [
    Member { name: "EncodedMessage", wire: "EncodedMessage", shape: ShapeId(70), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M12: [Member; 1] = [
    Member { name: "DecodedMessage", wire: "DecodedMessage", shape: ShapeId(68), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M13: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(71), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M14: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(72), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M15: [Member; 2] = [
    Member { name: "FederatedUserId", wire: "FederatedUserId", shape: ShapeId(74), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(63), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M16: [Member; 1] = [
    Member { name: "AccessKeyId", wire: "AccessKeyId", shape: ShapeId(60), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M17: [Member; 1] = [
    Member { name: "Account", wire: "Account", shape: ShapeId(62), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M18: [Member; 0] = [
];
static M19: [Member; 3] = [
    Member { name: "UserId", wire: "UserId", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Account", wire: "Account", shape: ShapeId(62), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(63), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M20: [Member; 1] = [
    Member { name: "TradeInToken", wire: "TradeInToken", shape: ShapeId(110), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M21: [Member; 3] = [
    Member { name: "Credentials", wire: "Credentials", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PackedPolicySize", wire: "PackedPolicySize", shape: ShapeId(84), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AssumedPrincipal", wire: "AssumedPrincipal", shape: ShapeId(63), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M22: [Member; 6] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(117), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Policy", wire: "Policy", shape: ShapeId(100), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArns", wire: "PolicyArns", shape: ShapeId(90), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurationSeconds", wire: "DurationSeconds", shape: ShapeId(69), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(106), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MinimumSessionTokenSize", wire: "MinimumSessionTokenSize", shape: ShapeId(83), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M23: [Member; 5] = [
    Member { name: "Credentials", wire: "Credentials", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FederatedUser", wire: "FederatedUser", shape: ShapeId(15), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PackedPolicySize", wire: "PackedPolicySize", shape: ShapeId(84), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenUtilization", wire: "SessionTokenUtilization", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenSize", wire: "SessionTokenSize", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M24: [Member; 4] = [
    Member { name: "Policy", wire: "Policy", shape: ShapeId(100), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurationSeconds", wire: "DurationSeconds", shape: ShapeId(94), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MinimumSessionTokenSize", wire: "MinimumSessionTokenSize", shape: ShapeId(83), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScopedSessionDescription", wire: "ScopedSessionDescription", shape: ShapeId(96), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M25: [Member; 6] = [
    Member { name: "Credentials", wire: "Credentials", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionInfo", wire: "SessionInfo", shape: ShapeId(52), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenUtilization", wire: "SessionTokenUtilization", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenSize", wire: "SessionTokenSize", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScopedPoliciesCount", wire: "ScopedPoliciesCount", shape: ShapeId(95), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceIdentity", wire: "SourceIdentity", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M26: [Member; 4] = [
    Member { name: "DurationSeconds", wire: "DurationSeconds", shape: ShapeId(69), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(98), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TokenCode", wire: "TokenCode", shape: ShapeId(108), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MinimumSessionTokenSize", wire: "MinimumSessionTokenSize", shape: ShapeId(83), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M27: [Member; 3] = [
    Member { name: "Credentials", wire: "Credentials", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenUtilization", wire: "SessionTokenUtilization", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTokenSize", wire: "SessionTokenSize", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M28: [Member; 6] = [
    Member { name: "Audience", wire: "Audience", shape: ShapeId(119), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "DurationSeconds", wire: "DurationSeconds", shape: ShapeId(121), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SigningAlgorithm", wire: "SigningAlgorithm", shape: ShapeId(80), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Scope", wire: "Scope", shape: ShapeId(122), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SubjectMode", wire: "SubjectMode", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(106), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M29: [Member; 2] = [
    Member { name: "WebIdentityToken", wire: "WebIdentityToken", shape: ShapeId(124), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Expiration", wire: "Expiration", shape: ShapeId(67), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M30: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M31: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(76), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M32: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(77), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M33: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(78), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M34: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(35), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M36: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(79), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M37: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(38), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M40: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(81), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M41: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(82), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M43: [Member; 4] = [
    Member { name: "Subject", wire: "Subject", shape: ShapeId(86), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SubjectType", wire: "SubjectType", shape: ShapeId(87), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Issuer", wire: "Issuer", shape: ShapeId(85), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FederatedProviderArn", wire: "FederatedProviderArn", shape: ShapeId(63), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M44: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(88), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M45: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(89), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M46: [Member; 1] = [
    Member { name: "arn", wire: "arn", shape: ShapeId(63), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M47: [Member; 2] = [
    Member { name: "ProviderArn", wire: "ProviderArn", shape: ShapeId(63), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextAssertion", wire: "ContextAssertion", shape: ShapeId(66), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M49: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(91), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M52: [Member; 2] = [
    Member { name: "ScopedSessionId", wire: "ScopedSessionId", shape: ShapeId(97), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(63), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M53: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(99), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M56: [Member; 2] = [
    Member { name: "Key", wire: "Key", shape: ShapeId(105), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(107), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M58: [Member; 1] = [
    Member { name: "IdentityProvider", wire: "IdentityProvider", shape: ShapeId(111), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M59: [Member; 2] = [
    Member { name: "OriginIdentity", wire: "OriginIdentity", shape: ShapeId(43), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TransactionContext", wire: "TransactionContext", shape: ShapeId(58), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];

/// `AssumeRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssumeRoleRequest {
    #[serde(rename = "RoleArn")]
    pub role_arn: String,
    #[serde(rename = "RoleSessionName")]
    pub role_session_name: String,
    #[serde(rename = "PolicyArns", skip_serializing_if = "Option::is_none")]
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    #[serde(rename = "DurationSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<i32>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "TransitiveTagKeys", skip_serializing_if = "Option::is_none")]
    pub transitive_tag_keys: Option<Vec<String>>,
    #[serde(rename = "ExternalId", skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    #[serde(rename = "SerialNumber", skip_serializing_if = "Option::is_none")]
    pub serial_number: Option<String>,
    #[serde(rename = "TokenCode", skip_serializing_if = "Option::is_none")]
    pub token_code: Option<String>,
    #[serde(rename = "SourceIdentity", skip_serializing_if = "Option::is_none")]
    pub source_identity: Option<String>,
    #[serde(rename = "ProvidedContexts", skip_serializing_if = "Option::is_none")]
    pub provided_contexts: Option<Vec<ProvidedContext>>,
    #[serde(rename = "MinimumSessionTokenSize", skip_serializing_if = "Option::is_none")]
    pub minimum_session_token_size: Option<i32>,
}

/// `AssumeRoleResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssumeRoleResponse {
    #[serde(rename = "Credentials", skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Credentials>,
    #[serde(rename = "AssumedRoleUser", skip_serializing_if = "Option::is_none")]
    pub assumed_role_user: Option<AssumedRoleUser>,
    #[serde(rename = "PackedPolicySize", skip_serializing_if = "Option::is_none")]
    pub packed_policy_size: Option<i32>,
    #[serde(rename = "SourceIdentity", skip_serializing_if = "Option::is_none")]
    pub source_identity: Option<String>,
    #[serde(rename = "SessionTokenUtilization", skip_serializing_if = "Option::is_none")]
    pub session_token_utilization: Option<i32>,
    #[serde(rename = "SessionTokenSize", skip_serializing_if = "Option::is_none")]
    pub session_token_size: Option<i32>,
}

impl std::fmt::Debug for AssumeRoleResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AssumeRoleResponse").finish_non_exhaustive()
    }
}

/// `AssumeRoleWithWebIdentityRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssumeRoleWithWebIdentityRequest {
    #[serde(rename = "RoleArn")]
    pub role_arn: String,
    #[serde(rename = "RoleSessionName")]
    pub role_session_name: String,
    #[serde(rename = "WebIdentityToken")]
    pub web_identity_token: String,
    #[serde(rename = "ProviderId", skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    #[serde(rename = "PolicyArns", skip_serializing_if = "Option::is_none")]
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    #[serde(rename = "DurationSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<i32>,
    #[serde(rename = "MinimumSessionTokenSize", skip_serializing_if = "Option::is_none")]
    pub minimum_session_token_size: Option<i32>,
}

impl std::fmt::Debug for AssumeRoleWithWebIdentityRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AssumeRoleWithWebIdentityRequest").finish_non_exhaustive()
    }
}

/// `AssumeRoleWithWebIdentityResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssumeRoleWithWebIdentityResponse {
    #[serde(rename = "Credentials", skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Credentials>,
    #[serde(rename = "SubjectFromWebIdentityToken", skip_serializing_if = "Option::is_none")]
    pub subject_from_web_identity_token: Option<String>,
    #[serde(rename = "AssumedRoleUser", skip_serializing_if = "Option::is_none")]
    pub assumed_role_user: Option<AssumedRoleUser>,
    #[serde(rename = "PackedPolicySize", skip_serializing_if = "Option::is_none")]
    pub packed_policy_size: Option<i32>,
    #[serde(rename = "Provider", skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    #[serde(rename = "Audience", skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    #[serde(rename = "SourceIdentity", skip_serializing_if = "Option::is_none")]
    pub source_identity: Option<String>,
    #[serde(rename = "SessionTokenUtilization", skip_serializing_if = "Option::is_none")]
    pub session_token_utilization: Option<i32>,
    #[serde(rename = "SessionTokenSize", skip_serializing_if = "Option::is_none")]
    pub session_token_size: Option<i32>,
    #[serde(rename = "TrustedIdentityPropagationContext", skip_serializing_if = "Option::is_none")]
    pub trusted_identity_propagation_context: Option<TrustedIdentityPropagationContext>,
}

impl std::fmt::Debug for AssumeRoleWithWebIdentityResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AssumeRoleWithWebIdentityResponse").finish_non_exhaustive()
    }
}

/// `AssumedRoleUser` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssumedRoleUser {
    #[serde(rename = "AssumedRoleId")]
    pub assumed_role_id: String,
    #[serde(rename = "Arn")]
    pub arn: String,
}

/// `Credentials` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Credentials {
    #[serde(rename = "AccessKeyId")]
    pub access_key_id: String,
    #[serde(rename = "SecretAccessKey")]
    pub secret_access_key: String,
    #[serde(rename = "SessionToken")]
    pub session_token: String,
    #[serde(rename = "Expiration")]
    pub expiration: f64,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").finish_non_exhaustive()
    }
}

/// `DecodeAuthorizationMessageRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecodeAuthorizationMessageRequest {
    #[serde(rename = "EncodedMessage")]
    pub encoded_message: String,
}

/// `DecodeAuthorizationMessageResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecodeAuthorizationMessageResponse {
    #[serde(rename = "DecodedMessage", skip_serializing_if = "Option::is_none")]
    pub decoded_message: Option<String>,
}

/// `FederatedUser` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FederatedUser {
    #[serde(rename = "FederatedUserId")]
    pub federated_user_id: String,
    #[serde(rename = "Arn")]
    pub arn: String,
}

/// `GetAccessKeyInfoRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccessKeyInfoRequest {
    #[serde(rename = "AccessKeyId")]
    pub access_key_id: String,
}

/// `GetAccessKeyInfoResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccessKeyInfoResponse {
    #[serde(rename = "Account", skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
}

/// `GetCallerIdentityRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetCallerIdentityRequest {
}

/// `GetCallerIdentityResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetCallerIdentityResponse {
    #[serde(rename = "UserId", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    #[serde(rename = "Account", skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
}

/// `GetFederationTokenRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFederationTokenRequest {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    #[serde(rename = "PolicyArns", skip_serializing_if = "Option::is_none")]
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    #[serde(rename = "DurationSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<i32>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "MinimumSessionTokenSize", skip_serializing_if = "Option::is_none")]
    pub minimum_session_token_size: Option<i32>,
}

/// `GetFederationTokenResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFederationTokenResponse {
    #[serde(rename = "Credentials", skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Credentials>,
    #[serde(rename = "FederatedUser", skip_serializing_if = "Option::is_none")]
    pub federated_user: Option<FederatedUser>,
    #[serde(rename = "PackedPolicySize", skip_serializing_if = "Option::is_none")]
    pub packed_policy_size: Option<i32>,
    #[serde(rename = "SessionTokenUtilization", skip_serializing_if = "Option::is_none")]
    pub session_token_utilization: Option<i32>,
    #[serde(rename = "SessionTokenSize", skip_serializing_if = "Option::is_none")]
    pub session_token_size: Option<i32>,
}

impl std::fmt::Debug for GetFederationTokenResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetFederationTokenResponse").finish_non_exhaustive()
    }
}

/// `GetSessionTokenRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSessionTokenRequest {
    #[serde(rename = "DurationSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<i32>,
    #[serde(rename = "SerialNumber", skip_serializing_if = "Option::is_none")]
    pub serial_number: Option<String>,
    #[serde(rename = "TokenCode", skip_serializing_if = "Option::is_none")]
    pub token_code: Option<String>,
    #[serde(rename = "MinimumSessionTokenSize", skip_serializing_if = "Option::is_none")]
    pub minimum_session_token_size: Option<i32>,
}

/// `GetSessionTokenResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSessionTokenResponse {
    #[serde(rename = "Credentials", skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Credentials>,
    #[serde(rename = "SessionTokenUtilization", skip_serializing_if = "Option::is_none")]
    pub session_token_utilization: Option<i32>,
    #[serde(rename = "SessionTokenSize", skip_serializing_if = "Option::is_none")]
    pub session_token_size: Option<i32>,
}

impl std::fmt::Debug for GetSessionTokenResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetSessionTokenResponse").finish_non_exhaustive()
    }
}

/// `OriginIdentity` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OriginIdentity {
    #[serde(rename = "Subject", skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    #[serde(rename = "SubjectType", skip_serializing_if = "Option::is_none")]
    pub subject_type: Option<String>,
    #[serde(rename = "Issuer", skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    #[serde(rename = "FederatedProviderArn", skip_serializing_if = "Option::is_none")]
    pub federated_provider_arn: Option<String>,
}

impl std::fmt::Debug for OriginIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OriginIdentity").finish_non_exhaustive()
    }
}

/// `PolicyDescriptorType` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyDescriptorType {
    #[serde(rename = "arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
}

/// `ProvidedContext` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProvidedContext {
    #[serde(rename = "ProviderArn", skip_serializing_if = "Option::is_none")]
    pub provider_arn: Option<String>,
    #[serde(rename = "ContextAssertion", skip_serializing_if = "Option::is_none")]
    pub context_assertion: Option<String>,
}

/// `Tag` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tag {
    #[serde(rename = "Key")]
    pub key: String,
    #[serde(rename = "Value")]
    pub value: String,
}

/// `TransactionContext` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TransactionContext {
    #[serde(rename = "IdentityProvider", skip_serializing_if = "Option::is_none")]
    pub identity_provider: Option<std::collections::BTreeMap<String, String>>,
}

impl std::fmt::Debug for TransactionContext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TransactionContext").finish_non_exhaustive()
    }
}

/// `TrustedIdentityPropagationContext` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrustedIdentityPropagationContext {
    #[serde(rename = "OriginIdentity", skip_serializing_if = "Option::is_none")]
    pub origin_identity: Option<OriginIdentity>,
    #[serde(rename = "TransactionContext", skip_serializing_if = "Option::is_none")]
    pub transaction_context: Option<TransactionContext>,
}

impl std::fmt::Debug for TrustedIdentityPropagationContext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TrustedIdentityPropagationContext").finish_non_exhaustive()
    }
}
