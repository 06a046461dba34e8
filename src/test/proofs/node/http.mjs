import http from 'node:http';

let clients = 0;

/** An address that no other check of this run has used. Limiters know a client by it. */
export function newClient() {
  clients += 1;
  return `127.0.${1 + (clients >> 8)}.${clients & 255}`;
}

function get(agent, port, path, client) {
  const options = { agent, host: '127.0.0.1', port, path, localAddress: client };
  return new Promise((resolve, reject) => {
    const request = http.get(options, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    request.on('error', reject);
  });
}

/** Sends requests one after the other over one connection. */
export async function send(port, path, client, times) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const answers = [];
  for (let at = 0; at < times; at += 1) {
    answers.push(await get(agent, port, path, client));
  }
  agent.destroy();
  return answers;
}

/** Says how many requests were let through, and what came after them. */
export function summary(answers) {
  const passed = answers.findIndex((answer) => answer.status !== 200);
  if (passed < 0) {
    return `${answers.length} of ${answers.length} passed`;
  }
  return `${passed} passed, then ${answers.slice(passed).map((answer) => answer.status).join(' ')}`;
}

/** Starts a server for a handler of requests, on any free port of the loopback. */
export function listen(app) {
  return new Promise((resolve) => {
    const server = http.createServer(app).listen(0, '127.0.0.1', () => resolve(server));
  });
}
