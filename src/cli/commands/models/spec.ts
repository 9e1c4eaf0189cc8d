import type { CommandSpec } from '../command.js';

/** `paralign models [list|verify|download] [NAME...]`. */
export const models: CommandSpec = {
  description:
    "list (the default) shows the bundled models and those in your own folder; verify compares the\nSHA-256 of every file with the model's list, loads the model and embeds test sentences (exit 69\nwhen a file is damaged or missing, or the model doesn't work), of all models unless some are\nnamed; download fetches a model from a hub into your folder, where it replaces another of its\nname only once it has embedded the test sentences. Nothing but download ever uses the network.\nA model that loads as --model FOLDER need not be listed.",
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
    {
      long: 'sha256',
      group: 'Input',
      value: { name: '[FILE=]HEX', kind: 'text' },
      repeatable: true,
      summary: 'SHA-256 that a downloaded file (the graph unless named) must have',
    },
  ],
  examples: [
    { command: 'paralign models', meaning: 'what is there' },
    { command: 'paralign models verify', meaning: 'check the files of every model' },
    {
      command: 'paralign models download Xenova/multilingual-e5-small',
      meaning: 'fetch one; then: paralign align A B --model Xenova/multilingual-e5-small',
    },
    {
      command:
        'paralign models download x/y --sha256 config.json=HEX --sha256 onnx/model_quantized.onnx=HEX',
      meaning: 'take nothing but these very files',
    },
  ],
  async run(context, args) {
    const { readModelsRequest } = await import('./request.js');
    const request = readModelsRequest(context, args);
    const { runModels } = await import('./run.js');
    return runModels(context, request);
  },
};
