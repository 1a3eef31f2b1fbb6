/** Script of the article view. */
import { explainOnDemand } from './article/explain.js';
import { filterByTopic } from './article/filter.js';
import { startPage } from './kit/start-page.js';

startPage();
explainOnDemand();
filterByTopic();
