// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger } from '../json/json-value.js';
import type {
  BlockIoErrorDataAction,
  BlockIoErrorDataOperation,
  BlockdevMirrorArgumentsCopyMode,
  QueryBlockReturnItemIoStatus,
} from './shared.js';

/** `block-job-cancel: arguments` */
export interface BlockJobCancelArguments {
  device: string;
  force?: boolean | undefined;
}

/** `BLOCK_JOB_CANCELLED: data` */
export interface BlockJobCancelledData {
  device: string;
  len: JsonInteger;
  offset: JsonInteger;
  speed: JsonInteger;
  type: BlockJobChangeArgumentsType;
}

/** `block-job-change: arguments`. Only QEMU 10.0. */
export type BlockJobChangeArguments = {
  id: string;
} & (
  | { type: 'amend' | 'backup' | 'commit' | 'create' | 'snapshot-delete' | 'snapshot-load' | 'snapshot-save' | 'stream' }
  | ({ type: 'mirror' } & BlockJobChangeArgumentsMirror)
);

/** `block-job-change: arguments.mirror`. Only QEMU 10.0. */
export interface BlockJobChangeArgumentsMirror {
  'copy-mode': BlockdevMirrorArgumentsCopyMode;
}

/** `block-job-change: arguments.type` */
export type BlockJobChangeArgumentsType =
  | 'amend'
  | 'backup'
  | 'commit'
  | 'create'
  | 'mirror'
  | 'snapshot-delete'
  | 'snapshot-load'
  | 'snapshot-save'
  | 'stream';

/** `block-job-complete: arguments` */
export interface BlockJobCompleteArguments {
  device: string;
}

/** `BLOCK_JOB_COMPLETED: data` */
export interface BlockJobCompletedData {
  device: string;
  error?: string | undefined;
  len: JsonInteger;
  offset: JsonInteger;
  speed: JsonInteger;
  type: BlockJobChangeArgumentsType;
}

/** `block-job-dismiss: arguments` */
export interface BlockJobDismissArguments {
  id: string;
}

/** `BLOCK_JOB_ERROR: data` */
export interface BlockJobErrorData {
  action: BlockIoErrorDataAction;
  device: string;
  operation: BlockIoErrorDataOperation;
}

/** `block-job-finalize: arguments` */
export interface BlockJobFinalizeArguments {
  id: string;
}

/** `query-block-jobs: return.item` */
export type BlockJobInfo = {
  'auto-dismiss': boolean;
  'auto-finalize': boolean;
  busy: boolean;
  device: string;
  error?: string | undefined;
  'io-status': QueryBlockReturnItemIoStatus;
  len: JsonInteger;
  offset: JsonInteger;
  paused: boolean;
  ready: boolean;
  speed: JsonInteger;
  status: JobStatusChangeDataStatus;
} & (
  | { type: 'amend' | 'backup' | 'commit' | 'create' | 'snapshot-delete' | 'snapshot-load' | 'snapshot-save' | 'stream' }
  | ({ type: 'mirror' } & BlockJobInfoMirror)
);

/** `query-block-jobs: return.item.mirror`. Only QEMU 10.0. */
export interface BlockJobInfoMirror {
  'actively-synced': boolean;
}

/** `block-job-pause: arguments` */
export interface BlockJobPauseArguments {
  device: string;
}

/** `BLOCK_JOB_PENDING: data` */
export interface BlockJobPendingData {
  id: string;
  type: BlockJobChangeArgumentsType;
}

/** `BLOCK_JOB_READY: data` */
export interface BlockJobReadyData {
  device: string;
  len: JsonInteger;
  offset: JsonInteger;
  speed: JsonInteger;
  type: BlockJobChangeArgumentsType;
}

/** `block-job-resume: arguments` */
export interface BlockJobResumeArguments {
  device: string;
}

/** `block-job-set-speed: arguments` */
export interface BlockJobSetSpeedArguments {
  device: string;
  speed: JsonInteger;
}

/** `job-cancel: arguments` */
export interface JobCancelArguments {
  id: string;
}

/** `job-complete: arguments` */
export interface JobCompleteArguments {
  id: string;
}

/** `job-dismiss: arguments` */
export interface JobDismissArguments {
  id: string;
}

/** `job-finalize: arguments` */
export interface JobFinalizeArguments {
  id: string;
}

/** `query-jobs: return.item` */
export interface JobInfo {
  'current-progress': JsonInteger;
  error?: string | undefined;
  id: string;
  status: JobStatusChangeDataStatus;
  'total-progress': JsonInteger;
  type: BlockJobChangeArgumentsType;
}

/** `job-pause: arguments` */
export interface JobPauseArguments {
  id: string;
}

/** `job-resume: arguments` */
export interface JobResumeArguments {
  id: string;
}

/** `JOB_STATUS_CHANGE: data` */
export interface JobStatusChangeData {
  id: string;
  status: JobStatusChangeDataStatus;
}

/** `JOB_STATUS_CHANGE: data.status` */
export type JobStatusChangeDataStatus =
  | 'aborting'
  | 'concluded'
  | 'created'
  | 'null'
  | 'paused'
  | 'pending'
  | 'ready'
  | 'running'
  | 'standby'
  | 'undefined'
  | 'waiting';
