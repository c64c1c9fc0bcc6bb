import type { CallToolResult } from '@modelcontextprotocol/server';
import { TertuliaError } from '@tertulia/sdk';

/** The answer of a tool. What the chat refuses is told to the model, which may do something else; anything else is a fault of this program. */
export async function answered(work: () => Promise<object>): Promise<CallToolResult> {
  try {
    return { content: [{ type: 'text', text: JSON.stringify(await work()) }] };
  } catch (error) {
    if (!(error instanceof TertuliaError)) throw error;
    return { isError: true, content: [{ type: 'text', text: `${error.message} (${error.code})` }] };
  }
}
