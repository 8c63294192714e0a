/** What the command line says to a person (standard error); `--json` speaks in codes. */
export const cli = {
  'cli.bug': '这是吨位自己的错，编号 {id}。请把编号报给管理员。',
} as const
