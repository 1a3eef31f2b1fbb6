/** The words of buttons, link lines, credits and notices around an article, as data; in lower case unless said otherwise. */
import { wordTable } from './words.js';

/** A line made of these, alone or in a row, is page furniture. */
export const BUTTONS = wordTable(
  'chia sẻ, chia sẻ bài viết, in bài, in bài viết, in trang, bình luận, gửi bình luận, ý kiến bạn đọc, phản hồi, góp ý',
  'xem thêm, đọc thêm, đọc tiếp, xem tiếp, xem tất cả, tin liên quan, bài liên quan, bài viết liên quan, tin cùng chuyên mục',
  'cùng chuyên mục, tin mới, tin mới nhất, tin khác, các tin khác, tin nổi bật, đọc nhiều, tin đọc nhiều, quảng cáo',
  'theo dõi, lưu bài, lưu bài viết, nghe, nghe bài viết, nghe đọc bài, cỡ chữ, quay lại, về đầu trang, trang chủ',
  'gửi email, gửi bài viết, sao chép liên kết, đăng ký, đăng nhập, thích, mục lục, ảnh',
  'partager, partagez, partager cet article, partager l’article, imprimer, imprimer l’article, envoyer, envoyer par e-mail',
  'commenter, commentaire, commentaires, réagir, lire aussi, à lire aussi, a lire aussi, à lire également, lire la suite',
  'en savoir plus, voir aussi, voir plus, publicité, annonce, s’abonner, je m’abonne, abonnez-vous, se connecter',
  'réservé aux abonnés, article réservé aux abonnés, sur le même sujet, sur le même thème, retour en haut, haut de page',
  'accueil, suivez-nous, copier le lien, tout accepter, tout refuser, écouter, sommaire, les plus lus, à la une, suivre',
  'feedback, share, share this, share this article, share on, tweet, pin, print, print this page, email, e-mail, comment',
  'comments, leave a comment, read more, read also, see also, more on this story, related, related articles, related stories',
  'related topics, most read, most popular, trending, advertisement, advertising, ad, sponsored, subscribe, sign up, sign in',
  'log in, newsletter, skip to content, skip to main content, back to top, menu, home, search, follow us, copy link, like',
  'save, listen, accept all, reject all, accept cookies, next article, previous article, continue reading',
  'facebook, twitter, x, zalo, whatsapp, messenger, linkedin, pinterest, telegram, instagram, youtube, tiktok, reddit',
  'viber, rss, google news, threads, bluesky, flipboard, pocket',
);

/** Buttons, as written, that saving a page may glue to the word after them; none that begins names of companies. */
export const GLUED_BUTTONS: readonly string[] = [
  ...['Chia sẻ', 'Tin liên quan', 'Tin cùng chuyên mục', 'Xem thêm', 'Đọc thêm', 'Quảng cáo', 'Bình luận'],
  ...['Partager', 'Imprimer', 'Lire aussi', 'À lire aussi', 'Publicité'],
  ...['Feedback', 'Read more', 'Advertisement', 'Share this article'],
];

/** Open a line that leads to another article; a colon or another sign may follow. */
export const LINK_LEADS = wordTable(
  'xem thêm, đọc thêm, tin liên quan',
  'lire aussi, à lire aussi, a lire aussi, lire également, à lire également',
  'read also, also read, read more',
);

/** Open a line of links or tags when a colon follows. */
export const COLON_LINK_LEADS = wordTable(
  'từ khóa, từ khoá, thẻ, xem tiếp, chuyên mục',
  'mots-clés, mots clés, étiquettes, voir aussi, sur le même sujet, classé dans, rubrique',
  'tags, tag, keywords, filed under, see also, related, more on this story, hashtags',
);

/** First step of a trail of links (`Accueil > Politique`). */
export const TRAIL_STARTS = wordTable('trang chủ, accueil, home');

/** A short paragraph that holds one of these is a notice of the site. */
export const NOTICES: readonly string[] = [
  ...['sử dụng cookie', 'bản quyền thuộc về', 'giữ bản quyền', 'ghi rõ nguồn'],
  ...['utilise des cookies', 'utilisons des cookies', 'utilisation de cookies', 'utilisation des cookies'],
  ...['tous droits réservés', 'mentions légales'],
  ...['uses cookies', 'use cookies', 'use of cookies', 'all rights reserved', 'terms of use and privacy'],
];

/** News agencies and papers that sign an article with a line of its own, as written: `Lao Động` is a paper, `Lao động` a heading. */
export const AGENCIES = wordTable(
  'TTXVN, Vietnam+, VietnamPlus, VNA, VOV, VOV5, VTV, VGP, CPV, BNEWS, QĐND, SGGP, TTO, PLO, VnExpress, VietnamNet',
  'Nhân Dân, Dân Trí, Dân trí, Tuổi Trẻ, Thanh Niên, Tiền Phong, Lao Động, Chinhphu.vn, Baochinhphu.vn, Baotintuc.vn',
  'AFP, Agence France-Presse, Belga, ATS, Keystone-ATS, La Presse canadienne, PC, APS, APA, Le Monde, Le Figaro, Ouest-France',
  'AP, Associated Press, Reuters, REUTERS, PA, PA Media, The Canadian Press, BBC, BBC News, Bloomberg, Xinhua, TASS, Kyodo',
  'Yonhap, dpa, DPA, EFE, ANSA, Bernama, Antara, The Guardian, CNA, EPA, Getty, Getty Images',
);

/** May stand before an agency in its signature. */
export const SIGNATURE_LEADS = wordTable('theo, nguồn, par, avec, d’après, source, by, from, with, via');

/** Open a byline. */
export const BYLINE_LEADS = wordTable(
  'pv, phóng viên, tác giả, bài, bài và ảnh, thực hiện, biên tập, nhóm pv, nhóm phóng viên',
  'par, texte, propos recueillis par, article de, de notre correspondant',
  'by, written by, reported by, reporting by, text by, story by',
);

/** Small words allowed between the names of a byline. */
export const BYLINE_JOINERS = wordTable(
  'và, et, and, với, avec, with, de, du, la, le, von, van, für, in, at, à, pour, for',
);

/** Words of a line that says only where and when. */
export const DATE_WORDS = wordTable(
  'ngày, tháng, năm, thứ, hai, ba, tư, năm, sáu, bảy, chủ, nhật, giờ, phút, lúc, cập, sáng, chiều, tối, đăng',
  'janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre, lundi, mardi, mercredi',
  'jeudi, vendredi, samedi, dimanche, publié, mis, mise, jour, modifié, posté, le, à, au, il, y, heures, minutes, 1er',
  'january, february, march, april, may, june, july, august, september, october, november, december, monday, tuesday',
  'wednesday, thursday, friday, saturday, sunday, published, updated, posted, last, modified, on, at, am, pm, gmt, utc, est, edt',
  'jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, mon, tue, wed, thu, fri, sat, sun, ago, hours, h, min, read',
);

/** Name the maker of a picture when a colon, a slash, an agency or a bracket shows it; each with the words a caption may have. */
export const CREDITS: ReadonlyMap<string, number> = new Map([
  ...creditsOf(70, 'ảnh, ảnh minh họa, ảnh minh hoạ, nguồn ảnh, đồ họa, clip, video'),
  ...creditsOf(
    70,
    'photo, photos, photographie, photographies, crédit photo, crédits photo, crédit, crédits, vidéo, illustration',
  ),
  ...creditsOf(70, 'photograph, photo credit, photo credits, picture, image, images, credit, infographic'),
  ...creditsOf(12, 'nguồn, source, sources'),
]);

/** Number a picture or table; the caption of `Figure 3 – …` follows. */
export const FIGURES = wordTable(
  'ảnh, hình, biểu đồ, bảng, sơ đồ',
  'figure, fig., graphique, tableau, carte, encadré, photo',
  'figure, chart, table, map, box, exhibit',
);

function creditsOf(words: number, list: string): [string, number][] {
  return [...wordTable(list)].map((credit) => [credit, words]);
}
