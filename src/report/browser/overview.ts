/** Script of the collection overview. */
import { pageData } from './kit/page-data.js';
import { startPage } from './kit/start-page.js';
import { type TableData, TextTable } from './overview/text-table.js';

startPage();
if (document.querySelector('#texts')) new TextTable(pageData<TableData>('table')).start();
