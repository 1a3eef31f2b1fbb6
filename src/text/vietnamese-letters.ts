/** The letters by which written Vietnamese is known, for NFC text. */

/**
 * Letters of Vietnamese that hardly any other language writes: with a horn, a hook above, or a tone on a circumflex or breve, and ạ.
 * Left out, since others write them: đ (Croatian), ă (Romanian), ẹ ị ọ ụ (Yoruba, Igbo), ẽ ĩ ũ ỹ (Guarani, Kikuyu), ỳ (Welsh).
 */
export const VIETNAMESE_LETTER = /[ơờớởỡợưừứửữựảẻỉỏủỷạằắẳẵặầấẩẫậềếểễệồốổỗộ]/iu;
