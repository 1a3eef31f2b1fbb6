/** Specification of the switch; that onnxruntime heeds it is tested in test/slow/network.test.ts. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refuseTelemetry } from '../../src/embed/no-telemetry.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('telemetry of onnxruntime', () => {
  it.each([undefined, ''])('is refused where the environment says %o', (value) => {
    vi.stubEnv('ORT_DISABLE_TELEMETRY', value);
    refuseTelemetry();
    expect(process.env.ORT_DISABLE_TELEMETRY).toBe('1');
  });

  it.each(['0', '1'])('is left to the user who has set the switch to %s', (value) => {
    vi.stubEnv('ORT_DISABLE_TELEMETRY', value);
    refuseTelemetry();
    expect(process.env.ORT_DISABLE_TELEMETRY).toBe(value);
  });
});
