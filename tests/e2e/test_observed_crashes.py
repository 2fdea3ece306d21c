"""What PutLogEvents and PutMetricData were answered is there after `kill -9`, at whatever moment it comes."""

import itertools
import threading
import time
from datetime import UTC, datetime, timedelta

from harness.clients import client
from harness.wait import until

WRITERS = 3
GROUP = "kept"
NAMESPACE = "Kept"


class Writer:
    """Writes until the server is gone, and knows what was answered."""

    def __init__(self, server, number):
        self.logs, self.cloudwatch = client(server, "logs"), client(server, "cloudwatch")
        self.number, self.lines, self.points, self.asked = number, set(), 0, 0
        self.thread = threading.Thread(target=self.write)

    def write(self):
        for n in itertools.count():
            lines = [f"{self.number} {time.monotonic_ns()} {n} {k}" for k in range(5)]
            try:
                now = int(time.time() * 1000)
                events = [{"timestamp": now, "message": line} for line in lines]
                self.logs.put_log_events(logGroupName=GROUP, logStreamName=str(self.number), logEvents=events)
                self.lines.update(lines)
                self.asked += 1
                datum = {"MetricName": "m", "Value": 1, "Dimensions": [{"Name": "w", "Value": str(self.number)}]}
                self.cloudwatch.put_metric_data(Namespace=NAMESPACE, MetricData=[datum])
                self.points += 1
            except Exception:  # noqa: BLE001 - the server is killed
                return


def lines(server, number):
    pages = client(server, "logs").get_paginator("filter_log_events")
    found = pages.paginate(logGroupName=GROUP, logStreamNames=[str(number)])
    return [event["message"] for page in found for event in page["events"]]


def points(server, number):
    now = datetime.now(UTC)
    answer = client(server, "cloudwatch").get_metric_statistics(
        Namespace=NAMESPACE, MetricName="m", Dimensions=[{"Name": "w", "Value": str(number)}], Statistics=["Sum"],
        StartTime=now - timedelta(hours=1), EndTime=now + timedelta(hours=1), Period=3600,
    )
    return sum(point["Sum"] for point in answer["Datapoints"])


def test_what_was_answered_is_there_after_kills(own_server):
    server = own_server().start()
    logs = client(server, "logs")
    logs.create_log_group(logGroupName=GROUP)
    for number in range(WRITERS):
        logs.create_log_stream(logGroupName=GROUP, logStreamName=str(number))
    kept, counted, asked = [set() for _ in range(WRITERS)], [0] * WRITERS, [0] * WRITERS
    for _ in range(4):
        writers = [Writer(server, number) for number in range(WRITERS)]
        for writer in writers:
            writer.thread.start()
        until(lambda writers=writers: all(writer.points >= 20 for writer in writers), 60, "each has written a while")
        server.kill()
        for writer in writers:
            writer.thread.join()
        server.start()
        for writer in writers:
            number = writer.number
            kept[number] |= writer.lines
            counted[number] += writer.points
            asked[number] += writer.asked
            found = lines(server, number)
            assert kept[number] <= set(found), "every line that was answered"
            assert len(found) == len(set(found)), "none twice"
            # A last one may have been kept whose answer nobody got.
            assert counted[number] <= points(server, number) <= asked[number]
    server.stop()
