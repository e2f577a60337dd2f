/** What the host's CPU is to one that is asked for: the same, more, or not enough. */
export type CpuComparison = 'identical' | 'superset' | 'incompatible';
