"""What functions used is counted as their REPORT lines say, exactly, whatever happens to the server."""

import csv
import json
import re
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of, updated
from harness.wait import until
from harness.wire import Signer

REPORT = re.compile(r"Billed Duration: (\d+) ms\tMemory Size: (\d+) MB")


def reported(server, name):
    """Requests, billed milliseconds, and those by MB, of all REPORT lines of a function."""
    pages = client(server, "logs").get_paginator("filter_log_events")
    events = pages.paginate(logGroupName=f"/aws/lambda/{name}", filterPattern="REPORT")
    found = [REPORT.search(event["message"]) for page in events for event in page["events"]]
    rows = [(int(match[1]), int(match[2])) for match in found if match]
    return len(rows), sum(ms for ms, _ in rows), sum(ms * mb for ms, mb in rows)


def used(server, *arguments):
    done = server.cli("usage", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def metered(server, name):
    rows = [row for row in used(server) if row["function"] == name]
    return tuple(sum(row[key] for row in rows) for key in ("requests", "billed_ms", "memory_mb_ms"))


def test_the_meter_is_the_sum_of_the_report_lines(own_server):
    server = own_server().start()
    lam = client(server, max_pool_connections=8)
    name, big = name_of("metered"), name_of("big")
    create(lam, name, packages.toolbox(), Publish=True)
    create(lam, big, packages.toolbox(), MemorySize=512, EphemeralStorage={"Size": 1536})
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: invoke(lam, name, {"do": "fail"} if n % 5 == 0 else {}), range(60)))
    invoke(lam, name, Qualifier="1")
    lam.update_function_configuration(FunctionName=name, MemorySize=256, Timeout=1)
    updated(lam, name)
    assert invoke(lam, name, {"do": "sleep", "seconds": 10}).error
    for _ in range(3):
        invoke(lam, big)
    until(lambda: reported(server, name)[0] == 62 and reported(server, big)[0] == 3, 20, "all REPORT lines")
    assert metered(server, name) == reported(server, name)
    assert metered(server, big) == reported(server, big)
    rows = {row["version"]: row for row in used(server, "--by", "version")}
    assert rows[f"{name}:1"]["requests"] == 1 and rows[f"{name}:$LATEST"]["requests"] == 61
    (row,) = [row for row in used(server) if row["function"] == big]
    assert row["storage_mb_ms"] == 1024 * row["billed_ms"] and row["currency"] == "USD" and row["cost"] > 0
    # For people, for spreadsheets, and by another list of prices.
    table = server.cli("usage").stdout.splitlines()
    assert table[0].startswith("FUNCTION") and table[-1].startswith("all"), table
    lines = list(csv.DictReader(server.cli("usage", "--csv", "--by", "day").stdout.splitlines()))
    assert sum(int(line["requests"]) for line in lines) == 65
    prices = json.loads(server.cli("usage", "--print-prices").stdout)
    file = server.data / "prices.json"
    file.write_text(json.dumps({**prices, "currency": "EUR", "request": 1.0, "gb_second": {}, "storage_gb_second": 0}))
    assert [row["cost"] for row in used(server, "--prices", file) if row["function"] == big] == [3.0]
    assert used(server, "--from", "2020-01-01", "--to", "2020-12-31") == []
    assert server.cli("usage", "--from", "2020-02-30").returncode == 2
    # Nothing is counted while nothing runs, and all of it is there when the server is not.
    before = used(server)
    server.stop()
    assert used(server) == before


def test_a_killed_server_has_counted_what_it_has_logged(own_server):
    server = own_server().start()
    name = name_of("killed")
    create(client(server), name, packages.toolbox())
    for _ in range(3):
        lam = client(server, max_pool_connections=8, retries={"total_max_attempts": 1})
        stop = threading.Event()

        def busy(lam=lam, stop=stop):
            while not stop.is_set():
                try:
                    invoke(lam, name)
                except Exception:  # noqa: BLE001 - the server is killed
                    return

        threads = [threading.Thread(target=busy) for _ in range(4)]
        for thread in threads:
            thread.start()
        there = metered(server, name)[0]
        until(lambda there=there: metered(server, name)[0] >= there + 30, 60, "some invocations")
        server.kill()
        stop.set()
        for thread in threads:
            thread.join()
        server.start()
        assert metered(server, name) == reported(server, name)
    server.stop()


def test_what_is_paid_for_beside_requests_is_counted_once(own_server):
    server = own_server().start()
    lam = client(server)
    name, streams = name_of("provided"), name_of("streams")
    create(lam, name, packages.toolbox(), MemorySize=256)
    version = lam.publish_version(FunctionName=name)["Version"]
    lam.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
    code = packages.zipped({"index.js": (packages.FUNCTIONS / "node-streams/index.js").read_text()})
    create(lam, streams, code, runtime=packages.NODE, handler="index.handler")
    provisioned = {"FunctionName": name, "Qualifier": "live"}
    lam.put_provisioned_concurrency_config(**provisioned, ProvisionedConcurrentExecutions=2)
    until(lambda: lam.get_provisioned_concurrency_config(**provisioned)["Status"] == "READY", 60, "it is ready")
    assert "Init Duration" not in invoke(lam, name, Qualifier="live").log
    assert "Init Duration" in invoke(lam, name).log
    for size in (10, 300 << 10):
        lam.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps({"x": "x" * size}), Qualifier="live")
    event = json.dumps({"do": "blocks", "count": 100})
    *chunks, _ = lam.invoke_with_response_stream(FunctionName=streams, Payload=event)["EventStream"]
    assert sum(len(chunk["PayloadChunk"]["Payload"]) for chunk in chunks) == 100 << 16
    until(lambda: metered(server, name)[0] == 4 and metered(server, streams)[0] == 1, 30, "all of it is counted")

    def all_of_it():
        return {row["version"]: row for row in used(server, "--by", "version")}

    rows = all_of_it()
    assert f"{name}:live" not in rows, "what is counted is counted for the version that an alias means"
    ran = rows[f"{name}:{version}"]
    assert ran["provisioned_mb_ms"] == 2 * 256 * 300_000, "two environments for five minutes, begun or whole"
    assert ran["provisioned_run_mb_ms"] == ran["memory_mb_ms"] > 0 == rows[f"{name}:$LATEST"]["provisioned_run_mb_ms"]
    assert (ran["events"], ran["event_chunks"], ran["requests"]) == (2, 1, 3)
    assert rows[f"{streams}:$LATEST"]["streamed_bytes"] == (100 << 16) - (6 << 20)
    # A server that comes back provisions again what is paid for already.
    server.kill()
    server.start()
    lam = client(server)
    until(lambda: lam.get_provisioned_concurrency_config(**provisioned)["Status"] == "READY", 60, "it is ready again")
    assert all_of_it() == rows
    table = server.cli("usage", "--format", "table").stdout
    assert "PROVISIONED GB-SECONDS" in table and "150.000" in table, table
    assert server.cli("usage", "--format", "csv").stdout.startswith("function,requests,billed_ms,")
    server.stop()


def test_a_stream_that_breaks_off_is_counted_as_far_as_it_went(own_server):
    server = own_server().start()
    lam = client(server)
    code = packages.zipped({"index.js": (packages.FUNCTIONS / "node-streams/index.js").read_text()})
    cut, left = name_of("cut"), name_of("left")
    create(lam, cut, code, runtime=packages.NODE, handler="index.handler", Timeout=4)
    create(lam, left, code, runtime=packages.NODE, handler="index.handler", Timeout=60)
    streams = lambda name, **event: lam.invoke_with_response_stream(FunctionName=name, Payload=json.dumps(event))["EventStream"]
    size = lambda part: len(part.get("PayloadChunk", {}).get("Payload", b""))
    free = 6 << 20
    # The function's time is over in the middle.
    *parts, end = streams(cut, do="blocks", count=100, then="hang")
    assert end["InvokeComplete"]["ErrorCode"] == "Sandbox.Timedout" and sum(map(size, parts)) == (100 << 16) + len("half")
    # The client goes away in the middle, and the function goes on to its end.
    host = urlsplit(server.url).netloc
    target = f"/2021-11-15/functions/{left}/response-streaming-invocations"
    body = b'{"do": "blocks", "count": 3000}'
    headers = Signer.of(server).headers("POST", host, target, body)
    head = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    address, _, port = host.partition(":")
    came = 0
    with socket.create_connection((address, int(port)), timeout=60) as connection:
        connection.sendall(f"POST {target} HTTP/1.1\r\n{head}content-length: {len(body)}\r\n\r\n".encode() + body)
        while came < 8 << 20:
            more = len(connection.recv(1 << 16))
            assert more, "the answer broke off"
            came += more
    until(lambda: metered(server, cut)[0] == metered(server, left)[0] == 1, 60, "both have ended")
    rows = {row["function"]: row["streamed_bytes"] for row in used(server)}
    assert rows[cut] == (100 << 16) + len("half") - free
    # Events of the stream are a little larger than what is in them. What was on its way is some buffers, and not all the rest.
    assert 1 << 20 < rows[left] < 64 << 20
    server.stop()
