"""Whether a request is signed as it should be: botocore signs anew, and must come to the same end."""

import hashlib

from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest


def refusal(credentials, service, method, target, headers, body=b""):
    """What AWS says to a request that is not signed by `credentials` (`None`: not at all); `None` if it is. `headers`
    takes any spelling of a name."""
    authorization = headers.get("Authorization")
    if credentials is None:
        return "AccessDenied" if authorization else None
    if authorization is None:
        return "AccessDenied"
    fields = dict(field.strip().split("=", 1) for field in authorization.split(" ", 1)[1].split(","))
    key, day, region, named, _ = fields["Credential"].split("/")
    if key != credentials.access_key:
        return "InvalidAccessKeyId"
    if headers.get("x-amz-security-token") != credentials.token:
        return "AccessDenied"
    signed = fields["SignedHeaders"].split(";")
    request = AWSRequest(
        method, f"http://{headers['Host']}{target}", headers={name: headers[name] for name in signed}, data=body
    )
    request.context["timestamp"] = headers["x-amz-date"]
    auth = (S3SigV4Auth if service == "s3" else SigV4Auth)(credentials, named, region)
    auth.headers_to_sign = lambda _: request.headers
    text = auth.string_to_sign(request, auth.canonical_request(request))
    digest = headers.get("x-amz-content-sha256", hashlib.sha256(body).hexdigest() if service != "s3" else None)
    whole = named == service and day == headers["x-amz-date"][:8] and "host" in signed
    whole = whole and digest == hashlib.sha256(body).hexdigest()
    right = whole and auth.signature(text, request) == fields["Signature"]
    return None if right else "SignatureDoesNotMatch"
