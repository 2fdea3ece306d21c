// Greets whom the event names, and says which Node.js answered.

// Runs once per environment, in the init phase; the handler runs once per invocation.
let invocations = 0;

export const handler = async (event, context) => {
  invocations += 1;
  const name = event.name ?? "world";
  console.log(`greeting ${name}, invocation ${invocations} of this environment`);
  return {
    message: `Hello, ${name}!`,
    runtime: `Node.js ${process.versions.node}`,
    invocation: invocations,
    remainingMs: context.getRemainingTimeInMillis(),
  };
};
