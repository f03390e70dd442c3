export interface AccountClient {}
