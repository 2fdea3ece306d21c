"""An identity provider on this machine: it publishes its keys, and signs what it is asked to."""

import base64
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature


def encode(data):
    """Base64 as web tokens have it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _number(value, size=None):
    return encode(value.to_bytes(size or (value.bit_length() + 7) // 8, "big"))


class Issuer:
    """Serves `/.well-known/openid-configuration` and the keys until it is closed."""

    def __init__(self):
        self.rsa = rsa.generate_private_key(65537, 2048)
        self.point = ec.generate_private_key(ec.SECP256R1())
        self.fetched = []
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                issuer.fetched.append(self.path)
                known = {
                    "/realm/.well-known/openid-configuration": {"jwks_uri": f"{issuer.url}/keys"},
                    "/realm/keys": {"keys": issuer.keys()},
                }
                found = self.path in known
                body = json.dumps(known.get(self.path, {})).encode()
                self.send_response(200 if found else 404)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/realm"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def keys(self):
        """What it publishes."""
        numbers, point = self.rsa.public_key().public_numbers(), self.point.public_key().public_numbers()
        return [
            {"kty": "RSA", "kid": "r", "use": "sig", "alg": "RS256", "n": _number(numbers.n), "e": _number(numbers.e)},
            {"kty": "EC", "kid": "e", "use": "sig", "crv": "P-256", "x": _number(point.x, 32), "y": _number(point.y, 32)},
        ]

    def token(self, algorithm="RS256", key=None, **claims):
        """A token; `key` signs instead of its own."""
        now = int(time.time())
        given = {"iss": self.url, "aud": "tenfold", "sub": "ann", "iat": now, "exp": now + 600} | claims
        header = {"alg": algorithm, "kid": "r" if algorithm == "RS256" else "e"}
        message = f"{encode(json.dumps(header).encode())}.{encode(json.dumps(given).encode())}"
        if algorithm == "RS256":
            signature = (key or self.rsa).sign(message.encode(), padding.PKCS1v15(), hashes.SHA256())
        else:
            r, s = decode_dss_signature((key or self.point).sign(message.encode(), ec.ECDSA(hashes.SHA256())))
            signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
        return f"{message}.{encode(signature)}"

    def close(self):
        """Ends it."""
        self.server.shutdown()
        self.server.server_close()
