/** Abbreviations whose full stop does not end the sentence, and the words that show it did after all; all without that stop. */
import { wordTable } from './words.js';

/** Followed by a name: the sentence always goes on. Compounds such as `PGS.TS.` are looked up part by part. */
export const TITLES = wordTable(
  'TP, Tp, tp, TX, TT, ThS, Ths, ths, TS, ts, PGS, pgs, GS, gs, BS, bs, KS, LS, CN, NSND, NSƯT, Q, P',
  'M, MM, Mme, Mmes, Mlle, Mlles, Mgr, Dr, Drs, Pr, Prs, St, Ste',
  'Mr, Mrs, Ms, Messrs, Prof, Rev, Hon, Sen, Sens, Rep, Reps, Gov, Gen, Col, Capt, Lt',
);

/** Stand inside sentences and sometimes at their end: the sentence goes on unless one of `SENTENCE_STARTERS` follows. */
export const INNER = wordTable(
  'art, arts, Art, Arts, al, p, pp, cf, Cf, ex, env, av, apr, éd, chap, tél, Tél',
  'vs, e.g, i.e, viz, approx, fig, Fig, vol, Vol, Sec, Inc, Ltd, Co, Corp, Dept, Jr, Sr',
  'Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sep, Sept, Oct, Nov, Dec, janv, févr, avr, juil, sept, oct, nov, déc',
);

/** Abbreviations before a number (`no. 5`), and otherwise ordinary words at the end of a sentence. */
export const NUMBERED = wordTable('no, No, nos, Nos, n°, N°, sec, ch, tr, Tr');

/** Before a number and a full stop (`Điều 5.`) they head a provision; in lower case. */
export const PROVISIONS = wordTable(
  'điều, khoản, điểm, mục, chương, phần, câu, bài',
  'article, chapitre, titre, annexe, question',
  'art., section, sec., chapter, part, annex, schedule, clause, rule',
);

/**
 * Words that open a new sentence when they follow an abbreviation. French `Le`, `La` and `Des` are left out: after an
 * initial they are more often part of a name, and a wrong join costs less than a wrong cut.
 */
export const SENTENCE_STARTERS = wordTable(
  'Theo, Tuy, Ông, Bà, Các, Những, Đây, Trong, Tại, Khi, Nếu, Từ, Với, Để, Việc, Năm, Ngày, Hiện, Ngoài, Đồng, Do, Vì',
  'Sau, Trước, Bên, Cùng, Về, Chúng',
  'Les, L, Un, Une, Il, Elle, Ils, Elles, Nous, Vous, Je, Ce, Cette, Ces, Cet, C, Mais, Et, En, Dans, Pour, Par, Sur, Au',
  'Aux, À, Après, Avant, Selon, Si, Depuis',
  'The, A, An, In, On, At, It, He, She, They, We, I, But, And, This, That, These, Those, There, When, If, As, For, To',
  'After, Before, While, Since, However, His, Her, Its, Their, Our, With, From, By, Under',
);
