/** Script of the evaluation page: sorted tables, and the figures that other thresholds give. */
import { startExplorer } from './evaluation/explorer.js';
import { sortTables } from './kit/sort-tables.js';
import { startPage } from './kit/start-page.js';

startPage();
sortTables();
startExplorer();
