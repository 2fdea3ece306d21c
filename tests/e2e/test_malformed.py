"""Ten thousand requests that are not as they should be: the server answers or hangs up, keeps nothing and is as before.

`TENFOLD_SEED` repeats a run, `TENFOLD_CASES` makes it longer.
"""

import os
import random
import re
import socket
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from harness import packages
from harness.clients import client
from harness.functions import deployed, invoke
from harness.malformed import Malformed
from harness.wait import until
from harness.wire import Signer, host_of

CASES = int(os.environ.get("TENFOLD_CASES", 10_000))
SEED = int(os.environ.get("TENFOLD_SEED", random.SystemRandom().randrange(1 << 32)))
THREADS = 8
# What the allocator and the caches of a server keep of its first requests; it has to stay below that for any number.
MEMORY_KB = 24 << 10


def send(address, data):
    """Sends bytes and says that no more come; all that comes back."""
    received = b""
    with socket.create_connection(address, timeout=30) as connection:
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # closed before everything was sent, which is an answer too
        try:
            while chunk := connection.recv(65536):
                received += chunk
        except ConnectionError:
            pass
        # One that neither answers nor hangs up is a TimeoutError, and fails.
    return received


def memory_kb(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        return int(re.search(r"VmRSS:\s*(\d+)", status.read()).group(1))


def descriptors(server):
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


def stored(server):
    """All that the API shows."""
    lam, logs = client(server), client(server, "logs")
    iam, xray, metrics = client(server, "iam"), client(server, "xray"), client(server, "cloudwatch")
    rights = [len(iam.list_roles()["Roles"]), len(iam.list_users()["Users"]), len(iam.list_groups()["Groups"]), len(iam.list_policies(Scope="Local")["Policies"])]
    alarms, dashboards = metrics.describe_alarms()["MetricAlarms"], metrics.list_dashboards()["DashboardEntries"]
    measured = [metric for metric in metrics.list_metrics()["Metrics"] if not metric["Namespace"].startswith(("AWS/", "Tenfold"))]
    traces = [len(xray.get_groups()["Groups"]), len(xray.get_sampling_rules()["SamplingRuleRecords"])]
    groups = [group["logGroupName"] for group in logs.describe_log_groups()["logGroups"]]
    functions = [function["FunctionName"] for function in lam.list_functions()["Functions"]]
    layers, mappings = lam.list_layers()["Layers"], lam.list_event_source_mappings()["EventSourceMappings"]
    return sorted(functions), sorted(groups), rights, len(layers), len(mappings), alarms, dashboards, measured, traces


def batch(address, host, signers, seed, count):
    """Sends some; how often each status came, and what must not be."""
    chance = random.Random(seed)
    source = Malformed(chance, host, lambda service, method, path, body, extra: signers[service].headers(method, host, path, body, extra))
    wrong, answers = [], Counter()
    for number in range(count):
        kind, data = source.one()
        received = send(address, data)
        statuses = [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", received)]
        answers.update(statuses or [None])
        # 501 is an operation that is known and not built.
        if any(status >= 500 and status != 501 for status in statuses):
            wrong.append((seed, number, kind, data[:300], received[:300]))
    return wrong, answers


def test_ten_thousand_malformed_requests(own_server):
    print(f"TENFOLD_SEED={SEED}")
    # A stock of sandboxes that is still being filled has descriptors that it had not before.
    server = own_server("--ready-sandboxes", "0").start()
    lam = client(server)
    address = urlsplit(server.url)
    address, host = (address.hostname, address.port), host_of(server)
    signers = {service: Signer.of(server, service=service) for service in ("lambda", "iam", "sts", "monitoring", "xray")}
    with deployed(lam, packages.toolbox(), "before") as name:
        assert invoke(lam, name, {}).error is None
        # The first of each kind fill caches and the allocator's arenas.
        assert batch(address, host, signers, SEED, 300)[0] == []
        before = stored(server)
        descriptors_before, memory_before = descriptors(server), memory_kb(server)
        parts = 4 * THREADS
        with ThreadPoolExecutor(THREADS) as threads:
            runs = threads.map(lambda n: batch(address, host, signers, SEED + n, CASES // parts + 1), range(1, parts + 1))
            runs = list(runs)
        wrong = [case for wrong, _ in runs for case in wrong]
        answers = sum((answers for _, answers in runs), Counter())
        print(sorted(answers.items(), key=str))
        # They come as far as to the operations, and most are refused on the way.
        assert answers[400] > CASES / 10 and answers[403] > CASES / 10 and answers[404] and answers[None] and answers[431]
        assert wrong == [], wrong[:5]
        assert server.alive()
        assert stored(server) == before, "something was stored"
        assert invoke(lam, name, {}).error is None
        until(lambda: descriptors(server) <= descriptors_before + 4, 60, "descriptors are given back")
        until(lambda: memory_kb(server) <= memory_before + MEMORY_KB, 120, "memory is given back")
    log = (server.directory / "stderr").read_text(errors="replace")
    assert "panicked" not in log and "ERROR" not in log, log[-4_000:]
    server.stop()
