"""Sends requests to an ASGI application in this process."""

import asyncio

import httpx


class Asgi:
    def __init__(self, app):
        self.app = app
        self.runner = asyncio.Runner()
        self.clients = {}

    def status(self, path, address):
        return self.get(path, address).status_code

    def get(self, path, address):
        return self.runner.run(self._get(path, address))

    def run(self, coroutine):
        return self.runner.run(coroutine)

    async def _get(self, path, address):
        if address not in self.clients:
            transport = httpx.ASGITransport(self.app, client=(address, 40000))
            self.clients[address] = httpx.AsyncClient(transport=transport, base_url="http://app")
        return await self.clients[address].get(path)
