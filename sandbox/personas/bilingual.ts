/** A sentence in the languages of the accounts. */
export interface Bilingual {
  readonly en: string;
  readonly 'zh-CN': string;
}
