// What the runner knows of libvirt's other drivers: the networks and volumes that a definition names.

const attribute = (xml, element, name) => new RegExp(`<${element}\\b[^>]*?\\b${name}=['"]([^'"]*)['"]`).exec(xml)?.[1];

/** A network is named with the port on it that the network driver would hand out: `NETWORK;PORT`. */
export function networks({ networks: known = {}, networkPorts = {} }, xml) {
  const interfaces = xml.split(/<interface\b/).slice(1);
  const named = interfaces.flatMap((one) => attribute(one, 'source', 'network') ?? []);
  const listened = [...xml.matchAll(/<listen\b[^>]*?\bnetwork=['"]([^'"]*)['"]/g)].map(([, name]) => name);
  return [...new Set([...named, ...listened])].flatMap((name) => {
    const [network, port] = name.split(';');
    const document = known[network] ?? Object.values(known).find((one) => one.includes(`<name>${network}</name>`));
    if (document === undefined) return [];
    const using = interfaces.filter((one) => attribute(one, 'source', 'network') === name);
    const plug = portOf(networkPorts[port]);
    const ports = Object.fromEntries(
      plug === undefined ? [] : using.map((one) => [attribute(one, 'mac', 'address')?.toLowerCase() ?? '', plug]),
    );
    return [
      { name, active: true, bridge: attribute(document, 'bridge', 'name'), addresses: addressesOf(document), ports },
    ];
  });
}

const addressesOf = (document) => [...document.matchAll(/<ip\b[^>]*?\baddress=['"]([^'"]*)['"]/g)].map(([, ip]) => ip);

function portOf(xml) {
  const type = xml === undefined ? undefined : attribute(xml, 'plug', 'type');
  if (type === 'hostdev-pci') {
    const digits = (name, width) =>
      Number(attribute(xml, 'address', name) ?? 0)
        .toString(16)
        .padStart(width, '0');
    const address = `${digits('domain', 4)}:${digits('bus', 2)}:${digits('slot', 2)}.${Number(attribute(xml, 'address', 'function') ?? 0)}`;
    return { type, address, managed: attribute(xml, 'plug', 'managed') === 'yes' };
  }
  return type === 'bridge' || type === 'network' ? { type, bridge: attribute(xml, 'plug', 'bridge') ?? '' } : undefined;
}

/** A volume's name tells its type and where it lies: `file+sub/image`, `unit:0:0:3`. */
export function volumes({ storagePools = {} }, xml) {
  const named = [...xml.matchAll(/<source\b[^>]*?\bpool=['"]([^'"]*)['"][^>]*?\bvolume=['"]([^'"]*)['"]/g)];
  return named.flatMap(([, pool, name]) => {
    const document = storagePools[pool];
    if (document === undefined || name === 'nonexistent') return [];
    const [type, path] = name.includes('+') ? name.split('+') : ['block', name];
    return [
      {
        pool,
        poolActive: true,
        poolType: attribute(document, 'pool', 'type') ?? 'dir',
        name,
        type,
        path: `/some/${type}/device/${path}`,
        source: sourceOf(document),
      },
    ];
  });
}

function sourceOf(document) {
  const host = attribute(document, 'host', 'name');
  const username = attribute(document, 'auth', 'username');
  const type = attribute(document, 'auth', 'type') ?? 'chap';
  const secretUuid = attribute(document, 'secret', 'uuid');
  return {
    protocol: 'iscsi',
    name: attribute(document, 'device', 'path'),
    hosts: host === undefined ? [] : [{ name: host }],
    ...(username === undefined ? {} : { auth: { username, type, secretUuid } }),
  };
}
