import { model, version } from './model-row.js';

/** AMD and Hygon. */
export const amdModels = [
  model('athlon', {
    vendor: 'AMD',
    like: 'pentium3',
    features: '+3dnow +3dnowext +apic +mmxext +sse2 -mca',
  }),
  version('athlon-v1', 'athlon'),
  model('phenom', {
    vendor: 'AMD',
    like: 'cpu64-rhel5',
    features: '+3dnow +3dnowext +fxsr_opt +mmxext +monitor +svm',
  }),
  version('phenom-v1', 'phenom'),
  model('Opteron_G1', {
    vendor: 'AMD',
    signatures: ['15/6'],
    like: 'cpu64-rhel5',
  }),
  version('Opteron_G1-v1', 'Opteron_G1'),
  model('Opteron_G2', {
    vendor: 'AMD',
    signatures: ['15/6'],
    like: 'cpu64-rhel6',
    features: '+rdtscp +svm',
  }),
  version('Opteron_G2-v1', 'Opteron_G2'),
  model('Opteron_G3', {
    vendor: 'AMD',
    signatures: ['15/6'],
    like: 'Opteron_G2',
    features: '+abm +misalignsse +popcnt +sse4a',
    removed: 'monitor',
  }),
  version('Opteron_G3-v1', 'Opteron_G3'),
  model('Opteron_G4', {
    vendor: 'AMD',
    signatures: ['21/1'],
    like: 'Opteron_G3',
    features: '+3dnowprefetch +aes +avx +fma4 +pclmuldq +pdpe1gb +sse4.1 +sse4.2 +ssse3 +xop +xsave',
  }),
  version('Opteron_G4-v1', 'Opteron_G4'),
  model('Opteron_G5', {
    vendor: 'AMD',
    signatures: ['21/2'],
    like: 'Opteron_G4',
    features: '+f16c +fma +tbm',
  }),
  version('Opteron_G5-v1', 'Opteron_G5'),
  model('EPYC', {
    vendor: 'AMD',
    signatures: ['23/1'],
    like: 'KnightsMill',
    features:
      '+clflushopt +cr8legacy +fxsr_opt +misalignsse +mmxext +osvw +sha-ni +smap +sse4a +svm +xgetbv1 +xsavec ' +
      '-avx512-4fmaps -avx512-4vnniw -avx512-vpopcntdq -avx512cd -avx512er -avx512f -avx512pf -erms -ss ' +
      '-tsc-deadline -x2apic',
    removed: 'monitor',
  }),
  model('EPYC-IBPB', {
    vendor: 'AMD',
    signatures: ['23/1'],
    like: 'EPYC',
    features: '+ibpb',
    removed: 'monitor',
  }),
  version('EPYC-v1', 'EPYC'),
  version('EPYC-v2', 'EPYC-IBPB'),
  model('EPYC-v3', {
    vendor: 'AMD',
    signatures: ['23/1'],
    decodes: 'host',
    like: 'EPYC-IBPB',
    features: '+clzero +npt +nrip-save +perfctr_core +xsaveerptr +xsaves',
  }),
  model('EPYC-v4', {
    vendor: 'AMD',
    signatures: ['23/1'],
    decodes: 'host',
    like: 'EPYC-v3',
  }),
  model('EPYC-Rome', {
    vendor: 'AMD',
    signatures: ['23/49'],
    like: 'EPYC-v3',
    features: '+amd-stibp +clwb +rdpid +umip +wbnoinvd -xsaves',
  }),
  version('EPYC-Rome-v1', 'EPYC-Rome'),
  model('EPYC-Rome-v2', {
    vendor: 'AMD',
    signatures: ['23/49'],
    decodes: 'host',
    like: 'EPYC-Rome',
    features: '+amd-ssbd +ibrs +xsaves',
  }),
  model('EPYC-Rome-v3', {
    vendor: 'AMD',
    signatures: ['23/49'],
    decodes: 'host',
    like: 'EPYC-Rome-v2',
  }),
  model('EPYC-Rome-v4', {
    vendor: 'AMD',
    signatures: ['23/49'],
    decodes: 'host',
    like: 'EPYC-Rome-v2',
    features: '-xsaves',
  }),
  model('EPYC-Milan', {
    vendor: 'AMD',
    signatures: ['25/1'],
    like: 'EPYC-Rome-v2',
    features: '+erms +fsrm +invpcid +pcid +pku +svme-addr-chk',
  }),
  version('EPYC-Milan-v1', 'EPYC-Milan'),
  model('EPYC-Milan-v2', {
    vendor: 'AMD',
    signatures: ['25/1'],
    decodes: 'host',
    like: 'EPYC-Milan',
    features:
      '+amd-psfd +lfence-always-serializing +no-nested-data-bp +null-sel-clr-base +stibp-always-on +vaes ' +
      '+vpclmulqdq',
  }),
  model('EPYC-Genoa', {
    vendor: 'AMD',
    signatures: ['25/17'],
    like: 'EPYC-Milan-v2',
    features:
      '+auto-ibrs +avx512-bf16 +avx512-vpopcntdq +avx512bitalg +avx512bw +avx512cd +avx512dq +avx512f +avx512ifma ' +
      '+avx512vbmi +avx512vbmi2 +avx512vl +avx512vnni +gfni +la57 +vnmi',
  }),
  version('EPYC-Genoa-v1', 'EPYC-Genoa'),
  model('Dhyana', {
    vendor: 'Hygon',
    signatures: ['24/0'],
    like: 'EPYC-IBPB',
    features: '-aes -pclmuldq -sha-ni',
    removed: 'monitor',
  }),
  version('Dhyana-v1', 'Dhyana'),
  model('Dhyana-v2', {
    vendor: 'Hygon',
    signatures: ['24/0'],
    decodes: 'host',
    like: 'Dhyana',
    features: '+npt +nrip-save +xsaves',
  }),
];
