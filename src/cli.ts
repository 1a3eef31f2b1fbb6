#!/usr/bin/env node
/** The `civic-topics` program: gives the process's streams and signals to the command line. */
import process from 'node:process';
import type { Io } from './cli/io.js';
import { main } from './cli/main.js';
import { terminalOf } from './cli/terminal/terminal.js';

const interruption = new AbortController();
// Once: a second Ctrl-C ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interruption.abort());

const io: Io = {
  // Asked for only by commands that read it: opening it takes time and keeps the process alive.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  isTerminal: process.stderr.isTTY === true,
  terminal: terminalOf(process.stdout, process.env),
  signal: interruption.signal,
  createClassifier: async (options) => (await import('./classify/create-classifier.js')).createClassifier(options),
  createEmbedder: async (options) => (await import('./embed/onnx-embedder.js')).createOnnxEmbedder(options),
  openTextClassifier: async (options) =>
    (await import('./batch/pool/open-text-classifier.js')).openTextClassifier(options),
};

process.exitCode = await main(process.argv.slice(2), io);
