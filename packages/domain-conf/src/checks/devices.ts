import type { DeviceAddress } from '../generated/definition.js';
import type { Check, Tell } from './check.js';

/** What single devices must not say. */
export const checkDevices: Check = ({ devices = {}, cpu }, tell) => {
  if (devices.iommu?.model === 'virtio' && Object.keys(devices.iommu.driver ?? {}).length > 0) {
    tell('XML_ERROR', "iommu model 'virtio' doesn't support additional attributes", '/devices/iommu/driver');
  }
  devices.inputs?.forEach(({ type, model }, index) => {
    if (type === 'passthrough' || model === undefined || model === 'virtio') return;
    const message = `virtio (non-)transitional models are not supported for input type=${type}`;
    tell('CONFIG_UNSUPPORTED', message, `/devices/inputs/${index}/model`);
  });
  devices.filesystems?.forEach((filesystem, index) => {
    if (filesystem.target !== undefined) return;
    const [source = ''] = Object.values(filesystem.source ?? {});
    tell(
      'NO_TARGET',
      String(source),
      `/devices/filesystems/${index}`,
      'Give it a <target dir>, by which guests mount it',
    );
  });
  devices.videos?.forEach(({ model }, index) => {
    if (model?.resolution?.x !== 0 && model?.resolution?.y !== 0) return;
    const message = 'video resolution values must be greater than 0';
    tell('CONFIG_UNSUPPORTED', message, `/devices/videos/${index}/model/resolution`);
  });
  const { cid } = devices.vsock ?? {};
  if (cid?.auto !== true && cid?.address !== undefined && cid.address < 3) {
    tell('CONFIG_UNSUPPORTED', 'guest CIDs must be >= 3', '/devices/vsock/cid/address');
  }
  const cells = cpu?.numa?.cells?.length ?? 0;
  devices.memories?.forEach(({ target }, index) => {
    if (target === undefined)
      tell('XML_ERROR', 'missing <target> element for <memory> device', `/devices/memories/${index}`);
    const node = target !== undefined && 'node' in target ? target.node : undefined;
    if (node === undefined || node < cells || cells === 0) return;
    const message = `can't add memory backend for guest node '${node}' as the guest has only '${cells}' NUMA nodes configured`;
    tell('XML_DETAIL', message, `/devices/memories/${index}/target/node`);
  });
  for (const [kind, list] of Object.entries(devices)) {
    if (!Array.isArray(list)) continue;
    list.forEach((device, index) => {
      if (typeof device !== 'object' || !('address' in device) || device.address === undefined) return;
      checkAddress(device.address, `/devices/${kind}/${index}/address`, tell);
    });
  }
};

function checkAddress(address: DeviceAddress, path: string, tell: Tell): void {
  if (address.type === 'pci' && address.zpci?.uid === 0) {
    tell('XML_ERROR', "Invalid PCI address uid='0x0000', must be > 0x0000 and <= 0xffff", `${path}/zpci/uid`);
  }
  if (address.type !== 'spapr-vio' || address.reg === undefined || Number(address.reg) <= 0xffff_ffff) return;
  const reg = `0x${BigInt(address.reg).toString(16)}`;
  tell('CONFIG_UNSUPPORTED', `spapr-vio reg='${reg}' exceeds maximum possible value (0xffffffff)`, `${path}/reg`);
}
