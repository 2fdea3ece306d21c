"""The AWS services of others, on loopback: moto's, behind a door that checks who signs and can be made to fail."""

import io
import threading
from collections import Counter

import boto3
from botocore.credentials import Credentials
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.datastructures import EnvironHeaders
from werkzeug.serving import WSGIRequestHandler, make_server

from . import signatures

KEYS = ("AKIASERVERSOWN", "a secret/of+the server", "a session token")
VARIABLES = dict(zip(("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"), KEYS))
ACCOUNT = "123456789012"


class Quiet(WSGIRequestHandler):
    """Says nothing on standard error."""

    def log(self, *_):
        pass


class Elsewhere:
    """SQS, SNS, EventBridge and S3 from its start to its end; `url` is the door."""

    def __init__(self):
        self.moto = DomainDispatcherApplication(create_backend_app)
        # Service → what becomes of a request: "down" or "hang". Others are passed on.
        self.does = {}
        self.asked = Counter()
        self.refused = []
        self.closing = threading.Event()
        servers = [self._serve(self._door), self._serve(self.moto)]
        self.servers, self.urls = servers, [f"http://127.0.0.1:{server.server_port}" for server in servers]
        self.url = self.urls[0]

    def _serve(self, app):
        return make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)

    def __enter__(self):
        self.threads = [threading.Thread(target=server.serve_forever, daemon=True) for server in self.servers]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.closing.set()
        for server, thread in zip(self.servers, self.threads):
            server.shutdown()
            server.server_close()
            thread.join()

    def client(self, service):
        """A client that goes past the door. A session of its own: what it calls is none of the tests' coverage."""
        session = boto3.Session("test", "test", region_name="us-east-1")
        return session.client(service, endpoint_url=self.urls[1])

    def _door(self, environ, start_response):
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length)
        headers = EnvironHeaders(environ)
        service = headers.get("Authorization", "////").split("/")[3]
        self.asked[service] += 1
        does = self.does.get(service)
        if does == "hang":
            self.closing.wait()
        if does:
            start_response("503 Service Unavailable", [])
            return [b""]
        method, target = environ["REQUEST_METHOD"], environ["RAW_URI"]
        refusal = signatures.refusal(Credentials(*KEYS), service, method, target, headers, body)
        if refusal:
            self.refused.append((service, refusal))
            start_response("403 Forbidden", [])
            return [f"<Error><Code>{refusal}</Code></Error>".encode()]
        environ["wsgi.input"] = io.BytesIO(body)
        return self.moto(environ, start_response)

    def queue(self, name, **attributes):
        """URL and ARN of a new queue."""
        sqs = self.client("sqs")
        url = sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
        return url, f"arn:aws:sqs:us-east-1:{ACCOUNT}:{name}"

    def topic(self, name):
        """ARN of a new topic, and URL of a queue that hears of all that is published there."""
        sns = self.client("sns")
        url, queue = self.queue(f"{name}-heard")
        arn = sns.create_topic(Name=name)["TopicArn"]
        sns.subscribe(TopicArn=arn, Protocol="sqs", Endpoint=queue)
        return arn, url

    def bus(self, name):
        """ARN of a new event bus, and URL of a queue that gets all of its events."""
        events = self.client("events")
        url, queue = self.queue(f"{name}-heard")
        arn = events.create_event_bus(Name=name)["EventBusArn"]
        events.put_rule(Name=name, EventBusName=name, EventPattern='{"source": ["lambda"]}')
        events.put_targets(Rule=name, EventBusName=name, Targets=[{"Id": "1", "Arn": queue}])
        return arn, url

    def received(self, url):
        """The messages of a queue that nobody has taken yet; they are taken."""
        sqs, found = self.client("sqs"), []
        while True:
            batch = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, MessageAttributeNames=["All"])
            messages = batch.get("Messages", [])
            for message in messages:
                sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            found += messages
            if not messages:
                return found

    def objects(self, bucket):
        """Key → content of all objects."""
        s3 = self.client("s3")
        keys = [entry["Key"] for entry in s3.list_objects_v2(Bucket=bucket).get("Contents", [])]
        return {key: s3.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys}
