/** How to make a baseline. */
export interface BaselineOptions {
  /** Spell out the features of the model, too. */
  expand?: boolean;
  /** Leave out features that keep a domain from being migrated. */
  migratable?: boolean;
  /** Models to choose from. */
  models?: readonly string[];
}
