// `awslambda.InvokeStore`: values of the running invocation, which AWS's own libraries read and add to.
'use strict';

const KEYS = {
    REQUEST_ID: Symbol.for('_AWS_LAMBDA_REQUEST_ID'),
    X_RAY_TRACE_ID: Symbol.for('_AWS_LAMBDA_X_RAY_TRACE_ID'),
    TENANT_ID: Symbol.for('_AWS_LAMBDA_TENANT_ID'),
};

class InvokeStoreSingle {
    static PROTECTED_KEYS = KEYS;

    isProtectedKey(key) {
        return Object.values(KEYS).includes(key);
    }

    getContext() {
        return this.current;
    }

    hasContext() {
        return this.current !== undefined;
    }

    get(key) {
        return this.current?.[key];
    }

    set(key, value) {
        if (this.isProtectedKey(key)) {
            throw new Error(`Cannot modify protected Lambda context field: ${String(key)}`);
        }
        this.current = this.current || {};
        this.current[key] = value;
    }

    run(context, action) {
        this.current = context;
        return action();
    }

    getRequestId() {
        return this.get(KEYS.REQUEST_ID) ?? '-';
    }

    getXRayTraceId() {
        return this.get(KEYS.X_RAY_TRACE_ID);
    }

    getTenantId() {
        return this.get(KEYS.TENANT_ID);
    }
}

const contextOf = (requestId, traceId) => ({ [KEYS.REQUEST_ID]: requestId, [KEYS.X_RAY_TRACE_ID]: traceId });

module.exports = { store: new InvokeStoreSingle(), contextOf };
