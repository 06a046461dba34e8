#!/usr/bin/env bash
# apicache 1.6.3 and a duration of more than 24.8 days, needs bash, Node 20 and npm.
#
# Expected (found by the way, so this was written after the first run): "30 days" is cached for 30 days, as "24 days" is for 24; at worst the number is cut to the largest one that fits.
# Seen: each entry gets a setTimeout() of its whole duration. Above 2147483647 ms Node sets that to 1 ms, so the entry is gone before
# the next request and every request is computed anew. Nothing is thrown; the only sign is Node's TimeoutOverflowWarning on
# stderr. The answers still carry "cache-control: max-age=2592000": the server caches nothing, the browsers and proxies for a month.
# What it means for this project: "Never" cannot be delivered to apicache as a large number (a year), and memoizee 0.4.17 refuses one
# for the same reason. The presets of limiters with
# timers refuse a window of 25 days for the same reason.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund apicache@1.6.3 express@5.1.0
cat >finding.cjs <<'X'
const assert = require('assert')
const apicache = require('apicache')
const express = require('express')

async function answers(duration) {
  const cache = apicache.newInstance()
  const app = express()
  let computed = 0
  app.get('/', cache.middleware(duration), (request, response) => response.json(++computed))
  const server = app.listen(0, '127.0.0.1')
  await new Promise(resolve => server.on('listening', resolve))
  const seen = []
  let header
  for (let i = 0; i < 3; i++) {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/`)
    header = response.headers.get('cache-control')
    seen.push(await response.json())
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  cache.clear()
  server.close()
  server.closeAllConnections()
  console.log(`${duration}: cache-control ${header}, answers ${seen}`)
  return { header, seen: seen.join() }
}

(async () => {
  const warnings = []
  process.on('warning', warning => warnings.push(warning.name))
  assert.deepStrictEqual(await answers('24 days'), { header: 'max-age=2073600', seen: '1,1,1' })
  assert.deepStrictEqual(await answers('30 days'), { header: 'max-age=2592000', seen: '1,2,3' }, '30 days are cached otherwise now')
  assert(warnings.includes('TimeoutOverflowWarning'), 'Node does not warn any more')
  console.log('as seen')
  process.exit(0) // the timer of the 24 days would keep the process
})().catch(error => {
  console.error(error.message)
  process.exit(1)
})
X
node finding.cjs
