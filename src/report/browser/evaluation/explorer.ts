/** Moves the thresholds and measures the rows anew, by the definitions of `evaluate`. */
import type { Metrics } from '../../../evaluate/metrics.js';
import { share, signed } from '../../../evaluate/number-text.js';
import { measureAll, tagAt } from '../../../evaluate/thresholds.js';
import { type ExplorerData, unpackRows } from '../../evaluation/explorer-data.js';
import { pageData } from '../kit/page-data.js';

const FIGURES = ['macroF1', 'microF1', 'exactMatch', 'falseTagRate'] as const;
const TOPIC_FIGURES = ['precision', 'recall', 'f1', 'tagged'] as const;

export function startExplorer(): void {
  const data = pageData<ExplorerData>('explorer');
  const used = data.thresholds;
  const rows = unpackRows(data);
  const before = measureAll(tagAt(rows, used));
  const current = [...used];
  const sliders = used.map((_, topic) => find<HTMLInputElement>(`[data-slider="${topic}"]`));
  const all = find<HTMLInputElement>('[data-slider="all"]');
  const reset = find<HTMLButtonElement>('#reset');
  const update = oncePerFrame(() => showFigures(measureAll(tagAt(rows, current)), before));
  const set = (topic: number, threshold: number) => {
    current[topic] = threshold;
    name(sliders[topic] as HTMLInputElement, share(threshold));
    update();
  };
  const shift = (by: number) => {
    name(all, by === 0 ? '±0' : signed(by));
    used.forEach((threshold, topic) => {
      const shifted = Math.min(1, Math.max(0, threshold + by));
      (sliders[topic] as HTMLInputElement).value = String(shifted);
      set(topic, shifted);
    });
  };
  sliders.forEach((slider, topic) => {
    slider.addEventListener('input', () => set(topic, slider.valueAsNumber));
  });
  all.addEventListener('input', () => shift(all.valueAsNumber));
  reset.addEventListener('click', () => {
    all.value = '0';
    shift(0);
  });
  for (const control of [...sliders, all, reset]) control.disabled = false;
  // A browser that comes back to the page may have kept where the sliders were.
  reset.click();
}

function find<T extends HTMLElement>(selector: string): T {
  return document.querySelector(selector) as T;
}

/** Many rows are measured at most once for each picture of the screen. */
function oncePerFrame(work: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      work();
    });
  };
}

function name(slider: HTMLInputElement, value: string): void {
  slider.setAttribute('aria-valuetext', value);
  find(`[data-threshold="${slider.dataset.slider}"]`).textContent = value;
}

/** Ratios over nothing are 0, as in the figures of `evaluate`; a rate over no row has no figure. */
function showFigures(now: Metrics, before: Metrics): void {
  for (const key of FIGURES) {
    find(`.headline [data-figure="${key}"]`).textContent = write(now[key], key === 'falseTagRate' ? null : 0);
    const change = now[key] - before[key];
    find(`[data-change="${key}"]`).textContent =
      Math.abs(change) < 0.0005 || Number.isNaN(change) ? '' : signed(change);
  }
  now.topics.forEach((topic, index) => {
    for (const key of TOPIC_FIGURES) {
      const text = key === 'tagged' ? String(topic.tagged) : write(topic[key], 0);
      find(`[data-topic="${index}"][data-figure="${key}"]`).textContent = text;
    }
  });
}

function write(value: number, whenUndefined: number | null): string {
  return share(Number.isNaN(value) ? whenUndefined : value);
}
