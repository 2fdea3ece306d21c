// What @cloud-copilot/iam-simulate says of each case on standard input, a word a line.
const path = require('path')
const modules = process.argv[2]
const of = (file) => require(path.join(modules, '@cloud-copilot/iam-simulate/dist/cjs', file))
const { authorize } = of('core_engine/CoreSimulatorEngine.js')
const { AwsRequestImpl } = of('request/request.js')
const { RequestContextImpl } = of('requestContext.js')
const { DiscoveryContextKeyConstraints } = of('context_keys/discoveryContextKeyConstraints.js')
const { loadPolicy } = require('module').createRequire(path.join(modules, 'x.js'))('@cloud-copilot/iam-policy')

const load = (policy) => (policy ? loadPolicy(policy, { name: 'p' }) : undefined)

function decide(c) {
  const context = new RequestContextImpl(c.context)
  const principal = c.principal === '' ? { type: 'Anonymous' } : c.principal
  const request = new AwsRequestImpl(principal, { resource: c.resource, accountId: c.owner }, c.action, context)
  const levels = c.guardrails.map((policy) => ({ orgIdentifier: 'o', policies: [load(policy)] }))
  return authorize({
    request,
    sessionPolicy: load(c.session),
    identityPolicies: c.identity.map(load),
    serviceControlPolicies: levels,
    resourceControlPolicies: [],
    resourcePolicy: load(c.policy),
    permissionBoundaries: c.boundary ? [load(c.boundary)] : undefined,
    vpcEndpointPolicies: undefined,
    simulationParameters: {
      simulationMode: 'Strict',
      discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([])
    },
    serviceSettings: {}
  }).result
}

require('readline')
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    let said
    try {
      said = decide(JSON.parse(line))
    } catch (error) {
      said = 'error: ' + String(error.message).split('\n')[0]
    }
    process.stdout.write(said + '\n')
  })
