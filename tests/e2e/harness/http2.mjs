// Node's own HTTP/2 client: many requests at a time on one connection, and one whose answer comes in pieces.
import http2 from "node:http2";

const [base, authority, streaming] = process.argv.slice(2);
const session = http2.connect(base);
session.on("error", (error) => fail(error));

function fail(error) {
  console.error(error);
  process.exit(1);
}

function get(path, host) {
  return new Promise((resolve, reject) => {
    const stream = session.request({ ":path": path, ":authority": host });
    let status;
    const pieces = [];
    stream.on("response", (headers) => (status = headers[":status"]));
    stream.on("data", (piece) => pieces.push({ at: performance.now(), text: piece.toString() }));
    stream.on("end", () => resolve({ status, pieces, body: pieces.map((piece) => piece.text).join("") }));
    stream.on("error", reject);
    stream.end();
  });
}

try {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => get(`/n?n=${n}`, authority)));
  const streamed = await get("/", streaming);
  const between = streamed.pieces.at(-1).at - streamed.pieces[0].at;
  console.log(JSON.stringify({
    protocol: session.alpnProtocol,
    answers: answers.map(({ status, body }) => [status, body]),
    streamed: [streamed.status, streamed.body, between],
  }));
  session.close();
} catch (error) {
  fail(error);
}
