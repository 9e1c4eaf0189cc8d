/** The columns of two sources that scripts outside rely on, in this order. */
export const contractColumns =
  'id,a_source,a_language,a_text,a_sentences,a_paragraphs,a_start,a_end,' +
  'b_source,b_language,b_text,b_sentences,b_paragraphs,b_start,b_end,' +
  'type,method,score,confidence,status,checks,note';
