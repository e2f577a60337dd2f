/** What a guest makes of the wish that it let a device go. */
export type UnplugOutcome = 'gone' | 'refused';
