import { newClient, send, summary } from './http.mjs';
import { expect, left } from './report.mjs';

/**
 * Checks one case of a preset of limits. A proof starts an application, which tells its port, how many requests a
 * client has used up of a rate, and how many seconds are left of the rate's window.
 */
export async function checkLimits(where, expected, app) {
  const names = Object.keys(expected.limits).sort();
  expect(where, 'limits', names.join(' '), Object.keys(app.settings.limits ?? app.settings.routes).sort().join(' '));
  for (const name of names) {
    await checkBurst(where, expected, app, name);
  }
  if (app.otherRoute && expected.limits.default) {
    await checkBurst(where, expected, app, 'default', app.otherRoute);
  } else if (app.otherRoute) {
    const answers = await send(app.port, `/${app.otherRoute}`, newClient(), 200);
    expect(where, 'a route without a limit', '200 of 200 passed', summary(answers));
  }
}

async function checkBurst(where, expected, app, name, route = name) {
  const rates = expected.limits[name];
  const smallest = Math.min(...rates.map(([amount]) => amount));
  const refuses = expected.mode === 'Enforce';
  const client = newClient();
  const answers = await send(app.port, `/${route}`, client, smallest + 1);
  const passes = refuses ? `${smallest} passed, then 429` : `${smallest + 1} of ${smallest + 1} passed`;
  expect(where, `${route}, ${smallest + 1} requests`, passes, summary(answers));
  for (let at = 0; at < rates.length; at += 1) {
    await checkCounter(where, expected, app, { name, route, at, client, answers });
  }
}

async function checkCounter(where, expected, app, burst) {
  const [amount, window] = expected.limits[burst.name][burst.at];
  const what = `${burst.route}, counter of ${amount} in ${window} s`;
  const counter = await app.counter(burst);
  if (expected.mode === 'Disabled' || (expected.mode === 'Shadow' && !app.countsInShadow)) {
    expect(where, what, 'nothing counted', counter ? `${counter.used} counted` : 'nothing counted');
    return;
  }
  const seen = counter ? `${counter.used} counted, ${left(counter.seconds, window)}` : 'nothing counted';
  const sent = burst.answers.length;
  // A refused request may be counted or not.
  const counted = expected.mode === 'Enforce' && counter?.used === sent - 1 ? sent - 1 : sent;
  expect(where, what, `${counted} counted, ${window} s`, seen);
  if (burst.at > 0) {
    await checkFilled(where, app, burst.name, burst.at, amount);
  }
}

/** Fills the counter of a further rate, and sees that this rate alone refuses. */
async function checkFilled(where, app, name, at, amount) {
  const client = newClient();
  await send(app.port, `/${name}`, client, 1);
  await app.fill({ name, at, client, amount: amount - 2 });
  const answers = await send(app.port, `/${name}`, client, 2);
  expect(where, `${name}, after ${amount - 1} of ${amount}`, '1 passed, then 429', summary(answers));
}
