import { model, version } from './model-row.js';

/** Intel from Icelake on, and the small cores. */
export const intelServerModels = [
  model('Icelake-Client', {
    vendor: 'Intel',
    signatures: ['6/126'],
    like: 'cpu64-rhel6',
    features:
      '+3dnowprefetch +abm +adx +aes +arat +avx +avx2 +avx512-vpopcntdq +avx512bitalg +avx512vbmi +avx512vbmi2 ' +
      '+avx512vnni +bmi1 +bmi2 +erms +f16c +fma +fsgsbase +gfni +hle +invpcid +movbe +mpx +pcid +pclmuldq +pku ' +
      '+popcnt +rdrand +rdseed +rdtscp +rtm +smap +smep +spec-ctrl +ssbd +sse4.1 +sse4.2 +ssse3 +tsc-deadline ' +
      '+umip +vaes +vme +vpclmulqdq +wbnoinvd +x2apic +xgetbv1 +xsave +xsavec +xsaveopt',
    removed: 'intel-pt',
  }),
  model('Icelake-Client-noTSX', {
    vendor: 'Intel',
    signatures: ['6/126'],
    decodes: 'host',
    like: 'Icelake-Client',
    features: '-hle -rtm',
    removed: 'intel-pt',
  }),
  model('Icelake-Server', {
    vendor: 'Intel',
    signatures: ['6/106'],
    like: 'Cascadelake-Server',
    features:
      '+avx512-vpopcntdq +avx512bitalg +avx512vbmi +avx512vbmi2 +gfni +la57 +pku +umip +vaes +vpclmulqdq ' +
      '+wbnoinvd',
    added: '-vmx-pml -vmx-rdseed-exit',
    removed: 'intel-pt mpx',
  }),
  model('Icelake-Server-noTSX', {
    vendor: 'Intel',
    signatures: ['6/106'],
    decodes: 'host',
    like: 'Icelake-Server',
    features: '-hle -rtm',
    added: '+vmx-eptp-switching +vmx-page-walk-5 +vmx-pml +vmx-rdseed-exit +vmx-xsaves',
    removed: 'intel-pt mpx',
  }),
  version('Icelake-Server-v1', 'Icelake-Server'),
  version('Icelake-Server-v2', 'Icelake-Server-noTSX'),
  model('Icelake-Server-v3', {
    vendor: 'Intel',
    signatures: ['6/106'],
    decodes: 'host',
    like: 'Cascadelake-Server-v4',
    features:
      '+avx512-vpopcntdq +avx512bitalg +avx512vbmi +avx512vbmi2 +gfni +la57 +pschange-mc-no +taa-no +umip +vaes ' +
      '+vpclmulqdq +wbnoinvd -vmx-eptp-switching -vmx-pml -vmx-rdseed-exit',
  }),
  model('Icelake-Server-v4', {
    vendor: 'Intel',
    signatures: ['6/106'],
    decodes: 'host',
    like: 'Icelake-Server-v3',
    features: '+avx512ifma +fsrm +rdpid +sha-ni +vmx-eptp-switching +vmx-pml +vmx-rdseed-exit',
  }),
  model('Icelake-Server-v5', {
    vendor: 'Intel',
    signatures: ['6/106'],
    decodes: 'host',
    like: 'Icelake-Server-v4',
    features: '+vmx-xsaves +xsaves',
  }),
  model('Icelake-Server-v6', {
    vendor: 'Intel',
    signatures: ['6/106'],
    decodes: 'host',
    like: 'Icelake-Server-v5',
    features: '+vmx-page-walk-5',
  }),
  model('Icelake-Server-v7', {
    vendor: 'Intel',
    signatures: ['6/106'],
    decodes: 'host',
    like: 'Icelake-Server-v6',
    features: '+hle +rtm',
  }),
  model('Cooperlake', {
    vendor: 'Intel',
    signatures: ['6/85/10-11'],
    like: 'Cascadelake-Server',
    features:
      '+arch-capabilities +avx512-bf16 +ibrs-all +mds-no +pku +pschange-mc-no +rdctl-no +skip-l1dfl-vmentry ' +
      '+stibp +taa-no',
    added: '+vmx-eptp-switching +vmx-xsaves',
  }),
  version('Cooperlake-v1', 'Cooperlake'),
  model('Cooperlake-v2', {
    vendor: 'Intel',
    signatures: ['6/85/10-11'],
    decodes: 'host',
    like: 'Cascadelake-Server-v5',
    features: '+avx512-bf16 +hle +pschange-mc-no +rtm +stibp +taa-no',
  }),
  model('Snowridge', {
    vendor: 'Intel',
    signatures: ['6/134'],
    like: 'Cascadelake-Server-noTSX',
    features:
      '+arch-capabilities +cldemote +core-capability +gfni +movdir64b +movdiri +sha-ni +split-lock-detect +umip ' +
      '-abm -adx -avx -avx2 -avx512bw -avx512cd -avx512dq -avx512f -avx512vl -avx512vnni -bmi1 -bmi2 -f16c -fma ' +
      '-invpcid -pcid',
  }),
  version('Snowridge-v1', 'Snowridge'),
  model('Snowridge-v2', {
    vendor: 'Intel',
    signatures: ['6/134'],
    decodes: 'host',
    like: 'Skylake-Server-v4',
    features:
      '+arch-capabilities +cldemote +clflushopt +core-capability +gfni +movdir64b +movdiri +sha-ni ' +
      '+split-lock-detect +ssbd +umip -abm -adx -avx -avx2 -avx512bw -avx512cd -avx512dq -avx512f -avx512vl -bmi1 ' +
      '-bmi2 -f16c -fma -invpcid -pcid -pku',
  }),
  model('Snowridge-v3', {
    vendor: 'Intel',
    signatures: ['6/134'],
    decodes: 'host',
    like: 'Snowridge-v2',
    features: '+vmx-xsaves +xsaves',
  }),
  model('Snowridge-v4', {
    vendor: 'Intel',
    signatures: ['6/134'],
    decodes: 'host',
    like: 'Snowridge-v3',
    features: '-core-capability -split-lock-detect',
  }),
  model('SapphireRapids', {
    vendor: 'Intel',
    signatures: ['6/143'],
    like: 'Icelake-Server-noTSX',
    features:
      '+amx-bf16 +amx-int8 +amx-tile +arch-capabilities +avx-vnni +avx512-bf16 +avx512-fp16 +avx512ifma ' +
      '+bus-lock-detect +fsrc +fsrm +fsrs +fzrm +hle +ibrs-all +mds-no +pschange-mc-no +rdctl-no +rdpid +rtm ' +
      '+serialize +sha-ni +skip-l1dfl-vmentry +taa-no +tsx-ldtrk +xfd +xsaves',
  }),
  version('SapphireRapids-v1', 'SapphireRapids'),
  model('SapphireRapids-v2', {
    vendor: 'Intel',
    signatures: ['6/143'],
    decodes: 'host',
    like: 'Icelake-Server-v7',
    features:
      '+amx-bf16 +amx-int8 +amx-tile +avx-vnni +avx512-bf16 +avx512-fp16 +bus-lock-detect +fbsdp-no +fsrc +fsrs ' +
      '+fzrm +psdp-no +sbdr-ssdp-no +serialize +tsx-ldtrk +xfd',
  }),
  model('SapphireRapids-v3', {
    vendor: 'Intel',
    signatures: ['6/143'],
    decodes: 'host',
    like: 'SapphireRapids-v2',
    features: '+cldemote +movdir64b +movdiri +ss +tsc_adjust',
  }),
  model('GraniteRapids', {
    vendor: 'Intel',
    signatures: ['6/173'],
    like: 'SapphireRapids-v2',
    features: '+amx-fp16 +mcdt-no +pbrsb-no +prefetchiti +vmx-invvpid',
  }),
  version('GraniteRapids-v1', 'GraniteRapids'),
  model('GraniteRapids-v2', {
    vendor: 'Intel',
    signatures: ['6/173'],
    decodes: 'host',
    like: 'SapphireRapids-v3',
    features: '+amx-fp16 +avx10 +avx10-128 +avx10-256 +avx10-512 +mcdt-no +pbrsb-no +prefetchiti',
  }),
  model('SierraForest', {
    vendor: 'Intel',
    signatures: ['6/175'],
    like: 'Icelake-Server-v5',
    features:
      '+avx-ifma +avx-ne-convert +avx-vnni +avx-vnni-int8 +bus-lock-detect +cmpccxadd +fbsdp-no +fsrs +mcdt-no ' +
      '+pbrsb-no +psdp-no +sbdr-ssdp-no +serialize +vmx-invvpid -avx512-vpopcntdq -avx512bitalg -avx512bw ' +
      '-avx512cd -avx512dq -avx512f -avx512ifma -avx512vbmi -avx512vbmi2 -avx512vl -avx512vnni -la57 -taa-no',
  }),
  version('SierraForest-v1', 'SierraForest'),
  model('Denverton', {
    vendor: 'Intel',
    signatures: ['6/95'],
    like: 'Snowridge-v2',
    features:
      '+mpx +rdctl-no +skip-l1dfl-vmentry -cldemote -clwb -core-capability -gfni -movdir64b -movdiri ' +
      '-split-lock-detect -umip',
  }),
  version('Denverton-v1', 'Denverton'),
  model('Denverton-v2', {
    vendor: 'Intel',
    signatures: ['6/95'],
    decodes: 'host',
    like: 'Denverton',
    features: '-mpx',
  }),
  model('Denverton-v3', {
    vendor: 'Intel',
    signatures: ['6/95'],
    decodes: 'host',
    like: 'Denverton-v2',
    features: '+vmx-xsaves +xsaves',
  }),
  model('KnightsMill', {
    vendor: 'Intel',
    signatures: ['6/133'],
    like: 'Icelake-Client-noTSX',
    features:
      '+avx512-4fmaps +avx512-4vnniw +avx512cd +avx512er +avx512f +avx512pf +pdpe1gb +ss -avx512bitalg ' +
      '-avx512vbmi -avx512vbmi2 -avx512vnni -gfni -invpcid -mpx -pcid -pku -smap -spec-ctrl -ssbd -umip -vaes ' +
      '-vpclmulqdq -wbnoinvd -xgetbv1 -xsavec',
  }),
  version('KnightsMill-v1', 'KnightsMill'),
];
