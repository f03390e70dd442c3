import type {operations as contract} from '../../src/contract.ts';
import type {PhoneRisk} from './phone-risk.ts';
import type {Keys, Settings} from './settings.ts';
import type {Db} from '../store/db.ts';

export type OperationId = keyof contract;

/** A component session as the rules see it. */
export interface Session {
  readonly sessionId: string;
  readonly accountId: string;
  /** The partner that minted it. */
  readonly accessKeyId: string;
  /** What codes and proofs are bound to: survives renewal, reload and a second tab. */
  readonly visitId: string;
  readonly components: readonly string[];
}

/** Everything that one call may know and use. The database is inside the call's transaction. */
export interface Call {
  readonly db: Db;
  readonly now: Date;
  readonly settings: Settings;
  readonly keys: Keys;
  readonly phoneRisk: PhoneRisk;
  /** Who asks. Absent in signed calls. */
  readonly session?: Session;
  /** The access key that signed the request, in signed calls. */
  readonly accessKeyId?: string;
  /** Host of the page that asks, for the last line of a text message (WebOTP). */
  readonly pageHost: string;
  /** The client's network address, for limits. */
  readonly address: string;
  readonly securityToken?: string;
}

type Body<Id extends OperationId> = contract[Id] extends {requestBody: {content: {'application/json': infer B}}}
  ? B
  : undefined;
type Result<Id extends OperationId> = contract[Id]['responses'][200]['content']['application/json']['result'];

/** What came with the request, already checked against the contract. */
export interface Input<Id extends OperationId> {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Body<Id>;
}

/** Does one operation of the contract: gives its `result`, or throws a `Refusal`. */
export type Operation<Id extends OperationId> = (call: Call, input: Input<Id>) => Promise<Result<Id>>;

/** The operations that a part of the domain offers, by the name that the contract gives them. */
export type Operations = {readonly [Id in OperationId]?: Operation<Id>};
