"""What test-driver.mjs measures, by libvirt's own test driver in this process: JSON, in microseconds of its time."""
import json
import sys
import time

import libvirt

DOMAINS, ROUNDS, CALLS = (int(word) for word in sys.argv[1:])


def measure(work, units=1):
    best = float('inf')
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        best = min(best, (time.process_time() - begin) / units)
    return best * 1e6


def name_of(index):
    return f'domain-{index:05}'


def xml_of(name):
    return f"<domain type='test'><name>{name}</name><memory>1024</memory><os><type>hvm</type></os></domain>"


connection = libvirt.open('test:///default')
begin = time.process_time()
for index in range(DOMAINS):
    connection.defineXML(xml_of(name_of(index)))
costs = {'define one': (time.process_time() - begin) / DOMAINS * 1e6}
costs['list all'] = measure(connection.listAllDomains)
costs['list active'] = measure(lambda: connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE))
costs['statistics of all'] = measure(connection.getAllDomainStats)
some = [name_of(index * 10) for index in range(1000)]
domain = connection.lookupByName(name_of(5))
costs['look up by name'] = measure(lambda: [connection.lookupByName(name) for name in some], len(some))
costs['get info'] = measure(lambda: [domain.info() for _ in range(CALLS)], CALLS)
costs['get state'] = measure(lambda: [domain.state() for _ in range(CALLS)], CALLS)
costs['format XML'] = measure(lambda: [domain.XMLDesc() for _ in range(1000)], 1000)
print(json.dumps(costs))
