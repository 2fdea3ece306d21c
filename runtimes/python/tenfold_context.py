"""The parts of the context object that only some invocations carry: client context and Cognito identity."""

from tenfold_runtime import Fault, loads

# Fields of the W3C trace context that may reach the function; anything else in there is dropped.
W3C_FIELDS = ("traceparent", "tracestate", "baggage")


class Described(object):
    """A bag of fixed fields, each None unless given, that prints as the official one."""

    __slots__ = []

    def __init__(self, values):
        for name in self.__slots__:
            setattr(self, name, values.get(name, None))

    def __repr__(self):
        fields = ",".join("%s=%s" % (name, getattr(self, name)) for name in self.__slots__)
        return "%s([%s])" % (type(self).__name__, fields)


class Client(Described):
    __slots__ = ["installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name"]


class ClientContext(Described):
    __slots__ = ["custom", "env", "client"]


def parse(text, name):
    try:
        return loads(text)
    except Exception as error:
        raise Fault("Runtime.LambdaContextUnmarshalError", "Unable to parse %s JSON: %s" % (name, error))


def attach(context, client_text, identity_text):
    """Fills `context` from the two JSON headers, either of which may be missing."""
    client = parse(client_text, "Client Context") if client_text else None
    identity = parse(identity_text, "Cognito Identity") if identity_text else None
    if isinstance(client, dict):
        context._w3c_fields = w3c_fields(client.pop("w3c", None))
    if client is not None:
        context.client_context = ClientContext(client)
        if context.client_context.client is not None:
            context.client_context.client = Client(context.client_context.client)
    if identity is not None:
        context.identity.cognito_identity_id = identity.get("cognitoIdentityId")
        context.identity.cognito_identity_pool_id = identity.get("cognitoIdentityPoolId")


def w3c_fields(values):
    if not isinstance(values, dict):
        return {}
    return {name: values[name] for name in W3C_FIELDS if isinstance(values.get(name), str)}
