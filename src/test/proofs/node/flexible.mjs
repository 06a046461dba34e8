import express from 'express';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { listen } from './http.mjs';

/** The wiring: the middleware of one limit. */
function limiter(settings, name, redis) {
  const rates = settings.limits[name].map((options) => new RateLimiterRedis({ storeClient: redis, ...options }));
  return async (request, response, next) => {
    try {
      for (const rate of settings.enabled ? rates : []) {
        await rate.consume(request.ip);
      }
      next();
    } catch (refusal) {
      if (refusal instanceof Error || !settings.enforce) {
        next(refusal instanceof Error ? refusal : undefined);
      } else {
        response.status(429).send('Too Many Requests');
      }
    }
  };
}

export const preset = {
  name: 'RateLimiterFlexible',
  file: 'limits.json',
  libraries: ['rate-limiter-flexible', 'express'],

  async start(text, { redis, run }) {
    const settings = JSON.parse(text);
    Object.values(settings.limits).flat().forEach((rate) => { rate.keyPrefix = run + rate.keyPrefix; });
    const app = express();
    for (const name of Object.keys(settings.limits)) {
      app.get(`/${name}`, limiter(settings, name, redis), (request, response) => response.send('ok'));
    }
    const server = await listen(app);
    const key = ({ name, at, client }) => `${settings.limits[name][at].keyPrefix}:${client}`;
    return {
      settings,
      port: server.address().port,
      countsInShadow: true,
      counter: (of) => redis.counter(key(of)),
      fill: (of) => redis.incrby(key(of), of.amount),
      close: () => server.close(),
    };
  },
};
