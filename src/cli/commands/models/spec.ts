import type { CommandSpec } from '../command.js';

/** `paralign models [list|verify|download] [NAME...]`. */
export const models: CommandSpec = {
  description:
    "list (the default) shows the bundled models and those in your own folder; verify compares the\nSHA-256 of every file with the model's list (exit 69 when one is damaged or missing), of all\nmodels unless some are named; download fetches a model from a hub into your folder. Nothing but\ndownload ever uses the network. A model that loads as --model FOLDER need not be listed.",
  arguments: [
    {
      name: 'ACTION',
      summary: 'What to do',
      kind: 'choice',
      choices: ['list', 'verify', 'download'],
      min: 0,
    },
    { name: 'NAME', summary: 'A model by name or folder', kind: 'text', min: 0, max: Infinity },
  ],
  options: [
    {
      long: 'from',
      group: 'Input',
      value: { name: 'URL', kind: 'text' },
      summary: 'Hub to download from (default: PARALIGN_MODEL_HUB, else the public hub)',
    },
    {
      long: 'full-precision',
      group: 'Input',
      summary: 'Download onnx/model.onnx even where there is a quantised graph',
    },
  ],
  examples: [
    { command: 'paralign models', meaning: 'what is there' },
    { command: 'paralign models verify', meaning: 'check the files of every model' },
    {
      command: 'paralign models download Xenova/multilingual-e5-small',
      meaning: 'fetch one; then: paralign align A B --model Xenova/multilingual-e5-small',
    },
  ],
  async run(context, args) {
    const { readModelsRequest } = await import('./request.js');
    const request = readModelsRequest(context, args);
    const { runModels } = await import('./run.js');
    return runModels(context, request);
  },
};
