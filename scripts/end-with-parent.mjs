// Runs the program named first and ends with the process that started this one, however that one ended.
// Not a preload: Next would hand that on to its own workers, whose channels mean something else.
import { pathToFileURL } from 'node:url';

process.on('disconnect', () => process.exit(1));
process.channel?.unref();
process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1]).href);
