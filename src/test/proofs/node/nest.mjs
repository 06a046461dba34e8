import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { Throttle, ThrottlerGuard, ThrottlerModule, ThrottlerStorage } from '@nestjs/throttler';

const NAMES = ['default', 'second', 'third', 'fourth'];

/** The wiring: the throttlers of the module, and what @Throttle says at a route. */
function wire(settings) {
  const throttlers = ThrottlerModule.forRoot({
    throttlers: settings.throttlers,
    skipIf: () => !settings.enabled,
  });
  const guard = { provide: APP_GUARD, useClass: ThrottlerGuard };
  return { throttlers, guard, route: (name) => Throttle(settings.routes[name]) };
}

/** A route that says nothing of limits. */
const OTHER = 'other';

/** A controller with a method for each limit and the other one. It is decorated by hand, without a compiler. */
function controller(settings, route) {
  class Shop {}
  for (const name of [...Object.keys(settings.routes), OTHER]) {
    // The guard tells routes apart by the names of the class and the method.
    const handler = { [name]() { return 'ok'; } }[name];
    const method = { value: handler, writable: true, configurable: true };
    Object.defineProperty(Shop.prototype, name, method);
    Get(name)(Shop.prototype, name, method);
    if (name !== OTHER) {
      route(name)(Shop.prototype, name, method);
    }
  }
  Controller()(Shop);
  return Shop;
}

/** Reads the headers of the last request that was let through. */
function fromHeaders({ at, answers }) {
  const suffix = at === 0 ? '' : `-${NAMES[at]}`;
  const { headers } = answers.findLast((answer) => answer.status === 200);
  if (headers[`x-ratelimit-limit${suffix}`] === undefined) {
    return null;
  }
  return {
    used: headers[`x-ratelimit-limit${suffix}`] - headers[`x-ratelimit-remaining${suffix}`],
    seconds: Number(headers[`x-ratelimit-reset${suffix}`]),
  };
}

/** Counts in the store as the guard does, under the key that it made for the last client. */
async function fill(storage, settings, { name, at, amount }) {
  const keys = [...storage.storage].filter(([, counters]) => counters.totalHits.get(NAMES[at]) === 1);
  const { ttl, limit } = settings.routes[name][NAMES[at]];
  const [key] = keys.at(-1);
  for (let hit = 0; hit < amount; hit += 1) {
    await storage.increment(key, ttl, limit, ttl, NAMES[at]);
  }
}

export const preset = {
  name: 'NestThrottler',
  file: 'limits.json',
  libraries: ['@nestjs/throttler', '@nestjs/core'],

  async start(text) {
    const settings = JSON.parse(text);
    const { throttlers, guard, route } = wire(settings);
    class App {}
    Module({ imports: [throttlers], controllers: [controller(settings, route)], providers: [guard] })(App);
    const app = await NestFactory.create(App, { logger: false });
    await app.listen(0, '127.0.0.1');
    return {
      settings,
      otherRoute: OTHER,
      port: app.getHttpServer().address().port,
      countsInShadow: false,
      counter: fromHeaders,
      fill: (of) => fill(app.get(ThrottlerStorage), settings, of),
      close: () => app.close(),
    };
  },
};
