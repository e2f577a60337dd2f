import { model, version } from './model-row.js';

/** Intel’s Skylake and what followed it closely. */
export const intelSkylakeModels = [
  model('Skylake-Client', {
    vendor: 'Intel',
    signatures: ['6/94', '6/78', '6/142', '6/158'],
    like: 'Broadwell',
    features: '+abm +arat +f16c +rdrand +vme +xgetbv1 +xsavec +xsaveopt',
    added: '-vmx-apicv-register -vmx-apicv-vid -vmx-apicv-x2apic -vmx-posted-intr',
    removed: 'mpx',
  }),
  model('Skylake-Client-IBRS', {
    vendor: 'Intel',
    signatures: ['6/94', '6/78', '6/142', '6/158'],
    like: 'Skylake-Client',
    features: '+spec-ctrl',
    removed: 'mpx',
  }),
  model('Skylake-Client-noTSX-IBRS', {
    vendor: 'Intel',
    signatures: ['6/94', '6/78', '6/142', '6/158'],
    decodes: 'host',
    like: 'Skylake-Client-IBRS',
    features: '-hle -rtm',
    added: '+vmx-xsaves',
    removed: 'mpx',
  }),
  version('Skylake-Client-v1', 'Skylake-Client'),
  version('Skylake-Client-v2', 'Skylake-Client-IBRS'),
  version('Skylake-Client-v3', 'Skylake-Client-noTSX-IBRS'),
  model('Skylake-Client-v4', {
    vendor: 'Intel',
    signatures: ['6/94', '6/78', '6/142', '6/158'],
    decodes: 'host',
    like: 'cpu64-rhel6',
    features:
      '+3dnowprefetch +abm +adx +aes +arat +avx +avx2 +bmi1 +bmi2 +erms +f16c +fma +fsgsbase +invpcid +movbe ' +
      '+pcid +pclmuldq +popcnt +rdrand +rdseed +rdtscp +smap +smep +spec-ctrl +sse4.1 +sse4.2 +ssse3 ' +
      '+tsc-deadline +vme +vmx-activity-hlt +vmx-apicv-xapic +vmx-cr3-load-noexit +vmx-cr3-store-noexit ' +
      '+vmx-cr8-load-exit +vmx-cr8-store-exit +vmx-desc-exit +vmx-entry-ia32e-mode +vmx-entry-load-efer ' +
      '+vmx-entry-load-pat +vmx-entry-load-perf-global-ctrl +vmx-entry-noload-debugctl +vmx-ept +vmx-ept-1gb ' +
      '+vmx-ept-2mb +vmx-ept-execonly +vmx-eptad +vmx-eptp-switching +vmx-exit-ack-intr +vmx-exit-load-efer ' +
      '+vmx-exit-load-pat +vmx-exit-load-perf-global-ctrl +vmx-exit-nosave-debugctl +vmx-exit-save-efer ' +
      '+vmx-exit-save-pat +vmx-exit-save-preemption-timer +vmx-flexpriority +vmx-hlt-exit +vmx-ins-outs ' +
      '+vmx-intr-exit +vmx-invept +vmx-invept-all-context +vmx-invept-single-context +vmx-invlpg-exit ' +
      '+vmx-invpcid-exit +vmx-invvpid-all-context +vmx-invvpid-single-addr +vmx-invvpid-single-context-noglobals ' +
      '+vmx-io-bitmap +vmx-io-exit +vmx-monitor-exit +vmx-movdr-exit +vmx-msr-bitmap +vmx-mtf +vmx-mwait-exit ' +
      '+vmx-nmi-exit +vmx-page-walk-4 +vmx-pause-exit +vmx-pml +vmx-preemption-timer +vmx-rdpmc-exit ' +
      '+vmx-rdrand-exit +vmx-rdseed-exit +vmx-rdtsc-exit +vmx-rdtscp-exit +vmx-secondary-ctls +vmx-shadow-vmcs ' +
      '+vmx-store-lma +vmx-true-ctls +vmx-tsc-offset +vmx-unrestricted-guest +vmx-vintr-pending +vmx-vmfunc ' +
      '+vmx-vmwrite-vmexit-fields +vmx-vnmi +vmx-vnmi-pending +vmx-vpid +vmx-wbinvd-exit +vmx-xsaves +x2apic ' +
      '+xgetbv1 +xsave +xsavec +xsaveopt +xsaves',
  }),
  model('Skylake-Server', {
    vendor: 'Intel',
    signatures: ['6/85/0-4'],
    like: 'Skylake-Client',
    features: '+avx512bw +avx512cd +avx512dq +avx512f +avx512vl +clwb +pdpe1gb',
    added: '+vmx-apicv-register +vmx-apicv-vid +vmx-apicv-x2apic +vmx-posted-intr -vmx-eptp-switching',
    removed: 'mpx',
  }),
  model('Skylake-Server-IBRS', {
    vendor: 'Intel',
    signatures: ['6/85/0-4'],
    like: 'Skylake-Server',
    features: '+spec-ctrl',
    removed: 'mpx',
  }),
  model('Skylake-Server-noTSX-IBRS', {
    vendor: 'Intel',
    signatures: ['6/85/0-4'],
    decodes: 'host',
    like: 'Skylake-Server-IBRS',
    features: '-hle -rtm',
    added: '+vmx-eptp-switching +vmx-xsaves',
    removed: 'mpx',
  }),
  version('Skylake-Server-v1', 'Skylake-Server'),
  version('Skylake-Server-v2', 'Skylake-Server-IBRS'),
  version('Skylake-Server-v3', 'Skylake-Server-noTSX-IBRS'),
  model('Skylake-Server-v4', {
    vendor: 'Intel',
    signatures: ['6/85/0-4'],
    decodes: 'host',
    like: 'Skylake-Client-v4',
    features:
      '+avx512bw +avx512cd +avx512dq +avx512f +avx512vl +clwb +pdpe1gb +pku +vmx-apicv-register +vmx-apicv-vid ' +
      '+vmx-apicv-x2apic +vmx-posted-intr -vmx-xsaves -xsaves',
  }),
  model('Skylake-Server-v5', {
    vendor: 'Intel',
    signatures: ['6/85/0-4'],
    decodes: 'host',
    like: 'Skylake-Server-v4',
    features: '+vmx-xsaves +xsaves',
  }),
  model('Cascadelake-Server', {
    vendor: 'Intel',
    signatures: ['6/85/5-7'],
    like: 'Skylake-Server-IBRS',
    features: '+avx512vnni +clflushopt +ssbd',
    removed: 'mpx',
  }),
  model('Cascadelake-Server-noTSX', {
    vendor: 'Intel',
    signatures: ['6/85/5-7'],
    decodes: 'host',
    like: 'Skylake-Server-noTSX-IBRS',
    features: '+avx512vnni +clflushopt +ssbd',
    removed: 'mpx',
  }),
  version('Cascadelake-Server-v1', 'Cascadelake-Server'),
  model('Cascadelake-Server-v2', {
    vendor: 'Intel',
    signatures: ['6/85/5-7'],
    decodes: 'host',
    like: 'Skylake-Server-v4',
    features:
      '+arch-capabilities +avx512vnni +clflushopt +hle +ibrs-all +mds-no +rdctl-no +rtm +skip-l1dfl-vmentry +ssbd ' +
      '-vmx-eptp-switching',
  }),
  version('Cascadelake-Server-v3', 'Cascadelake-Server-noTSX'),
  model('Cascadelake-Server-v4', {
    vendor: 'Intel',
    signatures: ['6/85/5-7'],
    decodes: 'host',
    like: 'Cascadelake-Server-v2',
    features: '+vmx-eptp-switching -hle -rtm',
  }),
  model('Cascadelake-Server-v5', {
    vendor: 'Intel',
    signatures: ['6/85/5-7'],
    decodes: 'host',
    like: 'Cascadelake-Server-v4',
    features: '+vmx-xsaves +xsaves',
  }),
];
