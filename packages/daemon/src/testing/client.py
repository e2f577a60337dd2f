"""What a python3-libvirt program does: open, list, look up, hear events, talk to a console. Prints a line each."""
import sys, threading, time
import libvirt

uri, xml = sys.argv[1], open(sys.argv[2]).read()

libvirt.virEventRegisterDefaultImpl()
heard = []


def loop():
    while True:
        libvirt.virEventRunDefaultImpl()


threading.Thread(target=loop, daemon=True).start()
connection = libvirt.open(uri)
print(connection.getType(), connection.getURI(), connection.isAlive(), connection.isSecure())
closed = []
connection.registerCloseCallback(lambda *_: closed.append(True), None)
connection.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                  lambda _c, domain, event, _d, _o: heard.append((domain.name(), event)), None)
defined = connection.defineXML(xml)
print([domain.name() for domain in connection.listAllDomains()], defined.isActive())
defined.create()
domain = connection.lookupByUUIDString(defined.UUIDString())
print(domain.name(), domain.ID(), domain.state()[0], domain.info()[1])

stream = connection.newStream()
domain.openConsole(None, stream)
answers = []


def listen():
    try:
        while b'HELLO' not in b''.join(answers):
            answers.append(stream.recv(1024))
    except libvirt.libvirtError as error:
        answers.append(str(error).encode())


listener = threading.Thread(target=listen, daemon=True)
listener.start()
while listener.is_alive():
    stream.send(b'hello\n')
    listener.join(.2)
stream.finish()
print('HELLO' if b'HELLO' in b''.join(answers) else answers)

domain.suspend()
domain.resume()
domain.destroy()
defined.undefine()
# Events are told by another thread; one that never comes is missed in what is printed.
deadline = time.monotonic() + 10
while ('web', libvirt.VIR_DOMAIN_EVENT_UNDEFINED) not in heard and time.monotonic() < deadline:
    time.sleep(.01)
print(heard)
try:
    connection.lookupByName('web')
except libvirt.libvirtError as error:
    print(error.get_error_code())
connection.unregisterCloseCallback()
connection.close()
print(closed)
