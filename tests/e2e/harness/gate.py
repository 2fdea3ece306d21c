"""Functions that go on only after the test has seen what it wants to see."""


class Gate:
    """A function URL that refuses everybody until it is opened."""

    def __init__(self, lam, name):
        self.lam, self.name = lam, name
        url = lam.create_function_url_config(FunctionName=name, AuthType="NONE")["FunctionUrl"]
        self.host = url.removeprefix("http://").rstrip("/")

    def open(self):
        open_up(self.lam, self.name)


def open_up(lam, name):
    """Both permissions that everybody needs."""
    for statement, action, more in [
        ("url", "lambda:InvokeFunctionUrl", {"FunctionUrlAuthType": "NONE"}),
        ("invoke", "lambda:InvokeFunction", {"InvokedViaFunctionUrl": True}),
    ]:
        lam.add_permission(FunctionName=name, StatementId=statement, Action=action, Principal="*", **more)
