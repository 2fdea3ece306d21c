#!/usr/bin/env python3
"""An extension that subscribes to telemetry or logs and keeps what it gets: as a program of its own it prints each message
(`WATCHED …`), imported by a function it hands them over.

`WATCH` says how: a JSON object with the API's `path`, its `version`, `protocol`, `port`, `types`."""

import http.client
import json
import os
import socketserver
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WATCH = {
    "path": "/2022-07-01/telemetry",
    "version": "2022-12-13",
    "protocol": "HTTP",
    "port": 4243,
    "types": ["platform", "function"],
} | json.loads(os.environ.get("WATCH", "{}"))
EVENTS = []
ANSWERS = []
ECHO = False


def keep(events):
    EVENTS.extend(events)
    for event in events if ECHO else []:
        print("WATCHED", json.dumps(event), flush=True)


class Http(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        keep(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            keep([json.loads(line)])


class TcpServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


def listen():
    address = ("sandbox.localdomain", WATCH["port"])
    server = (ThreadingHTTPServer if WATCH["protocol"] == "HTTP" else TcpServer)(
        address, Http if WATCH["protocol"] == "HTTP" else Lines
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()


def call(method, path, headers, body=None):
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    connection.request(method, path, body and json.dumps(body), headers)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode()


def subscribe(identifier):
    destination = {"protocol": WATCH["protocol"]}
    port = WATCH.get("asked_port", WATCH["port"])
    if WATCH["protocol"] == "HTTP":
        destination["URI"] = f"http://sandbox.localdomain:{port}/watch"
    else:
        destination["port"] = port
    wanted = {
        "schemaVersion": WATCH["version"],
        "types": WATCH["types"],
        "buffering": {"timeoutMs": 25},
        "destination": destination,
    }
    status, _, text = call("PUT", WATCH["path"], {"Lambda-Extension-Identifier": identifier}, wanted)
    ANSWERS.append([status, text])


def start(name, events):
    """Registers, listens, subscribes; returns what waits for events until the shutdown."""
    _, headers, _ = call("POST", "/2020-01-01/extension/register", {"Lambda-Extension-Name": name}, {"events": events})
    identifier = headers["Lambda-Extension-Identifier"]
    listen()
    subscribe(identifier)

    def wait():
        while True:
            _, _, event = call("GET", "/2020-01-01/extension/event/next", {"Lambda-Extension-Identifier": identifier})
            if json.loads(event)["eventType"] == "SHUTDOWN":
                return

    return wait


if __name__ == "__main__":
    ECHO = True
    start(os.path.basename(sys.argv[0]), ["INVOKE", "SHUTDOWN"])()
