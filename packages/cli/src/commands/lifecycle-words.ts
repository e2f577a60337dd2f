import type { LifecycleEvent } from '@virtkit/core';

/** virsh's words for what became of a domain, where they aren't the API's with a capital. */
const WORDS: Readonly<Partial<Record<LifecycleEvent['event'] | LifecycleEvent['detail'], string>>> = {
  pmsuspended: 'PMSuspended',
  'from snapshot': 'Snapshot',
  wakeup: 'Event wakeup',
  'I/O error': 'I/O Error',
  'post-copy failed': 'Post-copy Error',
  guest: 'Finished after guest request',
  host: 'Finished after host request',
};

const word = (text: keyof typeof WORDS): string => WORDS[text] ?? text.charAt(0).toUpperCase() + text.slice(1);

/** A lifecycle event as virsh prints it: `Stopped Destroyed`. */
export const lifecycleWords = ({ event, detail }: LifecycleEvent): string => `${word(event)} ${word(detail)}`;
