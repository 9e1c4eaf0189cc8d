import type { CommandSpec } from '../command.js';

/** `paralign models [list|verify|download] [NAME...]`. */
export const models: CommandSpec = {
  description:
    "list (the default) shows the bundled models and those in your own folder. verify compares every\nfile with the model's list of SHA-256 digests, loads the model and embeds test sentences; it exits\nwith 69 if a file is damaged or missing, or if the model does not work. download fetches a model\nfrom a hub into your folder, and replaces a model of the same name only if the new one embeds the\ntest sentences. No other command uses the network.",
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
      summary: 'Hub to download from (default: PARALIGN_MODEL_HUB, otherwise the public hub)',
    },
    {
      long: 'full-precision',
      group: 'Input',
      summary: 'Download onnx/model.onnx even if there is a quantised graph',
    },
    {
      long: 'sha256',
      group: 'Input',
      value: { name: '[FILE=]HEX', kind: 'text' },
      repeatable: true,
      summary: 'SHA-256 digest that a downloaded file must have (without FILE: the graph)',
    },
  ],
  examples: [
    { command: 'paralign models', meaning: 'list the models' },
    { command: 'paralign models verify', meaning: 'check every model and its files' },
    {
      command: 'paralign models download Xenova/multilingual-e5-small',
      meaning:
        'download a model; then run: paralign align A B --model Xenova/multilingual-e5-small',
    },
    {
      command:
        'paralign models download x/y --sha256 config.json=HEX --sha256 onnx/model_quantized.onnx=HEX',
      meaning: 'accept only these exact files',
    },
  ],
  async run(context, args) {
    const { readModelsRequest } = await import('./request.js');
    const request = readModelsRequest(context, args);
    const { runModels } = await import('./run.js');
    return runModels(context, request);
  },
};
