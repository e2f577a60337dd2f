"""Runs query-status COUNT times over PATH with qemu.qmp, WINDOW at a time; prints microseconds per command."""
import asyncio
import sys
import time

from qemu.qmp import QMPClient


async def main(path, count, window):
    client = QMPClient('bench')
    await client.connect(path)

    async def lane():
        for _ in range(count // window):
            await client.execute('query-status')

    start = time.perf_counter()
    await asyncio.gather(*(lane() for _ in range(window)))
    print((time.perf_counter() - start) * 1e6 / count)
    await client.disconnect()


asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
