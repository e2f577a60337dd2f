import { model, version } from './model-row.js';

/** Models without a vendor’s generation behind them, and QEMU’s own. */
export const genericModels = [
  model('486', {
    features: '+fpu +pse +vme',
  }),
  version('486-v1', '486'),
  model('pentium', {
    like: '486',
    features: '+cx8 +de +mce +mmx +msr +tsc',
  }),
  version('pentium-v1', 'pentium'),
  model('pentium2', {
    like: 'pentium',
    features: '+cmov +fxsr +mca +mtrr +pae +pat +pge +pse36 +sep',
  }),
  version('pentium2-v1', 'pentium2'),
  model('pentium3', {
    like: 'pentium2',
    features: '+sse',
  }),
  version('pentium3-v1', 'pentium3'),
  model('pentiumpro', {
    like: 'pentium3',
    features: '+apic +sse2 -mca -mtrr -pse36 -vme',
  }),
  model('coreduo', {
    vendor: 'Intel',
    like: 'pentium3',
    features: '+apic +clflush +monitor +nx +pni +sse2 -pse36',
    added:
      '+vmx-activity-hlt +vmx-entry-ia32e-mode +vmx-exit-ack-intr +vmx-hlt-exit +vmx-intr-exit +vmx-invlpg-exit ' +
      '+vmx-io-bitmap +vmx-io-exit +vmx-monitor-exit +vmx-movdr-exit +vmx-msr-bitmap +vmx-mwait-exit ' +
      '+vmx-nmi-exit +vmx-pause-exit +vmx-rdpmc-exit +vmx-rdtsc-exit +vmx-tsc-offset +vmx-vintr-pending',
  }),
  version('coreduo-v1', 'coreduo'),
  model('n270', {
    vendor: 'Intel',
    like: 'pentium3',
    features: '+apic +clflush +monitor +nx +pni +sse2 +ssse3 -pse36',
  }),
  version('n270-v1', 'n270'),
  model('core2duo', {
    vendor: 'Intel',
    like: 'coreduo',
    features: '+lm +pse36 +ssse3 +syscall',
    added:
      '+vmx-apicv-xapic +vmx-cr8-load-exit +vmx-cr8-store-exit +vmx-flexpriority +vmx-ins-outs ' +
      '+vmx-secondary-ctls +vmx-vnmi +vmx-vnmi-pending',
  }),
  version('core2duo-v1', 'core2duo'),
  model('qemu32', {
    like: 'pentiumpro',
    features: '+pni',
  }),
  version('qemu32-v1', 'qemu32'),
  model('kvm32', {
    like: 'coreduo',
    features: '+pse36 -monitor -nx -vme',
  }),
  version('kvm32-v1', 'kvm32'),
  model('cpu64-rhel5', {
    decodes: 'never',
    like: 'n270',
    features: '+lm +pse36 +syscall -monitor -ssse3 -vme',
  }),
  model('cpu64-rhel6', {
    decodes: 'never',
    like: 'cpu64-rhel5',
    features: '+cx16 +lahf_lm',
  }),
  model('qemu64', {
    like: 'cpu64-rhel5',
    features: '+cx16 +svm',
  }),
  version('qemu64-v1', 'qemu64'),
  model('kvm64', {
    like: 'kvm32',
    features: '+cx16 +lm +nx +syscall',
    added: '+vmx-cr8-load-exit +vmx-cr8-store-exit +vmx-flexpriority -vmx-msr-bitmap',
  }),
  version('kvm64-v1', 'kvm64'),
];
