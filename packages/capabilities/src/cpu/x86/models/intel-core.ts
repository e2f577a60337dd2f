import { model, version } from './model-row.js';

/** Intel from Conroe to Broadwell. */
export const intelCoreModels = [
  model('Conroe', {
    vendor: 'Intel',
    signatures: ['6/15', '6/22'],
    like: 'core2duo',
    features: '+lahf_lm -monitor -vme',
  }),
  version('Conroe-v1', 'Conroe'),
  model('Penryn', {
    vendor: 'Intel',
    signatures: ['6/23', '6/29'],
    like: 'Conroe',
    features: '+cx16 +sse4.1',
    added: '+vmx-entry-load-perf-global-ctrl +vmx-exit-load-perf-global-ctrl +vmx-wbinvd-exit',
  }),
  version('Penryn-v1', 'Penryn'),
  model('Nehalem', {
    vendor: 'Intel',
    signatures: ['6/26', '6/30', '6/31', '6/46'],
    like: 'Penryn',
    features: '+popcnt +sse4.2',
    added:
      '+vmx-apicv-x2apic +vmx-cr3-load-noexit +vmx-cr3-store-noexit +vmx-desc-exit +vmx-entry-load-efer ' +
      '+vmx-entry-load-pat +vmx-entry-noload-debugctl +vmx-ept +vmx-ept-1gb +vmx-ept-2mb +vmx-ept-execonly ' +
      '+vmx-exit-load-efer +vmx-exit-load-pat +vmx-exit-nosave-debugctl +vmx-exit-save-efer +vmx-exit-save-pat ' +
      '+vmx-exit-save-preemption-timer +vmx-invept +vmx-invept-all-context +vmx-invept-single-context ' +
      '+vmx-invvpid +vmx-invvpid-all-context +vmx-invvpid-single-addr +vmx-invvpid-single-context-noglobals ' +
      '+vmx-mtf +vmx-page-walk-4 +vmx-preemption-timer +vmx-rdtscp-exit +vmx-true-ctls +vmx-vpid',
  }),
  model('Nehalem-IBRS', {
    vendor: 'Intel',
    signatures: ['6/26', '6/30', '6/31', '6/46'],
    like: 'Nehalem',
    features: '+spec-ctrl',
  }),
  version('Nehalem-v1', 'Nehalem'),
  version('Nehalem-v2', 'Nehalem-IBRS'),
  model('Westmere', {
    vendor: 'Intel',
    signatures: ['6/44', '6/47', '6/37'],
    like: 'Nehalem',
    features: '+aes',
    added: '+vmx-store-lma +vmx-unrestricted-guest',
  }),
  model('Westmere-IBRS', {
    vendor: 'Intel',
    signatures: ['6/44'],
    like: 'Westmere',
    features: '+spec-ctrl',
  }),
  version('Westmere-v1', 'Westmere'),
  version('Westmere-v2', 'Westmere-IBRS'),
  model('SandyBridge', {
    vendor: 'Intel',
    signatures: ['6/42', '6/45'],
    like: 'Westmere',
    features: '+avx +pclmuldq +rdtscp +tsc-deadline +x2apic +xsave',
  }),
  model('SandyBridge-IBRS', {
    vendor: 'Intel',
    signatures: ['6/42', '6/45'],
    like: 'SandyBridge',
    features: '+spec-ctrl',
  }),
  version('SandyBridge-v1', 'SandyBridge'),
  version('SandyBridge-v2', 'SandyBridge-IBRS'),
  model('IvyBridge', {
    vendor: 'Intel',
    signatures: ['6/58', '6/62'],
    like: 'SandyBridge',
    features: '+erms +f16c +fsgsbase +rdrand +smep +vme',
    added: '+vmx-apicv-register +vmx-apicv-vid +vmx-posted-intr +vmx-rdrand-exit',
  }),
  model('IvyBridge-IBRS', {
    vendor: 'Intel',
    signatures: ['6/58', '6/62'],
    like: 'IvyBridge',
    features: '+spec-ctrl',
  }),
  version('IvyBridge-v1', 'IvyBridge'),
  version('IvyBridge-v2', 'IvyBridge-IBRS'),
  model('Haswell-noTSX', {
    vendor: 'Intel',
    signatures: ['6/60', '6/63', '6/69', '6/70'],
    like: 'IvyBridge',
    features: '+avx2 +bmi1 +bmi2 +fma +invpcid +movbe +pcid -f16c -rdrand -vme',
    added: '+vmx-eptad +vmx-eptp-switching +vmx-invpcid-exit +vmx-shadow-vmcs +vmx-vmfunc +vmx-vmwrite-vmexit-fields',
  }),
  model('Haswell-noTSX-IBRS', {
    vendor: 'Intel',
    signatures: ['6/60', '6/63', '6/69', '6/70'],
    like: 'Haswell-noTSX',
    features: '+spec-ctrl',
  }),
  model('Haswell', {
    vendor: 'Intel',
    signatures: ['6/60', '6/63', '6/69', '6/70'],
    like: 'Haswell-noTSX',
    features: '+hle +rtm',
  }),
  model('Haswell-IBRS', {
    vendor: 'Intel',
    signatures: ['6/60', '6/63', '6/69', '6/70'],
    like: 'Haswell',
    features: '+spec-ctrl',
  }),
  version('Haswell-v1', 'Haswell'),
  version('Haswell-v2', 'Haswell-noTSX'),
  version('Haswell-v3', 'Haswell-IBRS'),
  version('Haswell-v4', 'Haswell-noTSX-IBRS'),
  model('Broadwell-noTSX', {
    vendor: 'Intel',
    signatures: ['6/61', '6/71', '6/79', '6/86'],
    like: 'Haswell-noTSX',
    features: '+3dnowprefetch +adx +rdseed +smap',
    added: '+vmx-pml +vmx-rdseed-exit',
  }),
  model('Broadwell-noTSX-IBRS', {
    vendor: 'Intel',
    signatures: ['6/61', '6/71', '6/79', '6/86'],
    like: 'Broadwell-noTSX',
    features: '+spec-ctrl',
  }),
  model('Broadwell', {
    vendor: 'Intel',
    signatures: ['6/61', '6/71', '6/79', '6/86'],
    like: 'Broadwell-noTSX',
    features: '+hle +rtm',
  }),
  model('Broadwell-IBRS', {
    vendor: 'Intel',
    signatures: ['6/61', '6/71', '6/79', '6/86'],
    like: 'Broadwell',
    features: '+spec-ctrl',
  }),
  version('Broadwell-v1', 'Broadwell'),
  version('Broadwell-v2', 'Broadwell-noTSX'),
  version('Broadwell-v3', 'Broadwell-IBRS'),
  version('Broadwell-v4', 'Broadwell-noTSX-IBRS'),
];
