// Starts the official client of nodejs22.x and earlier the way AWS's own /var/runtime/index.mjs does.
import { run } from '../../.deps/node/node_modules/aws-lambda-ric-classic/dist/index.mjs';

await run(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER);
