/** What Slack accepts, in characters unless said. One table, so that a changed limit is one changed line. */
export const LIMITS = {
  /** Beside `blocks`, for notifications and screen readers; Slack shortens longer ones itself. */
  messageText: 4000,
  blocks: { message: 50, modal: 100, home: 100 },
  sectionText: 3000,
  contextElements: 10,
  contextText: 2000,
  actionElements: 25,
  /** Of a select. */
  options: 100,
  buttonText: 75,
  buttonValue: 2000,
  imageUrl: 3000,
  imageAlt: 2000,
  modalTitle: 24,
  headerText: 150,
  /** One table a message; rows count the header. All its characters together: Slack's limit for data tables, kept here too. */
  table: { rows: 100, columns: 20, characters: 10_000 },
} as const;

/** Where blocks are shown; tables exist in messages only. */
export type Surface = keyof typeof LIMITS.blocks;
