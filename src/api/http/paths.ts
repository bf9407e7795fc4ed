/** Where what is asked over HTTP is reached on the bot's port: known before its code is loaded. */

export const API_PREFIX = '/api/';
export const MCP_PATH = '/mcp';
