"""Requests with something wrong, made at random from a seed: broken bytes, broken HTTP, broken AWS."""

import json
from urllib.parse import quote

PATHS = [
    "/2015-03-31/functions", "/2015-03-31/functions/f/invocations", "/2015-03-31/functions/f/code", "/2015-03-31/functions/f/policy",
    "/2021-10-31/functions/f/url", "/2018-10-31/layers/l/versions", "/2015-03-31/event-source-mappings", "/2017-03-31/tags/arn:x",
    "/", "/_tenfold/code/x", "/_tenfold/health/", "/../../etc/passwd", "/%2e%2e/%00", "//", "/a?b=c&d",
]  # fmt: skip
METHODS = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "TRACE", "BREW", "get", "G\0T", ""]
TARGETS = ["Logs_20140328.PutLogEvents", "Logs_20140328.Nothing", "Logs_20140328.", ".", "x", "AWSLambda.Invoke", "\u00ff"]
JSONS = [
    {"FunctionName": "f"}, {"FunctionName": 7}, {"FunctionName": "x" * 200, "Runtime": "cobol", "Role": "r"}, {"Code": {"ZipFile": "no"}},
    {"logGroupName": "g", "logStreamName": "s", "logEvents": [{"timestamp": -1, "message": 5}]}, [], "text", None, 1e300, {"": {"": {}}},
    {"FunctionName": "never-malformed", "Runtime": "python3.11", "Handler": "a.b", "Role": "arn:aws:iam::000000000000:role/r",
     "Code": {"ZipFile": "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="}},
]  # fmt: skip
VALUES = [
    "", "x", "\u00e9\u00ff", "a" * 5_000, "-1", "0", "1", "18446744073709551616", "chunked", "gzip, chunked", "close", "keep-alive",
    "100-continue", "h2c", "application/json", "application/x-www-form-urlencoded", "bytes=0-", "*", "\t", "a\x01b", "localhost", "evil.test",
]  # fmt: skip
NAMES = [
    "content-length", "transfer-encoding", "connection", "expect", "upgrade", "content-type", "range", "host", "authorization", "x-amz-date",
    "x-amz-target", "x-amz-security-token", "x-amz-content-sha256", "x-amzn-trace-id", "x-amz-invocation-type", "origin", "x", "x y", "", "\u00e9",
]  # fmt: skip
# Requests to the other services: none can succeed, whatever is cut off at its end. Service, then forms or paths with bodies.
FORMS = {
    "iam": [
        "Action=CreateRole&Version=2010-05-08&RoleName=r&AssumeRolePolicyDocument=%7B", "Action=PutUserPolicy&Version=2010-05-08&UserName=nobody&PolicyName=p&PolicyDocument=%7B%7D",
        "Action=AttachRolePolicy&Version=2010-05-08&RoleName=nobody&PolicyArn=x", "Action=ListUsers&Version=2010-05-08&Marker=%ff&MaxItems=0", "Action=CreateUser&Version=1999-01-01",
        "Action=SimulateCustomPolicy&Version=2010-05-08&PolicyInputList.member.1=%7B&ActionNames.member.1=x", "Action=CreatePolicy&Version=2010-05-08&Tags.member.999999999.Key=a",
    ],
    "sts": [
        "Action=AssumeRole&Version=2011-06-15&RoleArn=x&RoleSessionName=%20", "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn:aws:iam::000000000000:role/r&RoleSessionName=s&WebIdentityToken=e30.e30.",
        "Action=GetFederationToken&Version=2011-06-15&Name=x&Policy=%7B&DurationSeconds=1e9", "Action=GetSessionToken&Version=2011-06-15&DurationSeconds=-1", "Action=X",
    ],
    "monitoring": [
        "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.1.Value=NaN", "Action=PutMetricAlarm&Version=2010-08-01&AlarmName=a&Threshold=x&Metrics.member.1.Expression=m1",
        "Action=GetMetricData&Version=2010-08-01&StartTime=x&EndTime=y&MetricDataQueries.member.0.Id=1", "Action=DescribeAlarms&Version=2010-08-01&NextToken=%00&StateValue=x",
        "Action=PutDashboard&Version=2010-08-01&DashboardName=a/b&DashboardBody=%5B",
    ],
}  # fmt: skip
CLOUDWATCH = "GraniteServiceVersion20100801"
OF_CLOUDWATCH = {
    "PutMetricData": {"Namespace": "n", "MetricData": [{"Value": "x"}]}, "PutMetricAlarm": {"AlarmName": "a", "Threshold": {}}, "ListMetrics": {"Namespace": 7},
    "GetMetricData": {"StartTime": 1e300, "EndTime": -1, "MetricDataQueries": [{"Id": "e", "Expression": "((((((((m1"}]}, "Nothing": {}, "DescribeAlarms": [],
    "GetMetricStatistics": {"Namespace": "n", "MetricName": "m", "StartTime": 0, "EndTime": 1, "Period": -60, "Statistics": ["p101"]},
}  # fmt: skip
OF_XRAY = {
    "/TraceSegments": {"TraceSegmentDocuments": ["{", "[]", "null", '{"id": "1"}', "\ud83d"]}, "/TraceSummaries": {"StartTime": 0, "EndTime": 1, "FilterExpression": "((((ok"},
    "/Traces": {"TraceIds": ["x"] * 9}, "/ServiceGraph": {"StartTime": 1e300, "EndTime": "now"}, "/CreateGroup": {"GroupName": ""}, "/TelemetryRecords": {"TelemetryRecords": [{}]},
    "/CreateSamplingRule": {"SamplingRule": {"FixedRate": 7}}, "/SamplingTargets": {"SamplingStatisticsDocuments": [{"RuleName": "r"}]}, "/TraceGraph": {"TraceIds": {}}, "/Nothing": {},
}  # fmt: skip
# Of CBOR: maps without an end, lengths that are lies, numbers of every width, tags.
CBOR = [b"\xbf", b"\xa1\x61", b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff", b"\x9b\x00\x00\x00\x01\x00\x00\x00\x00", b"\xa1\x69Namespace\xfb\x7f\xf8\x00\x00\x00\x00\x00\x00", b"\xc1" * 3_000, b"\x81" * 9_000, b"\xf6", b""]

CHUNKS = [b"5\r\nabcde\r\n0\r\n\r\n", b"zz\r\n", b"ffffffffffffffff\r\nx", b"5;" + b"a" * 9000, b"-1\r\n", b"0\r\nx: y\r\n\r\n", b"1\nx", b""]


class Malformed:
    """A source of them. `sign` gives the headers that a request to a service needs to be let in."""

    def __init__(self, random, host, sign):
        self.random, self.host, self.sign = random, host, sign

    def one(self):
        """One: its kind and its bytes."""
        kinds = (self.noise, self.broken_http, self.broken_framing, self.unsigned, self.wrongly_signed, self.signed_nonsense, self.of_others, self.mutated)
        kind = self.random.choice(kinds)
        return kind.__name__, kind()

    def noise(self):
        """No HTTP at all."""
        return self.random.randbytes(self.random.choice((1, 20, 300, 9_000)))

    def broken_http(self):
        """A head that is none."""
        random = self.random
        method, path = random.choice(METHODS), random.choice(PATHS + ["", "*", "x", "http://", "/\0", "/ y", "/" + "a" * 70_000])
        version = random.choice(["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9", "", "http/1.1", "HTTP/1.1 x"])
        end = random.choice(["\r\n", "\n", "\r", "\r\n "])
        lines = [f"{method} {path} {version}", f"host: {self.host}"] + [self.header() for _ in range(random.randrange(6))]
        if random.random() < 0.05:
            lines += [f"h{n}: x" for n in range(random.choice((100, 200, 3_000)))]
        return (end.join(lines) + end + random.choice([end, "", "\0"])).encode("latin-1", "replace")

    def broken_framing(self):
        """Lengths and chunks that do not fit, and something behind them."""
        random = self.random
        headers = random.sample(
            ["content-length: 5", "content-length: 6", "content-length: +5", "transfer-encoding: chunked", "transfer-encoding: x",
             "transfer-encoding : chunked", "content-length: 5, 5", "expect: 100-continue"],
            random.randrange(1, 4),
        )  # fmt: skip
        head = f"POST {random.choice(PATHS)} HTTP/1.1\r\nhost: {self.host}\r\n" + "".join(h + "\r\n" for h in headers) + "\r\n"
        behind = f"GET /2015-03-31/functions HTTP/1.1\r\nhost: {self.host}\r\n\r\n".encode()
        return head.encode() + random.choice(CHUNKS) + random.choice([b"", behind])

    def unsigned(self):
        """A request of nobody's."""
        return self.request(self.body(), {})

    def wrongly_signed(self):
        """One whose signature, or what it covers, was changed."""
        method, path, body = self.random.choice(("GET", "POST")), self.random.choice(PATHS[:8]), self.body()
        headers = self.sign("lambda", method, path, body, {})
        name = self.random.choice([n for n in headers if n != "host"])
        value = headers[name]
        at = self.random.randrange(len(value))
        headers[name] = value[:at] + self.random.choice("0aZ/=, \u00ff") + value[at + 1 :]
        if headers[name] == value:
            body += b"changed"
        return self.bytes(method, path, headers, body)

    def signed_nonsense(self):
        """One that is let in, and asks for what cannot be."""
        body = self.body()
        return self.request(body, None)

    def of_others(self):
        """A signed one to another service, which cannot do what it asks for."""
        random = self.random
        service = random.choice((*FORMS, "cbor", "json", "xray"))
        path, extra = "/", {}
        if service in FORMS:
            body = random.choice(FORMS[service]).encode()
            extra["content-type"] = "application/x-www-form-urlencoded"
        elif service == "xray":
            path, document = random.choice(list(OF_XRAY.items()))
            body = json.dumps(document).encode()
            extra["content-type"] = "application/json"
        else:
            name, document = random.choice(list(OF_CLOUDWATCH.items()))
            if service == "cbor":
                path, body = f"/service/{CLOUDWATCH}/operation/{quote(name)}", random.choice(CBOR) + random.randbytes(random.randrange(8))
                extra = {"smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor"}
            else:
                body = json.dumps(document).encode()
                extra = {"x-amz-target": f"{CLOUDWATCH}.{name}", "content-type": "application/x-amz-json-1.0"}
            service = "monitoring"
        if random.random() < 0.3:
            body = body[: random.randrange(len(body) + 1)]
        return self.bytes("POST", path, self.sign(service, "POST", path, body, extra), body)

    def mutated(self):
        """One of the others with some bytes changed, cut or said twice."""
        random = self.random
        data = bytearray(random.choice((self.broken_http, self.broken_framing, self.unsigned, self.wrongly_signed))())
        for _ in range(random.randrange(1, 8)):
            at = random.randrange(len(data) or 1)
            match random.randrange(3):
                case 0:
                    data[at : at + 1] = random.randbytes(1)
                case 1:
                    del data[at : at + random.randrange(40)]
                case 2:
                    data[at:at] = data[at : at + random.randrange(40)]
        return bytes(data)

    def header(self):
        return f"{self.random.choice(NAMES)}{self.random.choice((': ', ':', ' : ', ''))}{self.random.choice(VALUES)}"

    def body(self):
        random = self.random
        text = json.dumps(random.choice(JSONS)).encode()
        match random.randrange(5):
            case 0:
                return text[: random.randrange(len(text) + 1)]
            case 1:
                return random.randbytes(random.randrange(200))
            case 2:
                return b"[" * random.choice((10, 5_000)) + text
            case 3:
                return b"Action=" + random.choice([b"GetCallerIdentity", b"X", b"%zz"]) + b"&Version=" + b"&" * random.randrange(100)
        return text

    def request(self, body, headers):
        """A whole request; with `None` one that is signed."""
        random = self.random
        method, path = random.choice(METHODS[:4]), random.choice(PATHS)
        extra = {"content-type": random.choice(["application/json", "application/x-amz-json-1.1", "application/x-www-form-urlencoded", "x"])}
        if random.random() < 0.3:
            extra["x-amz-target"] = random.choice(TARGETS[:-1])
        if headers is None:
            # Nothing that could succeed: a name that is free, and no method that makes something of it.
            if path == PATHS[0] and method == "POST":
                body = body.replace(b"UEsF", b"AAAA")
            if path in ("/_tenfold/health/",) or "?" in path or "%" in path or ".." in path:
                path = PATHS[1]
            headers = self.sign("lambda", method, path, body, extra)
        else:
            headers = {"host": self.host} | extra
        return self.bytes(method, path, headers, body)

    def bytes(self, method, path, headers, body):
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in headers.items())
        return (head + f"content-length: {len(body)}\r\n\r\n").encode("latin-1", "replace") + body
