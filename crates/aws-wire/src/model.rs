//! A service model as tables: operations and the shapes they reach. The tables are generated; they are constants, so
//! that a service costs nothing at start-up.
//!
//! Never here: anything that reads a request or writes an answer.

use http::request::Parts;

/// The header that Smithy's RPC protocols are told by, in requests and answers.
pub(crate) const SMITHY_PROTOCOL: &str = "smithy-protocol";
/// Its value.
pub(crate) const RPC_V2_CBOR: &str = "rpc-v2-cbor";

/// Sorts of wire protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// JSON bodies, operations by method and path (Lambda).
    RestJson,
    /// JSON bodies, operations by `X-Amz-Target` (Logs).
    Json11,
    /// The same, in its first version (CloudWatch).
    Json10,
    /// Forms in, XML out, operations by `Action` (IAM, STS).
    Query,
    /// Smithy's RPC v2: CBOR bodies, operations by path (CloudWatch).
    Cbor,
}

/// One AWS service as its published model describes it.
#[derive(Debug)]
pub struct ServiceModel {
    /// The name in a SigV4 scope, which is also the service's name here: `lambda`, `logs`, `sts`, `iam`.
    pub signing_name: &'static str,
    /// The model's own id, such as `CloudWatch Logs`.
    pub service_id: &'static str,
    /// Such as `2015-03-31`.
    pub api_version: &'static str,
    /// How it is spoken.
    pub protocol: Protocol,
    /// The same service as other clients speak it; see [`Self::spoken`].
    pub dialects: &'static [&'static ServiceModel],
    /// `X-Amz-Target` without the dot and the operation; empty where the protocol has none.
    pub target_prefix: &'static str,
    /// The namespace of answers in XML; empty where the protocol has none.
    pub xml_namespace: &'static str,
    /// All operations, by name.
    pub operations: &'static [Operation],
    /// All shapes that operations reach.
    pub shapes: &'static [Shape],
    /// Operations of other models that sign by this name; none of them is built. Those that this model has too are
    /// left out.
    pub siblings: &'static [Sibling],
}

/// What tells an operation of a sibling model apart.
#[derive(Debug)]
pub struct Sibling {
    /// The model's name among botocore's, such as `lambda-web`.
    pub service: &'static str,
    /// Such as `CreateWebFunction`.
    pub operation: &'static str,
    /// HTTP method.
    pub method: &'static str,
    /// Path template.
    pub uri: &'static str,
}

/// One operation of a service.
#[derive(Debug)]
pub struct Operation {
    /// Such as `CreateFunction`.
    pub name: &'static str,
    /// HTTP method; `POST` except for rest-json.
    pub method: &'static str,
    /// Path template with `{label}`, `{label+}` and constants of the query string.
    pub uri: &'static str,
    /// Status of a success.
    pub status: u16,
    /// The request's structure.
    pub input: Option<ShapeId>,
    /// The answer's structure.
    pub output: Option<ShapeId>,
    /// Element around the answer's members (query), else empty.
    pub result_wrapper: &'static str,
    /// Shapes of the errors it may answer.
    pub errors: &'static [ShapeId],
    /// Whether Tenfold has typed structures for it; the others answer
    /// [`ApiError::not_implemented`](crate::ApiError::not_implemented).
    pub built: bool,
}

/// Index into [`ServiceModel::shapes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapeId(pub u16);

/// A type of the model.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the model.
    pub name: &'static str,
    /// What it is, with its constraints.
    pub kind: Kind,
    /// Whether its value must never be echoed or logged.
    pub sensitive: bool,
    /// Set for errors.
    pub error: Option<ErrorTrait>,
}

/// How an error is answered.
#[derive(Clone, Copy, Debug)]
pub struct ErrorTrait {
    /// Code on the wire, where it is not the shape's name.
    pub code: &'static str,
    /// HTTP status.
    pub status: u16,
    /// Whether the sender is to blame (`Type: User`, `Sender`), else `Service`, `Receiver`.
    pub sender_fault: bool,
}

/// What a shape is.
#[derive(Debug)]
pub enum Kind {
    /// Named members.
    Structure(&'static [Member]),
    /// A sequence.
    List(List),
    /// Text keys to values.
    Map(Map),
    /// Text.
    String(Text),
    /// A whole number of at most 32 bits.
    Integer(Whole),
    /// A whole number of at most 64 bits.
    Long(Whole),
    /// Single or double precision.
    Double(Real),
    /// True or false.
    Boolean,
    /// A point in time.
    Timestamp,
    /// Bytes.
    Blob(Length),
}

/// Bounds of a length: characters, bytes or items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// At least, inclusive.
    pub min: Option<u64>,
    /// At most, inclusive.
    pub max: Option<u64>,
}

/// Constraints of text.
#[derive(Debug)]
pub struct Text {
    /// Bounds in characters.
    pub length: Length,
    /// A Java regular expression that must match the whole, as the model spells it.
    pub pattern: Option<&'static Pattern>,
    /// Values allowed, in the order that AWS's errors list them; empty for free text.
    pub values: &'static [&'static str],
}

/// A pattern as the model spells it, and its compiled form once it was needed.
#[derive(Debug)]
pub struct Pattern {
    /// As AWS's errors quote it.
    pub source: &'static str,
    /// Anchored; `None` inside where it does not compile, which a test rules out.
    pub(crate) compiled: std::sync::OnceLock<Option<fancy_regex::Regex>>,
}

/// Constraints of a whole number.
#[derive(Clone, Copy, Debug)]
pub struct Whole {
    /// At least, inclusive.
    pub min: Option<i64>,
    /// At most, inclusive.
    pub max: Option<i64>,
}

/// Constraints of a real number.
#[derive(Clone, Copy, Debug)]
pub struct Real {
    /// At least, inclusive.
    pub min: Option<f64>,
    /// At most, inclusive.
    pub max: Option<f64>,
}

/// A list's items and bounds.
#[derive(Debug)]
pub struct List {
    /// Bounds in items.
    pub length: Length,
    /// The items' shape.
    pub item: ShapeId,
    /// Element name of an item (query); `member` unless the model says otherwise.
    pub item_name: &'static str,
    /// Whether the items have no element around them (query).
    pub flattened: bool,
    /// Whether AWS lets items be null, which its errors show.
    pub sparse: bool,
}

/// A map's keys, values and bounds.
#[derive(Debug)]
pub struct Map {
    /// Bounds in entries.
    pub length: Length,
    /// The keys' shape.
    pub key: ShapeId,
    /// The values' shape.
    pub value: ShapeId,
}

/// Where a member of a request or an answer travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the body, under its wire name.
    Body,
    /// It is the body.
    Payload,
    /// A label of the path.
    Path,
    /// A parameter of the query string; for a map, all parameters.
    Query,
    /// A header.
    Header,
    /// All headers with the wire name as prefix.
    Headers,
    /// The status code.
    Status,
}

/// A member of a structure.
#[derive(Debug)]
pub struct Member {
    /// Its name in the model, by which [`Input`](crate::Input) and [`Output`](crate::Output) know it.
    pub name: &'static str,
    /// Its name on the wire.
    pub wire: &'static str,
    /// Its shape.
    pub shape: ShapeId,
    /// Where it travels.
    pub location: Location,
    /// Whether it must be there.
    pub required: bool,
    /// Timestamps only: how it is spelt, where it is not the protocol's usual way.
    pub timestamp: TimestampFormat,
}

/// Spellings of a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// The protocol's own: epoch seconds in JSON, ISO 8601 in XML, RFC 7231 in headers.
    Usual,
    /// Epoch seconds.
    Unix,
    /// ISO 8601, UTC, whole seconds.
    Iso8601,
    /// RFC 7231.
    Http,
}

impl Pattern {
    /// A pattern of a model, not compiled yet.
    pub const fn new(source: &'static str) -> Self {
        Self { source, compiled: std::sync::OnceLock::new() }
    }
}

impl ServiceModel {
    /// The operation of that name.
    pub fn operation(&'static self, name: &str) -> Option<&'static Operation> {
        self.operations.iter().find(|o| o.name == name)
    }

    /// The model in the protocol that a request is in, where the service has several: what the head says decides.
    pub fn spoken(&'static self, parts: &Parts) -> &'static ServiceModel {
        if self.dialects.is_empty() {
            return self;
        }
        let is_cbor = parts.headers.get(SMITHY_PROTOCOL).is_some_and(|protocol| protocol == RPC_V2_CBOR);
        let protocol = match () {
            () if is_cbor || parts.uri.path().starts_with("/service/") => Protocol::Cbor,
            () if parts.headers.contains_key("x-amz-target") => Protocol::Json10,
            () => Protocol::Query,
        };
        let all = std::iter::once(self).chain(self.dialects.iter().copied());
        all.into_iter().find(|model| model.protocol == protocol).unwrap_or(self)
    }

    /// The shape at an index of this model.
    pub fn shape(&self, id: ShapeId) -> &'static Shape {
        // Indices come from the generator, which also checks them; a foreign one finds the first shape.
        self.shapes.get(usize::from(id.0)).unwrap_or(&self.shapes[0])
    }

    /// The error shape whose name or code this is.
    pub fn error(&self, code: &str) -> Option<&'static Shape> {
        let mut errors = self.shapes.iter().filter(|s| s.error.is_some());
        let named = errors.clone().find(|s| s.name == code);
        named.or_else(|| errors.find(|s| s.error.is_some_and(|e| e.code == code)))
    }

    /// Members of a structure; none for other shapes.
    pub fn members(&self, id: Option<ShapeId>) -> &'static [Member] {
        match id.map(|id| &self.shape(id).kind) {
            Some(Kind::Structure(members)) => members,
            _ => &[],
        }
    }
}
