/** What English and French are known by without a model: frequent words, shapes of words, letters; and the words of their neighbours. */

/** The signs of one language; all in lower case. */
export interface LanguageSigns {
  /** Frequent words that no neighbour uses often. */
  readonly own: ReadonlySet<string>;
  /** Frequent words that neighbours use too: they add to the sum, but prove nothing alone. */
  readonly shared: ReadonlySet<string>;
  /** Beginnings and endings of words, which count as shared words do. */
  readonly shape: RegExp;
  /** Words spelt with the letters of the language only. */
  readonly letters: RegExp;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

// A word is `own` when its language uses it some ten times as often as any of two dozen others do, by the lists of wordfreq 3.1.
// "of" (Dutch), "des" (German) and "du" (Danish) are `own` all the same, being the commonest; no text is told by one word.

export const ENGLISH: LanguageSigns = {
  own: words(
    `the of and that this with from which were their been would there what who when about other its should could
    these those through between because where while your you they she how them into our after being such before both
    each during some very only against without within than if his not more said many never might must does did
    another every however until whether upon own people make made know think need here still again always around
    using few since although though often has see now then well first years year much next please available based
    including themselves itself`,
  ),
  shared: words(
    `a in is was for to on as it be are have will by at or an we he but can may no do all so up out i me my new one
    two also her under over any had just even most like am`,
  ),
  shape: /(?:..(?:ing|ed|ly|tions?|ity|ies|ments?|ers)|ght|ness|ship)$|^wh|ough/,
  letters: /^[a-z]+$/,
};

export const FRENCH: LanguageSigns = {
  own: words(
    `est une pour dans sur aux avec vous elle sont tout tous toute toutes fait être ils cette faire même été aussi
    peut deux leur leurs ces quand après très sans avoir où encore alors avait autre autres contre votre avant
    depuis donc notre moins déjà trop chez ainsi doit première plusieurs cet ceux également selon lors chaque puis
    afin dont elles était étaient quelques toujours beaucoup jamais lorsque pendant parce qu des du ses peuvent
    celui celle vers trois rien monde fois faut voir soit vraiment pays jour jours ici mieux années mois quelque
    serait seront cela ceci hors toutefois ans lequel laquelle voici ayant nouvelle nouveau`,
  ),
  shared: words(
    `les et au le la de un en que qui il par pas plus nous mais comme ou on se sa son ne je à l d n s c j ce lui a y
    entre si quatre sera quel quelle temps permet`,
  ),
  shape:
    /(?:[éê]e?s?|(?:[èêé]..|eux|aux|eau|ement|oire?|tion|euse?|ique|ais|ait|ance|ence|elle|enne|ette|isme|age)s?)$|[çœûê]/,
  letters: /^[a-zàâæçèéêëîïôœùûüÿ]+$/,
};

/** Words spelt with the letters of Vietnamese only. */
export const VIETNAMESE_WORD = /^[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]+$/;

/** Frequent words of Spanish, Catalan, Italian, Portuguese, Romanian, German, Dutch, Scandinavian, Malay, Tagalog and Haitian. */
export const NEIGHBOURS: ReadonlySet<string> = words(
  `el los las del els amb quan aquest aquesta per che di della os dos da não uma com e lo na der die das und ist den
  von mit het een van voor og af til av som är och att yang dan untuk ang ng mga și în din ki nan pou ak yo`,
);
